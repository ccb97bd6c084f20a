//! CSV and TSV (RFC 4180, and what Excel makes of it): bytes → one sheet.

mod decode;
mod records;

use super::SheetFault;
use super::build::{Budget, SheetBuilder};
use super::workbook::{FileKind, Workbook};

pub(super) fn read(bytes: &[u8], file_name: &str) -> Result<Workbook, SheetFault> {
    let text = decode::decode(bytes)?;
    let mut budget = Budget::new();
    let mut sheet = SheetBuilder::default();
    records::read(&text, &mut |row, column, field| {
        let cell = budget.text(field)?;
        sheet.put(&mut budget, row, column, cell)
    })?;
    budget.sheet()?;
    let sheet = sheet.finish(&mut budget, sheet_name(file_name), false)?;
    Ok(Workbook { kind: FileKind::Text, dates_from_1904: false, sheets: vec![sheet] })
}

/// The file's name without folders and ending, as Excel names the sheet of a CSV file.
fn sheet_name(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    name.chars().filter(|char| !char.is_control()).take(100).collect()
}
