//! The states of a report: submit, approve, return, send, acknowledge, revise.

use super::bodies::{ReportMove, ReportReason, ReportSending};
use super::model::{CheckSeverity, ReportAction, ReportRow, ReportStatus};
use super::rules::{self, Side};
use super::{content, freeze, store, write};
use crate::access::subject::Reports;
use crate::access::{Approve, Cx, Publish, Role, Update, Writes};
use crate::db::schema::{report_revisions, wards};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::http::IfMatch;
use crate::input::Checks;

const NOTE_MAX: usize = 2000;

fn open<A: Writes>(
    cx: &mut Cx<'_, Reports, A>,
    id: &Id,
    if_match: IfMatch,
    action: ReportAction,
) -> Result<(ReportRow, ReportStatus)> {
    let before = store::find_to_write(cx, id)?;
    rules::check_may(&store::side(cx), &before, action)?;
    if_match.check_version_if_given(before.version, || content::find(cx, id))?;
    let status = rules::next(&before, action)?;
    Ok((before, status))
}

fn note(text: &str) -> Result<String> {
    let mut checks = Checks::new();
    let note = checks.lines("note", text, NOTE_MAX);
    checks.finish().map(|()| note)
}

fn reason(input: &ReportReason) -> Result<String> {
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, NOTE_MAX);
    checks.finish().map(|()| reason)
}

/// Hands a report in: its words and numbers are frozen with the rows they came from.
///
/// # Errors
/// 403, 404, 409 in another state or while something in it is wrong, 412.
pub fn submit(cx: &mut Cx<'_, Reports, Update>, id: &Id, if_match: IfMatch, input: &ReportMove) -> Result<()> {
    let note = note(&input.note)?;
    let (before, status) = open(cx, id, if_match, ReportAction::Submit)?;
    let (content, rows) = content::live(cx, &before)?;
    let mistakes: Vec<_> = content.checks.iter().filter(|check| check.severity == CheckSeverity::Error).collect();
    if !mistakes.is_empty() {
        return Err(Error::conflict(rules::NOT_READY).extra("checks", mistakes));
    }
    let revision = freeze::freeze(cx, &before, &content, &rows, &before.reason)?;
    let after = ReportRow {
        status,
        revision,
        reason: String::new(),
        submitted_by_id: cx.caller().person().cloned(),
        submitted_at: Some(cx.now()),
        approved_by_id: None,
        approved_for_id: None,
        approved_at: None,
        ..before.clone()
    };
    write::save(cx, &before, after, "submit")?;
    write::step(cx, id, revision, ReportAction::Submit, &note)?;
    let reader = if before.kind.is_wards() { Role::Leader } else { Role::SocialOfficer };
    notifications::send_to_roles(cx, &before.ward_id, &[reader], Kind::ReportSubmitted, id)
}

/// The leader approves what somebody else submitted.
///
/// # Errors
/// 403, 404, 409, 412.
pub fn approve(cx: &mut Cx<'_, Reports, Approve>, id: &Id, if_match: IfMatch, input: &ReportMove) -> Result<()> {
    let note = note(&input.note)?;
    let (before, status) = open(cx, id, if_match, ReportAction::Approve)?;
    let me = cx.caller().person().cloned();
    if before.submitted_by_id.is_some() && before.submitted_by_id == me {
        return Err(Error::conflict(rules::OWN_SUBMISSION));
    }
    let after = ReportRow {
        status,
        approved_by_id: me,
        approved_for_id: cx.caller().acting_for().cloned(),
        approved_at: Some(cx.now()),
        ..before.clone()
    };
    write::save(cx, &before, after, "approve")?;
    write::step(cx, id, before.revision, ReportAction::Approve, &note)?;
    notifications::send_to_roles(cx, &before.ward_id, &[Role::SocialOfficer], Kind::ReportApproved, id)
}

/// Sends a report back with the reason: the officer a unit's, the leader the ward's, the upper level what it was sent.
///
/// # Errors
/// 403, 404, 409, 412, 422 without a reason.
pub fn give_back(cx: &mut Cx<'_, Reports, Publish>, id: &Id, if_match: IfMatch, input: &ReportReason) -> Result<()> {
    let reason = reason(input)?;
    let side = store::side(cx);
    let before = store::find_to_write(cx, id)?;
    rules::check_may(&side, &before, ReportAction::Return)?;
    if_match.check_version_if_given(before.version, || content::find(cx, id))?;
    let after = match side {
        Side::Above => {
            if before.sent_status != Some(ReportStatus::Sent) {
                return Err(Error::wrong_state::<ReportAction>(&[]));
            }
            // The ward may be writing the next revision already: then it goes on with that.
            let status = if before.status == ReportStatus::Sent { ReportStatus::Returned } else { before.status };
            ReportRow { status, sent_status: Some(ReportStatus::Returned), reason: reason.clone(), ..before.clone() }
        }
        _ => {
            let status = rules::next(&before, ReportAction::Return)?;
            ReportRow { status, reason: reason.clone(), ..before.clone() }
        }
    };
    let revision = after.revision;
    write::save(cx, &before, after, "return")?;
    write::step(cx, id, revision, ReportAction::Return, &reason)?;
    match &before.unit_id {
        Some(unit) => notifications::send_to_units(cx, std::slice::from_ref(unit), Kind::ReportReturned, id),
        None => notifications::send_to_roles(
            cx,
            &before.ward_id,
            &[Role::SocialOfficer, Role::Leader],
            Kind::ReportReturned,
            id,
        ),
    }
}

/// Sends an approved report up; the clerk's number and day may come with it.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn send(cx: &mut Cx<'_, Reports, Update>, id: &Id, if_match: IfMatch, input: &ReportSending) -> Result<()> {
    use diesel::prelude::*;
    let mut checks = Checks::new();
    if let Some(number) = input.number {
        checks.range("number", number, 1, 99_999);
    }
    if let Some(day) = input.issued_on {
        checks.day("issued_on", day);
    }
    checks.finish()?;
    let (before, status) = open(cx, id, if_match, ReportAction::Send)?;
    let mut head = before.head.clone().into_inner();
    head.number = input.number.or(head.number);
    let issued_on = input.issued_on.or(head.issued_on).unwrap_or_else(|| cx.today());
    // What goes up cannot be taken back, so a slip in the year is caught here.
    if issued_on > cx.today() {
        return Err(Error::field("issued_on", rules::SIGNED_LATER));
    }
    if issued_on < before.period_from {
        return Err(Error::field("issued_on", rules::SIGNED_EARLIER));
    }
    head.issued_on = Some(issued_on);
    let after = ReportRow {
        status,
        head: Json::new(head.clone()),
        sent_revision: Some(before.revision),
        sent_status: Some(ReportStatus::Sent),
        sent_title: Some(before.title.clone()),
        sent_at: Some(cx.now()),
        acknowledged_at: None,
        ..before.clone()
    };
    write::save(cx, &before, after, "send")?;
    // The upper level keeps what it was sent, whatever is written for the next revision.
    diesel::update(report_revisions::table.find((id, before.revision)))
        .set(report_revisions::head.eq(Json::new(head)))
        .execute(cx.conn())?;
    write::step(cx, id, before.revision, ReportAction::Send, "")?;
    tell_above(cx, &before.ward_id, Kind::ReportSent, id)
}

/// The upper level takes note of what it was sent.
///
/// # Errors
/// 403, 404, 409, 412.
pub fn acknowledge(cx: &mut Cx<'_, Reports, Approve>, id: &Id, if_match: IfMatch, input: &ReportMove) -> Result<()> {
    let note = note(&input.note)?;
    let (before, _) = open(cx, id, if_match, ReportAction::Acknowledge)?;
    let is_same = before.status == ReportStatus::Sent;
    let after = ReportRow {
        status: if is_same { ReportStatus::Acknowledged } else { before.status },
        sent_status: Some(ReportStatus::Acknowledged),
        acknowledged_at: Some(cx.now()),
        ..before.clone()
    };
    let revision = before.sent_revision.unwrap_or(before.revision);
    write::save(cx, &before, after, "acknowledge")?;
    write::step(cx, id, revision, ReportAction::Acknowledge, &note)?;
    let ward = [Role::SocialOfficer, Role::Leader];
    notifications::send_to_roles(cx, &before.ward_id, &ward, Kind::ReportAcknowledged, id)
}

/// Begins the next revision of a report, or takes back one that waits. What was sent stays with the upper level.
///
/// # Errors
/// 403, 404, 409, 412, 422 without a reason.
pub fn revise(cx: &mut Cx<'_, Reports, Update>, id: &Id, if_match: IfMatch, input: &ReportReason) -> Result<()> {
    let reason = reason(input)?;
    let (before, status) = open(cx, id, if_match, ReportAction::Revise)?;
    let after = ReportRow { status, reason: reason.clone(), ..before.clone() };
    write::save(cx, &before, after, "revise")?;
    write::step(cx, id, before.revision, ReportAction::Revise, &reason)?;
    if matches!(before.status, ReportStatus::Sent | ReportStatus::Acknowledged) {
        tell_above(cx, &before.ward_id, Kind::ReportRevised, id)?;
    }
    Ok(())
}

/// Tells the unit above the ward.
fn tell_above<A: Writes>(cx: &mut Cx<'_, Reports, A>, ward: &Id, kind: Kind, id: &Id) -> Result<()> {
    use diesel::prelude::*;
    let above: Option<Id> = wards::table.find(ward).select(wards::superior_unit_id).first(cx.conn())?;
    match above {
        Some(unit) => notifications::send_to_units(cx, &[unit], kind, id),
        None => Ok(()),
    }
}
