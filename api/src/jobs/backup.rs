//! The daily backup: made, read back, and the old ones let go. When none comes, the administrators are told.

use std::fs;
use std::path::Path;

use anyhow::Context;
use diesel::prelude::*;

use super::lease;
use crate::access::{Gate, PublicCx, Role};
use crate::backup::{self, Secret, Source, schedule};
use crate::calendar::start_of_ward_day;
use crate::db::Conn;
use crate::db::schema::{job_leases as leases, users};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};

/// Under this name the leases keep when a backup was last made, by this job or by `bup backup`.
pub(crate) const MADE: &str = "backup made";

/// # Errors
/// With what is in the way, after the administrators were told.
pub fn run(gate: &Gate) -> Result<()> {
    let Some(folder) = &gate.services().config.backup_dir else { return Ok(()) };
    let made = make_if_due(gate, folder);
    let newest = schedule::list(folder).ok().and_then(|all| all.into_iter().next());
    let now = gate.services().clock.now();
    let is_fresh = newest.is_some_and(|newest| now.utc() - newest.at.utc() < schedule::TOO_OLD);
    if made.is_err() || !is_fresh {
        tell(gate)?;
    }
    made.map_err(|error| Error::internal(format!("{error:#}")))
}

fn make_if_due(gate: &Gate, folder: &Path) -> anyhow::Result<()> {
    let config = &gate.services().config;
    let clock = &gate.services().clock;
    let now = clock.now();
    let due = schedule::last_due(config, now.utc());
    let newest = schedule::list(folder)?.into_iter().next();
    if newest.is_some_and(|newest| newest.at.utc() >= due) {
        return Ok(());
    }
    crate::server::make_private_folder(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    remove_drafts(folder)?;
    let secret = Secret::of(config)?;
    let file = folder.join(schedule::name(now));
    let source = Source::open(config)?;
    let made = backup::create(&source, clock, &secret, &file, false)?;
    source.mark_backup(&made);
    let removed = schedule::prune(folder, config)?;
    let (rows, files, missing) = (made.contents.rows, made.contents.files, made.contents.missing.len());
    tracing::info!(file = %file.display(), bytes = made.bytes, rows, files, missing, removed, "a backup was made");
    Ok(())
}

/// Writes down that a backup was made, for `bup doctor`.
///
/// # Errors
/// When the database refuses.
pub(crate) fn mark(conn: &mut Conn, at: Instant) -> Result<()> {
    let marked = diesel::update(leases::table.find(MADE)).set(leases::last_run_at.eq(at)).execute(conn)?;
    if marked == 0 {
        let row =
            (leases::name.eq(MADE), leases::holder.eq(""), leases::until.eq(at), leases::last_run_at.eq(Some(at)));
        diesel::insert_into(leases::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// What a run before this one left when it was cut off; whoever holds the lease is alone here.
fn remove_drafts(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let is_draft = path.file_name().and_then(|name| name.to_str()).is_some_and(schedule::is_draft);
        if is_draft {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    Ok(())
}

/// Tells every administrator, once a day.
fn tell(gate: &Gate) -> Result<()> {
    gate.public("job", |cx| {
        let today = Instant::new(start_of_ward_day(cx.today()));
        if !lease::first_since(cx, "backup missing", today)? {
            return Ok(());
        }
        for person in administrators(cx)? {
            notifications::tell(cx, std::slice::from_ref(&person), Kind::BackupMissing, &person)?;
        }
        Ok(())
    })
}

fn administrators(cx: &mut PublicCx<'_>) -> Result<Vec<Id>> {
    let active = users::table.filter(users::status.eq("active")).filter(users::role.eq(Role::Admin));
    Ok(active.order(users::id).select(users::id).load(cx.conn)?)
}
