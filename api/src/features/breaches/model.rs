//! Bodies and rows of violations of personal data.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::{breach_measures, breaches};
use crate::db::types::{Id, Instant, Json};
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// What went wrong.
    pub enum BreachKind {
        LostDevice = "lost_device",
        /// A list sent to the wrong group or the wrong person.
        WrongRecipient = "wrong_recipient",
        /// Somebody looked who had no need to.
        UnauthorisedLook = "unauthorised_look",
        StolenAccount = "stolen_account",
        LostPaper = "lost_paper",
        Published = "published",
        AlteredOrDestroyed = "altered_or_destroyed",
        Other = "other",
    }
}

text_enum! {
    /// What kinds of data are touched.
    pub enum BreachData {
        Identity = "identity",
        Health = "health",
        CaseFile = "case_file",
        Photo = "photo",
        Contact = "contact",
        Account = "account",
        Other = "other",
    }
}

text_enum! {
    /// Whether people may come to harm: only then must the authority be told.
    pub enum BreachHarm {
        NoneLikely = "none_likely",
        MayHarm = "may_harm",
    }
}

text_enum! {
    pub enum BreachStatus {
        Open = "open",
        Assessed = "assessed",
        Notified = "notified",
        Closed = "closed",
    }
}

text_enum! {
    pub enum BreachAction {
        Edit = "edit",
        Assess = "assess",
        Notify = "notify",
        AddMeasure = "add_measure",
        TellPeople = "tell_people",
        Close = "close",
        Reopen = "reopen",
    }
}

text_enum! {
    pub enum BreachClockState {
        Running = "running",
        /// The last sixth of the time.
        Soon = "soon",
        Late = "late",
        Met = "met",
        MetLate = "met_late",
        /// Found harmless: nobody must be told.
        NotNeeded = "not_needed",
    }
}

/// A violation as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = breaches, treat_none_as_null = true)]
pub struct BreachRow {
    pub id: Id,
    pub ward_id: Id,
    pub code: String,
    pub year: i32,
    pub number: i32,
    pub discovered_at: Instant,
    pub due_at: Instant,
    pub kind: BreachKind,
    pub status: BreachStatus,
    pub data_kinds: Json<Vec<BreachData>>,
    pub people_count: Option<i64>,
    pub children_touched: Option<bool>,
    pub harm: Option<BreachHarm>,
    /// Sealed; see [`super::content`].
    pub content: String,
    pub reported_by_id: Option<Id>,
    pub assessed_by_id: Option<Id>,
    pub assessed_at: Option<Instant>,
    pub notified_by_id: Option<Id>,
    pub notified_at: Option<Instant>,
    pub people_told_by_id: Option<Id>,
    pub people_told_at: Option<Instant>,
    pub closed_by_id: Option<Id>,
    pub closed_at: Option<Instant>,
    pub clock_stopped_at: Option<Instant>,
    pub told_step: i32,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = breach_measures)]
pub struct MeasureRow {
    pub id: Id,
    pub breach_id: Id,
    pub done_at: Instant,
    /// Sealed.
    pub content: String,
    pub recorded_by_id: Option<Id>,
    pub created_at: Instant,
}

/// The clock from discovery to the notice.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BreachClock {
    pub state: BreachClockState,
    pub starts_at: Instant,
    pub due_at: Instant,
    /// Whole hours that are left while it runs; negative when it ran out.
    pub hours_left: Option<i64>,
}

/// A line of the register: nothing of what is told in words.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BreachLine {
    pub id: Id,
    #[schema(example = "VP-2024-0001")]
    pub code: String,
    pub kind: BreachKind,
    pub status: BreachStatus,
    pub discovered_at: Instant,
    /// Absent for who only reported it.
    pub clock: Option<BreachClock>,
    /// Absent while nobody has decided, and for who only reported it.
    pub harm: Option<BreachHarm>,
    pub children_touched: Option<bool>,
    pub reported_by: Option<UserRef>,
    pub updated_at: Instant,
    pub version: i32,
}

/// What was done about it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BreachMeasure {
    pub id: Id,
    pub done_at: Instant,
    pub text: String,
    pub recorded_by: Option<UserRef>,
}

/// How the authority was told.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BreachNotified {
    pub notified_at: Instant,
    /// The number of the paper.
    pub number: String,
    pub authority: String,
    pub is_late: bool,
    pub late_reason: String,
    pub by: Option<UserRef>,
}

/// How the people concerned were told.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BreachPeopleTold {
    pub told_at: Instant,
    pub how: String,
    pub by: Option<UserRef>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BreachClosed {
    pub closed_at: Instant,
    pub summary: String,
    pub by: Option<UserRef>,
}

/// A violation as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DataBreach {
    pub id: Id,
    #[schema(example = "VP-2024-0001")]
    pub code: String,
    pub kind: BreachKind,
    pub status: BreachStatus,
    pub discovered_at: Instant,
    /// For who only reported it, while these are still their own words.
    pub what_happened: Option<String>,
    pub data_kinds: Vec<BreachData>,
    /// At least so many people, as far as it is known.
    pub people_count: Option<i64>,
    pub children_touched: Option<bool>,
    pub reported_by: Option<UserRef>,
    /// From here on, for those who work on it alone.
    pub clock: Option<BreachClock>,
    pub harm: Option<BreachHarm>,
    /// What may come of it, or why nothing will.
    pub harm_reason: Option<String>,
    pub assessed_by: Option<UserRef>,
    pub assessed_at: Option<Instant>,
    pub measures: Vec<BreachMeasure>,
    pub notified: Option<BreachNotified>,
    pub people_told: Option<BreachPeopleTold>,
    pub closed: Option<BreachClosed>,
    /// Why a closed one was opened again, the last time.
    pub reopen_reason: Option<String>,
    /// To whom a notice goes where nothing else is said.
    pub authority: Option<String>,
    pub allowed_actions: Vec<BreachAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for DataBreach {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// Three things are enough: who has just lost a phone has no time for more.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDataBreach {
    pub kind: BreachKind,
    pub what_happened: String,
    /// When somebody of the ward learned of it; the clock starts there.
    pub discovered_at: Instant,
    #[serde(default)]
    pub data_kinds: Vec<BreachData>,
    #[schema(minimum = 0)]
    pub people_count: Option<i64>,
    pub children_touched: Option<bool>,
}

/// A merge patch.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DataBreachChanges {
    pub kind: Option<BreachKind>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub what_happened: Option<String>,
    /// Moves the clock; not once the authority was told. The log keeps what stood here before.
    pub discovered_at: Option<Instant>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub data_kinds: Option<Vec<BreachData>>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<i64>)]
    pub people_count: Patch<i64>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<bool>)]
    pub children_touched: Patch<bool>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreachAssessment {
    /// `none_likely` is the leader's to say: it stops the clock.
    pub harm: BreachHarm,
    /// What may come of it, or why nothing will.
    pub reason: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreachNotice {
    pub notified_at: Instant,
    /// The number of the paper.
    pub number: String,
    /// The ward's setting when left out.
    pub authority: Option<String>,
    /// Required where it was told late.
    #[serde(default)]
    pub late_reason: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBreachMeasure {
    pub text: String,
    /// Now when left out.
    pub done_at: Option<Instant>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreachTelling {
    pub told_at: Instant,
    pub how: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreachClosing {
    pub summary: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BreachReopening {
    pub reason: String,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DataBreachQuery {
    pub status: Option<BreachStatus>,
    pub kind: Option<BreachKind>,
    /// Those whose clock runs, or the others.
    pub clock_runs: Option<bool>,
    /// `-discovered_at` (default) or `due_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
