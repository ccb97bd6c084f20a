//! Everything that a database holds, told the same way whichever it is: to compare two of them. Written apart from the
//! program's own export, which it checks.

use std::collections::BTreeMap;

use bup::db::Conn;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use serde_json::Value;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The column `line` of a query.
pub fn lines(conn: &mut Conn, query: &str) -> Vec<String> {
    let rows: Vec<Line> = match conn {
        Conn::Sqlite(plain) => sql_query(query).load(plain),
        Conn::Pg(plain) => sql_query(query).load(plain),
    }
    .unwrap_or_else(|error| panic!("{query}: {error}"));
    rows.into_iter().map(|row| row.line).collect()
}

/// The tables that a database really has, but for the list of migrations.
pub fn tables(conn: &mut Conn) -> Vec<String> {
    let query = match conn {
        Conn::Sqlite(_) => "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        Conn::Pg(_) => "SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = 'public'",
    };
    let mut tables = lines(conn, query);
    tables.retain(|table| table != "__diesel_schema_migrations");
    tables.sort();
    tables
}

/// The rows of every table, sorted.
pub fn all(conn: &mut Conn) -> BTreeMap<String, Vec<String>> {
    let tables = tables(conn);
    tables
        .into_iter()
        .map(|table| {
            let query = match conn {
                Conn::Pg(_) => format!("SELECT to_jsonb(t)::text AS line FROM {table} t"),
                Conn::Sqlite(_) => {
                    let columns = lines(conn, &format!("SELECT name AS line FROM pragma_table_info('{table}')"));
                    let pairs: Vec<String> = columns.iter().map(|name| format!("'{name}', \"{name}\"")).collect();
                    format!("SELECT json_object({}) AS line FROM {table}", pairs.join(", "))
                }
            };
            let mut rows: Vec<String> = lines(conn, &query).iter().map(|line| told(line)).collect();
            rows.sort();
            (table, rows)
        })
        .collect()
}

/// What differs between two databases, in words; nothing when they hold the same.
pub fn differences(one: &mut Conn, other: &mut Conn, but_for: &[&str]) -> Vec<String> {
    let (one, other) = (all(one), all(other));
    let mut told = Vec::new();
    for table in one.keys().chain(other.keys().filter(|table| !one.contains_key(*table))) {
        if but_for.contains(&table.as_str()) || one.get(table) == other.get(table) {
            continue;
        }
        let (left, right) = (one.get(table), other.get(table));
        let first = left.zip(right).and_then(|(left, right)| left.iter().zip(right).find(|(a, b)| a != b));
        told.push(format!("{table}: {:?} and {:?} rows, {first:?}", left.map(Vec::len), right.map(Vec::len)));
    }
    told
}

/// A row with its columns by name; days, moments and yes or no as SQLite keeps them.
fn told(line: &str) -> String {
    let row: BTreeMap<String, Value> = serde_json::from_str(line).expect("a row");
    let told = |value: Value| match value {
        Value::Bool(yes) => Value::from(i64::from(yes)),
        Value::String(text) => Value::from(
            chrono::NaiveDateTime::parse_from_str(&text, "%FT%T%.f")
                .map_or_else(|_| text.clone(), |at| at.format("%F %T%.f").to_string()),
        ),
        other => other,
    };
    let row: BTreeMap<String, Value> = row.into_iter().map(|(name, value)| (name, told(value))).collect();
    serde_json::to_string(&row).expect("JSON")
}
