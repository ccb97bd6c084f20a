//! Groups of a neighborhood's summer, and who is in them.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::attendance_model::SummerOpinion;
use super::rules::{self, CANCELLED, Side};
use super::session_model::{
    GroupRow, MemberSource, NewSummerGroup, SummerCancellation, SummerGroup, SummerGroupChanges, SummerGroupDetail,
    SummerGroupQuery, SummerLeader, SummerMember,
};
use super::{members, opinions};
use crate::access::subject::Summer;
use crate::access::{Cx, Deed, Role, Scope, UnitKind, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{summer_group_members, summer_groups as groups};
use crate::db::types::{Id, Instant, Json};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::children::roster::{self, Pupil};
use crate::features::units;
use crate::http::IfMatch;
use crate::input::{Checks, REQUIRED, TOO_MANY, UNKNOWN_ID};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<groups::table, MultiBackend, SqlType = Bool>>;

/// The groups within a scope. A school has none: they are the locality's.
fn visible(scope: &Scope, role: Role) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(groups::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } if role == Role::Neighborhood => {
            Box::new(groups::ward_id.eq(ward.clone()).and(groups::neighborhood_id.eq(unit.clone())))
        }
        _ => Box::new(groups::id.eq(String::new())),
    }
}

pub(super) fn within<A: Deed>(cx: &Cx<'_, Summer, A>) -> groups::BoxedQuery<'static, MultiBackend> {
    groups::table.filter(visible(cx.scope(), cx.actor().role)).into_boxed()
}

fn filtered<A: Deed>(cx: &Cx<'_, Summer, A>, query: &SummerGroupQuery) -> groups::BoxedQuery<'static, MultiBackend> {
    let mut rows = within(cx);
    if let Some(year) = query.year {
        rows = rows.filter(groups::year.eq(year));
    }
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(groups::neighborhood_id.eq(unit.clone()));
    }
    if query.cancelled != Some(true) {
        rows = rows.filter(groups::cancelled_at.is_null());
    }
    rows
}

/// # Errors
/// When the database refuses.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    query: &SummerGroupQuery,
    page: &PageRequest,
) -> Result<List<SummerGroup>> {
    let rows = filtered(cx, query);
    let rows: Vec<GroupRow> = keyset!(rows, page, desc groups::created_at, groups::id, Instant::parse)
        .select(GroupRow::as_select())
        .load(cx.conn())?;
    let total = filtered(cx, query).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.created_at.rfc3339(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<GroupRow> {
    Ok(within(cx).filter(groups::id.eq(id.clone())).select(GroupRow::as_select()).first(cx.conn())?)
}

/// On PostgreSQL whoever comes second waits here, and nobody for what they may not see.
///
/// # Errors
/// 404.
pub(super) fn find_to_write(cx: &mut Cx<'_, Summer, Update>, id: &Id) -> Result<GroupRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    groups::table.find(id).select(groups::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// A group with its members, by name.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<SummerGroupDetail> {
    let row = find_row(cx, id)?;
    let listed: Vec<(Id, MemberSource)> = summer_group_members::table
        .filter(summer_group_members::group_id.eq(id))
        .select((summer_group_members::child_id, summer_group_members::source))
        .load(cx.conn())?;
    let pupils = roster::named(cx, listed.iter().map(|(child, _)| child))?;
    let ids: Vec<Id> = listed.iter().map(|(child, _)| child.clone()).collect();
    let mut said = opinions::of(cx, row.year, &ids)?;
    let units = units::references(cx, pupils.values().filter_map(|one| one.neighborhood_id.as_ref()))?;
    let today = cx.today();
    let shape = |(child, source): (Id, MemberSource)| {
        let pupil = pupils.get(&child)?;
        let neighborhood = pupil.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned();
        let opinion = said.remove(&child);
        let must_be_asked = rules::must_be_asked(pupil, today);
        Some((pupil.sort_key.clone(), member(pupil, (child, source), neighborhood, (must_be_asked, opinion))))
    };
    let mut shown: Vec<(String, SummerMember)> = listed.into_iter().filter_map(shape).collect();
    shown.sort_by(|(a, one), (b, other)| (a, &one.child_id).cmp(&(b, &other.child_id)));
    let group = dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)?;
    Ok(SummerGroupDetail { group, members: shown.into_iter().map(|(_, one)| one).collect() })
}

fn member(
    pupil: &Pupil,
    (child_id, source): (Id, MemberSource),
    neighborhood: Option<units::model::UnitRef>,
    (must_be_asked, opinion): (bool, Option<SummerOpinion>),
) -> SummerMember {
    SummerMember {
        child_id,
        full_name: pupil.full_name.clone(),
        birth_year: pupil.birth_year(),
        grade: pupil.grade.clone(),
        neighborhood,
        phone: pupil.guardian().and_then(|one| one.phone.clone()),
        can_swim: pupil.can_swim,
        medical_warning: pupil.medical_warning.clone(),
        source,
        must_be_asked,
        opinion,
    }
}

pub(super) fn dress<A: Deed>(cx: &mut Cx<'_, Summer, A>, rows: Vec<GroupRow>) -> Result<Vec<SummerGroup>> {
    let units = units::references(cx, rows.iter().map(|row| &row.neighborhood_id))?;
    let ids: Vec<&Id> = rows.iter().map(|row| &row.id).collect();
    let sizes: Vec<(Id, i64)> = summer_group_members::table
        .filter(summer_group_members::group_id.eq_any(ids))
        .group_by(summer_group_members::group_id)
        .select((summer_group_members::group_id, count_star()))
        .load(cx.conn())?;
    let sizes: HashMap<Id, i64> = sizes.into_iter().collect();
    let may = matches!(rules::side(cx.actor()), Side::Ward | Side::Neighborhood);
    let shape = |row: GroupRow| SummerGroup {
        neighborhood: units.get(&row.neighborhood_id).cloned(),
        members_count: sizes.get(&row.id).copied().unwrap_or(0),
        may_change: may && row.cancelled_at.is_none(),
        id: row.id,
        year: row.year,
        neighborhood_id: row.neighborhood_id,
        name: row.name,
        leaders: row.leaders.into_inner(),
        note: row.note,
        cancelled_at: row.cancelled_at,
        cancel_reason: row.cancel_reason,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// The neighborhood that a group or session is for: a neighborhood's own, or the one that the ward's side chose.
///
/// # Errors
/// When the database refuses.
pub(super) fn check_place<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    checks: &mut Checks,
    chosen: Option<&Id>,
) -> Result<Option<Id>> {
    if let Scope::Unit { unit, .. } = cx.scope() {
        let is_own = cx.actor().role == Role::Neighborhood && chosen.is_none_or(|chosen| chosen == unit);
        if !is_own {
            checks.fail("neighborhood_id", UNKNOWN_ID);
        }
        return Ok(Some(unit.clone()));
    }
    let Some(chosen) = chosen else {
        checks.fail("neighborhood_id", REQUIRED);
        return Ok(None);
    };
    if units::in_use(cx, [chosen])?.get(chosen).is_none_or(|unit| unit.kind != UnitKind::Neighborhood) {
        checks.fail("neighborhood_id", UNKNOWN_ID);
    }
    Ok(Some(chosen.clone()))
}

const LEADERS_MAX: usize = 10;

fn check_leaders(checks: &mut Checks, leaders: &[SummerLeader]) -> Vec<SummerLeader> {
    if leaders.len() > LEADERS_MAX {
        checks.fail_with("leaders", TOO_MANY, vec![("max", LEADERS_MAX.to_string())]);
    }
    let leader = |(at, one): (usize, &SummerLeader)| SummerLeader {
        name: checks.line(&format!("leaders[{at}].name"), &one.name, 150),
        phone: checks.phone(&format!("leaders[{at}].phone"), one.phone.as_deref()),
        unit: checks.optional_line(&format!("leaders[{at}].unit"), Some(&one.unit), 150).unwrap_or_default(),
    };
    leaders.iter().take(LEADERS_MAX).enumerate().map(leader).collect()
}

/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Summer, Update>, input: &NewSummerGroup) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let year = rules::check_year(&mut checks, input.year);
    let place = check_place(cx, &mut checks, input.neighborhood_id.as_ref())?;
    let name = checks.line("name", &input.name, 150);
    let leaders = check_leaders(&mut checks, &input.leaders);
    let note = checks.lines("note", &input.note, 1000);
    checks.finish()?;
    let now = cx.now();
    let row = GroupRow {
        id: cx.new_id(),
        ward_id: ward,
        year,
        neighborhood_id: place.ok_or_else(Error::not_found)?,
        name,
        leaders: Json::new(leaders),
        note,
        cancelled_at: None,
        cancel_reason: String::new(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    diesel::insert_into(groups::table).values(&row).execute(cx.conn())?;
    if input.from_handovers {
        let received = members::received(cx, &row.ward_id, &row.neighborhood_id, year)?;
        members::join(cx, &row.id, &received, MemberSource::Handover)?;
    }
    audit::record(cx, "create_group", &row.id, Changes::none())?;
    Ok(row.id)
}

/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, changes: &SummerGroupChanges) -> Result<()> {
    let before = find_to_write(cx, id)?;
    if_match.check_version(before.version, || find(cx, id))?;
    check_open(&before)?;
    let mut checks = Checks::new();
    let mut after = before.clone();
    if let Some(name) = &changes.name {
        after.name = checks.line("name", name, 150);
    }
    if let Some(leaders) = &changes.leaders {
        after.leaders = Json::new(check_leaders(&mut checks, leaders));
    }
    if let Some(note) = &changes.note {
        after.note = checks.lines("note", note, 1000);
    }
    checks.finish()?;
    save(cx, &before, after)?;
    audit::record(cx, "update_group", id, Changes::none())
}

fn check_open(group: &GroupRow) -> Result<()> {
    if group.cancelled_at.is_none() { Ok(()) } else { Err(Error::conflict(CANCELLED)) }
}

pub(super) fn save(cx: &mut Cx<'_, Summer, Update>, before: &GroupRow, mut row: GroupRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = groups::table.find(&before.id).filter(groups::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, &before.id)?));
    }
    Ok(())
}

pub(super) fn open(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch) -> Result<GroupRow> {
    let before = find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || find(cx, id))?;
    check_open(&before)?;
    Ok(before)
}

/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn cancel(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &SummerCancellation) -> Result<()> {
    let before = open(cx, id, if_match)?;
    let mut checks = Checks::new();
    let cancel_reason = checks.required_lines("reason", &input.reason, 1000);
    checks.finish()?;
    let after = GroupRow { cancelled_at: Some(cx.now()), cancel_reason, ..before.clone() };
    save(cx, &before, after)?;
    audit::record(cx, "cancel_group", id, Changes::none())
}
