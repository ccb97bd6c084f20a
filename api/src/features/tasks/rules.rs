//! What may happen to a task: states, parts, who may do what next. Pure.

use chrono::NaiveDate;

use super::model::{PartRow, TaskAction, TaskRow, TaskStatus};
use crate::access::{Action, Actor, Resource, Role, ScopeKind, matrix};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};

pub const SELF_APPROVAL: Message = Message::new(
    "self_approval",
    "Không tự nghiệm thu việc của đơn vị mình: lãnh đạo phường duyệt việc này.",
    "Nobody accepts the work of their own unit: the ward's leader decides on this one.",
);
pub const EVIDENCE_MISSING: Message = Message::new(
    "evidence_missing",
    "Việc này cần {required} tệp minh chứng; hiện mới có {count}. Hãy gửi thêm ảnh hoặc văn bản rồi trình.",
    "This task needs {required} files as evidence; there are {count}. Add photos or documents, then submit.",
);
pub const NOT_YOUR_FIELD: Message = Message::new(
    "field_not_yours",
    "Đơn vị chỉ sửa tiến độ và kết quả của mình; mục này do công chức chính sách xã hội sửa.",
    "A unit changes its own progress and result; this field is the social officer's.",
);
pub const NOT_TAKING_PART: Message =
    Message::new("not_taking_part", "Đơn vị này không tham gia nhiệm vụ.", "This unit does not take part in the task.");
pub const NEEDS_JOINING: Message = Message::new(
    "needs_joining_units",
    "Việc giao cho từng đơn vị cần ít nhất một đơn vị thực hiện.",
    "A task for each unit needs at least one unit to do it.",
);
pub const LEAD_JOINS: Message = Message::new(
    "lead_joins",
    "Đơn vị chủ trì không đồng thời là đơn vị phối hợp.",
    "The lead unit cannot be a joining unit too.",
);

impl TaskStatus {
    /// Work still to be done by the unit.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Assigned | Self::InProgress | Self::Returned)
    }

    /// Nothing more will happen.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Accepted | Self::Cancelled)
    }
}

/// Where an action takes a part; 409 with what is possible now when it does not.
pub fn next(status: TaskStatus, action: TaskAction) -> Result<TaskStatus> {
    match (status, action) {
        (TaskStatus::Assigned | TaskStatus::Returned, TaskAction::Start) => Ok(TaskStatus::InProgress),
        // A report of progress begins the work by itself: one tap less on the phone.
        (TaskStatus::Assigned | TaskStatus::Returned | TaskStatus::InProgress, TaskAction::Update) => {
            Ok(TaskStatus::InProgress)
        }
        (TaskStatus::InProgress, TaskAction::Submit) => Ok(TaskStatus::Submitted),
        (TaskStatus::Submitted, TaskAction::Accept) => Ok(TaskStatus::Accepted),
        (TaskStatus::Submitted, TaskAction::Return) => Ok(TaskStatus::Returned),
        (status, TaskAction::Cancel) if !status.is_final() => Ok(TaskStatus::Cancelled),
        _ => Err(Error::wrong_state(&possible(status))),
    }
}

/// What can happen to a part in this state, whoever does it.
pub fn possible(status: TaskStatus) -> Vec<TaskAction> {
    use TaskAction::{Accept, Cancel, Return, Start, Submit, Update};
    match status {
        TaskStatus::Assigned | TaskStatus::Returned => vec![Start, Update, Cancel],
        TaskStatus::InProgress => vec![Submit, Update, Cancel],
        TaskStatus::Submitted => vec![Accept, Return, Cancel],
        TaskStatus::Accepted | TaskStatus::Cancelled => Vec::new(),
    }
}

/// The parts whose units do the work: all, or without the lead where each unit works on its own.
pub fn doing<'a>(task: &TaskRow, parts: &'a [PartRow]) -> impl Iterator<Item = &'a PartRow> + use<'a> {
    let each_unit = task.each_unit;
    parts.iter().filter(move |part| !(each_unit && part.is_lead))
}

/// Writes into the task what its parts make of it.
pub fn sum_up(task: &mut TaskRow, parts: &[PartRow]) {
    if task.status == TaskStatus::Cancelled {
        return;
    }
    let Some(lead) = parts.iter().find(|part| part.is_lead) else { return };
    if !task.each_unit {
        let joining_began = parts.iter().any(|part| part.status != TaskStatus::Assigned);
        task.status =
            if lead.status == TaskStatus::Assigned && joining_began { TaskStatus::InProgress } else { lead.status };
        (task.progress, task.actual) = (lead.progress, lead.actual);
        return;
    }
    let units: Vec<&PartRow> = doing(task, parts).collect();
    let all = |wanted: &[TaskStatus]| !units.is_empty() && units.iter().all(|part| wanted.contains(&part.status));
    task.status = if all(&[TaskStatus::Accepted]) {
        TaskStatus::Accepted
    } else if all(&[TaskStatus::Submitted, TaskStatus::Accepted]) {
        TaskStatus::Submitted
    } else if all(&[TaskStatus::Returned]) {
        TaskStatus::Returned
    } else if all(&[TaskStatus::Assigned]) {
        TaskStatus::Assigned
    } else {
        TaskStatus::InProgress
    };
    let count = i32::try_from(units.len()).unwrap_or(i32::MAX).max(1);
    task.progress = units.iter().map(|part| part.progress).sum::<i32>() / count;
    let reached: Vec<i64> = units.iter().filter_map(|part| part.actual).collect();
    task.actual = (!reached.is_empty()).then(|| reached.iter().fold(0_i64, |sum, n| sum.saturating_add(*n)));
}

/// Open after its due day.
pub fn is_overdue(status: TaskStatus, due_on: NaiveDate, today: NaiveDate) -> bool {
    status.is_open() && due_on < today
}

/// The unit whose part an action is about: the one named, the actor's own, or for the officer the lead.
///
/// # Errors
/// 422 when the named unit takes no part, 403 when a unit names another.
pub fn acting_unit(actor: &Actor, parts: &[PartRow], named: Option<&Id>) -> Result<Id> {
    let takes_part = |unit: &Id| parts.iter().any(|part| part.unit_id == *unit);
    match named {
        Some(unit) if !takes_part(unit) => Err(Error::field("unit_id", NOT_TAKING_PART)),
        Some(unit) if *unit != actor.unit_id && !is_officer(actor) => Err(Error::forbidden(NOT_YOUR_FIELD)),
        Some(unit) => Ok(unit.clone()),
        None if takes_part(&actor.unit_id) => Ok(actor.unit_id.clone()),
        None => {
            let lead = parts.iter().find(|part| part.is_lead).filter(|_| is_officer(actor));
            lead.map(|part| part.unit_id.clone()).ok_or_else(Error::not_found)
        }
    }
}

/// Whoever may change tasks of the whole ward.
pub fn is_officer(actor: &Actor) -> bool {
    matrix::grant(actor.role, Resource::Tasks, Action::Update) == Some(ScopeKind::Ward)
}

/// The parts that an acceptance or a return is about.
///
/// # Errors
/// 409 when nothing is submitted, or for the work of one's own unit.
pub fn parts_to_review(
    actor: &Actor,
    task: &TaskRow,
    parts: &[PartRow],
    named: Option<&Id>,
    action: TaskAction,
) -> Result<Vec<Id>> {
    if let Some(unit) = named {
        let part =
            parts.iter().find(|part| part.unit_id == *unit).ok_or_else(|| Error::field("unit_id", NOT_TAKING_PART))?;
        next(part.status, action)?;
    }
    let submitted: Vec<Id> = parts
        .iter()
        .filter(|part| part.status == TaskStatus::Submitted && named.is_none_or(|unit| part.unit_id == *unit))
        .map(|part| part.unit_id.clone())
        .collect();
    // Without each_unit it is the lead who submits the whole.
    let whole_is_ready = task.each_unit || named.is_some() || task.status == TaskStatus::Submitted;
    if submitted.is_empty() || !whole_is_ready {
        return Err(Error::wrong_state(&possible(task.status)));
    }
    if action == TaskAction::Accept && actor.role != Role::Leader && submitted.contains(&actor.unit_id) {
        return Err(Error::conflict(SELF_APPROVAL));
    }
    Ok(submitted)
}

/// What this person may do with the task now: the buttons that the browser shows.
pub fn allowed_actions(actor: &Actor, task: &TaskRow, parts: &[PartRow]) -> Vec<TaskAction> {
    let may = |action| matrix::grant(actor.role, Resource::Tasks, action).is_some();
    let mut allowed = Vec::new();
    if may(Action::Update) {
        let own = acting_unit(actor, parts, None).ok();
        let part =
            parts.iter().find(|part| Some(&part.unit_id) == own.as_ref() && task.status != TaskStatus::Cancelled);
        let wanted = [TaskAction::Start, TaskAction::Submit, TaskAction::Update];
        allowed.extend(wanted.into_iter().filter(|action| part.is_some_and(|part| next(part.status, *action).is_ok())));
        allowed.push(TaskAction::Comment);
    }
    if may(Action::Approve) {
        let wanted = [TaskAction::Accept, TaskAction::Return];
        allowed.extend(wanted.into_iter().filter(|action| parts_to_review(actor, task, parts, None, *action).is_ok()));
        if !task.status.is_final() {
            allowed.extend([TaskAction::Cancel, TaskAction::Edit]);
        }
        if task.is_published
            && doing(task, parts).any(|part| part.status.is_open())
            && task.status != TaskStatus::Cancelled
        {
            allowed.push(TaskAction::Remind);
        }
    }
    allowed
}
