//! What sign-in takes and answers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Role;
use crate::db::types::{Id, Instant};
use crate::text_enum;

text_enum! {
    /// Where the refresh token goes: a cookie for browsers, the body for mobile clients.
    pub enum Client {
        Browser = "browser",
        Mobile = "mobile",
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    #[schema(example = "chinhsach")]
    pub username: String,
    #[schema(format = Password)]
    pub password: String,
    /// The six digits of the app, or one of the recovery codes.
    pub otp: Option<String>,
    pub client: Option<Client>,
    /// A machine that others use too: the session ends after 8 hours, or an hour without use; else after 30 days, or 7
    /// days without use.
    #[serde(default)]
    pub shared_device: bool,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Refresh {
    /// For mobile clients; browsers send their cookie.
    pub refresh_token: Option<String>,
}

/// Who signed in, in short; `GET /me` tells the rest.
#[derive(Serialize, ToSchema)]
pub struct SignedInUser {
    pub id: Id,
    pub username: String,
    pub full_name: String,
    pub role: Role,
    pub unit_id: Id,
    pub must_change_password: bool,
}

#[derive(Serialize, ToSchema)]
pub struct SignedIn {
    pub access_token: String,
    #[schema(example = "Bearer")]
    pub token_type: &'static str,
    /// Seconds until the access token ends.
    pub expires_in: i64,
    /// Only for `"client": "mobile"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    pub user: SignedInUser,
    pub must_change_password: bool,
    /// The role needs one-time codes, and the account has none: until they are set up everything else is 403.
    pub otp_setup_required: bool,
}

/// A place where somebody is signed in.
#[derive(Serialize, ToSchema)]
pub struct Session {
    pub id: Id,
    /// The one that asks.
    pub current: bool,
    pub client: Client,
    pub user_agent: String,
    pub created_at: Instant,
    /// The last renewal of its access token, to the quarter of an hour.
    pub last_used_at: Instant,
    /// When it ends unless it is used before.
    pub idle_ends_at: Instant,
    /// When it ends in any case.
    pub expires_at: Instant,
    /// On a machine that others use too.
    pub shared_device: bool,
}

/// How many sessions were ended.
#[derive(Serialize, ToSchema)]
pub struct EndedSessions {
    #[schema(example = 2)]
    pub ended: i64,
}
