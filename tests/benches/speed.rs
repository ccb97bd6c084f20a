//! `make bench`: the API's rate beside the rate of the same statements in a bare loop on the same database, with as
//! many threads. Machines are noisy, so each pair runs back to back and the *ratio* is the figure (5-quality.md asks
//! for 0.5 and more). HTTP load comes from `oha` (a crate; `make bench` installs it into target/tools).

mod bare;
mod registry;

use std::process::Command;
use std::time::Duration;

use bup_tests::{App, Value, json};

/// Rows in the table; a large ward of several years.
const TASKS: usize = 5_000;
const CLIENTS: usize = 8;
const SECONDS: u64 = 4;

/// What, method, body, path, and the statements behind it.
type Case<'a> = (&'a str, &'a str, Option<&'a str>, &'a str, fn(&mut bare::Bare));

fn main() {
    println!("{TASKS} tasks, {CLIENTS} clients, {SECONDS} s each; rate per second\n");
    println!(
        "{:<12} {:<14} {:>10} {:>10} {:>7} {:>10} {:>10}",
        "database", "what", "bare", "HTTP", "ratio", "p50 ms", "p99 ms"
    );
    bup_tests::each_with(|config| config.password_memory_kib = 64, measure);
    println!("\nOne ward with many children; the median of a request\n");
    bup_tests::each_with(|config| config.password_memory_kib = 64, registry::measure);
}

fn measure(app: &App) {
    let officer = app.sign_in("chinhsach");
    let (doan, officer_unit) = (app.unit_of("doan"), app.unit_of("chinhsach"));
    let task = json!({"title": "Treo băng-rôn trên trục đường chính", "due_on": "2024-06-15",
        "lead_unit_id": doan, "joining_unit_ids": [officer_unit]});
    let first = officer.post("/tasks", task).ok();
    bare::multiply(app, id(&first), TASKS);
    let started = officer.post(&format!("/tasks/{}/updates", id(&first)), json!({"progress": 1})).status;
    assert_eq!(started, 201);

    let read = format!("/tasks/{}", id(&first));
    let report = format!("{read}/updates");
    let cases: [Case<'_>; 3] = [
        ("task list", "GET", None, "/tasks?limit=50&q=bang%20ron", bare::list),
        ("task read", "GET", None, &read, bare::read),
        ("task update", "POST", Some(r#"{"progress": 40, "note": "Đã treo"}"#), &report, bare::update),
    ];
    let kind = if app.gate.services().config.database_url.is_some() { "PostgreSQL" } else { "SQLite" };
    for (what, method, body, path, statements) in cases {
        let bare_rate = bare::rate(app, id(&first), CLIENTS, Duration::from_secs(SECONDS), statements);
        let load = load(&format!("{}/api/v1{path}", app.base), method, body, officer.token());
        let rate = load["summary"]["requestsPerSec"].as_f64().unwrap_or(0.0);
        let (p50, p99) = (&load["latencyPercentiles"]["p50"], &load["latencyPercentiles"]["p99"]);
        let millis = |seconds: &Value| seconds.as_f64().unwrap_or(0.0) * 1000.0;
        assert!(all_answered(&load), "{what}: {}", load["statusCodeDistribution"]);
        println!(
            "{kind:<12} {what:<14} {bare_rate:>10.0} {rate:>10.0} {:>7.2} {:>10.1} {:>10.1}",
            rate / bare_rate,
            millis(p50),
            millis(p99)
        );
    }
}

fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap_or("")
}

/// Only 200 and 201 count: a fast refusal is not a fast answer.
fn all_answered(load: &Value) -> bool {
    load["statusCodeDistribution"]
        .as_object()
        .is_some_and(|codes| codes.keys().all(|code| code == "200" || code == "201"))
}

fn load(url: &str, method: &str, body: Option<&str>, token: &str) -> Value {
    let oha = std::env::var("OHA").unwrap_or_else(|_| "oha".to_owned());
    let mut command = Command::new(oha);
    command.args([
        "--no-tui",
        "--output-format",
        "json",
        "-w",
        "-z",
        &format!("{SECONDS}s"),
        "-c",
        &CLIENTS.to_string(),
    ]);
    command.args(["-m", method, "-H", &format!("Authorization: Bearer {token}")]);
    if let Some(body) = body {
        command.args(["-H", "Content-Type: application/json", "-d", body]);
    }
    let output = command.arg(url).output().expect("oha runs (make bench installs it)");
    serde_json_from(&output.stdout)
}

fn serde_json_from(bytes: &[u8]) -> Value {
    let text = String::from_utf8_lossy(bytes);
    text.parse().unwrap_or_else(|error| panic!("oha printed no JSON ({error}): {text}"))
}
