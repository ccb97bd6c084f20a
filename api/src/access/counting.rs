//! Counting attempts against limits: in memory on SQLite, in the database where several processes may share one.

use diesel::dsl::{count_star, min};
use diesel::prelude::*;

use super::Gate;
use crate::auth::limits::{Limit, left};
use crate::db::schema::attempts;
use crate::db::types::{Id, Instant};
use crate::db::{Conn, DatabaseUrl};
use crate::each_backend;
use crate::error::Result;

/// A limit, and who is counted: an account, an address.
pub(crate) type Counted = (Limit, String);

impl Gate {
    /// Seconds to wait where one of the limits is reached, else `None`.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn must_wait(&self, asked: Vec<Counted>) -> Result<Option<u64>> {
        let now = self.services().clock.now();
        if !self.counts_together() {
            let limits = &self.services().limits;
            return Ok(asked.iter().find_map(|(limit, who)| limits.window(*limit).wait(who, now)));
        }
        let gate = self.clone();
        self.off_thread(move || {
            gate.pool.read(|conn| {
                for (limit, who) in &asked {
                    if let Some(seconds) = gate.wait_of(conn, *limit, who, now)? {
                        return Ok(Some(seconds));
                    }
                }
                Ok(None)
            })
        })
        .await
    }

    /// [`Gate::must_wait`] within a transaction.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) fn waits(&self, conn: &mut Conn, (limit, who): &Counted) -> Result<Option<u64>> {
        let now = self.services().clock.now();
        if self.counts_together() {
            return self.wait_of(conn, *limit, who, now);
        }
        Ok(self.services().limits.window(*limit).wait(who, now))
    }

    /// Counts one event for each.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn count(&self, events: Vec<Counted>) -> Result<()> {
        let now = self.services().clock.now();
        if !self.counts_together() {
            for (limit, who) in &events {
                self.services().limits.window(*limit).count(who, now);
            }
            return Ok(());
        }
        let gate = self.clone();
        self.off_thread(move || {
            let row = |(limit, who): &Counted| {
                (
                    attempts::id.eq(Id::new(now)),
                    attempts::limit_name.eq(limit.name()),
                    attempts::who.eq(gate.mark(*limit, who)),
                    attempts::at.eq(now),
                )
            };
            let rows: Vec<_> = events.iter().map(row).collect();
            gate.pool.write(|conn| {
                each_backend!(conn, plain => diesel::insert_into(attempts::table).values(&rows).execute(plain))?;
                Ok(())
            })
        })
        .await
    }

    /// Forgets what was counted (after a successful sign-in).
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn forgive(&self, limit: Limit, who: String) -> Result<()> {
        if !self.counts_together() {
            self.services().limits.window(limit).clear(&who);
            return Ok(());
        }
        let gate = self.clone();
        self.off_thread(move || {
            let own = || {
                let mark = gate.mark(limit, &who);
                attempts::table.filter(attempts::limit_name.eq(limit.name())).filter(attempts::who.eq(mark))
            };
            // Nearly everybody signs in at the first attempt: then there is nothing to write.
            let is_there =
                gate.pool.read(|conn| Ok(diesel::select(diesel::dsl::exists(own())).get_result::<bool>(conn)?))?;
            if !is_there {
                return Ok(());
            }
            gate.pool.write(|conn| Ok(diesel::delete(own()).execute(conn).map(drop)?))
        })
        .await
    }

    /// SQLite is one process's file: nothing has to be written to count.
    fn counts_together(&self) -> bool {
        matches!(self.pool.url(), DatabaseUrl::Postgres(_))
    }

    fn wait_of(&self, conn: &mut Conn, limit: Limit, who: &str, now: Instant) -> Result<Option<u64>> {
        let (counted, oldest): (i64, Option<Instant>) = attempts::table
            .filter(attempts::limit_name.eq(limit.name()))
            .filter(attempts::who.eq(self.mark(limit, who)))
            .filter(attempts::at.gt(now.plus(-chrono::TimeDelta::minutes(1))))
            // What was counted while the clock ran ahead bars nobody after it was set right.
            .filter(attempts::at.lt(now.plus(chrono::TimeDelta::minutes(1))))
            .select((count_star(), min(attempts::at)))
            .first(conn)?;
        let at_most = self.services().limits.window(limit).limit;
        let is_reached = usize::try_from(counted).unwrap_or(usize::MAX) >= at_most;
        Ok(oldest.filter(|_| is_reached).map(|oldest| left(oldest, now)))
    }

    /// No name and no address of anybody lies in the table: only who holds the key can tell whether it is theirs.
    fn mark(&self, limit: Limit, who: &str) -> String {
        self.services().vault.index(limit.name(), who)
    }
}

/// Removes what is older than a minute by far.
///
/// # Errors
/// When the database refuses.
pub(crate) fn forget_old(conn: &mut Conn, now: Instant) -> Result<usize> {
    let limit = now.plus(chrono::TimeDelta::minutes(-10));
    Ok(diesel::delete(attempts::table.filter(attempts::at.lt(limit))).execute(conn)?)
}
