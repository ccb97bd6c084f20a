//! Lists of children as wards keep them: cells → drafts of children, each with its problems. Knows nothing of files.
//!
//! The way of a workbook: `legacy` (text of before Unicode) → `table` (where the headings are) → `columns` (which field
//! each column holds, by `header` and `contents`) → `lines` (what each row is) → `person` (a row → a draft, by the
//! readers in `values`).

mod columns;
mod contents;
mod draft;
mod field;
mod header;
mod household;
mod legacy;
mod lines;
mod options;
mod person;
mod place;
mod problem;
mod reading;
mod rejected;
mod sheet;
mod signature;
mod source;
mod table;
mod template;
mod together;
mod values;
mod words;

pub use draft::{ChildDraft, OtherValue, PersonDraft, Poverty, Sex};
pub use field::Field;
pub use lines::Section;
pub use options::{ColumnMapping, Mapping, Options};
pub use problem::{Problem, ProblemCode, Severity};
pub use reading::{ColumnReading, ColumnSource, Legacy, Reading, RowReading, SheetReading, SkipReason, SkippedRow};
pub use rejected::{RejectedRow, rejected};
pub use signature::signature;
pub use source::{RowSource, read_row};
pub use template::template;

use crate::sheets::Workbook;

/// What the sheets say of children: a proposal that an officer checks before anything is stored.
pub fn read(workbook: &Workbook, options: &Options) -> Reading {
    let legacy = legacy::detect(workbook);
    let converted = legacy.map(|legacy| legacy::convert(workbook, legacy));
    // Headings are understood in any case; the values change only when that was asked for.
    let plain = converted.as_ref().unwrap_or(workbook);
    let values = if options.convert_legacy { plain } else { workbook };
    let sheets = (0_u32..).zip(plain.sheets.iter().zip(&values.sheets));
    let sheets =
        sheets.map(|(index, (plain, values))| sheet::read(index, plain, values, workbook.dates_from_1904, options));
    Reading { legacy, legacy_converted: legacy.is_some() && options.convert_legacy, sheets: sheets.collect() }
}

/// An `.xlsx` that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the spreadsheet could not be written: {0}")]
pub struct WriteError(#[from] rust_xlsxwriter::XlsxError);
