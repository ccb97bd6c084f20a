//! The demo ward as it is used on a day: start, memory, the leader's screens, an import, the report.

use chrono::{Datelike, TimeDelta};
use rust_xlsxwriter::Workbook;

use crate::client::{Value, json};
use crate::load::{once, waited};
use crate::place::Place;
use crate::server::{Server, program};
use crate::table::{Lines, Target, median};
use crate::{costs, tasks};

pub fn id(row: &Value) -> &str {
    row["id"].as_str().unwrap_or("")
}

/// The day it is where the wards are.
pub fn today() -> chrono::NaiveDate {
    crate::now().date_naive()
}

pub fn measure(lines: &mut Lines<'_>, place: &Place) {
    place.fill(CHILDREN);
    start(lines, place);
    import(lines, place);
    let server = Server::start(place);
    screens(lines, &server);
    report(lines, &server);
    costs::measure(lines, &server, place);
    tasks::measure(lines, &server, place);
}

fn start(lines: &mut Lines<'_>, place: &Place) {
    let starts: Vec<(f64, f64)> = (0..5)
        .map(|_| {
            let server = Server::start(place);
            (server.ready_after.as_secs_f64() * 1000.0, server.memory("VmRSS:"))
        })
        .collect();
    let ready = median(starts.iter().map(|one| one.0).collect());
    lines.add("start with a database to /readyz", ready, "ms", Target::AtMost(300.0, "ms"), "");
    let idle = median(starts.iter().map(|one| one.1).collect());
    lines.add("memory, idle", idle, "MB", Target::AtMost(60.0, "MB"), "");
    let stripped = place.dir().join("stripped");
    let strip = std::process::Command::new("strip").arg("-o").arg(&stripped).arg(program()).status();
    let file = if strip.is_ok_and(|status| status.success()) { stripped } else { program() };
    let size = std::fs::metadata(file).map_or(f64::NAN, |found| found.len() as f64 / 1e6);
    lines.add("program, stripped", size, "MB", Target::AtMost(40.0, "MB"), "");
}

/// As many as the demo has when nothing is said: with another number it has no stories.
const CHILDREN: usize = 3_000;

/// 200 tasks, 27 cases.
fn screens(lines: &mut Lines<'_>, server: &Server) {
    let (officer, leader) = (server.sign_in("chinhsach"), server.sign_in("lanhdao"));
    let units = ["doan", "vanhoa", "congan", "mttq", "yte", "khupho1"]
        .map(|name| server.sign_in(name).get("/me")["unit"]["id"].clone());
    let there = officer.get("/tasks?limit=1")["total"].as_i64().unwrap_or(0);
    let today = today();
    for (number, unit) in (there..200).zip(units.iter().cycle()) {
        let due = (today + TimeDelta::days(number % 40)).to_string();
        officer.post("/tasks", &json!({"title": format!("Việc {number}"), "due_on": due, "lead_unit_id": unit}));
    }
    for (what, path, target) in [
        ("dashboard of the leader", "/dashboard", Target::AtMost(15.0, "ms")),
        ("overview of the leader", "/dashboard/overview", Target::AtMost(15.0, "ms")),
        ("the leader's bell and name (/me)", "/me", Target::None),
    ] {
        let (size, before) = (leader.send("GET", path, &[], b"").0.len(), server.cpu());
        let mut asked = 0.0;
        let took = waited(|| {
            asked += 1.0;
            drop(leader.get(path));
        });
        let cpu = (server.cpu() - before) * 1000.0 / asked;
        let note = format!("one client, over loopback; {cpu:.1} ms of processor time, {:.0} kB", size as f64 / 1000.0);
        lines.add(what, took, "ms", target, &note);
    }
}

/// The ward's report of the plan's month as Word and Excel.
fn report(lines: &mut Lines<'_>, server: &Server) {
    let officer = server.sign_in("chinhsach");
    let plan = officer.get("/plans")["items"][0].clone();
    let kept = officer.get("/reports?kind=ward_final")["items"][0].clone();
    let (began, report) = once(|| {
        let new = json!({"kind": "ward_final", "plan_id": plan["id"]});
        if kept.is_object() { kept } else { officer.post("/reports", &new) }
    });
    let file = |rest: &str| {
        let path = format!("/reports/{}/{rest}", id(&report));
        waited(|| drop(officer.send("GET", &path, &[], b"")))
    };
    let (word, excel) = (file("document.docx"), file("appendix.xlsx"));
    let note = format!("docx {word:.0} ms, xlsx {excel:.0} ms; begun in {began:.0} ms");
    lines.add("final report, .docx and .xlsx", word + excel, "ms", Target::AtMost(500.0, "ms"), &note);
}

const ROWS: u32 = 5_000;

/// A list as wards have them, of children whom nobody knows yet.
fn list() -> Vec<u8> {
    const FAMILIES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
    const GIVEN: [&str; 10] = ["An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh", "Minh", "Ngọc"];
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let head = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Khu phố", "Họ tên mẹ", "Số điện thoại mẹ"];
    let mut write = |row: u32, cells: [String; 7]| {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    };
    write(0, head.map(str::to_owned));
    let year = today().year() - 9;
    let pick = |list: &[&str], number: u32| list[number as usize % list.len()].to_owned();
    for row in 1..=ROWS {
        let name = format!("{} {} {}", pick(&FAMILIES, row), pick(&GIVEN, row / 8), pick(&GIVEN, row / 80));
        let born = format!("{:02}/{:02}/{}", 1 + row % 28, 1 + row / 28 % 12, year + (row / 336 % 6) as i32);
        let mother = format!("{} Thị {}", pick(&FAMILIES, row / 3), pick(&GIVEN, row / 7));
        let sex = if row % 2 == 0 { "Nữ" } else { "Nam" };
        let cells = [row.to_string(), name, born, sex.to_owned(), format!("Khu phố {}", 1 + row % 11), mother];
        let [number, name, born, sex, place, mother] = cells;
        write(row, [number, name, born, sex, place, mother, format!("0901{row:06}")]);
    }
    workbook.save_to_buffer().expect("a file")
}

/// All or nothing, on a server that has done nothing else but sign somebody in.
fn import(lines: &mut Lines<'_>, place: &Place) {
    let server = Server::start(place);
    let officer = server.sign_in("chinhsach");
    let (bytes, signed_in) = (list(), server.memory("VmHWM:"));
    let (read, import) = once(|| officer.upload("/children/import", "danh-sach.xlsx", &bytes));
    assert_eq!(import["counts"]["wrong"], 0, "{}", import["counts"]);
    let path = format!("/children/import/{}/commit", id(&import));
    let (written, done) = once(|| officer.post(&path, &json!({"mode": "all"})));
    assert_eq!(done["status"], "committed");
    let note = format!(
        "read and compared {:.1} s, written {:.1} s; {} new",
        read / 1000.0,
        written / 1000.0,
        done["counts"]["new"]
    );
    lines.add("import of 5,000 children", (read + written) / 1000.0, "s", Target::AtMost(3.0, "s"), &note);
    let note = format!("after sign-in {signed_in:.0} MB");
    lines.add("memory of that import, peak", server.memory("VmHWM:"), "MB", Target::AtMost(150.0, "MB"), &note);
    // What follows is measured of 3,000 children.
    officer.post(&format!("/children/import/{}/undo", id(&import)), &json!({}));
}
