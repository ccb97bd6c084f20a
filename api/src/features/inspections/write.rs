//! Writing inspections: planned with their units, changed, ended, called off.

use diesel::prelude::*;

use super::model::{
    InspectionAction, InspectionChanges, InspectionFinish, InspectionReason, InspectionRow, InspectionStatus,
    NewInspection, VisitRow,
};
use super::rules::{self, HAS_RECOMMENDATIONS, INSPECTS_ITSELF, NOTHING_VISITED, WAS_VISITED};
use super::{recommendations, store};
use crate::access::subject::{Inspections, Plans, Recommendations};
use crate::access::{Create, Cx, Read, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{inspection_visits, inspections, plan_sections};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::changes::{Whose, depart};
use crate::features::notifications::{self, Kind};
use crate::features::{plans, units};
use crate::http::IfMatch;
use crate::input::{Checks, DUPLICATE, REQUIRED, TOO_MANY, UNKNOWN_ID};
use crate::{each_backend, text};

/// Plans an inspection; the units are told.
///
/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Inspections, Create>, input: &NewInspection) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let now = cx.now();
    let row = InspectionRow {
        id: cx.new_id(),
        ward_id: ward,
        kind: input.kind,
        title: input.title.clone(),
        search_key: String::new(),
        purpose: input.purpose.clone(),
        plan_id: input.plan_id.clone(),
        section_id: input.section_id.clone(),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        lead_unit_id: input.lead_unit_id.clone().unwrap_or_else(|| cx.actor().unit_id.clone()),
        members: Json::new(input.members.clone()),
        topics: Json::new(input.topics.clone().unwrap_or_else(rules::default_topics)),
        status: InspectionStatus::Planned,
        status_reason: String::new(),
        conclusion: String::new(),
        done_on: None,
        done_by_id: None,
        created_by_id: cx.actor().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let row = checked(cx, row, &input.unit_ids, &[])?;
    diesel::insert_into(inspections::table).values(&row).execute(cx.conn())?;
    add_visits(cx, &row.id, &input.unit_ids)?;
    notifications::send_to_units(cx, &input.unit_ids, Kind::InspectionPlanned, &row.id)?;
    audit::record(cx, "create", &row.id, Changes::none().field("title", (), &row.title))?;
    Ok(row.id)
}

fn add_visits<A: Writes>(cx: &mut Cx<'_, Inspections, A>, inspection: &Id, doing: &[Id]) -> Result<()> {
    let now = cx.now();
    let visit = |unit: &Id| VisitRow {
        id: Id::new(now),
        inspection_id: inspection.clone(),
        unit_id: unit.clone(),
        visited_on: None,
        begun: None,
        ended: None,
        place: String::new(),
        present: Json::new(Vec::new()),
        answers: Json::new(Vec::new()),
        findings: String::new(),
        positives: String::new(),
        unit_opinion: String::new(),
        updated_at: now,
        version: 1,
    };
    let visits: Vec<VisitRow> = doing.iter().map(visit).collect();
    if visits.is_empty() {
        return Ok(());
    }
    each_backend!(cx.conn(), plain => diesel::insert_into(inspection_visits::table).values(&visits).execute(plain))?;
    Ok(())
}

/// Changes a planned inspection; its units are told of other days.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Inspections, Update>,
    id: &Id,
    if_match: IfMatch,
    changes: &InspectionChanges,
) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    rules::next(before.status, InspectionAction::Edit)?;
    let visits = store::visits_of(cx, std::slice::from_ref(id))?;
    let known: Vec<Id> = visits.iter().map(|visit| visit.unit_id.clone()).collect();
    let wanted = changes.unit_ids.clone().unwrap_or_else(|| known.clone());
    let row = checked(cx, applied(&before, changes), &wanted, &visits)?;
    let leaving: Vec<&VisitRow> = visits.iter().filter(|visit| !wanted.contains(&visit.unit_id)).collect();
    for visit in &leaving {
        let is_asked = recommendations::concern(&mut cx.also::<Recommendations, Read>()?, id, &visit.unit_id)?;
        if visit.visited_on.is_some() || is_asked {
            return Err(Error::field("unit_ids", WAS_VISITED));
        }
    }
    let new: Vec<Id> = wanted.iter().filter(|unit| !known.contains(unit)).cloned().collect();
    let has_moved = (before.starts_on, before.ends_on) != (row.starts_on, row.ends_on);
    let has_new_lead = before.lead_unit_id != row.lead_unit_id;
    let lead = row.lead_unit_id.clone();
    let mut differences = Changes::between(&before, &row);
    if !new.is_empty() || !leaving.is_empty() {
        differences = differences.field("unit_ids", &known, &wanted);
    }
    save_as(cx, &before, row, "update", differences)?;
    add_visits(cx, id, &new)?;
    for visit in leaving {
        diesel::delete(inspection_visits::table.find(&visit.id)).execute(cx.conn())?;
        depart(cx, &before.ward_id, Whose::Unit(&visit.unit_id), id)?;
    }
    if has_new_lead {
        recommendations::follow_lead(cx, id, &lead)?;
    }
    notifications::send_to_units(cx, &new, Kind::InspectionPlanned, id)?;
    if has_moved {
        let stay: Vec<Id> = wanted.into_iter().filter(|unit| known.contains(unit)).collect();
        notifications::send_to_units(cx, &stay, Kind::InspectionChanged, id)?;
    }
    Ok(())
}

fn applied(before: &InspectionRow, changes: &InspectionChanges) -> InspectionRow {
    let mut row = before.clone();
    row.kind = changes.kind.unwrap_or(row.kind);
    for (new, old) in [(&changes.title, &mut row.title), (&changes.purpose, &mut row.purpose)] {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    for (new, old) in [(&changes.plan_id, &mut row.plan_id), (&changes.section_id, &mut row.section_id)] {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    row.starts_on = changes.starts_on.unwrap_or(row.starts_on);
    row.ends_on = changes.ends_on.unwrap_or(row.ends_on);
    if let Some(lead) = &changes.lead_unit_id {
        row.lead_unit_id.clone_from(lead);
    }
    if let Some(members) = &changes.members {
        row.members = Json::new(members.clone());
    }
    if let Some(topics) = &changes.topics {
        row.topics = Json::new(topics.clone());
    }
    row
}

/// The row with everything cleaned and checked. A line of the checklist that was answered stays.
fn checked<A: Writes>(
    cx: &mut Cx<'_, Inspections, A>,
    row: InspectionRow,
    inspected: &[Id],
    visits: &[VisitRow],
) -> Result<InspectionRow> {
    let mut checks = Checks::new();
    let title = checks.line("title", &row.title, rules::TITLE_MAX);
    let purpose = checks.lines("purpose", &row.purpose, rules::TEXT_MAX);
    rules::check_period(&mut checks, row.starts_on, row.ends_on);
    let members = rules::check_members(&mut checks, "members", &row.members);
    let topics = rules::check_topics(&mut checks, &row.topics);
    let is_kept = |code: &str| topics.iter().any(|topic| topic.code == code);
    if visits.iter().flat_map(|visit| visit.answers.iter()).any(|answer| !is_kept(&answer.code)) {
        checks.fail("topics", WAS_ANSWERED);
    }
    check_units(cx, &mut checks, &row, inspected, visits)?;
    check_plan(cx, &mut checks, &row)?;
    checks.finish()?;
    let search_key = text::search_key(&title);
    Ok(InspectionRow { title, purpose, search_key, members: Json::new(members), topics: Json::new(topics), ..row })
}

const WAS_ANSWERED: crate::error::Message = crate::error::Message::new(
    "topic_was_answered",
    "Một nội dung đã có kết quả nên không bỏ ra được. Hãy giữ lại nội dung đó.",
    "A line of the checklist was answered already and cannot be left out. Keep it.",
);

fn check_units<A: Writes>(
    cx: &mut Cx<'_, Inspections, A>,
    checks: &mut Checks,
    row: &InspectionRow,
    inspected: &[Id],
    visits: &[VisitRow],
) -> Result<()> {
    if inspected.is_empty() {
        checks.fail("unit_ids", REQUIRED);
    }
    if inspected.len() > rules::UNITS_MAX {
        checks.fail_with("unit_ids", TOO_MANY, vec![("max", rules::UNITS_MAX.to_string())]);
        return Ok(());
    }
    let in_use = units::in_use(cx, inspected.iter().chain([&row.lead_unit_id]))?;
    if !in_use.contains_key(&row.lead_unit_id) {
        checks.fail("lead_unit_id", UNKNOWN_ID);
    }
    for (at, unit) in inspected.iter().enumerate() {
        let field = format!("unit_ids[{at}]");
        // A unit that was closed in the meantime stays in what it was part of.
        if !in_use.contains_key(unit) && visits.iter().all(|visit| visit.unit_id != *unit) {
            checks.fail(field, UNKNOWN_ID);
        } else if inspected.iter().take(at).any(|earlier| earlier == unit) {
            checks.fail(field, DUPLICATE);
        } else if *unit == row.lead_unit_id {
            checks.fail(field, INSPECTS_ITSELF);
        }
    }
    Ok(())
}

/// The plan must be there for the writer, and the section be one of it.
fn check_plan<A: Writes>(cx: &mut Cx<'_, Inspections, A>, checks: &mut Checks, row: &InspectionRow) -> Result<()> {
    if let Some(plan) = &row.plan_id
        && plans::check_visible(&mut cx.also::<Plans, Read>()?, plan).is_err()
    {
        checks.fail("plan_id", UNKNOWN_ID);
    }
    let Some(section) = &row.section_id else { return Ok(()) };
    let plan: Option<Id> =
        plan_sections::table.find(section).select(plan_sections::plan_id).first(cx.conn()).optional()?;
    if plan.is_none() || plan != row.plan_id {
        checks.fail("section_id", UNKNOWN_ID);
    }
    Ok(())
}

/// Ends an inspection that was carried out; the units are told.
///
/// # Errors
/// 404, 409 in another state or before any visit, 412.
pub fn finish(
    cx: &mut Cx<'_, Inspections, Update>,
    id: &Id,
    if_match: IfMatch,
    input: &InspectionFinish,
) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let status = rules::next(before.status, InspectionAction::Finish)?;
    let mut checks = Checks::new();
    let conclusion = checks.lines("conclusion", &input.conclusion, rules::TEXT_MAX);
    checks.finish()?;
    let visits = store::visits_of(cx, std::slice::from_ref(id))?;
    let done_on = visits.iter().filter_map(|visit| visit.visited_on).max();
    if done_on.is_none() {
        return Err(Error::conflict(NOTHING_VISITED));
    }
    let done_by_id = cx.actor().person().cloned();
    save(cx, &before, InspectionRow { status, conclusion, done_on, done_by_id, ..before.clone() }, "finish")?;
    let told: Vec<Id> = visits.into_iter().map(|visit| visit.unit_id).collect();
    notifications::send_to_units(cx, &told, Kind::InspectionDone, id)
}

/// Calls it off with the reason; the units are told.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn cancel(
    cx: &mut Cx<'_, Inspections, Update>,
    id: &Id,
    if_match: IfMatch,
    input: &InspectionReason,
) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let mut checks = Checks::new();
    let status_reason = checks.required_lines("reason", &input.reason, 2000);
    checks.finish()?;
    let status = rules::next(before.status, InspectionAction::Cancel)?;
    if recommendations::stand(&mut cx.also::<Recommendations, Read>()?, id)? {
        return Err(Error::conflict(HAS_RECOMMENDATIONS));
    }
    save(cx, &before, InspectionRow { status, status_reason, ..before.clone() }, "cancel")?;
    let told: Vec<Id> =
        store::visits_of(cx, std::slice::from_ref(id))?.into_iter().map(|visit| visit.unit_id).collect();
    notifications::send_to_units(cx, &told, Kind::InspectionCancelled, id)
}

fn open<A: Writes>(cx: &mut Cx<'_, Inspections, A>, id: &Id, if_match: IfMatch) -> Result<InspectionRow> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    Ok(before)
}

fn save<A: Writes>(
    cx: &mut Cx<'_, Inspections, A>,
    before: &InspectionRow,
    row: InspectionRow,
    verb: &str,
) -> Result<()> {
    let changes = Changes::between(before, &row);
    save_as(cx, before, row, verb, changes)
}

fn save_as<A: Writes>(
    cx: &mut Cx<'_, Inspections, A>,
    before: &InspectionRow,
    mut row: InspectionRow,
    verb: &str,
    changes: Changes,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = inspections::table.find(&before.id).filter(inspections::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    audit::record(cx, verb, &before.id, changes)
}

/// Under a new version without another change: what belongs to it changed.
///
/// # Errors
/// When the database refuses.
pub(super) fn touch<A: Writes>(cx: &mut Cx<'_, Inspections, A>, id: &Id) -> Result<()> {
    let now = cx.now();
    diesel::update(inspections::table.find(id))
        .set((inspections::updated_at.eq(now), inspections::version.eq(inspections::version + 1)))
        .execute(cx.conn())?;
    Ok(())
}
