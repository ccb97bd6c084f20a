//! What an administrator does: units, accounts, the ward itself, delegations; and the audit log that tells of it.

mod audit;
mod delegations;
mod open_work;
mod two_wards;
mod units;
mod users;
mod wards;

use bup::access::PublicCx;
use bup::db::Conn;
use bup_tests::{App, Client, Value, json};
use diesel::{Connection, PgConnection, SqliteConnection};

/// The database of a running server, for what no route makes (a second ward) or shows (kept answers).
pub fn database(app: &App) -> Conn {
    let config = &app.gate.services().config;
    match &config.database_url {
        Some(url) => Conn::Pg(PgConnection::establish(url).expect("PostgreSQL")),
        None => {
            let path = config.data_dir.join("bup.db");
            Conn::Sqlite(SqliteConnection::establish(&path.to_string_lossy()).expect("SQLite"))
        }
    }
}

/// Does what the command line may do.
pub fn behind_the_scenes<T>(app: &App, work: impl FnOnce(&mut PublicCx<'_>) -> bup::error::Result<T>) -> T {
    let mut conn = database(app);
    let services = app.gate.services();
    let mut cx =
        PublicCx { conn: &mut conn, services, now: services.clock.now(), request_id: "test", audit_rows: Vec::new() };
    work(&mut cx).expect("the statement works")
}

/// The unit with this code, as the client sees it.
#[track_caller]
pub fn unit(client: &Client, code: &str) -> Value {
    let units = client.get("/units?limit=200").ok();
    units["items"].as_array().and_then(|all| all.iter().find(|unit| unit["code"] == code)).expect("the unit").clone()
}

/// The account with this username, as the client sees it.
#[track_caller]
pub fn user(client: &Client, username: &str) -> Value {
    let users = client.get("/users?limit=200").ok();
    users["items"]
        .as_array()
        .and_then(|all| all.iter().find(|user| user["username"] == username))
        .expect("the user")
        .clone()
}

pub fn sign_in_with(app: &App, username: &str, password: &Value) -> bup_tests::Answer {
    app.anybody().post("/auth/login", json!({"username": username, "password": password}))
}

/// The values of one member over the rows of a list.
pub fn column(list: &Value, member: &str) -> Vec<String> {
    let items = list["items"].as_array().expect("a list");
    items.iter().map(|row| row[member].as_str().map_or_else(|| row[member].to_string(), str::to_owned)).collect()
}

/// The mistakes of a 422 as `field: code`.
pub fn mistakes(problem: &Value) -> Vec<String> {
    let errors = problem["errors"].as_array().expect("errors");
    errors
        .iter()
        .map(|e| format!("{}: {}", e["field"].as_str().unwrap_or(""), e["code"].as_str().unwrap_or("")))
        .collect()
}
