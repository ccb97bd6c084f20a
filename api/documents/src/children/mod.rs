//! Lists of children as wards keep them: cells → drafts of children, each with its problems. Knows nothing of files.

mod draft;
mod field;
mod options;
mod problem;
mod reading;

pub use draft::{ChildDraft, OtherValue, PersonDraft, Poverty, Sex};
pub use field::Field;
pub use options::{ColumnMapping, Mapping, Options};
pub use problem::{Problem, ProblemCode, Severity};
pub use reading::{ColumnReading, ColumnSource, Legacy, Reading, RowReading, SheetReading, SkipReason, SkippedRow};

use crate::sheets::Workbook;

/// What the sheets say of children: a proposal that an officer checks before anything is stored.
pub fn read(workbook: &Workbook, options: &Options) -> Reading {
    let _ = (workbook, options);
    Reading::default()
}

/// A row to be given back, with what the officer has to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// [`SheetReading::index`].
    pub sheet: u32,
    /// [`RowReading::number`].
    pub number: u32,
    /// Sentences, in Vietnamese.
    pub reasons: Vec<String>,
}

/// The rejected rows exactly as they stood, with their headings and sections, and a last column "Lỗi cần sửa": an
/// `.xlsx` that can be mended and read again.
///
/// # Errors
/// The file could not be written (out of memory).
pub fn rejected(workbook: &Workbook, reading: &Reading, rows: &[RejectedRow]) -> Result<Vec<u8>, WriteError> {
    let _ = (workbook, reading, rows);
    Ok(Vec::new())
}

/// A blank list to fill in: headings, drop-down lists, an example that the reader skips, and a sheet with the codes.
///
/// # Errors
/// The file could not be written (out of memory).
pub fn template() -> Result<Vec<u8>, WriteError> {
    Ok(Vec::new())
}

/// An `.xlsx` that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the spreadsheet could not be written: {0}")]
pub struct WriteError(#[from] rust_xlsxwriter::XlsxError);
