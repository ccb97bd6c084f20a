//! What `/metrics` reads at the moment it is asked, in Prometheus' text format; each server its own.

use std::fmt::Write;

use super::process;
use super::vitals::{self, Surroundings, Vitals};
use crate::access::Gate;
use crate::db::types::Instant;
use crate::doctor::State;
use crate::jobs::checkup::{self, Checkup};

/// What was found for one page. Where the database does not answer, the page says so and tells the rest.
pub struct Found {
    vitals: Option<Vitals>,
    around: Surroundings,
    checkup: Option<Checkup>,
}

impl Found {
    /// Looks; waits for the database and the disk.
    pub fn look(gate: &Gate) -> Self {
        let vitals = gate.public_read(|cx| vitals::ask(cx.conn, cx.services, cx.now)).ok();
        let checkup = checkup::last(&gate.services().config.data_dir);
        Self { vitals, around: vitals::look_around(gate), checkup }
    }
}

struct Page(String);

impl Page {
    fn family(&mut self, name: &str, what: &str, values: impl IntoIterator<Item = (String, f64)>) {
        let mut values = values.into_iter().peekable();
        if values.peek().is_none() {
            return;
        }
        let kind = if name.ends_with("_total") { "counter" } else { "gauge" };
        let _ = writeln!(self.0, "# HELP {name} {what}\n# TYPE {name} {kind}");
        for (labels, value) in values {
            let _ = writeln!(self.0, "{name}{labels} {value}");
        }
    }

    fn one(&mut self, name: &str, what: &str, value: Option<f64>) {
        self.family(name, what, value.map(|value| (String::new(), value)));
    }
}

/// One label; ours are words without quotes and backslashes.
fn label(name: &str, value: &str) -> String {
    format!("{{{name}=\"{value}\"}}")
}

#[expect(clippy::cast_precision_loss, reason = "a metric")]
fn number(value: u64) -> f64 {
    value as f64
}

#[expect(clippy::cast_precision_loss, reason = "a metric")]
fn signed(value: i64) -> f64 {
    value as f64
}

#[expect(clippy::cast_precision_loss, reason = "a metric")]
fn moment(at: Instant) -> f64 {
    at.utc().timestamp_millis() as f64 / 1000.0
}

fn truth(value: bool) -> f64 {
    f64::from(u8::from(value))
}

/// The part of `/metrics` that is read on the spot.
pub fn render(gate: &Gate, found: &Found) -> String {
    let mut page = Page(String::new());
    of_the_process(&mut page, gate);
    of_the_pools(&mut page, gate, found);
    of_the_disk(&mut page, &found.around);
    if let Some(vitals) = &found.vitals {
        of_the_jobs(&mut page, gate, vitals);
        of_the_queues(&mut page, vitals, gate.services().clock.now());
    }
    if let Some(checkup) = &found.checkup {
        of_the_checkup(&mut page, checkup);
    }
    page.0
}

fn of_the_process(page: &mut Page, gate: &Gate) {
    let services = gate.services();
    let about = format!("{{version=\"{}\",database=\"{}\"}}", env!("CARGO_PKG_VERSION"), vitals::kind(gate));
    page.family("bup_build_info", "The program", [(about, 1.0)]);
    page.one("bup_time_seconds", "What the server takes for now", Some(moment(services.clock.now())));
    page.one("process_start_time_seconds", "When the process began", Some(moment(services.started_at)));
    page.one("process_resident_memory_bytes", "Memory of the process", process::memory().map(number));
    page.one("process_open_fds", "Open files and connections", process::open_files().map(number));
    page.one("process_cpu_seconds_total", "Processor time", process::processor_seconds());
}

fn of_the_pools(page: &mut Page, gate: &Gate, found: &Found) {
    let states = gate.pool().states();
    let of = |value: fn(&crate::db::PoolState) -> u32| {
        states.iter().map(move |state| (label("pool", state.name), f64::from(value(state)))).collect::<Vec<_>>()
    };
    page.family("bup_pool_connections", "Connections that are open", of(|state| state.open));
    page.family("bup_pool_idle", "Connections that nobody uses", of(|state| state.idle));
    page.family("bup_pool_size", "Connections at most", of(|state| state.at_most));
    let failures = u64::try_from(gate.pool().failures()).map(number).ok();
    page.one("bup_pool_failures_total", "Connections that could not be made", failures);
    page.one("bup_database_up", "Whether the database answers", Some(truth(found.vitals.is_some())));
    let bytes = found.vitals.as_ref().and_then(|vitals| vitals.database_bytes).map(signed);
    page.one("bup_database_bytes", "Size of the database", bytes.or(found.around.database_bytes.map(number)));
    page.one("bup_database_wal_bytes", "SQLite: what waits beside the file", found.around.wal_bytes.map(number));
}

fn of_the_disk(page: &mut Page, around: &Surroundings) {
    let disks = || around.disks.iter();
    let free = disks().map(|(name, space)| (label("disk", name), number(space.free)));
    page.family("bup_disk_free_bytes", "What may still be written", free);
    let total = disks().map(|(name, space)| (label("disk", name), number(space.total)));
    page.family("bup_disk_total_bytes", "Size of the disk", total);
    let newest = around.newest_backup.as_ref();
    let at = newest.map(|newest| moment(newest.at));
    page.one("bup_backup_last_success_timestamp_seconds", "When the newest backup was made", at);
    page.one("bup_backup_bytes", "Size of the newest backup", newest.map(|newest| number(newest.bytes)));
}

fn of_the_jobs(page: &mut Page, gate: &Gate, vitals: &Vitals) {
    let (services, jobs) = (gate.services(), &vitals.jobs);
    let now = services.clock.now();
    let last = jobs.iter().filter_map(|job| Some((label("job", job.name), moment(job.last_run_at?))));
    page.family("bup_job_last_success_timestamp_seconds", "When a job last had its turn", last);
    let late = jobs.iter().map(|job| (label("job", job.name), truth(job.is_late(services.started_at, now))));
    page.family("bup_job_late", "Whether a job should have come again by now", late);
    let failing = jobs.iter().map(|job| (label("job", job.name), truth(services.jobs.failure(job.name).is_some())));
    page.family("bup_job_failing", "Whether the last run in this process failed", failing);
    let running = jobs.iter().filter(|job| job.is_running).count();
    page.one("bup_job_leases_held", "Jobs that a process is at", u64::try_from(running).map(number).ok());
}

fn of_the_queues(page: &mut Page, vitals: &Vitals, now: Instant) {
    let counts = &vitals.counts;
    page.one("bup_mails_queued", "Mails that wait", Some(signed(counts.mails_queued)));
    page.one("bup_mails_given_up", "Mails of 90 days that were given up", Some(signed(counts.mails_given_up)));
    let age = counts.oldest_mail_at.map_or(0, |at| (now.utc() - at.utc()).num_seconds().max(0));
    page.one("bup_mails_oldest_seconds", "How long the oldest mail waits", Some(signed(age)));
    page.one("bup_webhooks_queued", "Webhooks that wait", Some(signed(counts.webhooks_queued)));
    page.one("bup_webhooks_failing", "Receivers that do not answer", Some(signed(counts.webhooks_failing)));
    page.one("bup_attachments", "Files that are kept", Some(signed(counts.attachments)));
    page.one("bup_attachment_bytes", "Size of the files that are kept", Some(signed(counts.attachment_bytes)));
    page.one("bup_audit_rows", "Rows of the audit log", Some(signed(counts.audit_rows)));
}

fn of_the_checkup(page: &mut Page, checkup: &Checkup) {
    page.one("bup_checkup_timestamp_seconds", "When the doctor last came", Some(moment(checkup.at)));
    let count = |state| checkup.findings.iter().filter(|found| found.state == state).count();
    let states = [("ok", State::Ok), ("warn", State::Warn), ("fail", State::Fail)];
    let findings = states
        .into_iter()
        .filter_map(|(name, state)| Some((label("state", name), f64::from(u32::try_from(count(state)).ok()?))));
    page.family("bup_checkup_findings", "What the doctor found", findings);
    let is_whole = checkup.findings.iter().find(|found| found.check == "audit").map(|found| found.state == State::Ok);
    page.one("bup_audit_whole", "Whether the chain of the audit log fits", is_whole.map(truth));
    let at = is_whole.map(|_| moment(checkup.at));
    page.one("bup_audit_verified_timestamp_seconds", "When that chain was last walked", at);
}
