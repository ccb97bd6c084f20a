//! Tables that assign work: STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian, in any order.

use super::dates;
use super::marker;
use super::orders::{self, Order};
use super::preview::{Reason, WarningCode};
use super::sections::Section;
use super::tasks::{Builder, Lead};
use super::{address, theme, units};
use crate::block::{Cell, Table};
use crate::words::{Folded, Pattern, bare, char_count, fold, regex, squeeze};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Number,
    Content,
    Lead,
    Join,
    Due,
    /// Place, result, money, notes: told in the description under their heading.
    Detail,
    Unknown,
}

static NUMBER: Pattern = regex!(r"^(?:stt|tt|so tt|so thu tu|s\.?tt|#|no)\W*$");
static JOIN: Pattern = regex!(r"phoi hop");
static DUE: Pattern = regex!(r"^(?:thoi gian|thoi han|tien do|han|ngay|thoi diem)|hoan thanh");
static DETAIL: Pattern = regex!(
    r"^(?:ghi chu|dia diem|ket qua|san pham|kinh phi|so luong|nguon|doi tuong|thanh phan|hinh thuc|chi tieu|muc tieu|nguoi theo doi|lanh dao|yeu cau|don vi tinh|du kien)"
);
static LEAD: Pattern = regex!(
    r"chu tri|(?:don vi|co quan|bo phan|nguoi|to chuc)(?:,? (?:don vi|ca nhan|to chuc|co quan))* (?:thuc hien|phu trach|duoc giao|chiu trach nhiem)|^(?:don vi|co quan|co quan, don vi|phu trach|thuc hien|trach nhiem|phan cong|don vi, ca nhan|to chuc, don vi|ten don vi|bo phan)$|phan cong (?:thuc hien|nhiem vu cho)|trach nhiem thuc hien"
);
static CONTENT: Pattern = regex!(r"noi dung|nhiem vu|hoat dong|cong viec|dau viec|viec can|noi dung cong viec");

fn column(heading: &str) -> Column {
    let folded = fold(bare(heading));
    let folded = folded.trim();
    if NUMBER.is_match(folded) {
        Column::Number
    } else if JOIN.is_match(folded) && !folded.contains("chu tri") {
        Column::Join
    } else if DETAIL.is_match(folded) {
        Column::Detail
    } else if LEAD.is_match(folded) {
        Column::Lead
    } else if DUE.is_match(folded) {
        Column::Due
    } else if CONTENT.is_match(folded) {
        Column::Content
    } else {
        Column::Unknown
    }
}

/// A row with spans and merged cells laid out: one cell a column.
type Row = Vec<Vec<String>>;

/// Wider tables than any sheet of paper are not laid out.
const MAX_COLUMNS: usize = 24;

/// Lays out the grid; a cell merged downwards repeats its words.
fn grid(table: &Table) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for cells in &table.rows {
        let mut row: Row = Vec::new();
        for cell in cells {
            let lines = if cell.continues { above(&rows, row.len()) } else { cell.lines() };
            row.push(lines);
            for _ in 1..cell.span.max(1) {
                row.push(Vec::new());
            }
            if row.len() >= MAX_COLUMNS {
                break;
            }
        }
        rows.push(row);
    }
    rows
}

fn above(rows: &[Row], column: usize) -> Vec<String> {
    rows.last().and_then(|row| row.get(column)).cloned().unwrap_or_default()
}

pub(crate) fn read(builder: &mut Builder<'_>, section: &Section, table: &Table, lead: Option<&Lead>) {
    let rows = grid(table);
    let Some((columns, headings, first)) = header(&rows) else {
        not_understood(builder, section, table);
        return;
    };
    let has = |wanted: Column| columns.contains(&wanted);
    let named = has(Column::Lead) || (lead.is_some() && section.assigning) || (section.assigning && has(Column::Due));
    if !has(Column::Content) || !named {
        not_understood(builder, section, table);
        return;
    }
    let mut unknown = false;
    for (kind, heading) in columns.iter().zip(&headings) {
        if *kind == Column::Unknown && !heading.is_empty() {
            builder.warnings.add(WarningCode::TableColumnUnknown, heading);
            unknown = true;
        }
    }
    let reasons: &[Reason] = if unknown { &[Reason::TableColumnUnknown] } else { &[] };
    let reader = Reader { columns: &columns, headings: &headings, lead, reasons };
    for row in rows.iter().skip(first) {
        reader.row(builder, section, row);
    }
}

/// A table of slogans assigns nothing and is read with them.
fn not_understood(builder: &mut Builder<'_>, section: &Section, table: &Table) {
    if !theme::is_slogan_title(&section.title) {
        builder.warnings.add(WarningCode::TableNotUnderstood, &first_row(table));
    }
}

fn first_row(table: &Table) -> String {
    table.rows.first().map(|row| row.iter().map(Cell::text).collect::<Vec<_>>().join(" | ")).unwrap_or_default()
}

/// The heading row (or two, where one heading spans "Chủ trì" and "Phối hợp") and where the rows below begin.
fn header(rows: &[Row]) -> Option<(Vec<Column>, Vec<String>, usize)> {
    for start in 0..rows.len().min(3) {
        let mut headings = texts(rows.get(start)?);
        let mut first = start + 1;
        let mut columns: Vec<Column> = headings.iter().map(|heading| column(heading)).collect();
        let known = columns.iter().filter(|column| **column != Column::Unknown).count();
        if known < 2 || headings.iter().any(|heading| char_count(heading) > 80) {
            continue;
        }
        let second = rows.get(start + 1).map(texts).unwrap_or_default();
        let below: Vec<Column> = second.iter().map(|heading| column(heading)).collect();
        let is_heading = second.iter().zip(&below).all(|(text, column)| {
            text.is_empty() || (char_count(text) <= 40 && *column != Column::Unknown) || headings.contains(text)
        });
        if is_heading && below.iter().any(|column| matches!(column, Column::Lead | Column::Join)) {
            for (place, text) in second.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                if let Some(heading) = headings.get_mut(place) {
                    heading.clone_from(text);
                }
            }
            columns = headings.iter().map(|heading| column(heading)).collect();
            first += 1;
        }
        return Some((columns, headings, first));
    }
    None
}

fn texts(row: &Row) -> Vec<String> {
    row.iter().map(|lines| squeeze(&lines.join(" "))).collect()
}

struct Reader<'a> {
    columns: &'a [Column],
    headings: &'a [String],
    lead: Option<&'a Lead>,
    reasons: &'a [Reason],
}

impl Reader<'_> {
    fn cell(&self, row: &Row, wanted: Column) -> Vec<String> {
        let cells = self.columns.iter().zip(row).filter(|(column, _)| **column == wanted);
        cells.flat_map(|(_, lines)| lines.iter().cloned()).collect()
    }

    /// The units of a row; each that begins a line of its own stands apart.
    fn names(&self, row: &Row) -> String {
        self.cell(row, Column::Lead).iter().fold(String::new(), |names, line| {
            let apart =
                line.trim_start().starts_with(char::is_uppercase) && !names.ends_with([',', ';', '-', '–', '(']);
            match names.is_empty() {
                true => squeeze(line),
                false if apart => format!("{names}; {}", squeeze(line)),
                false => format!("{names} {}", squeeze(line)),
            }
        })
    }

    fn row(&self, builder: &mut Builder<'_>, section: &Section, row: &Row) {
        let content = self.cell(row, Column::Content);
        let named = self.names(row);
        let filled = row.iter().filter(|lines| !lines.is_empty()).count();
        // "I | CÔNG TÁC TRUYỀN THÔNG" divides the table; "1 2 3 4" numbers its columns.
        let divides = named.is_empty()
            && filled <= 2
            && self.columns.contains(&Column::Lead)
            && self.cell(row, Column::Due).is_empty();
        let counts =
            content.iter().all(|text| text.trim_matches(|char: char| !char.is_alphanumeric()).parse::<u32>().is_ok());
        if content.is_empty() || divides || counts {
            return;
        }
        let lead = self.lead_of(&named);
        builder.warn_about(&lead, &named);
        let joining = units::find(&Folded::new(&self.cell(row, Column::Join).join(", ")), true);
        let due_text = self.cell(row, Column::Due).join(" ");
        let details = self.details(row);
        for order in self.orders(&content) {
            let mut due = dates::due(&due_text, builder.frame, true);
            if due.date.is_none() {
                due = dates::due(&order.whole(), builder.frame, false);
            }
            let mut order = order;
            order.below.extend(details.iter().cloned());
            let joining = (!joining.is_empty()).then(|| joining.clone());
            builder.push_with(section, &lead, order, due, joining, self.reasons);
        }
    }

    fn lead_of(&self, named: &str) -> Lead {
        if named.is_empty() {
            return self.lead.cloned().unwrap_or_default();
        }
        let plain = marker::parse(named).map_or_else(|| named.to_owned(), |marker| marker.rest);
        if let Some(heading) = address::heading(&plain).filter(|heading| heading.lead.is_some()) {
            return Lead { words: bare(&plain).to_owned(), ..Lead::of(heading) };
        }
        let mut found = units::find(&Folded::new(&plain), true).into_iter();
        Lead { unit: found.next(), others: found.collect(), words: bare(&plain).to_owned() }
    }

    /// One task a row; where the unit stands left of its work, one for each paragraph of the cell.
    fn orders(&self, content: &[String]) -> Vec<Order> {
        let place = |wanted: Column| self.columns.iter().position(|column| *column == wanted);
        let unit_first =
            place(Column::Lead).is_some_and(|lead| place(Column::Content).is_some_and(|content| lead < content));
        if unit_first || self.lead.is_some() {
            let lines: Vec<super::lines::Line> = content.iter().map(|text| super::lines::Line::plain(text)).collect();
            return orders::group(&lines.iter().collect::<Vec<_>>());
        }
        let mut lines = content.iter().cloned();
        lines.next().map(|text| Order { text, below: lines.collect(), joined: false }).into_iter().collect()
    }

    /// The cells that are neither unit nor work, each under its heading.
    fn details(&self, row: &Row) -> Vec<String> {
        let cells = self.columns.iter().zip(self.headings).zip(row);
        let told = cells.filter(|((column, _), lines)| {
            !matches!(column, Column::Number | Column::Content | Column::Lead) && !lines.is_empty()
        });
        told.map(|((_, heading), lines)| {
            let text = lines.join("; ");
            if heading.is_empty() { text } else { format!("{heading}: {text}") }
        })
        .collect()
    }
}
