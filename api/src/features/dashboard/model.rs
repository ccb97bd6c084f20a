//! What the home screen shows.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use crate::db::types::{Id, Instant};
use crate::features::plans::PlanRef;
use crate::features::tasks::model::Task;
use crate::features::units::model::UnitRef;
use crate::text_enum;

text_enum! {
    pub enum FigureCode {
        TasksDone = "tasks_done",
        TasksLate = "tasks_late",
        TasksDueSoon = "tasks_due_soon",
        TasksToReview = "tasks_to_review",
        ObstaclesOpen = "obstacles_open",
    }
}

text_enum! {
    pub enum WaitingKind {
        TaskReview = "task_review",
        Obstacle = "obstacle",
        /// My unit is asked to put something right.
        RecommendationOpen = "recommendation_open",
        /// A unit says that it has put something right.
        RecommendationFixed = "recommendation_fixed",
        Commendation = "commendation",
    }
}

#[derive(Serialize, ToSchema)]
pub struct Dashboard {
    /// The day it is in the ward.
    pub today: NaiveDate,
    /// The plan being carried out.
    pub plan: Option<PlanRef>,
    /// Which day of it today is: 1 on the first; before it begins 0 or less.
    pub day_number: Option<i64>,
    pub figures: Vec<Figure>,
    /// Open tasks of my unit, the most urgent first.
    pub my_tasks: Vec<Task>,
    /// What waits for my decision, the longest first.
    pub waiting_for_me: Vec<Waiting>,
    pub late_by_unit: Vec<LateUnit>,
    pub by_section: Vec<SectionTally>,
}

/// A number, of how many where that makes sense.
#[derive(Serialize, ToSchema)]
pub struct Figure {
    pub code: FigureCode,
    pub value: i64,
    pub of: Option<i64>,
}

/// Something that waits for my decision.
#[derive(Serialize, ToSchema)]
pub struct Waiting {
    pub kind: WaitingKind,
    pub id: Id,
    pub title: String,
    pub unit: UnitRef,
    pub since: Instant,
    pub late: bool,
}

#[derive(Serialize, ToSchema)]
pub struct LateUnit {
    pub unit: UnitRef,
    pub count: i64,
}

/// How far the tasks of one section have come.
#[derive(Serialize, ToSchema)]
pub struct SectionTally {
    pub path: String,
    pub title: String,
    pub done: i64,
    pub doing: i64,
    pub late: i64,
    pub total: i64,
}
