//! Sending what waits. A message is claimed before it is sent: its try is counted and the next one set in a transaction
//! of its own, so that two processes never send it at the same time. One that dies in between sends it once more, under
//! the same id, by which the receiver knows it.

use std::collections::HashMap;

use chrono::TimeDelta;
use diesel::prelude::*;
use serde_json::json;

use super::model::{AttemptReason, DeliveryStatus};
use super::rules::{self, MAX_TRIES};
use super::sending::{Message, Outcome, Sender};
use super::signing;
use crate::access::{Gate, PublicCx, Role};
use crate::crypto::random;
use crate::db::schema::{users, webhook_attempts as attempts, webhook_deliveries as deliveries, webhooks};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::keys::sealed;

/// Messages of one run.
const BATCH: usize = 100;
/// Of one receiver in a run.
const REFUSALS: usize = 5;
const KEPT_DAYS: i64 = 30;

/// Sends what is due. A receiver that cannot be reached or asks for patience is left alone for the rest of the run, so
/// that others do not wait for its timeouts; one that refuses now and then is not, or a burst would take hours.
///
/// # Errors
/// When the database refuses.
pub fn deliver(gate: &Gate) -> Result<()> {
    let sender = Sender::new(gate.services().config.webhooks_allow_private);
    let mut resting = Vec::new();
    let mut refusals: HashMap<Id, usize> = HashMap::new();
    for _ in 0..BATCH {
        let Some(claimed) = gate.public("job", |cx| claim(cx, &resting))? else { break };
        let outcome = claimed.send(&sender);
        metrics::counter!("bup_webhooks_total", "reason" => outcome.reason.as_str()).increment(1);
        let refused = refusals.entry(claimed.webhook.clone()).or_default();
        *refused += usize::from(outcome.reason == AttemptReason::Refused);
        let wants_rest = match outcome.reason {
            AttemptReason::Ok => false,
            AttemptReason::Refused => *refused >= REFUSALS || matches!(outcome.status, Some(429 | 503)),
            _ => true,
        };
        if wants_rest {
            resting.push(claimed.webhook.clone());
        }
        gate.public("job", |cx| note(cx, &claimed, &outcome))?;
    }
    Ok(())
}

/// A message in the hands of this process.
struct Claimed {
    id: Id,
    webhook: Id,
    url: String,
    secrets: Vec<String>,
    body: String,
    at: Instant,
    round_tries: i32,
}

#[derive(Queryable)]
struct Due {
    id: Id,
    event: String,
    ward_id: Option<Id>,
    row_id: Id,
    occurred_at: Instant,
    tries: i32,
    round_tries: i32,
    webhook: Id,
    url: String,
    secret: String,
    old_secret: Option<String>,
    old_secret_until: Option<Instant>,
}

/// Takes the message that waits longest, and counts its try.
fn claim(cx: &mut PublicCx<'_>, resting: &[Id]) -> Result<Option<Claimed>> {
    let due = deliveries::table
        .inner_join(webhooks::table.on(webhooks::id.eq(deliveries::webhook_id)))
        .filter(deliveries::status.eq(DeliveryStatus::Pending))
        .filter(deliveries::next_try_at.le(cx.now))
        .filter(webhooks::active.eq(true))
        .filter(webhooks::id.ne_all(resting))
        .order((deliveries::next_try_at, deliveries::id))
        .select((
            deliveries::id,
            deliveries::event,
            deliveries::ward_id,
            deliveries::row_id,
            deliveries::occurred_at,
            deliveries::tries,
            deliveries::round_tries,
            webhooks::id,
            webhooks::url,
            webhooks::secret,
            webhooks::old_secret,
            webhooks::old_secret_until,
        ));
    let Some(due) = due.first::<Due>(cx.conn).optional()? else { return Ok(None) };
    let round_tries = due.round_tries + 1;
    let [dice] = random::<1>();
    let untouched = deliveries::table.find(&due.id).filter(deliveries::tries.eq(due.tries));
    let claimed = diesel::update(untouched)
        .set((
            deliveries::tries.eq(due.tries + 1),
            deliveries::round_tries.eq(round_tries),
            deliveries::next_try_at.eq(cx.now.plus(rules::pause(round_tries, dice))),
        ))
        .execute(cx.conn)?;
    if claimed == 0 {
        // Another process was quicker; it sends the rest, too.
        return Ok(None);
    }
    let vault = &cx.services.vault;
    let mut secrets =
        vec![vault.open(&sealed::WEBHOOK_SECRETS.of(&due.webhook), &due.secret).map_err(Error::internal)?];
    if let Some(old) = due.old_secret.filter(|_| due.old_secret_until.is_some_and(|until| cx.now < until)) {
        secrets.push(vault.open(&sealed::WEBHOOK_OLD_SECRETS.of(&due.webhook), &old).map_err(Error::internal)?);
    }
    let body = json!({
        "id": due.id, "type": due.event, "occurred_at": due.occurred_at, "ward_id": due.ward_id,
        "data": {"id": due.row_id},
    });
    Ok(Some(Claimed {
        id: due.id,
        webhook: due.webhook,
        url: due.url,
        secrets,
        body: body.to_string(),
        at: cx.now,
        round_tries,
    }))
}

impl Claimed {
    fn send(&self, sender: &Sender) -> Outcome {
        let timestamp = self.at.utc().timestamp();
        let signature = signing::signatures(&self.secrets, self.id.as_str(), timestamp, &self.body);
        let (url, id, body) = (&self.url, self.id.as_str(), &self.body);
        sender.post(&Message { url, id, timestamp, signature: &signature, body })
    }
}

fn note(cx: &mut PublicCx<'_>, sent: &Claimed, outcome: &Outcome) -> Result<()> {
    diesel::insert_into(attempts::table)
        .values((
            attempts::id.eq(Id::new(cx.now)),
            attempts::delivery_id.eq(&sent.id),
            attempts::at.eq(sent.at),
            attempts::status.eq(outcome.status),
            attempts::reason.eq(outcome.reason),
            attempts::duration_ms.eq(outcome.duration_ms),
        ))
        .execute(cx.conn)?;
    let message = deliveries::table.find(&sent.id);
    if outcome.reason == AttemptReason::Ok {
        diesel::update(message)
            .set((deliveries::status.eq(DeliveryStatus::Delivered), deliveries::delivered_at.eq(cx.now)))
            .execute(cx.conn)?;
        let failing = webhooks::table.find(&sent.webhook).filter(webhooks::failing_since.is_not_null());
        diesel::update(failing).set(webhooks::failing_since.eq(None::<Instant>)).execute(cx.conn)?;
        return Ok(());
    }
    if sent.round_tries >= MAX_TRIES {
        diesel::update(message).set(deliveries::status.eq(DeliveryStatus::Failed)).execute(cx.conn)?;
    }
    let whole = webhooks::table.find(&sent.webhook).filter(webhooks::failing_since.is_null());
    diesel::update(whole).set(webhooks::failing_since.eq(cx.now)).execute(cx.conn)?;
    switch_off_if_hopeless(cx, &sent.webhook)
}

/// Where nothing went through for days nobody listens: it is switched off, and its keepers are told.
fn switch_off_if_hopeless(cx: &mut PublicCx<'_>, webhook: &Id) -> Result<()> {
    let limit = cx.now.plus(-rules::GIVE_UP_AFTER);
    let hopeless =
        webhooks::table.find(webhook).filter(webhooks::active.eq(true)).filter(webhooks::failing_since.le(limit));
    let switched_off = diesel::update(hopeless)
        .set((
            webhooks::active.eq(false),
            webhooks::switched_off_at.eq(cx.now),
            webhooks::updated_at.eq(cx.now),
            webhooks::version.eq(webhooks::version + 1),
        ))
        .execute(cx.conn)?;
    if switched_off == 0 {
        return Ok(());
    }
    let (ward, unit): (Option<Id>, Id) =
        webhooks::table.find(webhook).select((webhooks::ward_id, webhooks::unit_id)).first(cx.conn)?;
    let people = users::table.filter(users::status.eq("active")).into_boxed();
    let people = match ward {
        Some(ward) => people.filter(users::ward_id.eq(ward)).filter(users::role.eq(Role::Admin)),
        None => people.filter(users::unit_id.eq(unit)),
    };
    let people: Vec<Id> = people.select(users::id).load(cx.conn)?;
    tracing::warn!(%webhook, "a webhook was switched off: nothing went through for days");
    notifications::tell(cx, &people, Kind::WebhookSwitchedOff, webhook)
}

/// Forgets messages that are old, with their tries.
///
/// # Errors
/// When the database refuses.
pub fn forget_old(cx: &mut PublicCx<'_>) -> Result<usize> {
    let limit = cx.now.plus(-TimeDelta::days(KEPT_DAYS));
    let old = || deliveries::table.filter(deliveries::created_at.lt(limit));
    diesel::delete(attempts::table.filter(attempts::delivery_id.eq_any(old().select(deliveries::id))))
        .execute(cx.conn)?;
    Ok(diesel::delete(old()).execute(cx.conn)?)
}
