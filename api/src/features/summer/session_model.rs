//! Bodies and rows of groups, sessions, attendance, opinions and leaves.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::attendance_model::SummerOpinion;
use crate::db::schema::{summer_groups, summer_sessions};
use crate::db::types::{Id, Instant, Json};
use crate::features::units::model::UnitRef;
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    /// Có mặt, vắng có phép, vắng không phép, đi muộn.
    pub enum AttendanceState {
        Present = "present",
        Excused = "excused",
        Absent = "absent",
        Late = "late",
    }
}

text_enum! {
    /// What was said to a child's taking part.
    pub enum SummerConsent {
        Agrees = "agrees",
        Declines = "declines",
    }
}

text_enum! {
    /// How somebody came into a group.
    pub enum MemberSource {
        Handover = "handover",
        Added = "added",
    }
}

text_enum! {
    /// What became of a mark.
    pub enum MarkResult {
        /// It is the child's mark now.
        Saved = "saved",
        /// It was sent before.
        Same = "same",
        /// A later one stands; this one is kept beside it.
        Kept = "kept",
        /// The child is not on the list or not within the scope.
        Refused = "refused",
    }
}

/// Who leads a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SummerLeader {
    pub name: String,
    #[schema(example = "0912345678")]
    pub phone: Option<String>,
    /// Chi đoàn, school or other body.
    #[serde(default)]
    pub unit: String,
}

/// A group as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = summer_groups, treat_none_as_null = true)]
pub struct GroupRow {
    pub id: Id,
    pub ward_id: Id,
    pub year: i32,
    pub neighborhood_id: Id,
    pub name: String,
    pub leaders: Json<Vec<SummerLeader>>,
    pub note: String,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A group in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerGroup {
    pub id: Id,
    pub year: i32,
    pub neighborhood_id: Id,
    pub neighborhood: Option<UnitRef>,
    pub name: String,
    pub leaders: Vec<SummerLeader>,
    pub note: String,
    pub members_count: i64,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub may_change: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A child in a group, with what was said to its taking part.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerMember {
    pub child_id: Id,
    pub full_name: String,
    pub birth_year: i32,
    pub grade: String,
    pub neighborhood: Option<UnitRef>,
    pub phone: Option<String>,
    pub can_swim: Option<bool>,
    pub medical_warning: String,
    pub source: MemberSource,
    /// Seven or older today: asked as well as its parents.
    pub must_be_asked: bool,
    pub opinion: Option<SummerOpinion>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerGroupDetail {
    #[serde(flatten)]
    pub group: SummerGroup,
    pub members: Vec<SummerMember>,
}

impl Versioned for SummerGroupDetail {
    fn id(&self) -> &Id {
        &self.group.id
    }
    fn version(&self) -> i32 {
        self.group.version
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSummerGroup {
    pub year: i32,
    /// A neighborhood leaves it out: its own.
    pub neighborhood_id: Option<Id>,
    #[schema(example = "Nhóm nhi đồng khu phố 3")]
    pub name: String,
    #[serde(default)]
    pub leaders: Vec<SummerLeader>,
    #[serde(default)]
    pub note: String,
    /// Take in the children of the received handovers of this neighborhood and year.
    #[serde(default)]
    pub from_handovers: bool,
}

#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SummerGroupChanges {
    pub name: Option<String>,
    pub leaders: Option<Vec<SummerLeader>>,
    pub note: Option<String>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SummerMembersAddition {
    #[serde(default)]
    pub child_ids: Vec<Id>,
    /// All of the received handovers of this neighborhood and year, between the years of birth if given.
    #[serde(default)]
    pub from_handovers: bool,
    pub birth_year_from: Option<i32>,
    pub birth_year_to: Option<i32>,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SummerCancellation {
    pub reason: String,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SummerGroupQuery {
    pub year: Option<i32>,
    pub neighborhood_id: Option<Id>,
    /// Cancelled ones too.
    pub cancelled: Option<bool>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// What must be made known before (Circular 27/2022, art. 4), as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Announcement {
    pub programme: String,
    pub duration: String,
    pub audience: String,
    pub expected: Option<i32>,
    pub form: String,
    pub staff: String,
    pub contribution: String,
}

/// A session as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = summer_sessions, treat_none_as_null = true)]
pub struct SessionRow {
    pub id: Id,
    pub ward_id: Id,
    pub year: i32,
    pub neighborhood_id: Id,
    pub group_id: Option<Id>,
    pub on_date: NaiveDate,
    pub starts_at: String,
    pub ends_at: String,
    pub place: String,
    pub content: String,
    pub announcement: Json<Announcement>,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// How many came.
#[derive(Clone, Copy, Debug, Default, Serialize, ToSchema)]
pub struct SummerAttendanceCount {
    pub present: i64,
    pub late: i64,
    pub excused: i64,
    pub absent: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerSession {
    pub id: Id,
    pub year: i32,
    pub neighborhood_id: Id,
    pub neighborhood: Option<UnitRef>,
    pub group_id: Option<Id>,
    pub group_name: Option<String>,
    pub on_date: NaiveDate,
    #[schema(example = "07:30")]
    pub starts_at: String,
    pub ends_at: String,
    pub place: String,
    pub content: String,
    pub programme: String,
    pub duration: String,
    pub audience: String,
    pub expected: Option<i32>,
    pub form: String,
    pub staff: String,
    pub contribution: String,
    /// What of the announcement is still missing (Circular 27/2022, art. 4).
    pub missing: Vec<String>,
    pub attendance: SummerAttendanceCount,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub may_change: bool,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for SummerSession {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSummerSession {
    /// Of a group; otherwise of the whole neighborhood.
    pub group_id: Option<Id>,
    /// A neighborhood leaves it out: its own.
    pub neighborhood_id: Option<Id>,
    pub on_date: NaiveDate,
    pub starts_at: Option<String>,
    pub ends_at: Option<String>,
    pub place: String,
    pub content: String,
    #[serde(default)]
    pub programme: String,
    #[serde(default)]
    pub duration: String,
    #[serde(default)]
    pub audience: String,
    pub expected: Option<i32>,
    #[serde(default)]
    pub form: String,
    #[serde(default)]
    pub staff: String,
    #[serde(default)]
    pub contribution: String,
}

#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SummerSessionChanges {
    pub on_date: Option<NaiveDate>,
    pub starts_at: Option<String>,
    pub ends_at: Option<String>,
    pub place: Option<String>,
    pub content: Option<String>,
    pub programme: Option<String>,
    pub duration: Option<String>,
    pub audience: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<i32>)]
    pub expected: Patch<i32>,
    pub form: Option<String>,
    pub staff: Option<String>,
    pub contribution: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SummerSessionQuery {
    pub year: Option<i32>,
    pub group_id: Option<Id>,
    pub neighborhood_id: Option<Id>,
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<NaiveDate>,
    /// Cancelled ones too.
    pub cancelled: Option<bool>,
    /// Only those of a whole neighborhood, of no single group.
    pub whole: Option<bool>,
    /// `-on_date` (default) or `on_date`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// Whom a session of a whole neighborhood would expect.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerReach {
    pub groups: Vec<SummerGroup>,
    /// In one of the groups or in a received handover; nobody twice.
    pub children: i64,
    /// Of them, in no group.
    pub without_group: i64,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SummerReachQuery {
    #[param(required = true)]
    pub year: Option<i32>,
    /// A neighborhood leaves it out: its own.
    pub neighborhood_id: Option<Id>,
}
