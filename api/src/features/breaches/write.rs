//! Reporting a violation and mending what was reported.

use chrono::Datelike;
use diesel::dsl::max;
use diesel::prelude::*;

use super::content::{self, Content};
use super::model::{BreachAction, BreachData, BreachRow, BreachStatus, DataBreachChanges, NewDataBreach};
use super::rules::{self, CLOCK_FIXED, IN_FUTURE};
use super::store;
use crate::access::subject::Breaches;
use crate::access::{Create, Cx, Role, Update, Writes};
use crate::audit::{self, Changes};
use crate::calendar;
use crate::db::schema::breaches;
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::features::wards;
use crate::http::IfMatch;
use crate::input::Checks;

/// Who works on the ward's violations, and is told of them.
pub const DESK: [Role; 3] = [Role::Admin, Role::Leader, Role::SocialOfficer];

/// More people than live in any ward.
const PEOPLE_MAX: i64 = 1_000_000;

/// Reports a violation; the clock runs from its discovery, and the desk is told at once.
///
/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Breaches, Create>, input: &NewDataBreach) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let now = cx.now();
    let mut checks = Checks::new();
    let what_happened = checks.required_lines("what_happened", &input.what_happened, 8000);
    let discovered_at = check_moment(&mut checks, "discovered_at", input.discovered_at, now);
    let people_count = input.people_count.map(|count| checks.range("people_count", count, 0, PEOPLE_MAX));
    checks.finish()?;
    let hours = wards::settings(cx, &ward)?.breaches.notify_hours;
    let (year, number) = next_number(cx, &ward)?;
    let (id, person) = (cx.new_id(), cx.actor().person().cloned());
    let content = Content { what_happened, written_by: person.clone(), ..Content::default() };
    let row = BreachRow {
        content: content::seal(&cx.services().vault, &id, &content)?,
        id,
        ward_id: ward,
        code: format!("VP-{year}-{number:04}"),
        year,
        number,
        discovered_at,
        due_at: rules::due_at(discovered_at, hours),
        kind: input.kind,
        status: BreachStatus::Open,
        data_kinds: Json::new(in_order(&input.data_kinds)),
        people_count,
        children_touched: input.children_touched,
        harm: None,
        reported_by_id: person,
        assessed_by_id: None,
        assessed_at: None,
        notified_by_id: None,
        notified_at: None,
        people_told_by_id: None,
        people_told_at: None,
        closed_by_id: None,
        closed_at: None,
        clock_stopped_at: None,
        told_step: 0,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    diesel::insert_into(breaches::table).values(&row).execute(cx.conn())?;
    notifications::send_to_roles(cx, &row.ward_id, &DESK, Kind::BreachReported, &row.id)?;
    let changes = Changes::none().field("kind", (), row.kind).field("discovered_at", (), row.discovered_at);
    audit::record(cx, "create", &row.id, changes)?;
    Ok(row.id)
}

/// A moment that has come, within the years that there are.
pub fn check_moment(checks: &mut Checks, field: &str, at: Instant, now: Instant) -> Instant {
    checks.day(field, calendar::ward_today(at.utc()));
    rules::past(at, now).unwrap_or_else(|| {
        checks.fail(field, IN_FUTURE);
        now
    })
}

/// Each once, in the order of the list.
fn in_order(kinds: &[BreachData]) -> Vec<BreachData> {
    BreachData::ALL.iter().copied().filter(|kind| kinds.contains(kind)).collect()
}

/// The next number of the year; one at a time in a ward.
fn next_number(cx: &mut Cx<'_, Breaches, Create>, ward: &Id) -> Result<(i32, i32)> {
    wards::take_turns(cx)?;
    let year = cx.today().year();
    let last: Option<i32> = breaches::table
        .filter(breaches::ward_id.eq(ward))
        .filter(breaches::year.eq(year))
        .select(max(breaches::number))
        .first(cx.conn())?;
    Ok((year, last.unwrap_or(0) + 1))
}

/// Mends what was reported. Whoever moves the beginning of the clock leaves the old one in the log.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Breaches, Update>, id: &Id, if_match: IfMatch, input: &DataBreachChanges) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    rules::check(&before, BreachAction::Edit)?;
    let (now, vault) = (cx.now(), &cx.services().vault);
    let mut checks = Checks::new();
    let mut after = before.clone();
    let mut changes = Changes::none();
    if let Some(kind) = input.kind.filter(|kind| *kind != before.kind) {
        after.kind = kind;
        changes = changes.field("kind", before.kind, kind);
    }
    if let Some(kinds) = &input.data_kinds {
        after.data_kinds = Json::new(in_order(kinds));
        changes = changes.field("data_kinds", &*before.data_kinds, &*after.data_kinds);
    }
    if let Some(count) = input.people_count {
        after.people_count = count.map(|count| checks.range("people_count", count, 0, PEOPLE_MAX));
        changes = changes.field("people_count", before.people_count, after.people_count);
    }
    if let Some(children) = input.children_touched {
        after.children_touched = children;
        changes = changes.field("children_touched", before.children_touched, children);
    }
    if let Some(text) = &input.what_happened {
        let mut said = content::open(vault, &before)?;
        said.what_happened = checks.required_lines("what_happened", text, 8000);
        said.written_by = cx.actor().person().cloned();
        after.content = content::seal(vault, id, &said)?;
        changes = changes.field("what_happened", (), "changed");
    }
    if let Some(at) = input.discovered_at.filter(|at| *at != before.discovered_at) {
        let at = check_moment(&mut checks, "discovered_at", at, now);
        if before.notified_at.is_some() {
            checks.fail("discovered_at", CLOCK_FIXED);
        }
        let hours = wards::settings(cx, &before.ward_id)?.breaches.notify_hours;
        after.discovered_at = at;
        after.due_at = rules::due_at(at, hours);
        // A later beginning rings anew where it comes to a threshold again.
        after.told_step = before.told_step.min(rules::step(at, after.due_at, now));
        changes = changes.field("discovered_at", before.discovered_at, at);
    }
    checks.finish()?;
    save(cx, &before, after)?;
    audit::record(cx, "update", id, changes)
}

/// Writes a row that nobody changed since it was read.
///
/// # Errors
/// 412.
pub fn save<A: Writes>(cx: &mut Cx<'_, Breaches, A>, before: &BreachRow, mut row: BreachRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = breaches::table.find(&before.id).filter(breaches::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    Ok(())
}
