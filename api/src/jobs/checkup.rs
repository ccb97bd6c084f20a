//! The doctor's visit at night: everything that `bup doctor` looks at, the chain of the audit log and every file
//! included. What it found lies beside the data, where the administrator's page and `/metrics` read it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::access::Gate;
use crate::calendar::ward_hour;
use crate::db::types::Instant;
use crate::doctor::{self, State};
use crate::error::{Error, Result};

/// The hours of the ward's night, in which nobody waits for the disk.
const NIGHT: std::ops::Range<u32> = 1..5;
/// One a night.
const RECENT: TimeDelta = TimeDelta::hours(20);
/// A machine that is switched off at night is looked at by day, now and then.
const OVERDUE: TimeDelta = TimeDelta::hours(72);
const FILE: &str = "checkup.json";

/// A visit and what it found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Checkup {
    pub at: Instant,
    pub findings: Vec<Found>,
}

/// A finding of the doctor's, as it is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Found {
    pub check: String,
    pub state: State,
    pub message: String,
}

/// # Errors
/// When what was found cannot be kept; what was found is no failure of the job.
pub fn run(gate: &Gate) -> Result<()> {
    let services = gate.services();
    let now = services.clock.now();
    let before = last(&services.config.data_dir).map(|last| last.at);
    if is_due(before, services.started_at, now) { visit(gate) } else { Ok(()) }
}

/// Looks at everything now, and keeps what was found.
///
/// # Errors
/// When it cannot be kept.
pub fn visit(gate: &Gate) -> Result<()> {
    let services = gate.services();
    let report = doctor::examine(&services.config, &services.clock);
    let findings = report.findings.into_iter();
    let findings =
        findings.map(|one| Found { check: one.check.to_owned(), state: one.state, message: one.message }).collect();
    let checkup = Checkup { at: services.clock.now(), findings };
    for found in checkup.findings.iter().filter(|found| found.state == State::Fail) {
        tracing::error!(check = found.check, found = found.message, "the nightly checkup found something wrong");
    }
    keep(&services.config.data_dir, &checkup)
}

fn is_due(before: Option<Instant>, started_at: Instant, now: Instant) -> bool {
    let is_night = NIGHT.contains(&ward_hour(now.utc()));
    let age = |since: Instant| now.utc() - since.utc();
    match before {
        Some(before) => (is_night && age(before) > RECENT) || age(before) > OVERDUE,
        None => is_night || age(started_at) > OVERDUE,
    }
}

fn place(data_dir: &Path) -> PathBuf {
    data_dir.join(FILE)
}

fn keep(data_dir: &Path, checkup: &Checkup) -> Result<()> {
    let text = serde_json::to_vec(checkup).map_err(Error::internal)?;
    let draft = data_dir.join(format!("{FILE}.part"));
    fs::write(&draft, text)
        .and_then(|()| fs::rename(&draft, place(data_dir)))
        .map_err(|error| Error::internal(format!("checkup: {}", error.kind())))
}

/// The last visit that is known; one that cannot be read counts as none.
pub fn last(data_dir: &Path) -> Option<Checkup> {
    match fs::read(place(data_dir)) {
        Ok(bytes) => serde_json::from_slice(&bytes).ok(),
        Err(error) => {
            if error.kind() != ErrorKind::NotFound {
                tracing::warn!(kind = %error.kind(), "the last checkup cannot be read");
            }
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn once_a_night_or_by_day_where_there_are_no_nights() {
        let at = |text: &str| Instant::parse(text).unwrap();
        // 19:00 UTC is two in the morning in the ward, 03:00 UTC ten.
        let (night, day) = (at("2024-06-03T19:00:00Z"), at("2024-06-03T03:00:00Z"));
        let hours_before = |now: Instant, hours| Some(now.plus(-TimeDelta::hours(hours)));
        let due = |before, now| is_due(before, now, now);
        assert!(due(None, night) && !due(None, day));
        assert!(due(hours_before(night, 24), night) && !due(hours_before(night, 2), night));
        assert!(!due(hours_before(day, 71), day) && due(hours_before(day, 73), day));
        assert!(is_due(None, at("2024-05-30T03:00:00Z"), day));
    }
}
