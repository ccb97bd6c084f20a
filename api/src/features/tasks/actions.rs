//! The named moves of a task: start, submit, accept, return, cancel.

use super::model::{
    PartRow, TaskAcceptance, TaskAction, TaskCancellation, TaskReturn, TaskRow, TaskStart, TaskStatus, TaskSubmission,
};
use super::rules::{self, EVIDENCE_MISSING};
use super::updates::{self, Entry, UpdateKind};
use super::{store, write};
use crate::access::subject::Tasks;
use crate::access::{Approve, Cx, Role, Update, Writes};
use crate::db::types::Id;
use crate::error::{Error, FieldError, Result};
use crate::features::notifications::{self, Kind};
use crate::http::IfMatch;
use crate::input::Checks;

/// A task with its parts, found within the scope, under the version the writer saw.
fn open<A: Writes>(cx: &mut Cx<'_, Tasks, A>, id: &Id, if_match: IfMatch) -> Result<(TaskRow, Vec<PartRow>)> {
    let task = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(task.version, || store::find(cx, id))?;
    Ok((task, store::parts_of(cx, id)?))
}

/// A unit begins its part.
///
/// # Errors
/// 404, 409, 412.
pub fn start(cx: &mut Cx<'_, Tasks, Update>, id: &Id, if_match: IfMatch, input: &TaskStart) -> Result<()> {
    let (before, mut parts) = open(cx, id, if_match)?;
    refuse_when_cancelled(&before)?;
    let unit = rules::acting_unit(cx.actor(), &parts, input.unit_id.as_ref())?;
    let part = part_of(&mut parts, &unit)?;
    part.status = rules::next(part.status, TaskAction::Start)?;
    part.reported_at = Some(cx.now());
    let progress = part.progress;
    updates::add(
        cx,
        id,
        &Entry {
            status: Some(TaskStatus::InProgress),
            progress: Some(progress),
            ..Entry::of(UpdateKind::State, &unit)
        },
    )?;
    write::save_as(cx, &before, before.clone(), &parts, "start")
}

/// A unit hands its part in; the officers are told.
///
/// # Errors
/// 404, 409, 412; 422 without the evidence that the task asks for.
pub fn submit(cx: &mut Cx<'_, Tasks, Update>, id: &Id, if_match: IfMatch, input: &TaskSubmission) -> Result<()> {
    let (before, mut parts) = open(cx, id, if_match)?;
    refuse_when_cancelled(&before)?;
    let mut checks = Checks::new();
    let note = checks.lines("note", input.note.as_deref().unwrap_or(""), write::TEXT_MAX);
    let progress = checks.range("progress", input.progress.unwrap_or(100), 0, 100);
    if let Some(actual) = input.actual {
        checks.range("actual", actual, 0, 1_000_000_000_000);
    }
    checks.finish()?;
    let unit = rules::acting_unit(cx.actor(), &parts, input.unit_id.as_ref())?;
    let part = part_of(&mut parts, &unit)?;
    part.status = rules::next(part.status, TaskAction::Submit)?;
    part.progress = progress;
    part.actual = input.actual.or(part.actual);
    part.reported_at = Some(cx.now());
    let entry = Entry {
        status: Some(TaskStatus::Submitted),
        progress: Some(progress),
        actual: part.actual,
        note: &note,
        attachments: &input.attachment_ids,
        ..Entry::of(UpdateKind::State, &unit)
    };
    updates::add(cx, id, &entry)?;
    let count = updates::evidence_of_unit(cx, id, &unit)?;
    if count < i64::from(before.evidence_required) {
        let values = vec![("required", before.evidence_required.to_string()), ("count", count.to_string())];
        let error = FieldError { field: "attachment_ids".into(), message: EVIDENCE_MISSING, values };
        return Err(Error::fields(vec![error]));
    }
    write::save_as(cx, &before, before.clone(), &parts, "submit")?;
    // Joining units report to the lead; the whole, and each unit's own task, to those who accept it.
    if before.each_unit || unit == before.lead_unit_id {
        notifications::send_to_roles(cx, &before.ward_id, &[Role::SocialOfficer], Kind::TaskSubmitted, id)
    } else {
        notifications::send_to_units(cx, std::slice::from_ref(&before.lead_unit_id), Kind::TaskSubmitted, id)
    }
}

/// The officer or the leader takes the work as done.
///
/// # Errors
/// 404, 409 (also for the work of one's own unit), 412.
pub fn accept(cx: &mut Cx<'_, Tasks, Approve>, id: &Id, if_match: IfMatch, input: &TaskAcceptance) -> Result<()> {
    let mut checks = Checks::new();
    let note = checks.lines("note", input.note.as_deref().unwrap_or(""), write::TEXT_MAX);
    checks.finish()?;
    review(cx, id, if_match, input.unit_id.as_ref(), TaskAction::Accept, &note)
}

/// The officer or the leader gives the work back with a reason.
///
/// # Errors
/// 404, 409, 412; 422 without a reason.
pub fn give_back(cx: &mut Cx<'_, Tasks, Approve>, id: &Id, if_match: IfMatch, input: &TaskReturn) -> Result<()> {
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 2000);
    checks.finish()?;
    review(cx, id, if_match, input.unit_id.as_ref(), TaskAction::Return, &reason)
}

fn review(
    cx: &mut Cx<'_, Tasks, Approve>,
    id: &Id,
    if_match: IfMatch,
    named: Option<&Id>,
    action: TaskAction,
    note: &str,
) -> Result<()> {
    let (before, mut parts) = open(cx, id, if_match)?;
    refuse_when_cancelled(&before)?;
    let units = rules::parts_to_review(cx.actor(), &before, &parts, named, action)?;
    let (status, kind) = match action {
        TaskAction::Accept => (TaskStatus::Accepted, Kind::TaskAccepted),
        _ => (TaskStatus::Returned, Kind::TaskReturned),
    };
    for unit in &units {
        part_of(&mut parts, unit)?.status = status;
        updates::add(cx, id, &Entry { status: Some(status), note, ..Entry::of(UpdateKind::State, unit) })?;
    }
    let mut row = before.clone();
    row.status_reason = if status == TaskStatus::Returned { note.to_owned() } else { String::new() };
    write::save_as(cx, &before, row, &parts, action.as_str())?;
    notifications::send_to_units(cx, &units, kind, id)
}

/// The officer or the leader calls a task off, with a reason.
///
/// # Errors
/// 404, 409, 412; 422 without a reason.
pub fn cancel(cx: &mut Cx<'_, Tasks, Approve>, id: &Id, if_match: IfMatch, input: &TaskCancellation) -> Result<()> {
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 2000);
    checks.finish()?;
    let (before, parts) = open(cx, id, if_match)?;
    let status = rules::next(before.status, TaskAction::Cancel)?;
    let row = TaskRow { status, status_reason: reason.clone(), ..before.clone() };
    let unit = cx.actor().unit_id.clone();
    updates::add(cx, id, &Entry { status: Some(status), note: &reason, ..Entry::of(UpdateKind::State, &unit) })?;
    write::save_as(cx, &before, row, &parts, "cancel")?;
    if before.is_published {
        let units: Vec<Id> = parts.iter().map(|part| part.unit_id.clone()).collect();
        notifications::send_to_units(cx, &units, Kind::TaskCancelled, id)?;
    }
    Ok(())
}

pub(super) fn refuse_when_cancelled(task: &TaskRow) -> Result<()> {
    if task.status == TaskStatus::Cancelled { Err(Error::wrong_state(&rules::possible(task.status))) } else { Ok(()) }
}

pub(super) fn part_of<'a>(parts: &'a mut [PartRow], unit: &Id) -> Result<&'a mut PartRow> {
    parts.iter_mut().find(|part| part.unit_id == *unit).ok_or_else(Error::not_found)
}
