//! Whose turn it is: one row for each job, taken before it runs.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::access::{Gate, PublicCx};
use crate::db::schema::job_leases as leases;
use crate::db::types::Instant;
use crate::each_backend;
use crate::error::Result;

/// Longer than any job takes: another process goes on after a crash, and never beside a slow run.
const HELD: TimeDelta = TimeDelta::minutes(30);

/// A moment further ahead than this was written by a clock that was wrong: between two machines there are seconds. It
/// holds nobody up.
const AHEAD: TimeDelta = TimeDelta::minutes(10);

/// The same for what happens once a day: what a clock did a day early is not done again on the day itself.
const DAYS_AHEAD: TimeDelta = TimeDelta::hours(36);

/// A lease that was taken, and when.
pub struct Lease<'a> {
    name: &'a str,
    at: Instant,
}

/// Takes the lease of a job that is due; `None` when another process holds it, or it ran a short time ago.
///
/// # Errors
/// When the database refuses.
pub fn take<'a>(gate: &Gate, name: &'a str, every: TimeDelta, holder: &str) -> Result<Option<Lease<'a>>> {
    gate.public("job", |cx| {
        let (at, until) = (cx.now, cx.now.plus(HELD));
        let held_too_long = leases::until.gt(until.plus(AHEAD));
        let free = leases::until.le(at).or(leases::holder.eq(holder)).or(held_too_long);
        let ran_ahead = leases::last_run_at.gt(at.plus(AHEAD));
        let due = leases::last_run_at.is_null().or(leases::last_run_at.le(at.plus(-every))).or(ran_ahead);
        let taken = diesel::update(leases::table.find(name).filter(free).filter(due))
            .set((leases::holder.eq(holder), leases::until.eq(until)))
            .execute(cx.conn)?;
        let is_mine = taken == 1 || insert(cx, name, holder, until, None)?;
        Ok(is_mine.then_some(Lease { name, at }))
    })
}

/// Ends a lease; a job that failed is due again at once.
///
/// # Errors
/// When the database refuses.
pub fn give_back(gate: &Gate, lease: &Lease<'_>, holder: &str, done: bool) -> Result<()> {
    gate.public("job", |cx| {
        let mine = leases::table.find(lease.name).filter(leases::holder.eq(holder));
        diesel::update(mine).set(leases::until.eq(cx.now)).execute(cx.conn)?;
        if done {
            diesel::update(mine).set(leases::last_run_at.eq(lease.at)).execute(cx.conn)?;
        }
        Ok(())
    })
}

/// True for the first who asks since a moment, as long as their transaction is committed.
///
/// # Errors
/// When the database refuses.
pub fn first_since(cx: &mut PublicCx<'_>, name: &str, since: Instant) -> Result<bool> {
    let now = cx.now;
    let days_ahead = leases::last_run_at.gt(now.plus(DAYS_AHEAD));
    let earlier = leases::last_run_at.is_null().or(leases::last_run_at.lt(since)).or(days_ahead);
    let marked =
        diesel::update(leases::table.find(name).filter(earlier)).set(leases::last_run_at.eq(now)).execute(cx.conn)?;
    Ok(marked == 1 || insert(cx, name, "", now, Some(now))?)
}

fn insert(
    cx: &mut PublicCx<'_>,
    name: &str,
    holder: &str,
    until: Instant,
    last_run_at: Option<Instant>,
) -> Result<bool> {
    let row = (
        leases::name.eq(name),
        leases::holder.eq(holder),
        leases::until.eq(until),
        leases::last_run_at.eq(last_run_at),
    );
    let made = each_backend!(cx.conn, plain => {
        diesel::insert_into(leases::table).values(row).on_conflict_do_nothing().execute(plain)
    })?;
    Ok(made == 1)
}
