//! The tasks of the home screen: mine, what waits for me, who is late, how far each section has come.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{PartRow, Task, TaskAction, TaskQuery, TaskRow, TaskStatus};
use super::{rules, store};
use crate::access::subject::Tasks;
use crate::access::{Action, Cx, Read, Resource, matrix};
use crate::db::schema::{plan_sections, task_parts, tasks, units};
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::units::model::UnitRef;

/// What the reader's scope holds, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub total: i64,
    pub done: i64,
    pub late: i64,
    pub due_soon: i64,
    pub to_review: i64,
}

/// How far the tasks of one part of the plan have come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub done: i64,
    pub doing: i64,
    pub late: i64,
    pub total: i64,
}

impl Tally {
    fn count(&mut self, status: TaskStatus, due_on: NaiveDate, today: NaiveDate) {
        self.total += 1;
        if status == TaskStatus::Accepted {
            self.done += 1;
        } else if rules::is_overdue(status, due_on, today) {
            self.late += 1;
        } else if status != TaskStatus::Assigned {
            self.doing += 1;
        }
    }
}

/// Tasks counted in three ways from one reading.
#[derive(Default)]
pub struct Overview {
    pub figures: Figures,
    /// The units whose parts of late tasks are open, the most first.
    pub late_by_unit: Vec<(UnitRef, i64)>,
    /// Path, title and tally, in the order of the plan.
    pub by_section: Vec<(String, String, Tally)>,
}

/// Counts everything within the scope that belongs to a plan (or, without one, to none in particular), in one statement.
///
/// # Errors
/// When the database refuses.
pub fn overview(cx: &mut Cx<'_, Tasks, Read>, plan: Option<&Id>, due_soon_days: i64) -> Result<Overview> {
    type Title = (Id, i32, String, String);
    type Row = (Id, TaskStatus, NaiveDate, bool, bool, TaskStatus, UnitRef, Option<Title>);
    let today = cx.today();
    let mut rows = tasks::table
        .filter(store::visible(cx.scope()))
        .filter(tasks::is_published.eq(true))
        .filter(tasks::status.ne(TaskStatus::Cancelled))
        .into_boxed();
    if let Some(plan) = plan {
        rows = rows.filter(tasks::plan_id.eq(plan.clone()).or(tasks::plan_id.is_null()));
    }
    // A row for each part: a task always has that of its lead.
    let rows: Vec<Row> = rows
        .inner_join(task_parts::table.on(task_parts::task_id.eq(tasks::id)))
        .inner_join(units::table.on(units::id.eq(task_parts::unit_id)))
        .left_join(plan_sections::table.on(tasks::section_id.eq(plan_sections::id.nullable())))
        .select((
            tasks::id,
            tasks::status,
            tasks::due_on,
            tasks::each_unit,
            task_parts::is_lead,
            task_parts::status,
            UnitRef::as_select(),
            (plan_sections::id, plan_sections::position, plan_sections::path, plan_sections::title).nullable(),
        ))
        .load(cx.conn())?;

    let soon = today.checked_add_signed(chrono::TimeDelta::days(due_soon_days)).unwrap_or(today);
    let mut seen: HashSet<Id> = HashSet::new();
    let mut figures = Figures::default();
    let mut late: BTreeMap<Id, (UnitRef, i64)> = BTreeMap::new();
    let mut sections: BTreeMap<(i32, Id), (String, String, Tally)> = BTreeMap::new();
    for (id, status, due_on, each_unit, is_lead, part, unit, section) in rows {
        let is_late = rules::is_overdue(status, due_on, today);
        // Without each_unit the lead answers for the whole; with it each unit for its own part.
        if is_late && part.is_open() && is_lead != each_unit {
            late.entry(unit.id.clone()).or_insert((unit, 0)).1 += 1;
        }
        if !seen.insert(id) {
            continue;
        }
        figures.total += 1;
        figures.done += i64::from(status == TaskStatus::Accepted);
        figures.late += i64::from(is_late);
        figures.due_soon += i64::from(status.is_open() && (today..=soon).contains(&due_on));
        figures.to_review += i64::from(status == TaskStatus::Submitted);
        if let Some((id, position, path, title)) = section {
            let empty = || (path, title, Tally::default());
            sections.entry((position, id)).or_insert_with(empty).2.count(status, due_on, today);
        }
    }
    let mut late_by_unit: Vec<(UnitRef, i64)> = late.into_values().collect();
    late_by_unit.sort_by_key(|(_, count)| -count);
    Ok(Overview { figures, late_by_unit, by_section: sections.into_values().collect() })
}

/// The open tasks of my unit, the most urgent first.
///
/// # Errors
/// When the database refuses.
pub fn mine(cx: &mut Cx<'_, Tasks, Read>) -> Result<Vec<Task>> {
    let unit = cx.actor().unit_id.clone();
    let open = [TaskStatus::Assigned, TaskStatus::InProgress, TaskStatus::Returned];
    let rows: Vec<TaskRow> = tasks::table
        .inner_join(task_parts::table.on(task_parts::task_id.eq(tasks::id)))
        .filter(task_parts::unit_id.eq(unit))
        .filter(task_parts::status.eq_any(open))
        .filter(task_parts::is_lead.eq(false).or(tasks::each_unit.eq(false)))
        .filter(tasks::is_published.eq(true))
        .filter(tasks::status.ne(TaskStatus::Cancelled))
        .order((tasks::due_on.asc(), tasks::priority.desc(), tasks::id.asc()))
        .limit(20)
        .select(TaskRow::as_select())
        .load(cx.conn())?;
    store::dress(cx, rows)
}

/// A task that waits to be accepted, as the home screen names it.
pub struct ToReview {
    pub id: Id,
    pub title: String,
    pub lead_unit: UnitRef,
    pub updated_at: Instant,
    pub due_on: NaiveDate,
}

/// What waits to be accepted by this person, the most urgent first: at most fifty.
///
/// # Errors
/// When the database refuses.
pub fn to_review(cx: &mut Cx<'_, Tasks, Read>) -> Result<Vec<ToReview>> {
    if matrix::grant(cx.actor().role, Resource::Tasks, Action::Approve).is_none() {
        return Ok(Vec::new());
    }
    let query = TaskQuery { needs_review: Some(true), ..TaskQuery::default() };
    let rows: Vec<TaskRow> = store::filtered(cx.scope(), &cx.actor().unit_id, &query, cx.today())?
        .order((tasks::due_on, tasks::id))
        .limit(50)
        .select(TaskRow::as_select())
        .load(cx.conn())?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut parts_of = store::named_parts(cx, &ids)?;
    let shape = |row: TaskRow| {
        let (parts, units): (Vec<PartRow>, Vec<UnitRef>) =
            parts_of.remove(&row.id).unwrap_or_default().into_iter().unzip();
        // The work of one's own unit waits for somebody else.
        if !rules::allowed_actions(cx.actor(), &row, &parts).contains(&TaskAction::Accept) {
            return None;
        }
        let lead_unit = units.into_iter().find(|unit| unit.id == row.lead_unit_id)?;
        Some(ToReview { id: row.id, title: row.title, lead_unit, updated_at: row.updated_at, due_on: row.due_on })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}
