//! Violations that the authority was not told of: the desk is told after a third of the time, after five sixths, and when
//! it is over; once each. What is told names nothing.

use diesel::prelude::*;

use super::model::BreachRow;
use super::rules::{self, OVERDUE};
use super::write::DESK;
use crate::access::subject::Breaches;
use crate::access::{Cx, Update};
use crate::db::schema::breaches;
use crate::error::Result;
use crate::features::notifications::{self, Kind};

/// Tells what has come due since the last run; how many were told.
///
/// # Errors
/// When the database refuses; nothing counts as told then.
pub fn run(cx: &mut Cx<'_, Breaches, Update>) -> Result<usize> {
    let Some(ward) = cx.scope().ward().cloned() else { return Ok(0) };
    let now = cx.now();
    let running = breaches::table
        .filter(breaches::ward_id.eq(&ward))
        .filter(breaches::clock_stopped_at.is_null())
        .filter(breaches::told_step.lt(OVERDUE));
    let rows: Vec<BreachRow> = running.order(breaches::due_at).select(BreachRow::as_select()).load(cx.conn())?;
    let mut told = 0;
    for row in rows {
        let step = rules::step(row.discovered_at, row.due_at, now);
        if step <= row.told_step {
            continue;
        }
        let kind = match step {
            1 => Kind::BreachClock,
            2 => Kind::BreachDue,
            _ => Kind::BreachLate,
        };
        notifications::send_to_roles(cx, &ward, &DESK, kind, &row.id)?;
        diesel::update(breaches::table.find(&row.id)).set(breaches::told_step.eq(step)).execute(cx.conn())?;
        told += 1;
    }
    Ok(told)
}
