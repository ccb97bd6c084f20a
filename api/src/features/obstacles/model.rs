//! Bodies and rows of obstacles.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::attachments::Attachment;
use crate::db::schema::obstacles;
use crate::db::types::{Id, Instant};
use crate::features::tasks::model::TaskRef;
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// `open → answered → closed`; `open → escalated → answered`.
    pub enum ObstacleStatus {
        Open = "open",
        Escalated = "escalated",
        Answered = "answered",
        Closed = "closed",
    }
}

text_enum! {
    /// Whom an obstacle was passed up to.
    pub enum EscalationLevel {
        Leader = "leader",
        Superior = "superior",
    }
}

text_enum! {
    pub enum ObstacleAction {
        Answer = "answer",
        Escalate = "escalate",
        Close = "close",
        Edit = "edit",
    }
}

/// An obstacle as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = obstacles, treat_none_as_null = true)]
pub struct ObstacleRow {
    pub id: Id,
    pub ward_id: Id,
    pub task_id: Option<Id>,
    pub unit_id: Id,
    pub raised_by_id: Id,
    pub title: String,
    #[serde(skip)]
    pub search_key: String,
    pub description: String,
    pub status: ObstacleStatus,
    pub escalated_to: Option<EscalationLevel>,
    pub escalated_at: Option<Instant>,
    pub escalation_note: String,
    pub answer: String,
    pub answered_by_id: Option<Id>,
    pub answered_at: Option<Instant>,
    pub answer_due_on: NaiveDate,
    pub closed_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// An obstacle as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Obstacle {
    pub id: Id,
    pub ward_id: Id,
    pub task_id: Option<Id>,
    pub task: Option<TaskRef>,
    pub unit_id: Id,
    pub unit: UnitRef,
    pub raised_by: Option<UserRef>,
    pub title: String,
    pub description: String,
    pub status: ObstacleStatus,
    pub escalated_to: Option<EscalationLevel>,
    pub escalated_at: Option<Instant>,
    pub escalation_note: String,
    pub answer: String,
    pub answered_by: Option<UserRef>,
    pub answered_at: Option<Instant>,
    /// The working day by which an answer should be there.
    pub answer_due_on: NaiveDate,
    /// Not answered after that day, or answered later.
    pub answer_late: bool,
    pub closed_at: Option<Instant>,
    pub attachments: Vec<Attachment>,
    pub allowed_actions: Vec<ObstacleAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Obstacle {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewObstacle {
    /// The task it stands in the way of, if any.
    pub task_id: Option<Id>,
    pub title: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub attachment_ids: Vec<Id>,
}

/// While it is open, its text may be mended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObstacleChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub description: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObstacleAnswer {
    pub answer: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObstacleEscalation {
    pub to: EscalationLevel,
    /// What is asked of them.
    pub note: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ObstacleClosing {
    pub note: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ObstacleQuery {
    /// One or more states, with commas between.
    pub status: Option<String>,
    pub unit_id: Option<Id>,
    pub task_id: Option<Id>,
    /// Only those without an answer after their day.
    pub late: Option<bool>,
    pub q: Option<String>,
    /// `-created_at` (default) or `answer_due_on`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
