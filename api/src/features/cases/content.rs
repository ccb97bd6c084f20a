//! What lies sealed in a case: who the child is, and every word.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::model::{CaseChild, CaseRow};
use crate::access::subject::Cases;
use crate::access::{Cx, Deed};
use crate::crypto::Vault;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::children::roster;
use crate::keys::sealed::{CASES, Column};

/// Where cases of one child are found again without saying whose they are.
const CHILD: &str = "cases.child";

/// The sealed part of a case's own row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub child_id: Option<Id>,
    pub child: CaseChild,
    /// Further concerns that say the same.
    pub concern_ids: Vec<Id>,
    /// Why it is to be closed, as proposed.
    pub closing_reason: String,
    /// Where it was transferred to.
    pub transferred_to: String,
}

/// # Errors
/// When it cannot be sealed.
pub fn seal(vault: &Vault, column: &Column, id: &Id, value: &impl Serialize) -> Result<String> {
    vault.seal_json(&column.of(id), value).map_err(Error::internal)
}

/// # Errors
/// When the key is missing or the text was moved from another row.
pub fn open<T: DeserializeOwned>(vault: &Vault, column: &Column, id: &Id, sealed: &str) -> Result<T> {
    vault.open_json(&column.of(id), sealed).map_err(Error::internal)
}

impl Content {
    /// # Errors
    /// As [`open`].
    pub fn of(vault: &Vault, row: &CaseRow) -> Result<Self> {
        open(vault, &CASES, &row.id, &row.content)
    }

    /// Puts what is said into a row, with the fingerprint of the child.
    ///
    /// # Errors
    /// As [`seal`].
    pub fn fill(&self, vault: &Vault, row: &mut CaseRow) -> Result<()> {
        row.content = seal(vault, &CASES, &row.id, self)?;
        row.child_index = self.child_id.as_ref().map(|child| child_index(vault, child));
        Ok(())
    }
}

pub fn child_index(vault: &Vault, child: &Id) -> String {
    vault.index(CHILD, child.as_str())
}

/// The fingerprints of everything that was ever this child in the registry.
///
/// # Errors
/// When the database refuses.
pub fn child_indexes<A: Deed>(cx: &mut Cx<'_, Cases, A>, child: &Id) -> Result<Vec<String>> {
    let ids = roster::also_known_as(cx, child)?;
    Ok(ids.iter().map(|id| child_index(&cx.services().vault, id)).collect())
}

/// "N.T.H., 2015": enough to tell one's cases apart, not enough to name somebody.
pub fn sign(child: &CaseChild) -> String {
    use chrono::Datelike;
    let initials: String =
        child.full_name.split_whitespace().filter_map(|word| word.chars().next()).map(|c| format!("{c}.")).collect();
    let name = if initials.is_empty() { "Chưa rõ tên".to_owned() } else { initials.to_uppercase() };
    match (child.date_of_birth, child.estimated_age) {
        (Some(day), _) => format!("{name}, {}", day.year()),
        (None, Some(age)) => format!("{name}, khoảng {age} tuổi"),
        (None, None) => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_no_name() {
        let day = chrono::NaiveDate::from_ymd_opt(2015, 3, 1);
        let child = CaseChild { full_name: "Nguyễn Thị Hoà".into(), date_of_birth: day, ..CaseChild::default() };
        assert_eq!(sign(&child), "N.T.H., 2015");
        let child = CaseChild { estimated_age: Some(6), ..CaseChild::default() };
        assert_eq!(sign(&child), "Chưa rõ tên, khoảng 6 tuổi");
    }
}
