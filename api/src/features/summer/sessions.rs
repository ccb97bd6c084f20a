//! Sessions of a group or a neighborhood, announced as Circular 27/2022/TT-BLĐTBXH asks.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::rules::{self, CANCELLED, Side};
use super::session_model::{
    Announcement, NewSummerSession, SessionRow, SummerCancellation, SummerSession, SummerSessionChanges,
    SummerSessionQuery,
};
use super::{groups, tallies};
use crate::access::subject::Summer;
use crate::access::{Cx, Deed, Role, Scope, Update};
use crate::audit::{self, Changes};
use crate::db::page::{self, List, PageRequest};
use crate::db::schema::{summer_groups, summer_sessions as sessions};
use crate::db::types::{Id, Json};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::units;
use crate::http::IfMatch;
use crate::input::{Checks, UNKNOWN_ID};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<sessions::table, MultiBackend, SqlType = Bool>>;

fn visible(scope: &Scope, role: Role) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(sessions::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } if role == Role::Neighborhood => {
            Box::new(sessions::ward_id.eq(ward.clone()).and(sessions::neighborhood_id.eq(unit.clone())))
        }
        _ => Box::new(sessions::id.eq(String::new())),
    }
}

pub(super) fn within<A: Deed>(cx: &Cx<'_, Summer, A>) -> sessions::BoxedQuery<'static, MultiBackend> {
    sessions::table.filter(visible(cx.scope(), cx.actor().role)).into_boxed()
}

fn filtered<A: Deed>(
    cx: &Cx<'_, Summer, A>,
    query: &SummerSessionQuery,
) -> sessions::BoxedQuery<'static, MultiBackend> {
    let mut rows = within(cx);
    if let Some(year) = query.year {
        rows = rows.filter(sessions::year.eq(year));
    }
    if let Some(group) = &query.group_id {
        rows = rows.filter(sessions::group_id.eq(group.clone()));
    }
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(sessions::neighborhood_id.eq(unit.clone()));
    }
    if let Some(day) = query.from {
        rows = rows.filter(sessions::on_date.ge(day));
    }
    if let Some(day) = query.to {
        rows = rows.filter(sessions::on_date.le(day));
    }
    if query.cancelled != Some(true) {
        rows = rows.filter(sessions::cancelled_at.is_null());
    }
    if query.whole == Some(true) {
        rows = rows.filter(sessions::group_id.is_null());
    }
    rows
}

/// # Errors
/// 400 for an unknown order.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    query: &SummerSessionQuery,
    page: &PageRequest,
) -> Result<List<SummerSession>> {
    let rows = filtered(cx, query);
    let columns = SessionRow::as_select();
    let rows: Vec<SessionRow> = match page.sort.as_str() {
        "-on_date" => {
            keyset!(rows, page, desc sessions::on_date, sessions::id, page::day).select(columns).load(cx.conn())?
        }
        "on_date" => {
            keyset!(rows, page, asc sessions::on_date, sessions::id, page::day).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.on_date.to_string(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<SessionRow> {
    Ok(within(cx).filter(sessions::id.eq(id.clone())).select(SessionRow::as_select()).first(cx.conn())?)
}

/// On PostgreSQL whoever comes second waits here: two phones of one session take turns. Nobody waits for what they may
/// not see.
///
/// # Errors
/// 404.
pub fn find_to_write(cx: &mut Cx<'_, Summer, Update>, id: &Id) -> Result<SessionRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    sessions::table.find(id).select(sessions::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<SummerSession> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Summer, A>, rows: Vec<SessionRow>) -> Result<Vec<SummerSession>> {
    let units = units::references(cx, rows.iter().map(|row| &row.neighborhood_id))?;
    let of_groups: Vec<&Id> = rows.iter().filter_map(|row| row.group_id.as_ref()).collect();
    let names: Vec<(Id, String)> = summer_groups::table
        .filter(summer_groups::id.eq_any(of_groups))
        .select((summer_groups::id, summer_groups::name))
        .load(cx.conn())?;
    let names: HashMap<Id, String> = names.into_iter().collect();
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let came = tallies::of_sessions(cx, &ids)?;
    let may = matches!(rules::side(cx.actor()), Side::Ward | Side::Neighborhood);
    let shape = |row: SessionRow| {
        let said = row.announcement.into_inner();
        SummerSession {
            neighborhood: units.get(&row.neighborhood_id).cloned(),
            group_name: row.group_id.as_ref().and_then(|id| names.get(id)).cloned(),
            attendance: came.get(&row.id).copied().unwrap_or_default(),
            missing: missing(&said, &row.starts_at),
            may_change: may && row.cancelled_at.is_none(),
            programme: said.programme,
            duration: said.duration,
            audience: said.audience,
            expected: said.expected,
            form: said.form,
            staff: said.staff,
            contribution: said.contribution,
            id: row.id,
            year: row.year,
            neighborhood_id: row.neighborhood_id,
            group_id: row.group_id,
            on_date: row.on_date,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            place: row.place,
            content: row.content,
            cancelled_at: row.cancelled_at,
            cancel_reason: row.cancel_reason,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What has not been announced yet. Contributions only have to be made known where there are any.
fn missing(said: &Announcement, starts_at: &str) -> Vec<String> {
    let members = [
        ("starts_at", starts_at),
        ("programme", &said.programme),
        ("duration", &said.duration),
        ("audience", &said.audience),
        ("form", &said.form),
        ("staff", &said.staff),
    ];
    let names = members.into_iter().filter(|(_, text)| text.is_empty()).map(|(name, _)| name.to_owned());
    names.chain(said.expected.is_none().then(|| "expected".to_owned())).collect()
}

/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Summer, Update>, input: &NewSummerSession) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let place = match &input.group_id {
        Some(group) => match groups::find_row(cx, group) {
            Ok(group) if group.cancelled_at.is_none() => Some(group.neighborhood_id),
            _ => {
                checks.fail("group_id", UNKNOWN_ID);
                None
            }
        },
        None => groups::check_place(cx, &mut checks, input.neighborhood_id.as_ref())?,
    };
    let blank = SummerSessionChanges {
        on_date: Some(input.on_date),
        starts_at: input.starts_at.clone(),
        ends_at: input.ends_at.clone(),
        place: Some(input.place.clone()),
        content: Some(input.content.clone()),
        programme: Some(input.programme.clone()),
        duration: Some(input.duration.clone()),
        audience: Some(input.audience.clone()),
        expected: input.expected.map(Some),
        form: Some(input.form.clone()),
        staff: Some(input.staff.clone()),
        contribution: Some(input.contribution.clone()),
    };
    let now = cx.now();
    let row = SessionRow {
        id: cx.new_id(),
        ward_id: ward,
        year: input.on_date.year(),
        neighborhood_id: place.unwrap_or_else(|| cx.actor().unit_id.clone()),
        group_id: input.group_id.clone(),
        on_date: input.on_date,
        starts_at: String::new(),
        ends_at: String::new(),
        place: String::new(),
        content: String::new(),
        announcement: Json::new(Announcement::default()),
        cancelled_at: None,
        cancel_reason: String::new(),
        created_by_id: cx.actor().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let row = apply(&mut checks, row, &blank);
    checks.finish()?;
    diesel::insert_into(sessions::table).values(&row).execute(cx.conn())?;
    audit::record(cx, "create_session", &row.id, Changes::none())?;
    Ok(row.id)
}

fn apply(checks: &mut Checks, mut row: SessionRow, changes: &SummerSessionChanges) -> SessionRow {
    if let Some(day) = changes.on_date {
        row.on_date = checks.day("on_date", day);
        row.year = NaiveDate::year(&day);
    }
    for (field, new, old) in
        [("starts_at", &changes.starts_at, &mut row.starts_at), ("ends_at", &changes.ends_at, &mut row.ends_at)]
    {
        if let Some(new) = new {
            *old = rules::check_time(checks, field, Some(new)).unwrap_or_default();
        }
    }
    if !row.ends_at.is_empty() && row.ends_at < row.starts_at {
        checks.fail("ends_at", rules::TIME_ORDER);
    }
    if let Some(place) = &changes.place {
        row.place = checks.line("place", place, 300);
    }
    if let Some(content) = &changes.content {
        row.content = checks.required_lines("content", content, 2000);
    }
    let mut said = row.announcement.clone().into_inner();
    let texts = [
        ("programme", &changes.programme, &mut said.programme),
        ("duration", &changes.duration, &mut said.duration),
        ("audience", &changes.audience, &mut said.audience),
        ("form", &changes.form, &mut said.form),
        ("staff", &changes.staff, &mut said.staff),
        ("contribution", &changes.contribution, &mut said.contribution),
    ];
    for (field, new, old) in texts {
        if let Some(new) = new {
            *old = checks.lines(field, new, 1000);
        }
    }
    if let Some(expected) = changes.expected {
        said.expected = expected.map(|children| checks.range("expected", children, 0, 100_000));
    }
    row.announcement = Json::new(said);
    row
}

fn check_open(row: &SessionRow) -> Result<()> {
    if row.cancelled_at.is_none() { Ok(()) } else { Err(Error::conflict(CANCELLED)) }
}

/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Summer, Update>,
    id: &Id,
    if_match: IfMatch,
    changes: &SummerSessionChanges,
) -> Result<()> {
    let before = find_to_write(cx, id)?;
    if_match.check_version(before.version, || find(cx, id))?;
    check_open(&before)?;
    let mut checks = Checks::new();
    let after = apply(&mut checks, before.clone(), changes);
    checks.finish()?;
    save(cx, &before, after)?;
    audit::record(cx, "update_session", id, Changes::none())
}

/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn cancel(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &SummerCancellation) -> Result<()> {
    let before = find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || find(cx, id))?;
    check_open(&before)?;
    let mut checks = Checks::new();
    let cancel_reason = checks.required_lines("reason", &input.reason, 1000);
    checks.finish()?;
    let after = SessionRow { cancelled_at: Some(cx.now()), cancel_reason, ..before.clone() };
    save(cx, &before, after)?;
    audit::record(cx, "cancel_session", id, Changes::none())
}

fn save(cx: &mut Cx<'_, Summer, Update>, before: &SessionRow, mut row: SessionRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = sessions::table.find(&before.id).filter(sessions::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, &before.id)?));
    }
    Ok(())
}
