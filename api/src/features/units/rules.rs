//! What a unit may be called, who works in it, which units may merge. Pure.

use super::model::{Unit, UnitStatus};
use crate::access::{Role, UnitKind};
use crate::error::{Error, Message, Result};
use crate::input::Checks;
use crate::text;

pub const NAME_MAX: usize = 150;
pub const NOTE_MAX: usize = 1000;

pub const BAD_CODE: Message = Message::new(
    "bad_code",
    "Mã đơn vị gồm 1–40 chữ thường không dấu, chữ số hoặc gạch nối, ví dụ: khu-pho-12.",
    "A unit's code is 1–40 small letters, digits or hyphens, for example: khu-pho-12.",
);
pub const CODE_TAKEN: Message = Message::new(
    "code_taken",
    "Phường đã có đơn vị mang mã này. Hãy chọn mã khác.",
    "A unit of the ward has this code already. Choose another.",
);
pub const KIND_ABOVE_WARD: Message = Message::new(
    "kind_above_ward",
    "Đơn vị cấp trên không nằm trong phường. Hãy chọn loại khác.",
    "A superior unit is not part of a ward. Choose another kind.",
);
pub const NOT_ACTIVE: Message = Message::new(
    "unit_not_active",
    "Đơn vị này đã sáp nhập hoặc đã đóng nên không sửa được nữa. Hãy làm việc với đơn vị đang hoạt động.",
    "This unit was merged or closed and cannot be changed any more. Work with one that is active.",
);
pub const MERGE_ITSELF: Message = Message::new(
    "merge_itself",
    "Không sáp nhập đơn vị vào chính nó. Hãy chọn đơn vị khác.",
    "A unit cannot be merged into itself. Choose another.",
);
pub const MERGE_KIND: Message = Message::new(
    "merge_kind",
    "Người của đơn vị này không giữ được vai trò ở loại đơn vị đã chọn. Hãy chọn đơn vị cùng loại.",
    "The people of this unit could not keep their roles there. Choose a unit of the same kind.",
);
pub const STILL_BUSY: Message = Message::new(
    "unit_still_busy",
    "Chưa đóng được: đơn vị còn {users} tài khoản đang hoạt động, {tasks} nhiệm vụ và {obstacles} vướng mắc chưa xong, \
     {children} trẻ em và {summer} việc sinh hoạt hè. Hãy chuyển người và việc sang đơn vị khác, hoặc sáp nhập đơn vị.",
    "It cannot be closed yet: {users} active accounts, {tasks} open tasks and {obstacles} open obstacles, \
     {children} children and {summer} things of the summer remain. Move people and work to another unit, or merge the unit.",
);

/// The roles that work in a unit of this kind.
///
/// Wider than one role where wards have joined desks: many have one desk for culture and social policy, and the
/// Youth Union may sit with the Front.
pub fn roles_of(kind: UnitKind) -> &'static [Role] {
    match kind {
        UnitKind::Leadership => &[Role::Leader, Role::Admin],
        UnitKind::SocialPolicy | UnitKind::Culture => &[Role::SocialOfficer, Role::CultureOfficer],
        UnitKind::YouthUnion => &[Role::YouthUnion],
        UnitKind::Police => &[Role::Police],
        UnitKind::FatherlandFront => &[Role::Front, Role::YouthUnion],
        UnitKind::Neighborhood => &[Role::Neighborhood],
        UnitKind::School => &[Role::School],
        UnitKind::HealthStation => &[Role::Health],
        UnitKind::Superior => &[Role::Superior],
    }
}

/// Whoever worked in a unit of the one kind can go on in the other.
pub fn takes_people_of(into: UnitKind, from: UnitKind) -> bool {
    roles_of(from).iter().all(|role| roles_of(into).contains(role))
}

pub fn check_code(checks: &mut Checks, code: &str) -> String {
    let code = text::clean(code);
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !(1..=40).contains(&code.len()) || !code.bytes().all(is_plain) {
        checks.fail("code", BAD_CODE);
    }
    code
}

pub fn check_kind(checks: &mut Checks, kind: UnitKind) {
    if kind == UnitKind::Superior {
        checks.fail("kind", KIND_ABOVE_WARD);
    }
}

/// # Errors
/// 409 for a unit that was merged or closed.
pub fn check_active(unit: &Unit) -> Result<()> {
    if unit.status == UnitStatus::Active { Ok(()) } else { Err(Error::conflict(NOT_ACTIVE)) }
}

/// What keeps a unit from being closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenWork {
    pub users: i64,
    pub tasks: i64,
    pub obstacles: i64,
    /// Handovers that were not returned yet, and groups of this year.
    pub summer: i64,
    pub children: i64,
}

/// # Errors
/// 409 while somebody works in the unit or something waits for it.
pub fn check_idle(open: OpenWork) -> Result<()> {
    if open == OpenWork::default() {
        return Ok(());
    }
    let OpenWork { users, tasks, obstacles, summer, children } = open;
    let busy = Error::conflict(STILL_BUSY).with("users", users).with("tasks", tasks).with("obstacles", obstacles);
    Err(busy.with("summer", summer).with("children", children))
}

/// Where a unit stands in the list: by ward, then in the order of [`UnitKind`], then by name.
pub fn sort_key(unit: &Unit) -> String {
    let ward = unit.ward_id.as_ref().map_or("", |ward| ward.as_str());
    let kind = UnitKind::ALL.iter().position(|kind| *kind == unit.kind).unwrap_or(usize::MAX);
    format!("{ward} {kind:02} {}", natural_key(&unit.name))
}

/// A key that sorts "Khu phố 2" before "Khu phố 10".
pub fn natural_key(name: &str) -> String {
    let mut key = String::new();
    let mut digits = String::new();
    // The blank at the end lets the last number out.
    for letter in text::search_key(name).chars().chain([' ']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&format!("{digits:0>10}"));
            digits.clear();
        }
        key.push(letter);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_as_numbers() {
        let mut names = ["Khu phố 10", "Khu phố 2", "Khu phố 1", "Đông Sơn", "Ba Đình"];
        names.sort_by_cached_key(|name| natural_key(name));
        assert_eq!(names, ["Ba Đình", "Đông Sơn", "Khu phố 1", "Khu phố 2", "Khu phố 10"]);
    }

    #[test]
    fn every_role_works_somewhere() {
        for role in Role::ALL {
            assert!(UnitKind::ALL.iter().any(|kind| roles_of(*kind).contains(role)), "{role}");
        }
    }

    #[test]
    fn units_merge_where_people_keep_their_roles() {
        for kind in UnitKind::ALL {
            assert!(takes_people_of(*kind, *kind));
        }
        assert!(takes_people_of(UnitKind::FatherlandFront, UnitKind::YouthUnion));
        assert!(!takes_people_of(UnitKind::YouthUnion, UnitKind::FatherlandFront));
        assert!(!takes_people_of(UnitKind::School, UnitKind::Neighborhood));
    }

    #[test]
    fn codes_are_plain() {
        let is_taken = |code: &str| {
            let mut checks = Checks::new();
            check_code(&mut checks, code);
            checks.finish().is_ok()
        };
        assert!(is_taken("khu-pho-12"));
        for wrong in ["", "Khu-pho", "khu phố", "khu_pho", &"a".repeat(41)] {
            assert!(!is_taken(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_busy_unit_is_not_closed() {
        assert!(check_idle(OpenWork::default()).is_ok());
        let refused = check_idle(OpenWork { users: 1, tasks: 2, ..OpenWork::default() });
        assert_eq!(refused.err().map(|error| error.code()), Some(STILL_BUSY.code));
    }
}
