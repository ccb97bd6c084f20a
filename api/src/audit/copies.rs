//! The head of the chain, copied off the machine: one line of text a day, in a file on another disk, in the
//! administrators' mail, or printed by `bup audit head`.
//!
//! Whoever is root here has the keys and can write the whole log anew, with a head that is sealed in order. What stood at
//! its end on some day stands in the copies, where root of this machine has no hand: [`compare`] looks whether the log
//! still leads through all of them. The line holds numbers and hashes, nothing of what was done.

use std::fmt;

use diesel::prelude::*;

use super::chain;
use crate::access::{Gate, PublicCx};
use crate::crypto::Vault;
use crate::db::Conn;
use crate::db::schema::{audit, wards};
use crate::db::types::Instant;
use crate::error::{Error, Result};

/// How each line begins: a copy may be a whole mail.
const MARK: &str = "bup-audit-head";
/// What the seal of a line is bound to. By the key that never rotates, so that old copies keep their seals.
const PLACE: &str = "audit.head.copy";

/// The end of the log as it was at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    pub at: String,
    /// The codes of the wards.
    pub wards: String,
    pub rows: i64,
    pub seq: i64,
    pub hash: String,
    seal: String,
}

impl fmt::Display for Copied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MARK} {} seal={}", self.words(), self.seal)
    }
}

impl Copied {
    fn words(&self) -> String {
        let Self { at, wards, rows, seq, hash, .. } = self;
        format!("{at} wards={wards} rows={rows} seq={seq} hash={hash}")
    }

    /// Reads a line, wherever it begins; `None` for any other text.
    fn parse(line: &str) -> Option<Self> {
        let mut words = line.get(line.find(MARK)? + MARK.len()..)?.split_whitespace();
        let at = words.next()?.to_owned();
        let mut value = |name: &str| Some(words.next()?.strip_prefix(name)?.strip_prefix('=')?.to_owned());
        let (wards, rows, seq) = (value("wards")?, value("rows")?.parse().ok()?, value("seq")?.parse().ok()?);
        let (hash, seal) = (value("hash")?, value("seal")?);
        Some(Self { at, wards, rows, seq, hash, seal })
    }
}

/// What a copy says against the log.
#[derive(Debug, PartialEq, Eq)]
pub enum Difference {
    /// The line was not written by this installation, or somebody changed it.
    Foreign { at: String },
    /// The log ends before the row that the copy names.
    Cut { at: String, seq: i64, last: i64 },
    /// The row is not there.
    Missing { at: String, seq: i64 },
    /// Another row stands in its place: the log was written anew.
    Rewritten { at: String, seq: i64 },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign { at } => write!(f, "the line of {at} is not of this installation, or somebody changed it"),
            Self::Cut { at, seq, last } => write!(
                f,
                "on {at} the log held row {seq}, now it ends with row {last}: its end was taken away, or an older backup \
                 was restored"
            ),
            Self::Missing { at, seq } => write!(f, "row {seq}, the last one on {at}, is not there any more"),
            Self::Rewritten { at, seq } => {
                write!(f, "row {seq} is not the one that ended the log on {at}: the log was written anew")
            }
        }
    }
}

/// The line of this moment, as the sealed head says; what the rows say, `bup audit verify` looks at.
///
/// # Errors
/// When the head is missing or was forged.
pub(crate) fn now(cx: &mut PublicCx<'_>) -> Result<Copied> {
    let head = chain::head(cx.conn, &cx.services.vault)?.ok_or_else(|| Error::internal("the audit log has no head"))?;
    let rows: i64 = audit::table.filter(audit::seq.le(head.seq)).count().get_result(cx.conn)?;
    let codes: Vec<String> = wards::table.select(wards::code).order(wards::code).load(cx.conn)?;
    // A code never holds a space; whatever else would break the line apart.
    let wards = codes.join(",").replace(char::is_whitespace, "-");
    let at = cx.now.rfc3339();
    let bare = Copied { at, wards, rows, seq: head.seq, hash: head.hash, seal: String::new() };
    let seal = cx.services.vault.index(PLACE, &bare.words());
    Ok(Copied { seal, ..bare })
}

/// # Errors
/// As [`now`].
pub fn head(gate: &Gate) -> Result<Copied> {
    gate.public_snapshot(now)
}

/// Every copy that a text holds: a file that lines were added to, or mails.
pub fn read(text: &str) -> Vec<Copied> {
    text.lines().filter_map(Copied::parse).collect()
}

/// What of the copies the log does not lead through; empty where all is well.
///
/// # Errors
/// When the database refuses.
pub fn compare(gate: &Gate, copies: &[Copied]) -> Result<Vec<Difference>> {
    gate.public_snapshot(|cx| against(cx.conn, &cx.services.vault, copies))
}

/// As [`compare`], in the transaction of the caller.
pub(crate) fn against(conn: &mut Conn, vault: &Vault, copies: &[Copied]) -> Result<Vec<Difference>> {
    let last: Option<i64> = audit::table.select(diesel::dsl::max(audit::seq)).first(conn)?;
    let last = last.unwrap_or(0);
    let mut differences = Vec::new();
    for copy in copies {
        let (at, seq) = (copy.at.clone(), copy.seq);
        if vault.index(PLACE, &copy.words()) != copy.seal {
            differences.push(Difference::Foreign { at });
            continue;
        }
        let found: Option<String> = audit::table.find(seq).select(audit::hash).first(conn).optional()?;
        match found {
            Some(hash) if hash == copy.hash => {}
            Some(_) => differences.push(Difference::Rewritten { at, seq }),
            // Before the first row there is nothing to name.
            None if seq == 0 => {}
            None if seq > last => differences.push(Difference::Cut { at, seq, last }),
            None => differences.push(Difference::Missing { at, seq }),
        }
    }
    Ok(differences)
}

/// Adds the line to a file, which is made where it is missing; what stands there stays.
///
/// # Errors
/// When the disk refuses.
pub fn append(file: &std::path::Path, copied: &Copied) -> std::io::Result<()> {
    use std::io::Write;
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    let mut open = options.open(file)?;
    writeln!(open, "{copied}")?;
    open.sync_all()
}

/// The moment of the newest copy of a text.
pub fn newest(copies: &[Copied]) -> Option<Instant> {
    copies.iter().filter_map(|copy| Instant::parse(&copy.at)).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_back_wherever_it_stands() {
        let copied = Copied {
            at: "2024-06-03T01:00:00.000Z".to_owned(),
            wards: "ba-dinh,dong-son".to_owned(),
            rows: 12,
            seq: 12,
            hash: "ab".repeat(32),
            seal: "cd".repeat(32),
        };
        let text = format!("Xin chào,\n\n> {copied}\n{copied}\nbup-audit-head 2024 rows=x\n");
        assert_eq!(read(&text), [copied.clone(), copied.clone()]);
        assert_eq!(newest(&read(&text)).map(Instant::rfc3339).as_deref(), Some("2024-06-03T01:00:00.000Z"));
        assert!(read("nothing of that kind").is_empty());
    }
}
