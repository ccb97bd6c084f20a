//! One sheet → its children: the table found, its columns understood, each of its rows told apart.

use super::lines::{Line, Lines, Merges, Section};
use super::person::{Context, Reader};
use super::problem::{Finding, ProblemCode};
use super::table::{self, Table};
use super::values::clean;
use super::values::flag::{self, Flag};
use super::{
    ColumnMapping, ColumnReading, Field, Options, OtherValue, RowReading, RowSource, SheetReading, SkipReason,
    SkippedRow,
};
use super::{columns, place, signature};
use crate::sheets::{Row, Sheet};
use crate::words::shorten;

/// `plain` is the sheet in Unicode, for headings; `values` the one that the values are taken from.
pub(super) fn read(index: u32, plain: &Sheet, values: &Sheet, from_1904: bool, options: &Options) -> SheetReading {
    let mut reading = SheetReading { index, name: plain.name.clone(), hidden: plain.hidden, ..SheetReading::default() };
    if options.ignored_sheets.contains(&plain.name) {
        reading.skipped =
            Some(skip("ignored", "Trang tính này được bỏ qua theo lựa chọn.", "The sheet was left out by choice."));
        return reading;
    }
    if plain.rows.is_empty() {
        reading.skipped = Some(skip("empty", "Trang tính không có dữ liệu.", "The sheet holds nothing."));
        return reading;
    }
    let told_here = options.mapping.get(&plain.name);
    let Some((table, columns, signature)) = understand(plain, told_here, options) else {
        reading.skipped = Some(skip(
            "no_table",
            "Không tìm thấy bảng có cột họ tên trẻ trong trang tính này.",
            "No table with a column of children's names was found in the sheet.",
        ));
        return reading;
    };
    reading.signature = signature;
    reading.header_rows =
        plain.rows.get(table.header.clone()).unwrap_or_default().iter().map(|row| row.number).collect();
    hints(&mut reading, plain, &table);
    rows(&mut reading, plain, values, &table, &columns, from_1904, options);
    reading.columns = columns;
    if reading.rows.is_empty() {
        reading.skipped = Some(skip(
            "no_children",
            "Trang tính có tiêu đề bảng nhưng không có dòng trẻ em nào.",
            "The sheet has headings but no row of a child.",
        ));
    }
    reading
}

fn skip(code: &str, vi: &str, en: &str) -> SkipReason {
    SkipReason { code: code.into(), message_vi: vi.into(), message_en: en.into() }
}

/// The table and what its columns hold; `None` without a column of names.
fn understand(
    sheet: &Sheet,
    told: Option<&ColumnMapping>,
    options: &Options,
) -> Option<(Table, Vec<ColumnReading>, String)> {
    let table = table::find(sheet).unwrap_or_else(|| table::find_by_contents(sheet, options.today));
    let headings: Vec<String> = (0..table.paths.len()).map(|column| table.heading(column)).collect();
    let signature = signature(headings.iter().map(String::as_str));
    let none = ColumnMapping::new();
    let told = told.or_else(|| options.remembered.get(&signature)).unwrap_or(&none);
    let columns = columns::assign(sheet, &table, told, options);
    let names = [Field::FullName, Field::FamilyAndMiddleName, Field::GivenName];
    let named = columns.iter().any(|column| column.field.is_some_and(|field| names.contains(&field)));
    let births = [Field::DateOfBirth, Field::BirthYear, Field::BirthDateIfMale];
    let born = columns.iter().any(|column| column.field.is_some_and(|field| births.contains(&field)));
    // A list of names alone, without a heading, may be anything.
    (named && (born || !table.header.is_empty() || !told.is_empty())).then_some((table, columns, signature))
}

/// What the sheet's name and the lines above the table say of all its children.
fn hints(reading: &mut SheetReading, sheet: &Sheet, table: &Table) {
    let name = sheet.name.replace(['_', '-'], " ");
    reading.neighborhood = place::neighborhood(&name, true);
    reading.grade = place::class(&name);
    for row in sheet.rows.get(..table.header.start).unwrap_or_default() {
        for text in row.cells.iter().filter(|cell| !cell.is_empty()).map(clean) {
            reading.neighborhood = reading.neighborhood.take().or_else(|| place::neighborhood(&text, false));
            reading.school = reading.school.take().or_else(|| place::school(&text));
            reading.grade = reading.grade.take().or_else(|| place::class(&text));
        }
    }
}

fn rows(
    reading: &mut SheetReading,
    plain: &Sheet,
    values: &Sheet,
    table: &Table,
    columns: &[ColumnReading],
    from_1904: bool,
    options: &Options,
) {
    let merges = Merges::of(plain);
    let context = Context { columns, today: options.today, from_1904, lone_sex: lone_sex(plain, table, columns) };
    let mut lines = Lines { sheet: plain, merges: &merges, table, columns, today: options.today, in_footer: false };
    let mut state = State::new(reading);
    reading.rows.reserve_exact(plain.rows.len().saturating_sub(table.body));
    let body = plain.rows.iter().zip(&values.rows).skip(table.body);
    for (row, value_row) in body {
        let kind = match lines.kind(row) {
            Line::Blank => continue,
            Line::Child => {
                let (child, problems) = Reader::new(&context).read(value_row, &state.section);
                let is_hidden = row.hidden || plain.hidden;
                let mut found = RowReading {
                    number: row.number,
                    hidden: is_hidden,
                    source: RowSource::of(value_row, &state.section, &context, is_hidden),
                    child,
                    problems,
                    section_rows: state.rows(),
                    continued_by: Vec::new(),
                };
                if found.hidden {
                    found.problems.push(hidden().at(None, None));
                }
                reading.rows.push(found);
                continue;
            }
            Line::Continuation => {
                match reading.rows.last_mut() {
                    Some(last) => continuation(last, row, value_row, columns),
                    None => continue,
                }
                "continuation"
            }
            Line::Section(section) => {
                state.enter(section, row.number);
                "section"
            }
            Line::Numbering => "numbering",
            Line::RepeatedHeader => "repeated_header",
            Line::Total => "total",
            Line::Example => "example",
            Line::Footer => "footer",
        };
        let words: Vec<String> = row.cells.iter().filter(|cell| !cell.is_empty()).map(clean).collect();
        reading.skipped_rows.push(SkippedRow {
            number: row.number,
            kind: kind.into(),
            text: shorten(&words.join(" "), 120),
        });
    }
}

pub(super) fn hidden() -> Finding {
    Finding::warning(
        ProblemCode::Hidden,
        "Dòng này đang bị ẩn trong tệp Excel. Hãy kiểm tra có cần nhập không.".into(),
        "The row is hidden in the file. Check whether it is meant.".into(),
    )
}

/// What stands in the further rows of one child: kept beside, heading by heading.
fn continuation(last: &mut RowReading, row: &Row, value_row: &Row, columns: &[ColumnReading]) {
    last.continued_by.push(row.number);
    for column in columns.iter().filter(|column| column.field != Some(Field::Ignore)) {
        let text = clean(value_row.cell(column.index));
        let repeats = text.is_empty()
            || column.field.is_some_and(|field| {
                matches!(field, Field::Ordinal | Field::FullName | Field::FamilyAndMiddleName | Field::GivenName)
            });
        if !repeats && !spread_from(last, &text) {
            let other = OtherValue { header: column.header.clone(), value: text };
            last.source.continued.push(other.clone());
            last.child.other.push(other);
        }
    }
}

/// Merged cells repeat what the first row already said.
fn spread_from(last: &RowReading, text: &str) -> bool {
    let child = &last.child;
    [&child.neighborhood, &child.address, &child.school, &child.grade, &child.personal_id, &child.note]
        .into_iter()
        .any(|known| known.as_deref() == Some(text))
        || child.date_of_birth.is_some_and(|date| date.format("%d/%m/%Y").to_string() == text)
}

/// Only `Nữ` (or only `Nam`) has a column, and somebody is marked in it.
fn lone_sex(sheet: &Sheet, table: &Table, columns: &[ColumnReading]) -> Option<Field> {
    let find = |wanted: Field| columns.iter().find(|column| column.field == Some(wanted));
    let lone = match (find(Field::IsMale), find(Field::IsFemale), find(Field::Sex)) {
        (Some(male), None, None) => male,
        (None, Some(female), None) => female,
        _ => return None,
    };
    let rows = sheet.rows.get(table.body..).unwrap_or_default();
    let marked = rows.iter().any(|row| flag::read(row.cell(lone.index)) == Flag::Yes);
    lone.field.filter(|_| marked)
}

/// The headings inside the table that hold for the next row, and where they stand.
struct State {
    section: Section,
    whole: Section,
    from: [Option<u32>; 4],
}

impl State {
    fn new(reading: &SheetReading) -> Self {
        let whole = Section {
            neighborhood: reading.neighborhood.clone(),
            school: reading.school.clone(),
            grade: reading.grade.clone(),
            ..Section::default()
        };
        Self { section: whole.clone(), whole, from: [None; 4] }
    }

    fn enter(&mut self, found: Section, number: u32) {
        let here = Some(number);
        if found.neighborhood.is_some() {
            self.section.neighborhood = found.neighborhood;
            self.section.grade = self.whole.grade.clone();
            (self.from[0], self.from[2]) = (here, None);
        }
        if found.school.is_some() {
            self.section.school = found.school;
            self.section.grade = self.whole.grade.clone();
            (self.from[1], self.from[2]) = (here, None);
        }
        if found.grade.is_some() {
            self.section.grade = found.grade;
            self.from[2] = here;
        }
        if !found.groups.is_empty() || !found.risks.is_empty() {
            (self.section.groups, self.section.risks) = (found.groups, found.risks);
            self.from[3] = here;
        }
    }

    fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.from.into_iter().flatten().collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}
