//! Bodies and rows of wards.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::{holidays, wards};
use crate::db::types::{Id, Instant, Json};
use crate::http::reply::Versioned;
use crate::setup::WardSettings;

/// A ward as it is stored.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = wards)]
pub struct WardRow {
    pub id: Id,
    pub code: String,
    pub name: String,
    pub place: String,
    pub settings: Json<WardSettings>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Ward {
    pub id: Id,
    #[schema(example = "ba-dinh")]
    pub code: String,
    #[schema(example = "Phường Ba Đình")]
    pub name: String,
    /// Where documents are dated.
    #[schema(example = "Bỉm Sơn")]
    pub place: String,
    pub settings: WardSettings,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl From<WardRow> for Ward {
    fn from(row: WardRow) -> Self {
        let WardRow { id, code, name, place, settings, created_at, updated_at, version } = row;
        Self { id, code, name, place, settings: settings.into_inner(), created_at, updated_at, version }
    }
}

impl Versioned for Ward {
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
pub struct WardQuery {
    /// Words of the name, without regard to case and marks.
    pub q: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WardChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub place: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = SettingsChanges, required = false)]
    pub settings: Option<SettingsChanges>,
}

/// The settings to change; those left out stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingsChanges {
    /// Where the People's Committee is found.
    pub address: Option<String>,
    pub reminder_days_before: Option<Vec<i64>>,
    pub reminder_days_after: Option<Vec<i64>>,
    pub answer_working_days: Option<u32>,
    pub due_soon_days: Option<i64>,
    pub digest_hour: Option<u32>,
    /// The clocks of child protection, all of them at once.
    pub cases: Option<crate::setup::CaseTerms>,
    /// When an event needs a safety plan, all of it at once.
    pub events: Option<crate::setup::EventTerms>,
    /// To whom the ward reports and by when, all of it at once.
    pub reports: Option<crate::setup::ReportTerms>,
    /// The clock of a violation of personal data, and who is told of it, all of it at once.
    pub breaches: Option<crate::setup::BreachTerms>,
    /// All of them, in their order; at most five.
    pub hotlines: Option<Vec<crate::setup::Hotline>>,
}

/// A day off, or a Saturday or Sunday worked instead.
#[derive(Clone, Debug, Serialize, ToSchema, Queryable, Selectable)]
#[diesel(table_name = holidays)]
pub struct Holiday {
    pub id: Id,
    /// `null` for a day of the whole country, which no ward changes.
    pub ward_id: Option<Id>,
    pub day: NaiveDate,
    #[schema(example = "Tết Nguyên đán")]
    pub name: String,
    /// True for a day that is worked to make up for another.
    pub is_workday: bool,
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct HolidayQuery {
    pub year: Option<i32>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHoliday {
    pub day: NaiveDate,
    #[schema(example = "Nghỉ bù Quốc khánh")]
    pub name: String,
    #[serde(default)]
    pub is_workday: bool,
}
