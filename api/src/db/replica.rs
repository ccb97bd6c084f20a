//! A standby of PostgreSQL for reports and exports: how old its rows are, and whether it may be read at all.
//!
//! Once a second a thread notes where the primary's log of changes ends, and how far the standby has come. Everything
//! that was committed before the newest note that the standby has passed can be seen there: that note's moment is the
//! moment of its data. No clock of a database is asked, so clocks that differ cannot make old rows look young.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, Once, PoisonError, Weak};
use std::time::{Duration, Instant as Stopwatch};

use diesel::r2d2;
use diesel::sql_types::{BigInt, Bool};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::connection::{Manager, build, on_one_state};
use super::{Conn, DatabaseUrl};
use crate::error::{Error, Result};

/// How often the two are compared.
const LOOK: Duration = Duration::from_secs(1);
/// A comparison that is older than this counts for nothing: the thread hangs, and with it one of the two servers.
const TRUSTED: Duration = Duration::from_secs(5);
/// How long a request waits for a connection to the standby before it asks the primary instead.
const WAIT: Duration = Duration::from_millis(300);

/// What was found at the last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// Nobody has looked yet.
    Unknown,
    Follows,
    Behind,
    Away,
    /// It takes changes of its own: promoted, or the address is the primary's.
    NoStandby,
}

struct Seen {
    standing: Standing,
    /// Everything committed before this can be seen.
    as_of: Option<Stopwatch>,
    looked_at: Option<Stopwatch>,
}

pub(crate) struct Replica {
    pool: r2d2::Pool<Manager>,
    primary: r2d2::Pool<Manager>,
    failures: Arc<AtomicUsize>,
    at_most: Duration,
    seen: Mutex<Seen>,
    begin: Once,
}

#[derive(QueryableByName)]
struct End {
    #[diesel(sql_type = BigInt)]
    place: i64,
}

#[derive(QueryableByName)]
struct Progress {
    #[diesel(sql_type = Bool)]
    follows: bool,
    #[diesel(sql_type = BigInt)]
    place: i64,
}

impl Replica {
    pub(super) fn new(url: DatabaseUrl, size: u32, at_most: Duration, primary: r2d2::Pool<Manager>) -> Arc<Self> {
        let failures = Arc::new(AtomicUsize::new(0));
        // Statements without names: whatever stands between here and the standby may be a pooler.
        let pool = build(&url, size, false, &failures);
        let seen = Seen { standing: Standing::Unknown, as_of: None, looked_at: None };
        Arc::new(Self { pool, primary, failures, at_most, seen: Mutex::new(seen), begin: Once::new() })
    }

    /// Runs `work` on the standby, told how old its rows may be; `None` where the primary must be asked.
    pub(crate) fn read<T>(self: &Arc<Self>, work: impl FnOnce(&mut Conn, Duration) -> Result<T>) -> Option<T> {
        self.begin.call_once(|| watch(Arc::downgrade(self)));
        let Some(age) = self.age() else {
            self.count("primary");
            return None;
        };
        let answer = self.connection().and_then(|mut conn| on_one_state(&mut conn, |conn| work(conn, age)));
        match answer {
            Ok(value) => {
                self.count("replica");
                Some(value)
            }
            // What the reader asked wrongly is wrong on the primary too, and answered from there.
            Err(error) => {
                if error.status().is_server_error() {
                    tracing::warn!(%error, cause = error.cause().unwrap_or(""), "the replica did not answer; the primary does");
                }
                self.count("primary");
                None
            }
        }
    }

    fn connection(&self) -> Result<r2d2::PooledConnection<Manager>> {
        self.pool.get_timeout(WAIT).map_err(|_| Error::unavailable())
    }

    fn count(&self, by: &'static str) {
        metrics::counter!("bup_replica_reads_total", "by" => by).increment(1);
    }

    /// How old its rows may be, where that is young enough.
    fn age(&self) -> Option<Duration> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let is_trusted = seen.looked_at.is_some_and(|at| at.elapsed() < TRUSTED);
        let age = seen.as_of?.elapsed();
        (is_trusted && seen.standing == Standing::Follows && age <= self.at_most).then_some(age)
    }

    /// Notes the end of the primary's log, and what the standby has passed.
    fn look(&self, notes: &mut VecDeque<(Stopwatch, i64)>) {
        let began = Stopwatch::now();
        // Before asking: what was committed until now lies before the end that is answered.
        if let Some(end) = end_of(&self.primary) {
            notes.push_back((began, end));
        }
        let before = self.failures.load(Ordering::Relaxed);
        let found = self.progress();
        let (standing, as_of) = match found {
            None => (Standing::Away, None),
            Some(Progress { follows: false, .. }) => (Standing::NoStandby, None),
            Some(Progress { place, .. }) => {
                let passed = notes.iter().rposition(|(_, end)| *end <= place);
                let as_of = passed.and_then(|at| notes.get(at)).map(|(at, _)| *at);
                if let Some(at) = passed {
                    notes.drain(..at);
                }
                let is_young = as_of.is_some_and(|at| at.elapsed() <= self.at_most);
                (if is_young { Standing::Follows } else { Standing::Behind }, as_of)
            }
        };
        // A standby that stands still for hours must not gather notes for hours.
        let forget = notes.len().saturating_sub(4096);
        notes.drain(..forget);
        let age = as_of.map_or(f64::NAN, |at| at.elapsed().as_secs_f64());
        metrics::gauge!("bup_replica_age_seconds").set(age);
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.standing != standing {
            let refused = self.failures.load(Ordering::Relaxed) != before;
            match standing {
                Standing::Follows => tracing::info!("reports are read from the replica"),
                _ => tracing::warn!(?standing, refused, "the replica is not read; the primary answers"),
            }
        }
        *seen = Seen { standing, as_of, looked_at: Some(Stopwatch::now()) };
    }

    fn progress(&self) -> Option<Progress> {
        // A connection that hangs is given up by its own time-out (`connect_timeout`, `tcp_user_timeout` of the address).
        let mut conn = self.pool.get_timeout(WAIT).ok()?;
        let query = "SELECT pg_is_in_recovery() AS follows, \
                     COALESCE(pg_last_wal_replay_lsn() - '0/0'::pg_lsn, 0)::bigint AS place";
        sql_query(query).load::<Progress>(&mut *conn).ok()?.into_iter().next()
    }
}

fn end_of(primary: &r2d2::Pool<Manager>) -> Option<i64> {
    let mut conn = primary.get_timeout(WAIT).ok()?;
    // Refused by a standby: then the address of the primary is wrong, and nothing is noted.
    let query = "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint AS place";
    sql_query(query).load::<End>(&mut *conn).ok()?.into_iter().next().map(|end| end.place)
}

/// Looks once a second, as long as somebody holds the replica.
fn watch(replica: Weak<Replica>) {
    let look = move || {
        let mut notes = VecDeque::new();
        while let Some(replica) = replica.upgrade() {
            replica.look(&mut notes);
            drop(replica);
            std::thread::sleep(LOOK);
        }
    };
    if std::thread::Builder::new().name("replica".to_owned()).spawn(look).is_err() {
        tracing::error!("no thread to watch the replica; the primary answers");
    }
}
