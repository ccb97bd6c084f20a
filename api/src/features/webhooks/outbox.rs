//! From the audit rows of a transaction to messages, before it ends.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{DeliveryStatus, WebhookEvent};
use super::rules;
use crate::audit::{Fact, Row};
use crate::calendar::ward_today;
use crate::db::Conn;
use crate::db::schema::{service_accounts, units, wards, webhook_deliveries as deliveries, webhooks};
use crate::db::types::{Id, Instant, Json};
use crate::error::Result;

/// Writes one message for each subscription that hears of what happened.
///
/// # Errors
/// When the database refuses: then it did not happen.
pub(crate) fn put_out(conn: &mut Conn, rows: &[Row]) -> Result<()> {
    for fact in rows.iter().filter_map(Row::fact) {
        if let Some(event) = rules::event_of(&fact) {
            tell(conn, &fact, event)?;
        }
    }
    Ok(())
}

/// Id, ward, events; of the machine that keeps it: revoked when, until which day.
type Hook = (Id, Option<Id>, Json<Vec<WebhookEvent>>, Option<(Option<Instant>, NaiveDate)>);

fn tell(conn: &mut Conn, fact: &Fact<'_>, event: WebhookEvent) -> Result<()> {
    let above = superiors_of(conn, fact.ward_id)?;
    let of_ward = webhooks::ward_id.eq(fact.ward_id);
    let of_superior = webhooks::ward_id.is_null().and(webhooks::unit_id.eq_any(above));
    let hooks: Vec<Hook> = webhooks::table
        .left_join(service_accounts::table.on(service_accounts::id.nullable().eq(webhooks::service_account_id)))
        .filter(webhooks::active.eq(true))
        .filter(of_superior.or(of_ward))
        .order(webhooks::id)
        .select((
            webhooks::id,
            webhooks::ward_id,
            webhooks::events,
            (service_accounts::revoked_at, service_accounts::expires_on).nullable(),
        ))
        .load(conn)?;
    let today = ward_today(fact.at.utc());
    for (webhook, ward, events, keeper) in hooks {
        let hears = events.contains(&event) && (ward.is_some() || rules::reaches_superiors(event, fact));
        // A machine that may not come any more is not told any more.
        let is_kept = keeper.is_none_or(|(revoked, until)| revoked.is_none() && until >= today);
        if hears && is_kept {
            put(conn, &webhook, event.as_str(), Some(fact.ward_id), fact.row_id, fact.at)?;
        }
    }
    Ok(())
}

/// Puts one message into the queue.
///
/// # Errors
/// When the database refuses.
pub(super) fn put(conn: &mut Conn, webhook: &Id, event: &str, ward: Option<&Id>, row: &Id, at: Instant) -> Result<Id> {
    let id = Id::new(at);
    diesel::insert_into(deliveries::table)
        .values((
            deliveries::id.eq(&id),
            deliveries::webhook_id.eq(webhook),
            deliveries::event.eq(event),
            deliveries::ward_id.eq(ward),
            deliveries::row_id.eq(row),
            deliveries::occurred_at.eq(at),
            deliveries::status.eq(DeliveryStatus::Pending),
            deliveries::tries.eq(0),
            deliveries::round_tries.eq(0),
            deliveries::next_try_at.eq(at),
            deliveries::created_at.eq(at),
        ))
        .execute(conn)?;
    Ok(id)
}

/// The units above a ward, the nearest first.
fn superiors_of(conn: &mut Conn, ward: &Id) -> Result<Vec<Id>> {
    let mut next: Option<Id> =
        wards::table.find(ward).select(wards::superior_unit_id).first::<Option<Id>>(conn).optional()?.flatten();
    let mut above = Vec::new();
    while let Some(unit) = next.filter(|unit| !above.contains(unit)) {
        next = units::table.find(&unit).select(units::parent_id).first::<Option<Id>>(conn).optional()?.flatten();
        above.push(unit);
    }
    Ok(above)
}
