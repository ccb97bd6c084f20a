//! What is told of the last night beside what is seen now, and how it all is.

use super::model::{SystemFinding, SystemJob};
use crate::db::types::Instant;
use crate::doctor::{Finding, State};
use crate::jobs::checkup::Checkup;

/// What is seen now stands above what was seen at night of the same; the rest of the night stays. What is worst comes
/// first.
pub fn findings(seen: Vec<Finding>, now: Instant, night: Option<Checkup>) -> Vec<SystemFinding> {
    let mut all: Vec<SystemFinding> = seen
        .into_iter()
        .map(|one| SystemFinding {
            check: one.check.to_owned(),
            state: one.state,
            message: one.message,
            looked_at: now,
        })
        .collect();
    if let Some(Checkup { at, findings }) = night {
        let fresh: Vec<String> = all.iter().map(|one| one.check.clone()).collect();
        let rest = findings.into_iter().filter(|one| !fresh.contains(&one.check));
        all.extend(rest.map(|one| SystemFinding {
            check: one.check,
            state: one.state,
            message: one.message,
            looked_at: at,
        }));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.state));
    all
}

/// The worst of everything. A receiver or a mail server that is away is somebody else's trouble and only worth a look.
pub fn worst(findings: &[SystemFinding], jobs: &[SystemJob], backup_is_too_old: bool, waiting: bool) -> State {
    let of_findings = findings.iter().map(|one| one.state).max().unwrap_or(State::Ok);
    let of_jobs = if jobs.iter().any(|job| job.is_late || job.failure.is_some()) { State::Warn } else { State::Ok };
    let of_backup = if backup_is_too_old { State::Fail } else { State::Ok };
    let of_waiting = if waiting { State::Warn } else { State::Ok };
    of_findings.max(of_jobs).max(of_backup).max(of_waiting)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::checkup::Found;

    fn seen(check: &'static str, state: State) -> Finding {
        Finding { check, state, message: check.to_owned() }
    }

    fn found(check: &str, state: State) -> Found {
        Found { check: check.to_owned(), state, message: check.to_owned() }
    }

    #[test]
    fn what_is_seen_now_stands_above_what_was_seen_at_night() {
        let (night, now) =
            (Instant::parse("2024-06-02T19:00:00Z").unwrap(), Instant::parse("2024-06-03T01:00:00Z").unwrap());
        let checkup = Checkup { at: night, findings: vec![found("disk", State::Fail), found("audit", State::Warn)] };
        let all = findings(vec![seen("disk", State::Ok), seen("level", State::Ok)], now, Some(checkup));
        let told: Vec<_> = all.iter().map(|one| (one.check.as_str(), one.state, one.looked_at)).collect();
        assert_eq!(
            told,
            [("audit", State::Warn, night), ("disk", State::Ok, now), ("level", State::Ok, now)],
            "the worst first, and the disk as it is now"
        );
        assert_eq!(worst(&all, &[], false, false), State::Warn);
        assert_eq!(worst(&[], &[], false, false), State::Ok);
        assert_eq!(worst(&[], &[], true, true), State::Fail);
    }

    #[test]
    fn a_job_that_fails_is_worth_a_look() {
        let job =
            |is_late, failure| SystemJob { name: "post", last_run_at: None, is_late, failing_since: None, failure };
        assert_eq!(worst(&[], &[job(false, None)], false, false), State::Ok);
        assert_eq!(worst(&[], &[job(true, None)], false, false), State::Warn);
        assert_eq!(worst(&[], &[job(false, Some("internal"))], false, false), State::Warn);
    }
}
