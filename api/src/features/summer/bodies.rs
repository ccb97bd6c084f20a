//! What is sent about handovers: bodies and filters.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::{Handover, SummerMembership, SummerPerson, SummerRating};
use crate::db::types::Id;
use crate::input::Patch;

/// The handovers of a school for a summer, one for each neighborhood where its pupils live.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHandovers {
    pub year: i32,
    /// A school leaves it out: it speaks for itself.
    pub school_id: Option<Id>,
    /// Only these; all where pupils live, when left out.
    pub neighborhood_ids: Option<Vec<Id>>,
}

/// What was made. Called again, it adds who is new: to the prepared handover, or to another one where the first is
/// signed already.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoversMade {
    pub items: Vec<Handover>,
    pub made: i64,
    pub children_added: i64,
    /// Pupils of whom no neighborhood of the ward is known.
    pub without_neighborhood: i64,
}

#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverChanges {
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<i32>)]
    pub number: Patch<i32>,
    pub venue: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub meets_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub begins_at: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub ends_at: Patch<String>,
    /// The school's own to name.
    pub school_representatives: Option<Vec<SummerPerson>>,
    pub receiving_representatives: Option<Vec<SummerPerson>>,
    pub parents: Option<Vec<SummerPerson>>,
    pub documents: Option<Vec<String>>,
    pub copies: Option<i32>,
    pub return_venue: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub returns_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub return_begins_at: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub return_ends_at: Patch<String>,
    pub assessment: Option<Vec<String>>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub summer_from: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub summer_to: Patch<NaiveDate>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverAddition {
    pub child_ids: Vec<Id>,
}

/// What the school says of a child while the list is prepared; what the locality says once it was received.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverChildChanges {
    pub membership: Option<SummerMembership>,
    pub note: Option<String>,
    pub academic: Option<String>,
    pub conduct: Option<String>,
    pub talents: Option<String>,
    pub teacher: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<SummerRating>)]
    pub rating: Patch<SummerRating>,
    pub remarks: Option<String>,
    pub commended: Option<bool>,
}

/// An act of will: signing in the app.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverSigning {
    /// As what; the signer's own position when left out.
    #[schema(example = "Hiệu trưởng")]
    pub position: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverReopening {
    pub reason: String,
}

/// Each child's rating; those that were written before may be left out.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverReturn {
    pub position: Option<String>,
    #[serde(default)]
    pub children: Vec<HandoverResult>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandoverResult {
    pub child_id: Id,
    /// `null`: not rated, for instance a child who was away all summer.
    pub rating: Option<SummerRating>,
    #[serde(default)]
    pub remarks: String,
    #[serde(default)]
    pub commended: bool,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HandoverQuery {
    pub year: Option<i32>,
    pub school_id: Option<Id>,
    pub neighborhood_id: Option<Id>,
    /// One or more states, with commas between.
    pub status: Option<String>,
    /// `-created_at` (default) or `-updated_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
