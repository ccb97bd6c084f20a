//! Cases as statistics see them: numbers only, nothing of their content.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::clocks;
use super::forms_model::FormKind;
use super::model::{CaseStatus, ClockState, DangerLevel, DeadlineKind, DeadlineRow};
use super::store::visible;
use crate::access::subject::{CaseNumbers, Cases};
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::{case_deadlines, case_forms, cases};
use crate::db::types::{Id, Instant};
use crate::error::Result;

/// The cases that were in hand at any time within the days, as they stood at their end: reports are written later. Of a
/// case that was handed to another commune nothing moves any more, so its last change is when it went.
///
/// # Errors
/// When the database refuses.
pub fn counted(cx: &mut Cx<'_, CaseNumbers, Read>, period: Period) -> Result<Vec<Counted>> {
    type Row = (Id, CaseStatus, DangerLevel, Instant, Option<Instant>, Option<Instant>, Instant);
    let (from, to) = period.instants();
    let rows: Vec<Row> = cases::table
        .filter(cases::ward_id.eq_any(cx.scope().wards()))
        .filter(cases::received_at.le(to))
        .filter(cases::closed_at.is_null().or(cases::closed_at.ge(from)))
        .filter(cases::status.ne(CaseStatus::Transferred).or(cases::updated_at.ge(from)))
        .order(cases::id)
        .select((
            cases::id,
            cases::status,
            cases::danger_level,
            cases::received_at,
            cases::police_passed_at,
            cases::closed_at,
            cases::updated_at,
        ))
        .load(cx.conn())?;
    let ids: Vec<Id> = rows.iter().map(|(id, ..)| id.clone()).collect();
    let (mut clocks, decided) = (deadlines(cx, &ids)?, decided(cx, &ids, to)?);
    // A report of days that are over asks what the clocks said then.
    let now = cx.now().min(to);
    let within = |moment: Option<Instant>| moment.is_some_and(|moment| (from..=to).contains(&moment));
    let shape = |(id, status, danger, received_at, police_at, closed_at, updated_at): Row| {
        let clocks = clocks.remove(&id).unwrap_or_default();
        let was_late = |kind: DeadlineKind| {
            let late = |clock: &DeadlineRow| {
                clock.due_at < now && matches!(clocks::state(clock, now), ClockState::Late | ClockState::MetLate)
            };
            clocks.iter().any(|clock| clock.kind == kind && late(clock))
        };
        // The round of then: a case that began again has no plan until the next is decided.
        let round = clocks.iter().filter(|clock| clock.starts_at <= to).map(|clock| clock.round).max().unwrap_or(1);
        let is_planned = decided.contains(&(id.clone(), round));
        let is_closed = closed_at.is_some_and(|moment| moment <= to);
        let is_transferred = status == CaseStatus::Transferred && updated_at <= to;
        Counted::new(id)
            .mark("status", status)
            .mark("danger", danger)
            .flag("opened", within(Some(received_at)))
            .flag("planned", is_planned)
            .flag("open", !is_closed && !is_transferred)
            .flag("closed", within(closed_at))
            .flag("police", within(police_at))
            .flag("late_12h", was_late(DeadlineKind::Emergency12h))
            .flag("late_5wd", was_late(DeadlineKind::Plan5wd))
            .flag("late_7wd", was_late(DeadlineKind::Decision7wd))
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// The plans that were decided up to a moment, by the round of their case. Neither the state (which is today's) nor the
/// closing (of what was unfounded) tells of one.
fn decided(cx: &mut Cx<'_, CaseNumbers, Read>, cases: &[Id], until: Instant) -> Result<HashSet<(Id, i32)>> {
    let mut found = HashSet::new();
    for some in cases.chunks(500) {
        let rows: Vec<(Id, i32)> = case_forms::table
            .filter(case_forms::case_id.eq_any(some))
            .filter(case_forms::kind.eq(FormKind::Decision))
            .filter(case_forms::completed_at.le(until))
            .select((case_forms::case_id, case_forms::round))
            .load(cx.conn())?;
        found.extend(rows);
    }
    Ok(found)
}

fn deadlines(cx: &mut Cx<'_, CaseNumbers, Read>, cases: &[Id]) -> Result<HashMap<Id, Vec<DeadlineRow>>> {
    let mut found: HashMap<Id, Vec<DeadlineRow>> = HashMap::new();
    for some in cases.chunks(500) {
        let rows = case_deadlines::table.filter(case_deadlines::case_id.eq_any(some));
        for row in rows.select(DeadlineRow::as_select()).load::<DeadlineRow>(cx.conn())? {
            found.entry(row.case_id.clone()).or_default().push(row);
        }
    }
    Ok(found)
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Cases, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = cases::table.filter(visible(cx)?).filter(cases::id.eq_any(ids));
    let rows: Vec<(Id, String)> = rows.select((cases::id, cases::code)).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}
