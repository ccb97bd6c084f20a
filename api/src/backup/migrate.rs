//! `bup migrate-to`: from one database into the other, row by row, without a file between.

use anyhow::{Result, ensure};
use diesel::{RunQueryDsl, sql_query};

use super::load::Loader;
use super::target::Target;
use super::{Source, export, snapshot, tables};
use crate::db::migrations::{self, Line};
use crate::db::{Conn, DatabaseUrl};

/// What was moved.
#[derive(Debug)]
pub struct Moved {
    pub tables: u64,
    pub rows: u64,
}

/// Copies every row into an empty database in one transaction, and reads each table there again. The source stays as
/// it is; attachments and keys stay in the data folder.
///
/// # Errors
/// With what is in the way; the target is as it was then.
pub fn migrate_to(source: &Source, url: &str) -> Result<Moved> {
    let url = DatabaseUrl::parse(Some(url), &source.data_dir).map_err(anyhow::Error::msg)?;
    let mut target = Target::open(&url, None)?;
    let before = last_audit_row(source)?;
    let (tables, rows) = snapshot(&source.pool, |conn| {
        let (steps, known) = (migrations::applied(conn)?, migrations::known());
        ensure!(!steps.is_empty(), "the source holds no tables of Búp Trên Cành");
        ensure!(
            steps.iter().all(|step| known.contains(step)),
            "the source was changed by a newer version; use that one"
        );
        migrations::apply(target.conn()?, |step| steps.iter().any(|one| one == step))?;
        let mut loader = Loader::begin(target.conn()?)?;
        for table in tables::all(conn)? {
            loader.table(&table.name, &table.names())?;
            export::rows(conn, &table, |line| loader.row(line))?;
            loader.end_table()?;
        }
        loader.finish()
    })?;
    ensure!(
        before == last_audit_row(source)?,
        "somebody wrote into the source meanwhile: stop the server first. Nothing was changed in the target"
    );
    target.rows_are_in()?;
    target.keep()?;
    Ok(Moved { tables, rows })
}

/// Every change leaves a row there.
fn last_audit_row(source: &Source) -> Result<Option<String>> {
    snapshot(&source.pool, |conn| {
        let text = if matches!(conn, Conn::Sqlite(_)) { "CAST(MAX(seq) AS TEXT)" } else { "MAX(seq)::text" };
        let last: Vec<Line> = sql_query(format!("SELECT {text} AS line FROM audit HAVING COUNT(*) > 0")).load(conn)?;
        Ok(last.into_iter().next().map(|last| last.line))
    })
}
