//! What people send about events.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::{
    BudgetLine, EventConditions, EventDetails, EventKind, EventOutcome, EventRef, MapPoint, SafetyReason,
};
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// How often a series comes back.
    pub enum RepeatEvery {
        Day = "day",
        Week = "week",
    }
}

/// More sessions of the same event, at the same hour.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventRepeat {
    pub every: RepeatEvery,
    /// For `week`: 1 Monday … 7 Sunday; the first session's own day when empty.
    #[serde(default)]
    pub weekdays: Vec<u32>,
    /// The last day that may have a session.
    pub until: NaiveDate,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEvent {
    pub title: String,
    pub kind: EventKind,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub place: String,
    pub point: Option<MapPoint>,
    pub neighborhood_id: Option<Id>,
    /// The actor's own unit when left out.
    pub lead_unit_id: Option<Id>,
    #[serde(default)]
    pub joining_unit_ids: Vec<Id>,
    pub section_id: Option<Id>,
    pub task_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub details: EventDetails,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub conditions: EventConditions,
    #[schema(minimum = 0)]
    pub expected_children: i32,
    #[serde(default)]
    #[schema(minimum = 0)]
    pub expected_adults: i32,
    #[serde(default)]
    pub budget: Vec<BudgetLine>,
    #[serde(default)]
    pub is_public: bool,
    pub repeat: Option<EventRepeat>,
}

/// A merge patch. After approval, what makes an event bigger, moves it or makes it more dangerous takes the approval
/// back.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = EventKind, required = false)]
    pub kind: Option<EventKind>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Instant, required = false)]
    pub starts_at: Option<Instant>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Instant, required = false)]
    pub ends_at: Option<Instant>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub place: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<MapPoint>)]
    pub point: Patch<MapPoint>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub neighborhood_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Id, required = false)]
    pub lead_unit_id: Option<Id>,
    pub joining_unit_ids: Option<Vec<Id>>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub section_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub task_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub details: Option<EventDetails>,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub conditions: Option<EventConditions>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = i32, required = false, minimum = 0)]
    pub expected_children: Option<i32>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = i32, required = false, minimum = 0)]
    pub expected_adults: Option<i32>,
    pub budget: Option<Vec<BudgetLine>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = bool, required = false)]
    pub is_public: Option<bool>,
}

/// A step of an event.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventStep {
    /// The later sessions of the series, too.
    #[serde(default)]
    pub following: bool,
}

/// A step that must say why.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventReason {
    pub reason: String,
    /// The later sessions of the series, too.
    #[serde(default)]
    pub following: bool,
}

/// How many came.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventHeld {
    #[schema(minimum = 0)]
    pub actual_children: i32,
    #[schema(minimum = 0)]
    pub actual_adults: i32,
}

/// The event's report.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventReport {
    #[serde(deserialize_with = "crate::input::object")]
    pub outcome: EventOutcome,
    /// What was spent, by source.
    #[serde(default)]
    pub budget: Vec<BudgetLine>,
    #[serde(default)]
    pub attachment_ids: Vec<Id>,
}

/// The filters of list, calendar, feed and export.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EventQuery {
    /// Events that are still going on this day, or later.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// Events that begin this day at the latest.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    /// One or several, with commas between; without it all but the cancelled ones.
    pub status: Option<String>,
    /// One or several, with commas between.
    pub kind: Option<String>,
    /// A unit that leads or takes part.
    pub unit_id: Option<Id>,
    pub neighborhood_id: Option<Id>,
    pub task_id: Option<Id>,
    pub series_id: Option<Id>,
    /// Only those that must have a safety plan and have none that is approved (or, with `false`, all the others).
    pub without_safety_plan: Option<bool>,
    pub q: Option<String>,
    /// `starts_at` (default), `-starts_at` or `-updated_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// An event as it is being planned: what stands in its way?
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventDraft {
    /// The event itself, where it is there already.
    pub id: Option<Id>,
    pub kind: EventKind,
    pub starts_at: Instant,
    pub ends_at: Instant,
    #[serde(default)]
    pub place: String,
    pub neighborhood_id: Option<Id>,
    pub lead_unit_id: Option<Id>,
    #[serde(default)]
    pub joining_unit_ids: Vec<Id>,
    /// Names of those in charge.
    #[serde(default)]
    pub staff: Vec<String>,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub conditions: EventConditions,
    #[serde(default)]
    pub expected_children: i32,
    #[serde(default)]
    pub expected_adults: i32,
}

text_enum! {
    /// In what two events are in each other's way.
    pub enum ConflictKind {
        Place = "place",
        Unit = "unit",
        Neighborhood = "neighborhood",
        Staff = "staff",
        /// More at once than the ward's officers can look after.
        TooMany = "too_many",
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventConflict {
    pub kind: ConflictKind,
    pub event: EventRef,
    /// The unit that both need.
    pub unit: Option<UnitRef>,
    /// Whoever is in charge of both.
    pub person: String,
}

/// What planning must know.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventCheck {
    pub conflicts: Vec<EventConflict>,
    pub safety_plan_required: bool,
    pub safety_reasons: Vec<SafetyReason>,
    /// On a day off or a weekend.
    pub on_day_off: bool,
}
