//! What the reader is told beside the file.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Field;

/// Column (from 0) → what stands in it. [`Field::Ignore`] for a column that is not to be read.
pub type ColumnMapping = BTreeMap<u32, Field>;

/// Sheet's name → its columns.
pub type Mapping = BTreeMap<String, ColumnMapping>;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// For ages and two-digit years.
    pub today: NaiveDate,
    /// Goes before every guess. A column that it doesn't name is guessed, as long as its field is still free.
    #[serde(default)]
    pub mapping: Mapping,
    /// By [`super::SheetReading::signature`]: mappings that were remembered from earlier files with the same headers.
    /// `mapping` goes before them.
    #[serde(default)]
    pub remembered: BTreeMap<String, ColumnMapping>,
    /// Turn TCVN3 or VNI text into Unicode when it was detected.
    #[serde(default)]
    pub convert_legacy: bool,
    /// Sheets to leave out, by name.
    #[serde(default)]
    pub ignored_sheets: Vec<String>,
}

impl Options {
    /// Everything guessed.
    pub fn new(today: NaiveDate) -> Self {
        Self {
            today,
            mapping: Mapping::new(),
            remembered: BTreeMap::new(),
            convert_legacy: false,
            ignored_sheets: Vec::new(),
        }
    }
}
