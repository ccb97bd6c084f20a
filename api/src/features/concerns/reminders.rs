//! Concerns that nobody has decided about: the desk is told before and after the twelve hours.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::model::{ConcernRow, ConcernStatus};
use super::rules;
use crate::access::subject::Concerns;
use crate::access::{Cx, Role, Update};
use crate::db::schema::concerns;
use crate::error::Result;
use crate::features::notifications::{self, Kind};
use crate::features::wards;

/// Tells what has come due since the last run; how many were told.
///
/// # Errors
/// When the database refuses; nothing counts as told then.
pub fn run(cx: &mut Cx<'_, Concerns, Update>) -> Result<usize> {
    let Some(ward) = cx.scope().ward().cloned() else { return Ok(0) };
    let hours = wards::settings(cx, &ward)?.cases.emergency_hours;
    let now = cx.now();
    let waiting = concerns::table
        .filter(concerns::ward_id.eq(&ward))
        .filter(concerns::status.eq_any([ConcernStatus::Received, ConcernStatus::Screened]));
    let rows: Vec<ConcernRow> = waiting.order(concerns::known_at).select(ConcernRow::as_select()).load(cx.conn())?;
    let mut told = 0;
    for row in rows {
        let step = rules::warning_step(row.known_at, row.known_at.plus(TimeDelta::hours(hours)), now);
        if step <= row.told_step {
            continue;
        }
        let kind = if step >= 2 { Kind::ConcernLate } else { Kind::ConcernDue };
        notifications::send_to_roles(cx, &ward, &[Role::SocialOfficer, Role::Leader], kind, &row.id)?;
        diesel::update(concerns::table.find(&row.id)).set(concerns::told_step.eq(step)).execute(cx.conn())?;
        told += 1;
    }
    Ok(told)
}
