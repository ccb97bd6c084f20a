//! Concerns that wait, in numbers: for those who handle them.

use chrono::NaiveDate;
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use super::model::ConcernStatus;
use super::store;
use crate::access::subject::Concerns;
use crate::access::{Cx, Read};
use crate::calendar;
use crate::db::schema::concerns;
use crate::db::types::Instant;
use crate::error::Result;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct ConcernTally {
    /// Received or screened, and not settled yet.
    pub waiting: i64,
    /// Of these, not screened yet.
    pub new: i64,
    /// Of these that wait, a child in danger now.
    pub emergency: i64,
    /// Received in the period, in whatever state.
    pub received: i64,
}

/// Counts what the desk sees.
///
/// # Errors
/// When the database refuses.
pub fn tally(cx: &mut Cx<'_, Concerns, Read>, from: NaiveDate, to: NaiveDate) -> Result<ConcernTally> {
    let (first, last) = (Instant::new(calendar::start_of_ward_day(from)), Instant::new(calendar::end_of_ward_day(to)));
    let rows: Vec<(ConcernStatus, i64, i64, i64)> = concerns::table
        .filter(store::visible(cx))
        .group_by(concerns::status)
        .select((
            concerns::status,
            count_star(),
            sql::<BigInt>("COUNT(CASE WHEN concerns.danger_level = 'emergency' THEN 1 END)"),
            sql::<BigInt>("COUNT(CASE WHEN concerns.received_at >= ")
                .bind::<Timestamp, _>(first)
                .sql(" AND concerns.received_at <= ")
                .bind::<Timestamp, _>(last)
                .sql(" THEN 1 END)"),
        ))
        .load(cx.conn())?;
    let mut tally = ConcernTally::default();
    for (status, count, emergency, received) in rows {
        tally.received += received;
        if matches!(status, ConcernStatus::Received | ConcernStatus::Screened) {
            tally.waiting += count;
            tally.emergency += emergency;
            tally.new += if status == ConcernStatus::Received { count } else { 0 };
        }
    }
    Ok(tally)
}
