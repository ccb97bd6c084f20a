//! Whether a child, a concern or a case of somebody else is there must not be told: not by the answer, and not by how
//! long it takes.

use bup::db::Conn;
use bup_tests::operations::{NO_ROW, Operation, operations};
use bup_tests::{Answer, App, Client, Value, each, json};
use diesel::{RunQueryDsl, sql_query};

/// A row that an account may not know of: the account, the beginning of its addresses, its id.
type Foreign = (&'static str, &'static str, String);

fn foreign_rows(app: &App) -> Vec<Foreign> {
    let officer = app.sign_in("chinhsach");
    let id = |row: &Value| row["id"].as_str().expect("an id").to_owned();
    let child = json!({"full_name": "Nguyễn Thị Hoà", "date_of_birth": "2016-05-01",
        "neighborhood_id": app.unit_of("khupho2")});
    let child = id(&officer.post("/children", child).ok());
    let told = json!({"narrative": "Bị đánh", "received_via": "phone", "danger_level": "high"});
    let concern = id(&officer.post("/concerns", told.clone()).ok());
    let opened = id(&officer.post("/concerns", told).ok());
    let case = id(&officer.post("/cases", json!({"concern_id": opened})).ok());
    vec![
        ("congan", "/cases/{id}", case.clone()),
        ("yte", "/cases/{id}", case),
        ("khupho1", "/children/{id}", child),
        ("khupho1", "/concerns/{id}", concern.clone()),
        ("congan", "/concerns/{id}", concern),
    ]
}

fn ask(person: &Client, operation: &Operation, id: &str) -> Answer {
    let body = if operation.takes_json() { operation.sample().to_string() } else { String::new() };
    person.raw(&operation.method, &operation.path(id), "application/json", body.into_bytes())
}

/// Everything of an answer but what is new each time, and the id that the asker gave.
fn told(answer: &Answer, id: &str) -> (u16, Vec<String>, String) {
    let mut problem = answer.json();
    if let Some(members) = problem.as_object_mut() {
        members.remove("request_id");
    }
    let named = answer.headers.iter().filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()));
    let mut headers: Vec<String> = named.map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.sort();
    (answer.status, headers, problem.to_string().replace(id, "ID"))
}

#[test]
fn what_is_not_yours_answers_as_what_is_not_there() {
    each(|app| {
        let all = operations();
        for (account, prefix, id) in foreign_rows(app) {
            let person = app.sign_in(account).with("If-Match", "\"1\"");
            // The glass is there to be broken: the leader is told at once, and it is for those who have that right.
            let is_glass = |one: &Operation| account == "congan" && one.template.ends_with("/break-glass");
            let of_row = all.iter().filter(|one| one.template.starts_with(prefix) && !is_glass(one));
            let of_row: Vec<&Operation> = of_row.collect();
            assert!(of_row.len() > 4, "{prefix}");
            for operation in of_row {
                let (foreign, missing) = (ask(&person, operation, &id), ask(&person, operation, NO_ROW));
                let told = (told(&foreign, &id), told(&missing, NO_ROW));
                assert_eq!(told.0, told.1, "{account} {}", operation.name());
                assert!(foreign.status >= 400, "{account} {}: {}", operation.name(), foreign.status);
            }
        }
    });
}

#[test]
fn nobody_waits_for_a_row_that_they_may_not_know_of() {
    each(|app| {
        let rows = foreign_rows(app);
        let Conn::Pg(mut conn) = app.database() else { return };
        for statement in [
            "BEGIN",
            "SELECT id FROM cases FOR UPDATE",
            "SELECT id FROM concerns FOR UPDATE",
            "SELECT id FROM children FOR UPDATE",
        ] {
            sql_query(statement).execute(&mut conn).expect(statement);
        }
        // Somebody is writing them all the while.
        for (account, prefix, id) in rows {
            let path = prefix.replace("{id}", &id);
            let answer = app.sign_in(account).patch(&path, &json!(1), json!({}));
            assert!(matches!(answer.status, 403 | 404), "{account} {path}: {}", answer.text());
        }
    });
}
