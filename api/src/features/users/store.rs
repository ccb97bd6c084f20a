//! The tables of users.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::UserRef;
use crate::access::{Cx, Deed, Subject};
use crate::db::schema::{units, users};
use crate::db::types::Id;
use crate::error::Result;

/// The names of people that a row within somebody's scope mentions; ids come from such rows, never from a request.
pub fn references<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, UserRef>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    let found: Vec<UserRef> = users::table
        .inner_join(units::table.on(units::id.eq(users::unit_id)))
        .filter(users::id.eq_any(ids))
        .select((users::id, users::full_name, users::position, units::name))
        .load(cx.conn())?;
    Ok(found.into_iter().map(|user| (user.id.clone(), user)).collect())
}
