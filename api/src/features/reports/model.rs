//! Reports as they are stored, and as their reader sees them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::figures::{IndicatorValue, OwnNumber};
use crate::db::schema::{report_revisions, report_steps, report_values, reports};
use crate::db::types::{Id, Instant, Json};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    pub enum ReportKind {
        /// The ward's report of the month.
        WardFinal = "ward_final",
        /// Báo cáo nhanh, of the month up to a day.
        WardFlash = "ward_flash",
        /// A unit's report of a week.
        UnitWeek = "unit_week",
        /// A unit's report of the month.
        UnitFinal = "unit_final",
    }
}

impl ReportKind {
    pub fn is_wards(self) -> bool {
        matches!(self, Self::WardFinal | Self::WardFlash)
    }
}

text_enum! {
    /// `draft → submitted → approved → sent → acknowledged`; `→ returned`; a correction is a new revision.
    pub enum ReportStatus {
        Draft = "draft",
        Submitted = "submitted",
        Approved = "approved",
        Sent = "sent",
        Acknowledged = "acknowledged",
        Returned = "returned",
    }
}

text_enum! {
    pub enum ReportAction {
        Edit = "edit",
        Submit = "submit",
        Approve = "approve",
        Return = "return",
        Send = "send",
        Acknowledge = "acknowledge",
        /// Begin a new revision, or take back what nobody has looked at yet.
        Revise = "revise",
    }
}

/// What stands around the text of a report (Decree 30/2020, art. 8.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportHead {
    /// Given by the ward's clerk when it is signed.
    #[serde(default)]
    #[schema(example = 45, minimum = 1)]
    pub number: Option<u32>,
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
    /// Kính gửi.
    pub addressee: String,
    /// Nơi nhận.
    pub recipients: Vec<String>,
}

/// A report as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = reports, treat_none_as_null = true)]
pub struct ReportRow {
    pub id: Id,
    pub ward_id: Id,
    pub unit_id: Option<Id>,
    pub subject_id: Id,
    pub plan_id: Id,
    pub kind: ReportKind,
    pub title: String,
    pub year: i32,
    pub period_from: NaiveDate,
    pub period_to: NaiveDate,
    pub due_on: Option<NaiveDate>,
    pub status: ReportStatus,
    pub revision: i32,
    pub sent_revision: Option<i32>,
    pub sent_status: Option<ReportStatus>,
    /// What it was called when it was sent.
    pub sent_title: Option<String>,
    pub head: Json<ReportHead>,
    /// The words that were written over what the system proposes, by the section's key.
    pub sections: Json<BTreeMap<String, String>>,
    /// The numbers that were written by hand, by the indicator's code.
    pub numbers: Json<BTreeMap<String, OwnNumber>>,
    pub reason: String,
    pub submitted_by_id: Option<Id>,
    pub submitted_at: Option<Instant>,
    pub approved_by_id: Option<Id>,
    pub approved_for_id: Option<Id>,
    pub approved_at: Option<Instant>,
    pub sent_at: Option<Instant>,
    pub acknowledged_at: Option<Instant>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = report_revisions)]
pub struct RevisionRow {
    pub report_id: Id,
    pub revision: i32,
    pub head: Json<ReportHead>,
    pub sections: Json<Vec<ReportSection>>,
    pub reason: String,
    pub by_user_id: Option<Id>,
    pub at: Instant,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = report_values)]
pub struct ValueRow {
    pub report_id: Id,
    pub revision: i32,
    pub code: String,
    pub position: i32,
    pub figure: Json<IndicatorValue>,
    pub value: Option<i64>,
    /// Sealed; see [`super::freeze`].
    pub sources: String,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = report_steps)]
pub struct StepRow {
    pub id: Id,
    pub report_id: Id,
    pub revision: i32,
    pub action: ReportAction,
    pub note: String,
    pub by_user_id: Option<Id>,
    pub unit_id: Option<Id>,
    pub at: Instant,
}

/// A heading of the report with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReportSection {
    #[schema(example = "gifts")]
    pub key: String,
    #[schema(example = "II.3")]
    pub number: String,
    #[schema(example = "Thăm hỏi, tặng quà")]
    pub title: String,
    /// Paragraphs, one a line; a line that begins with "- " is an item.
    pub body: String,
    /// Somebody wrote it; otherwise it is what the numbers say.
    pub edited: bool,
    /// What the numbers say now, while the report is being written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    pub suggested: Option<String>,
}

text_enum! {
    pub enum CheckSeverity {
        /// It stands in the way of submitting.
        Error = "error",
        Warning = "warning",
    }
}

/// Something in the numbers or the text that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReportCheck {
    #[schema(example = "part_exceeds_whole")]
    pub code: String,
    pub severity: CheckSeverity,
    /// The indicator or the section.
    #[schema(example = "tasks_done")]
    pub about: String,
    pub message: String,
}

/// Something that was done with a report.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReportStep {
    pub action: ReportAction,
    pub revision: i32,
    pub note: String,
    pub by: Option<UserRef>,
    pub at: Instant,
}

/// A report as a list shows it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReportLine {
    pub id: Id,
    pub ward_id: Id,
    #[schema(example = "Phường Ba Đình")]
    pub ward_name: String,
    /// Whose it is; nobody's: the ward's own.
    pub unit: Option<UnitRef>,
    pub plan_id: Id,
    pub kind: ReportKind,
    pub title: String,
    pub year: i32,
    pub period_from: NaiveDate,
    pub period_to: NaiveDate,
    pub due_on: Option<NaiveDate>,
    /// The day is over and it was not handed in.
    pub late: bool,
    pub status: ReportStatus,
    /// How many revisions were handed in; the upper level sees the number of the one it has.
    pub revision: i32,
    /// Which revision the upper level has.
    pub sent_revision: Option<i32>,
    /// Why it was returned, or is written anew.
    pub reason: String,
    pub submitted_at: Option<Instant>,
    pub approved_at: Option<Instant>,
    pub sent_at: Option<Instant>,
    pub acknowledged_at: Option<Instant>,
    pub allowed_actions: Vec<ReportAction>,
    pub updated_at: Instant,
    pub version: i32,
}

/// A report with its words and numbers.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Report {
    #[serde(flatten)]
    pub line: ReportLine,
    pub head: ReportHead,
    pub sections: Vec<ReportSection>,
    pub indicators: Vec<IndicatorValue>,
    /// The numbers are those of the moment when it was handed in; otherwise of this one.
    pub is_frozen: bool,
    /// Small numbers are held back for this reader.
    pub is_suppressed: bool,
    /// What does not fit, while it is being written.
    pub checks: Vec<ReportCheck>,
    pub steps: Vec<ReportStep>,
    pub submitted_by: Option<UserRef>,
    pub approved_by: Option<UserRef>,
}

impl Versioned for Report {
    fn id(&self) -> &Id {
        &self.line.id
    }
    fn version(&self) -> i32 {
        self.line.version
    }
}

/// A row behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SourceRow {
    /// The row as counted.
    pub id: Id,
    /// The row to open: `/children/{id}`, `/tasks/{id}` …
    pub open_id: Id,
    /// How much it adds to the number.
    pub amount: i64,
    /// The words it is broken down by, as `dimension:key`.
    pub marks: Vec<String>,
}

/// The rows behind a number, as far as the reader may open them.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IndicatorRow {
    pub id: Id,
    #[schema(example = "tasks")]
    pub resource: String,
    /// What it is called; nothing for a row that the reader may not open.
    #[schema(example = "Treo băng-rôn trên các trục đường chính")]
    pub label: Option<String>,
    pub amount: i64,
    pub marks: Vec<String>,
}

/// A number and its list: `value` is the sum of the amounts of all rows.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IndicatorRows {
    pub code: String,
    pub label: String,
    /// What the rows add up to.
    pub value: i64,
    pub rows: usize,
    /// Rows that are not the reader's to open, counted here without a name.
    pub unnamed: usize,
    pub items: Vec<IndicatorRow>,
    pub next_cursor: Option<String>,
}
