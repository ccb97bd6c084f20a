//! The police's decisions on a safety plan: approve, return.

use super::bodies::{SafetyDecision, SafetyReturn};
use super::model::{SafetyAction, SafetyPlanRow, SafetyStatus};
use super::reading::{self, Planned};
use super::{rules, write};
use crate::access::subject::SafetyPlans;
use crate::access::{Approve, Cx};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::events::model::EventRow;
use crate::features::notifications::{self, Kind};
use crate::http::IfMatch;
use crate::input::Checks;

/// Approves a plan for its event as it stands: of a series for the largest of its sessions and all their dangers.
///
/// # Errors
/// 404, 409, 412, 422 naming each required point that is not ready.
pub fn approve(
    cx: &mut Cx<'_, SafetyPlans, Approve>,
    id: &Id,
    if_match: IfMatch,
    input: &SafetyDecision,
) -> Result<()> {
    let Planned { event, sessions, terms, plan } = write::open(cx, id)?;
    let before = check(cx, id, if_match, plan, SafetyAction::Approve)?;
    let mut checks = Checks::new();
    let decision_number = checks.line("decision_number", &input.decision_number, 60);
    checks.day("decision_date", input.decision_date);
    if input.decision_date > cx.today() {
        checks.fail("decision_date", rules::IN_FUTURE);
    }
    let situation = rules::situation(&sessions, &terms);
    rules::check_ready(&mut checks, &situation, &before.items, &before.risks, &before.officers);
    checks.finish()?;
    let after = SafetyPlanRow {
        status: SafetyStatus::Approved,
        decision_number,
        decision_date: Some(input.decision_date),
        covers: Json::new(rules::covered(&sessions, &terms)),
        return_reason: String::new(),
        ..decided(cx, &before)
    };
    write::save(cx, id, &before, after, "approve")?;
    tell(cx, &event, &before, Kind::SafetyPlanApproved)
}

/// Gives a plan back with a reason.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn give_back(
    cx: &mut Cx<'_, SafetyPlans, Approve>,
    id: &Id,
    if_match: IfMatch,
    input: &SafetyReturn,
) -> Result<()> {
    let Planned { event, plan, .. } = write::open(cx, id)?;
    let before = check(cx, id, if_match, plan, SafetyAction::Return)?;
    let mut checks = Checks::new();
    let return_reason = checks.required_lines("reason", &input.reason, 2000);
    checks.finish()?;
    let after = SafetyPlanRow { status: SafetyStatus::Returned, return_reason, ..decided(cx, &before) };
    write::save(cx, id, &before, after, "return")?;
    tell(cx, &event, &before, Kind::SafetyPlanReturned)
}

fn check(
    cx: &mut Cx<'_, SafetyPlans, Approve>,
    id: &Id,
    if_match: IfMatch,
    plan: Option<SafetyPlanRow>,
    action: SafetyAction,
) -> Result<SafetyPlanRow> {
    let before = plan.ok_or_else(Error::not_found)?;
    if_match.check_version_if_given(before.version, || reading::find(cx, id))?;
    rules::check_possible(Some(before.status), action)?;
    Ok(before)
}

fn decided(cx: &Cx<'_, SafetyPlans, Approve>, before: &SafetyPlanRow) -> SafetyPlanRow {
    SafetyPlanRow { decided_by_id: cx.actor().person().cloned(), decided_at: Some(cx.now()), ..before.clone() }
}

/// Tells the lead unit, whoever drafted the plan and whoever made the event.
fn tell(cx: &mut Cx<'_, SafetyPlans, Approve>, event: &EventRow, plan: &SafetyPlanRow, kind: Kind) -> Result<()> {
    let people: Vec<Id> = plan.drafted_by_id.iter().chain(&event.created_by_id).cloned().collect();
    notifications::send_to_unit_and_users(cx, &event.lead_unit_id, &people, kind, &event.id)
}
