//! The ward's helpers, and what each does at an event.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::grants;
use super::helper_model::{
    DutyRow, EventDuty, EventHelper, EventHelperChanges, EventHelperQuery, HelperOfEvent, HelperRow, NewEventHelper,
    Vetting,
};
use super::rules;
use crate::access::subject::Events;
use crate::access::{Action, Create, Cx, Deed, Read, Resource, Scope, ScopeKind, Update, matrix};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest};
use crate::db::schema::{event_duties as duties, event_helpers as helpers};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::events::store;
use crate::features::units;
use crate::http::IfMatch;
use crate::input::{Checks, UNKNOWN_ID};
use crate::{keyset, text};

pub const VETTING_ORDER: Message = Message::new(
    "vetting_order",
    "Ngày hết hạn xác minh phải sau ngày xác minh.",
    "The vetting must end after its beginning.",
);

type Filtered = helpers::BoxedQuery<'static, MultiBackend>;

/// The helpers within a scope: the ward's to read, a unit's own to change. Other levels see no names.
fn within(scope: &Scope) -> Filtered {
    let rows = helpers::table.into_boxed();
    match scope {
        Scope::Ward(ward) => rows.filter(helpers::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } => {
            rows.filter(helpers::ward_id.eq(ward.clone())).filter(helpers::unit_id.eq(unit.clone()))
        }
        Scope::Below(_) | Scope::User { .. } => rows.filter(helpers::id.eq(String::new())),
    }
}

/// Whether somebody was looked into, for a day.
pub(super) fn vetting(row: &HelperRow, on: NaiveDate) -> Vetting {
    match (row.vetted_on, row.vetting_expires_on) {
        (None, _) => Vetting::Missing,
        (Some(from), _) if from > on => Vetting::Missing,
        (Some(_), Some(until)) if until < on => Vetting::Expired,
        _ => Vetting::Valid,
    }
}

/// # Errors
/// When the database refuses.
pub(super) fn list(
    cx: &mut Cx<'_, Events, Read>,
    query: &EventHelperQuery,
    page: &PageRequest,
) -> Result<List<EventHelper>> {
    let filtered = |scope: &Scope| match query.archived {
        Some(true) => within(scope),
        _ => within(scope).filter(helpers::archived_at.is_null()),
    };
    let scope = cx.scope().clone();
    let some = |text: &str| Some(text.to_owned());
    let rows: Vec<HelperRow> = keyset!(filtered(&scope), page, asc helpers::sort_key, helpers::id, some)
        .select(HelperRow::as_select())
        .load(cx.conn())?;
    let total = filtered(&scope).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.sort_key.clone(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

fn dress<A: Deed>(cx: &mut Cx<'_, Events, A>, rows: Vec<HelperRow>) -> Result<Vec<EventHelper>> {
    let units = units::references(cx, rows.iter().map(|row| &row.unit_id))?;
    // Helpers are people with telephones: no machine lists them.
    let (today, actor) = (cx.today(), cx.person()?);
    let grant = matrix::grant(actor.role, Resource::Events, Action::Update);
    let shape = |row: HelperRow| EventHelper {
        unit: units.get(&row.unit_id).cloned(),
        vetting: vetting(&row, today),
        archived: row.archived_at.is_some(),
        may_change: match grant {
            Some(ScopeKind::Ward) => true,
            Some(_) => row.unit_id == actor.unit_id,
            None => false,
        },
        id: row.id,
        unit_id: row.unit_id,
        full_name: row.full_name,
        phone: row.phone,
        skills: row.skills,
        vetted_on: row.vetted_on,
        vetting_expires_on: row.vetting_expires_on,
        note: row.note,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// # Errors
/// 404.
pub(super) fn find_row<A: Deed>(cx: &mut Cx<'_, Events, A>, id: &Id) -> Result<HelperRow> {
    let row = within(cx.scope()).filter(helpers::id.eq(id.clone()));
    Ok(row.select(HelperRow::as_select()).first(cx.conn())?)
}

/// # Errors
/// 404.
pub(super) fn find<A: Deed>(cx: &mut Cx<'_, Events, A>, id: &Id) -> Result<EventHelper> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// # Errors
/// 422 with the fields.
pub(super) fn create(cx: &mut Cx<'_, Events, Create>, input: &NewEventHelper) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let own = cx.caller().unit().cloned().ok_or_else(Error::not_found)?;
    let unit_id = input.unit_id.clone().unwrap_or_else(|| own.clone());
    let may_choose = cx.caller().grant(Resource::Events, Action::Update) == Some(ScopeKind::Ward);
    if unit_id != own && (!may_choose || !units::in_use(cx, [&unit_id])?.contains_key(&unit_id)) {
        checks.fail("unit_id", UNKNOWN_ID);
    }
    let (id, now) = (cx.new_id(), cx.now());
    let mut row = HelperRow {
        id: id.clone(),
        ward_id: ward,
        unit_id,
        full_name: input.full_name.clone(),
        sort_key: String::new(),
        phone: input.phone.clone(),
        skills: input.skills.clone(),
        vetted_on: input.vetted_on,
        vetting_expires_on: input.vetting_expires_on,
        note: input.note.clone(),
        archived_at: None,
        created_by_id: cx.caller().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    clean(&mut checks, &mut row);
    checks.finish()?;
    diesel::insert_into(helpers::table).values(&row).execute(cx.conn())?;
    audit::record(cx, "create_helper", &id, Changes::none().field("unit_id", (), &row.unit_id))?;
    Ok(id)
}

fn clean(checks: &mut Checks, row: &mut HelperRow) {
    row.full_name = checks.line("full_name", &row.full_name, 120);
    row.sort_key = text::name_sort_key(&row.full_name);
    row.phone = checks.phone("phone", row.phone.as_deref());
    row.skills = checks.lines("skills", &row.skills, 500);
    row.note = checks.lines("note", &row.note, 2000);
    row.vetted_on = row.vetted_on.map(|day| checks.day("vetted_on", day));
    row.vetting_expires_on = row.vetting_expires_on.map(|day| checks.day("vetting_expires_on", day));
    if row.vetting_expires_on.is_some_and(|until| row.vetted_on.is_none_or(|from| until < from)) {
        checks.fail("vetting_expires_on", VETTING_ORDER);
    }
}

/// # Errors
/// 404, 412, 422, 428.
pub(super) fn update(
    cx: &mut Cx<'_, Events, Update>,
    id: &Id,
    if_match: IfMatch,
    changes: &EventHelperChanges,
) -> Result<()> {
    let before = find_row(cx, id)?;
    if_match.check_version(before.version, || find(cx, id))?;
    let mut row = before.clone();
    row.full_name = changes.full_name.clone().unwrap_or(row.full_name);
    row.phone = changes.phone.clone().unwrap_or(row.phone);
    row.skills = changes.skills.clone().unwrap_or(row.skills);
    row.vetted_on = changes.vetted_on.unwrap_or(row.vetted_on);
    row.vetting_expires_on = changes.vetting_expires_on.unwrap_or(row.vetting_expires_on);
    row.note = changes.note.clone().unwrap_or(row.note);
    if let Some(archived) = changes.archived {
        row.archived_at = archived.then(|| before.archived_at.unwrap_or(cx.now()));
    }
    row.updated_at = cx.now();
    row.version = before.version + 1;
    let mut checks = Checks::new();
    clean(&mut checks, &mut row);
    checks.finish()?;
    let unchanged = helpers::table.find(id).filter(helpers::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, id)?));
    }
    let changes = Changes::none()
        .field("vetted_on", before.vetted_on, row.vetted_on)
        .field("vetting_expires_on", before.vetting_expires_on, row.vetting_expires_on)
        .field("archived", before.archived_at.is_some(), row.archived_at.is_some());
    audit::record(cx, "update_helper", id, changes)
}

/// Who helps at an event, by name.
///
/// # Errors
/// 404.
pub(super) fn of_event<A: Deed>(cx: &mut Cx<'_, Events, A>, id: &Id) -> Result<Vec<HelperOfEvent>> {
    let event = store::find_row(cx, id)?;
    if matches!(cx.scope(), Scope::Below(_)) {
        return Ok(Vec::new());
    }
    let rows: Vec<(DutyRow, HelperRow)> = duties::table
        .inner_join(helpers::table.on(helpers::id.eq(duties::helper_id)))
        .filter(duties::event_id.eq(id))
        .order((helpers::sort_key, helpers::id))
        .select((DutyRow::as_select(), HelperRow::as_select()))
        .load(cx.conn())?;
    let units = units::references(cx, rows.iter().map(|(_, helper)| &helper.unit_id))?;
    let mut granted: HashMap<Id, _> = grants::working(cx, &event)?;
    let day = rules::day_of(&event);
    let shape = |(duty, helper): (DutyRow, HelperRow)| HelperOfEvent {
        unit: units.get(&helper.unit_id).cloned(),
        vetting: vetting(&helper, day),
        grant: granted.remove(&helper.id),
        helper_id: helper.id,
        full_name: helper.full_name,
        phone: helper.phone,
        skills: helper.skills,
        duty: duty.duty,
        vetting_expires_on: helper.vetting_expires_on,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Gives a helper of the ward a duty at an event, or another one.
///
/// # Errors
/// 404 for an event that is not the unit's, 422.
pub(super) fn assign(cx: &mut Cx<'_, Events, Update>, id: &Id, input: &EventDuty) -> Result<()> {
    let event = store::find_to_write(cx, id)?;
    let mut checks = Checks::new();
    let duty = checks.optional_line("duty", Some(&input.duty), 200).unwrap_or_default();
    // Any helper of the ward: those of other units may be asked, too.
    let known: Option<Id> = helpers::table
        .filter(helpers::ward_id.eq(&event.ward_id))
        .filter(helpers::archived_at.is_null())
        .filter(helpers::id.eq(&input.helper_id))
        .select(helpers::id)
        .first(cx.conn())
        .optional()?;
    if known.is_none() {
        checks.fail("helper_id", UNKNOWN_ID);
    }
    checks.finish()?;
    let row = DutyRow {
        event_id: id.clone(),
        helper_id: input.helper_id.clone(),
        duty,
        assigned_by_id: cx.caller().person().cloned(),
        assigned_at: cx.now(),
    };
    if diesel::update(duties::table.find((id, &input.helper_id))).set(&row).execute(cx.conn())? == 0 {
        diesel::insert_into(duties::table).values(&row).execute(cx.conn())?;
    }
    audit::record(cx, "assign_helper", id, Changes::none().field("helper_id", (), &input.helper_id))
}

/// Takes a helper off an event; their grant ends with it.
///
/// # Errors
/// 404.
pub(super) fn remove(cx: &mut Cx<'_, Events, Update>, id: &Id, helper: &Id) -> Result<()> {
    store::find_to_write(cx, id)?;
    if diesel::delete(duties::table.find((id, helper))).execute(cx.conn())? == 0 {
        return Err(Error::not_found());
    }
    grants::end_all(cx, id, helper)?;
    audit::record(cx, "remove_helper", id, Changes::none().field("helper_id", helper, ()))
}
