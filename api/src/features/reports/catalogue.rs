//! What a report counts, as data (`catalogue.json`): label, measure, source, condition, parts, days of validity and
//! legal basis of each indicator, in the five fields of Circular 13/2021 (concept and method, disaggregation, period,
//! source, basis). An indicator without a source is counted by hand.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sources::IndicatorSource;
use crate::access::UnitKind;
use crate::text_enum;

text_enum! {
    /// Whether an indicator counts what is so at the end of the period, or what happened in it.
    pub enum IndicatorPeriod {
        Moment = "moment",
        Period = "period",
    }
}

/// A part of the appendix.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorBlock {
    #[schema(example = "general")]
    pub code: String,
    #[schema(example = "Tình hình trẻ em")]
    pub title: String,
}

/// What indicators are broken down by.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorDimension {
    #[schema(example = "sex")]
    pub code: String,
    #[schema(example = "Giới tính")]
    pub title: String,
    /// A row has one word of it, so that the parts add up to the whole.
    pub single: bool,
    /// Word and label in the order of the form; empty where they are units or groups of children.
    pub words: Vec<(String, String)>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    #[schema(example = "children_special")]
    pub code: String,
    pub block: String,
    #[schema(example = "Trẻ em có hoàn cảnh đặc biệt")]
    pub label: String,
    #[schema(example = "trẻ")]
    pub measure: String,
    /// The rows it is counted from; none: counted by hand.
    #[serde(default)]
    pub source: Option<IndicatorSource>,
    /// Which of them: for each dimension one of these words.
    #[serde(default, rename = "where")]
    pub conditions: BTreeMap<String, Vec<String>>,
    /// What is added up; none: rows are counted.
    #[serde(default)]
    pub sum: Option<String>,
    /// The dimensions it is broken down by.
    #[serde(default)]
    pub by: Vec<String>,
    /// The indicator that it can never exceed.
    #[serde(default)]
    pub part_of: Option<String>,
    /// A small number of it may name somebody: held back where it leaves the ward.
    #[serde(default)]
    pub small: bool,
    pub at: IndicatorPeriod,
    /// Whose report it belongs to: `ward`, `unit` or a kind of unit.
    #[serde(rename = "for")]
    pub reports: Vec<String>,
    #[serde(default)]
    pub legal_basis: String,
    /// Khái niệm, phương pháp tính.
    #[serde(default)]
    pub method: String,
    pub valid_from: NaiveDate,
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
}

/// Everything that a report may count.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorCatalogue {
    pub blocks: Vec<IndicatorBlock>,
    pub dimensions: Vec<IndicatorDimension>,
    pub indicators: Vec<Indicator>,
}

#[expect(clippy::expect_used, reason = "a file of the program itself; a test reads it")]
static CATALOGUE: LazyLock<IndicatorCatalogue> =
    LazyLock::new(|| serde_json::from_str(include_str!("catalogue.json")).expect("the catalogue is JSON"));

pub fn catalogue() -> &'static IndicatorCatalogue {
    &CATALOGUE
}

/// Whose indicators are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Author {
    Ward,
    Unit(UnitKind),
}

/// The indicators of a report, in the order of the appendix, by the law of its last day.
pub fn indicators(author: Author, on: NaiveDate) -> impl Iterator<Item = &'static Indicator> {
    let is_of = move |indicator: &&Indicator| {
        indicator.reports.iter().any(|word| match author {
            Author::Ward => word == "ward",
            Author::Unit(kind) => word == "unit" || word == kind.as_str(),
        })
    };
    let is_valid =
        move |indicator: &&Indicator| indicator.valid_from <= on && indicator.valid_to.is_none_or(|day| on <= day);
    CATALOGUE.indicators.iter().filter(is_of).filter(is_valid)
}

/// An indicator by its code, whenever it is valid.
pub fn indicator(code: &str) -> Option<&'static Indicator> {
    CATALOGUE.indicators.iter().find(|indicator| indicator.code == code)
}

pub fn dimension(code: &str) -> Option<&'static IndicatorDimension> {
    CATALOGUE.dimensions.iter().find(|dimension| dimension.code == code)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_indicator_is_understood() {
        let all = catalogue();
        let codes: HashSet<&str> = all.indicators.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes.len(), all.indicators.len(), "a code stands there twice");
        for one in &all.indicators {
            assert!(all.blocks.iter().any(|block| block.code == one.block), "{}: block", one.code);
            assert!(one.by.iter().all(|code| dimension(code).is_some()), "{}: by", one.code);
            assert!(one.part_of.as_deref().is_none_or(|whole| codes.contains(whole)), "{}: part_of", one.code);
            assert!(one.source.is_some() || (one.by.is_empty() && one.conditions.is_empty()), "{}: source", one.code);
            let kinds = |word: &String| word == "ward" || word == "unit" || UnitKind::parse(word).is_some();
            assert!(one.reports.iter().all(kinds), "{}: for", one.code);
            assert!(one.valid_to.is_none_or(|to| one.valid_from <= to), "{}: validity", one.code);
        }
    }

    #[test]
    fn a_part_counts_the_rows_of_its_whole() {
        for part in &catalogue().indicators {
            let Some(whole) = part.part_of.as_ref() else { continue };
            let whole = catalogue().indicators.iter().find(|one| one.code == *whole).unwrap();
            assert_eq!(part.source, whole.source, "{}", part.code);
            assert_eq!(part.sum, whole.sum, "{}", part.code);
            assert!(whole.conditions.iter().all(|(d, w)| part.conditions.get(d) == Some(w)), "{}", part.code);
        }
    }

    #[test]
    fn the_appendix_of_the_law_is_covered() {
        let blocks: HashSet<&str> = catalogue().indicators.iter().map(|one| one.block.as_str()).collect();
        for block in &catalogue().blocks {
            assert!(blocks.contains(block.code.as_str()), "{} counts nothing", block.code);
        }
    }
}
