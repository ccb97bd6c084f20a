//! `bup audit verify`: whether the log is what was written.

use std::fmt;

use super::chain::{self, Head};
use crate::access::Gate;
use crate::crypto::Vault;
use crate::db::Conn;
use crate::error::Result;

/// What was found.
#[derive(Debug)]
pub enum Verdict {
    /// Every row fits, and the last is the one that the sealed head names.
    Whole { rows: u64, head: Head },
    /// The first place that does not fit, after so many rows that do.
    Broken { rows: u64, fault: Fault },
}

#[derive(Debug, PartialEq, Eq)]
pub enum Fault {
    /// The head is not there or does not open with the keys.
    Head,
    /// A row that does not follow from the one before it.
    Row(i64),
    /// Between two rows one or more are missing.
    Missing { after: i64, before: i64 },
    /// The rows end before the head.
    End { last: i64, head: i64 },
    /// A row behind the head.
    Behind(i64),
    /// The last row is not the one that was sealed: the chain was written anew.
    Rewritten(i64),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head => f.write_str("the sealed head of the log is missing or was forged"),
            Self::Row(seq) => write!(
                f,
                "row {seq} does not fit: it was changed, inserted or moved, or the row before it was taken away"
            ),
            Self::Missing { after, before } => {
                write!(f, "row {before} follows on row {after}: what stood between them was taken away")
            }
            Self::End { last, head } => {
                write!(f, "the log ends with row {last}, but row {head} was written: the end was taken away")
            }
            Self::Behind(seq) => write!(f, "row {seq} stands behind the sealed end: it was inserted"),
            Self::Rewritten(seq) => write!(f, "row {seq} is not the one that was sealed: the log was written anew"),
        }
    }
}

/// Walks the whole log as it is at this moment, a few rows at a time.
///
/// # Errors
/// When the database refuses.
pub fn verify(gate: &Gate) -> Result<Verdict> {
    gate.public_snapshot(|cx| walk(cx.conn, &cx.services.vault))
}

/// Whether rows are chained: a database of an older level is not, before its first start with this program.
pub(crate) fn is_begun(conn: &mut Conn) -> Result<bool> {
    chain::is_begun(conn)
}

/// As [`verify`], in the transaction of the caller.
pub(crate) fn walk(conn: &mut Conn, vault: &Vault) -> Result<Verdict> {
    let mut rows = 0;
    let Ok(Some(head)) = chain::head(conn, vault) else {
        return Ok(Verdict::Broken { rows, fault: Fault::Head });
    };
    let (mut last, mut hash) = (0, String::new());
    loop {
        let some = chain::next(conn, last)?;
        if some.is_empty() {
            break;
        }
        for row in some {
            if let Some(fault) = fault_of(&head, last, &row, &chain::hash(&hash, &row)?) {
                return Ok(Verdict::Broken { rows, fault });
            }
            rows += 1;
            (last, hash) = (row.seq, row.hash);
        }
    }
    let fault = match last {
        last if last < head.seq => Fault::End { last, head: head.seq },
        last if hash != head.hash => Fault::Rewritten(last),
        _ => return Ok(Verdict::Whole { rows, head }),
    };
    Ok(Verdict::Broken { rows, fault })
}

fn fault_of(head: &Head, last: i64, row: &super::Row, expected: &str) -> Option<Fault> {
    if row.seq > head.seq {
        return Some(Fault::Behind(row.seq));
    }
    // Rows from before the chain may have gaps of their own: PostgreSQL's sequence left one at every rollback.
    if last >= head.adopted && row.seq != last + 1 {
        return Some(Fault::Missing { after: last, before: row.seq });
    }
    (row.hash != expected).then_some(Fault::Row(row.seq))
}
