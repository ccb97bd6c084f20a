//! How the clocks of the cases stand, in numbers and ward by ward: no name, and for the upper level no number that is
//! so small that it names somebody.

use std::collections::{BTreeMap, HashMap};

use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::clocks;
use super::model::{CaseStatus, ClockState, DeadlineKind, DeadlineRow};
use super::numbers::SMALL;
use crate::access::subject::CaseNumbers;
use crate::access::{Cx, Read, Scope};
use crate::db::schema::{case_deadlines, cases, concerns};
use crate::db::types::Id;
use crate::error::Result;

/// The clocks of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct ClockTally {
    pub kind: DeadlineKind,
    pub on_time: i64,
    pub due_soon: i64,
    pub late: i64,
    pub met: i64,
    pub met_late: i64,
}

/// Cases by the clock that is worst.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct CaseTally {
    /// Neither closed nor handed to another ward.
    pub open: i64,
    /// A clock has run out.
    pub late: i64,
    /// A clock runs out soon, and none has.
    pub due_soon: i64,
    /// A clock runs, and none is near its end.
    pub on_time: i64,
    pub by_clock: Vec<ClockTally>,
}

#[derive(Default)]
struct Case {
    is_open: bool,
    late: bool,
    due_soon: bool,
    running: bool,
}

/// The cases of each ward within the scope, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn by_ward(cx: &mut Cx<'_, CaseNumbers, Read>) -> Result<HashMap<Id, CaseTally>> {
    let (wards, now) = (cx.scope().wards(), cx.now());
    let rows: Vec<(Id, Id, CaseStatus, Option<DeadlineRow>)> = cases::table
        .left_join(case_deadlines::table.on(case_deadlines::case_id.eq(cases::id)))
        .filter(cases::ward_id.eq_any(wards))
        .select((cases::ward_id, cases::id, cases::status, Option::<DeadlineRow>::as_select()))
        .load(cx.conn())?;
    let mut cases: HashMap<(Id, Id), Case> = HashMap::new();
    let mut clocks_of: HashMap<Id, BTreeMap<DeadlineKind, ClockTally>> = HashMap::new();
    for (ward, id, status, clock) in rows {
        let case = cases.entry((ward.clone(), id)).or_default();
        case.is_open = !matches!(status, CaseStatus::Closed | CaseStatus::Transferred);
        let Some(clock) = clock else { continue };
        let kind = clock.kind;
        let empty = || ClockTally { kind, on_time: 0, due_soon: 0, late: 0, met: 0, met_late: 0 };
        let tally = clocks_of.entry(ward).or_default().entry(kind).or_insert_with(empty);
        match clocks::state(&clock, now) {
            ClockState::Running => (case.running, tally.on_time) = (true, tally.on_time + 1),
            ClockState::DueSoon => (case.due_soon, tally.due_soon) = (true, tally.due_soon + 1),
            ClockState::Late => (case.late, tally.late) = (true, tally.late + 1),
            ClockState::Met => tally.met += 1,
            ClockState::MetLate => tally.met_late += 1,
            ClockState::Cancelled => {}
        }
    }
    let mut tallies: HashMap<Id, CaseTally> = HashMap::new();
    for ((ward, _), case) in cases {
        let tally = tallies.entry(ward).or_default();
        tally.open += i64::from(case.is_open);
        match case {
            Case { late: true, .. } => tally.late += 1,
            Case { due_soon: true, .. } => tally.due_soon += 1,
            Case { running: true, .. } => tally.on_time += 1,
            _ => {}
        }
    }
    for (ward, clocks) in clocks_of {
        tallies.entry(ward).or_default().by_clock = clocks.into_values().collect();
    }
    Ok(tallies)
}

/// What the upper level learns of a ward's cases; nothing where a number is too small to be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct CaseSums {
    pub concerns: Option<i64>,
    pub open: Option<i64>,
    pub late: Option<i64>,
}

/// Concerns that were ever told, cases that are open, cases that are late, of each ward; two statements.
///
/// # Errors
/// When the database refuses.
pub fn sums_by_ward(cx: &mut Cx<'_, CaseNumbers, Read>) -> Result<HashMap<Id, CaseSums>> {
    let is_above = matches!(cx.scope(), Scope::Below(_));
    let told: HashMap<Id, i64> = concerns::table
        .filter(concerns::ward_id.eq_any(cx.scope().wards()))
        .group_by(concerns::ward_id)
        .select((concerns::ward_id, count_star()))
        .load::<(Id, i64)>(cx.conn())?
        .into_iter()
        .collect();
    let tallies = by_ward(cx)?;
    let small = |count: i64| Some(count).filter(|count| !is_above || *count == 0 || *count >= SMALL);
    let sums = |ward: Id| {
        let tally = tallies.get(&ward);
        let of = |one: fn(&CaseTally) -> i64| small(tally.map_or(0, one));
        let concerns = small(told.get(&ward).copied().unwrap_or(0));
        (ward, CaseSums { concerns, open: of(|tally| tally.open), late: of(|tally| tally.late) })
    };
    Ok(cx.scope().wards().into_iter().map(sums).collect())
}
