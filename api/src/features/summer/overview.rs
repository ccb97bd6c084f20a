//! The handovers of a summer in numbers.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use serde::Serialize;
use utoipa::ToSchema;

use super::model::HandoverStatus;
use super::store;
use crate::access::subject::Summer;
use crate::access::{Cx, Read};
use crate::db::schema::summer_handovers as handovers;
use crate::error::Result;

/// The lists in one state, and the children in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct HandoverTally {
    pub status: HandoverStatus,
    pub lists: i64,
    pub children: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummerOverview {
    pub year: i32,
    /// Every state, in the order of the steps.
    pub by_status: Vec<HandoverTally>,
}

/// # Errors
/// When the database refuses.
pub fn overview(cx: &mut Cx<'_, Summer, Read>, year: i32) -> Result<SummerOverview> {
    let rows: Vec<(HandoverStatus, i64)> = store::within(cx)
        .filter(handovers::year.eq(year))
        .select((
            handovers::status,
            sql::<BigInt>(
                "(SELECT COUNT(*) FROM summer_handover_children c WHERE c.handover_id = summer_handovers.id)",
            ),
        ))
        .load(cx.conn())?;
    let tally = |status: &HandoverStatus| {
        let of = || rows.iter().filter(|(one, _)| one == status);
        HandoverTally {
            status: *status,
            lists: i64::try_from(of().count()).unwrap_or(i64::MAX),
            children: of().map(|(_, children)| children).sum(),
        }
    };
    Ok(SummerOverview { year, by_status: HandoverStatus::ALL.iter().map(tally).collect() })
}
