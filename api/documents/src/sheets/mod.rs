//! A spreadsheet as its reader sees it: sheets, numbered rows, cells. Knows nothing of children.
//!
//! The way of a file: `kind` (what is it, by content) → `package` (is the zip safe to unpack) → `xlsx`, `xls`, `ods` or
//! `text` → [`Workbook`]. What is refused is refused with a sentence that says what to do ([`SheetFault`]).

mod build;
mod kind;
mod ods;
mod package;
mod refusal;
mod serial;
mod text;
mod workbook;
mod xls;
mod xlsx;
mod xml;

pub use refusal::SheetFault;
pub(crate) use serial::date_of_serial;
pub use workbook::{Cell, FileKind, Merge, Row, Sheet, Workbook, column_letter};

use crate::ReadError;

/// The largest file that is read, as for plans.
pub const MAX_BYTES: usize = 20 << 20;
/// Rows with content, all sheets together: a ward has 50,000 children at the very most.
pub const MAX_ROWS: usize = 60_000;
/// Columns with content, in one sheet.
pub const MAX_COLUMNS: usize = 200;

/// Reads `.xlsx`, `.xls`, `.ods`, CSV and TSV. The content decides what the file is; its name only names the sheet of
/// a CSV file.
///
/// # Errors
/// [`ReadError::Sheet`] with what its owner can do about it.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Workbook, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetFault::TooLarge.into());
    }
    let workbook = match kind::detect(bytes)? {
        kind::Kind::Zip => match ods::read(bytes)? {
            Some(workbook) => workbook,
            None => xlsx::read(bytes)?,
        },
        kind::Kind::Compound => xls::read(bytes)?,
        kind::Kind::Text => text::read(bytes, file_name)?,
    };
    if workbook.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(SheetFault::Empty.into());
    }
    Ok(workbook)
}
