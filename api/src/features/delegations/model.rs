//! Bodies and rows of delegations.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::delegations;
use crate::db::types::{Id, Instant};
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// Where a delegation stands today.
    pub enum DelegationStatus {
        /// It begins on a later day.
        Planned = "planned",
        Active = "active",
        Ended = "ended",
        Revoked = "revoked",
    }
}

/// A delegation as it is stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = delegations)]
pub struct DelegationRow {
    pub id: Id,
    pub from_user_id: Id,
    pub to_user_id: Id,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub reason: String,
    pub revoked_at: Option<Instant>,
    pub created_by_id: Id,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Delegation {
    pub id: Id,
    /// Whose place is taken.
    pub from_user: UserRef,
    /// Who signs.
    pub to_user: UserRef,
    pub starts_on: NaiveDate,
    /// The last day, included.
    pub ends_on: NaiveDate,
    pub reason: String,
    pub status: DelegationStatus,
    pub revoked_at: Option<Instant>,
    pub created_by: UserRef,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Delegation {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DelegationQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDelegation {
    /// Me, when left out.
    pub from_user_id: Option<Id>,
    pub to_user_id: Id,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    #[schema(example = "Đi công tác")]
    pub reason: String,
}
