//! Fresh databases: one seeded template each, copied for every test.

use std::path::Path;
use std::sync::OnceLock;

use bup::clock::Clock;
use bup::config::Config;
use bup::db::Conn;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection, sql_query};
use tempfile::TempDir;

/// Hashing a password takes 30 ms at the real settings; tests sign in thousands of times.
pub fn cheap_config() -> Config {
    Config {
        password_memory_kib: 64,
        password_rounds: 1,
        login_attempts_per_minute: 100_000,
        // A test asks for more in a second than a person in an hour; what the limits do has tests of its own.
        reads_per_minute: 0,
        searches_per_minute: 0,
        files_per_minute: 0,
        writes_per_minute: 0,
        uploads_per_minute: 0,
        audit_copy_mail: false,
        // The tests of this setting set it; elsewhere leaders and officers work without a telephone.
        totp_roles: Vec::new(),
        ..Config::default()
    }
}

/// The database and data folder of one test.
pub struct Data {
    dir: TempDir,
    postgres: Option<(String, String)>,
}

impl Data {
    pub fn dir(&self) -> &Path {
        self.dir.path()
    }

    pub fn url(&self) -> Option<String> {
        self.postgres.as_ref().map(|(server, name)| database_url(server, name))
    }
}

impl Data {
    pub(crate) fn cut_off(&self, away: bool) -> bool {
        let Some((server, name)) = &self.postgres else { return false };
        run_postgres(server, &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {}", !away));
        if away {
            let end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname";
            run_postgres(server, &format!("{end} = '{name}'"));
        }
        true
    }
}

impl Drop for Data {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres {
            run_postgres(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// A fresh database of every kind that this run tests.
pub fn fresh() -> Vec<Data> {
    let mut all = vec![sqlite()];
    all.extend(std::env::var("TEST_DATABASE_URL").ok().map(|server| postgres(&server)));
    all
}

/// A data folder without anything and an empty database, of every kind that this run tests.
pub fn empty() -> Vec<Data> {
    let dir = || tempfile::tempdir().expect("a temporary folder");
    let mut all = vec![Data { dir: dir(), postgres: None }];
    if let Ok(server) = std::env::var("TEST_DATABASE_URL") {
        let name = format!("bup_empty_{}", uuid::Uuid::now_v7().simple());
        run_postgres(&server, &format!("CREATE DATABASE {name}"));
        all.push(Data { dir: dir(), postgres: Some((server, name)) });
    }
    all
}

/// Another connection to a database.
pub fn connect(config: &Config) -> Conn {
    match &config.database_url {
        Some(url) => Conn::Pg(PgConnection::establish(url).expect("the database answers")),
        None => {
            let path = config.data_dir.join("bup.db");
            let mut conn = SqliteConnection::establish(&path.to_string_lossy()).expect("the file opens");
            sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).expect("patience");
            Conn::Sqlite(conn)
        }
    }
}

fn sqlite() -> Data {
    static TEMPLATE: OnceLock<TempDir> = OnceLock::new();
    let template = TEMPLATE.get_or_init(|| {
        let dir = tempfile::tempdir().expect("a temporary folder");
        seed(None, dir.path());
        dir
    });
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mut conn =
        SqliteConnection::establish(&template.path().join("bup.db").to_string_lossy()).expect("the template");
    // The server that filled the template may still be closing it.
    sql_query("PRAGMA busy_timeout = 5000").execute(&mut conn).expect("patience");
    sql_query(format!("VACUUM INTO '{}'", dir.path().join("bup.db").display())).execute(&mut conn).expect("a copy");
    copy_keys(template.path(), dir.path());
    Data { dir, postgres: None }
}

fn postgres(server: &str) -> Data {
    static TEMPLATE: OnceLock<(String, TempDir)> = OnceLock::new();
    let (template, keys) = TEMPLATE.get_or_init(|| {
        let name = format!("bup_template_{}", std::process::id());
        run_postgres(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        run_postgres(server, &format!("CREATE DATABASE {name}"));
        let dir = tempfile::tempdir().expect("a temporary folder");
        seed(Some(database_url(server, &name)), dir.path());
        run_postgres(
            server,
            &format!("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'"),
        );
        (name, dir)
    });
    // Copies of one template take turns: PostgreSQL refuses a template that is being copied.
    static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let name = format!("bup_test_{}", uuid::Uuid::now_v7().simple());
    run_postgres(server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
    let dir = tempfile::tempdir().expect("a temporary folder");
    copy_keys(keys.path(), dir.path());
    Data { dir, postgres: Some((server.to_owned(), name)) }
}

/// A copied database opens with the keys that its template was sealed with.
fn copy_keys(from: &Path, to: &Path) {
    let (from, to) = (from.join("keys"), to.join("keys"));
    std::fs::create_dir(&to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the keys of the template") {
        let path = entry.expect("an entry").path();
        std::fs::copy(&path, to.join(path.file_name().expect("a name"))).expect("a copy");
    }
}

fn seed(url: Option<String>, dir: &Path) {
    let config = Config { database_url: url, data_dir: dir.to_owned(), ..cheap_config() };
    let gate = bup::server::open(config, Clock::fixed(super::start_of_day())).expect("the template opens");
    bup::demo::basic(&gate).expect("the demo ward");
}

fn run_postgres(server: &str, statement: &str) {
    let mut conn = PgConnection::establish(server).expect("TEST_DATABASE_URL names a server");
    sql_query(statement).execute(&mut conn).unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// Every row of every table, as text.
pub fn dump(conn: &mut PgConnection) -> String {
    #[derive(diesel::QueryableByName)]
    struct Line {
        #[diesel(sql_type = diesel::sql_types::Text)]
        line: String,
    }
    let mut lines = |query: &str| -> Vec<String> {
        let rows: Vec<Line> = sql_query(query).load(conn).expect(query);
        rows.into_iter().map(|row| row.line).collect()
    };
    let tables = lines("SELECT table_name::text AS line FROM information_schema.tables WHERE table_schema = 'public'");
    tables
        .iter()
        .flat_map(|table| lines(&format!("SELECT t::text AS line FROM {table} t")))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The server's URL with another database at its end.
fn database_url(server: &str, name: &str) -> String {
    let (before, query) = server.split_once('?').map_or((server, None), |(before, query)| (before, Some(query)));
    let host = before.rsplit_once('/').map_or(before, |(host, _)| host);
    query.map_or_else(|| format!("{host}/{name}"), |query| format!("{host}/{name}?{query}"))
}
