//! What was sent, and how it went.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{DeliveryRow, DeliveryStatus, PING, Webhook, WebhookAttempt, WebhookDelivery};
use super::{outbox, store};
use crate::access::subject::Webhooks;
use crate::access::{Cx, Deed, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{webhook_attempts as attempts, webhook_deliveries as deliveries};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::keyset;

/// The messages of a webhook within the scope, the newest first.
///
/// # Errors
/// 404.
pub fn list(cx: &mut Cx<'_, Webhooks, Read>, webhook: &Id, page: &PageRequest) -> Result<List<WebhookDelivery>> {
    store::find_row(cx, webhook)?;
    let all = || deliveries::table.filter(deliveries::webhook_id.eq(webhook.clone())).into_boxed();
    let rows: Vec<DeliveryRow> = keyset!(all(), page, desc deliveries::created_at, deliveries::id, Instant::parse)
        .select(DeliveryRow::as_select())
        .load(cx.conn())?;
    let total = all().select(count_star()).first(cx.conn())?;
    let List { items, next_cursor, total, .. } =
        List::from_rows(rows, page, total, |row| (row.created_at.rfc3339(), row.id.clone()));
    Ok(List { items: dress(cx, items)?, next_cursor, total, total_is_at_least: false })
}

fn dress<A: Deed>(cx: &mut Cx<'_, Webhooks, A>, rows: Vec<DeliveryRow>) -> Result<Vec<WebhookDelivery>> {
    let ids: Vec<&Id> = rows.iter().map(|row| &row.id).collect();
    let tries: Vec<(Id, WebhookAttempt)> = attempts::table
        .filter(attempts::delivery_id.eq_any(ids))
        .order(attempts::id)
        .select((attempts::delivery_id, WebhookAttempt::as_select()))
        .load(cx.conn())?;
    let mut by_message: HashMap<Id, Vec<WebhookAttempt>> = HashMap::new();
    for (message, one) in tries {
        by_message.entry(message).or_default().push(one);
    }
    let shape = |row: DeliveryRow| WebhookDelivery {
        attempts: by_message.remove(&row.id).unwrap_or_default(),
        next_try_at: (row.status == DeliveryStatus::Pending).then_some(row.next_try_at),
        id: row.id,
        event: row.event,
        ward_id: row.ward_id,
        row_id: row.row_id,
        occurred_at: row.occurred_at,
        status: row.status,
        tries: row.tries,
        delivered_at: row.delivered_at,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Puts a test message into the queue.
///
/// # Errors
/// When the database refuses.
pub fn ping(cx: &mut Cx<'_, Webhooks, Update>, webhook: &Webhook) -> Result<WebhookDelivery> {
    let (now, ward) = (cx.now(), cx.caller().ward_id().cloned());
    let id = outbox::put(cx.conn(), &webhook.id, PING, ward.as_ref(), &webhook.id, now)?;
    audit::record(cx, "ping", &webhook.id, Changes::none())?;
    find(cx, &webhook.id, &id)
}

/// Sends a message once more, under the same id, with a round of tries of its own.
///
/// # Errors
/// 404 for a message that is not this webhook's.
pub fn replay(cx: &mut Cx<'_, Webhooks, Update>, webhook: &Webhook, id: &Id) -> Result<WebhookDelivery> {
    let now = cx.now();
    let own = deliveries::table.filter(deliveries::webhook_id.eq(&webhook.id)).filter(deliveries::id.eq(id));
    let begun = diesel::update(own)
        .set((
            deliveries::status.eq(DeliveryStatus::Pending),
            deliveries::round_tries.eq(0),
            deliveries::next_try_at.eq(now),
            deliveries::delivered_at.eq(None::<Instant>),
        ))
        .execute(cx.conn())?;
    if begun == 0 {
        return Err(Error::not_found());
    }
    audit::record(cx, "replay", &webhook.id, Changes::none().field("delivery_id", (), id))?;
    find(cx, &webhook.id, id)
}

fn find(cx: &mut Cx<'_, Webhooks, Update>, webhook: &Id, id: &Id) -> Result<WebhookDelivery> {
    let own = deliveries::table.filter(deliveries::webhook_id.eq(webhook)).filter(deliveries::id.eq(id));
    let row: DeliveryRow = own.select(DeliveryRow::as_select()).first(cx.conn())?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}
