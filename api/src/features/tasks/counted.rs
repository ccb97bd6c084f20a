//! The tasks of a plan as statistics see them.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::TaskStatus;
use super::of_plan::OfPlan;
use super::rules::is_overdue;
use super::store::visible;
use crate::access::subject::Tasks;
use crate::access::{Cx, Read};
use crate::counted::Counted;
use crate::db::schema::tasks;
use crate::db::types::Id;
use crate::error::Result;

/// One row for each task that was not cancelled.
pub fn of_plan(all: &[OfPlan], today: NaiveDate) -> Vec<Counted> {
    let kept = all.iter().filter(|one| one.task.is_published && one.task.status != TaskStatus::Cancelled);
    let shape = |one: &OfPlan| {
        let task = &one.task;
        let row = Counted::new(task.id.clone())
            .mark("unit", &task.lead_unit_id)
            .unit("section", task.section_id.as_ref())
            .flag("done", task.status == TaskStatus::Accepted)
            .flag("submitted", task.status == TaskStatus::Submitted)
            .flag("late", is_overdue(task.status, task.due_on, today));
        match task.target {
            Some(target) => {
                let actual = task.actual.unwrap_or(0);
                row.flag("has_target", true)
                    .flag("met", actual >= target)
                    .amount("target", target)
                    .amount("actual", actual)
            }
            None => row,
        }
    };
    kept.map(shape).collect()
}

/// One row for each part that a unit has to do.
pub fn parts(all: &[OfPlan], today: NaiveDate) -> Vec<Counted> {
    let kept = all.iter().filter(|one| one.task.is_published && one.task.status != TaskStatus::Cancelled);
    let of_task = |one: &OfPlan| {
        let due_on = one.task.due_on;
        let shape = |part: &super::model::PartRow| {
            Counted::new(part.task_id.clone())
                .mark("unit", &part.unit_id)
                .flag("done", part.status == TaskStatus::Accepted)
                .flag("submitted", part.status == TaskStatus::Submitted)
                .flag("late", is_overdue(part.status, due_on, today))
        };
        one.doing().map(shape).collect::<Vec<_>>()
    };
    kept.flat_map(of_task).collect()
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Tasks, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = tasks::table.filter(visible(cx.scope())).filter(tasks::id.eq_any(ids));
    let rows: Vec<(Id, String)> = rows.select((tasks::id, tasks::title)).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}
