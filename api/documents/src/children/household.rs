//! Of a row, what it says of the people around the child and of the household.

use super::draft::{PersonDraft, Poverty};
use super::person::Reader;
use super::problem::{Finding, ProblemCode as Code};
use super::values::birth;
use super::values::flag::{self, Flag};
use super::values::{is_blank, name, phone};
use super::{ColumnReading, Field};
use crate::sheets::Cell;

impl Reader<'_> {
    pub(super) fn person(&mut self, field: Field) -> &mut PersonDraft {
        let whose = match field {
            Field::FatherName | Field::FatherPhone | Field::FatherBirthYear | Field::FatherJob => 0,
            Field::MotherName | Field::MotherPhone | Field::MotherBirthYear | Field::MotherJob => 1,
            _ => 2,
        };
        self.people.entry(whose).or_default()
    }

    /// "Trần Văn Ba 0912345678" in one cell.
    pub(super) fn phone_beside(&mut self, column: &ColumnReading, field: Field, text: &str) {
        let start = text.find(|char: char| char.is_ascii_digit() || char == '+').unwrap_or(text.len());
        let (who, rest) = text.split_at(start);
        match phone::read(&Cell::Text(rest.into())).value {
            Some(phones) => {
                let who = who.trim_matches(|char: char| char.is_whitespace() || "-:(,;".contains(char)).to_owned();
                let person = self.person(field);
                person.phones.extend(phones);
                person.name = name::of_adult(&Cell::Text(who.into()));
            }
            None => self.keep(column, text.to_owned()),
        }
    }

    pub(super) fn adult_year(&mut self, column: &ColumnReading, field: Field, cell: &Cell, text: String) {
        if is_blank(&text) {
            return;
        }
        let year = birth::read(cell, self.context.today, self.context.from_1904)
            .value
            .map(|birth| chrono::Datelike::year(&birth.date));
        match year {
            Some(year) => self.person(field).birth_year = Some(year),
            None => {
                let finding = Finding::warning(
                    Code::YearUnreadable,
                    format!("Không đọc được năm sinh “{text}”."),
                    format!("The year of birth “{text}” can't be read."),
                );
                self.found(column, finding);
                self.keep(column, text);
            }
        }
    }

    pub(super) fn poor_in(&mut self, column: &ColumnReading, field: Field, cell: &Cell, text: String) {
        let flag = flag::read(cell);
        if flag == Flag::Other || crate::words::fold(&text).contains("ngheo") {
            return self.poverty_in(column, cell, text);
        }
        if field == Field::IsPoor { self.poor.0 = flag } else { self.poor.1 = flag }
    }

    pub(super) fn poverty_in(&mut self, column: &ColumnReading, cell: &Cell, text: String) {
        let folded = crate::words::fold(&text);
        let near = folded.contains("can ngheo") || matches!(folded.trim(), "hcn" | "cn");
        let poor = folded.replace("can ngheo", "").contains("ngheo") || matches!(folded.trim(), "hn" | "n");
        let out = folded.contains("thoat")
            || folded.contains("khong")
            || folded.contains("binh thuong")
            || folded.contains("trung binh");
        match (near, poor) {
            _ if out || flag::read(cell) == Flag::No => self.child.poverty = Some(Poverty::None),
            (true, _) => self.poor.1 = Flag::Yes,
            (_, true) => self.poor.0 = Flag::Yes,
            _ if matches!(folded.trim(), "kha" | "giau" | "du an") => self.child.poverty = Some(Poverty::None),
            _ => {
                let finding = Finding::warning(
                    Code::PovertyUnreadable,
                    format!("“{text}” không rõ là hộ nghèo hay cận nghèo; được giữ ở phần thông tin khác."),
                    format!("“{text}” says neither poor nor near-poor; it is kept beside."),
                );
                self.found(column, finding);
                self.keep(column, text);
            }
        }
    }

    pub(super) fn poverty(&mut self) {
        self.child.poverty = match self.poor {
            (Flag::Yes, Flag::Yes) => {
                let finding = Finding::warning(
                    Code::PovertyConflict,
                    "Vừa là hộ nghèo vừa là hộ cận nghèo; được ghi là hộ nghèo. Hãy kiểm tra.".into(),
                    "Both poor and near-poor; poor was taken. Check it.".into(),
                );
                self.found_at(None, Some(Field::Poverty), finding);
                Some(Poverty::Poor)
            }
            (Flag::Yes, _) => Some(Poverty::Poor),
            (_, Flag::Yes) => Some(Poverty::NearPoor),
            (Flag::No, Flag::No) => Some(Poverty::None),
            _ => self.child.poverty,
        };
        self.child.father = self.people.remove(&0).filter(|person| *person != PersonDraft::default());
        self.child.mother = self.people.remove(&1).filter(|person| *person != PersonDraft::default());
        self.child.guardian = self.people.remove(&2).filter(|person| *person != PersonDraft::default());
    }
}
