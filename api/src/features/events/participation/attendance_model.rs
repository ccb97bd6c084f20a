//! Bodies and rows of check-in and headcounts.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{EventConsent, EventPeopleCount, ToAsk};
use crate::db::schema::{event_headcounts, event_marks};
use crate::db::types::{Id, Instant};
use crate::features::events::model::EventStatus;
use crate::features::units::model::UnitRef;
use crate::text_enum;

text_enum! {
    /// What a mark says.
    pub enum MarkKind {
        In = "in",
        Out = "out",
        /// The marks before were a mistake: the child is not there.
        None = "none",
    }
}

text_enum! {
    /// What became of one mark.
    pub enum MarkOutcome {
        Saved = "saved",
        /// A later mark stands; this one is kept beside it.
        Kept = "kept",
        /// Was there already: a phone sent it twice.
        Same = "same",
        /// Somebody must be asked first: see `ask`.
        ConsentMissing = "consent_missing",
        /// Parents or child said no.
        Declined = "declined",
        /// On no list, and not within the scope.
        Unknown = "unknown",
    }
}

/// A mark as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_marks)]
pub struct EventMarkRow {
    pub id: Id,
    pub event_id: Id,
    pub child_id: Id,
    pub kind: MarkKind,
    pub note: String,
    pub marked_at: Instant,
    pub marked_by_id: Option<Id>,
    pub grant_id: Option<Id>,
    pub received_at: Instant,
    pub is_current: bool,
}

/// A headcount as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_headcounts)]
pub struct HeadcountRow {
    pub id: Id,
    pub event_id: Id,
    pub counted: i32,
    /// By the register at that moment.
    pub expected: i32,
    pub note: String,
    pub counted_by_id: Option<Id>,
    pub grant_id: Option<Id>,
    pub counted_at: Instant,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventMark {
    /// Of the list, or of somebody within the scope who just came along.
    pub child_id: Id,
    pub kind: MarkKind,
    #[serde(default)]
    pub note: String,
    /// By the phone's clock; now when left out.
    pub marked_at: Option<Instant>,
}

/// Marks as a phone kept them while the network was away.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventMarks {
    pub marks: Vec<EventMark>,
}

/// What became of one mark, and the mark that stands now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventMarked {
    pub child_id: Id,
    pub kind: MarkKind,
    pub result: MarkOutcome,
    /// Who must be asked before the child may come in.
    pub ask: Vec<ToAsk>,
    pub state: Option<MarkKind>,
    pub marked_at: Option<Instant>,
    /// Whoever made the mark that stands.
    pub marked_by: Option<String>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventMarksTaken {
    pub event_id: Id,
    pub counts: EventPeopleCount,
    /// Children who are here beyond the number that was approved; the lead unit and the police were told.
    pub over_by: i64,
    pub marks: Vec<EventMarked>,
}

/// A line of the check-in.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventAttendanceLine {
    pub child_id: Id,
    pub full_name: String,
    pub birth_year: i32,
    pub neighborhood: Option<UnitRef>,
    /// Whom to call.
    pub phone: Option<String>,
    pub medical_warning: String,
    pub can_swim: Option<bool>,
    /// What the child's card says.
    pub code: String,
    pub consent: EventConsent,
    pub ask: Vec<ToAsk>,
    pub state: Option<MarkKind>,
    pub note: String,
    pub marked_at: Option<Instant>,
    pub marked_by: Option<String>,
    /// Came without being registered.
    pub walk_in: bool,
}

/// The check-in of an event, by name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventAttendance {
    pub event_id: Id,
    pub title: String,
    pub place: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub status: EventStatus,
    pub expected_children: i32,
    pub may_mark: bool,
    pub sees_names: bool,
    pub counts: EventPeopleCount,
    pub over_by: i64,
    pub items: Vec<EventAttendanceLine>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHeadcount {
    #[schema(minimum = 0)]
    pub counted: i32,
    #[serde(default)]
    pub note: String,
}

/// Heads that somebody counted, beside what the register said at that moment.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Headcount {
    pub id: Id,
    pub counted: i32,
    pub expected: i32,
    /// Counted less expected: below zero, children are missing.
    pub difference: i32,
    pub note: String,
    pub counted_by: Option<String>,
    pub counted_at: Instant,
}
