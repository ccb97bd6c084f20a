//! Bodies and rows of helpers, their duties and their grants.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::attendance_model::{EventMark, NewHeadcount};
use crate::db::schema::{event_duties, event_grants, event_helpers};
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// Whether a helper may be left alone with children on a day.
    pub enum Vetting {
        Valid = "valid",
        Missing = "missing",
        Expired = "expired",
    }
}

/// A helper as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_helpers, treat_none_as_null = true)]
pub struct HelperRow {
    pub id: Id,
    pub ward_id: Id,
    pub unit_id: Id,
    pub full_name: String,
    pub sort_key: String,
    pub phone: Option<String>,
    pub skills: String,
    pub vetted_on: Option<NaiveDate>,
    pub vetting_expires_on: Option<NaiveDate>,
    pub note: String,
    pub archived_at: Option<Instant>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A duty as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = event_duties, treat_none_as_null = true)]
pub struct DutyRow {
    pub event_id: Id,
    pub helper_id: Id,
    pub duty: String,
    pub assigned_by_id: Option<Id>,
    pub assigned_at: Instant,
}

/// A grant as it is stored; of its token only an index is kept.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = event_grants)]
pub struct GrantRow {
    pub id: Id,
    pub ward_id: Id,
    pub event_id: Id,
    pub helper_id: Id,
    pub token_index: String,
    pub until_at: Instant,
    pub uses: i32,
    pub last_used_at: Option<Instant>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub revoked_at: Option<Instant>,
    pub revoked_by_id: Option<Id>,
}

/// Somebody who helps at events.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventHelper {
    pub id: Id,
    pub unit_id: Id,
    /// The unit that answers for the helper.
    pub unit: Option<UnitRef>,
    pub full_name: String,
    pub phone: Option<String>,
    #[schema(example = "Cứu hộ, sơ cấp cứu")]
    pub skills: String,
    /// When the police or the unit looked into who they are.
    pub vetted_on: Option<NaiveDate>,
    pub vetting_expires_on: Option<NaiveDate>,
    /// Today.
    pub vetting: Vetting,
    pub note: String,
    pub archived: bool,
    pub may_change: bool,
    pub version: i32,
}

impl Versioned for EventHelper {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEventHelper {
    pub full_name: String,
    #[schema(example = "0912345678")]
    pub phone: Option<String>,
    /// The actor's own unit when left out.
    pub unit_id: Option<Id>,
    #[serde(default)]
    pub skills: String,
    pub vetted_on: Option<NaiveDate>,
    pub vetting_expires_on: Option<NaiveDate>,
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventHelperChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub full_name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub phone: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub skills: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub vetted_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub vetting_expires_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub note: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = bool, required = false)]
    pub archived: Option<bool>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EventHelperQuery {
    /// Those who do not help any more, too.
    pub archived: Option<bool>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventDuty {
    pub helper_id: Id,
    #[serde(default)]
    #[schema(example = "Điểm danh cổng chính")]
    pub duty: String,
}

/// A helper's part in one event.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HelperOfEvent {
    pub helper_id: Id,
    pub full_name: String,
    pub phone: Option<String>,
    pub unit: Option<UnitRef>,
    pub skills: String,
    pub duty: String,
    /// On the day of the event.
    pub vetting: Vetting,
    pub vetting_expires_on: Option<NaiveDate>,
    /// A grant that works, or will.
    pub grant: Option<EventGrantRef>,
}

/// A grant as those who organise see it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventGrantRef {
    pub id: Id,
    pub until: Instant,
    pub uses: i32,
    pub last_used_at: Option<Instant>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEventGrant {
    pub helper_id: Id,
    /// Two hours after the event at the latest, which is also what is taken when it is left out.
    pub until: Option<Instant>,
}

/// What is given to the helper, once. The link is `/diem-danh-ho#token`: what follows `#` is sent to no server.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventGrant {
    pub id: Id,
    pub token: String,
    pub until: Instant,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantToken {
    pub token: String,
}

/// Marks of a helper without an account.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantMarks {
    pub token: String,
    pub marks: Vec<EventMark>,
}

/// A headcount of a helper without an account.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantHeadcount {
    pub token: String,
    pub count: NewHeadcount,
}

/// What a grant shows.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct GrantedEvent {
    pub ward_name: String,
    pub helper_name: String,
    pub duty: String,
    pub until: Instant,
    pub attendance: super::attendance_model::EventAttendance,
}
