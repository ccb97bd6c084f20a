//! Acts of will: hand over, receive, return, open again. Each is signed in the app by the side it belongs to.

use std::collections::HashMap;

use super::bodies::{HandoverReopening, HandoverReturn, HandoverSigning};
use super::model::{HandoverAction, HandoverRow, HandoverStatus};
use super::rules::{NO_CHILDREN, NOT_IN_SCOPE};
use super::{lists, store, write};
use crate::access::subject::Summer;
use crate::access::{Cx, Role, Update};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::features::users;
use crate::http::IfMatch;
use crate::input::Checks;

/// As what somebody signs: what they say, or the position of their account.
fn position(cx: &mut Cx<'_, Summer, Update>, said: Option<&str>) -> Result<String> {
    let mut checks = Checks::new();
    let said = checks.optional_line("position", said, 150);
    checks.finish()?;
    match said {
        Some(said) => Ok(said),
        None => {
            let me = cx.actor().user_id.clone();
            let known = users::references(cx, [&me])?;
            Ok(known.get(&me).map(|user| user.position.clone()).unwrap_or_default())
        }
    }
}

/// The school hands over; the neighborhood and the Youth Union are told.
///
/// # Errors
/// 403 for whoever is not the school, 404, 409, 412, 422.
pub fn hand_over(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &HandoverSigning) -> Result<()> {
    let before = write::open(cx, id, if_match, HandoverAction::HandOver)?;
    if store::entries_of(cx, id)?.is_empty() {
        return Err(Error::conflict(NO_CHILDREN));
    }
    let after = HandoverRow {
        status: HandoverStatus::HandedOver,
        handed_over_by_id: Some(cx.actor().user_id.clone()),
        handed_over_at: Some(cx.now()),
        handed_over_position: position(cx, input.position.as_deref())?,
        ..before.clone()
    };
    turn(cx, &before, after, "hand_over")?;
    tell_locality(cx, &before, Kind::SummerHandedOver)
}

/// The locality receives; the school is told.
///
/// # Errors
/// 403 for the school, 404, 409, 412, 422.
pub fn receive(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &HandoverSigning) -> Result<()> {
    let before = write::open(cx, id, if_match, HandoverAction::Receive)?;
    let after = HandoverRow {
        status: HandoverStatus::Received,
        received_by_id: Some(cx.actor().user_id.clone()),
        received_at: Some(cx.now()),
        received_position: position(cx, input.position.as_deref())?,
        ..before.clone()
    };
    turn(cx, &before, after, "receive")?;
    notifications::send_to_units(cx, &[before.school_id], Kind::SummerReceived, id)
}

/// Opens a handover again that nobody received yet; everybody concerned is told.
///
/// # Errors
/// 403, 404, 409, 412, 422 without a reason.
pub fn reopen(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &HandoverReopening) -> Result<()> {
    let before = write::open(cx, id, if_match, HandoverAction::Reopen)?;
    let mut checks = Checks::new();
    let reopen_reason = checks.required_lines("reason", &input.reason, 1000);
    checks.finish()?;
    let after = HandoverRow {
        status: HandoverStatus::Prepared,
        handed_over_by_id: None,
        handed_over_at: None,
        handed_over_position: String::new(),
        reopen_reason,
        ..before.clone()
    };
    turn(cx, &before, after, "reopen")?;
    notifications::send_to_units(cx, std::slice::from_ref(&before.school_id), Kind::SummerReopened, id)?;
    tell_locality(cx, &before, Kind::SummerReopened)
}

/// Hands the children back to the school in August, each with a rating and remarks; the school is told.
///
/// # Errors
/// 403 for the school, 404, 409, 412, 422 for a child that is not on the list.
pub fn give_back(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &HandoverReturn) -> Result<()> {
    let before = write::open(cx, id, if_match, HandoverAction::Return)?;
    let listed: HashMap<Id, _> =
        store::entries_of(cx, id)?.into_iter().map(|row| (row.child_id.clone(), row)).collect();
    let mut checks = Checks::new();
    let mut results = HashMap::new();
    for (at, result) in input.children.iter().enumerate() {
        let remarks = checks.lines(&format!("children[{at}].remarks"), &result.remarks, 1000);
        match listed.get(&result.child_id) {
            Some(entry) => {
                let mut after = entry.clone();
                (after.rating, after.remarks, after.commended) = (result.rating, remarks, result.commended);
                results.insert(&entry.child_id, (entry, after));
            }
            None => checks.fail(format!("children[{at}].child_id"), NOT_IN_SCOPE),
        }
    }
    checks.finish()?;
    for (entry, after) in results.into_values() {
        lists::save_entry(cx, entry, after)?;
    }
    let after = HandoverRow {
        status: HandoverStatus::Returned,
        returned_by_id: Some(cx.actor().user_id.clone()),
        returned_at: Some(cx.now()),
        returned_position: position(cx, input.position.as_deref())?,
        ..before.clone()
    };
    turn(cx, &before, after, "return")?;
    notifications::send_to_units(cx, &[before.school_id], Kind::SummerReturned, id)
}

fn turn(cx: &mut Cx<'_, Summer, Update>, before: &HandoverRow, after: HandoverRow, verb: &str) -> Result<()> {
    let changes = Changes::none().field("status", before.status, after.status);
    write::save(cx, before, after)?;
    audit::record(cx, verb, &before.id, changes)
}

fn tell_locality(cx: &mut Cx<'_, Summer, Update>, handover: &HandoverRow, kind: Kind) -> Result<()> {
    notifications::send_to_units(cx, std::slice::from_ref(&handover.neighborhood_id), kind, &handover.id)?;
    notifications::send_to_roles(cx, &handover.ward_id, &[Role::YouthUnion], kind, &handover.id)
}
