//! Keyset pages: stable while rows come and go, and as quick on page 1,000 as on page 1.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{Datelike, NaiveDate};
use diesel::query_builder::{AstPass, QueryFragment};
use serde::{Deserialize, Serialize};

use crate::db::types::Id;
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};

/// How many rows a page holds when nothing is said, and at most.
pub const DEFAULT_LIMIT: i64 = 50;
pub const MAX_LIMIT: i64 = 200;

/// Where the page before ended: the value of the sort column of its last row, and that row's id.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct Cursor {
    /// The order it was made for; another order refuses it.
    #[serde(rename = "s")]
    pub sort: String,
    #[serde(rename = "v")]
    pub value: String,
    #[serde(rename = "i")]
    pub id: Id,
    /// How many rows the first page counted, where the others need not count again.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<i64>,
}

impl Cursor {
    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    /// Reads a cursor that came back from a client.
    ///
    /// # Errors
    /// 400 when it is not one of ours or was made for another order.
    pub fn decode(text: &str, sort: &str) -> Result<Self> {
        let bad = || Error::bad_parameter("cursor");
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| bad())?;
        let cursor: Self = serde_json::from_slice(&bytes).map_err(|_| bad())?;
        // PostgreSQL takes no NUL in a text, not even to compare with.
        if cursor.sort == sort && !cursor.value.contains('\0') { Ok(cursor) } else { Err(bad()) }
    }
}

/// The day of a cursor; none beyond the years that both databases know.
pub fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|day: &NaiveDate| (0..=9999).contains(&day.year()))
}

/// What every list takes: how many rows, from where.
#[derive(Clone, Debug)]
pub struct PageRequest {
    pub limit: i64,
    pub cursor: Option<Cursor>,
    pub sort: String,
}

impl PageRequest {
    /// # Errors
    /// 400 for a limit outside 1–200 or a foreign cursor.
    pub fn new(limit: Option<i64>, cursor: Option<&str>, sort: &str) -> Result<Self> {
        let limit = limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=MAX_LIMIT).contains(&limit) {
            return Err(Error::bad_parameter("limit"));
        }
        let cursor = cursor.map(|text| Cursor::decode(text, sort)).transpose()?;
        Ok(Self { limit, cursor, sort: sort.to_owned() })
    }

    /// Everything at once, for exports and prints (bounded: a ward's list, never a province's).
    pub fn all(sort: &str) -> Self {
        Self { limit: 50_000, cursor: None, sort: sort.to_owned() }
    }
}

/// A page of rows as every list answers it.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct List<T> {
    pub items: Vec<T>,
    /// Give it back as `cursor` to get the next page; `null` on the last one.
    pub next_cursor: Option<String>,
    /// How many rows the filters match, over all pages.
    pub total: i64,
    /// There are more than `total`: so long a list is not counted to its end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub total_is_at_least: bool,
}

/// Up to here a list that may be very long is counted; beyond, nobody needs the exact number to work it off.
pub const COUNTED: i64 = 10_000;

/// `SELECT COUNT(*)` of a query that stops behind [`COUNTED`] rows.
#[derive(diesel::query_builder::QueryId)]
pub struct Bounded<Q>(pub Q);

impl<Q> diesel::query_builder::Query for Bounded<Q> {
    type SqlType = diesel::sql_types::BigInt;
}

impl<Q> diesel::RunQueryDsl<Conn> for Bounded<Q> {}

impl<Q: QueryFragment<MultiBackend>> QueryFragment<MultiBackend> for Bounded<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, MultiBackend>) -> diesel::QueryResult<()> {
        out.push_sql("SELECT COUNT(*) FROM (");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(") AS bounded");
        Ok(())
    }
}

impl<T> List<T> {
    /// Makes a page of rows that were read with `limit + 1`: the extra one only tells that more follow.
    pub fn from_rows(mut rows: Vec<T>, request: &PageRequest, total: i64, key: impl Fn(&T) -> (String, Id)) -> Self {
        let limit = usize::try_from(request.limit).unwrap_or(0);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next_cursor = rows.last().filter(|_| more).map(|last| {
            let (value, id) = key(last);
            Cursor { sort: request.sort.clone(), value, id, counted: None }.encode()
        });
        Self { items: rows, next_cursor, total, total_is_at_least: false }
    }

    /// As [`List::from_rows`], of a list that may be very long: it is counted once, by its first page, and not beyond
    /// [`COUNTED`]; the cursor carries the number on.
    pub fn counted_once(
        rows: Vec<T>,
        request: &PageRequest,
        count: impl FnOnce() -> Result<i64>,
        key: impl Fn(&T) -> (String, Id),
    ) -> Result<Self> {
        let read = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let counted = match request.cursor.as_ref().map(|cursor| cursor.counted) {
            None if read <= request.limit => read,
            None => count()?,
            Some(Some(counted)) if (0..=COUNTED + 1).contains(&counted) => counted,
            Some(_) => return Err(Error::bad_parameter("cursor")),
        };
        let list = Self::from_rows(rows, request, counted.min(COUNTED), |row| key(row));
        let carry = |text: String| -> Result<String> {
            let cursor = Cursor::decode(&text, &request.sort)?;
            Ok(Cursor { counted: Some(counted), ..cursor }.encode())
        };
        let next_cursor = list.next_cursor.map(carry).transpose()?;
        Ok(Self { items: list.items, next_cursor, total: list.total, total_is_at_least: counted > COUNTED })
    }

    /// A short list that is never paged.
    pub fn whole(items: Vec<T>) -> Self {
        let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
        Self { items, next_cursor: None, total, total_is_at_least: false }
    }

    pub fn map<U>(self, f: impl FnMut(T) -> U) -> List<U> {
        let Self { items, next_cursor, total, total_is_at_least } = self;
        List { items: items.into_iter().map(f).collect(), next_cursor, total, total_is_at_least }
    }
}

/// Orders a boxed query by one column and the id, and begins it after the cursor's row.
///
/// A macro, because the column's type is different for every order.
#[macro_export]
macro_rules! keyset {
    ($query:expr, $request:expr, asc $column:expr, $id:expr, $read:expr) => {{
        let mut query = $query;
        if let Some(cursor) = &$request.cursor {
            let value = $read(cursor.value.as_str()).ok_or_else(|| $crate::error::Error::bad_parameter("cursor"))?;
            query = query.filter($column.gt(value.clone()).or($column.eq(value).and($id.gt(cursor.id.clone()))));
        }
        query.order(($column.asc(), $id.asc())).limit($request.limit + 1)
    }};
    ($query:expr, $request:expr, desc $column:expr, $id:expr, $read:expr) => {{
        let mut query = $query;
        if let Some(cursor) = &$request.cursor {
            let value = $read(cursor.value.as_str()).ok_or_else(|| $crate::error::Error::bad_parameter("cursor"))?;
            query = query.filter($column.lt(value.clone()).or($column.eq(value).and($id.lt(cursor.id.clone()))));
        }
        query.order(($column.desc(), $id.desc())).limit($request.limit + 1)
    }};
}

/// A `LIKE` pattern that finds `words` anywhere in a search key; `%`, `_` and `\` are taken as they are. A space and a
/// hyphen find each other: "băng rôn" and "băng-rôn" are written by the same people.
pub fn contains(words: &str) -> String {
    let key = crate::text::search_key(words);
    let mut pattern = String::with_capacity(key.len() + 2);
    pattern.push('%');
    for letter in key.chars() {
        match letter {
            ' ' | '-' => pattern.push('_'),
            '%' | '_' | '\\' => pattern.extend(['\\', letter]),
            _ => pattern.push(letter),
        }
    }
    pattern.push('%');
    pattern
}
