//! Bodies and rows of service accounts.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::MachineScope;
use crate::db::schema::service_accounts;
use crate::db::types::{Id, Instant, Json};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// Whether a service account may be used today.
    pub enum ServiceAccountStatus {
        Active = "active",
        Expired = "expired",
        Revoked = "revoked",
    }
}

/// An account as it is stored, without what only its sign-in needs.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = service_accounts)]
pub struct ServiceAccountRow {
    pub id: Id,
    pub unit_id: Id,
    pub name: String,
    pub sort_key: String,
    pub scopes: Json<Vec<MachineScope>>,
    pub addresses: Json<Vec<String>>,
    pub secret_hash: String,
    pub old_secret_until: Option<Instant>,
    pub expires_on: NaiveDate,
    pub revoked_at: Option<Instant>,
    pub revoked_reason: String,
    pub last_used_at: Option<Instant>,
    pub last_used_address: Option<String>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ServiceAccount {
    /// The `client_id` of its sign-in.
    pub id: Id,
    #[schema(example = "Phần mềm báo cáo của thị xã")]
    pub name: String,
    pub unit_id: Id,
    pub unit: UnitRef,
    pub scopes: Vec<MachineScope>,
    /// Addresses and ranges (CIDR) that it may be used from; none means any.
    #[schema(example = json!(["203.0.113.0/24"]))]
    pub addresses: Vec<String>,
    /// The last day, included.
    pub expires_on: NaiveDate,
    pub status: ServiceAccountStatus,
    /// Until then the secret before this one counts, too.
    pub old_secret_until: Option<Instant>,
    /// When it last asked for a token, and from where.
    pub last_used_at: Option<Instant>,
    pub last_used_address: Option<String>,
    pub revoked_at: Option<Instant>,
    pub revoked_reason: String,
    pub created_by: Option<UserRef>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for ServiceAccount {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// What the administrator sets of an account, checked.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct ServiceAccountFields {
    pub name: String,
    pub unit_id: Id,
    pub scopes: Vec<MachineScope>,
    pub addresses: Vec<String>,
    pub expires_on: NaiveDate,
}

impl ServiceAccount {
    pub fn fields(&self) -> ServiceAccountFields {
        ServiceAccountFields {
            name: self.name.clone(),
            unit_id: self.unit_id.clone(),
            scopes: self.scopes.clone(),
            addresses: self.addresses.clone(),
            expires_on: self.expires_on,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ServiceAccountQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewServiceAccount {
    #[schema(example = "Phần mềm báo cáo của thị xã")]
    pub name: String,
    /// The ward's leadership.
    pub unit_id: Id,
    /// At least one; no more than the machine needs.
    pub scopes: Vec<MachineScope>,
    /// Addresses and ranges (CIDR) that it may be used from; none means any.
    #[serde(default)]
    #[schema(example = json!(["203.0.113.0/24"]))]
    pub addresses: Vec<String>,
    /// The last day, at most two years from today.
    pub expires_on: NaiveDate,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceAccountChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Id, required = false)]
    pub unit_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Vec<MachineScope>, required = false)]
    pub scopes: Option<Vec<MachineScope>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub addresses: Option<Vec<String>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub expires_on: Option<NaiveDate>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecretRotation {
    /// Hours (0–72) for which the old secret still counts, so that the machine can be told meanwhile.
    #[schema(example = 24)]
    pub grace_hours: i64,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceAccountRevocation {
    pub reason: String,
}

/// An account with a secret that was just made.
#[derive(Serialize, ToSchema)]
pub struct ServiceAccountWithSecret {
    #[serde(flatten)]
    pub account: ServiceAccount,
    /// Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then rotate).
    pub client_secret: Option<String>,
}
