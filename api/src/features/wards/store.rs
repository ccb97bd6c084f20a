//! The tables of wards.

use chrono::NaiveDate;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{Holiday, Ward, WardQuery, WardRow};
use super::rules::DAY_TAKEN;
use crate::access::subject::Wards;
use crate::access::{Cx, Deed, Read, Scope, Subject, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{holidays, wards};
use crate::db::types::{Id, Json};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result, TakenExt};
use crate::setup::WardSettings;
use crate::text;

/// Lets the administrators of a ward change its units, people and delegations one after the other, so that a rule
/// over several rows ("the last administrator", "nobody works there any more") still holds when it is committed.
///
/// SQLite has one writer anyway. `NO KEY`, so that other rows of the ward can be written meanwhile.
pub fn take_turns<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>) -> Result<()> {
    let ward = cx.caller().ward_id();
    if let (Conn::Pg(plain), Some(ward)) = (cx.conn(), ward) {
        let _: Id = wards::table.find(ward).select(wards::id).for_no_key_update().first(plain)?;
    }
    Ok(())
}

type Condition = Box<dyn BoxableExpression<wards::table, MultiBackend, SqlType = Bool>>;

/// The wards within a scope: the one place where scopes become SQL for this table.
fn visible(scope: &Scope) -> Condition {
    Box::new(wards::id.eq_any(scope.wards()))
}

/// A page of wards by name. At most the wards of a province, some 166: sorted and searched here, since wards keep
/// no search key.
pub fn list(cx: &mut Cx<'_, Wards, Read>, query: &WardQuery, page: &PageRequest) -> Result<List<Ward>> {
    let rows: Vec<WardRow> = wards::table.filter(visible(cx.scope())).select(WardRow::as_select()).load(cx.conn())?;
    let words = text::search_key(query.q.as_deref().unwrap_or("").trim());
    let mut found: Vec<(String, Ward)> = rows
        .into_iter()
        .map(|row| (text::search_key(&row.name), Ward::from(row)))
        .filter(|(key, _)| key.contains(&words))
        .collect();
    found.sort_by(|a, b| (&a.0, &a.1.id).cmp(&(&b.0, &b.1.id)));
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let is_after = |(key, ward): &(String, Ward)| match &page.cursor {
        Some(cursor) => (key.as_str(), &ward.id) > (cursor.value.as_str(), &cursor.id),
        None => true,
    };
    let wanted = usize::try_from(page.limit + 1).unwrap_or(0);
    let rows: Vec<(String, Ward)> = found.into_iter().filter(is_after).take(wanted).collect();
    let page = List::from_rows(rows, page, total, |(key, ward)| (key.clone(), ward.id.clone()));
    Ok(page.map(|(_, ward)| ward))
}

/// A ward within the scope; 404 outside of it.
pub fn find<A: Deed>(cx: &mut Cx<'_, Wards, A>, id: &Id) -> Result<Ward> {
    let found = wards::table.filter(visible(cx.scope())).filter(wards::id.eq(id));
    let row: WardRow = found.select(WardRow::as_select()).first(cx.conn())?;
    Ok(row.into())
}

/// The fields of a ward that its administrator sets.
pub struct WardFields {
    pub name: String,
    pub place: String,
    pub settings: WardSettings,
}

pub fn update(cx: &mut Cx<'_, Wards, Update>, before: &Ward, fields: &WardFields) -> Result<Ward> {
    let now = cx.now();
    diesel::update(wards::table.find(&before.id))
        .set((
            wards::name.eq(&fields.name),
            wards::place.eq(&fields.place),
            wards::settings.eq(Json::new(fields.settings.clone())),
            wards::updated_at.eq(now),
            wards::version.eq(wards::version + 1),
        ))
        .execute(cx.conn())?;
    let after = find(cx, &before.id)?;
    audit::record(cx, "update", &before.id, Changes::between(before, &after))?;
    Ok(after)
}

/// The days of a ward that was found within the scope, and those of the whole country.
pub fn holidays_of(
    cx: &mut Cx<'_, Wards, Read>,
    ward: &Id,
    year: Option<(NaiveDate, NaiveDate)>,
) -> Result<Vec<Holiday>> {
    let mut days = holidays::table.filter(holidays::ward_id.eq(ward).or(holidays::ward_id.is_null())).into_boxed();
    if let Some((first, last)) = year {
        days = days.filter(holidays::day.between(first, last));
    }
    Ok(days.order((holidays::day, holidays::id)).select(Holiday::as_select()).load(cx.conn())?)
}

pub fn add_holiday(cx: &mut Cx<'_, Wards, Update>, holiday: &Holiday) -> Result<()> {
    diesel::insert_into(holidays::table)
        .values((
            holidays::id.eq(&holiday.id),
            holidays::ward_id.eq(&holiday.ward_id),
            holidays::day.eq(holiday.day),
            holidays::name.eq(&holiday.name),
            holidays::is_workday.eq(holiday.is_workday),
        ))
        .execute(cx.conn())
        .taken("day", DAY_TAKEN)?;
    audit::record(cx, "add_holiday", &holiday.id, Changes::between(&serde_json::json!({}), holiday))
}

/// Takes a day off the ward's own list; the whole country's days are not there.
pub fn remove_holiday(cx: &mut Cx<'_, Wards, Update>, ward: &Id, id: &Id) -> Result<()> {
    let own = holidays::table.filter(holidays::ward_id.eq(ward)).filter(holidays::id.eq(id));
    let found: Option<Holiday> = own.select(Holiday::as_select()).first(cx.conn()).optional()?;
    let holiday = found.ok_or_else(Error::not_found)?;
    diesel::delete(holidays::table.find(id)).execute(cx.conn())?;
    let changes = Changes::none().field("day", holiday.day, ()).field("name", holiday.name, ());
    audit::record(cx, "remove_holiday", id, changes)
}
