//! Blocks → pieces that no page splits: lines of text, rows of tables.

use super::lines::{Letter, Line, broken, letters};
use super::points;
use super::tags::{Role, Tag, Tags};
use crate::decree30::{Align, Block, CELL_SIDE, Cell, Grid, Look, Paragraph, Row};
use crate::drawing::{Drawing, Shape};
use crate::font::{ASCENT, LINE, Style};

/// Of the lines of a table: half a point.
const BORDER: f32 = 0.5;

#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// Left out at the top of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    /// May hang over the end of a page.
    pub(super) after: f32,
    /// On the page of the next one.
    pub(super) keep: bool,
    pub(super) new_page: bool,
    /// The heads to repeat above it on a new page: a place in [`Flow::heads`].
    pub(super) head: Option<usize>,
    pub(super) marks: Vec<Mark>,
}

/// `y` from the top of the piece downwards, `x` from the left margin.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) ink: Ink,
    /// `None`: nothing that is to be read.
    pub(super) tag: Option<Tag>,
}

#[derive(Debug, Clone)]
pub(super) enum Ink {
    /// `spread` more behind every blank.
    Text {
        style: Style,
        size: f32,
        text: String,
        spread: f32,
    },
    Line {
        dx: f32,
        dy: f32,
        width: f32,
        gray: f32,
        dashed: bool,
    },
    Area {
        width: f32,
        height: f32,
        gray: f32,
    },
}

pub(super) struct Flow {
    pub(super) tags: Tags,
    /// Header rows of tables, as they are repeated.
    pub(super) heads: Vec<Vec<Piece>>,
    /// The highest piece that a page takes.
    pub(super) limit: f32,
}

impl Flow {
    pub(super) fn blocks(&mut self, blocks: &[Block], x: f32, room: f32, parent: Tag) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(&mut pieces, paragraph, x, room, parent),
                Block::Line { length, room } => {
                    let start = x + points((room - length) / 2).max(0.0);
                    let ink = Ink::Line { dx: points(*length), dy: 0.0, width: 0.75, gray: 0.0, dashed: false };
                    let mark = Mark { x: start, y: 0.0, ink, tag: None };
                    pieces.push(Piece { before: 2.0, height: 5.75, keep: true, marks: vec![mark], ..Piece::default() });
                }
                Block::Gap { height, keep } => {
                    pieces.push(Piece { height: points(*height), keep: *keep, ..Piece::default() });
                }
                Block::Break { new_page } => {
                    pieces.push(Piece { height: 1.0, new_page: *new_page, ..Piece::default() });
                }
                Block::Picture(drawing) => pieces.push(self.picture(drawing, x, room, parent)),
                Block::Table(grid) => self.table(&mut pieces, grid, x, parent),
            }
        }
        pieces
    }

    fn paragraph(&mut self, out: &mut Vec<Piece>, paragraph: &Paragraph, x: f32, room: f32, parent: Tag) {
        let look = &paragraph.look;
        let size = size(look);
        let letters: Vec<Letter> =
            paragraph.runs.iter().flat_map(|run| letters(&run.text, Style::of(run.bold, look.italic))).collect();
        let tag = letters.iter().any(|letter| !letter.char.is_whitespace()).then(|| {
            // A cell is its own paragraph: a list of a school would be twice as large.
            if self.tags.is_cell(parent) {
                parent
            } else {
                self.tags.add(parent, look.heading.map_or(Role::Paragraph, Role::Heading))
            }
        });
        let indent = points(look.first);
        let lines = broken(&letters, size, indent, room);
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let indent = if index == 0 { indent } else { 0.0 };
            let mut piece = Piece {
                before: if index == 0 { points(look.before) } else { 0.0 },
                height: size * LINE,
                // No first line alone at the foot of a page, no last one alone on top.
                keep: if index + 1 == count { look.keep } else { index == 0 || index + 2 == count },
                ..Piece::default()
            };
            let start = x + indent;
            let end = written(&mut piece.marks, &letters, line, (start, room - indent), size, look.align, tag);
            if index + 1 == count {
                piece.after = points(look.after);
                if let Some(stop) = paragraph.dots {
                    piece.marks.extend(dots(end, x + points(stop), size, look));
                }
            }
            out.push(piece);
        }
    }

    fn picture(&mut self, drawing: &Drawing, x: f32, room: f32, parent: Tag) -> Piece {
        let tag = Some(self.tags.add(parent, Role::Figure(drawing.description.clone())));
        let left = x + ((room - drawing.width) / 2.0).max(0.0);
        let mark = |x: f32, y: f32, ink| Mark { x: left + x, y, ink, tag };
        let marks = drawing.shapes.iter().map(|shape| match shape {
            Shape::Area { x, y, width, height, gray } => {
                mark(*x, *y, Ink::Area { width: *width, height: *height, gray: *gray })
            }
            Shape::Line { from, to, width, gray } => {
                let (dx, dy) = (to.0 - from.0, to.1 - from.1);
                mark(from.0, from.1, Ink::Line { dx, dy, width: *width, gray: *gray, dashed: false })
            }
            Shape::Text { x, y, size, style, text } => {
                mark(*x, *y, Ink::Text { style: *style, size: *size, text: text.clone(), spread: 0.0 })
            }
        });
        Piece { height: drawing.height, keep: true, marks: marks.collect(), before: 6.0, ..Piece::default() }
    }

    fn table(&mut self, out: &mut Vec<Piece>, grid: &Grid, x: f32, parent: Tag) {
        let table = if grid.bordered { self.tags.add(parent, Role::Table) } else { parent };
        let mut head = Vec::new();
        let mut place = None;
        for row in &grid.rows {
            let mut pieces = self.row(grid, row, x, table);
            if row.header {
                // Read once, however often it is shown.
                head.extend(pieces.iter().cloned().map(unread));
            } else {
                if place.is_none() && !head.is_empty() {
                    place = Some(self.heads.len());
                    self.heads.push(std::mem::take(&mut head));
                }
                pieces.iter_mut().for_each(|piece| piece.head = place);
            }
            out.append(&mut pieces);
        }
    }

    /// One piece, or several when it is higher than a page.
    fn row(&mut self, grid: &Grid, row: &Row, x: f32, parent: Tag) -> Vec<Piece> {
        let line = if grid.bordered { self.tags.add(parent, Role::Row) } else { parent };
        let mut left = x;
        let mut cells = Vec::new();
        for cell in &row.cells {
            let tag = match (grid.bordered, row.header) {
                (false, _) => line,
                (true, true) => self.tags.add(line, Role::HeaderCell),
                (true, false) => self.tags.add(line, Role::Cell),
            };
            let side = points(cell.side.unwrap_or(if grid.bordered { CELL_SIDE } else { 0 }));
            let width = points(cell.width);
            let content = self.blocks(&cell.blocks, left + side, (width - 2.0 * side).max(1.0), tag);
            cells.push(Laid { cell, left, width, content });
            left += width;
        }
        let mut pieces = Vec::new();
        while pieces.is_empty() || cells.iter().any(|cell| !cell.content.is_empty()) {
            let slices: Vec<Vec<Piece>> = cells.iter_mut().map(|cell| slice(&mut cell.content, self.limit)).collect();
            pieces.push(beside(grid, row, &cells, slices));
        }
        pieces
    }
}

struct Laid<'a> {
    cell: &'a Cell,
    left: f32,
    width: f32,
    content: Vec<Piece>,
}

fn size(look: &Look) -> f32 {
    points(look.points * 20)
}

/// As much of a cell as a page takes.
fn slice(content: &mut Vec<Piece>, limit: f32) -> Vec<Piece> {
    let mut height = 0.0;
    let fits = |piece: &Piece| {
        height += piece.before + piece.height + piece.after;
        height <= limit
    };
    let count = content.iter().map(fits).take_while(|fits| *fits).count().max(1).min(content.len());
    content.drain(..count).collect()
}

fn height(pieces: &[Piece]) -> f32 {
    pieces.iter().map(|piece| piece.before + piece.height + piece.after).sum()
}

/// The cells of a row as one piece.
fn beside(grid: &Grid, row: &Row, cells: &[Laid<'_>], slices: Vec<Vec<Piece>>) -> Piece {
    let content = slices.iter().map(|slice| height(slice)).fold(0.0, f32::max);
    let height_of_row = content.max(row.height.map_or(0.0, points)) + if grid.bordered { BORDER } else { 0.0 };
    let mut piece = Piece { height: height_of_row, ..Piece::default() };
    for (cell, slice) in cells.iter().zip(slices) {
        piece.keep |= slice.last().is_some_and(|last| last.keep);
        let mut y = if cell.cell.middle { (height_of_row - height(&slice)) / 2.0 } else { 0.0 };
        for part in slice {
            y += part.before;
            piece.marks.extend(part.marks.into_iter().map(|mark| Mark { y: mark.y + y, ..mark }));
            y += part.height + part.after;
        }
        let line = |x: f32, y: f32, dx: f32, dy: f32, dashed: bool| Mark {
            x,
            y,
            ink: Ink::Line { dx, dy, width: BORDER, gray: if dashed { 0.5 } else { 0.0 }, dashed },
            tag: None,
        };
        let (left, width) = (cell.left, cell.width);
        if grid.bordered {
            piece.marks.push(line(left, 0.0, width, 0.0, false));
            piece.marks.push(line(left, height_of_row, width, 0.0, false));
            piece.marks.push(line(left, 0.0, 0.0, height_of_row, false));
            piece.marks.push(line(left + width, 0.0, 0.0, height_of_row, false));
        }
        if cell.cell.cut {
            piece.marks.push(line(left, height_of_row, width, 0.0, true));
        }
    }
    piece
}

fn unread(mut piece: Piece) -> Piece {
    piece.marks.iter_mut().for_each(|mark| mark.tag = None);
    piece
}

/// The words of a line; where they end.
fn written(
    out: &mut Vec<Mark>,
    letters: &[Letter],
    line: &Line,
    (start, room): (f32, f32),
    size: f32,
    align: Align,
    tag: Option<Tag>,
) -> f32 {
    let free = (room - line.width).max(0.0);
    let (mut x, spread) = match align {
        Align::Left => (start, 0.0),
        Align::Center => (start + free / 2.0, 0.0),
        Align::Right => (start + free, 0.0),
        Align::Justified if line.last || line.blanks == 0 => (start, 0.0),
        Align::Justified => (start, free / f32::from(line.blanks)),
    };
    let blank_follows = letters.get(line.end).is_some_and(|letter| letter.char.is_whitespace());
    let letters = letters.get(line.start..line.end).unwrap_or_default();
    for run in letters.chunk_by(|one, next| one.style == next.style) {
        let Some(style) = run.first().map(|letter| letter.style) else { continue };
        let text: String = run.iter().map(|letter| letter.char).collect();
        let width: f32 = run
            .iter()
            .map(|letter| style.advance(letter.char) * size + if letter.char == ' ' { spread } else { 0.0 })
            .sum();
        out.push(Mark { x, y: size * ASCENT, ink: Ink::Text { style, size, text, spread }, tag });
        x += width;
    }
    // The blank at which the line was broken stands behind it, or its words would be read and copied as one.
    if blank_follows && let Some(Mark { ink: Ink::Text { text, .. }, .. }) = out.last_mut() {
        text.push(' ');
    }
    x
}

/// For a hand to write on: up to `stop`, nothing to be read.
fn dots(from: f32, stop: f32, size: f32, look: &Look) -> Option<Mark> {
    let style = Style::of(look.bold, look.italic);
    let dot = style.advance('.') * size;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hundred at most")]
    let count = ((stop - from) / dot).floor().clamp(0.0, 1_000.0) as u16;
    let x = f32::from(count).mul_add(-dot, stop);
    let ink = Ink::Text { style, size, text: ".".repeat(usize::from(count)), spread: 0.0 };
    (count > 0).then_some(Mark { x, y: size * ASCENT, ink, tag: None })
}
