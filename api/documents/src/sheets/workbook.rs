//! What every kind of spreadsheet is brought to.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    pub kind: FileKind,
    /// Day 0 is 1 January 1904 (old Excel for Mac) instead of 1900: what numbers mean as dates.
    pub dates_from_1904: bool,
    /// In the order of the file.
    pub sheets: Vec<Sheet>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    Xlsx,
    Xls,
    Ods,
    /// CSV and TSV.
    Text,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    /// Only rows with content, by ascending number.
    pub rows: Vec<Row>,
    /// In rows that have content. The value of the first cell stands in every cell of the range.
    pub merges: Vec<Merge>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    /// As the person sees it at the left margin, from 1.
    pub number: u32,
    pub hidden: bool,
    /// From column A; empty cells at the end are left out.
    pub cells: Vec<Cell>,
}

/// A merged range, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// From 1, as [`Row::number`].
    pub first_row: u32,
    pub last_row: u32,
    /// From 0, as the index in [`Row::cells`].
    pub first_column: u32,
    pub last_column: u32,
}

/// A formula is its last computed value; a time of day is dropped from a date.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    #[default]
    Empty,
    /// As typed, spaces and all; never only spaces. Equal texts of a workbook share their memory.
    Text(Arc<str>),
    Number(f64),
    Date(NaiveDate),
    Bool(bool),
}

impl Row {
    /// [`Cell::Empty`] beyond the end.
    pub fn cell(&self, column: u32) -> &Cell {
        usize::try_from(column).ok().and_then(|column| self.cells.get(column)).unwrap_or(&Cell::Empty)
    }
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The text of a text cell.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

/// As a person would type it: `3`, `2.5`, `01/06/2015`, `TRUE`.
impl std::fmt::Display for Cell {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => out.write_str(text),
            Self::Number(number) => write!(out, "{number}"),
            Self::Date(date) => write!(out, "{}", date.format("%d/%m/%Y")),
            Self::Bool(value) => out.write_str(if *value { "TRUE" } else { "FALSE" }),
        }
    }
}

impl Merge {
    pub fn contains(&self, row: u32, column: u32) -> bool {
        (self.first_row..=self.last_row).contains(&row) && (self.first_column..=self.last_column).contains(&column)
    }

    /// The cell that holds the value.
    pub fn starts_at(&self, row: u32, column: u32) -> bool {
        self.first_row == row && self.first_column == column
    }
}

/// `0` → `A`, `27` → `AB`.
pub fn column_letter(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_columns() {
        let letters: Vec<String> = [0, 25, 26, 27, 701, 702, 16_383].map(column_letter).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "AB", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn a_cell_is_small() {
        assert!(size_of::<Cell>() <= 24);
    }
}
