//! Many clients at once, and one client many times.

use std::process::Command;
use std::time::Instant;

use crate::bare::{self, Bare};
use crate::client::Value;
use crate::place::Place;
use crate::server::Server;
use crate::table::{Lines, Target, median};

/// Bare loop and HTTP take turns so often, for so many seconds each.
const TURNS: usize = 3;
const SECONDS: u64 = 2;

/// What `oha` sends.
pub struct Request<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub body: Option<&'a str>,
    pub token: &'a str,
    /// One more header.
    pub header: Option<&'a str>,
}

/// What came of it. Times in milliseconds.
pub struct Load {
    pub rate: f64,
    pub p50: f64,
    pub p99: f64,
    /// Processor time of the server for one request.
    pub cpu: f64,
}

pub fn run(server: &Server, clients: usize, request: &Request<'_>) -> Load {
    let oha = std::env::var("OHA").unwrap_or_else(|_| "oha".to_owned());
    let mut command = Command::new(oha);
    command.args(["--no-tui", "--output-format", "json", "-w", "-z", &format!("{SECONDS}s")]);
    command.args(["-c", &clients.to_string(), "-m", request.method]);
    command.args(["-H", &format!("Authorization: Bearer {}", request.token)]);
    if let Some(header) = request.header {
        command.args(["-H", header]);
    }
    if let Some(body) = request.body {
        command.args(["-H", "Content-Type: application/json", "-d", body]);
    }
    let before = server.cpu();
    let output = command.arg(format!("{}/api/v1{}", server.base, request.path)).output().expect("oha runs");
    let spent = (server.cpu() - before) * 1000.0;
    let text = String::from_utf8_lossy(&output.stdout);
    let told: Value = text.parse().unwrap_or_else(|error| panic!("oha printed no JSON ({error}): {text}"));
    // Only these count: a fast refusal is not a fast answer.
    let codes = told["statusCodeDistribution"].as_object().cloned().unwrap_or_default();
    let good = |code: &str| matches!(code, "200" | "201" | "304");
    assert!(!codes.is_empty() && codes.keys().all(|code| good(code)), "{}: {codes:?}", request.path);
    let answers: f64 = codes.values().filter_map(Value::as_f64).sum();
    let millis = |place: &str| told["latencyPercentiles"][place].as_f64().unwrap_or(f64::NAN) * 1000.0;
    Load {
        rate: told["summary"]["requestsPerSec"].as_f64().unwrap_or(0.0),
        p50: millis("p50"),
        p99: millis("p99"),
        cpu: spent / answers,
    }
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
    let turns: Vec<(bare::Ran, Load)> = (0..TURNS).map(turn).collect();
    let of = |figure: fn(&(bare::Ran, Load)) -> f64| median(turns.iter().map(figure).collect());
    let note = format!(
        "bare {:.0}/s, HTTP {:.0}/s, {:.2} ms of processor time; {clients} clients",
        of(|turn| turn.0.rate),
        of(|turn| turn.1.rate),
        of(|turn| turn.1.cpu)
    );
    let ratio = of(|turn| turn.1.rate / turn.0.rate);
    lines.add(what, ratio, "of the bare rate", Target::AtLeast(least, ""), &note);
    let (bare_p50, p50, p99) = (of(|turn| turn.0.p50), of(|turn| turn.1.p50), of(|turn| turn.1.p99));
    let note = format!("p99 {p99:.1} ms, p50 {p50:.1} ms, bare p50 {bare_p50:.1} ms");
    lines.add(&format!("{what}: p99"), p99 / bare_p50, "× bare p50", Target::AtMost(10.0, "×"), &note);
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
    (0..2).for_each(|turn| drop(once(turn)));
    median((0..TIMES).map(once).collect())
}

/// How long something takes once, in milliseconds.
pub fn once<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let began = Instant::now();
    let value = work();
    (began.elapsed().as_secs_f64() * 1000.0, value)
}
