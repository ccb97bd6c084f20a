//! The steps of an event: propose, approve, return, hold, report, cancel.

use diesel::prelude::*;

use super::bodies::{EventHeld, EventReason, EventReport, EventStep};
use super::fields;
use super::model::{Approval, EventAction, EventRow, EventStatus};
use super::rules::{self, NOT_YET};
use super::{safety, store, write};
use crate::access::subject::Events;
use crate::access::{Approve, Cx, Deed, Role, Update, Writes};
use crate::attachments::{self, OwnerKind};
use crate::db::schema::events;
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::http::IfMatch;
use crate::input::Checks;

/// Proposes an event, or with it the later sessions of its series; the leader is told, and the police where a safety
/// plan is needed.
///
/// # Errors
/// 404, 409, 412.
pub fn propose(cx: &mut Cx<'_, Events, Update>, id: &Id, if_match: IfMatch, input: &EventStep) -> Result<()> {
    let first = open(cx, id, if_match)?;
    for before in with_following(cx, first, input.following, EventAction::Propose)? {
        let status = rules::next(before.status, EventAction::Propose)?;
        let after = EventRow { status, status_reason: String::new(), ..before.clone() };
        write::save(cx, &before, after.clone(), "propose")?;
        let terms = store::terms(cx, &after.ward_id)?;
        safety::store::request(cx, &after, &terms)?;
    }
    let event = store::find_row(cx, id)?;
    tell_leader(cx, &event, Kind::EventProposed)
}

/// Approves: impossible while a safety plan that is required is not approved for the event as it stands.
///
/// # Errors
/// 404, 409 with what is missing, 412.
pub fn approve(cx: &mut Cx<'_, Events, Approve>, id: &Id, if_match: IfMatch, input: &EventStep) -> Result<()> {
    let first = open(cx, id, if_match)?;
    for before in with_following(cx, first, input.following, EventAction::Approve)? {
        let status = rules::next(before.status, EventAction::Approve)?;
        let terms = store::terms(cx, &before.ward_id)?;
        safety::store::check(cx, &before, &terms)?;
        let approval = Approval { by_id: cx.caller().person().cloned(), at: Some(cx.now()) };
        let after = EventRow { status, approval: Json::new(approval), status_reason: String::new(), ..before.clone() };
        write::save(cx, &before, after, "approve")?;
    }
    let event = store::find_row(cx, id)?;
    tell_units(cx, &event, Kind::EventApproved)
}

/// Gives a proposal back with a reason.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn give_back(cx: &mut Cx<'_, Events, Approve>, id: &Id, if_match: IfMatch, input: &EventReason) -> Result<()> {
    let status_reason = reason(&input.reason)?;
    let first = open(cx, id, if_match)?;
    for before in with_following(cx, first, input.following, EventAction::Return)? {
        let status = rules::next(before.status, EventAction::Return)?;
        let after = EventRow { status, status_reason: status_reason.clone(), ..before.clone() };
        write::save(cx, &before, after, "return")?;
    }
    let event = store::find_row(cx, id)?;
    tell_units(cx, &event, Kind::EventReturned)
}

/// Records that it was held, and how many came. The safety plan is asked for here, too: whatever happened since the
/// approval, a crowd without a plan is not waved through.
///
/// # Errors
/// 404, 409 before it began or without a safety plan, 412, 422.
pub fn hold(cx: &mut Cx<'_, Events, Update>, id: &Id, if_match: IfMatch, input: &EventHeld) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let status = rules::next(before.status, EventAction::Hold)?;
    if before.starts_at > cx.now() {
        return Err(Error::conflict(NOT_YET));
    }
    let mut checks = Checks::new();
    let actual_children = Some(checks.range("actual_children", input.actual_children, 0, 100_000));
    let actual_adults = Some(checks.range("actual_adults", input.actual_adults, 0, 100_000));
    checks.finish()?;
    let terms = store::terms(cx, &before.ward_id)?;
    safety::store::check(cx, &before, &terms)?;
    write::save(cx, &before, EventRow { status, actual_children, actual_adults, ..before.clone() }, "hold")
}

/// Takes the event's report.
///
/// # Errors
/// 404, 409, 412, 422.
pub fn report(cx: &mut Cx<'_, Events, Update>, id: &Id, if_match: IfMatch, input: &EventReport) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let status = rules::next(before.status, EventAction::Report)?;
    let mut checks = Checks::new();
    let outcome = Json::new(fields::outcome(&mut checks, &input.outcome));
    let budget = if input.budget.is_empty() {
        before.budget.clone()
    } else {
        Json::new(fields::budget(&mut checks, &input.budget))
    };
    checks.finish()?;
    attachments::give(cx, &input.attachment_ids, OwnerKind::Event, id, "attachment_ids")?;
    write::save(cx, &before, EventRow { status, outcome, budget, ..before.clone() }, "report")
}

/// Cancels, with a reason that everybody concerned is told of.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn cancel(cx: &mut Cx<'_, Events, Update>, id: &Id, if_match: IfMatch, input: &EventReason) -> Result<()> {
    let status_reason = reason(&input.reason)?;
    let first = open(cx, id, if_match)?;
    let was_known = first.status != EventStatus::Draft;
    for before in with_following(cx, first, input.following, EventAction::Cancel)? {
        let status = rules::next(before.status, EventAction::Cancel)?;
        let after = EventRow { status, status_reason: status_reason.clone(), ..before.clone() };
        write::save(cx, &before, after, "cancel")?;
    }
    if !was_known {
        return Ok(());
    }
    let event = store::find_row(cx, id)?;
    tell_units(cx, &event, Kind::EventCancelled)
}

fn reason(text: &str) -> Result<String> {
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", text, 2000);
    checks.finish()?;
    Ok(reason)
}

pub(super) fn open<A: Writes>(cx: &mut Cx<'_, Events, A>, id: &Id, if_match: IfMatch) -> Result<EventRow> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    Ok(before)
}

/// The event, and where asked for the later sessions of its series that can take the same step.
fn with_following<A: Writes>(
    cx: &mut Cx<'_, Events, A>,
    first: EventRow,
    following: bool,
    action: EventAction,
) -> Result<Vec<EventRow>> {
    let Some(series) = first.series_id.clone().filter(|_| following) else { return Ok(vec![first]) };
    let later: Vec<EventRow> = events::table
        .filter(store::visible(cx.scope()))
        .filter(events::series_id.eq(series))
        .filter(events::starts_at.gt(first.starts_at))
        .order((events::starts_at, events::id))
        .select(EventRow::as_select())
        .load(cx.conn())?;
    let can = later.into_iter().filter(|row| rules::next(row.status, action).is_ok());
    Ok(std::iter::once(first).chain(can).collect())
}

/// Tells the leader, who decides.
pub(super) fn tell_leader<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow, kind: Kind) -> Result<()> {
    notifications::send_to_roles(cx, &event.ward_id, &[Role::Leader], kind, &event.id)
}

/// Tells the units of an event.
fn tell_units<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow, kind: Kind) -> Result<()> {
    let joining = store::joining(cx, std::slice::from_ref(&event.id))?.remove(&event.id).unwrap_or_default();
    tell(cx, event, &joining, kind)
}

/// Tells everybody concerned: the lead, those who take part, whoever made it, its neighborhood, and the police where
/// they guard it.
pub(super) fn tell<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow, joining: &[Id], kind: Kind) -> Result<()> {
    let mut units: Vec<Id> = joining.to_vec();
    units.push(event.lead_unit_id.clone());
    units.extend(event.created_unit_id.iter().chain(&event.neighborhood_id).cloned());
    units.sort();
    units.dedup();
    notifications::send_to_units(cx, &units, kind, &event.id)?;
    if event.safety_plan_required && matches!(kind, Kind::EventMoved | Kind::EventCancelled) {
        notifications::send_to_roles(cx, &event.ward_id, &[Role::Police], kind, &event.id)?;
    }
    Ok(())
}
