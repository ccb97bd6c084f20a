//! Bodies and rows of campaigns.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::communication_campaigns;
use crate::db::types::{Id, Instant};
use crate::http::reply::Versioned;
use crate::input::Patch;

/// A campaign, as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = communication_campaigns, treat_none_as_null = true)]
pub struct CampaignRow {
    pub id: Id,
    pub ward_id: Id,
    pub plan_id: Option<Id>,
    pub name: String,
    pub theme: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub note: String,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A campaign (đợt truyền thông): items of one occasion.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Campaign {
    pub id: Id,
    pub ward_id: Id,
    pub plan_id: Option<Id>,
    #[schema(example = "Truyền thông Tháng hành động vì trẻ em năm 2024")]
    pub name: String,
    pub theme: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub note: String,
    /// Items within the reader's scope.
    pub items: i64,
    pub may_change: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Campaign {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCampaign {
    pub plan_id: Option<Id>,
    pub name: String,
    #[serde(default)]
    pub theme: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    #[serde(default)]
    pub note: String,
}

/// A merge patch.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CampaignChanges {
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub plan_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub theme: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub starts_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub ends_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub note: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CampaignQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
