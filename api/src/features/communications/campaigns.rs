//! Campaigns: made by the ward's officers, seen by everybody of the ward.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::campaign_model::{Campaign, CampaignChanges, CampaignRow, NewCampaign};
use super::rules::{self, CAMPAIGN_IS_WARDS};
use super::store;
use crate::access::subject::Communications;
use crate::access::{Create, Cx, Deed, Scope};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::{self, List, PageRequest};
use crate::db::schema::{communication_campaigns, communications, plans};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::http::IfMatch;
use crate::input::{Checks, UNKNOWN_ID};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<communication_campaigns::table, MultiBackend, SqlType = Bool>>;

/// The campaigns within a scope: a name and days, which every unit of the ward may know.
fn visible(scope: &Scope) -> Condition {
    Box::new(communication_campaigns::ward_id.eq_any(scope.wards()))
}

/// A page of campaigns, the newest first.
///
/// # Errors
/// When the database refuses.
pub fn list<A: Deed>(cx: &mut Cx<'_, Communications, A>, page: &PageRequest) -> Result<List<Campaign>> {
    let rows = communication_campaigns::table.filter(visible(cx.scope())).into_boxed();
    let (start, id) = (communication_campaigns::starts_on, communication_campaigns::id);
    let rows: Vec<CampaignRow> =
        keyset!(rows, page, desc start, id, page::day).select(CampaignRow::as_select()).load(cx.conn())?;
    let total = communication_campaigns::table.filter(visible(cx.scope())).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.starts_on.to_string(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

fn find_row<A: Deed>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<CampaignRow> {
    let row = communication_campaigns::table.filter(visible(cx.scope())).filter(communication_campaigns::id.eq(id));
    Ok(row.select(CampaignRow::as_select()).first(cx.conn())?)
}

/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<Campaign> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// The plan of a campaign that a row within somebody's scope belongs to.
///
/// # Errors
/// When the database refuses.
pub fn plan_of<A: Deed>(cx: &mut Cx<'_, Communications, A>, campaign: &Id) -> Result<Option<Id>> {
    let plan = communication_campaigns::table.find(campaign).select(communication_campaigns::plan_id);
    Ok(plan.first::<Option<Id>>(cx.conn())?)
}

/// Whether a request may put an item into this campaign.
///
/// # Errors
/// When the database refuses.
pub fn exists<A: Deed>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<bool> {
    let its = communication_campaigns::table.filter(visible(cx.scope())).filter(communication_campaigns::id.eq(id));
    Ok(its.count().get_result::<i64>(cx.conn())? > 0)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Communications, A>, rows: Vec<CampaignRow>) -> Result<Vec<Campaign>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let counts: Vec<(Option<Id>, i64)> = communications::table
        .filter(store::visible(cx.scope()))
        .filter(communications::campaign_id.eq_any(&ids))
        .group_by(communications::campaign_id)
        .select((communications::campaign_id, count_star()))
        .load(cx.conn())?;
    let counts: HashMap<Id, i64> = counts.into_iter().filter_map(|(id, count)| Some((id?, count))).collect();
    let may_change = rules::is_officer(cx.actor());
    let shape = |row: CampaignRow| Campaign {
        items: counts.get(&row.id).copied().unwrap_or(0),
        may_change,
        id: row.id,
        ward_id: row.ward_id,
        plan_id: row.plan_id,
        name: row.name,
        theme: row.theme,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        note: row.note,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Makes a campaign of the ward.
///
/// # Errors
/// 403 for a unit, 422 with the fields.
pub fn create(cx: &mut Cx<'_, Communications, Create>, input: &NewCampaign) -> Result<Id> {
    check_officer(cx)?;
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let now = cx.now();
    let row = CampaignRow {
        id: cx.new_id(),
        ward_id: ward,
        plan_id: input.plan_id.clone(),
        name: input.name.clone(),
        theme: input.theme.clone(),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        note: input.note.clone(),
        created_by_id: cx.actor().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let row = checked(cx, row)?;
    diesel::insert_into(communication_campaigns::table).values(&row).execute(cx.conn())?;
    audit::record(cx, "create_campaign", &row.id, Changes::none().field("name", (), &row.name))?;
    Ok(row.id)
}

/// # Errors
/// 403 for a unit, 404, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Communications, Create>,
    id: &Id,
    if_match: IfMatch,
    changes: &CampaignChanges,
) -> Result<()> {
    let before = find_row(cx, id)?;
    check_officer(cx)?;
    if_match.check_version(before.version, || find(cx, id))?;
    let mut row = before.clone();
    if let Some(plan) = &changes.plan_id {
        row.plan_id.clone_from(plan);
    }
    for (new, old) in [(&changes.name, &mut row.name), (&changes.theme, &mut row.theme), (&changes.note, &mut row.note)]
    {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    row.starts_on = changes.starts_on.unwrap_or(row.starts_on);
    row.ends_on = changes.ends_on.unwrap_or(row.ends_on);
    let mut row = checked(cx, row)?;
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = communication_campaigns::table.find(id).filter(communication_campaigns::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, id)?));
    }
    audit::record(cx, "update_campaign", id, Changes::between(&before, &row))
}

fn check_officer(cx: &Cx<'_, Communications, Create>) -> Result<()> {
    if rules::is_officer(cx.actor()) { Ok(()) } else { Err(Error::forbidden(CAMPAIGN_IS_WARDS)) }
}

fn checked(cx: &mut Cx<'_, Communications, Create>, row: CampaignRow) -> Result<CampaignRow> {
    let mut checks = Checks::new();
    let name = checks.line("name", &row.name, 200);
    let theme = checks.optional_line("theme", Some(&row.theme), 500).unwrap_or_default();
    let note = checks.lines("note", &row.note, 4000);
    rules::check_period(&mut checks, row.starts_on, row.ends_on);
    if let Some(plan) = &row.plan_id {
        let its = plans::table.find(plan).filter(plans::ward_id.eq(&row.ward_id)).count();
        if its.get_result::<i64>(cx.conn())? == 0 {
            checks.fail("plan_id", UNKNOWN_ID);
        }
    }
    checks.finish()?;
    Ok(CampaignRow { name, theme, note, ..row })
}
