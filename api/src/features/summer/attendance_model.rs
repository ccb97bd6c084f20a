//! Bodies and rows of attendance, opinions, leaves and counts.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::session_model::{AttendanceState, MarkResult, SummerAttendanceCount, SummerConsent};
use crate::db::schema::{summer_leaves, summer_marks, summer_opinions};
use crate::db::types::{Id, Instant};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;

/// A mark as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = summer_marks)]
pub struct MarkRow {
    pub id: Id,
    pub session_id: Id,
    pub child_id: Id,
    pub state: AttendanceState,
    pub note: String,
    pub marked_at: Instant,
    pub marked_by_id: Option<Id>,
    pub received_at: Instant,
    pub is_current: bool,
}

/// Another phone's mark of the same child that says something else.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AttendanceConflict {
    pub state: AttendanceState,
    pub note: String,
    pub marked_at: Instant,
    pub marked_by: Option<UserRef>,
}

/// A line of the roster.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AttendanceLine {
    pub child_id: Id,
    pub full_name: String,
    pub birth_year: i32,
    pub neighborhood: Option<UnitRef>,
    /// Whom to call.
    pub phone: Option<String>,
    pub medical_warning: String,
    pub can_swim: Option<bool>,
    /// Not marked yet when absent.
    pub state: Option<AttendanceState>,
    pub note: String,
    pub marked_at: Option<Instant>,
    pub marked_by: Option<UserRef>,
    /// What is assumed before anybody marks: `excused` for a child on leave.
    pub default_state: Option<AttendanceState>,
    /// Why the child is on leave.
    pub leave_reason: Option<String>,
    /// What the parents said; absent when nobody was asked yet.
    pub consent: Option<SummerConsent>,
    /// What a child of seven or older said itself.
    pub child_consent: Option<SummerConsent>,
    /// What was said beside it.
    pub opinion_note: String,
    /// Came without being on the list.
    pub walk_in: bool,
    pub conflicts: Vec<AttendanceConflict>,
}

/// The roster of a session, by name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AttendanceRoster {
    pub session_id: Id,
    pub on_date: NaiveDate,
    pub group_name: Option<String>,
    pub neighborhood: Option<UnitRef>,
    pub cancelled: bool,
    pub may_mark: bool,
    pub counts: SummerAttendanceCount,
    pub opinions: SummerOpinionCount,
    pub items: Vec<AttendanceLine>,
}

/// What was said to taking part, of the children on the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct SummerOpinionCount {
    /// Parents, and the child where it was asked.
    pub agree: i64,
    /// Either of them.
    pub decline: i64,
    pub unasked: i64,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AttendanceQuery {
    #[param(required = true)]
    pub session_id: Option<Id>,
}

/// Marks as a phone kept them while the network was away.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceMarks {
    pub session_id: Id,
    pub marks: Vec<AttendanceMark>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AttendanceMark {
    /// Of the list, or of somebody within the scope who just came along.
    pub child_id: Id,
    pub state: AttendanceState,
    #[serde(default)]
    pub note: String,
    /// By the phone's clock; now when left out.
    pub marked_at: Option<Instant>,
}

/// What became of one mark, and the mark that stands now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AttendanceMarked {
    pub child_id: Id,
    pub result: MarkResult,
    pub state: Option<AttendanceState>,
    pub note: String,
    pub marked_at: Option<Instant>,
    pub marked_by: Option<UserRef>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AttendanceTaken {
    pub session_id: Id,
    pub saved: i64,
    pub kept: i64,
    pub refused: i64,
    pub marks: Vec<AttendanceMarked>,
}

/// An opinion as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = summer_opinions, treat_none_as_null = true)]
pub struct OpinionRow {
    pub id: Id,
    pub ward_id: Id,
    pub year: i32,
    pub neighborhood_id: Id,
    pub child_id: Id,
    pub parents: SummerConsent,
    pub child_says: Option<SummerConsent>,
    pub asked_on: NaiveDate,
    pub method: String,
    pub note: String,
    pub recorded_by_id: Option<Id>,
    pub updated_at: Instant,
}

/// What parents and child said to its taking part this summer.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerOpinion {
    pub child_id: Id,
    pub parents: SummerConsent,
    /// Absent for a child under seven: the parents speak for it.
    pub child: Option<SummerConsent>,
    pub asked_on: NaiveDate,
    #[schema(example = "Phiếu hỏi")]
    pub method: String,
    pub note: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SummerOpinions {
    pub group_id: Id,
    pub opinions: Vec<NewSummerOpinion>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSummerOpinion {
    pub child_id: Id,
    pub parents: SummerConsent,
    pub child: Option<SummerConsent>,
    /// Today when left out.
    pub asked_on: Option<NaiveDate>,
    #[serde(default)]
    pub method: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SummerOpinionQuery {
    #[param(required = true)]
    pub group_id: Option<Id>,
}

/// A leave as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = summer_leaves, treat_none_as_null = true)]
pub struct LeaveRow {
    pub id: Id,
    pub ward_id: Id,
    pub neighborhood_id: Id,
    pub child_id: Id,
    pub from_date: NaiveDate,
    pub to_date: NaiveDate,
    pub reason: String,
    pub asked_by: String,
    pub recorded_by_id: Option<Id>,
    pub created_at: Instant,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub version: i32,
}

/// Leave that a parent asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerLeave {
    pub id: Id,
    pub child_id: Id,
    pub full_name: String,
    pub birth_year: i32,
    pub neighborhood_id: Id,
    pub neighborhood: Option<UnitRef>,
    pub from_date: NaiveDate,
    pub to_date: NaiveDate,
    pub reason: String,
    #[schema(example = "Mẹ cháu")]
    pub asked_by: String,
    pub recorded_by: Option<UserRef>,
    pub created_at: Instant,
    pub cancelled_at: Option<Instant>,
    pub cancel_reason: String,
    pub version: i32,
}

impl Versioned for SummerLeave {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSummerLeave {
    pub child_id: Id,
    pub from_date: NaiveDate,
    pub to_date: NaiveDate,
    pub reason: String,
    #[serde(default)]
    pub asked_by: String,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SummerLeaveQuery {
    pub neighborhood_id: Option<Id>,
    pub child_id: Option<Id>,
    /// Leaves that hold this day.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub on: Option<NaiveDate>,
    pub cancelled: Option<bool>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// A neighborhood's summer in numbers, or a group's.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerCount {
    pub neighborhood_id: Id,
    pub neighborhood: Option<UnitRef>,
    /// Absent for the neighborhood as a whole.
    pub group_id: Option<Id>,
    pub group_name: Option<String>,
    /// In received or returned handovers.
    pub received: i64,
    pub members: i64,
    pub sessions: i64,
    pub attendance: SummerAttendanceCount,
    /// Percent of those not excused who came.
    pub rate: Option<i64>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SummerCountQuery {
    /// This year when left out.
    pub year: Option<i32>,
    pub neighborhood_id: Option<Id>,
}
