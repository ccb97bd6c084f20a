//! What a row of the table is: a child, a heading of a section, a total, the signatures below.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::place;
use super::table::{Table, is_numbering};
use super::values::{birth, circumstance, clean, personal_id};
use super::{ColumnReading, Field};
use crate::sheets::{Cell, Merge, Row, Sheet};
use crate::words::{Pattern, fold, identity, regex};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line {
    Child,
    /// Nothing, or only a running number that was filled in beforehand.
    Blank,
    Numbering,
    RepeatedHeader,
    Section(Section),
    Total,
    Example,
    Footer,
    /// The name above is merged over this row too.
    Continuation,
}

/// What a heading inside the table gives to the rows below it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub neighborhood: Option<String>,
    pub(super) school: Option<String>,
    pub(super) grade: Option<String>,
    pub(super) groups: Vec<String>,
    pub(super) risks: Vec<String>,
}

static TOTAL: Pattern = regex!(
    r"^(?:tong cong|tong so|tong(?: |:|$)(?:tre|cac|toan|so|hop|\d|:|$)|cong(?: (?:so|lai|trang|khu|kp|lop|mang|to|chung|\d)|[:.\s\d]*$)|bang chu|so tre)"
);
static FOOTER: Pattern = regex!(
    r"^(?:nguoi (?:lap|tong hop|thuc hien|viet|ghi)|tm\b|t/m|kt\.|tl\.|chu tich|pho chu tich|hieu truong|pho hieu truong|giao vien chu nhiem|gvcn\b|xac nhan|ke toan|thu truong|can bo|cong chuc|truong khu pho|to truong|truong thon|bi thu|lap bieu|lap bang|noi nhan|\(?ky[, ](?:ten|va ghi|ghi)|\(?ky ten|danh sach (?:nay )?(?:co|gom)|(?:an dinh|tong cong) danh sach|ghi chu ?:|luu y ?:|uy ban nhan dan|ubnd|ban cong tac|doan thanh nien|bch doan)|\bngay\s*[\d.…_]*\s*thang\s*[\d.…_]*\s*nam\b|^dai dien (?:ben|khu|truong)"
);
static EXAMPLE: Pattern = regex!(r"^\(?(?:vi du|vd|mau)\b");
static NUMBERED: Pattern = regex!(r"^(?:[ivx]{1,5}|[a-h]|\d{1,2})\s*[./)-]?$");

/// The words of a row, each once, with the first column they stand in.
fn distinct(row: &Row) -> Vec<(u32, String)> {
    let mut found: Vec<(u32, String)> = Vec::new();
    for (column, cell) in (0_u32..).zip(&row.cells).filter(|(_, cell)| !cell.is_empty()) {
        let text = clean(cell);
        if !text.is_empty() && !found.iter().any(|(_, known)| *known == text) {
            found.push((column, text));
        }
    }
    found
}

/// Merged ranges by the rows that they cover.
pub(super) struct Merges(HashMap<u32, Vec<Merge>>);

impl Merges {
    /// More than any list has; the rest is left alone.
    const MAX: usize = 2_000_000;

    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut by_row: HashMap<u32, Vec<Merge>> = HashMap::new();
        let mut count = 0_usize;
        for merge in &sheet.merges {
            let from = sheet.rows.partition_point(|row| row.number < merge.first_row);
            let rows = sheet.rows.get(from..).unwrap_or_default().iter();
            for row in rows.take_while(|row| row.number <= merge.last_row) {
                count += 1;
                if count > Self::MAX {
                    return Self(by_row);
                }
                by_row.entry(row.number).or_default().push(*merge);
            }
        }
        Self(by_row)
    }

    fn at(&self, row: u32, column: u32) -> impl Iterator<Item = &Merge> {
        self.0.get(&row).into_iter().flatten().filter(move |merge| merge.contains(row, column))
    }
}

pub(super) struct Lines<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) merges: &'a Merges,
    pub(super) table: &'a Table,
    pub(super) columns: &'a [ColumnReading],
    pub(super) today: chrono::NaiveDate,
    /// Signatures have begun: names below them are no children.
    pub(super) in_footer: bool,
}

impl Lines<'_> {
    fn column(&self, wanted: &[Field]) -> Option<&ColumnReading> {
        self.columns.iter().find(|column| column.field.is_some_and(|field| wanted.contains(&field)))
    }

    fn cells<'r>(&self, row: &'r Row, wanted: &[Field]) -> impl Iterator<Item = &'r Cell> {
        let places: Vec<u32> = self
            .columns
            .iter()
            .filter(|column| column.field.is_some_and(|field| wanted.contains(&field)))
            .map(|column| column.index)
            .collect();
        places.into_iter().map(|place| row.cell(place))
    }

    /// A date of birth or a personal number: only a child's row has them.
    fn is_person(&self, row: &Row) -> bool {
        const BIRTHS: [Field; 4] =
            [Field::DateOfBirth, Field::BirthYear, Field::BirthDateIfMale, Field::BirthDateIfFemale];
        self.cells(row, &BIRTHS).any(|cell| birth::read(cell, self.today, false).value.is_some())
            || self.cells(row, &[Field::PersonalId]).any(|cell| personal_id::read(cell).value.is_some())
    }

    pub(super) fn kind(&mut self, row: &Row) -> Line {
        let words = distinct(row);
        if self.is_blank(row, &words) {
            return Line::Blank;
        }
        if is_numbering(row) {
            return Line::Numbering;
        }
        if self.repeats_header(row) {
            self.in_footer = false;
            return Line::RepeatedHeader;
        }
        if words.iter().take(2).any(|(_, text)| EXAMPLE.is_match(&fold(text)))
            && row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1
        {
            return Line::Example;
        }
        if self.continues(row) {
            return Line::Continuation;
        }
        if self.is_person(row) {
            self.in_footer = false;
            return Line::Child;
        }
        if words.iter().take(4).any(|(_, text)| TOTAL.is_match(fold(text).trim())) {
            return Line::Total;
        }
        if words.iter().any(|(_, text)| FOOTER.is_match(fold(text).trim())) && !self.is_full(row) {
            self.in_footer = true;
            return Line::Footer;
        }
        if let Some(section) = self.section(row, &words) {
            self.in_footer = false;
            return Line::Section(section);
        }
        if self.in_footer {
            return Line::Footer;
        }
        Line::Child
    }

    /// As many fields filled as a child's row has.
    fn is_full(&self, row: &Row) -> bool {
        const OWN: [Field; 9] = [
            Field::FullName,
            Field::FamilyAndMiddleName,
            Field::GivenName,
            Field::Sex,
            Field::IsMale,
            Field::IsFemale,
            Field::Ethnicity,
            Field::Ordinal,
            Field::Grade,
        ];
        self.cells(row, &OWN).filter(|cell| !cell.is_empty()).count() >= 3
    }

    fn is_blank(&self, row: &Row, words: &[(u32, String)]) -> bool {
        let filled_before = |column: u32| {
            let known = self.columns.iter().find(|known| known.index == column).and_then(|known| known.field);
            let spread = self.merges.at(row.number, column).any(|merge| merge.first_row < row.number);
            spread
                || known == Some(Field::Ordinal)
                    && !matches!(row.cell(column), Cell::Text(text) if text.chars().any(char::is_alphabetic))
        };
        words.iter().all(|(column, _)| filled_before(*column))
    }

    fn repeats_header(&self, row: &Row) -> bool {
        let headers = self.sheet.rows.get(self.table.header.clone()).unwrap_or_default();
        let (mut same, mut all) = (0_usize, 0_usize);
        for (column, cell) in (0_u32..).zip(&row.cells).filter(|(_, cell)| !cell.is_empty()) {
            all += 1;
            let text = identity(&clean(cell));
            same += usize::from(
                !text.is_empty() && headers.iter().any(|header| identity(&clean(header.cell(column))) == text),
            );
        }
        same >= 2 && same * 10 >= all * 6
    }

    fn continues(&self, row: &Row) -> bool {
        let Some(name) = self.column(&[Field::FullName, Field::FamilyAndMiddleName]) else { return false };
        let mut merges = self.merges.at(row.number, name.index);
        merges.any(|merge| merge.first_row < row.number && merge.last_column <= merge.first_column + 1)
    }

    /// One text alone, perhaps numbered, that is no child's name.
    fn section(&self, row: &Row, words: &[(u32, String)]) -> Option<Section> {
        let rest: Vec<&(u32, String)> = words.iter().filter(|(_, text)| !NUMBERED.is_match(&fold(text))).collect();
        let [(column, text)] = rest.as_slice() else {
            // A count beside it: "Khu phố 3 | 45".
            let [(_, text), (_, count)] = rest.as_slice() else { return None };
            let counted = count.trim().chars().all(|char| char.is_ascii_digit()) || fold(count).contains("tre");
            return Some(tell(text)).filter(|section| counted && *section != Section::default());
        };
        let section = tell(text);
        if section != Section::default() {
            return Some(section);
        }
        let merged = self.merges.at(row.number, *column).any(|merge| merge.last_column >= merge.first_column + 2);
        let lead = text.split([' ', '.', ')']).next().unwrap_or_default();
        let roman =
            !lead.is_empty() && lead.len() < text.len() && lead.chars().all(|char| matches!(char, 'I' | 'V' | 'X'));
        let numbered = words.len() == 2 && words.first().is_some_and(|(_, text)| text.chars().any(char::is_alphabetic));
        (merged || roman || numbered).then_some(section)
    }
}

fn tell(text: &str) -> Section {
    let folded = fold(text);
    let neighborhood = place::neighborhood(text, true);
    let school = place::school(text);
    let grade = place::class(text);
    let mut section = Section { neighborhood, school, grade, ..Section::default() };
    // "A. Trẻ em mồ côi cả cha và mẹ": a list by groups.
    if section == Section::default() && folded.contains("tre em") || folded.contains("nhom ") {
        let found = circumstance::read(text);
        section.groups = found.groups;
        section.risks = found.risks;
    }
    section
}
