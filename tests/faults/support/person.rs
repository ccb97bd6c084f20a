//! Somebody at a phone: unlike the client of the API tests they live through a server that dies under them.

use std::time::Duration;

use reqwest::blocking::{Client, RequestBuilder, multipart};
use serde_json::{Value, json};

/// Nothing whole came back.
pub struct Failed(pub String);

impl std::fmt::Debug for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What came back, whole.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub retry_after: Option<u64>,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body of an answer that went well.
    #[track_caller]
    pub fn ok(&self) -> Value {
        assert!(self.is_ok(), "expected success, got {}: {}", self.status, self.text());
        self.json()
    }

    /// A 503 as the contract wants it: a code, a Vietnamese sentence that says what to do, when to come again.
    #[track_caller]
    pub fn refused(&self, code: &str) {
        let problem = self.json();
        assert_eq!((self.status, problem["code"].as_str()), (503, Some(code)), "{}", self.text());
        let detail = problem["detail"].as_str().unwrap_or("");
        assert!(detail.contains("hãy") || detail.contains("Hãy"), "{detail}");
        assert!(self.retry_after.is_some(), "{}", self.text());
    }
}

pub type Asked = Result<Answer, Failed>;

#[derive(Clone)]
pub struct Person {
    http: Client,
    pub base: String,
    pub token: String,
    pub refresh: String,
}

impl Person {
    pub fn new(base: &str) -> Self {
        let http = Client::builder().timeout(Duration::from_secs(40)).no_proxy().build().expect("a client");
        Self { http, base: base.to_owned(), token: String::new(), refresh: String::new() }
    }

    /// The same person, signed in as before, at another address: the server was started anew.
    pub fn at(&self, base: &str) -> Self {
        Self { token: self.token.clone(), refresh: self.refresh.clone(), ..Self::new(base) }
    }

    #[track_caller]
    pub fn sign_in(mut self, username: &str) -> Self {
        let login = json!({"username": username, "password": bup::demo::PASSWORD, "client": "mobile"});
        let answer = self.post("/auth/login", login).expect("an answer").ok();
        self.take(&answer);
        self
    }

    /// Trades the refresh token for new ones.
    pub fn renew(&mut self) -> Asked {
        let answer = self.post("/auth/refresh", json!({"refresh_token": self.refresh}))?;
        if answer.is_ok() {
            self.take(&answer.json());
        }
        Ok(answer)
    }

    fn take(&mut self, answer: &Value) {
        let word = |name: &str| answer[name].as_str().unwrap_or("").to_owned();
        (self.token, self.refresh) = (word("access_token"), word("refresh_token"));
    }

    pub fn get(&self, path: &str) -> Asked {
        self.send(self.http.get(self.url(path)))
    }

    pub fn post(&self, path: &str, body: Value) -> Asked {
        self.send(self.http.post(self.url(path)).json(&body))
    }

    pub fn patch(&self, path: &str, version: &Value, body: Value) -> Asked {
        self.send(self.http.patch(self.url(path)).header("If-Match", format!("\"{version}\"")).json(&body))
    }

    /// A request that may be repeated.
    pub fn post_once(&self, path: &str, key: &str, body: &Value) -> Asked {
        self.send(self.http.post(self.url(path)).header("Idempotency-Key", key).json(body))
    }

    pub fn upload_once(&self, key: &str, bytes: Vec<u8>) -> Asked {
        let form = multipart::Form::new().part("file", multipart::Part::bytes(bytes).file_name("ảnh.png"));
        self.send(self.http.post(self.url("/attachments")).header("Idempotency-Key", key).multipart(form))
    }

    fn url(&self, path: &str) -> String {
        let is_outside = ["/healthz", "/readyz", "/assets", "/index.html"].iter().any(|word| path.starts_with(word));
        let before = if is_outside { "" } else { "/api/v1" };
        format!("{}{before}{path}", self.base)
    }

    fn send(&self, mut request: RequestBuilder) -> Asked {
        if !self.token.is_empty() {
            request = request.bearer_auth(&self.token);
        }
        let failed = |error: reqwest::Error| Failed(format!("{error:?}"));
        let response = request.send().map_err(failed)?;
        let retry_after = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
        let status = response.status().as_u16();
        Ok(Answer { status, retry_after, bytes: response.bytes().map_err(failed)?.to_vec() })
    }
}

/// A picture of one pixel.
pub fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut chunk = |kind: &[u8; 4], data: &[u8]| {
        let body = [kind.as_slice(), data].concat();
        bytes.extend(u32::try_from(data.len()).expect("short").to_be_bytes());
        bytes.extend(&body);
        bytes.extend(crc(&body).to_be_bytes());
    };
    chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
    chunk(b"IDAT", &[8, 29, 1, 4, 0, 251, 255, 0, 255, 0, 0, 3, 1, 1, 0]);
    chunk(b"IEND", &[]);
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
