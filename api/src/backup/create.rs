//! Making a backup: beside a server that goes on serving.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use diesel::RunQueryDsl;
use diesel::sql_types::{Nullable, Text};

use super::archive::{Contents, FileHead, FileKind, Nobody, Packer, TableHead, unpack};
use super::seal::{About, Header, Opening, Sealing, read_header};
use super::{Secret, Source, export, snapshot, tables};
use crate::clock::Clock;
use crate::crypto::KeyRing;
use crate::db::types::Id;
use crate::db::{Conn, migrations};
use crate::keys;

/// What was made.
#[derive(Debug)]
pub struct Made {
    pub contents: Contents,
    pub header: Header,
    pub bytes: u64,
}

/// Writes everything to one sealed file, reads it back in full, and only then gives it its name.
///
/// # Errors
/// With what is in the way; no file is left behind then, and one that was there is as it was.
pub fn create(source: &Source, clock: &Clock, secret: &Secret, file: &Path, force: bool) -> Result<Made> {
    if file.exists() && !force {
        bail!("{} is there already; choose another name, or overwrite it with --force", file.display());
    }
    let draft = draft_of(file)?;
    if draft.exists() && force {
        fs::remove_file(&draft).with_context(|| format!("cannot remove {}", draft.display()))?;
    }
    let out = private_file(&draft)?;
    let made = write(source, clock, secret, out).and_then(|written| {
        let (header, read) = check(&draft, secret).context("what was written cannot be read back")?;
        ensure!(read == written, "what was read back is not what was written");
        let bytes = fs::metadata(&draft)?.len();
        fs::rename(&draft, file).with_context(|| format!("cannot write {}", file.display()))?;
        sync_folder(file)?;
        Ok(Made { contents: read, header, bytes })
    });
    if made.is_err() {
        // Half a backup is none; that it cannot be removed is not the error to tell.
        let _ = fs::remove_file(&draft);
    }
    made
}

fn draft_of(file: &Path) -> Result<PathBuf> {
    let mut name = file.file_name().context("the backup needs a file name")?.to_owned();
    name.push(".part");
    Ok(file.with_file_name(name))
}

fn private_file(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => anyhow::anyhow!(
            "{} is there: another backup is being written, or one was cut off. If none is, remove the file",
            path.display()
        ),
        _ => anyhow::Error::new(error).context(format!("cannot write {}", path.display())),
    })
}

pub(super) fn sync_folder(file: &Path) -> Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).with_context(|| format!("{}", folder.display()))
}

/// Reads a backup to its end: what it is and what it holds.
///
/// # Errors
/// With what is wrong with it.
pub fn check(file: &Path, secret: &Secret) -> Result<(Header, Contents)> {
    let (header, opening) = Opening::begin(open(file)?, secret)?;
    let contents = unpack(opening, &mut Nobody)?;
    Ok((header, contents))
}

/// What a backup says in clear; nothing of it is proved.
///
/// # Errors
/// For a file that is no backup.
pub fn header(file: &Path) -> Result<Header> {
    Ok(read_header(&mut open(file)?)?.0)
}

pub(super) fn open(file: &Path) -> Result<BufReader<File>> {
    Ok(BufReader::new(File::open(file).with_context(|| format!("cannot read {}", file.display()))?))
}

/// First the rows, as they are at one moment; then the files that they speak of, so that every row's file is there;
/// then the keys, which must open both.
fn write(source: &Source, clock: &Clock, secret: &Secret, out: File) -> Result<Contents> {
    let keys_before = rings(&source.data_dir)?;
    let created_at = clock.now().rfc3339();
    let (mut packer, files) = snapshot(&source.pool, |conn| {
        let steps = migrations::applied(conn)?;
        ensure!(!steps.is_empty(), "this database holds no tables of Búp Trên Cành");
        let database = if matches!(conn, Conn::Sqlite(_)) { "sqlite" } else { "postgres" };
        let sealing = Sealing::begin(BufWriter::new(out), secret, About { database, steps, created_at })?;
        let mut packer = Packer::new(sealing);
        for table in tables::all(conn)? {
            packer.table(&TableHead { name: table.name.clone(), columns: table.names() })?;
            let counted = export::rows(conn, &table, |line| packer.row(line))?;
            packer.table_end(&counted)?;
        }
        Ok((packer, attachments(conn)?))
    })?;
    let keys_during = rings(&source.data_dir)?;
    let mut missing = Vec::new();
    for (id, _) in &files {
        match File::open(crate::attachments::path(&source.data_dir, id)) {
            Ok(file) => packer.file(&FileHead { kind: FileKind::Attachment, name: id.to_string() }, file)?,
            Err(error) if error.kind() == ErrorKind::NotFound => missing.push(id.to_string()),
            Err(error) => return Err(error).with_context(|| format!("the attachment {id} cannot be read")),
        }
    }
    if !missing.is_empty() {
        let still: BTreeMap<Id, _> = snapshot(&source.pool, attachments)?.into_iter().collect();
        // What was let go, or was never given to a row, may be swept at any moment: nobody misses it.
        missing.retain(|id| {
            Id::parse(id).and_then(|id| still.get(&id).cloned().flatten()).is_some_and(|own| own != "nobody")
        });
    }
    for (name, ring) in together([keys_before, keys_during, rings(&source.data_dir)?]) {
        let text = serde_json::to_vec_pretty(&ring)?;
        packer.file(&FileHead { kind: FileKind::Key, name: name.to_owned() }, text.as_slice())?;
    }
    let (sealing, contents) = packer.end(missing)?;
    let mut out = sealing.end()?;
    out.flush()?;
    out.get_ref().sync_all()?;
    Ok(contents)
}

#[derive(diesel::QueryableByName)]
struct Kept {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Nullable<Text>)]
    owner: Option<String>,
}

/// The attachments that rows speak of, with the kind of row that owns each.
fn attachments(conn: &mut Conn) -> Result<Vec<(Id, Option<String>)>> {
    // Older levels have no such table.
    if !tables::all(conn)?.iter().any(|table| table.name == "attachments") {
        return Ok(Vec::new());
    }
    let rows: Vec<Kept> =
        diesel::sql_query("SELECT id, owner_kind AS owner FROM attachments ORDER BY id").load(conn)?;
    Ok(rows.into_iter().filter_map(|row| Some((Id::parse(&row.id)?, row.owner))).collect())
}

type Rings = BTreeMap<&'static str, KeyRing>;

fn rings(data_dir: &Path) -> Result<Rings> {
    let folder = data_dir.join("keys");
    let mut rings = Rings::new();
    for name in [keys::VAULT, keys::INDEX, keys::TOKENS] {
        let file = folder.join(name);
        // Tokens live for a quarter of an hour: without that file people sign in again.
        if name == keys::TOKENS && !file.exists() {
            continue;
        }
        rings
            .insert(name, KeyRing::read(&file).context("without its keys nothing that is sealed could be read again")?);
    }
    Ok(rings)
}

/// Keys may rotate while the rows are read: what any of the looks found is kept.
fn together(looks: [Rings; 3]) -> Rings {
    let mut all = Rings::new();
    for look in looks {
        for (name, ring) in look {
            let known = all.remove(name);
            all.insert(name, known.map_or_else(|| ring.clone(), |known: KeyRing| ring.with(&known)));
        }
    }
    all
}
