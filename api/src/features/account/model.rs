//! Bodies and rows of my account.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::matrix::Permission;
use crate::access::{Action, Resource, Role, ScopeKind};
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::setup::Hotline;

/// The signed-in person with all that the first screen needs.
#[derive(Clone, Serialize, ToSchema)]
pub struct Me {
    pub user: MyUser,
    pub unit: UnitRef,
    /// Nobody's at a superior unit.
    pub ward: Option<WardRef>,
    /// The wards below, for a superior unit.
    pub wards: Vec<WardRef>,
    /// Delegations in force today that name me.
    pub delegations: Vec<ActiveDelegation>,
    pub permissions: Vec<Permission>,
    /// The day it is in the ward.
    pub today: NaiveDate,
    pub demo: bool,
    pub unread_notifications: i64,
    pub version: i32,
}

impl Versioned for Me {
    fn id(&self) -> &Id {
        &self.user.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Serialize, ToSchema)]
pub struct MyUser {
    pub id: Id,
    pub username: String,
    pub full_name: String,
    pub position: String,
    pub role: Role,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub unit_id: Id,
    pub totp_enabled: bool,
    /// My role needs one-time codes, and I have none: until I set them up everything else is 403.
    pub otp_setup_required: bool,
    /// Recovery codes that were not used yet.
    pub recovery_codes_left: i64,
    /// Some of them were made before November 2026 and are kept less safely: new ones are better.
    pub recovery_codes_old: bool,
    pub must_change_password: bool,
}

#[derive(Clone, Serialize, ToSchema, diesel::Queryable)]
pub struct WardRef {
    pub id: Id,
    pub code: String,
    pub name: String,
}

#[derive(Clone, Serialize, ToSchema)]
pub struct ActiveDelegation {
    pub id: Id,
    pub from_user: UserRef,
    pub to_user: UserRef,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
}

/// What a person may change about themselves: neither role nor unit nor username.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MyChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub full_name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub email: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub phone: Patch<String>,
    /// Needed for another mail address or telephone.
    #[serde(default)]
    #[schema(format = Password)]
    pub current_password: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordChange {
    #[schema(format = Password)]
    pub current_password: String,
    #[schema(format = Password)]
    pub new_password: String,
}

/// A secret that waits for its first code.
#[derive(Serialize, ToSchema)]
pub struct TotpPreparation {
    /// Base32, to type by hand.
    pub secret: String,
    pub otpauth_url: String,
    /// A PNG in base64, to scan.
    pub qr_png_base64: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TotpConfirmation {
    #[schema(example = "123456")]
    pub otp: String,
}

/// Ten codes to keep on paper; each opens the account once.
#[derive(Serialize, ToSchema)]
pub struct RecoveryCodes {
    pub recovery_codes: Vec<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordProof {
    #[schema(format = Password)]
    pub password: String,
}

/// The filters of a list under a name, as they stand in its address.
#[derive(Clone, Serialize, ToSchema, diesel::Queryable)]
pub struct SavedFilter {
    pub id: Id,
    #[schema(example = "tasks")]
    pub list: String,
    pub name: String,
    #[schema(example = "overdue=true&sort=due_on")]
    pub query: String,
    pub created_at: Instant,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSavedFilter {
    pub list: String,
    pub name: String,
    pub query: String,
}

#[derive(Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SavedFilterQuery {
    /// The list they belong to (`tasks`).
    pub list: Option<String>,
}

/// One cell of the matrix.
#[derive(Serialize, ToSchema)]
pub struct MatrixCell {
    pub role: Role,
    pub resource: Resource,
    pub actions: Vec<Action>,
    pub scope: ScopeKind,
}

/// What anybody may know before signing in.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InfoQuery {
    /// The code of a ward, where the installation holds several.
    #[param(example = "ba-dinh")]
    pub ward: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct PublicInfo {
    #[schema(example = "Búp Trên Cành")]
    pub product: &'static str,
    pub version: &'static str,
    pub demo: bool,
    /// Only in demo mode.
    pub demo_accounts: Vec<DemoAccount>,
    /// The ward that was asked for, or the only one of the installation.
    pub ward_name: Option<String>,
    /// Its own numbers to call, the first first.
    pub ward_hotlines: Vec<Hotline>,
}

#[derive(Serialize, ToSchema)]
pub struct DemoAccount {
    pub username: String,
    pub role: Role,
    pub full_name: String,
}
