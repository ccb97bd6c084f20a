//! The tables of units.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::UnitRef;
use crate::access::{Cx, Deed, Subject};
use crate::db::schema::units;
use crate::db::types::Id;
use crate::error::Result;

/// The names of units that a row within somebody's scope mentions; ids come from such rows, never from a request.
pub fn references<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, UnitRef>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    let found: Vec<UnitRef> =
        units::table.filter(units::id.eq_any(ids)).select(UnitRef::as_select()).load(cx.conn())?;
    Ok(found.into_iter().map(|unit| (unit.id.clone(), unit)).collect())
}
