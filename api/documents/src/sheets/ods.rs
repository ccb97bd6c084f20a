//! `.ods` (OpenDocument 1.2 part 1, chapter 9): the spreadsheets of LibreOffice.

use std::collections::HashSet;

use chrono::NaiveDate;
use quick_xml::events::BytesStart;

use super::SheetFault;
use super::build::{Budget, LAST_COLUMN, LAST_ROW, SheetBuilder};
use super::package::Package;
use super::workbook::{Cell, FileKind, Merge, Workbook};
use super::xml::{Node, Xml, attribute, number};

/// `None` when the zip is no `.ods`.
pub(super) fn read(bytes: &[u8]) -> Result<Option<Workbook>, SheetFault> {
    let mut package = Package::open(bytes)?;
    match kind(&mut package)? {
        Some(kind) if kind.contains("opendocument.spreadsheet") => {}
        _ => return Ok(None),
    }
    if let Some(stream) = package.part("META-INF/manifest.xml")? {
        let mut xml = Xml::new(stream);
        loop {
            match xml.next()? {
                Node::Open(_) if xml.name == "encryption-data" => return Err(SheetFault::Encrypted),
                Node::End => break,
                _ => {}
            }
        }
    }
    let stream = package.part("content.xml")?.ok_or(SheetFault::Broken)?;
    let mut reader = Reader { xml: Xml::new(stream), budget: Budget::new(), hidden: HashSet::new() };
    let sheets = reader.sheets()?;
    Ok(Some(Workbook { kind: FileKind::Ods, dates_from_1904: false, sheets }))
}

pub(super) fn other_kind(package: &mut Package<'_>) -> SheetFault {
    match kind(package) {
        Ok(Some(kind)) if kind.contains("opendocument.text") => SheetFault::Word,
        Ok(Some(kind)) if kind.contains("opendocument") => SheetFault::OtherOffice,
        Err(fault) => fault,
        _ => SheetFault::OtherArchive,
    }
}

fn kind(package: &mut Package<'_>) -> Result<Option<String>, SheetFault> {
    use std::io::Read;
    let Some(stream) = package.part("mimetype")? else { return Ok(None) };
    let mut text = String::new();
    stream.take(200).read_to_string(&mut text).map_err(|_| SheetFault::Broken)?;
    Ok(Some(text))
}

struct Reader<R> {
    xml: Xml<R>,
    budget: Budget,
    /// Styles of hidden tables.
    hidden: HashSet<String>,
}

/// A cell while it is read.
struct Open {
    value: Option<Cell>,
    text: String,
    paragraphs: usize,
    repeated: u32,
    columns: u32,
    rows: u32,
}

impl<R: std::io::BufRead> Reader<R> {
    fn sheets(&mut self) -> Result<Vec<super::workbook::Sheet>, SheetFault> {
        let mut sheets = Vec::new();
        let mut style = String::new();
        loop {
            match self.xml.next()? {
                Node::Open(element) => match self.xml.name.as_str() {
                    "style" => style = attribute(&element, "name").unwrap_or_default(),
                    "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                        self.hidden.insert(style.clone());
                    }
                    "table" => {
                        self.budget.sheet()?;
                        sheets.push(self.table(&element)?);
                    }
                    _ => {}
                },
                Node::End => return Ok(sheets),
                _ => {}
            }
        }
    }

    fn table(&mut self, element: &BytesStart<'_>) -> Result<super::workbook::Sheet, SheetFault> {
        let name = attribute(element, "name").unwrap_or_default();
        let hidden = attribute(element, "style-name").is_some_and(|style| self.hidden.contains(&style));
        let mut sheet = SheetBuilder::default();
        let mut row = 1_u32;
        loop {
            match self.xml.next()? {
                Node::Open(element) => match self.xml.name.as_str() {
                    "table-row" => {
                        let repeated = number(&element, "number-rows-repeated").unwrap_or(1).min(LAST_ROW);
                        let hidden = attribute(&element, "visibility").is_some_and(|value| value != "visible");
                        let cells = self.row(&mut sheet, row)?;
                        let last = row.saturating_add(repeated);
                        if !cells.is_empty() {
                            for number in row..last {
                                if hidden {
                                    sheet.hide(number);
                                }
                                for (column, cell) in &cells {
                                    sheet.put(&mut self.budget, number, *column, cell.clone())?;
                                }
                            }
                        }
                        row = last;
                    }
                    "shapes" | "forms" | "named-expressions" => self.skip()?,
                    _ => {}
                },
                Node::Close if self.xml.name == "table" => break,
                Node::End => return Err(SheetFault::Broken),
                _ => {}
            }
        }
        sheet.finish(&mut self.budget, name, hidden)
    }

    fn row(&mut self, sheet: &mut SheetBuilder, row: u32) -> Result<Vec<(u32, Cell)>, SheetFault> {
        let mut cells = Vec::new();
        let mut column = 0_u32;
        loop {
            match self.xml.next()? {
                Node::Open(element) if matches!(self.xml.name.as_str(), "table-cell" | "covered-table-cell") => {
                    let cell = self.cell(&element)?;
                    let value = match cell.value {
                        Some(value) => value,
                        None => self.budget.text(&cell.text)?,
                    };
                    let last = column.saturating_add(cell.repeated);
                    if !value.is_empty() {
                        if column > LAST_COLUMN {
                            return Err(SheetFault::Broken);
                        }
                        // More than the limit are refused when they are put; no need to copy them all.
                        cells.extend((column..last).take(super::MAX_COLUMNS + 1).map(|place| (place, value.clone())));
                        if cells.len() > 2 * super::MAX_COLUMNS {
                            return Err(SheetFault::TooManyColumns);
                        }
                        if cell.columns > 1 || cell.rows > 1 {
                            sheet.merge(Merge {
                                first_row: row,
                                last_row: row.saturating_add(cell.rows.saturating_sub(1)),
                                first_column: column,
                                last_column: column.saturating_add(cell.columns.saturating_sub(1)),
                            });
                        }
                    }
                    column = last;
                }
                Node::Close if self.xml.name == "table-row" => return Ok(cells),
                Node::End => return Err(SheetFault::Broken),
                _ => {}
            }
        }
    }

    /// Its value, else its paragraphs; comments and drawings in it are no content.
    fn cell(&mut self, element: &BytesStart<'_>) -> Result<Open, SheetFault> {
        let closing = self.xml.name.clone();
        let mut cell = Open {
            value: typed(element),
            text: attribute(element, "string-value").unwrap_or_default(),
            paragraphs: 0,
            repeated: number(element, "number-columns-repeated").unwrap_or(1),
            columns: number(element, "number-columns-spanned").unwrap_or(1),
            rows: number(element, "number-rows-spanned").unwrap_or(1),
        };
        let said = !cell.text.is_empty();
        let mut in_paragraph = false;
        loop {
            match self.xml.next()? {
                Node::Open(element) => match self.xml.name.as_str() {
                    "p" => {
                        if cell.paragraphs > 0 && !said {
                            cell.text.push('\n');
                        }
                        cell.paragraphs += 1;
                        in_paragraph = true;
                    }
                    "s" if !said => {
                        let count = number(&element, "c").unwrap_or(1).min(100);
                        cell.text.extend((0..count).map(|_| ' '));
                    }
                    "tab" if !said => cell.text.push('\t'),
                    "line-break" if !said => cell.text.push('\n'),
                    "annotation" | "frame" | "table" | "ruby-text" => self.skip()?,
                    _ => {}
                },
                Node::Text if in_paragraph && !said => cell.text.push_str(&self.xml.text),
                Node::Close if self.xml.name == "p" => in_paragraph = false,
                Node::Close if self.xml.name == closing => return Ok(cell),
                Node::End => return Err(SheetFault::Broken),
                _ => {}
            }
        }
    }

    /// To the end of the element that was just opened.
    fn skip(&mut self) -> Result<(), SheetFault> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.xml.next()? {
                Node::Open(_) => depth += 1,
                Node::Close => depth -= 1,
                Node::End => return Err(SheetFault::Broken),
                Node::Text => {}
            }
        }
        Ok(())
    }
}

/// A value that is no text (19.385 `office:value-type`).
fn typed(element: &BytesStart<'_>) -> Option<Cell> {
    match attribute(element, "value-type")?.as_str() {
        "float" | "percentage" | "currency" => {
            let number: f64 = attribute(element, "value")?.trim().parse().ok()?;
            number.is_finite().then_some(Cell::Number(number))
        }
        "date" => attribute(element, "date-value")?.get(..10)?.parse::<NaiveDate>().ok().map(Cell::Date),
        "boolean" => Some(Cell::Bool(attribute(element, "boolean-value")? == "true")),
        _ => None,
    }
}
