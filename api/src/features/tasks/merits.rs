//! What units have done of their tasks: facts for whoever proposes a commendation.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{TaskRef, TaskStatus};
use super::store;
use crate::access::subject::Tasks;
use crate::access::{Cx, Read, Scope};
use crate::attachments::OwnerKind;
use crate::calendar::ward_today;
use crate::db::schema::{attachments, task_parts, task_updates, tasks};
use crate::db::types::{Id, Instant};
use crate::error::Result;

/// An accepted part of a task.
pub struct Merit {
    pub unit_id: Id,
    pub task: TaskRef,
    /// Reported by its day.
    pub is_on_time: bool,
    /// Pieces of evidence that the unit has sent.
    pub files: i64,
}

/// The accepted parts of the tasks that were due in a period, in the order of their days; a unit's reader sees its own.
///
/// # Errors
/// When the database refuses.
pub fn accepted(cx: &mut Cx<'_, Tasks, Read>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Merit>> {
    let of_period: Vec<TaskRef> = tasks::table
        .filter(store::visible(cx.scope()))
        .filter(tasks::is_published.eq(true))
        .filter(tasks::due_on.between(from, to))
        .order((tasks::due_on, tasks::id))
        .select(TaskRef::as_select())
        .load(cx.conn())?;
    let ids: Vec<&Id> = of_period.iter().map(|task| &task.id).collect();
    let parts: Vec<(Id, Id, Option<Instant>)> = task_parts::table
        .filter(task_parts::task_id.eq_any(ids))
        .filter(task_parts::status.eq(TaskStatus::Accepted))
        .order((task_parts::task_id, task_parts::unit_id))
        .select((task_parts::task_id, task_parts::unit_id, task_parts::reported_at))
        .load(cx.conn())?;
    let done: HashSet<&Id> = parts.iter().map(|(task, ..)| task).collect();
    let files = files_of(cx, &done)?;
    let own = match cx.scope() {
        Scope::Unit { unit, .. } => Some(unit.clone()),
        _ => None,
    };
    let mut merits = Vec::new();
    for task in of_period {
        for (_, unit, reported_at) in parts.iter().filter(|(id, ..)| *id == task.id) {
            if own.as_ref().is_some_and(|own| own != unit) {
                continue;
            }
            merits.push(Merit {
                unit_id: unit.clone(),
                is_on_time: reported_at.is_some_and(|at| ward_today(at.utc()) <= task.due_on),
                files: files.get(&(task.id.clone(), unit.clone())).copied().unwrap_or(0),
                task: task.clone(),
            });
        }
    }
    Ok(merits)
}

/// How many files each unit has sent for each task.
fn files_of(cx: &mut Cx<'_, Tasks, Read>, done: &HashSet<&Id>) -> Result<HashMap<(Id, Id), i64>> {
    let updates: Vec<(Id, Id, Option<Id>)> = task_updates::table
        .filter(task_updates::task_id.eq_any(done.iter().copied()))
        .select((task_updates::id, task_updates::task_id, task_updates::unit_id))
        .load(cx.conn())?;
    let of_update: HashMap<Id, (Id, Id)> =
        updates.into_iter().filter_map(|(id, task, unit)| Some((id, (task, unit?)))).collect();
    let owners: Vec<Option<Id>> = attachments::table
        .filter(attachments::owner_kind.eq(OwnerKind::TaskUpdate))
        .filter(attachments::owner_id.eq_any(of_update.keys()))
        .select(attachments::owner_id)
        .load(cx.conn())?;
    let mut files: HashMap<(Id, Id), i64> = HashMap::new();
    for place in owners.iter().flatten().filter_map(|owner| of_update.get(owner)) {
        *files.entry(place.clone()).or_default() += 1;
    }
    Ok(files)
}
