//! How many tasks of each unit are late or due soon: the figures of the digest.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::TaskStatus;
use crate::access::PublicCx;
use crate::db::schema::{task_parts, tasks};
use crate::db::types::Id;
use crate::error::Result;

/// Open tasks of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Due {
    pub late: i64,
    pub soon: i64,
}

/// The open parts of a ward's published tasks that were due before `today`, or are due up to `soon`.
///
/// # Errors
/// When the database refuses.
pub fn due_by_unit(cx: &mut PublicCx<'_>, ward: &Id, today: NaiveDate, soon: NaiveDate) -> Result<HashMap<Id, Due>> {
    let open = [TaskStatus::Assigned, TaskStatus::InProgress, TaskStatus::Returned];
    let rows: Vec<(Id, NaiveDate)> = task_parts::table
        .inner_join(tasks::table.on(tasks::id.eq(task_parts::task_id)))
        .filter(tasks::ward_id.eq(ward))
        .filter(tasks::is_published.eq(true))
        .filter(tasks::due_on.le(soon))
        .filter(tasks::status.ne_all([TaskStatus::Accepted, TaskStatus::Cancelled]))
        .filter(task_parts::status.eq_any(open))
        // The lead of a task that each unit does on its own only follows up (`rules::doing`).
        .filter(tasks::each_unit.eq(false).or(task_parts::is_lead.eq(false)))
        .select((task_parts::unit_id, tasks::due_on))
        .load(cx.conn)?;
    let mut due: HashMap<Id, Due> = HashMap::new();
    for (unit, due_on) in rows {
        let figures = due.entry(unit).or_default();
        if due_on < today {
            figures.late += 1;
        } else {
            figures.soon += 1;
        }
    }
    Ok(due)
}
