//! Who has looked at a child: the ward's answer to a family that asks (Law 91/2025/QH15: the right to know).

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use super::duplicates::check_desk;
use super::store;
use crate::access::subject::Children;
use crate::access::{Cx, Read};
use crate::db::schema::audit;
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::users::{self, model::UserRef};

/// One look, one change or one refused attempt.
#[derive(Serialize, ToSchema)]
pub struct ChildLook {
    pub at: Instant,
    pub by: Option<UserRef>,
    /// `children.read`, `children.update` …
    pub action: String,
    pub outcome: String,
}

/// # Errors
/// 403 for whoever does not see the whole ward, 404.
pub fn of(cx: &mut Cx<'_, Children, Read>, child: &Id) -> Result<Vec<ChildLook>> {
    store::find_row(cx, child)?;
    check_desk(cx)?;
    type Row = (Instant, Option<Id>, String, String);
    let rows: Vec<Row> = audit::table
        .filter(audit::resource.eq("children"))
        .filter(audit::row_id.eq(child))
        .order(audit::seq.desc())
        .limit(500)
        .select((audit::at, audit::actor_id, audit::action, audit::outcome))
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.1.as_ref()))?;
    let shape = |(at, by, action, outcome): Row| ChildLook {
        at,
        by: by.and_then(|id| people.get(&id).cloned()),
        action,
        outcome,
    };
    Ok(rows.into_iter().map(shape).collect())
}
