//! Bodies and rows of the audit log.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::audit;
use crate::db::types::{Id, Instant, Json};
use crate::features::users::model::UserRef;
use crate::text_enum;

text_enum! {
    /// Refused attempts are kept too.
    pub enum Outcome {
        Done = "done",
        Denied = "denied",
    }
}

/// An audit row as it is stored.
#[derive(Queryable, Selectable)]
#[diesel(table_name = audit)]
pub struct EntryRow {
    pub seq: i64,
    pub at: Instant,
    pub actor_id: Option<Id>,
    pub acting_for_id: Option<Id>,
    pub action: String,
    pub resource: String,
    pub row_id: Option<Id>,
    pub changes: Json<HashMap<String, Value>>,
    pub outcome: Outcome,
    pub request_id: String,
}

#[derive(Serialize, ToSchema)]
pub struct Entry {
    /// Its number in the log.
    pub id: i64,
    pub at: Instant,
    /// Nobody for a job, or a sign-in that was refused.
    pub actor: Option<UserRef>,
    /// In whose place the actor signed (KT. CHỦ TỊCH).
    pub acting_for: Option<UserRef>,
    #[schema(example = "tasks.submit")]
    pub action: String,
    #[schema(example = "tasks")]
    pub resource: String,
    pub row_id: Option<Id>,
    /// Each changed field as `[before, after]`; empty where the reader may not see the contents.
    #[schema(value_type = HashMap<String, Vec<Value>>)]
    pub changes: HashMap<String, Value>,
    pub outcome: Outcome,
    /// The id of the request, as it stands in the server's log.
    pub request_id: String,
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EntryQuery {
    #[param(example = "accounts")]
    pub resource: Option<String>,
    pub row_id: Option<Id>,
    pub actor_id: Option<Id>,
    #[param(example = "accounts.create")]
    pub action: Option<String>,
    pub outcome: Option<Outcome>,
    /// The first day, in the ward's time.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// The last day, included.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
