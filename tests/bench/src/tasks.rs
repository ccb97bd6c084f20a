//! Reading and updating one task beside the same statements.

use crate::bare;
use crate::client::json;

use crate::load::{self, Request};
use crate::place::Place;
use crate::server::Server;
use crate::table::Lines;
use crate::ward::{id, today};

/// Rows in the table; a large ward of several years.
const TASKS: usize = 5_000;
const CLIENTS: usize = 8;

pub fn measure(lines: &mut Lines<'_>, server: &Server, place: &Place) {
    let officer = server.sign_in("chinhsach");
    let unit = |name: &str| server.sign_in(name).get("/me")["unit"]["id"].clone();
    let today = today();
    let task = json!({"title": "Treo băng-rôn trên trục đường chính", "due_on": (today + chrono::TimeDelta::days(12)).to_string(),
        "lead_unit_id": unit("doan"), "joining_unit_ids": [unit("chinhsach")]});
    let task = officer.post("/tasks", &task);
    bare::multiply(place, id(&task), TASKS);
    officer.post(&format!("/tasks/{}/updates", id(&task)), &json!({"progress": 1}));
    let (read, report) = (format!("/tasks/{}", id(&task)), format!("/tasks/{}/updates", id(&task)));
    let mut compare = |what: &str, request: &Request<'_>, statements: fn(&mut bare::Bare)| {
        load::compare(lines, what, (server, place), CLIENTS, request, (id(&task), statements), 0.5);
    };
    compare("read a task", &Request::get(&officer, &read), bare::read);
    let update = Request::post(&officer, &report, r#"{"progress": 40, "note": "Đã treo"}"#);
    compare("update a task, with its audit row", &update, bare::update);
    compare("list 50 of 5,000 tasks, by text", &Request::get(&officer, "/tasks?limit=50&q=bang%20ron"), bare::list);
}
