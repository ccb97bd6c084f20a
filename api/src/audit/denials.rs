//! Refused attempts, recorded too: bounded, so that a flood of them cannot fill the disk.

use actix_web::rt::task::spawn_blocking;
use diesel::prelude::*;

use super::Row;
use crate::access::Gate;
use crate::db::schema::{sessions, users};
use crate::db::types::Id;
use crate::error::Result;

/// Somebody signed in who asked for what they may not.
pub struct Denial {
    pub session_id: Id,
    pub action: String,
    pub resource: String,
    pub row_id: Option<Id>,
    pub request_id: String,
}

/// Writes the denial in the background; at most 30 a minute for each session.
pub fn record(gate: &Gate, denial: Denial) {
    let (limits, now) = (&gate.services().limits, gate.services().clock.now());
    let session = denial.session_id.to_string();
    if limits.denials.wait(&session, now).is_some() {
        return;
    }
    limits.denials.count(&session, now);
    let gate = gate.clone();
    spawn_blocking(move || {
        if let Err(error) = write(&gate, &denial) {
            tracing::warn!(request_id = denial.request_id, %error, "a denial could not be recorded");
        }
    });
}

fn write(gate: &Gate, denial: &Denial) -> Result<()> {
    gate.public(&denial.request_id, |cx| {
        let who: Option<(Id, Option<Id>)> = sessions::table
            .inner_join(users::table.on(users::id.eq(sessions::user_id)))
            .filter(sessions::id.eq(&denial.session_id))
            .select((users::id, users::ward_id))
            .first(cx.conn)
            .optional()?;
        let (actor_id, ward_id) = who.map_or((None, None), |(user, ward)| (Some(user), ward));
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
