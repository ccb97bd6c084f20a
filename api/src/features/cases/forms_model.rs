//! The forms of a case (Mẫu 02 to 06 of Decree 56/2017) as bodies. Every member may be empty: a form is saved as it is
//! being written, and checked when it is completed.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::model::{CasePart, DangerLevel};
use crate::db::schema::case_forms;
use crate::db::types::{Id, Instant};
use crate::features::users::model::UserRef;
use crate::http::reply::Versioned;
use crate::text_enum;

text_enum! {
    pub enum FormKind {
        /// Mẫu 02.
        InitialAssessment = "initial_assessment",
        /// Mẫu 03.
        DetailedAssessment = "detailed_assessment",
        /// Biên bản cuộc họp xác định nhu cầu.
        NeedsMeeting = "needs_meeting",
        /// Mẫu 04.
        SupportPlan = "support_plan",
        /// Mẫu 05; written by the chairperson's decision, never as a draft.
        Decision = "decision",
        /// Mẫu 06.
        Review = "review",
    }
}

impl FormKind {
    /// The part of the case that it belongs to.
    pub fn part(self) -> CasePart {
        match self {
            Self::InitialAssessment => CasePart::InitialAssessment,
            Self::DetailedAssessment => CasePart::DetailedAssessment,
            Self::NeedsMeeting => CasePart::Meeting,
            Self::SupportPlan => CasePart::Plan,
            Self::Decision => CasePart::Decision,
            Self::Review => CasePart::Review,
        }
    }
}

text_enum! {
    pub enum Level {
        High = "high",
        Medium = "medium",
        Low = "low",
    }
}

text_enum! {
    /// How a review ends (art. 30.1 b, c).
    pub enum ReviewOutcome {
        Close = "close",
        Continue = "continue",
    }
}

/// An item of the catalogue, as it was judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JudgedItem {
    #[schema(example = "06.a.1")]
    pub code: String,
    pub level: Option<Level>,
    #[serde(default)]
    pub note: String,
}

/// A need, what meets it, and who provides that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    pub need: String,
    #[serde(default)]
    pub service: String,
    #[serde(default)]
    pub provider: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    pub name: String,
    #[serde(default)]
    pub position: String,
}

/// Something that the plan does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    pub what: String,
    #[serde(default)]
    pub who: String,
    /// The unit of the ward that does it: it sees this line.
    pub unit_id: Option<Id>,
    #[serde(default)]
    pub with: String,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Đồng.
    #[serde(default)]
    pub cost: i64,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub expected: String,
    #[serde(default)]
    pub followed_by: String,
}

/// All forms in one shape of which each uses its own members; [`super::forms_rules`] says which, and which are needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FormContent {
    /// The catalogue that the items are of.
    pub catalogue: String,
    /// The day of the assessment or review.
    pub on: Option<NaiveDate>,
    pub items: Vec<JudgedItem>,
    pub conclusion: String,
    pub needs: Vec<Need>,

    // Mẫu 02.
    pub danger_level: Option<DangerLevel>,
    /// Whether an emergency measure is needed (art. 26.3).
    pub is_emergency: Option<bool>,

    // Mẫu 03.
    pub physical: String,
    pub psychological: String,
    pub emotional: String,
    pub family: String,
    pub relations: String,
    pub protective_capacity: String,
    pub care_environment: String,
    pub offender: String,

    // Mẫu 03 and the meeting.
    pub child_wishes: String,
    pub parents_wishes: String,

    // The meeting.
    pub held_at: Option<Instant>,
    pub place: String,
    pub chair: String,
    pub secretary: String,
    pub participants: Vec<Participant>,
    pub opinions: String,

    // Mẫu 04.
    pub goals: String,
    pub activities: Vec<Activity>,
    pub review_on: Option<NaiveDate>,

    // Mẫu 05.
    #[schema(example = "Số 12/QĐ-UBND")]
    pub number: String,
    pub implementers: String,

    // Mẫu 06.
    pub child_state: String,
    pub environment: String,
    pub outcome: Option<ReviewOutcome>,
}

/// A form as it is stored.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = case_forms, treat_none_as_null = true)]
pub struct FormRow {
    pub id: Id,
    pub case_id: Id,
    pub round: i32,
    pub kind: FormKind,
    pub content: String,
    pub completed_at: Option<Instant>,
    pub completed_by_id: Option<Id>,
    pub completed_for_id: Option<Id>,
    pub updated_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A form of a case: the draft that is being written, or the last that was completed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseForm {
    /// Empty before anything was written.
    pub id: Option<Id>,
    pub kind: FormKind,
    pub round: i32,
    pub content: FormContent,
    pub completed_at: Option<Instant>,
    pub completed_by: Option<UserRef>,
    pub updated_by: Option<UserRef>,
    pub updated_at: Option<Instant>,
    /// 0 before anything was written.
    pub version: i32,
    pub case_id: Id,
}

/// A line of the file.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseFormLine {
    pub id: Id,
    pub kind: FormKind,
    pub round: i32,
    pub completed_at: Option<Instant>,
    pub completed_by: Option<UserRef>,
    pub updated_at: Instant,
    pub version: i32,
}

/// Completes a form with this content, or the draft where none is given.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FormCompletion {
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub content: Option<FormContent>,
}

text_enum! {
    pub enum AssessmentStage {
        Initial = "initial",
        Detailed = "detailed",
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessmentCompletion {
    pub stage: AssessmentStage,
    #[serde(default, deserialize_with = "crate::input::maybe_object")]
    pub content: Option<FormContent>,
}

/// The chairperson's decision about a plan.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseDecision {
    pub approve: bool,
    /// Of the decision on paper.
    #[serde(default)]
    #[schema(example = "12/QĐ-UBND")]
    pub number: String,
    /// Who is charged with it; required when it is returned: why.
    #[serde(default)]
    pub note: String,
}

impl Versioned for CaseForm {
    fn id(&self) -> &Id {
        self.id.as_ref().unwrap_or(&self.case_id)
    }
    fn version(&self) -> i32 {
        self.version
    }
}
