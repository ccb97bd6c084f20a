//! Bodies and rows of plans.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::UnitKind;
use crate::db::schema::{plan_sections, plans};
use crate::db::types::{Id, Instant, Json};
use crate::features::units::model::UnitRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// `draft → published → closed`.
    pub enum PlanStatus {
        Draft = "draft",
        Published = "published",
        Closed = "closed",
    }
}

text_enum! {
    pub enum PlanAction {
        Edit = "edit",
        Publish = "publish",
        Close = "close",
    }
}

/// Who signed the plan on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedBy {
    #[schema(example = "Trần Thị Nga")]
    pub name: String,
    #[schema(example = "PHÓ CHỦ TỊCH")]
    pub position: String,
}

/// A plan as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = plans, treat_none_as_null = true)]
pub struct PlanRow {
    pub id: Id,
    pub ward_id: Id,
    pub year: i32,
    pub title: String,
    #[serde(skip)]
    pub search_key: String,
    pub number: Option<String>,
    pub issued_on: Option<NaiveDate>,
    pub issuer: String,
    pub theme: String,
    #[serde(serialize_with = "plain")]
    pub slogans: Json<Vec<String>>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    #[serde(serialize_with = "plain")]
    pub legal_bases: Json<Vec<String>>,
    #[serde(serialize_with = "plain")]
    pub hotlines: Json<Vec<String>>,
    #[serde(serialize_with = "plain")]
    pub recipients: Json<Vec<String>>,
    #[serde(serialize_with = "plain_signer")]
    pub signed_by: Option<Json<SignedBy>>,
    pub status: PlanStatus,
    pub copied_from_id: Option<Id>,
    pub published_at: Option<Instant>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

fn plain<S: serde::Serializer>(list: &Json<Vec<String>>, serializer: S) -> Result<S::Ok, S::Error> {
    let lines: &Vec<String> = list;
    lines.serialize(serializer)
}

fn plain_signer<S: serde::Serializer>(signer: &Option<Json<SignedBy>>, serializer: S) -> Result<S::Ok, S::Error> {
    signer.as_deref().serialize(serializer)
}

/// A section of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, Queryable, Selectable, Insertable)]
#[diesel(table_name = plan_sections)]
pub struct Section {
    pub id: Id,
    #[serde(skip)]
    pub plan_id: Id,
    pub parent_id: Option<Id>,
    /// Its place among all sections of the plan, in reading order.
    pub position: i32,
    #[schema(example = "a")]
    pub number: String,
    #[schema(example = "III.2.a")]
    pub path: String,
    pub title: String,
    /// Its whole text, a line for each paragraph.
    pub body: String,
}

/// A plan as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Plan {
    pub id: Id,
    pub ward_id: Id,
    pub year: i32,
    pub title: String,
    pub number: Option<String>,
    pub issued_on: Option<NaiveDate>,
    pub issuer: String,
    pub theme: String,
    pub slogans: Vec<String>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub legal_bases: Vec<String>,
    pub hotlines: Vec<String>,
    pub recipients: Vec<String>,
    pub signed_by: Option<SignedBy>,
    pub status: PlanStatus,
    /// In reading order; empty in lists.
    pub sections: Vec<Section>,
    pub task_count: i64,
    pub copied_from_id: Option<Id>,
    pub published_at: Option<Instant>,
    pub allowed_actions: Vec<PlanAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Plan {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

text_enum! {
    /// What becomes of a task that is given to all units of a kind.
    pub enum Expand {
        /// One task; every unit has its own part.
        OneShared = "one_shared",
        /// A task for each unit.
        OneEach = "one_each",
    }
}

/// A plan as the reader of documents proposes it, and, corrected, as it is made: the same body both ways.
/// By hand, `year`, `title`, `starts_on` and `ends_on` are enough.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanPreview {
    #[schema(example = "Triển khai thực hiện Tháng hành động vì trẻ em năm 2024")]
    pub title: String,
    #[schema(example = 2024)]
    pub year: i32,
    #[serde(default)]
    pub issuer: String,
    #[serde(default)]
    pub number: Option<String>,
    #[serde(default)]
    pub issued_on: Option<NaiveDate>,
    #[serde(default)]
    pub theme: String,
    #[serde(default)]
    pub slogans: Vec<String>,
    #[serde(default)]
    pub starts_on: Option<NaiveDate>,
    #[serde(default)]
    pub ends_on: Option<NaiveDate>,
    #[serde(default)]
    pub legal_bases: Vec<String>,
    #[serde(default)]
    pub hotlines: Vec<String>,
    #[serde(default)]
    pub signed_by: Option<SignedBy>,
    #[serde(default)]
    pub recipients: Vec<String>,
    #[serde(default)]
    pub sections: Vec<SectionPreview>,
    #[serde(default)]
    pub tasks: Vec<TaskPreview>,
    /// What the reader was unsure of; not read when the plan is made.
    #[serde(default)]
    pub warnings: Vec<PreviewWarning>,
    /// Everything before the first section, to be read beside the proposal; not kept.
    #[serde(default)]
    pub opening: String,
    /// Everything after the last section; not kept.
    #[serde(default)]
    pub closing: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionPreview {
    /// The whole path.
    #[schema(example = "III.2.a")]
    pub key: String,
    #[serde(default)]
    pub number: String,
    pub title: String,
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub parent_key: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskPreview {
    pub key: String,
    #[serde(default)]
    pub section_key: Option<String>,
    pub title: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub lead_unit_kind: Option<UnitKind>,
    /// The words of the document.
    #[serde(default)]
    pub lead_unit_name: Option<String>,
    /// Must be chosen before the plan is made; with `all_units_of_kind` the focal unit is taken when it is missing.
    #[serde(default)]
    pub lead_unit_id: Option<Id>,
    #[serde(default)]
    pub joining_unit_ids: Vec<Id>,
    /// Every unit of `lead_unit_kind` does it.
    #[serde(default)]
    pub all_units_of_kind: bool,
    #[serde(default)]
    pub expand: Option<Expand>,
    /// Missing: the end of the plan.
    #[serde(default)]
    pub due_on: Option<NaiveDate>,
    /// `sentence` or `plan_end`: where the due day came from.
    #[serde(default)]
    pub due_source: Option<String>,
    /// How sure the reader is, from 0 to 1.
    #[serde(default)]
    pub confidence: f32,
    /// Why it is not sure.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// The paragraph it came from.
    #[serde(default)]
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewWarning {
    pub code: String,
    pub message: String,
    #[serde(default)]
    pub source: String,
}

#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = i32, required = false)]
    pub year: Option<i32>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub issuer: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub number: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub issued_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub theme: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub slogans: Option<Vec<String>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub starts_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub ends_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub legal_bases: Option<Vec<String>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub hotlines: Option<Vec<String>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub recipients: Option<Vec<String>>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<SignedBy>)]
    pub signed_by: Patch<SignedBy>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSection {
    pub parent_id: Option<Id>,
    pub number: String,
    pub title: String,
    #[serde(default)]
    pub body: String,
    /// Where it comes in the reading order; at the end of its parent when missing.
    pub position: Option<i32>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SectionChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub number: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub body: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanNote {
    pub note: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanCopy {
    #[schema(example = 2025)]
    pub year: i32,
    /// Otherwise last year's with the year changed.
    pub title: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PlanQuery {
    pub year: Option<i32>,
    pub status: Option<PlanStatus>,
    pub q: Option<String>,
    /// `-year` (default).
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// Tasks counted by state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Counts {
    pub total: i64,
    pub assigned: i64,
    pub in_progress: i64,
    pub submitted: i64,
    pub accepted: i64,
    pub returned: i64,
    pub cancelled: i64,
    pub overdue: i64,
    pub due_soon: i64,
    /// Percent, the average of what is not cancelled.
    pub progress: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitCounts {
    pub unit: UnitRef,
    pub counts: Counts,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SectionCounts {
    pub section_id: Id,
    pub path: String,
    pub title: String,
    /// With those of the sections below it.
    pub counts: Counts,
}

/// How far a plan has come, by unit and by section.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PlanSummary {
    pub plan_id: Id,
    pub totals: Counts,
    pub by_unit: Vec<UnitCounts>,
    pub by_section: Vec<SectionCounts>,
    pub generated_at: Instant,
}

text_enum! {
    pub enum DifferenceKind {
        PlanField = "plan_field",
        Section = "section",
        Task = "task",
    }
}

text_enum! {
    pub enum DifferenceChange {
        Added = "added",
        Changed = "changed",
        Removed = "removed",
    }
}

/// One thing that a corrected document says differently.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Difference {
    /// Names it when it is accepted.
    #[schema(example = "task:V.1/2")]
    pub key: String,
    pub kind: DifferenceKind,
    pub change: DifferenceChange,
    /// What it is about, for people.
    pub label: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What a corrected document would change; nothing is stored yet.
#[derive(Serialize, ToSchema)]
pub struct Reimport {
    pub preview: PlanPreview,
    pub changes: Vec<Difference>,
}

/// The differences that the officer accepts.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReimportAcceptance {
    /// As it was answered, with the officer's corrections.
    pub preview: PlanPreview,
    /// Keys of accepted differences.
    pub accept: Vec<String>,
}
