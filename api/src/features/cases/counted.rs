//! Cases as statistics see them: numbers only, nothing of their content.

use std::collections::HashMap;

use diesel::prelude::*;

use super::clocks;
use super::model::{CaseStatus, ClockState, DangerLevel, DeadlineKind, DeadlineRow};
use super::store::visible;
use crate::access::subject::{CaseNumbers, Cases};
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::{case_deadlines, cases};
use crate::db::types::{Id, Instant};
use crate::error::Result;

/// The cases that were in hand at any time within the days.
///
/// # Errors
/// When the database refuses.
pub fn counted(cx: &mut Cx<'_, CaseNumbers, Read>, period: Period) -> Result<Vec<Counted>> {
    type Row = (Id, CaseStatus, DangerLevel, Instant, Option<Instant>, Option<Instant>);
    let (from, to) = period.instants();
    let rows: Vec<Row> = cases::table
        .filter(cases::ward_id.eq_any(cx.scope().wards()))
        .filter(cases::received_at.le(to))
        .filter(cases::closed_at.is_null().or(cases::closed_at.ge(from)))
        .order(cases::id)
        .select((
            cases::id,
            cases::status,
            cases::danger_level,
            cases::received_at,
            cases::police_passed_at,
            cases::closed_at,
        ))
        .load(cx.conn())?;
    let mut clocks = deadlines(cx, &rows.iter().map(|(id, ..)| id.clone()).collect::<Vec<_>>())?;
    // A report of days that are over asks what the clocks said then.
    let now = cx.now().min(to);
    let within = |moment: Option<Instant>| moment.is_some_and(|moment| (from..=to).contains(&moment));
    let shape = |(id, status, danger, received_at, police_at, closed_at): Row| {
        let clocks = clocks.remove(&id).unwrap_or_default();
        let was_late = |kind: DeadlineKind| {
            let late =
                |clock: &DeadlineRow| matches!(clocks::state(clock, now), ClockState::Late | ClockState::MetLate);
            clocks.iter().any(|clock| clock.kind == kind && late(clock))
        };
        let is_planned = matches!(
            status,
            CaseStatus::Decided | CaseStatus::Implementing | CaseStatus::Reviewed | CaseStatus::Closed
        );
        let is_closed = closed_at.is_some_and(|moment| moment <= to);
        let is_transferred = status == CaseStatus::Transferred;
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
