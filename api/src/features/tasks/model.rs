//! Bodies and rows of tasks.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::{task_parts, tasks};
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// `assigned → in_progress → submitted → accepted`; `submitted → returned → in_progress`; any open → `cancelled`.
    pub enum TaskStatus {
        Assigned = "assigned",
        InProgress = "in_progress",
        Submitted = "submitted",
        Accepted = "accepted",
        Returned = "returned",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// How a unit's own part of a task stands; the four states exclude each other.
    pub enum PartState {
        /// It has work of its own to do, in whatever state.
        Any = "any",
        Done = "done",
        /// Begun, handed in or given back, and not late.
        Doing = "doing",
        Late = "late",
        /// Not begun, and not late.
        Todo = "todo",
    }
}

text_enum! {
    pub enum Priority {
        Low = "low",
        Normal = "normal",
        High = "high",
        Urgent = "urgent",
    }
}

impl Priority {
    /// As it is stored, so that the database can sort it.
    pub fn rank(self) -> i32 {
        match self {
            Self::Low => 1,
            Self::Normal => 2,
            Self::High => 3,
            Self::Urgent => 4,
        }
    }

    pub fn from_rank(rank: i32) -> Self {
        Self::ALL.iter().copied().find(|priority| priority.rank() == rank).unwrap_or(Self::Normal)
    }
}

text_enum! {
    /// What the reader of a task may do with it now.
    pub enum TaskAction {
        Start = "start",
        Submit = "submit",
        Accept = "accept",
        Return = "return",
        Cancel = "cancel",
        Remind = "remind",
        Update = "update",
        Comment = "comment",
        Edit = "edit",
    }
}

/// A task as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = tasks, treat_none_as_null = true)]
pub struct TaskRow {
    pub id: Id,
    pub ward_id: Id,
    pub plan_id: Option<Id>,
    pub section_id: Option<Id>,
    pub title: String,
    #[serde(skip)]
    pub search_key: String,
    pub description: String,
    pub source: String,
    pub lead_unit_id: Id,
    pub each_unit: bool,
    pub starts_on: Option<NaiveDate>,
    pub due_on: NaiveDate,
    pub priority: i32,
    pub status: TaskStatus,
    pub status_reason: String,
    pub progress: i32,
    pub target: Option<i64>,
    pub actual: Option<i64>,
    pub measure: Option<String>,
    pub upper_number: Option<String>,
    pub upper_date: Option<NaiveDate>,
    pub evidence_required: i32,
    pub is_published: bool,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// One unit's share of a task, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = task_parts, primary_key(task_id, unit_id), treat_none_as_null = true)]
pub struct PartRow {
    pub task_id: Id,
    pub unit_id: Id,
    pub is_lead: bool,
    pub status: TaskStatus,
    pub progress: i32,
    pub actual: Option<i64>,
    pub reported_at: Option<Instant>,
}

/// One unit's share of a task.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Part {
    pub unit: UnitRef,
    pub is_lead: bool,
    pub status: TaskStatus,
    /// Percent.
    #[schema(minimum = 0, maximum = 100)]
    pub progress: i32,
    pub actual: Option<i64>,
    pub reported_at: Option<Instant>,
    pub overdue: bool,
}

/// The document of an upper level that a task answers.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpperDocument {
    #[schema(example = "1712/KH-UBND")]
    pub number: String,
    pub date: Option<NaiveDate>,
}

/// A task as other rows show it.
#[derive(Clone, Debug, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = tasks)]
pub struct TaskRef {
    pub id: Id,
    pub title: String,
    pub due_on: NaiveDate,
}

/// A task as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Task {
    pub id: Id,
    pub ward_id: Id,
    pub plan_id: Option<Id>,
    pub section_id: Option<Id>,
    /// Where it stands in the plan.
    #[schema(example = "V.2")]
    pub section_path: Option<String>,
    pub title: String,
    pub description: String,
    /// The paragraph of the plan that it came from.
    pub source: String,
    pub lead_unit_id: Id,
    pub lead_unit: UnitRef,
    pub joining_unit_ids: Vec<Id>,
    /// Every joining unit does the whole task on its own; the lead follows up.
    pub each_unit: bool,
    pub starts_on: Option<NaiveDate>,
    pub due_on: NaiveDate,
    pub priority: Priority,
    pub status: TaskStatus,
    /// Why it was returned or cancelled.
    pub status_reason: String,
    /// Percent; with `each_unit` the average of the units.
    pub progress: i32,
    /// The number to reach, in `measure`.
    pub target: Option<i64>,
    /// The number reached; with `each_unit` the sum of the units.
    pub actual: Option<i64>,
    #[schema(example = "băng-rôn")]
    pub measure: Option<String>,
    /// Open after its due day; for a unit: its own part is.
    pub overdue: bool,
    /// Days until the due day; negative when it has passed.
    pub days_left: i64,
    pub upper_document: Option<UpperDocument>,
    /// Files that a unit must have sent before it can submit.
    pub evidence_required: i32,
    pub evidence_count: i64,
    /// The doing units: how far each has come.
    pub parts: Vec<Part>,
    pub parts_done: i32,
    pub parts_total: i32,
    /// The part of the reader's own unit.
    pub my_part: Option<Part>,
    pub allowed_actions: Vec<TaskAction>,
    pub last_reminded_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Task {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// A task to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTask {
    pub plan_id: Option<Id>,
    pub section_id: Option<Id>,
    pub title: String,
    #[serde(default)]
    pub description: String,
    pub lead_unit_id: Id,
    #[serde(default)]
    pub joining_unit_ids: Vec<Id>,
    #[serde(default)]
    pub each_unit: bool,
    pub starts_on: Option<NaiveDate>,
    pub due_on: NaiveDate,
    pub priority: Option<Priority>,
    pub target: Option<i64>,
    pub measure: Option<String>,
    pub upper_document: Option<UpperDocument>,
    #[serde(default)]
    pub evidence_required: i32,
}

/// What may be changed. A unit may change `progress` and `actual` of its own part; the rest is the officer's.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub description: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Id, required = false)]
    pub lead_unit_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub joining_unit_ids: Option<Vec<Id>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = bool, required = false)]
    pub each_unit: Option<bool>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub starts_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub due_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Priority, required = false)]
    pub priority: Option<Priority>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<i64>)]
    pub target: Patch<i64>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub measure: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<UpperDocument>)]
    pub upper_document: Patch<UpperDocument>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub section_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = i32, required = false)]
    pub evidence_required: Option<i32>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = i32, required = false)]
    pub progress: Option<i32>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<i64>)]
    pub actual: Patch<i64>,
}

/// The filters of the list, of its exports and of its prints.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TaskQuery {
    pub plan_id: Option<Id>,
    pub section_id: Option<Id>,
    /// Tasks that this unit leads or joins.
    pub unit_id: Option<Id>,
    /// Only where this unit (my own where none is named) does work of its own, and it stands so.
    #[param(inline)]
    pub part: Option<PartState>,
    /// One or more states, with commas between.
    pub status: Option<String>,
    pub priority: Option<Priority>,
    pub overdue: Option<bool>,
    /// Due from this day on.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub due_from: Option<NaiveDate>,
    /// Due up to this day.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub due_to: Option<NaiveDate>,
    /// Only what my unit takes part in.
    pub mine: Option<bool>,
    /// Only what waits to be accepted.
    pub needs_review: Option<bool>,
    /// Words of the title or text, with or without marks.
    pub q: Option<String>,
    /// `due_on` (default), `-due_on`, `-priority`, `-updated_at` or `title`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// What goes with a submission.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskSubmission {
    pub note: Option<String>,
    pub progress: Option<i32>,
    pub actual: Option<i64>,
    #[serde(default)]
    pub attachment_ids: Vec<Id>,
    /// For the officer who writes down what a unit told; otherwise my own unit.
    pub unit_id: Option<Id>,
}

/// Whose part is started.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskStart {
    /// For the officer who writes down what a unit told; otherwise my own unit.
    pub unit_id: Option<Id>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskAcceptance {
    pub note: Option<String>,
    /// Only this unit's part; otherwise everything that is submitted.
    pub unit_id: Option<Id>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskReturn {
    pub reason: String,
    /// Only this unit's part; otherwise everything that is submitted.
    pub unit_id: Option<Id>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskCancellation {
    pub reason: String,
}
