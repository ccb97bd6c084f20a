//! Bodies of what units report, of the counts and of what a writer chooses from.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::CommunicationChannel;
use crate::attachments::Attachment;
use crate::db::schema::communication_reports;
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;

/// A report as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = communication_reports)]
pub struct ReportRow {
    pub id: Id,
    pub communication_id: Id,
    pub unit_id: Id,
    pub done_on: NaiveDate,
    pub times: i32,
    pub note: String,
    pub link: String,
    pub by_user_id: Option<Id>,
    pub at: Instant,
    pub withdrawn_at: Option<Instant>,
}

/// What a unit has done of an item.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommunicationReport {
    pub id: Id,
    pub unit: Option<UnitRef>,
    pub done_on: NaiveDate,
    /// Times broadcast, banners hung, posts, copies.
    pub times: i32,
    pub note: String,
    pub link: String,
    pub by: Option<UserRef>,
    pub at: Instant,
    pub attachments: Vec<Attachment>,
    pub may_withdraw: bool,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCommunicationReport {
    /// Today when left out.
    pub done_on: Option<NaiveDate>,
    #[schema(minimum = 1)]
    pub times: i32,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub link: String,
    #[serde(default)]
    pub attachment_ids: Vec<Id>,
    /// For the officer who writes down what a unit told; otherwise my own unit.
    pub unit_id: Option<Id>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CommunicationReportQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// Which items are counted: approved or done, running within the days.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CommunicationCountQuery {
    pub campaign_id: Option<Id>,
    pub channel: Option<CommunicationChannel>,
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
}

/// What one unit was to do on one channel, and has done. The rows behind: `GET /communications` with
/// `status=approved,done`, `unit_id`, `channel`, the same filters, and `reported` for those it has reported on or not.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommunicationCount {
    pub unit: UnitRef,
    pub channel: CommunicationChannel,
    pub items: i64,
    /// Items it has reported on.
    pub reported: i64,
    /// Times, banners, posts or copies that were planned.
    pub planned: i64,
    /// And those that were reported.
    pub times: i64,
    pub last_on: Option<NaiveDate>,
}

/// The plan whose words are at hand when something is written.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommunicationPlan {
    pub id: Id,
    pub title: String,
    pub theme: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub slogans: Vec<String>,
    pub hotlines: Vec<String>,
}

/// What the writer of an item chooses from.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommunicationChoices {
    /// The ward's units that are in use.
    pub units: Vec<UnitRef>,
    /// The plan of the month, once one is published.
    pub plan: Option<CommunicationPlan>,
}
