//! The table of notifications.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{Kind, Notification, NotificationQuery};
use crate::access::subject::Own;
use crate::access::{Cx, Deed, PublicCx, Role, Subject, Writes};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{notifications, users};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::http::context::Lang;
use crate::{each_backend, keyset};

/// Tells everybody of some units, but not the one who acts.
///
/// # Errors
/// When the database refuses.
pub fn send_to_units<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, units: &[Id], kind: Kind, row: &Id) -> Result<()> {
    let people = users::table.filter(users::unit_id.eq_any(units)).filter(users::status.eq("active"));
    let people: Vec<Id> = people.select(users::id).load(cx.conn())?;
    send_to_users(cx, &people, kind, row)
}

/// Tells everybody of a unit and some people beside, each once, but not the one who acts.
///
/// # Errors
/// When the database refuses.
pub fn send_to_unit_and_users<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    unit: &Id,
    people: &[Id],
    kind: Kind,
    row: &Id,
) -> Result<()> {
    let all = users::unit_id.eq(unit).or(users::id.eq_any(people));
    let all: Vec<Id> = users::table.filter(all).filter(users::status.eq("active")).select(users::id).load(cx.conn())?;
    send_to_users(cx, &all, kind, row)
}

/// Tells everybody of some roles in a ward, but not the one who acts.
///
/// # Errors
/// When the database refuses.
pub fn send_to_roles<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ward: &Id,
    roles: &[Role],
    kind: Kind,
    row: &Id,
) -> Result<()> {
    let people: Vec<Id> = users::table
        .filter(users::ward_id.eq(ward))
        .filter(users::role.eq_any(roles))
        .filter(users::status.eq("active"))
        .select(users::id)
        .load(cx.conn())?;
    send_to_users(cx, &people, kind, row)
}

/// Tells people, but not the one who acts.
///
/// # Errors
/// When the database refuses.
pub fn send_to_users<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, people: &[Id], kind: Kind, row: &Id) -> Result<()> {
    let (now, me) = (cx.now(), cx.actor().person().cloned());
    let row_of = |person: &Id| {
        (
            notifications::id.eq(Id::new(now)),
            notifications::user_id.eq(person.clone()),
            notifications::kind.eq(kind),
            notifications::resource.eq(kind.resource()),
            notifications::row_id.eq(row.clone()),
            notifications::created_at.eq(now),
        )
    };
    let rows: Vec<_> = people.iter().filter(|person| Some(*person) != me.as_ref()).map(row_of).collect();
    if rows.is_empty() {
        return Ok(());
    }
    each_backend!(cx.conn(), plain => diesel::insert_into(notifications::table).values(&rows).execute(plain))?;
    Ok(())
}

/// Tells a person what nobody did: a job over all wards.
///
/// # Errors
/// When the database refuses.
pub fn send_from_nobody(cx: &mut PublicCx<'_>, person: &Id, kind: Kind, row: &Id) -> Result<()> {
    diesel::insert_into(notifications::table)
        .values((
            notifications::id.eq(Id::new(cx.now)),
            notifications::user_id.eq(person),
            notifications::kind.eq(kind),
            notifications::resource.eq(kind.resource()),
            notifications::row_id.eq(row),
            notifications::created_at.eq(cx.now),
        ))
        .execute(cx.conn)?;
    Ok(())
}

fn filtered(user: &Id, query: &NotificationQuery) -> notifications::BoxedQuery<'static, crate::db::MultiBackend> {
    let rows = notifications::table.filter(notifications::user_id.eq(user.clone())).into_boxed();
    match query.unread {
        Some(true) => rows.filter(notifications::read_at.is_null()),
        Some(false) => rows.filter(notifications::read_at.is_not_null()),
        None => rows,
    }
}

pub fn list<A: Deed>(
    cx: &mut Cx<'_, Own, A>,
    query: &NotificationQuery,
    page: &PageRequest,
    lang: Lang,
) -> Result<List<Notification>> {
    let user = cx.actor().user_id.clone();
    let rows = keyset!(filtered(&user, query), page, desc notifications::created_at, notifications::id, Instant::parse);
    let columns = (
        notifications::id,
        notifications::kind,
        notifications::resource,
        notifications::row_id,
        notifications::created_at,
        notifications::read_at,
    );
    let rows: Vec<(Id, Kind, String, Id, Instant, Option<Instant>)> = rows.select(columns).load(cx.conn())?;
    let total = filtered(&user, query).select(count_star()).first(cx.conn())?;
    let shape =
        |(id, kind, resource, row_id, created_at, read_at): (Id, Kind, String, Id, Instant, Option<Instant>)| {
            Notification { id, kind, text: kind.message().text(lang).to_owned(), resource, row_id, created_at, read_at }
        };
    let items = rows.into_iter().map(shape).collect();
    Ok(List::from_rows(items, page, total, |item| (item.created_at.rfc3339(), item.id.clone())))
}

pub fn mark_read<A: Writes>(cx: &mut Cx<'_, Own, A>, id: &Id) -> Result<()> {
    let now = cx.now();
    let own = notifications::table.find(id).filter(notifications::user_id.eq(&cx.actor().user_id));
    if own.count().get_result::<i64>(cx.conn())? == 0 {
        return Err(Error::not_found());
    }
    let unread = notifications::table.find(id).filter(notifications::read_at.is_null());
    diesel::update(unread).set(notifications::read_at.eq(now)).execute(cx.conn())?;
    audit::record(cx, "read_notification", id, Changes::none())
}

pub fn mark_all_read<A: Writes>(cx: &mut Cx<'_, Own, A>) -> Result<usize> {
    let (now, user) = (cx.now(), cx.actor().user_id.clone());
    let unread = notifications::table.filter(notifications::user_id.eq(&user)).filter(notifications::read_at.is_null());
    let read = diesel::update(unread).set(notifications::read_at.eq(now)).execute(cx.conn())?;
    audit::record(cx, "read_notifications", &user, Changes::none())?;
    Ok(read)
}
