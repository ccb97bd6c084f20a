//! A child moves, leaves, comes back, dies, or turns sixteen.

use chrono::{Months, NaiveDate};
use diesel::prelude::*;
use serde_json::{Map, Value, json};

use super::content::Content;
use super::history::{self, Source};
use super::model::{ChildDeath, ChildMove, ChildMoveOut, ChildReturn, ChildRow, ChildStatus, ViewName};
use super::query::within;
use super::rules::{self, GROWN_UP, Turn};
use super::store;
use super::views::View;
use super::write;
use crate::access::subject::Children;
use crate::access::{Cx, Update};
use crate::audit::{self, Changes};
use crate::db::schema::children;
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::http::IfMatch;
use crate::input::Checks;

pub const NOT_YOUR_MOVE: Message = Message::new(
    "field_not_yours",
    "Trạm y tế không ghi việc chuyển đi, chuyển đến của trẻ.",
    "The health station does not record where a child moves.",
);

fn open(cx: &mut Cx<'_, Children, Update>, id: &Id, if_match: IfMatch, turn: Turn) -> Result<ChildRow> {
    let row = store::find_to_write(cx, id)?;
    if View::of(cx.actor()).name != ViewName::Full {
        return Err(Error::forbidden(NOT_YOUR_MOVE));
    }
    if_match.check_version_if_given(row.version, || store::find(cx, id))?;
    rules::check_turn(&row, turn)?;
    Ok(row)
}

/// To another neighborhood of the ward. Whoever only sees the old one does not see the child afterwards.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn to_neighborhood(cx: &mut Cx<'_, Children, Update>, id: &Id, if_match: IfMatch, input: &ChildMove) -> Result<()> {
    let row = open(cx, id, if_match, Turn::Move)?;
    let guardians = store::guardians_of(cx, id)?;
    let known = Content::of(&cx.services().vault, &row, &guardians)?;
    let content = Content { neighborhood_id: Some(input.neighborhood_id.clone()), ..known.clone() };
    let mut checks = Checks::new();
    checks.lines("note", &input.note, 1000);
    write::check_units(cx, &mut checks, &content)?;
    checks.finish()?;
    write::save(cx, &row, &known, &content, Source::Move)?;
    audit::record(cx, "move", id, Changes::none())
}

/// Out of the ward.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn out(cx: &mut Cx<'_, Children, Update>, id: &Id, if_match: IfMatch, input: &ChildMoveOut) -> Result<()> {
    let row = open(cx, id, if_match, Turn::MoveOut)?;
    let mut checks = Checks::new();
    let to = checks.line("to", &input.to, 300);
    let note = checks.lines("note", &input.note, 1000);
    check_past(cx, &mut checks, "moved_on", input.moved_on);
    checks.finish()?;
    turn(cx, &row, ChildStatus::MovedOut, Some(input.moved_on), &[("moved_to", to), ("note", note)])?;
    audit::record(cx, "move_out", id, Changes::none())
}

/// Back in the ward.
///
/// # Errors
/// 403, 404, 409, 412, 422.
pub fn back(cx: &mut Cx<'_, Children, Update>, id: &Id, if_match: IfMatch, input: &ChildReturn) -> Result<()> {
    let row = open(cx, id, if_match, Turn::Return)?;
    let mut checks = Checks::new();
    let note = checks.lines("note", &input.note, 1000);
    checks.finish()?;
    let status = if rules::surely_grown_on(row.date_of_birth, row.birth_year_only) <= cx.today() {
        ChildStatus::AgedOut
    } else {
        ChildStatus::Active
    };
    let today = cx.today();
    turn(cx, &row, status, Some(today), &[("note", note)])?;
    audit::record(cx, "return", id, Changes::none())?;
    match &input.neighborhood_id {
        Some(unit) if status == ChildStatus::Active && row.neighborhood_id.as_ref() != Some(unit) => {
            let input = ChildMove { neighborhood_id: unit.clone(), moved_on: None, note: String::new() };
            to_neighborhood(cx, id, IfMatch::none(), &input)
        }
        _ => Ok(()),
    }
}

/// # Errors
/// 403, 404, 409, 412, 422.
pub fn died(cx: &mut Cx<'_, Children, Update>, id: &Id, if_match: IfMatch, input: &ChildDeath) -> Result<()> {
    let row = open(cx, id, if_match, Turn::Die)?;
    let mut checks = Checks::new();
    let note = checks.lines("note", &input.note, 1000);
    check_past(cx, &mut checks, "died_on", input.died_on);
    checks.finish()?;
    turn(cx, &row, ChildStatus::Deceased, Some(input.died_on), &[("note", note)])?;
    audit::record(cx, "died", id, Changes::none())
}

fn check_past(cx: &Cx<'_, Children, Update>, checks: &mut Checks, field: &str, day: NaiveDate) {
    checks.day(field, day);
    if day > cx.today() {
        checks.fail(field, IN_FUTURE);
    }
}

pub const IN_FUTURE: Message = Message::new(
    "in_future",
    "Ngày này chưa đến. Hãy nhập ngày đã qua.",
    "This day has not come yet. Enter a past day.",
);

fn turn(
    cx: &mut Cx<'_, Children, Update>,
    row: &ChildRow,
    status: ChildStatus,
    on: Option<NaiveDate>,
    said: &[(&str, String)],
) -> Result<()> {
    let mut changes = Map::from_iter([
        ("status".to_owned(), json!([row.status, status])),
        ("status_on".to_owned(), json!([row.status_on, on])),
    ]);
    let said = said.iter().filter(|(_, text)| !text.is_empty());
    changes.extend(said.map(|(name, text)| ((*name).to_owned(), json!([Value::Null, text]))));
    history::record(cx, &row.id, Source::Move, changes)?;
    write::save_row(cx, row, ChildRow { status, status_on: on, ..row.clone() })
}

/// How many rows one run of the job takes; the rest waits for the next.
const BATCH: i64 = 500;

/// Whoever turned sixteen is no child any more; how many did.
///
/// # Errors
/// When the database refuses.
pub fn grow_up(cx: &mut Cx<'_, Children, Update>) -> Result<usize> {
    let Some(limit) = cx.today().checked_sub_months(Months::new(GROWN_UP * 12)) else { return Ok(0) };
    let rows: Vec<ChildRow> = within(cx)
        .filter(children::status.eq(ChildStatus::Active))
        .filter(children::date_of_birth.le(limit))
        // Of whom only the year is known may wait a year: last, or they would hold up the rest.
        .order((children::birth_year_only, children::date_of_birth))
        .limit(BATCH)
        .select(ChildRow::as_select())
        .load(cx.conn())?;
    let today = cx.today();
    let mut grown = 0;
    for row in &rows {
        let on = rules::surely_grown_on(row.date_of_birth, row.birth_year_only);
        if on > today {
            continue;
        }
        let changes = Map::from_iter([("status".to_owned(), json!([row.status, ChildStatus::AgedOut]))]);
        history::record(cx, &row.id, Source::System, changes)?;
        write::save_row(cx, row, ChildRow { status: ChildStatus::AgedOut, status_on: Some(on), ..row.clone() })?;
        audit::record(cx, "grow_up", &row.id, Changes::none())?;
        grown += 1;
    }
    Ok(grown)
}
