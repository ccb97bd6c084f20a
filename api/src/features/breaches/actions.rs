//! What is done about a violation: assess, notify, measures, tell the people, close, open again.

use diesel::prelude::*;

use super::content::{self, Content};
use super::model::{
    BreachAction, BreachAssessment, BreachClosing, BreachHarm, BreachNotice, BreachReopening, BreachRow, BreachStatus,
    BreachTelling, MeasureRow, NewBreachMeasure,
};
use super::rules::{self, BEFORE_DISCOVERY, LATE_REASON, LEADER_DECIDES};
use super::store;
use super::write::{check_moment, save};
use crate::access::subject::Breaches;
use crate::access::{Approve, Cx, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::breach_measures;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::wards;
use crate::http::IfMatch;
use crate::input::Checks;

fn begin<A: Writes>(
    cx: &mut Cx<'_, Breaches, A>,
    id: &Id,
    if_match: IfMatch,
    action: BreachAction,
) -> Result<(BreachRow, Content)> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    rules::check(&before, action)?;
    let content = content::open(&cx.services().vault, &before)?;
    Ok((before, content))
}

fn seal<A: Writes>(cx: &Cx<'_, Breaches, A>, row: &BreachRow, content: &Content) -> Result<String> {
    content::seal(&cx.services().vault, &row.id, content)
}

/// Decides whether people may come to harm. That nothing will stops the clock, so the leader alone says it; whoever
/// changes their mind lets it run again from where it began.
///
/// # Errors
/// 403 for others than the leader, 404, 409, 412, 422.
pub fn assess(cx: &mut Cx<'_, Breaches, Update>, id: &Id, if_match: IfMatch, input: &BreachAssessment) -> Result<()> {
    let (before, said) = begin(cx, id, if_match, BreachAction::Assess)?;
    if input.harm == BreachHarm::NoneLikely && !rules::decides(cx.actor().role) {
        return Err(Error::forbidden(LEADER_DECIDES));
    }
    let mut checks = Checks::new();
    let harm_reason = checks.required_lines("reason", &input.reason, 8000);
    checks.finish()?;
    let now = cx.now();
    let after = BreachRow {
        content: seal(cx, &before, &Content { harm_reason, ..said })?,
        status: BreachStatus::Assessed,
        harm: Some(input.harm),
        assessed_by_id: cx.actor().person().cloned(),
        assessed_at: Some(now),
        clock_stopped_at: (input.harm == BreachHarm::NoneLikely).then_some(now),
        ..before.clone()
    };
    save(cx, &before, after)?;
    audit::record(cx, "assess", id, Changes::none().field("harm", before.harm, input.harm))
}

/// A moment between the discovery and now.
fn check_after(checks: &mut Checks, field: &str, at: Instant, row: &BreachRow, now: Instant) -> Instant {
    let at = check_moment(checks, field, at, now);
    if at < row.discovered_at {
        checks.fail(field, BEFORE_DISCOVERY);
    }
    at
}

/// Writes down that the authority was told; late only with the reason (Law 91/2025/QH15, art. 23).
///
/// # Errors
/// 404, 409, 412, 422.
pub fn notify(cx: &mut Cx<'_, Breaches, Update>, id: &Id, if_match: IfMatch, input: &BreachNotice) -> Result<()> {
    let (before, said) = begin(cx, id, if_match, BreachAction::Notify)?;
    let now = cx.now();
    let mut checks = Checks::new();
    let notified_at = check_after(&mut checks, "notified_at", input.notified_at, &before, now);
    let notice_number = checks.line("number", &input.number, 60);
    let authority = checks.optional_line("authority", input.authority.as_deref(), 200);
    let late_reason = checks.lines("late_reason", &input.late_reason, 4000);
    let is_late = notified_at > before.due_at;
    if is_late && late_reason.is_empty() {
        checks.fail("late_reason", LATE_REASON);
    }
    checks.finish()?;
    let authority = match authority {
        Some(authority) => authority,
        None => wards::settings(cx, &before.ward_id)?.breaches.authority,
    };
    let late_reason = if is_late { late_reason } else { String::new() };
    let said = Content { notice_number, authority, late_reason, ..said };
    let after = BreachRow {
        content: seal(cx, &before, &said)?,
        status: BreachStatus::Notified,
        notified_by_id: cx.actor().person().cloned(),
        notified_at: Some(notified_at),
        clock_stopped_at: Some(notified_at),
        ..before.clone()
    };
    save(cx, &before, after)?;
    let changes = Changes::none().field("notified_at", before.notified_at, notified_at).field("late", (), is_late);
    audit::record(cx, "notify", id, changes)
}

/// Adds what was done about it.
///
/// # Errors
/// 404, 409, 412, 422.
pub fn add_measure(
    cx: &mut Cx<'_, Breaches, Update>,
    id: &Id,
    if_match: IfMatch,
    input: &NewBreachMeasure,
) -> Result<()> {
    let (before, _) = begin(cx, id, if_match, BreachAction::AddMeasure)?;
    let now = cx.now();
    let mut checks = Checks::new();
    let text = checks.required_lines("text", &input.text, 4000);
    let done_at = check_moment(&mut checks, "done_at", input.done_at.unwrap_or(now), now);
    checks.finish()?;
    let measure = cx.new_id();
    let row = MeasureRow {
        content: content::seal_measure(&cx.services().vault, &measure, &text)?,
        id: measure,
        breach_id: id.clone(),
        done_at,
        recorded_by_id: cx.actor().person().cloned(),
        created_at: now,
    };
    diesel::insert_into(breach_measures::table).values(&row).execute(cx.conn())?;
    save(cx, &before, before.clone())?;
    audit::record(cx, "add_measure", id, Changes::none())
}

/// Writes down that the people concerned were told.
///
/// # Errors
/// 404, 409, 412, 422.
pub fn tell_people(cx: &mut Cx<'_, Breaches, Update>, id: &Id, if_match: IfMatch, input: &BreachTelling) -> Result<()> {
    let (before, said) = begin(cx, id, if_match, BreachAction::TellPeople)?;
    let mut checks = Checks::new();
    let told_at = check_after(&mut checks, "told_at", input.told_at, &before, cx.now());
    let people_told = checks.required_lines("how", &input.how, 4000);
    checks.finish()?;
    let after = BreachRow {
        content: seal(cx, &before, &Content { people_told, ..said })?,
        people_told_by_id: cx.actor().person().cloned(),
        people_told_at: Some(told_at),
        ..before.clone()
    };
    save(cx, &before, after)?;
    audit::record(cx, "tell_people", id, Changes::none().field("people_told_at", before.people_told_at, told_at))
}

/// Closes what was found harmless, or was told to the authority.
///
/// # Errors
/// 404, 409, 412, 422 without a summary.
pub fn close(cx: &mut Cx<'_, Breaches, Approve>, id: &Id, if_match: IfMatch, input: &BreachClosing) -> Result<()> {
    let (before, said) = begin(cx, id, if_match, BreachAction::Close)?;
    let mut checks = Checks::new();
    let summary = checks.required_lines("summary", &input.summary, 8000);
    checks.finish()?;
    let after = BreachRow {
        content: seal(cx, &before, &Content { summary, ..said })?,
        status: BreachStatus::Closed,
        closed_by_id: cx.actor().person().cloned(),
        closed_at: Some(cx.now()),
        ..before.clone()
    };
    save(cx, &before, after)?;
    audit::record(cx, "close", id, Changes::none().field("status", before.status, BreachStatus::Closed))
}

/// Opens a closed one again, where more has come to light.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn reopen(cx: &mut Cx<'_, Breaches, Approve>, id: &Id, if_match: IfMatch, input: &BreachReopening) -> Result<()> {
    let (before, said) = begin(cx, id, if_match, BreachAction::Reopen)?;
    let mut checks = Checks::new();
    let reopen_reason = checks.required_lines("reason", &input.reason, 4000);
    checks.finish()?;
    let status = rules::reopened(&before);
    let after = BreachRow {
        content: seal(cx, &before, &Content { reopen_reason, ..said })?,
        status,
        closed_by_id: None,
        closed_at: None,
        ..before.clone()
    };
    save(cx, &before, after)?;
    audit::record(cx, "reopen", id, Changes::none().field("status", before.status, status))
}
