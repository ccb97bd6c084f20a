//! `.xls` of Excel 97 to 2003 (BIFF8, [MS-XLS]). Older ones are refused with the way out.
//!
//! Read here and not by calamine, which lays a sheet out up to the farthest cell that the file names: two cells of a
//! hostile file can end the process.

mod cfb;
mod records;
mod strings;

use std::collections::HashMap;

use super::SheetFault;
use super::build::{Budget, SheetBuilder};
use super::serial::{date_of_serial, is_date_format, is_date_format_id};
use super::workbook::{Cell, FileKind, Merge, Sheet, Workbook};
use records::{Record, Records, f64_at, u16_at, u32_at};

pub(super) fn read(bytes: &[u8]) -> Result<Workbook, SheetFault> {
    let stream = cfb::stream(bytes, "Workbook").ok_or(SheetFault::OldExcel)?;
    let mut book = Book::default();
    let entries = book.globals(&stream)?;
    let mut sheets = Vec::new();
    for entry in entries {
        book.budget.sheet()?;
        sheets.push(book.sheet(&stream, entry)?);
    }
    if sheets.is_empty() {
        return Err(SheetFault::OldExcel);
    }
    Ok(Workbook { kind: FileKind::Xls, dates_from_1904: book.from_1904, sheets })
}

#[derive(Default)]
struct Book {
    budget: Budget,
    from_1904: bool,
    formats: HashMap<u16, bool>,
    /// For each cell style: does it show dates?
    styles: Vec<bool>,
    strings: Vec<Cell>,
}

struct Entry {
    name: String,
    hidden: bool,
    position: usize,
}

impl Book {
    /// What stands before the sheets (2.1.7.20.3, Globals Substream).
    fn globals(&mut self, stream: &[u8]) -> Result<Vec<Entry>, SheetFault> {
        let mut records = Records::at(stream, 0);
        let first = records.next().filter(|first| first.kind == records::BOF).ok_or(SheetFault::OldExcel)?;
        if u16_at(first.data, 0) != Some(0x0600) {
            return Err(SheetFault::OldExcel);
        }
        let mut entries = Vec::new();
        let mut ids = Vec::new();
        while let Some(record) = records.next() {
            match record.kind {
                records::FILEPASS => return Err(SheetFault::Encrypted),
                records::DATEMODE => self.from_1904 = u16_at(record.data, 0) == Some(1),
                records::FORMAT => {
                    if let (Some(id), Some(code)) = (u16_at(record.data, 0), strings::long(record.data, 2)) {
                        self.formats.insert(id, is_date_format(&code));
                    }
                }
                records::XF => ids.push(u16_at(record.data, 2).unwrap_or(0)),
                records::BOUNDSHEET => entries.extend(entry(record.data)),
                records::SST => {
                    let parts = records.with_continues(record);
                    strings::table(&parts, &mut |text| {
                        self.strings.push(self.budget.text(text)?);
                        Ok(())
                    })?;
                }
                records::EOF => break,
                _ => {}
            }
        }
        let dated = |id: u16| self.formats.get(&id).copied().unwrap_or_else(|| is_date_format_id(u32::from(id)));
        self.styles = ids.into_iter().map(dated).collect();
        Ok(entries)
    }

    fn sheet(&mut self, stream: &[u8], entry: Entry) -> Result<Sheet, SheetFault> {
        let mut sheet = SheetBuilder::default();
        let mut records = Records::at(stream, entry.position);
        let mut depth = 0_u32;
        // A formula whose value is a text has it in the next record of that kind.
        let mut waiting: Option<(u32, u32)> = None;
        while let Some(record) = records.next() {
            match record.kind {
                // Charts inside a sheet are streams of their own.
                records::BOF => depth += 1,
                records::EOF => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                _ if depth != 1 => {}
                records::ROW => {
                    let hidden = u32_at(record.data, 12).is_some_and(|flags| flags & 0x20 != 0);
                    if let Some(row) = u16_at(record.data, 0).filter(|_| hidden) {
                        sheet.hide(u32::from(row) + 1);
                    }
                }
                records::MERGECELLS => merges(&mut sheet, record.data),
                records::STRING => {
                    if let (Some((row, column)), Some(text)) = (waiting.take(), strings::long(record.data, 0)) {
                        let cell = self.budget.text(&text)?;
                        sheet.put(&mut self.budget, row, column, cell)?;
                    }
                }
                records::MULRK => self.many(&mut sheet, record)?,
                _ => {
                    let Some(place) = place(record.data) else { continue };
                    match self.value(record)? {
                        Value::Cell(cell) => sheet.put(&mut self.budget, place.0, place.1, cell)?,
                        Value::TextFollows => waiting = Some(place),
                        Value::None => {}
                    }
                }
            }
        }
        sheet.finish(&mut self.budget, entry.name, entry.hidden)
    }

    fn value(&mut self, record: Record<'_>) -> Result<Value, SheetFault> {
        let data = record.data;
        let style = u16_at(data, 4).unwrap_or(0);
        let cell = match record.kind {
            records::NUMBER => f64_at(data, 6).map(|number| self.number(number, style)),
            records::RK => u32_at(data, 6).map(|packed| self.number(unpack(packed), style)),
            records::LABELSST => {
                let index = u32_at(data, 6).and_then(|index| usize::try_from(index).ok());
                index.and_then(|index| self.strings.get(index)).cloned()
            }
            records::LABEL | records::RSTRING => match strings::long(data, 6) {
                Some(text) => Some(self.budget.text(&text)?),
                None => None,
            },
            records::BOOLERR => match (data.get(6), data.get(7)) {
                (Some(value), Some(0)) => Some(Cell::Bool(*value != 0)),
                (Some(code), Some(_)) => Some(self.budget.text(error(*code))?),
                _ => None,
            },
            records::FORMULA => return self.formula(data, style),
            _ => None,
        };
        Ok(cell.map_or(Value::None, Value::Cell))
    }

    /// The cached value (2.5.133, FormulaValue).
    fn formula(&mut self, data: &[u8], style: u16) -> Result<Value, SheetFault> {
        if u16_at(data, 12) != Some(0xFFFF) {
            return Ok(f64_at(data, 6).map_or(Value::None, |number| Value::Cell(self.number(number, style))));
        }
        let value = data.get(8).copied().unwrap_or(0);
        Ok(match data.get(6) {
            Some(0) => Value::TextFollows,
            Some(1) => Value::Cell(Cell::Bool(value != 0)),
            Some(2) => Value::Cell(self.budget.text(error(value))?),
            _ => Value::None,
        })
    }

    fn many(&mut self, sheet: &mut SheetBuilder, record: Record<'_>) -> Result<(), SheetFault> {
        let Some((row, first)) = place(record.data) else { return Ok(()) };
        let body = record.data.get(4..record.data.len().saturating_sub(2)).unwrap_or_default();
        for (column, pair) in (first..).zip(body.chunks_exact(6)) {
            if let (Some(style), Some(packed)) = (u16_at(pair, 0), u32_at(pair, 2)) {
                let cell = self.number(unpack(packed), style);
                sheet.put(&mut self.budget, row, column, cell)?;
            }
        }
        Ok(())
    }

    fn number(&self, number: f64, style: u16) -> Cell {
        let dated = self.styles.get(usize::from(style)).copied().unwrap_or(false);
        let date = if dated { date_of_serial(number, self.from_1904) } else { None };
        match date {
            Some(date) => Cell::Date(date),
            None if number.is_finite() => Cell::Number(number),
            None => Cell::Empty,
        }
    }
}

enum Value {
    None,
    Cell(Cell),
    TextFollows,
}

/// Row (from 1) and column of a cell's record.
fn place(data: &[u8]) -> Option<(u32, u32)> {
    Some((u32::from(u16_at(data, 0)?) + 1, u32::from(u16_at(data, 2)?)))
}

/// 2.4.28 BoundSheet8: only sheets of cells.
fn entry(data: &[u8]) -> Option<Entry> {
    let position = usize::try_from(u32_at(data, 0)?).ok()?;
    let (state, kind) = (data.get(4)?, data.get(5)?);
    let name = strings::short(data, 6).unwrap_or_default();
    (*kind == 0).then_some(Entry { name, hidden: state & 3 != 0, position })
}

fn merges(sheet: &mut SheetBuilder, data: &[u8]) {
    for range in data.get(2..).unwrap_or_default().chunks_exact(8) {
        let at = |place| u16_at(range, place).map(u32::from);
        if let (Some(top), Some(bottom), Some(left), Some(right)) = (at(0), at(2), at(4), at(6)) {
            sheet.merge(Merge { first_row: top + 1, last_row: bottom + 1, first_column: left, last_column: right });
        }
    }
}

/// 2.5.218 RkNumber: thirty bits of an integer or of a float, perhaps to be divided by a hundred.
fn unpack(packed: u32) -> f64 {
    let number = if packed & 2 == 0 {
        f64::from_bits(u64::from(packed & !3) << 32)
    } else {
        f64::from(packed.cast_signed() >> 2)
    };
    if packed & 1 == 0 { number } else { number / 100.0 }
}

/// 2.5.10 BErr.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers() {
        assert_eq!(unpack(0x0000_0FA2), 1000.0);
        assert_eq!(unpack(0x0000_0FA3), 10.0);
        assert_eq!(unpack((-5_i32 << 2).cast_unsigned() | 2), -5.0);
        assert_eq!(unpack(0x3FF0_0000), 1.0);
    }

    #[test]
    fn damage_is_refused() {
        assert_eq!(read(b""), Err(SheetFault::OldExcel));
        assert_eq!(read(&[0xD0; 4096]), Err(SheetFault::OldExcel));
    }
}
