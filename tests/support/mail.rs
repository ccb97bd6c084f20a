//! A mail server on this machine that keeps what it is given (RFC 5321, as much of it as a client needs).

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use bup::config::{Smtp, SmtpSecurity};
use mail_parser::MessageParser;

/// A mail as its reader sees it.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub message_id: String,
    /// As it went over the line.
    pub raw: String,
}

#[derive(Default)]
struct Kept {
    mails: Vec<Mail>,
    /// Answers to the next senders; when there is none, they are welcome.
    refusals: Vec<&'static str>,
    senders: usize,
}

/// The server; it ends with the test's process.
pub struct MailServer {
    port: u16,
    kept: Arc<Mutex<Kept>>,
}

impl MailServer {
    pub fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let (port, kept) = (listener.local_addr().expect("an address").port(), Arc::new(Mutex::new(Kept::default())));
        let for_clients = Arc::clone(&kept);
        std::thread::spawn(move || {
            for client in listener.incoming() {
                let (client, kept) = (client.expect("a client"), Arc::clone(&for_clients));
                // A client that hangs up in the middle is its own business.
                std::thread::spawn(move || serve(&client, &kept));
            }
        });
        Self { port, kept }
    }

    /// The settings of a program that sends through it.
    pub fn settings(&self) -> Smtp {
        Smtp {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            from: "Búp Trên Cành <bup@badinh.example>".to_owned(),
            username: None,
            password: None,
            security: SmtpSecurity::None,
        }
    }

    /// The mails that came since the last time.
    pub fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut self.kept.lock().expect("no client died").mails)
    }

    /// How many senders came since the last time, welcome or not.
    pub fn take_senders(&self) -> usize {
        std::mem::take(&mut self.kept.lock().expect("no client died").senders)
    }

    /// Refuses the next senders with these answers.
    pub fn refuse(&self, answers: &[&'static str]) {
        self.kept.lock().expect("no client died").refusals = answers.iter().rev().copied().collect();
    }
}

fn serve(client: &TcpStream, kept: &Mutex<Kept>) -> std::io::Result<()> {
    let mut lines = BufReader::new(client.try_clone()?).lines();
    let answer = |text: &str| {
        let mut client = client;
        client.write_all(format!("{text}\r\n").as_bytes())
    };
    answer("220 mail.example ESMTP")?;
    while let Some(line) = lines.next() {
        let line = line?;
        match line.split([' ', ':']).next().unwrap_or("").to_uppercase().as_str() {
            "EHLO" | "HELO" => answer("250 mail.example")?,
            "MAIL" => {
                let mut kept = kept.lock().expect("no client died");
                kept.senders += 1;
                answer(kept.refusals.pop().unwrap_or("250 welcome"))?;
            }
            "DATA" => {
                answer("354 go on")?;
                let body = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".");
                // RFC 5321, 4.5.2: a dot at the beginning is doubled on the line.
                let body = body.map(|line| line.strip_prefix('.').map(str::to_owned).unwrap_or(line));
                let raw = body.collect::<Vec<_>>().join("\r\n");
                kept.lock().expect("no client died").mails.push(read(raw));
                answer("250 kept")?;
            }
            "QUIT" => return answer("221 bye"),
            _ => answer("250 ok")?,
        }
    }
    Ok(())
}

fn read(raw: String) -> Mail {
    let parsed = MessageParser::default().parse(raw.as_bytes()).expect("a mail");
    let to = parsed.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or("");
    Mail {
        to: to.to_owned(),
        subject: parsed.subject().unwrap_or("").to_owned(),
        text: parsed.body_text(0).expect("a text").replace("\r\n", "\n"),
        message_id: parsed.message_id().unwrap_or("").to_owned(),
        raw: raw.clone(),
    }
}
