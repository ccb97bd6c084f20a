//! Bodies and rows of recommendations (kiến nghị).

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::attachments::Attachment;
use crate::db::schema::inspection_recommendations;
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// `open → fixed → verified`; returned it is `open` again, with the reason; `open → withdrawn`.
    pub enum RecommendationStatus {
        Open = "open",
        Fixed = "fixed",
        Verified = "verified",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What the reader may do with it now.
    pub enum RecommendationAction {
        Edit = "edit",
        Fix = "fix",
        Verify = "verify",
        Return = "return",
        Withdraw = "withdraw",
        Remind = "remind",
    }
}

/// A recommendation as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = inspection_recommendations, treat_none_as_null = true)]
pub struct RecommendationRow {
    pub id: Id,
    pub ward_id: Id,
    pub inspection_id: Id,
    pub unit_id: Id,
    pub lead_unit_id: Id,
    pub number: i32,
    pub text: String,
    #[serde(skip)]
    pub search_key: String,
    pub made_on: NaiveDate,
    pub due_on: NaiveDate,
    pub status: RecommendationStatus,
    pub status_reason: String,
    pub fix_note: String,
    pub fixed_at: Option<Instant>,
    pub fixed_by_id: Option<Id>,
    pub check_note: String,
    pub verified_at: Option<Instant>,
    pub verified_by_id: Option<Id>,
    #[serde(skip)]
    pub told_step: i32,
    pub reminded_on: Option<NaiveDate>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A recommendation as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Recommendation {
    pub id: Id,
    pub ward_id: Id,
    pub inspection_id: Id,
    pub inspection_title: String,
    /// Who is to put it right.
    pub unit_id: Id,
    pub unit: UnitRef,
    /// Who inspected.
    pub lead_unit: Option<UnitRef>,
    /// 1 is the inspection's first.
    pub number: i32,
    #[schema(example = "Rào, cắm biển cảnh báo ao cạnh nhà văn hóa")]
    pub text: String,
    pub made_on: NaiveDate,
    pub due_on: NaiveDate,
    /// Open after its day.
    pub late: bool,
    /// Days until it is due; negative when it has passed.
    pub days_left: i64,
    pub status: RecommendationStatus,
    /// Why it was returned or withdrawn.
    pub status_reason: String,
    /// What the unit has done.
    pub fix_note: String,
    pub fixed_at: Option<Instant>,
    pub fixed_by: Option<UserRef>,
    /// What the inspector found.
    pub check_note: String,
    pub verified_at: Option<Instant>,
    pub verified_by: Option<UserRef>,
    pub reminded_on: Option<NaiveDate>,
    /// The unit's evidence.
    pub attachments: Vec<Attachment>,
    pub allowed_actions: Vec<RecommendationAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Recommendation {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRecommendation {
    /// One of the inspected units.
    pub unit_id: Id,
    pub text: String,
    pub due_on: NaiveDate,
}

/// While it is open, it may be mended.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendationChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub due_on: Option<NaiveDate>,
}

/// What the unit has done.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendationFix {
    pub note: String,
    #[serde(default)]
    pub attachment_ids: Vec<Id>,
}

/// What the inspector found.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendationCheck {
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendationReason {
    pub reason: String,
}

/// An action that needs no words.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendationMove {}

/// The filters of the list and of its exports.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RecommendationQuery {
    pub inspection_id: Option<Id>,
    /// Made to this unit.
    pub unit_id: Option<Id>,
    /// Only those made to my unit.
    pub mine: Option<bool>,
    /// One or more states, with commas between.
    pub status: Option<String>,
    /// Only those that are open after their day.
    pub late: Option<bool>,
    /// Made on this day or later.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub made_from: Option<NaiveDate>,
    /// Made on this day or earlier.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub made_to: Option<NaiveDate>,
    /// Words of the text, with or without marks.
    pub q: Option<String>,
    /// `due_on` (default), `-due_on` or `-updated_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
