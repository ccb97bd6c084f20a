//! One sheet's cells (18.3.1.73 `row`, 18.3.1.4 `c`, 18.3.1.55 `mergeCell`).

use chrono::NaiveDate;
use quick_xml::events::BytesStart;

use super::super::SheetFault;
use super::super::build::{Budget, SheetBuilder};
use super::super::package::Package;
use super::super::serial::date_of_serial;
use super::super::workbook::{Cell, Merge, Sheet};
use super::super::xml::{Node, Xml, attribute, is_on, number};
use super::parts::{Entry, unescape};

pub(super) struct Context<'a> {
    pub(super) strings: &'a [Cell],
    pub(super) date_styles: &'a [bool],
    pub(super) from_1904: bool,
}

/// A cell while it is read.
#[derive(Default)]
struct Open {
    kind: String,
    style: usize,
    value: String,
    inline: String,
}

pub(super) fn read(
    package: &mut Package<'_>,
    name: &str,
    context: &Context<'_>,
    budget: &mut Budget,
    entry: &Entry,
) -> Result<Sheet, SheetFault> {
    let stream = package.part(name)?.ok_or(SheetFault::Broken)?;
    let mut xml = Xml::new(stream);
    let mut sheet = SheetBuilder::default();
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut cell = Open::default();
    let (mut in_cell, mut in_value, mut in_inline, mut in_reading) = (false, false, false, false);
    loop {
        match xml.next()? {
            Node::Open(element) => match xml.name.as_str() {
                "row" => {
                    row = number(&element, "r").unwrap_or(row.saturating_add(1));
                    column = 0;
                    if is_on(&element, "hidden") {
                        sheet.hide(row);
                    }
                }
                "c" => {
                    in_cell = true;
                    // A cell without its place follows the one before.
                    if let Some(place) = attribute(&element, "r").as_deref().and_then(place) {
                        (column, row) = place;
                    }
                    cell = open(&element);
                }
                "v" => in_value = in_cell,
                "t" => in_inline = in_cell && !in_reading,
                "rPh" => in_reading = true,
                "mergeCell" => {
                    if let Some(merge) = attribute(&element, "ref").as_deref().and_then(range) {
                        sheet.merge(merge);
                    }
                }
                _ => {}
            },
            Node::Text if in_value => cell.value.push_str(&xml.text),
            Node::Text if in_inline => cell.inline.push_str(&xml.text),
            Node::Text => {}
            Node::Close => match xml.name.as_str() {
                "c" => {
                    let value = value(&cell, context, budget)?;
                    sheet.put(budget, row, column, value)?;
                    column = column.saturating_add(1);
                    in_cell = false;
                }
                "v" => in_value = false,
                "t" => in_inline = false,
                "rPh" => in_reading = false,
                _ => {}
            },
            Node::End => return sheet.finish(budget, entry.name.clone(), entry.hidden),
        }
    }
}

fn open(element: &BytesStart<'_>) -> Open {
    Open {
        kind: attribute(element, "t").unwrap_or_default(),
        style: number(element, "s").and_then(|style| usize::try_from(style).ok()).unwrap_or(0),
        ..Open::default()
    }
}

/// Cell types: 18.18.11 ST_CellType.
fn value(cell: &Open, context: &Context<'_>, budget: &mut Budget) -> Result<Cell, SheetFault> {
    let value = cell.value.trim();
    Ok(match cell.kind.as_str() {
        "s" => {
            let index = value.parse::<usize>().ok();
            index.and_then(|index| context.strings.get(index)).cloned().unwrap_or_default()
        }
        "inlineStr" => {
            let text = if cell.inline.is_empty() { &cell.value } else { &cell.inline };
            budget.text(&unescape(text))?
        }
        "str" => budget.text(&unescape(&cell.value))?,
        "e" => budget.text(value)?,
        "b" if value.is_empty() => Cell::Empty,
        "b" => Cell::Bool(matches!(value, "1" | "true" | "TRUE")),
        "d" => match value.get(..10).and_then(|date| date.parse::<NaiveDate>().ok()) {
            Some(date) => Cell::Date(date),
            None => budget.text(value)?,
        },
        _ if value.is_empty() => Cell::Empty,
        _ => match value.parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => {
                let dated = context.date_styles.get(cell.style).copied().unwrap_or(false);
                let date = if dated { date_of_serial(number, context.from_1904) } else { None };
                date.map_or(Cell::Number(number), Cell::Date)
            }
            None => budget.text(value)?,
        },
    })
}

/// `C12` → column 2, row 12.
fn place(text: &str) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut digits = text.len();
    for (index, char) in text.char_indices() {
        match char {
            '$' => {}
            'A'..='Z' | 'a'..='z' => {
                let letter = u32::from(char.to_ascii_uppercase()) - u32::from('A') + 1;
                column = column.checked_mul(26)?.checked_add(letter)?;
            }
            _ => {
                digits = index;
                break;
            }
        }
    }
    let row = text.get(digits..)?.trim_start_matches('$').parse().ok()?;
    Some((column.checked_sub(1)?, row))
}

fn range(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((first_column, first_row), (last_column, last_row)) = (place(first)?, place(last)?);
    Some(Merge { first_row, last_row, first_column, last_column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        assert_eq!(place("A1"), Some((0, 1)));
        assert_eq!(place("$AB$12"), Some((27, 12)));
        assert_eq!(place("XFD1048576"), Some((16_383, 1_048_576)));
        for wrong in ["", "1", "A", "ZZZZZZZZZZZ1", "A99999999999", "Đ1"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }
}
