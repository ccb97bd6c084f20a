//! Writing tasks: every change saves the task and its parts under one version, with its audit row.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{NewTask, PartRow, Priority, TaskChanges, TaskRow, TaskStatus, UpperDocument};
use super::rules::{self, LEAD_JOINS, NEEDS_JOINING, NOT_YOUR_FIELD};
use super::store;
use crate::access::subject::Tasks;
use crate::access::{Create, Cx, Deed, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{plan_sections, plans, task_parts, tasks, units};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::changes;
use crate::features::notifications::{self, Kind};
use crate::input::{Checks, DUPLICATE, UNKNOWN_ID};
use crate::text;

/// The longest a title may be, in characters; the plan's sentences stand in the description.
pub const TITLE_MAX: usize = 300;
pub const TEXT_MAX: usize = 20_000;

/// Makes a task; units are told when it is published.
///
/// # Errors
/// 422 with every field that cannot be taken.
pub fn create(cx: &mut Cx<'_, Tasks, Create>, input: &NewTask) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let title = checks.line("title", &input.title, TITLE_MAX);
    let description = checks.lines("description", &input.description, TEXT_MAX);
    checks.day("due_on", input.due_on);
    if let Some(start) = input.starts_on {
        checks.day("starts_on", start);
        checks.period("due_on", start, input.due_on);
    }
    let measure = checks.optional_line("measure", input.measure.as_deref(), 60);
    if let Some(target) = input.target {
        checks.range("target", target, 0, 1_000_000_000_000);
    }
    checks.range("evidence_required", input.evidence_required, 0, 20);
    let (upper_number, upper_date) = check_upper(&mut checks, input.upper_document.as_ref());
    let is_published = check_place(cx, &mut checks, &ward, input.plan_id.as_ref(), input.section_id.as_ref())?;
    check_units(cx, &mut checks, &ward, &input.lead_unit_id, &input.joining_unit_ids, input.each_unit)?;
    checks.finish()?;

    let now = cx.now();
    let row = TaskRow {
        id: cx.new_id(),
        ward_id: ward,
        plan_id: input.plan_id.clone(),
        section_id: input.section_id.clone(),
        search_key: search_key(&title, &description),
        title,
        description,
        source: String::new(),
        lead_unit_id: input.lead_unit_id.clone(),
        each_unit: input.each_unit,
        starts_on: input.starts_on,
        due_on: input.due_on,
        priority: input.priority.unwrap_or(Priority::Normal).rank(),
        status: TaskStatus::Assigned,
        status_reason: String::new(),
        progress: 0,
        target: input.target,
        actual: None,
        measure,
        upper_number,
        upper_date,
        evidence_required: input.evidence_required,
        is_published,
        created_by_id: cx.actor().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    diesel::insert_into(tasks::table).values(&row).execute(cx.conn())?;
    for part in new_parts(&row, &input.joining_unit_ids) {
        diesel::insert_into(task_parts::table).values(&part).execute(cx.conn())?;
    }
    if is_published {
        let told: Vec<Id> = input.joining_unit_ids.iter().chain([&input.lead_unit_id]).cloned().collect();
        notifications::send_to_units(cx, &told, Kind::TaskAssigned, &row.id)?;
    }
    audit::record(cx, "create", &row.id, Changes::none().field("title", (), &row.title))?;
    Ok(row.id)
}

pub(super) fn new_parts(task: &TaskRow, joining: &[Id]) -> Vec<PartRow> {
    let part = |unit: &Id, is_lead| PartRow {
        task_id: task.id.clone(),
        unit_id: unit.clone(),
        is_lead,
        status: TaskStatus::Assigned,
        progress: 0,
        actual: None,
        reported_at: None,
    };
    let mut parts = vec![part(&task.lead_unit_id, true)];
    parts.extend(joining.iter().map(|unit| part(unit, false)));
    parts
}

/// What the search finds a task by.
pub fn search_key(title: &str, description: &str) -> String {
    text::search_key(&format!("{title} {description}"))
}

fn check_upper(checks: &mut Checks, upper: Option<&UpperDocument>) -> (Option<String>, Option<NaiveDate>) {
    let Some(upper) = upper else { return (None, None) };
    let number = checks.optional_line("upper_document.number", Some(&upper.number), 100);
    (number, upper.date.map(|date| checks.day("upper_document.date", date)))
}

/// The plan and section of a new task must be the ward's; says whether the plan is published.
fn check_place<A: Deed>(
    cx: &mut Cx<'_, Tasks, A>,
    checks: &mut Checks,
    ward: &Id,
    plan: Option<&Id>,
    section: Option<&Id>,
) -> Result<bool> {
    let Some(plan) = plan else {
        if section.is_some() {
            checks.fail("section_id", UNKNOWN_ID);
        }
        return Ok(true);
    };
    let status: Option<String> =
        plans::table.find(plan).filter(plans::ward_id.eq(ward)).select(plans::status).first(cx.conn()).optional()?;
    let Some(status) = status.filter(|status| status != "closed") else {
        checks.fail("plan_id", UNKNOWN_ID);
        return Ok(true);
    };
    check_section(cx, checks, plan, section)?;
    Ok(status != "draft")
}

fn check_section<A: Deed>(
    cx: &mut Cx<'_, Tasks, A>,
    checks: &mut Checks,
    plan: &Id,
    section: Option<&Id>,
) -> Result<()> {
    let Some(section) = section else { return Ok(()) };
    let found = plan_sections::table.find(section).filter(plan_sections::plan_id.eq(plan)).count();
    if found.get_result::<i64>(cx.conn())? == 0 {
        checks.fail("section_id", UNKNOWN_ID);
    }
    Ok(())
}

fn check_units<A: Deed>(
    cx: &mut Cx<'_, Tasks, A>,
    checks: &mut Checks,
    ward: &Id,
    lead: &Id,
    joining: &[Id],
    each_unit: bool,
) -> Result<()> {
    let active: Vec<Id> = units::table
        .filter(units::ward_id.eq(ward))
        .filter(units::status.eq("active"))
        .select(units::id)
        .load(cx.conn())?;
    if !active.contains(lead) {
        checks.fail("lead_unit_id", UNKNOWN_ID);
    }
    for (at, unit) in joining.iter().enumerate() {
        let field = format!("joining_unit_ids[{at}]");
        if !active.contains(unit) {
            checks.fail(field, UNKNOWN_ID);
        } else if unit == lead {
            checks.fail(field, LEAD_JOINS);
        } else if joining.iter().take(at).any(|earlier| earlier == unit) {
            checks.fail(field, DUPLICATE);
        }
    }
    if each_unit && joining.is_empty() {
        checks.fail("joining_unit_ids", NEEDS_JOINING);
    }
    Ok(())
}

/// Changes a task that was found and whose version was compared.
///
/// # Errors
/// 403 when a unit changes what is the officer's, 409 in a final state, 422 with the fields.
pub fn update(cx: &mut Cx<'_, Tasks, Update>, before: &TaskRow, changes: &TaskChanges) -> Result<()> {
    if before.status.is_final() {
        return Err(Error::wrong_state(&rules::possible(before.status)));
    }
    let mut parts = store::parts_of(cx, &before.id)?;
    let mut row = before.clone();
    if rules::is_officer(cx.actor()) {
        apply_plan_fields(cx, &mut row, &mut parts, changes)?;
    } else if let Some(field) = first_officer_field(changes) {
        let error = Error::forbidden(NOT_YOUR_FIELD);
        return Err(error.extra(
            "errors",
            [serde_json::json!({"field": field, "code": NOT_YOUR_FIELD.code, "message": NOT_YOUR_FIELD.vi})],
        ));
    }
    if changes.progress.is_some() || changes.actual.is_some() {
        let mut checks = Checks::new();
        let progress = changes.progress.map(|progress| checks.range("progress", progress, 0, 100));
        checks.finish()?;
        let unit = rules::acting_unit(cx.actor(), &parts, None)?;
        report(&mut parts, &unit, progress, changes.actual, cx.now())?;
    }
    save(cx, before, row, &parts)?;
    Ok(())
}

/// Writes progress into a unit's part, which begins its work.
pub(super) fn report(
    parts: &mut [PartRow],
    unit: &Id,
    progress: Option<i32>,
    actual: Option<Option<i64>>,
    now: crate::db::types::Instant,
) -> Result<()> {
    let part = parts.iter_mut().find(|part| part.unit_id == *unit).ok_or_else(Error::not_found)?;
    part.status = rules::next(part.status, super::model::TaskAction::Update)?;
    part.progress = progress.unwrap_or(part.progress);
    part.actual = actual.unwrap_or(part.actual);
    part.reported_at = Some(now);
    Ok(())
}

fn first_officer_field(changes: &TaskChanges) -> Option<&'static str> {
    let set = [
        ("title", changes.title.is_some()),
        ("description", changes.description.is_some()),
        ("lead_unit_id", changes.lead_unit_id.is_some()),
        ("joining_unit_ids", changes.joining_unit_ids.is_some()),
        ("each_unit", changes.each_unit.is_some()),
        ("starts_on", changes.starts_on.is_some()),
        ("due_on", changes.due_on.is_some()),
        ("priority", changes.priority.is_some()),
        ("target", changes.target.is_some()),
        ("measure", changes.measure.is_some()),
        ("upper_document", changes.upper_document.is_some()),
        ("section_id", changes.section_id.is_some()),
        ("evidence_required", changes.evidence_required.is_some()),
    ];
    set.into_iter().find(|(_, is_set)| *is_set).map(|(field, _)| field)
}

fn apply_plan_fields(
    cx: &mut Cx<'_, Tasks, Update>,
    row: &mut TaskRow,
    parts: &mut Vec<PartRow>,
    changes: &TaskChanges,
) -> Result<()> {
    let mut checks = Checks::new();
    if let Some(title) = &changes.title {
        row.title = checks.line("title", title, TITLE_MAX);
    }
    if let Some(description) = &changes.description {
        row.description = checks.lines("description", description, TEXT_MAX);
    }
    row.search_key = search_key(&row.title, &row.description);
    if let Some(day) = changes.due_on {
        row.due_on = checks.day("due_on", day);
    }
    row.starts_on = changes.starts_on.unwrap_or(row.starts_on);
    if let Some(start) = row.starts_on {
        checks.day("starts_on", start);
        checks.period("due_on", start, row.due_on);
    }
    row.priority = changes.priority.map_or(row.priority, Priority::rank);
    if let Some(target) = changes.target {
        row.target = target.map(|number| checks.range("target", number, 0, 1_000_000_000_000));
    }
    if let Some(measure) = &changes.measure {
        row.measure = checks.optional_line("measure", measure.as_deref(), 60);
    }
    if let Some(upper) = &changes.upper_document {
        (row.upper_number, row.upper_date) = check_upper(&mut checks, upper.as_ref());
    }
    if let Some(count) = changes.evidence_required {
        row.evidence_required = checks.range("evidence_required", count, 0, 20);
    }
    if let Some(section) = &changes.section_id {
        match (&row.plan_id, section) {
            (Some(plan), _) => check_section(cx, &mut checks, &plan.clone(), section.as_ref())?,
            (None, Some(_)) => checks.fail("section_id", UNKNOWN_ID),
            (None, None) => {}
        }
        row.section_id.clone_from(section);
    }
    let joining = changes
        .joining_unit_ids
        .clone()
        .unwrap_or_else(|| parts.iter().filter(|part| !part.is_lead).map(|part| part.unit_id.clone()).collect());
    let units_change =
        changes.lead_unit_id.is_some() || changes.joining_unit_ids.is_some() || changes.each_unit.is_some();
    if units_change {
        row.lead_unit_id = changes.lead_unit_id.clone().unwrap_or_else(|| row.lead_unit_id.clone());
        row.each_unit = changes.each_unit.unwrap_or(row.each_unit);
        let joining: Vec<Id> = if changes.joining_unit_ids.is_some() {
            joining
        } else {
            joining.into_iter().filter(|unit| *unit != row.lead_unit_id).collect()
        };
        check_units(cx, &mut checks, &row.ward_id.clone(), &row.lead_unit_id, &joining, row.each_unit)?;
        *parts = rearrange(row, parts, &joining);
    }
    checks.finish()
}

/// The parts after units came or went: who stays keeps what they did.
fn rearrange(row: &TaskRow, parts: &[PartRow], joining: &[Id]) -> Vec<PartRow> {
    let keep = |fresh: PartRow| match parts.iter().find(|part| part.unit_id == fresh.unit_id) {
        Some(known) => PartRow { is_lead: fresh.is_lead, ..known.clone() },
        None => fresh,
    };
    new_parts(row, joining).into_iter().map(keep).collect()
}

/// Saves a task and its parts as the next version, and says in the audit log what differs.
///
/// # Errors
/// 412 when somebody else was quicker.
pub(super) fn save<A: Writes>(
    cx: &mut Cx<'_, Tasks, A>,
    before: &TaskRow,
    row: TaskRow,
    parts: &[PartRow],
) -> Result<()> {
    save_as(cx, before, row, parts, "update")
}

/// [`save`] under the name of an action.
///
/// # Errors
/// 412 when somebody else was quicker.
pub(super) fn save_as<A: Writes>(
    cx: &mut Cx<'_, Tasks, A>,
    before: &TaskRow,
    mut row: TaskRow,
    parts: &[PartRow],
    verb: &str,
) -> Result<()> {
    let known = store::parts_of(cx, &before.id)?;
    rules::sum_up(&mut row, parts);
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = tasks::table.find(&before.id).filter(tasks::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        let current = store::find(cx, &before.id)?;
        return Err(Error::stale(current));
    }
    let mut newcomers = Vec::new();
    for part in parts {
        match known.iter().find(|old| old.unit_id == part.unit_id) {
            Some(old) if old == part => {}
            Some(_) => {
                diesel::update(task_parts::table.find((&part.task_id, &part.unit_id))).set(part).execute(cx.conn())?;
            }
            None => {
                diesel::insert_into(task_parts::table).values(part).execute(cx.conn())?;
                newcomers.push(part.unit_id.clone());
            }
        }
    }
    for gone in known.iter().filter(|old| parts.iter().all(|part| part.unit_id != old.unit_id)) {
        diesel::delete(task_parts::table.find((&gone.task_id, &gone.unit_id))).execute(cx.conn())?;
        changes::depart(cx, &row.ward_id, changes::Whose::Unit(&gone.unit_id), &row.id)?;
    }
    if row.is_published {
        notifications::send_to_units(cx, &newcomers, Kind::TaskAssigned, &row.id)?;
    }
    let mut differences = Changes::between(before, &row);
    for part in parts {
        let old = known.iter().find(|old| old.unit_id == part.unit_id);
        if old.is_none_or(|old| old.status != part.status) {
            differences = differences.field(&format!("part {}", part.unit_id), old.map(|old| old.status), part.status);
        }
    }
    audit::record(cx, verb, &row.id, differences)
}
