//! What each unit did: broadcasts, banners, posts, copies, with photos as evidence.

use std::collections::HashMap;

use diesel::dsl::{count_star, max, sum};
use diesel::prelude::*;

use super::model::{CommunicationAction, CommunicationRow};
use super::report_model::{CommunicationReport, NewCommunicationReport, ReportRow};
use super::rules::{self, IN_FUTURE, REPORTS_ITSELF};
use super::{store, write};
use crate::access::subject::Communications;
use crate::access::{Create, Cx, Deed, Read};
use crate::attachments::{self, Attachment, OwnerKind};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{communication_reports, communication_units};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::{units, users};
use crate::input::Checks;
use crate::keyset;

/// The most that one report tells of: leaflets.
const TIMES_MAX: i32 = 100_000;

/// Writes down what a unit did.
///
/// # Errors
/// 403 for another unit's, 404, 409 in another state, 422.
pub fn report(
    cx: &mut Cx<'_, Communications, Create>,
    id: &Id,
    input: &NewCommunicationReport,
) -> Result<CommunicationReport> {
    let before = store::find_to_write(cx, id)?;
    let shares = store::shares_of(cx, std::slice::from_ref(id))?;
    let unit_id = rules::reporting_unit(cx.actor(), &shares, input.unit_id.as_ref())?;
    rules::next(before.status, CommunicationAction::Report)?;
    let mut checks = Checks::new();
    let done_on = input.done_on.unwrap_or_else(|| cx.today());
    checks.day("done_on", done_on);
    if done_on > cx.today() {
        checks.fail("done_on", IN_FUTURE);
    }
    let times = checks.range("times", input.times, 1, TIMES_MAX);
    let note = checks.lines("note", &input.note, 4000);
    let link = rules::check_link(&mut checks, &input.link);
    checks.finish()?;
    let row = ReportRow {
        id: cx.new_id(),
        communication_id: id.clone(),
        unit_id,
        done_on,
        times,
        note,
        link,
        by_user_id: cx.actor().person().cloned(),
        at: cx.now(),
        withdrawn_at: None,
    };
    diesel::insert_into(communication_reports::table).values(&row).execute(cx.conn())?;
    attachments::give(cx, &input.attachment_ids, OwnerKind::CommunicationReport, &row.id, "attachment_ids")?;
    sum_up(cx, &before, &row.unit_id)?;
    let changes = Changes::none().field("unit", (), &row.unit_id).field("times", (), row.times);
    audit::record(cx, "report", id, changes)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// Takes a mistaken report out of the count; the right one is sent anew.
///
/// # Errors
/// 403 for another unit's, 404.
pub fn withdraw(cx: &mut Cx<'_, Communications, Create>, id: &Id, report: &Id) -> Result<CommunicationReport> {
    let before = store::find_to_write(cx, id)?;
    let row: ReportRow = communication_reports::table
        .find(report)
        .filter(communication_reports::communication_id.eq(id))
        .filter(communication_reports::withdrawn_at.is_null())
        .select(ReportRow::as_select())
        .first(cx.conn())?;
    if row.unit_id != cx.actor().unit_id && !rules::is_officer(cx.actor()) {
        return Err(Error::forbidden(REPORTS_ITSELF));
    }
    let withdrawn_at = Some(cx.now());
    diesel::update(communication_reports::table.find(report))
        .set(communication_reports::withdrawn_at.eq(withdrawn_at))
        .execute(cx.conn())?;
    sum_up(cx, &before, &row.unit_id)?;
    let changes = Changes::none().field("unit", &row.unit_id, ()).field("times", row.times, ());
    audit::record(cx, "withdraw_report", id, changes)?;
    dress(cx, vec![ReportRow { withdrawn_at, ..row }])?.pop().ok_or_else(Error::not_found)
}

/// Writes into the unit's share what its reports add up to, under a new version of the item.
fn sum_up(cx: &mut Cx<'_, Communications, Create>, item: &CommunicationRow, unit: &Id) -> Result<()> {
    let (reports, times, last_on): (i64, Option<i64>, Option<chrono::NaiveDate>) = communication_reports::table
        .filter(communication_reports::communication_id.eq(&item.id))
        .filter(communication_reports::unit_id.eq(unit))
        .filter(communication_reports::withdrawn_at.is_null())
        .select((count_star(), sum(communication_reports::times), max(communication_reports::done_on)))
        .first(cx.conn())?;
    let number = |value: i64| i32::try_from(value).unwrap_or(i32::MAX);
    diesel::update(communication_units::table.find((&item.id, unit)))
        .set((
            communication_units::reports.eq(number(reports)),
            communication_units::times.eq(number(times.unwrap_or(0))),
            communication_units::last_on.eq(last_on),
        ))
        .execute(cx.conn())?;
    write::touch(cx, item, item.clone())
}

/// What was reported of an item, newest first.
///
/// # Errors
/// 404 outside the scope.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Communications, A>,
    item: &Id,
    page: &PageRequest,
) -> Result<List<CommunicationReport>> {
    store::find_row(cx, item)?;
    let of_item = || {
        communication_reports::table
            .filter(communication_reports::communication_id.eq(item.clone()))
            .filter(communication_reports::withdrawn_at.is_null())
    };
    let rows = of_item().into_boxed();
    let rows: Vec<ReportRow> =
        keyset!(rows, page, desc communication_reports::at, communication_reports::id, Instant::parse)
            .select(ReportRow::as_select())
            .load(cx.conn())?;
    let total = of_item().select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.at.rfc3339(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

fn dress<A: Deed>(cx: &mut Cx<'_, Communications, A>, rows: Vec<ReportRow>) -> Result<Vec<CommunicationReport>> {
    let people = users::references(cx, rows.iter().filter_map(|row| row.by_user_id.as_ref()))?;
    let units = units::references(cx, rows.iter().map(|row| &row.unit_id))?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut files: HashMap<Id, Vec<Attachment>> = attachments::of(cx, OwnerKind::CommunicationReport, &ids)?;
    let actor = cx.actor();
    let is_officer = rules::is_officer(actor);
    let shape = |row: ReportRow| CommunicationReport {
        unit: units.get(&row.unit_id).cloned(),
        by: row.by_user_id.as_ref().and_then(|id| people.get(id)).cloned(),
        attachments: files.remove(&row.id).unwrap_or_default(),
        may_withdraw: row.withdrawn_at.is_none() && (is_officer || row.unit_id == actor.unit_id),
        id: row.id,
        done_on: row.done_on,
        times: row.times,
        note: row.note,
        link: row.link,
        at: row.at,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Whether the reader may see the item that a report belongs to: its photos are reached only so.
///
/// # Errors
/// 404 when not.
pub fn is_visible(cx: &mut Cx<'_, Communications, Read>, report: &Id) -> Result<()> {
    let item: Id =
        communication_reports::table.find(report).select(communication_reports::communication_id).first(cx.conn())?;
    store::find_row(cx, &item).map(drop)
}
