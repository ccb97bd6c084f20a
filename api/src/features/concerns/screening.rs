//! What becomes of a concern without a case: a referral, a duplicate, or no action with a second person. Opening or
//! joining a case is the business of `cases`.

use super::content::{self, Screening};
use super::model::{ConcernAction, ConcernRow, ConcernScreening, ConcernStatus, ScreeningDecision};
use super::rules::{self, NOT_ITSELF};
use super::store;
use super::write::save;
use crate::access::subject::Concerns;
use crate::access::{Cx, Role, Update};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::notifications::{self, Kind};
use crate::features::units;
use crate::http::IfMatch;
use crate::input::{Checks, REQUIRED, UNKNOWN_ID};
use crate::keys::sealed::CONCERN_SCREENINGS;

/// Whether a concern waits to be screened, in the version that the person saw.
///
/// # Errors
/// 404, 409, 412.
pub fn check_waits(cx: &mut Cx<'_, Concerns, Update>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    rules::check(before.status, ConcernAction::Screen)
}

/// Ends a screening without a case.
///
/// # Errors
/// 404, 409, 422.
pub fn end_without_case(cx: &mut Cx<'_, Concerns, Update>, id: &Id, input: &ConcernScreening) -> Result<()> {
    let before = &store::find_to_write(cx, id)?;
    rules::check(before.status, ConcernAction::Screen)?;
    let mut checks = Checks::new();
    let needs_reason = input.decision != ScreeningDecision::Duplicate;
    let reason = match needs_reason {
        true => checks.required_lines("reason", &input.reason, 4000),
        false => checks.lines("reason", &input.reason, 4000),
    };
    let (mut duplicate_of_id, mut referred_unit_id) = (None, None);
    if input.decision == ScreeningDecision::Duplicate {
        duplicate_of_id = check_duplicate(cx, &mut checks, before, input.duplicate_of_id.as_ref());
    }
    if input.decision == ScreeningDecision::Refer {
        referred_unit_id = check_unit(cx, &mut checks, input.unit_id.as_ref())?;
    }
    checks.finish()?;
    let screening = Screening { reason, answer: String::new() };
    let after = ConcernRow {
        status: rules::after(input.decision),
        decision: Some(input.decision),
        screening: content::seal(&cx.services().vault, &CONCERN_SCREENINGS, &before.id, &screening)?,
        screened_by_id: cx.actor().person().cloned(),
        screened_at: Some(cx.now()),
        duplicate_of_id,
        referred_unit_id,
        ..before.clone()
    };
    let (status, unit) = (after.status, after.referred_unit_id.clone());
    save(cx, before, after)?;
    if status == ConcernStatus::Screened {
        let second = [Role::SocialOfficer, Role::Leader];
        notifications::send_to_roles(cx, &before.ward_id, &second, Kind::ConcernToConfirm, &before.id)?;
    }
    if let Some(unit) = unit {
        notifications::send_to_units(cx, &[unit], Kind::ConcernReferred, &before.id)?;
    }
    audit::record(cx, "screen", &before.id, Changes::none())
}

fn check_duplicate(
    cx: &mut Cx<'_, Concerns, Update>,
    checks: &mut Checks,
    row: &ConcernRow,
    of: Option<&Id>,
) -> Option<Id> {
    match of {
        None => checks.fail("duplicate_of_id", REQUIRED),
        Some(of) if *of == row.id => checks.fail("duplicate_of_id", NOT_ITSELF),
        Some(of) if store::find_row(cx, of).is_err() => checks.fail("duplicate_of_id", UNKNOWN_ID),
        Some(of) => return Some(of.clone()),
    }
    None
}

fn check_unit(cx: &mut Cx<'_, Concerns, Update>, checks: &mut Checks, unit: Option<&Id>) -> Result<Option<Id>> {
    let Some(unit) = unit else {
        checks.fail("unit_id", REQUIRED);
        return Ok(None);
    };
    if !units::in_use(cx, [unit])?.contains_key(unit) {
        checks.fail("unit_id", UNKNOWN_ID);
    }
    Ok(Some(unit.clone()))
}

/// A second person agrees that nothing is to be done.
///
/// # Errors
/// 404, 409 for whoever proposed it, 412.
pub fn confirm(cx: &mut Cx<'_, Concerns, Update>, id: &Id, if_match: IfMatch) -> Result<()> {
    let before = proposal(cx, id, if_match, ConcernAction::Confirm)?;
    let after = ConcernRow {
        status: ConcernStatus::NoAction,
        confirmed_by_id: cx.actor().person().cloned(),
        confirmed_at: Some(cx.now()),
        ..before.clone()
    };
    save(cx, &before, after)?;
    audit::record(cx, "confirm", id, Changes::none())
}

/// A second person does not agree: it is to be screened again.
///
/// # Errors
/// 404, 409 for whoever proposed it, 412, 422 without a reason.
pub fn reject(cx: &mut Cx<'_, Concerns, Update>, id: &Id, if_match: IfMatch, reason: &str) -> Result<()> {
    let before = proposal(cx, id, if_match, ConcernAction::Reject)?;
    let mut checks = Checks::new();
    let answer = checks.required_lines("reason", reason, 4000);
    checks.finish()?;
    let vault = &cx.services().vault;
    let said: Screening = content::open(vault, &CONCERN_SCREENINGS, id, &before.screening)?;
    let after = ConcernRow {
        status: ConcernStatus::Received,
        screening: content::seal(vault, &CONCERN_SCREENINGS, id, &Screening { answer, ..said })?,
        decision: None,
        ..before.clone()
    };
    let proposer = before.screened_by_id.clone();
    save(cx, &before, after)?;
    notifications::send_to_users(cx, proposer.as_slice(), Kind::ConcernSentBack, id)?;
    audit::record(cx, "reject", id, Changes::none())
}

fn proposal(
    cx: &mut Cx<'_, Concerns, Update>,
    id: &Id,
    if_match: IfMatch,
    action: ConcernAction,
) -> Result<ConcernRow> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    rules::check(before.status, action)?;
    rules::check_second(&before, &cx.actor().user_id)?;
    Ok(before)
}
