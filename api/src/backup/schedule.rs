//! The daily backups in one folder: what they are called, which are kept, which is the newest.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};

use super::header;
use crate::calendar::{start_of_ward_day, ward_local, ward_today};
use crate::config::Config;
use crate::db::types::Instant;

/// The moment in the ward, in the name: `bup-2026-06-01-020000.backup`.
const FORM: &str = "bup-%Y-%m-%d-%H%M%S.backup";

/// Older than this, the newest backup is too old: the day's one did not come.
pub const TOO_OLD: TimeDelta = TimeDelta::hours(26);

/// What the backup of a moment is called.
pub fn name(at: Instant) -> String {
    ward_local(at.utc()).format(FORM).to_string()
}

fn moment(name: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(name, FORM).ok().filter(|at| at.format(FORM).to_string() == name)
}

/// Whether a name is that of a daily backup that was not finished.
pub(crate) fn is_draft(name: &str) -> bool {
    name.strip_suffix(".part").and_then(moment).is_some()
}

/// A backup of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub path: PathBuf,
    /// In the ward.
    local: NaiveDateTime,
    pub at: Instant,
    pub bytes: u64,
}

/// The backups that we made in a folder, the newest first: their names say so and their headers agree.
///
/// # Errors
/// When the folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<Kept>> {
    let mut kept = Vec::new();
    if !folder.exists() {
        return Ok(kept);
    }
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let entry = entry?;
        let file_name = entry.file_name();
        let Some((text, local)) = file_name.to_str().and_then(|text| Some((text, moment(text)?))) else { continue };
        let path = entry.path();
        let made = header(&path).ok().and_then(|header| Instant::parse(&header.created_at));
        if let Some(at) = made.filter(|at| name(*at) == text) {
            kept.push(Kept { path, local, at, bytes: entry.metadata()?.len() });
        }
    }
    kept.sort_by_key(|one| std::cmp::Reverse(one.local));
    Ok(kept)
}

/// The last moment at which a backup was to be made.
pub fn last_due(config: &Config, now: DateTime<Utc>) -> DateTime<Utc> {
    let at = |day| start_of_ward_day(day) + TimeDelta::hours(i64::from(config.backup_hour));
    let today = at(ward_today(now));
    if today <= now { today } else { today - TimeDelta::days(1) }
}

/// Removes what is past its time; how many.
///
/// # Errors
/// When a file cannot be removed.
pub fn prune(folder: &Path, config: &Config) -> Result<usize> {
    let all = list(folder)?;
    let moments: Vec<NaiveDateTime> = all.iter().map(|one| one.local).collect();
    let keep = kept(&moments, [config.backup_keep_days, config.backup_keep_weeks, config.backup_keep_months]);
    let mut removed = 0;
    for (at, one) in all.iter().enumerate() {
        if !keep.contains(&at) {
            fs::remove_file(&one.path).with_context(|| format!("cannot remove {}", one.path.display()))?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// The places of those that stay among `newest_first`: the newest of each of so many days, weeks and months that have
/// one, and always the newest of all.
fn kept(newest_first: &[NaiveDateTime], [days, weeks, months]: [u32; 3]) -> BTreeSet<usize> {
    let mut keep: BTreeSet<usize> = (!newest_first.is_empty()).then_some(0).into_iter().collect();
    let mut newest_of_each = |of: &dyn Fn(&NaiveDateTime) -> (i32, u32), count: u32| {
        let mut seen = BTreeSet::new();
        for (at, moment) in newest_first.iter().enumerate() {
            if seen.len() >= usize::try_from(count).unwrap_or(usize::MAX) {
                break;
            }
            if seen.insert(of(moment)) {
                keep.insert(at);
            }
        }
    };
    newest_of_each(&|at| (at.year(), at.ordinal()), days);
    newest_of_each(&|at| (at.iso_week().year(), at.iso_week().week()), weeks);
    newest_of_each(&|at| (at.year(), at.month()), months);
    keep
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%F %T").unwrap()
    }

    #[test]
    fn a_name_says_when_and_nothing_else_has_such_a_name() {
        let now = Instant::parse("2024-05-31T19:00:00Z").unwrap();
        assert_eq!(name(now), "bup-2024-06-01-020000.backup");
        assert_eq!(moment("bup-2024-06-01-020000.backup"), Some(at("2024-06-01 02:00:00")));
        for other in
            ["bup-2024-06-01-020000.backup.part", "bup-2024-6-1-020000.backup", "bup.db", "bup-2024-06-01.backup"]
        {
            assert_eq!(moment(other), None, "{other}");
        }
    }

    #[test]
    fn a_year_of_days_leaves_days_weeks_and_months() {
        let newest = at("2024-06-30 02:00:00");
        let all: Vec<NaiveDateTime> = (0..400).map(|days| newest - TimeDelta::days(days)).collect();
        let keep: Vec<String> =
            kept(&all, [7, 4, 12]).into_iter().map(|at| all[at].format("%m-%d").to_string()).collect();
        let expected = [
            "06-30", "06-29", "06-28", "06-27", "06-26", "06-25", "06-24", "06-23", "06-16", "06-09", "05-31", "04-30",
            "03-31", "02-29", "01-31", "12-31", "11-30", "10-31", "09-30", "08-31", "07-31",
        ];
        assert_eq!(keep, expected);
    }

    #[test]
    fn the_newest_stays_whatever_is_asked_for() {
        let all = [at("2024-06-02 09:00:00"), at("2024-06-02 02:00:00"), at("2024-06-01 02:00:00")];
        assert_eq!(kept(&all, [0, 0, 0]), BTreeSet::from([0]));
        assert_eq!(kept(&all, [2, 0, 0]), BTreeSet::from([0, 2]));
        assert_eq!(kept(&[], [7, 4, 12]), BTreeSet::new());
    }

    #[test]
    fn it_is_due_once_a_day_at_its_hour() {
        let config = Config { backup_hour: 2, ..Config::default() };
        let due = |text: &str| last_due(&config, text.parse().unwrap()).to_rfc3339();
        assert_eq!(due("2024-06-03T01:00:00Z"), "2024-06-02T19:00:00+00:00");
        assert_eq!(due("2024-06-03T18:59:59Z"), "2024-06-02T19:00:00+00:00");
        assert_eq!(due("2024-06-03T19:00:00Z"), "2024-06-03T19:00:00+00:00");
    }
}
