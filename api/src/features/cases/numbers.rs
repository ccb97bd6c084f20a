//! Numbers of cases, for the leader, the officer and the upper level: no name, and no number so small that it names
//! somebody where it leaves the ward.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::clocks;
use super::model::{CaseStatus, ClockState, DangerLevel, DeadlineRow};
use crate::access::subject::CaseNumbers;
use crate::access::{Cx, Read, Scope};
use crate::calendar;
use crate::db::schema::{case_deadlines, cases, concerns, wards};
use crate::db::types::{Id, Instant};
use crate::error::Result;

/// Below this a number may name somebody (`law.md` 5.7).
pub(super) const SMALL: i64 = 5;

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CaseNumbersQuery {
    /// The first day of receipt.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub from: Option<chrono::NaiveDate>,
    /// The last day, included.
    #[serde(default, deserialize_with = "crate::http::parameters::day")]
    pub to: Option<chrono::NaiveDate>,
}

/// A number under its word; nothing where it is too small to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct CaseCount {
    #[schema(example = "implementing")]
    pub word: String,
    pub count: Option<i64>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WardCaseNumbers {
    pub ward_id: Id,
    pub ward_name: String,
    pub concerns: Option<i64>,
    pub cases: Option<i64>,
    pub by_status: Vec<CaseCount>,
    pub by_danger: Vec<CaseCount>,
    /// The clocks that run, and those that ran.
    pub by_clock: Vec<CaseCount>,
    /// Some numbers are held back, with others that would give them away.
    pub suppressed: bool,
}

/// # Errors
/// When the database refuses.
pub fn of(cx: &mut Cx<'_, CaseNumbers, Read>, query: &CaseNumbersQuery) -> Result<Vec<WardCaseNumbers>> {
    let is_above = matches!(cx.scope(), Scope::Below(_));
    let ids = cx.scope().wards();
    let named: Vec<(Id, String)> = wards::table
        .filter(wards::id.eq_any(ids))
        .order((wards::name, wards::id))
        .select((wards::id, wards::name))
        .load(cx.conn())?;
    let mut numbers = Vec::with_capacity(named.len());
    for (ward_id, ward_name) in named {
        let counted = count(cx, &ward_id, query)?;
        numbers.push(counted.shape(ward_id, ward_name, is_above));
    }
    Ok(numbers)
}

struct Counted {
    concerns: i64,
    cases: i64,
    by_status: BTreeMap<CaseStatus, i64>,
    by_danger: BTreeMap<DangerLevel, i64>,
    by_clock: BTreeMap<ClockState, i64>,
}

fn count(cx: &mut Cx<'_, CaseNumbers, Read>, ward: &Id, query: &CaseNumbersQuery) -> Result<Counted> {
    let from = query.from.map(|day| Instant::new(calendar::start_of_ward_day(day)));
    let to = query.to.map(|day| Instant::new(calendar::end_of_ward_day(day)));
    let mut told = concerns::table.filter(concerns::ward_id.eq(ward)).into_boxed();
    let mut held = cases::table.filter(cases::ward_id.eq(ward)).into_boxed();
    if let Some(from) = from {
        told = told.filter(concerns::received_at.ge(from));
        held = held.filter(cases::received_at.ge(from));
    }
    if let Some(to) = to {
        told = told.filter(concerns::received_at.le(to));
        held = held.filter(cases::received_at.le(to));
    }
    let concerns: i64 = told.count().get_result(cx.conn())?;
    let rows: Vec<(Id, CaseStatus, DangerLevel)> =
        held.select((cases::id, cases::status, cases::danger_level)).load(cx.conn())?;
    let ids: Vec<&Id> = rows.iter().map(|(id, ..)| id).collect();
    let mut clocks: Vec<DeadlineRow> = Vec::new();
    for some in ids.chunks(500) {
        let found = case_deadlines::table.filter(case_deadlines::case_id.eq_any(some.to_vec()));
        clocks.extend(found.select(DeadlineRow::as_select()).load::<DeadlineRow>(cx.conn())?);
    }
    let now = cx.now();
    let mut counted = Counted {
        concerns,
        cases: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        by_status: BTreeMap::new(),
        by_danger: BTreeMap::new(),
        by_clock: BTreeMap::new(),
    };
    for (_, status, danger) in &rows {
        *counted.by_status.entry(*status).or_default() += 1;
        *counted.by_danger.entry(*danger).or_default() += 1;
    }
    for clock in &clocks {
        *counted.by_clock.entry(clocks::state(clock, now)).or_default() += 1;
    }
    Ok(counted)
}

impl Counted {
    fn shape(self, ward_id: Id, ward_name: String, is_above: bool) -> WardCaseNumbers {
        let words = |all: Vec<(String, i64)>| table(all, is_above);
        let by_status = words(CaseStatus::ALL.iter().map(|one| pair(*one, &self.by_status)).collect());
        let by_danger = words(DangerLevel::ALL.iter().map(|one| pair(*one, &self.by_danger)).collect());
        let by_clock = words(ClockState::ALL.iter().map(|one| pair(*one, &self.by_clock)).collect());
        let small = |count: i64| Some(count).filter(|count| !is_above || *count == 0 || *count >= SMALL);
        let hidden = [&by_status, &by_danger, &by_clock].into_iter().flatten().any(|cell| cell.count.is_none());
        WardCaseNumbers {
            ward_id,
            ward_name,
            concerns: small(self.concerns),
            cases: small(self.cases),
            suppressed: hidden || small(self.cases).is_none() || small(self.concerns).is_none(),
            by_status,
            by_danger,
            by_clock,
        }
    }
}

fn pair<K: Ord + Copy + ToString>(key: K, counts: &BTreeMap<K, i64>) -> (String, i64) {
    (key.to_string(), counts.get(&key).copied().unwrap_or(0))
}

/// Holds small numbers back, and where that leaves a single hole, the smallest of the others too: the hole would follow
/// from the total.
fn table(counts: Vec<(String, i64)>, is_above: bool) -> Vec<CaseCount> {
    let mut hidden: Vec<bool> = counts.iter().map(|(_, count)| is_above && (1..SMALL).contains(count)).collect();
    if hidden.iter().filter(|one| **one).count() == 1 {
        let others = counts.iter().enumerate().filter(|(at, (_, count))| hidden.get(*at) == Some(&false) && *count > 0);
        let second = others.min_by_key(|(_, (_, count))| *count).map(|(at, _)| at);
        // With nothing to hide behind, the zeros must: any of them may be the second hole.
        let at = second.or_else(|| hidden.iter().position(|one| !one));
        if let Some(cell) = at.and_then(|at| hidden.get_mut(at)) {
            *cell = true;
        }
    }
    let shape = |((word, count), hidden): ((String, i64), bool)| CaseCount { word, count: (!hidden).then_some(count) };
    counts.into_iter().zip(hidden).map(shape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(counts: &[i64]) -> Vec<Option<i64>> {
        let counts = counts.iter().map(|count| (String::new(), *count)).collect();
        table(counts, true).into_iter().map(|cell| cell.count).collect()
    }

    #[test]
    fn a_hole_is_never_alone() {
        assert_eq!(hidden(&[12, 3, 7, 0]), [Some(12), None, None, Some(0)]);
        assert_eq!(hidden(&[12, 3, 2, 7]), [Some(12), None, None, Some(7)]);
        assert_eq!(hidden(&[3, 0, 0]), [None, None, Some(0)]);
        assert_eq!(hidden(&[12, 7, 0]), [Some(12), Some(7), Some(0)]);
    }
}
