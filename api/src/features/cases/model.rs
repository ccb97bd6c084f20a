//! Bodies and rows of cases.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::{case_assignees, case_deadlines, cases};
use crate::db::types::{Id, Instant};
use crate::features::children::model::Sex;
pub use crate::features::concerns::model::DangerLevel;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// The steps of Decree 56/2017, arts 26–30.
    pub enum CaseStatus {
        Open = "open",
        InitialAssessment = "initial_assessment",
        Assessment = "assessment",
        Planned = "planned",
        Decided = "decided",
        Implementing = "implementing",
        Reviewed = "reviewed",
        Closed = "closed",
        Transferred = "transferred",
    }
}

text_enum! {
    /// The levels of protection of the Law on Children, art. 47.
    pub enum ProtectionLevel {
        Support = "support",
        Intervention = "intervention",
    }
}

text_enum! {
    /// Everything that may be done with a case; also the words of its timeline.
    pub enum CaseAction {
        AssessInitial = "assess_initial",
        AssessDetailed = "assess_detailed",
        Meet = "meet",
        Plan = "plan",
        Decide = "decide",
        Return = "return",
        Implement = "implement",
        Review = "review",
        Continue = "continue",
        ProposeClosing = "propose_closing",
        RejectClosing = "reject_closing",
        Close = "close",
        Transfer = "transfer",
        Reopen = "reopen",
        Refer = "refer",
        Measure = "measure",
        Separate = "separate",
        PassToPolice = "pass_to_police",
        Assign = "assign",
        Note = "note",
        AddFile = "add_file",
        Identify = "identify",
    }
}

text_enum! {
    /// The clocks of the law; see [`super::clocks`].
    pub enum DeadlineKind {
        Emergency12h = "emergency_12h",
        Plan5wd = "plan_5wd",
        Decision7wd = "decision_7wd",
        Separation15d = "separation_15d",
        Review = "review",
    }
}

text_enum! {
    pub enum ClockState {
        Running = "running",
        DueSoon = "due_soon",
        Late = "late",
        Met = "met",
        MetLate = "met_late",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// What of a case a reader sees; see [`super::views`].
    pub enum CasePart {
        Child = "child",
        Concern = "concern",
        InitialAssessment = "initial_assessment",
        DetailedAssessment = "detailed_assessment",
        Meeting = "meeting",
        Plan = "plan",
        Decision = "decision",
        Review = "review",
        Measures = "measures",
        Referrals = "referrals",
        Log = "log",
        Police = "police",
        Health = "health",
        Files = "files",
        People = "people",
    }
}

text_enum! {
    /// Why a case is to end.
    pub enum ClosingKind {
        /// The child is no longer at risk and stable (Decree 56/2017, art. 30.1 b).
        Done = "done",
        /// What was told turned out not to be so; a second person decides.
        Unfounded = "unfounded",
        /// Sixteen, moved abroad, or died.
        NoLongerAChild = "no_longer_a_child",
    }
}

/// A case as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = cases, treat_none_as_null = true)]
pub struct CaseRow {
    pub id: Id,
    pub ward_id: Id,
    pub code: String,
    pub year: i32,
    pub number: i32,
    pub concern_id: Option<Id>,
    pub child_index: Option<String>,
    pub content: String,
    pub received_at: Instant,
    pub known_at: Instant,
    pub opened_at: Instant,
    pub opened_by_id: Option<Id>,
    pub danger_level: DangerLevel,
    pub protection_level: ProtectionLevel,
    pub status: CaseStatus,
    pub round: i32,
    pub file_round: i32,
    pub police_passed_at: Option<Instant>,
    pub closing_kind: Option<ClosingKind>,
    pub closing_by_id: Option<Id>,
    pub closing_at: Option<Instant>,
    pub closed_at: Option<Instant>,
    pub closed_by_id: Option<Id>,
    pub closed_for_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = case_assignees)]
pub struct AssigneeRow {
    pub id: Id,
    pub case_id: Id,
    pub user_id: Id,
    pub added_by_id: Option<Id>,
    pub added_at: Instant,
    pub removed_at: Option<Instant>,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = case_deadlines)]
pub struct DeadlineRow {
    pub id: Id,
    pub ward_id: Id,
    pub case_id: Id,
    pub round: i32,
    pub kind: DeadlineKind,
    pub starts_at: Instant,
    pub due_at: Instant,
    /// Counted again when the calendar changes.
    pub working_days: Option<i32>,
    pub met_at: Option<Instant>,
    pub cancelled_at: Option<Instant>,
    pub told_step: i32,
}

/// Who the child is, as the case knows it; it stays when the registry forgets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CaseChild {
    pub full_name: String,
    pub date_of_birth: Option<NaiveDate>,
    /// Years, where the day of birth is not known.
    pub estimated_age: Option<i32>,
    pub sex: Option<Sex>,
    pub address: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Deadline {
    pub kind: DeadlineKind,
    pub round: i32,
    pub starts_at: Instant,
    pub due_at: Instant,
    pub met_at: Option<Instant>,
    pub state: ClockState,
    /// The term, where it is one of working days.
    pub working_days: Option<i32>,
    /// How many of them are left by the ward's calendar: after today, the last day included; nothing for one that has
    /// stopped or run out.
    pub working_days_left: Option<i64>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClosingProposal {
    pub kind: ClosingKind,
    pub by: Option<UserRef>,
    pub at: Instant,
    pub reason: String,
}

/// A line of the list. The child is a sign, not a name: the full name stands in the case, and that look is recorded.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseLine {
    pub id: Id,
    #[schema(example = "HS-2024-0003")]
    pub code: String,
    #[schema(example = "N.T.H., 2015")]
    pub child_sign: String,
    pub received_at: Instant,
    pub opened_at: Instant,
    pub danger_level: DangerLevel,
    pub status: CaseStatus,
    pub round: i32,
    pub deadlines: Vec<Deadline>,
    pub assigned_user_ids: Vec<Id>,
    pub is_closing_proposed: bool,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Case {
    pub id: Id,
    #[schema(example = "HS-2024-0003")]
    pub code: String,
    /// The child of the registry, once it is known who it is; for those who may see the registry.
    pub child_id: Option<Id>,
    pub child: CaseChild,
    pub concern_ids: Vec<Id>,
    pub received_at: Instant,
    pub opened_at: Instant,
    pub danger_level: DangerLevel,
    pub protection_level: ProtectionLevel,
    pub status: CaseStatus,
    /// The first plan is round 1; each new plan after a review, or a reopening, begins another.
    pub round: i32,
    pub deadlines: Vec<Deadline>,
    /// What the law wants next; nothing when the case has ended.
    pub next_step: Option<CaseAction>,
    /// What still keeps the plan from being submitted (Decree 56/2017, art. 28.2).
    pub missing: Vec<FilePart>,
    pub allowed_actions: Vec<CaseAction>,
    pub parts: Vec<CasePart>,
    pub assigned_user_ids: Vec<Id>,
    pub assigned: Vec<UserRef>,
    pub opened_by: Option<UserRef>,
    pub police_passed_at: Option<Instant>,
    /// A separation that begins now ends by then, extensions included; for whoever may decide one.
    pub separation_until: Option<Instant>,
    pub closing: Option<ClosingProposal>,
    pub closed_at: Option<Instant>,
    /// Where the reader broke the glass: until then.
    pub glass_until: Option<Instant>,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Case {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

text_enum! {
    /// The parts of the file for the chairperson.
    pub enum FilePart {
        InitialAssessment = "initial_assessment",
        DetailedAssessment = "detailed_assessment",
        Meeting = "meeting",
        Plan = "plan",
    }
}

/// A case is opened from a concern, or at once where the officer met the child.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCase {
    pub concern_id: Option<Id>,
    /// A child of the registry.
    pub child_id: Option<Id>,
    /// For a child whom nobody knows yet.
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub child: Option<CaseChild>,
    /// When the ward learned of it, where no concern says so; now when left out.
    pub received_at: Option<Instant>,
    pub danger_level: Option<DangerLevel>,
    pub protection_level: Option<ProtectionLevel>,
    #[serde(default)]
    pub note: String,
}

/// A merge patch.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseChanges {
    pub danger_level: Option<DangerLevel>,
    pub protection_level: Option<ProtectionLevel>,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub child: Option<CaseChild>,
    /// The child of the registry, found later.
    pub child_id: Option<Id>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseAssignment {
    pub user_ids: Vec<Id>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseReason {
    pub reason: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseClosing {
    pub kind: ClosingKind,
    pub reason: String,
}

/// To the commune where the child lives now. A ward of this installation gets a concern with what it needs to know.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseTransfer {
    /// Its name, as it stands in the papers.
    pub to: String,
    pub to_ward_id: Option<Id>,
    pub reason: String,
    /// What they need to know.
    pub summary: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PoliceNotice {
    /// To whom, on which paper (Decree 56/2017, art. 25.3: crime goes by criminal procedure).
    pub to: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CaseQuery {
    /// One or more states, with commas between.
    pub status: Option<String>,
    pub danger_level: Option<DangerLevel>,
    /// Only those that name me.
    pub mine: Option<bool>,
    /// Only those with a clock that has run out.
    pub late: Option<bool>,
    /// `-opened_at` (default), `opened_at` or `-updated_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CaseSearch {
    /// A name, or a code.
    pub q: String,
    /// The cases of one child of the registry.
    pub child_id: Option<Id>,
    pub status: Option<String>,
    pub limit: Option<i64>,
}
