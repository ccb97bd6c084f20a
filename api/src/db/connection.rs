use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant as Stopwatch};

use diesel::connection::{AnsiTransactionManager, CacheSize, SimpleConnection, TransactionManager};
use diesel::r2d2::{self, ManageConnection};
use diesel::{Connection, ConnectionError, PgConnection, QueryResult, SqliteConnection};

use super::replica::Replica;
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
                let mut conn = PgConnection::establish(url)?;
                conn.batch_execute("SET TIME ZONE 'UTC'; SET client_min_messages = warning;")
                    .map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Conn::Pg(conn))
            }
        }
    }
}

pub(super) struct Manager {
    url: DatabaseUrl,
    /// Statements by name stay with a server process, which a pooler may change between two transactions.
    by_name: bool,
    /// How many connections could not be made.
    failures: Arc<AtomicUsize>,
}

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, r2d2::Error> {
        let mut conn = self.url.connect().map_err(|error| {
            self.failures.fetch_add(1, Ordering::Relaxed);
            r2d2::Error::ConnectionError(error)
        })?;
        if let (Conn::Pg(plain), false) = (&mut conn, self.by_name) {
            plain.set_prepared_statement_cache_size(CacheSize::Disabled);
        }
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), r2d2::Error> {
        statements::uncounted(|| conn.batch_execute("SELECT 1")).map_err(r2d2::Error::QueryError)
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
    readers: r2d2::Pool<Manager>,
    writers: r2d2::Pool<Manager>,
    url: DatabaseUrl,
    failures: Arc<AtomicUsize>,
    by_name: bool,
    replica: Option<Arc<Replica>>,
}

/// How a process reaches its database, besides the address.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// A pooler that gives a server process for one transaction only (PgBouncer, `pool_mode = transaction`).
    pub pooler: bool,
    /// A standby of the same server, for what may be a little behind, and by how much.
    pub replica: Option<(String, Duration)>,
}

type Connected = r2d2::PooledConnection<Manager>;

/// Prepares connections without making one.
pub(super) fn build(url: &DatabaseUrl, size: u32, by_name: bool, failures: &Arc<AtomicUsize>) -> r2d2::Pool<Manager> {
    r2d2::Pool::builder()
        .max_size(size)
        .min_idle(Some(0))
        // Half of it is the longest pause between two attempts to reach a server that was away.
        .connection_timeout(Duration::from_secs(2))
        .test_on_check_out(matches!(url, DatabaseUrl::Postgres(_)))
        .error_handler(Box::new(r2d2::NopErrorHandler))
        .build_unchecked(Manager { url: url.clone(), by_name, failures: Arc::clone(failures) })
}

impl Pool {
    /// Prepares the pool without connecting: a database that is away makes requests answer 503, not the start fail.
    pub fn new(url: DatabaseUrl) -> Result<Self> {
        Self::reaching(url, Reach::default())
    }

    /// Like [`Pool::new`], through a pooler or beside a replica.
    pub fn reaching(url: DatabaseUrl, reach: Reach) -> Result<Self> {
        let cores = std::thread::available_parallelism().map_or(2, |n| n.get());
        statements::watch();
        // Cores + 2: more connections than that only lengthen the slowest answers (measured, docs/decisions.md).
        let size = u32::try_from(cores).unwrap_or(2) + 2;
        let failures = Arc::new(AtomicUsize::new(0));
        let by_name = !reach.pooler;
        let readers = build(&url, size, by_name, &failures);
        let writers = match url {
            DatabaseUrl::Sqlite(_) => build(&url, 1, by_name, &failures),
            DatabaseUrl::Postgres(_) => readers.clone(),
        };
        let replica = reach
            .replica
            .map(|(address, behind)| Replica::new(DatabaseUrl::Postgres(address), size, behind, readers.clone()));
        Ok(Self { readers, writers, url, failures, by_name, replica })
    }

    /// The standby for reading, where there is one.
    pub(crate) fn replica(&self) -> Option<&Arc<Replica>> {
        self.replica.as_ref()
    }

    pub(super) fn is_behind_pooler(&self) -> bool {
        !self.by_name
    }

    pub(crate) fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// A free connection. Where all are busy it waits for one; where none can be made it says so at once, because
    /// the pool would go on trying in silence.
    fn connection(&self, pool: &r2d2::Pool<Manager>) -> Result<Connected> {
        let (began, failed_before) = (Stopwatch::now(), self.failures.load(Ordering::Relaxed));
        for _ in 0..WAITS {
            if let Ok(conn) = pool.get_timeout(WAIT) {
                // What grows first where the processors or the connections are too few.
                metrics::histogram!("bup_pool_wait_seconds").record(began.elapsed().as_secs_f64());
                return Ok(conn);
            }
            if self.failures.load(Ordering::Relaxed) != failed_before {
                break;
            }
        }
        Err(Error::unavailable())
    }

    /// Runs `work` on a connection; only for reading.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.connection(&self.readers)?;
        work(&mut conn)
    }

    /// Runs `work` in one transaction: all of it or nothing.
    pub(crate) fn write<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut conn = self.connection(&self.writers)?;
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
        let mut conn = self.connection(&self.readers)?;
        on_one_state(&mut conn, work)
    }
}

/// Runs `work` in a transaction that sees one state and may not write.
pub(super) fn on_one_state<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    match conn {
        Conn::Sqlite(plain) => AnsiTransactionManager::begin_transaction_sql(plain, "BEGIN")?,
        Conn::Pg(plain) => {
            AnsiTransactionManager::begin_transaction_sql(plain, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        }
    }
    let value = work(conn);
    // Nothing was written; a failed rollback leaves a broken connection, which the pool drops.
    let _ = <Conn as Connection>::TransactionManager::rollback_transaction(conn);
    value
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
