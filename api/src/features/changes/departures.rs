//! Writing down that a row left a scope.

use diesel::prelude::*;

use crate::access::{Cx, Deed, Subject};
use crate::db::schema::departures;
use crate::db::types::Id;
use crate::error::Result;

/// Whose scope a row left: nobody else is told of it.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    Ward,
    Unit(&'a Id),
    Person(&'a Id),
}

/// Tells those whose scope a row left to forget it.
///
/// # Errors
/// When the row cannot be written.
pub fn depart<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id, whose: Whose<'_>, row: &Id) -> Result<()> {
    let (id, at) = (cx.new_id(), cx.now());
    let (unit, user) = match whose {
        Whose::Ward => (None, None),
        Whose::Unit(unit) => (Some(unit), None),
        Whose::Person(user) => (None, Some(user)),
    };
    diesel::insert_into(departures::table)
        .values((
            departures::id.eq(id),
            departures::ward_id.eq(ward),
            departures::unit_id.eq(unit),
            departures::user_id.eq(user),
            departures::resource.eq(R::RESOURCE.as_str()),
            departures::row_id.eq(row),
            departures::at.eq(at),
        ))
        .execute(cx.conn())?;
    Ok(())
}
