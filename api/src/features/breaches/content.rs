//! What is told in words, in the clear: opened from a row and sealed into it.

use serde::{Deserialize, Serialize};

use super::model::{BreachRow, MeasureRow};
use crate::crypto::Vault;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::keys::sealed::{BREACH_MEASURES, BREACHES};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub what_happened: String,
    /// Who wrote that last: whoever reported it sees their own words alone.
    pub written_by: Option<Id>,
    pub harm_reason: String,
    pub notice_number: String,
    pub authority: String,
    pub late_reason: String,
    pub people_told: String,
    pub summary: String,
    pub reopen_reason: String,
}

/// # Errors
/// When it cannot be sealed.
pub fn seal(vault: &Vault, id: &Id, content: &Content) -> Result<String> {
    vault.seal_json(&BREACHES.of(id), content).map_err(Error::internal)
}

/// # Errors
/// When the key is missing or the text was moved from another row.
pub fn open(vault: &Vault, row: &BreachRow) -> Result<Content> {
    if row.content.is_empty() {
        return Ok(Content::default());
    }
    vault.open_json(&BREACHES.of(&row.id), &row.content).map_err(Error::internal)
}

/// # Errors
/// When it cannot be sealed.
pub fn seal_measure(vault: &Vault, id: &Id, text: &str) -> Result<String> {
    vault.seal(&BREACH_MEASURES.of(id), text).map_err(Error::internal)
}

/// # Errors
/// When the key is missing or the text was moved from another row.
pub fn open_measure(vault: &Vault, row: &MeasureRow) -> Result<String> {
    if row.content.is_empty() {
        return Ok(String::new());
    }
    vault.open(&BREACH_MEASURES.of(&row.id), &row.content).map_err(Error::internal)
}
