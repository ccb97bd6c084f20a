//! A child as one row tells it. Nothing is invented: what the row doesn't say is `None`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct ChildDraft {
    /// The system's own code of the child, in lists that came from it.
    pub code: Option<String>,
    /// The running number of the list, as typed.
    pub ordinal: Option<String>,
    /// NFC, single spaces, Title Case.
    pub full_name: Option<String>,
    pub date_of_birth: Option<NaiveDate>,
    /// The day was not given: the date is the first of what was (`2015` → 1 January, `6/2015` → 1 June).
    pub birth_year_only: bool,
    pub sex: Option<Sex>,
    /// `01`…`55` of the list of ethnic groups (General Statistics Office 1979).
    pub ethnicity: Option<String>,
    /// Twelve digits (Law on Identity 26/2023 art. 12).
    pub personal_id: Option<String>,
    /// From its column, else from the section's heading, else from the sheet's name or the title.
    pub neighborhood: Option<String>,
    /// Where the child lives.
    pub address: Option<String>,
    pub permanent_address: Option<String>,
    pub temporary_address: Option<String>,
    pub father: Option<PersonDraft>,
    pub mother: Option<PersonDraft>,
    pub guardian: Option<PersonDraft>,
    /// Numbers of the household that stand in a column of their own. Digits, with the leading zero.
    pub phones: Vec<String>,
    pub school: Option<String>,
    /// The class, such as `5A`; from its column or the section's heading.
    pub grade: Option<String>,
    /// Fifteen characters (`TE1…`) or the ten digits of the social-insurance code.
    pub health_insurance_no: Option<String>,
    pub health_insurance_valid_to: Option<NaiveDate>,
    pub has_health_insurance: Option<bool>,
    pub disability: Option<String>,
    pub illness: Option<String>,
    pub poverty: Option<Poverty>,
    pub can_swim: Option<bool>,
    /// `HC01`…`HC14` (Law on Children art. 10.1), without doubles, ascending.
    pub circumstances: Vec<String>,
    /// `NC01`…`NC15`, `NC99` (administrative list of risks), without doubles, ascending.
    pub risks: Vec<String>,
    pub note: Option<String>,
    /// What no field took, column by column: nothing of a list is lost.
    pub other: Vec<OtherValue>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    Male,
    Female,
}

/// Standing of the household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Poverty {
    /// "Hộ nghèo".
    Poor,
    /// "Hộ cận nghèo".
    NearPoor,
    /// Said to be neither.
    None,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct PersonDraft {
    pub name: Option<String>,
    /// Digits, with the leading zero.
    pub phones: Vec<String>,
    pub birth_year: Option<i32>,
    pub job: Option<String>,
    /// To the child, as typed: `bà ngoại`. Always `None` for father and mother.
    pub relation: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OtherValue {
    pub header: String,
    pub value: String,
}
