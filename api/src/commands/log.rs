//! `bup audit verify | head`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use bup::access::Gate;
use bup::audit::copies;
use bup::audit::verify::{self, Verdict};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Audit {
    /// Walk the chain of the log: the number of rows and 0, or the first row that does not fit and 1
    Verify {
        /// Look too whether the log still leads through every head that FILE holds: lines of `bup audit head`, or mails
        /// that carry them. May be given again
        #[arg(long, value_name = "FILE")]
        against: Vec<PathBuf>,
    },
    /// Print the end of the log as one line, to be kept where root of this machine has no hand
    Head {
        /// Add the line to FILE instead, on another disk or machine
        #[arg(long, value_name = "FILE")]
        append: Option<PathBuf>,
    },
}

impl Audit {
    pub fn run(&self, gate: &Gate) -> Result<()> {
        match self {
            Self::Verify { against } => verify(gate, against),
            Self::Head { append } => head(gate, append.as_deref()),
        }
    }
}

fn head(gate: &Gate, file: Option<&Path>) -> Result<()> {
    let copied = copies::head(gate).map_err(|error| anyhow::anyhow!("{}", error.cause().unwrap_or(error.code())))?;
    match file {
        Some(file) => {
            copies::append(file, &copied).with_context(|| format!("cannot add to {}", file.display()))?;
            println!("{}: row {} was added.", file.display(), copied.seq);
        }
        None => println!("{copied}"),
    }
    Ok(())
}

/// Whether the log leads through the heads that were copied off this machine.
fn compare(gate: &Gate, files: &[PathBuf]) -> Result<()> {
    for file in files {
        let text = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let heads = copies::read(&String::from_utf8_lossy(&text));
        if heads.is_empty() {
            anyhow::bail!("{} holds no line of `bup audit head`", file.display());
        }
        let differences = copies::compare(gate, &heads).map_err(|error| anyhow::anyhow!("{error}"))?;
        if let Some(first) = differences.first() {
            anyhow::bail!("{}: {first} ({} of {} lines do not fit)", file.display(), differences.len(), heads.len());
        }
        println!("{}: the log leads through all {} heads.", file.display(), heads.len());
    }
    Ok(())
}

fn verify(gate: &Gate, against: &[PathBuf]) -> Result<()> {
    let verdict = verify::verify(gate).map_err(|error| anyhow::anyhow!("{error}"))?;
    match verdict {
        Verdict::Whole { rows, head } => {
            println!("{rows} rows of the audit log fit; the last is row {}, hash {}.", head.seq, head.hash);
            if head.adopted > 0 {
                println!(
                    "The chain began on {}: rows up to {} were there before, and what happened to them until then \
                     cannot be told.",
                    head.begun_at, head.adopted
                );
            }
            compare(gate, against)
        }
        Verdict::Broken { rows, fault } => anyhow::bail!("after {rows} rows of the audit log that fit: {fault}"),
    }
}
