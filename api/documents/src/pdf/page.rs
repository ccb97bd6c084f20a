//! Pieces → pages.

use super::flow::{Flow, Ink, Mark, Piece};
use super::points;
use super::tags::Tags;
use super::write;
use crate::decree30::{Block, Margins};
use crate::font::{ASCENT, LINE, Style};

/// What is to be laid out.
pub(crate) struct Paged<'a> {
    pub(crate) title: &'a str,
    /// At the foot of every page; empty: nothing.
    pub(crate) foot: &'a str,
    pub(crate) sections: Vec<Section<'a>>,
    /// Every page but the first shows its number.
    pub(crate) numbered: bool,
    /// From the edge of the paper to the page number and to the foot, in twips.
    pub(crate) edge: i64,
}

/// Measures in twips.
pub(crate) struct Section<'a> {
    pub(crate) size: (i64, i64),
    pub(crate) margins: Margins,
    pub(crate) blocks: &'a [Block],
}

/// In points; marks from the upper left corner of the paper.
pub(super) struct Page {
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) marks: Vec<Mark>,
}

pub(crate) fn bytes(paged: &Paged<'_>) -> Vec<u8> {
    let mut flow = Flow { tags: Tags::new(), heads: Vec::new(), limit: 0.0 };
    let mut pages = Vec::new();
    for section in &paged.sections {
        let (width, height) = (points(section.size.0), points(section.size.1));
        let margins = section.margins;
        let area = Area {
            width,
            height,
            left: points(margins.left),
            top: points(margins.top),
            bottom: height - points(margins.bottom),
        };
        // Room for a head that is repeated, and for the rounding of lines.
        flow.limit = (area.bottom - area.top) * 0.85;
        let room = width - area.left - points(margins.right);
        let pieces = flow.blocks(section.blocks, 0.0, room, Tags::ROOT);
        let before = pages.len();
        filled(&mut pages, &area, &pieces, &flow.heads);
        for (index, page) in pages.iter_mut().enumerate().skip(before) {
            let middle = area.left + room / 2.0;
            if paged.numbered && index > 0 {
                let y = points(paged.edge) + 13.0 * ASCENT;
                page.marks.push(centered(&(index + 1).to_string(), Style::Regular, 13.0, middle, y));
            }
            if !paged.foot.is_empty() {
                let y = height - points(paged.edge) - 10.0 * (LINE - ASCENT);
                page.marks.push(centered(paged.foot, Style::Italic, 10.0, middle, y));
            }
        }
    }
    write::pdf(paged.title, &pages, flow.tags)
}

fn centered(text: &str, style: Style, size: f32, middle: f32, y: f32) -> Mark {
    let ink = Ink::Text { style, size, text: text.to_owned(), spread: 0.0 };
    Mark { x: middle - style.width(text, size) / 2.0, y, ink, tag: None }
}

struct Area {
    width: f32,
    height: f32,
    left: f32,
    top: f32,
    bottom: f32,
}

impl Area {
    const fn page(&self) -> Page {
        Page { width: self.width, height: self.height, marks: Vec::new() }
    }
}

/// At least one page.
fn filled(pages: &mut Vec<Page>, area: &Area, pieces: &[Piece], heads: &[Vec<Piece>]) {
    let mut page = area.page();
    let mut y = area.top;
    // Nothing stands on this page yet.
    let mut fresh = true;
    // The first page of a section keeps the space before its first paragraph, as Word does.
    let mut begun = false;
    for (index, piece) in pieces.iter().enumerate() {
        let rest = pieces.get(index..).unwrap_or_default();
        let head = piece.head.and_then(|head| heads.get(head)).map_or(&[][..], Vec::as_slice);
        let room = area.bottom - area.top - head.iter().map(|piece| piece.height).sum::<f32>();
        let need = together(rest, room);
        let alone = piece.before + piece.height;
        let full = if need <= room { y + need > area.bottom + 0.01 } else { y + alone > area.bottom + 0.01 };
        if !fresh && (piece.new_page || full) {
            pages.push(std::mem::replace(&mut page, area.page()));
            (y, fresh, begun) = (area.top, true, true);
            for part in head {
                place(&mut page, area.left, y, part);
                y += part.height;
            }
        }
        if !(fresh && begun) {
            y += piece.before;
        }
        place(&mut page, area.left, y, piece);
        y += piece.height + piece.after;
        fresh = false;
    }
    pages.push(page);
}

/// The height of the first piece and all that it must not be parted from; more than `room` when that is too much.
fn together(pieces: &[Piece], room: f32) -> f32 {
    let mut height = 0.0;
    for piece in pieces {
        height += piece.before + piece.height;
        if !piece.keep || height > room {
            return height;
        }
        height += piece.after;
    }
    height
}

fn place(page: &mut Page, left: f32, top: f32, piece: &Piece) {
    page.marks.extend(piece.marks.iter().cloned().map(|mark| Mark { x: mark.x + left, y: mark.y + top, ..mark }));
}
