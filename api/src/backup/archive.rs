//! What stands inside the sealed file: records of a tag, a length and a body, so that both sides hold one at a time.
//!
//! Tables come first, then files, then the end, which counts both.

use std::io::{Read, Write};

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::export::{Counted, Counter};

const TABLE: u8 = b'T';
const ROWS: u8 = b'R';
const TABLE_END: u8 = b'E';
const FILE: u8 = b'F';
const DATA: u8 = b'D';
const FILE_END: u8 = b'G';
const END: u8 = b'Z';

/// Rows are packed in pieces of about so many bytes.
const PIECE: usize = 512 * 1024;
/// No record is longer: a row is a few megabytes at most.
const LIMIT: usize = 256 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
pub(super) struct TableHead {
    pub name: String,
    pub columns: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct TableEnd {
    rows: u64,
    sha256: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FileKind {
    Attachment,
    Key,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileHead {
    pub kind: FileKind,
    /// The id of an attachment, or the name of a key file.
    pub name: String,
}

#[derive(Serialize, Deserialize)]
struct FileEnd {
    bytes: u64,
    sha256: String,
}

/// What a backup holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    pub tables: u64,
    pub rows: u64,
    /// Attachments; the keys are beside them.
    pub files: u64,
    pub keys: u64,
    /// Attachments that rows speak of but that were not in the data folder.
    pub missing: Vec<String>,
}

/// Writes records.
pub(super) struct Packer<W> {
    out: W,
    contents: Contents,
    piece: String,
}

impl<W: Write> Packer<W> {
    pub fn new(out: W) -> Self {
        Self { out, contents: Contents::default(), piece: String::new() }
    }

    fn record(&mut self, tag: u8, body: &[u8]) -> Result<()> {
        ensure!(body.len() <= LIMIT, "a row is too long to be backed up");
        self.out.write_all(&[tag])?;
        self.out.write_all(&u32::try_from(body.len())?.to_be_bytes())?;
        Ok(self.out.write_all(body)?)
    }

    fn told(&mut self, tag: u8, body: &impl Serialize) -> Result<()> {
        self.record(tag, &serde_json::to_vec(body)?)
    }

    pub fn table(&mut self, head: &TableHead) -> Result<()> {
        self.told(TABLE, head)
    }

    pub fn row(&mut self, line: &str) -> Result<()> {
        self.piece.push_str(line);
        self.piece.push('\n');
        if self.piece.len() >= PIECE { self.flush_rows() } else { Ok(()) }
    }

    fn flush_rows(&mut self) -> Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(self.piece.as_bytes())?;
        self.piece.clear();
        self.record(ROWS, &packed.finish()?)
    }

    pub fn table_end(&mut self, counted: &Counted) -> Result<()> {
        self.flush_rows()?;
        self.contents.tables += 1;
        self.contents.rows += counted.rows;
        self.told(TABLE_END, &TableEnd { rows: counted.rows, sha256: counted.sha256.clone() })
    }

    pub fn file(&mut self, head: &FileHead, mut from: impl Read) -> Result<()> {
        self.told(FILE, head)?;
        let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
        loop {
            let count = from.read(&mut piece)?;
            let some = piece.get(..count).unwrap_or_default();
            if some.is_empty() {
                break;
            }
            hash.update(some);
            bytes += u64::try_from(count)?;
            self.record(DATA, some)?;
        }
        match head.kind {
            FileKind::Attachment => self.contents.files += 1,
            FileKind::Key => self.contents.keys += 1,
        }
        self.told(FILE_END, &FileEnd { bytes, sha256: hex::encode(hash.finalize()) })
    }

    pub fn end(mut self, missing: Vec<String>) -> Result<(W, Contents)> {
        self.contents.missing = missing;
        let contents = std::mem::take(&mut self.contents);
        self.told(END, &contents)?;
        Ok((self.out, contents))
    }
}

/// Who takes what is read from a backup.
pub(super) trait Taker {
    fn table(&mut self, head: &TableHead) -> Result<()>;
    fn row(&mut self, line: &str) -> Result<()>;
    fn table_end(&mut self) -> Result<()>;
    /// Before the first file and after the last table.
    fn tables_end(&mut self) -> Result<()>;
    fn file(&mut self, head: &FileHead) -> Result<()>;
    fn data(&mut self, bytes: &[u8]) -> Result<()>;
    fn file_end(&mut self) -> Result<()>;
}

/// Takes nothing: for looking whether a backup is whole.
pub(super) struct Nobody;

impl Taker for Nobody {
    fn table(&mut self, _: &TableHead) -> Result<()> {
        Ok(())
    }
    fn row(&mut self, _: &str) -> Result<()> {
        Ok(())
    }
    fn table_end(&mut self) -> Result<()> {
        Ok(())
    }
    fn tables_end(&mut self) -> Result<()> {
        Ok(())
    }
    fn file(&mut self, _: &FileHead) -> Result<()> {
        Ok(())
    }
    fn data(&mut self, _: &[u8]) -> Result<()> {
        Ok(())
    }
    fn file_end(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Reads a backup to its end and checks that everything in it is what its own counts say.
///
/// # Errors
/// With what is wrong, or whatever `taker` answers.
pub(super) fn unpack(mut from: impl Read, taker: &mut impl Taker) -> Result<Contents> {
    let mut found = Contents::default();
    let mut tables_ended = false;
    loop {
        let (tag, body) = record(&mut from)?;
        match tag {
            TABLE if !tables_ended => {
                taker.table(&told(&body)?)?;
                found.rows += rows_of(&mut from, taker)?;
                found.tables += 1;
                taker.table_end()?;
            }
            FILE => {
                if !tables_ended {
                    taker.tables_end()?;
                    tables_ended = true;
                }
                let head: FileHead = told(&body)?;
                taker.file(&head)?;
                data_of(&mut from, taker)?;
                match head.kind {
                    FileKind::Attachment => found.files += 1,
                    FileKind::Key => found.keys += 1,
                }
                taker.file_end()?;
            }
            END => {
                if !tables_ended {
                    taker.tables_end()?;
                }
                let said: Contents = told(&body)?;
                found.missing.clone_from(&said.missing);
                ensure!(found == said, "the backup does not hold what it says");
                ensure!(from.read(&mut [0])? == 0, "something follows the end of the backup");
                return Ok(said);
            }
            _ => bail!(STRANGE),
        }
    }
}

const STRANGE: &str = "the backup holds something that this program does not know";

fn rows_of(from: &mut impl Read, taker: &mut impl Taker) -> Result<u64> {
    let mut counter = Counter::default();
    loop {
        let (tag, body) = record(from)?;
        match tag {
            ROWS => {
                let mut lines = String::new();
                DeflateDecoder::new(body.as_slice()).take(u64::try_from(LIMIT)?).read_to_string(&mut lines)?;
                for line in lines.lines() {
                    counter.take(line);
                    taker.row(line)?;
                }
            }
            TABLE_END => {
                let TableEnd { rows, sha256 } = told(&body)?;
                ensure!(counter.end() == Counted { rows, sha256 }, "a table of the backup is not whole");
                return Ok(rows);
            }
            _ => bail!(STRANGE),
        }
    }
}

fn data_of(from: &mut impl Read, taker: &mut impl Taker) -> Result<()> {
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    loop {
        let (tag, body) = record(from)?;
        match tag {
            DATA => {
                hash.update(&body);
                bytes += u64::try_from(body.len())?;
                taker.data(&body)?;
            }
            FILE_END => {
                let end: FileEnd = told(&body)?;
                let is_whole = end.bytes == bytes && end.sha256 == hex::encode(hash.finalize());
                ensure!(is_whole, "a file of the backup is not whole");
                return Ok(());
            }
            _ => bail!(STRANGE),
        }
    }
}

fn told<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    serde_json::from_slice(body).context(STRANGE)
}

fn record(from: &mut impl Read) -> Result<(u8, Vec<u8>)> {
    let mut head = [0; 5];
    from.read_exact(&mut head)?;
    let [tag, length @ ..] = head;
    let length = usize::try_from(u32::from_be_bytes(length))?;
    ensure!(length <= LIMIT, STRANGE);
    let mut body = Vec::new();
    from.take(u64::try_from(length)?).read_to_end(&mut body)?;
    ensure!(body.len() == length, "the backup ends too early");
    Ok((tag, body))
}
