//! The table of safety plans.

use std::collections::HashMap;

use diesel::prelude::*;

use super::model::{Covered, SafetyPlanRef, SafetyPlanRow, SafetyStatus};
use crate::access::subject::Events;
use crate::access::{Cx, Deed, Role, Writes};
use crate::db::schema::safety_plans;
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::events::model::EventRow;
use crate::features::events::rules::{self, SAFETY_PLAN_MISSING};
use crate::features::notifications::{self, Kind};
use crate::setup::EventTerms;

/// The plans of events that were found within the scope, by the event that holds each.
///
/// # Errors
/// When the database refuses.
pub fn of_events<'a, A: Deed>(
    cx: &mut Cx<'_, Events, A>,
    events: impl IntoIterator<Item = &'a EventRow>,
) -> Result<HashMap<Id, SafetyPlanRow>> {
    let holders: Vec<&Id> = events.into_iter().map(EventRow::plan_holder).collect();
    let found: Vec<SafetyPlanRow> = safety_plans::table
        .filter(safety_plans::event_id.eq_any(holders))
        .select(SafetyPlanRow::as_select())
        .load(cx.conn())?;
    Ok(found.into_iter().map(|plan| (plan.event_id.clone(), plan)).collect())
}

/// What an event shows of its plan.
pub fn reference(plan: &SafetyPlanRow, event: &EventRow, terms: &EventTerms) -> SafetyPlanRef {
    SafetyPlanRef {
        status: plan.status,
        holds: holds(plan, event, terms),
        decision_number: plan.decision_number.clone(),
        decision_date: plan.decision_date,
    }
}

fn holds(plan: &SafetyPlanRow, event: &EventRow, terms: &EventTerms) -> bool {
    plan.status == SafetyStatus::Approved && rules::covers(&plan.covers, event, terms)
}

/// # Errors
/// 409 where the event must have an approved plan that fits it, and has none.
pub fn check<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow, terms: &EventTerms) -> Result<()> {
    if !rules::needs_safety_plan(terms, event) {
        return Ok(());
    }
    let plans = of_events(cx, [event])?;
    match plans.get(event.plan_holder()) {
        Some(plan) if holds(plan, event, terms) => Ok(()),
        _ => Err(Error::conflict(SAFETY_PLAN_MISSING)),
    }
}

/// Asks the police for a plan where one is needed and none fits: a new row, or the old one asked for again.
///
/// # Errors
/// When the database refuses.
pub fn request<A: Writes>(cx: &mut Cx<'_, Events, A>, event: &EventRow, terms: &EventTerms) -> Result<()> {
    if !rules::needs_safety_plan(terms, event) {
        return Ok(());
    }
    let (now, found) = (cx.now(), of_events(cx, [event])?.remove(event.plan_holder()));
    match found {
        Some(plan) if plan.status != SafetyStatus::Approved || holds(&plan, event, terms) => return Ok(()),
        Some(plan) => {
            let again = (
                safety_plans::status.eq(SafetyStatus::Requested),
                safety_plans::covers.eq(Json::new(Covered::default())),
                safety_plans::updated_at.eq(now),
                safety_plans::version.eq(plan.version + 1),
            );
            diesel::update(safety_plans::table.find(&plan.id)).set(again).execute(cx.conn())?;
        }
        None => {
            let row = empty(cx.new_id(), event, now);
            diesel::insert_into(safety_plans::table).values(&row).execute(cx.conn())?;
        }
    }
    notifications::send_to_roles(cx, &event.ward_id, &[Role::Police], Kind::SafetyPlanAsked, &event.id)
}

/// Gives the plan of a series to the session that is its first now.
///
/// # Errors
/// When the database refuses.
pub fn hand_on<A: Writes>(cx: &mut Cx<'_, Events, A>, from: &Id, to: &Id) -> Result<()> {
    let plan = safety_plans::table.filter(safety_plans::event_id.eq(from));
    diesel::update(plan).set(safety_plans::event_id.eq(to)).execute(cx.conn())?;
    Ok(())
}

fn empty(id: Id, event: &EventRow, now: crate::db::types::Instant) -> SafetyPlanRow {
    SafetyPlanRow {
        id,
        ward_id: event.ward_id.clone(),
        event_id: event.plan_holder().clone(),
        status: SafetyStatus::Requested,
        items: Json::new(Vec::new()),
        risks: Json::new(Vec::new()),
        officers: Json::new(Vec::new()),
        note: String::new(),
        return_reason: String::new(),
        decision_number: String::new(),
        decision_date: None,
        covers: Json::new(Covered::default()),
        drafted_by_id: None,
        drafted_at: None,
        decided_by_id: None,
        decided_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}
