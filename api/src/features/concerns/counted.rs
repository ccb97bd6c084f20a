//! What was told to the ward, as statistics see it: numbers only, nothing of its content.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{ConcernStatus, DangerLevel, ReceivedVia};
use super::store::visible;
use crate::access::subject::{CaseNumbers, Concerns};
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::concerns;
use crate::db::types::Id;
use crate::error::Result;

/// What was received within the days; what was told twice counts once.
///
/// # Errors
/// When the database refuses.
pub fn counted(cx: &mut Cx<'_, CaseNumbers, Read>, period: Period) -> Result<Vec<Counted>> {
    type Row = (Id, ConcernStatus, DangerLevel, ReceivedVia, Option<Id>);
    let (from, to) = period.instants();
    let rows: Vec<Row> = concerns::table
        .filter(concerns::ward_id.eq_any(cx.scope().wards()))
        .filter(concerns::received_at.between(from, to))
        .filter(concerns::status.ne(ConcernStatus::Duplicate))
        .order(concerns::id)
        .select((concerns::id, concerns::status, concerns::danger_level, concerns::received_via, concerns::case_id))
        .load(cx.conn())?;
    let shape = |(id, status, danger, via, case): Row| {
        Counted::new(id)
            .mark("status", status)
            .mark("danger", danger)
            .mark("via", via)
            .flag("confirmed", case.is_some())
            .flag("referred", status == ConcernStatus::Referred)
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Concerns, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = concerns::table.filter(visible(cx)).filter(concerns::id.eq_any(ids));
    let rows: Vec<(Id, String)> = rows.select((concerns::id, concerns::code)).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}
