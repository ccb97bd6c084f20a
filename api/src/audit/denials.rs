//! Refused attempts, recorded too: bounded, so that a flood of them cannot fill the disk.

use actix_web::rt::task::spawn_blocking;
use diesel::prelude::*;

use super::Row;
use crate::access::Gate;
use crate::auth::tokens::Bearer;
use crate::db::schema::{service_accounts, sessions, users};
use crate::db::types::Id;
use crate::error::Result;

/// Somebody signed in who asked for what they may not.
pub struct Denial {
    pub bearer: Bearer,
    pub action: String,
    pub resource: String,
    pub row_id: Option<Id>,
    pub request_id: String,
}

/// Writes the denial in the background; at most 30 a minute for each session or service account.
pub fn record(gate: &Gate, denial: Denial) {
    let (limits, now) = (&gate.services().limits, gate.services().clock.now());
    let key = match &denial.bearer {
        Bearer::Person { session_id, .. } => session_id.to_string(),
        Bearer::Machine { account_id, .. } => account_id.to_string(),
    };
    if limits.denials.wait(&key, now).is_some() {
        return;
    }
    limits.denials.count(&key, now);
    let gate = gate.clone();
    spawn_blocking(move || {
        if let Err(error) = write(&gate, &denial) {
            tracing::warn!(request_id = denial.request_id, %error, "a denial could not be recorded");
        }
    });
}

fn write(gate: &Gate, denial: &Denial) -> Result<()> {
    gate.public(&denial.request_id, |cx| {
        let who: Option<(Id, Option<Id>)> = match &denial.bearer {
            Bearer::Person { session_id, .. } => sessions::table
                .inner_join(users::table.on(users::id.eq(sessions::user_id)))
                .filter(sessions::id.eq(session_id))
                .select((users::id, users::ward_id))
                .first(cx.conn)
                .optional()?,
            Bearer::Machine { account_id, .. } => service_accounts::table
                .find(account_id)
                .select((service_accounts::id, service_accounts::ward_id))
                .first(cx.conn)
                .optional()?,
        };
        let (actor_id, ward_id) = who.map_or((None, None), |(doer, ward)| (Some(doer), ward));
        cx.audit_rows.push(Row {
            seq: 0,
            at: cx.now,
            ward_id,
            actor_id,
            acting_for_id: None,
            action: denial.action.clone(),
            resource: denial.resource.clone(),
            row_id: denial.row_id.clone(),
            changes: "{}".to_owned(),
            outcome: "denied".to_owned(),
            request_id: denial.request_id.clone(),
            hash: String::new(),
        });
        Ok(())
    })
}
