//! The open work of a unit that is about to disappear: counted before it is closed, handed over when it merges.
//!
//! Finished tasks and closed obstacles keep the old unit's name: that is how it was.

use chrono::Datelike;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::rules::OpenWork;
use crate::access::subject::Accounts;
use crate::access::{Cx, Update};
use crate::db::schema::{
    commendations, communication_reports, communication_units, communications, injuries, inspection_recommendations,
    inspection_visits, inspections, obstacles, reminders, summer_groups, summer_handovers, summer_leaves,
    summer_opinions, summer_sessions, task_parts, tasks, users,
};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::children;

/// States in which nothing more happens to a task.
const FINISHED: [&str; 2] = ["accepted", "cancelled"];
const CLOSED: &str = "closed";
/// The state in which a summer's handover is over.
const RETURNED: &str = "returned";

pub fn open_work(cx: &mut Cx<'_, Accounts, Update>, unit: &Id) -> Result<OpenWork> {
    let people = users::table.filter(users::unit_id.eq(unit)).filter(users::status.eq("active"));
    let waiting = obstacles::table.filter(obstacles::unit_id.eq(unit)).filter(obstacles::status.ne(CLOSED));
    Ok(OpenWork {
        users: people.count().get_result(cx.conn())?,
        tasks: i64::try_from(open_tasks(cx, unit)?.len()).unwrap_or(i64::MAX),
        obstacles: waiting.count().get_result(cx.conn())?,
        summer: open_handovers(cx, unit)? + open_groups(cx, unit)?,
        children: children::count_of_unit(cx, unit)?,
    })
}

fn open_handovers(cx: &mut Cx<'_, Accounts, Update>, unit: &Id) -> Result<i64> {
    let rows = summer_handovers::table.filter(summer_handovers::status.ne(RETURNED));
    let rows = rows.filter(summer_handovers::school_id.eq(unit).or(summer_handovers::neighborhood_id.eq(unit)));
    Ok(rows.count().get_result(cx.conn())?)
}

fn open_groups(cx: &mut Cx<'_, Accounts, Update>, unit: &Id) -> Result<i64> {
    // A group of an earlier summer holds nobody up.
    let rows = summer_groups::table.filter(summer_groups::neighborhood_id.eq(unit));
    let year = cx.today().year();
    let rows = rows.filter(summer_groups::cancelled_at.is_null()).filter(summer_groups::year.ge(year));
    Ok(rows.count().get_result(cx.conn())?)
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
    let summer = hand_over_summer(cx, from, into)?;
    hand_over_communications(cx, from, into)?;
    hand_over_inspections(cx, from, into)?;
    let children = children::hand_over_to_unit(cx, from, into)?;
    let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
    Ok(OpenWork { users: count(users), tasks: count(open.len()), obstacles: count(obstacles), summer, children })
}

/// The summer that is not over: handovers not returned yet, this year's groups with their sessions, leaves and
/// opinions; and accidents, which stay with whoever looks after the children.
fn hand_over_summer(cx: &mut Cx<'_, Accounts, Update>, from: &Id, into: &Id) -> Result<i64> {
    let moved = open_handovers(cx, from)? + open_groups(cx, from)?;
    let (now, today) = (cx.now(), cx.today());
    let year = today.year();
    macro_rules! take_over {
        ($table:ident, $column:ident, $open:expr) => {
            diesel::update($table::table.filter($table::$column.eq(from)).filter($open))
                .set(($table::$column.eq(into), $table::updated_at.eq(now), $table::version.eq($table::version + 1)))
                .execute(cx.conn())?
        };
    }
    take_over!(summer_handovers, school_id, summer_handovers::status.ne(RETURNED));
    take_over!(summer_handovers, neighborhood_id, summer_handovers::status.ne(RETURNED));
    take_over!(summer_groups, neighborhood_id, summer_groups::year.ge(year));
    take_over!(summer_sessions, neighborhood_id, summer_sessions::year.ge(year));
    take_over!(injuries, neighborhood_id, injuries::cancelled_at.is_null());
    take_over!(injuries, school_id, injuries::cancelled_at.is_null());
    diesel::update(summer_opinions::table.filter(summer_opinions::neighborhood_id.eq(from)))
        .filter(summer_opinions::year.ge(year))
        .set(summer_opinions::neighborhood_id.eq(into))
        .execute(cx.conn())?;
    diesel::update(summer_leaves::table.filter(summer_leaves::neighborhood_id.eq(from)))
        .filter(summer_leaves::to_date.ge(today))
        .set((summer_leaves::neighborhood_id.eq(into), summer_leaves::version.eq(summer_leaves::version + 1)))
        .execute(cx.conn())?;
    Ok(moved)
}

/// Inspections that are planned, what is still to be put right, and proposals that wait. The minutes of what is over keep
/// the old unit's name.
fn hand_over_inspections(cx: &mut Cx<'_, Accounts, Update>, from: &Id, into: &Id) -> Result<()> {
    let now = cx.now();
    let visit = inspection_visits::table
        .filter(inspection_visits::inspection_id.eq(inspections::id))
        .filter(inspection_visits::unit_id.eq(from));
    let planned: Vec<Id> = inspections::table
        .filter(inspections::status.eq("planned"))
        .filter(inspections::lead_unit_id.eq(from).or(exists(visit)))
        .select(inspections::id)
        .load(cx.conn())?;
    for id in &planned {
        let visits = || inspection_visits::table.filter(inspection_visits::inspection_id.eq(id));
        let has_both = visits().filter(inspection_visits::unit_id.eq(into)).count().get_result::<i64>(cx.conn())? > 0;
        // Where both are inspected, each visit stays what it is.
        if !has_both {
            diesel::update(visits().filter(inspection_visits::unit_id.eq(from)))
                .set(inspection_visits::unit_id.eq(into))
                .execute(cx.conn())?;
        }
        diesel::update(inspections::table.find(id).filter(inspections::lead_unit_id.eq(from)))
            .set(inspections::lead_unit_id.eq(into))
            .execute(cx.conn())?;
        diesel::update(inspections::table.find(id))
            .set((inspections::updated_at.eq(now), inspections::version.eq(inspections::version + 1)))
            .execute(cx.conn())?;
    }
    let open = || {
        inspection_recommendations::table.filter(inspection_recommendations::status.ne_all(["verified", "withdrawn"]))
    };
    let version = inspection_recommendations::version.eq(inspection_recommendations::version + 1);
    diesel::update(open().filter(inspection_recommendations::unit_id.eq(from)))
        .set((inspection_recommendations::unit_id.eq(into), inspection_recommendations::updated_at.eq(now), version))
        .execute(cx.conn())?;
    diesel::update(open().filter(inspection_recommendations::lead_unit_id.eq(from)))
        .set((
            inspection_recommendations::lead_unit_id.eq(into),
            inspection_recommendations::updated_at.eq(now),
            version,
        ))
        .execute(cx.conn())?;
    let waiting = commendations::table.filter(commendations::status.eq("proposed"));
    diesel::update(waiting.filter(commendations::proposed_unit_id.eq(from)))
        .set((
            commendations::proposed_unit_id.eq(into),
            commendations::updated_at.eq(now),
            commendations::version.eq(commendations::version + 1),
        ))
        .execute(cx.conn())?;
    Ok(())
}

/// Communications that are not over: what the unit wrote, leads, is to do and has reported.
fn hand_over_communications(cx: &mut Cx<'_, Accounts, Update>, from: &Id, into: &Id) -> Result<()> {
    let share = communication_units::table
        .filter(communication_units::communication_id.eq(communications::id))
        .filter(communication_units::unit_id.eq(from));
    let its = communications::created_unit_id.eq(from).or(communications::lead_unit_id.eq(from)).or(exists(share));
    let open: Vec<Id> = communications::table
        .filter(communications::status.ne_all(["done", "cancelled"]))
        .filter(its)
        .select(communications::id)
        .load(cx.conn())?;
    let now = cx.now();
    for item in &open {
        let row = || communications::table.find(item);
        diesel::update(row().filter(communications::created_unit_id.eq(from)))
            .set(communications::created_unit_id.eq(into))
            .execute(cx.conn())?;
        diesel::update(row().filter(communications::lead_unit_id.eq(from)))
            .set(communications::lead_unit_id.eq(into))
            .execute(cx.conn())?;
        hand_over_share(cx, item, from, into)?;
        diesel::update(row())
            .set((communications::updated_at.eq(now), communications::version.eq(communications::version + 1)))
            .execute(cx.conn())?;
    }
    Ok(())
}

/// An item has one share for each unit: where both have one, they become one with the sums of both.
fn hand_over_share(cx: &mut Cx<'_, Accounts, Update>, item: &Id, from: &Id, into: &Id) -> Result<()> {
    type Sums = (i32, i32, i32, Option<chrono::NaiveDate>);
    let sums = (
        communication_units::planned,
        communication_units::reports,
        communication_units::times,
        communication_units::last_on,
    );
    let old: Option<Sums> = communication_units::table.find((item, from)).select(sums).first(cx.conn()).optional()?;
    let Some((planned, reports, times, last_on)) = old else { return Ok(()) };
    let reported = communication_reports::table.filter(communication_reports::communication_id.eq(item));
    diesel::update(reported.filter(communication_reports::unit_id.eq(from)))
        .set(communication_reports::unit_id.eq(into))
        .execute(cx.conn())?;
    let known: Option<Sums> = communication_units::table.find((item, into)).select(sums).first(cx.conn()).optional()?;
    let Some(known) = known else {
        diesel::update(communication_units::table.find((item, from)))
            .set(communication_units::unit_id.eq(into))
            .execute(cx.conn())?;
        return Ok(());
    };
    diesel::update(communication_units::table.find((item, into)))
        .set((
            communication_units::planned.eq(known.0.saturating_add(planned)),
            communication_units::reports.eq(known.1.saturating_add(reports)),
            communication_units::times.eq(known.2.saturating_add(times)),
            communication_units::last_on.eq(known.3.max(last_on)),
        ))
        .execute(cx.conn())?;
    diesel::delete(communication_units::table.find((item, from))).execute(cx.conn())?;
    Ok(())
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
