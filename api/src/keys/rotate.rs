//! `bup keys rotate`: new keys, and everything sealed anew with them.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use super::sealed::{self, Column, Place};
use super::{TOKENS, VAULT};
use crate::access::{Gate, PublicCx};
use crate::crypto::{KeyRing, Vault};
use crate::db::Conn;
use crate::error::Error;

/// What became of the ring that seals.
#[derive(Debug)]
pub struct Rotated {
    /// The key that seals from now on.
    pub current: String,
    /// How many values were sealed anew.
    pub resealed: u64,
    pub dropped: Vec<String>,
    /// Old keys that are still needed.
    pub kept: Vec<String>,
}

/// Adds a fresh key to the rings and makes it the current one. A running server takes it up by itself.
///
/// # Errors
/// When a file cannot be written; it is then as it was.
pub fn rotate(gate: &Gate) -> Result<Rotated> {
    let folder = gate.services().config.data_dir.join("keys");
    let tokens = KeyRing::read(&folder.join(TOKENS))?;
    // The key before the new one stays: it has signed tokens that live for another quarter of an hour.
    let rotated = tokens.rotated();
    rotated.only(&[tokens.current().0, rotated.current().0]).replace(&folder.join(TOKENS))?;
    let ring = KeyRing::read(&folder.join(VAULT))?.rotated();
    ring.replace(&folder.join(VAULT))?;
    Ok(Rotated { current: ring.current().0.to_owned(), resealed: 0, dropped: Vec::new(), kept: ring.older() })
}

/// Seals everything with the current key and drops the keys that nothing needs any more. Where no older key is there,
/// it rotates first; where one is, an earlier rotation is brought to its end.
///
/// # Errors
/// With the column whose value does not open; everything that was done until then holds, and no key was dropped.
pub fn reseal(gate: &Gate) -> Result<Rotated> {
    let folder = gate.services().config.data_dir.join("keys");
    if KeyRing::read(&folder.join(VAULT))?.older().is_empty() {
        rotate(gate)?;
    }
    let ring = KeyRing::read(&folder.join(VAULT))?;
    let current = ring.current().0.to_owned();
    wait_for_older_transactions(gate)?;
    let mut resealed = 0;
    loop {
        let round = sealed::ALL.iter().map(|column| reseal_column(gate, column, &current)).sum::<Result<u64>>()?;
        resealed += round;
        if round == 0 {
            break;
        }
    }
    resealed += crate::attachments::reseal(gate.services(), &current).map_err(told)?;
    let data_dir = &gate.services().config.data_dir;
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    for id in ring.older() {
        let needed = is_in_files(data_dir, &id)?;
        if needed { kept.push(id) } else { dropped.push(id) }
    }
    let needed: Vec<&str> = kept.iter().map(String::as_str).chain([current.as_str()]).collect();
    ring.only(&needed).replace(&folder.join(VAULT))?;
    Ok(Rotated { current, resealed, dropped, kept })
}

/// What was sealed before the new key came may still be on its way into the database. On SQLite writers take turns, so
/// that the first batch has waited for it.
fn wait_for_older_transactions(gate: &Gate) -> Result<()> {
    let Some(moment) = moment(gate).map_err(told)? else { return Ok(()) };
    for _ in 0..300 {
        if !is_open_since(gate, &moment).map_err(told)? {
            return Ok(());
        }
        sleep(Duration::from_millis(200));
    }
    bail!("a transaction from before the new key has been open for a minute; nothing was dropped, run this again")
}

/// The clock of PostgreSQL; none on SQLite.
fn moment(gate: &Gate) -> crate::error::Result<Option<String>> {
    gate.public_read(|cx| {
        let Conn::Pg(plain) = cx.conn else { return Ok(None) };
        let now: Line = sql_query("SELECT clock_timestamp()::text AS line").get_result(plain)?;
        Ok(Some(now.line))
    })
}

fn is_open_since(gate: &Gate, moment: &str) -> crate::error::Result<bool> {
    let others = "SELECT 'open' AS line FROM pg_stat_activity WHERE datname = current_database() \
        AND pid <> pg_backend_pid() AND xact_start < $1::timestamptz";
    gate.public_read(|cx| {
        let open: Vec<Line> = sql_query(others).bind::<Text, _>(moment).load(cx.conn)?;
        Ok(!open.is_empty())
    })
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The columns that name a row.
#[derive(QueryableByName, Clone, Default)]
struct Name {
    #[diesel(sql_type = Text)]
    first: String,
    /// Empty where one column is enough.
    #[diesel(sql_type = Text)]
    second: String,
}

/// How many values are sealed anew in one transaction: few, so that others get their turn.
const BATCH: usize = 50;
/// Whoever waits for us must not wait long, and we for nobody: less than PostgreSQL's search for deadlocks.
const GIVE_WAY: &str = "SET LOCAL lock_timeout = '300ms'";
const TRIES: usize = 20;

fn reseal_column(gate: &Gate, column: &Column, current: &str) -> Result<u64> {
    let (mut after, mut resealed) = (Name::default(), 0);
    loop {
        let names = stale(gate, column, current, &after)?;
        let Some(last) = names.last().cloned() else { return Ok(resealed) };
        resealed += patiently(|| gate.public("keys", |cx| reseal_rows(cx, column, current, &names)))
            .with_context(|| format!("{}.{}", column.table, column.column))?;
        after = last;
    }
}

/// Locks that somebody holds are given up and tried again.
fn patiently(work: impl Fn() -> crate::error::Result<u64>) -> Result<u64> {
    let mut tries = 0;
    loop {
        match work() {
            Ok(done) => return Ok(done),
            Err(error) if tries == TRIES => bail!("{}", error.cause().unwrap_or(error.code())),
            Err(_) => sleep(Duration::from_millis(100)),
        }
        tries += 1;
    }
}

/// The next rows whose value another key sealed.
fn stale(gate: &Gate, column: &Column, current: &str, after: &Name) -> Result<Vec<Name>> {
    let (first, second) = names(column);
    let Column { table, column: value, .. } = column;
    // PostgreSQL orders by no constant, but by its place.
    let query = format!(
        "SELECT {first} AS first, {second} AS second FROM {table} WHERE ({first} > $1 OR ({first} = $2 AND {second} > $3)) \
         AND {value} <> '' AND {value} NOT LIKE $4 ORDER BY 1, 2 LIMIT {BATCH}"
    );
    gate.public_read(|cx| {
        let query = sql_query(query)
            .bind::<Text, _>(&after.first)
            .bind::<Text, _>(&after.first)
            .bind::<Text, _>(&after.second)
            .bind::<Text, _>(format!("{current}.%"));
        Ok(query.load(cx.conn)?)
    })
    .map_err(told)
}

/// What names a row: one column, and the others together as they stand in its place.
fn names(column: &Column) -> (String, String) {
    match column.row {
        [] => ("''".to_owned(), "''".to_owned()),
        [first] => ((*first).to_owned(), "''".to_owned()),
        // Without a cast: an index is used.
        [first, second] => ((*first).to_owned(), (*second).to_owned()),
        [first, others @ ..] => {
            let others: Vec<String> = others.iter().map(|one| format!("CAST({one} AS TEXT)")).collect();
            ((*first).to_owned(), others.join(" || '/' || "))
        }
    }
}

fn reseal_rows(cx: &mut PublicCx<'_>, column: &Column, current: &str, rows: &[Name]) -> crate::error::Result<u64> {
    if let Conn::Pg(plain) = cx.conn {
        plain.batch_execute(GIVE_WAY)?;
    }
    let (first, second) = names(column);
    let Column { table, column: value, .. } = column;
    let of_row = |from: usize| format!("{first} = ${} AND {second} = ${}", from, from + 1);
    let read = format!("SELECT {value} AS line FROM {table} WHERE {} AND {value} NOT LIKE $3 LIMIT 1", of_row(1));
    // What somebody wrote in the meantime stays: it is sealed with the current key.
    let write = format!("UPDATE {table} SET {value} = $1 WHERE {} AND {value} = $4", of_row(2));
    let mut resealed = 0;
    for row in rows {
        let found: Vec<Line> = sql_query(&read)
            .bind::<Text, _>(&row.first)
            .bind::<Text, _>(&row.second)
            .bind::<Text, _>(format!("{current}.%"))
            .load(cx.conn)?;
        let Some(old) = found.into_iter().next() else { continue };
        let place = place(column, row);
        let opened = cx.services.vault.open(&place, &old.line).map_err(Error::internal)?;
        let anew = cx.services.vault.seal(&place, &opened).map_err(Error::internal)?;
        let written = sql_query(&write)
            .bind::<Text, _>(anew)
            .bind::<Text, _>(&row.first)
            .bind::<Text, _>(&row.second)
            .bind::<Text, _>(old.line)
            .execute(cx.conn)?;
        resealed += u64::try_from(written).unwrap_or(0);
    }
    Ok(resealed)
}

fn place(column: &Column, row: &Name) -> Place {
    match column.row {
        [_] => column.of(&row.first),
        _ => column.of(format_args!("{}/{}", row.first, row.second)),
    }
}

/// Any sealed value with its place; `None` in a database in which nothing is sealed.
pub(super) fn first_sealed(conn: &mut Conn) -> crate::error::Result<Option<(Place, String)>> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(embed)]
        name: Name,
        #[diesel(sql_type = Text)]
        line: String,
    }
    for column in sealed::ALL {
        let (first, second) = names(column);
        let Column { table, column: value, .. } = column;
        let query = format!(
            "SELECT {first} AS first, {second} AS second, {value} AS line FROM {table} WHERE {value} <> '' LIMIT 1"
        );
        let found: Vec<Found> = sql_query(query).load(conn)?;
        if let Some(found) = found.into_iter().next() {
            return Ok(Some((place(column, &found.name), found.line)));
        }
    }
    Ok(None)
}

/// Opens the newest values of every sealed column; how many.
///
/// # Errors
/// With the column whose value does not open.
pub(crate) fn sample(conn: &mut Conn, vault: &Vault, of_each: i64) -> Result<u64> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(embed)]
        name: Name,
        #[diesel(sql_type = Text)]
        line: String,
    }
    let mut opened = 0;
    for column in sealed::ALL {
        let (first, second) = names(column);
        let Column { table, column: value, .. } = column;
        let query = format!(
            "SELECT {first} AS first, {second} AS second, {value} AS line FROM {table} WHERE {value} <> '' \
             ORDER BY 1 DESC, 2 DESC LIMIT {of_each}"
        );
        for found in sql_query(query).load::<Found>(conn)? {
            // Names of files from before they were sealed lie there in clear.
            if column.column == "file_name" && !vault.is_sealed(&found.line) {
                continue;
            }
            vault.open(&place(column, &found.name), &found.line).with_context(|| format!("{table}.{value}"))?;
            opened += 1;
        }
    }
    Ok(opened)
}

/// How far into a file the name of its key may stand.
const FILE_HEAD: u64 = 64;

/// Whether a file of the data folder says at its beginning that this key sealed it: one that came while the others were
/// sealed anew keeps its key.
fn is_in_files(data_dir: &Path, id: &str) -> Result<bool> {
    let mut folders = vec![data_dir.join("attachments")];
    let mark = format!("{id}.");
    while let Some(folder) = folders.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let mut head = Vec::new();
            fs::File::open(&path)?.take(FILE_HEAD).read_to_end(&mut head)?;
            if head.windows(mark.len()).any(|window| window == mark.as_bytes()) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn told(error: Error) -> anyhow::Error {
    anyhow::anyhow!("{}", error.cause().unwrap_or(error.code()))
}
