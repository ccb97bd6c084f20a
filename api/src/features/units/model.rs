//! Bodies and rows of units.

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::UnitKind;
use crate::db::schema::units;
use crate::db::types::Id;

/// A unit as other rows show it.
#[derive(Clone, Debug, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = units)]
pub struct UnitRef {
    pub id: Id,
    pub kind: UnitKind,
    #[schema(example = "khu-pho-3")]
    pub code: String,
    #[schema(example = "Khu phố 3")]
    pub name: String,
}
