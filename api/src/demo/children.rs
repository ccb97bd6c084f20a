//! About three thousand invented children, the same at every start: names are drawn from a fixed seed, numbers of
//! identity begin with a province that does not exist, telephone numbers with a block that nobody has.

use std::ops::Range;

use anyhow::Result;
use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::dice::Dice;
use crate::access::subject::Children;
use crate::access::{Create, Cx, Gate, UnitKind};
use crate::db::schema::child_supports;
use crate::db::types::Id;
use crate::each_backend;
use crate::error;
use crate::features::children::content::Content;
use crate::features::children::history::Source;
use crate::features::children::many::{self, BATCH, Newcomer};
use crate::features::children::model::{DisabilityDegree, Guardian, Poverty, Relation, Sex};
use crate::features::children::supports::SupportKind;
use crate::features::units::{self, ActiveUnit};

/// How many the demo shows; measurements take more.
pub const COUNT: usize = 3000;

/// How many are made in one transaction.
const AT_ONCE: usize = 5000;

const FAMILIES: [&str; 16] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Mai", "Trịnh", "Lương",
    "Tống", "Cao",
];
const GIRLS: [&str; 24] = [
    "An", "Anh", "Ánh", "Bình", "Châu", "Chi", "Diệp", "Dung", "Giang", "Hà", "Hân", "Hoà", "Hương", "Khánh", "Lan",
    "Linh", "Mai", "My", "Ngân", "Ngọc", "Nhi", "Thảo", "Trang", "Yến",
];
const BOYS: [&str; 24] = [
    "An", "Bách", "Bảo", "Cường", "Dũng", "Duy", "Đạt", "Đức", "Hải", "Hiếu", "Hoàng", "Huy", "Khang", "Khoa", "Lâm",
    "Long", "Minh", "Nam", "Phong", "Phúc", "Quân", "Sơn", "Tuấn", "Việt",
];
const MIDDLE_GIRLS: [&str; 10] = ["Thị", "Thị Thu", "Ngọc", "Thảo", "Minh", "Phương", "Bảo", "Gia", "Khánh", "Thanh"];
const MIDDLE_BOYS: [&str; 10] = ["Văn", "Đình", "Minh", "Gia", "Quang", "Hữu", "Đức", "Tuấn", "Bảo", "Anh"];
const JOBS: [&str; 6] = ["Công nhân", "Nông dân", "Buôn bán", "Giáo viên", "Lái xe", "Đi làm xa"];

/// The ward's children with these numbers.
///
/// # Errors
/// When the database refuses.
pub fn fill(gate: &Gate, numbers: Range<usize>) -> Result<()> {
    let mut dice = Dice::new(0x00b0_0b1e_5eed_2024 ^ numbers.start as u64);
    for first in numbers.clone().step_by(AT_ONCE) {
        let numbers = first..numbers.end.min(first + AT_ONCE);
        super::told(gate.demo("chinhsach", |cx: &mut Cx<'_, Children, Create>| make(cx, &mut dice, numbers)))?;
    }
    Ok(())
}

fn make(cx: &mut Cx<'_, Children, Create>, dice: &mut Dice, numbers: Range<usize>) -> error::Result<()> {
    let ward = cx.scope().ward().cloned().ok_or_else(error::Error::not_found)?;
    let units = units::active(cx, &ward)?;
    let people: Vec<(Content, Vec<String>)> = numbers.map(|number| invent(dice, number, cx.today(), &units)).collect();
    let newcomers: Vec<Newcomer<'_>> = people.iter().map(|(content, groups)| Newcomer { content, groups }).collect();
    let ids = many::insert(cx, &ward, &newcomers, Source::Form)?;
    support(cx, dice, ids.iter().zip(&people).map(|(id, (_, groups))| (id, !groups.is_empty())))
}

fn invent(dice: &mut Dice, number: usize, today: NaiveDate, units: &[ActiveUnit]) -> (Content, Vec<String>) {
    let sex = if dice.one_in(2) { Sex::Female } else { Sex::Male };
    let family = *dice.pick(&FAMILIES);
    let (middle, given) = match sex {
        Sex::Female => (dice.pick(&MIDDLE_GIRLS), dice.pick(&GIRLS)),
        _ => (dice.pick(&MIDDLE_BOYS), dice.pick(&BOYS)),
    };
    // From birth to the last day before sixteen.
    let days = i64::try_from(dice.below(16 * 365 - 8)).unwrap_or(0);
    let born = today.checked_sub_signed(TimeDelta::days(days)).unwrap_or(today);
    let school_years = school_years(born, today);
    let neighborhoods: Vec<&ActiveUnit> = of_kind(units, UnitKind::Neighborhood);
    let neighborhood_id = Some(dice.pick(&neighborhoods).id.clone());
    let (school_id, grade) = school(dice, units, school_years);
    let poverty = match dice.below(100) {
        0..3 => Poverty::Poor,
        3..8 => Poverty::NearPoor,
        _ => Poverty::None,
    };
    let groups = groups(dice, school_years, poverty);
    let is_disabled = groups.iter().any(|code| code == "HC04");
    let degree = [DisabilityDegree::Mild, DisabilityDegree::Severe, DisabilityDegree::ExtremelySevere];
    let insured = school_years < 6 && !dice.one_in(20) || school_years >= 6 && !dice.one_in(12);
    let address = format!("Số {}, ngõ {}", 1 + dice.below(90), 1 + dice.below(20));
    let century = if sex == Sex::Female { 3 } else { 2 };
    let personal_id = format!("000{century}{:02}{:06}", born.year() % 100, (100_000 + number) % 1_000_000);
    let content = Content {
        full_name: format!("{family} {middle} {given}"),
        date_of_birth: born,
        birth_year_only: false,
        sex,
        ethnicity: Some(if dice.one_in(25) { "06" } else { "01" }.to_owned()),
        personal_id: (!dice.one_in(15)).then_some(personal_id),
        neighborhood_id,
        school_id,
        grade,
        permanent_address: address.clone(),
        address,
        temporary_address: String::new(),
        guardians: parents(dice, family, number),
        health_insurance_no: insured.then(|| format!("00{:08}", 10_000_000 + number)),
        health_insurance_valid_to: insured.then(|| today.checked_add_months(Months::new(9))).flatten(),
        disability: if is_disabled { "vận động".to_owned() } else { String::new() },
        disability_degree: is_disabled.then(|| *dice.pick(&degree)),
        illness: String::new(),
        poverty,
        can_swim: (school_years >= 6).then(|| dice.below(10) < 4),
        medical_warning: if dice.one_in(40) {
            "Hen suyễn: mang theo thuốc xịt.".to_owned()
        } else {
            String::new()
        },
        notes: String::new(),
    };
    (content, groups)
}

/// Full years at the beginning of this school year.
fn school_years(born: NaiveDate, today: NaiveDate) -> i32 {
    let year = if today.month() >= 9 { today.year() } else { today.year() - 1 };
    year - born.year()
}

fn of_kind(units: &[ActiveUnit], kind: UnitKind) -> Vec<&ActiveUnit> {
    units.iter().filter(|unit| unit.kind == kind).collect()
}

fn school(dice: &mut Dice, units: &[ActiveUnit], years: i32) -> (Option<Id>, String) {
    let (word, grade) = match years {
        3..=5 => ("mam non", format!("{} tuổi {}", years, dice.pick(&["A", "B"]))),
        6..=10 => ("tieu hoc", format!("{}{}", years - 5, dice.pick(&["A", "B", "C"]))),
        11..=14 => ("thcs", format!("{}{}", years - 5, dice.pick(&["A", "B", "C"]))),
        _ => return (None, String::new()),
    };
    let school = of_kind(units, UnitKind::School).into_iter().find(|unit| unit.search_key.contains(word));
    match school {
        Some(unit) => (Some(unit.id.clone()), grade),
        None => (None, String::new()),
    }
}

fn groups(dice: &mut Dice, years: i32, poverty: Poverty) -> Vec<String> {
    let mut groups = Vec::new();
    match dice.below(1000) {
        0..4 => groups.push("HC01"),
        4..7 => groups.push("HC03"),
        7..22 => groups.push("HC04"),
        22..23 => groups.push("HC05"),
        23..24 if years > 11 => groups.push("HC06"),
        24..26 => groups.push("HC09"),
        26..27 => groups.push("HC11"),
        27..31 if poverty != Poverty::None => groups.push("HC13"),
        _ => {}
    }
    match poverty {
        Poverty::Poor => groups.push("NC01"),
        Poverty::NearPoor => groups.push("NC02"),
        Poverty::None => {}
    }
    match dice.below(100) {
        0..2 => groups.push("NC03"),
        2..4 => groups.push("NC04"),
        4..8 => groups.push("NC05"),
        8..9 => groups.push("NC09"),
        _ => {}
    }
    groups.into_iter().map(str::to_owned).collect()
}

fn parents(dice: &mut Dice, family: &str, number: usize) -> Vec<Guardian> {
    let phone = |dice: &mut Dice, at: usize| (!dice.one_in(8)).then(|| format!("0900{:06}", number * 2 + at));
    let mother = Guardian {
        relation: Relation::Mother,
        full_name: format!("{} {} {}", dice.pick(&FAMILIES), dice.pick(&MIDDLE_GIRLS), dice.pick(&GIRLS)),
        phone: phone(dice, 0),
        occupation: (*dice.pick(&JOBS)).to_owned(),
    };
    let father = Guardian {
        relation: Relation::Father,
        full_name: format!("{family} {} {}", dice.pick(&MIDDLE_BOYS), dice.pick(&BOYS)),
        phone: phone(dice, 1),
        occupation: (*dice.pick(&JOBS)).to_owned(),
    };
    vec![mother, father]
}

#[derive(Insertable)]
#[diesel(table_name = child_supports)]
pub(super) struct SupportRow {
    id: Id,
    child_id: Id,
    kind: SupportKind,
    on_date: NaiveDate,
    programme: &'static str,
    value: Option<i64>,
    note: &'static str,
    recorded_by_id: Option<Id>,
    created_at: crate::db::types::Instant,
    cancel_reason: &'static str,
}

/// Two thirds of those in a group were given something this year; the rest is whom the ward must still reach.
fn support<'a>(
    cx: &mut Cx<'_, Children, Create>,
    dice: &mut Dice,
    children: impl Iterator<Item = (&'a Id, bool)>,
) -> error::Result<()> {
    let mut rows = Vec::new();
    for (child, in_group) in children {
        if !in_group || dice.one_in(3) {
            continue;
        }
        let days = i64::try_from(dice.below(cx.today().ordinal0() as usize + 1)).unwrap_or(0);
        let on = cx.today() - TimeDelta::days(days);
        let programme = "Thăm, tặng quà trẻ em có hoàn cảnh khó khăn";
        rows.push(support_row(cx, child, SupportKind::Gift, on, programme, Some(300_000)));
    }
    insert_supports(cx, &rows)
}

/// Something that a child was given.
pub(super) fn support_row(
    cx: &Cx<'_, Children, Create>,
    child: &Id,
    kind: SupportKind,
    on_date: NaiveDate,
    programme: &'static str,
    value: Option<i64>,
) -> SupportRow {
    SupportRow {
        id: cx.new_id(),
        child_id: child.clone(),
        kind,
        on_date,
        programme,
        value,
        note: "",
        recorded_by_id: cx.actor().person().cloned(),
        created_at: cx.now(),
        cancel_reason: "",
    }
}

pub(super) fn insert_supports(cx: &mut Cx<'_, Children, Create>, rows: &[SupportRow]) -> error::Result<()> {
    for rows in rows.chunks(BATCH) {
        each_backend!(cx.conn(), plain => diesel::insert_into(child_supports::table).values(rows).execute(plain))?;
    }
    Ok(())
}
