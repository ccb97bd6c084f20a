//! Blocks → one flow of lines and tables, with the letterhead and the signature table read by column, and sentences
//! put together again that a page break had cut.

use super::marker;
use super::preview::WarningCode;
use super::warnings::Warnings;
use crate::block::{Block, Paragraph, Table};
use crate::words::{Pattern, fold, is_mostly_capitals, regex, squeeze, starts_lower};

#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// One paragraph, or one line of it where the writer broke it; single spaces.
    pub(crate) text: String,
    pub(crate) bold: bool,
    /// How many characters at its beginning are bold, when not all are.
    pub(crate) bold_start: usize,
    pub(crate) centered: bool,
    /// Put together from two that a page break had cut.
    pub(crate) joined: bool,
    /// Comes from a table read by column (letterhead, signature).
    pub(crate) from_table: bool,
    /// Typed in columns with tabs: what stands in each.
    pub(crate) columns: Vec<String>,
}

impl Line {
    pub(crate) fn plain(text: &str) -> Self {
        Self { text: squeeze(text), ..Self::default() }
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Item {
    Line(Line),
    Table(Table),
}

impl Item {
    pub(crate) fn line(&self) -> Option<&Line> {
        match self {
            Self::Line(line) => Some(line),
            Self::Table(_) => None,
        }
    }

    pub(crate) fn table(&self) -> Option<&Table> {
        match self {
            Self::Line(_) => None,
            Self::Table(table) => Some(table),
        }
    }

    /// As it stands in a section's body.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Line(line) => line.text.clone(),
            Self::Table(table) => table_text(table),
        }
    }
}

/// One row a line, cells divided by bars.
pub(crate) fn table_text(table: &Table) -> String {
    let row = |row: &Vec<crate::block::Cell>| row.iter().map(crate::block::Cell::text).collect::<Vec<_>>().join(" | ");
    table.rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

static LETTERHEAD: Pattern = regex!(r"cong hoa xa hoi chu nghia viet nam|doc lap ?- ?tu do ?- ?hanh phuc");
static SIGNATURE: Pattern = regex!(r"\bnoi nhan\b|\b(?:kt|tm|tl|tuq)\. ?[a-z]|(?:^|\n)(?:pho )?chu tich\b");
/// Tables hold letterheads only near the beginning.
const HEAD_BLOCKS: usize = 12;

/// All blocks as one flow.
pub(crate) fn flow(blocks: Vec<Block>) -> Vec<Item> {
    let mut items = Vec::new();
    let count = blocks.len();
    for (place, block) in blocks.into_iter().enumerate() {
        match block {
            Block::Paragraph(paragraph) => items.extend(lines(&paragraph, false).map(Item::Line)),
            Block::Table(table) => place_table(table, place < HEAD_BLOCKS, place * 2 >= count, &mut items),
        }
    }
    items
}

fn place_table(table: Table, early: bool, late: bool, items: &mut Vec<Item>) {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let text = fold(&table_text(&table));
    let by_column = (early && LETTERHEAD.is_match(&text)) || (late && width <= 3 && is_signature(&table, &text));
    if width == 1 {
        // A frame around text: read what is in it, tables inside it too.
        let blocks: Vec<Block> = table.rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect();
        items.extend(flow_inner(blocks));
    } else if by_column {
        items.extend(columns(&table).into_iter().map(Item::Line));
    } else if table.rows.len() == 1 && width <= 3 {
        // One row is no table but two texts side by side.
        let blocks: Vec<Block> = table.rows.into_iter().flatten().flat_map(|cell| cell.blocks).collect();
        items.extend(flow_inner(blocks));
    } else {
        items.push(Item::Table(table));
    }
}

/// A signature table: "Nơi nhận" or a post in capitals; a table of work names posts too, but in its middle.
fn is_signature(table: &Table, text: &str) -> bool {
    SIGNATURE.is_match(text)
        && table.rows.iter().flatten().any(|cell| {
            cell.lines().first().is_some_and(|line| {
                fold(line).starts_with("noi nhan") || (is_mostly_capitals(line) && SIGNATURE.is_match(&fold(line)))
            })
        })
}

// Frames in frames are as deep as the reader of files let them be.
fn flow_inner(blocks: Vec<Block>) -> Vec<Item> {
    let mut items = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => items.extend(lines(&paragraph, false).map(Item::Line)),
            Block::Table(table) => place_table(table, false, true, &mut items),
        }
    }
    items
}

/// First column from top to bottom, then the second.
fn columns(table: &Table) -> Vec<Line> {
    let width = table.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut read = Vec::new();
    for column in 0..width {
        for cell in table.rows.iter().filter_map(|row| row.get(column)) {
            read.extend(cell.paragraphs().into_iter().flat_map(|paragraph| lines(paragraph, true)));
        }
    }
    read
}

fn lines(paragraph: &Paragraph, from_table: bool) -> impl Iterator<Item = Line> {
    let bold_start = paragraph.bold_start;
    paragraph
        .text
        .split('\n')
        .enumerate()
        .map(move |(place, text)| {
            let columns: Vec<String> = if text.trim_end().contains('\t') && !marker_with_tab(text) {
                text.split('\t').map(squeeze).collect()
            } else {
                Vec::new()
            };
            Line {
                text: squeeze(text),
                bold: paragraph.bold,
                // Squeezing only shortens, so a little less than the truth at worst.
                bold_start: if place == 0 { bold_start } else { 0 },
                centered: paragraph.centered,
                joined: false,
                from_table,
                columns,
            }
        })
        .filter(|line| !line.text.is_empty())
        .collect::<Vec<_>>()
        .into_iter()
}

/// `1.⇥Mục đích`: the tab belongs to the number. A later one leads to the right column.
fn marker_with_tab(text: &str) -> bool {
    let text = text.trim();
    let first = text.find('\t').is_some_and(|place| {
        place <= 8 && marker::parse(text.get(..place).unwrap_or_default()).is_some_and(|marker| marker.rest.is_empty())
    });
    let bullet = text.find('\t').is_some_and(|place| place <= 3);
    (first || bullet) && marker::parse(text).is_some() && text.matches('\t').count() == 1
}

static PAGE_NUMBER: Pattern = regex!(r"^(?:- ?)?(?:trang )?\d{1,3}(?: ?/ ?\d{1,3})?(?: ?-)?$");

/// Joins a line that begins in lower case, without a list mark, to the one before when that one is still open.
pub(crate) fn join_page_cuts(items: Vec<Item>, warnings: &mut Warnings) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    let mut page_number: Option<Item> = None;
    for item in items {
        let Item::Line(line) = item else {
            joined.extend(page_number.take());
            joined.push(item);
            continue;
        };
        if !joined.is_empty() && PAGE_NUMBER.is_match(&fold(&line.text)) {
            page_number = Some(Item::Line(line));
            continue;
        }
        match joined.last_mut() {
            Some(Item::Line(last)) if continues(last, &line) => {
                warnings.add(WarningCode::PageCutJoined, &cut(&last.text, &line.text));
                last.text.push(' ');
                last.text.push_str(&line.text);
                last.joined = true;
                last.bold &= line.bold;
                // The number of the page that ended there.
                page_number = None;
            }
            _ => {
                joined.extend(page_number.take());
                joined.push(Item::Line(line));
            }
        }
    }
    joined.extend(page_number);
    joined
}

/// No paragraph is longer; joining without end would cost the square of a hostile file.
const MAX_JOINED: usize = 20_000;

fn continues(last: &Line, line: &Line) -> bool {
    if last.text.len() > MAX_JOINED
        || last.from_table
        || line.from_table
        || !starts_lower(&line.text)
        || marker::parse(&line.text).is_some()
    {
        return false;
    }
    let open = last.text.trim_end();
    match open.chars().last() {
        Some('.' | '!' | '?' | ':' | '…') => false,
        // A short one that ends so is an item of a list whose items begin in lower case.
        Some(';') => open.chars().count() > 80,
        _ => true,
    }
}

/// The words around a join.
fn cut(before: &str, after: &str) -> String {
    let words: Vec<&str> = before.split(' ').collect();
    let tail = words.get(words.len().saturating_sub(6)..).unwrap_or_default().join(" ");
    let head: Vec<&str> = after.split(' ').take(6).collect();
    format!("…{tail} ⏎ {}…", head.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn join(texts: &[&str]) -> Vec<String> {
        let items = texts.iter().map(|text| Item::Line(Line::plain(text))).collect();
        join_page_cuts(items, &mut Warnings::default()).iter().map(Item::text).collect()
    }

    #[test]
    fn a_lower_case_line_goes_on() {
        assert_eq!(
            join(&["khu vực tập trung đông", "người v.v...", "Xong."]),
            ["khu vực tập trung đông người v.v...", "Xong."]
        );
        assert_eq!(join(&["giáo dục và bảo", "2", "vệ trẻ em"]), ["giáo dục và bảo vệ trẻ em"]);
        assert_eq!(join(&["Hết câu.", "chữ thường"]).len(), 2);
        assert_eq!(join(&["Mở đầu", "a) mục"]).len(), 2);
        assert_eq!(join(&["Gồm:", "treo băng rôn;", "phát tờ rơi."]).len(), 3);
    }
}
