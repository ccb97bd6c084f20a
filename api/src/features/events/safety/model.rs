//! Rows of safety plans.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::schema::safety_plans;
use crate::db::types::{Id, Instant, Json};
use crate::features::events::model::EventConditions;
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
    #[schema(example = "Chốt giao thông cổng trường")]
    pub duty: String,
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
