//! The tasks of the home screen: mine, what waits for me, who is late, how far each section has come.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{Task, TaskAction, TaskQuery, TaskRow, TaskStatus};
use super::{rules, store};
use crate::access::subject::Tasks;
use crate::access::{Action, Cx, Read, Resource, matrix};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{plan_sections, task_parts, tasks};
use crate::db::types::Id;
use crate::error::Result;

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
pub struct Overview {
    pub figures: Figures,
    pub late_by_unit: Vec<(Id, i64)>,
    pub by_section: Vec<(String, String, Tally)>,
}

/// Counts everything within the scope that belongs to a plan (or, without one, to none in particular).
///
/// # Errors
/// When the database refuses.
pub fn overview(cx: &mut Cx<'_, Tasks, Read>, plan: Option<&Id>, due_soon_days: i64) -> Result<Overview> {
    let today = cx.today();
    let mut rows = tasks::table
        .filter(store::visible(cx.scope()))
        .filter(tasks::is_published.eq(true))
        .filter(tasks::status.ne(TaskStatus::Cancelled))
        .into_boxed();
    if let Some(plan) = plan {
        rows = rows.filter(tasks::plan_id.eq(plan.clone()).or(tasks::plan_id.is_null()));
    }
    let rows: Vec<(Id, TaskStatus, NaiveDate, Option<Id>)> =
        rows.select((tasks::id, tasks::status, tasks::due_on, tasks::section_id)).load(cx.conn())?;

    let soon = today.checked_add_signed(chrono::TimeDelta::days(due_soon_days)).unwrap_or(today);
    let mut figures = Figures { total: i64::try_from(rows.len()).unwrap_or(0), ..Figures::default() };
    let mut by_section: BTreeMap<Id, Tally> = BTreeMap::new();
    for (_, status, due_on, section) in &rows {
        figures.done += i64::from(*status == TaskStatus::Accepted);
        figures.late += i64::from(rules::is_overdue(*status, *due_on, today));
        figures.due_soon += i64::from(status.is_open() && (today..=soon).contains(due_on));
        figures.to_review += i64::from(*status == TaskStatus::Submitted);
        if let Some(section) = section {
            by_section.entry(section.clone()).or_default().count(*status, *due_on, today);
        }
    }
    let late: Vec<&Id> = rows.iter().filter(|row| rules::is_overdue(row.1, row.2, today)).map(|row| &row.0).collect();
    Ok(Overview { figures, late_by_unit: late_units(cx, &late)?, by_section: name_sections(cx, by_section)? })
}

/// The units whose parts of late tasks are open, the latest first.
fn late_units(cx: &mut Cx<'_, Tasks, Read>, late: &[&Id]) -> Result<Vec<(Id, i64)>> {
    let open = [TaskStatus::Assigned, TaskStatus::InProgress, TaskStatus::Returned];
    let parts: Vec<(Id, bool, bool)> = task_parts::table
        .inner_join(tasks::table.on(tasks::id.eq(task_parts::task_id)))
        .filter(task_parts::task_id.eq_any(late))
        .filter(task_parts::status.eq_any(open))
        .select((task_parts::unit_id, task_parts::is_lead, tasks::each_unit))
        .load(cx.conn())?;
    let mut counts: BTreeMap<Id, i64> = BTreeMap::new();
    // Without each_unit the lead answers for the whole; with it each unit for its own part.
    for (unit, is_lead, each_unit) in parts {
        if is_lead != each_unit {
            *counts.entry(unit).or_default() += 1;
        }
    }
    let mut counts: Vec<(Id, i64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| -count);
    Ok(counts)
}

fn name_sections(cx: &mut Cx<'_, Tasks, Read>, tallies: BTreeMap<Id, Tally>) -> Result<Vec<(String, String, Tally)>> {
    let rows: Vec<(Id, String, String)> = plan_sections::table
        .filter(plan_sections::id.eq_any(tallies.keys()))
        .order((plan_sections::position, plan_sections::id))
        .select((plan_sections::id, plan_sections::path, plan_sections::title))
        .load(cx.conn())?;
    let tally = |(id, path, title): (Id, String, String)| Some((path, title, tallies.get(&id)?.clone()));
    Ok(rows.into_iter().filter_map(tally).collect())
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

/// What waits to be accepted by this person.
///
/// # Errors
/// When the database refuses.
pub fn to_review(cx: &mut Cx<'_, Tasks, Read>) -> Result<List<Task>> {
    if matrix::grant(cx.actor().role, Resource::Tasks, Action::Approve).is_none() {
        return Ok(List::whole(Vec::new()));
    }
    let query = TaskQuery { needs_review: Some(true), ..TaskQuery::default() };
    let page = PageRequest { limit: 50, ..PageRequest::all("due_on") };
    let tasks = store::list(cx, &query, &page)?.items;
    // The work of one's own unit waits for somebody else.
    Ok(List::whole(tasks.into_iter().filter(|task| task.allowed_actions.contains(&TaskAction::Accept)).collect()))
}
