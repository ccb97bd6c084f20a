//! Bodies and rows of handovers.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::db::schema::{summer_handover_children, summer_handovers};
use crate::db::types::{Id, Instant, Json};
use crate::features::children::model::{Relation, Sex};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    /// `prepared → handed_over → received → returned`; `handed_over → prepared` by reopening.
    pub enum HandoverStatus {
        Prepared = "prepared",
        HandedOver = "handed_over",
        Received = "received",
        Returned = "returned",
    }
}

text_enum! {
    pub enum HandoverAction {
        Edit = "edit",
        /// Add and remove children, write what the school says of them.
        EditChildren = "edit_children",
        HandOver = "hand_over",
        Reopen = "reopen",
        Receive = "receive",
        /// Write each child's rating and remarks.
        Rate = "rate",
        Return = "return",
    }
}

text_enum! {
    /// In which organisation of the Youth Union a child is.
    pub enum SummerMembership {
        None = "none",
        /// Nhi đồng.
        Star = "star",
        /// Đội viên.
        Pioneer = "pioneer",
        /// Đoàn viên.
        Union = "union",
    }
}

text_enum! {
    /// Tốt, khá, trung bình, yếu.
    pub enum SummerRating {
        Good = "good",
        Fair = "fair",
        Average = "average",
        Weak = "weak",
    }
}

text_enum! {
    /// What does not fit in a handover.
    pub enum HandoverDifferenceKind {
        /// Of school age in the neighborhood, and in no handover of the year.
        InNoList = "in_no_list",
        /// In another handover of the year too.
        InTwoLists = "in_two_lists",
        /// Twice on this list: two rows that were merged since.
        TwiceInList = "twice_in_list",
        /// Lives in another neighborhood now, or left the ward.
        LivesElsewhere = "lives_elsewhere",
        /// Is no pupil of the school any more.
        LeftSchool = "left_school",
    }
}

/// Somebody who stands for a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SummerPerson {
    #[schema(example = "Bà Nguyễn Thị Hoa")]
    pub name: String,
    #[serde(default)]
    #[schema(example = "Hiệu trưởng")]
    pub position: String,
}

/// The head of the minutes, as it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    pub number: Option<i32>,
    pub venue: String,
    pub meets_on: Option<NaiveDate>,
    pub begins_at: Option<String>,
    pub ends_at: Option<String>,
    pub school_representatives: Vec<SummerPerson>,
    pub receiving_representatives: Vec<SummerPerson>,
    pub parents: Vec<SummerPerson>,
    pub documents: Vec<String>,
    pub copies: i32,
    /// The meeting at which the children are returned.
    pub return_venue: String,
    pub returns_on: Option<NaiveDate>,
    pub return_begins_at: Option<String>,
    pub return_ends_at: Option<String>,
    /// What the summer was like, for the minutes of the return.
    pub assessment: Vec<String>,
}

/// A handover as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = summer_handovers, treat_none_as_null = true)]
pub struct HandoverRow {
    pub id: Id,
    pub ward_id: Id,
    pub year: i32,
    pub school_id: Id,
    pub neighborhood_id: Id,
    pub status: HandoverStatus,
    pub details: Json<Details>,
    pub summer_from: Option<NaiveDate>,
    pub summer_to: Option<NaiveDate>,
    pub handed_over_by_id: Option<Id>,
    pub handed_over_at: Option<Instant>,
    pub handed_over_position: String,
    pub received_by_id: Option<Id>,
    pub received_at: Option<Instant>,
    pub received_position: String,
    pub returned_by_id: Option<Id>,
    pub returned_at: Option<Instant>,
    pub returned_position: String,
    pub reopen_reason: String,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// What is said of a child in a handover, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = summer_handover_children, treat_none_as_null = true)]
pub struct EntryRow {
    pub id: Id,
    pub handover_id: Id,
    pub child_id: Id,
    pub membership: SummerMembership,
    pub note: String,
    pub academic: String,
    pub conduct: String,
    pub talents: String,
    pub teacher: String,
    pub rating: Option<SummerRating>,
    pub remarks: String,
    pub commended: bool,
    pub added_at: Instant,
    pub version: i32,
}

/// Who signed in the app, when and as what.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverSignature {
    pub by: Option<UserRef>,
    pub at: Instant,
    #[schema(example = "Hiệu trưởng")]
    pub position: String,
}

/// Whom to call for a child.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerContact {
    pub relation: Relation,
    pub full_name: String,
    pub phone: Option<String>,
}

/// A child in a handover: what whoever leads the summer must know, nothing of circumstances or numbers of identity.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverChild {
    pub child_id: Id,
    pub full_name: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
    pub sex: Sex,
    #[schema(example = "4A")]
    pub grade: String,
    pub school: Option<UnitRef>,
    /// Where the child lives now.
    pub neighborhood: Option<UnitRef>,
    pub guardian: Option<SummerContact>,
    pub can_swim: Option<bool>,
    pub medical_warning: String,
    pub membership: SummerMembership,
    /// The school's own words to whoever takes the child over.
    pub note: String,
    /// Học lực.
    pub academic: String,
    /// Hạnh kiểm.
    pub conduct: String,
    pub talents: String,
    pub teacher: String,
    /// Sessions the child came to.
    pub sessions_came: i64,
    /// Sessions held for the child, without those it was excused from.
    pub sessions_held: i64,
    /// By the attendance; nothing before the first session.
    pub proposed_rating: Option<SummerRating>,
    pub rating: Option<SummerRating>,
    pub remarks: String,
    pub commended: bool,
    pub version: i32,
}

/// A child who does not fit, and why.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverDifference {
    pub kind: HandoverDifferenceKind,
    pub child_id: Id,
    pub full_name: String,
    pub birth_year: i32,
    pub school: Option<UnitRef>,
    pub neighborhood: Option<UnitRef>,
    /// The other list, where the reader may open it.
    pub other_handover_id: Option<Id>,
}

/// A handover in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Handover {
    pub id: Id,
    pub ward_id: Id,
    pub year: i32,
    pub school_id: Id,
    pub school: Option<UnitRef>,
    pub neighborhood_id: Id,
    pub neighborhood: Option<UnitRef>,
    pub status: HandoverStatus,
    pub children_count: i64,
    pub girls_count: i64,
    pub rated_count: i64,
    /// Of the list itself: all kinds but `in_no_list`.
    pub differences_count: i64,
    /// The number of the minutes, given by the ward's clerk.
    pub number: Option<i32>,
    #[schema(example = "Nhà văn hóa khu phố 3")]
    pub venue: String,
    pub meets_on: Option<NaiveDate>,
    #[schema(example = "07:30")]
    pub begins_at: Option<String>,
    pub ends_at: Option<String>,
    pub school_representatives: Vec<SummerPerson>,
    pub receiving_representatives: Vec<SummerPerson>,
    pub parents: Vec<SummerPerson>,
    pub documents: Vec<String>,
    pub copies: i32,
    /// The meeting at which the children are returned; where the first one was, when empty.
    pub return_venue: String,
    pub returns_on: Option<NaiveDate>,
    #[schema(example = "07:30")]
    pub return_begins_at: Option<String>,
    pub return_ends_at: Option<String>,
    pub assessment: Vec<String>,
    pub summer_from: Option<NaiveDate>,
    pub summer_to: Option<NaiveDate>,
    pub handed_over: Option<HandoverSignature>,
    pub received: Option<HandoverSignature>,
    pub returned: Option<HandoverSignature>,
    /// Why it was opened again, the last time.
    pub reopen_reason: String,
    pub allowed_actions: Vec<HandoverAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A handover with its children and what does not fit.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HandoverDetail {
    #[serde(flatten)]
    pub handover: Handover,
    pub children: Vec<HandoverChild>,
    pub differences: Vec<HandoverDifference>,
}

impl Versioned for HandoverDetail {
    fn id(&self) -> &Id {
        &self.handover.id
    }
    fn version(&self) -> i32 {
        self.handover.version
    }
}

impl Versioned for HandoverChild {
    fn id(&self) -> &Id {
        &self.child_id
    }
    fn version(&self) -> i32 {
        self.version
    }
}
