//! Who may have which account, and what an administrator may not do. Pure.

use super::model::{User, UserFields, UserStatus};
use crate::access::{Role, UnitKind};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::units::roles_of;
use crate::input::Checks;
use crate::text;

pub const NAME_MAX: usize = 100;

pub const BAD_USERNAME: Message = Message::new(
    "bad_username",
    "Tên đăng nhập gồm 3–32 chữ thường không dấu, chữ số, dấu chấm, gạch dưới hoặc gạch nối, ví dụ: khupho12.",
    "A username is 3–32 small letters without marks, digits, dots, underscores or hyphens, for example: khupho12.",
);
pub const USERNAME_TAKEN: Message = Message::new(
    "username_taken",
    "Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.",
    "This username is taken. Choose another.",
);
pub const ROLE_AND_UNIT: Message = Message::new(
    "role_not_of_unit",
    "Vai trò này không thuộc loại đơn vị đã chọn. Đơn vị này nhận vai trò: {roles}.",
    "This role does not fit the chosen unit. The unit takes: {roles}.",
);
pub const OWN_ROLE: Message = Message::new(
    "own_role",
    "Anh/chị không tự đổi vai trò của mình. Hãy nhờ một quản trị khác.",
    "Nobody changes their own role. Ask another administrator.",
);
pub const OWN_ACCOUNT: Message = Message::new(
    "own_account",
    "Không làm việc này với tài khoản của chính mình. Hãy dùng mục Tài khoản của tôi, hoặc nhờ một quản trị khác.",
    "Not for your own account. Use My account, or ask another administrator.",
);
pub const LAST_ADMIN: Message = Message::new(
    "last_admin",
    "Đây là quản trị cuối cùng còn hoạt động của phường. Hãy thêm một quản trị khác trước.",
    "This is the ward's last active administrator. Add another one first.",
);
pub const UNIT_GONE: Message = Message::new(
    "unit_not_active",
    "Đơn vị của tài khoản này không còn hoạt động. Hãy chuyển tài khoản sang đơn vị khác rồi mở lại.",
    "The unit of this account is no longer active. Move the account to another unit, then enable it.",
);

/// A username as it is stored; `[a-z0-9._-]{3,32}`.
pub fn check_username(checks: &mut Checks, field: &str, typed: &str) -> String {
    let name = text::clean(typed).to_lowercase();
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    if !(3..=32).contains(&name.len()) || !name.bytes().all(is_plain) {
        checks.fail(field, BAD_USERNAME);
    }
    name
}

/// A role belongs into certain units, since the unit decides which rows the role reaches.
pub fn check_role_and_unit(checks: &mut Checks, field: &str, role: Role, kind: UnitKind) {
    if !roles_of(kind).contains(&role) {
        let roles: Vec<&str> = roles_of(kind).iter().map(|role| role.label()).collect();
        checks.fail_with(field, ROLE_AND_UNIT, vec![("roles", roles.join(", "))]);
    }
}

/// Nobody gives themselves another role.
pub fn check_own_role(checks: &mut Checks, actor: &Id, before: &User, role: Role) {
    if before.id == *actor && before.role != role {
        checks.fail("role", OWN_ROLE);
    }
}

/// Nobody locks themselves out, or goes round the proof of password that My account asks for.
///
/// # Errors
/// 409 for one's own account.
pub fn check_not_own(actor: &Id, user: &User) -> Result<()> {
    if user.id == *actor { Err(Error::conflict(OWN_ACCOUNT)) } else { Ok(()) }
}

/// # Errors
/// 409 when nobody would be left to keep the ward's accounts.
pub fn check_admin_remains(before: &User, other_admins: i64) -> Result<()> {
    let is_admin = before.role == Role::Admin && before.status == UserStatus::Active;
    if is_admin && other_admins == 0 { Err(Error::conflict(LAST_ADMIN)) } else { Ok(()) }
}

/// # Errors
/// 409 when the account is in that state already, with what is possible instead.
pub fn check_status(user: &User, wanted: UserStatus) -> Result<()> {
    if user.status == wanted {
        return Ok(());
    }
    let possible = match user.status {
        UserStatus::Active => "disable",
        UserStatus::Disabled => "enable",
    };
    Err(Error::wrong_state(&[possible]))
}

/// A session shows its person as they were: after a change of role or unit everybody signs in anew.
pub fn ends_sessions(before: &UserFields, after: &UserFields) -> bool {
    before.role != after.role || before.unit_id != after.unit_id
}

/// Only leaders sign for one another.
pub fn ends_delegations(before: &UserFields, after: &UserFields) -> bool {
    before.role == Role::Leader && after.role != Role::Leader
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::Instant;
    use crate::features::units::model::UnitRef;

    fn id(last: u8) -> Id {
        Id::parse(&format!("0190a000-0000-7000-8000-0000000000{last:02}")).unwrap()
    }

    fn user(role: Role, status: UserStatus) -> User {
        let at = Instant::parse("2024-06-01T00:00:00Z").unwrap();
        let unit = UnitRef { id: id(9), kind: UnitKind::Leadership, code: "ubnd".into(), name: "UBND".into() };
        User {
            id: id(1),
            username: "quantri".into(),
            full_name: "Lương Gia Bảo".into(),
            position: String::new(),
            role,
            unit_id: id(9),
            unit,
            email: None,
            phone: None,
            status,
            totp_enabled: false,
            must_change_password: false,
            first_password_ends_at: None,
            first_password_expired: false,
            last_login_at: None,
            created_at: at,
            updated_at: at,
            version: 1,
        }
    }

    fn passes(check: impl FnOnce(&mut Checks)) -> bool {
        let mut checks = Checks::new();
        check(&mut checks);
        checks.finish().is_ok()
    }

    #[test]
    fn usernames_are_plain_and_small() {
        for right in ["khupho12", "KhuPho12", "a.b", "le_thu-ha"] {
            assert!(
                passes(|checks| assert_eq!(check_username(checks, "username", right), right.to_lowercase())),
                "{right}"
            );
        }
        for wrong in ["", "ab", "khu phố", "lê", "a/b", &"a".repeat(33)] {
            assert!(!passes(|checks| drop(check_username(checks, "username", wrong))), "{wrong}");
        }
    }

    #[test]
    fn a_role_fits_its_unit() {
        assert!(passes(|checks| check_role_and_unit(checks, "role", Role::Neighborhood, UnitKind::Neighborhood)));
        assert!(passes(|checks| check_role_and_unit(checks, "role", Role::Admin, UnitKind::Leadership)));
        for (role, kind) in [
            (Role::Leader, UnitKind::Neighborhood),
            (Role::Neighborhood, UnitKind::School),
            (Role::Admin, UnitKind::Police),
            (Role::Superior, UnitKind::Leadership),
        ] {
            assert!(!passes(|checks| check_role_and_unit(checks, "role", role, kind)), "{role} in {kind}");
        }
    }

    #[test]
    fn nobody_changes_their_own_role_or_closes_their_own_account() {
        let admin = user(Role::Admin, UserStatus::Active);
        assert!(!passes(|checks| check_own_role(checks, &id(1), &admin, Role::Leader)));
        assert!(passes(|checks| check_own_role(checks, &id(1), &admin, Role::Admin)));
        assert!(passes(|checks| check_own_role(checks, &id(2), &admin, Role::Leader)));
        assert!(check_not_own(&id(1), &admin).is_err());
        assert!(check_not_own(&id(2), &admin).is_ok());
    }

    #[test]
    fn one_administrator_remains() {
        assert!(check_admin_remains(&user(Role::Admin, UserStatus::Active), 0).is_err());
        assert!(check_admin_remains(&user(Role::Admin, UserStatus::Active), 1).is_ok());
        assert!(check_admin_remains(&user(Role::Admin, UserStatus::Disabled), 0).is_ok());
        assert!(check_admin_remains(&user(Role::Leader, UserStatus::Active), 0).is_ok());
    }

    #[test]
    fn sessions_end_with_another_role_or_unit_only() {
        let before = user(Role::Leader, UserStatus::Active).fields();
        let renamed = UserFields { full_name: "Trần Thị Nga".into(), ..before.clone() };
        assert!(!ends_sessions(&before, &renamed) && !ends_delegations(&before, &renamed));
        let moved = UserFields { unit_id: id(8), ..before.clone() };
        assert!(ends_sessions(&before, &moved) && !ends_delegations(&before, &moved));
        let other = UserFields { role: Role::Admin, ..before.clone() };
        assert!(ends_sessions(&before, &other) && ends_delegations(&before, &other));
    }
}
