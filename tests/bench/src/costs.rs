//! What safety and comfort cost: the audit log, packing, answers that have not changed.

use crate::bare;
use crate::load::{self, Request};
use crate::place::Place;
use crate::server::Server;
use crate::table::Lines;
use crate::ward::id;

const CLIENTS: usize = 4;

pub fn measure(lines: &mut Lines<'_>, server: &Server, place: &Place) {
    let officer = server.sign_in("chinhsach");
    let task = officer.get("/tasks?limit=1")["items"][0].clone();
    // In turns, as everything: the middle of three.
    let turn = |_| {
        let with = bare::alone(place, id(&task), bare::update);
        (with, bare::alone(place, id(&task), bare::update_unaudited))
    };
    let turns: Vec<(f64, f64)> = (0..3).map(turn).collect();
    let of = |figure: fn(&(f64, f64)) -> f64| crate::table::median(turns.iter().map(figure).collect());
    let (with, without) = (of(|turn| turn.0), of(|turn| turn.1));
    lines.state("bare update of a task without the audit log", without, "µs", "");
    let note = format!("{:+.0} % of it", (with / without - 1.0) * 100.0);
    lines.state("… with its audit row", with, "µs", &note);

    let child = officer.get("/children?limit=1")["items"][0].clone();
    let child = format!("/children/{}", id(&child));
    let tag = officer.send("GET", &child, &[], b"").1;
    let packed = Some(("Accept-Encoding", "gzip"));
    for (what, path, header) in [
        ("read a child", child.as_str(), None),
        ("… unchanged (304)", &child, Some(("If-None-Match", tag.as_str()))),
        ("list of 50 children", "/children?limit=50", None),
        ("… packed (gzip)", "/children?limit=50", packed),
        ("overview of the leader's screen", "/dashboard/overview", None),
        ("… packed (gzip)", "/dashboard/overview", packed),
    ] {
        let request = Request { header, ..Request::get(&officer, path) };
        let size = request.send(&officer);
        let load = load::run(server, CLIENTS, &request);
        let note = format!("{size} bytes, {:.0}/s, p50 {:.1} ms", load.rate, load.p50);
        lines.state(&format!("{what}: processor time"), load.cpu, "ms", &note);
    }
}
