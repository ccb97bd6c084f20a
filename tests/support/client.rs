//! A client that reads like prose: `doan.post("/tasks/…/start", json!({})).ok()`.

use reqwest::blocking::{RequestBuilder, Response};
use reqwest::header::HeaderMap;
use serde_json::{Value, json};

/// Somebody at a browser or a phone.
#[derive(Clone)]
pub struct Client {
    http: reqwest::blocking::Client,
    base: String,
    token: Option<String>,
    headers: Vec<(String, String)>,
}

impl Client {
    pub fn new(base: &str) -> Self {
        let http = reqwest::blocking::Client::builder().cookie_store(true).build().expect("a client");
        Self { http, base: base.to_owned(), token: None, headers: Vec::new() }
    }

    /// Somebody whose every request comes over a connection of its own, as a proxy spreads them.
    pub fn spread(base: &str) -> Self {
        let http = reqwest::blocking::Client::builder().cookie_store(true).pool_max_idle_per_host(0);
        Self { http: http.build().expect("a client"), ..Self::new(base) }
    }

    /// Signs in to a demo account and keeps the access token.
    pub fn sign_in(mut self, username: &str) -> Self {
        let answer = self.post("/auth/login", json!({"username": username, "password": bup::demo::PASSWORD})).ok();
        self.token = answer["access_token"].as_str().map(str::to_owned);
        self
    }

    pub fn with_token(mut self, token: &str) -> Self {
        self.token = Some(token.to_owned());
        self
    }

    pub fn token(&self) -> &str {
        self.token.as_deref().unwrap_or("")
    }

    /// The same person sending one more header.
    pub fn with(&self, name: &str, value: impl ToString) -> Self {
        let mut other = self.clone();
        other.headers.push((name.to_owned(), value.to_string()));
        other
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send(self.http.get(self.url(path)))
    }

    pub fn post(&self, path: &str, body: Value) -> Answer {
        self.send(self.http.post(self.url(path)).json(&body))
    }

    pub fn patch(&self, path: &str, version: &Value, body: Value) -> Answer {
        self.send(self.http.patch(self.url(path)).header("If-Match", format!("\"{version}\"")).json(&body))
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.send(self.http.delete(self.url(path)))
    }

    /// Any method with a raw body.
    pub fn raw(&self, method: &str, path: &str, content_type: &str, body: Vec<u8>) -> Answer {
        let method = method.parse().expect("a method");
        self.send(self.http.request(method, self.url(path)).header("Content-Type", content_type).body(body))
    }

    /// A file as a form sends it, with more text fields.
    pub fn upload(&self, path: &str, file_name: &str, bytes: Vec<u8>, fields: &[(&str, &str)]) -> Answer {
        let part = reqwest::blocking::multipart::Part::bytes(bytes).file_name(file_name.to_owned());
        let mut form = reqwest::blocking::multipart::Form::new().part("file", part);
        for (name, value) in fields {
            form = form.text((*name).to_owned(), (*value).to_owned());
        }
        self.send(self.http.post(self.url(path)).multipart(form))
    }

    fn url(&self, path: &str) -> String {
        if ["/healthz", "/readyz", "/metrics", "/api", "/cong-khai", "/robots.txt", "/sitemap.xml"]
            .iter()
            .any(|outside| path.starts_with(outside))
        {
            return format!("{}{path}", self.base);
        }
        format!("{}/api/v1{path}", self.base)
    }

    fn send(&self, mut request: RequestBuilder) -> Answer {
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        Answer::read(request.send().expect("the server answers"))
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    fn read(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, bytes: response.bytes().expect("a body").to_vec() }
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The body of an answer that must have gone well.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert!((200..300).contains(&self.status), "expected success, got {}: {}", self.status, self.text());
        self.json()
    }

    /// The problem of an answer that must have gone wrong so.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> Value {
        let problem = self.json();
        assert_eq!((self.status, problem["code"].as_str()), (status, Some(code)), "{}", self.text());
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert!(problem["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
        problem
    }
}
