//! The rows of the log, chained: each carries the hash of the row before it and of itself.
//!
//! There is one chain for the installation, and its head (the last number and hash) lies sealed in `seals`: whoever may
//! write in the database but does not hold the keys can forge no end of it. The head's row is locked where a transaction
//! ends, after everything else that it locks, so that writers wait shortly and never for each other.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Row;
use crate::crypto::Vault;
use crate::db::schema::{audit, seals};
use crate::db::types::Instant;
use crate::db::{Conn, columns};
use crate::each_backend;
use crate::error::{Error, Result};
use crate::keys::sealed;

/// The name of the head among the seals.
const HEAD: &str = "audit";

/// Rows that are written, or chained for the first time, by one statement or round.
const BATCH: i64 = 500;

/// Where the chain ends.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Head {
    pub seq: i64,
    pub hash: String,
    /// The last row that was there before the chain began: what happened to it earlier cannot be told.
    pub adopted: i64,
    pub begun_at: String,
}

/// The hash of a row: SHA-256, in hex, over a JSON array of the hash before it and every field. The moment stands in
/// microseconds, which both databases keep.
pub fn hash(before: &str, row: &Row) -> Result<String> {
    let canonical = serde_json::to_vec(&(
        before,
        row.seq,
        row.at.utc().timestamp_micros(),
        &row.ward_id,
        &row.actor_id,
        &row.acting_for_id,
        &row.action,
        &row.resource,
        &row.row_id,
        &row.changes,
        &row.outcome,
        &row.request_id,
    ))
    .map_err(Error::internal)?;
    Ok(hex::encode(Sha256::digest(canonical)))
}

/// Writes the rows of a transaction, as the last thing that it does.
///
/// # Errors
/// When the head is missing or was forged: the transaction must not happen then.
pub(crate) fn append(conn: &mut Conn, vault: &Vault, mut rows: Vec<Row>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let mut head = lock(conn, vault)?.ok_or_else(|| Error::internal("the audit log has lost its head"))?;
    for row in &mut rows {
        row.seq = head.seq + 1;
        row.hash = hash(&head.hash, row)?;
        head = Head { seq: row.seq, hash: row.hash.clone(), ..head };
    }
    for some in rows.chunks(usize::try_from(BATCH).unwrap_or(1)) {
        each_backend!(conn, plain => diesel::insert_into(audit::table).values(some).execute(plain))?;
    }
    let sealed = seal(vault, &head)?;
    diesel::update(seals::table.find(HEAD)).set(seals::sealed.eq(sealed)).execute(conn)?;
    Ok(())
}

/// The head, held until the transaction ends: on PostgreSQL the next writer waits here.
fn lock(conn: &mut Conn, vault: &Vault) -> Result<Option<Head>> {
    let row = seals::table.find(HEAD).select(seals::sealed);
    let sealed: Option<String> = match conn {
        Conn::Sqlite(plain) => row.first(plain).optional()?,
        Conn::Pg(plain) => row.for_update().first(plain).optional()?,
    };
    sealed.map(|sealed| open(vault, &sealed)).transpose()
}

/// The head as it lies there; `None` before the chain began.
pub(super) fn head(conn: &mut Conn, vault: &Vault) -> Result<Option<Head>> {
    let sealed: Option<String> = seals::table.find(HEAD).select(seals::sealed).first(conn).optional()?;
    sealed.map(|sealed| open(vault, &sealed)).transpose()
}

/// Whether there is a head, or a row that is chained.
pub(super) fn is_begun(conn: &mut Conn) -> Result<bool> {
    let heads: i64 = seals::table.find(HEAD).count().get_result(conn)?;
    let chained = diesel::dsl::exists(audit::table.filter(audit::hash.ne("")));
    Ok(heads > 0 || diesel::select(chained).get_result(conn)?)
}

fn open(vault: &Vault, sealed: &str) -> Result<Head> {
    let text = vault.open(&sealed::SEALS.of(HEAD), sealed).map_err(Error::internal)?;
    serde_json::from_str(&text).map_err(Error::internal)
}

fn seal(vault: &Vault, head: &Head) -> Result<String> {
    let text = serde_json::to_string(head).map_err(Error::internal)?;
    vault.seal(&sealed::SEALS.of(HEAD), &text).map_err(Error::internal)
}

/// Begins the chain where there is none: an empty log, or one of a version that did not chain yet.
///
/// # Errors
/// When rows are chained already but their head is gone: somebody took it away.
pub(crate) fn begin(conn: &mut Conn, vault: &Vault, now: Instant) -> Result<()> {
    if seals::table.find(HEAD).count().get_result::<i64>(conn)? > 0 {
        return Ok(());
    }
    if let Conn::Pg(plain) = conn {
        // Of two processes that start together, one begins and the other finds it begun.
        diesel::sql_query("LOCK TABLE audit, seals IN SHARE ROW EXCLUSIVE MODE").execute(plain)?;
        if seals::table.find(HEAD).count().get_result::<i64>(plain)? > 0 {
            return Ok(());
        }
    }
    if audit::table.filter(audit::hash.ne("")).count().get_result::<i64>(conn)? > 0 {
        return Err(Error::internal(
            "the audit log is chained but its head is gone: somebody took it away; restore the database from the backup",
        ));
    }
    let mut head = Head { begun_at: now.rfc3339(), ..Head::default() };
    loop {
        let rows = next(conn, head.seq)?;
        let Some(last) = rows.last() else { break };
        let last = last.seq;
        for row in &rows {
            head.hash = hash(&head.hash, row)?;
            diesel::update(audit::table.find(row.seq)).set(audit::hash.eq(&head.hash)).execute(conn)?;
        }
        head = Head { seq: last, adopted: last, ..head };
    }
    let sealed = seal(vault, &head)?;
    diesel::insert_into(seals::table).values((seals::name.eq(HEAD), seals::sealed.eq(sealed))).execute(conn)?;
    Ok(())
}

/// The next rows after one, in the order of the chain.
pub(super) fn next(conn: &mut Conn, after: i64) -> Result<Vec<Row>> {
    let rows = audit::table.filter(audit::seq.gt(after)).order(audit::seq).limit(BATCH);
    Ok(rows.select(columns::<Row>()).load(conn)?)
}
