//! Registering: first come, first served, and never past what the event was approved for.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::book::Book;
use super::model::{
    EventRegistered, EventRegistration, EventRegistrations, EventWithdrawal, EventWithdrawn, NewEventRegistrations,
    RegistrationRow, RegistrationStatus,
};
use super::people::{self, Reach};
use super::rules::{self, CHILD_OUTSIDE, NO_CHILDREN, Places};
use crate::access::subject::{Children, Events, Summer};
use crate::access::{Action, Create, Cx, Deed, Read, Resource, Subject, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{event_marks, event_opinions, event_registrations as registrations};
use crate::db::types::Id;
use crate::each_backend;
use crate::error::{Error, Result};
use crate::features::children::roster;
use crate::features::events::model::EventRow;
use crate::features::events::{safety, store};
use crate::features::notifications::{self, Kind};
use crate::features::summer::members;
use crate::features::units;
use crate::input::{Checks, REQUIRED, TOO_MANY};

/// More than any event of a ward takes at once.
const CHILDREN_MAX: usize = 2000;

/// Who takes part; the look is recorded, since names may be shown.
///
/// # Errors
/// 404.
pub(super) fn list(cx: &mut Cx<'_, Events, Read>, id: &Id) -> Result<EventRegistrations> {
    let event = store::find_row(cx, id)?;
    let part = people::part(cx, &event)?;
    let book = Book::open(cx, event)?;
    let seen = people::seen(cx, &book, part.reach)?;
    let of_pupils = book.pupils.values().filter_map(|pupil| pupil.neighborhood_id.as_ref());
    let units = units::references(cx, of_pupils.chain(book.rows.iter().filter_map(|row| row.unit_id.as_ref())))?;
    let waiting: HashMap<&Id, i64> =
        book.with_status(RegistrationStatus::Waiting).map(|row| &row.child_id).zip(1..).collect();
    let day = rules::day_of(&book.event);
    let line = |row: &RegistrationRow| {
        let pupil = book.pupils.get(&row.child_id).filter(|_| seen.contains(&row.child_id))?;
        let (consent, ask) = book.consent(&row.child_id);
        let said = book.said.get(&row.child_id);
        let line = EventRegistration {
            child_id: row.child_id.clone(),
            full_name: pupil.full_name.clone(),
            birth_year: pupil.birth_year(),
            neighborhood: pupil.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned(),
            phone: pupil.guardian().and_then(|one| one.phone.clone()),
            medical_warning: pupil.medical_warning.clone(),
            can_swim: pupil.can_swim,
            status: row.status,
            queue: waiting.get(&row.child_id).copied(),
            consent,
            ask,
            must_be_asked: crate::features::summer::rules::must_be_asked(pupil, day),
            parents: said.map(|said| said.parents),
            child: said.and_then(|said| said.child_says),
            opinion_note: said.map(|said| said.note.clone()).unwrap_or_default(),
            unit: row.unit_id.as_ref().and_then(|id| units.get(id)).cloned(),
            registered_at: row.registered_at,
            cancelled_by: row.cancelled_by,
            cancel_reason: row.cancel_reason.clone(),
        };
        Some((pupil.sort_key.clone(), line))
    };
    let mut items: Vec<(String, EventRegistration)> = book.rows.iter().filter_map(line).collect();
    items.sort_by(|(a, one), (b, other)| (a, &one.child_id).cmp(&(b, &other.child_id)));
    audit::record(cx, "read_registrations", id, Changes::none().field("names", (), items.len()))?;
    let may_create = cx.caller().grant(Resource::Events, Action::Create).is_some() && part.reach != Reach::Nobody;
    let open = rules::is_open(&book.event, cx.now());
    Ok(EventRegistrations {
        event_id: id.clone(),
        counts: book.counts(),
        capacity: book.event.details.capacity,
        expected_children: book.event.expected_children,
        adults: book.adults(cx)?,
        open,
        may_register: may_create && open,
        may_manage: part.organises,
        sees_names: part.reach != Reach::Nobody,
        items: items.into_iter().map(|(_, line)| line).collect(),
    })
}

/// Registers children: those without a place wait.
///
/// # Errors
/// 403, 404, 409 past what the event was approved for, 422 for a child outside the scope.
pub fn register(cx: &mut Cx<'_, Events, Create>, id: &Id, input: &NewEventRegistrations) -> Result<EventRegistered> {
    let event = store::find_to_write(cx, id)?;
    rules::check_open(&event, cx.now())?;
    let wanted = wanted(cx, input)?;
    let known = known(cx, id)?;
    let is_in = |child: &Id| known.get(child).is_some_and(|status| *status != RegistrationStatus::Cancelled);
    let fresh: Vec<&Id> = wanted.iter().filter(|child| !is_in(child)).collect();
    let registered = number(known.values().filter(|status| **status == RegistrationStatus::Registered).count())?;
    let more = number(fresh.len())?;
    let with_place = places(cx, &event)?.take(registered, more)?;
    let first: Option<i32> = registrations::table
        .filter(registrations::event_id.eq(id))
        .select(max(registrations::place))
        .first(cx.conn())?;
    let (now, first) = (cx.now(), first.unwrap_or(0) + 1);
    let (unit_id, person) = (cx.caller().unit().cloned(), cx.caller().person().cloned());
    let row = |(child, at): (&&Id, i32)| RegistrationRow {
        event_id: id.clone(),
        child_id: (*child).clone(),
        status: if at < with_place { RegistrationStatus::Registered } else { RegistrationStatus::Waiting },
        unit_id: unit_id.clone(),
        registered_by_id: person.clone(),
        registered_at: now,
        place: first + at,
        cancelled_at: None,
        cancelled_by: None,
        cancel_reason: String::new(),
    };
    let rows: Vec<RegistrationRow> = fresh.iter().zip(0..).map(row).collect();
    // Whoever withdrew may come back, at the end of the row.
    let back: Vec<&Id> = fresh.iter().copied().filter(|child| known.contains_key(*child)).collect();
    let again =
        registrations::table.filter(registrations::event_id.eq(id)).filter(registrations::child_id.eq_any(back));
    diesel::delete(again).execute(cx.conn())?;
    for some in rows.chunks(500) {
        each_backend!(cx.conn(), plain => diesel::insert_into(registrations::table).values(some).execute(plain))?;
    }
    let waiting = more - with_place;
    let changes = Changes::none().field("registered", (), with_place).field("waiting", (), waiting);
    audit::record(cx, "register", id, changes)?;
    Ok(EventRegistered {
        event_id: id.clone(),
        registered: i64::from(with_place),
        waiting: i64::from(waiting),
        already: i64::from(number(wanted.len())? - more),
    })
}

fn number(count: usize) -> Result<i32> {
    i32::try_from(count).map_err(Error::internal)
}

fn known<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &Id) -> Result<HashMap<Id, RegistrationStatus>> {
    let rows: Vec<(Id, RegistrationStatus)> = registrations::table
        .filter(registrations::event_id.eq(event))
        .select((registrations::child_id, registrations::status))
        .load(cx.conn())?;
    Ok(rows.into_iter().collect())
}

/// The children whom a request means, each once, in the order in which they were named.
fn wanted(cx: &mut Cx<'_, Events, Create>, input: &NewEventRegistrations) -> Result<Vec<Id>> {
    let mut checks = Checks::new();
    if input.child_ids.is_empty() && input.neighborhood_id.is_none() && input.group_id.is_none() {
        checks.fail("child_ids", REQUIRED);
    }
    let named = people::own(cx, &input.child_ids)?;
    if input.child_ids.iter().any(|child| !named.contains_key(child)) {
        checks.fail("child_ids", CHILD_OUTSIDE);
    }
    let mut ids = input.child_ids.clone();
    if let Some(neighborhood) = &input.neighborhood_id {
        let years = (input.birth_year_from, input.birth_year_to);
        ids.extend(roster::of_place(&mut cx.also::<Children, Read>()?, neighborhood, years)?);
    }
    if let Some(group) = &input.group_id {
        let listed = members::of_group(&mut cx.also::<Summer, Read>()?, group)?;
        let own = people::own(cx, &listed)?;
        ids.extend(listed.into_iter().filter(|child| own.contains_key(child)));
    }
    let mut met = HashSet::new();
    ids.retain(|child| met.insert(child.clone()));
    if ids.len() > CHILDREN_MAX {
        checks.fail_with("child_ids", TOO_MANY, vec![("max", CHILDREN_MAX.to_string())]);
    }
    if ids.is_empty() && (input.neighborhood_id.is_some() || input.group_id.is_some()) {
        let field = if input.group_id.is_some() { "group_id" } else { "neighborhood_id" };
        checks.fail(field, NO_CHILDREN);
    }
    checks.finish()?;
    Ok(ids)
}

fn places<A: Writes>(cx: &mut Cx<'_, Events, A>, event: &EventRow) -> Result<Places> {
    let terms = store::terms(cx, &event.ward_id)?;
    let has_plan = safety::store::has_plan(cx, event, &terms)?;
    Ok(rules::places(event, &terms, has_plan))
}

/// Forgets what was said about a child that is erased; that somebody took part stays as a number.
///
/// # Errors
/// When the database refuses.
pub fn forget<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, child: &Id) -> Result<()> {
    diesel::delete(event_opinions::table.filter(event_opinions::child_id.eq(child))).execute(cx.conn())?;
    let marks = event_marks::table.filter(event_marks::child_id.eq(child));
    diesel::update(marks).set(event_marks::note.eq("")).execute(cx.conn())?;
    let rows = registrations::table.filter(registrations::child_id.eq(child));
    diesel::update(rows).set(registrations::cancel_reason.eq("")).execute(cx.conn())?;
    Ok(())
}

/// How many children are registered, with a place.
///
/// # Errors
/// When the database refuses.
pub fn count_registered<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &Id) -> Result<i32> {
    let rows = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::status.eq(RegistrationStatus::Registered));
    let count: i64 = rows.select(count_star()).first(cx.conn())?;
    i32::try_from(count).map_err(Error::internal)
}

/// Gives free places to those who wait, the first first; their units are told.
///
/// # Errors
/// When the database refuses.
pub fn move_up<A: Writes>(cx: &mut Cx<'_, Events, A>, event: &EventRow) -> Result<usize> {
    if !rules::is_open(event, cx.now()) {
        return Ok(0);
    }
    let free = places(cx, event)?.free(count_registered(cx, &event.id)?);
    let next: Vec<(Id, Option<Id>)> = registrations::table
        .filter(registrations::event_id.eq(&event.id))
        .filter(registrations::status.eq(RegistrationStatus::Waiting))
        .order((registrations::place, registrations::child_id))
        .limit(i64::from(free))
        .select((registrations::child_id, registrations::unit_id))
        .load(cx.conn())?;
    if next.is_empty() {
        return Ok(0);
    }
    let children: Vec<&Id> = next.iter().map(|(child, _)| child).collect();
    let rows = registrations::table.filter(registrations::event_id.eq(&event.id));
    diesel::update(rows.filter(registrations::child_id.eq_any(children)))
        .set(registrations::status.eq(RegistrationStatus::Registered))
        .execute(cx.conn())?;
    let mut units: Vec<Id> = next.iter().filter_map(|(_, unit)| unit.clone()).collect();
    units.sort();
    units.dedup();
    notifications::send_to_units(cx, &units, Kind::EventPlaceFree, &event.id)?;
    Ok(next.len())
}

/// Takes a child out; the first of those who wait moves up in the same transaction.
///
/// # Errors
/// 403, 404 for a child that is not registered or not within the reach, 409 once the event is over, 422.
pub(super) fn withdraw(
    cx: &mut Cx<'_, Events, Create>,
    id: &Id,
    child: &Id,
    input: &EventWithdrawal,
) -> Result<EventWithdrawn> {
    let event = store::find_to_write(cx, id)?;
    let part = people::part(cx, &event)?;
    let book = Book::open(cx, event)?;
    if !people::seen(cx, &book, part.reach)?.contains(child) {
        return Err(Error::not_found());
    }
    rules::check_open(&book.event, cx.now())?;
    let mut checks = Checks::new();
    let cancel_reason = checks.required_lines("reason", &input.reason, 500);
    checks.finish()?;
    let row = book.rows.iter().find(|row| row.child_id == *child && row.status != RegistrationStatus::Cancelled);
    let row = row.cloned().ok_or_else(Error::not_found)?;
    let after = RegistrationRow {
        status: RegistrationStatus::Cancelled,
        cancelled_at: Some(cx.now()),
        cancelled_by: Some(input.by),
        cancel_reason,
        ..row
    };
    diesel::update(registrations::table.find((id, child))).set(&after).execute(cx.conn())?;
    let moved_up = move_up(cx, &book.event)?;
    let changes = Changes::none().field("child", child, ()).field("by", (), input.by).field("moved_up", (), moved_up);
    audit::record(cx, "withdraw", id, changes)?;
    let moved_up = i64::try_from(moved_up).map_err(Error::internal)?;
    Ok(EventWithdrawn { event_id: id.clone(), child_id: child.clone(), moved_up })
}
