//! What units reported of communications, as statistics see it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{CommunicationChannel, CommunicationStatus};
use super::store::visible;
use crate::access::subject::Communications;
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::{communication_reports as reports, communications};
use crate::db::types::Id;
use crate::error::Result;

/// Every report within the days that stands, of items that were not cancelled.
///
/// # Errors
/// When the database refuses.
pub fn counted(cx: &mut Cx<'_, Communications, Read>, period: Period) -> Result<Vec<Counted>> {
    let items: Vec<(Id, CommunicationChannel)> = communications::table
        .filter(visible(cx.scope()))
        .filter(communications::status.eq_any([CommunicationStatus::Approved, CommunicationStatus::Done]))
        .select((communications::id, communications::channel))
        .load(cx.conn())?;
    let channels: HashMap<Id, CommunicationChannel> = items.into_iter().collect();
    let rows: Vec<(Id, Id, Id, i32)> = reports::table
        .inner_join(communications::table.on(communications::id.eq(reports::communication_id)))
        .filter(communications::ward_id.eq_any(cx.scope().wards()))
        .filter(reports::withdrawn_at.is_null())
        .filter(reports::done_on.between(period.from, period.to))
        .order(reports::id)
        .select((reports::id, reports::communication_id, reports::unit_id, reports::times))
        .load(cx.conn())?;
    let shape = |(id, item, unit, times): (Id, Id, Id, i32)| {
        let channel = channels.get(&item)?;
        let row = Counted::new(id).of(item).mark("channel", channel).mark("unit", &unit);
        Some(row.amount("times", i64::from(times)))
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Communications, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = communications::table.filter(visible(cx.scope())).filter(communications::id.eq_any(ids));
    let rows: Vec<(Id, String)> = rows.select((communications::id, communications::title)).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}
