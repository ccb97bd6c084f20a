//! The table of clocks.

use std::collections::HashMap;

use diesel::prelude::*;

use super::clocks::{self, Term};
use super::model::{CaseRow, Deadline, DeadlineKind, DeadlineRow};
use crate::access::{Cx, Deed, Subject, Writes};
use crate::db::schema::case_deadlines as table;
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::wards;

/// The clocks of some cases, in the order they run out.
///
/// # Errors
/// When the database refuses.
pub fn of<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, cases: &[Id]) -> Result<HashMap<Id, Vec<Deadline>>> {
    let rows: Vec<DeadlineRow> = table::table
        .filter(table::case_id.eq_any(cases.to_vec()))
        .order((table::due_at, table::id))
        .select(DeadlineRow::as_select())
        .load(cx.conn())?;
    let Some(ward) = rows.first().map(|row| row.ward_id.clone()) else { return Ok(HashMap::new()) };
    let calendar = wards::calendar(cx, &ward)?;
    let now = cx.now();
    let mut clocks: HashMap<Id, Vec<Deadline>> = HashMap::new();
    for mut row in rows {
        row.due_at = clocks::due(&row, &calendar);
        let shown = Deadline {
            kind: row.kind,
            round: row.round,
            starts_at: row.starts_at,
            due_at: row.due_at,
            met_at: row.met_at,
            state: clocks::state(&row, now),
            working_days: row.working_days,
            working_days_left: clocks::working_days_left(&row, &calendar, now),
        };
        clocks.entry(row.case_id).or_default().push(shown);
    }
    Ok(clocks)
}

/// Starts a clock.
///
/// # Errors
/// When the database refuses.
pub fn start<R: Subject, A: Writes>(
    cx: &mut Cx<'_, R, A>,
    case: &CaseRow,
    kind: DeadlineKind,
    starts_at: Instant,
    term: Term,
) -> Result<()> {
    let row = DeadlineRow {
        id: cx.new_id(),
        ward_id: case.ward_id.clone(),
        case_id: case.id.clone(),
        round: case.round,
        kind,
        starts_at,
        due_at: term.due_at,
        working_days: term.working_days,
        met_at: None,
        cancelled_at: None,
        told_step: 0,
    };
    diesel::insert_into(table::table).values(&row).execute(cx.conn())?;
    Ok(())
}

/// Starts the clocks of a new, reopened or continued case.
///
/// # Errors
/// When the database refuses.
pub fn start_file<R: Subject, A: Writes>(
    cx: &mut Cx<'_, R, A>,
    case: &CaseRow,
    from: Instant,
    with_emergency: bool,
) -> Result<()> {
    let terms = wards::settings(cx, &case.ward_id)?.cases;
    let calendar = wards::calendar(cx, &case.ward_id)?;
    if with_emergency {
        start(cx, case, DeadlineKind::Emergency12h, from, clocks::emergency(&terms, from))?;
    }
    let plan = clocks::working(&calendar, from, terms.plan_working_days);
    start(cx, case, DeadlineKind::Plan5wd, from, plan)?;
    let decision = clocks::working(&calendar, from, terms.decision_working_days);
    start(cx, case, DeadlineKind::Decision7wd, from, decision)
}

/// Stops the clocks of a kind that still run: what they wanted is done.
///
/// # Errors
/// When the database refuses.
pub fn meet<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, case: &Id, kind: DeadlineKind) -> Result<()> {
    let now = cx.now();
    let running = table::table
        .filter(table::case_id.eq(case))
        .filter(table::kind.eq(kind))
        .filter(table::met_at.is_null())
        .filter(table::cancelled_at.is_null());
    diesel::update(running).set(table::met_at.eq(now)).execute(cx.conn())?;
    Ok(())
}

/// Stops every clock that still runs: the case ended another way.
///
/// # Errors
/// When the database refuses.
pub fn cancel_all<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, case: &Id) -> Result<()> {
    let now = cx.now();
    let running = table::table
        .filter(table::case_id.eq(case))
        .filter(table::met_at.is_null())
        .filter(table::cancelled_at.is_null());
    diesel::update(running).set(table::cancelled_at.eq(now)).execute(cx.conn())?;
    Ok(())
}

/// Moves the end of a clock that still runs.
///
/// # Errors
/// When the database refuses.
pub fn move_end<R: Subject, A: Writes>(
    cx: &mut Cx<'_, R, A>,
    case: &Id,
    kind: DeadlineKind,
    due_at: Instant,
) -> Result<()> {
    let running =
        table::table.filter(table::case_id.eq(case)).filter(table::kind.eq(kind)).filter(table::met_at.is_null());
    diesel::update(running).set((table::due_at.eq(due_at), table::told_step.eq(0))).execute(cx.conn())?;
    Ok(())
}

/// The clocks of a ward that still run.
///
/// # Errors
/// When the database refuses.
pub fn running<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<Vec<DeadlineRow>> {
    let rows = table::table
        .filter(table::ward_id.eq(ward))
        .filter(table::met_at.is_null())
        .filter(table::cancelled_at.is_null())
        .order((table::due_at, table::id));
    Ok(rows.select(DeadlineRow::as_select()).load(cx.conn())?)
}

/// Writes down anew when running terms of working days end: the calendar may have changed since. What is read is
/// always counted by the calendar of the moment; lists filter by what was written down.
///
/// # Errors
/// When the database refuses.
pub fn recount<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<()> {
    let calendar = wards::calendar(cx, ward)?;
    for row in running(cx, ward)? {
        let due_at = clocks::due(&row, &calendar);
        if due_at != row.due_at {
            let changed = (table::due_at.eq(due_at), table::told_step.eq(0));
            diesel::update(table::table.find(&row.id)).set(changed).execute(cx.conn())?;
        }
    }
    Ok(())
}

/// Remembers up to which step people were told.
///
/// # Errors
/// When the database refuses.
pub fn mark_told<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, id: &Id, step: i32) -> Result<()> {
    diesel::update(table::table.find(id)).set(table::told_step.eq(step)).execute(cx.conn())?;
    Ok(())
}
