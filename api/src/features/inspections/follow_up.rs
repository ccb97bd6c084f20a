//! What is done with recommendations: made, reported fixed by the unit, verified or returned by whoever inspected.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::model::InspectionAction;
use super::recommendation_model::{
    NewRecommendation, RecommendationAction, RecommendationChanges, RecommendationCheck, RecommendationFix,
    RecommendationReason, RecommendationRow, RecommendationStatus,
};
use super::rules::{self, DUE_IN_PAST, NOT_INSPECTED, NOT_YOURS, REMINDED_TODAY, VERIFIES_ITSELF};
use super::{recommendations, store};
use crate::access::subject::{Inspections, Recommendations};
use crate::access::{Approve, Create, Cx, Update, Writes};
use crate::attachments::{self, OwnerKind};
use crate::audit::{self, Changes};
use crate::db::schema::inspection_recommendations;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::http::IfMatch;
use crate::input::Checks;
use crate::setup::WardSettings;
use crate::text;

/// Asks an inspected unit to put something right; it is told.
///
/// # Errors
/// 404, 409 for an inspection that was called off, 422.
pub fn create(cx: &mut Cx<'_, Recommendations, Create>, inspection: &Id, input: &NewRecommendation) -> Result<Id> {
    // Locked, so that two of the team do not give the same number.
    let parent = store::find_to_write(&mut cx.also::<Inspections, Update>()?, inspection)?;
    rules::next(parent.status, InspectionAction::Recommend)?;
    let visits = store::visits_of(&mut cx.also::<Inspections, Update>()?, std::slice::from_ref(inspection))?;
    let mut checks = Checks::new();
    let text = checks.required_lines("text", &input.text, rules::RECOMMENDATION_MAX);
    checks.day("due_on", input.due_on);
    if input.due_on < cx.today() {
        checks.fail("due_on", DUE_IN_PAST);
    }
    if visits.iter().all(|visit| visit.unit_id != input.unit_id) {
        checks.fail("unit_id", NOT_INSPECTED);
    }
    checks.finish()?;
    let (number, now) = (recommendations::next_number(cx, inspection)?, cx.now());
    let row = RecommendationRow {
        id: cx.new_id(),
        ward_id: parent.ward_id,
        inspection_id: inspection.clone(),
        unit_id: input.unit_id.clone(),
        lead_unit_id: parent.lead_unit_id,
        number,
        search_key: text::search_key(&text),
        text,
        made_on: cx.today(),
        due_on: input.due_on,
        status: RecommendationStatus::Open,
        status_reason: String::new(),
        fix_note: String::new(),
        fixed_at: None,
        fixed_by_id: None,
        check_note: String::new(),
        verified_at: None,
        verified_by_id: None,
        told_step: 0,
        reminded_on: None,
        created_by_id: cx.actor().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    diesel::insert_into(inspection_recommendations::table).values(&row).execute(cx.conn())?;
    notifications::send_to_units(cx, std::slice::from_ref(&row.unit_id), Kind::RecommendationMade, &row.id)?;
    let changes = Changes::none().field("unit", (), &row.unit_id).field("due_on", (), row.due_on);
    audit::record(cx, "create", &row.id, changes)?;
    Ok(row.id)
}

/// Mends an open one; the unit is told of another day.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Recommendations, Approve>,
    id: &Id,
    if_match: IfMatch,
    changes: &RecommendationChanges,
) -> Result<()> {
    let before = recommendations::find_to_write(cx, id)?;
    if_match.check_version(before.version, || recommendations::find(cx, id))?;
    rules::next_of(before.status, RecommendationAction::Edit)?;
    let mut checks = Checks::new();
    let text =
        checks.required_lines("text", changes.text.as_deref().unwrap_or(&before.text), rules::RECOMMENDATION_MAX);
    let due_on = changes.due_on.unwrap_or(before.due_on);
    checks.day("due_on", due_on);
    let has_moved = due_on != before.due_on;
    if has_moved && due_on < cx.today() {
        checks.fail("due_on", DUE_IN_PAST);
    }
    checks.finish()?;
    let told_step = if has_moved { 0 } else { before.told_step };
    let search_key = text::search_key(&text);
    let unit = before.unit_id.clone();
    save(cx, &before, RecommendationRow { text, search_key, due_on, told_step, ..before.clone() }, "update")?;
    if has_moved { notifications::send_to_units(cx, &[unit], Kind::RecommendationMade, id) } else { Ok(()) }
}

/// The unit reports what it has done; whoever inspected is told.
///
/// # Errors
/// 403 for another unit's, 404, 409, 412, 422.
pub fn fix(
    cx: &mut Cx<'_, Recommendations, Update>,
    id: &Id,
    if_match: IfMatch,
    input: &RecommendationFix,
) -> Result<()> {
    let before = open(cx, id, if_match)?;
    if !rules::may_fix(cx.actor(), &before) {
        return Err(Error::forbidden(NOT_YOURS));
    }
    let status = rules::next_of(before.status, RecommendationAction::Fix)?;
    let mut checks = Checks::new();
    let fix_note = checks.required_lines("note", &input.note, rules::TEXT_MAX);
    checks.finish()?;
    let (fixed_at, fixed_by_id) = (Some(cx.now()), cx.actor().person().cloned());
    let after =
        RecommendationRow { status, fix_note, fixed_at, fixed_by_id, status_reason: String::new(), ..before.clone() };
    save(cx, &before, after, "fix")?;
    attachments::give(cx, &input.attachment_ids, OwnerKind::Recommendation, id, "attachment_ids")?;
    let people: Vec<Id> = before.created_by_id.into_iter().collect();
    notifications::send_to_unit_and_users(cx, &before.lead_unit_id, &people, Kind::RecommendationFixed, id)
}

/// Whoever inspected has seen that it is put right; the unit is told.
///
/// # Errors
/// 403 for one's own unit's, 404, 409, 412, 422.
pub fn verify(
    cx: &mut Cx<'_, Recommendations, Approve>,
    id: &Id,
    if_match: IfMatch,
    input: &RecommendationCheck,
) -> Result<()> {
    let before = open_to_judge(cx, id, if_match)?;
    let status = rules::next_of(before.status, RecommendationAction::Verify)?;
    let mut checks = Checks::new();
    let check_note = checks.lines("note", &input.note, rules::RECOMMENDATION_MAX);
    checks.finish()?;
    let (verified_at, verified_by_id) = (Some(cx.now()), cx.actor().person().cloned());
    let after = RecommendationRow { status, check_note, verified_at, verified_by_id, ..before.clone() };
    save(cx, &before, after, "verify")?;
    notifications::send_to_units(cx, &[before.unit_id], Kind::RecommendationVerified, id)
}

/// It is not put right yet: open again, with the reason; what the unit wrote and sent stays.
///
/// # Errors
/// 403 for one's own unit's, 404, 409, 412, 422 without a reason.
pub fn give_back(
    cx: &mut Cx<'_, Recommendations, Approve>,
    id: &Id,
    if_match: IfMatch,
    input: &RecommendationReason,
) -> Result<()> {
    let before = open_to_judge(cx, id, if_match)?;
    let status = rules::next_of(before.status, RecommendationAction::Return)?;
    let status_reason = reason(input)?;
    save(cx, &before, RecommendationRow { status, status_reason, ..before.clone() }, "return")?;
    notifications::send_to_units(cx, &[before.unit_id], Kind::RecommendationReturned, id)
}

/// Takes back what was asked by mistake; the unit is told.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn withdraw(
    cx: &mut Cx<'_, Recommendations, Approve>,
    id: &Id,
    if_match: IfMatch,
    input: &RecommendationReason,
) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let status = rules::next_of(before.status, RecommendationAction::Withdraw)?;
    let status_reason = reason(input)?;
    save(cx, &before, RecommendationRow { status, status_reason, ..before.clone() }, "withdraw")?;
    notifications::send_to_units(cx, &[before.unit_id], Kind::RecommendationWithdrawn, id)
}

/// Reminds the unit (đôn đốc), once a day.
///
/// # Errors
/// 404, 409 in another state or a second time on a day, 412.
pub fn remind(cx: &mut Cx<'_, Recommendations, Approve>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = open(cx, id, if_match)?;
    rules::next_of(before.status, RecommendationAction::Remind)?;
    let today = cx.today();
    if before.reminded_on == Some(today) {
        return Err(Error::conflict(REMINDED_TODAY));
    }
    save(cx, &before, RecommendationRow { reminded_on: Some(today), ..before.clone() }, "remind")?;
    notifications::send_to_units(cx, &[before.unit_id], Kind::RecommendationReminder, id)
}

fn reason(input: &RecommendationReason) -> Result<String> {
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 2000);
    checks.finish()?;
    Ok(reason)
}

fn open<A: Writes>(cx: &mut Cx<'_, Recommendations, A>, id: &Id, if_match: IfMatch) -> Result<RecommendationRow> {
    let before = recommendations::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || recommendations::find(cx, id))?;
    Ok(before)
}

fn open_to_judge(cx: &mut Cx<'_, Recommendations, Approve>, id: &Id, if_match: IfMatch) -> Result<RecommendationRow> {
    let before = open(cx, id, if_match)?;
    if rules::may_verify(cx.actor(), &before) { Ok(before) } else { Err(Error::forbidden(VERIFIES_ITSELF)) }
}

fn save<A: Writes>(
    cx: &mut Cx<'_, Recommendations, A>,
    before: &RecommendationRow,
    mut row: RecommendationRow,
    verb: &str,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let changes = Changes::between(before, &row);
    let unchanged = inspection_recommendations::table
        .find(&before.id)
        .filter(inspection_recommendations::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(recommendations::find(cx, &before.id)?));
    }
    audit::record(cx, verb, &before.id, changes)
}

/// The morning's reminders: each unit once when its day comes near, and once when it has passed; then whoever inspects
/// is told too. Returns how many were told.
///
/// # Errors
/// When the database refuses; nothing counts as told then.
pub fn run_reminders(cx: &mut Cx<'_, Recommendations, Approve>, settings: &WardSettings) -> Result<usize> {
    let today = cx.today();
    let last = today + TimeDelta::days(settings.due_soon_days.clamp(0, 366));
    let mut told = 0;
    for row in recommendations::open_until(cx, last)? {
        let step = rules::step(row.due_on, today, settings.due_soon_days);
        if step <= row.told_step {
            continue;
        }
        diesel::update(inspection_recommendations::table.find(&row.id))
            .set(inspection_recommendations::told_step.eq(step))
            .execute(cx.conn())?;
        let units = if step == 2 { vec![row.unit_id, row.lead_unit_id] } else { vec![row.unit_id] };
        let kind = if step == 2 { Kind::RecommendationLate } else { Kind::RecommendationDue };
        notifications::send_to_units(cx, &units, kind, &row.id)?;
        told += 1;
    }
    Ok(told)
}
