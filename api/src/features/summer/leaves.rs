//! Leave that a parent asked for: the child counts as excused unless somebody marks otherwise.

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use std::collections::HashMap;

use super::attendance_model::{LeaveRow, NewSummerLeave, SummerLeave, SummerLeaveQuery};
use super::members;
use super::rules::{CANCELLED, NOT_IN_SCOPE};
use super::session_model::SummerCancellation;
use crate::access::subject::{Children, Summer};
use crate::access::{Cx, Deed, Read, Role, Scope, Update};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest};
use crate::db::schema::summer_leaves as leaves;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::children::roster;
use crate::features::{units, users};
use crate::http::IfMatch;
use crate::input::Checks;
use crate::keyset;

type Condition = Box<dyn BoxableExpression<leaves::table, MultiBackend, SqlType = Bool>>;

fn visible(scope: &Scope, role: Role) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(leaves::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } if role == Role::Neighborhood => {
            Box::new(leaves::ward_id.eq(ward.clone()).and(leaves::neighborhood_id.eq(unit.clone())))
        }
        _ => Box::new(leaves::id.eq(String::new())),
    }
}

fn filtered<A: Deed>(cx: &Cx<'_, Summer, A>, query: &SummerLeaveQuery) -> leaves::BoxedQuery<'static, MultiBackend> {
    let mut rows = leaves::table.filter(visible(cx.scope(), cx.actor().role)).into_boxed();
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(leaves::neighborhood_id.eq(unit.clone()));
    }
    if let Some(child) = &query.child_id {
        rows = rows.filter(leaves::child_id.eq(child.clone()));
    }
    if let Some(day) = query.on {
        rows = rows.filter(leaves::from_date.le(day)).filter(leaves::to_date.ge(day));
    }
    if query.cancelled != Some(true) {
        rows = rows.filter(leaves::cancelled_at.is_null());
    }
    rows
}

/// # Errors
/// When the database refuses.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    query: &SummerLeaveQuery,
    page: &PageRequest,
) -> Result<List<SummerLeave>> {
    let rows = filtered(cx, query);
    let rows: Vec<LeaveRow> = keyset!(rows, page, desc leaves::created_at, leaves::id, Instant::parse)
        .select(LeaveRow::as_select())
        .load(cx.conn())?;
    let total = filtered(cx, query).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.created_at.rfc3339(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

fn find_row<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<LeaveRow> {
    let row = leaves::table.filter(visible(cx.scope(), cx.actor().role)).filter(leaves::id.eq(id));
    Ok(row.select(LeaveRow::as_select()).first(cx.conn())?)
}

/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<SummerLeave> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Summer, A>, rows: Vec<LeaveRow>) -> Result<Vec<SummerLeave>> {
    let pupils = roster::named(cx, rows.iter().map(|row| &row.child_id))?;
    let units = units::references(cx, rows.iter().map(|row| &row.neighborhood_id))?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.recorded_by_id.as_ref()))?;
    let shape = |row: LeaveRow| {
        let pupil = pupils.get(&row.child_id)?;
        Some(SummerLeave {
            full_name: pupil.full_name.clone(),
            birth_year: pupil.birth_year(),
            neighborhood: units.get(&row.neighborhood_id).cloned(),
            recorded_by: row.recorded_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            id: row.id,
            child_id: row.child_id,
            neighborhood_id: row.neighborhood_id,
            from_date: row.from_date,
            to_date: row.to_date,
            reason: row.reason,
            asked_by: row.asked_by,
            created_at: row.created_at,
            cancelled_at: row.cancelled_at,
            cancel_reason: row.cancel_reason,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// Why each of some children is on leave on a day.
///
/// # Errors
/// When the database refuses.
pub fn on<A: Deed>(cx: &mut Cx<'_, Summer, A>, day: NaiveDate, children: &[Id]) -> Result<HashMap<Id, String>> {
    let mut reasons = HashMap::new();
    for some in children.chunks(500) {
        let rows: Vec<(Id, String)> = leaves::table
            .filter(leaves::child_id.eq_any(some))
            .filter(leaves::cancelled_at.is_null())
            .filter(leaves::from_date.le(day))
            .filter(leaves::to_date.ge(day))
            .order(leaves::id)
            .select((leaves::child_id, leaves::reason))
            .load(cx.conn())?;
        reasons.extend(rows);
    }
    Ok(reasons)
}

/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Summer, Update>, input: &NewSummerLeave) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let known = roster::chosen(&mut cx.also::<Children, Read>()?, std::slice::from_ref(&input.child_id))?;
    let own = cx.actor().unit_id.clone();
    let is_ours = cx.actor().role == Role::Neighborhood && members::looks_after(cx, &own, &input.child_id)?;
    let place = match cx.actor().role {
        Role::Neighborhood => Some(own),
        Role::School => None,
        _ => known.get(&input.child_id).and_then(|pupil| pupil.neighborhood_id.clone()),
    };
    if place.is_none() || !(is_ours || known.contains_key(&input.child_id)) {
        checks.fail("child_id", NOT_IN_SCOPE);
    }
    let from_date = checks.day("from_date", input.from_date);
    let to_date = checks.day("to_date", input.to_date);
    checks.period("to_date", from_date, to_date);
    let reason = checks.required_lines("reason", &input.reason, 500);
    let asked_by = checks.optional_line("asked_by", Some(&input.asked_by), 150).unwrap_or_default();
    checks.finish()?;
    let row = LeaveRow {
        id: cx.new_id(),
        ward_id: ward,
        neighborhood_id: place.ok_or_else(Error::not_found)?,
        child_id: input.child_id.clone(),
        from_date,
        to_date,
        reason,
        asked_by,
        recorded_by_id: cx.actor().person().cloned(),
        created_at: cx.now(),
        cancelled_at: None,
        cancel_reason: String::new(),
        version: 1,
    };
    diesel::insert_into(leaves::table).values(&row).execute(cx.conn())?;
    audit::record(cx, "create_leave", &row.id, Changes::none())?;
    Ok(row.id)
}

/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn cancel(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &SummerCancellation) -> Result<()> {
    let before = find_row(cx, id)?;
    if_match.check_version_if_given(before.version, || find(cx, id))?;
    if before.cancelled_at.is_some() {
        return Err(Error::conflict(CANCELLED));
    }
    let mut checks = Checks::new();
    let reason = checks.required_lines("reason", &input.reason, 500);
    checks.finish()?;
    let now = cx.now();
    let unchanged = leaves::table.find(id).filter(leaves::version.eq(before.version));
    let changed =
        (leaves::cancelled_at.eq(Some(now)), leaves::cancel_reason.eq(reason), leaves::version.eq(before.version + 1));
    if diesel::update(unchanged).set(changed).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, id)?));
    }
    audit::record(cx, "cancel_leave", id, Changes::none())
}
