//! What a first setup must be like. Pure.

use std::collections::HashSet;

use super::model::{Setup, SetupAccount, SetupWard};
use crate::access::{Role, UnitKind};
use crate::auth::passwords;
use crate::error::{Error, Message, Result};
use crate::features::{users, wards};
use crate::input::{Checks, DUPLICATE, REQUIRED, TOO_MANY, UNKNOWN_ID};
use crate::setup::WardSettings;
use crate::text;

const NAME_MAX: usize = 150;
const PERSON_MAX: usize = 100;
const UNITS_MAX: usize = 300;
const ACCOUNTS_MAX: usize = 300;

pub const CODE_WRONG: Message = Message::new(
    "setup_code_wrong",
    "Mã thiết lập chưa đúng. Hãy nhập lại đúng mã máy chủ đã in ra.",
    "The setup code is not right. Type it as the server printed it.",
);
pub const CODE_OVER: Message = Message::new(
    "setup_code_over",
    "Mã này đã hết hạn hoặc đã bị nhập sai quá nhiều lần. Trên máy chủ, hãy chạy lệnh “bup setup-code” để lấy mã mới.",
    "This code has run out, or was guessed at too often. Run “bup setup-code” on the server for a new one.",
);
pub const SET_UP: Message = Message::new(
    "already_set_up",
    "Hệ thống đã được thiết lập. Hãy đăng nhập; mọi thứ sửa được ở mục Quản trị.",
    "The installation is set up. Sign in; everything can be changed in the administration.",
);
pub const NO_LEADERSHIP: Message = Message::new(
    "leadership_missing",
    "Cần ít nhất một đơn vị loại Lãnh đạo UBND.",
    "At least one unit must be the leadership.",
);
pub const NO_UNIT_ABOVE: Message = Message::new(
    "kind_above_ward",
    "Đơn vị cấp trên không nằm trong phường. Hãy chọn loại khác.",
    "A superior unit is not part of a ward. Choose another kind.",
);

/// Who has to bring the administrator's password.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum AdminPassword {
    IsAsked,
    MayBeMade,
}

/// A setup that was checked.
pub struct Plan {
    pub ward: PlannedWard,
    /// Kind, code, name.
    pub units: Vec<(UnitKind, String, String)>,
    /// The administrator first.
    pub people: Vec<Person>,
}

pub struct PlannedWard {
    pub code: String,
    pub name: String,
    pub place: String,
    pub superior: Option<String>,
    pub settings: WardSettings,
}

pub struct Person {
    pub username: String,
    pub full_name: String,
    pub position: String,
    pub role: Role,
    /// Its place among the units.
    pub unit: usize,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// The person's own; without it one is made, which must be changed.
    pub password: Option<String>,
}

/// # Errors
/// 422 with every mistake.
pub fn check(setup: &Setup, whose: AdminPassword) -> Result<Plan> {
    let mut checks = Checks::new();
    let ward = check_ward(&mut checks, &setup.ward);
    let units = check_units(&mut checks, setup);
    let mut people = vec![check_admin(&mut checks, setup, &units)];
    if setup.accounts.len() > ACCOUNTS_MAX {
        checks.fail_with("setup.accounts", TOO_MANY, vec![("max", ACCOUNTS_MAX.to_string())]);
    }
    let mut taken: HashSet<String> = people.iter().map(|admin| admin.username.clone()).collect();
    for (at, account) in setup.accounts.iter().take(ACCOUNTS_MAX).enumerate() {
        let person = check_account(&mut checks, &format!("setup.accounts[{at}]"), account, &units);
        if !taken.insert(person.username.clone()) {
            checks.fail(format!("setup.accounts[{at}].username"), users::USERNAME_TAKEN);
        }
        people.push(person);
    }
    if setup.admin.password.is_none() && whose == AdminPassword::IsAsked {
        checks.fail("setup.admin.password", REQUIRED);
    }
    checks.finish()?;
    if let Some(password) = &setup.admin.password {
        let about =
            [setup.admin.username.as_str(), &setup.admin.full_name, &setup.ward.name, "quantri"].map(str::to_owned);
        passwords::check_strength(password, "setup.admin.password", &about)?;
    }
    Ok(Plan { ward, units, people })
}

fn check_ward(checks: &mut Checks, ward: &SetupWard) -> PlannedWard {
    let name = checks.line("setup.ward.name", &ward.name, NAME_MAX);
    let hotlines = wards::check_hotlines(checks, "setup.ward.hotlines", &ward.hotlines);
    let address = checks.optional_line("setup.ward.address", Some(&ward.address), 200).unwrap_or_default();
    PlannedWard {
        code: code_of(within_kind(&name), "phuong"),
        place: checks.line("setup.ward.place", &ward.place, NAME_MAX),
        superior: checks.optional_line("setup.ward.superior", Some(&ward.superior), NAME_MAX),
        settings: WardSettings { hotlines, address, ..WardSettings::default() },
        name,
    }
}

fn check_units(checks: &mut Checks, setup: &Setup) -> Vec<(UnitKind, String, String)> {
    if setup.units.len() > UNITS_MAX {
        checks.fail_with("setup.units", TOO_MANY, vec![("max", UNITS_MAX.to_string())]);
    }
    let (mut names, mut codes) = (HashSet::new(), HashSet::new());
    let mut units = Vec::new();
    for (at, unit) in setup.units.iter().take(UNITS_MAX).enumerate() {
        let name = checks.line(&format!("setup.units[{at}].name"), &unit.name, NAME_MAX);
        if !name.is_empty() && !names.insert(name.to_lowercase()) {
            checks.fail(format!("setup.units[{at}].name"), DUPLICATE);
        }
        if unit.kind == UnitKind::Superior {
            checks.fail(format!("setup.units[{at}].kind"), NO_UNIT_ABOVE);
        }
        units.push((unit.kind, free_code(&mut codes, unit.kind, &name), name));
    }
    if !units.iter().any(|(kind, ..)| *kind == UnitKind::Leadership) {
        checks.fail("setup.units", NO_LEADERSHIP);
    }
    units
}

fn check_admin(checks: &mut Checks, setup: &Setup, units: &[(UnitKind, String, String)]) -> Person {
    let admin = &setup.admin;
    Person {
        username: users::check_username(checks, "setup.admin.username", &admin.username),
        full_name: checks.line("setup.admin.full_name", &admin.full_name, PERSON_MAX),
        position: checks
            .optional_line("setup.admin.position", Some(&admin.position), PERSON_MAX)
            .unwrap_or_else(|| "Quản trị hệ thống".to_owned()),
        role: Role::Admin,
        unit: units.iter().position(|(kind, ..)| *kind == UnitKind::Leadership).unwrap_or_default(),
        phone: None,
        email: None,
        password: admin.password.clone(),
    }
}

fn check_account(
    checks: &mut Checks,
    place: &str,
    account: &SetupAccount,
    units: &[(UnitKind, String, String)],
) -> Person {
    let wanted = text::clean(&account.unit).to_lowercase();
    let unit = units.iter().position(|(.., name)| name.to_lowercase() == wanted);
    match unit.and_then(|at| units.get(at)) {
        Some((kind, ..)) => users::check_role_and_unit(checks, &format!("{place}.role"), account.role, *kind),
        None => checks.fail(format!("{place}.unit"), UNKNOWN_ID),
    }
    Person {
        username: users::check_username(checks, &format!("{place}.username"), &account.username),
        full_name: checks.line(&format!("{place}.full_name"), &account.full_name, PERSON_MAX),
        position: checks
            .optional_line(&format!("{place}.position"), Some(&account.position), PERSON_MAX)
            .unwrap_or_default(),
        role: account.role,
        unit: unit.unwrap_or_default(),
        phone: checks.phone(&format!("{place}.phone"), account.phone.as_deref()),
        email: checks.email(&format!("{place}.email"), account.email.as_deref()),
        password: None,
    }
}

/// # Errors
/// 409.
pub fn check_needed(is_needed: bool) -> Result<()> {
    if is_needed { Ok(()) } else { Err(Error::conflict(SET_UP)) }
}

/// "Ba Đình" of "Phường Ba Đình".
fn within_kind(name: &str) -> &str {
    ["Phường ", "Xã ", "Thị trấn ", "Đặc khu "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

/// A code that no other unit of the setup has.
fn free_code(taken: &mut HashSet<String>, kind: UnitKind, name: &str) -> String {
    let wanted = match kind {
        // What the demo and the guides call it.
        UnitKind::Leadership => "ubnd".to_owned(),
        _ => code_of(name, kind.as_str()),
    };
    let numbered = (2..).map(|number| format!("{wanted:.34}-{number}"));
    let code = std::iter::once(wanted.clone()).chain(numbered).find(|code| !taken.contains(code)).unwrap_or(wanted);
    taken.insert(code.clone());
    code
}

/// "Khu phố 12" → "khu-pho-12"; at most forty letters.
fn code_of(name: &str, otherwise: &str) -> String {
    let key = text::search_key(name);
    let words = key.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut code = String::new();
    for word in words {
        if code.len() + word.len() >= 40 {
            break;
        }
        if !code.is_empty() {
            code.push('-');
        }
        code.push_str(word);
    }
    if code.is_empty() { otherwise.replace('_', "-") } else { code }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn setup() -> serde_json::Value {
        json!({
            "ward": {"name": "Phường Ba Đình", "place": "Thanh Hóa", "superior": "UBND tỉnh Thanh Hóa",
                     "hotlines": [{"label": "Trực", "phone": "0237000111"}]},
            "units": [
                {"kind": "leadership", "name": "Lãnh đạo UBND phường"},
                {"kind": "neighborhood", "name": "Khu phố 1"},
                {"kind": "school", "name": "Trường Tiểu học Ba Đình"},
            ],
            "admin": {"username": "quantri", "full_name": "Lương Gia Bảo", "password": "mot-cau-rat-dai-va-kho"},
            "accounts": [
                {"username": "KhuPho1", "full_name": "Nguyễn Văn Ân", "role": "neighborhood", "unit": "khu phố 1"},
            ],
        })
    }

    fn checked(value: serde_json::Value) -> Result<Plan> {
        check(&serde_json::from_value(value).unwrap(), AdminPassword::IsAsked)
    }

    #[test]
    fn a_setup_becomes_rows() {
        let plan = checked(setup()).unwrap();
        assert_eq!(plan.ward.code, "ba-dinh");
        let codes: Vec<&str> = plan.units.iter().map(|(_, code, _)| code.as_str()).collect();
        assert_eq!(codes, ["ubnd", "khu-pho-1", "truong-tieu-hoc-ba-dinh"]);
        let people: Vec<_> = plan.people.iter().map(|one| (one.username.as_str(), one.role, one.unit)).collect();
        assert_eq!(people, [("quantri", Role::Admin, 0), ("khupho1", Role::Neighborhood, 1)]);
    }

    #[test]
    fn each_mistake_is_refused() {
        let long: Vec<_> = (0..301).map(|n| json!({"kind": "leadership", "name": format!("Đơn vị {n}")})).collect();
        for (place, value) in [
            ("/ward/name", json!(" ")),
            ("/ward/place", json!("")),
            ("/ward/hotlines/0/phone", json!("12")),
            ("/units/0/kind", json!("school")),
            ("/units/1/kind", json!("superior")),
            ("/units/1/name", json!("trường tiểu học Ba Đình")),
            ("/units", json!(long)),
            ("/admin/username", json!("a")),
            ("/admin/password", json!("123456")),
            ("/admin/password", json!("phuongbadinh")),
            ("/admin/password", json!(null)),
            ("/accounts/0/unit", json!("Khu phố 9")),
            ("/accounts/0/role", json!("police")),
            ("/accounts/0/role", json!("superior")),
            ("/accounts/0/username", json!("quantri")),
        ] {
            let mut wrong = setup();
            *wrong.pointer_mut(place).unwrap_or(&mut json!(null)) = value.clone();
            assert!(checked(wrong).is_err(), "{place} {value}");
        }
        let mut made = setup();
        made["admin"]["password"] = json!(null);
        let made: Setup = serde_json::from_value(made).unwrap();
        assert!(check(&made, AdminPassword::MayBeMade).is_ok(), "for a script one is made");
    }

    #[test]
    fn codes_are_plain_and_each_once() {
        let mut taken = HashSet::new();
        let mut code = |name| free_code(&mut taken, UnitKind::School, name);
        assert_eq!(code("Trường THCS Ba Đình"), "truong-thcs-ba-dinh");
        assert_eq!(code("Trường THCS ba đình!"), "truong-thcs-ba-dinh-2");
        assert_eq!(code("###"), "school");
        let long = code("Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị – xã hội phường");
        assert!(long.len() <= 40 && !long.ends_with('-'), "{long}");
    }
}
