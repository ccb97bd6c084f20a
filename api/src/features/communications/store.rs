//! Reading communications. Writing stands in `write`, states in `moves`, what units did in `reports`.

use std::collections::HashMap;

use diesel::dsl::{count_star, exists, not};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{
    Communication, CommunicationQuery, CommunicationRow, CommunicationShare, CommunicationStatus, ShareRow,
};
use super::rules;
use crate::access::subject::Communications;
use crate::access::{Cx, Deed, Read, Scope, Writes};
use crate::db::page::{self, List, PageRequest, contains};
use crate::db::schema::{communication_campaigns, communication_units, communications, plan_sections};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::units::model::UnitRef;
use crate::features::{tasks, units, users};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<communications::table, MultiBackend, SqlType = Bool>>;
type Filtered = communications::BoxedQuery<'static, MultiBackend>;

/// The items within a scope: a unit's are those it wrote or leads, and those it is to do once they are released.
pub(super) fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(communications::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } => Box::new(
            communications::ward_id.eq(ward.clone()).and(
                communications::created_unit_id
                    .eq(unit.clone())
                    .or(communications::lead_unit_id.eq(unit.clone()))
                    .or(communications::is_released.eq(true).and(exists(takes_part(unit.clone())))),
            ),
        ),
        Scope::Below(wards) => {
            Box::new(communications::ward_id.eq_any(wards.clone()).and(communications::is_released.eq(true)))
        }
        // Nobody has communications by name; deny.
        Scope::User { .. } => Box::new(communications::id.eq(String::new())),
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn takes_part(unit: Id) -> _ {
    communication_units::table
        .filter(communication_units::communication_id.eq(communications::id))
        .filter(communication_units::unit_id.eq(unit))
}

#[diesel::dsl::auto_type(no_type_alias)]
fn has_reported(unit: Id) -> _ {
    communication_units::table
        .filter(communication_units::communication_id.eq(communications::id))
        .filter(communication_units::unit_id.eq(unit))
        .filter(communication_units::reports.gt(0_i32))
}

/// One place for the list, its files and every number.
pub(super) fn filtered<A: Deed>(cx: &Cx<'_, Communications, A>, query: &CommunicationQuery) -> Result<Filtered> {
    let mut rows = communications::table.filter(visible(cx.scope())).into_boxed();
    if let Some(campaign) = &query.campaign_id {
        rows = rows.filter(communications::campaign_id.eq(campaign.clone()));
    }
    if let Some(channel) = query.channel {
        rows = rows.filter(communications::channel.eq(channel));
    }
    if let Some(words) = &query.status {
        let parse = |word: &str| CommunicationStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
        rows = rows.filter(communications::status.eq_any(words.split(',').map(parse).collect::<Result<Vec<_>>>()?));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(exists(takes_part(unit.clone())));
    }
    let unit = query.unit_id.as_ref().unwrap_or(&cx.actor().unit_id);
    match query.reported {
        Some(true) => rows = rows.filter(exists(has_reported(unit.clone()))),
        Some(false) => {
            rows = rows.filter(exists(takes_part(unit.clone()))).filter(not(exists(has_reported(unit.clone()))));
        }
        None => {}
    }
    if let Some(task) = &query.task_id {
        rows = rows.filter(communications::task_id.eq(task.clone()));
    }
    if let Some(day) = query.from {
        rows = rows.filter(communications::ends_on.ge(day));
    }
    if let Some(day) = query.to {
        rows = rows.filter(communications::starts_on.le(day));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(communications::search_key.like(contains(words)).escape('\\'));
    }
    Ok(rows)
}

/// A page of items.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Communications, A>,
    query: &CommunicationQuery,
    page: &PageRequest,
) -> Result<List<Communication>> {
    let rows = filtered(cx, query)?;
    let columns = CommunicationRow::as_select();
    let (start, id) = (communications::starts_on, communications::id);
    let rows: Vec<CommunicationRow> = match page.sort.as_str() {
        "-starts_on" => keyset!(rows, page, desc start, id, page::day).select(columns).load(cx.conn())?,
        "starts_on" => keyset!(rows, page, asc start, id, page::day).select(columns).load(cx.conn())?,
        "-updated_at" => {
            keyset!(rows, page, desc communications::updated_at, id, Instant::parse).select(columns).load(cx.conn())?
        }
        "title" => {
            let key = |text: &str| Some(text.to_owned());
            keyset!(rows, page, asc communications::search_key, id, key).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query)?.select(count_star()).first(cx.conn())?;
    let value = |row: &CommunicationRow| match page.sort.as_str() {
        "-updated_at" => row.updated_at.rfc3339(),
        "title" => row.search_key.clone(),
        _ => row.starts_on.to_string(),
    };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<CommunicationRow> {
    let row = communications::table.filter(visible(cx.scope())).filter(communications::id.eq(id));
    Ok(row.select(CommunicationRow::as_select()).first(cx.conn())?)
}

/// An item to be changed: on PostgreSQL whoever comes second waits here, so that two units that report at the same
/// moment both succeed. Nobody waits for what they may not see.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<CommunicationRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    communications::table.find(id).select(communications::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// An item as its reader sees it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<Communication> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// The shares of items that were found within the scope.
///
/// # Errors
/// When the database refuses.
pub fn shares_of<A: Deed>(cx: &mut Cx<'_, Communications, A>, ids: &[Id]) -> Result<Vec<ShareRow>> {
    let shares = communication_units::table.filter(communication_units::communication_id.eq_any(ids));
    let order = (communication_units::communication_id, communication_units::unit_id);
    Ok(shares.order(order).select(ShareRow::as_select()).load(cx.conn())?)
}

/// Adds to rows what other tables know of them, with a fixed number of statements for any number of rows.
fn dress<A: Deed>(cx: &mut Cx<'_, Communications, A>, rows: Vec<CommunicationRow>) -> Result<Vec<Communication>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut shares_by_item: HashMap<Id, Vec<ShareRow>> = HashMap::new();
    for share in shares_of(cx, &ids)? {
        shares_by_item.entry(share.communication_id.clone()).or_default().push(share);
    }
    let doing = shares_by_item.values().flatten().map(|share| &share.unit_id);
    let units =
        units::references(cx, doing.chain(rows.iter().flat_map(|row| [&row.lead_unit_id, &row.created_unit_id])))?;
    let ids = rows.iter().flat_map(|row| row.created_by_id.iter().chain(&row.approved_by_id));
    let people = users::references(cx, ids)?;
    let tasks = tasks::references(cx, rows.iter().filter_map(|row| row.task_id.as_ref()))?;
    let campaigns: HashMap<Id, String> = communication_campaigns::table
        .filter(communication_campaigns::id.eq_any(rows.iter().filter_map(|row| row.campaign_id.as_ref())))
        .select((communication_campaigns::id, communication_campaigns::name))
        .load(cx.conn())?
        .into_iter()
        .collect();
    let sections: HashMap<Id, String> = plan_sections::table
        .filter(plan_sections::id.eq_any(rows.iter().filter_map(|row| row.section_id.as_ref())))
        .select((plan_sections::id, plan_sections::path))
        .load(cx.conn())?
        .into_iter()
        .collect();
    let actor = cx.actor();
    let shape = |row: CommunicationRow| {
        let shares = shares_by_item.remove(&row.id).unwrap_or_default();
        let allowed_actions = rules::allowed_actions(actor, &row, &shares);
        let shares = shape_shares(&units, &shares);
        let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        Some(Communication {
            campaign_name: row.campaign_id.as_ref().and_then(|id| campaigns.get(id)).cloned(),
            lead_unit: units.get(&row.lead_unit_id)?.clone(),
            created_unit: units.get(&row.created_unit_id).cloned(),
            units_reported: count(shares.iter().filter(|share| share.reports > 0).count()),
            units_total: count(shares.len()),
            units: shares,
            section_path: row.section_id.as_ref().and_then(|id| sections.get(id)).cloned(),
            task: row.task_id.as_ref().and_then(|id| tasks.get(id)).cloned(),
            created_by: row.created_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            approved_by: row.approved_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            allowed_actions,
            id: row.id,
            ward_id: row.ward_id,
            campaign_id: row.campaign_id,
            channel: row.channel,
            title: row.title,
            body: row.body,
            reader: row.reader,
            status: row.status,
            status_reason: row.status_reason,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            schedule: row.schedule.into_inner(),
            places: row.places.into_inner(),
            link: row.link,
            copies: row.copies,
            lead_unit_id: row.lead_unit_id,
            section_id: row.section_id,
            task_id: row.task_id,
            event_id: row.event_id,
            approved_at: row.approved_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// Who is missing first, then by name: "Khu phố 2" before "Khu phố 10".
fn shape_shares(names: &HashMap<Id, UnitRef>, shares: &[ShareRow]) -> Vec<CommunicationShare> {
    let shape = |share: &ShareRow| {
        Some(CommunicationShare {
            unit: names.get(&share.unit_id)?.clone(),
            planned: share.planned,
            reports: share.reports,
            times: share.times,
            last_on: share.last_on,
        })
    };
    let mut shares: Vec<CommunicationShare> = shares.iter().filter_map(shape).collect();
    shares.sort_by_cached_key(|share| (share.reports > 0, units::natural_key(&share.unit.name)));
    shares
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Communications, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let is_later = communications::updated_at
        .gt(since.at)
        .or(communications::updated_at.eq(since.at).and(communications::id.gt(since.after.clone())));
    let rows = communications::table.filter(visible(cx.scope())).filter(is_later);
    let rows = rows.order((communications::updated_at, communications::id)).limit(limit);
    Ok(rows.select((communications::id, communications::version, communications::updated_at)).load(cx.conn())?)
}

/// Whether an item is within the scope.
///
/// # Errors
/// When the database refuses.
pub fn is_visible(cx: &mut Cx<'_, Communications, Read>, id: &Id) -> Result<bool> {
    let rows = communications::table.filter(visible(cx.scope())).filter(communications::id.eq(id));
    Ok(rows.count().get_result::<i64>(cx.conn())? > 0)
}
