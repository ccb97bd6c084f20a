//! The open work of a unit that is about to disappear: counted before it is closed, handed over when it merges.
//!
//! Finished tasks and closed obstacles keep the old unit's name: that is how it was.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::rules::OpenWork;
use crate::access::subject::Accounts;
use crate::access::{Cx, Update};
use crate::db::schema::{obstacles, reminders, task_parts, tasks, users};
use crate::db::types::Id;
use crate::error::Result;

/// States in which nothing more happens to a task.
const FINISHED: [&str; 2] = ["accepted", "cancelled"];
const CLOSED: &str = "closed";

pub fn open_work(cx: &mut Cx<'_, Accounts, Update>, unit: &Id) -> Result<OpenWork> {
    let people = users::table.filter(users::unit_id.eq(unit)).filter(users::status.eq("active"));
    let waiting = obstacles::table.filter(obstacles::unit_id.eq(unit)).filter(obstacles::status.ne(CLOSED));
    Ok(OpenWork {
        users: people.count().get_result(cx.conn())?,
        tasks: i64::try_from(open_tasks(cx, unit)?.len()).unwrap_or(i64::MAX),
        obstacles: waiting.count().get_result(cx.conn())?,
    })
}

/// The tasks that the unit leads or takes part in and that are not finished.
fn open_tasks(cx: &mut Cx<'_, Accounts, Update>, unit: &Id) -> Result<Vec<Id>> {
    let part = task_parts::table.filter(task_parts::task_id.eq(tasks::id)).filter(task_parts::unit_id.eq(unit));
    let open =
        tasks::table.filter(tasks::status.ne_all(FINISHED)).filter(tasks::lead_unit_id.eq(unit).or(exists(part)));
    Ok(open.select(tasks::id).load(cx.conn())?)
}

/// Puts `into` in the place of `from` wherever something is still to be done, so that nothing is lost from sight.
/// Each row gets a new version: whoever had it open is told that it changed. Returns what was handed over.
///
/// # Errors
/// When the database refuses.
pub fn hand_over_open_work(cx: &mut Cx<'_, Accounts, Update>, from: &Id, into: &Id) -> Result<OpenWork> {
    let now = cx.now();
    let open = open_tasks(cx, from)?;
    for task in &open {
        hand_over_part(cx, task, from, into)?;
        diesel::update(tasks::table.find(task))
            .set((tasks::updated_at.eq(now), tasks::version.eq(tasks::version + 1)))
            .execute(cx.conn())?;
        diesel::update(tasks::table.find(task).filter(tasks::lead_unit_id.eq(from)))
            .set(tasks::lead_unit_id.eq(into))
            .execute(cx.conn())?;
        let asked = reminders::table.filter(reminders::task_id.eq(task)).filter(reminders::unit_id.eq(from));
        diesel::update(asked.filter(reminders::answered_at.is_null()))
            .set(reminders::unit_id.eq(into))
            .execute(cx.conn())?;
    }
    let waiting = obstacles::table.filter(obstacles::unit_id.eq(from)).filter(obstacles::status.ne(CLOSED));
    let obstacles = diesel::update(waiting)
        .set((
            obstacles::unit_id.eq(into),
            obstacles::updated_at.eq(now),
            obstacles::version.eq(obstacles::version + 1),
        ))
        .execute(cx.conn())?;
    let people = users::table.filter(users::unit_id.eq(from));
    let users = diesel::update(people)
        .set((users::unit_id.eq(into), users::updated_at.eq(now), users::version.eq(users::version + 1)))
        .execute(cx.conn())?;
    let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
    Ok(OpenWork { users: count(users), tasks: count(open.len()), obstacles: count(obstacles) })
}

/// A task has one part for each unit: where both take part, the lead's stays (the task's own state comes from it),
/// else the target's. What the other one reported remains in the task's updates.
fn hand_over_part(cx: &mut Cx<'_, Accounts, Update>, task: &Id, from: &Id, into: &Id) -> Result<()> {
    let parts: Vec<(Id, bool)> = task_parts::table
        .filter(task_parts::task_id.eq(task))
        .filter(task_parts::unit_id.eq_any([from, into]))
        .select((task_parts::unit_id, task_parts::is_lead))
        .load(cx.conn())?;
    let has_both = parts.len() == 2;
    let from_leads = parts.iter().any(|(unit, is_lead)| unit == from && *is_lead);
    if has_both {
        let given_up = if from_leads { into } else { from };
        diesel::delete(task_parts::table.find((task, given_up))).execute(cx.conn())?;
    }
    // Touches nothing where the part of `from` was given up.
    diesel::update(task_parts::table.find((task, from))).set(task_parts::unit_id.eq(into)).execute(cx.conn())?;
    Ok(())
}
