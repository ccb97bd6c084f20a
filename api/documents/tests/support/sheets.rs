//! Small workbooks for the tests. All people are invented.
#![allow(dead_code)]

use bup_documents::children::{self, ChildDraft, Options, ProblemCode, Reading, RowReading};
use bup_documents::sheets;
use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

pub fn options() -> Options {
    Options::new(today())
}

/// A page from its rows; `#42156` is a number, `@2015-06-01` a date, empty texts are no cells.
pub fn fill(page: &mut Worksheet, rows: &[&[&str]]) {
    let date = Format::new().set_num_format("dd/mm/yyyy");
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(*cells) {
            if let Some(number) = text.strip_prefix('#').and_then(|number| number.parse::<f64>().ok()) {
                page.write_number(row, column, number).unwrap();
            } else if let Some(day) = text.strip_prefix('@') {
                page.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(day).unwrap(), &date)
                    .unwrap();
            } else if !text.is_empty() {
                page.write_string(row, column, *text).unwrap();
            }
        }
    }
}

/// Merges a range that is already filled at its first cell.
pub fn merge(page: &mut Worksheet, range: (u32, u16, u32, u16), text: &str) {
    page.merge_range(range.0, range.1, range.2, range.3, text, &Format::new()).unwrap();
}

pub fn one(rows: &[&[&str]]) -> Vec<u8> {
    with(rows, |_| {})
}

pub fn with(rows: &[&[&str]], more: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    fill(page, rows);
    more(page);
    book.save_to_buffer().unwrap()
}

pub fn read(bytes: &[u8]) -> Reading {
    read_with(bytes, &options())
}

pub fn read_with(bytes: &[u8], options: &Options) -> Reading {
    children::read(&sheets::read(bytes, "danh sach.xlsx").unwrap(), options)
}

pub fn rows(reading: &Reading) -> Vec<&RowReading> {
    reading.sheets.iter().flat_map(|sheet| &sheet.rows).collect()
}

pub fn drafts(reading: &Reading) -> Vec<&ChildDraft> {
    rows(reading).into_iter().map(|row| &row.child).collect()
}

pub fn names(reading: &Reading) -> Vec<&str> {
    drafts(reading).into_iter().map(|child| child.full_name.as_deref().unwrap_or("-")).collect()
}

pub fn codes(row: &RowReading) -> Vec<ProblemCode> {
    row.problems.iter().map(|problem| problem.code).collect()
}

pub fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}
