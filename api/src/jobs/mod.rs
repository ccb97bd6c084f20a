//! Work that nobody waits for: reminders, mails, the daily digest, forgetting what is old.
//!
//! Several processes may share one PostgreSQL: each job takes a lease in the database before it runs, and what must
//! happen once a day is written down in the transaction that does it.

mod audit_copy;
mod backup;
mod book;
pub mod checkup;
mod deadlines;
mod digest;
mod forget;
mod lease;
mod letters;
mod mornings;
pub(crate) mod post;
mod urgent;
mod webhooks;

pub use book::{Book, Failure};

pub(crate) use backup::{MADE as BACKUP_MADE, mark as mark_backup};

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant as Stopwatch};

use actix_web::rt::task::JoinHandle;
use actix_web::web;
use chrono::TimeDelta;

use crate::access::Gate;
use crate::config::Config;
use crate::db::statements::{Asker, asked_by};
use crate::db::types::Instant;
use crate::error::Result;

/// How often a process looks whether something is due.
const WAKE: Duration = Duration::from_secs(30);

/// How long a round may still take when the database answers again after it was away; then it is left behind with the
/// connection that it waits for, and its leases end by themselves.
const LEFT_BEHIND: Duration = Duration::from_secs(60);

struct Job {
    name: &'static str,
    /// The least time from one run to the next, whichever process makes it.
    every: TimeDelta,
    /// Where the settings leave nothing to do, nothing is written to say so.
    is_needed: fn(&Config) -> bool,
    run: fn(&Gate) -> Result<()>,
}

/// In this order: a reminder is counted in the digest of the same morning, and what is queued is sent at once.
const JOBS: [Job; 9] = [
    Job { name: "deadlines", every: TimeDelta::minutes(5), is_needed: always, run: deadlines::run },
    Job { name: "mornings", every: TimeDelta::minutes(5), is_needed: always, run: mornings::run },
    Job { name: "urgent mails", every: TimeDelta::minutes(5), is_needed: has_mail, run: urgent::run },
    Job { name: "post", every: TimeDelta::seconds(20), is_needed: has_mail, run: post::run },
    Job { name: "webhooks", every: TimeDelta::seconds(20), is_needed: always, run: webhooks::run },
    Job { name: "forgetting", every: TimeDelta::hours(6), is_needed: always, run: forget::run },
    Job { name: "audit copy", every: TimeDelta::minutes(15), is_needed: has_audit_copy, run: audit_copy::run },
    // Last, both: they take their time. A failure is told and tried again at the next turn, not twice a minute.
    Job { name: "backup", every: TimeDelta::minutes(15), is_needed: has_backups, run: backup::run },
    Job { name: "checkup", every: TimeDelta::minutes(30), is_needed: always, run: checkup::run },
];

/// The jobs that these settings need, each with the time from one run to the next.
pub fn needed(config: &Config) -> impl Iterator<Item = (&'static str, TimeDelta)> {
    JOBS.iter().filter(|job| (job.is_needed)(config)).map(|job| (job.name, job.every))
}

/// The names of all jobs.
pub fn names() -> impl Iterator<Item = &'static str> {
    JOBS.iter().map(|job| job.name)
}

fn always(_: &Config) -> bool {
    true
}

fn has_mail(config: &Config) -> bool {
    config.smtp.is_some()
}

fn has_audit_copy(config: &Config) -> bool {
    config.audit_copy_file.is_some()
}

fn has_backups(config: &Config) -> bool {
    config.backup_dir.is_some()
}

/// The jobs of this process.
pub struct Running {
    rounds: JoinHandle<()>,
    stopping: Arc<AtomicBool>,
}

impl Running {
    /// Begins no other job, and waits a while for the one that runs.
    pub async fn stop(mut self, within: Duration) {
        self.stopping.store(true, Ordering::Release);
        if actix_web::rt::time::timeout(within, &mut self.rounds).await.is_err() {
            tracing::warn!("a job was still running: another process takes it up when its lease ends");
        }
    }
}

/// Starts the jobs of this process.
pub fn start(gate: Gate) -> Running {
    let stopping = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopping);
    let rounds = actix_web::rt::spawn(async move {
        let (mut worker, mut watch, wake) = (Worker::default(), ClockWatch::new(&gate), wake());
        while !stop.load(Ordering::Acquire) {
            watch.look(&gate);
            worker.stopping = Arc::clone(&stop);
            let inner = gate.clone();
            let round = web::block(move || {
                worker.run_due(&inner);
                worker
            });
            worker = tokio::select! {
                // A panic takes the worker along; the leases it held end by themselves.
                round = round => round.unwrap_or_default(),
                () = was_away(&gate) => Worker::default(),
            };
            let woken = Stopwatch::now();
            while woken.elapsed() < wake && !stop.load(Ordering::Acquire) {
                actix_web::rt::time::sleep(Duration::from_millis(200).min(wake)).await;
            }
        }
    });
    Running { rounds, stopping }
}

/// Tests of the whole program do not wait half a minute for every round.
fn wake() -> Duration {
    let given = if cfg!(debug_assertions) { std::env::var("BUP_TEST_WAKE_MS").ok() } else { None };
    given.and_then(|text| text.parse().ok()).map_or(WAKE, Duration::from_millis)
}

/// Ends a while after the database was away and came back; never, as long as it answers.
async fn was_away(gate: &Gate) {
    while !gate.is_away() {
        actix_web::rt::time::sleep(Duration::from_secs(1)).await;
    }
    while gate.is_away() {
        actix_web::rt::time::sleep(Duration::from_secs(1)).await;
    }
    actix_web::rt::time::sleep(LEFT_BEHIND).await;
}

/// Notices when the machine's clock is set: moments of rows, terms and sessions are counted by it.
struct ClockWatch {
    wall: Instant,
    steady: Stopwatch,
}

/// What a clock may be put right by without a word.
const SET_BY: i64 = 30;

impl ClockWatch {
    fn new(gate: &Gate) -> Self {
        Self { wall: gate.services().clock.now(), steady: Stopwatch::now() }
    }

    fn look(&mut self, gate: &Gate) {
        let now = Self::new(gate);
        let passed = i64::try_from(now.steady.duration_since(self.steady).as_secs()).unwrap_or(0);
        let seconds = (now.wall.utc() - self.wall.utc()).num_seconds() - passed;
        *self = now;
        if seconds < -SET_BY {
            tracing::error!(seconds, "the machine's clock was set back: is it right now? See bup doctor");
        } else if seconds > SET_BY {
            tracing::warn!(seconds, "the machine's clock was set forward, or the machine slept");
        }
    }
}

/// A job that ran, and what came of it.
#[derive(Debug)]
pub struct Ran {
    pub job: &'static str,
    pub result: Result<()>,
}

/// Runs what is due now, as a process of its own would: for tests, after they moved the clock.
pub fn run_due(gate: &Gate) -> Vec<Ran> {
    Worker::default().run_due(gate)
}

/// One process at work.
struct Worker {
    /// The name under which it holds leases.
    holder: String,
    /// The jobs whose failure has been logged already.
    failing: HashSet<&'static str>,
    /// The process is about to end.
    stopping: Arc<AtomicBool>,
}

impl Default for Worker {
    fn default() -> Self {
        let holder = hex::encode(crate::crypto::random::<8>());
        Self { holder, failing: HashSet::new(), stopping: Arc::default() }
    }
}

impl Worker {
    fn run_due(&mut self, gate: &Gate) -> Vec<Ran> {
        let config = &gate.services().config;
        JOBS.iter().filter(|job| (job.is_needed)(config)).filter_map(|job| self.run_if_due(gate, job)).collect()
    }

    fn run_if_due(&mut self, gate: &Gate, job: &Job) -> Option<Ran> {
        if self.stopping.load(Ordering::Acquire) {
            return None;
        }
        let result = match lease::take(gate, job.name, job.every, &self.holder) {
            Ok(None) => return None,
            Ok(Some(taken)) => {
                let started = Stopwatch::now();
                let slow_ms = gate.services().config.slow_statement_ms;
                let asker = Asker { request_id: "job".to_owned(), route: job.name.to_owned(), slow_ms };
                let result = asked_by(asker, || (job.run)(gate));
                metrics::histogram!("bup_job_seconds", "job" => job.name).record(started.elapsed().as_secs_f64());
                let had_its_turn = result.is_ok() || job.name == "backup";
                let given_back = lease::give_back(gate, &taken, &self.holder, had_its_turn);
                result.and(given_back)
            }
            Err(error) => Err(error),
        };
        gate.services().jobs.note(job.name, &result, gate.services().clock.now());
        self.tell(job.name, &result);
        Some(Ran { job: job.name, result })
    }

    /// A job that keeps failing is logged once, not twice a minute; so is its recovery.
    fn tell(&mut self, job: &'static str, result: &Result<()>) {
        let outcome = if result.is_ok() { "done" } else { "failed" };
        metrics::counter!("bup_jobs_total", "job" => job, "outcome" => outcome).increment(1);
        match result {
            Ok(()) if self.failing.remove(job) => tracing::info!(job, "the job works again"),
            Err(error) if self.failing.insert(job) => {
                tracing::error!(job, %error, cause = error.cause(), "a job failed")
            }
            _ => {}
        }
    }
}
