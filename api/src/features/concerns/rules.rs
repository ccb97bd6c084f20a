//! What may happen to a concern. Pure.

use chrono::TimeDelta;

use super::model::{ConcernAction, ConcernRow, ConcernStatus, FollowUpStatus, ScreeningDecision};
use crate::access::{Action, Actor, Resource, Role, matrix};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};

pub const TOLD_IN_FUTURE: Message = Message::new(
    "told_in_future",
    "Thời điểm này chưa đến. Hãy nhập lúc đã nhận được tin.",
    "That moment has not come yet. Enter when it was told.",
);
pub const SAME_PERSON: Message = Message::new(
    "second_person_needed",
    "Việc không xử lý phải do người thứ hai xác nhận, không phải người đề xuất.",
    "No action needs a second person to confirm it, not whoever proposed it.",
);
pub const NOT_ITSELF: Message =
    Message::new("not_itself", "Hãy chọn một tin báo khác.", "Choose another concern than this one.");

/// Where an action leads; 409 with what is possible now when it leads nowhere.
///
/// # Errors
/// 409.
pub fn check(status: ConcernStatus, action: ConcernAction) -> Result<()> {
    if possible(status).contains(&action) { Ok(()) } else { Err(Error::wrong_state(&possible(status))) }
}

fn possible(status: ConcernStatus) -> Vec<ConcernAction> {
    match status {
        ConcernStatus::Received => vec![ConcernAction::Edit, ConcernAction::Screen],
        ConcernStatus::Screened => vec![ConcernAction::Edit, ConcernAction::Confirm, ConcernAction::Reject],
        // What was passed on is not the end: whoever got it may send it back.
        ConcernStatus::Referred => vec![ConcernAction::Screen],
        ConcernStatus::OpenedCase | ConcernStatus::NoAction | ConcernStatus::Duplicate => Vec::new(),
    }
}

/// The state after a screening.
pub fn after(decision: ScreeningDecision) -> ConcernStatus {
    match decision {
        ScreeningDecision::OpenCase | ScreeningDecision::JoinCase => ConcernStatus::OpenedCase,
        ScreeningDecision::Refer => ConcernStatus::Referred,
        ScreeningDecision::Duplicate => ConcernStatus::Duplicate,
        ScreeningDecision::NoAction => ConcernStatus::Screened,
    }
}

/// # Errors
/// 409 for whoever proposed it.
pub fn check_second(row: &ConcernRow, actor: &Id) -> Result<()> {
    if row.screened_by_id.as_ref() == Some(actor) { Err(Error::conflict(SAME_PERSON)) } else { Ok(()) }
}

/// When an emergency measure is due: twelve hours of clock time after the ward knew (Decree 56/2017, art. 26.3), while
/// nobody has decided what becomes of it.
pub fn emergency_due(row: &ConcernRow, hours: i64) -> Option<Instant> {
    let open = matches!(row.status, ConcernStatus::Received | ConcernStatus::Screened);
    open.then(|| row.known_at.plus(TimeDelta::hours(hours)))
}

/// The steps at which people are told of a clock: soon due (1), late (2), then each day that it stays late. Soon is a
/// third of the clock's time before its end, a day at most.
pub fn warning_step(starts_at: Instant, due_at: Instant, now: Instant) -> i32 {
    let late = now.utc() - due_at.utc();
    if late > TimeDelta::zero() {
        return 2 + i32::try_from(late.num_days()).unwrap_or(0).min(30);
    }
    i32::from(now >= soon(starts_at, due_at))
}

/// From when a clock is said to run out soon.
pub fn soon(starts_at: Instant, due_at: Instant) -> Instant {
    let whole = due_at.utc() - starts_at.utc();
    due_at.plus(-(whole / 3).min(TimeDelta::days(1)))
}

/// Whether somebody handles concerns, rather than having written one.
pub fn is_desk(role: Role) -> bool {
    matches!(role, Role::Leader | Role::SocialOfficer)
}

/// Whether the name of whoever told it stands in what this role reads.
pub fn shows_reporter(role: Role) -> bool {
    role == Role::SocialOfficer
}

/// What this person may do with it now.
pub fn allowed_actions(actor: &Actor, row: &ConcernRow) -> Vec<ConcernAction> {
    if matrix::grant(actor.role, Resource::Concerns, Action::Update).is_none() {
        return Vec::new();
    }
    let is_proposer = row.screened_by_id.as_ref() == Some(&actor.user_id);
    let may = |action: &ConcernAction| match action {
        ConcernAction::Confirm | ConcernAction::Reject => !is_proposer,
        ConcernAction::Edit | ConcernAction::Screen => true,
    };
    possible(row.status).into_iter().filter(may).collect()
}

/// What whoever sent it may know: that it is there, that somebody works on it, that it is dealt with. Whether a case was
/// opened, or nothing was done, are the same to them: both would say something about the child.
pub fn follow_up(status: ConcernStatus) -> FollowUpStatus {
    match status {
        ConcernStatus::Received => FollowUpStatus::Received,
        ConcernStatus::Screened => FollowUpStatus::InProgress,
        _ => FollowUpStatus::Done,
    }
}

pub const FOLLOW_UP_RECEIVED: Message = Message::new(
    "received",
    "UBND phường đã nhận được thông tin và đang xem xét. Nếu trẻ em đang gặp nguy hiểm, hãy gọi ngay 111 hoặc 113.",
    "The ward has received it and is looking into it. If a child is in danger, call 111 or 113 at once.",
);
pub const FOLLOW_UP_IN_PROGRESS: Message = Message::new(
    "in_progress",
    "Thông tin đang được xử lý. Nếu có thêm điều gì, anh/chị có thể gửi tiếp hoặc gọi 111.",
    "It is being dealt with. If you learn more, send it too, or call 111.",
);
pub const FOLLOW_UP_DONE: Message = Message::new(
    "done",
    "Thông tin đã được tiếp nhận và xử lý theo quy định. Để giữ bí mật cho trẻ em, kết quả không hiện ở đây.",
    "It was dealt with as the law says. To protect the child, the result is not shown here.",
);

pub fn follow_up_message(status: FollowUpStatus) -> Message {
    match status {
        FollowUpStatus::Received => FOLLOW_UP_RECEIVED,
        FollowUpStatus::InProgress => FOLLOW_UP_IN_PROGRESS,
        FollowUpStatus::Done => FOLLOW_UP_DONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_action_is_a_proposal() {
        assert_eq!(after(ScreeningDecision::NoAction), ConcernStatus::Screened);
        assert!(check(ConcernStatus::Screened, ConcernAction::Confirm).is_ok());
        assert!(check(ConcernStatus::Received, ConcernAction::Confirm).is_err());
    }

    #[test]
    fn the_sender_cannot_tell_a_case_from_no_case() {
        let done =
            [ConcernStatus::OpenedCase, ConcernStatus::NoAction, ConcernStatus::Duplicate, ConcernStatus::Referred];
        assert!(done.into_iter().all(|status| follow_up(status) == FollowUpStatus::Done));
    }
}
