//! What parents and children said before taking part (Circular 27/2022/TT-BLĐTBXH, art. 3 and 4.2).

use diesel::prelude::*;

use super::book::Book;
use super::model::{EventOpinionRow, EventOpinionsRecorded, NewEventOpinions};
use super::people;
use super::rules::{self, CHILD_OUTSIDE};
use crate::access::subject::Events;
use crate::access::{Create, Cx};
use crate::audit::{self, Changes};
use crate::db::schema::event_opinions as opinions;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::events::store;
use crate::features::summer::rules::{CHILD_SEVEN, must_be_asked};
use crate::input::{Checks, REQUIRED, TOO_MANY};

/// More than any event of a ward has children.
const OPINIONS_MAX: usize = 2000;

/// Writes down what was said, also of a child that came along without being registered; a later word takes the place
/// of an earlier one.
///
/// # Errors
/// 403, 404, 422 for a child outside the reach, or that is seven and was not asked.
pub fn record(cx: &mut Cx<'_, Events, Create>, id: &Id, input: &NewEventOpinions) -> Result<EventOpinionsRecorded> {
    let event = store::find_to_write(cx, id)?;
    let part = people::part(cx, &event)?;
    let book = Book::open(cx, event)?;
    let seen = people::seen(cx, &book, part.reach)?;
    let mut checks = Checks::new();
    if input.opinions.is_empty() {
        checks.fail("opinions", REQUIRED);
    }
    if input.opinions.len() > OPINIONS_MAX {
        checks.fail_with("opinions", TOO_MANY, vec![("max", OPINIONS_MAX.to_string())]);
    }
    let asked = || input.opinions.iter().take(OPINIONS_MAX);
    let others: Vec<Id> = asked().map(|one| one.child_id.clone()).filter(|child| !seen.contains(child)).collect();
    let others = people::own(cx, &others)?;
    let (now, today, day) = (cx.now(), cx.today(), rules::day_of(&book.event));
    let mut rows = Vec::new();
    for (at, one) in asked().enumerate() {
        let field = |name: &str| format!("opinions[{at}].{name}");
        let asked_on = checks.day(&field("asked_on"), one.asked_on.unwrap_or(today));
        let method = checks.optional_line(&field("method"), Some(&one.method), 150).unwrap_or_default();
        let note = checks.lines(&field("note"), &one.note, 500);
        let registered = book.pupils.get(&one.child_id).filter(|_| seen.contains(&one.child_id));
        let Some(pupil) = registered.or_else(|| others.get(&one.child_id)) else {
            checks.fail(field("child_id"), CHILD_OUTSIDE);
            continue;
        };
        if one.child.is_none() && must_be_asked(pupil, day) {
            checks.fail(field("child"), CHILD_SEVEN);
        }
        rows.push(EventOpinionRow {
            event_id: id.clone(),
            child_id: one.child_id.clone(),
            parents: one.parents,
            child_says: one.child,
            asked_on,
            method,
            note,
            recorded_by_id: cx.caller().person().cloned(),
            updated_at: now,
        });
    }
    checks.finish()?;
    for row in &rows {
        let known = opinions::table.find((&row.event_id, &row.child_id));
        if diesel::update(known).set(row).execute(cx.conn())? == 0 {
            diesel::insert_into(opinions::table).values(row).execute(cx.conn())?;
        }
    }
    audit::record(cx, "record_opinions", id, Changes::none().field("children", (), rows.len()))?;
    let recorded = i64::try_from(rows.len()).map_err(Error::internal)?;
    Ok(EventOpinionsRecorded { event_id: id.clone(), recorded })
}
