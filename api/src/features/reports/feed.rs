//! Reports in the order in which they changed, for programs that follow them: the cursor is kept and asked with again.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::{ReportLine, ReportRow};
use super::store;
use crate::access::subject::Reports;
use crate::access::{Cx, Read};
use crate::db::schema::reports;
use crate::error::{Error, Result};
use crate::features::changes::{OVERLAP, Since};

const DEFAULT_LIMIT: i64 = 50;
const MAX_LIMIT: i64 = 200;

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FeedQuery {
    /// The `next_cursor` of the last answer; from the beginning when left out.
    #[param(example = "1717376460000000~")]
    pub cursor: Option<String>,
    #[param(example = 50)]
    pub limit: Option<i64>,
}

/// What changed since the cursor; a report may come twice, never not at all.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReportFeed {
    pub items: Vec<ReportLine>,
    /// Always there: keep it and ask with it the next time.
    pub next_cursor: String,
    /// There is more to be had at once.
    pub more: bool,
}

/// # Errors
/// 400 for a cursor that is none.
pub fn since(cx: &mut Cx<'_, Reports, Read>, query: &FeedQuery) -> Result<ReportFeed> {
    let limit = query.limit.unwrap_or(DEFAULT_LIMIT);
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(Error::bad_parameter("limit"));
    }
    let since = match &query.cursor {
        Some(text) => Since::decode(text).ok_or_else(|| Error::bad_parameter("cursor"))?,
        None => Since::beginning(),
    };
    let is_later =
        reports::updated_at.gt(since.at).or(reports::updated_at.eq(since.at).and(reports::id.gt(since.after.clone())));
    let rows = store::within(cx).filter(is_later).order((reports::updated_at, reports::id)).limit(limit + 1);
    let mut rows: Vec<ReportRow> = rows.select(ReportRow::as_select()).load(cx.conn())?;
    let wanted = usize::try_from(limit).unwrap_or(0);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let end = match rows.last() {
        Some(last) if more => Since { at: last.updated_at, after: last.id.to_string() },
        // Nothing new: the same cursor, so that the same question has the same `ETag`.
        None => since,
        // A transaction that began before this answer may end after it.
        Some(_) => Since { at: cx.now().plus(-OVERLAP).max(since.at), after: String::new() },
    };
    Ok(ReportFeed { items: store::lines(cx, &rows)?, next_cursor: end.encode(), more })
}
