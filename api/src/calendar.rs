//! Days of the ward: working days for deadlines, and where a day begins and ends.
//!
//! Pure functions; the days off come from a table, because the government moves them every year (Tết, and days that
//! are worked on a Saturday to make up for a bridge day: `hoán đổi ngày làm việc`).

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Timelike, Utc, Weekday};
use chrono_tz::Asia::Ho_Chi_Minh;

/// Which days public offices work: Monday to Friday, but for the two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    /// Public holidays and the days given for those that fall on a weekend (Labour Code 2019, articles 111 and 112).
    pub days_off: BTreeSet<NaiveDate>,
    /// Saturdays and Sundays worked in exchange for another day. They win over `days_off`.
    pub extra_workdays: BTreeSet<NaiveDate>,
}

impl WorkCalendar {
    /// Whether public offices work on `day`.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        self.extra_workdays.contains(&day) || !(is_weekend || self.days_off.contains(&day))
    }

    /// The `n`th working day after `from`. The day itself is not counted (Civil Code 2015, article 147); with `n` = 0
    /// it is the answer, even where it is a day off.
    pub fn add_working_days(&self, from: NaiveDate, n: u32) -> NaiveDate {
        let Some(last) = n.checked_sub(1) else { return from };
        let mut working_days = days_after(from).filter(|day| self.is_working_day(*day));
        working_days.nth(last as usize).unwrap_or(NaiveDate::MAX)
    }

    /// How many working days lie after `from`, up to and with `to`; negative where `to` is before `from` (so many
    /// working days too late). Turns [`add_working_days`](Self::add_working_days) round.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let count = |from, to| {
            let days = days_after(from).take_while(|day| *day <= to);
            days.filter(|day| self.is_working_day(*day)).fold(0, |sum, _| sum + 1)
        };
        if to < from { -count(to, from) } else { count(from, to) }
    }
}

/// The days that follow `from`, to the last that can be written.
fn days_after(from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    from.iter_days().skip(1)
}

/// The day it is in the ward at `now`.
pub fn ward_today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&Ho_Chi_Minh).date_naive()
}

/// A moment as people of the ward write it.
pub fn ward_time(at: DateTime<Utc>) -> String {
    at.with_timezone(&Ho_Chi_Minh).format("%d/%m/%Y %H:%M").to_string()
}

/// The time on the clocks of the ward.
pub fn ward_local(at: DateTime<Utc>) -> chrono::NaiveDateTime {
    at.with_timezone(&Ho_Chi_Minh).naive_local()
}

/// The hour it is in the ward, 0–23.
pub fn ward_hour(now: DateTime<Utc>) -> u32 {
    now.with_timezone(&Ho_Chi_Minh).hour()
}

/// The first moment of a day in the ward.
pub fn start_of_ward_day(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN);
    Ho_Chi_Minh.from_local_datetime(&local).latest().map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// The last millisecond of a day in the ward: a term of days ends when its last day ends (Civil Code 2015,
/// article 148). Not the midnight after it, which people would read as the next day.
pub fn end_of_ward_day(day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN) + (TimeDelta::days(1) - TimeDelta::milliseconds(1));
    // Vietnam has no summer time, so no hour is missing or there twice; `latest` is always there.
    Ho_Chi_Minh.from_local_datetime(&local).latest().map_or_else(|| local.and_utc(), |end| end.to_utc())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// 30 April to 1 May 2024: the Monday between was swapped with Saturday 4 May.
    fn spring_2024() -> WorkCalendar {
        WorkCalendar {
            days_off: ["2024-04-29", "2024-04-30", "2024-05-01"].map(day).into(),
            extra_workdays: ["2024-05-04"].map(day).into(),
        }
    }

    #[test]
    fn weekends_are_off() {
        let calendar = WorkCalendar::default();
        assert!(calendar.is_working_day(day("2024-05-31")));
        assert!(!calendar.is_working_day(day("2024-06-01")));
        assert!(!calendar.is_working_day(day("2024-06-02")));
    }

    #[test]
    fn holidays_are_off_and_a_swapped_saturday_is_worked() {
        let calendar = spring_2024();
        assert!(!calendar.is_working_day(day("2024-04-29")));
        assert!(calendar.is_working_day(day("2024-05-04")));
        assert!(!calendar.is_working_day(day("2024-05-05")));
    }

    #[test]
    fn a_term_starts_on_the_day_after() {
        let calendar = WorkCalendar::default();
        // Decree 56/2017, article 28: five working days for the plan of support.
        assert_eq!(calendar.add_working_days(day("2024-06-03"), 5), day("2024-06-10"));
        assert_eq!(calendar.add_working_days(day("2024-06-01"), 1), day("2024-06-03"));
        assert_eq!(calendar.add_working_days(day("2024-06-01"), 0), day("2024-06-01"));
        assert_eq!(spring_2024().add_working_days(day("2024-04-26"), 3), day("2024-05-04"));
    }

    #[test]
    fn lateness_is_negative() {
        let calendar = spring_2024();
        assert_eq!(calendar.working_days_between(day("2024-04-26"), day("2024-05-05")), 3);
        assert_eq!(calendar.working_days_between(day("2024-05-05"), day("2024-04-26")), -3);
        assert_eq!(calendar.working_days_between(day("2024-05-04"), day("2024-05-04")), 0);
    }

    #[test]
    fn the_end_of_time_is_no_panic() {
        let calendar = WorkCalendar::default();
        assert_eq!(calendar.add_working_days(NaiveDate::MAX, 5), NaiveDate::MAX);
        assert_eq!(ward_today(end_of_ward_day(day("9999-12-31"))), day("9999-12-31"));
    }

    #[test]
    fn the_ward_is_seven_hours_ahead() {
        assert_eq!(ward_today("2024-06-02T16:59:59Z".parse().unwrap()), day("2024-06-02"));
        assert_eq!(ward_today("2024-06-02T17:00:00Z".parse().unwrap()), day("2024-06-03"));
        assert_eq!(end_of_ward_day(day("2024-06-03")), "2024-06-03T16:59:59.999Z".parse::<DateTime<Utc>>().unwrap());
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0..36_525_i64).prop_map(|n| day("2000-01-01") + TimeDelta::days(n))
    }

    prop_compose! {
        /// A calendar with exceptions near `from`, where they matter.
        fn near()(from in any_day(), off in prop::collection::btree_set(-20..60_i64, 0..15),
                  extra in prop::collection::btree_set(-20..60_i64, 0..5)) -> (NaiveDate, WorkCalendar) {
            let days = |offsets: BTreeSet<i64>| offsets.into_iter().map(|n| from + TimeDelta::days(n)).collect();
            (from, WorkCalendar { days_off: days(off), extra_workdays: days(extra) })
        }
    }

    proptest! {
        #[test]
        fn adding_and_counting_agree((from, calendar) in near(), n in 1..40_u32) {
            let end = calendar.add_working_days(from, n);
            prop_assert!(end > from && calendar.is_working_day(end));
            prop_assert_eq!(calendar.working_days_between(from, end), i64::from(n));
        }

        #[test]
        fn terms_add_up((from, calendar) in near(), first in 0..20_u32, then in 0..20_u32) {
            let in_two_steps = calendar.add_working_days(calendar.add_working_days(from, first), then);
            prop_assert_eq!(in_two_steps, calendar.add_working_days(from, first + then));
        }

        #[test]
        fn counting_backwards_is_the_same_count((from, calendar) in near(), days in 0..60_i64) {
            let to = from + TimeDelta::days(days);
            prop_assert_eq!(calendar.working_days_between(from, to), -calendar.working_days_between(to, from));
        }

        #[test]
        fn a_ward_day_ends_on_itself(day in any_day()) {
            let end = end_of_ward_day(day);
            prop_assert_eq!(ward_today(end), day);
            prop_assert_eq!(ward_today(end + TimeDelta::milliseconds(1)), day.succ_opt().unwrap());
        }
    }
}
