//! Writing communications: every change saves the item and its shares under one version, with its audit row.

use diesel::prelude::*;

use super::model::{
    CommunicationAction, CommunicationChanges, CommunicationRow, CommunicationStatus, NewCommunication, ShareRow,
};
use super::rules::{self, HAS_REPORTED, LEADS_ITSELF, NOT_YOURS};
use super::{campaigns, store};
use crate::access::subject::{Communications, Events, Plans, Tasks};
use crate::access::{Create, Cx, Read, Role, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{communication_units, communications};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::changes::{Whose, depart};
use crate::features::notifications::{self, Kind};
use crate::features::{events, plans, tasks, units};
use crate::http::IfMatch;
use crate::input::{Checks, DUPLICATE, TOO_MANY, UNKNOWN_ID};
use crate::{each_backend, text};

/// Writes a draft; the culture officer is told of one that somebody wrote who cannot approve it.
///
/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Communications, Create>, input: &NewCommunication) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (own, now) = (cx.actor().unit_id.clone(), cx.now());
    let row = CommunicationRow {
        id: cx.new_id(),
        ward_id: ward,
        campaign_id: input.campaign_id.clone(),
        channel: input.channel,
        title: input.title.clone(),
        search_key: String::new(),
        body: input.body.clone(),
        reader: input.reader.clone(),
        status: CommunicationStatus::Draft,
        status_reason: String::new(),
        is_released: false,
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        schedule: Json::new(input.schedule.clone()),
        places: Json::new(input.places.clone()),
        link: input.link.clone(),
        copies: input.copies,
        lead_unit_id: input.lead_unit_id.clone().unwrap_or_else(|| own.clone()),
        section_id: input.section_id.clone(),
        task_id: input.task_id.clone(),
        event_id: input.event_id.clone(),
        created_unit_id: own,
        created_by_id: cx.actor().person().cloned(),
        approved_by_id: None,
        approved_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let (row, doing) = checked(cx, row, &input.unit_ids)?;
    let shares = shares(&row, &doing, &[]);
    diesel::insert_into(communications::table).values(&row).execute(cx.conn())?;
    each_backend!(cx.conn(), plain => diesel::insert_into(communication_units::table).values(&shares).execute(plain))?;
    tell_approver(cx, &row)?;
    audit::record(cx, "create", &row.id, Changes::none().field("title", (), &row.title))?;
    Ok(row.id)
}

fn tell_approver<A: Writes>(cx: &mut Cx<'_, Communications, A>, row: &CommunicationRow) -> Result<()> {
    notifications::send_to_roles(cx, &row.ward_id, &[Role::CultureOfficer], Kind::CommunicationToApprove, &row.id)
}

/// Changes an item. An approved one whose text, places or schedule change is a draft again.
///
/// # Errors
/// 403 for another unit's, 404, 409, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Communications, Create>,
    id: &Id,
    if_match: IfMatch,
    changes: &CommunicationChanges,
) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if !rules::may_edit(cx.actor(), &before) {
        return Err(Error::forbidden(NOT_YOURS));
    }
    if_match.check_version(before.version, || store::find(cx, id))?;
    let status = rules::next(before.status, CommunicationAction::Edit)?;
    let known = store::shares_of(cx, std::slice::from_ref(id))?;
    let doing: Vec<Id> = match &changes.unit_ids {
        Some(units) => units.clone(),
        None => known.iter().map(|share| share.unit_id.clone()).collect(),
    };
    let (mut row, doing) = checked(cx, CommunicationRow { status, ..applied(&before, changes) }, &doing)?;
    if before.status == CommunicationStatus::Approved && rules::takes_back(&before, &row) {
        row.status = CommunicationStatus::Draft;
        (row.is_released, row.approved_by_id, row.approved_at) = (false, None, None);
    }
    if row.status == CommunicationStatus::Draft {
        row.status_reason = String::new();
    }
    let shares = shares(&row, &doing, &known);
    let leaving = known.iter().filter(|old| !doing.contains(&old.unit_id));
    if leaving.clone().any(|old| old.reports > 0) {
        return Err(Error::field("unit_ids", HAS_REPORTED));
    }
    save(cx, &before, row.clone(), "update")?;
    save_shares(cx, &known, &shares)?;
    let is_taken_back = before.is_released && !row.is_released;
    let gone: Vec<Id> = if is_taken_back {
        known.iter().map(|old| old.unit_id.clone()).collect()
    } else {
        leaving.map(|old| old.unit_id.clone()).collect()
    };
    for unit in &gone {
        depart(cx, &row.ward_id, Whose::Unit(unit), id)?;
    }
    if row.is_released {
        let is_new = |share: &&ShareRow| known.iter().all(|old| old.unit_id != share.unit_id);
        let new: Vec<Id> = shares.iter().filter(is_new).map(|share| share.unit_id.clone()).collect();
        notifications::send_to_units(cx, &new, Kind::CommunicationApproved, id)?;
    }
    if is_taken_back || before.status == CommunicationStatus::Returned {
        tell_approver(cx, &row)?;
    }
    Ok(())
}

fn applied(before: &CommunicationRow, changes: &CommunicationChanges) -> CommunicationRow {
    let mut row = before.clone();
    let texts = [
        (&changes.title, &mut row.title),
        (&changes.body, &mut row.body),
        (&changes.reader, &mut row.reader),
        (&changes.link, &mut row.link),
    ];
    for (new, old) in texts {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    let ids = [
        (&changes.campaign_id, &mut row.campaign_id),
        (&changes.section_id, &mut row.section_id),
        (&changes.task_id, &mut row.task_id),
        (&changes.event_id, &mut row.event_id),
    ];
    for (new, old) in ids {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    row.starts_on = changes.starts_on.unwrap_or(row.starts_on);
    row.ends_on = changes.ends_on.unwrap_or(row.ends_on);
    if let Some(schedule) = &changes.schedule {
        row.schedule = Json::new(schedule.clone());
    }
    if let Some(places) = &changes.places {
        row.places = Json::new(places.clone());
    }
    row.copies = changes.copies.unwrap_or(row.copies);
    if let Some(lead) = &changes.lead_unit_id {
        row.lead_unit_id.clone_from(lead);
    }
    row
}

/// The row with everything cleaned and checked, and the units that do it, the lead where none is named.
fn checked(
    cx: &mut Cx<'_, Communications, Create>,
    row: CommunicationRow,
    doing: &[Id],
) -> Result<(CommunicationRow, Vec<Id>)> {
    let mut checks = Checks::new();
    let title = checks.line("title", &row.title, rules::TITLE_MAX);
    let body = checks.lines("body", &row.body, rules::BODY_MAX);
    let reader = checks.optional_line("reader", Some(&row.reader), 200).unwrap_or_default();
    let link = rules::check_link(&mut checks, &row.link);
    rules::check_period(&mut checks, row.starts_on, row.ends_on);
    let schedule = rules::check_schedule(&mut checks, &row.schedule);
    let places = rules::check_places(&mut checks, &row.places);
    if let Some(copies) = row.copies {
        checks.range("copies", copies, 1, 100_000);
    }
    let doing = if doing.is_empty() { vec![row.lead_unit_id.clone()] } else { doing.to_vec() };
    check_units(cx, &mut checks, &row, &doing)?;
    check_links(cx, &mut checks, &row)?;
    checks.finish()?;
    let search_key = text::search_key(&title);
    let (schedule, places) = (Json::new(schedule), Json::new(places));
    Ok((CommunicationRow { title, body, reader, link, search_key, schedule, places, ..row }, doing))
}

fn check_units(
    cx: &mut Cx<'_, Communications, Create>,
    checks: &mut Checks,
    row: &CommunicationRow,
    doing: &[Id],
) -> Result<()> {
    let places = row.places.iter().filter_map(|place| place.unit_id.as_ref());
    let known = units::in_use(cx, doing.iter().chain([&row.lead_unit_id]).chain(places))?;
    if !known.contains_key(&row.lead_unit_id) {
        checks.fail("lead_unit_id", UNKNOWN_ID);
    } else if !rules::is_officer(cx.actor())
        && row.lead_unit_id != cx.actor().unit_id
        && row.created_unit_id == cx.actor().unit_id
    {
        checks.fail("lead_unit_id", LEADS_ITSELF);
    }
    if doing.len() > 200 {
        checks.fail_with("unit_ids", TOO_MANY, vec![("max", "200".to_owned())]);
    }
    for (at, unit) in doing.iter().take(200).enumerate() {
        let field = format!("unit_ids[{at}]");
        if !known.contains_key(unit) {
            checks.fail(field, UNKNOWN_ID);
        } else if doing.iter().take(at).any(|earlier| earlier == unit) {
            checks.fail(field, DUPLICATE);
        }
    }
    for (at, place) in row.places.iter().enumerate() {
        if place.unit_id.as_ref().is_some_and(|unit| !known.contains_key(unit)) {
            checks.fail(format!("places[{at}].unit_id"), UNKNOWN_ID);
        }
    }
    Ok(())
}

/// Campaign, section, event and task must be there for the writer.
fn check_links(cx: &mut Cx<'_, Communications, Create>, checks: &mut Checks, row: &CommunicationRow) -> Result<()> {
    if let Some(campaign) = &row.campaign_id
        && !campaigns::exists(cx, campaign)?
    {
        checks.fail("campaign_id", UNKNOWN_ID);
    }
    if let Some(section) = &row.section_id
        && !plans::has_section(&mut cx.also::<Plans, Read>()?, section)?
    {
        checks.fail("section_id", UNKNOWN_ID);
    }
    if let Some(event) = &row.event_id
        && events::is_visible(&mut cx.also::<Events, Read>()?, event).is_err()
    {
        checks.fail("event_id", UNKNOWN_ID);
    }
    if let Some(task) = &row.task_id
        && !tasks::is_visible(&mut cx.also::<Tasks, Read>()?, task)?
    {
        checks.fail("task_id", UNKNOWN_ID);
    }
    Ok(())
}

/// The shares of the units that do it; who was there keeps what it has reported.
fn shares(row: &CommunicationRow, doing: &[Id], known: &[ShareRow]) -> Vec<ShareRow> {
    let share = |unit: &Id| {
        let old = known.iter().find(|old| old.unit_id == *unit);
        ShareRow {
            communication_id: row.id.clone(),
            unit_id: unit.clone(),
            planned: rules::planned(row, unit),
            reports: old.map_or(0, |old| old.reports),
            times: old.map_or(0, |old| old.times),
            last_on: old.and_then(|old| old.last_on),
        }
    };
    doing.iter().map(share).collect()
}

fn save_shares(cx: &mut Cx<'_, Communications, Create>, known: &[ShareRow], shares: &[ShareRow]) -> Result<()> {
    for share in shares.iter().filter(|share| !known.contains(share)) {
        let place = communication_units::table.find((&share.communication_id, &share.unit_id));
        if diesel::update(place).set(share).execute(cx.conn())? == 0 {
            diesel::insert_into(communication_units::table).values(share).execute(cx.conn())?;
        }
    }
    for gone in known.iter().filter(|old| shares.iter().all(|share| share.unit_id != old.unit_id)) {
        let place = communication_units::table.find((&gone.communication_id, &gone.unit_id));
        diesel::delete(place).execute(cx.conn())?;
    }
    Ok(())
}

/// Saves an item as its next version, and says in the audit log what differs.
///
/// # Errors
/// 412 when somebody else was quicker.
pub(super) fn save<A: Writes>(
    cx: &mut Cx<'_, Communications, A>,
    before: &CommunicationRow,
    row: CommunicationRow,
    verb: &str,
) -> Result<()> {
    let changes = Changes::between(before, &row);
    touch(cx, before, row)?;
    audit::record(cx, verb, &before.id, changes)
}

/// [`save`], where the audit row says something else than what differs in the item.
///
/// # Errors
/// 412 when somebody else was quicker.
pub(super) fn touch<A: Writes>(
    cx: &mut Cx<'_, Communications, A>,
    before: &CommunicationRow,
    mut row: CommunicationRow,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = communications::table.find(&before.id).filter(communications::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    Ok(())
}
