//! What people send about safety plans.

use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::model::{SafetyItem, SafetyOfficer, SafetyRisk};

/// The whole plan: what stood there before is replaced.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyPlanDraft {
    pub items: Vec<SafetyItem>,
    #[serde(default)]
    pub risks: Vec<SafetyRisk>,
    #[serde(default)]
    pub officers: Vec<SafetyOfficer>,
    /// Sơ tán, chỉ huy, liên lạc: in free words.
    #[serde(default)]
    pub note: String,
}

/// A merge patch; a list is replaced as a whole. Of an approved plan it takes the approval back, and the event's.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyPlanChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Vec<SafetyItem>, required = false)]
    pub items: Option<Vec<SafetyItem>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Vec<SafetyRisk>, required = false)]
    pub risks: Option<Vec<SafetyRisk>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Vec<SafetyOfficer>, required = false)]
    pub officers: Option<Vec<SafetyOfficer>>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub note: Option<String>,
}

/// The police's decision on paper.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyDecision {
    #[schema(example = "12/PA-CAP")]
    pub decision_number: String,
    /// Not in the future.
    pub decision_date: NaiveDate,
}

/// Why a plan goes back.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyReturn {
    pub reason: String,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SafetyPlanQuery {
    /// One or several, with commas between; without it `requested,drafted`: what waits for the police.
    pub status: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
