//! Reading safety plans, each through its event.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::super::model::{EventRow, EventStatus};
use super::super::rules as event_rules;
use super::super::store as event_store;
use super::bodies::SafetyPlanQuery;
use super::model::{SafetyEvent, SafetyPlan, SafetyPlanLine, SafetyPlanRow, SafetyStatus, SafetyTemplate};
use super::{rules, store, template};
use crate::access::subject::SafetyPlans;
use crate::access::{Cx, Deed, Read};
use crate::calendar;
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest};
use crate::db::schema::{events, safety_plans};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::units::model::UnitRef;
use crate::features::{units, users};
use crate::keyset;
use crate::setup::EventTerms;

/// An event with all that share its plan.
pub struct Planned {
    pub event: EventRow,
    /// The event itself, or the sessions of its series that are not cancelled, in the order of time.
    pub sessions: Vec<EventRow>,
    pub terms: EventTerms,
    pub plan: Option<SafetyPlanRow>,
}

/// An event within the scope of the right to safety plans, with its plan.
///
/// # Errors
/// 404.
pub fn planned<A: Deed>(cx: &mut Cx<'_, SafetyPlans, A>, id: &Id) -> Result<Planned> {
    let event = events::table.filter(event_store::visible(cx.scope())).filter(events::id.eq(id));
    let event: EventRow = event.select(EventRow::as_select()).first(cx.conn())?;
    let sessions = match &event.series_id {
        Some(series) => events::table
            .filter(events::series_id.eq(series))
            .filter(events::status.ne(EventStatus::Cancelled))
            .order((events::starts_at, events::id))
            .select(EventRow::as_select())
            .load(cx.conn())?,
        None => vec![event.clone()],
    };
    let terms = event_store::terms(cx, &event.ward_id)?;
    let plan = safety_plans::table.filter(safety_plans::event_id.eq(event.plan_holder()));
    let plan = plan.select(SafetyPlanRow::as_select()).first(cx.conn()).optional()?;
    Ok(Planned { event, sessions, terms, plan })
}

/// The plan of an event.
///
/// # Errors
/// 404, also where there is none.
pub fn find<A: Deed>(cx: &mut Cx<'_, SafetyPlans, A>, id: &Id) -> Result<SafetyPlan> {
    let planned = planned(cx, id)?;
    let Planned { event, sessions, terms, plan } = &planned;
    let row = plan.clone().ok_or_else(Error::not_found)?;
    let units = units::references(cx, [&event.lead_unit_id])?;
    let people = users::references(cx, row.drafted_by_id.iter().chain(&row.decided_by_id))?;
    let score = rules::score(&row.risks);
    Ok(SafetyPlan {
        event: shape(event, terms, &units, sessions.len()),
        holds: store::reference(&row, event, terms).holds,
        score,
        level: rules::level(score),
        open: rules::gaps(&rules::situation(sessions, terms), &row.items),
        care: rules::care(sessions, terms),
        drafted_by: row.drafted_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
        decided_by: row.decided_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
        allowed_actions: rules::allowed_actions(cx.actor().role, Some(row.status), sessions),
        id: row.id,
        event_id: row.event_id,
        status: row.status,
        items: row.items.into_inner(),
        risks: row.risks.into_inner(),
        officers: row.officers.into_inner(),
        note: row.note,
        return_reason: row.return_reason,
        decision_number: row.decision_number,
        decision_date: row.decision_date,
        drafted_at: row.drafted_at,
        decided_at: row.decided_at,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

/// What a plan of this event begins with.
///
/// # Errors
/// 404.
pub fn template(cx: &mut Cx<'_, SafetyPlans, Read>, id: &Id) -> Result<SafetyTemplate> {
    let Planned { event, sessions, terms, plan } = planned(cx, id)?;
    let units = units::references(cx, [&event.lead_unit_id])?;
    let situation = rules::situation(&sessions, &terms);
    Ok(SafetyTemplate {
        version: template::VERSION,
        topics: template::topics(&situation),
        risks: template::risks(&situation),
        care: rules::care(&sessions, &terms),
        event: shape(&event, &terms, &units, sessions.len()),
        allowed_actions: rules::allowed_actions(cx.actor().role, plan.map(|plan| plan.status), &sessions),
    })
}

fn shape(row: &EventRow, terms: &EventTerms, units: &HashMap<Id, UnitRef>, sessions: usize) -> SafetyEvent {
    SafetyEvent {
        id: row.id.clone(),
        title: row.title.clone(),
        kind: row.kind,
        status: row.status,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        place: row.place.clone(),
        point: *row.point,
        lead_unit: units.get(&row.lead_unit_id).cloned(),
        expected_children: row.expected_children,
        expected_adults: row.expected_adults,
        conditions: *row.conditions,
        safety_plan_required: row.safety_plan_required,
        reasons: event_rules::reasons_of(terms, row),
        sessions: i32::try_from(sessions).unwrap_or(i32::MAX),
    }
}

/// The next session of every series that still has one.
type Coming = HashMap<Id, (Instant, i32)>;

fn coming(cx: &mut Cx<'_, SafetyPlans, Read>, ward: &Id) -> Result<Coming> {
    let rows: Vec<(Option<Id>, Instant)> = events::table
        .filter(events::ward_id.eq(ward))
        .filter(events::ends_at.gt(cx.now()))
        .filter(events::series_id.is_not_null())
        .filter(events::status.eq_any(AHEAD))
        .order((events::ends_at, events::id))
        .select((events::series_id, events::starts_at))
        .load(cx.conn())?;
    let mut next = Coming::new();
    for (series, starts_at) in rows {
        if let Some(series) = series {
            next.entry(series).or_insert((starts_at, 0)).1 += 1;
        }
    }
    Ok(next)
}

const AHEAD: [EventStatus; 3] = [EventStatus::Draft, EventStatus::Proposed, EventStatus::Approved];

fn waiting(
    cx: &Cx<'_, SafetyPlans, Read>,
    ward: &Id,
    statuses: &[SafetyStatus],
    coming: &Coming,
) -> events::BoxedQuery<'static, MultiBackend> {
    let series: Vec<Id> = coming.keys().cloned().collect();
    let plans = safety_plans::table
        .filter(safety_plans::ward_id.eq(ward.clone()))
        .filter(safety_plans::status.eq_any(statuses.to_vec()))
        .select(safety_plans::event_id);
    let is_ahead = events::ends_at.gt(cx.now()).and(events::status.eq_any(AHEAD));
    events::table
        .filter(event_store::visible(cx.scope()))
        .filter(events::id.eq_any(plans))
        .filter(is_ahead.or(events::id.eq_any(series)))
        .into_boxed()
}

/// Plans of events that still lie ahead, the soonest first.
///
/// # Errors
/// 400 for an unknown state.
pub fn list(
    cx: &mut Cx<'_, SafetyPlans, Read>,
    query: &SafetyPlanQuery,
    page: &PageRequest,
) -> Result<List<SafetyPlanLine>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let words = query.status.as_deref().unwrap_or("requested,drafted");
    let statuses = event_store::read_words(words, "status", SafetyStatus::parse)?;
    let coming = coming(cx, &ward)?;
    let rows = keyset!(
        waiting(cx, &ward, &statuses, &coming), page, asc events::starts_at, events::id, Instant::parse
    );
    let rows: Vec<EventRow> = rows.select(EventRow::as_select()).load(cx.conn())?;
    let total = waiting(cx, &ward, &statuses, &coming).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.starts_at.rfc3339(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    let items = lines(cx, &ward, list.items, &coming)?;
    Ok(List { items, next_cursor, total, total_is_at_least: false })
}

fn lines(
    cx: &mut Cx<'_, SafetyPlans, Read>,
    ward: &Id,
    rows: Vec<EventRow>,
    coming: &Coming,
) -> Result<Vec<SafetyPlanLine>> {
    let terms = event_store::terms(cx, ward)?;
    let ids: Vec<&Id> = rows.iter().map(|row| &row.id).collect();
    let plans: Vec<SafetyPlanRow> = safety_plans::table
        .filter(safety_plans::event_id.eq_any(ids))
        .select(SafetyPlanRow::as_select())
        .load(cx.conn())?;
    let plans: HashMap<&Id, &SafetyPlanRow> = plans.iter().map(|plan| (&plan.event_id, plan)).collect();
    let units = units::references(cx, rows.iter().map(|row| &row.lead_unit_id))?;
    let people = users::references(cx, plans.values().filter_map(|plan| plan.drafted_by_id.as_ref()))?;
    let today = cx.today();
    let line = |row: &EventRow| {
        let plan = plans.get(&row.id)?;
        let (next_at, sessions) = coming.get(&row.id).copied().unwrap_or((row.starts_at, 1));
        let days_left = (calendar::ward_today(next_at.utc()) - today).num_days();
        let score = rules::score(&plan.risks);
        Some(SafetyPlanLine {
            id: plan.id.clone(),
            event: SafetyEvent { sessions, ..shape(row, &terms, &units, 1) },
            status: plan.status,
            score,
            level: rules::level(score),
            next_at,
            days_left,
            late: plan.status != SafetyStatus::Approved && days_left < i64::from(terms.police_days_before),
            drafted_by: plan.drafted_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            drafted_at: plan.drafted_at,
            version: plan.version,
        })
    };
    Ok(rows.iter().filter_map(line).collect())
}
