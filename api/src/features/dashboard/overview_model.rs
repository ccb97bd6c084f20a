//! What the overview shows. A part that its reader may not read is left out, not zero.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::types::{Id, Instant};
use crate::features::cases::overview::{CaseSums, CaseTally};
use crate::features::children::coverage::ChildrenReach;
use crate::features::communications::overview::{CommunicationOverview, CommunicationSums};
use crate::features::concerns::overview::ConcernTally;
use crate::features::events::overview::{EventOverview, EventSums};
use crate::features::obstacles::overview::ObstacleTally;
use crate::features::plans::PlanRef;
use crate::features::summer::overview::SummerOverview;
use crate::features::tasks::overview::{TaskOverview, WorkTally};

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OverviewQuery {
    /// The plan whose work is counted; the one being carried out when left out.
    pub plan_id: Option<Id>,
    /// Counts the tasks of all plans, and those of none.
    pub all_tasks: Option<bool>,
    /// The first day of the period of events, communications and concerns: the plan's, where it was asked for or is of
    /// this year; otherwise this year's.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// Its last day.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
}

#[derive(Serialize, ToSchema)]
pub struct DashboardOverview {
    pub generated_at: Instant,
    pub today: NaiveDate,
    /// The plan whose tasks are counted; none where all are.
    pub plan: Option<PlanRef>,
    /// The plans that may be chosen.
    pub plans: Vec<PlanRef>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tasks: Option<TaskOverview>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub obstacles: Option<ObstacleTally>,
    /// In the year of the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub children: Option<ChildrenReach>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cases: Option<CaseTally>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concerns: Option<ConcernTally>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<EventOverview>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub communications: Option<CommunicationOverview>,
    /// In the year of the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summer: Option<SummerOverview>,
    /// For the upper level: its wards, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wards: Option<Vec<WardProgress>>,
}

/// One ward of the upper level's, in numbers.
#[derive(Serialize, ToSchema)]
pub struct WardProgress {
    pub ward_id: Id,
    pub ward_name: String,
    pub tasks: WorkTally,
    /// Those that were passed up to the upper level.
    pub obstacles: ObstacleTally,
    pub events: EventSums,
    pub communications: CommunicationSums,
    pub cases: CaseSums,
}
