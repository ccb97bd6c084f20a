//! Writing down that a row left a scope.

use diesel::prelude::*;

use crate::access::{Cx, Deed, Subject};
use crate::db::schema::departures;
use crate::db::types::Id;
use crate::error::Result;

/// Tells a unit, or without one the whole ward, to forget a row.
///
/// # Errors
/// When the row cannot be written.
pub fn depart<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id, unit: Option<&Id>, row: &Id) -> Result<()> {
    let (id, at) = (cx.new_id(), cx.now());
    diesel::insert_into(departures::table)
        .values((
            departures::id.eq(id),
            departures::ward_id.eq(ward),
            departures::unit_id.eq(unit),
            departures::resource.eq(R::RESOURCE.as_str()),
            departures::row_id.eq(row),
            departures::at.eq(at),
        ))
        .execute(cx.conn())?;
    Ok(())
}
