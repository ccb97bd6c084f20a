//! Clients that send a byte a second: others are served meanwhile, and they are ended.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::{Bup, Options, alone, fresh, raw};

const CLIENTS: usize = 200;

/// Ten seconds for a head, fifteen for a body (server.rs, http/patience.rs), and a busy machine.
const ENDED_WITHIN: Duration = Duration::from_secs(60);

struct Slow {
    stream: TcpStream,
    /// What is still to be sent.
    rest: Vec<u8>,
    heard: Vec<u8>,
    ended: Option<Duration>,
}

impl Slow {
    fn connect(port: u16, is_body: bool) -> Self {
        let mut stream = raw::connect(port).expect("a connection");
        let mut rest: Vec<u8> = if is_body {
            let head = "POST /api/v1/auth/login HTTP/1.1\r\nHost: bup\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n";
            stream.write_all(head.as_bytes()).expect("a head");
            vec![b' '; 4000]
        } else {
            b"GET /healthz HTTP/1.1\r\nHost: bup\r\nX-Slow: ".iter().copied().chain([b'a'; 4000]).collect()
        };
        // Taken from the end.
        rest.reverse();
        stream.set_nonblocking(true).expect("a socket");
        Self { stream, rest, heard: Vec::new(), ended: None }
    }

    /// Sends a byte and listens.
    fn go_on(&mut self, since: Instant) {
        let byte = self.rest.pop().map(|byte| [byte]).unwrap_or([b'a']);
        let sent = self.stream.write(&byte);
        let mut bytes = [0; 2048];
        loop {
            match self.stream.read(&mut bytes) {
                Ok(0) => self.ended = Some(since.elapsed()),
                Ok(count) => {
                    self.heard.extend_from_slice(&bytes[..count]);
                    continue;
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock && sent.is_ok() => {}
                Err(_) => self.ended = Some(since.elapsed()),
            }
            return;
        }
    }

    fn was_told(&self) -> bool {
        self.heard.starts_with(b"HTTP/1.1 408")
    }
}

#[test]
fn who_sends_a_byte_a_second_is_ended_and_holds_up_nobody() {
    let _turn = alone();
    let data = fresh().remove(0);
    let server = Bup::start(&data, &Options::default());
    let doan = server.sign_in("doan");
    let files = server.files();
    let began = Instant::now();
    let mut slow: Vec<Slow> = (0..CLIENTS).map(|at| Slow::connect(server.port(), at % 2 == 0)).collect();
    let mut slowest = Duration::ZERO;
    while slow.iter().any(|one| one.ended.is_none()) {
        assert!(
            began.elapsed() < ENDED_WITHIN,
            "{} are still there",
            slow.iter().filter(|one| one.ended.is_none()).count()
        );
        slow.iter_mut().filter(|one| one.ended.is_none()).for_each(|one| one.go_on(began));
        let asked = Instant::now();
        assert_eq!(doan.get("/tasks").expect("an answer").status, 200);
        slowest = slowest.max(asked.elapsed());
        std::thread::sleep(Duration::from_millis(900));
    }
    assert!(slowest < Duration::from_secs(10), "{slowest:?}");
    let last = slow.iter().filter_map(|one| one.ended).max().unwrap_or_default();
    let told = slow.iter().filter(|one| one.was_told()).count();
    let bodies = slow.iter().step_by(2).filter(|one| String::from_utf8_lossy(&one.heard).contains("too_slow")).count();
    assert!(told > CLIENTS / 2 && bodies > CLIENTS / 4, "{told} {bodies}");
    drop(slow);
    crate::support::until("their connections are closed", Duration::from_secs(20), || server.files() < files + 10);
    println!(
        "{CLIENTS} clients of a byte a second: all ended, the last after {} ms, {told} told 408 ({bodies} bodies with a \
         problem); others waited {} ms at most",
        last.as_millis(),
        slowest.as_millis()
    );
}
