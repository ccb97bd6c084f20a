//! The numbers of a report, from the rows they are counted from. Pure.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::catalogue::{Indicator, dimension};
use super::sources::{IndicatorSource, Rows};
use crate::counted::Counted;
use crate::db::types::Id;
use crate::features::children::catalogue::group;

/// One number of a breakdown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IndicatorPart {
    #[schema(example = "sex")]
    pub dimension: String,
    #[schema(example = "female")]
    pub key: String,
    #[schema(example = "Nữ")]
    pub label: String,
    /// Nothing where it is held back.
    pub value: Option<i64>,
}

/// The key of those rows that have no word of a dimension.
pub const NONE: &str = "none";

/// A number that somebody wrote down instead of the counted one, or where nothing is counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnNumber {
    pub value: Option<i64>,
    /// Last year's, where the system does not know it.
    pub previous: Option<i64>,
    pub note: String,
}

/// One number of a report with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IndicatorValue {
    #[schema(example = "children_special")]
    pub code: String,
    #[schema(example = "general")]
    pub block: String,
    #[schema(example = "Trẻ em có hoàn cảnh đặc biệt")]
    pub label: String,
    #[schema(example = "trẻ")]
    pub measure: String,
    /// Nothing while nobody has counted it, or where it is held back.
    pub value: Option<i64>,
    /// That of the year before.
    pub previous: Option<i64>,
    /// What the rows say, where somebody wrote down another number.
    pub computed: Option<i64>,
    /// Why a number was written by hand.
    pub note: String,
    pub is_manual: bool,
    /// A small number of it may name somebody.
    pub small: bool,
    /// It is held back: so small that it may name somebody, or that it would give such a number away.
    #[serde(default)]
    pub hidden: bool,
    #[serde(default)]
    pub previous_hidden: bool,
    pub part_of: Option<String>,
    pub source: Option<IndicatorSource>,
    pub parts: Vec<IndicatorPart>,
}

/// How much some rows make.
pub fn measure<'a>(indicator: &Indicator, rows: impl Iterator<Item = &'a Counted>) -> i64 {
    rows.map(|row| weight(indicator, row)).sum()
}

/// How much one row adds to an indicator.
pub fn weight(indicator: &Indicator, row: &Counted) -> i64 {
    indicator.sum.as_deref().map_or(1, |name| row.weight(name))
}

/// An indicator with its breakdowns. `names` are those of units.
pub fn figure(
    indicator: &Indicator,
    rows: &Rows,
    names: &HashMap<Id, String>,
    own: Option<&OwnNumber>,
    previous: Option<i64>,
) -> IndicatorValue {
    let counted: Vec<&Counted> = rows.of(indicator).collect();
    let computed = indicator.source.map(|_| measure(indicator, counted.iter().copied()));
    let written = own.and_then(|own| own.value);
    IndicatorValue {
        code: indicator.code.clone(),
        block: indicator.block.clone(),
        label: indicator.label.clone(),
        measure: indicator.measure.clone(),
        value: written.or(computed),
        previous: previous.or_else(|| own.and_then(|own| own.previous)),
        computed,
        note: own.map(|own| own.note.clone()).unwrap_or_default(),
        is_manual: written.is_some(),
        small: indicator.small,
        hidden: false,
        previous_hidden: false,
        part_of: indicator.part_of.clone(),
        source: indicator.source,
        parts: indicator.by.iter().flat_map(|code| breakdown(indicator, code, &counted, names)).collect(),
    }
}

fn breakdown(indicator: &Indicator, code: &str, rows: &[&Counted], names: &HashMap<Id, String>) -> Vec<IndicatorPart> {
    let Some(dimension) = dimension(code) else { return Vec::new() };
    let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
    let mut without = 0;
    for row in rows {
        let weight = weight(indicator, row);
        let mut words = row.words(code).peekable();
        if words.peek().is_none() {
            without += weight;
        }
        for word in words {
            *sums.entry(word).or_default() += weight;
        }
    }
    let part = |key: &str, label: String, value: i64| IndicatorPart {
        dimension: code.to_owned(),
        key: key.to_owned(),
        label,
        value: Some(value),
    };
    let mut parts = Vec::new();
    for (word, label) in &dimension.words {
        if let Some(sum) = sums.remove(word.as_str()) {
            parts.push(part(word, label.clone(), sum));
        }
    }
    let mut rest: Vec<IndicatorPart> =
        sums.into_iter().map(|(word, sum)| part(word, label(code, word, names), sum)).collect();
    if matches!(code, "unit" | "neighborhood") {
        rest.sort_by_cached_key(|part| crate::features::units::natural_key(&part.label));
    }
    parts.extend(rest);
    // Parts of what has one word each add up to the whole, so those without one are a part too.
    if dimension.single && without > 0 {
        parts.push(part(NONE, "Chưa xác định".to_owned(), without));
    }
    parts
}

fn label(dimension: &str, word: &str, names: &HashMap<Id, String>) -> String {
    let known = match dimension {
        "group" | "risk" => group(word).map(|group| group.label.clone()),
        _ => Id::parse(word).and_then(|id| names.get(&id).cloned()),
    };
    known.unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::catalogue;
    use super::*;
    use crate::db::types::Instant;

    fn child(sex: &str, groups: &[&str]) -> Counted {
        let row = Counted::new(Id::new(Instant::new(chrono::DateTime::UNIX_EPOCH))).mark("sex", sex);
        let row = groups.iter().fold(row, |row, code| row.mark("group", code));
        row.flag("special", !groups.is_empty())
    }

    #[test]
    fn parts_of_one_word_add_up_and_others_may_overlap() {
        let special = catalogue().indicators.iter().find(|one| one.code == "children_special").unwrap();
        let list = [child("female", &["HC02", "HC05"]), child("male", &["HC02"]), child("male", &[])];
        let rows = Rows::with(IndicatorSource::Children, list.to_vec());
        let figure = figure(special, &rows, &HashMap::new(), None, Some(7));
        assert_eq!((figure.value, figure.previous), (Some(2), Some(7)));
        let of = |dimension: &str| figure.parts.iter().filter(|part| part.dimension == dimension).collect::<Vec<_>>();
        assert_eq!(of("sex").iter().map(|part| part.value.unwrap()).sum::<i64>(), 2);
        assert_eq!(of("group").iter().map(|part| part.value.unwrap()).sum::<i64>(), 3);
        assert_eq!(of("neighborhood").first().unwrap().key, NONE);
    }

    #[test]
    fn a_written_number_stands_before_the_counted_one_and_hides_nothing() {
        let special = catalogue().indicators.iter().find(|one| one.code == "children_special").unwrap();
        let rows = Rows::with(IndicatorSource::Children, vec![child("female", &["HC02"])]);
        let own = OwnNumber { value: Some(4), previous: Some(3), note: "Ba em mới chuyển đến".to_owned() };
        let figure = figure(special, &rows, &HashMap::new(), Some(&own), None);
        assert_eq!((figure.value, figure.computed, figure.previous), (Some(4), Some(1), Some(3)));
        assert!(figure.is_manual);
    }
}
