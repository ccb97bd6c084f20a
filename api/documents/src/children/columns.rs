//! Columns → fields: what was told, then the headings, then the contents; each field once.

use super::contents::{self, Contents};
use super::header;
use super::table::Table;
use super::values::clean;
use super::{ColumnMapping, ColumnReading, ColumnSource, Field, Options};
use crate::sheets::{Sheet, column_letter};

/// Rows that are looked at for what a column holds.
const SAMPLE_ROWS: usize = 300;
const SAMPLES: usize = 3;

pub(super) fn assign(sheet: &Sheet, table: &Table, told: &ColumnMapping, options: &Options) -> Vec<ColumnReading> {
    let contents: Vec<Contents> = (0..table.paths.len()).map(|column| look(sheet, table, column, options)).collect();
    let mut columns: Vec<ColumnReading> = (0_u32..)
        .zip(&table.paths)
        .map(|(index, path)| column(index, path.join(" / "), samples(sheet, table, index)))
        .collect();
    for ((column, path), contents) in columns.iter_mut().zip(&table.paths).zip(&contents) {
        if let Some(field) = told.get(&column.index) {
            set(column, Some(*field), 100, ColumnSource::Mapping);
        } else if let Some((field, sure)) = header::guess(path) {
            let (field, sure) = contents.settle(field, sure);
            set(column, Some(field), sure, ColumnSource::Header);
        }
    }
    split_names(&mut columns, &contents);
    neighbours(&mut columns);
    single(&mut columns);
    by_contents(&mut columns, &contents);
    single(&mut columns);
    columns
}

fn look(sheet: &Sheet, table: &Table, column: usize, options: &Options) -> Contents {
    let rows = sheet.rows.get(table.body..).unwrap_or_default().iter().take(SAMPLE_ROWS);
    contents::of(rows.filter_map(|row| row.cells.get(column)).cloned(), options.today)
}

fn samples(sheet: &Sheet, table: &Table, column: u32) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    let rows = sheet.rows.get(table.body..).unwrap_or_default().iter().take(SAMPLE_ROWS);
    for text in rows.map(|row| clean(row.cell(column))).filter(|text| !text.is_empty()) {
        let text = crate::words::shorten(&text, 60);
        if !samples.contains(&text) {
            samples.push(text);
            if samples.len() >= SAMPLES {
                break;
            }
        }
    }
    samples
}

fn column(index: u32, header: String, samples: Vec<String>) -> ColumnReading {
    ColumnReading {
        index,
        letter: column_letter(index),
        header,
        field: None,
        confidence: 0,
        source: ColumnSource::Unknown,
        samples,
    }
}

fn set(column: &mut ColumnReading, field: Option<Field>, confidence: u8, source: ColumnSource) {
    column.field = field;
    column.confidence = confidence;
    column.source = source;
}

/// "Họ và tên" over two columns without headings of their own: family and middle names, then the given name.
fn split_names(columns: &mut [ColumnReading], contents: &[Contents]) {
    for place in 1..columns.len() {
        let Some([left, right]) = columns.get_mut(place - 1..=place) else { continue };
        if left.field != Some(Field::FullName)
            || left.source == ColumnSource::Mapping
            || right.source == ColumnSource::Mapping
        {
            continue;
        }
        let nameless = right.header.is_empty() || right.header == left.header;
        let given = contents.get(place).is_some_and(Contents::is_single_words);
        if nameless && given && (right.field.is_none() || right.field == Some(Field::FullName)) {
            set(left, Some(Field::FamilyAndMiddleName), 85, ColumnSource::Header);
            set(right, Some(Field::GivenName), 85, ColumnSource::Header);
        }
    }
}

/// `Họ tên bố | Năm sinh | Nghề nghiệp | SĐT | Họ tên mẹ | …`: what follows a person's name is that person's.
fn neighbours(columns: &mut [ColumnReading]) {
    let child_phone_only = columns.iter().filter(|column| column.field == Some(Field::Phone)).count() == 1
        && !columns.iter().any(|column| matches!(column.field, Some(Field::FatherPhone | Field::MotherPhone)));
    let mut person: Option<Field> = None;
    let mut born = false;
    for column in columns.iter_mut() {
        match column.field {
            Some(Field::FatherName | Field::MotherName | Field::GuardianName) => person = column.field,
            Some(Field::FatherBirthYear | Field::FatherJob | Field::FatherPhone) => person = Some(Field::FatherName),
            Some(Field::MotherBirthYear | Field::MotherJob | Field::MotherPhone) => person = Some(Field::MotherName),
            Some(Field::GuardianPhone | Field::GuardianRelation) => person = Some(Field::GuardianName),
            Some(Field::Phone) if column.source == ColumnSource::Header && !child_phone_only => {
                let phone = match person {
                    Some(Field::FatherName) => Some(Field::FatherPhone),
                    Some(Field::MotherName) => Some(Field::MotherPhone),
                    Some(Field::GuardianName) => Some(Field::GuardianPhone),
                    _ => None,
                };
                if let Some(phone) = phone {
                    set(column, Some(phone), 75, ColumnSource::Header);
                }
            }
            Some(Field::BirthYear | Field::DateOfBirth) if column.source == ColumnSource::Header => {
                match person.filter(|_| born) {
                    Some(Field::FatherName) => set(column, Some(Field::FatherBirthYear), 75, ColumnSource::Header),
                    Some(Field::MotherName) => set(column, Some(Field::MotherBirthYear), 75, ColumnSource::Header),
                    _ => {}
                }
                born = true;
            }
            None if crate::words::identity(&column.header).contains("nghe") => match person {
                Some(Field::FatherName) => set(column, Some(Field::FatherJob), 70, ColumnSource::Header),
                Some(Field::MotherName) => set(column, Some(Field::MotherJob), 70, ColumnSource::Header),
                _ => {}
            },
            Some(Field::BirthDateIfMale | Field::BirthDateIfFemale) => born = true,
            _ => person = None,
        }
    }
}

/// Each field once: the surest column keeps it, of equals the first. Free texts may come from several.
fn single(columns: &mut [ColumnReading]) {
    for place in 0..columns.len() {
        let Some(column) = columns.get(place) else { continue };
        let Some(field) = column.field.filter(|field| !may_repeat(*field)) else { continue };
        let key = (u8::from(column.source == ColumnSource::Mapping), column.confidence);
        let better = columns.iter().enumerate().any(|(other, rival)| {
            let rival_key = (u8::from(rival.source == ColumnSource::Mapping), rival.confidence);
            rival.field == Some(field) && other != place && (rival_key > key || rival_key == key && other < place)
        });
        if better && let Some(column) = columns.get_mut(place) {
            set(column, None, 0, ColumnSource::Unknown);
        }
    }
}

fn may_repeat(field: Field) -> bool {
    matches!(field, Field::Ignore | Field::Note | Field::Circumstance | Field::Risk | Field::Phone)
}

/// Columns without heading; and a name that no heading told.
fn by_contents(columns: &mut [ColumnReading], contents: &[Contents]) {
    let has = |columns: &[ColumnReading], wanted: &[Field]| {
        columns.iter().any(|column| column.field.is_some_and(|field| wanted.contains(&field)))
    };
    let names = [Field::FullName, Field::FamilyAndMiddleName, Field::GivenName];
    let births = [Field::DateOfBirth, Field::BirthYear, Field::BirthDateIfMale, Field::BirthDateIfFemale];
    // Headings of which none is understood say nothing at all.
    let foreign = !columns.iter().any(|column| column.source == ColumnSource::Header);
    for place in 0..columns.len() {
        let Some(column) = columns.get(place) else { continue };
        let Some(contents) = contents.get(place) else { continue };
        if column.field.is_some() {
            continue;
        }
        let nameless = foreign || column.header.is_empty();
        let guess = match contents.guess() {
            Some((Field::FullName, sure)) if !has(columns, &names) => Some((Field::FullName, sure)),
            Some((Field::FullName, _)) => None,
            Some((Field::DateOfBirth, sure)) if !has(columns, &births) && nameless => Some((Field::DateOfBirth, sure)),
            Some((Field::DateOfBirth, _)) => None,
            Some(guess) if nameless => Some(guess),
            _ => None,
        };
        let free = guess.filter(|(field, _)| may_repeat(*field) || !has(columns, &[*field]));
        if let (Some((field, sure)), Some(column)) = (free, columns.get_mut(place)) {
            set(column, Some(field), sure, ColumnSource::Contents);
        }
    }
}
