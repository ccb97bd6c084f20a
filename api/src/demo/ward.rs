//! The ward itself: its units and one account for each role.

use anyhow::Result;
use diesel::prelude::*;

use crate::access::{Gate, PublicCx, Role, UnitKind};
use crate::auth::passwords;
use crate::db::schema::wards;
use crate::db::types::{Id, Json};
use crate::setup::{self, Hotline, NewUser, WardSettings};

/// Unit kind, code, name; then username, full name, position and role of its account.
type Desk = (UnitKind, &'static str, &'static str, &'static str, &'static str, &'static str, Role);

#[rustfmt::skip]
const DESKS: &[Desk] = &[
    (UnitKind::SocialPolicy, "chinh-sach-xa-hoi", "Công chức chính sách xã hội", "chinhsach", "Lê Thu Hà", "Công chức chính sách xã hội", Role::SocialOfficer),
    (UnitKind::Culture, "van-hoa-xa-hoi", "Công chức văn hóa – xã hội", "vanhoa", "Nguyễn Minh Quân", "Công chức văn hóa – xã hội", Role::CultureOfficer),
    (UnitKind::YouthUnion, "doan-phuong", "Đoàn TNCS Hồ Chí Minh phường", "doan", "Phạm Ngọc Ánh", "Bí thư Đoàn phường", Role::YouthUnion),
    (UnitKind::Police, "cong-an", "Công an phường", "congan", "Trịnh Văn Dũng", "Phó Trưởng Công an phường", Role::Police),
    (UnitKind::FatherlandFront, "mat-tran", "Ủy ban MTTQ và các tổ chức chính trị – xã hội", "mttq", "Mai Thị Lan", "Chủ tịch Ủy ban MTTQ phường", Role::Front),
    (UnitKind::HealthStation, "tram-y-te", "Trạm Y tế phường", "yte", "Đỗ Thị Hạnh", "Trưởng Trạm Y tế", Role::Health),
    (UnitKind::School, "mn-ba-dinh", "Trường Mầm non Ba Đình", "truong1", "Vũ Thị Thơm", "Hiệu trưởng", Role::School),
    (UnitKind::School, "th-ba-dinh", "Trường Tiểu học Ba Đình", "truong2", "Hoàng Văn Nam", "Hiệu trưởng", Role::School),
    (UnitKind::School, "thcs-ba-dinh", "Trường THCS Ba Đình", "truong3", "Bùi Thị Ngân", "Phó Hiệu trưởng", Role::School),
];

const HEADS: [&str; 11] = [
    "Nguyễn Văn Ân",
    "Trần Thị Bình",
    "Lê Đình Cường",
    "Phạm Thị Dung",
    "Hoàng Văn Đức",
    "Vũ Thị Giang",
    "Đặng Văn Hải",
    "Bùi Thị Khánh",
    "Đỗ Văn Long",
    "Ngô Thị Mơ",
    "Dương Văn Phúc",
];

/// The ward Ba Đình of Bỉm Sơn, its units and accounts; no plan yet.
///
/// # Errors
/// When the database refuses.
pub fn basic(gate: &Gate) -> Result<()> {
    // One hash for all: the password is the same, and hashing takes its time.
    let hash = passwords::hash(super::PASSWORD, &gate.services().config).map_err(|error| anyhow::anyhow!("{error}"))?;
    gate.public("demo", |cx| fill(cx, &hash)).map_err(|error| anyhow::anyhow!("{error}"))
}

fn fill(cx: &mut PublicCx<'_>, hash: &str) -> crate::error::Result<()> {
    let superior = setup::unit(cx, None, UnitKind::Superior, "cap-tren-bim-son", "UBND thị xã Bỉm Sơn")?;
    let ward = setup::ward(cx, "ba-dinh", "Phường Ba Đình", "Bỉm Sơn", Some(&superior))?;
    // Invented: no telephone in Vietnam has this number.
    let hotline = Hotline {
        label: "Đường dây nóng của phường".to_owned(),
        phone: "0237000111".to_owned(),
        hours: "24/24 giờ".to_owned(),
    };
    let settings = WardSettings { hotlines: vec![hotline], ..WardSettings::default() };
    diesel::update(wards::table.find(&ward)).set(wards::settings.eq(Json::new(settings))).execute(cx.conn)?;
    account(cx, None, &superior, ("captren", "Cao Văn Sơn", "Chuyên viên", Role::Superior), hash)?;

    let leadership = setup::unit(cx, Some(&ward), UnitKind::Leadership, "ubnd", "Lãnh đạo UBND phường")?;
    account(cx, Some(&ward), &leadership, ("lanhdao", "Trần Thị Nga", "Phó Chủ tịch", Role::Leader), hash)?;
    account(cx, Some(&ward), &leadership, ("chutich", "Nguyễn Hữu Thọ", "Chủ tịch", Role::Leader), hash)?;
    account(cx, Some(&ward), &leadership, ("quantri", "Lương Gia Bảo", "Quản trị hệ thống", Role::Admin), hash)?;
    for (kind, code, name, username, full_name, position, role) in DESKS {
        let unit = setup::unit(cx, Some(&ward), *kind, code, name)?;
        account(cx, Some(&ward), &unit, (username, full_name, position, *role), hash)?;
    }
    for (number, head) in (1..).zip(HEADS) {
        let name = format!("Khu phố {number}");
        let unit = setup::unit(cx, Some(&ward), UnitKind::Neighborhood, &format!("khu-pho-{number}"), &name)?;
        let username = format!("khupho{number}");
        account(cx, Some(&ward), &unit, (&username, head, "Trưởng khu phố", Role::Neighborhood), hash)?;
    }
    Ok(())
}

fn account(
    cx: &mut PublicCx<'_>,
    ward: Option<&Id>,
    unit: &Id,
    (username, full_name, position, role): (&str, &str, &str, Role),
    hash: &str,
) -> crate::error::Result<Id> {
    let must_change_password = false;
    let new = NewUser { ward, unit, username, full_name, position, role, password_hash: hash, must_change_password };
    setup::user(cx, &new)
}
