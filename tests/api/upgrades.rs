//! A database of every level that there was, with rows in every table: it goes forward in place, and its backup is
//! restored to the same; the newest steps go down with rows in them.

use std::path::Path;

use bup::backup::{self, Secret, Source};
use bup::clock::Clock;
use bup::config::Config;
use bup::crypto::KeyRing;
use bup::db::{Conn, DatabaseUrl, Pool, migrations};
use bup::keys::sealed;
use bup_tests::{connect, empty, rows};
use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

/// The one id of all rows: every row finds those it points at.
const ID: &str = "0190163d-8694-739b-aea5-966c26f8ad90";

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    at_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = BigInt)]
    may_be_empty: i64,
}

fn columns(conn: &mut Conn) -> Vec<Column> {
    match conn {
        Conn::Sqlite(conn) => sql_query(
            "SELECT m.name AS at_table, c.name AS name, c.type AS kind, (c.\"notnull\" = 0 AND c.pk = 0) AS may_be_empty \
             FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' \
             AND m.name NOT LIKE 'sqlite_%' AND m.name <> '__diesel_schema_migrations'",
        )
        .load(conn),
        Conn::Pg(conn) => sql_query(
            "SELECT table_name::text AS at_table, column_name::text AS name, data_type::text AS kind, \
             (is_nullable = 'YES')::int::bigint AS may_be_empty FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations'",
        )
        .load(conn),
    }
    .expect("the columns")
}

/// A value that fits a column, `None` where none is needed.
fn value(column: &Column) -> Option<String> {
    let Column { name, kind, .. } = column;
    let is_sealed = sealed::ALL.iter().any(|one| one.table == column.at_table && one.column == name);
    let is_name = name == "id" || name.ends_with("_id") || name == "user_id";
    Some(match kind.as_str() {
        // What is sealed does not open: the keys of this test are new.
        _ if is_sealed && column.may_be_empty == 1 => return None,
        _ if is_sealed => "''".to_owned(),
        "boolean" => "false".to_owned(),
        "date" => "'2024-06-03'".to_owned(),
        "timestamp without time zone" => "'2024-06-03 01:00:00.120'".to_owned(),
        "TEXT" | "text" if is_name => format!("'{ID}'"),
        "TEXT" if name.ends_with("_at") || name == "at" || name == "until" => "'2024-06-03 01:00:00.120'".to_owned(),
        "TEXT" if name.ends_with("_on") || name.starts_with("date_of") || name == "day" => "'2024-06-03'".to_owned(),
        "TEXT" | "text" if name == "hash" => "''".to_owned(),
        "TEXT" | "text" => "'búp'".to_owned(),
        _ => "1".to_owned(),
    })
}

/// One row in every table. A table whose row points at one that is not there yet has another turn.
fn fill(conn: &mut Conn) {
    let mut statements: std::collections::BTreeMap<String, Vec<(String, String)>> = std::collections::BTreeMap::new();
    for column in columns(conn) {
        // The rows of the installation itself are made by it.
        if column.at_table == "seals" {
            continue;
        }
        if let Some(value) = value(&column) {
            statements.entry(column.at_table).or_default().push((column.name, value));
        }
    }
    let mut left: Vec<String> = statements
        .into_iter()
        .map(|(table, values)| {
            let (names, values): (Vec<String>, Vec<String>) = values.into_iter().unzip();
            format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "))
        })
        .collect();
    while !left.is_empty() {
        let before = left.len();
        let mut first = None;
        left.retain(|statement| {
            let done = match conn {
                Conn::Sqlite(conn) => conn.batch_execute(&format!("PRAGMA foreign_keys = ON; {statement}")),
                Conn::Pg(conn) => conn.batch_execute(statement),
            };
            done.map_err(|error| first.get_or_insert(format!("{statement}: {error}")).len()).is_err()
        });
        assert!(left.len() < before, "{first:?}");
    }
}

fn keys(data_dir: &Path) {
    for name in ["vault.json", "index.json", "tokens.json"] {
        KeyRing::generate().create(&data_dir.join("keys").join(name)).expect("a key");
    }
}

fn pool(config: &Config) -> Pool {
    Pool::new(DatabaseUrl::parse(config.database_url.as_deref(), &config.data_dir).expect("a URL")).expect("a pool")
}

fn open(config: &Config) {
    let clock = Clock::fixed(bup_tests::start_of_day());
    let gate = bup::server::open(config.clone(), clock).expect("it opens");
    let verdict = bup::audit::verify::verify(&gate).expect("an answer");
    assert!(matches!(verdict, bup::audit::verify::Verdict::Whole { rows: 1, .. }), "{verdict:?}");
}

/// Levels in turn, those of one remainder: the two halves run beside each other.
fn levels(remainder: usize) {
    let (place, secret) = (tempfile::tempdir().expect("a folder"), Secret::cheap("Trẻ em như búp trên cành"));
    // Before the third step there is no log.
    for (_, level) in migrations::known().iter().enumerate().skip(2).filter(|(at, _)| at % 2 == remainder) {
        for ((config, _data), (target, _target)) in empty().into_iter().zip(empty()) {
            pool(&config).migrate_up_to(level).expect("an old level");
            fill(&mut connect(&config));
            let tables = rows::tables(&mut connect(&config));
            keys(&config.data_dir);
            let file = place.path().join(format!("{level}-{}.backup", config.database_url.is_some()));
            let source = Source::open(&config).expect("the source");
            let clock = Clock::fixed(bup_tests::start_of_day());
            let made = backup::create(&source, &clock, &secret, &file, false).expect("a backup");
            assert_eq!((made.header.level(), made.contents.tables), (level.as_str(), tables.len() as u64));
            assert!(
                pool(&config).check_ready().is_err() || level == migrations::known().last().expect("a step"),
                "it was migrated"
            );
            // In place…
            open(&config);
            // …and through the backup: the same, but for what is sealed with a nonce of its own.
            let done = backup::restore(&target, &file, &secret).unwrap_or_else(|error| panic!("{level}: {error:#}"));
            assert_eq!(done.steps, migrations::known().iter().filter(|step| *step > level).count());
            open(&target);
            let differing = rows::differences(&mut connect(&config), &mut connect(&target), &["seals"]);
            assert_eq!(differing, Vec::<String>::new(), "level {level}");
            let all = rows::all(&mut connect(&target));
            let lost: Vec<&String> = tables.iter().filter(|table| all.get(*table).is_some_and(Vec::is_empty)).collect();
            assert!(lost.is_empty(), "level {level}: {lost:?}");
        }
    }
}

#[test]
fn every_even_level_goes_forward_and_its_backup_too() {
    levels(0);
}

#[test]
fn every_odd_level_goes_forward_and_its_backup_too() {
    levels(1);
}

#[test]
fn the_newest_steps_go_down_with_rows_in_them() {
    for (config, _data) in empty() {
        let pool = pool(&config);
        pool.migrate().expect("the newest level");
        fill(&mut connect(&config));
        for _ in 0..6 {
            pool.revert_last_migration().expect("a step down");
        }
        assert_eq!(pool.migrate().expect("up again"), 6);
        let all = rows::all(&mut connect(&config));
        assert_eq!((all["children"].len(), all["users"].len(), all["audit"].len()), (1, 1, 1));
    }
}

/// `bup serve` beside any other command, on a machine that has just been set up.
#[test]
fn programs_that_start_together_make_the_tables_once() {
    for (config, _data) in empty() {
        let taken: Vec<usize> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..4).map(|_| scope.spawn(|| pool(&config).migrate().expect("a start"))).collect();
            starts.into_iter().map(|start| start.join().expect("a thread")).collect()
        });
        assert_eq!(taken.iter().sum::<usize>(), migrations::known().len(), "{taken:?}");
    }
}
