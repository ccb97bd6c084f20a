//! The numbered steps of the tables: which are there, which this program knows, up and down.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;

use diesel::Connection;
use diesel::connection::{CacheSize, SimpleConnection};
use diesel::migration::{Migration, MigrationSource};
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Conn, DatabaseUrl, Pool, begin, commit};
use crate::error::Error;

const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");

/// The table in which diesel writes down what it applied.
pub(crate) const STEPS: &str = "__diesel_schema_migrations";

/// One column of text.
#[derive(QueryableByName)]
pub(crate) struct Line {
    #[diesel(sql_type = Text)]
    pub line: String,
}

impl Pool {
    /// Brings the tables to this program's level; returns how many steps ran.
    pub fn migrate(&self) -> anyhow::Result<usize> {
        let _turn = match self.url() {
            DatabaseUrl::Sqlite(path) => Some(turn(path)?),
            DatabaseUrl::Postgres(_) => None,
        };
        let mut conn = self.url().connect()?;
        if self.is_behind_pooler() {
            return apply_behind_pooler(&mut conn);
        }
        if let Conn::Pg(plain) = &mut conn {
            // Two processes that start together take turns, however long a step takes; released when the connection ends.
            plain.batch_execute("SET lock_timeout = 0; SELECT pg_advisory_lock(7267031)")?;
        }
        apply(&mut conn, |_| true)
    }

    /// Brings an older or empty database up to one step and no further (for tests of upgrades).
    pub fn migrate_up_to(&self, last: &str) -> anyhow::Result<usize> {
        apply(&mut self.url().connect()?, |step| step <= last)
    }

    /// Takes the newest step back (for tests and for a botched upgrade).
    pub fn revert_last_migration(&self) -> anyhow::Result<()> {
        let mut conn = self.url().connect()?;
        match &mut conn {
            Conn::Sqlite(plain) => plain.revert_last_migration(SQLITE).map(drop),
            Conn::Pg(plain) => plain.revert_last_migration(POSTGRES).map(drop),
        }
        .map_err(|error| anyhow::anyhow!("{error}"))
    }

    /// Whether the database answers and no migration is pending.
    ///
    /// # Errors
    /// When it is not so.
    pub fn check_ready(&self) -> crate::error::Result<()> {
        let pending = self.read(|conn| {
            let pending = match conn {
                Conn::Sqlite(plain) => plain.has_pending_migration(SQLITE),
                Conn::Pg(plain) => plain.has_pending_migration(POSTGRES),
            };
            // A server that goes in the middle of it is away, whatever the steps are.
            pending.map_err(|_| Error::unavailable())
        })?;
        if pending { Err(Error::unavailable()) } else { Ok(()) }
    }
}

/// Two processes that start together take turns, however long a step takes; the system lets go when the file is closed.
fn turn(database: &Path) -> std::io::Result<File> {
    if let Some(folder) = database.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let file = File::options().create(true).truncate(false).write(true).open(database.with_extension("lock"))?;
    file.lock()?;
    Ok(file)
}

/// The steps that this program knows, the oldest first.
pub fn known() -> Vec<String> {
    let steps = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE).unwrap_or_default();
    let mut names: Vec<String> = steps.iter().map(|step| step.name().version().to_string()).collect();
    names.sort_unstable();
    names
}

/// The steps that a database has taken, the oldest first; none for an empty one. Only looks.
///
/// # Errors
/// When the database refuses.
pub(crate) fn applied(conn: &mut Conn) -> anyhow::Result<Vec<String>> {
    let is_there = match conn {
        Conn::Sqlite(_) => format!("SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name = '{STEPS}'"),
        Conn::Pg(_) => format!("SELECT '' AS line WHERE to_regclass('{STEPS}') IS NOT NULL"),
    };
    if sql_query(is_there).load::<Line>(conn)?.is_empty() {
        return Ok(Vec::new());
    }
    let steps: Vec<Line> = sql_query(format!("SELECT version AS line FROM {STEPS}")).load(conn)?;
    let mut steps: Vec<String> = steps.into_iter().map(|step| step.line).collect();
    steps.sort_unstable();
    Ok(steps)
}

/// Takes those of the missing steps that are wanted; how many.
///
/// # Errors
/// With the step that failed; it is taken back then, those before it are not.
pub(crate) fn apply(conn: &mut Conn, wanted: impl Fn(&str) -> bool) -> anyhow::Result<usize> {
    match conn {
        Conn::Sqlite(plain) => apply_from(plain, &SQLITE, wanted),
        Conn::Pg(plain) => apply_from(plain, &POSTGRES, wanted),
    }
    .map_err(|error| anyhow::anyhow!("{error}"))
}

/// All steps in one transaction: behind a pooler a lock of the session would stay with a server process that serves
/// somebody else next, and so would statements with names.
fn apply_behind_pooler(conn: &mut Conn) -> anyhow::Result<usize> {
    if let Conn::Pg(plain) = conn {
        plain.set_prepared_statement_cache_size(CacheSize::Disabled);
    }
    begin(conn)?;
    if let Conn::Pg(plain) = conn {
        plain.batch_execute("SELECT pg_advisory_xact_lock(7267031)")?;
    }
    // What failed ends with the connection.
    let taken = apply(conn, |_| true)?;
    commit(conn)?;
    Ok(taken)
}

fn apply_from<C, DB>(
    conn: &mut C,
    source: &EmbeddedMigrations,
    wanted: impl Fn(&str) -> bool,
) -> diesel::migration::Result<usize>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    let done: BTreeSet<String> = conn.applied_migrations()?.iter().map(ToString::to_string).collect();
    let mut steps: Vec<Box<dyn Migration<DB>>> = source.migrations()?;
    steps.sort_by_key(|step| step.name().version().as_owned());
    let mut taken = 0;
    for step in steps {
        let version = step.name().version().to_string();
        if !done.contains(&version) && wanted(&version) {
            conn.run_migration(&*step)?;
            taken += 1;
        }
    }
    Ok(taken)
}
