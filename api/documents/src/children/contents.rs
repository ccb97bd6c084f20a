//! What a column holds, by its values: for columns whose headings say nothing, and for headings that mean two things.

use chrono::NaiveDate;

use super::Field;
use super::values::{birth, clean, ethnicity, flag, insurance, personal_id, phone};
use crate::sheets::{Cell, Row};
use crate::words::{Pattern, fold, regex};

/// How many of a column's values are of each kind.
#[derive(Debug, Default)]
pub(super) struct Contents {
    filled: usize,
    dates: usize,
    sexes: usize,
    ethnicities: usize,
    ids: usize,
    phones: usize,
    insurances: usize,
    names: usize,
    single_words: usize,
    classes: usize,
    marks: usize,
    small_numbers: usize,
}

/// Of persons, by how often they occur (nearly everybody): the first word of a full name.
const FAMILIES: [&str; 62] = [
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo", "duong",
    "ly", "dinh", "mai", "trinh", "luong", "lam", "dao", "doan", "vuong", "truong", "ha", "cao", "luu", "ta", "chu",
    "to", "quach", "thai", "la", "tong", "kieu", "nghiem", "lo", "vi", "cam", "quang", "giang", "sung", "vang", "thao",
    "ly", "phung", "tu", "tang", "ninh", "bach", "chau", "diep", "khuat", "lai", "mac", "au", "ong", "thach", "son",
    "kim", "hua",
];
static CLASS: Pattern = regex!(r"(?i)^(?:lop )?(?:1[0-2]|[1-9])\s?[a-zđ]\d{0,2}$");

pub(super) fn of(cells: impl Iterator<Item = Cell>, today: NaiveDate) -> Contents {
    let mut contents = Contents::default();
    for cell in cells.filter(|cell| !cell.is_empty()).take(200) {
        contents.look(&cell, today);
    }
    contents
}

/// Does a row hold a name and a date?
pub(super) fn is_child(row: &Row, today: NaiveDate) -> bool {
    let (mut names, mut dates) = (0_usize, 0_usize);
    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
        let mut one = Contents::default();
        one.look(cell, today);
        names += one.names;
        dates += one.dates;
    }
    names > 0 && dates > 0
}

impl Contents {
    fn look(&mut self, cell: &Cell, today: NaiveDate) {
        let text = clean(cell);
        let folded = fold(&text);
        let good = |has: bool| usize::from(has);
        self.filled += 1;
        let year = text.parse::<u32>().is_ok_and(|year| (1990..=2100).contains(&year));
        let dated = matches!(cell, Cell::Date(_))
            || (year || text.contains(['/', '-', '.'])) && matches!(cell, Cell::Text(_) | Cell::Number(_));
        self.dates += good(dated && birth::read(cell, today, false).value.is_some());
        self.sexes += good(matches!(folded.as_str(), "nam" | "nu" | "trai" | "gai"));
        self.ethnicities += good(matches!(cell, Cell::Text(_)) && text.len() > 2 && ethnicity::code(&text).is_some());
        self.ids += good(personal_id::read(cell).value.is_some());
        self.phones += good(phone::read(cell).value.is_some());
        self.insurances += good(
            matches!(insurance::read(cell).value, Some(insurance::Insurance::Number(number)) if number.len() == 15),
        );
        let words: Vec<&str> = folded.split(' ').collect();
        let letters = folded.chars().all(|char| char.is_alphabetic() || " '-.".contains(char));
        let family = words.first().is_some_and(|first| FAMILIES.contains(first));
        self.names += good(matches!(cell, Cell::Text(_)) && letters && (2..=6).contains(&words.len()) && family);
        self.single_words += good(letters && words.len() == 1 && !text.is_empty());
        self.classes += good(CLASS.is_match(&text));
        self.marks += good(!matches!(flag::read(cell), flag::Flag::Other | flag::Flag::Empty));
        self.small_numbers += good(folded.parse::<f64>().is_ok_and(|number| number < 100_000.0));
    }

    fn mostly(&self, count: usize) -> bool {
        self.filled > 0 && count * 10 >= self.filled * 7
    }

    pub(super) fn is_single_words(&self) -> bool {
        self.mostly(self.single_words)
            && !self.mostly(self.sexes)
            && !self.mostly(self.ethnicities)
            && !self.mostly(self.marks)
    }

    pub(super) fn is_marks(&self) -> bool {
        self.filled > 0 && self.marks == self.filled
    }

    /// A field for a column without heading.
    pub(super) fn guess(&self) -> Option<(Field, u8)> {
        [
            (self.insurances, Field::HealthInsuranceNo, 60),
            (self.ids, Field::PersonalId, 60),
            (self.phones, Field::Phone, 55),
            (self.sexes, Field::Sex, 60),
            (self.ethnicities, Field::Ethnicity, 55),
            (self.classes, Field::Grade, 50),
            (self.dates, Field::DateOfBirth, 55),
            (self.names, Field::FullName, 50),
        ]
        .into_iter()
        .find(|(count, ..)| self.mostly(*count))
        .map(|(_, field, sure)| (field, sure))
    }

    /// What a heading means that means two things: `DT` (ethnic group or phone), `BHYT` (number or yes), `Khối`.
    pub(super) fn settle(&self, field: Field, sure: u8) -> (Field, u8) {
        match field {
            Field::Ethnicity if sure < 80 && self.mostly(self.phones) => (Field::Phone, 80),
            Field::Phone if self.mostly(self.ethnicities) => (Field::Ethnicity, 70),
            Field::HealthInsuranceNo if self.is_marks() => (Field::HasHealthInsurance, 85),
            Field::Disability if self.is_marks() => (Field::Group(4), 80),
            Field::Neighborhood if sure < 60 && self.mostly(self.small_numbers) => (Field::Grade, 60),
            Field::GivenName if self.mostly(self.names) => (Field::FullName, 85),
            Field::IsMale | Field::IsFemale if self.mostly(self.sexes) => (Field::Sex, 70),
            Field::Sex if self.mostly(self.dates) => (Field::DateOfBirth, 50),
            _ => (field, sure),
        }
    }
}
