//! Telling people before and after a clock runs out, and of referrals that nobody answers. What is told names nothing:
//! the bell says that something is due.

use super::model::DeadlineRow;
use super::{clocks, deadlines, referrals, store};
use crate::access::subject::Cases;
use crate::access::{Cx, Role, Update};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::notifications::{self, Kind};

/// Tells what has come due since the last run; how many were told.
///
/// # Errors
/// When the database refuses; nothing counts as told then.
pub fn run(cx: &mut Cx<'_, Cases, Update>) -> Result<usize> {
    let Some(ward) = cx.scope().ward().cloned() else { return Ok(0) };
    deadlines::recount(cx, &ward)?;
    let now = cx.now();
    let mut told = 0;
    for clock in deadlines::running(cx, &ward)? {
        let step = clocks::step(&clock, now);
        if step > clock.told_step {
            tell(cx, &clock, step)?;
            deadlines::mark_told(cx, &clock.id, step)?;
            told += 1;
        }
    }
    for (case, sender) in referrals::take_unanswered(cx, &ward)? {
        let mut people = store::people_of(cx, &case)?;
        people.extend(sender);
        people.sort();
        people.dedup();
        notifications::send_to_users(cx, &people, Kind::ReferralUnanswered, &case)?;
        told += 1;
    }
    Ok(told)
}

fn tell(cx: &mut Cx<'_, Cases, Update>, clock: &DeadlineRow, step: i32) -> Result<()> {
    let kind = if step >= 2 { Kind::CaseLate } else { Kind::CaseDue };
    let people: Vec<Id> = store::people_of(cx, &clock.case_id)?;
    notifications::send_to_users(cx, &people, kind, &clock.case_id)?;
    if clocks::concerns_leader(clock.kind, step) {
        notifications::send_to_roles(cx, &clock.ward_id, &[Role::Leader], kind, &clock.case_id)?;
    }
    Ok(())
}
