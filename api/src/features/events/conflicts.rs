//! What stands in an event's way while it is planned.

use diesel::prelude::*;

use super::bodies::{ConflictKind, EventCheck, EventConflict, EventDraft};
use super::model::{EventRow, EventStatus};
use super::{rules, store};
use crate::access::subject::Events;
use crate::access::{Cx, Read};
use crate::calendar;
use crate::db::schema::events;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::{units, wards};
use crate::input::Checks;
use crate::text;

/// More than meet at one hour in any ward.
const MEETING_MAX: i64 = 200;

/// Conflicts, the need of a safety plan and the calendar, for an event that is being planned.
///
/// # Errors
/// 422 for hours that are none.
pub fn check(cx: &mut Cx<'_, Events, Read>, draft: &EventDraft) -> Result<EventCheck> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    rules::check_times(&mut checks, draft.starts_at, draft.ends_at);
    checks.finish()?;
    let terms = store::terms(cx, &ward)?;
    let people = draft.expected_children.saturating_add(draft.expected_adults);
    let safety_reasons =
        rules::safety_reasons(&terms, draft.kind, draft.conditions, people, draft.starts_at, draft.ends_at);
    let day = calendar::ward_today(draft.starts_at.utc());
    let on_day_off = !wards::calendar(cx, &ward)?.is_working_day(day);
    let meeting = meeting(cx, &ward, draft)?;
    let conflicts = conflicts(cx, draft, &meeting, terms.at_once)?;
    Ok(EventCheck { conflicts, safety_plan_required: !safety_reasons.is_empty(), safety_reasons, on_day_off })
}

/// What else goes on in these hours, other than the event itself.
fn meeting(cx: &mut Cx<'_, Events, Read>, ward: &Id, draft: &EventDraft) -> Result<Vec<EventRow>> {
    let live = [EventStatus::Draft, EventStatus::Proposed, EventStatus::Approved, EventStatus::Held];
    let mut rows = events::table
        .filter(events::ward_id.eq(ward))
        .filter(events::starts_at.lt(draft.ends_at))
        .filter(events::ends_at.gt(draft.starts_at))
        .filter(events::status.eq_any(live))
        .into_boxed();
    if let Some(id) = &draft.id {
        rows = rows.filter(events::id.ne(id));
    }
    let rows = rows.order((events::starts_at, events::id)).limit(MEETING_MAX);
    Ok(rows.select(EventRow::as_select()).load(cx.conn())?)
}

fn conflicts(
    cx: &mut Cx<'_, Events, Read>,
    draft: &EventDraft,
    meeting: &[EventRow],
    at_once: u32,
) -> Result<Vec<EventConflict>> {
    let ids: Vec<Id> = meeting.iter().map(|row| row.id.clone()).collect();
    let joining = store::joining(cx, &ids)?;
    let lead = draft.lead_unit_id.as_ref().or_else(|| cx.caller().unit());
    let wanted: Vec<&Id> = draft.joining_unit_ids.iter().chain(lead).collect();
    let units = units::references(cx, wanted.iter().copied())?;
    let mut found = Vec::new();
    for row in meeting {
        let mut add = |kind, unit, person: &str| {
            found.push(EventConflict { kind, event: store::reference(row), unit, person: person.to_owned() });
        };
        if is_same(&row.place, &draft.place) {
            add(ConflictKind::Place, None, "");
        }
        if draft.neighborhood_id.is_some() && row.neighborhood_id == draft.neighborhood_id {
            add(ConflictKind::Neighborhood, None, "");
        }
        let joins = joining.get(&row.id);
        let needs = |unit: &Id| row.lead_unit_id == *unit || joins.is_some_and(|joins| joins.contains(unit));
        for unit in wanted.iter().filter(|unit| needs(unit)) {
            add(ConflictKind::Unit, units.get(*unit).cloned(), "");
        }
        for person in draft.staff.iter().filter(|name| row.details.staff.iter().any(|one| is_same(&one.name, name))) {
            add(ConflictKind::Staff, None, person);
        }
    }
    if meeting.len() >= at_once as usize {
        let all = meeting.iter().map(|row| EventConflict {
            kind: ConflictKind::TooMany,
            event: store::reference(row),
            unit: None,
            person: String::new(),
        });
        found.extend(all);
    }
    Ok(found)
}

/// The same words, without regard to case and marks.
fn is_same(one: &str, other: &str) -> bool {
    let key = text::search_key(one);
    !key.is_empty() && key == text::search_key(other)
}
