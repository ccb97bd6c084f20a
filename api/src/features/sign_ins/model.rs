//! Rows of the list of tries to sign in.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

pub use crate::auth::failures::SignInResult;
use crate::db::schema::sign_ins;
use crate::db::types::{Id, Instant};
use crate::features::users::model::UserRef;

/// A row as it is stored.
#[derive(Queryable, Selectable)]
#[diesel(table_name = sign_ins)]
pub struct SignInRow {
    pub id: Id,
    pub user_id: Option<Id>,
    pub result: SignInResult,
    pub address: String,
    pub at: Instant,
    pub first_at: Instant,
    pub last_at: Instant,
    pub times: i64,
}

/// What was tried within one minute on one account from one network.
#[derive(Serialize, ToSchema)]
pub struct SignInTry {
    pub id: Id,
    /// The minute.
    pub at: Instant,
    pub first_at: Instant,
    pub last_at: Instant,
    /// Whose account it is; nobody's where the name is unknown. What was typed is not kept.
    pub person: Option<UserRef>,
    pub result: SignInResult,
    /// The network, or the address of a machine inside; empty where a minute had many.
    #[schema(example = "203.0.113.0/24")]
    pub address: String,
    pub times: i64,
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SignInQuery {
    pub person_id: Option<Id>,
    pub result: Option<SignInResult>,
    /// `true` for everything but sign-ins that went well.
    pub failed: Option<bool>,
    /// The first day, in the ward's time.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// The last day, included.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
