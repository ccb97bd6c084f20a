//! One row → one draft: each column's reader, then what the columns say together.

use std::collections::BTreeMap;

use super::draft::{ChildDraft, OtherValue, PersonDraft, Sex};
use super::lines::Section;
use super::problem::{Finding, Problem, ProblemCode as Code};
use super::values::birth::Birth;
use super::values::flag::{self, Flag};
use super::values::insurance::{self, Insurance};
use super::values::{Read, clean, ethnicity, is_blank, is_cell_error, name, personal_id, phone, school, sex};
use super::{ColumnReading, Field};
use crate::sheets::{Cell, Row};
use crate::words::{char_count, shorten};

/// Longer than any note; what is longer is cut, with a warning.
const MAX_TEXT: usize = 2_000;

pub(super) struct Context<'a> {
    pub(super) columns: &'a [ColumnReading],
    pub(super) today: chrono::NaiveDate,
    pub(super) from_1904: bool,
    /// Only one of `Nam` and `Nữ` has a column: an empty cell means the other.
    pub(super) lone_sex: Option<Field>,
}

pub(super) struct Reader<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) child: ChildDraft,
    pub(super) problems: Vec<Problem>,
    pub(super) sex: Option<(Sex, u32)>,
    birth: Option<(Birth, u32)>,
    parts: BTreeMap<Field, (String, u32)>,
    pub(super) poor: (Flag, Flag),
    pub(super) people: BTreeMap<u8, PersonDraft>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self {
            context,
            child: ChildDraft::default(),
            problems: Vec::new(),
            sex: None,
            birth: None,
            parts: BTreeMap::new(),
            poor: (Flag::Empty, Flag::Empty),
            people: BTreeMap::new(),
        }
    }

    pub(super) fn read(mut self, row: &Row, section: &Section) -> (ChildDraft, Vec<Problem>) {
        for column in self.context.columns {
            let cell = row.cell(column.index);
            if column.field != Some(Field::Ignore) && !cell.is_empty() {
                self.cell(column, cell);
            }
        }
        self.name();
        self.births();
        self.sexes(row);
        self.poverty();
        self.sections(section);
        self.together();
        (self.child, self.problems)
    }

    fn cell(&mut self, column: &ColumnReading, cell: &Cell) {
        let text = clean(cell);
        if is_cell_error(&text) {
            let finding = Finding::warning(
                Code::CellError,
                format!("Ô này có lỗi công thức của Excel ({text}); được bỏ qua."),
                format!("The cell holds an error of Excel ({text}) and was skipped."),
            );
            return self.found(column, finding);
        }
        let text = if char_count(&text) > MAX_TEXT {
            let finding = Finding::warning(
                Code::TooLong,
                "Ô này quá dài nên được cắt bớt.".into(),
                "The cell is too long and was cut.".into(),
            );
            self.found(column, finding);
            shorten(&text, MAX_TEXT)
        } else {
            text
        };
        if let Some(field) = column.field { self.field(column, field, cell, text) } else { self.keep(column, text) }
    }

    fn field(&mut self, column: &ColumnReading, field: Field, cell: &Cell, text: String) {
        let (today, mac) = (self.context.today, self.context.from_1904);
        let said = || Some(text.clone()).filter(|text| !is_blank(text));
        match field {
            Field::Ignore => {}
            Field::Ordinal => self.child.ordinal = Some(text),
            Field::Code => self.child.code = Some(text),
            Field::FullName | Field::FamilyAndMiddleName | Field::GivenName | Field::BirthDay | Field::BirthMonth => {
                self.parts.insert(field, (text, column.index));
            }
            Field::DateOfBirth | Field::BirthYear | Field::BirthDateIfMale | Field::BirthDateIfFemale => {
                if field == Field::BirthYear
                    && self.context.columns.iter().any(|other| other.field == Some(Field::BirthDay))
                {
                    self.parts.insert(field, (text, column.index));
                    return;
                }
                self.birth_in(column, field, cell, &text, today, mac);
            }
            Field::Sex => {
                if let Some(sex) = self.take(column, sex::read(cell), &text) {
                    self.set_sex(column, sex);
                }
            }
            Field::IsMale | Field::IsFemale => match flag::read(cell) {
                Flag::Yes => self.set_sex(column, if field == Field::IsMale { Sex::Male } else { Sex::Female }),
                Flag::Other => match sex::read(cell).value {
                    Some(sex) => self.set_sex(column, sex),
                    None => self.odd_flag(column, text),
                },
                Flag::No | Flag::Empty => {}
            },
            Field::Ethnicity => self.child.ethnicity = self.take(column, ethnicity::read(cell), &text),
            Field::PersonalId => self.child.personal_id = self.take(column, personal_id::read(cell), &text),
            Field::Neighborhood => {
                let number = !text.is_empty() && text.chars().all(|char| char.is_ascii_digit());
                let word = crate::words::identity(&column.header);
                self.child.neighborhood = said().map(|text| match word.as_str() {
                    "kp" | "khu pho" if number => format!("Khu phố {text}"),
                    "tdp" | "to dan pho" if number => format!("Tổ dân phố {text}"),
                    "to" | "thon" | "khu" | "xom" | "ap" if number => format!("{} {text}", column.header.trim()),
                    _ => super::place::neighborhood(&text, true).filter(|_| fits(&text)).unwrap_or(text),
                });
            }
            Field::Address => self.child.address = said(),
            Field::PermanentAddress => self.child.permanent_address = said(),
            Field::TemporaryAddress => self.child.temporary_address = said(),
            Field::FatherName | Field::MotherName | Field::GuardianName => {
                self.person(field).name = name::of_adult(cell);
                if text.contains(|char: char| char.is_ascii_digit()) {
                    self.phone_beside(column, field, &text);
                }
            }
            Field::FatherPhone | Field::MotherPhone | Field::GuardianPhone => {
                let phones = self.take(column, phone::read(cell), &text).unwrap_or_default();
                self.person(field).phones.extend(phones);
            }
            Field::FatherBirthYear | Field::MotherBirthYear => self.adult_year(column, field, cell, text),
            Field::FatherJob | Field::MotherJob => self.person(field).job = said(),
            Field::GuardianRelation => self.person(field).relation = said(),
            Field::Phone => {
                for phone in self.take(column, phone::read(cell), &text).unwrap_or_default() {
                    if !self.child.phones.contains(&phone) {
                        self.child.phones.push(phone);
                    }
                }
            }
            // "THCS Lê Lợi, lớp 8" where the list has no column for the class.
            Field::School if !self.context.columns.iter().any(|other| other.field == Some(Field::Grade)) => {
                (self.child.school, self.child.grade) = school::both(cell);
            }
            Field::School => self.child.school = said(),
            Field::Grade => self.child.grade = school::grade(cell),
            Field::SchoolAndClass => (self.child.school, self.child.grade) = school::both(cell),
            Field::HealthInsuranceNo => match self.take(column, insurance::read(cell), &text) {
                Some(Insurance::Number(number)) => {
                    self.child.health_insurance_no = Some(number);
                    self.child.has_health_insurance = Some(true);
                }
                Some(Insurance::Has(has)) => self.child.has_health_insurance = Some(has),
                None => {}
            },
            Field::HealthInsuranceValidTo => {
                self.child.health_insurance_valid_to = self.take(column, insurance::valid_to(cell, today, mac), &text);
            }
            Field::HasHealthInsurance => match insurance::read(cell).value {
                Some(Insurance::Number(number)) => {
                    self.child.health_insurance_no = Some(number);
                    self.child.has_health_insurance = Some(true);
                }
                Some(Insurance::Has(has)) => self.child.has_health_insurance = Some(has),
                None => self.odd_flag(column, text),
            },
            Field::CanSwim => self.child.can_swim = self.yes_no(column, cell, text),
            Field::Disability => self.child.disability = said(),
            Field::Illness => self.child.illness = said(),
            Field::IsPoor | Field::IsNearPoor => self.poor_in(column, field, cell, text),
            Field::Poverty => self.poverty_in(column, cell, text),
            Field::Circumstance | Field::Risk => self.circumstances(column, text),
            Field::Group(number) => self.group(column, cell, text, format!("HC{number:02}")),
            Field::RiskOf(number) => self.group(column, cell, text, format!("NC{number:02}")),
            Field::Note if self.child.note.is_none() => self.child.note = said(),
            Field::Note => self.keep(column, text),
        }
    }

    pub(super) fn found(&mut self, column: &ColumnReading, finding: Finding) {
        self.problems.push(finding.at(Some(column.index), column.field));
    }

    /// A column's problem, by its place alone.
    pub(super) fn found_at(&mut self, index: Option<u32>, field: Option<Field>, finding: Finding) {
        self.problems.push(finding.at(index, field));
    }

    pub(super) fn take<T>(&mut self, column: &ColumnReading, read: Read<T>, text: &str) -> Option<T> {
        for finding in read.findings {
            self.found(column, finding);
        }
        if read.keep {
            self.keep(column, text.to_owned());
        }
        read.value
    }

    pub(super) fn keep(&mut self, column: &ColumnReading, value: String) {
        let header = if column.header.is_empty() { format!("Cột {}", column.letter) } else { column.header.clone() };
        if !value.is_empty() {
            self.child.other.push(OtherValue { header, value });
        }
    }

    fn yes_no(&mut self, column: &ColumnReading, cell: &Cell, text: String) -> Option<bool> {
        match flag::read(cell) {
            Flag::Yes => Some(true),
            Flag::No => Some(false),
            Flag::Empty => None,
            Flag::Other => {
                self.odd_flag(column, text);
                None
            }
        }
    }

    pub(super) fn odd_flag(&mut self, column: &ColumnReading, text: String) {
        let finding = Finding::warning(
            Code::FlagUnreadable,
            format!("“{text}” không rõ là có hay không. Hãy ghi x, có hoặc không."),
            format!("“{text}” says neither yes nor no. Write x, có or không."),
        );
        self.found(column, finding);
        self.keep(column, text);
    }

    pub(super) fn part(&self, field: Field) -> Option<(&str, u32)> {
        self.parts.get(&field).map(|(text, column)| (text.as_str(), *column))
    }

    pub(super) fn birth(&self) -> Option<(Birth, u32)> {
        self.birth
    }

    pub(super) fn set_birth(&mut self, birth: Birth, column: u32) {
        self.birth = Some((birth, column));
    }
}

/// Is the text the neighborhood's name and no more?
fn fits(text: &str) -> bool {
    char_count(text) <= 30 && !text.contains([',', ';'])
}
