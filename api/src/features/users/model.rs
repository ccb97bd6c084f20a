//! Bodies and rows of users.

use serde::Serialize;
use utoipa::ToSchema;

use crate::db::types::Id;

/// A person as other rows show them.
#[derive(Clone, Debug, Serialize, ToSchema, diesel::Queryable)]
pub struct UserRef {
    pub id: Id,
    pub full_name: String,
    pub position: String,
    pub unit_name: String,
}
