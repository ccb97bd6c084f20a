//! Obstacles as statistics see them.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{EscalationLevel, ObstacleStatus};
use super::store::visible;
use crate::access::subject::Obstacles;
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::obstacles;
use crate::db::types::Id;
use crate::error::Result;

/// What was raised within the days, with its title: reports quote it.
///
/// # Errors
/// When the database refuses.
pub fn counted(cx: &mut Cx<'_, Obstacles, Read>, period: Period) -> Result<Vec<(Counted, String)>> {
    type Row = (Id, Id, String, ObstacleStatus, Option<EscalationLevel>);
    let (from, to) = period.instants();
    let rows: Vec<Row> = obstacles::table
        .filter(visible(cx.scope()))
        .filter(obstacles::created_at.between(from, to))
        .order(obstacles::id)
        .select((obstacles::id, obstacles::unit_id, obstacles::title, obstacles::status, obstacles::escalated_to))
        .load(cx.conn())?;
    let shape = |(id, unit, title, status, level): Row| {
        let is_answered = matches!(status, ObstacleStatus::Answered | ObstacleStatus::Closed);
        let is_above = level == Some(EscalationLevel::Superior);
        let row = Counted::new(id).mark("unit", &unit).flag("answered", is_answered).flag("escalated", is_above);
        (row.flag("open", !is_answered), title)
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Obstacles, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = obstacles::table.filter(visible(cx.scope())).filter(obstacles::id.eq_any(ids));
    let rows: Vec<(Id, String)> = rows.select((obstacles::id, obstacles::title)).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}
