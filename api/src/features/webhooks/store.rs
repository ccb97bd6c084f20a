//! The table of webhooks.

use chrono::TimeDelta;
use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::model::{Webhook, WebhookFields, WebhookRow};
use super::rules::{AT_MOST, TOO_MANY_WEBHOOKS};
use crate::access::subject::Webhooks;
use crate::access::{Caller, Create, Cx, Deed, Read, Scope, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::webhooks;
use crate::db::types::{Id, Instant, Json};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::{service_accounts, units, users};
use crate::keys::sealed;
use crate::keyset;

type Condition = Box<dyn BoxableExpression<webhooks::table, MultiBackend, SqlType = Nullable<Bool>>>;

/// The subscriptions that a caller sees: people those of their ward, a machine its own.
fn visible(scope: &Scope, caller: &Caller) -> Condition {
    match (caller, scope) {
        (Caller::Machine(machine), _) => Box::new(webhooks::service_account_id.eq(machine.account_id.clone())),
        (Caller::Person(_), Scope::Ward(ward)) => Box::new(webhooks::ward_id.eq(ward.clone())),
        (Caller::Person(_), other) => Box::new(webhooks::ward_id.eq_any(other.wards())),
    }
}

/// A page of subscriptions, the oldest first.
pub fn list(cx: &mut Cx<'_, Webhooks, Read>, page: &PageRequest) -> Result<List<Webhook>> {
    let all = || webhooks::table.filter(visible(cx.scope(), cx.caller())).into_boxed();
    let (rows, counted) = (all(), all());
    let rows: Vec<WebhookRow> = keyset!(rows, page, asc webhooks::created_at, webhooks::id, Instant::parse)
        .select(WebhookRow::as_select())
        .load(cx.conn())?;
    let total = counted.select(count_star()).first(cx.conn())?;
    let List { items, next_cursor, total, .. } =
        List::from_rows(rows, page, total, |row| (row.created_at.rfc3339(), row.id.clone()));
    Ok(List { items: dress(cx, items)?, next_cursor, total, total_is_at_least: false })
}

/// A subscription within the scope; 404 outside of it.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Webhooks, A>, id: &Id) -> Result<WebhookRow> {
    let found = webhooks::table.filter(visible(cx.scope(), cx.caller())).filter(webhooks::id.eq(id));
    Ok(found.select(WebhookRow::as_select()).first(cx.conn())?)
}

/// As [`find_row`], as its reader sees it.
pub fn find<A: Deed>(cx: &mut Cx<'_, Webhooks, A>, id: &Id) -> Result<Webhook> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Webhooks, A>, rows: Vec<WebhookRow>) -> Result<Vec<Webhook>> {
    let now = cx.now();
    let units = units::references(cx, rows.iter().map(|row| &row.unit_id))?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.created_by_id.as_ref()))?;
    let machines = service_accounts::names(cx, rows.iter().filter_map(|row| row.service_account_id.as_ref()))?;
    let shape = |row: WebhookRow| {
        Some(Webhook {
            unit: units.get(&row.unit_id)?.clone(),
            created_by: row.created_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            service_account_name: row.service_account_id.as_ref().and_then(|id| machines.get(id)).cloned(),
            id: row.id,
            url: row.url,
            events: row.events.into_inner(),
            description: row.description,
            active: row.active,
            unit_id: row.unit_id,
            service_account_id: row.service_account_id,
            old_secret_until: row.old_secret_until.filter(|until| *until > now),
            failing_since: row.failing_since,
            switched_off_at: row.switched_off_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// Makes a subscription; the fields have been checked.
pub fn create(cx: &mut Cx<'_, Webhooks, Create>, fields: &WebhookFields, secret: &str) -> Result<Webhook> {
    let all = webhooks::table.filter(visible(cx.scope(), cx.caller()));
    if all.count().get_result::<i64>(cx.conn())? >= AT_MOST {
        return Err(Error::conflict(TOO_MANY_WEBHOOKS));
    }
    let caller = cx.caller();
    let machine = match caller {
        Caller::Machine(machine) => Some(machine.account_id.clone()),
        Caller::Person(_) => None,
    };
    let unit = caller.unit().cloned().ok_or_else(Error::not_found)?;
    let (id, now) = (cx.new_id(), cx.now());
    let sealed = seal(cx, &sealed::WEBHOOK_SECRETS, &id, secret)?;
    diesel::insert_into(webhooks::table)
        .values((
            webhooks::id.eq(&id),
            webhooks::ward_id.eq(caller.ward_id()),
            webhooks::unit_id.eq(unit),
            webhooks::service_account_id.eq(machine),
            webhooks::url.eq(&fields.url),
            webhooks::events.eq(Json::new(fields.events.clone())),
            webhooks::description.eq(&fields.description),
            webhooks::active.eq(true),
            webhooks::secret.eq(sealed),
            webhooks::created_by_id.eq(caller.person()),
            webhooks::created_at.eq(now),
            webhooks::updated_at.eq(now),
            webhooks::version.eq(1),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "create", &id, Changes::between(&serde_json::json!({}), fields))?;
    find(cx, &id)
}

fn seal<A: Deed>(cx: &Cx<'_, Webhooks, A>, column: &sealed::Column, id: &Id, secret: &str) -> Result<String> {
    cx.services().vault.seal(&column.of(id), secret).map_err(Error::internal)
}

/// Writes what changed; switched on again it begins without its past.
pub fn update(cx: &mut Cx<'_, Webhooks, Update>, before: &Webhook, fields: &WebhookFields) -> Result<Webhook> {
    let now = cx.now();
    let row = webhooks::table.find(&before.id);
    diesel::update(row)
        .set((
            webhooks::url.eq(&fields.url),
            webhooks::events.eq(Json::new(fields.events.clone())),
            webhooks::description.eq(&fields.description),
            webhooks::active.eq(fields.active),
            webhooks::updated_at.eq(now),
            webhooks::version.eq(webhooks::version + 1),
        ))
        .execute(cx.conn())?;
    if fields.active && !before.active {
        let fresh = (webhooks::failing_since.eq(None::<Instant>), webhooks::switched_off_at.eq(None::<Instant>));
        diesel::update(row).set(fresh).execute(cx.conn())?;
    }
    audit::record(cx, "update", &before.id, Changes::between(&before.fields(), fields))?;
    find(cx, &before.id)
}

/// Gives a subscription another secret; messages carry both signatures for some hours.
pub fn rotate(cx: &mut Cx<'_, Webhooks, Update>, before: &Webhook, secret: &str, grace_hours: i64) -> Result<Webhook> {
    let now = cx.now();
    let current = find_row(cx, &before.id)?.secret;
    let vault = &cx.services().vault;
    let current = vault.open(&sealed::WEBHOOK_SECRETS.of(&before.id), &current).map_err(Error::internal)?;
    // Sealed for its new place: a sealed text opens nowhere else.
    let (old, until) = if grace_hours > 0 {
        let old = seal(cx, &sealed::WEBHOOK_OLD_SECRETS, &before.id, &current)?;
        (Some(old), Some(now.plus(TimeDelta::hours(grace_hours))))
    } else {
        (None, None)
    };
    let sealed = seal(cx, &sealed::WEBHOOK_SECRETS, &before.id, secret)?;
    diesel::update(webhooks::table.find(&before.id))
        .set((
            webhooks::secret.eq(sealed),
            webhooks::old_secret.eq(old),
            webhooks::old_secret_until.eq(until),
            webhooks::updated_at.eq(now),
            webhooks::version.eq(webhooks::version + 1),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "rotate", &before.id, Changes::none().field("grace_hours", (), grace_hours))?;
    find(cx, &before.id)
}

/// Switches off what a machine kept that may not come any more.
///
/// # Errors
/// When the database refuses.
pub fn end_of_account(conn: &mut Conn, account: &Id, now: Instant) -> Result<()> {
    let kept = webhooks::table.filter(webhooks::service_account_id.eq(account)).filter(webhooks::active.eq(true));
    diesel::update(kept)
        .set((webhooks::active.eq(false), webhooks::updated_at.eq(now), webhooks::version.eq(webhooks::version + 1)))
        .execute(conn)?;
    Ok(())
}
