//! Reading events.

use std::collections::HashMap;

use diesel::dsl::{count_star, exists};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::bodies::EventQuery;
use super::model::{Event, EventKind, EventRef, EventRow, EventStatus, EventUnitRow};
use super::{overview, rules, safety};
use crate::access::subject::Events;
use crate::access::{Cx, Deed, Read, Scope, Subject, Writes};
use crate::attachments::{self, OwnerKind};
use crate::calendar;
use crate::db::page::{List, PageRequest, contains};
use crate::db::schema::{event_units, events};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::{tasks, units, users, wards};
use crate::keyset;
use crate::setup::EventTerms;

pub(super) type Condition = Box<dyn BoxableExpression<events::table, MultiBackend, SqlType = Nullable<Bool>>>;
type Filtered = events::BoxedQuery<'static, MultiBackend>;

/// What has been decided upon: all that the upper level sees.
const DECIDED: [EventStatus; 4] =
    [EventStatus::Approved, EventStatus::Held, EventStatus::Reported, EventStatus::Cancelled];

/// The events within a scope. The whole ward reads what is planned, so that plans meet before they collide.
pub(super) fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(events::ward_id.eq(ward.clone()).nullable()),
        Scope::Unit { ward, unit } => {
            let leads = events::lead_unit_id.eq(unit.clone()).nullable();
            let made = events::created_unit_id.eq(unit.clone());
            let joins = exists(takes_part(unit.clone())).nullable();
            Box::new(events::ward_id.eq(ward.clone()).nullable().and(leads.or(made).or(joins)))
        }
        Scope::Below(wards) => {
            Box::new(events::ward_id.eq_any(wards.clone()).and(events::status.eq_any(DECIDED)).nullable())
        }
        Scope::User { .. } => Box::new(events::id.eq(String::new()).nullable()),
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn takes_part(unit: Id) -> _ {
    event_units::table.filter(event_units::event_id.eq(events::id)).filter(event_units::unit_id.eq(unit))
}

fn filtered(scope: &Scope, query: &EventQuery) -> Result<Filtered> {
    let mut rows = events::table.filter(visible(scope)).into_boxed();
    rows = match &query.status {
        Some(words) => rows.filter(events::status.eq_any(read_words(words, "status", EventStatus::parse)?)),
        None => rows.filter(events::status.ne(EventStatus::Cancelled)),
    };
    if let Some(words) = &query.kind {
        rows = rows.filter(events::kind.eq_any(read_words(words, "kind", EventKind::parse)?));
    }
    if let Some(day) = query.from {
        rows = rows.filter(events::ends_at.gt(Instant::new(calendar::start_of_ward_day(day))));
    }
    if let Some(day) = query.to {
        rows = rows.filter(events::starts_at.le(Instant::new(calendar::end_of_ward_day(day))));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(events::lead_unit_id.eq(unit.clone()).or(exists(takes_part(unit.clone()))));
    }
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(events::neighborhood_id.eq(unit.clone()));
    }
    if let Some(task) = &query.task_id {
        rows = rows.filter(events::task_id.eq(task.clone()));
    }
    if let Some(series) = &query.series_id {
        rows = rows.filter(events::series_id.eq(series.clone()));
    }
    if let Some(without) = query.without_safety_plan {
        let unsafe_ = overview::lacks_plan();
        rows = if without { rows.filter(unsafe_) } else { rows.filter(diesel::dsl::not(unsafe_)) };
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(events::search_key.like(contains(words)).escape('\\'));
    }
    Ok(rows)
}

pub(super) fn read_words<T>(words: &str, parameter: &'static str, parse: impl Fn(&str) -> Option<T>) -> Result<Vec<T>> {
    words.split(',').map(|word| parse(word.trim()).ok_or_else(|| Error::bad_parameter(parameter))).collect()
}

/// A page of events.
///
/// # Errors
/// 400 for an unknown order, state or kind.
pub fn list<A: Deed>(cx: &mut Cx<'_, Events, A>, query: &EventQuery, page: &PageRequest) -> Result<List<Event>> {
    let scope = cx.scope().clone();
    let rows = filtered(&scope, query)?;
    let columns = EventRow::as_select();
    let rows: Vec<EventRow> = match page.sort.as_str() {
        "starts_at" => {
            keyset!(rows, page, asc events::starts_at, events::id, Instant::parse).select(columns).load(cx.conn())?
        }
        "-starts_at" => {
            keyset!(rows, page, desc events::starts_at, events::id, Instant::parse).select(columns).load(cx.conn())?
        }
        "-updated_at" => {
            keyset!(rows, page, desc events::updated_at, events::id, Instant::parse).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(&scope, query)?.select(count_star()).first(cx.conn())?;
    let by_update = page.sort == "-updated_at";
    let value = |row: &EventRow| if by_update { row.updated_at.rfc3339() } else { row.starts_at.rfc3339() };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// An event within the scope; 404 outside of it.
///
/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Events, A>, id: &Id) -> Result<EventRow> {
    let row = events::table.filter(visible(cx.scope())).filter(events::id.eq(id));
    Ok(row.select(EventRow::as_select()).first(cx.conn())?)
}

/// An event to be changed: on PostgreSQL whoever comes second waits here, and nobody waits for what they may not see.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Events, A>, id: &Id) -> Result<EventRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    events::table.find(id).select(events::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// An event as its reader sees it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Events, A>, id: &Id) -> Result<Event> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// What ends after a moment, within a scope: for feeds, which have a token and nobody signed in.
///
/// # Errors
/// When the database refuses.
pub(super) fn of_scope(conn: &mut Conn, scope: &Scope, from: Instant, limit: i64) -> Result<Vec<EventRow>> {
    let rows = events::table.filter(visible(scope)).filter(events::ends_at.gt(from));
    let rows = rows.order((events::ends_at, events::id)).limit(limit);
    Ok(rows.select(EventRow::as_select()).load(conn)?)
}

/// Whether the reader may see it: its files are reached only so.
///
/// # Errors
/// 404 when not.
pub fn is_visible(cx: &mut Cx<'_, Events, Read>, id: &Id) -> Result<()> {
    find_row(cx, id).map(drop)
}

/// The units that take part in these events, by event.
///
/// # Errors
/// When the database refuses.
pub(super) fn joining<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, events: &[Id]) -> Result<HashMap<Id, Vec<Id>>> {
    let rows: Vec<EventUnitRow> = event_units::table
        .filter(event_units::event_id.eq_any(events))
        .order((event_units::event_id, event_units::unit_id))
        .select(EventUnitRow::as_select())
        .load(cx.conn())?;
    let mut by_event: HashMap<Id, Vec<Id>> = HashMap::new();
    for row in rows {
        by_event.entry(row.event_id).or_default().push(row.unit_id);
    }
    Ok(by_event)
}

/// The ward's rules about events.
///
/// # Errors
/// 404 for an unknown ward.
pub(super) fn terms<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<EventTerms> {
    Ok(wards::settings(cx, ward)?.events)
}

fn terms_of<A: Deed>(cx: &mut Cx<'_, Events, A>, rows: &[EventRow]) -> Result<HashMap<Id, EventTerms>> {
    let mut known = HashMap::new();
    for row in rows {
        if !known.contains_key(&row.ward_id) {
            known.insert(row.ward_id.clone(), terms(cx, &row.ward_id)?);
        }
    }
    Ok(known)
}

pub(super) fn dress<A: Deed>(cx: &mut Cx<'_, Events, A>, rows: Vec<EventRow>) -> Result<Vec<Event>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut joining = joining(cx, &ids)?;
    let known_terms = terms_of(cx, &rows)?;
    let plans = safety::store::of_events(cx, &rows)?;
    let of_units = rows.iter().flat_map(|row| row.neighborhood_id.iter().chain([&row.lead_unit_id]));
    let units = units::references(cx, of_units.chain(joining.values().flatten()))?;
    let people = rows.iter().flat_map(|row| row.created_by_id.iter().chain(&row.approval.by_id));
    let people = users::references(cx, people)?;
    let tasks = tasks::references(cx, rows.iter().filter_map(|row| row.task_id.as_ref()))?;
    let mut files = attachments::of(cx, OwnerKind::Event, &ids)?;
    let caller = cx.caller();
    let shape = |row: EventRow| {
        let terms = known_terms.get(&row.ward_id)?;
        let joining = joining.remove(&row.id).unwrap_or_default();
        Some(Event {
            neighborhood: row.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned(),
            lead_unit: units.get(&row.lead_unit_id).cloned(),
            joining_units: joining.iter().filter_map(|id| units.get(id)).cloned().collect(),
            task: row.task_id.as_ref().and_then(|id| tasks.get(id)).cloned(),
            safety_reasons: rules::reasons_of(terms, &row),
            safety_plan: plans.get(row.plan_holder()).map(|plan| safety::store::reference(plan, &row, terms)),
            approved_by: row.approval.by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            approved_at: row.approval.at,
            created_by: row.created_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            allowed_actions: rules::allowed_actions(caller, &row, &joining),
            attachments: files.remove(&row.id).unwrap_or_default(),
            joining_unit_ids: joining,
            id: row.id,
            ward_id: row.ward_id,
            series_id: row.series_id,
            title: row.title,
            kind: row.kind,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            place: row.place,
            point: row.point.into_inner(),
            neighborhood_id: row.neighborhood_id,
            lead_unit_id: row.lead_unit_id,
            section_id: row.section_id,
            task_id: row.task_id,
            status: row.status,
            status_reason: row.status_reason,
            details: row.details.into_inner(),
            conditions: row.conditions.into_inner(),
            expected_children: row.expected_children,
            expected_adults: row.expected_adults,
            actual_children: row.actual_children,
            actual_adults: row.actual_adults,
            budget: row.budget.into_inner(),
            outcome: row.outcome.into_inner(),
            is_public: row.is_public,
            safety_plan_required: row.safety_plan_required,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// An event as other rows show it.
pub(super) fn reference(row: &EventRow) -> EventRef {
    EventRef { id: row.id.clone(), title: row.title.clone(), starts_at: row.starts_at, status: row.status }
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Events, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let rows = events::table.filter(visible(cx.scope())).filter(
        events::updated_at.gt(since.at).or(events::updated_at.eq(since.at).and(events::id.gt(since.after.clone()))),
    );
    let rows = rows.order((events::updated_at, events::id)).limit(limit);
    Ok(rows.select((events::id, events::version, events::updated_at)).load(cx.conn())?)
}
