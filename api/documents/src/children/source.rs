//! A row as it stood, kept so that one wrong cell can be corrected and the row read again without its file.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::draft::{ChildDraft, OtherValue};
use super::lines::Section;
use super::person::{Context, Reader};
use super::problem::Problem;
use super::sheet::hidden;
use super::{ColumnReading, Field};
use crate::sheets::{Cell, Row};

/// What a row was read from: its cells, and what the sheet says around them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowSource {
    /// Column (from 0) → what stands in it, as a person would type it; empty ones are left out.
    pub cells: BTreeMap<u32, String>,
    /// What headings and titles give to the row.
    pub section: Section,
    /// Columns whose cell is a number in the file, which may be a day.
    pub(super) numbers: Vec<u32>,
    pub(super) from_1904: bool,
    pub(super) lone_sex: Option<Field>,
    pub(super) hidden: bool,
    /// What further rows of the same child said.
    pub(super) continued: Vec<OtherValue>,
}

impl RowSource {
    pub(super) fn of(row: &Row, section: &Section, context: &Context<'_>, hidden: bool) -> Self {
        let filled = || (0_u32..).zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
        let is_number = |(column, cell): (u32, &Cell)| matches!(cell, Cell::Number(_)).then_some(column);
        Self {
            cells: filled().map(|(column, cell)| (column, cell.to_string())).collect(),
            section: section.clone(),
            numbers: filled().filter_map(is_number).collect(),
            from_1904: context.from_1904,
            lone_sex: context.lone_sex,
            hidden,
            continued: Vec::new(),
        }
    }

    /// Puts a corrected text into a column; an empty one empties the cell.
    pub fn put(&mut self, column: u32, text: &str) {
        let text = text.trim();
        self.numbers.retain(|number| *number != column);
        if text.is_empty() {
            self.cells.remove(&column);
        } else {
            self.cells.insert(column, text.to_owned());
        }
    }
}

/// Reads one row again by the columns of its sheet.
pub fn read_row(columns: &[ColumnReading], source: &RowSource, today: NaiveDate) -> (ChildDraft, Vec<Problem>) {
    let width = columns.iter().map(|column| column.index + 1).max().unwrap_or(0);
    let cell = |column| match source.cells.get(&column) {
        None => Cell::Empty,
        Some(text) => match text.parse() {
            Ok(number) if source.numbers.contains(&column) => Cell::Number(number),
            _ => Cell::Text(text.as_str().into()),
        },
    };
    let row = Row { number: 0, hidden: source.hidden, cells: (0..width).map(cell).collect() };
    let context = Context { columns, today, from_1904: source.from_1904, lone_sex: source.lone_sex };
    let (mut child, mut problems) = Reader::new(&context).read(&row, &source.section);
    child.other.extend(source.continued.iter().cloned());
    if source.hidden {
        problems.push(hidden().at(None, None));
    }
    (child, problems)
}
