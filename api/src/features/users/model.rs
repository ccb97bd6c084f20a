//! Bodies and rows of users.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::Role;
use crate::db::schema::users;
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    pub enum UserStatus {
        Active = "active",
        Disabled = "disabled",
    }
}

/// A person as other rows show them.
#[derive(Clone, Debug, Serialize, ToSchema, diesel::Queryable)]
pub struct UserRef {
    pub id: Id,
    pub full_name: String,
    pub position: String,
    pub unit_name: String,
}

/// An account as it is stored, without what only sign-in needs.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = users)]
pub struct UserRow {
    pub id: Id,
    pub username: String,
    pub full_name: String,
    pub sort_key: String,
    pub position: String,
    pub role: Role,
    pub unit_id: Id,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub status: UserStatus,
    pub totp_enabled: bool,
    pub must_change_password: bool,
    pub first_password_at: Option<Instant>,
    pub last_login_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct User {
    pub id: Id,
    #[schema(example = "khupho3")]
    pub username: String,
    #[schema(example = "Lê Đình Cường")]
    pub full_name: String,
    #[schema(example = "Trưởng khu phố")]
    pub position: String,
    pub role: Role,
    pub unit_id: Id,
    pub unit: UnitRef,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub status: UserStatus,
    pub totp_enabled: bool,
    /// The first password has not been changed yet.
    pub must_change_password: bool,
    /// Until when the first password opens the account; `null` once the person has chosen their own.
    pub first_password_ends_at: Option<Instant>,
    /// Nobody used the first password in time: reset it.
    pub first_password_expired: bool,
    pub last_login_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for User {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// What the administrator sets of an account.
#[derive(Clone, Debug, Serialize, PartialEq, Eq, AsChangeset)]
#[diesel(table_name = users, treat_none_as_null = true)]
pub struct UserFields {
    pub full_name: String,
    pub position: String,
    pub role: Role,
    pub unit_id: Id,
    pub email: Option<String>,
    pub phone: Option<String>,
}

impl User {
    pub fn fields(&self) -> UserFields {
        UserFields {
            full_name: self.full_name.clone(),
            position: self.position.clone(),
            role: self.role,
            unit_id: self.unit_id.clone(),
            email: self.email.clone(),
            phone: self.phone.clone(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UserQuery {
    /// Words of the name or username, without regard to case and marks.
    pub q: Option<String>,
    pub role: Option<Role>,
    pub unit_id: Option<Id>,
    pub status: Option<UserStatus>,
    /// `name` (given name first, the default), `-name`, `username` or `-username`.
    #[param(example = "name")]
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// What the person signs in with: small letters without marks, digits, `.`, `_`, `-`.
    #[schema(example = "khupho12")]
    pub username: String,
    pub full_name: String,
    pub position: Option<String>,
    /// Must fit the kind of the unit.
    pub role: Role,
    pub unit_id: Id,
    pub email: Option<String>,
    pub phone: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub full_name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub position: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Role, required = false)]
    pub role: Option<Role>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Id, required = false)]
    pub unit_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub email: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub phone: Patch<String>,
}

/// An account that was just made.
#[derive(Serialize, ToSchema)]
pub struct CreatedUser {
    #[serde(flatten)]
    pub user: User,
    /// Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then reset the password).
    pub initial_password: Option<String>,
}

/// A password to hand over; it must be changed at the next sign-in.
#[derive(Serialize, ToSchema)]
pub struct ResetPassword {
    /// Shown this once; `null` when the request is repeated under its `Idempotency-Key` (then reset it again).
    pub initial_password: Option<String>,
}
