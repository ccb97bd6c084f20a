//! Bodies and rows of concerns.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

pub use super::content::{ConcernChild, ConcernParent, Reporter};
use crate::db::schema::concerns;
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// The way on which it came (Mẫu 01, A.1).
    pub enum ReceivedVia {
        Phone = "phone",
        InPerson = "in_person",
        /// Somebody told it on behalf of another.
        ThirdPerson = "third_person",
        Letter = "letter",
        SocialNetwork = "social_network",
        /// The national hotline.
        Hotline111 = "hotline_111",
        Police = "police",
        School = "school",
        Health = "health",
        /// The public form.
        PublicForm = "public_form",
        /// Another commune passed it on.
        OtherCommune = "other_commune",
        Other = "other",
    }
}

text_enum! {
    /// What kind of child the title of Mẫu 01 names.
    pub enum SubjectKind {
        Abused = "abused",
        AtRisk = "at_risk",
        SpecialCircumstances = "special_circumstances",
        Unclear = "unclear",
    }
}

text_enum! {
    /// How great the danger is at first sight, and later by the assessment.
    pub enum DangerLevel {
        /// Serious harm now or at once: the twelve hours.
        Emergency = "emergency",
        High = "high",
        Medium = "medium",
        Low = "low",
        Unknown = "unknown",
    }
}

text_enum! {
    pub enum ConcernStatus {
        Received = "received",
        /// Proposed for no action; a second person decides.
        Screened = "screened",
        OpenedCase = "opened_case",
        Referred = "referred",
        NoAction = "no_action",
        Duplicate = "duplicate",
    }
}

text_enum! {
    /// How a screening ends.
    pub enum ScreeningDecision {
        OpenCase = "open_case",
        JoinCase = "join_case",
        Refer = "refer",
        Duplicate = "duplicate",
        NoAction = "no_action",
    }
}

text_enum! {
    pub enum ConcernAction {
        Edit = "edit",
        Screen = "screen",
        Confirm = "confirm",
        Reject = "reject",
    }
}

/// A concern as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = concerns, treat_none_as_null = true)]
pub struct ConcernRow {
    pub id: Id,
    pub ward_id: Id,
    pub code: String,
    pub year: i32,
    pub number: i32,
    pub received_at: Instant,
    pub told_at: Option<Instant>,
    pub known_at: Instant,
    pub received_via: ReceivedVia,
    pub subject_kind: SubjectKind,
    pub danger_level: DangerLevel,
    pub status: ConcernStatus,
    pub is_public: bool,
    pub is_suspect: bool,
    pub created_by_id: Option<Id>,
    pub unit_id: Option<Id>,
    pub neighborhood_id: Option<Id>,
    pub content: String,
    pub reporter: String,
    pub follow_up_index: Option<String>,
    pub decision: Option<ScreeningDecision>,
    pub screening: String,
    pub screened_by_id: Option<Id>,
    pub screened_at: Option<Instant>,
    pub confirmed_by_id: Option<Id>,
    pub confirmed_at: Option<Instant>,
    pub duplicate_of_id: Option<Id>,
    pub referred_unit_id: Option<Id>,
    pub case_id: Option<Id>,
    pub told_step: i32,
    pub updated_at: Instant,
    pub version: i32,
}

/// A line of the list: nothing that names the child.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConcernLine {
    pub id: Id,
    #[schema(example = "TB-2024-0007")]
    pub code: String,
    pub received_at: Instant,
    pub received_via: ReceivedVia,
    pub subject_kind: SubjectKind,
    pub danger_level: DangerLevel,
    pub status: ConcernStatus,
    pub neighborhood: Option<UnitRef>,
    /// By when an emergency measure must be there, while nothing was decided.
    pub emergency_due_at: Option<Instant>,
    /// Came through the public form, and looks like spam: look at it last, but do look.
    pub is_suspect: bool,
    pub updated_at: Instant,
    pub version: i32,
}

/// A concern as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Concern {
    pub id: Id,
    #[schema(example = "TB-2024-0007")]
    pub code: String,
    /// When the system took it; the clock of twelve hours runs from here, or from `told_at` where that is earlier.
    pub received_at: Instant,
    /// When it was told, where it was typed later.
    pub told_at: Option<Instant>,
    pub received_via: ReceivedVia,
    pub subject_kind: SubjectKind,
    pub danger_level: DangerLevel,
    pub status: ConcernStatus,
    pub narrative: String,
    pub child: ConcernChild,
    pub place: String,
    pub neighborhood: Option<UnitRef>,
    pub condition: String,
    pub consequences: String,
    pub father: ConcernParent,
    pub mother: ConcernParent,
    pub family: String,
    pub carer: String,
    pub actions_taken: String,
    /// For the officer alone; others see whether there is one.
    pub reporter: Option<Reporter>,
    pub has_reporter: bool,
    pub is_public: bool,
    pub is_suspect: bool,
    pub created_by: Option<UserRef>,
    pub emergency_due_at: Option<Instant>,
    /// From here on, for the two ward roles alone.
    pub decision: Option<ScreeningDecision>,
    pub screening_reason: Option<String>,
    /// Why a second person sent a proposal back.
    pub screening_answer: Option<String>,
    pub screened_by: Option<UserRef>,
    pub screened_at: Option<Instant>,
    pub confirmed_by: Option<UserRef>,
    pub confirmed_at: Option<Instant>,
    pub duplicate_of_id: Option<Id>,
    pub referred_to: Option<UnitRef>,
    pub case_id: Option<Id>,
    pub allowed_actions: Vec<ConcernAction>,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Concern {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// Almost everything may be blank: who is in a hurry writes what was said, and saves.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConcern {
    pub narrative: String,
    /// `other` when left out.
    pub received_via: Option<ReceivedVia>,
    /// When it was told, where that was earlier than now.
    pub told_at: Option<Instant>,
    pub subject_kind: Option<SubjectKind>,
    pub danger_level: Option<DangerLevel>,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub child: ConcernChild,
    #[serde(default)]
    pub place: String,
    pub neighborhood_id: Option<Id>,
    #[serde(default)]
    pub condition: String,
    #[serde(default)]
    pub consequences: String,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub father: ConcernParent,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub mother: ConcernParent,
    #[serde(default)]
    pub family: String,
    #[serde(default)]
    pub carer: String,
    #[serde(default)]
    pub actions_taken: String,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub reporter: Option<Reporter>,
}

/// A merge patch: what is heard later is added. The moment of receipt never changes.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcernChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub narrative: Option<String>,
    pub received_via: Option<ReceivedVia>,
    pub subject_kind: Option<SubjectKind>,
    pub danger_level: Option<DangerLevel>,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub child: Option<ConcernChild>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub place: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub neighborhood_id: crate::input::Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub condition: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub consequences: Option<String>,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub father: Option<ConcernParent>,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub mother: Option<ConcernParent>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub family: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub carer: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub actions_taken: Option<String>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcernScreening {
    pub decision: ScreeningDecision,
    /// Required for `no_action` and `refer`.
    #[serde(default)]
    pub reason: String,
    /// The concern that says the same, for `duplicate`.
    pub duplicate_of_id: Option<Id>,
    /// The unit it is passed to, for `refer`; the police see it then.
    pub unit_id: Option<Id>,
    /// The case it belongs to, for `join_case`.
    pub case_id: Option<Id>,
    /// The child of the registry, for `open_case`, where it is known who it is.
    pub child_id: Option<Id>,
}

/// Why a proposal is turned down.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcernReason {
    pub reason: String,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ConcernQuery {
    /// One or more states, with commas between.
    pub status: Option<String>,
    pub danger_level: Option<DangerLevel>,
    pub received_via: Option<ReceivedVia>,
    pub neighborhood_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    /// `-received_at` (default) or `received_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// The list's filters, with words that must not stand in an address.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ConcernSearch {
    /// A name, a place, words of the narrative, or a code.
    pub q: String,
    pub status: Option<String>,
    pub limit: Option<i64>,
}

/// What the public form sends.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicConcern {
    pub narrative: String,
    /// The ward's code; may be left out where the installation has one.
    pub ward: Option<String>,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub child: ConcernChild,
    #[serde(default)]
    pub place: String,
    /// Somebody is in danger now.
    #[serde(default)]
    pub urgent: bool,
    /// Left out by whoever wants no name.
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub reporter: Option<Reporter>,
    /// Hidden from people: only programs fill it.
    #[serde(default)]
    pub website: String,
    /// The answer to a challenge, where the server asked for one.
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub proof: Option<Proof>,
}

/// A number that took some work to find.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    pub challenge: String,
    pub nonce: u64,
}

/// A task for the sender's machine: a number whose SHA-256 behind the challenge begins with so many zero bits.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Challenge {
    pub challenge: String,
    pub bits: u32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConcernReceipt {
    /// To ask later how far it is. Shown once; it says nothing about the child.
    #[schema(example = "7K3M-9QWD-2XTB")]
    pub code: String,
}

text_enum! {
    /// How far it is, for whoever sent it; no more than that.
    pub enum FollowUpStatus {
        Received = "received",
        InProgress = "in_progress",
        Done = "done",
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConcernFollowUp {
    pub status: FollowUpStatus,
    pub message: String,
}
