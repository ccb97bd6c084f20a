//! The head of a document: two columns without borders, and the lines of the decree.

use super::block::{Blocks, Look, cell, layout_table, line, mm, paragraph, row};
use super::metrics;
use super::model::Header;
use super::package::Paper;
use super::text::{BLANK, capitals, clean, long_date};

pub(crate) const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
pub(crate) const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
const DRAFT: &str = "DỰ THẢO";
/// Wide enough for the nation's name in bold 12 on one line (88.3 mm).
const RIGHT: i64 = mm(95);
const LEFT: i64 = Paper::Portrait.room() - RIGHT;
/// Between the columns: a long name of a body must not touch the nation's.
const GUTTER: i64 = mm(4);

pub(super) fn write(out: &mut Blocks, header: &Header, draft: bool) {
    let gutter = || cell(GUTTER, |out| paragraph(out, &Look::new(12), ""));
    let number = |out: &mut Blocks| paragraph(out, &Look::centered(13).spaced(60, 0), &number_line(header));
    let place = |out: &mut Blocks| paragraph(out, &Look::centered(13).italic().spaced(60, 0), &place_and_date(header));
    let mut rows = vec![
        row(vec![cell(LEFT - GUTTER, |out| body(out, header)), gutter(), cell(RIGHT, nation)]),
        row(vec![cell(LEFT - GUTTER, number), gutter(), cell(RIGHT, place)]),
    ];
    if draft {
        let mark = |out: &mut Blocks| paragraph(out, &Look::centered(13).bold().spaced(60, 0), DRAFT);
        let empty = cell(RIGHT, |out| paragraph(out, &Look::new(12), ""));
        rows.push(row(vec![cell(LEFT - GUTTER, mark), gutter(), empty]));
    }
    layout_table(out, &[LEFT - GUTTER, GUTTER, RIGHT], rows);
}

fn body(out: &mut Blocks, header: &Header) {
    if let Some(parent) = &header.parent {
        paragraph(out, &Look::centered(12), &capitals(parent));
    }
    let issuer = capitals(&header.issuer);
    paragraph(out, &Look::centered(12).bold(), &issuer);
    underline(out, &issuer, 12, LEFT - GUTTER);
}

fn nation(out: &mut Blocks) {
    paragraph(out, &Look::centered(12).bold(), NATION);
    paragraph(out, &Look::centered(13).bold(), MOTTO);
    // As long as the words above.
    line(out, metrics::width(MOTTO, 13), RIGHT);
}

/// A line between a third and a half of the words above it.
pub(crate) fn underline(out: &mut Blocks, text: &str, points: i64, room: i64) {
    if text.trim().is_empty() {
        return;
    }
    let last = metrics::lines(text, points, room).pop().unwrap_or_default();
    line(out, last * 2 / 5, room);
}

/// "Số: 05/BB-BCĐ"; below 10 with a leading zero. Empty for a document without number.
fn number_line(header: &Header) -> String {
    number(header).map(|number| format!("Số: {number}")).unwrap_or_default()
}

pub(super) fn number(header: &Header) -> Option<String> {
    let symbol = clean(&header.symbol).replace('\n', " ");
    let number = header.number.map_or_else(|| BLANK.to_owned(), |number| format!("{number:02}"));
    (!symbol.trim().is_empty()).then(|| format!("{number}/{}", symbol.trim()))
}

fn place_and_date(header: &Header) -> String {
    let place = clean(&header.place).replace('\n', " ");
    let date = long_date(header.date);
    match place.trim() {
        "" => super::text::capitalized(&date),
        place => format!("{place}, {date}"),
    }
}
