//! The clocks of a case: when they start, when they run out, who is told. Pure.
//!
//! Hours are clock time, days are working days of the ward's calendar, and none of the figures stands here: they are
//! settings of the ward ([`CaseTerms`]) whose defaults are the law's.

use chrono::TimeDelta;

use super::model::{ClockState, DeadlineKind, DeadlineRow};
use crate::calendar::{WorkCalendar, end_of_ward_day, ward_today};
use crate::db::types::Instant;
use crate::features::concerns::rules::{soon, warning_step};
use crate::setup::CaseTerms;

/// When a clock runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub due_at: Instant,
    /// So that it can be counted again when the calendar changes.
    pub working_days: Option<i32>,
}

/// Twelve hours of clock time from when the ward knew (Decree 56/2017, arts 26.3, 31.1).
pub fn emergency(terms: &CaseTerms, known_at: Instant) -> Term {
    Term { due_at: known_at.plus(TimeDelta::hours(terms.emergency_hours)), working_days: None }
}

/// Five working days for the plan (art. 28.1), seven in all for the decision (published procedures).
pub fn working(calendar: &WorkCalendar, from: Instant, days: u32) -> Term {
    let last = calendar.add_working_days(ward_today(from.utc()), days);
    Term { due_at: Instant::new(end_of_ward_day(last)), working_days: i32::try_from(days).ok() }
}

/// At most fifteen days of separation, extensions included (art. 32).
pub fn separation_limit(terms: &CaseTerms, first_started_at: Instant) -> Instant {
    first_started_at.plus(TimeDelta::days(terms.separation_days))
}

/// When a clock runs out by the calendar of the moment; one that has stopped keeps the end it had.
pub fn due(row: &DeadlineRow, calendar: &WorkCalendar) -> Instant {
    let days = row.working_days.and_then(|days| u32::try_from(days).ok());
    match days {
        Some(days) if row.met_at.is_none() && row.cancelled_at.is_none() => {
            working(calendar, row.starts_at, days).due_at
        }
        _ => row.due_at,
    }
}

/// Working days after today until a clock runs out; none of one that has stopped or run out, or counts otherwise.
pub fn working_days_left(row: &DeadlineRow, calendar: &WorkCalendar, now: Instant) -> Option<i64> {
    let runs = row.met_at.is_none() && row.cancelled_at.is_none() && now <= row.due_at;
    row.working_days.filter(|_| runs)?;
    Some(calendar.working_days_between(ward_today(now.utc()), ward_today(row.due_at.utc())))
}

pub fn state(row: &DeadlineRow, now: Instant) -> ClockState {
    match (row.met_at, row.cancelled_at) {
        (Some(met), _) if met > row.due_at => ClockState::MetLate,
        (Some(_), _) => ClockState::Met,
        (None, Some(_)) => ClockState::Cancelled,
        (None, None) if now > row.due_at => ClockState::Late,
        (None, None) if now >= soon(row.starts_at, row.due_at) => ClockState::DueSoon,
        (None, None) => ClockState::Running,
    }
}

/// The step at which people are told of a clock that runs; none of one that has stopped.
pub fn step(row: &DeadlineRow, now: Instant) -> i32 {
    match state(row, now) {
        ClockState::DueSoon | ClockState::Late => warning_step(row.starts_at, row.due_at, now),
        _ => 0,
    }
}

/// Whether a step concerns the leader too.
pub fn concerns_leader(kind: DeadlineKind, step: i32) -> bool {
    step >= 2 || kind == DeadlineKind::Emergency12h && step >= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::Id;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    fn row(starts: &str, due: &str) -> DeadlineRow {
        let id = Id::new(at(starts));
        DeadlineRow {
            id: id.clone(),
            ward_id: id.clone(),
            case_id: id,
            round: 1,
            kind: DeadlineKind::Emergency12h,
            starts_at: at(starts),
            due_at: at(due),
            working_days: None,
            met_at: None,
            cancelled_at: None,
            told_step: 0,
        }
    }

    #[test]
    fn twelve_hours_are_clock_time_over_a_holiday() {
        let term = emergency(&CaseTerms::default(), at("2024-02-09T14:00:00Z"));
        assert_eq!(term.due_at, at("2024-02-10T02:00:00Z"));
    }

    #[test]
    fn five_working_days_step_over_tet() {
        // Tết 2024: 8 to 14 February off. Wednesday 7 February + 5 working days = Wednesday 21 February.
        let days_off = (8..=14).filter_map(|day| chrono::NaiveDate::from_ymd_opt(2024, 2, day)).collect();
        let calendar = WorkCalendar { days_off, ..WorkCalendar::default() };
        let term = working(&calendar, at("2024-02-07T02:00:00Z"), 5);
        assert_eq!(term.due_at, at("2024-02-21T16:59:59.999Z"));
        assert_eq!(term.working_days, Some(5));
    }

    #[test]
    fn what_is_left_is_counted_by_the_calendar() {
        let day = |text: &str| text.parse().unwrap();
        // Wednesday 5 June off, Saturday 8 June worked: Monday 3 June to Monday 10 June.
        let calendar =
            WorkCalendar { days_off: [day("2024-06-05")].into(), extra_workdays: [day("2024-06-08")].into() };
        let mut row = row("2024-06-03T01:00:00Z", "2024-06-10T16:59:59.999Z");
        assert_eq!(working_days_left(&row, &calendar, at("2024-06-03T02:00:00Z")), None, "a clock of hours");
        row.working_days = Some(5);
        assert_eq!(working_days_left(&row, &calendar, at("2024-06-03T02:00:00Z")), Some(5));
        assert_eq!(working_days_left(&row, &calendar, at("2024-06-07T02:00:00Z")), Some(2));
        assert_eq!(working_days_left(&row, &calendar, at("2024-06-10T16:00:00Z")), Some(0));
        assert_eq!(working_days_left(&row, &calendar, at("2024-06-10T17:00:00Z")), None, "it has run out");
        row.met_at = Some(at("2024-06-04T02:00:00Z"));
        assert_eq!(working_days_left(&row, &calendar, at("2024-06-05T02:00:00Z")), None);
    }

    #[test]
    fn a_clock_warns_runs_out_and_is_met() {
        let mut row = row("2024-06-03T01:00:00Z", "2024-06-03T13:00:00Z");
        assert_eq!(state(&row, at("2024-06-03T08:59:59Z")), ClockState::Running);
        assert_eq!(state(&row, at("2024-06-03T09:00:00Z")), ClockState::DueSoon);
        assert_eq!(state(&row, at("2024-06-03T13:00:00Z")), ClockState::DueSoon);
        assert_eq!(state(&row, at("2024-06-03T13:00:01Z")), ClockState::Late);
        assert_eq!(step(&row, at("2024-06-03T13:00:01Z")), 2);
        assert_eq!(step(&row, at("2024-06-05T13:00:01Z")), 4);
        row.met_at = Some(at("2024-06-03T14:00:00Z"));
        assert_eq!(
            (state(&row, at("2024-06-04T00:00:00Z")), step(&row, at("2024-06-04T00:00:00Z"))),
            (ClockState::MetLate, 0)
        );
    }
}
