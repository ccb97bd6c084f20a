//! What may happen to a commendation, and who may do it. Pure.

use super::model::{CommendationAction, CommendationRow, CommendationStatus};
use crate::access::{Action, Actor, Resource, ScopeKind, matrix};
use crate::error::{Error, Message, Result};

pub const NAME_MAX: usize = 200;
pub const FORM_MAX: usize = 80;
pub const ACHIEVEMENT_MAX: usize = 4000;
pub const TASKS_MAX: usize = 50;
/// The most that one decision holds.
pub const DECIDED_MAX: usize = 200;

/// The usual forms at a ward: giấy khen by the Law on Emulation and Commendation (06/2022/QH15), the others its own.
pub const FORMS: [&str; 3] = ["Giấy khen", "Biểu dương", "Thư cảm ơn"];

pub const ADULTS_ONLY: Message = Message::new(
    "adults_only",
    "Hệ thống không xếp hạng và không đề nghị khen thưởng trẻ em. Hãy xác nhận người được đề nghị là người lớn.",
    "Children are never ranked or proposed for commendation here. Confirm that the person is an adult.",
);
pub const TASK_NOT_ACCEPTED: Message = Message::new(
    "task_not_accepted",
    "Nhiệm vụ này chưa được duyệt hoàn thành nên chưa dùng làm căn cứ được.",
    "This task is not accepted yet, so nothing can rest on it.",
);
pub const NOT_YOURS: Message = Message::new(
    "proposal_not_yours",
    "Đơn vị chỉ sửa hoặc rút đề nghị của mình. Hãy liên hệ công chức chính sách xã hội.",
    "A unit changes or withdraws its own proposals. Ask the social officer for this one.",
);
pub const PROPOSES_ITSELF: Message =
    Message::new("proposes_for_other", "Đơn vị chỉ đề nghị với tên của mình.", "A unit proposes in its own name.");
pub const NOT_PROPOSED: Message = Message::new(
    "not_proposed",
    "Đề nghị này không còn chờ quyết định. Hãy tải lại danh sách và chọn lại.",
    "This proposal does not wait for a decision any more. Reload the list and choose again.",
);
pub const BEFORE_PROPOSAL: Message = Message::new(
    "before_decision",
    "Ngày trao không được trước ngày quyết định.",
    "It cannot have been handed over before it was decided.",
);
pub const IN_FUTURE: Message =
    Message::new("award_in_future", "Ngày này không được sau hôm nay.", "The day may not be after today.");

/// Where an action takes a commendation; 409 with what is possible now when it does not.
///
/// # Errors
/// 409.
pub fn next(status: CommendationStatus, action: CommendationAction) -> Result<CommendationStatus> {
    use CommendationAction::{Award, Decide, Decline, Edit, Withdraw};
    use CommendationStatus::{Awarded, Decided, Declined, Proposed, Withdrawn};
    match (status, action) {
        (Proposed, Edit) => Ok(Proposed),
        (Proposed, Decide) => Ok(Decided),
        (Proposed, Decline) => Ok(Declined),
        (Proposed, Withdraw) => Ok(Withdrawn),
        (Decided, Award) => Ok(Awarded),
        _ => Err(Error::wrong_state(&possible(status))),
    }
}

fn possible(status: CommendationStatus) -> Vec<CommendationAction> {
    use CommendationAction::{Award, Decide, Decline, Edit, Withdraw};
    match status {
        CommendationStatus::Proposed => vec![Edit, Decide, Decline, Withdraw],
        CommendationStatus::Decided => vec![Award],
        CommendationStatus::Awarded | CommendationStatus::Declined | CommendationStatus::Withdrawn => Vec::new(),
    }
}

/// Whoever writes for the whole ward.
pub fn is_officer(actor: &Actor) -> bool {
    matrix::grant(actor.role, Resource::Commendations, Action::Create) == Some(ScopeKind::Ward)
}

/// Officers change every proposal, a unit its own.
pub fn may_edit(actor: &Actor, row: &CommendationRow) -> bool {
    is_officer(actor) || row.proposed_unit_id == actor.unit_id
}

/// What this person may do with it now.
pub fn allowed_actions(actor: &Actor, row: &CommendationRow) -> Vec<CommendationAction> {
    let may = |action| matrix::grant(actor.role, Resource::Commendations, action).is_some();
    let mut actions = possible(row.status);
    actions.retain(|action| match action {
        CommendationAction::Edit | CommendationAction::Withdraw => may(Action::Create) && may_edit(actor, row),
        CommendationAction::Decide | CommendationAction::Decline => may(Action::Approve),
        CommendationAction::Award => may(Action::Update),
    });
    actions
}

/// "125/QĐ-UBND"; with room for the clerk while there is no number.
pub fn number_text(number: Option<i32>) -> String {
    number.map_or_else(|| "…/QĐ-UBND".to_owned(), |number| format!("{number}/QĐ-UBND"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_says_what_is_possible() {
        for status in CommendationStatus::ALL {
            for action in CommendationAction::ALL {
                assert_eq!(next(*status, *action).is_ok(), possible(*status).contains(action), "{status} {action}");
            }
        }
    }

    #[test]
    fn a_decision_has_a_number_or_room_for_it() {
        assert_eq!(number_text(Some(125)), "125/QĐ-UBND");
        assert_eq!(number_text(None), "…/QĐ-UBND");
    }
}
