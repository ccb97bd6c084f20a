//! Bodies and rows of inspections and of their visits.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::attachments::Attachment;
use crate::db::schema::{inspection_visits, inspections};
use crate::db::types::{Id, Instant, Json};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    pub enum InspectionKind {
        /// Kiểm tra.
        Inspection = "inspection",
        /// Giám sát.
        Supervision = "supervision",
    }
}

text_enum! {
    /// `planned → done`, `planned → cancelled`.
    pub enum InspectionStatus {
        Planned = "planned",
        Done = "done",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// What the reader may do with it now.
    pub enum InspectionAction {
        Edit = "edit",
        Visit = "visit",
        Recommend = "recommend",
        Finish = "finish",
        Cancel = "cancel",
    }
}

text_enum! {
    /// What was found on one topic.
    pub enum TopicResult {
        /// Đạt.
        Met = "met",
        /// Chưa đạt.
        NotMet = "not_met",
        /// Không áp dụng.
        NotApplicable = "not_applicable",
    }
}

/// Somebody of the team, or somebody of the inspected unit who was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionMember {
    #[schema(example = "Bà Trần Thị Nga")]
    pub name: String,
    #[serde(default)]
    #[schema(example = "Chủ tịch UBND phường, Trưởng đoàn")]
    pub position: String,
}

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionTopic {
    /// Given by the server when left out; answers name it.
    #[serde(default)]
    pub code: String,
    pub text: String,
}

/// What was found on a line of the checklist in one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicAnswer {
    pub code: String,
    pub result: TopicResult,
    #[serde(default)]
    pub note: String,
}

/// An inspection as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = inspections, treat_none_as_null = true)]
pub struct InspectionRow {
    pub id: Id,
    pub ward_id: Id,
    pub kind: InspectionKind,
    pub title: String,
    #[serde(skip)]
    pub search_key: String,
    pub purpose: String,
    pub plan_id: Option<Id>,
    pub section_id: Option<Id>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub lead_unit_id: Id,
    #[serde(serialize_with = "plain")]
    pub members: Json<Vec<InspectionMember>>,
    #[serde(serialize_with = "plain")]
    pub topics: Json<Vec<InspectionTopic>>,
    pub status: InspectionStatus,
    pub status_reason: String,
    pub conclusion: String,
    pub done_on: Option<NaiveDate>,
    pub done_by_id: Option<Id>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

pub(super) fn plain<T: Serialize, S: serde::Serializer>(value: &Json<T>, serializer: S) -> Result<S::Ok, S::Error> {
    let value: &T = value;
    value.serialize(serializer)
}

/// A visit as it is stored: one for each inspected unit, from the day on which the inspection is planned.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = inspection_visits, treat_none_as_null = true)]
pub struct VisitRow {
    pub id: Id,
    pub inspection_id: Id,
    pub unit_id: Id,
    pub visited_on: Option<NaiveDate>,
    pub begun: Option<String>,
    pub ended: Option<String>,
    pub place: String,
    #[serde(serialize_with = "plain")]
    pub present: Json<Vec<InspectionMember>>,
    #[serde(serialize_with = "plain")]
    pub answers: Json<Vec<TopicAnswer>>,
    pub findings: String,
    pub positives: String,
    pub unit_opinion: String,
    pub updated_at: Instant,
    pub version: i32,
}

/// The visit to one unit. No child is named in it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InspectionVisit {
    pub id: Id,
    pub inspection_id: Id,
    pub unit_id: Id,
    pub unit: UnitRef,
    /// None: it is still to come.
    pub visited_on: Option<NaiveDate>,
    #[schema(example = "08:00")]
    pub begun: Option<String>,
    #[schema(example = "10:30")]
    pub ended: Option<String>,
    pub place: String,
    /// Who was there for the unit.
    pub present: Vec<InspectionMember>,
    pub answers: Vec<TopicAnswer>,
    /// Tồn tại, hạn chế.
    pub findings: String,
    /// Ưu điểm.
    pub positives: String,
    /// Ý kiến của đơn vị.
    pub unit_opinion: String,
    pub attachments: Vec<Attachment>,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for InspectionVisit {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// How many recommendations stand where, of those that the reader sees.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct RecommendationCounts {
    pub open: i64,
    /// Open after their day; counted in `open` too.
    pub late: i64,
    pub fixed: i64,
    pub verified: i64,
}

/// An inspection as its reader sees it. An inspected unit sees its own visit and what was asked of itself.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Inspection {
    pub id: Id,
    pub ward_id: Id,
    pub kind: InspectionKind,
    #[schema(example = "Kiểm tra việc thực hiện Tháng hành động vì trẻ em năm 2024")]
    pub title: String,
    pub purpose: String,
    pub plan_id: Option<Id>,
    pub section_id: Option<Id>,
    #[schema(example = "III.4")]
    pub section_path: Option<String>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// Who inspects.
    pub lead_unit_id: Id,
    pub lead_unit: UnitRef,
    /// The first one heads the team.
    pub members: Vec<InspectionMember>,
    pub topics: Vec<InspectionTopic>,
    pub status: InspectionStatus,
    /// Why it was called off.
    pub status_reason: String,
    pub conclusion: String,
    /// The day of the last visit, once it is done.
    pub done_on: Option<NaiveDate>,
    pub done_by: Option<UserRef>,
    /// The inspected units, in the order of their names.
    pub units: Vec<UnitRef>,
    pub visits: Vec<InspectionVisit>,
    pub units_visited: i32,
    pub units_total: i32,
    pub recommendations: RecommendationCounts,
    pub created_by: Option<UserRef>,
    pub allowed_actions: Vec<InspectionAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Inspection {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInspection {
    pub kind: InspectionKind,
    pub title: String,
    #[serde(default)]
    pub purpose: String,
    pub plan_id: Option<Id>,
    pub section_id: Option<Id>,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// The writer's own unit when left out.
    pub lead_unit_id: Option<Id>,
    #[serde(default)]
    pub members: Vec<InspectionMember>,
    /// The plan's own topics when left out.
    pub topics: Option<Vec<InspectionTopic>>,
    /// Who is inspected.
    pub unit_ids: Vec<Id>,
}

/// A merge patch.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = InspectionKind, required = false)]
    pub kind: Option<InspectionKind>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub purpose: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub plan_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub section_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub starts_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub ends_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Id, required = false)]
    pub lead_unit_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub members: Option<Vec<InspectionMember>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub topics: Option<Vec<InspectionTopic>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Vec<Id>, required = false)]
    pub unit_ids: Option<Vec<Id>>,
}

/// A merge patch of a visit: what the team found. Write no child's name.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitChanges {
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub visited_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub begun: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub ended: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub place: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub present: Option<Vec<InspectionMember>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub answers: Option<Vec<TopicAnswer>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub findings: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub positives: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub unit_opinion: Option<String>,
    /// Files that I uploaded, to be kept with the visit.
    #[serde(default)]
    pub add_attachment_ids: Vec<Id>,
    #[serde(default)]
    pub remove_attachment_ids: Vec<Id>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionReason {
    pub reason: String,
}

/// How an inspection ends.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InspectionFinish {
    #[serde(default)]
    pub conclusion: String,
}

/// The filters of the list and of its exports.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InspectionQuery {
    pub kind: Option<InspectionKind>,
    /// One or more states, with commas between.
    pub status: Option<String>,
    /// Inspections of this unit.
    pub unit_id: Option<Id>,
    pub lead_unit_id: Option<Id>,
    pub plan_id: Option<Id>,
    /// Going on on this day or later.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// Going on on this day or earlier.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    /// Done on this day or later.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub done_from: Option<NaiveDate>,
    /// Done on this day or earlier.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub done_to: Option<NaiveDate>,
    /// Words of the title, with or without marks.
    pub q: Option<String>,
    /// `-starts_on` (default), `starts_on`, `-updated_at` or `title`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// What the writer of an inspection chooses from.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InspectionChoices {
    /// The ward's units that are in use.
    pub units: Vec<UnitRef>,
    /// The topics of the plan's part on inspection (III.4), to be changed at will.
    pub topics: Vec<InspectionTopic>,
    /// The plan of the month, and its parts.
    pub plan_id: Option<Id>,
    pub plan_title: Option<String>,
    pub sections: Vec<InspectionSection>,
}

/// A part of the plan that an inspection carries out.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InspectionSection {
    pub id: Id,
    #[schema(example = "III.4")]
    pub path: String,
    pub title: String,
}
