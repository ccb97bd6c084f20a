//! A receiver of webhooks on this machine: it keeps what it is sent and answers as it is told.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use serde_json::Value;

/// A message as it came.
#[derive(Clone, Debug)]
pub struct Message {
    /// Names in small letters.
    pub headers: HashMap<String, String>,
    pub body: String,
    /// What was answered.
    pub status: u16,
}

impl Message {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

type Policy = Box<dyn FnMut(usize) -> u16 + Send>;

struct Kept {
    messages: Vec<Message>,
    heard: usize,
    answer: Policy,
}

/// The server; it ends with the test's process.
pub struct Receiver {
    pub url: String,
    kept: Arc<Mutex<Kept>>,
}

impl Receiver {
    /// Answers 204 to everything.
    pub fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let url = format!("http://{}/nhan", listener.local_addr().expect("an address"));
        let kept = Arc::new(Mutex::new(Kept { messages: Vec::new(), heard: 0, answer: Box::new(|_| 204) }));
        let for_clients = Arc::clone(&kept);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let (client, kept) = (client.expect("a client"), Arc::clone(&for_clients));
                // A client that hangs up in the middle is its own business.
                std::thread::spawn(move || serve(&client, &kept));
            }
        });
        Self { url, kept }
    }

    /// Answers from now on with the status that `answer` gives for the number of the message.
    pub fn answer(&self, answer: impl FnMut(usize) -> u16 + Send + 'static) {
        self.kept.lock().expect("no client died").answer = Box::new(answer);
    }

    /// What came since the last time.
    pub fn take(&self) -> Vec<Message> {
        std::mem::take(&mut self.kept.lock().expect("no client died").messages)
    }
}

fn serve(client: &TcpStream, kept: &Mutex<Kept>) -> std::io::Result<()> {
    let mut reader = BufReader::new(client.try_clone()?);
    let (mut line, mut headers) = (String::new(), HashMap::new());
    reader.read_line(&mut line)?;
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    let status = {
        let mut kept = kept.lock().expect("no client died");
        kept.heard += 1;
        let heard = kept.heard;
        let status = (kept.answer)(heard);
        kept.messages.push(Message { headers, body: String::from_utf8_lossy(&body).into_owned(), status });
        status
    };
    // What a receiver says is nobody's business: it must not come back anywhere.
    let said = "LỜI CỦA MÁY NHẬN";
    let length = if status == 204 { 0 } else { said.len() };
    let said = if status == 204 { "" } else { said };
    let mut client = client;
    write!(client, "HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{said}")
}
