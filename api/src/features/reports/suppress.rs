//! Numbers so small that they may name somebody are held back where they leave the ward, and with them whatever would
//! give them away: the neighbour in a breakdown, the whole, last year's. When in doubt more is held back.
//!
//! What is protected against is subtraction: a breakdown of one word each adds up to its whole, and a part stands beside
//! its whole (`part_of`), so that what is left over is known too.

use super::catalogue::dimension;
use super::figures::IndicatorValue;

/// Holds back every number from 1 to `below - 1` of the indicators that ask for it, and what would give it away.
pub fn suppress(values: &mut [IndicatorValue], below: i64) {
    suppress_current(values, below);
    let mut years: Vec<Option<i64>> = values.iter().map(|one| one.previous).collect();
    let small = |value: Option<i64>| value.is_some_and(|value| (1..below).contains(&value));
    let mut hidden: Vec<bool> =
        values.iter().zip(&years).map(|(one, previous)| one.small && small(*previous)).collect();
    loop {
        let found = values.iter().enumerate().position(|(at, one)| {
            let whole = one.part_of.as_ref().and_then(|code| values.iter().position(|other| other.code == *code));
            one.small && !is(&hidden, at) && left_over_is_small(&years, &hidden, at, whole, below)
        });
        match found.and_then(|at| hidden.get_mut(at)) {
            Some(cell) => *cell = true,
            None => break,
        }
    }
    for ((one, previous), hidden) in values.iter_mut().zip(&mut years).zip(hidden) {
        if hidden {
            *previous = None;
            one.previous_hidden = true;
        }
        one.previous = *previous;
    }
}

fn is(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or(false)
}

/// Whether a whole and its part, both shown, tell that few are left over.
fn left_over_is_small(values: &[Option<i64>], hidden: &[bool], part: usize, whole: Option<usize>, below: i64) -> bool {
    let Some(whole) = whole.filter(|at| !is(hidden, *at)) else { return false };
    match (values.get(whole).copied().flatten(), values.get(part).copied().flatten()) {
        (Some(whole), Some(part)) => (1..below).contains(&(whole - part)),
        _ => false,
    }
}

/// Where a number stands: the indicator, and the part of it or the whole.
type Place = (usize, Option<usize>);

fn suppress_current(values: &mut [IndicatorValue], below: i64) {
    hide_small(values, below);
    // Each round hides one number more, so this ends.
    while let Some((at, part)) = next_to_hide(values, below) {
        hide(values, (at, part));
    }
    for one in values.iter_mut().filter(|one| one.hidden) {
        one.computed = None;
    }
}

fn hide_small(values: &mut [IndicatorValue], below: i64) {
    let is_small = |value: Option<i64>| value.is_some_and(|value| (1..below).contains(&value));
    for one in values.iter_mut().filter(|one| one.small) {
        for part in &mut one.parts {
            if is_small(part.value) {
                part.value = None;
            }
        }
        // A number that was written instead of it leads to the counted one through the parts.
        if is_small(one.value) || is_small(one.computed) {
            one.hidden = true;
        }
    }
    for one in values.iter_mut().filter(|one| one.hidden) {
        one.value = None;
    }
}

fn hide(values: &mut [IndicatorValue], (at, part): Place) {
    let Some(one) = values.get_mut(at) else { return };
    match part {
        None => {
            one.hidden = true;
            one.value = None;
        }
        Some(part) => {
            if let Some(part) = one.parts.get_mut(part) {
                part.value = None;
            }
        }
    }
}

/// The next number that gives a hidden one away.
fn next_to_hide(values: &[IndicatorValue], below: i64) -> Option<Place> {
    for (at, one) in values.iter().enumerate() {
        if let Some(place) = told_by_whole(values, at, below) {
            return Some(place);
        }
        let mut dimensions: Vec<&str> = one.parts.iter().map(|part| part.dimension.as_str()).collect();
        dimensions.dedup();
        for code in dimensions.into_iter().filter(|code| dimension(code).is_some_and(|found| found.single)) {
            if let Some(place) = told_by_parts(one, code, below) {
                return Some((at, place));
            }
        }
    }
    None
}

fn told_by_whole(values: &[IndicatorValue], at: usize, below: i64) -> Option<Place> {
    let one = values.get(at)?;
    let whole = values.iter().find(|other| Some(&other.code) == one.part_of.as_ref())?;
    let left = whole.value? - one.value?;
    (one.small && (1..below).contains(&left)).then_some((at, None))
}

/// In one breakdown: a single hidden number follows from the others, and so do several that together are few.
fn told_by_parts(one: &IndicatorValue, code: &str, below: i64) -> Option<Option<usize>> {
    let parts: Vec<(usize, Option<i64>)> = one
        .parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.dimension == code)
        .map(|(at, part)| (at, part.value))
        .collect();
    let hidden = parts.iter().filter(|(_, value)| value.is_none()).count();
    let shown = parts.iter().filter_map(|(at, value)| value.map(|value| (*at, value)));
    // The smallest that is something: the least is lost.
    let next = shown.clone().filter(|(_, value)| *value > 0).min_by_key(|(_, value)| *value).map(|(at, _)| at);
    let Some(whole) = one.value.filter(|_| !one.hidden) else {
        // The whole is hidden: with all its parts shown it is their sum.
        return (hidden == 0 && !parts.is_empty()).then(|| next.or(parts.first().map(|(at, _)| *at)));
    };
    if hidden == 0 {
        return None;
    }
    let behind = whole - shown.map(|(_, value)| value).sum::<i64>();
    let is_told = hidden == 1 || (0..below).contains(&behind);
    // With no neighbour left to hide behind, the whole goes.
    is_told.then_some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::figures::IndicatorPart;
    use super::*;

    fn value(code: &str, part_of: Option<&str>, value: i64, parts: &[i64]) -> IndicatorValue {
        let part = |(at, value): (usize, &i64)| IndicatorPart {
            dimension: "sex".to_owned(),
            key: at.to_string(),
            label: at.to_string(),
            value: Some(*value),
        };
        IndicatorValue {
            code: code.to_owned(),
            block: String::new(),
            label: String::new(),
            measure: String::new(),
            value: Some(value),
            previous: None,
            computed: Some(value),
            note: String::new(),
            is_manual: false,
            small: true,
            hidden: false,
            previous_hidden: false,
            part_of: part_of.map(str::to_owned),
            source: None,
            parts: parts.iter().enumerate().map(part).collect(),
        }
    }

    fn shown(one: &IndicatorValue) -> (Option<i64>, Vec<Option<i64>>) {
        (one.value, one.parts.iter().map(|part| part.value).collect())
    }

    fn suppressed(whole: i64, parts: &[i64]) -> (Option<i64>, Vec<Option<i64>>) {
        let mut values = [value("a", None, whole, parts)];
        suppress(&mut values, 5);
        shown(&values[0])
    }

    #[test]
    fn a_hole_is_never_alone() {
        assert_eq!(suppressed(22, &[12, 3, 7, 0]), (Some(22), vec![Some(12), None, None, Some(0)]));
        assert_eq!(suppressed(24, &[12, 3, 2, 7]), (Some(24), vec![Some(12), None, None, Some(7)]));
        assert_eq!(suppressed(19, &[12, 7, 0]), (Some(19), vec![Some(12), Some(7), Some(0)]));
    }

    #[test]
    fn few_behind_two_holes_are_told_too() {
        assert_eq!(suppressed(22, &[12, 1, 2, 7]), (Some(22), vec![Some(12), None, None, None]));
    }

    #[test]
    fn a_small_whole_hides_its_parts() {
        assert_eq!(suppressed(3, &[3, 0]), (None, vec![None, Some(0)]));
    }

    #[test]
    fn what_is_left_over_of_a_whole_is_a_number_too() {
        let mut values = [value("whole", None, 25, &[]), value("part", Some("whole"), 22, &[])];
        suppress(&mut values, 5);
        assert_eq!((values[0].value, values[1].value), (Some(25), None));
    }

    #[test]
    fn last_year_is_kept_as_well() {
        let mut values = [value("whole", None, 25, &[]), value("part", Some("whole"), 12, &[])];
        (values[0].previous, values[1].previous) = (Some(30), Some(28));
        suppress(&mut values, 5);
        assert_eq!((values[0].previous, values[1].previous, values[1].previous_hidden), (Some(30), None, true));
        assert_eq!(values[1].value, Some(12));
    }

    proptest! {
        /// Whoever adds and subtracts what is shown of a breakdown finds no number from 1 to 4.
        #[test]
        fn no_small_number_follows(parts in proptest::collection::vec(0_i64..30, 1..8)) {
            let whole: i64 = parts.iter().sum();
            let (total, cells) = suppressed(whole, &parts);
            let hidden: Vec<usize> = (0..parts.len()).filter(|at| cells[*at].is_none()).collect();
            for (cell, value) in cells.iter().zip(&parts) {
                prop_assert!(cell.is_none_or(|shown| shown == *value && !(1..5).contains(&shown)));
            }
            if let Some(total) = total {
                prop_assert!(!(1..5).contains(&total));
                prop_assert!(hidden.len() != 1, "one hole");
                let behind = total - cells.iter().flatten().sum::<i64>();
                prop_assert!(hidden.is_empty() || behind >= 5, "{behind} behind {}", hidden.len());
            } else {
                prop_assert!(hidden.is_empty().then_some(()).is_none(), "the whole follows from its parts");
            }
        }
    }
}
