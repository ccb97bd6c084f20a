//! The start: keys that are missing or are other ones are a refusal, never a new key over old data.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use diesel::prelude::*;

use super::rotate::first_sealed;
use super::{INDEX, KeyFile, TOKENS, VAULT, sealed};
use crate::auth::tokens::Tokens;
use crate::crypto::{KeyRing, Vault};
use crate::db::schema::{children, seals};
use crate::db::{Conn, Pool};
use crate::each_backend;

/// What the program signs and seals with.
pub struct Keys {
    pub tokens: Tokens,
    pub vault: Vault,
}

/// The name of the check value among the seals: the fingerprint of a fixed text under `index.json`, sealed with
/// `vault.json`, so that it tells of both.
const CHECK: &str = "keys";

/// Opens the key files, or makes them for a database in which nothing is sealed yet.
///
/// # Errors
/// With the file that is missing or is the wrong one, and what to do.
pub fn open(pool: &Pool, folder: &Path) -> Result<Keys> {
    let look = |work: &dyn Fn(&mut Conn) -> crate::error::Result<bool>| pool.read(work).map_err(told);
    let file = |name: &str| folder.join(name);
    if !file(VAULT).exists() && look(&|conn| Ok(first_sealed(conn)?.is_some()))? {
        bail!(missing(&file(VAULT), "holds data that was sealed with it"));
    }
    if !file(INDEX).exists() && look(&|conn| Ok(check_value(conn)?.is_some() || is_indexed(conn)?))? {
        bail!(missing(&file(INDEX), "finds numbers of identity by it"));
    }
    for name in [VAULT, INDEX, TOKENS] {
        if !file(name).exists()
            && let Err(error) = KeyRing::generate().create(&file(name))
            && !file(name).exists()
        {
            return Err(error);
        }
    }
    let index = KeyRing::read(&file(INDEX))?;
    let vault = Vault::new(KeyFile::open(&file(VAULT))?, &index);
    check(pool, &vault, [&file(VAULT), &file(INDEX)])?;
    // Tokens live for a quarter of an hour: a lost file costs nobody more than signing in again.
    Ok(Keys { tokens: Tokens::new(KeyFile::open(&file(TOKENS))?), vault })
}

/// Opens the key files as they are and checks them against a database, without making or writing anything.
///
/// # Errors
/// With the file that is missing or is the wrong one.
pub(crate) fn look(conn: &mut Conn, folder: &Path) -> Result<Vault> {
    let file = |name: &str| folder.join(name);
    let index = KeyRing::read(&file(INDEX))?;
    let vault = Vault::new(KeyFile::open(&file(VAULT))?, &index);
    match check_value(conn) {
        Ok(Some(kept)) => {
            let opened = vault.open(&sealed::SEALS.of(CHECK), &kept).with_context(|| other(&file(VAULT)))?;
            if opened != vault.index("seals", CHECK) {
                bail!(other(&file(INDEX)));
            }
        }
        // A database of before the check value, or of before its table.
        _ => {
            if let Ok(Some((place, text))) = first_sealed(conn) {
                vault.open(&place, &text).with_context(|| other(&file(VAULT)))?;
            }
        }
    }
    Ok(vault)
}

/// The check value opens with these keys; where there is none yet, the data itself must.
fn check(pool: &Pool, vault: &Vault, [vault_file, index_file]: [&PathBuf; 2]) -> Result<()> {
    let place = sealed::SEALS.of(CHECK);
    let fingerprint = vault.index("seals", CHECK);
    if pool.read(check_value).map_err(told)?.is_none() {
        if let Some((place, text)) = pool.read(first_sealed).map_err(told)? {
            vault.open(&place, &text).with_context(|| other(vault_file))?;
        }
        let value = vault.seal(&place, &fingerprint)?;
        let row = (seals::name.eq(CHECK), seals::sealed.eq(value));
        pool.write(|conn| {
            // Of two processes that start together, the first decides whose keys are the right ones.
            each_backend!(conn, plain => {
                diesel::insert_into(seals::table).values(row).on_conflict_do_nothing().execute(plain)
            })?;
            Ok(())
        })
        .map_err(told)?;
    }
    let kept = pool.read(check_value).map_err(told)?.unwrap_or_default();
    let opened = vault.open(&place, &kept).with_context(|| other(vault_file))?;
    if opened != fingerprint {
        bail!(other(index_file));
    }
    Ok(())
}

fn check_value(conn: &mut Conn) -> crate::error::Result<Option<String>> {
    Ok(seals::table.find(CHECK).select(seals::sealed).first(conn).optional()?)
}

fn is_indexed(conn: &mut Conn) -> crate::error::Result<bool> {
    let indexed = children::table.filter(children::personal_id_index.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(indexed)).get_result(conn)?)
}

fn missing(file: &Path, why: &str) -> String {
    format!(
        "{} is missing, but the database {why}. Put the file back from the backup of the data folder and start again. \
         No new key is made: the data could never be read with it.",
        file.display()
    )
}

fn other(file: &Path) -> String {
    format!(
        "{} is not the key file that this database was used with. Put the right one back from the backup of the data \
         folder and start again",
        file.display()
    )
}

fn told(error: crate::error::Error) -> anyhow::Error {
    anyhow::anyhow!("{error}")
}
