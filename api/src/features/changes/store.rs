//! Changes of every resource that the reader may read, in the order of time.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::model::{Change, Changed, Changes, Since};
use crate::access::subject::{
    Cases, Children, Commendations, Communications, Concerns, Events, Inspections, Obstacles, Own, Plans,
    Recommendations, Reports, Tasks,
};
use crate::access::{Cx, Deed, Read, Resource, Subject, matrix};
use crate::db::schema::departures;
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::{
    cases, children, commendations, communications, concerns, events, inspections, obstacles, plans, reports, tasks,
};

/// A transaction that began before the last answer may end after it: its changes are within these seconds.
pub const OVERLAP: TimeDelta = TimeDelta::seconds(10);

/// What changed since a moment, at most `limit` entries.
///
/// # Errors
/// When the database refuses.
pub fn since(cx: &mut Cx<'_, Own, Read>, since: Option<Since>, limit: i64) -> Result<Changes> {
    let now = cx.now();
    let Some(since) = since else {
        let next_cursor = Since { at: now, after: String::new() }.encode();
        return Ok(Changes { items: Vec::new(), next_cursor, more: false });
    };
    let since = mended(since, now);
    let (role, ask) = (cx.actor().role, limit + 1);
    let may = |resource: Resource| matrix::grant(role, resource, Read::ACTION).is_some();
    let mut items = gone(cx, &since, ask)?;
    if may(Plans::RESOURCE) {
        add(&mut items, Plans::RESOURCE, plans::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Tasks::RESOURCE) {
        add(&mut items, Tasks::RESOURCE, tasks::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Obstacles::RESOURCE) {
        add(&mut items, Obstacles::RESOURCE, obstacles::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Children::RESOURCE) {
        add(&mut items, Children::RESOURCE, children::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Events::RESOURCE) {
        add(&mut items, Events::RESOURCE, events::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Concerns::RESOURCE) {
        add(&mut items, Concerns::RESOURCE, concerns::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Cases::RESOURCE) {
        add(&mut items, Cases::RESOURCE, cases::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Communications::RESOURCE) {
        add(&mut items, Communications::RESOURCE, communications::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Reports::RESOURCE) {
        add(&mut items, Reports::RESOURCE, reports::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Inspections::RESOURCE) {
        add(&mut items, Inspections::RESOURCE, inspections::changed_since(&mut cx.also()?, &since, ask)?);
    }
    if may(Recommendations::RESOURCE) {
        let changed = inspections::recommendations_changed_since(&mut cx.also()?, &since, ask)?;
        add(&mut items, Recommendations::RESOURCE, changed);
    }
    if may(Commendations::RESOURCE) {
        add(&mut items, Commendations::RESOURCE, commendations::changed_since(&mut cx.also()?, &since, ask)?);
    }
    items.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    let wanted = usize::try_from(limit).unwrap_or(0);
    let more = items.len() > wanted;
    items.truncate(wanted);
    let end = match items.last() {
        Some(last) if more => Since { at: last.at, after: last.id.to_string() },
        // Never ahead of the clock, even where rows are that were written before it was set back.
        _ => Since { at: now.plus(-OVERLAP).max(since.at).min(now), after: String::new() },
    };
    Ok(Changes { items, next_cursor: end.encode(), more })
}

/// A round that ended ahead of the clock ended before the clock was set back: what was written since then stands behind
/// it. The last day is told again; telling twice costs a request, not telling costs a change.
fn mended(since: Since, now: Instant) -> Since {
    let is_ahead = since.after.is_empty() && since.at > now.plus(OVERLAP);
    if is_ahead { Since { at: now.plus(-TimeDelta::days(1)), ..since } } else { since }
}

fn add(items: &mut Vec<Change>, resource: Resource, changed: Vec<Changed>) {
    items.extend(changed.into_iter().map(|one| Change {
        resource: resource.to_string(),
        id: one.id,
        version: Some(one.version),
        gone: false,
        at: one.at,
    }));
}

/// Rows that left the reader's scope and did not come back.
fn gone(cx: &mut Cx<'_, Own, Read>, since: &Since, limit: i64) -> Result<Vec<Change>> {
    let (wards, role) = (cx.actor().wards(), cx.actor().role);
    let (unit, me) = (cx.actor().unit_id.clone(), cx.actor().user_id.clone());
    let is_for_all = departures::user_id.is_null().and(departures::unit_id.is_null());
    let rows: Vec<(String, Id, Instant)> = departures::table
        .filter(departures::ward_id.eq_any(wards))
        .filter(is_for_all.or(departures::unit_id.eq(unit)).or(departures::user_id.eq(me)))
        .filter(
            departures::at.gt(since.at).or(departures::at.eq(since.at).and(departures::row_id.gt(since.after.clone()))),
        )
        .order((departures::at, departures::row_id))
        .limit(limit)
        .select((departures::resource, departures::row_id, departures::at))
        .load(cx.conn())?;
    let readable = |word: &str| {
        Resource::parse(word).is_some_and(|resource| matrix::grant(role, resource, Read::ACTION).is_some())
    };
    let mut gone = Vec::new();
    for (resource, id, at) in rows.into_iter().filter(|(resource, ..)| readable(resource)) {
        if !is_visible(cx, &resource, &id)? {
            gone.push(Change { resource, id, version: None, gone: true, at });
        }
    }
    Ok(gone)
}

fn is_visible(cx: &mut Cx<'_, Own, Read>, resource: &str, id: &Id) -> Result<bool> {
    match Resource::parse(resource) {
        Some(Resource::Cases) => cases::is_visible(&mut cx.also()?, id),
        Some(Resource::Children) => children::is_visible(&mut cx.also()?, id),
        Some(Resource::Tasks) => tasks::is_visible(&mut cx.also()?, id),
        Some(Resource::Inspections) => inspections::is_visible(&mut cx.also()?, id),
        Some(Resource::Communications) => communications::is_visible(&mut cx.also()?, id),
        _ => Ok(false),
    }
}
