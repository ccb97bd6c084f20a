//! The second half of `make bench`: one ward with ever more children. List, read, write and search shall cost at the
//! largest size at most half as much again as at the smallest. `BUP_BENCH_CHILDREN=10000,200000` names the sizes.

use std::time::Duration;

use bup_tests::{App, Client, json};

use crate::{CLIENTS, SECONDS, all_answered, bare, id, load};

const SIZES: &str = "10000,200000";

/// How often a request is asked for its median.
const TIMES: usize = 15;

pub fn measure(app: &App) {
    let sizes = std::env::var("BUP_BENCH_CHILDREN").unwrap_or_else(|_| SIZES.to_owned());
    let kind = if app.gate.services().config.database_url.is_some() { "PostgreSQL" } else { "SQLite" };
    let mut made = 0;
    for size in sizes.split(',').map(|size| size.trim().parse::<usize>().expect("a number of children")) {
        bup::demo::fill_children(&app.gate, made..size).expect("children");
        made = size;
        bare::analyze(app);
        let officer = app.sign_in("chinhsach");
        for (what, millis) in medians(&officer) {
            println!("{kind:<12} {size:>9} {what:<24} {millis:>10.1} ms");
        }
        ratio(app, &officer, kind, size);
    }
}

fn medians(officer: &Client) -> Vec<(&'static str, f64)> {
    let child = officer.get("/children?limit=1").ok()["items"][0].clone();
    let one = format!("/children/{}", id(&child));
    let page = officer.get("/children?limit=50").ok();
    let next = format!("/children?limit=50&cursor={}", page["next_cursor"].as_str().unwrap_or(""));
    let get = |path: &str| median(|| drop(officer.get(path).ok()));
    let search = |words: &str| median(|| drop(officer.post("/children/search", json!({"q": words, "limit": 50})).ok()));
    let mut version = child["version"].clone();
    let write = median(|| {
        let saved = officer.patch(&one, &version, json!({"notes": format!("Ghi chú {version}")})).ok();
        version = saved["version"].clone();
    });
    vec![
        ("list", get("/children?limit=50")),
        ("list, second page", get(&next)),
        ("list by group", get("/children?limit=50&circumstance=HC04")),
        ("read", get(&one)),
        ("write", write),
        ("search, a common name", search("nguyen thi")),
        ("search, nobody", search("khong co ai")),
        ("coverage", get("/children/coverage")),
        ("desk of duplicates", get("/children/duplicates")),
    ]
}

fn median(mut ask: impl FnMut()) -> f64 {
    let mut took: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let began = std::time::Instant::now();
            ask();
            began.elapsed()
        })
        .collect();
    took.sort();
    took.get(TIMES / 2).map_or(0.0, |median| median.as_secs_f64() * 1000.0)
}

/// The list filtered by text and circumstance, beside the same statements in a bare loop.
fn ratio(app: &App, officer: &Client, kind: &str, size: usize) {
    let path = "/children/search";
    let body = r#"{"q": "nguyen thi", "circumstance": "HC04", "limit": 50}"#;
    let bare_rate = bare::rate(app, "", CLIENTS, Duration::from_secs(SECONDS), bare::children);
    let load = load(&format!("{}/api/v1{path}", app.base), "POST", Some(body), officer.token());
    let rate = load["summary"]["requestsPerSec"].as_f64().unwrap_or(0.0);
    assert!(all_answered(&load), "{}", load["statusCodeDistribution"]);
    println!(
        "{kind:<12} {size:>9} {:<24} {bare_rate:>6.0} bare {rate:>6.0} HTTP, ratio {:.2}",
        "list by text and group",
        rate / bare_rate
    );
}
