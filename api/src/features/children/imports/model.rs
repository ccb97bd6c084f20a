//! Bodies and rows of imports.

use std::collections::BTreeMap;

use bup_documents::children::{ColumnReading, Field, Legacy, RowSource, SkipReason, SkippedRow};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::content::Content;
use super::super::duplicates::Likeness;
use crate::db::schema::child_imports;
use crate::db::types::{Id, Instant, Json};
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// `previewed → committed → undone`.
    pub enum ImportStatus {
        Previewed = "previewed",
        Committed = "committed",
        Undone = "undone",
    }
}

text_enum! {
    /// What will become of a row.
    pub enum RowState {
        /// A child that is not in the list yet.
        New = "new",
        /// A child that is there and of whom the row says more or something else.
        Changed = "changed",
        /// A child that is there already, or stands in the file twice, or may be somebody who is there: not taken
        /// unless somebody decides so.
        Duplicate = "duplicate",
        /// A row that must be mended first.
        Wrong = "wrong",
        /// Somebody chose not to take it; it counts for nothing until it is taken back.
        LeftOut = "left_out",
    }
}

/// How many rows there are of each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportCounts {
    pub new: i64,
    pub changed: i64,
    pub duplicate: i64,
    pub wrong: i64,
    #[serde(default)]
    pub left_out: i64,
}

impl ImportCounts {
    pub fn of(&mut self, state: RowState) -> &mut i64 {
        match state {
            RowState::New => &mut self.new,
            RowState::Changed => &mut self.changed,
            RowState::Duplicate => &mut self.duplicate,
            RowState::Wrong => &mut self.wrong,
            RowState::LeftOut => &mut self.left_out,
        }
    }
}

/// What is wrong or odd with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RowError {
    /// `C`; none where something is missing that has no column.
    pub column: Option<String>,
    /// What it is about, where that can be corrected.
    #[schema(value_type = Option<Field>)]
    pub field: Option<Field>,
    #[schema(example = "birth_unreadable")]
    pub code: String,
    /// A warning lets the row through.
    pub is_warning: bool,
    pub message: String,
}

/// A row as it is kept between preview and commit; sealed in the database.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptRow {
    pub sheet: String,
    pub row: u32,
    pub content: Content,
    /// Groups and risks that the row names.
    pub groups: Vec<String>,
    /// The system's own code of the child, in lists that came from it.
    pub code: Option<String>,
    pub errors: Vec<RowError>,
    /// What it was read from: a corrected cell is read like all the others.
    pub source: RowSource,
    pub is_left_out: bool,
}

impl KeptRow {
    pub fn is_wrong(&self) -> bool {
        self.errors.iter().any(|error| !error.is_warning)
    }

    /// Whether it is compared with anything: a row that cannot become a child is like nobody.
    pub fn counts(&self) -> bool {
        !self.is_left_out && !self.is_wrong()
    }
}

/// What will become of a row, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    pub state: RowState,
    pub matched: Option<(Id, Likeness)>,
    /// Everybody whom it may be about, the surest first.
    pub alike: Vec<Id>,
    /// The same child stands in this row of the file already.
    pub same_as: Option<u32>,
    /// Names of the members that would change.
    pub changes: Vec<String>,
}

impl Verdict {
    /// The child that the row is about, where nobody has to decide.
    pub fn sure(&self) -> Option<&Id> {
        self.matched.as_ref().filter(|(_, likeness)| *likeness > Likeness::Possible).map(|(id, _)| id)
    }
}

/// A row in its place, with its fate.
#[derive(Clone, Debug)]
pub struct Judged {
    pub id: Id,
    pub position: i32,
    pub row: KeptRow,
    pub verdict: Verdict,
}

/// A row as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ImportRow {
    /// Its place among the rows that were read, from 0: its address.
    pub position: i32,
    pub sheet: String,
    /// As Excel numbers it.
    pub row: u32,
    pub state: RowState,
    /// What would be written down.
    #[schema(value_type = Object)]
    pub child: Content,
    #[schema(example = json!(["HC04"]))]
    pub groups: Vec<String>,
    pub matched_child_id: Option<Id>,
    pub likeness: Option<Likeness>,
    /// The row of the file in which the same child stands already.
    pub same_as_row: Option<u32>,
    pub changes: Vec<String>,
    pub errors: Vec<RowError>,
    /// Of a row with errors: column (from 0) → what stands in it, to be corrected.
    pub cells: BTreeMap<u32, String>,
}

/// A sheet of the file and how its columns were understood.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ImportSheet {
    pub name: String,
    pub hidden: bool,
    pub signature: String,
    pub header_rows: Vec<u32>,
    pub columns: Vec<ColumnReading>,
    pub neighborhood: Option<String>,
    pub school: Option<String>,
    pub grade: Option<String>,
    pub rows: i64,
    /// Why nothing was read from it.
    pub skipped: Option<SkipReason>,
    pub skipped_rows: Vec<SkippedRow>,
}

/// An import as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = child_imports)]
pub struct ImportDbRow {
    pub id: Id,
    pub ward_id: Id,
    pub unit_id: Id,
    pub created_by_id: Id,
    pub file_name: String,
    pub status: ImportStatus,
    /// Sealed: columns are shown with samples of what stands in them.
    pub sheets: String,
    pub counts: Json<ImportCounts>,
    pub rejected: Option<String>,
    pub legacy: Option<String>,
    pub kept: Json<Vec<KeptBack>>,
    pub committed_at: Option<Instant>,
    pub undone_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
    /// What the children were, and for whom, when the rows were judged.
    pub judged: String,
}

/// A child that an undo left as it is, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KeptBack {
    pub child_id: Id,
    pub code: String,
    /// `changed_since`: somebody has worked on it after the import.
    pub reason: String,
}

/// An import as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Import {
    pub id: Id,
    pub file_name: String,
    pub status: ImportStatus,
    pub created_by: Option<UserRef>,
    pub created_at: Instant,
    pub sheets: Vec<ImportSheet>,
    /// Sheet → column (from 0) → what stands in it; corrected, it is what `mapping` takes.
    #[schema(value_type = std::collections::HashMap<String, std::collections::HashMap<String, Field>>)]
    pub mapping: BTreeMap<String, BTreeMap<u32, Field>>,
    pub counts: ImportCounts,
    /// The first 200; all of them at `/children/import/{id}/rows`.
    pub rows: Vec<ImportRow>,
    /// The wrong rows as an Excel file to mend and read again.
    pub rejected_url: Option<String>,
    /// The text was typed for fonts of before Unicode (TCVN3, VNI).
    #[schema(value_type = Option<Legacy>)]
    pub legacy: Option<String>,
    pub committed_at: Option<Instant>,
    pub undone_at: Option<Instant>,
    /// Until when it can be taken back.
    pub undo_until: Option<Instant>,
    /// What an undo left as it is.
    pub kept: Vec<KeptBack>,
    pub version: i32,
}

impl Versioned for Import {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// An import in the list of imports.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ImportSummary {
    pub id: Id,
    pub file_name: String,
    pub status: ImportStatus,
    pub created_by: Option<UserRef>,
    pub created_at: Instant,
    pub counts: ImportCounts,
    pub committed_at: Option<Instant>,
    pub undone_at: Option<Instant>,
    pub undo_until: Option<Instant>,
}

text_enum! {
    pub enum CommitMode {
        /// Every row, or none: refused while one is wrong.
        All = "all",
        /// The good rows; the wrong ones stay in the file of rejected rows.
        GoodRows = "good_rows",
    }
}

text_enum! {
    /// What becomes of a row that may be somebody who is there already.
    pub enum RowDecision {
        /// It is another child.
        New = "new",
        /// It is that child: the row's words are added to it.
        Update = "update",
        Skip = "skip",
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowChoice {
    pub sheet: String,
    pub row: u32,
    pub take: RowDecision,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportCommit {
    pub mode: CommitMode,
    /// For rows in the state `duplicate`; without a word they are left out.
    #[serde(default)]
    pub decisions: Vec<RowChoice>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportRowQuery {
    pub state: Option<RowState>,
    /// Only rows with an error or a warning.
    pub with_errors: Option<bool>,
    pub sheet: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// What is changed of one row of a preview; the rest of it stays.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportRowChanges {
    /// Column (from 0) → what shall stand in it; empty text empties the cell.
    #[serde(default)]
    pub cells: BTreeMap<u32, String>,
    /// The neighborhood of a row whose list has no column for it.
    pub neighborhood: Option<String>,
    /// Leaves the row out, or takes it back.
    pub left_out: Option<bool>,
}

/// A row after its change.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ImportRowChanged {
    #[serde(skip)]
    pub id: Id,
    pub row: ImportRow,
    /// Other rows whose fate changed with it: the same child stands in them too.
    pub others: Vec<ImportRow>,
    pub counts: ImportCounts,
    /// Of the import.
    pub version: i32,
}

impl Versioned for ImportRowChanged {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}
