//! Tables with borders: a header row that every page repeats, rows that no page splits.

use std::fmt::Write;

use super::xml::{Align, Look, grid, mm, paragraph};

/// Rows of a table that is worth a little empty room before it.
const SHORT: usize = 15;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    /// Its part of the whole width, in any unit.
    pub weight: u16,
    pub align: Align,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub columns: Vec<Column>,
    /// Cells beyond the columns are left out, missing ones are empty.
    pub rows: Vec<Vec<String>>,
    /// A last row in bold: the sums.
    pub total: Option<Vec<String>>,
    /// Size of its letters.
    pub points: u8,
}

impl Column {
    pub fn new(title: &str, weight: u16, align: Align) -> Self {
        Self { title: title.to_owned(), weight, align }
    }
}

pub(super) fn write(out: &mut String, table: &Table, room: i64) {
    let widths = widths(&table.columns, room);
    // A table without columns is no table to Word.
    if widths.is_empty() {
        return;
    }
    let total: i64 = widths.iter().sum();
    let _ = write!(out, r#"<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>"#);
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let _ = write!(out, r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#);
    }
    let margin = mm(1);
    let _ = write!(
        out,
        r#"</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
    );
    grid(out, &widths);
    let titles = table.columns.iter().map(|column| column.title.as_str());
    row(out, table, &widths, titles, Kind::Header);
    // A short table stays on one page: each row but the last is tied to the next.
    let short = table.rows.len() <= SHORT;
    let last = if table.total.is_some() { usize::MAX } else { table.rows.len() };
    for (index, cells) in table.rows.iter().enumerate() {
        row(out, table, &widths, cells.iter().map(String::as_str), Kind::Body { tied: short && index + 1 < last });
    }
    if let Some(cells) = &table.total {
        row(out, table, &widths, cells.iter().map(String::as_str), Kind::Total);
    }
    out.push_str("</w:tbl>");
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Header,
    Body { tied: bool },
    Total,
}

fn row<'a>(out: &mut String, table: &Table, widths: &[i64], cells: impl Iterator<Item = &'a str>, kind: Kind) {
    let header = kind == Kind::Header;
    out.push_str("<w:tr><w:trPr><w:cantSplit/>");
    out.push_str(if header { "<w:tblHeader/>" } else { "" });
    out.push_str("</w:trPr>");
    let cells = cells.chain(std::iter::repeat(""));
    for ((column, width), text) in table.columns.iter().zip(widths).zip(cells) {
        let look = Look {
            bold: !matches!(kind, Kind::Body { .. }),
            align: if header { Align::Center } else { column.align },
            keep: header || kind == Kind::Body { tied: true },
            ..Look::new(i64::from(table.points)).spaced(20, 20)
        };
        let _ = write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>"#);
        paragraph(out, &look, text);
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
}

fn widths(columns: &[Column], room: i64) -> Vec<i64> {
    let sum: i64 = columns.iter().map(|column| i64::from(column.weight.max(1))).sum();
    columns.iter().map(|column| room * i64::from(column.weight.max(1)) / sum.max(1)).collect()
}
