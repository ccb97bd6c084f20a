//! Rows in the one form that both databases share.
//!
//! A row is a JSON array of its columns in the order of their names, and each value is what SQLite keeps: text, a whole
//! number, or nothing. Days and moments are text as diesel writes them there, yes is 1. So the same row is the same line
//! whatever database it came from, and two databases are compared by their lines.

use anyhow::{Context, Result, bail};
use diesel::connection::DefaultLoadingMode;
use diesel::pg::PgRowByRowLoadingMode;
use diesel::{RunQueryDsl, sql_query};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::tables::{Column, Kind, Table, quoted};
use crate::db::Conn;
use crate::db::migrations::Line;

/// How many rows a table has, and the SHA-256 over their lines in the order of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    pub rows: u64,
    pub sha256: String,
}

/// Counts lines as they pass.
#[derive(Default)]
pub(super) struct Counter {
    rows: u64,
    hash: Sha256,
}

impl Counter {
    pub fn take(&mut self, line: &str) {
        self.rows += 1;
        self.hash.update(line.as_bytes());
        self.hash.update(b"\n");
    }

    pub fn end(self) -> Counted {
        Counted { rows: self.rows, sha256: hex::encode(self.hash.finalize()) }
    }
}

/// Gives every row of a table as a line, one at a time, however many there are.
///
/// # Errors
/// When the database refuses, or `each` does.
pub(super) fn rows(conn: &mut Conn, table: &Table, mut each: impl FnMut(&str) -> Result<()>) -> Result<Counted> {
    let query = sql_query(select(conn, table));
    let mut counter = Counter::default();
    let mut take = |line: Line| -> Result<()> {
        let line = canonical(&line.line, table).with_context(|| table.name.clone())?;
        counter.take(&line);
        each(&line)
    };
    match conn {
        Conn::Sqlite(plain) => {
            for line in query.load_iter::<Line, DefaultLoadingMode>(plain)? {
                take(line?)?;
            }
        }
        Conn::Pg(plain) => {
            for line in query.load_iter::<Line, PgRowByRowLoadingMode>(plain)? {
                take(line?)?;
            }
        }
    }
    Ok(counter.end())
}

fn select(conn: &Conn, table: &Table) -> String {
    let is_sqlite = matches!(conn, Conn::Sqlite(_));
    let value = |column: &Column| {
        let name = quoted(&column.name);
        match column.kind {
            _ if is_sqlite => name,
            Kind::Text | Kind::Number => name,
            Kind::Bool => format!("{name}::int"),
            Kind::Date => format!("to_char({name}, 'YYYY-MM-DD')"),
            Kind::Moment => format!("to_char({name}, 'YYYY-MM-DD HH24:MI:SS.US')"),
        }
    };
    let values: Vec<String> = table.columns.iter().map(value).collect();
    // By bytes on both, whatever the collation of the database is.
    let order = |at: &usize| {
        table.columns.get(*at).map(|column| match column.kind {
            Kind::Text if !is_sqlite => format!("{} COLLATE \"C\"", quoted(&column.name)),
            _ => quoted(&column.name),
        })
    };
    let order: Vec<String> = table.key.iter().filter_map(order).collect();
    let array = if is_sqlite { "json_array" } else { "json_build_array" };
    let text = if is_sqlite { "" } else { "::text" };
    format!(
        "SELECT {array}({}){text} AS line FROM {} ORDER BY {}",
        values.join(", "),
        quoted(&table.name),
        order.join(", ")
    )
}

/// The one way to write a row's line; databases differ in spaces and escapes.
fn canonical(line: &str, table: &Table) -> Result<String> {
    let mut values: Vec<Value> = serde_json::from_str(line)?;
    normalise(&mut values, table)?;
    Ok(serde_json::to_string(&values)?)
}

/// Checks the values of a row against its columns, and writes moments as diesel does on SQLite.
///
/// # Errors
/// With the column whose value is of another kind.
pub(super) fn normalise(values: &mut [Value], table: &Table) -> Result<()> {
    if values.len() != table.columns.len() {
        bail!("a row of {} values, not {}", values.len(), table.columns.len());
    }
    for (value, column) in values.iter_mut().zip(&table.columns) {
        let is_right = match (&*value, column.kind) {
            (Value::Null, _) => true,
            (Value::Number(number), Kind::Number | Kind::Bool) => number.is_i64(),
            (Value::String(_), Kind::Text | Kind::Date | Kind::Moment) => true,
            _ => false,
        };
        if !is_right {
            bail!("the column {} holds something else", column.name);
        }
        if let (Value::String(text), Kind::Moment) = (&mut *value, column.kind) {
            *text = moment(text).with_context(|| format!("the column {} holds no moment", column.name))?;
        }
    }
    Ok(())
}

/// `2024-06-03 01:00:00`, with three or six digits behind where they are needed.
fn moment(text: &str) -> Option<String> {
    let at = ["%F %T%.f", "%FT%T%.f", "%FT%T%.fZ", "%F %T%.fZ"]
        .into_iter()
        .find_map(|form| chrono::NaiveDateTime::parse_from_str(text, form).ok())?;
    Some(at.format("%F %T%.f").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_diesel_does() {
        for (text, written) in [
            ("2024-06-03 01:00:00.000000", "2024-06-03 01:00:00"),
            ("2024-06-03 01:00:00.120000", "2024-06-03 01:00:00.120"),
            ("2024-06-03 01:00:00.120456", "2024-06-03 01:00:00.120456"),
            ("2024-06-03T01:00:00Z", "2024-06-03 01:00:00"),
        ] {
            assert_eq!(moment(text).as_deref(), Some(written));
        }
        assert_eq!(moment("hôm qua"), None);
    }

    #[test]
    fn lines_do_not_depend_on_spaces_and_escapes() {
        let column = |name: &str, kind| Column { name: name.to_owned(), kind };
        let columns = vec![column("a", Kind::Text), column("b", Kind::Number)];
        let table = Table { name: "t".to_owned(), columns, key: vec![0] };
        let line = canonical("[ \"\\u0110\u{1F600}\\/\" , 9007199254740993 ]", &table).unwrap();
        assert_eq!(line, "[\"Đ\u{1F600}/\",9007199254740993]");
        assert!(canonical("[\"x\"]", &table).is_err());
        assert!(canonical("[\"x\", 1.5]", &table).is_err());
        assert!(canonical("[1, 1]", &table).is_err());
    }
}
