//! Heads counted by hand beside the register.

use diesel::prelude::*;

use super::attendance::Marker;
use super::attendance_model::{Headcount, HeadcountRow, MarkKind, NewHeadcount};
use super::book::Markers;
use super::rules::{self, NOT_APPROVED};
use crate::access::subject::Events;
use crate::access::{Cx, Deed, Read, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{event_headcounts as headcounts, event_marks as marks};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::events::store;
use crate::input::Checks;

/// The counts of an event, the latest first.
///
/// # Errors
/// 404.
pub(super) fn list(cx: &mut Cx<'_, Events, Read>, event: &Id) -> Result<Vec<Headcount>> {
    store::find_row(cx, event)?;
    let rows: Vec<HeadcountRow> = headcounts::table
        .filter(headcounts::event_id.eq(event))
        .order((headcounts::counted_at.desc(), headcounts::id.desc()))
        .select(HeadcountRow::as_select())
        .load(cx.conn())?;
    dress(cx, event, rows)
}

/// Keeps a count beside what the register says now.
///
/// # Errors
/// 404, 409 for an event that is not approved, 422.
pub(super) fn count<A: Writes>(
    cx: &mut Cx<'_, Events, A>,
    event: &Id,
    input: &NewHeadcount,
    marker: Marker,
) -> Result<Headcount> {
    let row = store::find_to_write(cx, event)?;
    if !rules::takes_marks(row.status) {
        return Err(Error::conflict(NOT_APPROVED));
    }
    let mut checks = Checks::new();
    let counted = checks.range("counted", input.counted, 0, 100_000);
    let note = checks.lines("note", &input.note, 500);
    checks.finish()?;
    let here: i64 = marks::table
        .filter(marks::event_id.eq(event))
        .filter(marks::is_current.eq(true))
        .filter(marks::kind.eq(MarkKind::In))
        .count()
        .get_result(cx.conn())?;
    let row = HeadcountRow {
        id: cx.new_id(),
        event_id: event.clone(),
        counted,
        expected: i32::try_from(here).map_err(Error::internal)?,
        note,
        counted_by_id: marker.person,
        grant_id: marker.grant,
        counted_at: cx.now(),
    };
    diesel::insert_into(headcounts::table).values(&row).execute(cx.conn())?;
    let changes = Changes::none().field("counted", (), row.counted).field("register", (), row.expected);
    audit::record(cx, "count_heads", event, changes)?;
    dress(cx, event, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &Id, rows: Vec<HeadcountRow>) -> Result<Vec<Headcount>> {
    let markers = Markers::of_counts(cx, event, rows.iter().filter_map(|row| row.counted_by_id.as_ref()))?;
    let shape = |row: HeadcountRow| Headcount {
        counted_by: markers.name(row.counted_by_id.as_ref(), row.grant_id.as_ref()),
        difference: row.counted - row.expected,
        id: row.id,
        counted: row.counted,
        expected: row.expected,
        note: row.note,
        counted_at: row.counted_at,
    };
    Ok(rows.into_iter().map(shape).collect())
}
