//! Bodies and rows of injuries.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::injuries;
use crate::db::types::{Id, Instant};
use crate::features::children::model::Sex;
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// The kinds of the form, in its order: 01 to 11.
    pub enum InjuryKind {
        /// Ngã.
        Fall = "fall",
        /// Bỏng/cháy.
        Burn = "burn",
        /// Tai nạn giao thông.
        Traffic = "traffic",
        /// Ngộ độc các loại.
        Poisoning = "poisoning",
        /// Cắt, đâm.
        Cut = "cut",
        /// Ngạt thở, hóc nghẹn.
        Suffocation = "suffocation",
        /// Súc vật cắn.
        AnimalBite = "animal_bite",
        /// Đuối nước.
        Drowning = "drowning",
        /// Bom, mìn/vật nổ.
        Explosive = "explosive",
        /// Điện giật.
        ElectricShock = "electric_shock",
        /// Các loại TNTT khác.
        Other = "other",
    }
}

text_enum! {
    pub enum InjuryPlaceKind {
        Home = "home",
        School = "school",
        Community = "community",
    }
}

text_enum! {
    /// Khỏi, đang điều trị, khuyết tật, tử vong.
    pub enum InjuryOutcome {
        Recovered = "recovered",
        Treating = "treating",
        Disabled = "disabled",
        Dead = "dead",
    }
}

text_enum! {
    /// By the age on the day it happened.
    pub enum AgeBand {
        UpTo5 = "0-5",
        From6To9 = "6-9",
        From10To13 = "10-13",
        From14To16 = "14-16",
    }
}

/// An injury as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = injuries, treat_none_as_null = true)]
pub struct InjuryRow {
    pub id: Id,
    pub ward_id: Id,
    pub child_id: Option<Id>,
    /// Who recorded it.
    pub unit_id: Option<Id>,
    pub neighborhood_id: Option<Id>,
    pub school_id: Option<Id>,
    pub happened_on: NaiveDate,
    pub at_time: String,
    pub kind: InjuryKind,
    pub place_kind: InjuryPlaceKind,
    pub place: String,
    pub outcome: InjuryOutcome,
    pub supervision: String,
    /// Sealed; see [`super::write`].
    pub description: String,
    pub water: String,
    pub sex: Sex,
    pub age: i32,
    pub recorded_by_id: Option<Id>,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// The child, for those who may see it in the registry.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InjuredChild {
    pub id: Id,
    pub full_name: String,
    pub birth_year: i32,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Injury {
    pub id: Id,
    /// Absent for a child who is not on the ward's list, or not the reader's to see.
    pub child: Option<InjuredChild>,
    pub child_id: Option<Id>,
    pub sex: Sex,
    /// Full years on the day it happened.
    pub age: i32,
    pub age_band: AgeBand,
    pub neighborhood: Option<UnitRef>,
    pub school: Option<UnitRef>,
    pub happened_on: NaiveDate,
    #[schema(example = "16:30")]
    pub time: Option<String>,
    pub kind: InjuryKind,
    pub place_kind: InjuryPlaceKind,
    pub place: String,
    pub outcome: InjuryOutcome,
    /// Who looked after the child then.
    pub supervision: String,
    /// Only where one record is read; that is itself recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    pub description: Option<String>,
    /// The water, where somebody drowned.
    #[schema(example = "Ao sau nhà văn hóa khu phố 3")]
    pub water: String,
    pub recorded_by: Option<UserRef>,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub may_change: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Injury {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInjury {
    /// `null` for a child who is not on the ward's list; sex and age are told then.
    pub child_id: Option<Id>,
    /// For a child of the list only where its sex is not known.
    pub sex: Option<Sex>,
    /// For a child who is not on the list.
    pub age: Option<i32>,
    /// Where it happened; a child's own, or the recording neighborhood, when left out.
    pub neighborhood_id: Option<Id>,
    pub happened_on: NaiveDate,
    pub time: Option<String>,
    pub kind: InjuryKind,
    pub place_kind: InjuryPlaceKind,
    #[serde(default)]
    pub place: String,
    pub outcome: InjuryOutcome,
    #[serde(default)]
    pub supervision: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub water: String,
}

/// A merge patch. Whose injury it was does not change: cancel the record and make another.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InjuryChanges {
    pub happened_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub time: Patch<String>,
    pub kind: Option<InjuryKind>,
    pub place_kind: Option<InjuryPlaceKind>,
    pub place: Option<String>,
    pub outcome: Option<InjuryOutcome>,
    pub supervision: Option<String>,
    pub description: Option<String>,
    pub water: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InjuryCancellation {
    pub reason: String,
}

/// The filters of the list; each number of the quarter's table is the total of one of them.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct InjuryQuery {
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    pub kind: Option<InjuryKind>,
    pub sex: Option<Sex>,
    pub age_band: Option<AgeBand>,
    pub place_kind: Option<InjuryPlaceKind>,
    pub outcome: Option<InjuryOutcome>,
    pub neighborhood_id: Option<Id>,
    pub school_id: Option<Id>,
    /// Cancelled ones instead of those that count.
    pub cancelled: Option<bool>,
    /// `-happened_on` (default), `happened_on` or `-updated_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct QuarterQuery {
    #[param(required = true)]
    pub year: Option<i32>,
    /// 1 to 4.
    #[param(required = true, minimum = 1, maximum = 4)]
    pub quarter: Option<i32>,
}

/// Số mắc and, among them, số tử vong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct InjuryCount {
    pub cases: i64,
    pub deaths: i64,
}

/// A kind of injury in the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct InjuryLine {
    /// Absent for the sum.
    pub kind: Option<InjuryKind>,
    #[schema(example = "Đuối nước")]
    pub label: String,
    pub boys: InjuryCount,
    pub girls: InjuryCount,
    /// 0–5, 6–9, 10–13, 14–16.
    pub ages: Vec<InjuryCount>,
    /// Home, school, community.
    pub places: Vec<InjuryCount>,
    pub total: InjuryCount,
}

/// The quarter's table. The rows behind each number: `GET /injuries` with `from`, `to` and the filters of its line and
/// column.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InjuryQuarter {
    pub year: i32,
    pub quarter: i32,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub rows: Vec<InjuryLine>,
    pub total: InjuryLine,
    pub disabled: i64,
    /// Children within the reader's scope today.
    pub children: i64,
}
