//! Obstacles that wait for an answer, counted ward by ward.

use std::collections::HashMap;

use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Date};
use serde::Serialize;
use utoipa::ToSchema;

use super::model::ObstacleStatus;
use super::store;
use crate::access::subject::Obstacles;
use crate::access::{Cx, Read};
use crate::db::schema::obstacles;
use crate::db::types::Id;
use crate::error::Result;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct ObstacleTally {
    /// Without an answer.
    pub open: i64,
    /// Of these, after their day.
    pub late: i64,
    /// Of these, passed up.
    pub escalated: i64,
}

/// Those within the scope; a ward without any is left out.
///
/// # Errors
/// When the database refuses.
pub fn by_ward(cx: &mut Cx<'_, Obstacles, Read>) -> Result<HashMap<Id, ObstacleTally>> {
    let today = cx.today();
    let rows: Vec<(Id, i64, i64, i64)> = obstacles::table
        .filter(store::visible(cx.scope()))
        .filter(obstacles::status.eq_any([ObstacleStatus::Open, ObstacleStatus::Escalated]))
        .group_by(obstacles::ward_id)
        .select((
            obstacles::ward_id,
            count_star(),
            sql::<BigInt>("COUNT(CASE WHEN obstacles.answer_due_on < ").bind::<Date, _>(today).sql(" THEN 1 END)"),
            sql::<BigInt>("COUNT(CASE WHEN obstacles.status = 'escalated' THEN 1 END)"),
        ))
        .load(cx.conn())?;
    let tally = |(ward, open, late, escalated)| (ward, ObstacleTally { open, late, escalated });
    Ok(rows.into_iter().map(tally).collect())
}
