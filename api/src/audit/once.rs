//! `Idempotency-Key`: a phone may repeat a request whose answer was lost; one row, the same answer.
//!
//! The key is written first and in the same transaction as the change. On PostgreSQL a second request with the same
//! key waits at that insert until the first has ended; on SQLite writers take turns anyway.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::access::{Cx, Subject, Writes};
use crate::db::schema::idempotency_keys as keys;
use crate::db::types::{Id, Instant};
use crate::each_backend;
use crate::error::{Error, KEY_BAD, KEY_REUSED, Result};
use crate::http::Created;
use crate::keys::sealed::{self, Place};

/// The key of a request and the fingerprint of what it asked for.
pub struct Key {
    key: Option<String>,
    fingerprint: String,
}

impl Key {
    /// # Errors
    /// 400 for a key that is empty, too long or not plain ASCII.
    pub fn from_request(request: &HttpRequest, body: [u8; 32]) -> Result<Self> {
        let key = match request.headers().get("idempotency-key") {
            None => None,
            Some(value) => {
                let text = value.to_str().unwrap_or("");
                if text.is_empty() || text.len() > 128 {
                    return Err(Error::new(StatusCode::BAD_REQUEST, KEY_BAD));
                }
                Some(text.to_owned())
            }
        };
        let mut hash = Sha256::new();
        hash.update(request.method().as_str());
        hash.update(request.uri().path());
        hash.update(body);
        Ok(Self { key, fingerprint: hex::encode(hash.finalize()) })
    }
}

impl Key {
    /// The key together with what it asked for, where nobody is signed in whose answers could be kept.
    pub fn name(&self) -> Option<String> {
        let key = self.key.as_ref()?;
        Some(hex::encode(Sha256::digest(format!("{} {key}", self.fingerprint))))
    }
}

/// Runs `work` once for a key; a repetition gets the kept answer.
///
/// # Errors
/// Whatever `work` answers (the key is free again then); 422 when the key belongs to another request.
pub fn run<R: Subject, A: Writes, T: Serialize>(
    cx: &mut Cx<'_, R, A>,
    key: Key,
    status: StatusCode,
    path: Option<String>,
    work: impl FnOnce(&mut Cx<'_, R, A>) -> Result<T>,
) -> Result<Created> {
    let Some(name) = &key.key else {
        let value = work(cx)?;
        return Ok(answer(status, path, &value));
    };
    if !claim(cx, name, &key.fingerprint)? {
        return repeat(cx, name, &key.fingerprint);
    }
    let value = work(cx)?;
    let created = answer(status, path, &value);
    let user = cx.caller().id();
    // What was answered may be about a child: it is kept as sealed as the row itself.
    let sealed = cx.services().vault.seal(&place(user, name), &created.body.to_string()).map_err(Error::internal)?;
    diesel::update(keys::table.find((user, name)))
        .set((
            keys::status.eq(i32::from(created.status.as_u16())),
            keys::location.eq(&created.location),
            keys::body.eq(sealed),
        ))
        .execute(cx.conn())?;
    Ok(created)
}

fn answer<T: Serialize>(status: StatusCode, path: Option<String>, value: &T) -> Created {
    let body = json!(value);
    let id = body.get("id").and_then(|id| id.as_str());
    let location = path.zip(id).map(|(path, id)| format!("{path}/{id}"));
    Created { status, location, body }
}

fn place(user: &Id, name: &str) -> Place {
    sealed::KEPT_ANSWERS.of(format_args!("{user}/{name}"))
}

/// Writes the key down; false when it is there already.
fn claim<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, name: &str, fingerprint: &str) -> Result<bool> {
    let user = cx.caller().id();
    let row = (
        keys::user_id.eq(user),
        keys::idempotency_key.eq(name),
        keys::fingerprint.eq(fingerprint),
        keys::status.eq(0),
        keys::body.eq(""),
        keys::created_at.eq(cx.now()),
    );
    let written = each_backend!(cx.conn(), plain => {
        diesel::insert_into(keys::table).values(row).on_conflict_do_nothing().execute(plain)
    })?;
    Ok(written == 1)
}

fn repeat<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, name: &str, fingerprint: &str) -> Result<Created> {
    let user = cx.caller().id();
    let (known, status, location, body): (String, i32, Option<String>, String) = keys::table
        .find((user, name))
        .select((keys::fingerprint, keys::status, keys::location, keys::body))
        .first(cx.conn())?;
    if known != fingerprint {
        return Err(Error::new(StatusCode::UNPROCESSABLE_ENTITY, KEY_REUSED));
    }
    // Nothing changes, so there is nothing to audit: the first request wrote its row.
    cx.mark_audited();
    let body = cx.services().vault.open(&place(user, name), &body).map_err(Error::internal)?;
    let status = u16::try_from(status).ok().and_then(|code| StatusCode::from_u16(code).ok());
    Ok(Created {
        status: status.unwrap_or(StatusCode::OK),
        location,
        body: serde_json::from_str(&body).map_err(|error| Error::internal(format!("kept answer: {error}")))?,
    })
}

/// Forgets keys older than a day (the contract's 24 hours).
///
/// # Errors
/// When the database refuses.
pub fn forget_old(conn: &mut crate::db::Conn, now: Instant) -> Result<usize> {
    let limit = now.plus(chrono::TimeDelta::hours(-24));
    Ok(diesel::delete(keys::table.filter(keys::created_at.lt(limit))).execute(conn)?)
}
