//! Bodies and rows of communications.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::{communication_units, communications};
use crate::db::types::{Id, Instant, Json};
use crate::features::tasks::model::TaskRef;
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// By which way people are told.
    pub enum CommunicationChannel {
        /// Loa truyền thanh.
        Loudspeaker = "loudspeaker",
        /// Băng-rôn.
        Banner = "banner",
        /// Áp-phích.
        Poster = "poster",
        /// Trang thông tin điện tử.
        Website = "website",
        /// Mạng xã hội.
        SocialNetwork = "social_network",
        /// Tuyên truyền tại trường.
        School = "school",
        /// Tờ rơi.
        Leaflet = "leaflet",
    }
}

text_enum! {
    /// `draft → approved → done`; `draft → returned → draft`; any open → `cancelled`. A change of text, places or
    /// schedule takes an approved one back to `draft`.
    pub enum CommunicationStatus {
        Draft = "draft",
        Returned = "returned",
        Approved = "approved",
        Done = "done",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// What the reader may do with it now.
    pub enum CommunicationAction {
        Edit = "edit",
        Approve = "approve",
        Return = "return",
        Finish = "finish",
        Cancel = "cancel",
        Report = "report",
    }
}

/// When the loudspeakers read it: on which days of the week within the period, at what times.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BroadcastSchedule {
    /// 1 (Monday) to 7; none: every day.
    #[serde(default)]
    #[schema(example = json!([1, 3, 5]))]
    pub weekdays: Vec<i32>,
    #[serde(default)]
    #[schema(example = json!(["05:30", "17:00"]))]
    pub times: Vec<String>,
}

/// Where banners or posters hang.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommunicationPlace {
    #[schema(example = "Cổng chào đường Trần Phú")]
    pub place: String,
    #[schema(minimum = 1)]
    pub count: i32,
    /// Whose it is to hang them; the lead's when left out.
    #[serde(default)]
    pub unit_id: Option<Id>,
    #[serde(default)]
    pub latitude: Option<f64>,
    #[serde(default)]
    pub longitude: Option<f64>,
    #[serde(default)]
    pub note: String,
}

/// An item as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = communications, treat_none_as_null = true)]
pub struct CommunicationRow {
    pub id: Id,
    pub ward_id: Id,
    pub campaign_id: Option<Id>,
    pub channel: CommunicationChannel,
    pub title: String,
    #[serde(skip)]
    pub search_key: String,
    pub body: String,
    pub reader: String,
    pub status: CommunicationStatus,
    pub status_reason: String,
    pub is_released: bool,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    #[serde(serialize_with = "plain")]
    pub schedule: Json<BroadcastSchedule>,
    #[serde(serialize_with = "plain")]
    pub places: Json<Vec<CommunicationPlace>>,
    pub link: String,
    pub copies: Option<i32>,
    pub lead_unit_id: Id,
    pub section_id: Option<Id>,
    pub task_id: Option<Id>,
    pub event_id: Option<Id>,
    pub created_unit_id: Id,
    pub created_by_id: Option<Id>,
    pub approved_by_id: Option<Id>,
    pub approved_at: Option<Instant>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

fn plain<T: Serialize, S: serde::Serializer>(value: &Json<T>, serializer: S) -> Result<S::Ok, S::Error> {
    let value: &T = value;
    value.serialize(serializer)
}

/// One unit's share of an item, as it is stored; the sums are those of its reports.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = communication_units, primary_key(communication_id, unit_id), treat_none_as_null = true)]
pub struct ShareRow {
    pub communication_id: Id,
    pub unit_id: Id,
    pub planned: i32,
    pub reports: i32,
    pub times: i32,
    pub last_on: Option<NaiveDate>,
}

/// One unit's share of an item.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CommunicationShare {
    pub unit: UnitRef,
    /// How many times to broadcast, banners to hang, posts or copies.
    pub planned: i32,
    /// How many reports it has sent; none: it has not done it yet.
    pub reports: i32,
    /// What its reports add up to.
    pub times: i32,
    pub last_on: Option<NaiveDate>,
}

/// An item as its reader sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Communication {
    pub id: Id,
    pub ward_id: Id,
    pub campaign_id: Option<Id>,
    pub campaign_name: Option<String>,
    pub channel: CommunicationChannel,
    pub title: String,
    /// The script, or the words of the banner, post or leaflet.
    pub body: String,
    /// Who reads it on the loudspeakers.
    pub reader: String,
    pub status: CommunicationStatus,
    /// Why it was returned or cancelled.
    pub status_reason: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub schedule: BroadcastSchedule,
    pub places: Vec<CommunicationPlace>,
    pub link: String,
    /// Leaflets for each unit.
    pub copies: Option<i32>,
    pub lead_unit_id: Id,
    pub lead_unit: UnitRef,
    pub created_unit: Option<UnitRef>,
    /// The units that do it; who has not reported stands first.
    pub units: Vec<CommunicationShare>,
    pub units_reported: i32,
    pub units_total: i32,
    pub section_id: Option<Id>,
    pub section_path: Option<String>,
    pub task_id: Option<Id>,
    pub task: Option<TaskRef>,
    pub event_id: Option<Id>,
    pub created_by: Option<UserRef>,
    pub approved_by: Option<UserRef>,
    pub approved_at: Option<Instant>,
    pub allowed_actions: Vec<CommunicationAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for Communication {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCommunication {
    pub campaign_id: Option<Id>,
    pub channel: CommunicationChannel,
    pub title: String,
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub reader: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    #[serde(default, deserialize_with = "crate::input::object")]
    pub schedule: BroadcastSchedule,
    #[serde(default)]
    pub places: Vec<CommunicationPlace>,
    #[serde(default)]
    pub link: String,
    pub copies: Option<i32>,
    /// The writer's own unit when left out; a unit leads what it writes.
    pub lead_unit_id: Option<Id>,
    /// Who does it; the lead alone when left out.
    #[serde(default)]
    pub unit_ids: Vec<Id>,
    pub section_id: Option<Id>,
    pub task_id: Option<Id>,
    pub event_id: Option<Id>,
}

/// A merge patch. Another channel is another item.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommunicationChanges {
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub campaign_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub body: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub reader: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub starts_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = NaiveDate, required = false)]
    pub ends_on: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub schedule: Option<BroadcastSchedule>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub places: Option<Vec<CommunicationPlace>>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub link: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<i32>)]
    pub copies: Patch<i32>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = Id, required = false)]
    pub lead_unit_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub unit_ids: Option<Vec<Id>>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub section_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub task_id: Patch<Id>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub event_id: Patch<Id>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommunicationReason {
    pub reason: String,
}

/// An action that needs no words.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommunicationMove {}

/// The filters of the list, of its exports and of the counts.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CommunicationQuery {
    pub campaign_id: Option<Id>,
    pub channel: Option<CommunicationChannel>,
    /// One or more states, with commas between.
    pub status: Option<String>,
    /// What this unit has to do.
    pub unit_id: Option<Id>,
    /// Only what `unit_id` (my unit when left out) has reported on, or has not.
    pub reported: Option<bool>,
    pub task_id: Option<Id>,
    /// Running on this day or later.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    /// Running on this day or earlier.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    /// Words of the title, with or without marks.
    pub q: Option<String>,
    /// `-starts_on` (default), `starts_on`, `-updated_at` or `title`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}
