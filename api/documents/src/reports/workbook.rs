//! The annex as a workbook: what can be computed is a formula, with its result for programs that do not compute.

use std::collections::BTreeMap;

use rust_xlsxwriter::{ColNum, DocProperties, Formula, RowNum, Workbook, Worksheet, XlsxError};

use super::cells::{self, Looks};
use super::words::{WITHHELD, proportion, share, tenths};
use super::{Indicator, Measured, ReportPaper, ReportTable, Value};
use crate::decree30::{capitals, long_date, reference, roman};

/// Of this year, as Excel names it.
const THIS: ColNum = 3;
const LAST: ColNum = 4;
/// Excel takes 255; nobody reads a formula with more.
const MAX_ADDENDS: usize = 100;

/// The bytes of the `.xlsx`: the annex on the first sheet, tables and charts of the report on others.
pub fn report_xlsx(report: &ReportPaper) -> Vec<u8> {
    // Fails only on cells outside a sheet, texts that are too long and names of sheets that are taken: none depends on
    // the data.
    build(report).unwrap_or_default()
}

fn build(report: &ReportPaper) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let looks = Looks::new();
    workbook.set_default_format(&looks.plain, 21, 64)?;
    let mut properties = DocProperties::new().set_title(cells::one_line(&report.subject));
    // No time of its own: the same data are the same bytes.
    let day = report.header.date.unwrap_or_default();
    properties = properties.set_creation_datetime(&day.and_time(chrono::NaiveTime::MIN));
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name("Phụ lục")?;
    cells::page(sheet, report.is_draft);
    annex(sheet, report, &looks)?;
    let tables = report.appendix.blocks.iter().filter_map(|block| block.table.as_ref().map(|table| (block, table)));
    for (number, (block, table)) in (1..).zip(tables) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(format!("Bảng {number}"))?;
        cells::page(sheet, report.is_draft);
        let title = if table.title.trim().is_empty() { &block.title } else { &table.title };
        own_table(sheet, title, table, &looks)?;
    }
    super::sheet_charts::write(&mut workbook, report, &looks)?;
    workbook.save_to_buffer()
}

fn annex(sheet: &mut Worksheet, report: &ReportPaper, looks: &Looks) -> Result<(), XlsxError> {
    let appendix = &report.appendix;
    let compared = !appendix.last_period.trim().is_empty();
    let mut heads = vec![("TT", 6.0), ("Chỉ tiêu", 58.0), ("Đơn vị tính", 14.0)];
    let period = appendix.this_period.trim();
    heads.push((if period.is_empty() { "Số liệu" } else { period }, 16.0));
    if compared {
        heads.extend([
            (appendix.last_period.as_str(), 16.0),
            ("Tăng (+), giảm (-)", 14.0),
            ("So với kỳ trước (%)", 12.0),
        ]);
    }
    heads.push(("Ghi chú", 28.0));
    let end = ColNum::try_from(heads.len()).unwrap_or(8) - 1;
    let mut row = top(sheet, report, end, looks)?;
    for (column, (title, width)) in (0..).zip(&heads) {
        sheet.set_column_width(column, *width)?;
        cells::text(sheet, (row, column), title, &looks.head)?;
    }
    cells::fitted(sheet, row, &heads)?;
    sheet.set_repeat_rows(row, row)?.set_freeze_panes(row + 1, 2)?;
    row += 1;
    // First where every row stands: a sum may stand above what it adds.
    let mut rows = BTreeMap::new();
    let mut values: BTreeMap<&str, &Indicator> = BTreeMap::new();
    let mut next = row;
    for block in &appendix.blocks {
        next += 1;
        for one in &block.indicators {
            rows.insert(one.code.as_str(), next);
            values.insert(one.code.as_str(), one);
            next += 1;
        }
    }
    let known = Known { rows, values };
    let mut withheld = false;
    for (index, block) in appendix.blocks.iter().enumerate() {
        cells::text(sheet, (row, 0), &roman(index + 1), &looks.group_middle)?;
        sheet.merge_range(row, 1, row, end, "", &looks.group)?;
        cells::text(sheet, (row, 1), &block.title, &looks.group)?;
        row += 1;
        let mut number = 0;
        for one in &block.indicators {
            number += u32::from(one.depth == 0);
            let shown = if one.depth == 0 { number.to_string() } else { String::new() };
            cells::text(sheet, (row, 0), &shown, &looks.middle)?;
            cells::text(sheet, (row, 1), &one.label, &looks.label(one.depth))?;
            cells::text(sheet, (row, 2), &one.measure, &looks.middle)?;
            figure(sheet, (row, THIS), one, &known, looks)?;
            if compared {
                figure(sheet, (row, LAST), one, &known, looks)?;
                comparison(sheet, row, one, looks)?;
            }
            cells::text(sheet, (row, end), &one.note, &looks.left)?;
            let label = (58_u8 - one.depth.min(5) * 3).into();
            cells::fitted(sheet, row, &[(&one.label, label), (&one.measure, 14.0), (&one.note, 28.0)])?;
            withheld |= one.value.is_withheld() || (compared && one.last.is_withheld());
            row += 1;
        }
    }
    if withheld {
        row += 1;
        sheet.merge_range(row, 0, row, end, WITHHELD, &looks.remark)?;
        sheet.set_row_height(row, 34)?;
    }
    sheet.set_print_area(0, 0, row, end)?;
    Ok(())
}

/// Title and what it belongs to; the row of the heads.
fn top(sheet: &mut Worksheet, report: &ReportPaper, end: ColNum, looks: &Looks) -> Result<RowNum, XlsxError> {
    let title = match report.appendix.title.trim() {
        "" => format!("Số liệu {}", report.subject),
        title => title.to_owned(),
    };
    let from = match report.header.symbol.trim() {
        "" => format!("({})", long_date(report.header.date)),
        _ => reference(&report.header, &report.kind),
    };
    let lines = [("Phụ lục".to_owned(), &looks.title), (capitals(&title), &looks.title), (from, &looks.subtitle)];
    for (row, (line, look)) in (0..).zip(lines) {
        sheet.merge_range(row, 0, row, end, &cells::one_line(&line), look)?;
    }
    Ok(4)
}

/// What formulas may refer to.
struct Known<'a> {
    rows: BTreeMap<&'a str, RowNum>,
    values: BTreeMap<&'a str, &'a Indicator>,
}

impl Known<'_> {
    /// `value` or `last` of a code, and where it stands.
    fn number(&self, code: &str, column: ColNum) -> Option<(RowNum, i64)> {
        let one = self.values.get(code)?;
        match if column == THIS { &one.value } else { &one.last } {
            Value::Number(number) => Some((*self.rows.get(code)?, *number)),
            _ => None,
        }
    }
}

/// A formula where it gives what is told, otherwise what is told.
fn figure(
    sheet: &mut Worksheet,
    at: (RowNum, ColNum),
    one: &Indicator,
    known: &Known<'_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let value = if at.1 == THIS { &one.value } else { &one.last };
    let formula = match &one.measured {
        Measured::Given => None,
        Measured::Sum(codes) => sum(codes, at, value, known),
        Measured::Share { part, whole } => shared(part, whole, at, value, known),
    };
    match formula {
        Some(formula) => {
            let look = if matches!(value, Value::Decimal(_)) { &looks.decimal } else { &looks.number };
            sheet.write_formula_with_format(at.0, at.1, formula, look).map(|_| ())
        }
        None => cells::value(sheet, at, value, looks),
    }
}

fn sum(codes: &[String], at: (RowNum, ColNum), value: &Value, known: &Known<'_>) -> Option<Formula> {
    let Value::Number(total) = value else { return None };
    let parts: Vec<(RowNum, i64)> = codes.iter().map(|code| known.number(code, at.1)).collect::<Option<_>>()?;
    let found = parts.iter().try_fold(0_i64, |sum, (_, number)| sum.checked_add(*number))?;
    // A sum of itself is no sum.
    if found != *total || parts.is_empty() || parts.len() > MAX_ADDENDS || parts.iter().any(|(row, _)| *row == at.0) {
        return None;
    }
    let rows: Vec<RowNum> = parts.iter().map(|(row, _)| *row).collect();
    let running = rows.iter().zip(rows.iter().skip(1)).all(|(row, next)| row + 1 == *next);
    let inside = match (running, rows.first(), rows.last()) {
        (true, Some(first), Some(last)) => format!("{}:{}", cells::name(*first, at.1), cells::name(*last, at.1)),
        _ => rows.iter().map(|row| cells::name(*row, at.1)).collect::<Vec<_>>().join(","),
    };
    Some(Formula::new(format!("=SUM({inside})")).set_result(total.to_string()))
}

fn shared(part: &str, whole: &str, at: (RowNum, ColNum), value: &Value, known: &Known<'_>) -> Option<Formula> {
    let Value::Decimal(told) = value else { return None };
    let ((part_row, part), (whole_row, whole)) = (known.number(part, at.1)?, known.number(whole, at.1)?);
    let found = share(part, whole)?;
    if tenths(found) != tenths(*told) || part_row == at.0 || whole_row == at.0 {
        return None;
    }
    let (part, whole) = (cells::name(part_row, at.1), cells::name(whole_row, at.1));
    Some(Formula::new(format!("=ROUND({part}/{whole}*100,1)")).set_result(found.to_string()))
}

/// This year less the last, and in hundredths of it.
fn comparison(sheet: &mut Worksheet, row: RowNum, one: &Indicator, looks: &Looks) -> Result<(), XlsxError> {
    let (this, last) = (cells::name(row, THIS), cells::name(row, LAST));
    let minus = || Formula::new(format!("={this}-{last}"));
    match (&one.value, &one.last) {
        (Value::Number(now), Value::Number(then)) => {
            let formula = minus().set_result(now.saturating_sub(*then).to_string());
            sheet.write_formula_with_format(row, LAST + 1, formula, &looks.signed)?;
        }
        (Value::Decimal(now), Value::Decimal(then)) if (now - then).is_finite() => {
            let formula = Formula::new(format!("=ROUND({this}-{last},1)"));
            let result = ((now - then) * 10.0).round() / 10.0;
            sheet.write_formula_with_format(
                row,
                LAST + 1,
                formula.set_result(result.to_string()),
                &looks.signed_decimal,
            )?;
        }
        _ => cells::text(sheet, (row, LAST + 1), &super::words::difference(one), &looks.right)?,
    }
    match proportion(one) {
        Some(percentage) => {
            let formula = Formula::new(format!("=ROUND({this}/{last}*100,1)")).set_result(percentage.to_string());
            sheet.write_formula_with_format(row, LAST + 2, formula, &looks.decimal)?;
        }
        None => cells::text(sheet, (row, LAST + 2), "", &looks.right)?,
    }
    Ok(())
}

/// A table with columns of its own; a total that is the sum of its column is a formula.
fn own_table(sheet: &mut Worksheet, title: &str, table: &ReportTable, looks: &Looks) -> Result<(), XlsxError> {
    let end = ColNum::try_from(table.columns.len().clamp(1, 200)).unwrap_or(1) - 1;
    let columns = table.columns.get(..=usize::from(end)).unwrap_or_default();
    if end > 0 {
        sheet.merge_range(0, 0, 0, end, "", &looks.title)?;
    }
    cells::text(sheet, (0, 0), title, &looks.title)?;
    for (column, head) in (0..).zip(columns) {
        sheet.set_column_width(column, if head.is_number { 16.0 } else { 40.0 })?;
        cells::text(sheet, (2, column), &head.title, &looks.head)?;
    }
    let width = |is_number| if is_number { 16.0 } else { 40.0 };
    let heads: Vec<_> = columns.iter().map(|head| (head.title.as_str(), width(head.is_number))).collect();
    cells::fitted(sheet, 2, &heads)?;
    sheet.set_repeat_rows(2, 2)?.set_freeze_panes(3, 0)?;
    let mut row = 3;
    for line in &table.rows {
        for (column, _) in (0..).zip(columns) {
            let value = line.get(usize::from(column)).unwrap_or(&Value::Missing);
            cells::value(sheet, (row, column), value, looks)?;
        }
        let texts: Vec<String> = line.iter().map(Value::shown).collect();
        let texts: Vec<_> =
            texts.iter().zip(columns).map(|(text, head)| (text.as_str(), width(head.is_number))).collect();
        cells::fitted(sheet, row, &texts)?;
        row += 1;
    }
    if let Some(total) = &table.total {
        for (column, _) in (0..).zip(columns) {
            let value = total.get(usize::from(column)).unwrap_or(&Value::Missing);
            let numbers = || table.rows.iter().map(|line| line.get(usize::from(column)));
            let sum = numbers().try_fold(0_i64, |sum, value| match value {
                Some(Value::Number(number)) => sum.checked_add(*number),
                _ => None,
            });
            match value {
                Value::Number(number) if sum == Some(*number) && row > 3 => {
                    let range = format!("{}:{}", cells::name(3, column), cells::name(row - 1, column));
                    let formula = Formula::new(format!("=SUM({range})")).set_result(number.to_string());
                    sheet.write_formula_with_format(row, column, formula, &looks.total)?;
                }
                Value::Number(_) => cells::valued(sheet, (row, column), value, &looks.total, looks)?,
                _ => cells::valued(sheet, (row, column), value, &looks.group, looks)?,
            }
        }
        row += 1;
    }
    if table.withholds() {
        row += 1;
        if end > 0 {
            sheet.merge_range(row, 0, row, end, "", &looks.remark)?;
        }
        cells::text(sheet, (row, 0), WITHHELD, &looks.remark)?;
        sheet.set_row_height(row, 68)?;
    }
    sheet.set_print_area(0, 0, row, end)?;
    Ok(())
}
