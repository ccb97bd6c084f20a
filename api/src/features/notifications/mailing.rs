//! What the mails of notifications are made of.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::model::Kind;
use crate::access::PublicCx;
use crate::db::schema::{notifications, users};
use crate::db::types::Id;
use crate::error::Result;

/// Older ones are no news: where a mail server is set up late, nobody gets last year's.
const NEWS_DAYS: i64 = 7;
/// Of one run; the next takes the rest.
const AT_MOST: i64 = 5000;

/// A notification that its reader has neither seen nor been sent.
#[derive(Queryable)]
pub struct Unmailed {
    pub id: Id,
    pub user: Id,
    pub kind: Kind,
}

/// The unmailed and unread notifications of people with a mail address, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn unmailed(cx: &mut PublicCx<'_>, kinds: &[Kind]) -> Result<Vec<Unmailed>> {
    let since = cx.now.plus(-TimeDelta::days(NEWS_DAYS));
    Ok(notifications::table
        .inner_join(users::table.on(users::id.eq(notifications::user_id)))
        .filter(notifications::read_at.is_null())
        .filter(notifications::mailed_at.is_null())
        .filter(notifications::created_at.gt(since))
        .filter(notifications::kind.eq_any(kinds))
        .filter(users::status.eq("active"))
        .filter(users::email.is_not_null())
        .order(notifications::id)
        .limit(AT_MOST)
        .select((notifications::id, notifications::user_id, notifications::kind))
        .load(cx.conn)?)
}

/// # Errors
/// When the database refuses.
pub fn mark_mailed(cx: &mut PublicCx<'_>, ids: &[Id]) -> Result<()> {
    let now = cx.now;
    // In pieces: SQLite takes 32,766 values in one statement.
    for some in ids.chunks(1000) {
        diesel::update(notifications::table.filter(notifications::id.eq_any(some)))
            .set(notifications::mailed_at.eq(now))
            .execute(cx.conn)?;
    }
    Ok(())
}
