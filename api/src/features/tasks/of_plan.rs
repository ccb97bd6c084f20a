//! What plans may call: their tasks are made, published, moved and counted here, under the right to the plan.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{PartRow, TaskRow, TaskStatus};
use super::{rules, write};
use crate::access::subject::Plans;
use crate::access::{Cx, Deed, Writes};
use crate::db::schema::{task_parts, tasks};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::notifications::{self, Kind};

/// A task as a plan asks for it.
#[derive(Clone, Debug)]
pub struct PlannedTask {
    pub plan_id: Id,
    pub ward_id: Id,
    pub section_id: Option<Id>,
    pub title: String,
    pub description: String,
    /// The paragraph it came from.
    pub source: String,
    pub lead_unit_id: Id,
    pub joining_unit_ids: Vec<Id>,
    pub each_unit: bool,
    pub starts_on: Option<NaiveDate>,
    pub due_on: NaiveDate,
    pub priority: i32,
    pub target: Option<i64>,
    pub measure: Option<String>,
    pub evidence_required: i32,
    pub is_published: bool,
}

impl PlannedTask {
    /// An empty task of a plan, to be filled; it has no unit yet.
    pub fn default_for(plan: &Id, ward: &Id, due_on: NaiveDate) -> Self {
        Self {
            plan_id: plan.clone(),
            ward_id: ward.clone(),
            section_id: None,
            title: String::new(),
            description: String::new(),
            source: String::new(),
            lead_unit_id: plan.clone(),
            joining_unit_ids: Vec::new(),
            each_unit: false,
            starts_on: None,
            due_on,
            priority: super::model::Priority::Normal.rank(),
            target: None,
            measure: None,
            evidence_required: 0,
            is_published: false,
        }
    }
}

/// Makes a task of a plan with its parts; in a published plan its units are told.
///
/// # Errors
/// When the database refuses.
pub fn create<A: Deed>(cx: &mut Cx<'_, Plans, A>, task: &PlannedTask) -> Result<Id> {
    let now = cx.now();
    let row = TaskRow {
        id: cx.new_id(),
        ward_id: task.ward_id.clone(),
        plan_id: Some(task.plan_id.clone()),
        section_id: task.section_id.clone(),
        title: task.title.clone(),
        search_key: write::search_key(&task.title, &task.description),
        description: task.description.clone(),
        source: task.source.clone(),
        lead_unit_id: task.lead_unit_id.clone(),
        each_unit: task.each_unit,
        starts_on: task.starts_on,
        due_on: task.due_on,
        priority: task.priority,
        status: TaskStatus::Assigned,
        status_reason: String::new(),
        progress: 0,
        target: task.target,
        actual: None,
        measure: task.measure.clone(),
        upper_number: None,
        upper_date: None,
        evidence_required: task.evidence_required,
        is_published: task.is_published,
        created_by_id: cx.caller().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    diesel::insert_into(tasks::table).values(&row).execute(cx.conn())?;
    for part in write::new_parts(&row, &task.joining_unit_ids) {
        diesel::insert_into(task_parts::table).values(&part).execute(cx.conn())?;
    }
    if task.is_published {
        let units: Vec<Id> = task.joining_unit_ids.iter().chain([&task.lead_unit_id]).cloned().collect();
        notifications::send_to_units(cx, &units, Kind::TaskAssigned, &row.id)?;
    }
    Ok(row.id)
}

/// A task of a plan with its parts.
pub struct OfPlan {
    pub task: TaskRow,
    pub parts: Vec<PartRow>,
}

impl OfPlan {
    /// The units whose own work it is.
    pub fn doing(&self) -> impl Iterator<Item = &PartRow> {
        rules::doing(&self.task, &self.parts)
    }
}

/// The tasks of a plan that was found within the scope, in the order they were made.
///
/// # Errors
/// When the database refuses.
pub fn all<A: Deed>(cx: &mut Cx<'_, Plans, A>, plan: &Id) -> Result<Vec<OfPlan>> {
    let rows: Vec<TaskRow> =
        tasks::table.filter(tasks::plan_id.eq(plan)).order(tasks::id).select(TaskRow::as_select()).load(cx.conn())?;
    let parts: Vec<PartRow> = task_parts::table
        .inner_join(tasks::table.on(tasks::id.eq(task_parts::task_id)))
        .filter(tasks::plan_id.eq(plan))
        .select(PartRow::as_select())
        .load(cx.conn())?;
    let mut by_task: HashMap<Id, Vec<PartRow>> = HashMap::new();
    for part in parts {
        by_task.entry(part.task_id.clone()).or_default().push(part);
    }
    let with_parts = |task: TaskRow| OfPlan { parts: by_task.remove(&task.id).unwrap_or_default(), task };
    Ok(rows.into_iter().map(with_parts).collect())
}

/// Makes the tasks of a plan seen; returns the units that take part in them.
///
/// # Errors
/// When the database refuses.
pub fn publish<A: Writes>(cx: &mut Cx<'_, Plans, A>, plan: &Id) -> Result<Vec<Id>> {
    let now = cx.now();
    diesel::update(tasks::table.filter(tasks::plan_id.eq(plan)))
        .set((tasks::is_published.eq(true), tasks::updated_at.eq(now), tasks::version.eq(tasks::version + 1)))
        .execute(cx.conn())?;
    Ok(task_parts::table
        .inner_join(tasks::table.on(tasks::id.eq(task_parts::task_id)))
        .filter(tasks::plan_id.eq(plan))
        .select(task_parts::unit_id)
        .distinct()
        .load(cx.conn())?)
}

/// What a corrected document says of a task that is there already.
pub struct Correction {
    pub title: String,
    pub description: String,
    pub source: String,
    pub due_on: NaiveDate,
    pub section_id: Option<Id>,
}

/// Mends a task; what its units have done stays.
///
/// # Errors
/// When the database refuses.
pub fn correct<A: Writes>(cx: &mut Cx<'_, Plans, A>, id: &Id, new: &Correction) -> Result<()> {
    let now = cx.now();
    diesel::update(tasks::table.find(id))
        .set((
            tasks::title.eq(&new.title),
            tasks::description.eq(&new.description),
            tasks::source.eq(&new.source),
            tasks::search_key.eq(write::search_key(&new.title, &new.description)),
            tasks::due_on.eq(new.due_on),
            tasks::section_id.eq(&new.section_id),
            tasks::updated_at.eq(now),
            tasks::version.eq(tasks::version + 1),
        ))
        .execute(cx.conn())?;
    Ok(())
}

/// Takes a task out of a plan: one that nobody has seen is deleted, a published one cancelled with its reason.
///
/// # Errors
/// When the database refuses.
pub fn remove<A: Writes>(cx: &mut Cx<'_, Plans, A>, task: &TaskRow, reason: &str) -> Result<()> {
    if !task.is_published {
        diesel::delete(task_parts::table.filter(task_parts::task_id.eq(&task.id))).execute(cx.conn())?;
        diesel::delete(tasks::table.find(&task.id)).execute(cx.conn())?;
        return Ok(());
    }
    let now = cx.now();
    diesel::update(tasks::table.find(&task.id))
        .set((
            tasks::status.eq(TaskStatus::Cancelled),
            tasks::status_reason.eq(reason),
            tasks::updated_at.eq(now),
            tasks::version.eq(tasks::version + 1),
        ))
        .execute(cx.conn())?;
    let units: Vec<Id> =
        task_parts::table.filter(task_parts::task_id.eq(&task.id)).select(task_parts::unit_id).load(cx.conn())?;
    notifications::send_to_units(cx, &units, Kind::TaskCancelled, &task.id)
}

/// How many tasks stand under a section.
///
/// # Errors
/// When the database refuses.
pub fn count_of_section<A: Deed>(cx: &mut Cx<'_, Plans, A>, section: &Id) -> Result<i64> {
    Ok(tasks::table.filter(tasks::section_id.eq(section)).count().get_result(cx.conn())?)
}
