//! Bodies and rows of units.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::UnitKind;
use crate::db::schema::units;
use crate::db::types::{Id, Instant};
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// `active → merged` or `active → closed`; a unit is never deleted, since old rows name it.
    pub enum UnitStatus {
        Active = "active",
        Merged = "merged",
        Closed = "closed",
    }
}

text_enum! {
    /// What happened to a unit.
    pub enum HistoryKind {
        Created = "created",
        Renamed = "renamed",
        /// Its code changed: `old_name` and `new_name` hold the codes.
        Recoded = "recoded",
        Merged = "merged",
        Closed = "closed",
    }
}

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

/// A unit as it is stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = units)]
pub struct UnitRow {
    pub id: Id,
    pub ward_id: Option<Id>,
    pub kind: UnitKind,
    pub code: String,
    pub name: String,
    pub status: UnitStatus,
    pub merged_into_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Unit {
    pub id: Id,
    pub ward_id: Option<Id>,
    pub kind: UnitKind,
    #[schema(example = "khu-pho-3")]
    pub code: String,
    #[schema(example = "Khu phố 3")]
    pub name: String,
    pub status: UnitStatus,
    /// Who took over its people and open work.
    pub merged_into: Option<UnitRef>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Unit {
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
pub struct UnitQuery {
    pub kind: Option<UnitKind>,
    pub status: Option<UnitStatus>,
    /// One of the wards below, for a superior unit.
    pub ward_id: Option<Id>,
    /// Words of the name, without regard to case and marks.
    pub q: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUnit {
    pub kind: UnitKind,
    /// Small letters, digits and hyphens; one of its kind in the ward.
    #[schema(example = "khu-pho-12")]
    pub code: String,
    #[schema(example = "Khu phố 12")]
    pub name: String,
}

/// A new name or code; the old one stays in the history.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub code: Option<String>,
    /// The day of the decision; today when left out.
    pub effective_on: Option<NaiveDate>,
    #[schema(example = "Nghị quyết 12/NQ-HĐND")]
    pub note: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// The unit of the same ward that takes over people and open work.
    pub into_unit_id: Id,
    pub effective_on: NaiveDate,
    /// The decision that merges the two.
    #[schema(example = "Nghị quyết 12/NQ-HĐND")]
    pub note: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Why the unit is closed.
    pub note: String,
}

/// One event in the life of a unit.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    pub id: Id,
    pub at: Instant,
    pub what: HistoryKind,
    pub old_name: Option<String>,
    /// For `merged`: the name of the unit that took over.
    pub new_name: Option<String>,
    pub effective_on: NaiveDate,
    pub note: String,
    pub by: Option<UserRef>,
}
