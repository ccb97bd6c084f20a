//! The report on the Action Month: a paper in the layout of Decree 30/2020 with its figures as an annex, the figures as a
//! workbook, and the charts of both.
//!
//! No official form exists for a ward; outline of reports as they are usual. Whoever fills [`ReportPaper`] decides what may
//! be told: a figure that must not be is [`Value::Small`] or [`Value::Hidden`], it is not known here.

mod cells;
mod chart;
mod model;
mod paper;
mod sheet_charts;
mod words;
mod workbook;

pub use model::{
    Appendix, Chart, ChartKind, Indicator, IndicatorBlock, Measured, ReportColumn, ReportPaper, ReportSection,
    ReportTable, Series, Value,
};

pub use paper::{report_docx, report_pdf};
pub use workbook::report_xlsx;

pub use crate::decree30::{Header, Signature};
