//! What tables a database has, asked of the database itself: no list that somebody could forget to lengthen.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};

use crate::db::Conn;
use crate::db::migrations::STEPS;

/// What a column holds. SQLite knows two of these; the others are how PostgreSQL keeps the same values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    Bool,
    Date,
    Moment,
}

#[derive(Clone, Debug)]
pub(super) struct Column {
    pub name: String,
    pub kind: Kind,
}

/// A table with its columns in the order of their names, which is the same on both databases.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    /// The places, among `columns`, of those that name a row.
    pub key: Vec<usize>,
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    at_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    /// Its place in the primary key; below one for none.
    #[diesel(sql_type = BigInt)]
    place: i64,
}

/// All tables, in the order of their names; not that of the migrations.
///
/// # Errors
/// With a column of a kind that rows are not copied with.
pub(super) fn all(conn: &mut Conn) -> Result<Vec<Table>> {
    let query = match conn {
        Conn::Sqlite(_) => format!(
            "SELECT m.name AS at_table, c.name AS name, c.type AS kind, c.pk AS place FROM sqlite_master m \
             JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' \
             AND m.name <> '{STEPS}'"
        ),
        Conn::Pg(_) => format!(
            "SELECT t.relname::text AS at_table, a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS kind, \
             COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint AS place FROM pg_class t \
             JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = current_schema() \
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped \
             LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary \
             WHERE t.relkind IN ('r', 'p') AND t.relname <> '{STEPS}'"
        ),
    };
    let mut found: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for column in sql_query(query).load::<Found>(conn)? {
        found.entry(column.at_table.clone()).or_default().push(column);
    }
    found.into_iter().map(|(name, columns)| table(name, columns)).collect()
}

fn table(name: String, mut found: Vec<Found>) -> Result<Table> {
    found.sort_by(|one, other| one.name.cmp(&other.name));
    let mut key: Vec<(i64, usize)> =
        found.iter().enumerate().filter(|(_, one)| one.place > 0).map(|(at, one)| (one.place, at)).collect();
    key.sort_unstable();
    let kind = |one: &Found| {
        Ok(match one.kind.as_str() {
            "text" | "TEXT" => Kind::Text,
            "integer" | "bigint" | "smallint" | "INTEGER" => Kind::Number,
            "boolean" => Kind::Bool,
            "date" => Kind::Date,
            "timestamp without time zone" => Kind::Moment,
            other => bail!("{}.{} is of the kind {other}, of which no copy is made", one.at_table, one.name),
        })
    };
    let columns =
        found.iter().map(|one| Ok(Column { name: one.name.clone(), kind: kind(one)? })).collect::<Result<Vec<_>>>()?;
    if key.is_empty() {
        key = (0..columns.len()).map(|at| (0, at)).collect();
    }
    Ok(Table { name, columns, key: key.into_iter().map(|(_, at)| at).collect() })
}

impl Table {
    pub fn names(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }
}

/// A name as SQL quotes it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
