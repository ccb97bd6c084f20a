//! What is told of a child, in the clear: opened from a row and sealed into it.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::crypto::Vault;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::children::model::Sex;
use crate::keys::sealed::Column;

/// The child, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConcernChild {
    /// Empty when nobody knows it.
    pub full_name: String,
    pub date_of_birth: Option<NaiveDate>,
    /// Years, where the day of birth is not known.
    pub estimated_age: Option<i32>,
    pub sex: Option<Sex>,
    pub address: String,
}

/// A parent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConcernParent {
    pub full_name: String,
    pub age: Option<i32>,
    pub occupation: String,
}

/// Section A of Mẫu 01, but for whoever told it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub narrative: String,
    pub child: ConcernChild,
    pub place: String,
    /// Tình trạng hiện tại của trẻ em.
    pub condition: String,
    /// Phỏng đoán hậu quả có thể xảy ra nếu không có hỗ trợ, can thiệp.
    pub consequences: String,
    pub father: ConcernParent,
    pub mother: ConcernParent,
    pub family: String,
    pub carer: String,
    /// Những hành động hỗ trợ, can thiệp đã thực hiện trước khi nhận thông tin.
    pub actions_taken: String,
    /// How its author wrote it down, once the desk has added to it: that is all that they are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_told: Option<Box<Content>>,
}

/// Whoever told it, if they agreed to say so (A.3). The Law on Domestic Violence 13/2022, art. 34.2, protects them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reporter {
    pub name: String,
    pub phone: String,
    pub address: String,
    pub note: String,
}

impl Reporter {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Why a screening ended as it did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Screening {
    pub reason: String,
    /// Why a second person sent it back.
    pub answer: String,
}

/// # Errors
/// When it cannot be sealed.
pub fn seal(vault: &Vault, column: &Column, id: &Id, value: &impl Serialize) -> Result<String> {
    vault.seal_json(&column.of(id), value).map_err(Error::internal)
}

/// The value of an empty column is the empty one.
///
/// # Errors
/// When the key is missing or the text was moved from another row.
pub fn open<T: Default + DeserializeOwned>(vault: &Vault, column: &Column, id: &Id, sealed: &str) -> Result<T> {
    if sealed.is_empty() {
        return Ok(T::default());
    }
    vault.open_json(&column.of(id), sealed).map_err(Error::internal)
}
