//! Bodies of a school's own list of pupils, from which handovers are prepared.

use std::collections::BTreeMap;

use bup_documents::children::{Field, Legacy};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bodies::HandoversMade;
use crate::db::types::Id;
use crate::features::children::imports::model::{ImportSheet, RowError};
use crate::features::units::model::UnitRef;
use crate::text_enum;

text_enum! {
    /// What becomes of a row of a school's list.
    pub enum ListRowState {
        /// A pupil of the school in the registry: goes on the list of its neighborhood.
        Found = "found",
        /// On a list of this school and year already.
        Listed = "listed",
        /// In the registry, but no pupil of the school, gone, or of no neighborhood of the ward: left out.
        Misfit = "misfit",
        /// May be somebody who is there: somebody decides.
        Unsure = "unsure",
        /// Not on the ward's list of children: added or left out, as somebody decides.
        Unknown = "unknown",
        /// Stands in the file before.
        Twice = "twice",
        /// Must be mended first.
        Wrong = "wrong",
    }
}

text_enum! {
    pub enum ListRowTake {
        /// It is another child, or nobody who is there: made, and put on the list.
        Add = "add",
        /// It is the child named by `child_id`.
        Same = "same",
        Leave = "leave",
    }
}

/// The file with what it is for.
#[derive(ToSchema)]
#[expect(dead_code, reason = "for the OpenAPI document alone")]
pub struct HandoverListForm {
    /// `.xlsx`, `.xls`, `.ods`, `.csv`; told by content.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    year: String,
    /// A school leaves it out: it speaks for itself.
    school_id: Option<String>,
    /// JSON: sheet → column (from 0) → field; what the first answer proposed, corrected.
    mapping: Option<String>,
    /// `true`: turn TCVN3 or VNI text into Unicode.
    convert_legacy: Option<String>,
    /// JSON: a list of [`HandoverListChoice`], for rows in the states `unsure` and `unknown`; without a word they are
    /// left out. Only where the lists are made.
    decisions: Option<String>,
}

/// What somebody decided about a row.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverListChoice {
    pub sheet: String,
    pub row: u32,
    pub take: ListRowTake,
    /// Whom a row is about that is the `same`.
    pub child_id: Option<Id>,
    /// Those whom somebody looked at and found to be other children.
    #[serde(default)]
    pub not_duplicate_of: Vec<Id>,
}

/// Somebody of the registry whom a row may be about.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverListPupil {
    pub child_id: Id,
    pub full_name: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
    pub grade: String,
    pub neighborhood: Option<UnitRef>,
    /// Whom to call, for telling two of one name apart.
    pub guardian: Option<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverListRow {
    pub sheet: String,
    /// As Excel numbers it.
    pub row: u32,
    pub state: ListRowState,
    pub full_name: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
    pub grade: String,
    /// Where the row says that the child lives.
    pub neighborhood: Option<UnitRef>,
    pub guardian: Option<String>,
    /// The registry's child, for `found`, `listed` and `misfit`; all who may be it, for `unsure`.
    pub alike: Vec<HandoverListPupil>,
    pub same_as_row: Option<u32>,
    pub errors: Vec<RowError>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct HandoverListCounts {
    pub found: i64,
    pub listed: i64,
    pub misfit: i64,
    pub unsure: i64,
    pub unknown: i64,
    pub twice: i64,
    pub wrong: i64,
}

/// A school's list, read and compared. Nothing is kept of it: the file is sent again to make the lists.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverListPreview {
    pub year: i32,
    pub sheets: Vec<ImportSheet>,
    /// Sheet → column (from 0) → what stands in it; corrected, it is what `mapping` takes.
    #[schema(value_type = std::collections::HashMap<String, std::collections::HashMap<String, Field>>)]
    pub mapping: BTreeMap<String, BTreeMap<u32, Field>>,
    /// The text was typed for fonts of before Unicode (TCVN3, VNI).
    #[schema(value_type = Option<Legacy>)]
    pub legacy: Option<String>,
    pub counts: HandoverListCounts,
    pub rows: Vec<HandoverListRow>,
}

/// What became of the list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverListTaken {
    #[serde(flatten)]
    pub made: HandoversMade,
    /// Children who are on the ward's list only since now.
    pub children_made: i64,
    /// Rows that went on no list.
    pub left_out: i64,
}
