//! The groups of children in special circumstances and of children at risk: data with a legal basis and days of
//! validity (`catalogue.json`), because laws change and old rows keep the words that were in force.
//!
//! Sources: Law on Children 2016, art. 10.1; Decree 56/2017/NĐ-CP, arts 3–16. The list of risks is administrative.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::text_enum;

text_enum! {
    pub enum GroupKind {
        /// Hoàn cảnh đặc biệt.
        Circumstance = "circumstance",
        /// Nguy cơ rơi vào hoàn cảnh đặc biệt.
        Risk = "risk",
    }
}

text_enum! {
    /// Who may know that a child is in a group.
    pub enum Secrecy {
        /// Whoever sees the child in full.
        Normal = "normal",
        /// The ward's leader and the social officer: abuse, offending, drugs.
        Sensitive = "sensitive",
        /// A closed list: HIV (Law on HIV/AIDS prevention, art. 30).
        Closed = "closed",
    }
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SubGroup {
    pub code: String,
    pub label: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ChildGroup {
    #[schema(example = "HC01")]
    pub code: String,
    pub kind: GroupKind,
    /// The law's own words.
    pub label: String,
    pub secrecy: Secrecy,
    pub legal_basis: String,
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    pub sub: Vec<SubGroup>,
}

#[expect(clippy::expect_used, reason = "a file of the program itself; a test reads it")]
static GROUPS: LazyLock<Vec<ChildGroup>> =
    LazyLock::new(|| serde_json::from_str(include_str!("catalogue.json")).expect("the catalogue is JSON"));

pub fn groups() -> &'static [ChildGroup] {
    &GROUPS
}

pub fn group(code: &str) -> Option<&'static ChildGroup> {
    GROUPS.iter().find(|group| group.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_names_fourteen_groups() {
        let of = |kind| groups().iter().filter(move |group| group.kind == kind).count();
        assert_eq!(of(GroupKind::Circumstance), 14);
        assert_eq!(of(GroupKind::Risk), 16);
        let secret = |secrecy| groups().iter().filter(move |group| group.secrecy == secrecy).map(|g| g.code.as_str());
        assert_eq!(secret(Secrecy::Closed).collect::<Vec<_>>(), ["HC05", "NC13"]);
        assert_eq!(
            secret(Secrecy::Sensitive).collect::<Vec<_>>(),
            ["HC06", "HC07", "HC09", "HC10", "HC11", "HC12", "NC06", "NC07", "NC08"]
        );
    }
}
