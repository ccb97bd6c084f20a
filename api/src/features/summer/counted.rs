//! The summer's lists and sessions as statistics see them.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;

use super::model::{HandoverStatus, SummerRating};
use super::{sessions, store, tallies};
use crate::access::subject::Summer;
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::{summer_handover_children as entries, summer_handovers as handovers, summer_sessions};
use crate::db::types::{Id, Instant};
use crate::error::Result;

/// Of a line: its id, the child, the rating, whether it was commended.
type Line = (Id, Id, Option<SummerRating>, bool);

/// Every line of the lists of a year that was handed over up to a day.
///
/// # Errors
/// When the database refuses.
pub fn handed_over(cx: &mut Cx<'_, Summer, Read>, on: NaiveDate) -> Result<Vec<Counted>> {
    type List = (Id, HandoverStatus, Id, Id, Option<Instant>, Option<Instant>);
    let (_, end) = Period { from: on, to: on }.instants();
    let lists: Vec<List> = store::within(cx)
        .filter(handovers::year.eq(on.year()))
        .filter(handovers::status.ne(HandoverStatus::Prepared))
        .filter(handovers::handed_over_at.le(end))
        .select((
            handovers::id,
            handovers::status,
            handovers::school_id,
            handovers::neighborhood_id,
            handovers::received_at,
            handovers::returned_at,
        ))
        .load(cx.conn())?;
    let by_then = |moment: Option<Instant>| moment.is_some_and(|moment| moment <= end);
    let ids: Vec<&Id> = lists.iter().map(|(id, ..)| id).collect();
    let mut by_list: HashMap<Id, Vec<Line>> = HashMap::new();
    for some in ids.chunks(500) {
        let lines: Vec<(Id, Line)> = entries::table
            .filter(entries::handover_id.eq_any(some.to_vec()))
            .order(entries::id)
            .select((entries::handover_id, (entries::id, entries::child_id, entries::rating, entries::commended)))
            .load(cx.conn())?;
        for (list, line) in lines {
            by_list.entry(list).or_default().push(line);
        }
    }
    let mut rows = Vec::new();
    for (list, status, school, neighborhood, received_at, returned_at) in lists {
        let lines = by_list.remove(&list).unwrap_or_default();
        let is_received = status != HandoverStatus::HandedOver && by_then(received_at);
        let is_returned = status == HandoverStatus::Returned && by_then(returned_at);
        rows.extend(lines.into_iter().map(|(id, child, rating, commended)| {
            let row = Counted::new(id)
                .of(child)
                .mark("school", &school)
                .mark("unit", &neighborhood)
                .flag("received", is_received)
                .flag("returned", is_returned)
                .flag("commended", commended);
            match rating {
                Some(rating) if is_returned => row.mark("rating", rating),
                _ => row,
            }
        }));
    }
    Ok(rows)
}

/// Every session within the days, with how many came.
///
/// # Errors
/// When the database refuses.
pub fn sessions_held(cx: &mut Cx<'_, Summer, Read>, period: Period) -> Result<Vec<Counted>> {
    let rows: Vec<(Id, Id)> = sessions::within(cx)
        .filter(summer_sessions::cancelled_at.is_null())
        .filter(summer_sessions::on_date.between(period.from, period.to.min(cx.today())))
        .order(summer_sessions::id)
        .select((summer_sessions::id, summer_sessions::neighborhood_id))
        .load(cx.conn())?;
    let ids: Vec<Id> = rows.iter().map(|(id, _)| id.clone()).collect();
    let mut came = HashMap::new();
    for some in ids.chunks(500) {
        came.extend(tallies::of_sessions(cx, some)?);
    }
    let shape = |(id, neighborhood): (Id, Id)| {
        let present = came.get(&id).map_or(0, |count| count.present + count.late);
        Counted::new(id).mark("unit", &neighborhood).amount("present", present)
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Summer, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = sessions::within(cx).filter(summer_sessions::id.eq_any(ids.to_vec()));
    let rows: Vec<(Id, NaiveDate, String)> =
        rows.select((summer_sessions::id, summer_sessions::on_date, summer_sessions::place)).load(cx.conn())?;
    let shape = |(id, day, place): (Id, NaiveDate, String)| (id, format!("Buổi {}, {place}", day.format("%d/%m/%Y")));
    Ok(rows.into_iter().map(shape).collect())
}
