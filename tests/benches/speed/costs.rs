//! What safety and comfort cost: sealing, the audit log, packing, answers that have not changed.

use std::hint::black_box;

use bup::clock::Clock;
use bup::config::Config;
use bup::keys::sealed;

use crate::bare;
use crate::load::{self, Request, once};
use crate::server::Server;
use crate::table::Lines;
use crate::ward::id;

const CLIENTS: usize = 4;

pub fn measure(lines: &mut Lines<'_>, server: &Server, config: &Config) {
    if config.database_url.is_none() {
        seals(lines, config);
    }
    let officer = server.sign_in("chinhsach");
    let task = officer.get("/tasks?limit=1").ok()["items"][0].clone();
    // In turns, as everything: the middle of three.
    let turn = |_| {
        let with = bare::alone(config, id(&task), bare::update);
        (with, bare::alone(config, id(&task), bare::update_unaudited))
    };
    let turns: Vec<(f64, f64)> = (0..3).map(turn).collect();
    let of = |figure: fn(&(f64, f64)) -> f64| crate::table::median(turns.iter().map(figure).collect());
    let (with, without) = (of(|turn| turn.0), of(|turn| turn.1));
    lines.state("bare update of a task without the audit log", without, "µs", "");
    let note = format!("{:+.0} % of it", (with / without - 1.0) * 100.0);
    lines.state("… with its audit row", with, "µs", &note);

    let child = officer.get("/children?limit=1").ok()["items"][0].clone();
    let child = format!("/children/{}", id(&child));
    let tag = format!("If-None-Match: {}", officer.get(&child).header("etag"));
    let packed = Some("Accept-Encoding: gzip");
    for (what, path, header) in [
        ("read a child", child.as_str(), None),
        ("… unchanged (304)", &child, Some(tag.as_str())),
        ("list of 50 children", "/children?limit=50", None),
        ("… packed (gzip)", "/children?limit=50", packed),
        ("overview of the leader's screen", "/dashboard/overview", None),
        ("… packed (gzip)", "/dashboard/overview", packed),
    ] {
        let asks = match header.and_then(|header| header.split_once(": ")) {
            Some((name, value)) => officer.with(name, value),
            None => officer.clone(),
        };
        let size = asks.get(path).bytes.len();
        let request = Request { method: "GET", path, body: None, token: officer.token(), header };
        let load = load::run(server, CLIENTS, &request);
        let note = format!("{size} bytes, {:.0}/s, p50 {:.1} ms", load.rate, load.p50);
        lines.state(&format!("{what}: processor time"), load.cpu, "ms", &note);
    }
}

/// A number of identity, sealed and opened.
fn seals(lines: &mut Lines<'_>, config: &Config) {
    const TIMES: u32 = 20_000;
    let gate = bup::server::open(config.clone(), Clock::system()).expect("a database");
    let (vault, place) = (&gate.services().vault, sealed::PERSONAL_ID.of("a row"));
    let seal = || vault.seal(&place, "000312345678").expect("sealed");
    let text = seal();
    let micros = |work: &dyn Fn()| once(|| (0..TIMES).for_each(|_| work())).0 * 1000.0 / f64::from(TIMES);
    lines.state("seal a number of identity", micros(&|| drop(black_box(seal()))), "µs", "");
    let open = || vault.open(&place, &text).expect("opened");
    lines.state("open it", micros(&|| drop(black_box(open()))), "µs", "50 of them on a page");
    lines.state("find it by its fingerprint", micros(&|| drop(black_box(vault.index("x", "000312345678")))), "µs", "");
}
