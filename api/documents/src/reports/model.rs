use crate::decree30::{Header, Signature};

/// Everything that a report says. The same data are the same bytes, as a `.docx`, an `.xlsx` and a `.pdf`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReportPaper {
    /// `number: None` leaves room for the clerk to write it; symbol "BC-UBND".
    pub header: Header,
    /// "BÁO CÁO"; written in capitals.
    pub kind: String,
    /// "Kết quả thực hiện Tháng hành động vì trẻ em năm 2024".
    pub subject: String,
    /// "Kính gửi: …": "Ủy ban nhân dân tỉnh Thanh Hóa"; empty: no such line.
    pub addressed: Vec<String>,
    /// "Căn cứ …"; italics, the ends (`;` and `.`) are put here.
    pub legal_bases: Vec<String>,
    /// Before the first section; every line a paragraph. Empty: none.
    pub opening: String,
    /// I., then 1., then a); deeper ones are bold lines without a number.
    pub sections: Vec<ReportSection>,
    /// "Trên đây là báo cáo …"; empty: none. "./." is added when it does not end so.
    pub closing: String,
    /// `["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]`.
    pub signature: Signature,
    /// As in "Nơi nhận": "Như trên", …, last "Lưu: VT, VHXH". Dashes and ends are put here.
    pub recipients: Vec<String>,
    /// "DỰ THẢO" above the title, also in the workbook.
    pub is_draft: bool,
    /// PHỤ LỤC SỐ LIỆU; without blocks there is none.
    pub appendix: Appendix,
}

/// One heading and what stands below it, in this order: paragraphs, items, table, chart, sections.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReportSection {
    /// Without its number. Capitals are the writer's: "KẾT QUẢ THỰC HIỆN".
    pub title: String,
    /// Every line of one is a paragraph.
    pub paragraphs: Vec<String>,
    /// "- …" each.
    pub items: Vec<String>,
    pub table: Option<ReportTable>,
    pub chart: Option<Chart>,
    pub sections: Vec<ReportSection>,
}

/// A small table, in the text or in the annex.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReportTable {
    /// Above it, bold in the middle; empty: none.
    pub title: String,
    pub columns: Vec<ReportColumn>,
    /// Cells beyond the columns are left out, missing ones are empty.
    pub rows: Vec<Vec<Value>>,
    /// A last row in bold. In the workbook a number that is the sum of its column is a formula.
    pub total: Option<Vec<Value>>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReportColumn {
    pub title: String,
    /// Its part of the whole width, in any unit; 0 counts as 1.
    pub weight: u16,
    /// Of numbers: they stand in the middle, words at the left.
    pub is_number: bool,
}

/// What stands in a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    /// Nothing known: an empty cell, which a hand may fill.
    #[default]
    Missing,
    /// "1.234.567".
    Number(i64),
    /// A share, a mean: "87,5", one digit behind the comma.
    Decimal(f64),
    /// Too few children to be told apart: "<5". A footnote says why.
    Small,
    /// Not told because a small number could be computed from it: "…". The same footnote.
    Hidden,
    Text(String),
}

/// PHỤ LỤC SỐ LIỆU.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Appendix {
    /// "Số liệu kết quả thực hiện Tháng hành động vì trẻ em năm 2024"; empty: of the report's subject.
    pub title: String,
    /// Heading of the column of [`Indicator::value`]: "Năm 2024".
    pub this_period: String,
    /// Of [`Indicator::last`]: "Năm 2023". With it come columns with the difference and the percentage.
    pub last_period: String,
    pub blocks: Vec<IndicatorBlock>,
}

/// "1. Truyền thông" with its rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IndicatorBlock {
    /// Without a number: blocks are numbered I., II., …
    pub title: String,
    pub indicators: Vec<Indicator>,
    /// Behind the rows, or instead of them: a table with columns of its own (injuries by kind).
    pub table: Option<ReportTable>,
    /// Behind the rows; in the workbook it is a chart of Excel.
    pub chart: Option<Chart>,
}

/// One row of the annex.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Indicator {
    /// Unique in the appendix; never shown. [`Measured`] refers to it.
    pub code: String,
    /// "Số buổi truyền thông".
    pub label: String,
    /// 0, or 1 for "trong đó: …" (indented, without a number), 2 below that.
    pub depth: u8,
    /// "Buổi", "Lượt người", "Đồng", "%".
    pub measure: String,
    pub value: Value,
    /// Of the year before.
    pub last: Value,
    pub note: String,
    /// How the workbook computes it; a formula is written only where it gives what `value` says.
    pub measured: Measured,
}

/// Where the value of an indicator comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Measured {
    #[default]
    Given,
    /// The sum of these codes.
    Sum(Vec<String>),
    /// `part` of `whole` in hundredths, with one digit behind the comma.
    Share { part: String, whole: String },
}

/// Drawn once, shown as a picture in the `.docx`, as lines in the `.pdf`, as a chart of Excel in the `.xlsx`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chart {
    /// Below it: "Tiến độ thực hiện nhiệm vụ theo đơn vị".
    pub title: String,
    pub kind: ChartKind,
    /// Behind the numbers: "%". Empty: none.
    pub unit: String,
    pub categories: Vec<String>,
    /// One to three: they are told apart by patterns, which a black and white print keeps.
    pub series: Vec<Series>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ChartKind {
    /// Lying, for long names: progress by unit.
    #[default]
    Bars,
    /// Standing: this year beside the last.
    Columns,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// "Năm 2024".
    pub name: String,
    /// One for each category, not negative; `None`: not known or not told.
    pub values: Vec<Option<f64>>,
}
