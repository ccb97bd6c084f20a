//! The tables: the same in both databases and in `db/schema.rs`; every step goes down and up again.

use std::collections::{BTreeMap, BTreeSet};

use bup::db::{Conn, DatabaseUrl, Pool};
use bup_tests::{App, each};
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

#[derive(QueryableByName, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    #[diesel(sql_type = Text)]
    at_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    empty: String,
}

/// Columns by `table.column`: what they hold, and whether they may be empty.
type Columns = BTreeMap<String, String>;

fn columns(app: &App) -> Columns {
    let (query, kinds): (_, &[(&str, &str)]) = match app.database() {
        Conn::Sqlite(_) => (
            "SELECT m.name AS at_table, c.name AS name, c.type AS kind, CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 \
             THEN 'NO' ELSE 'YES' END AS empty FROM sqlite_master m JOIN pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
            &[("TEXT", "text"), ("INTEGER", "number")],
        ),
        Conn::Pg(_) => (
            "SELECT table_name::text AS at_table, column_name::text AS name, data_type::text AS kind, \
             is_nullable::text AS empty FROM information_schema.columns WHERE table_schema = 'public'",
            // SQLite keeps times and days as text, and yes or no as a number.
            &[
                ("text", "text"),
                ("timestamp without time zone", "text"),
                ("date", "text"),
                ("integer", "number"),
                ("bigint", "number"),
                ("boolean", "number"),
            ],
        ),
    };
    let rows: Vec<Column> = match app.database() {
        Conn::Sqlite(mut conn) => sql_query(query).load(&mut conn).expect("the columns"),
        Conn::Pg(mut conn) => sql_query(query).load(&mut conn).expect("the columns"),
    };
    let rows = rows.into_iter().filter(|row| row.at_table != "__diesel_schema_migrations");
    let shape = |row: Column| {
        let known = kinds.iter().find(|(kind, _)| *kind == row.kind);
        let (_, kind) = known.unwrap_or_else(|| panic!("{}.{} is of the kind {}", row.at_table, row.name, row.kind));
        (format!("{}.{}", row.at_table, row.name), format!("{kind} empty: {}", row.empty))
    };
    rows.map(shape).collect()
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The indexes that were given a name, with their columns.
fn indexes(app: &App) -> BTreeSet<String> {
    let rows: Vec<Line> = match app.database() {
        Conn::Sqlite(mut conn) => sql_query("SELECT sql AS line FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            .load(&mut conn)
            .expect("the indexes"),
        Conn::Pg(mut conn) => sql_query(
            "SELECT 'CREATE INDEX ' || i.relname || ' ON ' || t.relname || ' (' || string_agg(a.attname, ', ' ORDER BY k.at) \
             || ')' AS line FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid \
             JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public' \
             CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY AS k(number, at) \
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number \
             WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid) GROUP BY i.relname, t.relname",
        )
        .load(&mut conn)
        .expect("the indexes"),
    };
    rows.into_iter().map(|row| row.line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// `table! { users (id) { email -> Nullable<Text>, … } }`, read as text.
fn columns_in_code() -> Columns {
    let mut columns = Columns::new();
    let mut table = "";
    for line in include_str!("../../api/src/db/schema.rs").lines().map(str::trim) {
        if let Some(name) = line.strip_suffix(") {").and_then(|line| line.split_once(" (")) {
            table = name.0;
        }
        let Some((name, kind)) = line.strip_suffix(',').and_then(|line| line.split_once(" -> ")) else { continue };
        let inner = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
        let kind_word = match inner.unwrap_or(kind) {
            "Text" | "Timestamp" | "Date" => "text",
            "Integer" | "BigInt" | "Bool" => "number",
            other => panic!("{table}.{name} is {other}"),
        };
        let empty = if inner.is_some() { "YES" } else { "NO" };
        columns.insert(format!("{table}.{name}"), format!("{kind_word} empty: {empty}"));
    }
    columns
}

#[test]
fn both_databases_hold_what_the_code_says() {
    let expected = columns_in_code();
    assert!(expected.len() > 150, "{expected:?}");
    each(|app| {
        let found = columns(app);
        let differing = |(a, b): (&Columns, &Columns)| -> Vec<String> {
            a.iter()
                .filter(|(name, kind)| b.get(*name) != Some(*kind))
                .map(|(name, kind)| format!("{name}: {kind}"))
                .collect()
        };
        assert_eq!(differing((&expected, &found)), Vec::<String>::new(), "in the code only, or otherwise");
        assert_eq!(differing((&found, &expected)), Vec::<String>::new(), "in the database only, or otherwise");
    });
}

#[test]
fn both_databases_have_the_same_indexes() {
    let known = std::cell::RefCell::new(BTreeSet::new());
    each(|app| {
        let found = indexes(app);
        assert!(found.len() > 20, "{found:?}");
        let mut known = known.borrow_mut();
        if known.is_empty() {
            *known = found;
        } else {
            assert_eq!(*known, found);
        }
    });
}

/// How many steps the folder holds.
fn steps() -> usize {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../migrations/sqlite");
    std::fs::read_dir(folder).expect("the migrations").count()
}

#[test]
fn every_step_goes_down_and_up_again() {
    each(|app| {
        let config = &app.gate.services().config;
        let url = DatabaseUrl::parse(config.database_url.as_deref(), &config.data_dir).expect("a URL");
        let pool = Pool::new(url).expect("a pool");
        let (before, indexes_before) = (columns(app), indexes(app));
        assert_eq!(pool.migrate().expect("nothing to do"), 0);
        pool.revert_last_migration().expect("one step down");
        assert!(pool.check_ready().is_err() && columns(app).len() < before.len());
        assert_eq!(pool.migrate().expect("one step up"), 1);
        assert!(pool.check_ready().is_ok());
        for step in 0..steps() {
            pool.revert_last_migration().unwrap_or_else(|error| panic!("step {step} from the top: {error}"));
        }
        assert_eq!(columns(app), Columns::new());
        assert!(pool.revert_last_migration().is_err(), "below the first step");
        assert_eq!(pool.migrate().expect("all steps up"), steps());
        assert_eq!((columns(app), indexes(app)), (before, indexes_before));
    });
}

#[test]
fn both_folders_hold_the_same_steps() {
    let names = |database: &str| -> BTreeSet<String> {
        let folder = format!("{}/../migrations/{database}", env!("CARGO_MANIFEST_DIR"));
        let entries = std::fs::read_dir(folder).expect("the migrations").map(|entry| entry.expect("an entry"));
        entries
            .map(|entry| {
                assert!(entry.path().join("up.sql").is_file() && entry.path().join("down.sql").is_file(), "{entry:?}");
                entry.file_name().to_string_lossy().into_owned()
            })
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
