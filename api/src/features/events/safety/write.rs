//! Drafting and changing safety plans. Every change saves the plan under one version, with its audit row.

use diesel::prelude::*;
use serde::Serialize;

use super::bodies::{SafetyPlanChanges, SafetyPlanDraft};
use super::model::{
    Covered, SafetyAction, SafetyAnswer, SafetyItem, SafetyOfficer, SafetyPlanRow, SafetyRisk, SafetyStatus,
};
use super::reading::{self, Planned};
use super::{rules, store, template};
use crate::access::subject::{Events, SafetyPlans};
use crate::access::{Create, Cx, Role, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::Conn;
use crate::db::schema::{events, safety_plans};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::http::IfMatch;
use crate::input::{Checks, TOO_MANY};

const LINES_MAX: usize = 100;
const LABEL_MAX: usize = 300;
const NOTE_MAX: usize = 2000;

/// What a change is recorded by: numbers and states, no telephone numbers.
#[derive(Serialize)]
struct Shown<'a> {
    status: SafetyStatus,
    ready: usize,
    missing: usize,
    risks: usize,
    officers: usize,
    score: i32,
    return_reason: &'a str,
    decision_number: &'a str,
    decision_date: Option<chrono::NaiveDate>,
}

fn shown(row: &SafetyPlanRow) -> Shown<'_> {
    let count = |answer| row.items.iter().filter(|item| item.answer == answer).count();
    Shown {
        status: row.status,
        ready: count(SafetyAnswer::Ready),
        missing: count(SafetyAnswer::Missing),
        risks: row.risks.len(),
        officers: row.officers.len(),
        score: rules::score(&row.risks),
        return_reason: &row.return_reason,
        decision_number: &row.decision_number,
        decision_date: row.decision_date,
    }
}

/// The event with its plan, to be changed. On PostgreSQL the events are locked before their plan, as where an event is
/// approved: an approval and a change of its plan never pass each other.
///
/// # Errors
/// 404, 409 when nothing of it lies ahead.
pub(super) fn open<A: Writes>(cx: &mut Cx<'_, SafetyPlans, A>, id: &Id) -> Result<Planned> {
    let seen = reading::planned(cx, id)?.event;
    let holder = seen.plan_holder();
    if let Conn::Pg(plain) = cx.conn() {
        let all = events::table.filter(events::id.eq(id).or(events::series_id.eq(holder)));
        all.order((events::starts_at, events::id)).select(events::id).for_update().load::<Id>(plain)?;
    }
    store::lock(cx, holder)?;
    let planned = reading::planned(cx, id)?;
    if rules::is_ahead(&planned.sessions) { Ok(planned) } else { Err(Error::conflict(rules::EVENT_OVER)) }
}

/// Makes the plan of an event or fills it in; the police are told that it waits for their approval.
///
/// # Errors
/// 404, 409, 412, 422 with every field that cannot be taken, 428 over a draft that was not seen.
pub fn draft(cx: &mut Cx<'_, SafetyPlans, Create>, id: &Id, if_match: IfMatch, input: &SafetyPlanDraft) -> Result<()> {
    let Planned { event, plan, .. } = open(cx, id)?;
    rules::check_possible(plan.as_ref().map(|plan| plan.status), SafetyAction::Draft)?;
    let mut checks = Checks::new();
    let content = Content::clean(&mut checks, &input.items, &input.risks, &input.officers, &input.note);
    checks.finish()?;
    let Some(before) = plan else {
        let row = drafted(cx, content.over(store::empty(cx.new_id(), &event, cx.now())));
        diesel::insert_into(safety_plans::table).values(&row).execute(cx.conn())?;
        audit::record(cx, "draft", &row.event_id, Changes::none().field("status", (), row.status))?;
        return tell_police(cx, &row);
    };
    // Nothing is lost over a plan that was only asked for.
    if before.drafted_at.is_some() {
        if_match.check_version(before.version, || reading::find(cx, id))?;
    } else {
        if_match.check_version_if_given(before.version, || reading::find(cx, id))?;
    }
    let row = drafted(cx, content.over(before.clone()));
    save(cx, id, &before, row.clone(), "draft")?;
    tell_police(cx, &row)
}

/// Changes the plan. What was approved is so no more, and with it what was approved of its events.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, SafetyPlans, Update>,
    id: &Id,
    if_match: IfMatch,
    changes: &SafetyPlanChanges,
) -> Result<()> {
    let Planned { event, plan, .. } = open(cx, id)?;
    let before = plan.ok_or_else(Error::not_found)?;
    if_match.check_version(before.version, || reading::find(cx, id))?;
    rules::check_possible(Some(before.status), SafetyAction::Edit)?;
    let mut checks = Checks::new();
    let content = Content::clean(
        &mut checks,
        changes.items.as_ref().unwrap_or(&before.items),
        changes.risks.as_ref().unwrap_or(&before.risks),
        changes.officers.as_ref().unwrap_or(&before.officers),
        changes.note.as_ref().unwrap_or(&before.note),
    );
    checks.finish()?;
    let after = content.over(before.clone());
    if is_same(&before, &after) {
        return save(cx, id, &before, after, "update");
    }
    // Whoever drafted it first hears of its return.
    let mine = drafted(cx, after);
    let drafted_by_id = before.drafted_by_id.clone().or(mine.drafted_by_id);
    save(cx, id, &before, SafetyPlanRow { drafted_by_id, ..mine }, "update")?;
    if before.status == SafetyStatus::Approved {
        // The police have no right to events of their own: what follows for them is the system's doing.
        cx.hand_over::<Events, Update, _>(&event.ward_id, |cx| store::take_back(cx, event.plan_holder()))?;
    }
    Ok(())
}

fn is_same(one: &SafetyPlanRow, other: &SafetyPlanRow) -> bool {
    *one.items == *other.items
        && *one.risks == *other.risks
        && *one.officers == *other.officers
        && one.note == other.note
}

/// The row as a draft of whoever acts, approved by nobody.
fn drafted<A: Writes>(cx: &Cx<'_, SafetyPlans, A>, row: SafetyPlanRow) -> SafetyPlanRow {
    SafetyPlanRow {
        status: SafetyStatus::Drafted,
        covers: Json::new(Covered::default()),
        decision_number: String::new(),
        decision_date: None,
        drafted_by_id: cx.actor().person().cloned(),
        drafted_at: Some(cx.now()),
        ..row
    }
}

fn tell_police(cx: &mut Cx<'_, SafetyPlans, Create>, row: &SafetyPlanRow) -> Result<()> {
    notifications::send_to_roles(cx, &row.ward_id, &[Role::Police], Kind::SafetyPlanDrafted, &row.event_id)
}

/// Saves a row over the version that was read.
///
/// # Errors
/// 412 when somebody was faster.
pub(super) fn save<A: Writes>(
    cx: &mut Cx<'_, SafetyPlans, A>,
    event: &Id,
    before: &SafetyPlanRow,
    mut row: SafetyPlanRow,
    verb: &str,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = safety_plans::table.find(&before.id).filter(safety_plans::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(reading::find(cx, event)?));
    }
    // The event's id: there the plan is read.
    audit::record(cx, verb, &row.event_id, Changes::between(&shown(before), &shown(&row)))
}

/// What a plan says, cleaned.
struct Content {
    items: Vec<SafetyItem>,
    risks: Vec<SafetyRisk>,
    officers: Vec<SafetyOfficer>,
    note: String,
}

impl Content {
    fn clean(
        checks: &mut Checks,
        items: &[SafetyItem],
        risks: &[SafetyRisk],
        officers: &[SafetyOfficer],
        note: &str,
    ) -> Self {
        for (field, count) in [("items", items.len()), ("risks", risks.len()), ("officers", officers.len())] {
            if count > LINES_MAX {
                checks.fail_with(field, TOO_MANY, vec![("max", LINES_MAX.to_string())]);
            }
        }
        Self {
            items: items.iter().take(LINES_MAX).enumerate().map(|(at, one)| item(checks, at, one)).collect(),
            risks: risks.iter().take(LINES_MAX).enumerate().map(|(at, one)| risk(checks, at, one)).collect(),
            officers: officers.iter().take(LINES_MAX).enumerate().map(|(at, one)| officer(checks, at, one)).collect(),
            note: checks.lines("note", note, NOTE_MAX),
        }
    }

    fn over(self, row: SafetyPlanRow) -> SafetyPlanRow {
        SafetyPlanRow {
            items: Json::new(self.items),
            risks: Json::new(self.risks),
            officers: Json::new(self.officers),
            note: self.note,
            ..row
        }
    }
}

fn item(checks: &mut Checks, at: usize, input: &SafetyItem) -> SafetyItem {
    let field = |name: &str| format!("items[{at}].{name}");
    if template::topic_name(&input.topic).is_none() {
        checks.fail(field("topic"), rules::UNKNOWN_TOPIC);
    }
    SafetyItem {
        topic: input.topic.clone(),
        label: checks.line(&field("label"), &input.label, LABEL_MAX),
        answer: input.answer,
        note: checks.lines(&field("note"), &input.note, NOTE_MAX),
        who: checks.optional_line(&field("who"), Some(&input.who), LABEL_MAX).unwrap_or_default(),
    }
}

fn risk(checks: &mut Checks, at: usize, input: &SafetyRisk) -> SafetyRisk {
    let field = |name: &str| format!("risks[{at}].{name}");
    SafetyRisk {
        what: checks.line(&field("what"), &input.what, LABEL_MAX),
        likelihood: checks.range(&field("likelihood"), input.likelihood, 1, 5),
        harm: checks.range(&field("harm"), input.harm, 1, 5),
        measure: checks.lines(&field("measure"), &input.measure, NOTE_MAX),
    }
}

fn officer(checks: &mut Checks, at: usize, input: &SafetyOfficer) -> SafetyOfficer {
    let field = |name: &str| format!("officers[{at}].{name}");
    SafetyOfficer {
        name: checks.line(&field("name"), &input.name, 120),
        unit: checks.optional_line(&field("unit"), Some(&input.unit), LABEL_MAX).unwrap_or_default(),
        duty: checks.optional_line(&field("duty"), Some(&input.duty), LABEL_MAX).unwrap_or_default(),
        phone: checks.phone(&field("phone"), Some(&input.phone)).unwrap_or_default(),
    }
}
