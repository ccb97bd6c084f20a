//! Bodies and rows of children.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::coverage::Programme;
use crate::attachments::Attachment;
use crate::db::schema::{child_guardians, children};
use crate::db::types::{Id, Instant, Json};
use crate::features::units::model::UnitRef;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    pub enum Sex {
        Male = "male",
        Female = "female",
        /// Not known yet: old lists leave it out.
        Unknown = "unknown",
    }
}

text_enum! {
    /// `active → moved_out → active`; `active → aged_out` at 16; `deceased`.
    pub enum ChildStatus {
        Active = "active",
        MovedOut = "moved_out",
        Deceased = "deceased",
        AgedOut = "aged_out",
        /// What is left after an erasure: a number and nothing about anybody.
        Erased = "erased",
    }
}

text_enum! {
    /// The household's standing by the multidimensional poverty line.
    pub enum Poverty {
        None = "none",
        NearPoor = "near_poor",
        Poor = "poor",
    }
}

text_enum! {
    /// As on the certificate of disability (Law on Persons with Disabilities 51/2010, art. 3).
    pub enum DisabilityDegree {
        Mild = "mild",
        Severe = "severe",
        ExtremelySevere = "extremely_severe",
    }
}

text_enum! {
    pub enum Relation {
        Father = "father",
        Mother = "mother",
        Grandparent = "grandparent",
        Sibling = "sibling",
        Relative = "relative",
        Guardian = "guardian",
        Other = "other",
    }
}

/// Where a child lives, as far as it is known.
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
#[serde(default)]
pub struct Addresses {
    pub actual: String,
    pub permanent: String,
    pub temporary: String,
}

/// A child as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = children, treat_none_as_null = true)]
pub struct ChildRow {
    pub id: Id,
    pub ward_id: Id,
    pub code: String,
    pub full_name: String,
    pub search_key: String,
    pub sort_key: String,
    pub match_key: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
    pub sex: Sex,
    pub ethnicity: Option<String>,
    /// Sealed; see [`super::write`].
    pub personal_id: Option<String>,
    pub personal_id_index: Option<String>,
    pub neighborhood_id: Option<Id>,
    pub school_id: Option<Id>,
    pub grade: String,
    pub addresses: Json<Addresses>,
    pub health_insurance_no: Option<String>,
    pub health_insurance_valid_to: Option<NaiveDate>,
    pub disability: String,
    pub disability_degree: Option<DisabilityDegree>,
    pub illness: String,
    pub poverty: Poverty,
    pub can_swim: Option<bool>,
    pub medical_warning: String,
    pub notes: String,
    pub status: ChildStatus,
    pub status_on: Option<NaiveDate>,
    pub merged_into_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A parent or whoever cares for the child, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = child_guardians)]
pub struct GuardianRow {
    pub id: Id,
    pub child_id: Id,
    pub position: i32,
    pub relation: Relation,
    pub full_name: String,
    pub match_key: String,
    pub phone: Option<String>,
    pub occupation: String,
}

/// A parent or whoever cares for the child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Guardian {
    pub relation: Relation,
    /// Left out where the reader only needs to call.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schema(required = false, example = "Nguyễn Văn Bảy")]
    pub full_name: String,
    #[schema(example = "0912345678")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    pub occupation: String,
}

/// A special circumstance or a risk of a child.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Circumstance {
    pub id: Id,
    /// From the catalogue (`GET /children/catalogue`): `HC01` … `HC14`, `NC01` …
    #[schema(example = "HC01")]
    pub code: String,
    pub sub_code: Option<String>,
    /// The law's words.
    pub label: String,
    pub from_date: NaiveDate,
    pub to_date: Option<NaiveDate>,
    /// The paper that shows it: number and date of a decision, a certificate.
    pub evidence: String,
    pub note: String,
    pub attachments: Vec<Attachment>,
}

text_enum! {
    /// How much of a child its reader sees; the members that are left out are not theirs to know.
    pub enum ViewName {
        /// Everything but what a closed list knows.
        Full = "full",
        /// For activities: who comes, whom to call, what to watch.
        Contact = "contact",
        /// For the health station.
        Health = "health",
    }
}

/// A child as its reader sees it. Members that the reader may not see are absent.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Child {
    pub id: Id,
    #[schema(example = "TE-000123")]
    pub code: String,
    pub view: ViewName,
    pub full_name: String,
    #[schema(required = false)]
    pub date_of_birth: NaiveDate,
    /// Only the year is known; `date_of_birth` is its first of January.
    #[schema(required = false)]
    pub birth_year_only: bool,
    pub birth_year: i32,
    /// Full years today.
    #[schema(required = false)]
    pub age: i32,
    pub sex: Sex,
    /// The code of the list of ethnic groups: `01` Kinh …
    #[schema(required = false)]
    pub ethnicity: Option<String>,
    /// Twelve digits, masked for whoever does not write it.
    #[schema(required = false, example = "0380•••••123")]
    pub personal_id: Option<String>,
    pub neighborhood_id: Option<Id>,
    pub neighborhood: Option<UnitRef>,
    pub school_id: Option<Id>,
    pub school: Option<UnitRef>,
    #[schema(required = false, example = "3A")]
    pub grade: String,
    /// Where the child lives, within the neighborhood.
    #[schema(required = false)]
    pub address: String,
    #[schema(required = false)]
    pub permanent_address: String,
    #[schema(required = false)]
    pub temporary_address: String,
    pub guardians: Vec<Guardian>,
    #[schema(required = false)]
    pub health_insurance_no: Option<String>,
    #[schema(required = false)]
    pub health_insurance_valid_to: Option<NaiveDate>,
    #[schema(required = false)]
    pub disability: String,
    #[schema(required = false)]
    pub disability_degree: Option<DisabilityDegree>,
    #[schema(required = false)]
    pub illness: String,
    #[schema(required = false)]
    pub poverty: Poverty,
    pub can_swim: Option<bool>,
    /// What whoever leads an activity must know.
    pub medical_warning: String,
    #[schema(required = false)]
    pub notes: String,
    /// In force today, without those that are not the reader's to know.
    #[schema(required = false)]
    pub circumstances: Vec<Circumstance>,
    #[schema(required = false)]
    pub risks: Vec<Circumstance>,
    /// The latest visit, gift or other support.
    #[schema(required = false)]
    pub last_supported_on: Option<NaiveDate>,
    pub status: ChildStatus,
    #[schema(required = false)]
    pub status_on: Option<NaiveDate>,
    #[schema(required = false)]
    pub created_at: Instant,
    #[schema(required = false)]
    pub updated_at: Instant,
    /// What of the number of identity contradicts the rest; the number is kept all the same.
    #[schema(required = false)]
    pub warnings: Vec<ChildWarning>,
    /// What the reader may do with it now.
    #[schema(required = false)]
    pub allowed_actions: Vec<ChildAction>,
    pub version: i32,
}

text_enum! {
    pub enum ChildWarning {
        PersonalIdSex = "personal_id_sex",
        PersonalIdYear = "personal_id_year",
    }
}

text_enum! {
    pub enum ChildAction {
        Edit = "edit",
        Move = "move",
        MoveOut = "move_out",
        Return = "return",
        Died = "died",
        Merge = "merge",
        AddCircumstance = "add_circumstance",
        AddSupport = "add_support",
    }
}

/// A new child.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChild {
    #[schema(example = "Nguyễn Thị Hoà")]
    pub full_name: String,
    /// The first of January where `birth_year_only`.
    pub date_of_birth: NaiveDate,
    #[serde(default)]
    pub birth_year_only: bool,
    pub sex: Option<Sex>,
    pub ethnicity: Option<String>,
    /// Twelve digits; a number whose parts contradict sex or year is taken with a warning.
    pub personal_id: Option<String>,
    pub neighborhood_id: Option<Id>,
    pub school_id: Option<Id>,
    #[serde(default)]
    pub grade: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub permanent_address: String,
    #[serde(default)]
    pub temporary_address: String,
    #[serde(default)]
    pub guardians: Vec<Guardian>,
    pub health_insurance_no: Option<String>,
    pub health_insurance_valid_to: Option<NaiveDate>,
    #[serde(default)]
    pub disability: String,
    pub disability_degree: Option<DisabilityDegree>,
    #[serde(default)]
    pub illness: String,
    pub poverty: Option<Poverty>,
    pub can_swim: Option<bool>,
    #[serde(default)]
    pub medical_warning: String,
    #[serde(default)]
    pub notes: String,
    /// Rows that `409 possible_duplicates` named and that somebody found to be other children.
    #[serde(default)]
    pub not_duplicate_of: Vec<Id>,
}

/// A merge patch: absent members stay, `null` empties.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildChanges {
    pub full_name: Option<String>,
    pub date_of_birth: Option<NaiveDate>,
    pub birth_year_only: Option<bool>,
    pub sex: Option<Sex>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub ethnicity: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub personal_id: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<Id>)]
    pub school_id: Patch<Id>,
    pub grade: Option<String>,
    pub address: Option<String>,
    pub permanent_address: Option<String>,
    pub temporary_address: Option<String>,
    pub guardians: Option<Vec<Guardian>>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<String>)]
    pub health_insurance_no: Patch<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub health_insurance_valid_to: Patch<NaiveDate>,
    pub disability: Option<String>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<DisabilityDegree>)]
    pub disability_degree: Patch<DisabilityDegree>,
    pub illness: Option<String>,
    pub poverty: Option<Poverty>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<bool>)]
    pub can_swim: Patch<bool>,
    pub medical_warning: Option<String>,
    pub notes: Option<String>,
}

/// The filters of a list of children. Names never stand in an address: `q` is for `POST /children/search` alone.
#[derive(Clone, Debug, Default, Deserialize, IntoParams, ToSchema)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ChildQuery {
    /// Words of the name; also a code, a guardian's telephone number or twelve digits. Only in a body.
    #[param(ignore)]
    pub q: Option<String>,
    pub neighborhood_id: Option<Id>,
    pub school_id: Option<Id>,
    pub grade: Option<String>,
    /// Full years today, both included.
    pub age_from: Option<i32>,
    pub age_to: Option<i32>,
    pub birth_year_from: Option<i32>,
    pub birth_year_to: Option<i32>,
    pub sex: Option<Sex>,
    /// A group of special circumstances in force today: `HC01` …
    pub circumstance: Option<String>,
    /// A risk in force today: `NC01` …
    pub risk: Option<String>,
    /// In any group (or in none) of those that the reader may know.
    pub has_circumstance: Option<bool>,
    pub has_risk: Option<bool>,
    pub poverty: Option<Poverty>,
    /// Without a health-insurance card that is valid today (or with one).
    pub without_insurance: Option<bool>,
    pub can_swim: Option<bool>,
    /// Neither visited nor supported in this year.
    pub unsupported_in: Option<i32>,
    /// Entitled to a programme of the coverage page; with `reached` and `year`, whom it reached or did not.
    pub programme: Option<Programme>,
    pub reached: Option<bool>,
    /// Of `programme`; this year when left out.
    pub year: Option<i32>,
    /// `active` when left out; several with commas between.
    pub status: Option<String>,
    /// `name` (default), `date_of_birth`, `-date_of_birth`, `-updated_at`.
    pub sort: Option<String>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// To another neighborhood of the ward.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildMove {
    pub neighborhood_id: Id,
    pub moved_on: Option<NaiveDate>,
    #[serde(default)]
    pub note: String,
}

/// Out of the ward.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildMoveOut {
    pub moved_on: NaiveDate,
    /// Where to, as far as it is known.
    #[schema(example = "Phường Ngọc Trạo, tỉnh Thanh Hóa")]
    pub to: String,
    #[serde(default)]
    pub note: String,
}

/// Back in the ward.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildReturn {
    pub neighborhood_id: Option<Id>,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildDeath {
    pub died_on: NaiveDate,
    #[serde(default)]
    pub note: String,
}
