//! One ward with ever more children, and one ward among many. List, read, write and search shall cost at the largest
//! size at most half as much again as at the smallest.
//!
//! `BUP_BENCH_CHILDREN=10000,200000` names the sizes of the ward. `BUP_BENCH_WARDS=99` puts so many wards of the first
//! size beside it before it grows: a million children as an upper level has them.

use bup::clock::Clock;
use bup::config::Config;
use bup_tests::{Client, json};

use crate::bare;
use crate::load::{self, Request, once, waited};
use crate::server::Server;
use crate::table::{Lines, Target};
use crate::ward::id;

const CLIENTS: usize = 32;

/// What shall not grow with the registry; the rest is stated.
const STEADY: usize = 6;

type Medians = Vec<(&'static str, f64)>;

pub fn measure(lines: &mut Lines<'_>, config: &Config) {
    let sizes = std::env::var("BUP_BENCH_CHILDREN").unwrap_or_else(|_| "10000,200000".to_owned());
    let wards: usize = std::env::var("BUP_BENCH_WARDS").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let gate = bup::server::open(config.clone(), Clock::system()).expect("a database");
    bup::demo::basic(&gate).expect("the ward");
    let (mut made, mut first): (usize, Option<Medians>) = (0, None);
    for size in sizes.split(',').map(|size| size.trim().parse::<usize>().expect("a number of children")) {
        let (took, filled) = once(|| bup::demo::fill_children(&gate, made..size));
        filled.expect("children");
        lines.state(&format!("{size} children: making {}", size - made), took / 1000.0, "s", "");
        made = size;
        bare::Bare::open(config, "").run("ANALYZE");
        let medians = at(lines, config, &format!("{size} children"), first.as_ref());
        ratio(lines, config, size);
        if first.is_none() && wards > 0 {
            let (took, ()) = once(|| bare::more_wards(config, wards));
            let what = format!("{} wards of {size}", wards + 1);
            lines.state(&format!("{what}: making {wards}"), took / 1000.0, "s", "");
            at(lines, config, &what, Some(&medians));
        }
        first = first.or(Some(medians));
    }
}

/// One line for each request, beside what it took at the first size.
fn at(lines: &mut Lines<'_>, config: &Config, size: &str, first: Option<&Medians>) -> Medians {
    let server = Server::start(config);
    let medians = medians(&server.sign_in("chinhsach"));
    for (place, (what, took)) in medians.iter().enumerate() {
        let before = first.and_then(|first| first.get(place)).map(|(_, before)| *before);
        let what = format!("{size}: {what}");
        match before {
            Some(before) if place < STEADY => {
                let note = format!("{took:.1} ms beside {before:.1} ms");
                lines.add(&what, took / before, "×", Target::AtMost(1.5, "×"), &note);
            }
            _ => lines.state(&what, *took, "ms", ""),
        }
    }
    medians
}

fn medians(officer: &Client) -> Medians {
    let page = officer.get("/children?limit=50").ok();
    let mut child = page["items"][0].clone();
    let one = format!("/children/{}", id(&child));
    let next = format!("/children?limit=50&cursor={}", page["next_cursor"].as_str().unwrap_or(""));
    let get = |path: &str| waited(|| drop(officer.get(path).ok()));
    let search = |words: &str| waited(|| drop(officer.post("/children/search", json!({"q": words, "limit": 50})).ok()));
    let write = || {
        child = officer.patch(&one, &child["version"], json!({"notes": format!("Lần {}", child["version"])})).ok();
    };
    let write = waited(write);
    vec![
        ("list", get("/children?limit=50")),
        ("list, second page", get(&next)),
        ("read", get(&one)),
        ("write", write),
        ("search, a common name", search("nguyen thi")),
        ("search, nobody", search("khong co ai")),
        ("list by group", get("/children?limit=50&circumstance=HC04")),
        ("coverage", get("/children/coverage")),
        ("desk of duplicates", get("/children/duplicates")),
    ]
}

/// The list filtered by text and circumstance, beside the same statements in a bare loop.
fn ratio(lines: &mut Lines<'_>, config: &Config, size: usize) {
    let server = Server::start(config);
    let officer = server.sign_in("chinhsach");
    let body = r#"{"q": "nguyen thi", "circumstance": "HC04", "limit": 50}"#;
    let request =
        Request { method: "POST", path: "/children/search", body: Some(body), token: officer.token(), header: None };
    let what = format!("{size} children: list of 50 by text and group");
    load::compare(lines, &what, (&server, config), CLIENTS, &request, ("", bare::children), 0.6);
}
