//! What a ward may set for itself. Pure.

use chrono::NaiveDate;

use super::model::SettingsChanges;
use crate::error::Message;
use crate::input::{Checks, DUPLICATE, REQUIRED, TOO_MANY};
use crate::setup::{BreachTerms, CaseTerms, EventTerms, Hotline, ReportTerms, WardSettings};

pub const NAME_MAX: usize = 150;

pub const DAY_TAKEN: Message = Message::new(
    "day_taken",
    "Ngày này đã có trong danh sách. Hãy xóa dòng cũ trước khi nhập lại.",
    "This day is in the list already. Remove the old entry before you add it again.",
);

pub const NO_SUCH_DAY: Message =
    Message::new("no_such_day", "Tháng này không có ngày đó.", "This month has no such day.");

/// How many reminders a task may send before, or after, its due day.
const REMINDERS_MAX: usize = 10;
const HOTLINES_MAX: usize = 5;
const ADDRESS_MAX: usize = 200;

/// The settings after a change, each within what makes sense for a month's campaign.
pub fn apply(checks: &mut Checks, before: &WardSettings, changes: &SettingsChanges) -> WardSettings {
    let days = |checks: &mut Checks, name: &str, new: &Option<Vec<i64>>, old: &[i64]| match new {
        Some(days) => check_days(checks, &format!("settings.{name}"), days),
        None => old.to_vec(),
    };
    WardSettings {
        address: match &changes.address {
            Some(address) => checks.optional_line("settings.address", Some(address), ADDRESS_MAX).unwrap_or_default(),
            None => before.address.clone(),
        },
        reminder_days_before: days(
            checks,
            "reminder_days_before",
            &changes.reminder_days_before,
            &before.reminder_days_before,
        ),
        reminder_days_after: days(
            checks,
            "reminder_days_after",
            &changes.reminder_days_after,
            &before.reminder_days_after,
        ),
        answer_working_days: checks.range(
            "settings.answer_working_days",
            changes.answer_working_days.unwrap_or(before.answer_working_days),
            1,
            30,
        ),
        due_soon_days: checks.range(
            "settings.due_soon_days",
            changes.due_soon_days.unwrap_or(before.due_soon_days),
            0,
            30,
        ),
        digest_hour: checks.range("settings.digest_hour", changes.digest_hour.unwrap_or(before.digest_hour), 0, 23),
        cases: changes.cases.as_ref().map_or_else(|| before.cases.clone(), |terms| check_terms(checks, terms)),
        events: changes.events.as_ref().map_or_else(|| before.events.clone(), |terms| check_events(checks, terms)),
        reports: changes.reports.as_ref().map_or_else(|| before.reports.clone(), |terms| check_reports(checks, terms)),
        breaches: match &changes.breaches {
            Some(terms) => check_breaches(checks, terms),
            None => before.breaches.clone(),
        },
        hotlines: match &changes.hotlines {
            Some(hotlines) => check_hotlines(checks, "settings.hotlines", hotlines),
            None => before.hotlines.clone(),
        },
    }
}

/// No ward can set the threshold so high that a crowd of children needs no plan.
fn check_events(checks: &mut Checks, terms: &EventTerms) -> EventTerms {
    checks.range("settings.events.safety_threshold", terms.safety_threshold, 10, 300);
    checks.range("settings.events.night_from_hour", terms.night_from_hour, 16, 22);
    checks.range("settings.events.at_once", terms.at_once, 1, 50);
    checks.range("settings.events.police_days_before", terms.police_days_before, 0, 60);
    let per_adult = &terms.children_per_adult;
    checks.range("settings.events.children_per_adult.under_6", per_adult.under_6, 1, 20);
    checks.range("settings.events.children_per_adult.from_6_to_10", per_adult.from_6_to_10, 1, 30);
    checks.range("settings.events.children_per_adult.from_11", per_adult.from_11, 1, 40);
    checks.range("settings.events.children_per_adult.by_water", per_adult.by_water, 1, 10);
    terms.clone()
}

/// A small number stays a number that may name somebody: nobody switches the bound off.
fn check_reports(checks: &mut Checks, terms: &ReportTerms) -> ReportTerms {
    checks.range("settings.reports.due_month", terms.due_month, 1, 12);
    checks.range("settings.reports.due_day", terms.due_day, 1, 31);
    if NaiveDate::from_ymd_opt(2023, terms.due_month, terms.due_day).is_none() {
        checks.fail("settings.reports.due_day", NO_SUCH_DAY);
    }
    checks.range("settings.reports.unit_days", terms.unit_days, 0, 60);
    checks.range("settings.reports.suppress_below", terms.suppress_below, 3, 20);
    ReportTerms {
        addressee: checks.optional_line("settings.reports.addressee", Some(&terms.addressee), 200).unwrap_or_default(),
        recipients: checks.line_list("settings.reports.recipients", &terms.recipients, 20, 200),
        ..terms.clone()
    }
}

/// The law may change the figures; nobody may set the clocks so far that they never run out.
fn check_terms(checks: &mut Checks, terms: &CaseTerms) -> CaseTerms {
    checks.range("settings.cases.emergency_hours", terms.emergency_hours, 1, 72);
    checks.range("settings.cases.plan_working_days", terms.plan_working_days, 1, 30);
    checks.range("settings.cases.decision_working_days", terms.decision_working_days, 1, 45);
    checks.range("settings.cases.separation_days", terms.separation_days, 1, 90);
    checks.range("settings.cases.referral_working_days", terms.referral_working_days, 1, 30);
    terms.clone()
}

/// A ward may be stricter than the law, never slower.
fn check_breaches(checks: &mut Checks, terms: &BreachTerms) -> BreachTerms {
    BreachTerms {
        notify_hours: checks.range("settings.breaches.notify_hours", terms.notify_hours, 1, 72),
        authority: checks.line("settings.breaches.authority", &terms.authority, 200),
    }
}

/// The ward's own numbers, whose `field` stands before what is wrong with them.
pub fn check_hotlines(checks: &mut Checks, field: &str, hotlines: &[Hotline]) -> Vec<Hotline> {
    if hotlines.len() > HOTLINES_MAX {
        checks.fail_with(field, TOO_MANY, vec![("max", HOTLINES_MAX.to_string())]);
    }
    let check = |(at, hotline): (usize, &Hotline)| {
        let place = |name: &str| format!("{field}[{at}].{name}");
        let phone = checks.phone(&place("phone"), Some(&hotline.phone));
        if phone.is_none() {
            checks.fail(place("phone"), REQUIRED);
        }
        Hotline {
            label: checks.line(&place("label"), &hotline.label, 80),
            phone: phone.unwrap_or_default(),
            hours: checks.optional_line(&place("hours"), Some(&hotline.hours), 80).unwrap_or_default(),
        }
    };
    hotlines.iter().take(HOTLINES_MAX).enumerate().map(check).collect()
}

fn check_days(checks: &mut Checks, field: &str, days: &[i64]) -> Vec<i64> {
    if days.len() > REMINDERS_MAX {
        checks.fail_with(field, TOO_MANY, vec![("max", REMINDERS_MAX.to_string())]);
    }
    for (at, day) in days.iter().take(REMINDERS_MAX).enumerate() {
        let place = format!("{field}[{at}]");
        checks.range(&place, *day, 1, 60);
        if days.iter().take(at).any(|other| other == day) {
            checks.fail(place, DUPLICATE);
        }
    }
    days.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes() -> SettingsChanges {
        SettingsChanges {
            reminder_days_before: None,
            reminder_days_after: None,
            answer_working_days: None,
            due_soon_days: None,
            digest_hour: None,
            cases: None,
            events: None,
            reports: None,
            breaches: None,
            hotlines: None,
            address: None,
        }
    }

    fn apply_to_default(changes: &SettingsChanges) -> crate::error::Result<WardSettings> {
        let mut checks = Checks::new();
        let settings = apply(&mut checks, &WardSettings::default(), changes);
        checks.finish().map(|()| settings)
    }

    #[test]
    fn what_is_left_out_stays() {
        assert_eq!(apply_to_default(&changes()).ok(), Some(WardSettings::default()));
        let settings = apply_to_default(&SettingsChanges { answer_working_days: Some(5), ..changes() }).ok();
        assert_eq!(settings, Some(WardSettings { answer_working_days: 5, ..WardSettings::default() }));
    }

    fn hotline(phone: &str) -> Hotline {
        Hotline { label: "Trực ban".to_owned(), phone: phone.to_owned(), hours: String::new() }
    }

    #[test]
    fn a_hotline_is_kept_as_it_is_dialled() {
        let settings =
            apply_to_default(&SettingsChanges { hotlines: Some(vec![hotline("+84 237.000.111")]), ..changes() });
        assert_eq!(settings.ok().map(|settings| settings.hotlines), Some(vec![hotline("0237000111")]));
    }

    #[test]
    fn nonsense_is_refused() {
        for wrong in [
            SettingsChanges { reminder_days_before: Some(vec![3, 3]), ..changes() },
            SettingsChanges { reminder_days_after: Some(vec![0]), ..changes() },
            SettingsChanges { reminder_days_after: Some((1..=11).collect()), ..changes() },
            SettingsChanges { answer_working_days: Some(0), ..changes() },
            SettingsChanges { due_soon_days: Some(-1), ..changes() },
            SettingsChanges { digest_hour: Some(24), ..changes() },
            SettingsChanges { hotlines: Some(vec![Hotline::default()]), ..changes() },
            SettingsChanges { hotlines: Some(vec![hotline("113")]), ..changes() },
            SettingsChanges { hotlines: Some(vec![hotline("0237000111"); 6]), ..changes() },
        ] {
            assert!(apply_to_default(&wrong).is_err());
        }
    }
}
