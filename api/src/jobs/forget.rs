//! What is old and serves nobody any more is deleted.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::access::{Gate, PublicCx, counting};
use crate::auth::failures;
use crate::db::schema::{mails, notifications, refresh_tokens, sessions};
use crate::error::Result;
use crate::features::{children, webhooks};
use crate::{attachments, audit};

const SESSION_DAYS: i64 = 90;
const NOTIFICATION_DAYS: i64 = 365;
const MAIL_DAYS: i64 = 90;

/// # Errors
/// When the database refuses; what was forgotten before stays forgotten.
pub fn run(gate: &Gate) -> Result<()> {
    let works: [fn(&mut PublicCx<'_>) -> Result<usize>; 8] = [
        attempts,
        keys,
        ended_sessions,
        failures::forget_old,
        read_notifications,
        old_mails,
        children::forget_imports,
        webhooks::forget_old,
    ];
    for work in works {
        gate.public("job", work)?;
    }
    attachments::sweep(gate)?;
    Ok(())
}

fn attempts(cx: &mut PublicCx<'_>) -> Result<usize> {
    counting::forget_old(cx.conn, cx.now)
}

fn keys(cx: &mut PublicCx<'_>) -> Result<usize> {
    audit::once::forget_old(cx.conn, cx.now)
}

/// Sessions that ended long ago, with their tokens; the audit log keeps who signed in and when.
fn ended_sessions(cx: &mut PublicCx<'_>) -> Result<usize> {
    let limit = cx.now.plus(-TimeDelta::days(SESSION_DAYS));
    let ended = || sessions::table.filter(sessions::expires_at.lt(limit).or(sessions::revoked_at.lt(limit)));
    let tokens = refresh_tokens::table.filter(refresh_tokens::session_id.eq_any(ended().select(sessions::id)));
    diesel::delete(tokens).execute(cx.conn)?;
    Ok(diesel::delete(ended()).execute(cx.conn)?)
}

fn read_notifications(cx: &mut PublicCx<'_>) -> Result<usize> {
    let limit = cx.now.plus(-TimeDelta::days(NOTIFICATION_DAYS));
    Ok(diesel::delete(notifications::table.filter(notifications::read_at.lt(limit))).execute(cx.conn)?)
}

/// Sent, or given up.
fn old_mails(cx: &mut PublicCx<'_>) -> Result<usize> {
    let limit = cx.now.plus(-TimeDelta::days(MAIL_DAYS));
    Ok(diesel::delete(mails::table.filter(mails::created_at.lt(limit))).execute(cx.conn)?)
}
