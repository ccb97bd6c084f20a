//! The tables behind my account.

use diesel::prelude::*;

use super::model::{ActiveDelegation, DemoAccount, Me, MyUser, SavedFilter, WardRef};
use crate::access::subject::{Own, OwnAccount};
use crate::access::{Cx, Deed, PublicCx, Role, Writes, matrix};
use crate::audit::{self, Changes};
use crate::auth::{recovery, store as accounts};
use crate::db::schema::{delegations, notifications, saved_filters, units as unit_rows, users, wards};
use crate::db::types::{Id, Json};
use crate::error::{Error, Message, Result};
use crate::features::{units, users as people};
use crate::setup::{Hotline, WardSettings};

pub const TOO_MANY_FILTERS: Message = Message::new(
    "too_many_filters",
    "Anh/chị đã lưu 50 bộ lọc. Hãy xóa bớt trước khi lưu thêm.",
    "You have saved 50 filters. Delete some before saving more.",
);

type MyRow = (Id, String, String, String, Role, Option<String>, Option<String>, Id, bool, bool, i32);

pub fn me<A: Deed>(cx: &mut Cx<'_, OwnAccount, A>) -> Result<Me> {
    let actor = cx.actor();
    let row: MyRow = users::table
        .find(&actor.user_id)
        .select((
            users::id,
            users::username,
            users::full_name,
            users::position,
            users::role,
            users::email,
            users::phone,
            users::unit_id,
            users::totp_enabled,
            users::must_change_password,
            users::version,
        ))
        .first(cx.conn())?;
    let (id, username, full_name, position, role, email, phone, unit_id, totp_enabled, must_change_password, version) =
        row;
    let unit = units::references(cx, [&unit_id])?.remove(&unit_id).ok_or_else(Error::not_found)?;
    let known = wards(cx)?;
    let ward = known.iter().find(|ward| Some(&ward.id) == actor.ward_id.as_ref()).cloned();
    let unread_notifications = notifications::table
        .filter(notifications::user_id.eq(&actor.user_id))
        .filter(notifications::read_at.is_null())
        .count()
        .get_result(cx.conn())?;
    let codes = if totp_enabled { accounts::recovery_hashes(cx.conn(), &actor.user_id)? } else { Vec::new() };
    let user = MyUser {
        id,
        username,
        full_name,
        position,
        role,
        email,
        phone,
        unit_id,
        totp_enabled,
        otp_setup_required: cx.services().config.wants_totp(role) && !totp_enabled,
        recovery_codes_left: i64::try_from(codes.len()).unwrap_or(i64::MAX),
        recovery_codes_old: codes.iter().any(|code| recovery::is_old(code)),
        must_change_password,
    };
    Ok(Me {
        user,
        unit,
        wards: if ward.is_some() { Vec::new() } else { known },
        ward,
        delegations: active_delegations(cx)?,
        permissions: matrix::of(role),
        today: cx.today(),
        demo: cx.services().config.demo,
        unread_notifications,
        version,
    })
}

fn wards<A: Deed>(cx: &mut Cx<'_, OwnAccount, A>) -> Result<Vec<WardRef>> {
    let visible = cx.actor().wards();
    let columns = (wards::id, wards::code, wards::name);
    Ok(wards::table.filter(wards::id.eq_any(visible)).order(wards::name).select(columns).load(cx.conn())?)
}

/// The names that somebody who knows the person would try first: their own, their unit's, the ward's and its units'.
pub fn names_around<A: Deed>(cx: &mut Cx<'_, OwnAccount, A>) -> Result<Vec<String>> {
    let actor = cx.actor();
    let username: String = users::table.find(&actor.user_id).select(users::username).first(cx.conn())?;
    let near = wards::table.filter(wards::id.eq_any(actor.wards()));
    let wards: Vec<(String, String)> = near.select((wards::name, wards::place)).limit(NAMES).load(cx.conn())?;
    let around = unit_rows::ward_id.eq(actor.ward_id.clone()).or(unit_rows::id.eq(actor.unit_id.clone()));
    let units: Vec<String> = unit_rows::table.filter(around).select(unit_rows::name).limit(NAMES).load(cx.conn())?;
    let mut names = vec![username, actor.full_name.clone()];
    names.extend(wards.into_iter().flat_map(|(name, place)| [name, place]));
    names.extend(units);
    Ok(names)
}

/// More than any ward has units, or a province wards.
const NAMES: i64 = 500;

fn active_delegations<A: Deed>(cx: &mut Cx<'_, OwnAccount, A>) -> Result<Vec<ActiveDelegation>> {
    let (me, today) = (&cx.actor().user_id, cx.today());
    let rows: Vec<(Id, Id, Id, chrono::NaiveDate, chrono::NaiveDate)> = delegations::table
        .filter(delegations::from_user_id.eq(me).or(delegations::to_user_id.eq(me)))
        .filter(delegations::starts_on.le(today))
        .filter(delegations::ends_on.ge(today))
        .filter(delegations::revoked_at.is_null())
        .order(delegations::id)
        .select((
            delegations::id,
            delegations::from_user_id,
            delegations::to_user_id,
            delegations::starts_on,
            delegations::ends_on,
        ))
        .load(cx.conn())?;
    let people = people::references(cx, rows.iter().flat_map(|row| [&row.1, &row.2]))?;
    let shape = |(id, from, to, starts_on, ends_on): (Id, Id, Id, _, _)| {
        let (from_user, to_user) = (people.get(&from)?.clone(), people.get(&to)?.clone());
        Some(ActiveDelegation { id, from_user, to_user, starts_on, ends_on })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// The fields that a person may change about themselves.
pub struct MyFields {
    pub full_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
}

impl MyFields {
    /// Whether the account would be reached elsewhere: that is how one is taken over.
    pub fn moves(&self, before: &MyUser) -> bool {
        self.email != before.email || self.phone != before.phone
    }
}

pub fn update_me<A: Writes>(cx: &mut Cx<'_, OwnAccount, A>, fields: &MyFields, before: &MyUser) -> Result<()> {
    let now = cx.now();
    diesel::update(users::table.find(&before.id))
        .set((
            users::full_name.eq(&fields.full_name),
            users::search_key.eq(crate::text::search_key(&fields.full_name)),
            users::sort_key.eq(crate::text::name_sort_key(&fields.full_name)),
            users::email.eq(&fields.email),
            users::phone.eq(&fields.phone),
            users::updated_at.eq(now),
            users::version.eq(users::version + 1),
        ))
        .execute(cx.conn())?;
    let mut changes = Changes::none().field("full_name", &before.full_name, &fields.full_name);
    if fields.moves(before) {
        changes = changes.field("email", &before.email, &fields.email).field("phone", &before.phone, &fields.phone);
    }
    audit::record(cx, "update_account", &before.id, changes)
}

pub fn saved_filters<A: Deed>(cx: &mut Cx<'_, Own, A>, list: Option<&str>) -> Result<Vec<SavedFilter>> {
    let mut query = saved_filters::table.filter(saved_filters::user_id.eq(&cx.actor().user_id)).into_boxed();
    if let Some(list) = list {
        query = query.filter(saved_filters::list.eq(list.to_owned()));
    }
    let columns =
        (saved_filters::id, saved_filters::list, saved_filters::name, saved_filters::query, saved_filters::created_at);
    Ok(query.order(saved_filters::id).select(columns).load(cx.conn())?)
}

pub fn save_filter<A: Writes>(
    cx: &mut Cx<'_, Own, A>,
    list: String,
    name: String,
    query: String,
) -> Result<SavedFilter> {
    if saved_filters(cx, None)?.len() >= 50 {
        return Err(Error::conflict(TOO_MANY_FILTERS));
    }
    let filter = SavedFilter { id: cx.new_id(), list, name, query, created_at: cx.now() };
    diesel::insert_into(saved_filters::table)
        .values((
            saved_filters::id.eq(&filter.id),
            saved_filters::user_id.eq(&cx.actor().user_id),
            saved_filters::list.eq(&filter.list),
            saved_filters::name.eq(&filter.name),
            saved_filters::query.eq(&filter.query),
            saved_filters::created_at.eq(filter.created_at),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "save_filter", &filter.id, Changes::none())?;
    Ok(filter)
}

pub fn delete_filter<A: Writes>(cx: &mut Cx<'_, Own, A>, id: &Id) -> Result<()> {
    let own = saved_filters::table.find(id).filter(saved_filters::user_id.eq(&cx.actor().user_id));
    if diesel::delete(own).execute(cx.conn())? == 0 {
        return Err(Error::not_found());
    }
    audit::record(cx, "delete_filter", id, Changes::none())
}

/// The name and the hotlines of a ward by its code, or of the only one.
pub fn public_ward(cx: &mut PublicCx<'_>, code: Option<&str>) -> Result<Option<(String, Vec<Hotline>)>> {
    let mut found = wards::table.order(wards::id).limit(2).select((wards::name, wards::settings)).into_boxed();
    if let Some(code) = code {
        found = found.filter(wards::code.eq(code.to_owned()));
    }
    let found: Vec<(String, Json<WardSettings>)> = found.load(cx.conn)?;
    let only = <[_; 1]>::try_from(found).ok();
    Ok(only.map(|[(name, settings)]| (name, settings.into_inner().hotlines)))
}

/// The accounts of the demo; called in demo mode only.
pub fn demo_accounts(cx: &mut PublicCx<'_>) -> Result<Vec<DemoAccount>> {
    let rows: Vec<(String, Role, String)> = users::table
        .filter(users::status.eq("active"))
        .order(users::id)
        .limit(40)
        .select((users::username, users::role, users::full_name))
        .load(cx.conn)?;
    Ok(rows.into_iter().map(|(username, role, full_name)| DemoAccount { username, role, full_name }).collect())
}
