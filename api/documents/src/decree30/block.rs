//! What stands on paper, whatever file it goes to: paragraphs, lines and tables. The decree's measures are here, in twips;
//! `xml` writes them as WordprocessingML, `pdf` lays them out itself. All text passes through [`clean`].

use super::text::clean;
use crate::drawing::Drawing;

/// Millimetres in twips, twentieths of a point.
pub(crate) const fn mm(millimetres: i64) -> i64 {
    (millimetres * 14_400 + 127) / 254
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Center,
    Right,
    Justified,
}

/// How a paragraph looks; measures in twips, size in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) points: i64,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) align: Align,
    pub(crate) first: i64,
    pub(crate) before: i64,
    pub(crate) after: i64,
    /// On the page of what follows.
    pub(crate) keep: bool,
    /// 1 to 3 for headings.
    pub(crate) heading: Option<u8>,
}

impl Look {
    pub(crate) const fn new(points: i64) -> Self {
        Self {
            points,
            bold: false,
            italic: false,
            align: Align::Left,
            first: 0,
            before: 0,
            after: 0,
            keep: false,
            heading: None,
        }
    }

    pub(crate) const fn centered(points: i64) -> Self {
        Self { align: Align::Center, ..Self::new(points) }
    }

    pub(crate) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    pub(crate) const fn spaced(self, before: i64, after: i64) -> Self {
        Self { before, after, ..self }
    }

    pub(crate) const fn kept(self) -> Self {
        Self { keep: true, ..self }
    }
}

/// One after the other, from top to bottom.
pub(crate) type Blocks = Vec<Block>;

#[derive(Debug, Clone)]
pub(crate) enum Block {
    Paragraph(Paragraph),
    /// A line of a length in the middle of its room.
    Line {
        length: i64,
        room: i64,
    },
    /// Empty room of a height.
    Gap {
        height: i64,
        keep: bool,
    },
    /// As small as a paragraph gets; on a new page or not.
    Break {
        new_page: bool,
    },
    /// In the middle, on the page of what follows: what it shows is named below it.
    Picture(Drawing),
    Table(Grid),
}

#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub(crate) look: Look,
    pub(crate) runs: Vec<Run>,
    /// Dots from the last word to this place.
    pub(crate) dots: Option<i64>,
}

/// Words of one weight, cleaned; `\n` breaks the line.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) bold: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) widths: Vec<i64>,
    /// Lines around every cell, a little room beside its words. Otherwise it only puts things beside each other.
    pub(crate) bordered: bool,
    pub(crate) rows: Vec<Row>,
}

/// No page splits it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    /// On top of every page that the table comes to.
    pub(crate) header: bool,
    /// At least so high.
    pub(crate) height: Option<i64>,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    pub(crate) width: i64,
    /// Room left and right of its words, where it is not the table's.
    pub(crate) side: Option<i64>,
    /// Over so many columns; 0 as 1.
    pub(crate) span: usize,
    /// In the middle of its height.
    pub(crate) middle: bool,
    /// A dashed line below, to cut along.
    pub(crate) cut: bool,
    pub(crate) blocks: Blocks,
}

/// Left and right of the words in a table with lines.
pub(crate) const CELL_SIDE: i64 = mm(1);

pub(crate) fn paragraph(out: &mut Blocks, look: &Look, text: &str) {
    mixed(out, look, &[(text, look.bold)]);
}

/// A paragraph of which parts are bold.
pub(crate) fn mixed(out: &mut Blocks, look: &Look, parts: &[(&str, bool)]) {
    let run = |(text, bold): &(&str, bool)| Run { text: clean(text), bold: *bold };
    out.push(Block::Paragraph(Paragraph { look: *look, runs: parts.iter().map(run).collect(), dots: None }));
}

/// Words, then dots up to the end of the room.
pub(crate) fn dotted(out: &mut Blocks, look: &Look, text: &str, room: i64) {
    let runs = vec![Run { text: clean(text), bold: look.bold }];
    out.push(Block::Paragraph(Paragraph { look: *look, runs, dots: Some(room) }));
}

/// "Label: value", the value bold; where it is not known, dots up to the end of the room.
pub(crate) fn field(out: &mut Blocks, look: &Look, label: &str, value: Option<&str>, room: i64) {
    let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
    if let Some(value) = value.map(str::trim).filter(|value| !value.is_empty()) {
        mixed(out, look, &[(&label, false), (value, true)]);
        return;
    }
    dotted(out, look, &label, room);
}

pub(crate) fn line(out: &mut Blocks, length: i64, room: i64) {
    out.push(Block::Line { length, room });
}

pub(crate) fn gap(out: &mut Blocks, height: i64) {
    out.push(Block::Gap { height, keep: false });
}

pub(crate) fn page_break(out: &mut Blocks, new_page: bool) {
    out.push(Block::Break { new_page });
}

/// A table without borders, with no space between its edge and its words.
pub(crate) fn layout_table(out: &mut Blocks, widths: &[i64], rows: Vec<Row>) {
    out.push(Block::Table(Grid { widths: widths.to_vec(), bordered: false, rows }));
}

pub(crate) fn row(cells: Vec<Cell>) -> Row {
    Row { cells, ..Row::default() }
}

pub(crate) fn cell(width: i64, content: impl FnOnce(&mut Blocks)) -> Cell {
    let mut cell = Cell { width, ..Cell::default() };
    content(&mut cell.blocks);
    cell
}

/// What stands last, a paragraph or the row of a table, goes to the page of what follows.
pub(super) fn tie_last(out: &mut Blocks) {
    match out.last_mut() {
        Some(Block::Table(table)) => {
            let cells = table.rows.last_mut().map(|row| row.cells.iter_mut());
            cells.into_iter().flatten().flat_map(|cell| &mut cell.blocks).for_each(tie);
        }
        Some(block) => tie(block),
        None => {}
    }
}

fn tie(block: &mut Block) {
    match block {
        Block::Paragraph(paragraph) => paragraph.look.keep = true,
        Block::Gap { keep, .. } => *keep = true,
        Block::Line { .. } | Block::Break { .. } | Block::Picture(_) | Block::Table(_) => {}
    }
}
