//! Rows into tables that are there and empty, on either database, in the transaction of the caller.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{RunQueryDsl, sql_query};
use serde_json::Value;

use super::export::{self, Counted, Counter, normalise};
use super::tables::{self, Kind, Table, quoted};
use crate::db::Conn;
use crate::db::migrations::Line;

/// Rows are written in pieces of about so many bytes.
const PIECE: usize = 512 * 1024;

pub(super) struct Loader<'c> {
    conn: &'c mut Conn,
    tables: BTreeMap<String, Table>,
    /// Foreign keys of PostgreSQL that wait until the end, as `table ALTER CONSTRAINT name`.
    deferred: Vec<String>,
    current: Option<Open>,
    loaded: BTreeMap<String, Counted>,
}

/// The table whose rows come in.
struct Open {
    table: Table,
    counter: Counter,
    piece: String,
}

impl<'c> Loader<'c> {
    /// Lets foreign keys wait: rows come table by table, and some tables point at themselves.
    ///
    /// # Errors
    /// When a table holds rows already.
    pub fn begin(conn: &'c mut Conn) -> Result<Self> {
        let all = tables::all(conn)?;
        for table in &all {
            let query = format!("SELECT 'x' AS line FROM {} LIMIT 1", quoted(&table.name));
            ensure!(sql_query(query).load::<Line>(conn)?.is_empty(), "the table {} is not empty", table.name);
        }
        let deferred = defer(conn)?;
        let tables = all.into_iter().map(|table| (table.name.clone(), table)).collect();
        Ok(Self { conn, tables, deferred, current: None, loaded: BTreeMap::new() })
    }

    /// Turns to a table.
    ///
    /// # Errors
    /// When there is none of that name, or its columns are others.
    pub fn table(&mut self, name: &str, columns: &[String]) -> Result<()> {
        let table = self.tables.get(name).with_context(|| format!("there is no table {name} at this level"))?;
        ensure!(table.names() == columns, "the table {name} has other columns at this level");
        ensure!(!self.loaded.contains_key(name), "the table {name} comes twice");
        self.current = Some(Open { table: table.clone(), counter: Counter::default(), piece: String::new() });
        Ok(())
    }

    /// Takes a row of the current table.
    ///
    /// # Errors
    /// When the row does not fit, or the database refuses.
    pub fn row(&mut self, line: &str) -> Result<()> {
        let open = self.current.as_mut().context("a row outside a table")?;
        let mut values: Vec<Value> = serde_json::from_str(line)?;
        normalise(&mut values, &open.table).with_context(|| open.table.name.clone())?;
        let line = serde_json::to_string(&values)?;
        open.counter.take(&line);
        open.piece.push(if open.piece.is_empty() { '[' } else { ',' });
        open.piece.push_str(&line);
        if open.piece.len() >= PIECE { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<()> {
        let Some(open) = self.current.as_mut().filter(|open| !open.piece.is_empty()) else { return Ok(()) };
        let piece = std::mem::take(&mut open.piece) + "]";
        let query = sql_query(insert(self.conn, &open.table)).bind::<Text, _>(piece);
        query.execute(self.conn).with_context(|| open.table.name.clone())?;
        Ok(())
    }

    /// Ends the current table.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn end_table(&mut self) -> Result<Counted> {
        self.flush()?;
        let open = self.current.take().context("no table to end")?;
        let counted = open.counter.end();
        self.loaded.insert(open.table.name, counted.clone());
        Ok(counted)
    }

    /// Checks the foreign keys, lets numbers go on where they were, and reads every table again: row by row it is what
    /// was given. The number of tables and rows.
    ///
    /// # Errors
    /// With the table that is not.
    pub fn finish(self) -> Result<(u64, u64)> {
        let Self { conn, tables, deferred, loaded, .. } = self;
        settle(conn, &deferred)?;
        let mut total = 0;
        for (name, table) in &tables {
            let Some(given) = loaded.get(name) else { bail!("the table {name} was not given") };
            let found = export::rows(conn, table, |_| Ok(()))?;
            ensure!(found == *given, "the table {name} is not what was given: {} rows of {}", found.rows, given.rows);
            total += found.rows;
        }
        Ok((u64::try_from(tables.len())?, total))
    }
}

fn insert(conn: &Conn, table: &Table) -> String {
    let names: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let (name, names) = (quoted(&table.name), names.join(", "));
    let columns = table.columns.iter().enumerate();
    match conn {
        Conn::Sqlite(_) => {
            let values: Vec<String> = columns.map(|(at, _)| format!("json_extract(value, '$[{at}]')")).collect();
            format!("INSERT INTO {name} ({names}) SELECT {} FROM json_each($1)", values.join(", "))
        }
        Conn::Pg(_) => {
            let kind = |kind| match kind {
                Kind::Text => "text",
                Kind::Number => "bigint",
                Kind::Bool => "boolean",
                Kind::Date => "date",
                Kind::Moment => "timestamp",
            };
            let values: Vec<String> =
                columns.map(|(at, column)| format!("(value ->> {at})::{}", kind(column.kind))).collect();
            format!("INSERT INTO {name} ({names}) SELECT {} FROM json_array_elements($1::json)", values.join(", "))
        }
    }
}

fn defer(conn: &mut Conn) -> Result<Vec<String>> {
    match conn {
        Conn::Sqlite(plain) => {
            // Ends with the transaction.
            plain.batch_execute("PRAGMA defer_foreign_keys = ON")?;
            Ok(Vec::new())
        }
        Conn::Pg(plain) => {
            let keys: Vec<Line> = sql_query(
                "SELECT format('%I ALTER CONSTRAINT %I', t.relname, c.conname) AS line FROM pg_constraint c \
                 JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
                 WHERE c.contype = 'f' AND NOT c.condeferrable AND n.nspname = current_schema()",
            )
            .load(plain)?;
            let keys: Vec<String> = keys.into_iter().map(|key| key.line).collect();
            for key in &keys {
                plain.batch_execute(&format!("ALTER TABLE {key} DEFERRABLE INITIALLY DEFERRED"))?;
            }
            Ok(keys)
        }
    }
}

fn settle(conn: &mut Conn, deferred: &[String]) -> Result<()> {
    let Conn::Pg(plain) = conn else {
        // SQLite says only at the end that something hangs in the air; this says what.
        #[derive(diesel::QueryableByName)]
        struct Loose {
            #[diesel(sql_type = Text)]
            line: String,
        }
        let loose: Vec<Loose> =
            sql_query("SELECT \"table\" || ' → ' || parent AS line FROM pragma_foreign_key_check LIMIT 1")
                .load(conn)?;
        return match loose.first() {
            None => Ok(()),
            Some(Loose { line }) => bail!("a row points at one that is not there: {line}"),
        };
    };
    plain.batch_execute("SET CONSTRAINTS ALL IMMEDIATE").context("a row points at one that is not there")?;
    for key in deferred {
        plain.batch_execute(&format!("ALTER TABLE {key} NOT DEFERRABLE"))?;
    }
    let sequences: Vec<Line> = sql_query(
        "SELECT format('SELECT setval(%L, GREATEST(COALESCE(MAX(%I), 0), 1), COALESCE(MAX(%I), 0) > 0)::text AS line \
         FROM %I', pg_get_serial_sequence(quote_ident(t.relname), a.attname), a.attname, a.attname, t.relname) AS line \
         FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema() \
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped \
         WHERE t.relkind = 'r' AND pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL",
    )
    .load(plain)?;
    for sequence in sequences {
        sql_query(sequence.line).load::<Line>(plain)?;
    }
    Ok(())
}
