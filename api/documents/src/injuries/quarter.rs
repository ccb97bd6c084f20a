use chrono::NaiveTime;
use rust_xlsxwriter::{
    ColNum, DocProperties, Format, FormatAlign, FormatBorder, FormatUnderline, Formula, RowNum, Workbook, Worksheet,
    XlsxError,
};

use super::{Count, KINDS, QuarterTable};
use crate::decree30::{MOTTO, NATION, capitals, clean, long_date, short_date, width};

const AGES: [&str; 4] = ["0–5 tuổi", "6–9 tuổi", "10–13 tuổi", "14–16 tuổi"];
const PLACES: [&str; 3] = ["Tại nhà", "Trường học", "Cộng đồng"];
/// Boys and girls, four ages, three places.
const COUNTS: usize = 9;
/// Code and kind stand before the counts.
const FIRST: ColNum = 2;
const LAST: ColNum = 19;
/// Where the nation's name begins.
const RIGHT: ColNum = 10;
/// Far more than any name has, far less than what a cell of Excel refuses (32,767 units of UTF-16).
const MAX_CELL: usize = 2_000;

/// The quarter's table of child injuries; an `.xlsx`. Sums are formulas, with their values for programs that don't
/// compute.
pub fn quarter_table(table: &QuarterTable) -> Vec<u8> {
    // Fails only on cells outside a sheet, texts that are too long and ranges that overlap: none depends on the data.
    build(table).unwrap_or_default()
}

fn build(table: &QuarterTable) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let font = Format::new().set_font_name("Times New Roman").set_font_size(12);
    workbook.set_default_format(&font, 21, 64)?;
    // No time of its own: the same data are the same bytes.
    let created = table.from.and_time(NaiveTime::MIN);
    workbook.set_properties(&DocProperties::new().set_title(TITLE).set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    sheet.set_name("TNTT trẻ em")?;
    page(sheet)?;
    let mut row = head(sheet, table)?;
    let facts = row;
    row += 4 + RowNum::from(table.wards_reporting.is_some()) + 1;
    let sums = counts(sheet, row, table)?;
    let end = write_facts(sheet, facts, row, table, &sums)?;
    debug_assert!(end < row);
    let after = row + 3 + 12;
    sheet.set_repeat_rows(row, row + 2)?;
    let end = signers(sheet, after + 1, table)?;
    sheet.set_print_area(0, 0, end, LAST)?;
    workbook.save_to_buffer()
}

const TITLE: &str = "BÁO CÁO TAI NẠN THƯƠNG TÍCH TRẺ EM";

/// A4 lying, on one page, with the decree's margins turned.
fn page(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let inches = |mm: f64| mm / 25.4;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 1).set_print_center_horizontally(true);
    sheet.set_margins(inches(15.0), inches(15.0), inches(20.0), inches(15.0), inches(8.0), inches(8.0));
    sheet.set_column_width(0, 5)?.set_column_width(1, 24)?;
    for column in FIRST..=LAST {
        sheet.set_column_width(column, 6.5)?;
    }
    Ok(())
}

fn plain() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12).set_align(FormatAlign::VerticalCenter)
}

fn middle() -> Format {
    plain().set_align(FormatAlign::Center)
}

fn grid(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_text_wrap()
}

fn text(words: &str) -> String {
    clean(words).chars().take(MAX_CELL).collect()
}

/// Head and title; the row after them.
fn head(sheet: &mut Worksheet, table: &QuarterTable) -> Result<RowNum, XlsxError> {
    let mut left = vec![];
    if let Some(parent) = &table.parent {
        left.push((capitals(parent), middle()));
    }
    let unit = one_line(&capitals(&table.unit));
    left.push((unit.clone(), middle().set_bold()));
    let under = RowNum::from(table.parent.is_some()) + 1;
    for (row, (words, format)) in (0..).zip(left) {
        sheet.merge_range(row, 0, row, RIGHT - 2, &one_line(&words), &format)?;
    }
    // The decree's line, two fifths of the name above it: an underscore of size 8 is 80 twips wide.
    let length = usize::try_from(width(&unit, 12) * 2 / 5 / 80).unwrap_or_default().min(60);
    let line = middle().set_font_size(8).set_align(FormatAlign::Top);
    sheet.merge_range(under, 0, under, RIGHT - 2, &"_".repeat(length), &line)?;
    let motto = middle().set_bold().set_font_size(13).set_underline(FormatUnderline::Single);
    let date = long_date(table.date);
    let place = one_line(&table.place);
    sheet.merge_range(0, RIGHT - 1, 0, LAST, NATION, &middle().set_bold())?;
    sheet.merge_range(1, RIGHT - 1, 1, LAST, MOTTO, &motto)?;
    let date = if place.is_empty() { date } else { format!("{place}, {date}") };
    sheet.merge_range(2, RIGHT - 1, 2, LAST, &date, &middle().set_italic().set_font_size(13))?;
    let bold = middle().set_bold().set_font_size(14);
    sheet.merge_range(4, 0, 4, LAST, TITLE, &bold)?;
    sheet.merge_range(5, 0, 5, LAST, &one_line(&table.period), &bold)?;
    let period =
        format!("(Kỳ báo cáo từ ngày {} đến ngày {})", short_date(Some(table.from)), short_date(Some(table.to)));
    sheet.merge_range(6, 0, 6, LAST, &period, &middle().set_italic())?;
    Ok(8)
}

fn one_line(words: &str) -> String {
    text(words).replace('\n', " ").trim().to_owned()
}

/// What the table says as a whole; the row after it.
fn write_facts(
    sheet: &mut Worksheet,
    start: RowNum,
    header: RowNum,
    table: &QuarterTable,
    sums: &[(u64, u64)],
) -> Result<RowNum, XlsxError> {
    let (boys, girls) = (sums.first().copied().unwrap_or_default(), sums.get(1).copied().unwrap_or_default());
    // The row of sums, as Excel counts: three header rows and eleven kinds below the first one.
    let sum_row = header + 3 + 11 + 1;
    let formula = |a: char, b: char, value: u64| {
        Formula::new(format!("={a}{sum_row}+{b}{sum_row}")).set_result(value.to_string())
    };
    let number = plain().set_bold().set_num_format("#,##0").set_align(FormatAlign::Right);
    let mut row = start;
    let label = |sheet: &mut Worksheet, row: RowNum, words: &str| {
        sheet.merge_range(row, 0, row, 4, words, &plain()).map(|_| ())
    };
    label(sheet, row, "Tổng số trẻ em mắc tai nạn thương tích:")?;
    sheet.write_formula_with_format(row, 5, formula('C', 'E', boys.0 + girls.0), &number)?;
    row += 1;
    label(sheet, row, "Tổng số trẻ em tử vong do tai nạn thương tích:")?;
    sheet.write_formula_with_format(row, 5, formula('D', 'F', boys.1 + girls.1), &number)?;
    row += 1;
    let given = [
        ("Tổng số trẻ em bị khuyết tật do tai nạn thương tích:", Some(table.disabled)),
        ("Tổng số trẻ em trên địa bàn:", Some(table.children)),
        ("Tổng số xã, phường báo cáo:", table.wards_reporting),
    ];
    for (words, value) in given {
        let Some(value) = value else { continue };
        label(sheet, row, words)?;
        sheet.write_number_with_format(row, 5, value, &number)?;
        row += 1;
    }
    Ok(row)
}

/// The table itself, its header in three rows; the sums of its columns as (cases, deaths).
fn counts(sheet: &mut Worksheet, top: RowNum, table: &QuarterTable) -> Result<Vec<(u64, u64)>, XlsxError> {
    header(sheet, top)?;
    let number = grid(middle()).set_num_format("#,##0");
    let first = top + 3;
    let mut sums = vec![(0_u64, 0_u64); COUNTS];
    for (index, (kind, row)) in (0..).zip(KINDS.iter().zip(&table.rows)) {
        let line = first + index;
        sheet.write_string_with_format(line, 0, format!("{:02}", index + 1), &grid(middle()))?;
        sheet.write_string_with_format(line, 1, *kind, &grid(plain()))?;
        let [boys, girls] = [row.boys, row.girls];
        let counts = [boys, girls].into_iter().chain(row.ages).chain(row.places);
        for ((column, Count { cases, deaths }), sum) in (FIRST..).step_by(2).zip(counts).zip(&mut sums) {
            sheet.write_number_with_format(line, column, cases, &number)?;
            sheet.write_number_with_format(line, column + 1, deaths, &number)?;
            sum.0 += u64::from(cases);
            sum.1 += u64::from(deaths);
        }
    }
    let line = first + 11;
    let bold = number.set_bold();
    sheet.merge_range(line, 0, line, 1, "Tổng số", &grid(middle()).set_bold())?;
    let values = sums.iter().flat_map(|(cases, deaths)| [*cases, *deaths]);
    for (column, value) in (FIRST..).zip(values) {
        let name = rust_xlsxwriter::utility::column_number_to_name(column);
        // Rows as Excel counts, from 1.
        let formula = Formula::new(format!("=SUM({name}{}:{name}{})", first + 1, line)).set_result(value.to_string());
        sheet.write_formula_with_format(line, column, formula, &bold)?;
    }
    Ok(sums)
}

fn header(sheet: &mut Worksheet, top: RowNum) -> Result<(), XlsxError> {
    let bold = grid(middle()).set_bold();
    let small = grid(middle()).set_font_size(11);
    sheet.merge_range(top, 0, top + 2, 0, "TT", &bold)?;
    sheet.merge_range(top, 1, top + 2, 1, "Loại tai nạn thương tích", &bold)?;
    let groups: [(&str, &[&str]); 3] =
        [("Giới tính", &["Nam", "Nữ"]), ("Nhóm tuổi", &AGES), ("Địa điểm xảy ra", &PLACES)];
    let mut column = FIRST;
    for (group, names) in groups {
        let start = column;
        for name in names {
            sheet.merge_range(top + 1, column, top + 1, column + 1, name, &bold)?;
            sheet.write_string_with_format(top + 2, column, "Số mắc", &small)?;
            sheet.write_string_with_format(top + 2, column + 1, "Số tử vong", &small)?;
            column += 2;
        }
        sheet.merge_range(top, start, top, column - 1, group, &bold)?;
    }
    sheet.set_row_height(top + 2, 45)?;
    Ok(())
}

/// Side by side below the table; the last row that they use.
fn signers(sheet: &mut Worksheet, top: RowNum, table: &QuarterTable) -> Result<RowNum, XlsxError> {
    let count = u16::try_from(table.signers.len().clamp(1, 4)).unwrap_or(1);
    let lines = table.signers.iter().map(|signer| signer.lines.len().min(5)).max().unwrap_or_default();
    let bold = middle().set_bold().set_font_size(13);
    let names = top + RowNum::try_from(lines).unwrap_or_default() + 4;
    for (index, signer) in (0..count).zip(&table.signers) {
        let (left, right) = ((LAST + 1) * index / count, (LAST + 1) * (index + 1) / count - 1);
        for (row, line) in (top..).zip(signer.lines.iter().take(5)) {
            sheet.merge_range(row, left, row, right, &one_line(&capitals(line)), &bold)?;
        }
        let name = signer.name.as_deref().map(one_line).unwrap_or_default();
        sheet.merge_range(names, left, names, right, &name, &bold)?;
    }
    Ok(names)
}
