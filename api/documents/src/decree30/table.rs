//! Tables with borders: a header row that every page repeats, rows that no page splits.

use super::block::{Align, Block, Blocks, Cell, Grid, Look, Row, cell, paragraph};

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

pub(super) fn write(out: &mut Blocks, table: &Table, room: i64) {
    let widths = widths(&table.columns, room);
    // A table without columns is no table to Word.
    if widths.is_empty() {
        return;
    }
    let titles = table.columns.iter().map(|column| column.title.as_str());
    let mut rows = vec![row(table, &widths, titles, Kind::Header)];
    // A short table stays on one page: each row but the last is tied to the next.
    let short = table.rows.len() <= SHORT;
    let last = if table.total.is_some() { usize::MAX } else { table.rows.len() };
    for (index, cells) in table.rows.iter().enumerate() {
        let kind = Kind::Body { tied: short && index + 1 < last };
        rows.push(row(table, &widths, cells.iter().map(String::as_str), kind));
    }
    if let Some(cells) = &table.total {
        rows.push(row(table, &widths, cells.iter().map(String::as_str), Kind::Total));
    }
    out.push(Block::Table(Grid { widths, bordered: true, rows }));
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Header,
    Body { tied: bool },
    Total,
}

fn row<'a>(table: &Table, widths: &[i64], cells: impl Iterator<Item = &'a str>, kind: Kind) -> Row {
    let header = kind == Kind::Header;
    let cells = cells.chain(std::iter::repeat(""));
    let cells = table.columns.iter().zip(widths).zip(cells).map(|((column, width), text)| {
        let look = Look {
            bold: !matches!(kind, Kind::Body { .. }),
            align: if header { Align::Center } else { column.align },
            keep: header || kind == Kind::Body { tied: true },
            ..Look::new(i64::from(table.points)).spaced(20, 20)
        };
        Cell { middle: true, ..cell(*width, |out| paragraph(out, &look, text)) }
    });
    Row { header, height: None, cells: cells.collect() }
}

fn widths(columns: &[Column], room: i64) -> Vec<i64> {
    let sum: i64 = columns.iter().map(|column| i64::from(column.weight.max(1))).sum();
    columns.iter().map(|column| room * i64::from(column.weight.max(1)) / sum.max(1)).collect()
}

/// A table whose rows do not look alike.
pub(crate) struct Lines {
    pub(crate) columns: Vec<Column>,
    pub(crate) lines: Vec<Line>,
    pub(crate) points: i64,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// Cells beyond the columns are left out, missing ones are empty.
    pub(crate) cells: Vec<String>,
    pub(crate) bold: bool,
    /// On the page of the next one.
    pub(crate) keep: bool,
    /// The second cell runs to the end.
    pub(crate) span: bool,
}

pub(super) fn write_lines(out: &mut Blocks, table: &Lines, room: i64) {
    let widths = widths(&table.columns, room);
    let look = |align| Look { align, ..Look::new(table.points).spaced(20, 20) };
    let cell_of =
        |width, look: &Look, text: &str| Cell { middle: true, ..cell(width, |out| paragraph(out, look, text)) };
    let heads = table.columns.iter().zip(&widths);
    let heads =
        heads.map(|(column, width)| cell_of(*width, &look(Align::Center).bold().kept(), &column.title)).collect();
    let mut rows = vec![Row { header: true, height: None, cells: heads }];
    for line in &table.lines {
        let texts = line.cells.iter().map(String::as_str).chain(std::iter::repeat(""));
        let mut cells = Vec::new();
        for (index, ((column, width), text)) in table.columns.iter().zip(&widths).zip(texts).enumerate() {
            let look = Look { bold: line.bold, keep: line.keep, ..look(column.align) };
            if line.span && index == 1 {
                let rest = widths.iter().skip(1).sum();
                let span = widths.len() - 1;
                cells.push(Cell { span, ..cell_of(rest, &Look { align: Align::Left, ..look }, text) });
                break;
            }
            cells.push(cell_of(*width, &look, text));
        }
        rows.push(Row { header: false, height: None, cells });
    }
    if !widths.is_empty() {
        out.push(Block::Table(Grid { widths, bordered: true, rows }));
    }
}
