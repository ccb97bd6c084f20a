//! What a plan says, as far as it was understood: a proposal that an officer corrects before it is stored.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A read plan. Every text of the file is in it: in `opening`, in a section, in `closing`, or in a warning's source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlanPreview {
    /// The summary (trích yếu) below `KẾ HOẠCH`.
    pub title: String,
    /// The year whose Action Month is planned.
    pub year: i32,
    /// Who issues it, such as `UBND phường Ba Đình`; empty when unknown.
    pub issuer: String,
    /// Number and sign, such as `45/KH-UBND` (Decree 30/2020, annex I).
    pub number: Option<String>,
    pub issued_on: Option<NaiveDate>,
    /// The year's theme, without quotes; empty when unknown.
    pub theme: String,
    pub slogans: Vec<String>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    /// Laws, circulars and plans that it rests on, each as a whole phrase.
    pub legal_bases: Vec<String>,
    /// Digits only.
    pub hotlines: Vec<String>,
    pub signed_by: Option<SignedBy>,
    /// The lines under `Nơi nhận`.
    pub recipients: Vec<String>,
    pub sections: Vec<SectionPreview>,
    pub tasks: Vec<TaskPreview>,
    pub warnings: Vec<Warning>,
    /// Everything before the first section, as written: letterhead, summary, legal bases.
    pub opening: String,
    /// Everything after the last section, as written: closing sentence, recipients, signature.
    pub closing: String,
}

/// Who signed. `position` is the post of the person (`PHÓ CHỦ TỊCH`), not the office that he signs for (`KT.`, `TM.`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignedBy {
    pub name: String,
    pub position: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SectionPreview {
    /// Its whole path, such as `III.2.a`; unique in the plan.
    pub key: String,
    /// Its own number, such as `a`; empty for a heading without one.
    pub number: String,
    pub title: String,
    /// Its own paragraphs, one a line; not those of the sections below it.
    pub body: String,
    pub parent_key: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TaskPreview {
    /// Unique in the plan: the section's key and a number, such as `V.1/2`.
    pub key: String,
    pub section_key: String,
    /// A short imperative, at most about 120 characters.
    pub title: String,
    /// The whole order.
    pub description: String,
    pub lead_unit_kind: Option<UnitKind>,
    /// The words of the plan for the lead unit, to find it by name.
    pub lead_unit_name: Option<String>,
    /// Kinds of the units named by "phối hợp với", without doubles.
    pub joining_unit_kinds: Vec<UnitKind>,
    /// The same units with their words, and those whose kind is unknown.
    pub joining_units: Vec<UnitWords>,
    /// Addressed to every unit of the lead's kind ("các khu phố", "các trường học").
    pub all_units_of_kind: bool,
    pub due_on: Option<NaiveDate>,
    pub due_source: DueSource,
    /// How sure the reading is, in percent.
    pub confidence: u8,
    /// Why it is not 100.
    pub reasons: Vec<Reason>,
    /// The paragraph that it was read from.
    pub source: String,
}

/// A unit in the plan's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitWords {
    pub kind: Option<UnitKind>,
    pub name: String,
    pub all_units_of_kind: bool,
}

/// The kinds of units that a ward has (the API's `unit.kind`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    Leadership,
    SocialPolicy,
    Culture,
    YouthUnion,
    Police,
    FatherlandFront,
    Neighborhood,
    School,
    HealthStation,
    Superior,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DueSource {
    /// A date in the order itself.
    Sentence,
    /// None in the order: the end of the plan's period.
    PlanEnd,
}

/// Why a task's reading is less than sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A unit is named whose kind is not known.
    UnitUnknown,
    /// No unit is named at all.
    NoUnitNamed,
    /// The words fit more than one kind ("Phòng Văn hóa - Xã hội").
    UnitKindUnsure,
    /// Several units lead; the first was taken, the others join.
    SeveralUnits,
    /// The plan misspells the unit's name.
    UnitNameSlip,
    /// No date in the order.
    DueIsPlanEnd,
    /// Only a month or a part of it is given.
    DueGuessed,
    /// A date was left out because it lies far from the plan's period.
    DueOutOfWindow,
    SeveralDates,
    /// Found outside the sections that assign work.
    OutsideAssignments,
    /// Put together from two paragraphs that a page break had cut.
    JoinedAfterPageCut,
    /// A row of a table some of whose columns were not understood.
    TableColumnUnknown,
}

/// Something that the officer should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Warning {
    pub code: WarningCode,
    /// For the officer, in Vietnamese.
    pub message: String,
    /// The words of the plan that it is about; empty when it is about something missing.
    pub source: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WarningCode {
    TitleMissing,
    YearGuessed,
    YearConflict,
    IssuerMissing,
    IssuerConflict,
    NumberMissing,
    IssuedOnMissing,
    ThemeMissing,
    ThemeUnquoted,
    ThemeConflict,
    SlogansMissing,
    PeriodMissing,
    PeriodGuessed,
    PeriodConflict,
    LegalBasesMissing,
    SignerMissing,
    SeveralSigners,
    RecipientsMissing,
    NoSections,
    SectionsUnnumbered,
    NumberingGap,
    NoAssignments,
    ParagraphWithoutUnit,
    UnitWithoutOrder,
    UnitUnknown,
    UnitKindUnsure,
    SeveralUnits,
    UnitNameSlip,
    PageCutJoined,
    LinesUnwrapped,
    DateGuessed,
    DateOutOfWindow,
    TableNotUnderstood,
    TableColumnUnknown,
    TextNotRecognised,
    TrackedChanges,
    HiddenText,
    PicturesIgnored,
    StrangeCharacters,
    EmbeddedDocument,
    MoreWarnings,
}
