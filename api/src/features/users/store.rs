//! The tables of users.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::model::{User, UserFields, UserQuery, UserRef, UserRow, UserStatus};
use super::rules::{self, USERNAME_TAKEN};
use crate::access::subject::Accounts;
use crate::access::{Create, Cx, Deed, Role, Scope, Subject, Update};
use crate::audit::{self, Changes};
use crate::auth::sessions::first_password_ends;
use crate::auth::store::end_sessions_of;
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest, contains};
use crate::db::schema::{delegations, recovery_codes, units, users};
use crate::db::types::Id;
use crate::error::{Error, Result, TakenExt};
use crate::features::units as organisation;
use crate::{keyset, text};

/// The names of people that a row within somebody's scope mentions; ids come from such rows, never from a request.
pub fn references<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, UserRef>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    let found: Vec<UserRef> = users::table
        .inner_join(units::table.on(units::id.eq(users::unit_id)))
        .filter(users::id.eq_any(ids))
        .select((users::id, users::full_name, users::position, units::name))
        .load(cx.conn())?;
    Ok(found.into_iter().map(|user| (user.id.clone(), user)).collect())
}

type Condition = Box<dyn BoxableExpression<users::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The accounts within a scope: the one place where scopes become SQL for this table. People of a superior unit
/// have no ward and are nobody's here.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(users::ward_id.eq(ward.clone())),
        other => Box::new(users::ward_id.eq_any(other.wards())),
    }
}

type Filtered = users::BoxedQuery<'static, MultiBackend>;

fn filtered(scope: &Scope, query: &UserQuery) -> Filtered {
    let mut rows = users::table.filter(visible(scope)).into_boxed();
    if let Some(role) = query.role {
        rows = rows.filter(users::role.eq(role));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(users::unit_id.eq(unit.clone()));
    }
    if let Some(status) = query.status {
        rows = rows.filter(users::status.eq(status));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        let pattern = contains(words);
        let by_name = users::search_key.like(pattern.clone()).escape('\\');
        rows = rows.filter(by_name.or(users::username.like(pattern).escape('\\')));
    }
    rows
}

/// A page of accounts.
pub fn list<A: Deed>(cx: &mut Cx<'_, Accounts, A>, query: &UserQuery, page: &PageRequest) -> Result<List<User>> {
    let rows = filtered(cx.scope(), query);
    let key = |text: &str| Some(text.to_owned());
    let rows = match page.sort.as_str() {
        "name" => keyset!(rows, page, asc users::sort_key, users::id, key),
        "-name" => keyset!(rows, page, desc users::sort_key, users::id, key),
        "username" => keyset!(rows, page, asc users::username, users::id, key),
        "-username" => keyset!(rows, page, desc users::username, users::id, key),
        _ => return Err(Error::bad_parameter("sort")),
    };
    let rows: Vec<UserRow> = rows.select(UserRow::as_select()).load(cx.conn())?;
    let total = filtered(cx.scope(), query).select(count_star()).first(cx.conn())?;
    let sort_value = |row: &UserRow| match page.sort.as_str() {
        "username" | "-username" => row.username.clone(),
        _ => row.sort_key.clone(),
    };
    let List { items, next_cursor, total, .. } =
        List::from_rows(rows, page, total, |row| (sort_value(row), row.id.clone()));
    Ok(List { items: dress(cx, items)?, next_cursor, total, total_is_at_least: false })
}

/// An account within the scope; 404 outside of it.
pub fn find<A: Deed>(cx: &mut Cx<'_, Accounts, A>, id: &Id) -> Result<User> {
    let found = users::table.filter(visible(cx.scope())).filter(users::id.eq(id));
    let row: UserRow = found.select(UserRow::as_select()).first(cx.conn())?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Accounts, A>, rows: Vec<UserRow>) -> Result<Vec<User>> {
    let units = organisation::references(cx, rows.iter().map(|row| &row.unit_id))?;
    let (config, now) = (&cx.services().config, cx.now());
    let shape = |row: UserRow| {
        let first_password_ends_at = row.first_password_at.map(|given| first_password_ends(given, config));
        Some(User {
            unit: units.get(&row.unit_id)?.clone(),
            id: row.id,
            username: row.username,
            full_name: row.full_name,
            position: row.position,
            role: row.role,
            unit_id: row.unit_id,
            email: row.email,
            phone: row.phone,
            status: row.status,
            totp_enabled: row.totp_enabled,
            must_change_password: row.must_change_password,
            first_password_ends_at,
            first_password_expired: first_password_ends_at.is_some_and(|end| end <= now),
            last_login_at: row.last_login_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// Makes an account with a first password that must be changed; the fields have been checked.
pub fn create(cx: &mut Cx<'_, Accounts, Create>, username: &str, fields: &UserFields, hash: &str) -> Result<User> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (id, now) = (cx.new_id(), cx.now());
    diesel::insert_into(users::table)
        .values((
            users::id.eq(&id),
            users::ward_id.eq(ward),
            users::unit_id.eq(&fields.unit_id),
            users::username.eq(username),
            users::full_name.eq(&fields.full_name),
            users::search_key.eq(text::search_key(&fields.full_name)),
            users::sort_key.eq(text::name_sort_key(&fields.full_name)),
            users::position.eq(&fields.position),
            users::role.eq(fields.role),
            users::email.eq(&fields.email),
            users::phone.eq(&fields.phone),
            users::status.eq(UserStatus::Active),
            users::password_hash.eq(hash),
            users::must_change_password.eq(true),
            users::first_password_at.eq(now),
            users::totp_enabled.eq(false),
            users::totp_last_step.eq(0),
            users::created_at.eq(now),
            users::updated_at.eq(now),
            users::version.eq(1),
        ))
        .execute(cx.conn())
        .taken("username", USERNAME_TAKEN)?;
    let changes = Changes::between(&serde_json::json!({}), fields).field("username", (), username);
    audit::record(cx, "create", &id, changes)?;
    find(cx, &id)
}

/// Writes what the administrator changed; ends sessions and delegations that no longer hold.
pub fn update(cx: &mut Cx<'_, Accounts, Update>, before: &User, fields: &UserFields) -> Result<User> {
    let now = cx.now();
    // The person may change their own name at this very moment: then this change is the stale one.
    let unchanged = users::table.find(&before.id).filter(users::version.eq(before.version));
    let written = diesel::update(unchanged)
        .set((
            fields,
            users::search_key.eq(text::search_key(&fields.full_name)),
            users::sort_key.eq(text::name_sort_key(&fields.full_name)),
            users::updated_at.eq(now),
            users::version.eq(users::version + 1),
        ))
        .execute(cx.conn())?;
    if written == 0 {
        let current = find(cx, &before.id)?;
        return Err(Error::stale(current));
    }
    let old = before.fields();
    if rules::ends_sessions(&old, fields) {
        end_sessions_of(cx.conn(), &before.id, None, "role_changed", now)?;
    }
    if rules::ends_delegations(&old, fields) {
        end_delegations_of(cx, &before.id)?;
    }
    audit::record(cx, "update", &before.id, Changes::between(&old, fields))?;
    find(cx, &before.id)
}

/// Opens or closes an account; a closed one loses its sessions and delegations.
pub fn set_status(cx: &mut Cx<'_, Accounts, Update>, before: &User, status: UserStatus) -> Result<User> {
    let now = cx.now();
    diesel::update(users::table.find(&before.id))
        .set((users::status.eq(status), users::updated_at.eq(now), users::version.eq(users::version + 1)))
        .execute(cx.conn())?;
    if status == UserStatus::Disabled {
        end_sessions_of(cx.conn(), &before.id, None, "disabled", now)?;
        end_delegations_of(cx, &before.id)?;
    }
    let verb = if status == UserStatus::Disabled { "disable" } else { "enable" };
    audit::record(cx, verb, &before.id, Changes::none().field("status", before.status, status))?;
    find(cx, &before.id)
}

/// Sets a first password; whoever is signed in with the old one is out.
pub fn set_first_password(cx: &mut Cx<'_, Accounts, Update>, before: &User, hash: &str) -> Result<()> {
    let now = cx.now();
    diesel::update(users::table.find(&before.id))
        .set((
            users::password_hash.eq(hash),
            users::must_change_password.eq(true),
            users::first_password_at.eq(now),
            users::updated_at.eq(now),
            users::version.eq(users::version + 1),
        ))
        .execute(cx.conn())?;
    end_sessions_of(cx.conn(), &before.id, None, "password_reset", now)?;
    audit::record(cx, "reset_password", &before.id, Changes::none())
}

/// Signs somebody out everywhere; how many sessions that were.
pub fn end_sessions(cx: &mut Cx<'_, Accounts, Update>, user: &User) -> Result<i64> {
    let now = cx.now();
    let ended = end_sessions_of(cx.conn(), &user.id, None, "by_administrator", now)?;
    audit::record(cx, "end_sessions", &user.id, Changes::none().field("ended", (), ended))?;
    Ok(ended)
}

/// Forgets the one-time codes of somebody who lost their telephone.
pub fn remove_totp(cx: &mut Cx<'_, Accounts, Update>, before: &User) -> Result<User> {
    let now = cx.now();
    diesel::update(users::table.find(&before.id))
        .set((
            users::totp_secret.eq(None::<String>),
            users::totp_enabled.eq(false),
            users::updated_at.eq(now),
            users::version.eq(users::version + 1),
        ))
        .execute(cx.conn())?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(&before.id))).execute(cx.conn())?;
    audit::record(cx, "reset_totp", &before.id, Changes::none().field("totp_enabled", before.totp_enabled, false))?;
    find(cx, &before.id)
}

/// The ward's active administrators besides this one.
pub fn other_admins(cx: &mut Cx<'_, Accounts, Update>, id: &Id) -> Result<i64> {
    let others = users::table
        .filter(visible(cx.scope()))
        .filter(users::role.eq(Role::Admin))
        .filter(users::status.eq(UserStatus::Active))
        .filter(users::id.ne(id));
    Ok(others.count().get_result(cx.conn())?)
}

/// Nobody signs for, or in the place of, somebody who is no active leader any more.
fn end_delegations_of(cx: &mut Cx<'_, Accounts, Update>, user: &Id) -> Result<()> {
    let (now, today) = (cx.now(), cx.today());
    let open = delegations::table
        .filter(delegations::from_user_id.eq(user).or(delegations::to_user_id.eq(user)))
        .filter(delegations::revoked_at.is_null())
        .filter(delegations::ends_on.ge(today));
    diesel::update(open)
        .set((
            delegations::revoked_at.eq(now),
            delegations::updated_at.eq(now),
            delegations::version.eq(delegations::version + 1),
        ))
        .execute(cx.conn())?;
    Ok(())
}
