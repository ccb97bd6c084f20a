//! `bup backup | restore | migrate-to | doctor`.

use std::path::PathBuf;

use anyhow::Result;
use bup::backup::{self, Chain, Contents, Secret, Source};
use bup::clock::Clock;
use bup::config::Config;
use bup::doctor::{self, State};
use clap::Args;

// With what a backup is sealed. Never on the command line itself, where every account of the machine reads it.
#[derive(Args)]
pub struct Sealed {
    /// A file of 32 random bytes or more, instead of a passphrase in BUP_BACKUP_PASSPHRASE
    #[arg(long, value_name = "KEY", conflicts_with = "passphrase_file")]
    key_file: Option<PathBuf>,
    /// A file that holds the passphrase and nothing else
    #[arg(long, value_name = "TEXT")]
    passphrase_file: Option<PathBuf>,
}

#[derive(Args)]
pub struct Backup {
    /// The file to write, e.g. bup-2026-06-01.backup
    file: PathBuf,
    /// Overwrite FILE; the old one stays until the new one is whole
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    sealed: Sealed,
}

#[derive(Args)]
pub struct Restore {
    /// The backup to read
    file: PathBuf,
    /// Only look whether the file is whole and opens
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    sealed: Sealed,
}

#[derive(Args)]
pub struct Doctor {
    /// As JSON, for a monitor
    #[arg(long)]
    json: bool,
}

impl Sealed {
    /// What this command was given, before what the settings say.
    fn secret(&self, config: &Config) -> Result<Secret> {
        match (&self.key_file, &self.passphrase_file) {
            (Some(path), _) => Secret::key_file(path),
            (None, Some(path)) => Secret::passphrase_file(path),
            (None, None) => Secret::of(config),
        }
    }
}

pub fn backup(config: &Config, options: &Backup) -> Result<()> {
    let (secret, source) = (options.sealed.secret(config)?, Source::open(config)?);
    let made = backup::create(&source, &Clock::system(), &secret, &options.file, options.force)?;
    source.mark_backup(&made);
    println!("{}: {} bytes, read back and whole.", options.file.display(), made.bytes);
    tell(&made.contents);
    println!("Keep {} apart from it: without that nothing opens it, and nobody can help.", secret.kind().words());
    Ok(())
}

pub fn restore(config: &Config, options: &Restore) -> Result<()> {
    let secret = options.sealed.secret(config)?;
    if options.check {
        let (header, contents) = backup::check(&options.file, &secret)?;
        println!(
            "{} is whole: made on {} by version {} at step {}.",
            options.file.display(),
            header.created_at,
            header.version,
            header.level()
        );
        tell(&contents);
        return Ok(());
    }
    let done = backup::restore(config, &options.file, &secret)?;
    println!("Restored the backup of {} (version {}).", done.header.created_at, done.header.version);
    tell(&done.contents);
    if done.steps > 0 {
        println!("The tables were taken forward by {} steps.", done.steps);
    }
    match done.chain {
        Chain::Whole { rows } => println!("{rows} rows of the audit log fit."),
        Chain::NotYet => println!("The audit log is not chained yet; the next start begins its chain."),
        Chain::Broken(fault) => {
            eprintln!("bup: the audit log does not fit, as it did not when the backup was made: {fault}")
        }
    }
    Ok(())
}

fn tell(contents: &Contents) {
    println!(
        "{} rows in {} tables, {} files, {} key files.",
        contents.rows, contents.tables, contents.files, contents.keys
    );
    if !contents.missing.is_empty() {
        eprintln!(
            "bup: {} files were missing in the data folder already: {}",
            contents.missing.len(),
            contents.missing.join(", ")
        );
    }
}

pub fn migrate_to(config: &Config, url: &str) -> Result<()> {
    let moved = backup::migrate_to(&Source::open(config)?, url)?;
    println!("{} rows in {} tables were copied and read again: all are the same.", moved.rows, moved.tables);
    println!(
        "Set DATABASE_URL to the new database before the next start. The data folder stays: it holds keys and files."
    );
    Ok(())
}

pub fn doctor(config: &Config, options: &Doctor) -> Result<()> {
    let report = doctor::examine(config, &Clock::system());
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        for finding in &report.findings {
            let word = match finding.state {
                State::Ok => "ok  ",
                State::Warn => "warn",
                State::Fail => "fail",
            };
            println!("{word} {}: {}", finding.check, finding.message);
        }
    }
    let failed = report.findings.iter().filter(|finding| finding.state == State::Fail).count();
    if failed > 0 {
        anyhow::bail!("{failed} of {} looks failed", report.findings.len());
    }
    Ok(())
}
