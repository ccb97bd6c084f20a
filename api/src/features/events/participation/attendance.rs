//! Check-in: the list of an event, and marks as phones send them, late or twice.
//!
//! As in the summer (`summer::attendance`) every mark is kept with the time at which it was made; the latest one of a
//! child stands. A child who stands at the gate is real: more than the approved number are let in and recorded, but
//! nobody overlooks it.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::attendance_model::{
    EventAttendance, EventAttendanceLine, EventMark, EventMarkRow, EventMarked, EventMarks, EventMarksTaken, MarkKind,
    MarkOutcome,
};
use super::book::Book;
use super::model::{EventConsent, RegistrationStatus, ToAsk};
use super::people::{self, Reach};
use super::rules::{self, NOT_APPROVED};
use crate::access::subject::Events;
use crate::access::{Action, Create, Cx, Deed, Read, Resource, Role, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::event_marks as marks;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::children::roster::Pupil;
use crate::features::events::model::EventStatus;
use crate::features::events::{actions, store};
use crate::features::notifications::{self, Kind};
use crate::features::summer::rules::honest_time;
use crate::features::units;
use crate::input::{Checks, REQUIRED, TOO_MANY};

const MARKS_MAX: usize = 2000;

/// Whoever makes a mark: a person with an account, or the holder of a grant.
#[derive(Clone, Debug, Default)]
pub(super) struct Marker {
    pub person: Option<Id>,
    pub grant: Option<Id>,
}

/// The check-in as a signed-in person sees it; the look is recorded.
///
/// # Errors
/// 404.
pub(super) fn read(cx: &mut Cx<'_, Events, Read>, id: &Id) -> Result<EventAttendance> {
    let event = store::find_row(cx, id)?;
    let part = people::part(cx, &event)?;
    let book = Book::open(cx, event)?;
    let seen = people::seen(cx, &book, part.reach)?;
    let may_create = cx.caller().grant(Resource::Events, Action::Create).is_some();
    let may_mark = may_create && part.reach != Reach::Nobody;
    let shown = show(cx, &book, &seen, may_mark)?;
    audit::record(cx, "read_attendance", id, Changes::none().field("names", (), shown.items.len()))?;
    Ok(EventAttendance { sees_names: part.reach != Reach::Nobody, ..shown })
}

/// The lines of those with a place and of those who came along, as far as they are `seen`.
///
/// # Errors
/// When the database refuses.
pub(super) fn show<A: Deed>(
    cx: &mut Cx<'_, Events, A>,
    book: &Book,
    seen: &HashSet<Id>,
    may_mark: bool,
) -> Result<EventAttendance> {
    let vault = &cx.services().vault;
    let markers = book.markers(cx)?;
    let units = units::references(cx, book.pupils.values().filter_map(|one| one.neighborhood_id.as_ref()))?;
    let registered: HashSet<&Id> = book.with_status(RegistrationStatus::Registered).map(|row| &row.child_id).collect();
    let is_there = |child: &Id| registered.contains(child) || book.marks.contains_key(child);
    let mut items = Vec::new();
    for (child, pupil) in book.pupils.iter().filter(|(child, _)| seen.contains(*child) && is_there(child)) {
        let current = book.current(child);
        let (consent, ask) = book.consent(child);
        let line = EventAttendanceLine {
            child_id: child.clone(),
            full_name: pupil.full_name.clone(),
            birth_year: pupil.birth_year(),
            neighborhood: pupil.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned(),
            phone: pupil.guardian().and_then(|one| one.phone.clone()),
            medical_warning: pupil.medical_warning.clone(),
            can_swim: pupil.can_swim,
            code: people::code(vault, &book.event.id, child),
            consent,
            ask,
            state: current.map(|mark| mark.kind),
            note: current.map(|mark| mark.note.clone()).unwrap_or_default(),
            marked_at: current.map(|mark| mark.marked_at),
            marked_by: current.and_then(|mark| markers.of_mark(mark)),
            walk_in: !registered.contains(child),
        };
        items.push((pupil.sort_key.clone(), line));
    }
    items.sort_by(|(a, one), (b, other)| (a, &one.child_id).cmp(&(b, &other.child_id)));
    let event = &book.event;
    Ok(EventAttendance {
        event_id: event.id.clone(),
        title: event.title.clone(),
        place: event.place.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        status: event.status,
        expected_children: event.expected_children,
        may_mark: may_mark && rules::takes_marks(event.status),
        sees_names: true,
        counts: book.counts(),
        over_by: book.over_by(),
        items: items.into_iter().map(|(_, line)| line).collect(),
    })
}

/// Marks of a signed-in person: children of the event whom they see, and others within their scope who came along.
///
/// # Errors
/// 403, 404, 409 for an event that is not approved, 422 for an empty or endless batch.
pub(super) fn take(cx: &mut Cx<'_, Events, Create>, id: &Id, input: &EventMarks) -> Result<EventMarksTaken> {
    let event = store::find_to_write(cx, id)?;
    let part = people::part(cx, &event)?;
    let mut book = Book::open(cx, event)?;
    let mut allowed = people::seen(cx, &book, part.reach)?;
    let others = input.marks.iter().map(|mark| &mark.child_id).filter(|child| !allowed.contains(*child));
    let others: Vec<Id> = others.take(MARKS_MAX).cloned().collect();
    let others: HashMap<Id, Pupil> = people::own(cx, &others)?;
    allowed.extend(others.keys().cloned());
    book.pupils.extend(others);
    let marker = Marker { person: cx.caller().person().cloned(), grant: None };
    keep_all(cx, book, &allowed, input, &marker)
}

/// A batch of marks. A child that may not come in is refused by itself: a phone's whole batch must not be lost for one
/// line.
///
/// # Errors
/// 409 for an event that is not approved, 422 for an empty or endless batch.
pub(super) fn keep_all<A: Writes>(
    cx: &mut Cx<'_, Events, A>,
    mut book: Book,
    allowed: &HashSet<Id>,
    input: &EventMarks,
    marker: &Marker,
) -> Result<EventMarksTaken> {
    if !rules::takes_marks(book.event.status) {
        return Err(Error::conflict(NOT_APPROVED));
    }
    let mut checks = Checks::new();
    if input.marks.is_empty() {
        checks.fail("marks", REQUIRED);
    }
    if input.marks.len() > MARKS_MAX {
        checks.fail_with("marks", TOO_MANY, vec![("max", MARKS_MAX.to_string())]);
    }
    let note = |(at, mark): (usize, &EventMark)| checks.lines(&format!("marks[{at}].note"), &mark.note, 500);
    let notes: Vec<String> = input.marks.iter().take(MARKS_MAX).enumerate().map(note).collect();
    checks.finish()?;

    let over_before = book.over_by();
    let mut outcomes = Vec::new();
    for (mark, note) in input.marks.iter().zip(notes) {
        let refused = refusal(&book, allowed, mark);
        let outcome = match refused {
            Some(refused) => refused,
            None => (keep(cx, &mut book, mark, note, marker)?, Vec::new()),
        };
        outcomes.push((mark, outcome));
    }
    let over_by = book.over_by();
    if over_before == 0 && over_by > 0 && book.event.status == EventStatus::Approved {
        tell_of_crowd(cx, &book)?;
    }
    let saved = outcomes.iter().filter(|(_, (result, _))| *result == MarkOutcome::Saved).count();
    let changes = Changes::none().field("saved", (), saved).field("grant", (), &marker.grant);
    audit::record(cx, "mark", &book.event.id, changes)?;
    let markers = book.markers(cx)?;
    let shape = |(mark, (result, ask)): (&EventMark, (MarkOutcome, Vec<ToAsk>))| {
        let standing = book.current(&mark.child_id).filter(|_| allowed.contains(&mark.child_id));
        EventMarked {
            child_id: mark.child_id.clone(),
            kind: mark.kind,
            result,
            ask,
            state: standing.map(|row| row.kind),
            marked_at: standing.map(|row| row.marked_at),
            marked_by: standing.and_then(|row| markers.of_mark(row)),
        }
    };
    Ok(EventMarksTaken {
        event_id: book.event.id.clone(),
        counts: book.counts(),
        over_by,
        marks: outcomes.into_iter().map(shape).collect(),
    })
}

/// Why a mark is not taken. Consent blocks the way in only: a child who leaves is always recorded.
fn refusal(book: &Book, allowed: &HashSet<Id>, mark: &EventMark) -> Option<(MarkOutcome, Vec<ToAsk>)> {
    if !allowed.contains(&mark.child_id) {
        return Some((MarkOutcome::Unknown, Vec::new()));
    }
    match (mark.kind, book.consent(&mark.child_id)) {
        (MarkKind::In, (EventConsent::Missing, ask)) => Some((MarkOutcome::ConsentMissing, ask)),
        (MarkKind::In, (EventConsent::Declined, _)) => Some((MarkOutcome::Declined, Vec::new())),
        _ => None,
    }
}

fn keep<A: Writes>(
    cx: &mut Cx<'_, Events, A>,
    book: &mut Book,
    mark: &EventMark,
    note: String,
    marker: &Marker,
) -> Result<MarkOutcome> {
    let now = cx.now();
    // To the millisecond, as every database keeps it.
    let marked_at = honest_time(mark.marked_at.unwrap_or(now), now);
    let marked_at = Instant::parse(&marked_at.rfc3339()).unwrap_or(now);
    let event = book.event.id.clone();
    let known = book.marks.entry(mark.child_id.clone()).or_default();
    let is_same = |row: &EventMarkRow| {
        row.marked_at == marked_at
            && (&row.marked_by_id, &row.grant_id) == (&marker.person, &marker.grant)
            && (row.kind, &row.note) == (mark.kind, &note)
    };
    if known.iter().any(is_same) {
        return Ok(MarkOutcome::Same);
    }
    let is_current = known.iter().find(|row| row.is_current).is_none_or(|row| row.marked_at <= marked_at);
    if is_current {
        let before = marks::table.filter(marks::event_id.eq(&event)).filter(marks::child_id.eq(&mark.child_id));
        diesel::update(before).set(marks::is_current.eq(false)).execute(cx.conn())?;
        known.iter_mut().for_each(|row| row.is_current = false);
    }
    let row = EventMarkRow {
        id: cx.new_id(),
        event_id: event,
        child_id: mark.child_id.clone(),
        kind: mark.kind,
        note,
        marked_at,
        marked_by_id: marker.person.clone(),
        grant_id: marker.grant.clone(),
        received_at: now,
        is_current,
    };
    diesel::insert_into(marks::table).values(&row).execute(cx.conn())?;
    known.push(row);
    Ok(if is_current { MarkOutcome::Saved } else { MarkOutcome::Kept })
}

/// More children are here than were approved: whoever leads and the police must know now.
fn tell_of_crowd<A: Writes>(cx: &mut Cx<'_, Events, A>, book: &Book) -> Result<()> {
    let event = &book.event;
    notifications::send_to_units(cx, std::slice::from_ref(&event.lead_unit_id), Kind::EventOverfull, &event.id)?;
    notifications::send_to_roles(cx, &event.ward_id, &[Role::Police], Kind::EventOverfull, &event.id)?;
    actions::tell_leader(cx, event, Kind::EventOverfull)
}
