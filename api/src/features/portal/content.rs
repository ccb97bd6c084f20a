//! What everybody may read of a ward: the one source of the page, the JSON, the calendar and the poster. There is no
//! field for a child here, and nothing that reads one.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::{IntoParams, ToSchema};

use crate::db::types::{Id, Instant};

#[derive(Clone, Debug, Default, serde::Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PublicPageQuery {
    /// The code of a ward; needed where the installation has several.
    #[param(example = "ba-dinh")]
    pub ward: Option<String>,
}

/// A ward, as everybody knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicWard {
    #[schema(example = "ba-dinh")]
    pub code: String,
    #[schema(example = "Phường Ba Đình")]
    pub name: String,
}

/// The plan of the month, in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicPlan {
    pub year: i32,
    #[schema(example = "Hành động thiết thực, ưu tiên nguồn lực cho trẻ em")]
    pub theme: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub slogans: Vec<String>,
}

/// A number to call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicHotline {
    /// As it is dialled.
    #[schema(example = "111")]
    pub phone: String,
    #[schema(example = "Tổng đài quốc gia bảo vệ trẻ em")]
    pub label: String,
    /// When, and for whom.
    pub note: String,
}

/// An event that is approved, held or reported, and meant for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicEvent {
    pub id: Id,
    pub title: String,
    #[schema(example = "Diễn đàn trẻ em")]
    pub kind_label: String,
    pub starts_at: Instant,
    pub ends_at: Option<Instant>,
    pub place: String,
    #[schema(example = "Trẻ em từ 6 tuổi và cha mẹ")]
    pub for_whom: String,
    pub lead_unit_name: String,
    /// `approved`, `held` or `reported`.
    pub status: String,
}

impl PublicEvent {
    /// Whether it is over, as far as the clock knows.
    pub fn is_over(&self, now: Instant) -> bool {
        self.status != "approved" || self.ends_at.unwrap_or(self.starts_at) < now
    }
}

/// A note of the ward's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicText {
    pub title: String,
    /// A line break ends a paragraph.
    pub body: String,
    /// What the ward did; of voices only.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[schema(required = false)]
    pub reply: String,
}

/// A result in numbers, never a small number of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicFigure {
    #[schema(example = "tasks_done")]
    pub key: String,
    /// A number, or "dưới 5".
    #[schema(example = "12/31")]
    pub value: String,
    pub label: String,
}

/// Everything on a ward's public page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PublicPage {
    pub ward: PublicWard,
    pub plan: Option<PublicPlan>,
    /// In the order in which they should be tried.
    pub hotlines: Vec<PublicHotline>,
    pub notices: Vec<PublicText>,
    /// Those to come first, the nearest at the head; then those that were held, the latest at the head.
    pub events: Vec<PublicEvent>,
    pub advice: Vec<PublicText>,
    pub figures: Vec<PublicFigure>,
    /// Named with their consent.
    pub givers: Vec<PublicText>,
    /// What children said, without their names, and what the ward did.
    pub voices: Vec<PublicText>,
    /// Hours within which a child in danger must be protected (Decree 56/2017, arts 26.3, 31.1).
    pub emergency_hours: i64,
    /// Working days within which a plan of support must be there (Decree 56/2017, art. 28.1).
    pub plan_working_days: u32,
}

/// The programme alone, for pages and screens of others.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicProgramme<'a> {
    pub ward: &'a PublicWard,
    pub plan: Option<&'a PublicPlan>,
    pub hotlines: &'a [PublicHotline],
    pub events: &'a [PublicEvent],
}

impl PublicPage {
    pub fn programme(&self) -> PublicProgramme<'_> {
        let Self { ward, plan, hotlines, events, .. } = self;
        PublicProgramme { ward, plan: plan.as_ref(), hotlines, events }
    }
}
