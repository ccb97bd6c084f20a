//! Rows of safety plans.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::schema::safety_plans;
use crate::db::types::{Id, Instant, Json};
use crate::features::events::model::{EventConditions, EventKind, EventStatus, MapPoint, SafetyReason};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// `requested → drafted → approved`, or back as `returned`.
    pub enum SafetyStatus {
        Requested = "requested",
        Drafted = "drafted",
        Approved = "approved",
        Returned = "returned",
    }
}

text_enum! {
    pub enum SafetyAnswer {
        /// Not looked at yet.
        Open = "open",
        Ready = "ready",
        Missing = "missing",
        NotNeeded = "not_needed",
    }
}

text_enum! {
    /// What the reader of a safety plan may do with it now.
    pub enum SafetyAction {
        /// Fill it in: `POST`.
        Draft = "draft",
        /// Change it: `PATCH`.
        Edit = "edit",
        Approve = "approve",
        Return = "return",
    }
}

text_enum! {
    /// How heavy the heaviest danger is: up to 5, up to 14, from 15 on.
    pub enum RiskLevel {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}

/// A point of the checklist. The template is data (`safety/template.rs`); what was answered stays with the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyItem {
    #[schema(example = "first_aid")]
    pub topic: String,
    #[schema(example = "Có nhân viên y tế và tủ thuốc tại chỗ")]
    pub label: String,
    pub answer: SafetyAnswer,
    /// How, in words.
    #[serde(default)]
    pub note: String,
    /// Who answers for it.
    #[serde(default)]
    pub who: String,
}

/// A danger with its weight: likelihood × harm, 1 to 25.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyRisk {
    pub what: String,
    #[schema(minimum = 1, maximum = 5)]
    pub likelihood: i32,
    #[schema(minimum = 1, maximum = 5)]
    pub harm: i32,
    /// What is done against it.
    #[serde(default)]
    pub measure: String,
}

/// Who stands where, and how to reach them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyOfficer {
    pub name: String,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    #[schema(example = "Chốt giao thông cổng trường")]
    pub duty: String,
    /// May be missing in a draft.
    #[serde(default)]
    #[schema(example = "0912345678")]
    pub phone: String,
}

/// What the police approved: bigger, elsewhere or more dangerous is another event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Covered {
    pub place: String,
    pub people: i32,
    pub conditions: EventConditions,
    pub at_night: bool,
    /// The day and hours, for a single event; a series is covered as a whole.
    pub starts_at: Option<Instant>,
    pub ends_at: Option<Instant>,
}

/// A safety plan as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = safety_plans, treat_none_as_null = true)]
pub struct SafetyPlanRow {
    pub id: Id,
    pub ward_id: Id,
    pub event_id: Id,
    pub status: SafetyStatus,
    pub items: Json<Vec<SafetyItem>>,
    pub risks: Json<Vec<SafetyRisk>>,
    pub officers: Json<Vec<SafetyOfficer>>,
    pub note: String,
    pub return_reason: String,
    pub decision_number: String,
    pub decision_date: Option<NaiveDate>,
    pub covers: Json<Covered>,
    pub drafted_by_id: Option<Id>,
    pub drafted_at: Option<Instant>,
    pub decided_by_id: Option<Id>,
    pub decided_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A safety plan as its event shows it, to whoever may see the event.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafetyPlanRef {
    pub status: SafetyStatus,
    /// Approved, and for an event as it stands now.
    pub holds: bool,
    pub decision_number: String,
    pub decision_date: Option<NaiveDate>,
}

/// A topic of the template with its points.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafetyTopic {
    #[schema(example = "first_aid")]
    pub topic: String,
    #[schema(example = "Y tế, sơ cấp cứu")]
    pub name: String,
    /// Must be answered before the plan of this event is approved.
    pub required: bool,
    pub points: Vec<String>,
}

/// A required point that is not ready, or a required topic of which all points are without need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SafetyGap {
    pub topic: String,
    pub label: String,
    pub answer: SafetyAnswer,
}

/// Children and adults beside the ward's rule: a warning, no bar. Of a series the session that lacks most.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafetyCare {
    pub children: i32,
    pub adults: i32,
    pub by_water: bool,
    /// Children whom one adult can look after here.
    pub children_per_adult: i32,
    pub adults_needed: i32,
    pub is_enough: bool,
}

/// The event in short.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafetyEvent {
    pub id: Id,
    pub title: String,
    pub kind: EventKind,
    pub status: EventStatus,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub place: String,
    pub point: Option<MapPoint>,
    pub lead_unit: Option<UnitRef>,
    pub expected_children: i32,
    pub expected_adults: i32,
    pub conditions: EventConditions,
    pub safety_plan_required: bool,
    pub reasons: Vec<SafetyReason>,
    /// How many share the plan; 1 for a single event.
    pub sessions: i32,
}

/// What a plan begins with.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafetyTemplate {
    pub version: i32,
    pub topics: Vec<SafetyTopic>,
    /// Dangers to think of.
    pub risks: Vec<SafetyRisk>,
    pub care: SafetyCare,
    pub event: SafetyEvent,
    pub allowed_actions: Vec<SafetyAction>,
}

/// A safety plan as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafetyPlan {
    pub id: Id,
    /// The event that holds it: of a series its first session.
    pub event_id: Id,
    pub event: SafetyEvent,
    pub status: SafetyStatus,
    /// Approved, and for this event as it stands now.
    pub holds: bool,
    pub items: Vec<SafetyItem>,
    pub risks: Vec<SafetyRisk>,
    pub officers: Vec<SafetyOfficer>,
    pub note: String,
    /// The heaviest danger: likelihood × harm, 0 without any.
    pub score: i32,
    pub level: RiskLevel,
    /// What keeps the checklist from being approved.
    pub open: Vec<SafetyGap>,
    pub care: SafetyCare,
    pub return_reason: String,
    #[schema(example = "12/PA-CAP")]
    pub decision_number: String,
    pub decision_date: Option<NaiveDate>,
    pub drafted_by: Option<UserRef>,
    pub drafted_at: Option<Instant>,
    pub decided_by: Option<UserRef>,
    pub decided_at: Option<Instant>,
    pub allowed_actions: Vec<SafetyAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for SafetyPlan {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// A line of the desk: what waits, for which event.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SafetyPlanLine {
    pub id: Id,
    pub event: SafetyEvent,
    pub status: SafetyStatus,
    pub score: i32,
    pub level: RiskLevel,
    /// The next session; of a single event its own beginning.
    pub next_at: Instant,
    pub days_left: i64,
    /// Not approved, and nearer than the ward's days for the police.
    pub late: bool,
    pub drafted_by: Option<UserRef>,
    pub drafted_at: Option<Instant>,
    pub version: i32,
}
