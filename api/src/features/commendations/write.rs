//! Writing proposals: made, changed, withdrawn, declined; handed over once they are decided.

use diesel::prelude::*;

use super::model::{
    CommendationAction, CommendationAward, CommendationChanges, CommendationReason, CommendationRow,
    CommendationStatus, CommendedKind, NewCommendation,
};
use super::rules::{self, ADULTS_ONLY, BEFORE_PROPOSAL, IN_FUTURE, NOT_YOURS, PROPOSES_ITSELF, TASK_NOT_ACCEPTED};
use super::{decisions, store};
use crate::access::subject::{Commendations, Plans, Tasks};
use crate::access::{Approve, Create, Cx, Read, Role, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{commendation_tasks, commendations};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::features::tasks::model::TaskStatus;
use crate::features::{plans, tasks, units};
use crate::http::IfMatch;
use crate::input::{Checks, DUPLICATE, REQUIRED, TOO_MANY, UNKNOWN_ID};
use crate::{each_backend, text};

/// Proposes; the leader is told.
///
/// # Errors
/// 403 for another unit's name, 422 with the fields.
pub fn create(cx: &mut Cx<'_, Commendations, Create>, input: &NewCommendation) -> Result<Id> {
    let ward = cx.actor().ward_id.clone().ok_or_else(Error::not_found)?;
    let own = cx.actor().unit_id.clone();
    let proposed_unit_id = input.proposed_unit_id.clone().unwrap_or_else(|| own.clone());
    if proposed_unit_id != own && !rules::is_officer(cx.actor()) {
        return Err(Error::forbidden(PROPOSES_ITSELF));
    }
    let mut checks = Checks::new();
    if input.kind == CommendedKind::Person && !input.is_adult {
        checks.fail("is_adult", ADULTS_ONLY);
    }
    let now = cx.now();
    let row = CommendationRow {
        id: cx.new_id(),
        ward_id: ward,
        plan_id: input.plan_id.clone(),
        kind: input.kind,
        unit_id: input.unit_id.clone(),
        name: input.name.clone(),
        position: input.position.clone(),
        search_key: String::new(),
        form: input.form.clone(),
        achievement: input.achievement.clone(),
        status: CommendationStatus::Proposed,
        status_reason: String::new(),
        decision_id: None,
        awarded_on: None,
        awarded_at: String::new(),
        proposed_on: cx.today(),
        proposed_unit_id,
        proposed_by_id: cx.actor().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let row = checked(cx, checks, row, &input.task_ids, &[])?;
    diesel::insert_into(commendations::table).values(&row).execute(cx.conn())?;
    link(cx, &row.id, &input.task_ids)?;
    notifications::send_to_roles(cx, &row.ward_id, &[Role::Leader], Kind::CommendationProposed, &row.id)?;
    audit::record(cx, "create", &row.id, Changes::none().field("name", (), &row.name).field("form", (), &row.form))?;
    Ok(row.id)
}

fn link<A: Writes>(cx: &mut Cx<'_, Commendations, A>, id: &Id, tasks: &[Id]) -> Result<()> {
    let link =
        |task: &Id| (commendation_tasks::commendation_id.eq(id.clone()), commendation_tasks::task_id.eq(task.clone()));
    let links: Vec<_> = tasks.iter().map(link).collect();
    if links.is_empty() {
        return Ok(());
    }
    each_backend!(cx.conn(), plain => diesel::insert_into(commendation_tasks::table).values(&links).execute(plain))?;
    Ok(())
}

/// Changes a proposal that waits.
///
/// # Errors
/// 403 for another unit's, 404, 409, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Commendations, Create>,
    id: &Id,
    if_match: IfMatch,
    changes: &CommendationChanges,
) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    check_own(cx, &before)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    rules::next(before.status, CommendationAction::Edit)?;
    let known: Vec<Id> = store::tasks_of(cx, std::slice::from_ref(id))?.into_iter().map(|(_, task)| task).collect();
    let wanted = changes.task_ids.clone().unwrap_or_else(|| known.clone());
    let mut row = before.clone();
    if let Some(plan) = &changes.plan_id {
        row.plan_id.clone_from(plan);
    }
    let texts = [
        (&changes.name, &mut row.name),
        (&changes.position, &mut row.position),
        (&changes.form, &mut row.form),
        (&changes.achievement, &mut row.achievement),
    ];
    for (new, old) in texts {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    let row = checked(cx, Checks::new(), row, &wanted, &known)?;
    let mut differences = Changes::between(&before, &row);
    if wanted != known {
        differences = differences.field("task_ids", &known, &wanted);
        diesel::delete(commendation_tasks::table.filter(commendation_tasks::commendation_id.eq(id)))
            .execute(cx.conn())?;
        link(cx, id, &wanted)?;
    }
    save(cx, &before, row, "update", differences)
}

/// The row with everything cleaned and checked; a unit goes by its own name.
fn checked(
    cx: &mut Cx<'_, Commendations, Create>,
    mut checks: Checks,
    row: CommendationRow,
    rests_on: &[Id],
    known: &[Id],
) -> Result<CommendationRow> {
    let named: Vec<&Id> = row.unit_id.iter().chain([&row.proposed_unit_id]).collect();
    let in_use = units::in_use(cx, named)?;
    if !in_use.contains_key(&row.proposed_unit_id) {
        checks.fail("proposed_unit_id", UNKNOWN_ID);
    }
    if row.unit_id.as_ref().is_some_and(|unit| !in_use.contains_key(unit)) {
        checks.fail("unit_id", UNKNOWN_ID);
    }
    let name = match (row.kind, &row.unit_id) {
        (CommendedKind::Unit, Some(unit)) => {
            units::references(cx, [unit])?.remove(unit).map(|unit| unit.name).unwrap_or_default()
        }
        (CommendedKind::Unit, None) => {
            checks.fail("unit_id", REQUIRED);
            String::new()
        }
        _ => checks.line("name", &row.name, rules::NAME_MAX),
    };
    let position = checks.optional_line("position", Some(&row.position), rules::NAME_MAX).unwrap_or_default();
    let form = checks.line("form", &row.form, rules::FORM_MAX);
    let achievement = checks.required_lines("achievement", &row.achievement, rules::ACHIEVEMENT_MAX);
    if let Some(plan) = &row.plan_id
        && plans::check_visible(&mut cx.also::<Plans, Read>()?, plan).is_err()
    {
        checks.fail("plan_id", UNKNOWN_ID);
    }
    check_tasks(cx, &mut checks, &row, rests_on, known)?;
    checks.finish()?;
    let search_key = text::search_key(&format!("{name} {position} {achievement}"));
    Ok(CommendationRow { name, position, form, achievement, search_key, ..row })
}

/// A proposal rests on tasks that the proposer sees and that are accepted, or whose part of the commended unit is.
fn check_tasks(
    cx: &mut Cx<'_, Commendations, Create>,
    checks: &mut Checks,
    row: &CommendationRow,
    rests_on: &[Id],
    known: &[Id],
) -> Result<()> {
    if rests_on.len() > rules::TASKS_MAX {
        checks.fail_with("task_ids", TOO_MANY, vec![("max", rules::TASKS_MAX.to_string())]);
        return Ok(());
    }
    for (at, id) in rests_on.iter().enumerate() {
        let field = format!("task_ids[{at}]");
        if rests_on.iter().take(at).any(|earlier| earlier == id) {
            checks.fail(field, DUPLICATE);
            continue;
        }
        if known.contains(id) {
            continue;
        }
        let Ok(task) = tasks::find(&mut cx.also::<Tasks, Read>()?, id) else {
            checks.fail(field, UNKNOWN_ID);
            continue;
        };
        let its_part = task.parts.iter().find(|part| Some(&part.unit.id) == row.unit_id.as_ref());
        let is_accepted =
            task.status == TaskStatus::Accepted || its_part.is_some_and(|part| part.status == TaskStatus::Accepted);
        if !is_accepted {
            checks.fail(field, TASK_NOT_ACCEPTED);
        }
    }
    Ok(())
}

/// Takes a proposal back.
///
/// # Errors
/// 403 for another unit's, 404, 409, 412, 422 without a reason.
pub fn withdraw(
    cx: &mut Cx<'_, Commendations, Create>,
    id: &Id,
    if_match: IfMatch,
    input: &CommendationReason,
) -> Result<()> {
    let before = open(cx, id, if_match)?;
    check_own(cx, &before)?;
    let status = rules::next(before.status, CommendationAction::Withdraw)?;
    let status_reason = reason(input)?;
    save_all(cx, &before, CommendationRow { status, status_reason, ..before.clone() }, "withdraw")
}

/// The leader does not follow a proposal; whoever proposed is told.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn decline(
    cx: &mut Cx<'_, Commendations, Approve>,
    id: &Id,
    if_match: IfMatch,
    input: &CommendationReason,
) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let status = rules::next(before.status, CommendationAction::Decline)?;
    let status_reason = reason(input)?;
    save_all(cx, &before, CommendationRow { status, status_reason, ..before.clone() }, "decline")?;
    notifications::send_to_units(cx, &[before.proposed_unit_id], Kind::CommendationDeclined, id)
}

/// Writes down that it was handed over.
///
/// # Errors
/// 404, 409 before it is decided, 412, 422.
pub fn award(
    cx: &mut Cx<'_, Commendations, Update>,
    id: &Id,
    if_match: IfMatch,
    input: &CommendationAward,
) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let status = rules::next(before.status, CommendationAction::Award)?;
    let mut checks = Checks::new();
    checks.day("awarded_on", input.awarded_on);
    if input.awarded_on > cx.today() {
        checks.fail("awarded_on", IN_FUTURE);
    }
    let decided: Vec<Id> = before.decision_id.iter().cloned().collect();
    let decided_on = decisions::of(cx, &decided)?.into_values().next().map(|decision| decision.decided_on);
    if decided_on.is_some_and(|day| input.awarded_on < day) {
        checks.fail("awarded_on", BEFORE_PROPOSAL);
    }
    let awarded_at = checks.optional_line("awarded_at", Some(&input.awarded_at), 300).unwrap_or_default();
    checks.finish()?;
    let awarded_on = Some(input.awarded_on);
    save_all(cx, &before, CommendationRow { status, awarded_on, awarded_at, ..before.clone() }, "award")
}

fn reason(input: &CommendationReason) -> Result<String> {
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 2000);
    checks.finish()?;
    Ok(reason)
}

fn check_own(cx: &Cx<'_, Commendations, Create>, row: &CommendationRow) -> Result<()> {
    if rules::may_edit(cx.actor(), row) { Ok(()) } else { Err(Error::forbidden(NOT_YOURS)) }
}

fn open<A: Writes>(cx: &mut Cx<'_, Commendations, A>, id: &Id, if_match: IfMatch) -> Result<CommendationRow> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    Ok(before)
}

pub(super) fn save_all<A: Writes>(
    cx: &mut Cx<'_, Commendations, A>,
    before: &CommendationRow,
    row: CommendationRow,
    verb: &str,
) -> Result<()> {
    let changes = Changes::between(before, &row);
    save(cx, before, row, verb, changes)
}

fn save<A: Writes>(
    cx: &mut Cx<'_, Commendations, A>,
    before: &CommendationRow,
    mut row: CommendationRow,
    verb: &str,
    changes: Changes,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = commendations::table.find(&before.id).filter(commendations::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    audit::record(cx, verb, &before.id, changes)
}
