//! Bodies and rows of what a ward tells on its public page in its own words.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::db::schema::public_notes;
use crate::db::types::{Id, Instant};
use crate::http::reply::Versioned;
use crate::input::Patch;
use crate::text_enum;

text_enum! {
    pub enum PublicNoteKind {
        /// Thông báo, for some days.
        Notice = "notice",
        /// Lời khuyên an toàn.
        Advice = "advice",
        /// What children said, and what the ward did.
        Voice = "voice",
        /// Who gave; named with their consent only.
        Giver = "giver",
    }
}

text_enum! {
    pub enum PublicNoteAction {
        Edit = "edit",
        Show = "show",
        Hide = "hide",
    }
}

/// A note as it is stored.
#[derive(Clone, Debug, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = public_notes, treat_none_as_null = true)]
pub struct PublicNoteRow {
    pub id: Id,
    pub ward_id: Id,
    pub kind: PublicNoteKind,
    pub title: String,
    pub body: String,
    pub reply: String,
    pub consent_given: bool,
    pub consent_how: String,
    pub position: i32,
    pub is_shown: bool,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub created_by_id: Option<Id>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

/// A note as those who keep the page see it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicNote {
    pub id: Id,
    pub kind: PublicNoteKind,
    #[schema(example = "Phòng đuối nước")]
    pub title: String,
    pub body: String,
    /// What the ward did, under what children said.
    pub reply: String,
    /// Of a giver: agreed to be named to everybody.
    pub consent_given: bool,
    /// How they agreed.
    #[schema(example = "Đồng ý qua điện thoại ngày 02/6")]
    pub consent_how: String,
    /// Small numbers stand first.
    pub position: i32,
    /// Approved for everybody to read, within its days.
    pub is_shown: bool,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub allowed_actions: Vec<PublicNoteAction>,
    pub created_at: Instant,
    pub updated_at: Instant,
    pub version: i32,
}

impl Versioned for PublicNote {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPublicNote {
    pub kind: PublicNoteKind,
    pub title: String,
    /// Plain lines; for everybody to read, so never a child's name, class, address or picture.
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub reply: String,
    #[serde(default)]
    pub consent_given: bool,
    #[serde(default)]
    pub consent_how: String,
    /// At the end when left out.
    pub position: Option<i32>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
}

/// A merge patch. What is shown was approved as it stood: other words are hidden until they are approved again.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicNoteChanges {
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = String, required = false)]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub body: Option<String>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub reply: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = bool, required = false)]
    pub consent_given: Option<bool>,
    #[serde(default, deserialize_with = "crate::input::cleared")]
    pub consent_how: Option<String>,
    #[serde(default, deserialize_with = "crate::input::present")]
    #[schema(value_type = i32, required = false)]
    pub position: Option<i32>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub starts_on: Patch<NaiveDate>,
    #[serde(default, deserialize_with = "crate::input::patch")]
    #[schema(value_type = Option<NaiveDate>)]
    pub ends_on: Patch<NaiveDate>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PublicNoteQuery {
    pub kind: Option<PublicNoteKind>,
}

/// What was added.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StarterNotes {
    pub added: i64,
}
