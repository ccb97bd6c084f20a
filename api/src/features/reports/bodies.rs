//! What people send and ask for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::figures::IndicatorValue;
use super::model::{ReportHead, ReportKind, ReportLine};
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReportQuery {
    /// One or more kinds, with commas between.
    #[param(example = "ward_final,ward_flash")]
    pub kind: Option<String>,
    /// One or more states, with commas between.
    pub status: Option<String>,
    pub plan_id: Option<Id>,
    /// Of one unit.
    pub unit_id: Option<Id>,
    /// Of one ward, for the upper level.
    pub ward_id: Option<Id>,
    pub year: Option<i32>,
    /// `-period_to` (default), `-updated_at`, `updated_at` (for whoever follows changes).
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReport {
    #[schema(example = "ward_final")]
    pub kind: ReportKind,
    pub plan_id: Id,
    /// A day of the week that is reported (`unit_week`), or the last day of a flash report; today when left out.
    #[serde(default)]
    #[schema(example = "2024-06-16")]
    pub day: Option<NaiveDate>,
}

/// A number written by hand.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberChange {
    #[schema(example = "documents_issued")]
    pub code: String,
    #[serde(default)]
    #[schema(minimum = 0)]
    pub value: Option<i64>,
    /// Last year's, where the system does not know it.
    #[serde(default)]
    #[schema(minimum = 0)]
    pub previous: Option<i64>,
    /// Where the number comes from: required, unless it is taken back.
    #[serde(default)]
    #[schema(example = "Đếm theo biên bản kiểm tra ngày 20/6")]
    pub note: String,
    /// Takes back what was written: the counted number stands again.
    #[serde(default)]
    pub reset: bool,
}

/// The text of a section.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionChange {
    #[schema(example = "gifts")]
    pub key: String,
    /// `null` takes back what was written: what the numbers say stands again.
    pub body: Option<String>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = ReportHead, required = false)]
    pub head: Option<ReportHead>,
    /// The sections to change; the others stay.
    #[serde(default)]
    pub sections: Vec<SectionChange>,
    /// The numbers to write or to take back; the others stay.
    #[serde(default)]
    pub numbers: Vec<NumberChange>,
}

/// A step that needs no words.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReportMove {
    #[schema(example = "Đã nhận đủ số liệu")]
    pub note: String,
}

/// Why a report is returned or written anew.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportReason {
    #[schema(example = "Thiếu phần đánh giá nguyên nhân")]
    pub reason: String,
}

/// The number and the day that the clerk gave the signed paper.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReportSending {
    #[schema(minimum = 1, example = 45)]
    pub number: Option<u32>,
    #[schema(example = "2024-07-10")]
    pub issued_on: Option<NaiveDate>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RowsQuery {
    /// Only the rows of one part, as `dimension:key`.
    #[param(example = "sex:female")]
    pub part: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// A revision in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReportRevision {
    pub revision: i32,
    /// Why it was written; empty for the first.
    pub reason: String,
    pub by: Option<UserRef>,
    pub at: Instant,
    /// It was sent to the upper level.
    pub is_sent: bool,
}

/// A number that differs between two revisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct NumberDifference {
    pub code: String,
    pub label: String,
    pub before: Option<i64>,
    pub after: Option<i64>,
}

/// A section that differs between two revisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SectionDifference {
    pub key: String,
    pub title: String,
    pub before: String,
    pub after: String,
}

/// What a revision says otherwise than the one before.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RevisionDifference {
    pub revision: i32,
    pub against: i32,
    pub numbers: Vec<NumberDifference>,
    pub sections: Vec<SectionDifference>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DueQuery {
    /// The plan; the current one when left out.
    pub plan_id: Option<Id>,
    /// `unit_week` or `unit_final` (default).
    pub kind: Option<ReportKind>,
    /// A day of the week meant; today when left out.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub day: Option<NaiveDate>,
}

/// One unit's report of a period, or that it is missing.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitReportState {
    pub unit: UnitRef,
    pub report: Option<ReportLine>,
    pub is_missing: bool,
    pub reminded: i64,
    pub last_reminded_at: Option<Instant>,
}

/// Who has handed in a report of a period and who has not.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReportsDue {
    pub plan_id: Id,
    pub kind: ReportKind,
    pub period_from: NaiveDate,
    pub period_to: NaiveDate,
    pub due_on: NaiveDate,
    pub late: bool,
    pub handed_in: i64,
    pub missing: i64,
    pub units: Vec<UnitReportState>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportReminder {
    pub plan_id: Id,
    pub kind: ReportKind,
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Whom; everybody whose report is missing when empty.
    #[serde(default)]
    pub unit_ids: Vec<Id>,
}

/// How many units were reminded.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RemindedUnits {
    pub reminded: usize,
}

/// What a unit wrote under a heading that the ward's report has too.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitText {
    pub unit: UnitRef,
    pub report_id: Id,
    /// The section of the ward's report that it fits.
    pub section: String,
    pub text: String,
}

/// Everything that a revision says, for whoever looks at an older one.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RevisionContent {
    pub revision: i32,
    pub head: ReportHead,
    pub sections: Vec<super::model::ReportSection>,
    pub indicators: Vec<IndicatorValue>,
}
