//! Who may charge whom to sign, and for which days. Pure.

use chrono::NaiveDate;

use super::model::{DelegationRow, DelegationStatus, NewDelegation};
use crate::access::{Actor, Role};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::input::Checks;

pub const REASON_MAX: usize = 500;

pub const OWN_SIGNATURE_ONLY: Message = Message::new(
    "own_signature_only",
    "Anh/chị chỉ ủy quyền ký thay chính mình. Quản trị mới lập được ủy quyền của người khác.",
    "You delegate your own signature only. The administrator records those of others.",
);
pub const NOT_A_LEADER: Message = Message::new(
    "not_a_leader",
    "Người này không phải lãnh đạo UBND đang công tác của phường. Hãy chọn Chủ tịch hoặc Phó Chủ tịch.",
    "This person is no active leader of the ward. Choose the chair or a deputy.",
);
pub const SAME_PERSON: Message = Message::new(
    "same_person",
    "Không ủy quyền cho chính mình. Hãy chọn người khác.",
    "Nobody signs for themselves. Choose somebody else.",
);
pub const ALL_PAST: Message = Message::new(
    "all_past",
    "Thời gian ủy quyền đã qua. Hãy chọn ngày kết thúc từ hôm nay trở đi.",
    "These days have passed. Choose a last day from today on.",
);
pub const OVERLAP: Message = Message::new(
    "delegation_overlap",
    "Người này đã ủy quyền trong khoảng {starts_on} – {ends_on}. Hãy chọn ngày khác, hoặc thu hồi ủy quyền đó trước.",
    "This person's signature is delegated from {starts_on} to {ends_on}. Choose other days, or revoke that one first.",
);
pub const NOT_YOURS: Message = Message::new(
    "delegation_not_yours",
    "Anh/chị chỉ thu hồi được ủy quyền của chính mình. Hãy nhờ người ủy quyền hoặc quản trị.",
    "You revoke your own delegations only. Ask the one who gave it, or the administrator.",
);
pub const OVER: Message = Message::new(
    "delegation_over",
    "Ủy quyền này đã hết hạn hoặc đã thu hồi; không cần làm gì thêm.",
    "This delegation has ended or was revoked; nothing is left to do.",
);

/// Whose signature the actor may delegate.
fn may_delegate_for(actor: &Actor, from: &Id) -> bool {
    actor.role == Role::Admin || actor.user_id == *from
}

/// Checks the people; `leaders` are those of the two who are active leaders of the ward.
pub fn check_people(checks: &mut Checks, actor: &Actor, from: &Id, to: &Id, leaders: &[Id]) {
    if !may_delegate_for(actor, from) {
        checks.fail("from_user_id", OWN_SIGNATURE_ONLY);
    } else if !leaders.contains(from) {
        checks.fail("from_user_id", NOT_A_LEADER);
    }
    if from == to {
        checks.fail("to_user_id", SAME_PERSON);
    } else if !leaders.contains(to) {
        checks.fail("to_user_id", NOT_A_LEADER);
    }
}

pub fn check_days(checks: &mut Checks, new: &NewDelegation, today: NaiveDate) {
    checks.day("starts_on", new.starts_on);
    checks.day("ends_on", new.ends_on);
    if new.ends_on < new.starts_on {
        checks.period("ends_on", new.starts_on, new.ends_on);
    } else if new.ends_on < today {
        checks.fail("ends_on", ALL_PAST);
    }
}

/// One signature is in one other hand at a time.
///
/// # Errors
/// 409 with the days of the one in the way.
pub fn check_overlap(in_the_way: Option<(NaiveDate, NaiveDate)>) -> Result<()> {
    let Some((starts_on, ends_on)) = in_the_way else { return Ok(()) };
    let day = |day: NaiveDate| day.format("%d/%m/%Y");
    Err(Error::conflict(OVERLAP).with("starts_on", day(starts_on)).with("ends_on", day(ends_on)))
}

/// # Errors
/// 403 for another leader's delegation, 409 when it is over.
pub fn check_revocable(actor: &Actor, row: &DelegationRow, today: NaiveDate) -> Result<()> {
    if !may_delegate_for(actor, &row.from_user_id) {
        return Err(Error::forbidden(NOT_YOURS));
    }
    match status(row, today) {
        DelegationStatus::Planned | DelegationStatus::Active => Ok(()),
        DelegationStatus::Ended | DelegationStatus::Revoked => Err(Error::conflict(OVER)),
    }
}

pub fn status(row: &DelegationRow, today: NaiveDate) -> DelegationStatus {
    if row.revoked_at.is_some() {
        DelegationStatus::Revoked
    } else if today < row.starts_on {
        DelegationStatus::Planned
    } else if today <= row.ends_on {
        DelegationStatus::Active
    } else {
        DelegationStatus::Ended
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::Instant;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn row(revoked: bool) -> DelegationRow {
        let at = Instant::parse("2024-06-01T00:00:00Z").unwrap();
        let id = Id::new(at);
        DelegationRow {
            id: id.clone(),
            from_user_id: id.clone(),
            to_user_id: id.clone(),
            starts_on: day("2024-06-03"),
            ends_on: day("2024-06-05"),
            reason: String::new(),
            revoked_at: revoked.then_some(at),
            created_by_id: id,
            created_at: at,
            updated_at: at,
            version: 1,
        }
    }

    #[test]
    fn both_first_and_last_day_count() {
        let on = |today: &str| status(&row(false), day(today));
        assert_eq!(on("2024-06-02"), DelegationStatus::Planned);
        assert_eq!(on("2024-06-03"), DelegationStatus::Active);
        assert_eq!(on("2024-06-05"), DelegationStatus::Active);
        assert_eq!(on("2024-06-06"), DelegationStatus::Ended);
        assert_eq!(status(&row(true), day("2024-06-03")), DelegationStatus::Revoked);
    }

    #[test]
    fn days_are_in_order_and_not_all_past() {
        let passes = |starts_on: &str, ends_on: &str| {
            let (starts_on, ends_on) = (day(starts_on), day(ends_on));
            let to_user_id = row(false).to_user_id;
            let new = NewDelegation { from_user_id: None, to_user_id, starts_on, ends_on, reason: String::new() };
            let mut checks = Checks::new();
            check_days(&mut checks, &new, day("2024-06-03"));
            checks.finish().is_ok()
        };
        assert!(passes("2024-06-01", "2024-06-03"));
        assert!(passes("2024-06-10", "2024-06-10"));
        assert!(!passes("2024-06-10", "2024-06-09"));
        assert!(!passes("2024-06-01", "2024-06-02"));
        assert!(!passes("2024-06-01", "2924-06-02"));
    }
}
