//! Lists as files for a spreadsheet: `.xlsx` and CSV.
//!
//! Text that a spreadsheet would take for a formula is made harmless in CSV (OWASP, CSV injection); in `.xlsx` every
//! text cell is written as text.

use actix_web::body::BoxBody;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder};
use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

use serde::Serialize;

use crate::calendar;
use crate::db::page::{List, PageRequest};
use crate::db::types::Instant;
use crate::error::{Error, Result};
use crate::http::Download;

/// One value of a table.
pub enum Cell {
    Text(String),
    Number(i64),
    Day(NaiveDate),
    Empty,
}

impl Cell {
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    pub fn number(number: Option<i64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    pub fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }

    /// A moment on the ward's clock.
    pub fn moment(at: Option<Instant>) -> Self {
        at.map_or(Self::Empty, |at| Self::Text(calendar::ward_time(at.utc())))
    }
}

/// A row of a list as a line of a spreadsheet.
pub trait Line: Serialize {
    /// "Danh sách …", without the day.
    const TITLE: &'static str;
    /// The file's name, without day and ending.
    const FILE: &'static str;
    const COLUMNS: &'static [&'static str];

    /// In the order of `COLUMNS`.
    fn cells(&self) -> Vec<Cell>;
}

/// How the reader of a list wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Json,
    Csv,
    Xlsx,
}

impl Shape {
    /// The page that was asked for; of a file, all rows.
    pub fn page(self, page: PageRequest) -> PageRequest {
        if self == Self::Json { page } else { PageRequest::all(&page.sort) }
    }

    /// # Errors
    /// When the workbook cannot be made.
    pub fn give<T: Line>(self, list: List<T>, today: NaiveDate) -> Result<Listing<T>> {
        let name = |ending: &str| format!("{}-{today}.{ending}", T::FILE);
        Ok(match self {
            Self::Json => Listing::Rows(list),
            Self::Csv => Listing::File(Table::of(&list.items, today).csv(name("csv"))),
            Self::Xlsx => Listing::File(Table::of(&list.items, today).xlsx(name("xlsx"))?),
        })
    }
}

/// By `Accept`: `text/csv` asks for a file.
impl FromRequest for Shape {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let accept = request.headers().get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or("");
        let is_csv = accept.trim().to_ascii_lowercase().starts_with("text/csv");
        std::future::ready(Ok(if is_csv { Self::Csv } else { Self::Json }))
    }
}

/// A page of rows, or all of them as a file.
pub enum Listing<T> {
    Rows(List<T>),
    File(Download),
}

impl<T: Serialize> Responder for Listing<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        match self {
            Self::Rows(list) => HttpResponse::Ok().json(list),
            Self::File(file) => file.respond_to(request),
        }
    }
}

/// A list with its title and columns.
pub struct Table {
    pub title: String,
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub fn of<T: Line>(items: &[T], today: NaiveDate) -> Self {
        let mut columns = vec!["STT"];
        columns.extend(T::COLUMNS);
        let line = |(number, item): (i64, &T)| std::iter::once(Cell::Number(number)).chain(item.cells()).collect();
        Self {
            title: format!("{} ngày {}", T::TITLE, today.format("%d/%m/%Y")),
            columns,
            rows: (1..).zip(items).map(line).collect(),
        }
    }

    /// UTF-8 with a byte order mark, which Excel needs to read Vietnamese (RFC 4180 otherwise).
    pub fn csv(&self, file_name: String) -> Download {
        let mut text = String::from("\u{feff}");
        push_line(&mut text, self.columns.iter().map(|column| (*column).to_owned()));
        for row in &self.rows {
            push_line(&mut text, row.iter().map(csv_value));
        }
        Download { bytes: text.into_bytes(), media_type: "text/csv; charset=utf-8", file_name }
    }

    /// # Errors
    /// When the workbook cannot be made (more rows than a sheet holds).
    pub fn xlsx(&self, file_name: String) -> Result<Download> {
        let bytes = self.workbook().map_err(Error::internal)?;
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        Ok(Download { bytes, media_type, file_name })
    }

    fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let font = |format: Format| format.set_font_name("Times New Roman").set_font_size(12);
        let body = font(Format::new()).set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
        let head = font(Format::new())
            .set_border(FormatBorder::Thin)
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center);
        let days = body.clone().set_num_format("dd/mm/yyyy");
        let title = font(Format::new()).set_bold().set_font_size(14);

        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(2, 2)?;
        sheet.write_string_with_format(0, 0, &self.title, &title)?;
        for (column, name) in (0_u16..).zip(&self.columns) {
            sheet.write_string_with_format(2, column, *name, &head)?;
            let widest = self.rows.iter().filter_map(|row| row.get(usize::from(column))).map(width).max().unwrap_or(0);
            sheet.set_column_width(column, f64::from(u32::try_from(widest.clamp(8, 50)).unwrap_or(50)))?;
        }
        sheet.set_freeze_panes(3, 0)?;
        for (line, row) in (3_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Text(text) => sheet.write_string_with_format(line, column, text, &body)?,
                    // Exact up to 2^53, far above any number of a ward.
                    #[expect(clippy::cast_precision_loss, reason = "spreadsheets hold numbers as doubles")]
                    Cell::Number(number) => sheet.write_number_with_format(line, column, *number as f64, &body)?,
                    Cell::Day(day) => {
                        let day = ExcelDateTime::parse_from_str(&day.to_string())?;
                        sheet.write_datetime_with_format(line, column, &day, &days)?
                    }
                    Cell::Empty => sheet.write_blank(line, column, &body)?,
                };
            }
        }
        workbook.save_to_buffer()
    }
}

fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.chars().count() + 2,
        Cell::Number(_) => 10,
        Cell::Day(_) => 12,
        Cell::Empty => 0,
    }
}

fn push_line(text: &mut String, values: impl Iterator<Item = String>) {
    let line: Vec<String> = values.map(|value| quote(&value)).collect();
    text.push_str(&line.join(","));
    text.push_str("\r\n");
}

fn csv_value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.format("%d/%m/%Y").to_string(),
        Cell::Empty => String::new(),
    }
}

/// Puts an apostrophe before what a spreadsheet would run, also behind blanks and invisible characters.
fn harmless(text: &str) -> String {
    // Marks without a letter and invisible signs beyond ASCII may be dropped on the way to a cell.
    let is_seen = |c: &char| c.is_ascii_graphic() || c.is_alphanumeric() || "＝＋－＠".contains(*c);
    let first = text.chars().find(is_seen);
    let starts_oddly = text.starts_with(['\t', '\r', '\n']);
    if starts_oddly || matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quote(value: &str) -> String {
    if value.contains(['"', ',', '\n', '\r', ';']) {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for bad in ["=1+1", "+84", "-2", "@SUM(A1)", " =1", "\t=1", "\u{200b}=1", "＝1", "\u{fe0f}=1", "\u{2800}=1"] {
            assert!(harmless(bad).starts_with('\''), "{bad}");
        }
        assert_eq!(harmless("Khu phố 1"), "Khu phố 1");
    }

    #[test]
    fn csv_quotes_what_must_be_quoted() {
        let table = Table {
            title: String::new(),
            columns: vec!["a", "b"],
            rows: vec![vec![Cell::text("x, \"y\""), Cell::Number(3)]],
        };
        let text = String::from_utf8(table.csv("t.csv".into()).bytes).unwrap_or_default();
        assert_eq!(text, "\u{feff}a,b\r\n\"x, \"\"y\"\"\",3\r\n");
    }
}
