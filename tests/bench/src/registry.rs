//! One ward with ever more children, and one ward among many. List, read, write and search shall cost at the largest
//! size at most half as much again as at the smallest.
//!
//! `BUP_BENCH_CHILDREN=10000,200000` names the sizes of the ward. `BUP_BENCH_WARDS=99` puts so many wards beside the
//! first, of the same size: a million children as an upper level has them.

use crate::bare;
use crate::client::{Client, json};
use crate::load::{self, Request, once, waited};
use crate::place::{self, Place};
use crate::server::Server;
use crate::table::{Lines, Table, Target};
use crate::ward::id;

const CLIENTS: usize = 32;

/// What shall not grow with the registry; the rest is stated.
const STEADY: usize = 6;

type Medians = Vec<(&'static str, f64)>;

/// Of one of the databases of [`place::empty`]: each size has one of its own.
pub fn measure(table: &mut Table, database: usize) {
    let sizes = std::env::var("BUP_BENCH_CHILDREN").unwrap_or_else(|_| "10000,200000".to_owned());
    let wards: usize = std::env::var("BUP_BENCH_WARDS").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut first: Option<Medians> = None;
    for size in sizes.split(',').map(|size| size.trim().parse::<usize>().expect("a number of children")) {
        let place = &place::empty().swap_remove(database);
        let lines = &mut table.of(place.database());
        let (took, ()) = once(|| place.fill(size));
        lines.state(&format!("{size} children: making them"), took / 1000.0, "s", "");
        bare::Bare::open(place, "").run("ANALYZE");
        let medians = at(lines, place, &format!("{size} children"), first.as_ref());
        ratio(lines, place, size);
        if first.is_none() && wards > 0 {
            let (took, ()) = once(|| bare::more_wards(place, wards));
            let what = format!("{} wards of {size}", wards + 1);
            lines.state(&format!("{what}: making {wards}"), took / 1000.0, "s", "");
            at(lines, place, &what, Some(&medians));
        }
        first = first.or(Some(medians));
    }
}

/// One line for each request, beside what it took at the first size.
fn at(lines: &mut Lines<'_>, place: &Place, size: &str, first: Option<&Medians>) -> Medians {
    let server = Server::start(place);
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
    let page = officer.get("/children?limit=50");
    let mut child = page["items"][0].clone();
    let one = format!("/children/{}", id(&child));
    let next = format!("/children?limit=50&cursor={}", page["next_cursor"].as_str().unwrap_or(""));
    let get = |path: &str| waited(|| drop(officer.get(path)));
    let search = |words: &str| waited(|| drop(officer.post("/children/search", &json!({"q": words, "limit": 50}))));
    let write = || {
        child = officer.patch(&one, &child["version"], &json!({"notes": format!("Lần {}", child["version"])}));
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
fn ratio(lines: &mut Lines<'_>, place: &Place, size: usize) {
    let server = Server::start(place);
    let officer = server.sign_in("chinhsach");
    let body = r#"{"q": "nguyen thi", "circumstance": "HC04", "limit": 50}"#;
    let request = Request::post(&officer, "/children/search", body);
    let what = format!("{size} children: list of 50 by text and group");
    load::compare(lines, &what, (&server, place), CLIENTS, &request, ("", bare::children), 0.6);
}
