//! The program as people run it, with its memory and its processor time.

use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::place::Place;
use crate::table::target;

/// `BUP_BENCH_BIN`, or the release build.
pub fn program() -> PathBuf {
    std::env::var_os("BUP_BENCH_BIN").map_or_else(|| target().join("release/bup"), PathBuf::from)
}

pub struct Server {
    child: Child,
    pub base: String,
    /// From the start of the process to the first `/readyz` that says yes.
    pub ready_after: Duration,
}

impl Server {
    pub fn start(place: &Place) -> Self {
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let log = std::fs::File::create(place.dir().join("bench.log")).expect("a log");
        let mut command = place.bup(&["serve", "--demo", "--port", &port.to_string()]);
        // One person does here what a ward does in a day.
        for limit in ["LOGIN_ATTEMPTS", "READS", "SEARCHES", "FILES", "WRITES", "UPLOADS"] {
            command.env(format!("BUP_{limit}_PER_MINUTE"), "10000000");
        }
        command.stdout(log.try_clone().expect("a log")).stderr(log).stdin(Stdio::null());
        let began = Instant::now();
        let child = command.spawn().expect("target/release/bup (make bench builds it)");
        let mut server = Self { child, base: format!("http://127.0.0.1:{port}"), ready_after: Duration::ZERO };
        while !server.is_ready(port) {
            assert!(began.elapsed() < Duration::from_secs(30), "the server does not start");
            std::thread::sleep(Duration::from_millis(2));
        }
        server.ready_after = began.elapsed();
        server
    }

    /// Asked by hand: a client's own start would be measured with it.
    fn is_ready(&self, port: u16) -> bool {
        use std::io::{Read, Write};
        let Ok(mut stream) = std::net::TcpStream::connect(("127.0.0.1", port)) else { return false };
        let mut answer = [0; 12];
        stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: bench\r\n\r\n").is_ok()
            && stream.read_exact(&mut answer).is_ok()
            && answer.ends_with(b"200")
    }

    pub fn sign_in(&self, username: &str) -> Client {
        Client::sign_in(&self.base, username)
    }

    /// A line of `/proc/PID/status` in MB: `VmRSS` (now) or `VmHWM` (the most so far).
    pub fn memory(&self, line: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let found = status.lines().find_map(|one| one.strip_prefix(line)?.split_whitespace().next()?.parse().ok());
        found.map_or(f64::NAN, |kb: f64| kb / 1024.0)
    }

    /// Processor time so far, of all threads, in seconds (hundredths).
    pub fn cpu(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let fields = stat.rsplit(')').next().unwrap_or("").split_whitespace();
        let ticks: f64 = fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
        ticks / 100.0
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
