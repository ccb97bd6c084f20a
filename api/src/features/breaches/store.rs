//! Reading violations.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::content::{self, Content};
use super::model::{
    BreachClosed, BreachLine, BreachMeasure, BreachNotified, BreachPeopleTold, BreachRow, DataBreach, DataBreachQuery,
    MeasureRow,
};
use super::rules;
use crate::access::subject::Breaches;
use crate::access::{Cx, Deed, Scope, Writes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{breach_measures, breaches};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::users::model::UserRef;
use crate::features::{users, wards};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<breaches::table, MultiBackend, SqlType = Nullable<Bool>>>;
type Filtered = breaches::BoxedQuery<'static, MultiBackend>;

/// The violations within a scope: the desk sees its ward's, everybody else what they reported.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(breaches::ward_id.eq(ward.clone()).nullable()),
        Scope::User { user, .. } => Box::new(breaches::reported_by_id.eq(user.clone())),
        Scope::Unit { .. } | Scope::Below(_) => Box::new(breaches::id.eq(String::new()).nullable()),
    }
}

fn filtered<A: Deed>(cx: &Cx<'_, Breaches, A>, query: &DataBreachQuery) -> Filtered {
    let mut rows = breaches::table.filter(visible(cx.scope())).into_boxed();
    if let Some(status) = query.status {
        rows = rows.filter(breaches::status.eq(status));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(breaches::kind.eq(kind));
    }
    match query.clock_runs {
        Some(true) => rows.filter(breaches::clock_stopped_at.is_null()),
        Some(false) => rows.filter(breaches::clock_stopped_at.is_not_null()),
        None => rows,
    }
}

/// A page of the register, without a word of what happened.
///
/// # Errors
/// 400 for an unknown order.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Breaches, A>,
    query: &DataBreachQuery,
    page: &PageRequest,
) -> Result<List<BreachLine>> {
    let rows = filtered(cx, query);
    let columns = BreachRow::as_select();
    let rows: Vec<BreachRow> = match page.sort.as_str() {
        "-discovered_at" => keyset!(rows, page, desc breaches::discovered_at, breaches::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        "due_at" => {
            keyset!(rows, page, asc breaches::due_at, breaches::id, Instant::parse).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query).select(count_star()).first(cx.conn())?;
    let is_by_due = page.sort == "due_at";
    let value = |row: &BreachRow| if is_by_due { row.due_at.rfc3339() } else { row.discovered_at.rfc3339() };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: lines(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

fn lines<A: Deed>(cx: &mut Cx<'_, Breaches, A>, rows: Vec<BreachRow>) -> Result<Vec<BreachLine>> {
    let people = users::references(cx, rows.iter().filter_map(|row| row.reported_by_id.as_ref()))?;
    let (now, is_desk) = (cx.now(), rules::is_desk(cx.actor().role));
    let shape = |row: BreachRow| BreachLine {
        clock: is_desk.then(|| rules::clock(&row, now)),
        harm: row.harm.filter(|_| is_desk),
        reported_by: row.reported_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
        id: row.id,
        code: row.code,
        kind: row.kind,
        status: row.status,
        discovered_at: row.discovered_at,
        children_touched: row.children_touched,
        updated_at: row.updated_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Breaches, A>, id: &Id) -> Result<BreachRow> {
    let row = breaches::table.filter(visible(cx.scope())).filter(breaches::id.eq(id));
    Ok(row.select(BreachRow::as_select()).first(cx.conn())?)
}

/// On PostgreSQL whoever comes second waits here; who may not know of the row does not, since the wait would tell that
/// it is there.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Breaches, A>, id: &Id) -> Result<BreachRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    breaches::table.find(id).select(breaches::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// What was done about a violation that the caller has found within the scope.
fn measures<A: Deed>(cx: &mut Cx<'_, Breaches, A>, breach: &Id) -> Result<Vec<MeasureRow>> {
    let rows = breach_measures::table
        .filter(breach_measures::breach_id.eq(breach))
        .order((breach_measures::done_at, breach_measures::id));
    Ok(rows.select(MeasureRow::as_select()).load(cx.conn())?)
}

/// A violation with what is told in words, as far as its reader may know it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Breaches, A>, id: &Id) -> Result<DataBreach> {
    let row = find_row(cx, id)?;
    let content = content::open(&cx.services().vault, &row)?;
    if rules::is_desk(cx.actor().role) {
        return for_desk(cx, row, content);
    }
    let people = users::references(cx, row.reported_by_id.as_ref())?;
    let is_own = content.written_by == row.reported_by_id;
    let reported_by = row.reported_by_id.as_ref().and_then(|id| people.get(id)).cloned();
    Ok(DataBreach { what_happened: Some(content.what_happened).filter(|_| is_own), ..bare(row, reported_by) })
}

/// What everybody sees who sees the row at all.
fn bare(row: BreachRow, reported_by: Option<UserRef>) -> DataBreach {
    DataBreach {
        id: row.id,
        code: row.code,
        kind: row.kind,
        status: row.status,
        discovered_at: row.discovered_at,
        what_happened: None,
        data_kinds: row.data_kinds.into_inner(),
        people_count: row.people_count,
        children_touched: row.children_touched,
        reported_by,
        clock: None,
        harm: None,
        harm_reason: None,
        assessed_by: None,
        assessed_at: None,
        measures: Vec::new(),
        notified: None,
        people_told: None,
        closed: None,
        reopen_reason: None,
        authority: None,
        allowed_actions: Vec::new(),
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    }
}

fn for_desk<A: Deed>(cx: &mut Cx<'_, Breaches, A>, row: BreachRow, said: Content) -> Result<DataBreach> {
    let measures = measures(cx, &row.id)?;
    let authority = wards::settings(cx, &row.ward_id)?.breaches.authority;
    let of_row =
        [&row.reported_by_id, &row.assessed_by_id, &row.notified_by_id, &row.people_told_by_id, &row.closed_by_id];
    let ids = of_row.into_iter().chain(measures.iter().map(|one| &one.recorded_by_id)).flatten();
    let people: HashMap<Id, UserRef> = users::references(cx, ids)?;
    let person = |id: &Option<Id>| id.as_ref().and_then(|id| people.get(id)).cloned();
    let vault = &cx.services().vault;
    let shape = |one: MeasureRow| -> Result<BreachMeasure> {
        Ok(BreachMeasure {
            text: content::open_measure(vault, &one)?,
            recorded_by: person(&one.recorded_by_id),
            id: one.id,
            done_at: one.done_at,
        })
    };
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let reported_by = person(&row.reported_by_id);
    Ok(DataBreach {
        what_happened: Some(said.what_happened),
        clock: Some(rules::clock(&row, cx.now())),
        harm: row.harm,
        harm_reason: some(said.harm_reason),
        assessed_by: person(&row.assessed_by_id),
        assessed_at: row.assessed_at,
        measures: measures.into_iter().map(shape).collect::<Result<_>>()?,
        notified: row.notified_at.map(|notified_at| BreachNotified {
            notified_at,
            number: said.notice_number,
            authority: said.authority,
            is_late: notified_at > row.due_at,
            late_reason: said.late_reason,
            by: person(&row.notified_by_id),
        }),
        people_told: row.people_told_at.map(|told_at| BreachPeopleTold {
            told_at,
            how: said.people_told,
            by: person(&row.people_told_by_id),
        }),
        closed: row.closed_at.map(|closed_at| BreachClosed {
            closed_at,
            summary: said.summary,
            by: person(&row.closed_by_id),
        }),
        reopen_reason: some(said.reopen_reason),
        authority: Some(authority),
        allowed_actions: rules::allowed_actions(cx.actor().role, &row),
        ..bare(row, reported_by)
    })
}
