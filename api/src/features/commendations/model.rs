//! Bodies and rows of commendations and of the decisions that hold them.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::{commendation_decisions, commendations};
use crate::db::types::{Id, Instant};
use crate::features::tasks::model::TaskRef;
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// Who is commended: never a child.
    pub enum CommendedKind {
        /// Đơn vị của phường.
        Unit = "unit",
        /// Tập thể.
        Group = "group",
        /// Cá nhân (người lớn).
        Person = "person",
    }
}

text_enum! {
    /// `proposed → decided → awarded`; `proposed → declined` or `withdrawn`.
    pub enum CommendationStatus {
        Proposed = "proposed",
        Decided = "decided",
        Awarded = "awarded",
        Declined = "declined",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What the reader may do with it now.
    pub enum CommendationAction {
        Edit = "edit",
        Decide = "decide",
        Decline = "decline",
        Withdraw = "withdraw",
        Award = "award",
    }
}

/// A commendation as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = commendations, treat_none_as_null = true)]
pub struct CommendationRow {
    pub id: Id,
    pub ward_id: Id,
    pub plan_id: Option<Id>,
    pub kind: CommendedKind,
    pub unit_id: Option<Id>,
    pub name: String,
    pub position: String,
    #[serde(skip)]
    pub search_key: String,
    pub form: String,
    pub achievement: String,
    pub status: CommendationStatus,
    pub status_reason: String,
    pub decision_id: Option<Id>,
    pub awarded_on: Option<NaiveDate>,
    pub awarded_at: String,
    pub proposed_on: NaiveDate,
    pub proposed_unit_id: Id,
    pub proposed_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A decision as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = commendation_decisions)]
pub struct DecisionRow {
    pub id: Id,
    pub ward_id: Id,
    pub number: Option<i32>,
    pub title: String,
    pub decided_on: NaiveDate,
    pub decided_by_id: Option<Id>,
    pub acting_for_id: Option<Id>,
    pub created_at: Instant,
    pub version: i32,
}

/// A commendation as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Commendation {
    pub id: Id,
    pub ward_id: Id,
    pub plan_id: Option<Id>,
    pub kind: CommendedKind,
    /// The unit that is commended, or that the group or person belongs to.
    pub unit_id: Option<Id>,
    pub unit: Option<UnitRef>,
    #[schema(example = "Khu phố 3")]
    pub name: String,
    /// Of a person.
    pub position: String,
    #[schema(example = "Giấy khen")]
    pub form: String,
    pub achievement: String,
    /// The accepted tasks that it rests on.
    pub tasks: Vec<TaskRef>,
    pub status: CommendationStatus,
    /// Why it was declined or withdrawn.
    pub status_reason: String,
    pub decision_id: Option<Id>,
    pub decision: Option<CommendationDecision>,
    pub awarded_on: Option<NaiveDate>,
    /// On which occasion it was handed over.
    pub awarded_at: String,
    pub proposed_on: NaiveDate,
    pub proposed_unit: Option<UnitRef>,
    pub proposed_by: Option<UserRef>,
    pub allowed_actions: Vec<CommendationAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Commendation {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// A decision, which holds one or more commendations.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommendationDecision {
    pub id: Id,
    pub ward_id: Id,
    /// Given by the ward's clerk.
    pub number: Option<i32>,
    #[schema(example = "125/QĐ-UBND")]
    pub number_text: String,
    pub title: String,
    pub decided_on: NaiveDate,
    pub decided_by: Option<UserRef>,
    /// For whom a deputy signed (KT. CHỦ TỊCH).
    pub acting_for: Option<UserRef>,
    pub created_at: Instant,
    pub version: i32,
}

impl Versioned for CommendationDecision {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCommendation {
    pub plan_id: Option<Id>,
    pub kind: CommendedKind,
    /// Of a unit: who it is. Otherwise where they belong, if anywhere.
    pub unit_id: Option<Id>,
    /// Of a group or person; a unit has its own.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub position: String,
    /// Of a person: that they are an adult. Children are not ranked or commended here.
    #[serde(default)]
    pub is_adult: bool,
    pub form: String,
    pub achievement: String,
    /// Accepted tasks that it rests on.
    #[serde(default)]
    pub task_ids: Vec<Id>,
    /// Who proposes, for the officer who writes down what a unit told; otherwise my own unit.
    pub proposed_unit_id: Option<Id>,
}

/// A merge patch of a proposal. Somebody else is another proposal.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommendationChanges {
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub plan_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub position: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub form: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub achievement: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub task_ids: Option<Vec<Id>>,
}

/// Decides several proposals at once.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCommendationDecision {
    pub commendation_ids: Vec<Id>,
    /// Left out where the clerk gives it later, by hand.
    pub number: Option<i32>,
    /// Today when left out.
    pub decided_on: Option<NaiveDate>,
    #[schema(example = "có thành tích trong Tháng hành động vì trẻ em năm 2024")]
    pub title: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommendationReason {
    pub reason: String,
}

/// When and where it was handed over.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommendationAward {
    pub awarded_on: NaiveDate,
    #[serde(default)]
    #[schema(example = "Lễ tổng kết Tháng hành động vì trẻ em")]
    pub awarded_at: String,
}

/// The filters of the list, of its exports and of the proposal paper.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CommendationQuery {
    pub kind: Option<CommendedKind>,
    /// One or more states, with commas between.
    pub status: Option<String>,
    pub unit_id: Option<Id>,
    pub proposed_unit_id: Option<Id>,
    pub decision_id: Option<Id>,
    pub plan_id: Option<Id>,
    /// Proposed on this day or later.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// Proposed on this day or earlier.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    /// Words of the name or achievement, with or without marks.
    pub q: Option<String>,
    /// `-proposed_on` (default), `proposed_on`, `-updated_at` or `name`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DecisionQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// What the writer of a proposal chooses from.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommendationChoices {
    pub units: Vec<UnitRef>,
    /// The usual forms, and those that the ward has used.
    pub forms: Vec<String>,
    pub plan_id: Option<Id>,
    pub plan_title: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CandidateQuery {
    /// Tasks due on this day or later; the plan of the month's first day when left out.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// Tasks due on this day or earlier; the plan of the month's last day when left out.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
}

/// A unit whose tasks were accepted, reported in time and with evidence. Facts in the order of the units' names: this is
/// no ranking.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommendationCandidate {
    pub unit: UnitRef,
    /// Accepted tasks of the period.
    pub accepted: i64,
    /// Of these, reported by their day.
    pub on_time: i64,
    /// Of these, reported with evidence.
    pub with_evidence: i64,
    /// Those that are all of it.
    pub tasks: Vec<TaskRef>,
    /// A proposal for this unit waits or was decided.
    pub is_proposed: bool,
}
