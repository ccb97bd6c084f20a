//! Reading injuries.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::model::{AgeBand, InjuredChild, Injury, InjuryQuery, InjuryRow};
use super::rules::Counted;
use super::write;
use crate::access::subject::{Children, Injuries};
use crate::access::{Action, Cx, Deed, Read, Resource, Role, Scope, Writes, matrix};
use crate::db::page::{self, List, PageRequest};
use crate::db::schema::injuries;
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::children::roster::{self, Pupil};
use crate::features::{units, users};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<injuries::table, MultiBackend, SqlType = Nullable<Bool>>>;
type Filtered = injuries::BoxedQuery<'static, MultiBackend>;

/// The injuries within a scope: a neighborhood's own, a school's own pupils'.
fn visible(scope: &Scope, role: Role) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(injuries::ward_id.eq(ward.clone()).nullable()),
        Scope::Unit { ward, unit } if role == Role::School => {
            Box::new(injuries::ward_id.eq(ward.clone()).and(injuries::school_id.eq(unit.clone())))
        }
        Scope::Unit { ward, unit } => {
            Box::new(injuries::ward_id.eq(ward.clone()).and(injuries::neighborhood_id.eq(unit.clone())))
        }
        Scope::Below(_) | Scope::User { .. } => Box::new(injuries::id.eq(String::new()).nullable()),
    }
}

/// One place for the list and for every number: cancelled rows count nowhere.
pub(super) fn filtered<A: Deed>(cx: &Cx<'_, Injuries, A>, query: &InjuryQuery) -> Filtered {
    let mut rows = injuries::table.filter(visible(cx.scope(), cx.actor().role)).into_boxed();
    rows = match query.cancelled {
        Some(true) => rows.filter(injuries::cancelled_at.is_not_null()),
        _ => rows.filter(injuries::cancelled_at.is_null()),
    };
    if let Some(day) = query.from {
        rows = rows.filter(injuries::happened_on.ge(day));
    }
    if let Some(day) = query.to {
        rows = rows.filter(injuries::happened_on.le(day));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(injuries::kind.eq(kind));
    }
    if let Some(sex) = query.sex {
        rows = rows.filter(injuries::sex.eq(sex));
    }
    if let Some(band) = query.age_band {
        let (first, last) = band.ages();
        rows = rows.filter(injuries::age.between(first, last));
    }
    if let Some(place) = query.place_kind {
        rows = rows.filter(injuries::place_kind.eq(place));
    }
    if let Some(outcome) = query.outcome {
        rows = rows.filter(injuries::outcome.eq(outcome));
    }
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(injuries::neighborhood_id.eq(unit.clone()));
    }
    if let Some(unit) = &query.school_id {
        rows = rows.filter(injuries::school_id.eq(unit.clone()));
    }
    rows
}

/// A page of injuries, without what happened in words.
///
/// # Errors
/// 400 for an unknown order.
pub fn list<A: Deed>(cx: &mut Cx<'_, Injuries, A>, query: &InjuryQuery, page: &PageRequest) -> Result<List<Injury>> {
    let rows = filtered(cx, query);
    let columns = InjuryRow::as_select();
    let rows: Vec<InjuryRow> = match page.sort.as_str() {
        "-happened_on" => {
            keyset!(rows, page, desc injuries::happened_on, injuries::id, page::day).select(columns).load(cx.conn())?
        }
        "happened_on" => {
            keyset!(rows, page, asc injuries::happened_on, injuries::id, page::day).select(columns).load(cx.conn())?
        }
        "-updated_at" => keyset!(rows, page, desc injuries::updated_at, injuries::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query).select(count_star()).first(cx.conn())?;
    let is_by_update = page.sort == "-updated_at";
    let value = |row: &InjuryRow| if is_by_update { row.updated_at.rfc3339() } else { row.happened_on.to_string() };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// What a table counts: the rows that the list with the same filters shows.
///
/// # Errors
/// When the database refuses.
pub fn counted<A: Deed>(cx: &mut Cx<'_, Injuries, A>, query: &InjuryQuery) -> Result<Vec<Counted>> {
    let rows = filtered(cx, query).select((
        injuries::kind,
        injuries::sex,
        injuries::age,
        injuries::place_kind,
        injuries::outcome,
    ));
    let rows: Vec<(_, _, i32, _, _)> = rows.load(cx.conn())?;
    let shape = |(kind, sex, age, place_kind, outcome)| Counted { kind, sex, age, place_kind, outcome };
    Ok(rows.into_iter().map(shape).collect())
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Injuries, A>, id: &Id) -> Result<InjuryRow> {
    let row = injuries::table.filter(visible(cx.scope(), cx.actor().role)).filter(injuries::id.eq(id));
    Ok(row.select(InjuryRow::as_select()).first(cx.conn())?)
}

/// On PostgreSQL whoever comes second waits here; who may not know of the row does not, since the wait would tell that
/// it is there.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Injuries, A>, id: &Id) -> Result<InjuryRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    injuries::table.find(id).select(injuries::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// An injury without what happened in words: for answers that are kept for a phone's repetition, where the sealed text
/// would lie open.
///
/// # Errors
/// 404.
pub fn summary<A: Deed>(cx: &mut Cx<'_, Injuries, A>, id: &Id) -> Result<Injury> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// An injury with what happened in words.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Injuries, A>, id: &Id) -> Result<Injury> {
    let row = find_row(cx, id)?;
    let description = write::open(&cx.services().vault, &row)?;
    let mut injury = dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)?;
    injury.description = Some(description);
    Ok(injury)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Injuries, A>, rows: Vec<InjuryRow>) -> Result<Vec<Injury>> {
    let of_units = rows.iter().flat_map(|row| [&row.neighborhood_id, &row.school_id]).flatten();
    let units = units::references(cx, of_units)?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.recorded_by_id.as_ref()))?;
    let ids: Vec<Id> = rows.iter().filter_map(|row| row.child_id.clone()).collect();
    // Everybody who has a right to injuries has one to children: each sees the names of their own.
    let children: HashMap<Id, Pupil> = roster::chosen(&mut cx.also::<Children, Read>()?, &ids)?;
    let may_change = matrix::grant(cx.actor().role, Resource::Injuries, Action::Update).is_some();
    let shape = |row: InjuryRow| {
        let child = row.child_id.as_ref().and_then(|id| children.get(id));
        Injury {
            child_id: child.map(|one| one.id.clone()),
            child: child.map(|one| InjuredChild {
                id: one.id.clone(),
                full_name: one.full_name.clone(),
                birth_year: one.birth_year(),
            }),
            neighborhood: row.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned(),
            school: row.school_id.as_ref().and_then(|id| units.get(id)).cloned(),
            recorded_by: row.recorded_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            age_band: AgeBand::of(row.age),
            may_change: may_change && row.cancelled_at.is_none(),
            time: Some(row.at_time).filter(|time| !time.is_empty()),
            description: None,
            id: row.id,
            sex: row.sex,
            age: row.age,
            happened_on: row.happened_on,
            kind: row.kind,
            place_kind: row.place_kind,
            place: row.place,
            outcome: row.outcome,
            supervision: row.supervision,
            water: row.water,
            cancelled_at: row.cancelled_at,
            cancel_reason: row.cancel_reason,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    };
    Ok(rows.into_iter().map(shape).collect())
}
