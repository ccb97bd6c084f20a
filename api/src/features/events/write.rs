//! Making and changing events. Every change saves the event and its units under one version, with its audit row.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::bodies::{EventChanges, NewEvent};
use super::fields;
use super::model::{Approval, EventAction, EventRow, EventStatus, EventUnitRow};
use super::rules::{self, ALREADY_BEGUN};
use super::{actions, participation, safety, store};
use crate::access::subject::Events;
use crate::access::{Create, Cx, Update, Writes};
use crate::audit::{self, Changes};
use crate::calendar;
use crate::db::schema::{event_units, events};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::notifications::Kind;
use crate::http::IfMatch;
use crate::input::Checks;
use crate::text;

/// Makes an event, or all sessions of a series: they become ids in the order of time.
///
/// # Errors
/// 422 with every field that cannot be taken.
pub fn create(cx: &mut Cx<'_, Events, Create>, input: &NewEvent) -> Result<Vec<Id>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let (first, joining) = new_row(cx, &mut checks, ward, input)?;
    checks.finish()?;
    let first_day = calendar::ward_today(first.starts_at.utc());
    let days = match &input.repeat {
        Some(repeat) => rules::days_of(repeat, first_day)?,
        None => Vec::new(),
    };
    let series_id = input.repeat.as_ref().map(|_| first.id.clone());
    let first = EventRow { series_id, ..first };
    let sessions = days.into_iter().map(|day| session(cx.new_id(), &first, first_day, day)).collect::<Vec<_>>();
    let mut made = Vec::new();
    for row in std::iter::once(first).chain(sessions) {
        diesel::insert_into(events::table).values(&row).execute(cx.conn())?;
        write_units(cx, &row.id, &joining)?;
        audit::record(cx, "create", &row.id, Changes::none().field("title", (), &row.title))?;
        made.push(row.id);
    }
    Ok(made)
}

fn new_row(
    cx: &mut Cx<'_, Events, Create>,
    checks: &mut Checks,
    ward: Id,
    input: &NewEvent,
) -> Result<(EventRow, Vec<Id>)> {
    let (id, now) = (cx.new_id(), cx.now());
    let own = cx.caller().unit().cloned();
    let lead = input.lead_unit_id.clone().or_else(|| own.clone()).ok_or_else(Error::not_found)?;
    let mut row = EventRow {
        id,
        ward_id: ward,
        series_id: None,
        title: checks.line("title", &input.title, fields::TITLE_MAX),
        search_key: String::new(),
        kind: input.kind,
        starts_at: input.starts_at,
        ends_at: input.ends_at,
        place: checks.line("place", &input.place, fields::TITLE_MAX),
        point: Json::new(input.point),
        neighborhood_id: input.neighborhood_id.clone(),
        lead_unit_id: lead,
        created_unit_id: own,
        section_id: input.section_id.clone(),
        task_id: input.task_id.clone(),
        status: EventStatus::Draft,
        status_reason: String::new(),
        details: Json::new(fields::details(checks, &input.details)),
        conditions: Json::new(input.conditions),
        expected_children: input.expected_children,
        expected_adults: input.expected_adults,
        actual_children: None,
        actual_adults: None,
        budget: Json::new(fields::budget(checks, &input.budget)),
        outcome: Json::new(Default::default()),
        is_public: input.is_public,
        safety_plan_required: false,
        approval: Json::new(Approval::default()),
        created_by_id: cx.caller().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    fields::check(cx, checks, &row, &input.joining_unit_ids)?;
    finish(cx, &mut row)?;
    Ok((row, input.joining_unit_ids.clone()))
}

/// What follows from the other columns.
fn finish<A: Writes>(cx: &mut Cx<'_, Events, A>, row: &mut EventRow) -> Result<()> {
    row.search_key = text::search_key(&format!("{} {}", row.title, row.place));
    let terms = store::terms(cx, &row.ward_id)?;
    row.safety_plan_required = rules::needs_safety_plan(&terms, row);
    Ok(())
}

fn session(id: Id, first: &EventRow, first_day: NaiveDate, day: NaiveDate) -> EventRow {
    EventRow {
        id,
        starts_at: rules::on_day(first.starts_at, first_day, day),
        ends_at: rules::on_day(first.ends_at, first_day, day),
        ..first.clone()
    }
}

fn write_units<A: Writes>(cx: &mut Cx<'_, Events, A>, event: &Id, units: &[Id]) -> Result<()> {
    diesel::delete(event_units::table.filter(event_units::event_id.eq(event))).execute(cx.conn())?;
    let rows: Vec<EventUnitRow> =
        units.iter().map(|unit| EventUnitRow { event_id: event.clone(), unit_id: unit.clone() }).collect();
    for row in &rows {
        diesel::insert_into(event_units::table).values(row).execute(cx.conn())?;
    }
    Ok(())
}

/// Changes an event. A change that makes an approved one bigger, moves it or makes it more dangerous takes the
/// approval back, and the safety plan is asked for again; everybody concerned is told of a move.
///
/// # Errors
/// 404, 409 for a state in which nothing changes, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Events, Update>, id: &Id, if_match: IfMatch, changes: &EventChanges) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    rules::next(before.status, EventAction::Edit)?;
    let joining = store::joining(cx, std::slice::from_ref(id))?.remove(id).unwrap_or_default();
    let mut checks = Checks::new();
    let mut after = fields::apply(&mut checks, &before, changes);
    let units = changes.joining_unit_ids.clone().unwrap_or_else(|| joining.clone());
    fields::check(cx, &mut checks, &after, &units)?;
    let registered = participation::count_registered(cx, id)?;
    if after.expected_children < registered.min(before.expected_children) {
        let registered = vec![("registered", registered.to_string())];
        checks.fail_with("expected_children", participation::BELOW_REGISTERED, registered);
    }
    checks.finish()?;
    let moved = rules::is_moved(&before, &after);
    if moved && before.status == EventStatus::Approved && before.starts_at <= cx.now() {
        return Err(Error::conflict(ALREADY_BEGUN));
    }
    finish(cx, &mut after)?;
    let terms = store::terms(cx, &after.ward_id)?;
    let grown = before.status != EventStatus::Draft && rules::asks_again(&before, &after, &terms);
    if let Some(series) = before.series_id.as_ref().filter(|_| moved || grown) {
        // A session that goes its own way has a safety plan of its own.
        hand_on_series(cx, series, id)?;
        after.series_id = None;
    }
    let again = before.status == EventStatus::Approved
        && (rules::asks_again(&before, &after, &terms) || safety::store::check(cx, &after, &terms).is_err());
    if again {
        after.status = EventStatus::Proposed;
        after.approval = Json::new(Approval::default());
    }
    save(cx, &before, after.clone(), "update")?;
    if units != joining {
        write_units(cx, id, &units)?;
    }
    if after.status == EventStatus::Proposed {
        safety::store::request(cx, &after, &terms)?;
    }
    if again {
        actions::tell_leader(cx, &after, Kind::EventChanged)?;
    }
    if moved && before.status != EventStatus::Draft {
        actions::tell(cx, &after, &units, Kind::EventMoved)?;
    }
    participation::move_up(cx, &after).map(drop)
}

/// Before the first session of a series leaves it: the next one is its first from now on, and holds its plan.
fn hand_on_series(cx: &mut Cx<'_, Events, Update>, series: &Id, leaving: &Id) -> Result<()> {
    if series != leaving {
        return Ok(());
    }
    let others = events::table.filter(events::series_id.eq(series)).filter(events::id.ne(leaving));
    let next: Option<Id> =
        others.order((events::starts_at, events::id)).select(events::id).first(cx.conn()).optional()?;
    let Some(next) = next else { return Ok(()) };
    diesel::update(events::table.filter(events::series_id.eq(series)).filter(events::id.ne(leaving)))
        .set(events::series_id.eq(&next))
        .execute(cx.conn())?;
    safety::store::hand_on(cx, leaving, &next)
}

/// Saves a row over the version that was read.
///
/// # Errors
/// 412 when somebody was faster.
pub(super) fn save<A: Writes>(
    cx: &mut Cx<'_, Events, A>,
    before: &EventRow,
    mut row: EventRow,
    verb: &str,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = events::table.find(&before.id).filter(events::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    audit::record(cx, verb, &row.id, Changes::between(&fields::shown(before), &fields::shown(&row)))
}
