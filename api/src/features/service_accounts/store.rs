//! The table of service accounts.

use std::collections::HashMap;

use chrono::TimeDelta;
use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::model::{ServiceAccount, ServiceAccountFields, ServiceAccountRow};
use super::rules;
use crate::access::subject::Accounts;
use crate::access::{Create, Cx, Deed, Read, Scope, Subject, UnitKind, Update};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest};
use crate::db::schema::{service_accounts as accounts, units as unit_table};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::users::model::UserRef;
use crate::features::{units, users};
use crate::keyset;
use crate::text;

type Condition = Box<dyn BoxableExpression<accounts::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The accounts within a scope: the one place where scopes become SQL for this table. Those of a superior unit have no
/// ward and are nobody's here.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(accounts::ward_id.eq(ward.clone())),
        other => Box::new(accounts::ward_id.eq_any(other.wards())),
    }
}

/// A page of accounts by name.
pub fn list(cx: &mut Cx<'_, Accounts, Read>, page: &PageRequest) -> Result<List<ServiceAccount>> {
    let all = || accounts::table.filter(visible(cx.scope())).into_boxed();
    let (rows, counted) = (all(), all());
    let key = |text: &str| Some(text.to_owned());
    let rows: Vec<ServiceAccountRow> = keyset!(rows, page, asc accounts::sort_key, accounts::id, key)
        .select(ServiceAccountRow::as_select())
        .load(cx.conn())?;
    let total = counted.select(count_star()).first(cx.conn())?;
    let List { items, next_cursor, total, .. } =
        List::from_rows(rows, page, total, |row| (row.sort_key.clone(), row.id.clone()));
    Ok(List { items: dress(cx, items)?, next_cursor, total, total_is_at_least: false })
}

/// An account within the scope; 404 outside of it.
pub fn find<A: Deed>(cx: &mut Cx<'_, Accounts, A>, id: &Id) -> Result<ServiceAccount> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn find_row<A: Deed>(cx: &mut Cx<'_, Accounts, A>, id: &Id) -> Result<ServiceAccountRow> {
    let found = accounts::table.filter(visible(cx.scope())).filter(accounts::id.eq(id));
    Ok(found.select(ServiceAccountRow::as_select()).first(cx.conn())?)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Accounts, A>, rows: Vec<ServiceAccountRow>) -> Result<Vec<ServiceAccount>> {
    let (today, now) = (cx.today(), cx.now());
    let units = units::references(cx, rows.iter().map(|row| &row.unit_id))?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.created_by_id.as_ref()))?;
    let shape = |row: ServiceAccountRow| {
        Some(ServiceAccount {
            status: rules::status(&row, today),
            unit: units.get(&row.unit_id)?.clone(),
            created_by: row.created_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            id: row.id,
            name: row.name,
            unit_id: row.unit_id,
            scopes: row.scopes.into_inner(),
            addresses: row.addresses.into_inner(),
            expires_on: row.expires_on,
            old_secret_until: row.old_secret_until.filter(|until| *until > now),
            last_used_at: row.last_used_at,
            last_used_address: row.last_used_address,
            revoked_at: row.revoked_at,
            revoked_reason: row.revoked_reason,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// Makes an account; the fields have been checked.
pub fn create(
    cx: &mut Cx<'_, Accounts, Create>,
    fields: &ServiceAccountFields,
    secret_hash: &str,
) -> Result<ServiceAccount> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (id, now) = (cx.new_id(), cx.now());
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(&id),
            accounts::ward_id.eq(ward),
            accounts::unit_id.eq(&fields.unit_id),
            accounts::name.eq(&fields.name),
            accounts::sort_key.eq(text::search_key(&fields.name)),
            accounts::scopes.eq(Json::new(fields.scopes.clone())),
            accounts::addresses.eq(Json::new(fields.addresses.clone())),
            accounts::secret_hash.eq(secret_hash),
            accounts::expires_on.eq(fields.expires_on),
            accounts::revoked_reason.eq(""),
            accounts::created_by_id.eq(cx.caller().person()),
            accounts::created_at.eq(now),
            accounts::updated_at.eq(now),
            accounts::version.eq(1),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "create_machine", &id, Changes::between(&serde_json::json!({}), fields))?;
    find(cx, &id)
}

/// Writes what the administrator changed; tokens that were made before obey at once.
pub fn update(
    cx: &mut Cx<'_, Accounts, Update>,
    before: &ServiceAccount,
    fields: &ServiceAccountFields,
) -> Result<ServiceAccount> {
    let now = cx.now();
    diesel::update(accounts::table.find(&before.id))
        .set((
            accounts::unit_id.eq(&fields.unit_id),
            accounts::name.eq(&fields.name),
            accounts::sort_key.eq(text::search_key(&fields.name)),
            accounts::scopes.eq(Json::new(fields.scopes.clone())),
            accounts::addresses.eq(Json::new(fields.addresses.clone())),
            accounts::expires_on.eq(fields.expires_on),
            accounts::updated_at.eq(now),
            accounts::version.eq(accounts::version + 1),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "update_machine", &before.id, Changes::between(&before.fields(), fields))?;
    find(cx, &before.id)
}

/// Gives an account another secret; the one before counts on for some hours.
pub fn rotate(
    cx: &mut Cx<'_, Accounts, Update>,
    before: &ServiceAccount,
    secret_hash: &str,
    grace_hours: i64,
) -> Result<ServiceAccount> {
    let now = cx.now();
    let old = find_row(cx, &before.id)?.secret_hash;
    let kept = (grace_hours > 0).then_some((old, now.plus(TimeDelta::hours(grace_hours))));
    let (old, until) = kept.unzip();
    diesel::update(accounts::table.find(&before.id))
        .set((
            accounts::secret_hash.eq(secret_hash),
            accounts::old_secret_hash.eq(old),
            accounts::old_secret_until.eq(until),
            accounts::updated_at.eq(now),
            accounts::version.eq(accounts::version + 1),
        ))
        .execute(cx.conn())?;
    let changes = Changes::none().field("grace_hours", (), grace_hours);
    audit::record(cx, "rotate_machine", &before.id, changes)?;
    find(cx, &before.id)
}

/// Ends an account for good, with what it was told of.
pub fn revoke(cx: &mut Cx<'_, Accounts, Update>, before: &ServiceAccount, reason: &str) -> Result<ServiceAccount> {
    let now = cx.now();
    diesel::update(accounts::table.find(&before.id))
        .set((
            accounts::revoked_at.eq(now),
            accounts::revoked_reason.eq(reason),
            accounts::old_secret_hash.eq(None::<String>),
            accounts::old_secret_until.eq(None::<crate::db::types::Instant>),
            accounts::updated_at.eq(now),
            accounts::version.eq(accounts::version + 1),
        ))
        .execute(cx.conn())?;
    crate::features::webhooks::end_of_account(cx.conn(), &before.id, now)?;
    audit::record(cx, "revoke_machine", &before.id, Changes::none().field("revoked_reason", (), reason))?;
    find(cx, &before.id)
}

/// The unit of a ward's account: its leadership, in use.
pub fn is_leadership(cx: &mut Cx<'_, Accounts, impl crate::access::Writes>, unit: &Id) -> Result<Option<bool>> {
    Ok(units::in_use(cx, [unit])?.get(unit).map(|unit| unit.kind == UnitKind::Leadership))
}

/// The names of machines that a row within somebody's scope mentions, as of people.
///
/// # Errors
/// When the database refuses.
pub fn references<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, UserRef>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<(Id, String, String)> = accounts::table
        .inner_join(unit_table::table.on(unit_table::id.eq(accounts::unit_id)))
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::name, unit_table::name))
        .load(cx.conn())?;
    let shape = |(id, full_name, unit_name): (Id, String, String)| {
        let position = "Tài khoản máy".to_owned();
        (id.clone(), UserRef { id, full_name, position, unit_name })
    };
    Ok(found.into_iter().map(shape).collect())
}

/// Only the names.
///
/// # Errors
/// When the database refuses.
pub fn names<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, String>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    let found: Vec<(Id, String)> =
        accounts::table.filter(accounts::id.eq_any(ids)).select((accounts::id, accounts::name)).load(cx.conn())?;
    Ok(found.into_iter().collect())
}
