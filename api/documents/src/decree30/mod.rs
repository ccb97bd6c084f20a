//! Writes official documents in the layout of Decree 30/2020/NĐ-CP, Annex I: data in, the bytes of a .docx out.
//!
//! The few parts of WordprocessingML are written directly: every measure of the decree is then one visible number, where
//! a general library hides half of them and lacks the rest (a first page without number, rows that do not split).

mod block;
mod document;
mod foot;
mod form;
mod letterhead;
mod metrics;
mod minutes;
mod model;
mod package;
#[cfg(test)]
pub(crate) mod read_back;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod xml;

pub use block::Align;
pub use document::{Document, Level};
pub use minutes::{Meeting, Party, Person};
pub use model::{Header, Signature};
pub use package::Paper;
pub use table::{Column, Table};

pub(crate) use block::{
    Block, Blocks, CELL_SIDE, Cell, Grid, Look, Paragraph, Row, cell, field, gap, layout_table, line, mm, page_break,
    paragraph, row,
};
pub(crate) use document::reference;
pub(crate) use foot::side_by_side;
pub(crate) use letterhead::{MOTTO, NATION, underline};
pub(crate) use metrics::{lines, width};
pub(crate) use minutes::{opening, people, signature, without_address};
pub(crate) use package::{Margins, Pages, docx, pdf};
pub(crate) use table::{Line, Lines};
pub(crate) use text::{BLANK, capitals, clean, clock, long_date, or_blank, roman, sentence, short_date, unpunctuated};
