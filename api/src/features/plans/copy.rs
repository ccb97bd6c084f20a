//! Last year's plan as this year's draft: dates moved, units that merged replaced by what they became.

use std::collections::HashMap;

use super::model::{PlanCopy, PlanRow, PlanStatus, Section};
use super::{rules, store, write};
use crate::access::subject::Plans;
use crate::access::{Create, Cx};
use crate::audit::{self, Changes};
use crate::db::types::{Id, Json};
use crate::error::Result;
use crate::features::tasks::of_plan::{self, OfPlan, PlannedTask};
use crate::features::units;
use crate::input::Checks;
use crate::text;

/// Copies a plan with its sections and tasks; what was cancelled or done is asked for anew, progress starts at zero.
///
/// # Errors
/// 404; 422 for a year out of range or a name that the year has already.
pub fn copy(cx: &mut Cx<'_, Plans, Create>, id: &Id, input: &PlanCopy) -> Result<Id> {
    let known = store::find_row(cx, id)?;
    let mut checks = Checks::new();
    let year = checks.range("year", input.year, 2000, 2100);
    let by = year - known.year;
    let title = match &input.title {
        Some(title) => checks.line("title", title, 500),
        None => rules::text_in_year(&known.title, known.year, by),
    };
    checks.finish()?;
    let now = cx.now();
    let lines = |list: &Json<Vec<String>>| {
        Json::new(list.iter().map(|line| rules::text_in_year(line, known.year, by)).collect())
    };
    let row = PlanRow {
        id: cx.new_id(),
        year,
        search_key: text::search_key(&format!("{title} {}", known.theme)),
        title,
        // The new year's document gets its own number, day and signature, and answers other documents.
        number: None,
        issued_on: None,
        signed_by: None,
        legal_bases: Json::new(Vec::new()),
        slogans: lines(&known.slogans),
        starts_on: rules::in_year(known.starts_on, by),
        ends_on: rules::in_year(known.ends_on, by),
        status: PlanStatus::Draft,
        copied_from_id: Some(known.id.clone()),
        published_at: None,
        created_by_id: cx.caller().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
        ..known.clone()
    };
    let old_sections = store::sections_of(cx, id)?;
    let ids: HashMap<Id, Id> = old_sections.iter().map(|section| (section.id.clone(), cx.new_id())).collect();
    let move_section = |section: Section| {
        let id = ids.get(&section.id)?.clone();
        let parent_id = section.parent_id.as_ref().and_then(|parent| ids.get(parent)).cloned();
        let body = rules::text_in_year(&section.body, known.year, by);
        let title = rules::text_in_year(&section.title, known.year, by);
        Some(Section { id, plan_id: row.id.clone(), parent_id, title, body, ..section })
    };
    let sections: Vec<Section> = old_sections.into_iter().filter_map(move_section).collect();
    write::insert(cx, &row, &sections)?;
    let successors = units::successors(cx, &known.ward_id)?;
    for old in of_plan::all(cx, id)? {
        let task = move_task(&old, &row, &ids, &successors, known.year, by);
        of_plan::create(cx, &task)?;
    }
    audit::record(cx, "copy", &row.id, Changes::none().field("copied_from_id", (), id))?;
    Ok(row.id)
}

fn move_task(
    old: &OfPlan,
    plan: &PlanRow,
    sections: &HashMap<Id, Id>,
    successors: &HashMap<Id, Id>,
    year: i32,
    by: i32,
) -> PlannedTask {
    let now_is = |unit: &Id| successors.get(unit).unwrap_or(unit).clone();
    let lead = now_is(&old.task.lead_unit_id);
    let mut joining: Vec<Id> = old
        .parts
        .iter()
        .filter(|part| !part.is_lead)
        .map(|part| now_is(&part.unit_id))
        .filter(|unit| *unit != lead)
        .collect();
    joining.sort();
    joining.dedup();
    let task = &old.task;
    PlannedTask {
        section_id: task.section_id.as_ref().and_then(|id| sections.get(id)).cloned(),
        title: rules::text_in_year(&task.title, year, by),
        description: rules::text_in_year(&task.description, year, by),
        source: rules::text_in_year(&task.source, year, by),
        each_unit: task.each_unit && !joining.is_empty(),
        lead_unit_id: lead,
        joining_unit_ids: joining,
        starts_on: task.starts_on.map(|day| rules::in_year(day, by)),
        priority: task.priority,
        target: task.target,
        measure: task.measure.clone(),
        evidence_required: task.evidence_required,
        ..PlannedTask::default_for(&plan.id, &plan.ward_id, rules::in_year(task.due_on, by))
    }
}
