//! The table of safety plans.

use std::collections::HashMap;

use diesel::prelude::*;

use super::super::model::{Approval, EventRow, EventStatus};
use super::super::rules::{self, SAFETY_PLAN_MISSING};
use super::super::{actions, store as event_store, write as event_write};
use super::model::{Covered, SafetyPlanRef, SafetyPlanRow, SafetyStatus};
use crate::access::subject::Events;
use crate::access::{Cx, Deed, Role, Subject, Writes};
use crate::db::Conn;
use crate::db::schema::{events, safety_plans};
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::setup::EventTerms;

/// Why an event waits for its approval again.
const PLAN_CHANGED: &str = "Phương án bảo đảm an toàn đã thay đổi, cần Công an phường và lãnh đạo duyệt lại.";

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

/// On PostgreSQL a plan is locked from here to the end of the transaction, its events before it: whoever approves an
/// event and whoever changes its plan wait for each other.
///
/// # Errors
/// When the database refuses.
pub fn lock<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, holder: &Id) -> Result<()> {
    if let Conn::Pg(plain) = cx.conn() {
        let plan = safety_plans::table.filter(safety_plans::event_id.eq(holder));
        plan.select(safety_plans::id).for_update().first::<Id>(plain).optional()?;
    }
    Ok(())
}

/// Whether an approved plan fits the event as it stands.
///
/// # Errors
/// When the database refuses.
pub fn has_plan<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow, terms: &EventTerms) -> Result<bool> {
    let plans = of_events(cx, [event])?;
    Ok(plans.get(event.plan_holder()).is_some_and(|plan| holds(plan, event, terms)))
}

/// # Errors
/// 409 where the event must have an approved plan that fits it, and has none.
pub fn check<A: Deed>(cx: &mut Cx<'_, Events, A>, event: &EventRow, terms: &EventTerms) -> Result<()> {
    if !rules::needs_safety_plan(terms, event) {
        return Ok(());
    }
    lock(cx, event.plan_holder())?;
    if has_plan(cx, event, terms)? { Ok(()) } else { Err(Error::conflict(SAFETY_PLAN_MISSING)) }
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
            take_back(cx, event.plan_holder())?;
        }
        None => {
            let row = empty(cx.new_id(), event, now);
            diesel::insert_into(safety_plans::table).values(&row).execute(cx.conn())?;
        }
    }
    notifications::send_to_roles(cx, &event.ward_id, &[Role::Police], Kind::SafetyPlanAsked, &event.id)
}

/// Takes the approvals back that rest on a plan which does not hold any more; the leader is told.
///
/// # Errors
/// When the database refuses.
pub fn take_back<A: Writes>(cx: &mut Cx<'_, Events, A>, holder: &Id) -> Result<()> {
    let shares = events::id.eq(holder).nullable().or(events::series_id.eq(holder));
    let approved: Vec<EventRow> = events::table
        .filter(shares)
        .filter(events::status.eq(EventStatus::Approved))
        .order((events::starts_at, events::id))
        .select(EventRow::as_select())
        .load(cx.conn())?;
    for before in approved {
        let terms = event_store::terms(cx, &before.ward_id)?;
        if check(cx, &before, &terms).is_ok() {
            continue;
        }
        let after = EventRow {
            status: EventStatus::Proposed,
            approval: Json::new(Approval::default()),
            status_reason: PLAN_CHANGED.to_owned(),
            ..before.clone()
        };
        event_write::save(cx, &before, after, "update")?;
        actions::tell_leader(cx, &before, Kind::EventChanged)?;
    }
    Ok(())
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

/// A plan that was only asked for.
pub fn empty(id: Id, event: &EventRow, now: Instant) -> SafetyPlanRow {
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
