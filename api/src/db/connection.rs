use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{self, ManageConnection};
use diesel::{Connection, ConnectionError, PgConnection, QueryResult, RunQueryDsl, SqliteConnection};

use super::pulse::{self, Pulse};
use super::statements;
use crate::error::{Error, Result};

/// A connection to either database; every query is checked for both when it compiles.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

/// Where the data is. Chosen by the scheme, never by trying: the derived `establish` would open a SQLite file
/// *named like* a PostgreSQL URL when that server is down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    Postgres(String),
}

impl DatabaseUrl {
    /// `postgres://…` or `postgresql://…`, `sqlite:path`; without a URL the file `bup.db` in the data folder.
    pub fn parse(url: Option<&str>, data_dir: &Path) -> std::result::Result<Self, String> {
        let Some(url) = url.filter(|url| !url.is_empty()) else {
            return Ok(Self::Sqlite(data_dir.join("bup.db")));
        };
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        match url.strip_prefix("sqlite:") {
            Some(path) => Ok(Self::Sqlite(PathBuf::from(path.trim_start_matches("//")))),
            None => Err("DATABASE_URL must begin with postgres:// or sqlite:".into()),
        }
    }

    pub(crate) fn connect(&self) -> std::result::Result<Conn, ConnectionError> {
        match self {
            Self::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
                // FULL: a case file that was acknowledged survives a power cut. `secure_delete`: what is erased of a
                // child does not stay behind in a free page.
                conn.batch_execute(
                    "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                     PRAGMA secure_delete = ON; \
                     PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;",
                )
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Conn::Sqlite(conn))
            }
            Self::Postgres(url) => {
                let mut conn = PgConnection::establish(&patient(url))?;
                // The server lets go soon of what a lost client holds (the head of the audit log is everybody's), and
                // nobody waits for a lock without end.
                conn.batch_execute(
                    "SET TIME ZONE 'UTC'; SET client_min_messages = warning; SET lock_timeout = '10s'; \
                     SET idle_in_transaction_session_timeout = '5min'; SET tcp_keepalives_idle = 10; \
                     SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 20000;",
                )
                .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Conn::Pg(conn))
            }
        }
    }
}

/// A URL with limits on waiting for a server that is gone, unless it has its own: three seconds to connect, ten for
/// what was sent and not received, twenty for a line on which nothing comes.
fn patient(url: &str) -> String {
    const LIMITS: [(&str, u32); 5] = [
        ("connect_timeout", 3),
        ("keepalives_idle", 10),
        ("keepalives_interval", 3),
        ("keepalives_count", 3),
        ("tcp_user_timeout", 10_000),
    ];
    let mut patient = url.to_owned();
    for (name, value) in LIMITS {
        if !url.contains(name) {
            let sign = if patient.contains('?') { '&' } else { '?' };
            patient.push_str(&format!("{sign}{name}={value}"));
        }
    }
    patient
}

struct Manager {
    url: DatabaseUrl,
    /// How many connections could not be made.
    failures: Arc<AtomicUsize>,
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, r2d2::Error> {
        self.url.connect().map_err(|error| {
            self.failures.fetch_add(1, Ordering::Relaxed);
            r2d2::Error::ConnectionError(error)
        })
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), r2d2::Error> {
        let asked = statements::uncounted(|| diesel::sql_query("SELECT 1").execute(conn));
        asked.map(drop).map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        std::thread::panicking() || !is_idle(conn)
    }
}

/// A connection that a panic or a lost server left inside a transaction must not be used again.
fn is_idle(conn: &mut Conn) -> bool {
    use diesel::connection::TransactionManagerStatus;
    let status: &mut TransactionManagerStatus = match conn {
        Conn::Sqlite(plain) => AnsiTransactionManager::transaction_manager_status_mut(plain),
        Conn::Pg(plain) => AnsiTransactionManager::transaction_manager_status_mut(plain),
    };
    matches!(status.transaction_depth(), Ok(None))
}

/// How long a request waits for a connection when all are busy: three seconds, in pieces.
const WAITS: usize = 10;
const WAIT: Duration = Duration::from_millis(300);

/// The connections of one process: readers, and for SQLite exactly one writer (more only fight for the lock).
#[derive(Clone)]
pub struct Pool {
    inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub url: DatabaseUrl,
    pub pulse: Pulse,
    pools: RwLock<Pools>,
    failures: Arc<AtomicUsize>,
}

#[derive(Clone)]
struct Pools {
    readers: r2d2::Pool<Manager>,
    writers: r2d2::Pool<Manager>,
}

type Connected = r2d2::PooledConnection<Manager>;

impl Pools {
    fn new(url: &DatabaseUrl, failures: &Arc<AtomicUsize>) -> Self {
        let cores = std::thread::available_parallelism().map_or(2, |n| n.get());
        // Cores + 2: more connections than that only lengthen the slowest answers (measured, docs/decisions.md).
        let size = u32::try_from(cores).unwrap_or(2) + 2;
        let build = |size: u32| {
            r2d2::Pool::builder()
                .max_size(size)
                .min_idle(Some(0))
                // Half of it is the longest pause between two tries to connect.
                .connection_timeout(Duration::from_secs(2))
                .test_on_check_out(matches!(url, DatabaseUrl::Postgres(_)))
                .error_handler(Box::new(r2d2::NopErrorHandler))
                .build_unchecked(Manager { url: url.clone(), failures: Arc::clone(failures) })
        };
        let readers = build(size);
        let writers = match url {
            DatabaseUrl::Sqlite(_) => build(1),
            DatabaseUrl::Postgres(_) => readers.clone(),
        };
        Self { readers, writers }
    }
}

impl Inner {
    fn pools(&self) -> Pools {
        self.pools.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Leaves the connections that there were to those who still wait for them.
    pub fn begin_anew(&self) {
        let pools = Pools::new(&self.url, &self.failures);
        *self.pools.write().unwrap_or_else(PoisonError::into_inner) = pools;
    }
}

impl Pool {
    /// Prepares the pool without connecting: a database that is away makes requests answer 503, not the start fail.
    pub fn new(url: DatabaseUrl) -> Result<Self> {
        statements::watch();
        let failures = Arc::new(AtomicUsize::new(0));
        let pools = RwLock::new(Pools::new(&url, &failures));
        Ok(Self { inner: Arc::new(Inner { url, pulse: Pulse::default(), pools, failures }) })
    }

    pub(crate) fn url(&self) -> &DatabaseUrl {
        &self.inner.url
    }

    /// Opens the line over which PostgreSQL is asked whether it is there, so that a slow network does not look like
    /// none at the first question.
    pub(crate) fn listen(&self) {
        if matches!(self.inner.url, DatabaseUrl::Postgres(_)) {
            self.inner.pulse.ask(&self.inner.url);
        }
    }

    /// For whoever waited longer than [`pulse::PATIENCE`]: whether there is still something to wait for.
    pub(crate) async fn answers(&self) -> bool {
        pulse::answers(&self.inner).await
    }

    /// Whether PostgreSQL was last found not to answer.
    pub(crate) fn is_away(&self) -> bool {
        self.inner.pulse.is_away()
    }

    fn reader(&self) -> Result<Connected> {
        self.connection(&self.inner.pools().readers)
    }

    fn writer(&self) -> Result<Connected> {
        self.connection(&self.inner.pools().writers)
    }

    /// A free connection. Where all are busy it waits for one; where none can be made it says so at once, because
    /// the pool would go on trying in silence.
    fn connection(&self, pool: &r2d2::Pool<Manager>) -> Result<Connected> {
        let failed_before = self.inner.failures.load(Ordering::Relaxed);
        for _ in 0..WAITS {
            if self.is_away() {
                return Err(Error::unavailable());
            }
            if let Ok(conn) = pool.get_timeout(WAIT) {
                return Ok(conn);
            }
            if self.inner.failures.load(Ordering::Relaxed) != failed_before {
                if matches!(self.inner.url, DatabaseUrl::Postgres(_)) && !self.inner.pulse.ask(&self.inner.url) {
                    pulse::lose(&self.inner);
                }
                return Err(Error::unavailable());
            }
        }
        Err(Error::busy())
    }

    /// Runs `work` on a connection; only for reading.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.reader()?;
        work(&mut conn)
    }

    /// Runs `work` in one transaction: all of it or nothing.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.writer()?;
        let conn = &mut *conn;
        begin(conn)?;
        match work(conn) {
            Ok(value) => {
                commit(conn)?;
                Ok(value)
            }
            Err(error) => {
                // The first error is the one to tell; a failed rollback leaves a broken connection, which the pool drops.
                let _ = <Conn as Connection>::TransactionManager::rollback_transaction(conn);
                Err(error)
            }
        }
    }

    /// Runs `work` on one state of the database, whatever others write meanwhile; only for reading.
    pub(crate) fn snapshot<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.reader()?;
        let conn = &mut *conn;
        match conn {
            Conn::Sqlite(plain) => AnsiTransactionManager::begin_transaction_sql(plain, "BEGIN")?,
            Conn::Pg(plain) => {
                AnsiTransactionManager::begin_transaction_sql(
                    plain,
                    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                )?;
            }
        }
        let value = work(conn);
        // Nothing was written; a failed rollback leaves a broken connection, which the pool drops.
        let _ = <Conn as Connection>::TransactionManager::rollback_transaction(conn);
        value
    }
}

/// Begins a writing transaction; one that nobody commits ends with its connection.
pub(crate) fn begin(conn: &mut Conn) -> QueryResult<()> {
    if let Conn::Sqlite(plain) = conn {
        AnsiTransactionManager::begin_transaction_sql(plain, "BEGIN IMMEDIATE")
    } else {
        <Conn as Connection>::TransactionManager::begin_transaction(conn)
    }
}

pub(crate) fn commit(conn: &mut Conn) -> QueryResult<()> {
    <Conn as Connection>::TransactionManager::commit_transaction(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_keeps_the_limits_that_it_has() {
        let url = patient("postgres://a@b/c?connect_timeout=9");
        assert!(url.starts_with("postgres://a@b/c?connect_timeout=9&keepalives_idle=10"), "{url}");
        assert!(patient("postgres://a@b/c").contains("/c?connect_timeout=3&"));
        assert_eq!(url.matches("connect_timeout").count(), 1);
    }
}
