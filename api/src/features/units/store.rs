//! The tables of units.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::model::{HistoryEntry, HistoryKind, NewUnit, Unit, UnitQuery, UnitRef, UnitRow, UnitStatus};
use super::rules::{self, CODE_TAKEN};
use crate::access::subject::{Accounts, Wards};
use crate::access::{Create, Cx, Deed, PublicCx, Read, Scope, Subject, UnitKind, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest, contains};
use crate::db::schema::{unit_history, units};
use crate::db::types::Id;
use crate::error::{Error, Result, TakenExt};
use crate::features::users;
use crate::text;

/// The names of units that a row within somebody's scope mentions; ids come from such rows, never from a request.
pub fn references<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, UnitRef>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    let found: Vec<UnitRef> =
        units::table.filter(units::id.eq_any(ids)).select(UnitRef::as_select()).load(cx.conn())?;
    Ok(found.into_iter().map(|unit| (unit.id.clone(), unit)).collect())
}

/// The names of units where nobody is signed in: public, as those of offices are.
///
/// # Errors
/// When the database refuses.
pub fn names<'a>(cx: &mut PublicCx<'_>, ids: impl IntoIterator<Item = &'a Id>) -> Result<HashMap<Id, String>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    let found: Vec<(Id, String)> =
        units::table.filter(units::id.eq_any(ids)).select((units::id, units::name)).load(cx.conn)?;
    Ok(found.into_iter().collect())
}

/// The units that a request chose, as far as they are the ward's and in use; one that is missing from the answer
/// is refused with `input::UNKNOWN_ID`.
pub fn in_use<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, UnitRef>> {
    let mut cx = cx.also::<Wards, Read>()?;
    let ids: Vec<&Id> = ids.into_iter().collect();
    let chosen = units::table
        .filter(visible(cx.scope()))
        .filter(units::id.eq_any(ids))
        .filter(units::status.eq(UnitStatus::Active));
    let found: Vec<UnitRef> = chosen.select(UnitRef::as_select()).load(cx.conn())?;
    Ok(found.into_iter().map(|unit| (unit.id.clone(), unit)).collect())
}

type Condition = Box<dyn BoxableExpression<units::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The units within a scope: the one place where scopes become SQL for this table.
fn visible(scope: &Scope) -> Condition {
    Box::new(units::ward_id.eq_any(scope.wards()))
}

/// A page of units, by kind and then by name.
///
/// A ward has some dozens of units: they are sorted here, because no database sorts "Khu phố 2" before "Khu phố 10".
pub fn list(cx: &mut Cx<'_, Accounts, Read>, query: &UnitQuery, page: &PageRequest) -> Result<List<Unit>> {
    let mut rows = units::table.filter(visible(cx.scope())).into_boxed();
    if let Some(kind) = query.kind {
        rows = rows.filter(units::kind.eq(kind));
    }
    if let Some(status) = query.status {
        rows = rows.filter(units::status.eq(status));
    }
    if let Some(ward) = &query.ward_id {
        rows = rows.filter(units::ward_id.eq(ward.clone()));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(units::search_key.like(contains(words)).escape('\\'));
    }
    let rows: Vec<UnitRow> = rows.select(UnitRow::as_select()).load(cx.conn())?;
    let total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let mut sorted: Vec<(String, Unit)> =
        dress(cx, rows)?.into_iter().map(|unit| (rules::sort_key(&unit), unit)).collect();
    sorted.sort_by(|a, b| (&a.0, &a.1.id).cmp(&(&b.0, &b.1.id)));
    let is_after = |(key, unit): &(String, Unit)| match &page.cursor {
        Some(cursor) => (key.as_str(), &unit.id) > (cursor.value.as_str(), &cursor.id),
        None => true,
    };
    let wanted = usize::try_from(page.limit + 1).unwrap_or(0);
    let rows: Vec<(String, Unit)> = sorted.into_iter().filter(is_after).take(wanted).collect();
    let page = List::from_rows(rows, page, total, |(key, unit)| (key.clone(), unit.id.clone()));
    Ok(page.map(|(_, unit)| unit))
}

/// A unit within the scope; 404 outside of it.
pub fn find(cx: &mut Cx<'_, Accounts, Read>, id: &Id) -> Result<Unit> {
    let found = units::table.filter(visible(cx.scope())).filter(units::id.eq(id));
    let row: UnitRow = found.select(UnitRow::as_select()).first(cx.conn())?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress(cx: &mut Cx<'_, Accounts, Read>, rows: Vec<UnitRow>) -> Result<Vec<Unit>> {
    let targets = references(cx, rows.iter().filter_map(|row| row.merged_into_id.as_ref()))?;
    let shape = |row: UnitRow| Unit {
        merged_into: row.merged_into_id.as_ref().and_then(|id| targets.get(id)).cloned(),
        id: row.id,
        ward_id: row.ward_id,
        kind: row.kind,
        code: row.code,
        name: row.name,
        status: row.status,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Makes a unit of the administrator's ward; `new` has been checked.
pub fn create(cx: &mut Cx<'_, Accounts, Create>, new: &NewUnit) -> Result<Unit> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (id, now) = (cx.new_id(), cx.now());
    diesel::insert_into(units::table)
        .values((
            units::id.eq(&id),
            units::ward_id.eq(ward),
            units::kind.eq(new.kind),
            units::code.eq(&new.code),
            units::name.eq(&new.name),
            units::search_key.eq(text::search_key(&new.name)),
            units::status.eq(UnitStatus::Active),
            units::created_at.eq(now),
            units::updated_at.eq(now),
            units::version.eq(1),
        ))
        .execute(cx.conn())
        .taken("code", CODE_TAKEN)?;
    let today = cx.today();
    add_history(cx, &id, &Event { new_name: Some(&new.name), ..Event::new(HistoryKind::Created, today, "") })?;
    let unit = find(&mut cx.also()?, &id)?;
    audit::record(cx, "create", &id, Changes::between(&serde_json::json!({}), &unit))?;
    Ok(unit)
}

/// A new name or code, with the decision behind it.
pub struct Renaming {
    pub name: String,
    pub code: String,
    pub effective_on: NaiveDate,
    pub note: String,
}

pub fn rename(cx: &mut Cx<'_, Accounts, Update>, before: &Unit, new: &Renaming) -> Result<Unit> {
    let now = cx.now();
    diesel::update(units::table.find(&before.id))
        .set((
            units::name.eq(&new.name),
            units::search_key.eq(text::search_key(&new.name)),
            units::code.eq(&new.code),
            units::updated_at.eq(now),
            units::version.eq(units::version + 1),
        ))
        .execute(cx.conn())
        .taken("code", CODE_TAKEN)?;
    for (what, old, new_word) in
        [(HistoryKind::Renamed, &before.name, &new.name), (HistoryKind::Recoded, &before.code, &new.code)]
    {
        if old != new_word {
            let event = Event::new(what, new.effective_on, &new.note);
            add_history(cx, &before.id, &Event { old_name: Some(old), new_name: Some(new_word), ..event })?;
        }
    }
    let unit = find(&mut cx.also()?, &before.id)?;
    audit::record(cx, "update", &before.id, Changes::between(before, &unit))?;
    Ok(unit)
}

/// Where a unit went, and by which decision.
pub struct Ending<'a> {
    pub into: Option<&'a UnitRef>,
    pub effective_on: NaiveDate,
    pub note: &'a str,
}

/// Takes a unit out of use; its people and open work must have gone before.
pub fn end(cx: &mut Cx<'_, Accounts, Update>, before: &Unit, ending: &Ending<'_>) -> Result<Unit> {
    let (what, status) = match ending.into {
        Some(_) => (HistoryKind::Merged, UnitStatus::Merged),
        None => (HistoryKind::Closed, UnitStatus::Closed),
    };
    let now = cx.now();
    diesel::update(units::table.find(&before.id))
        .set((
            units::status.eq(status),
            units::merged_into_id.eq(ending.into.map(|unit| &unit.id)),
            units::updated_at.eq(now),
            units::version.eq(units::version + 1),
        ))
        .execute(cx.conn())?;
    let event = Event {
        old_name: Some(&before.name),
        new_name: ending.into.map(|unit| unit.name.as_str()),
        into: ending.into.map(|unit| &unit.id),
        ..Event::new(what, ending.effective_on, ending.note)
    };
    add_history(cx, &before.id, &event)?;
    find(&mut cx.also()?, &before.id)
}

struct Event<'a> {
    what: HistoryKind,
    old_name: Option<&'a str>,
    new_name: Option<&'a str>,
    into: Option<&'a Id>,
    effective_on: NaiveDate,
    note: &'a str,
}

impl<'a> Event<'a> {
    fn new(what: HistoryKind, effective_on: NaiveDate, note: &'a str) -> Self {
        Self { what, old_name: None, new_name: None, into: None, effective_on, note }
    }
}

fn add_history<A: Writes>(cx: &mut Cx<'_, Accounts, A>, unit: &Id, event: &Event<'_>) -> Result<()> {
    let (id, at, by) = (cx.new_id(), cx.now(), cx.actor().person());
    diesel::insert_into(unit_history::table)
        .values((
            unit_history::id.eq(id),
            unit_history::unit_id.eq(unit),
            unit_history::what.eq(event.what),
            unit_history::old_name.eq(event.old_name),
            unit_history::new_name.eq(event.new_name),
            unit_history::into_unit_id.eq(event.into),
            unit_history::effective_on.eq(event.effective_on),
            unit_history::note.eq(event.note),
            unit_history::by_user_id.eq(by),
            unit_history::at.eq(at),
        ))
        .execute(cx.conn())?;
    Ok(())
}

type HistoryRow =
    (Id, crate::db::types::Instant, HistoryKind, Option<String>, Option<String>, NaiveDate, String, Option<Id>);

/// The life of a unit that was found within the scope, newest first; also what merged into it.
pub fn history(cx: &mut Cx<'_, Accounts, Read>, unit: &Id) -> Result<Vec<HistoryEntry>> {
    let rows: Vec<HistoryRow> = unit_history::table
        .filter(unit_history::unit_id.eq(unit).or(unit_history::into_unit_id.eq(unit)))
        .order(unit_history::id.desc())
        .select((
            unit_history::id,
            unit_history::at,
            unit_history::what,
            unit_history::old_name,
            unit_history::new_name,
            unit_history::effective_on,
            unit_history::note,
            unit_history::by_user_id,
        ))
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.7.as_ref()))?;
    let shape = |(id, at, what, old_name, new_name, effective_on, note, by): HistoryRow| {
        let by = by.and_then(|id| people.get(&id).cloned());
        HistoryEntry { id, at, what, old_name, new_name, effective_on, note, by }
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// An active unit of a ward, for matching and choosing.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = units)]
pub struct ActiveUnit {
    pub id: Id,
    pub kind: UnitKind,
    pub name: String,
    pub search_key: String,
}

/// The units of a ward that are in use, in the order they were made.
///
/// # Errors
/// When the database refuses.
pub fn active<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<Vec<ActiveUnit>> {
    let units = units::table.filter(units::ward_id.eq(ward)).filter(units::status.eq("active"));
    Ok(units.order(units::id).select(ActiveUnit::as_select()).load(cx.conn())?)
}

/// The names of all units of a ward, those that were merged or closed too.
///
/// # Errors
/// When the database refuses.
pub fn names_in<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<HashMap<Id, String>> {
    let found: Vec<(Id, String)> =
        units::table.filter(units::ward_id.eq(ward)).select((units::id, units::name)).load(cx.conn())?;
    Ok(found.into_iter().collect())
}

/// Where the work of units went that were merged since: the unit itself, or the one it became part of.
///
/// # Errors
/// When the database refuses.
pub fn successors<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<HashMap<Id, Id>> {
    let rows: Vec<(Id, Option<Id>)> =
        units::table.filter(units::ward_id.eq(ward)).select((units::id, units::merged_into_id)).load(cx.conn())?;
    let into: HashMap<&Id, &Id> = rows.iter().filter_map(|(id, into)| Some((id, into.as_ref()?))).collect();
    let last = |id: &Id| {
        // A chain of mergers cannot be longer than there are units.
        let mut unit = id;
        for _ in 0..rows.len() {
            match into.get(unit) {
                Some(next) => unit = next,
                None => break,
            }
        }
        unit.clone()
    };
    Ok(rows.iter().map(|(id, _)| (id.clone(), last(id))).collect())
}
