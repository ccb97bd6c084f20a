//! What may happen to an obstacle. Pure.

use chrono::NaiveDate;

use super::model::{EscalationLevel, ObstacleAction, ObstacleRow, ObstacleStatus};
use crate::access::{Action, Caller, Resource, ScopeKind};
use crate::calendar::ward_today;
use crate::db::types::Instant;
use crate::error::{Error, Result};

/// Where an action takes an obstacle; 409 with what is possible now when it does not.
///
/// # Errors
/// 409.
pub fn next(row: &ObstacleRow, action: ObstacleAction) -> Result<ObstacleStatus> {
    match (row.status, action) {
        (ObstacleStatus::Open | ObstacleStatus::Escalated, ObstacleAction::Answer) => Ok(ObstacleStatus::Answered),
        (ObstacleStatus::Open | ObstacleStatus::Escalated, ObstacleAction::Escalate) => Ok(ObstacleStatus::Escalated),
        (ObstacleStatus::Answered, ObstacleAction::Close) => Ok(ObstacleStatus::Closed),
        (ObstacleStatus::Open, ObstacleAction::Edit) => Ok(ObstacleStatus::Open),
        _ => Err(Error::wrong_state(&possible(row.status))),
    }
}

fn possible(status: ObstacleStatus) -> Vec<ObstacleAction> {
    use ObstacleAction::{Answer, Close, Edit, Escalate};
    match status {
        ObstacleStatus::Open => vec![Answer, Escalate, Edit],
        ObstacleStatus::Escalated => vec![Answer, Escalate],
        ObstacleStatus::Answered => vec![Close],
        ObstacleStatus::Closed => Vec::new(),
    }
}

/// Passing up goes one way: from the officer to the leader, from either to the upper level.
///
/// # Errors
/// 409 when it is there already.
pub fn check_escalation(row: &ObstacleRow, to: EscalationLevel) -> Result<()> {
    next(row, ObstacleAction::Escalate)?;
    match (row.escalated_to, to) {
        (Some(EscalationLevel::Superior), _) | (Some(EscalationLevel::Leader), EscalationLevel::Leader) => {
            Err(Error::wrong_state(&[ObstacleAction::Answer]))
        }
        _ => Ok(()),
    }
}

/// Whether the answer is late, or was.
pub fn is_late(row: &ObstacleRow, today: NaiveDate) -> bool {
    let counted = row.answered_at.map_or(today, |at: Instant| ward_today(at.utc()));
    counted > row.answer_due_on
}

/// What the caller may do with it now.
pub fn allowed_actions(caller: &Caller, row: &ObstacleRow) -> Vec<ObstacleAction> {
    let grant = caller.grant(Resource::Obstacles, Action::Update);
    let (may_update, is_above) = (grant.is_some(), grant == Some(ScopeKind::Below));
    // Who asked may mend the question, as far as the role makes questions at all.
    let is_asker = !caller.is_machine() && caller.unit() == Some(&row.unit_id);
    let may = |action: &ObstacleAction| match action {
        ObstacleAction::Edit => is_asker || may_update && !is_above,
        ObstacleAction::Escalate => may_update && !is_above && row.escalated_to != Some(EscalationLevel::Superior),
        ObstacleAction::Answer | ObstacleAction::Close => may_update,
    };
    possible(row.status).into_iter().filter(may).collect()
}
