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
use std::time::{Duration, Instant as Stopwatch};

use actix_web::rt::task::JoinHandle;
use actix_web::web;
use chrono::TimeDelta;

use crate::access::Gate;
use crate::config::Config;
use crate::db::statements::{Asker, asked_by};
use crate::error::Result;

/// How often a process looks whether something is due.
const WAKE: Duration = Duration::from_secs(30);

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

/// Starts the jobs of this process.
pub fn start(gate: Gate) -> JoinHandle<()> {
    actix_web::rt::spawn(async move {
        let mut worker = Worker::default();
        loop {
            let gate = gate.clone();
            let round = web::block(move || {
                worker.run_due(&gate);
                worker
            });
            // A panic takes the worker along; the leases it held end by themselves.
            worker = round.await.unwrap_or_default();
            actix_web::rt::time::sleep(WAKE).await;
        }
    })
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
}

impl Default for Worker {
    fn default() -> Self {
        Self { holder: hex::encode(crate::crypto::random::<8>()), failing: HashSet::new() }
    }
}

impl Worker {
    fn run_due(&mut self, gate: &Gate) -> Vec<Ran> {
        let config = &gate.services().config;
        JOBS.iter().filter(|job| (job.is_needed)(config)).filter_map(|job| self.run_if_due(gate, job)).collect()
    }

    fn run_if_due(&mut self, gate: &Gate, job: &Job) -> Option<Ran> {
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
