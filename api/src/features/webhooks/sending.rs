//! One message over the wire: to a public address that was resolved for this very try, over TLS, no redirects, and
//! nothing kept of the answer but its status.

use std::io;
use std::time::{Duration, Instant as Stopwatch};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error as Failure};

use super::address::is_public;
use super::model::AttemptReason;

const TIMEOUT: Duration = Duration::from_secs(10);
/// Nobody needs more to say "thank you".
const HEADERS_MAX: usize = 16 * 1024;

/// A message as it goes out.
pub struct Message<'a> {
    pub url: &'a str,
    pub id: &'a str,
    pub timestamp: i64,
    pub signature: &'a str,
    pub body: &'a str,
}

/// How a try ended.
pub struct Outcome {
    pub status: Option<i32>,
    pub reason: AttemptReason,
    pub duration_ms: i64,
}

/// Who sends messages.
pub struct Sender(Agent);

impl Sender {
    pub fn new(allow_private: bool) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .https_only(!allow_private)
            .max_redirects(0)
            // A proxy of the environment would do the resolving, where nobody checks it.
            .proxy(None)
            .timeout_global(Some(TIMEOUT))
            .max_response_header_size(HEADERS_MAX)
            // A connection that is kept would outlive the check of its address.
            .max_idle_connections(0)
            .max_idle_connections_per_host(0)
            .user_agent("bup-webhooks")
            .build();
        let resolver = PublicResolver { names: DefaultResolver::default(), allow_private };
        Self(Agent::with_parts(config, DefaultConnector::default(), resolver))
    }

    /// Posts a message; the answer's body is never read.
    pub fn post(&self, message: &Message<'_>) -> Outcome {
        let began = Stopwatch::now();
        let answer = self
            .0
            .post(message.url)
            .header("content-type", "application/json")
            .header("webhook-id", message.id)
            .header("webhook-timestamp", message.timestamp.to_string())
            .header("webhook-signature", message.signature)
            .send(message.body);
        let (status, reason) = match answer {
            Ok(answer) if answer.status().is_success() => (Some(answer.status()), AttemptReason::Ok),
            Ok(answer) => (Some(answer.status()), AttemptReason::Refused),
            Err(failure) => (None, reason_of(&failure)),
        };
        let duration_ms = i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX);
        Outcome { status: status.map(|status| i32::from(status.as_u16())), reason, duration_ms }
    }
}

fn reason_of(failure: &Failure) -> AttemptReason {
    match failure {
        Failure::Timeout(_) => AttemptReason::Timeout,
        Failure::HostNotFound => AttemptReason::NoSuchHost,
        Failure::Tls(_) | Failure::Rustls(_) => AttemptReason::Tls,
        Failure::ConnectionFailed => AttemptReason::NoConnection,
        Failure::Io(error) => match error.kind() {
            io::ErrorKind::AddrNotAvailable => AttemptReason::PrivateAddress,
            io::ErrorKind::TimedOut => AttemptReason::Timeout,
            io::ErrorKind::InvalidData => AttemptReason::Tls,
            _ => AttemptReason::NoConnection,
        },
        _ => AttemptReason::Other,
    }
}

/// Resolves a name once and lets the connection go to what was found only: checked and used are the same addresses, so
/// that a name which answers differently the second time gains nothing.
#[derive(Debug)]
struct PublicResolver {
    names: DefaultResolver,
    allow_private: bool,
}

impl Resolver for PublicResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Failure> {
        let found = self.names.resolve(uri, config, timeout)?;
        // One private address among public ones is no accident either.
        if self.allow_private || found.iter().all(|address| is_public(address.ip())) {
            return Ok(found);
        }
        Err(Failure::Io(io::Error::from(io::ErrorKind::AddrNotAvailable)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn try_to(url: &str, allow_private: bool) -> AttemptReason {
        let message = Message { url, id: "a", timestamp: 1, signature: "v1,", body: "{}" };
        Sender::new(allow_private).post(&message).reason
    }

    #[test]
    fn what_a_name_leads_to_counts_not_how_it_is_written() {
        // `localhost` is resolved, and so are the old ways of writing 127.0.0.1.
        for url in [
            "https://localhost:8443/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://[::1]/",
        ] {
            assert_eq!(try_to(url, false), AttemptReason::PrivateAddress, "{url}");
        }
        assert_ne!(try_to("http://1.1.1.1/", false), AttemptReason::Ok);
    }

    #[test]
    fn a_redirect_leads_nowhere() {
        use std::io::{Read, Write};
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        let seen = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut heard = vec![0; 4096];
            let read = stream.read(&mut heard).unwrap();
            let away = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
            stream.write_all(away.as_bytes()).unwrap();
            String::from_utf8_lossy(&heard[..read]).into_owned()
        });
        assert_eq!(try_to(&url, true), AttemptReason::Refused);
        let heard = seen.join().unwrap().to_ascii_lowercase();
        assert!(heard.starts_with("post / http/1.1") && heard.contains("webhook-id: a"), "{heard}");
    }
}
