//! Who has looked at a case: every look, print and change, and every refused attempt.

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::model::CasePart;
use super::store;
use crate::access::subject::Cases;
use crate::access::{Cx, Read};
use crate::db::schema::audit;
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::users::{self, model::UserRef};

/// One look, one change or one refused attempt.
#[derive(Serialize, ToSchema)]
pub struct CaseLook {
    pub at: Instant,
    pub by: Option<UserRef>,
    /// `cases.read`, `cases.print`, `own.accept_referral` …
    pub action: String,
    pub outcome: String,
}

/// # Errors
/// 404 for whoever does not see the whole file.
pub fn of(cx: &mut Cx<'_, Cases, Read>, case: &Id) -> Result<Vec<CaseLook>> {
    store::find_part(cx, case, CasePart::Log)?;
    type Row = (Instant, Option<Id>, String, String);
    // What a service of the ward does with its referral stands under everybody's own right.
    let rows: Vec<Row> = audit::table
        .filter(audit::resource.eq_any(["cases", "own"]))
        .filter(audit::row_id.eq(case))
        .order(audit::seq.desc())
        .limit(500)
        .select((audit::at, audit::actor_id, audit::action, audit::outcome))
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.1.as_ref()))?;
    let shape = |(at, by, action, outcome): Row| CaseLook {
        at,
        by: by.and_then(|id| people.get(&id).cloned()),
        action,
        outcome,
    };
    Ok(rows.into_iter().map(shape).collect())
}
