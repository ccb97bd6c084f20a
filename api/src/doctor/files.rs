//! The data folder: whose it is, what is missing in it, how much more it takes, and when it was last backed up.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use diesel::sql_types::{BigInt, Nullable, Text, Timestamp};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::Notes;
use crate::backup::{Source, schedule, snapshot};
use crate::clock::Clock;
use crate::config::Config;
use crate::crypto::Vault;
use crate::db::types::{Id, Instant};
use crate::jobs::BACKUP_MADE;
use crate::keys;

/// Less than this on the disk is soon too little.
const LITTLE: u64 = 1024 * 1024 * 1024;
const TOO_LITTLE: u64 = 128 * 1024 * 1024;
/// So many names are told of a long list.
const TOLD: usize = 3;

pub(super) fn folder(notes: &mut Notes, config: &Config) {
    let data_dir = &config.data_dir;
    if !data_dir.is_dir() {
        notes.fail("folder", format!("{} is not there", data_dir.display()));
        return;
    }
    let mut open: Vec<PathBuf> = Vec::new();
    let key = |name| data_dir.join("keys").join(name);
    let secret = [data_dir.clone(), data_dir.join("keys"), key(keys::VAULT), key(keys::INDEX), key(keys::TOKENS)];
    open.extend(secret.into_iter().filter(|path| is_open_to_others(path)));
    let is_key = |path: &PathBuf| path.is_file();
    match open.iter().find(|path| is_key(path)).or(open.first()) {
        // A folder that nobody else enters keeps what lies in it.
        Some(path) if is_key(path) && is_open_to_others(data_dir) => {
            notes.fail("folder", format!("{} can be read by other accounts: chmod 600", path.display()));
        }
        Some(path) => notes.warn("folder", format!("{} is open to other accounts: chmod go-rwx", path.display())),
        None => notes.ok("folder", format!("{} is its owner's alone", data_dir.display())),
    }
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|about| about.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> bool {
    false
}

pub(super) fn space(notes: &mut Notes, config: &Config) {
    for (check, folder) in [("disk", Some(&config.data_dir)), ("backup disk", config.backup_dir.as_ref())] {
        let Some((folder, free)) = folder.and_then(|folder| Some((folder, space_of(folder)?.free))) else { continue };
        let told = format!("{} MB free at {}", free / 1_000_000, folder.display());
        match free {
            free if free < TOO_LITTLE => notes.fail(check, told),
            free if free < LITTLE => notes.warn(check, told),
            _ => notes.ok(check, told),
        }
    }
}

/// A disk, in bytes: what may still be written, and how large it is.
pub(crate) struct Space {
    pub free: u64,
    pub total: u64,
}

/// The disk that a folder lies on; `None` where that cannot be told.
#[cfg(unix)]
pub(crate) fn space_of(folder: &Path) -> Option<Space> {
    let about = rustix::fs::statvfs(folder).ok()?;
    let bytes = |blocks: u64| blocks.saturating_mul(about.f_frsize);
    Some(Space { free: bytes(about.f_bavail), total: bytes(about.f_blocks) })
}

#[cfg(not(unix))]
pub(crate) fn space_of(_: &Path) -> Option<Space> {
    None
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Nullable<Text>)]
    owner: Option<String>,
    #[diesel(sql_type = Text)]
    sha256: String,
    #[diesel(sql_type = BigInt)]
    size: i64,
}

/// Every row has its file, every file its row, and the bytes are those that were uploaded.
pub(super) fn attachments(notes: &mut Notes, source: &Source, vault: &Vault) {
    const CHECK: &str = "attachments";
    match compare(source, vault) {
        Ok(Compared { whole, missing, changed, orphans }) => {
            if !missing.is_empty() {
                notes.fail(
                    CHECK,
                    format!("{} of {} files are missing: {}", missing.len(), whole + missing.len(), some(&missing)),
                );
            }
            if !changed.is_empty() {
                notes.fail(CHECK, format!("{} files are not what was uploaded: {}", changed.len(), some(&changed)));
            }
            if !orphans.is_empty() {
                notes.warn(CHECK, format!("{} files belong to no row: {}", orphans.len(), some(&orphans)));
            }
            if missing.is_empty() && changed.is_empty() {
                notes.ok(CHECK, format!("{whole} files are there and whole"));
            }
        }
        Err(error) => notes.fail(CHECK, format!("{error:#}")),
    }
}

#[derive(Default)]
struct Compared {
    whole: usize,
    missing: Vec<String>,
    changed: Vec<String>,
    orphans: Vec<String>,
}

fn compare(source: &Source, vault: &Vault) -> Result<Compared> {
    // The files first: one that comes after them has its row already, and none is an orphan by that.
    let mut on_disk = files(&source.data_dir.join("attachments"))?;
    let rows: Vec<Row> = snapshot(&source.pool, |conn| {
        Ok(sql_query("SELECT id, owner_kind AS owner, sha256, size FROM attachments").load(conn)?)
    })?;
    let mut found = Compared::default();
    for row in rows {
        on_disk.remove(&row.id);
        let id = Id::parse(&row.id).context("an attachment without an id")?;
        match crate::attachments::is_whole(vault, &source.data_dir, &id, &row.sha256, row.size) {
            Ok(true) => found.whole += 1,
            Ok(false) => found.changed.push(row.id),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                // What was let go is swept at any moment.
                if row.owner.as_deref() != Some("nobody") {
                    found.missing.push(row.id);
                }
            }
            Err(error) => return Err(error).with_context(|| row.id),
        }
    }
    found.orphans = on_disk.into_keys().collect();
    Ok(found)
}

/// The files under a folder, by name.
fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            match path.is_dir() {
                true => folders.push(path),
                // A draft that is being written.
                false if name.ends_with(".part") => {}
                false => drop(found.insert(name, path)),
            }
        }
    }
    Ok(found)
}

fn some(names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(TOLD).map(String::as_str).collect();
    if names.len() > TOLD { format!("{}, …", first.join(", ")) } else { first.join(", ") }
}

#[derive(QueryableByName)]
struct Marked {
    #[diesel(sql_type = Nullable<Timestamp>)]
    at: Option<Instant>,
}

pub(super) fn backups(notes: &mut Notes, config: &Config, source: &Source, clock: &Clock) {
    const CHECK: &str = "backup";
    let now = clock.now();
    let scheduled = match config.backup_dir.as_deref().map(schedule::list).transpose() {
        Ok(all) => all.and_then(|all| all.first().map(|newest| newest.at)),
        Err(error) => return notes.fail(CHECK, format!("{error:#}")),
    };
    let by_hand = snapshot(&source.pool, |conn| {
        let query = format!("SELECT last_run_at AS at FROM job_leases WHERE name = '{BACKUP_MADE}'");
        Ok(sql_query(query).load::<Marked>(conn)?.into_iter().find_map(|row| row.at))
    });
    // Where a folder is named, what counts is what lies in it.
    let newest = if config.backup_dir.is_some() { scheduled } else { by_hand.ok().flatten() };
    let Some(newest) = newest else {
        let told = "no backup was made yet: set backup_dir, or run bup backup";
        return if config.backup_dir.is_some() { notes.fail(CHECK, told) } else { notes.warn(CHECK, told) };
    };
    let hours = (now.utc() - newest.utc()).num_hours();
    let told = format!("the last backup is {hours} hours old ({})", newest.rfc3339());
    if now.utc() - newest.utc() < schedule::TOO_OLD {
        notes.ok(CHECK, told);
    } else if config.backup_dir.is_some() {
        notes.fail(CHECK, told);
    } else {
        notes.warn(CHECK, told);
    }
}
