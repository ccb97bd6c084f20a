//! Registrations and opinions: rows, bodies, and how their reader sees them.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::schema::{event_opinions, event_registrations};
use crate::db::types::{Id, Instant};
use crate::features::summer::session_model::SummerConsent;
use crate::features::units::model::UnitRef;
use crate::text_enum;

text_enum! {
    pub enum RegistrationStatus {
        Registered = "registered",
        /// No place is free; the first in the row moves up when one is.
        Waiting = "waiting",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// Who takes a child out: a child may itself (Circular 27/2022).
    pub enum WithdrawnBy {
        Child = "child",
        Parents = "parents",
        Organiser = "organiser",
    }
}

text_enum! {
    /// Whether a child may take part, by what was said.
    pub enum EventConsent {
        Agreed = "agreed",
        Declined = "declined",
        /// Somebody was not asked yet: see `ask`.
        Missing = "missing",
    }
}

text_enum! {
    /// Who must still be asked.
    pub enum ToAsk {
        Parents = "parents",
        /// Seven or older on the day.
        Child = "child",
    }
}

/// A registration as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_registrations, treat_none_as_null = true)]
pub struct RegistrationRow {
    pub event_id: Id,
    pub child_id: Id,
    pub status: RegistrationStatus,
    /// The unit that registered the child.
    pub unit_id: Option<Id>,
    pub registered_by_id: Option<Id>,
    pub registered_at: Instant,
    /// First come, first served.
    pub place: i32,
    pub cancelled_at: Option<Instant>,
    pub cancelled_by: Option<WithdrawnBy>,
    pub cancel_reason: String,
}

/// An opinion as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_opinions, treat_none_as_null = true)]
pub struct EventOpinionRow {
    pub event_id: Id,
    pub child_id: Id,
    pub parents: SummerConsent,
    pub child_says: Option<SummerConsent>,
    pub asked_on: NaiveDate,
    pub method: String,
    pub note: String,
    pub recorded_by_id: Option<Id>,
    pub updated_at: Instant,
}

/// Children to register, all of them within the caller's scope.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEventRegistrations {
    #[serde(default)]
    pub child_ids: Vec<Id>,
    /// All children of a neighborhood, between these years of birth.
    pub neighborhood_id: Option<Id>,
    pub birth_year_from: Option<i32>,
    pub birth_year_to: Option<i32>,
    /// All members of a summer group.
    pub group_id: Option<Id>,
}

/// What became of a registration.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventRegistered {
    pub event_id: Id,
    pub registered: i64,
    /// Put on the waiting list.
    pub waiting: i64,
    /// Were registered or waiting before.
    pub already: i64,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventWithdrawal {
    pub by: WithdrawnBy,
    #[schema(example = "Cháu bận ôn thi")]
    pub reason: String,
}

/// What became of a withdrawal.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventWithdrawn {
    pub event_id: Id,
    pub child_id: Id,
    /// Children of the waiting list who have a place now.
    pub moved_up: i64,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEventOpinion {
    pub child_id: Id,
    pub parents: SummerConsent,
    /// What a child of seven or older said itself.
    pub child: Option<SummerConsent>,
    /// Today when left out.
    pub asked_on: Option<NaiveDate>,
    #[serde(default)]
    #[schema(example = "Phiếu hỏi")]
    pub method: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEventOpinions {
    pub opinions: Vec<NewEventOpinion>,
}

/// How many opinions were written down.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventOpinionsRecorded {
    pub event_id: Id,
    pub recorded: i64,
}

/// A registered child as an activity needs to know them.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventRegistration {
    pub child_id: Id,
    pub full_name: String,
    pub birth_year: i32,
    pub neighborhood: Option<UnitRef>,
    /// Whom to call.
    pub phone: Option<String>,
    pub medical_warning: String,
    pub can_swim: Option<bool>,
    pub status: RegistrationStatus,
    /// In the row of those who wait, from 1.
    pub queue: Option<i64>,
    pub consent: EventConsent,
    pub ask: Vec<ToAsk>,
    /// Seven or older on the day of the event.
    pub must_be_asked: bool,
    pub parents: Option<SummerConsent>,
    pub child: Option<SummerConsent>,
    pub opinion_note: String,
    pub unit: Option<UnitRef>,
    pub registered_at: Instant,
    pub cancelled_by: Option<WithdrawnBy>,
    pub cancel_reason: String,
}

/// The event's children in numbers: what everybody may see who sees the event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventPeopleCount {
    pub registered: i64,
    pub waiting: i64,
    pub cancelled: i64,
    /// Registered, and somebody must still be asked.
    pub consent_missing: i64,
    /// Registered, and parents or child said no.
    pub declined: i64,
    /// Checked in, whether or not they left since.
    pub came: i64,
    pub here: i64,
    pub left: i64,
}

/// Adults for the registered children, by their ages and by water.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventAdults {
    pub needed: i64,
    pub helpers: i64,
    pub expected: i64,
    /// Still to be found.
    pub missing: i64,
}

/// Who takes part, by name as far as the reader's right goes.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventRegistrations {
    pub event_id: Id,
    pub counts: EventPeopleCount,
    /// Children who can take part; without it nobody waits.
    pub capacity: Option<i32>,
    /// What the event is approved for, or proposed.
    pub expected_children: i32,
    pub adults: EventAdults,
    /// The event takes registrations still.
    pub open: bool,
    /// It does, and the reader may register.
    pub may_register: bool,
    /// The reader organises the event: helpers, grants, every child.
    pub may_manage: bool,
    /// Names are shown: of all children, or of those within the reader's scope.
    pub sees_names: bool,
    pub items: Vec<EventRegistration>,
}

/// A card for a child to wear; the code means nothing outside of this event.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventCard {
    pub child_id: Id,
    pub full_name: String,
    pub neighborhood: Option<UnitRef>,
    #[schema(example = "K7MQ-2XPA")]
    pub code: String,
}
