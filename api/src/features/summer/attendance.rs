//! Attendance: the roster of a session, and marks as phones send them, late or twice.
//!
//! Every mark is kept with the time at which it was made on the phone. The latest one of a child stands; an earlier
//! one that arrives later is answered as `kept` with the one that stands, so that two people who marked one session
//! without a network both see it.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::attendance_model::{
    AttendanceConflict, AttendanceLine, AttendanceMark, AttendanceMarked, AttendanceMarks, AttendanceRoster,
    AttendanceTaken, MarkRow, SummerOpinionCount,
};
use super::rules::{self, CANCELLED, Side};
use super::session_model::{AttendanceState, MarkResult, SessionRow, SummerAttendanceCount};
use super::{leaves, members, opinions, sessions};
use crate::access::subject::{Children, Summer};
use crate::access::{Cx, Deed, Read, Update};
use crate::audit::{self, Changes};
use crate::db::schema::{summer_group_members, summer_marks as marks};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::children::roster;
use crate::features::users::model::UserRef;
use crate::features::{units, users};
use crate::input::{Checks, REQUIRED, TOO_MANY};

/// More than any session has.
const MARKS_MAX: usize = 1000;

/// The children whom a session expects: its group's members; for a whole neighborhood everybody in one of its groups
/// and in its received handovers.
fn expected<A: Deed>(cx: &mut Cx<'_, Summer, A>, session: &SessionRow) -> Result<HashSet<Id>> {
    let listed = match &session.group_id {
        Some(group) => summer_group_members::table
            .filter(summer_group_members::group_id.eq(group))
            .select(summer_group_members::child_id)
            .load(cx.conn())?,
        None => {
            let mut all = members::of_neighborhood(cx, &session.neighborhood_id, session.year)?;
            all.extend(members::received(cx, &session.ward_id, &session.neighborhood_id, session.year)?);
            all
        }
    };
    Ok(listed.into_iter().collect())
}

fn marks_of<A: Deed>(cx: &mut Cx<'_, Summer, A>, session: &Id) -> Result<HashMap<Id, Vec<MarkRow>>> {
    let rows = marks::table.filter(marks::session_id.eq(session)).order((marks::marked_at.desc(), marks::id.desc()));
    let mut known: HashMap<Id, Vec<MarkRow>> = HashMap::new();
    for row in rows.select(MarkRow::as_select()).load::<MarkRow>(cx.conn())? {
        known.entry(row.child_id.clone()).or_default().push(row);
    }
    Ok(known)
}

/// The roster of a session, by name: forty lines for a phone.
///
/// # Errors
/// 404.
pub fn roster_of<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<AttendanceRoster> {
    let row = sessions::find_row(cx, id)?;
    let session = sessions::find(cx, id)?;
    let listed = expected(cx, &row)?;
    let known = marks_of(cx, id)?;
    let everybody: HashSet<&Id> = listed.iter().chain(known.keys()).collect();
    let pupils = roster::named(cx, everybody.iter().copied())?;
    let ids: Vec<Id> = everybody.into_iter().cloned().collect();
    let away = leaves::on(cx, row.on_date, &ids)?;
    let said = opinions::of(cx, row.year, &ids)?;
    let units = units::references(cx, pupils.values().filter_map(|one| one.neighborhood_id.as_ref()))?;
    let markers: HashSet<&Id> = known.values().flatten().filter_map(|mark| mark.marked_by_id.as_ref()).collect();
    let people = users::references(cx, markers)?;
    let (mut counts, mut asked) = (SummerAttendanceCount::default(), SummerOpinionCount::default());
    let mut items = Vec::new();
    for child in ids {
        let Some(pupil) = pupils.get(&child) else { continue };
        let marked = known.get(&child).map_or(&[][..], Vec::as_slice);
        let current = marked.iter().find(|mark| mark.is_current);
        let opinion = said.get(&child);
        if listed.contains(&child) {
            asked.add(opinion);
        }
        if let Some(mark) = current {
            counts.add(mark.state, 1);
        }
        let line = AttendanceLine {
            full_name: pupil.full_name.clone(),
            birth_year: pupil.birth_year(),
            neighborhood: pupil.neighborhood_id.as_ref().and_then(|id| units.get(id)).cloned(),
            phone: pupil.guardian().and_then(|one| one.phone.clone()),
            medical_warning: pupil.medical_warning.clone(),
            can_swim: pupil.can_swim,
            state: current.map(|mark| mark.state),
            note: current.map(|mark| mark.note.clone()).unwrap_or_default(),
            marked_at: current.map(|mark| mark.marked_at),
            marked_by: current.and_then(|mark| person(&people, mark)),
            default_state: away.contains_key(&child).then_some(AttendanceState::Excused),
            leave_reason: away.get(&child).cloned(),
            consent: opinion.map(|opinion| opinion.parents),
            child_consent: opinion.and_then(|opinion| opinion.child),
            opinion_note: opinion.map(|opinion| opinion.note.clone()).unwrap_or_default(),
            walk_in: !listed.contains(&child),
            conflicts: conflicts(marked, current, &people),
            child_id: child,
        };
        items.push((pupil.sort_key.clone(), line));
    }
    items.sort_by(|(a, one), (b, other)| (a, &one.child_id).cmp(&(b, &other.child_id)));
    Ok(AttendanceRoster {
        session_id: row.id,
        on_date: row.on_date,
        group_name: session.group_name,
        neighborhood: session.neighborhood,
        cancelled: row.cancelled_at.is_some(),
        may_mark: session.may_change,
        counts,
        opinions: asked,
        items: items.into_iter().map(|(_, line)| line).collect(),
    })
}

fn person(people: &HashMap<Id, UserRef>, mark: &MarkRow) -> Option<UserRef> {
    mark.marked_by_id.as_ref().and_then(|id| people.get(id)).cloned()
}

/// The last word of each other person, where it differs from the mark that stands.
fn conflicts(marked: &[MarkRow], current: Option<&MarkRow>, people: &HashMap<Id, UserRef>) -> Vec<AttendanceConflict> {
    let Some(current) = current else { return Vec::new() };
    let mut heard = HashSet::from([&current.marked_by_id]);
    let mut conflicts = Vec::new();
    for mark in marked {
        if heard.insert(&mark.marked_by_id) && mark.state != current.state {
            conflicts.push(AttendanceConflict {
                state: mark.state,
                note: mark.note.clone(),
                marked_at: mark.marked_at,
                marked_by: person(people, mark),
            });
        }
    }
    conflicts
}

/// Takes a batch of marks. A child that is on no list is refused by itself: a phone's whole batch must not be lost for
/// one line.
///
/// # Errors
/// 404, 409 for a cancelled session, 422 for an empty or endless batch.
pub fn take(cx: &mut Cx<'_, Summer, Update>, input: &AttendanceMarks) -> Result<AttendanceTaken> {
    let session = sessions::find_to_write(cx, &input.session_id)?;
    if session.cancelled_at.is_some() {
        return Err(Error::conflict(CANCELLED));
    }
    let mut checks = Checks::new();
    if input.marks.is_empty() {
        checks.fail("marks", REQUIRED);
    }
    if input.marks.len() > MARKS_MAX {
        checks.fail_with("marks", TOO_MANY, vec![("max", MARKS_MAX.to_string())]);
    }
    let note = |(at, mark): (usize, &AttendanceMark)| checks.lines(&format!("marks[{at}].note"), &mark.note, 500);
    let notes: Vec<String> = input.marks.iter().take(MARKS_MAX).enumerate().map(note).collect();
    checks.finish()?;

    let mut known = marks_of(cx, &session.id)?;
    let may_be_marked = may_be_marked(cx, &session, &known, input)?;
    let mut outcomes: Vec<(Id, MarkResult)> = Vec::new();
    for (mark, note) in input.marks.iter().zip(notes) {
        let result = if may_be_marked.contains(&mark.child_id) {
            keep(cx, &session.id, known.entry(mark.child_id.clone()).or_default(), mark, note)?
        } else {
            MarkResult::Refused
        };
        outcomes.push((mark.child_id.clone(), result));
    }
    let count = |wanted| outcomes.iter().filter(|(_, result)| *result == wanted).count();
    let changes =
        Changes::none().field("saved", (), count(MarkResult::Saved)).field("kept", (), count(MarkResult::Kept));
    audit::record(cx, "mark", &session.id, changes)?;
    answer(cx, session.id, &outcomes, &known)
}

/// Those on the list, those marked before, and whoever within the scope just came along.
fn may_be_marked(
    cx: &mut Cx<'_, Summer, Update>,
    session: &SessionRow,
    known: &HashMap<Id, Vec<MarkRow>>,
    input: &AttendanceMarks,
) -> Result<HashSet<Id>> {
    let mut children = expected(cx, session)?;
    children.extend(known.keys().cloned());
    let others = input.marks.iter().map(|mark| &mark.child_id).filter(|id| !children.contains(*id));
    let others: Vec<Id> = others.cloned().collect::<HashSet<_>>().into_iter().collect();
    if !others.is_empty() && rules::side(cx.actor()) != Side::School {
        children.extend(roster::chosen(&mut cx.also::<Children, Read>()?, &others)?.into_keys());
    }
    Ok(children)
}

fn keep(
    cx: &mut Cx<'_, Summer, Update>,
    session: &Id,
    known: &mut Vec<MarkRow>,
    mark: &AttendanceMark,
    note: String,
) -> Result<MarkResult> {
    let now = cx.now();
    // To the millisecond, as every database keeps it.
    let marked_at = rules::honest_time(mark.marked_at.unwrap_or(now), now);
    let marked_at = Instant::parse(&marked_at.rfc3339()).unwrap_or(now);
    let by = cx.actor().person().cloned();
    let is_same = |row: &MarkRow| {
        row.marked_at == marked_at && row.marked_by_id == by && row.state == mark.state && row.note == note
    };
    if known.iter().any(is_same) {
        return Ok(MarkResult::Same);
    }
    let is_current = known.iter().find(|row| row.is_current).is_none_or(|row| row.marked_at <= marked_at);
    if is_current {
        let before = marks::table.filter(marks::session_id.eq(session)).filter(marks::child_id.eq(&mark.child_id));
        diesel::update(before).set(marks::is_current.eq(false)).execute(cx.conn())?;
        known.iter_mut().for_each(|row| row.is_current = false);
    }
    let row = MarkRow {
        id: cx.new_id(),
        session_id: session.clone(),
        child_id: mark.child_id.clone(),
        state: mark.state,
        note,
        marked_at,
        marked_by_id: by,
        received_at: now,
        is_current,
    };
    diesel::insert_into(marks::table).values(&row).execute(cx.conn())?;
    known.push(row);
    Ok(if is_current { MarkResult::Saved } else { MarkResult::Kept })
}

fn answer(
    cx: &mut Cx<'_, Summer, Update>,
    session_id: Id,
    outcomes: &[(Id, MarkResult)],
    known: &HashMap<Id, Vec<MarkRow>>,
) -> Result<AttendanceTaken> {
    let current = |child: &Id| known.get(child).and_then(|rows| rows.iter().find(|row| row.is_current));
    let markers: HashSet<&Id> =
        outcomes.iter().filter_map(|(child, _)| current(child)?.marked_by_id.as_ref()).collect();
    let people = users::references(cx, markers)?;
    let shape = |(child, result): &(Id, MarkResult)| {
        let standing = current(child).filter(|_| *result != MarkResult::Refused);
        AttendanceMarked {
            child_id: child.clone(),
            result: *result,
            state: standing.map(|row| row.state),
            note: standing.map(|row| row.note.clone()).unwrap_or_default(),
            marked_at: standing.map(|row| row.marked_at),
            marked_by: standing.and_then(|row| person(&people, row)),
        }
    };
    let count = |wanted| i64::try_from(outcomes.iter().filter(|(_, result)| *result == wanted).count()).unwrap_or(0);
    Ok(AttendanceTaken {
        session_id,
        saved: count(MarkResult::Saved),
        kept: count(MarkResult::Kept),
        refused: count(MarkResult::Refused),
        marks: outcomes.iter().map(shape).collect(),
    })
}
