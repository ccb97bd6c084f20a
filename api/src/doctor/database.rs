//! The database, its keys, its log and its clock.

use std::path::Path;

use anyhow::{Result, bail};
use diesel::sql_types::{BigInt, Timestamp};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::Notes;
use crate::audit::copies;
use crate::audit::verify::{self, Verdict};
use crate::backup::{Source, snapshot, told};
use crate::clock::Clock;
use crate::crypto::Vault;
use crate::db::migrations::{self, Line};
use crate::db::types::Instant;
use crate::db::{Conn, migrations::known};
use crate::keys;

/// Clocks of machines may differ by so much.
const CLOCK_MINUTES: i64 = 2;
/// A copy that is older says that the job does not run.
const COPY_DAYS: i64 = 3;
/// So many values of each sealed column are opened.
const SAMPLE: i64 = 20;

/// The vault, where the keys are the right ones.
pub(super) fn look(notes: &mut Notes, source: &Source, clock: &Clock, copy: Option<&Path>) -> Option<Vault> {
    let is_ours = step(notes, source);
    let whole = snapshot(&source.pool, integrity);
    match whole {
        Ok(message) => notes.ok("integrity", message),
        Err(error) => notes.fail("integrity", format!("{error:#}")),
    }
    if !is_ours {
        return None;
    }
    let folder = source.data_dir.join("keys");
    let vault = match snapshot(&source.pool, |conn| keys::look(conn, &folder)) {
        Ok(vault) => vault,
        Err(error) => {
            notes.fail("keys", format!("{error:#}"));
            return None;
        }
    };
    match snapshot(&source.pool, |conn| keys::sample(conn, &vault, SAMPLE)) {
        Ok(opened) => notes.ok("keys", format!("the key files are the right ones; {opened} sealed values opened")),
        Err(error) => notes.fail("keys", format!("{error:#}")),
    }
    log(notes, source, &vault);
    if let Some(file) = copy {
        copied(notes, source, &vault, file, clock.now());
    }
    match snapshot(&source.pool, times) {
        Ok(times) => look_at_clock(notes, times, clock.now()),
        Err(error) => notes.fail("clock", format!("{error:#}")),
    }
    Some(vault)
}

/// True when the database is one of ours, of this level.
pub(super) fn step(notes: &mut Notes, source: &Source) -> bool {
    const CHECK: &str = "level";
    let steps = match snapshot(&source.pool, migrations::applied) {
        Ok(steps) => steps,
        Err(error) => {
            notes.fail("database", format!("{error:#}"));
            return false;
        }
    };
    let known = known();
    let (newest, pending) = (steps.last(), known.iter().filter(|step| !steps.contains(step)).count());
    match (newest, steps.iter().find(|step| !known.contains(step))) {
        (None, _) => notes.fail(CHECK, "the database holds no tables of Búp Trên Cành"),
        (_, Some(step)) => notes.fail(CHECK, format!("a newer version took the step {step}; use that version")),
        (Some(newest), None) if pending > 0 => {
            notes.warn(CHECK, format!("the tables are at step {newest}; {pending} more come at the next start"));
        }
        (Some(newest), None) => {
            notes.ok(CHECK, format!("the tables are at step {newest}, the newest"));
            return true;
        }
    }
    false
}

fn integrity(conn: &mut Conn) -> Result<String> {
    match conn {
        Conn::Sqlite(_) => {
            let said: Vec<Line> = sql_query("SELECT integrity_check AS line FROM pragma_integrity_check").load(conn)?;
            if let Some(fault) = said.iter().find(|said| said.line != "ok") {
                bail!("the database file is damaged ({}): restore the last backup", fault.line);
            }
            let query = "SELECT \"table\" || ' → ' || parent AS line FROM pragma_foreign_key_check LIMIT 1";
            if let Some(loose) = sql_query(query).load::<Line>(conn)?.first() {
                bail!("a row points at one that is not there: {}", loose.line);
            }
            Ok("every page and every index of the file is whole, every row finds those it points at".to_owned())
        }
        Conn::Pg(_) => {
            let first = |conn: &mut Conn, query: String| -> Result<Option<String>> {
                Ok(sql_query(query).load::<Line>(conn)?.into_iter().next().map(|found| found.line))
            };
            let invalid = "SELECT indexrelid::regclass::text AS line FROM pg_index WHERE NOT indisvalid LIMIT 1";
            if let Some(index) = first(conn, invalid.to_owned())? {
                bail!("the index {index} is not valid: REINDEX it");
            }
            let broken = "SELECT checksum_failures::text AS line FROM pg_stat_database \
                          WHERE datname = current_database() AND checksum_failures > 0";
            if let Some(count) = first(conn, broken.to_owned())? {
                bail!(
                    "PostgreSQL met {count} pages whose checksum is wrong: the disk is failing; restore the last backup"
                );
            }
            // The server keeps foreign keys by itself; rows that a repair by hand left loose are found so.
            let questions = "SELECT format('SELECT %L AS line FROM %s one WHERE one.%I IS NOT NULL AND NOT EXISTS \
                (SELECT 1 FROM %s two WHERE two.%I = one.%I) LIMIT 1', c.conname, c.conrelid::regclass, a.attname, \
                c.confrelid::regclass, b.attname, a.attname) AS line FROM pg_constraint c \
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] \
                JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1] \
                JOIN pg_namespace n ON n.oid = c.connamespace AND n.nspname = current_schema() \
                WHERE c.contype = 'f' AND cardinality(c.conkey) = 1";
            for question in sql_query(questions).load::<Line>(conn)? {
                if let Some(key) = first(conn, question.line)? {
                    bail!("a row points at one that is not there: {key}");
                }
            }
            let sums = first(conn, "SELECT current_setting('data_checksums') AS line".to_owned())?;
            let sums = if sums.as_deref() == Some("on") { "pages have checksums" } else { "pages have no checksums" };
            Ok(format!("every index is valid, every row finds those it points at; {sums}"))
        }
    }
}

fn log(notes: &mut Notes, source: &Source, vault: &Vault) {
    const CHECK: &str = "audit";
    match snapshot(&source.pool, |conn| verify::walk(conn, vault).map_err(told)) {
        Ok(Verdict::Whole { rows, .. }) => notes.ok(CHECK, format!("{rows} rows of the audit log fit")),
        Ok(Verdict::Broken { rows, fault }) => notes.fail(CHECK, format!("after {rows} rows that fit: {fault}")),
        Err(error) => notes.fail(CHECK, format!("{error:#}")),
    }
}

/// The heads of the log that were copied off this machine.
fn copied(notes: &mut Notes, source: &Source, vault: &Vault, file: &Path, now: Instant) {
    const CHECK: &str = "audit copy";
    let place = file.display();
    let Ok(text) = std::fs::read_to_string(file) else {
        return notes.warn(CHECK, format!("{place} cannot be read: no head of the log was copied there yet?"));
    };
    let heads = copies::read(&text);
    match snapshot(&source.pool, |conn| copies::against(conn, vault, &heads).map_err(told)) {
        Ok(differences) => match (differences.first(), copies::newest(&heads)) {
            (Some(first), _) => notes.fail(CHECK, format!("{place}: {first}")),
            (None, Some(newest)) if now.utc() - newest.utc() < chrono::TimeDelta::days(COPY_DAYS) => {
                notes.ok(CHECK, format!("the log leads through all {} heads of {place}", heads.len()));
            }
            (None, _) => notes.warn(CHECK, format!("{place} has no line of the last {COPY_DAYS} days")),
        },
        Err(error) => notes.fail(CHECK, format!("{error:#}")),
    }
}

/// The moments of the log: the newest, and where it went back.
struct Times {
    newest: Option<Instant>,
    back: i64,
    at: i64,
}

fn times(conn: &mut Conn) -> Result<Times> {
    #[derive(QueryableByName)]
    struct Back {
        #[diesel(sql_type = BigInt)]
        seq: i64,
    }
    #[derive(QueryableByName)]
    struct Newest {
        #[diesel(sql_type = Timestamp)]
        at: Instant,
    }
    let minutes = match conn {
        Conn::Sqlite(_) => format!("julianday(at) < julianday(before) - {CLOCK_MINUTES} / 1440.0"),
        Conn::Pg(_) => format!("at < before - interval '{CLOCK_MINUTES} minutes'"),
    };
    let back: Vec<Back> = sql_query(format!(
        "SELECT seq FROM (SELECT seq, at, LAG(at) OVER (ORDER BY seq) AS before FROM audit) log WHERE {minutes} ORDER BY seq"
    ))
    .load(conn)?;
    let newest: Vec<Newest> = sql_query("SELECT at FROM audit ORDER BY at DESC LIMIT 1").load(conn)?;
    Ok(Times {
        newest: newest.into_iter().next().map(|newest| newest.at),
        back: i64::try_from(back.len())?,
        at: back.last().map_or(0, |last| last.seq),
    })
}

fn look_at_clock(notes: &mut Notes, times: Times, now: Instant) {
    const CHECK: &str = "clock";
    match times.newest {
        Some(newest) if newest.utc() - now.utc() > chrono::TimeDelta::minutes(CLOCK_MINUTES) => notes.fail(
            CHECK,
            format!(
                "this machine's clock says {}, but the log goes to {}: set the clock",
                now.rfc3339(),
                newest.rfc3339()
            ),
        ),
        _ if times.back > 0 => notes.warn(
            CHECK,
            format!("the log's moments go back {} times, last at row {}: was the clock set?", times.back, times.at),
        ),
        _ => notes.ok(CHECK, format!("{}, behind everything that the log holds", now.rfc3339())),
    }
}
