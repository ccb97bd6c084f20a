//! Making, changing, publishing and closing plans.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{Expand, PlanAction, PlanChanges, PlanPreview, PlanRow, PlanStatus, Section, TaskPreview};
use super::rules::{self, LEAD_MISSING, NO_TASKS, NO_UNITS_OF_KIND, PLAN_EXISTS, SECTION_UNKNOWN};
use super::store;
use crate::access::subject::Plans;
use crate::access::{Create, Cx, Deed, UnitKind, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{plan_sections, plans};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result, TakenExt};
use crate::features::notifications::{self, Kind};
use crate::features::tasks::of_plan::{self, PlannedTask};
use crate::features::units::{self, ActiveUnit};
use crate::http::IfMatch;
use crate::input::{Checks, REQUIRED, TOO_MANY, UNKNOWN_ID};
use crate::text;

/// Makes a draft with its sections and tasks: all of it or nothing.
///
/// # Errors
/// 422 with every field that cannot be taken.
pub fn create(cx: &mut Cx<'_, Plans, Create>, input: &PlanPreview) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let row = read_plan(cx, &mut checks, &ward, input);
    let sections = read_sections(cx, &mut checks, &row.id, input);
    let units = units::active(cx, &ward)?;
    let tasks = read_tasks(&mut checks, input, &row, &sections, &units);
    checks.finish()?;
    insert(cx, &row, &sections.in_order)?;
    for task in &tasks {
        of_plan::create(cx, task)?;
    }
    audit::record(cx, "create", &row.id, Changes::none().field("title", (), &row.title))?;
    Ok(row.id)
}

pub(super) fn insert<A: Writes>(cx: &mut Cx<'_, Plans, A>, row: &PlanRow, sections: &[Section]) -> Result<()> {
    diesel::insert_into(plans::table).values(row).execute(cx.conn()).taken("title", PLAN_EXISTS)?;
    for section in sections {
        diesel::insert_into(plan_sections::table).values(section).execute(cx.conn())?;
    }
    Ok(())
}

fn read_plan(cx: &Cx<'_, Plans, Create>, checks: &mut Checks, ward: &Id, input: &PlanPreview) -> PlanRow {
    let now = cx.now();
    let today = cx.today();
    let title = checks.line("title", &input.title, 500);
    checks.range("year", input.year, 2000, 2100);
    for (field, day) in [("starts_on", input.starts_on), ("ends_on", input.ends_on)] {
        match day {
            Some(day) => {
                checks.day(field, day);
            }
            None => checks.fail(field, REQUIRED),
        }
    }
    let (starts_on, ends_on) = (input.starts_on.unwrap_or(today), input.ends_on.unwrap_or(today));
    if input.starts_on.is_some() && input.ends_on.is_some() {
        checks.period("ends_on", starts_on, ends_on);
    }
    let signed_by = input.signed_by.as_ref().map(|signer| super::model::SignedBy {
        name: checks.line("signed_by.name", &signer.name, 100),
        position: checks.optional_line("signed_by.position", Some(&signer.position), 100).unwrap_or_default(),
    });
    PlanRow {
        id: cx.new_id(),
        ward_id: ward.clone(),
        year: input.year,
        search_key: text::search_key(&format!("{title} {}", input.theme)),
        title,
        number: checks.optional_line("number", input.number.as_deref(), 100),
        issued_on: input.issued_on.map(|day| checks.day("issued_on", day)),
        issuer: checks.optional_line("issuer", Some(&input.issuer), 200).unwrap_or_default(),
        theme: checks.optional_line("theme", Some(&input.theme), 500).unwrap_or_default(),
        slogans: Json::new(checks.line_list("slogans", &input.slogans, 100, 500)),
        starts_on,
        ends_on,
        legal_bases: Json::new(checks.line_list("legal_bases", &input.legal_bases, 100, 1000)),
        hotlines: Json::new(checks.line_list("hotlines", &input.hotlines, 30, 100)),
        recipients: Json::new(checks.line_list("recipients", &input.recipients, 100, 300)),
        signed_by: signed_by.map(Json::new),
        status: PlanStatus::Draft,
        copied_from_id: None,
        published_at: None,
        created_by_id: cx.caller().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

/// Sections by the key that the preview names them with.
struct Sections {
    in_order: Vec<Section>,
    by_key: HashMap<String, Id>,
}

fn read_sections(cx: &Cx<'_, Plans, Create>, checks: &mut Checks, plan: &Id, input: &PlanPreview) -> Sections {
    if input.sections.len() > 500 {
        checks.fail_with("sections", TOO_MANY, vec![("max", "500".to_owned())]);
    }
    rules::check_sections(checks, &input.sections);
    let mut sections = Sections { in_order: Vec::new(), by_key: HashMap::new() };
    for (at, (section, position)) in input.sections.iter().zip(0..).enumerate() {
        let id = cx.new_id();
        sections.in_order.push(Section {
            id: id.clone(),
            plan_id: plan.clone(),
            parent_id: section.parent_key.as_ref().and_then(|key| sections.by_key.get(key)).cloned(),
            position,
            number: checks
                .optional_line(&format!("sections[{at}].number"), Some(&section.number), 40)
                .unwrap_or_default(),
            path: checks.line(&format!("sections[{at}].key"), &section.key, 60),
            title: checks
                .optional_line(&format!("sections[{at}].title"), Some(&section.title), 1000)
                .unwrap_or_default(),
            body: checks.lines(&format!("sections[{at}].body"), &section.body, 100_000),
        });
        sections.by_key.insert(section.key.clone(), id);
    }
    sections
}

fn read_tasks(
    checks: &mut Checks,
    input: &PlanPreview,
    plan: &PlanRow,
    sections: &Sections,
    units: &[ActiveUnit],
) -> Vec<PlannedTask> {
    if input.tasks.len() > 500 {
        checks.fail_with("tasks", TOO_MANY, vec![("max", "500".to_owned())]);
    }
    let mut tasks = Vec::new();
    for (at, task) in input.tasks.iter().enumerate() {
        let field = |name: &str| format!("tasks[{at}].{name}");
        let section_id = match &task.section_key {
            Some(key) if !sections.by_key.contains_key(key) => {
                checks.fail(field("section_key"), SECTION_UNKNOWN);
                None
            }
            key => key.as_ref().and_then(|key| sections.by_key.get(key)).cloned(),
        };
        let due_on = checks.day(&field("due_on"), task.due_on.unwrap_or(plan.ends_on));
        let template = PlannedTask {
            plan_id: plan.id.clone(),
            ward_id: plan.ward_id.clone(),
            section_id,
            title: checks.line(&field("title"), &task.title, 300),
            description: checks.lines(&field("description"), &task.description, 20_000),
            source: checks.lines(&field("source"), &task.source, 20_000),
            starts_on: None,
            due_on,
            is_published: false,
            ..PlannedTask::default_for(&plan.id, &plan.ward_id, due_on)
        };
        tasks.extend(assign(checks, at, task, &template, units));
    }
    tasks
}

/// Gives a task to its units: one lead, or all units of a kind together or each for itself.
pub(super) fn assign(
    checks: &mut Checks,
    at: usize,
    task: &TaskPreview,
    template: &PlannedTask,
    units: &[ActiveUnit],
) -> Vec<PlannedTask> {
    let is_active = |id: &Id| units.iter().any(|unit| unit.id == *id);
    let lead_field = format!("tasks[{at}].lead_unit_id");
    for (place, id) in task.joining_unit_ids.iter().enumerate().filter(|(_, id)| !is_active(id)) {
        let _ = id;
        checks.fail(format!("tasks[{at}].joining_unit_ids[{place}]"), UNKNOWN_ID);
    }
    if task.lead_unit_id.as_ref().is_some_and(|lead| !is_active(lead)) {
        checks.fail(lead_field, UNKNOWN_ID);
        return Vec::new();
    }
    let mut joining: Vec<Id> = task.joining_unit_ids.clone();
    joining.sort();
    joining.dedup();
    if !task.all_units_of_kind {
        let Some(lead) = task.lead_unit_id.clone() else {
            checks.fail(lead_field, LEAD_MISSING);
            return Vec::new();
        };
        joining.retain(|unit| *unit != lead);
        return vec![PlannedTask {
            lead_unit_id: lead,
            joining_unit_ids: joining,
            each_unit: false,
            ..template.clone()
        }];
    }
    let of_kind = units.iter().filter(|unit| Some(unit.kind) == task.lead_unit_kind).map(|unit| unit.id.clone());
    let doing: Vec<Id> = if joining.is_empty() { of_kind.collect() } else { joining };
    if doing.is_empty() {
        checks.fail(format!("tasks[{at}].joining_unit_ids"), NO_UNITS_OF_KIND);
        return Vec::new();
    }
    if task.expand == Some(Expand::OneEach) {
        let one = |unit: Id| PlannedTask { lead_unit_id: unit, each_unit: false, ..template.clone() };
        return doing.into_iter().map(one).collect();
    }
    // The focal point follows up what every unit does on its own (plan V.1: "đầu mối theo dõi, đôn đốc").
    let focal = units.iter().find(|unit| unit.kind == UnitKind::SocialPolicy).map(|unit| unit.id.clone());
    let Some(lead) = task.lead_unit_id.clone().or(focal) else {
        checks.fail(lead_field, LEAD_MISSING);
        return Vec::new();
    };
    let doing = doing.into_iter().filter(|unit| *unit != lead).collect();
    vec![PlannedTask { lead_unit_id: lead, joining_unit_ids: doing, each_unit: true, ..template.clone() }]
}

/// Changes the head of a plan: title, period, theme, slogans.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update<A: Writes>(cx: &mut Cx<'_, Plans, A>, id: &Id, if_match: IfMatch, changes: &PlanChanges) -> Result<()> {
    let before = store::find_row(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    rules::next(before.status, PlanAction::Edit)?;
    let mut checks = Checks::new();
    let row = apply(&mut checks, &before, changes);
    checks.finish()?;
    save(cx, &before, row, "update")
}

pub(super) fn apply(checks: &mut Checks, before: &PlanRow, changes: &PlanChanges) -> PlanRow {
    let mut row = before.clone();
    if let Some(title) = &changes.title {
        row.title = checks.line("title", title, 500);
    }
    if let Some(year) = changes.year {
        row.year = checks.range("year", year, 2000, 2100);
    }
    if let Some(issuer) = &changes.issuer {
        row.issuer = checks.optional_line("issuer", Some(issuer), 200).unwrap_or_default();
    }
    if let Some(number) = &changes.number {
        row.number = checks.optional_line("number", number.as_deref(), 100);
    }
    if let Some(day) = changes.issued_on {
        row.issued_on = day.map(|day| checks.day("issued_on", day));
    }
    if let Some(theme) = &changes.theme {
        row.theme = checks.optional_line("theme", Some(theme), 500).unwrap_or_default();
    }
    if let Some(day) = changes.starts_on {
        row.starts_on = checks.day("starts_on", day);
    }
    if let Some(day) = changes.ends_on {
        row.ends_on = checks.day("ends_on", day);
    }
    checks.period("ends_on", row.starts_on, row.ends_on);
    if let Some(lines) = &changes.slogans {
        row.slogans = Json::new(checks.line_list("slogans", lines, 100, 500));
    }
    if let Some(lines) = &changes.legal_bases {
        row.legal_bases = Json::new(checks.line_list("legal_bases", lines, 100, 1000));
    }
    if let Some(lines) = &changes.hotlines {
        row.hotlines = Json::new(checks.line_list("hotlines", lines, 30, 100));
    }
    if let Some(lines) = &changes.recipients {
        row.recipients = Json::new(checks.line_list("recipients", lines, 100, 300));
    }
    if let Some(signer) = &changes.signed_by {
        row.signed_by = signer.clone().map(Json::new);
    }
    row.search_key = text::search_key(&format!("{} {}", row.title, row.theme));
    row
}

/// Makes a draft known: its tasks are seen from now on, and their units are told.
///
/// # Errors
/// 404, 409 (also without a task), 412.
pub fn publish<A: Writes>(cx: &mut Cx<'_, Plans, A>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = store::find_row(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    let status = rules::next(before.status, PlanAction::Publish)?;
    let units = of_plan::publish(cx, id)?;
    if units.is_empty() {
        return Err(Error::conflict(NO_TASKS));
    }
    let row = PlanRow { status, published_at: Some(cx.now()), ..before.clone() };
    save(cx, &before, row, "publish")?;
    notifications::send_to_units(cx, &units, Kind::PlanPublished, id)
}

/// Ends a plan: nothing of it changes any more.
///
/// # Errors
/// 404, 409, 412.
pub fn close<A: Writes>(cx: &mut Cx<'_, Plans, A>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = store::find_row(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    let status = rules::next(before.status, PlanAction::Close)?;
    save(cx, &before, PlanRow { status, ..before.clone() }, "close")
}

/// Saves a plan as its next version, with the audit row.
///
/// # Errors
/// 412 when somebody else was quicker; 422 when the name is taken.
pub(super) fn save<A: Writes>(cx: &mut Cx<'_, Plans, A>, before: &PlanRow, mut row: PlanRow, verb: &str) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = plans::table.find(&before.id).filter(plans::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn()).taken("title", PLAN_EXISTS)? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    audit::record(cx, verb, &row.id, Changes::between(before, &row))
}

/// The plan as it is, after a change under it (a section, an accepted difference) made it a new version.
///
/// # Errors
/// 412 when somebody else was quicker.
pub(super) fn touch<A: Writes>(cx: &mut Cx<'_, Plans, A>, before: &PlanRow, verb: &str) -> Result<()> {
    save(cx, before, before.clone(), verb)
}

/// A plan that may still be changed.
///
/// # Errors
/// 404, 409.
pub(super) fn open<A: Deed>(cx: &mut Cx<'_, Plans, A>, id: &Id) -> Result<PlanRow> {
    let row = store::find_row(cx, id)?;
    rules::next(row.status, PlanAction::Edit)?;
    Ok(row)
}
