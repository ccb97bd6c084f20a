//! What a form must hold before it counts. Pure.

use chrono::NaiveDate;

use super::catalogue;
use super::forms_model::{Activity, FormContent, FormKind, JudgedItem, Need, Participant};
use super::model::DangerLevel;
use crate::error::Message;
use crate::input::{Checks, REQUIRED};

pub const ITEM_UNKNOWN: Message =
    Message::new("item_unknown", "Mục đánh giá này không có trong mẫu.", "The form has no such item.");
pub const REVIEW_IN_PAST: Message =
    Message::new("review_in_past", "Ngày rà soát phải sau hôm nay.", "The day of the review must lie after today.");
pub const IN_FUTURE: Message = Message::new("in_future", "Ngày này chưa đến.", "That day has not come yet.");

const TEXT: usize = 8_000;
const LINES: usize = 60;

/// Cleans a form while it is being written: nothing is needed yet, and nothing may be endless.
pub fn clean(checks: &mut Checks, kind: FormKind, form: &FormContent) -> FormContent {
    let mut form = form.clone();
    if form.catalogue.is_empty() {
        form.catalogue = catalogue::newest().version.clone();
    }
    for (field, text) in texts(&mut form) {
        *text = checks.lines(field, text, TEXT);
    }
    let known = catalogue::version(&form.catalogue);
    form.items.retain(|item: &JudgedItem| item.level.is_some() || !item.note.is_empty());
    for (at, item) in form.items.iter_mut().enumerate() {
        if !known.has(kind, &item.code) {
            checks.fail(format!("items[{at}].code"), ITEM_UNKNOWN);
        }
        item.note = checks.lines(&format!("items[{at}].note"), &item.note, 2_000);
    }
    form.needs = some(form.needs);
    form.participants = some(form.participants);
    form.activities = some(form.activities);
    for (at, one) in form.activities.iter().enumerate() {
        checks.range(&format!("activities[{at}].cost"), one.cost, 0, 1_000_000_000_000);
        if let (Some(from), Some(to)) = (one.from, one.to) {
            checks.period(&format!("activities[{at}].to"), from, to);
        }
    }
    form
}

/// Rows that say something, as many as a paper holds.
fn some<T: Default + PartialEq>(rows: Vec<T>) -> Vec<T> {
    rows.into_iter().filter(|row| *row != T::default()).take(LINES).collect()
}

fn texts(form: &mut FormContent) -> Vec<(&'static str, &mut String)> {
    vec![
        ("conclusion", &mut form.conclusion),
        ("physical", &mut form.physical),
        ("psychological", &mut form.psychological),
        ("emotional", &mut form.emotional),
        ("family", &mut form.family),
        ("relations", &mut form.relations),
        ("protective_capacity", &mut form.protective_capacity),
        ("care_environment", &mut form.care_environment),
        ("offender", &mut form.offender),
        ("child_wishes", &mut form.child_wishes),
        ("parents_wishes", &mut form.parents_wishes),
        ("place", &mut form.place),
        ("chair", &mut form.chair),
        ("secretary", &mut form.secretary),
        ("opinions", &mut form.opinions),
        ("goals", &mut form.goals),
        ("number", &mut form.number),
        ("implementers", &mut form.implementers),
        ("child_state", &mut form.child_state),
        ("environment", &mut form.environment),
    ]
}

/// What must be there when a form is completed.
pub fn check(checks: &mut Checks, kind: FormKind, form: &FormContent, today: NaiveDate) {
    let must = |checks: &mut Checks, field: &str, is_there: bool| {
        if !is_there {
            checks.fail(field, REQUIRED);
        }
    };
    match kind {
        FormKind::InitialAssessment => {
            check_items(checks, kind, form);
            check_day(checks, form, today);
            let known = form.danger_level.is_some_and(|level| level != DangerLevel::Unknown);
            must(checks, "danger_level", known);
            must(checks, "is_emergency", form.is_emergency.is_some());
            must(checks, "conclusion", !form.conclusion.is_empty());
        }
        FormKind::DetailedAssessment => {
            check_items(checks, kind, form);
            check_day(checks, form, today);
            must(checks, "physical", !form.physical.is_empty());
            must(checks, "psychological", !form.psychological.is_empty());
            must(checks, "family", !form.family.is_empty());
            must(checks, "conclusion", !form.conclusion.is_empty());
        }
        FormKind::NeedsMeeting => {
            must(checks, "held_at", form.held_at.is_some());
            must(checks, "chair", !form.chair.is_empty());
            must(checks, "participants", form.participants.iter().any(|one: &Participant| !one.name.is_empty()));
            must(checks, "needs", form.needs.iter().any(|one: &Need| !one.need.is_empty()));
            must(checks, "conclusion", !form.conclusion.is_empty());
        }
        FormKind::SupportPlan => {
            must(checks, "goals", !form.goals.is_empty());
            must(checks, "activities", !form.activities.is_empty());
            for (at, one) in form.activities.iter().enumerate() {
                check_activity(checks, at, one);
            }
            must(checks, "review_on", form.review_on.is_some());
            if form.review_on.is_some_and(|day| day <= today) {
                checks.fail("review_on", REVIEW_IN_PAST);
            }
        }
        FormKind::Decision => {}
        FormKind::Review => {
            check_items(checks, kind, form);
            check_day(checks, form, today);
            must(checks, "child_state", !form.child_state.is_empty());
            must(checks, "outcome", form.outcome.is_some());
            must(checks, "conclusion", !form.conclusion.is_empty());
        }
    }
}

fn check_day(checks: &mut Checks, form: &FormContent, today: NaiveDate) {
    match form.on {
        None => checks.fail("on", REQUIRED),
        Some(day) if day > today => checks.fail("on", IN_FUTURE),
        Some(_) => {}
    }
}

/// Every item of the form has a level.
fn check_items(checks: &mut Checks, kind: FormKind, form: &FormContent) {
    for item in catalogue::version(&form.catalogue).blocks(kind).flat_map(|block| &block.items) {
        let is_judged = form.items.iter().any(|one| one.code == item.code && one.level.is_some());
        if !is_judged {
            checks.fail(format!("items.{}", item.code), REQUIRED);
        }
    }
}

fn check_activity(checks: &mut Checks, at: usize, one: &Activity) {
    let empty = |text: &String| text.trim().is_empty();
    if empty(&one.what) {
        checks.fail(format!("activities[{at}].what"), REQUIRED);
    }
    if empty(&one.who) && one.unit_id.is_none() {
        checks.fail(format!("activities[{at}].who"), REQUIRED);
    }
    if one.to.is_none() {
        checks.fail(format!("activities[{at}].to"), REQUIRED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 6, 3).unwrap()
    }

    fn fails(kind: FormKind, form: &FormContent) -> bool {
        let mut checks = Checks::new();
        check(&mut checks, kind, form, today());
        checks.finish().is_err()
    }

    #[test]
    fn an_empty_form_may_be_saved_and_not_completed() {
        for kind in FormKind::ALL.iter().filter(|kind| **kind != FormKind::Decision) {
            let mut checks = Checks::new();
            let empty = clean(&mut checks, *kind, &FormContent::default());
            assert!(checks.finish().is_ok());
            assert!(fails(*kind, &empty), "{kind}");
        }
    }

    #[test]
    fn items_of_another_form_are_refused() {
        let item = JudgedItem { code: "06.a.1".into(), note: "x".into(), ..JudgedItem::default() };
        let form = FormContent { items: vec![item], ..FormContent::default() };
        let mut checks = Checks::new();
        clean(&mut checks, FormKind::InitialAssessment, &form);
        assert!(checks.finish().is_err());
    }

    #[test]
    fn a_plan_is_reviewed_after_today() {
        let activity =
            Activity { what: "Thăm".into(), who: "Cô Lan".into(), to: Some(today()), ..Activity::default() };
        let mut plan = FormContent { goals: "An toàn".into(), activities: vec![activity], ..FormContent::default() };
        assert!(fails(FormKind::SupportPlan, &plan));
        plan.review_on = Some(today());
        assert!(fails(FormKind::SupportPlan, &plan));
        plan.review_on = today().succ_opt();
        assert!(!fails(FormKind::SupportPlan, &plan));
    }
}
