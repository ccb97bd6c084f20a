use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant as Stopwatch};

use diesel::connection::{AnsiTransactionManager, CacheSize, SimpleConnection, TransactionManager};
use diesel::r2d2::{self, ManageConnection};
use diesel::{Connection, ConnectionError, PgConnection, QueryResult, SqliteConnection};

use super::pulse::{self, Pulse};
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
                let mut conn = PgConnection::establish(&patient(url))?;
                // The server lets go soon of what a lost client holds (the head of the audit log is everybody's), and
                // nobody waits for a lock without end. The planner is told of disks without arms, and not to take a
                // second processor for one request: the others are waiting for it.
                conn.batch_execute(
                    "SET TIME ZONE 'UTC'; SET client_min_messages = warning; SET lock_timeout = '10s'; \
                     SET idle_in_transaction_session_timeout = '5min'; SET tcp_keepalives_idle = 10; \
                     SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; SET tcp_user_timeout = 20000; \
                     SET random_page_cost = 1.1; SET max_parallel_workers_per_gather = 0;",
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
    inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub url: DatabaseUrl,
    pub pulse: Pulse,
    by_name: bool,
    pools: RwLock<Pools>,
    failures: Arc<AtomicUsize>,
    replica: Option<Arc<Replica>>,
}

#[derive(Clone)]
struct Pools {
    readers: r2d2::Pool<Manager>,
    writers: r2d2::Pool<Manager>,
}

/// How a process reaches its database, besides the address.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// A pooler that gives a server process for one transaction only (PgBouncer, `pool_mode = transaction`).
    pub pooler: bool,
    /// A standby of the same server, for what may be a little behind, and by how much.
    pub replica: Option<(String, Duration)>,
}

/// How the connections of a pool stand at a moment.
#[derive(Clone, Copy, Debug)]
pub struct PoolState {
    pub name: &'static str,
    pub open: u32,
    pub idle: u32,
    pub at_most: u32,
}

const READERS: &str = "readers";
const WRITERS: &str = "writers";
/// PostgreSQL needs no difference.
const ALL: &str = "all";

type Connected = r2d2::PooledConnection<Manager>;

/// Prepares connections without making one.
pub(super) fn build(url: &DatabaseUrl, size: u32, by_name: bool, failures: &Arc<AtomicUsize>) -> r2d2::Pool<Manager> {
    r2d2::Pool::builder()
        .max_size(size)
        .min_idle(Some(0))
        // Half of it is the longest pause between two tries to connect.
        .connection_timeout(Duration::from_secs(2))
        .test_on_check_out(matches!(url, DatabaseUrl::Postgres(_)))
        .error_handler(Box::new(r2d2::NopErrorHandler))
        .build_unchecked(Manager { url: url.clone(), by_name, failures: Arc::clone(failures) })
}

/// Cores + 2: more connections than that only lengthen the slowest answers (measured, docs/decisions.md).
fn size() -> u32 {
    let cores = std::thread::available_parallelism().map_or(2, |n| n.get());
    u32::try_from(cores).unwrap_or(2) + 2
}

impl Pools {
    fn new(url: &DatabaseUrl, by_name: bool, failures: &Arc<AtomicUsize>) -> Self {
        let readers = build(url, size(), by_name, failures);
        let writers = match url {
            DatabaseUrl::Sqlite(_) => build(url, 1, by_name, failures),
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
        let pools = Pools::new(&self.url, self.by_name, &self.failures);
        *self.pools.write().unwrap_or_else(PoisonError::into_inner) = pools;
    }
}

impl Pool {
    /// Prepares the pool without connecting: a database that is away makes requests answer 503, not the start fail.
    pub fn new(url: DatabaseUrl) -> Result<Self> {
        Self::reaching(url, Reach::default())
    }

    /// Like [`Pool::new`], through a pooler or beside a replica.
    pub fn reaching(url: DatabaseUrl, reach: Reach) -> Result<Self> {
        statements::watch();
        let failures = Arc::new(AtomicUsize::new(0));
        let by_name = !reach.pooler;
        let pools = RwLock::new(Pools::new(&url, by_name, &failures));
        let replica = reach.replica.map(|(address, behind)| {
            // Asked beside the others, whose connections may all be busy, and whose failures are counted.
            let primary = build(&url, 1, by_name, &Arc::default());
            Replica::new(DatabaseUrl::Postgres(address), size(), behind, primary)
        });
        let pulse = Pulse::default();
        Ok(Self { inner: Arc::new(Inner { url, pulse, by_name, pools, failures, replica }) })
    }

    /// The standby for reading, where there is one.
    pub(crate) fn replica(&self) -> Option<&Arc<Replica>> {
        self.inner.replica.as_ref()
    }

    pub(super) fn is_behind_pooler(&self) -> bool {
        !self.inner.by_name
    }

    pub(crate) fn url(&self) -> &DatabaseUrl {
        &self.inner.url
    }

    /// Opens the line over which PostgreSQL is asked whether it is there, so that a slow network does not look like
    /// none at the first question.
    pub(crate) fn listen(&self) {
        if !self.is_file() {
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

    fn is_file(&self) -> bool {
        matches!(self.inner.url, DatabaseUrl::Sqlite(_))
    }

    /// The names that the pools of a database are counted under.
    pub fn names(&self) -> &'static [&'static str] {
        if self.is_file() { &[READERS, WRITERS] } else { &[ALL] }
    }

    /// How the connections stand now.
    pub fn states(&self) -> Vec<PoolState> {
        let Pools { readers, writers } = self.inner.pools();
        let shape = |(name, pool): (&&'static str, r2d2::Pool<Manager>)| {
            let state = pool.state();
            PoolState { name, open: state.connections, idle: state.idle_connections, at_most: pool.max_size() }
        };
        self.names().iter().zip([readers, writers]).map(shape).collect()
    }

    /// How often no connection could be made since the start.
    pub fn failures(&self) -> usize {
        self.inner.failures.load(Ordering::Relaxed)
    }

    fn reader(&self) -> Result<Connected> {
        self.connection(&self.inner.pools().readers, if self.is_file() { READERS } else { ALL })
    }

    fn writer(&self) -> Result<Connected> {
        self.connection(&self.inner.pools().writers, if self.is_file() { WRITERS } else { ALL })
    }

    /// A free connection. Where all are busy it waits for one; where none can be made it says so at once, because
    /// the pool would go on trying in silence.
    fn connection(&self, pool: &r2d2::Pool<Manager>, name: &'static str) -> Result<Connected> {
        let started = Stopwatch::now();
        let failed_before = self.failures();
        for _ in 0..WAITS {
            if self.is_away() {
                return Err(Error::unavailable());
            }
            if let Ok(conn) = pool.get_timeout(WAIT) {
                metrics::histogram!("bup_pool_wait_seconds", "pool" => name).record(started.elapsed().as_secs_f64());
                return Ok(conn);
            }
            if self.failures() != failed_before {
                if !self.is_file() && !self.inner.pulse.ask(&self.inner.url) {
                    pulse::lose(&self.inner);
                }
                return Err(Error::unavailable());
            }
        }
        metrics::counter!("bup_pool_timeouts_total", "pool" => name).increment(1);
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
        let started = Stopwatch::now();
        begin(conn)?;
        if self.is_file() {
            // Within this process one writes after the other; what is waited for here is another process.
            metrics::histogram!("bup_write_lock_seconds").record(started.elapsed().as_secs_f64());
        }
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

/// Keeps others from making a ward until the transaction ends, where no row is there yet that could be locked. SQLite's
/// writers take turns anyway.
pub(crate) fn hold_wards(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        Conn::Pg(plain) => plain.batch_execute("LOCK TABLE wards IN SHARE ROW EXCLUSIVE MODE"),
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
