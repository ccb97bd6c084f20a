//! One person at one browser.

use std::time::Duration;

pub use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Request;

/// The password of the demo's accounts, as `bup serve --demo` prints it.
const PASSWORD: &str = "BaDinh@2024!";

pub struct Client {
    agent: Agent,
    base: String,
    token: String,
}

fn agent() -> Agent {
    let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(600)));
    config.build().into()
}

impl Client {
    pub fn sign_in(base: &str, username: &str) -> Self {
        let client = Self { agent: agent(), base: base.to_owned(), token: String::new() };
        let answer = client.post("/auth/login", &json!({"username": username, "password": PASSWORD}));
        Self { token: answer["access_token"].as_str().expect("a token").to_owned(), ..client }
    }

    /// The same person at another browser.
    pub fn anew(&self) -> Self {
        Self { agent: agent(), base: self.base.clone(), token: self.token.clone() }
    }

    /// The bytes of an answer, with its `ETag`; anything but success or 304 ends the run: wrong is not fast.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> (Vec<u8>, String) {
        let mut request = Request::builder().method(method).uri(format!("{}/api/v1{path}", self.base));
        if !self.token.is_empty() {
            request = request.header("Authorization", format!("Bearer {}", self.token));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = self.agent.run(request.body(body).expect("a request")).expect("the server answers");
        let status = answer.status().as_u16();
        let tag = answer.headers().get("etag").and_then(|tag| tag.to_str().ok()).unwrap_or("").to_owned();
        let bytes = answer.into_body().with_config().limit(1 << 30).read_to_vec().expect("a body");
        let told = String::from_utf8_lossy(&bytes);
        assert!((200..300).contains(&status) || status == 304, "{method} {path}: {status} {told}");
        (bytes, tag)
    }

    pub fn get(&self, path: &str) -> Value {
        read(&self.send("GET", path, &[], b"").0)
    }

    pub fn post(&self, path: &str, body: &Value) -> Value {
        read(&self.send("POST", path, &[("Content-Type", "application/json")], body.to_string().as_bytes()).0)
    }

    pub fn patch(&self, path: &str, version: &Value, body: &Value) -> Value {
        let tag = format!("\"{version}\"");
        let headers = [("Content-Type", "application/merge-patch+json"), ("If-Match", tag.as_str())];
        read(&self.send("PATCH", path, &headers, body.to_string().as_bytes()).0)
    }

    /// A file as a form sends it.
    pub fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Value {
        let head = format!(
            "--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--bench--\r\n"].concat();
        read(&self.send("POST", path, &[("Content-Type", "multipart/form-data; boundary=bench")], &body).0)
    }
}

fn read(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or(Value::Null)
}
