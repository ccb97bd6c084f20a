//! The rows that were not taken, to be mended and read again.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{Format, FormatAlign, Workbook as Writer, Worksheet};

use super::{Reading, SheetReading, WriteError, legacy};
use crate::sheets::{Cell, Row, Sheet, Workbook};

/// The heading of the column that says what to mend; the reader leaves it out.
pub(super) const REASONS: &str = "Lỗi cần sửa";

/// A row to be given back, with what the officer has to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// [`SheetReading::index`].
    pub sheet: u32,
    /// [`super::RowReading::number`].
    pub number: u32,
    /// Sentences, in Vietnamese.
    pub reasons: Vec<String>,
}

/// The rejected rows exactly as they stood, with their headings and sections, and a last column "Lỗi cần sửa": an
/// `.xlsx` that can be mended and read again. Text of before Unicode that was converted is written converted.
///
/// # Errors
/// The file could not be written.
pub fn rejected(workbook: &Workbook, reading: &Reading, rows: &[RejectedRow]) -> Result<Vec<u8>, WriteError> {
    let converted = reading.legacy.filter(|_| reading.legacy_converted).map(|legacy| legacy::convert(workbook, legacy));
    let workbook = converted.as_ref().unwrap_or(workbook);
    let mut by_sheet: BTreeMap<u32, BTreeMap<u32, &[String]>> = BTreeMap::new();
    for row in rows {
        by_sheet.entry(row.sheet).or_default().insert(row.number, &row.reasons);
    }
    let mut writer = Writer::new();
    let mut used = BTreeSet::new();
    for (index, reasons) in &by_sheet {
        let place = usize::try_from(*index).ok();
        let sheet = place.and_then(|place| workbook.sheets.get(place));
        let told = reading.sheets.iter().find(|sheet| sheet.index == *index);
        if let (Some(sheet), Some(told)) = (sheet, told) {
            let name = free_name(&sheet.name, &mut used);
            let page = writer.add_worksheet();
            page.set_name(name)?;
            write(page, sheet, told, reasons)?;
        }
    }
    if used.is_empty() {
        writer.add_worksheet();
    }
    Ok(writer.save_to_buffer()?)
}

fn write(
    page: &mut Worksheet,
    sheet: &Sheet,
    told: &SheetReading,
    reasons: &BTreeMap<u32, &[String]>,
) -> Result<(), WriteError> {
    let mut wanted: BTreeSet<u32> = told.header_rows.iter().copied().collect();
    // Lines above the table may name the neighborhood, the school or the class.
    let first = told.header_rows.first().copied().unwrap_or(0);
    wanted.extend(sheet.rows.iter().map(|row| row.number).filter(|number| *number < first));
    for row in told.rows.iter().filter(|row| reasons.contains_key(&row.number)) {
        wanted.insert(row.number);
        wanted.extend(&row.section_rows);
        wanted.extend(&row.continued_by);
    }
    let rows: Vec<&Row> = sheet.rows.iter().filter(|row| wanted.contains(&row.number)).collect();
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let last = u16::try_from(width).unwrap_or(u16::MAX - 1);
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter);
    let reason = Format::new().set_text_wrap().set_font_color(0x00C0_0000_u32).set_align(FormatAlign::Top);
    let places: BTreeMap<u32, u32> = (0_u32..).zip(&rows).map(|(place, row)| (row.number, place)).collect();
    let is_header = |number: &u32| told.header_rows.contains(number);
    let table_columns = merges(page, sheet, &places, &heading)?;
    for (place, row) in (0_u32..).zip(&rows) {
        for (column, cell) in (0_u16..).zip(&row.cells) {
            if !table_columns.contains(&(row.number, column)) {
                put(page, place, column, cell, is_header(&row.number).then_some(&heading))?;
            }
        }
        if told.header_rows.first() == Some(&row.number) {
            page.write_string_with_format(place, last, REASONS, &heading)?;
        }
        if let Some(reasons) = reasons.get(&row.number) {
            page.write_string_with_format(place, last, reasons.join("\n"), &reason)?;
        }
    }
    page.set_column_width(last, 60)?;
    Ok(())
}

/// Merged ranges that fall whole into the rows that are written: headings and sections need them to be understood.
fn merges(
    page: &mut Worksheet,
    sheet: &Sheet,
    places: &BTreeMap<u32, u32>,
    format: &Format,
) -> Result<BTreeSet<(u32, u16)>, WriteError> {
    let mut covered = BTreeSet::new();
    for merge in sheet.merges.iter().take(20_000) {
        let rows: Vec<(u32, u32)> =
            places.range(merge.first_row..=merge.last_row).map(|(number, place)| (*number, *place)).collect();
        let whole = u32::try_from(rows.len()).ok() == (merge.last_row - merge.first_row).checked_add(1);
        let (Some((first, top)), Some((_, bottom)), true) = (rows.first(), rows.last(), whole) else { continue };
        let (Ok(left), Ok(right)) = (u16::try_from(merge.first_column), u16::try_from(merge.last_column)) else {
            continue;
        };
        if (top, left) == (bottom, right) {
            continue;
        }
        let cells: Vec<(u32, u16)> =
            rows.iter().flat_map(|(number, _)| (left..=right).map(|column| (*number, column))).collect();
        // Excel refuses ranges that overlap; so does the writer.
        if cells.iter().any(|cell| covered.contains(cell)) {
            continue;
        }
        let at = sheet.rows.partition_point(|row| row.number < *first);
        let row = sheet.rows.get(at);
        page.merge_range(*top, left, *bottom, right, "", format)?;
        if let Some(row) = row {
            put(page, *top, left, row.cell(merge.first_column), Some(format))?;
        }
        covered.extend(cells);
    }
    Ok(covered)
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &Cell, format: Option<&Format>) -> Result<(), WriteError> {
    let plain = Format::new();
    let format = format.unwrap_or(&plain);
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            // Typed over, an id stays text.
            let format = format.clone().set_num_format("@");
            let text: String = text.chars().take(32_000).collect();
            page.write_string_with_format(row, column, text, &format)?;
        }
        Cell::Number(number) => {
            page.write_number_with_format(row, column, *number, format)?;
        }
        Cell::Bool(value) => {
            page.write_boolean_with_format(row, column, *value, format)?;
        }
        Cell::Date(date) => {
            let format = format.clone().set_num_format("dd/mm/yyyy");
            match page.write_datetime_with_format(row, column, *date, &format) {
                Ok(_) => {}
                // Before 1900: Excel has no such day.
                Err(_) => {
                    page.write_string(row, column, cell.to_string())?;
                }
            }
        }
    }
    Ok(())
}

/// Names of sheets: at most 31 characters, some signs forbidden, each once.
fn free_name(name: &str, used: &mut BTreeSet<String>) -> String {
    let clean: String =
        name.chars().filter(|char| !"[]:*?/\\'".contains(*char) && !char.is_control()).take(28).collect();
    let base = if clean.trim().is_empty() { "Danh sách".to_owned() } else { clean };
    let mut name = base.clone();
    let mut number = 2_u32;
    while !used.insert(name.to_lowercase()) {
        name = format!("{} {number}", base.chars().take(24).collect::<String>());
        number += 1;
    }
    name
}
