//! The events that were held, as statistics see them.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::model::{BudgetLine, BudgetSource, EventConditions, EventKind, EventStatus};
use super::safety::model::SafetyStatus;
use super::store::visible;
use crate::access::subject::Events;
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::{events, safety_plans};
use crate::db::types::{Id, Json};
use crate::error::Result;

/// An event that was held, for the words of a report.
#[derive(Clone, Debug)]
pub struct Held {
    pub row: Counted,
    pub title: String,
    pub kind: EventKind,
}

/// What began within the days and was held.
///
/// # Errors
/// When the database refuses.
pub fn held(cx: &mut Cx<'_, Events, Read>, period: Period) -> Result<Vec<Held>> {
    type Row =
        (Id, Option<Id>, String, EventKind, Id, Option<i32>, Option<i32>, Json<Vec<BudgetLine>>, Json<EventConditions>);
    let (from, to) = period.instants();
    let rows: Vec<Row> = events::table
        .filter(visible(cx.scope()))
        .filter(events::status.eq_any([EventStatus::Held, EventStatus::Reported]))
        .filter(events::starts_at.between(from, to))
        .order((events::starts_at, events::id))
        .select((
            events::id,
            events::series_id,
            events::title,
            events::kind,
            events::lead_unit_id,
            events::actual_children,
            events::actual_adults,
            events::budget,
            events::conditions,
        ))
        .load(cx.conn())?;
    // Whether one was needed or not: an event may have a plan that no rule asked for.
    let plans: HashSet<Id> = safety_plans::table
        .filter(safety_plans::ward_id.eq_any(cx.scope().wards()))
        .filter(safety_plans::status.eq(SafetyStatus::Approved))
        .select(safety_plans::event_id)
        .load(cx.conn())?
        .into_iter()
        .collect();
    let shape = |(id, series, title, kind, unit, children, adults, budget, conditions): Row| {
        let has_plan = plans.contains(series.as_ref().unwrap_or(&id));
        let spent = |source| budget.iter().filter(|line| line.source == source).map(|line| line.spent).sum::<i64>();
        let row = Counted::new(id)
            .mark("kind", kind)
            .mark("unit", &unit)
            .flag("near_water", conditions.near_water)
            .flag("safety_plan", has_plan)
            .amount("children", i64::from(children.unwrap_or(0)))
            .amount("people", i64::from(children.unwrap_or(0)) + i64::from(adults.unwrap_or(0)))
            .amount("state", spent(BudgetSource::State))
            .amount("mobilised", spent(BudgetSource::Mobilised));
        Held { row, title, kind }
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Events, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = events::table.filter(visible(cx.scope())).filter(events::id.eq_any(ids));
    let rows: Vec<(Id, String)> = rows.select((events::id, events::title)).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}
