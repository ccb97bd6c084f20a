//! Cells of the workbook, and how they look.

use rust_xlsxwriter::{ColNum, Format, FormatAlign, FormatBorder, RowNum, Worksheet, XlsxError, utility};

use super::Value;
use crate::decree30::clean;
use crate::font::{Style, is_invisible};

/// Far more than any label has, far less than what a cell of Excel refuses (32,767 units of UTF-16).
const MAX_CELL: usize = 2_000;

pub(super) struct Looks {
    pub(super) plain: Format,
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) head: Format,
    pub(super) group: Format,
    pub(super) group_middle: Format,
    pub(super) left: Format,
    pub(super) middle: Format,
    pub(super) right: Format,
    pub(super) number: Format,
    pub(super) decimal: Format,
    pub(super) signed: Format,
    pub(super) signed_decimal: Format,
    pub(super) total: Format,
    pub(super) remark: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let plain =
            Format::new().set_font_name("Times New Roman").set_font_size(12).set_align(FormatAlign::VerticalCenter);
        let middle = plain.clone().set_align(FormatAlign::Center);
        let grid = |format: &Format| format.clone().set_border(FormatBorder::Thin).set_text_wrap();
        let right = grid(&plain).set_align(FormatAlign::Right);
        let bold = grid(&plain).set_bold();
        Self {
            title: middle.clone().set_bold().set_font_size(14).set_text_wrap(),
            subtitle: middle.clone().set_italic().set_font_size(13),
            head: grid(&middle).set_bold(),
            group: bold.clone(),
            group_middle: grid(&middle).set_bold(),
            left: grid(&plain),
            middle: grid(&middle),
            number: right.clone().set_num_format("#,##0"),
            decimal: right.clone().set_num_format("#,##0.0"),
            signed: right.clone().set_num_format("+#,##0;-#,##0;0"),
            signed_decimal: right.clone().set_num_format("+#,##0.0;-#,##0.0;0.0"),
            total: bold.set_align(FormatAlign::Right).set_num_format("#,##0"),
            remark: plain.clone().set_italic().set_font_size(11).set_text_wrap(),
            right,
            plain,
        }
    }

    /// Whole numbers without a comma.
    pub(super) fn plain_number(&self) -> Format {
        self.right.clone().set_num_format("General")
    }

    /// What is part of another is moved in.
    pub(super) fn label(&self, depth: u8) -> Format {
        self.left.clone().set_indent(depth.min(5) * 2)
    }
}

/// A4 lying, as wide as the sheet is, with the decree's margins; pages are numbered on top.
pub(super) fn page(sheet: &mut Worksheet, draft: bool) {
    let inches = |mm: f64| mm / 25.4;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(inches(20.0), inches(15.0), inches(20.0), inches(20.0), inches(10.0), inches(10.0));
    sheet.set_header("&C&\"Times New Roman,Regular\"&13&P");
    if draft {
        sheet.set_footer("&C&\"Times New Roman,Bold\"&12DỰ THẢO");
    }
}

pub(super) fn one_line(words: &str) -> String {
    let words: String = clean(words).chars().filter(|char| !is_invisible(*char)).take(MAX_CELL).collect();
    words.replace('\n', " ").trim().to_owned()
}

/// Always text, never a formula. What begins like one keeps Excel's mark for text, also when somebody types over it.
pub(super) fn text(sheet: &mut Worksheet, at: (RowNum, ColNum), words: &str, format: &Format) -> Result<(), XlsxError> {
    let words: String = clean(words).chars().filter(|char| !is_invisible(*char)).take(MAX_CELL).collect();
    let words = words.trim();
    if words.is_empty() {
        return sheet.write_blank(at.0, at.1, format).map(|_| ());
    }
    let first = words.chars().find(|char| char.is_alphanumeric() || char.is_ascii_graphic() || is_wide(*char));
    let dangerous = first.is_some_and(|first| matches!(first, '=' | '+' | '-' | '@') || is_wide(first));
    let written = if dangerous {
        sheet.write_string_with_format(at.0, at.1, words, &format.clone().set_quote_prefix())
    } else {
        sheet.write_string_with_format(at.0, at.1, words, format)
    };
    written.map(|_| ())
}

/// As an input method of East Asia writes them; spreadsheets take them for the others.
const fn is_wide(char: char) -> bool {
    matches!(char, '＝' | '＋' | '－' | '＠')
}

pub(super) fn value(
    sheet: &mut Worksheet,
    at: (RowNum, ColNum),
    value: &Value,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let format = match value {
        Value::Number(_) => &looks.number,
        Value::Decimal(_) => &looks.decimal,
        Value::Missing | Value::Small | Value::Hidden => &looks.right,
        Value::Text(_) => &looks.left,
    };
    valued(sheet, at, value, format, looks)
}

pub(super) fn valued(
    sheet: &mut Worksheet,
    at: (RowNum, ColNum),
    value: &Value,
    format: &Format,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match value {
        // Exact up to 2^53, far above any figure of a ward.
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets hold numbers as doubles")]
        Value::Number(number) => sheet.write_number_with_format(at.0, at.1, *number as f64, format).map(|_| ()),
        Value::Decimal(number) if number.is_finite() => {
            sheet.write_number_with_format(at.0, at.1, *number, format).map(|_| ())
        }
        Value::Decimal(_) => text(sheet, at, "", &looks.right),
        Value::Missing | Value::Small | Value::Hidden | Value::Text(_) => text(sheet, at, &value.shown(), format),
    }
}

/// As high as its longest cell needs: not every program finds that out by itself. Widths as Excel counts them.
pub(super) fn fitted(sheet: &mut Worksheet, row: RowNum, cells: &[(&str, f64)]) -> Result<(), XlsxError> {
    // A character of Excel is about 5.4 points wide; some room is left for other programs.
    #[expect(clippy::cast_possible_truncation, reason = "widths of columns")]
    let room = |width: f64| (width * 5.4 - 8.0).max(10.0) as f32;
    let lines = |(words, width): &(&str, f64)| -> usize {
        let needed = |line: &str| -> usize {
            let mut lines = 1;
            let mut used = 0.0_f32;
            for word in line.split_whitespace() {
                let word = Style::Bold.width(word, 12.0);
                if used > 0.0 && used + 3.0 + word > room(*width) {
                    lines += 1;
                    used = 0.0;
                }
                used += word + 3.0;
            }
            lines
        };
        clean(words).lines().map(needed).sum()
    };
    let most = cells.iter().map(lines).max().unwrap_or(1).clamp(1, 25);
    if most > 1 {
        let most = u32::try_from(most).unwrap_or(25);
        sheet.set_row_height(row, f64::from(most) * 16.0 + 2.0)?;
    }
    Ok(())
}

/// "D7".
pub(super) fn name(row: RowNum, column: ColNum) -> String {
    utility::row_col_to_cell(row, column)
}
