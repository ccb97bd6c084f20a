//! Where the table of a sheet begins, and the headings above each of its columns.

use super::values::{clean, whole};
use super::{contents, header};
use crate::sheets::{Cell, Row, Sheet};
use crate::words::identity;

/// Rows in which a heading is looked for: letterheads and notes above a list are a page at most.
const SEARCH: usize = 80;
const MAX_HEADER_ROWS: usize = 4;

#[derive(Debug, Default)]
pub(super) struct Table {
    /// Places in `Sheet::rows`.
    pub(super) header: std::ops::Range<usize>,
    /// The first row that may hold a child.
    pub(super) body: usize,
    /// By column: its headings, the outer ones first, without doubles.
    pub(super) paths: Vec<Vec<String>>,
}

impl Table {
    /// `Cha / Số điện thoại`.
    pub(super) fn heading(&self, column: usize) -> String {
        self.paths.get(column).map(|path| path.join(" / ")).unwrap_or_default()
    }
}

/// `None` when no row of headings is found.
pub(super) fn find(sheet: &Sheet) -> Option<Table> {
    let top = (0..sheet.rows.len().min(SEARCH)).find(|place| is_top(sheet, *place))?;
    let mut end = top + 1;
    while end < sheet.rows.len() && end - top < MAX_HEADER_ROWS && goes_on(sheet, top, end) {
        end += 1;
    }
    Some(below(sheet, top..end))
}

/// Without a heading that is understood: the first row that holds a name and a date begins the body, and a row of
/// texts right above it is a heading in words unknown.
pub(super) fn find_by_contents(sheet: &Sheet, today: chrono::NaiveDate) -> Table {
    let start = sheet.rows.iter().take(SEARCH).position(|row| contents::is_child(row, today)).unwrap_or(0);
    let heading = start.checked_sub(1).filter(|above| {
        let (Some(head), Some(first)) = (sheet.rows.get(*above), sheet.rows.get(start)) else { return false };
        let filled = head.cells.iter().filter(|cell| !cell.is_empty()).count();
        let texts = head.cells.iter().all(|cell| matches!(cell, Cell::Empty | Cell::Text(_)));
        texts && head.number + 1 == first.number && filled * 2 >= first.cells.len() && !is_numbering(head)
    });
    let mut table = below(sheet, heading.unwrap_or(start)..start);
    if heading.is_none() {
        table.header = 0..0;
    }
    table
}

fn below(sheet: &Sheet, header: std::ops::Range<usize>) -> Table {
    let rows = sheet.rows.get(header.start..).unwrap_or_default();
    let width = rows.iter().take(2_000).map(|row| row.cells.len()).max().unwrap_or(0);
    let paths = (0..width).map(|column| path(sheet, header.clone(), column)).collect();
    Table { body: header.end, header, paths }
}

/// Texts of a row, each merged one once, with its column.
fn texts(sheet: &Sheet, row: &Row) -> Vec<(u32, String)> {
    let mut texts = Vec::new();
    for (column, cell) in (0_u32..).zip(&row.cells) {
        let repeats = sheet
            .merges
            .iter()
            .take(5_000)
            .any(|merge| merge.contains(row.number, column) && merge.first_column < column);
        if !cell.is_empty() && !repeats {
            texts.push((column, clean(cell)));
        }
    }
    texts
}

/// At least two headings of which one is a child's name or birth, or three others.
fn is_top(sheet: &Sheet, place: usize) -> bool {
    use super::Field::{BirthYear, DateOfBirth, FamilyAndMiddleName, FullName, GivenName};
    let Some(row) = sheet.rows.get(place) else { return false };
    let texts = texts(sheet, row);
    if texts.len() < 2 {
        return false;
    }
    let mut fields: Vec<_> = texts
        .iter()
        .filter_map(|(_, text)| header::guess(std::slice::from_ref(text)))
        .map(|(field, _)| field)
        .collect();
    fields.sort_unstable();
    fields.dedup();
    let telling = fields
        .iter()
        .any(|field| matches!(field, FullName | FamilyAndMiddleName | GivenName | DateOfBirth | BirthYear));
    let known = texts.iter().filter(|(_, text)| header::is_heading(text)).count();
    // A title or a note may hold two such words by chance; in a heading they are most of it.
    let dense = known * 3 >= texts.len();
    let numbers = row.cells.iter().filter(|cell| matches!(cell, Cell::Number(_) | Cell::Date(_))).count();
    dense && numbers * 2 <= texts.len() && (fields.len() >= 2 && telling || fields.len() >= 4)
}

/// Does this row still belong to the headings?
fn goes_on(sheet: &Sheet, top: usize, place: usize) -> bool {
    let (Some(first), Some(row)) = (sheet.rows.get(top), sheet.rows.get(place)) else { return false };
    let above = sheet.rows.get(place - 1).map_or(0, |row| row.number);
    if row.number > above + 1 {
        return false;
    }
    let in_block = |merge: &&crate::sheets::Merge| merge.first_row >= first.number && merge.first_row < row.number;
    if sheet.merges.iter().filter(in_block).any(|merge| merge.last_row >= row.number) {
        return true;
    }
    // Under a heading that spans columns, or below empty places: words of headings, and nothing of a child.
    let own: Vec<(u32, String)> = texts(sheet, row);
    let plain = |cell: &Cell| matches!(cell, Cell::Text(_) | Cell::Empty);
    if own.is_empty() || !row.cells.iter().all(plain) || is_numbering(row) {
        return false;
    }
    let known = own.iter().filter(|(_, text)| header::is_heading(text)).count();
    let wide = |merge: &&crate::sheets::Merge| merge.last_column > merge.first_column;
    let spanned = sheet.merges.iter().filter(in_block).filter(wide).count() > 0;
    let fills_gaps = own.iter().filter(|(column, _)| first.cell(*column).is_empty()).count();
    // One text alone is a section unless it stands under a heading that it parts.
    let under = |column: u32| {
        let mut merges = sheet.merges.iter().filter(in_block).filter(wide);
        first.cell(column).is_empty() || merges.any(|merge| (merge.first_column..=merge.last_column).contains(&column))
    };
    if let [(column, _)] = own.as_slice()
        && !under(*column)
    {
        return false;
    }
    let short = own.iter().all(|(_, text)| crate::words::char_count(text) <= 40);
    let likely = known * 2 >= own.len();
    likely && short && (spanned || fills_gaps * 3 >= own.len())
}

/// `1 2 3`, `(1) (2) (3)`, `A B 1 2` below the headings.
pub(super) fn is_numbering(row: &Row) -> bool {
    let mut count = 0_usize;
    let mut rising = 0_usize;
    let mut last = -1_i64;
    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
        count += 1;
        let text = clean(cell);
        let bare = text.trim_matches(['(', ')', '[', ']', '.', ' ']);
        let bare = bare.split(['=', '+']).next().unwrap_or_default().trim_end_matches([')', ' ']);
        let number = match cell {
            Cell::Number(number) => whole(*number).and_then(|number| i64::try_from(number).ok()),
            _ => bare.parse::<i64>().ok().or_else(|| {
                let mut chars = bare.chars();
                let letter = chars.next().filter(|char| char.is_ascii_alphabetic())?;
                chars.next().is_none().then(|| i64::from(u32::from(letter.to_ascii_uppercase())) - 65 - 26)
            }),
        };
        let Some(number) = number.filter(|number| (-26..=200).contains(number)) else { return false };
        rising += usize::from(number > last || last == -1);
        last = number;
    }
    count >= 3 && rising + 1 >= count
}

/// The headings above a column. Under a spanning heading the outer one is repeated by the merge; without merges (CSV)
/// a heading speaks for the empty places to its right when there are headings below them.
fn path(sheet: &Sheet, rows: std::ops::Range<usize>, column: usize) -> Vec<String> {
    let mut path: Vec<String> = Vec::new();
    let last = rows.end;
    for place in rows {
        let Some(row) = sheet.rows.get(place) else { continue };
        let mut text = row.cells.get(column).map(clean).unwrap_or_default();
        let below = || {
            let rest = sheet.rows.get(place + 1..last).unwrap_or_default();
            rest.iter().any(|row| row.cells.get(column).is_some_and(|cell| !cell.is_empty()))
        };
        if text.is_empty() && path.is_empty() && below() {
            let left = row.cells.get(..column.min(row.cells.len())).unwrap_or_default();
            let nearest = left.iter().enumerate().rev().find(|(_, cell)| !cell.is_empty());
            // Only when that heading is itself parted by headings below.
            let parted = |from: usize| {
                let rest = sheet.rows.get(place + 1..last).unwrap_or_default();
                rest.iter()
                    .any(|row| (from..column).all(|place| row.cells.get(place).is_some_and(|cell| !cell.is_empty())))
            };
            text = nearest.filter(|(from, _)| parted(*from)).map(|(_, cell)| clean(cell)).unwrap_or_default();
        }
        if !text.is_empty() && path.last().is_none_or(|last| identity(last) != identity(&text)) {
            path.push(text);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::read;

    fn sheet(csv: &str) -> Sheet {
        read(csv.as_bytes(), "a.csv").unwrap().sheets.remove(0)
    }

    #[test]
    fn below_a_title_and_in_two_rows() {
        let sheet = sheet(
            "UBND PHƯỜNG BA ĐÌNH,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH TRẺ EM\n\nSTT,Họ và tên,,Ngày sinh,Cha,\n,Họ đệm,Tên,,Họ tên,SĐT\n(1),(2),(3),(4),(5),(6)\n1,Nguyễn Văn,An,1/6/2015,Nguyễn Văn Ba,0912345678\n",
        );
        let table = find(&sheet).unwrap();
        assert_eq!(table.header, 2..4);
        assert_eq!(table.heading(1), "Họ và tên / Họ đệm");
        assert_eq!(table.heading(2), "Họ và tên / Tên");
        assert_eq!(table.heading(5), "Cha / SĐT");
        assert!(is_numbering(&sheet.rows[4]));
        assert!(!is_numbering(&sheet.rows[5]));
    }

    #[test]
    fn one_row_alone() {
        let sheet = sheet("STT;Họ tên;Năm sinh;GT\n1;Nguyễn Văn Nam;2015;Nam\n");
        assert_eq!(find(&sheet).unwrap().header, 0..1);
    }
}
