//! Rows of events, and how their reader sees them.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::safety::model::SafetyPlanRef;
use crate::attachments::Attachment;
use crate::db::schema::{event_units, events};
use crate::db::types::{Id, Instant, Json};
use crate::features::tasks::model::TaskRef;
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    pub enum EventKind {
        /// Lễ phát động.
        Launch = "launch",
        /// Ngày hội, liên hoan.
        Festival = "festival",
        /// Trại hè.
        Camp = "camp",
        /// Lớp dạy bơi.
        SwimmingClass = "swimming_class",
        /// Diễn đàn trẻ em (Circular 29/2019).
        Forum = "forum",
        /// Lớp kỹ năng, tập huấn.
        SkillsClass = "skills_class",
        /// Thăm hỏi, tặng quà.
        GiftVisit = "gift_visit",
        /// Khám sức khỏe.
        HealthCheck = "health_check",
        /// Thể dục, thể thao.
        Sport = "sport",
        /// Tham quan, dã ngoại.
        Excursion = "excursion",
        /// Ngày Gia đình Việt Nam 28/6.
        FamilyDay = "family_day",
        /// Truyền thông trực tiếp.
        Communication = "communication",
        /// Họp.
        Meeting = "meeting",
        Other = "other",
    }
}

text_enum! {
    /// `draft → proposed → approved → held → reported`; before it is held `→ cancelled`.
    pub enum EventStatus {
        Draft = "draft",
        Proposed = "proposed",
        Approved = "approved",
        Held = "held",
        Reported = "reported",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// What the reader of an event may do with it now.
    pub enum EventAction {
        Edit = "edit",
        Propose = "propose",
        Approve = "approve",
        Return = "return",
        Hold = "hold",
        Report = "report",
        Cancel = "cancel",
    }
}

text_enum! {
    /// Where money comes from (part IV of the plan).
    pub enum BudgetSource {
        /// Ngân sách nhà nước.
        State = "state",
        /// Vận động, xã hội hóa.
        Mobilised = "mobilised",
    }
}

text_enum! {
    /// Why an event needs a safety plan.
    pub enum SafetyReason {
        Crowd = "crowd",
        Water = "water",
        Night = "night",
        Road = "road",
        Fire = "fire",
    }
}

/// A place on the map, in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MapPoint {
    #[schema(minimum = -90, maximum = 90)]
    pub lat: f64,
    #[schema(minimum = -180, maximum = 180)]
    pub lng: f64,
}

/// Somebody in charge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventPerson {
    pub name: String,
    #[schema(example = "0912345678")]
    pub phone: Option<String>,
    #[serde(default)]
    #[schema(example = "Phụ trách chung")]
    pub duty: String,
}

/// A line of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeLine {
    #[schema(example = "07:30")]
    pub time: Option<String>,
    pub what: String,
    #[serde(default)]
    pub who: String,
}

/// What must be made known before (Circular 27/2022, art. 4), and what only its reader needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EventDetails {
    /// Mục đích, yêu cầu.
    pub purpose: String,
    pub programme: Vec<ProgrammeLine>,
    /// Đối tượng.
    #[schema(example = "Trẻ em từ 6 đến 15 tuổi của phường")]
    pub audience: String,
    /// Hình thức tổ chức.
    pub form: String,
    pub staff: Vec<EventPerson>,
    /// What families pay or bring.
    pub contribution: String,
    pub note: String,
    /// Children who can take part; without it registration is not limited.
    pub capacity: Option<i32>,
}

/// What makes an event dangerous by itself; night is seen from its hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EventConditions {
    /// In, on or beside water.
    pub near_water: bool,
    /// On a road or pavement, or a march along one.
    pub on_road: bool,
    /// Campfire, cooking, fireworks, stage effects.
    pub with_fire: bool,
    pub outdoors: bool,
}

/// Money in đồng.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BudgetLine {
    pub source: BudgetSource,
    #[schema(minimum = 0)]
    pub planned: i64,
    #[serde(default)]
    #[schema(minimum = 0)]
    pub spent: i64,
    #[serde(default)]
    pub note: String,
}

/// How it went, after it was held.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EventOutcome {
    pub summary: String,
    /// Tồn tại, hạn chế.
    pub shortcomings: String,
    /// Đề xuất, kiến nghị.
    pub proposals: String,
}

/// Who approved, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Approval {
    pub by_id: Option<Id>,
    pub at: Option<Instant>,
}

/// An event as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = events, treat_none_as_null = true)]
pub struct EventRow {
    pub id: Id,
    pub ward_id: Id,
    pub series_id: Option<Id>,
    pub title: String,
    pub search_key: String,
    pub kind: EventKind,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub place: String,
    pub point: Json<Option<MapPoint>>,
    pub neighborhood_id: Option<Id>,
    pub lead_unit_id: Id,
    pub created_unit_id: Option<Id>,
    pub section_id: Option<Id>,
    pub task_id: Option<Id>,
    pub status: EventStatus,
    pub status_reason: String,
    pub details: Json<EventDetails>,
    pub conditions: Json<EventConditions>,
    pub expected_children: i32,
    pub expected_adults: i32,
    pub actual_children: Option<i32>,
    pub actual_adults: Option<i32>,
    pub budget: Json<Vec<BudgetLine>>,
    pub outcome: Json<EventOutcome>,
    pub is_public: bool,
    pub safety_plan_required: bool,
    pub approval: Json<Approval>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl EventRow {
    /// The event that holds the safety plan: of a series its first session.
    pub fn plan_holder(&self) -> &Id {
        self.series_id.as_ref().unwrap_or(&self.id)
    }
}

/// A unit that takes part, as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_units)]
pub struct EventUnitRow {
    pub event_id: Id,
    pub unit_id: Id,
}

/// An event as other rows show it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventRef {
    pub id: Id,
    pub title: String,
    pub starts_at: Instant,
    pub status: EventStatus,
}

/// An event as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Event {
    pub id: Id,
    pub ward_id: Id,
    /// Shared by the sessions of a series.
    pub series_id: Option<Id>,
    pub title: String,
    pub kind: EventKind,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub place: String,
    pub point: Option<MapPoint>,
    pub neighborhood_id: Option<Id>,
    pub neighborhood: Option<UnitRef>,
    pub lead_unit_id: Id,
    pub lead_unit: Option<UnitRef>,
    pub joining_unit_ids: Vec<Id>,
    pub joining_units: Vec<UnitRef>,
    pub section_id: Option<Id>,
    pub task_id: Option<Id>,
    pub task: Option<TaskRef>,
    pub status: EventStatus,
    /// Why it was returned or cancelled, or what changed since its approval.
    pub status_reason: String,
    pub details: EventDetails,
    pub conditions: EventConditions,
    pub expected_children: i32,
    pub expected_adults: i32,
    pub actual_children: Option<i32>,
    pub actual_adults: Option<i32>,
    pub budget: Vec<BudgetLine>,
    pub outcome: EventOutcome,
    /// Stands in the public programme once it is approved.
    pub is_public: bool,
    pub safety_plan_required: bool,
    pub safety_reasons: Vec<SafetyReason>,
    pub safety_plan: Option<SafetyPlanRef>,
    pub approved_by: Option<UserRef>,
    pub approved_at: Option<Instant>,
    pub created_by: Option<UserRef>,
    pub allowed_actions: Vec<EventAction>,
    pub attachments: Vec<Attachment>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Event {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}
