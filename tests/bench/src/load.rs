//! Many clients at once, and one client many times.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::bare::{self, Bare, Ran};
use crate::client::Client;
use crate::place::Place;
use crate::server::Server;
use crate::table::{Lines, Target, median};

/// Bare loop and HTTP take turns so often, for so many seconds each.
const TURNS: usize = 3;
const SECONDS: u64 = 2;

/// What every client asks again and again.
pub struct Request<'a> {
    pub by: &'a Client,
    pub method: &'a str,
    pub path: &'a str,
    pub body: &'a str,
    /// One more header.
    pub header: Option<(&'a str, &'a str)>,
}

impl<'a> Request<'a> {
    pub fn get(by: &'a Client, path: &'a str) -> Self {
        Self { by, method: "GET", path, body: "", header: None }
    }

    pub fn post(by: &'a Client, path: &'a str, body: &'a str) -> Self {
        Self { by, method: "POST", path, body, header: Some(("Content-Type", "application/json")) }
    }

    pub fn send(&self, by: &Client) -> usize {
        by.send(self.method, self.path, self.header.as_slice(), self.body.as_bytes()).0.len()
    }
}

/// What came of it. Times in milliseconds.
pub struct Load {
    pub rate: f64,
    pub p50: f64,
    pub p99: f64,
    /// Processor time of the server for one request.
    pub cpu: f64,
}

/// Each client is a thread with a connection of its own; they and the server share this machine.
pub fn run(server: &Server, clients: usize, request: &Request<'_>) -> Load {
    let before = server.cpu();
    let mut took = in_threads(clients, SECONDS, || {
        let by = request.by.anew();
        move || {
            request.send(&by);
        }
    });
    let spent = (server.cpu() - before) * 1000.0;
    took.sort_by(f64::total_cmp);
    let at = |part: f64| took.get((took.len() as f64 * part) as usize).copied().unwrap_or(f64::NAN);
    let count = took.len() as f64;
    Load { rate: count / SECONDS as f64, p50: at(0.5), p99: at(0.99), cpu: spent / count }
}

/// What each round took in milliseconds, of many threads for so many seconds; `begin` gives each its own round.
pub fn in_threads<R: FnMut()>(threads: usize, seconds: u64, begin: impl Fn() -> R + Sync) -> Vec<f64> {
    let (all, stop) = (Mutex::new(Vec::new()), AtomicBool::new(false));
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let (mut round, mut took) = (begin(), Vec::new());
                while !stop.load(Ordering::Relaxed) {
                    let began = Instant::now();
                    round();
                    took.push(began.elapsed().as_secs_f64() * 1000.0);
                }
                all.lock().expect("no thread died").extend(took);
            });
        }
        std::thread::sleep(Duration::from_secs(seconds));
        stop.store(true, Ordering::Relaxed);
    });
    all.into_inner().expect("no thread died")
}

/// The rate over HTTP beside that of the same statements in a bare loop with as many threads, in turns.
pub fn compare(
    lines: &mut Lines<'_>,
    what: &str,
    (server, place): (&Server, &Place),
    clients: usize,
    request: &Request<'_>,
    (one, statements): (&str, fn(&mut Bare)),
    least: f64,
) {
    let turn = |_| (bare::run(place, one, clients, SECONDS, statements), run(server, clients, request));
    let turns: Vec<(Ran, Load)> = (0..TURNS).map(turn).collect();
    let of = |figure: fn(&(Ran, Load)) -> f64| median(turns.iter().map(figure).collect());
    let note = format!(
        "bare {:.0}/s, HTTP {:.0}/s, {:.2} ms of processor time; {clients} clients",
        of(|turn| turn.0.rate),
        of(|turn| turn.1.rate),
        of(|turn| turn.1.cpu)
    );
    let ratio = of(|turn| turn.1.rate / turn.0.rate);
    lines.add(what, ratio, "of the bare rate", Target::AtLeast(least, ""), &note);
    let (bare_p50, p50, p99) = (of(|turn| turn.0.p50), of(|turn| turn.1.p50), of(|turn| turn.1.p99));
    let note = format!("p99 {p99:.1} ms, p50 {p50:.1} ms, bare p50 {bare_p50:.2} ms");
    // Asked of the lists; a single row takes so little that its p99 is the scheduler's.
    let target = if least > 0.5 { Target::AtMost(10.0, "×") } else { Target::None };
    lines.add(&format!("{what}: p99"), p99 / bare_p50, "× bare p50", target, &note);
}

/// How often one client asks for a median.
const TIMES: usize = 25;

/// The median of what one client waits, in milliseconds.
pub fn waited(mut ask: impl FnMut()) -> f64 {
    let mut once = |_| {
        let began = Instant::now();
        ask();
        began.elapsed().as_secs_f64() * 1000.0
    };
    for turn in 0..2 {
        once(turn);
    }
    median((0..TIMES).map(once).collect())
}

/// How long something takes once, in milliseconds.
pub fn once<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let value = work();
    (began.elapsed().as_secs_f64() * 1000.0, value)
}
