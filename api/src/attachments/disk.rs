//! The bytes, in `DATA_DIR/attachments`, sealed: whoever takes the disk without its keys reads none of them.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::store::OwnerKind;
use crate::access::{Gate, Services};
use crate::crypto::Vault;
use crate::db::schema::attachments;
use crate::db::types::Id;
use crate::error::{Error, Result, STORAGE_FAILED};

/// Where the bytes of a file lie.
pub(crate) fn path(data_dir: &Path, id: &Id) -> PathBuf {
    // The last two letters are random: an even spread over 256 folders.
    let shelf: String = id.as_str().chars().skip(34).collect();
    data_dir.join("attachments").join(shelf).join(id.as_str())
}

/// What a sealed file is bound to.
fn place(id: &Id) -> String {
    format!("attachments/{id}")
}

/// Seals a file and writes it so that it is whole or not there.
///
/// # Errors
/// 503 when the disk is full or read-only, 500 when it refuses otherwise; nothing of it is left then.
pub fn write(services: &Services, id: &Id, bytes: &[u8]) -> Result<()> {
    let data_dir = &services.config.data_dir;
    let sealed = services.vault.seal_file(&place(id), bytes).map_err(Error::internal)?;
    let target = path(data_dir, id);
    let draft = target.with_extension("part");
    let write = || -> std::io::Result<()> {
        let shelf = target.parent().unwrap_or(data_dir);
        fs::create_dir_all(shelf)?;
        let mut file = fs::File::create(&draft)?;
        file.write_all(&sealed)?;
        file.sync_all()?;
        fs::rename(&draft, &target)?;
        // The name too must outlive a power cut: the row that is written next speaks of it.
        fs::File::open(shelf)?.sync_all()
    };
    write().map_err(|error| {
        // On a full disk every half file counts.
        let _ = fs::remove_file(&draft);
        Error::disk("attachment", &error)
    })
}

/// Whether the data folder takes what is written, found out by writing.
///
/// # Errors
/// 503 when it does not.
pub fn check(data_dir: &Path) -> Result<()> {
    let probe = data_dir.join(".ready");
    let write = || -> std::io::Result<()> { fs::File::create(&probe)?.write_all(&[0; 4096]) };
    let written = write();
    let _ = fs::remove_file(&probe);
    written.map_err(|error| match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem => {
            Error::disk("data folder", &error)
        }
        kind => Error::storage(STORAGE_FAILED, format!("data folder: {kind}")),
    })
}

/// Whether the bytes that lie there are those that were uploaded, as `sha256` and `size` tell.
///
/// # Errors
/// When they cannot be read.
pub(crate) fn is_whole(vault: &Vault, data_dir: &Path, id: &Id, sha256: &str, size: i64) -> std::io::Result<bool> {
    let kept = fs::read(path(data_dir, id))?;
    let Ok(opened) = vault.open_file(&place(id), &kept) else { return Ok(false) };
    let bytes = opened.unwrap_or(kept);
    Ok(i64::try_from(bytes.len()) == Ok(size) && hex::encode(Sha256::digest(&bytes)) == sha256)
}

/// # Errors
/// 404 when the bytes are gone; 500 when they are not those that were uploaded.
pub fn read(services: &Services, id: &Id, sha256: &str) -> Result<Vec<u8>> {
    let kept = fs::read(path(&services.config.data_dir, id)).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::not_found(),
        kind => Error::internal(format!("attachment: {kind}")),
    })?;
    // What was uploaded before files were sealed lies there as it is; its digest says that nobody changed it.
    let bytes = services.vault.open_file(&place(id), &kept).map_err(Error::internal)?.unwrap_or(kept);
    let is_whole = hex::encode(Sha256::digest(&bytes)) == sha256;
    if is_whole { Ok(bytes) } else { Err(Error::internal("attachment: not what was uploaded")) }
}

/// Seals the files anew that another key than `current` sealed; how many.
///
/// # Errors
/// When the disk refuses, or a file does not open: nothing of it is changed then.
pub fn reseal(services: &Services, current: &str) -> Result<u64> {
    let told = |error: std::io::Error| Error::internal(format!("attachments: {}", error.kind()));
    let folder = services.config.data_dir.join("attachments");
    if !folder.exists() {
        return Ok(0);
    }
    let mut resealed = 0;
    for shelf in fs::read_dir(folder).map_err(told)? {
        for entry in fs::read_dir(shelf.map_err(told)?.path()).map_err(told)? {
            let path = entry.map_err(told)?.path();
            // A draft that was cut off is no file of anybody's.
            let Some(id) = path.file_name().and_then(|name| Id::parse(name.to_str()?)) else { continue };
            let kept = match fs::read(&path) {
                Ok(kept) => kept,
                // Swept in the meantime.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => return Err(told(error)),
            };
            if services.vault.seals_file_with(&kept, current) {
                continue;
            }
            let Some(bytes) = services.vault.open_file(&place(&id), &kept).map_err(Error::internal)? else { continue };
            write(services, &id, &bytes)?;
            resealed += 1;
        }
    }
    Ok(resealed)
}

/// Removes files that were let go, and a day after their upload those that were never given to a row.
///
/// # Errors
/// When the database refuses.
pub fn sweep(gate: &Gate) -> Result<usize> {
    let gone: Vec<Id> = gate.public("job", |cx| {
        let limit = cx.now.plus(chrono::TimeDelta::hours(-24));
        let unclaimed = attachments::owner_kind.is_null().and(attachments::created_at.lt(limit));
        diesel::update(attachments::table.filter(unclaimed))
            .set(attachments::owner_kind.eq(OwnerKind::Nobody))
            .execute(cx.conn)?;
        let nobodys = attachments::table.filter(attachments::owner_kind.eq(OwnerKind::Nobody));
        Ok(nobodys.select(attachments::id).limit(500).load(cx.conn)?)
    })?;
    // The row goes last: while it is there, the next sweep tries again.
    let removed: Vec<Id> = gone.into_iter().filter(|id| remove(&gate.services().config.data_dir, id)).collect();
    gate.public("job", |cx| {
        diesel::delete(attachments::table.filter(attachments::id.eq_any(&removed))).execute(cx.conn)?;
        Ok(())
    })?;
    Ok(removed.len())
}

/// Removes the bytes of a file that no row speaks of; false when the disk refuses.
pub fn remove(data_dir: &Path, id: &Id) -> bool {
    match fs::remove_file(path(data_dir, id)) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            tracing::warn!(%id, kind = ?error.kind(), "a file that nobody owns could not be removed");
            false
        }
        _ => true,
    }
}
