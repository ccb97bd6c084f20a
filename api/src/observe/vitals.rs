//! How the installation stands at a moment, in counts: for `/metrics` and for the administrator's page.

use std::path::PathBuf;

use chrono::TimeDelta;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Timestamp};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use crate::access::{Gate, Services};
use crate::backup::schedule::{self, Kept};
use crate::config::Config;
use crate::db::schema::job_leases as leases;
use crate::db::types::Instant;
use crate::db::{Conn, DatabaseUrl};
use crate::doctor::files::{Space, space_of};
use crate::error::Result;
use crate::jobs::{self, post};

/// A job that comes so much later than it should is late.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// What the database says.
#[derive(Debug)]
pub struct Vitals {
    pub jobs: Vec<JobVitals>,
    pub counts: Counts,
    /// PostgreSQL; the size of a file is seen without asking.
    pub database_bytes: Option<i64>,
}

#[derive(Debug)]
pub struct JobVitals {
    pub name: &'static str,
    pub every: TimeDelta,
    pub last_run_at: Option<Instant>,
    /// A process is at it.
    pub is_running: bool,
}

impl JobVitals {
    /// Whether it should have come again by now.
    pub fn is_late(&self, started_at: Instant, now: Instant) -> bool {
        let since = self.last_run_at.unwrap_or(started_at).max(started_at);
        now.utc() - since.utc() > self.every * 3 + PATIENCE
    }
}

/// What waits, and what is kept.
#[derive(Debug, QueryableByName)]
pub struct Counts {
    #[diesel(sql_type = BigInt)]
    pub mails_queued: i64,
    #[diesel(sql_type = BigInt)]
    pub mails_given_up: i64,
    #[diesel(sql_type = Nullable<Timestamp>)]
    pub oldest_mail_at: Option<Instant>,
    #[diesel(sql_type = BigInt)]
    pub webhooks_queued: i64,
    #[diesel(sql_type = BigInt)]
    pub webhooks_failing: i64,
    #[diesel(sql_type = BigInt)]
    pub attachments: i64,
    #[diesel(sql_type = BigInt)]
    pub attachment_bytes: i64,
    #[diesel(sql_type = BigInt)]
    pub audit_rows: i64,
}

#[derive(QueryableByName)]
struct Size {
    #[diesel(sql_type = BigInt)]
    bytes: i64,
}

/// Asks the database, in two or three statements.
///
/// # Errors
/// When it refuses.
pub fn ask(conn: &mut Conn, services: &Services, now: Instant) -> Result<Vitals> {
    let waiting = format!("FROM mails WHERE sent_at IS NULL AND tries < {}", post::MAX_TRIES);
    let counts: Counts = sql_query(format!(
        "SELECT (SELECT COUNT(*) {waiting}) AS mails_queued, (SELECT MIN(created_at) {waiting}) AS oldest_mail_at, \
         (SELECT COUNT(*) FROM mails WHERE sent_at IS NULL AND tries >= {}) AS mails_given_up, \
         (SELECT COUNT(*) FROM webhook_deliveries WHERE status = 'pending') AS webhooks_queued, \
         (SELECT COUNT(*) FROM webhooks WHERE failing_since IS NOT NULL) AS webhooks_failing, \
         (SELECT COUNT(*) FROM attachments) AS attachments, \
         (SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachments) AS attachment_bytes, \
         (SELECT COALESCE(MAX(seq), 0) FROM audit) AS audit_rows",
        post::MAX_TRIES
    ))
    .get_result(conn)?;
    let needed: Vec<_> = jobs::needed(&services.config).collect();
    let names: Vec<&str> = needed.iter().map(|(name, _)| *name).collect();
    let known: Vec<(String, Instant, Option<Instant>)> = leases::table
        .filter(leases::name.eq_any(names))
        .select((leases::name, leases::until, leases::last_run_at))
        .load(conn)?;
    let shape = |(name, every)| {
        let lease = known.iter().find(|(known, ..)| known == name);
        let (until, last_run_at) = lease.map_or((None, None), |(_, until, last)| (Some(*until), *last));
        JobVitals { name, every, last_run_at, is_running: until.is_some_and(|until| until > now) }
    };
    let jobs = needed.into_iter().map(shape).collect();
    let database_bytes = match conn {
        Conn::Sqlite(_) => None,
        Conn::Pg(_) => {
            let size: Size = sql_query("SELECT pg_database_size(current_database()) AS bytes").get_result(conn)?;
            Some(size.bytes)
        }
    };
    Ok(Vitals { jobs, counts, database_bytes })
}

/// What is seen without the database.
pub struct Surroundings {
    /// The file of SQLite and the log that it is written ahead in.
    pub database_bytes: Option<u64>,
    pub wal_bytes: Option<u64>,
    pub disks: Vec<(&'static str, Space)>,
    pub newest_backup: Option<Kept>,
}

/// Looks at the disks.
pub fn look_around(gate: &Gate) -> Surroundings {
    let config = &gate.services().config;
    let size = |path: PathBuf| std::fs::metadata(path).ok().map(|about| about.len());
    let (database_bytes, wal_bytes) = match gate.pool().url() {
        DatabaseUrl::Postgres(_) => (None, None),
        DatabaseUrl::Sqlite(path) => {
            let mut wal = path.clone().into_os_string();
            wal.push("-wal");
            (size(path.clone()), Some(size(wal.into()).unwrap_or(0)))
        }
    };
    let folders = [("data", Some(&config.data_dir)), ("backup", config.backup_dir.as_ref())];
    let disks = folders.into_iter().filter_map(|(name, folder)| Some((name, space_of(folder?)?))).collect();
    Surroundings { database_bytes, wal_bytes, disks, newest_backup: newest_backup(config) }
}

fn newest_backup(config: &Config) -> Option<Kept> {
    schedule::list(config.backup_dir.as_deref()?).ok()?.into_iter().next()
}

/// "sqlite" or "postgres".
pub fn kind(gate: &Gate) -> &'static str {
    match gate.pool().url() {
        DatabaseUrl::Sqlite(_) => "sqlite",
        DatabaseUrl::Postgres(_) => "postgres",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_late_after_three_turns_and_never_before_the_process_had_time() {
        let at = |text: &str| Instant::parse(text).unwrap();
        let (started, now) = (at("2024-06-01T00:00:00Z"), at("2024-06-03T00:00:00Z"));
        let job = |last_run_at| JobVitals { name: "post", every: TimeDelta::hours(6), last_run_at, is_running: false };
        assert!(job(None).is_late(started, now));
        assert!(!job(None).is_late(now, now));
        assert!(!job(Some(at("2024-06-02T06:00:00Z"))).is_late(started, now));
        assert!(job(Some(at("2024-06-02T05:00:00Z"))).is_late(started, now));
        // Switched on again after a long rest: it has its turn first.
        assert!(!job(Some(at("2024-01-01T00:00:00Z"))).is_late(now, now));
    }
}
