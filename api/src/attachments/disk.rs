//! The bytes, in `DATA_DIR/attachments`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use diesel::prelude::*;

use crate::access::Gate;
use crate::db::schema::attachments;
use crate::db::types::Id;
use crate::error::{Error, Result};

fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("attachments")
}

fn path(data_dir: &Path, id: &Id) -> PathBuf {
    // The last two letters are random: an even spread over 256 folders.
    let shelf: String = id.as_str().chars().skip(34).collect();
    folder(data_dir).join(shelf).join(id.as_str())
}

/// Writes a file so that it is whole or not there.
///
/// # Errors
/// 500 when the disk refuses.
pub fn write(data_dir: &Path, id: &Id, bytes: &[u8]) -> Result<()> {
    let target = path(data_dir, id);
    let write = || -> std::io::Result<()> {
        let shelf = target.parent().unwrap_or(data_dir);
        fs::create_dir_all(shelf)?;
        let draft = target.with_extension("part");
        let mut file = fs::File::create(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, &target)
    };
    write().map_err(|error| Error::internal(format!("attachment: {}", error.kind())))
}

/// # Errors
/// 404 when the bytes are gone.
pub fn read(data_dir: &Path, id: &Id) -> Result<Vec<u8>> {
    fs::read(path(data_dir, id)).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::not_found(),
        kind => Error::internal(format!("attachment: {kind}")),
    })
}

/// Removes files that were uploaded and never given to a row, a day after.
///
/// # Errors
/// When the database refuses.
pub fn sweep(gate: &Gate) -> Result<usize> {
    let data_dir = gate.services().config.data_dir.clone();
    let gone: Vec<Id> = gate.public("job", |cx| {
        let limit = cx.now.plus(chrono::TimeDelta::hours(-24));
        let unclaimed = attachments::owner_kind.is_null().and(attachments::created_at.lt(limit));
        let ids: Vec<Id> = attachments::table.filter(unclaimed).select(attachments::id).limit(500).load(cx.conn)?;
        diesel::delete(attachments::table.filter(attachments::id.eq_any(&ids))).execute(cx.conn)?;
        Ok(ids)
    })?;
    for id in &gone {
        if let Err(error) = fs::remove_file(path(&data_dir, id)) {
            tracing::warn!(%id, kind = ?error.kind(), "an unclaimed file could not be removed");
        }
    }
    Ok(gone.len())
}
