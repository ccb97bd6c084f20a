//! The states of a communication: approve, return, finish, cancel.

use super::model::{CommunicationAction, CommunicationReason, CommunicationRow};
use super::rules::{self, NOT_YOURS};
use super::{store, write};
use crate::access::subject::Communications;
use crate::access::{Approve, Cx, Publish, Writes};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::http::IfMatch;
use crate::input::Checks;

/// Releases a draft to the units that do it; they are told.
///
/// # Errors
/// 404, 409 in another state or while something is missing, 412.
pub fn approve(cx: &mut Cx<'_, Communications, Approve>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let status = rules::next(before.status, CommunicationAction::Approve)?;
    rules::check_ready(&before)?;
    let after = CommunicationRow {
        status,
        status_reason: String::new(),
        is_released: true,
        approved_by_id: cx.actor().person().cloned(),
        approved_at: Some(cx.now()),
        ..before.clone()
    };
    write::save(cx, &before, after, "approve")?;
    tell_units(cx, &before, Kind::CommunicationApproved)
}

fn tell_units<A: Writes>(cx: &mut Cx<'_, Communications, A>, row: &CommunicationRow, kind: Kind) -> Result<()> {
    let mut units: Vec<Id> = vec![row.lead_unit_id.clone()];
    units.extend(store::shares_of(cx, std::slice::from_ref(&row.id))?.into_iter().map(|share| share.unit_id));
    units.sort();
    units.dedup();
    notifications::send_to_units(cx, &units, kind, &row.id)
}

/// Sends a draft back with the reason; its writer's unit is told.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn give_back(
    cx: &mut Cx<'_, Communications, Approve>,
    id: &Id,
    if_match: IfMatch,
    input: &CommunicationReason,
) -> Result<()> {
    let status_reason = reason(input)?;
    let before = open(cx, id, if_match)?;
    let status = rules::next(before.status, CommunicationAction::Return)?;
    let after = CommunicationRow { status, status_reason, ..before.clone() };
    write::save(cx, &before, after, "return")?;
    let mut units = vec![before.created_unit_id, before.lead_unit_id];
    units.dedup();
    notifications::send_to_units(cx, &units, Kind::CommunicationReturned, id)
}

/// Ends what was carried out; what units report later is still taken.
///
/// # Errors
/// 403 for another unit's, 404, 409, 412.
pub fn finish(cx: &mut Cx<'_, Communications, Publish>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = open_to_end(cx, id, if_match)?;
    let status = rules::next(before.status, CommunicationAction::Finish)?;
    write::save(cx, &before, CommunicationRow { status, ..before.clone() }, "finish")
}

/// Calls it off with the reason; units that had been told to do it are told.
///
/// # Errors
/// 403 for another unit's, 404, 409, 412, 422 without a reason.
pub fn cancel(
    cx: &mut Cx<'_, Communications, Publish>,
    id: &Id,
    if_match: IfMatch,
    input: &CommunicationReason,
) -> Result<()> {
    let status_reason = reason(input)?;
    let before = open_to_end(cx, id, if_match)?;
    let status = rules::next(before.status, CommunicationAction::Cancel)?;
    write::save(cx, &before, CommunicationRow { status, status_reason, ..before.clone() }, "cancel")?;
    if before.is_released { tell_units(cx, &before, Kind::CommunicationCancelled) } else { Ok(()) }
}

fn reason(input: &CommunicationReason) -> Result<String> {
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 2000);
    checks.finish()?;
    Ok(reason)
}

fn open<A: Writes>(cx: &mut Cx<'_, Communications, A>, id: &Id, if_match: IfMatch) -> Result<CommunicationRow> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    Ok(before)
}

fn open_to_end(cx: &mut Cx<'_, Communications, Publish>, id: &Id, if_match: IfMatch) -> Result<CommunicationRow> {
    let before = open(cx, id, if_match)?;
    if rules::may_end(cx.actor(), &before) { Ok(before) } else { Err(Error::forbidden(NOT_YOURS)) }
}
