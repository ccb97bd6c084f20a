//! Decisions: several proposals in one, signed by the leader or a deputy in their place.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{
    CommendationAction, CommendationDecision, CommendationRow, DecisionQuery, DecisionRow, NewCommendationDecision,
};
use super::rules::{self, IN_FUTURE, NOT_PROPOSED};
use super::{store, write};
use crate::access::subject::Commendations;
use crate::access::{Approve, Cx, Deed};
use crate::audit::{self, Changes};
use crate::db::page::{self, List, PageRequest};
use crate::db::schema::{commendation_decisions, commendations};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::features::users;
use crate::input::{Checks, DUPLICATE, REQUIRED, TOO_MANY};
use crate::keyset;

/// Decides: everything or nothing. Whoever proposed and who is commended is told.
///
/// # Errors
/// 404 for a proposal that is not there, 409 for one that does not wait any more, 422.
pub fn decide(cx: &mut Cx<'_, Commendations, Approve>, input: &NewCommendationDecision) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let title = checks.line("title", &input.title, 500);
    let decided_on = input.decided_on.unwrap_or_else(|| cx.today());
    checks.day("decided_on", decided_on);
    if decided_on > cx.today() {
        checks.fail("decided_on", IN_FUTURE);
    }
    if let Some(number) = input.number {
        checks.range("number", number, 1, 99_999);
    }
    check_ids(&mut checks, &input.commendation_ids);
    checks.finish()?;
    // In one order, so that two decisions at the same moment do not wait for each other.
    let mut ids = input.commendation_ids.clone();
    ids.sort();
    let mut rows: Vec<CommendationRow> = Vec::new();
    for id in &ids {
        let row = store::find_to_write(cx, id)?;
        if rules::next(row.status, CommendationAction::Decide).is_err() {
            return Err(Error::conflict(NOT_PROPOSED));
        }
        rows.push(row);
    }
    let decision = DecisionRow {
        id: cx.new_id(),
        ward_id: ward,
        number: input.number,
        title,
        decided_on,
        decided_by_id: cx.actor().person().cloned(),
        acting_for_id: cx.actor().acting_for.clone(),
        created_at: cx.now(),
        version: 1,
    };
    diesel::insert_into(commendation_decisions::table).values(&decision).execute(cx.conn())?;
    for before in &rows {
        let status = rules::next(before.status, CommendationAction::Decide)?;
        let after = CommendationRow { status, decision_id: Some(decision.id.clone()), ..before.clone() };
        write::save_all(cx, before, after, "decide")?;
        let mut told: Vec<Id> = before.unit_id.iter().cloned().chain([before.proposed_unit_id.clone()]).collect();
        told.sort();
        told.dedup();
        notifications::send_to_units(cx, &told, Kind::CommendationDecided, &before.id)?;
    }
    let changes = Changes::none().field("number", (), decision.number).field("commendations", (), &ids);
    audit::record(cx, "create_decision", &decision.id, changes)?;
    Ok(decision.id)
}

fn check_ids(checks: &mut Checks, ids: &[Id]) {
    if ids.is_empty() {
        checks.fail("commendation_ids", REQUIRED);
    }
    if ids.len() > rules::DECIDED_MAX {
        checks.fail_with("commendation_ids", TOO_MANY, vec![("max", rules::DECIDED_MAX.to_string())]);
    }
    for (at, id) in ids.iter().take(rules::DECIDED_MAX).enumerate() {
        if ids.iter().take(at).any(|earlier| earlier == id) {
            checks.fail(format!("commendation_ids[{at}]"), DUPLICATE);
        }
    }
}

/// The ids of the decisions that hold a commendation within the scope: a decision is seen through what it decided.
fn visible_ids<A: Deed>(cx: &mut Cx<'_, Commendations, A>) -> Result<Vec<Id>> {
    let decided =
        commendations::table.filter(store::visible(cx.scope())).filter(commendations::decision_id.is_not_null());
    let ids: Vec<Option<Id>> = decided.select(commendations::decision_id).distinct().load(cx.conn())?;
    Ok(ids.into_iter().flatten().collect())
}

/// A page of decisions, the newest first.
///
/// # Errors
/// When the database refuses.
pub fn list<A: Deed>(cx: &mut Cx<'_, Commendations, A>, query: &DecisionQuery) -> Result<List<CommendationDecision>> {
    let page = PageRequest::new(query.limit, query.cursor.as_deref(), "-decided_on")?;
    let ids = visible_ids(cx)?;
    let of_scope = || commendation_decisions::table.filter(commendation_decisions::id.eq_any(ids.clone()));
    let rows = of_scope().into_boxed();
    let (day, id) = (commendation_decisions::decided_on, commendation_decisions::id);
    let rows: Vec<DecisionRow> =
        keyset!(rows, page, desc day, id, page::day).select(DecisionRow::as_select()).load(cx.conn())?;
    let total = of_scope().select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, &page, total, |row| (row.decided_on.to_string(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// A decision that holds something within the scope.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Commendations, A>, id: &Id) -> Result<CommendationDecision> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

pub(super) fn find_row<A: Deed>(cx: &mut Cx<'_, Commendations, A>, id: &Id) -> Result<DecisionRow> {
    let holds = commendations::table.filter(store::visible(cx.scope())).filter(commendations::decision_id.eq(id));
    if holds.count().get_result::<i64>(cx.conn())? == 0 {
        return Err(Error::not_found());
    }
    Ok(commendation_decisions::table.find(id).select(DecisionRow::as_select()).first(cx.conn())?)
}

/// The decisions of commendations that were found within the scope.
///
/// # Errors
/// When the database refuses.
pub(super) fn of<A: Deed>(cx: &mut Cx<'_, Commendations, A>, ids: &[Id]) -> Result<HashMap<Id, CommendationDecision>> {
    let rows = commendation_decisions::table.filter(commendation_decisions::id.eq_any(ids));
    let rows: Vec<DecisionRow> = rows.select(DecisionRow::as_select()).load(cx.conn())?;
    Ok(dress(cx, rows)?.into_iter().map(|decision| (decision.id.clone(), decision)).collect())
}

fn dress<A: Deed>(cx: &mut Cx<'_, Commendations, A>, rows: Vec<DecisionRow>) -> Result<Vec<CommendationDecision>> {
    let people = users::references(cx, rows.iter().flat_map(|row| row.decided_by_id.iter().chain(&row.acting_for_id)))?;
    let shape = |row: DecisionRow| CommendationDecision {
        decided_by: row.decided_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
        acting_for: row.acting_for_id.as_ref().and_then(|id| people.get(id)).cloned(),
        number_text: rules::number_text(row.number),
        id: row.id,
        ward_id: row.ward_id,
        number: row.number,
        title: row.title,
        decided_on: row.decided_on,
        created_at: row.created_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}
