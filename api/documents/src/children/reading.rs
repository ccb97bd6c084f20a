//! The answer of the reader.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ChildDraft, ColumnMapping, Field, Mapping, Problem, RowSource, Severity};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Reading {
    /// The text is typed for fonts of before Unicode.
    pub legacy: Option<Legacy>,
    /// It was turned into Unicode, as `Options.convert_legacy` asked.
    pub legacy_converted: bool,
    /// Every sheet of the file, in its order.
    pub sheets: Vec<SheetReading>,
}

/// Encodings of before Unicode, in which a font makes Vietnamese of other letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Legacy {
    /// "ABC": `.VnTime`, `.VnTimeH` (TCVN 5712:1993).
    Tcvn3,
    /// `VNI-Times`.
    Vni,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct SheetReading {
    /// Place in the workbook, from 0.
    pub index: u32,
    pub name: String,
    pub hidden: bool,
    /// Why nothing was read from it.
    pub skipped: Option<SkipReason>,
    /// Equal for sheets with the same headers: the key under which a mapping is remembered. Empty for a skipped sheet.
    pub signature: String,
    /// Numbers of the rows that hold the headings of the columns.
    pub header_rows: Vec<u32>,
    pub columns: Vec<ColumnReading>,
    /// What the sheet's name or title says of the neighborhood of all its children.
    pub neighborhood: Option<String>,
    /// What the title says of the school.
    pub school: Option<String>,
    /// What the title says of the class.
    pub grade: Option<String>,
    pub rows: Vec<RowReading>,
    /// Rows of the table that hold no child, with what they are.
    pub skipped_rows: Vec<SkippedRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SkipReason {
    /// `empty`, `no_table`, `no_children` or `ignored`.
    pub code: String,
    pub message_vi: String,
    pub message_en: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ColumnReading {
    /// From 0.
    pub index: u32,
    /// As the person sees it: `C`.
    pub letter: String,
    /// The headings above it, joined: `Cha / Số điện thoại`.
    pub header: String,
    /// `None`: not understood, kept in `other`.
    pub field: Option<Field>,
    /// How sure, in percent.
    pub confidence: u8,
    pub source: ColumnSource,
    /// The first few different values, as they stand.
    pub samples: Vec<String>,
}

/// What the field of a column was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnSource {
    /// `Options.mapping` or `Options.remembered`.
    Mapping,
    Header,
    Contents,
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RowReading {
    /// As the person sees it, from 1.
    pub number: u32,
    /// The row or its sheet is hidden in the file.
    pub hidden: bool,
    pub child: ChildDraft,
    pub problems: Vec<Problem>,
    /// Rows above that speak for it, such as "Khu phố 3": a file of rejected rows must repeat them.
    pub section_rows: Vec<u32>,
    /// Rows below that continue it: the name stands once, merged over several rows.
    pub continued_by: Vec<u32>,
    /// What it was read from, for reading it again.
    #[serde(skip)]
    pub source: RowSource,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SkippedRow {
    pub number: u32,
    /// `numbering`, `repeated_header`, `section`, `total`, `example`, `footer` or `continuation`.
    pub kind: String,
    pub text: String,
}

impl RowReading {
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

impl SheetReading {
    /// What each understood column holds: to be shown, changed, and given back in [`super::Options`].
    pub fn mapping(&self) -> ColumnMapping {
        self.columns.iter().filter_map(|column| column.field.map(|field| (column.index, field))).collect()
    }
}

impl Reading {
    pub fn mapping(&self) -> Mapping {
        let read = self.sheets.iter().filter(|sheet| sheet.skipped.is_none());
        read.map(|sheet| (sheet.name.clone(), sheet.mapping())).collect()
    }
}
