//! Reading inspections and their visits. Writing stands in `write` and `visits`, recommendations in `recommendations`.

use std::collections::HashMap;

use diesel::dsl::{count_star, exists};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{Inspection, InspectionQuery, InspectionRow, InspectionStatus, InspectionVisit, VisitRow};
use super::{recommendations, rules};
use crate::access::subject::{Inspections, Recommendations};
use crate::access::{Cx, Deed, Read, Scope, Writes};
use crate::attachments::{self, OwnerKind};
use crate::db::page::{self, List, PageRequest, contains};
use crate::db::schema::{inspection_visits, inspections, plan_sections};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::units::model::UnitRef;
use crate::features::{units, users};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<inspections::table, MultiBackend, SqlType = Bool>>;
type Filtered = inspections::BoxedQuery<'static, MultiBackend>;

/// The inspections within a scope: a unit's are those that it leads, and those of itself.
pub(super) fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(inspections::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } => Box::new(
            inspections::ward_id
                .eq(ward.clone())
                .and(inspections::lead_unit_id.eq(unit.clone()).or(exists(is_inspected(unit.clone())))),
        ),
        Scope::Below(wards) => Box::new(inspections::ward_id.eq_any(wards.clone())),
        // Nobody has inspections by name; deny.
        Scope::User { .. } => Box::new(inspections::id.eq(String::new())),
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn is_inspected(unit: Id) -> _ {
    inspection_visits::table
        .filter(inspection_visits::inspection_id.eq(inspections::id))
        .filter(inspection_visits::unit_id.eq(unit))
}

/// One place for the list, its files and every number.
fn filtered(scope: &Scope, query: &InspectionQuery) -> Result<Filtered> {
    let mut rows = inspections::table.filter(visible(scope)).into_boxed();
    if let Some(kind) = query.kind {
        rows = rows.filter(inspections::kind.eq(kind));
    }
    if let Some(words) = &query.status {
        let parse = |word: &str| InspectionStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
        rows = rows.filter(inspections::status.eq_any(words.split(',').map(parse).collect::<Result<Vec<_>>>()?));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(exists(is_inspected(unit.clone())));
    }
    if let Some(unit) = &query.lead_unit_id {
        rows = rows.filter(inspections::lead_unit_id.eq(unit.clone()));
    }
    if let Some(plan) = &query.plan_id {
        rows = rows.filter(inspections::plan_id.eq(plan.clone()));
    }
    if let Some(day) = query.from {
        rows = rows.filter(inspections::ends_on.ge(day));
    }
    if let Some(day) = query.to {
        rows = rows.filter(inspections::starts_on.le(day));
    }
    if let Some(day) = query.done_from {
        rows = rows.filter(inspections::done_on.ge(day));
    }
    if let Some(day) = query.done_to {
        rows = rows.filter(inspections::done_on.le(day));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(inspections::search_key.like(contains(words)).escape('\\'));
    }
    Ok(rows)
}

/// A page of inspections.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Inspections, A>,
    query: &InspectionQuery,
    page: &PageRequest,
) -> Result<List<Inspection>> {
    let scope = cx.scope().clone();
    let rows = filtered(&scope, query)?;
    let columns = InspectionRow::as_select();
    let (start, id) = (inspections::starts_on, inspections::id);
    let rows: Vec<InspectionRow> = match page.sort.as_str() {
        "-starts_on" => keyset!(rows, page, desc start, id, page::day).select(columns).load(cx.conn())?,
        "starts_on" => keyset!(rows, page, asc start, id, page::day).select(columns).load(cx.conn())?,
        "-updated_at" => {
            keyset!(rows, page, desc inspections::updated_at, id, Instant::parse).select(columns).load(cx.conn())?
        }
        "title" => {
            let key = |text: &str| Some(text.to_owned());
            keyset!(rows, page, asc inspections::search_key, id, key).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(&scope, query)?.select(count_star()).first(cx.conn())?;
    let value = |row: &InspectionRow| match page.sort.as_str() {
        "-updated_at" => row.updated_at.rfc3339(),
        "title" => row.search_key.clone(),
        _ => row.starts_on.to_string(),
    };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub(super) fn find_row<A: Deed>(cx: &mut Cx<'_, Inspections, A>, id: &Id) -> Result<InspectionRow> {
    let row = inspections::table.filter(visible(cx.scope())).filter(inspections::id.eq(id));
    Ok(row.select(InspectionRow::as_select()).first(cx.conn())?)
}

/// An inspection to be changed: on PostgreSQL whoever comes second waits here. Whoever may not see it waits for nobody.
///
/// # Errors
/// 404.
pub(super) fn find_to_write<A: Writes>(cx: &mut Cx<'_, Inspections, A>, id: &Id) -> Result<InspectionRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    inspections::table.find(id).select(inspections::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// An inspection as its reader sees it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Inspections, A>, id: &Id) -> Result<Inspection> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// All visits of inspections that were found within the scope, those included that the reader may not look into.
///
/// # Errors
/// When the database refuses.
pub(super) fn visits_of<A: Deed>(cx: &mut Cx<'_, Inspections, A>, inspections: &[Id]) -> Result<Vec<VisitRow>> {
    let visits = inspection_visits::table.filter(inspection_visits::inspection_id.eq_any(inspections));
    Ok(visits.order(inspection_visits::id).select(VisitRow::as_select()).load(cx.conn())?)
}

/// A visit of an inspection that the reader sees.
///
/// # Errors
/// 404.
pub(super) fn find_visit<A: Deed>(
    cx: &mut Cx<'_, Inspections, A>,
    inspection: &Id,
    id: &Id,
) -> Result<(InspectionRow, VisitRow)> {
    let row = find_row(cx, inspection)?;
    let visit: VisitRow = inspection_visits::table
        .find(id)
        .filter(inspection_visits::inspection_id.eq(inspection))
        .select(VisitRow::as_select())
        .first(cx.conn())?;
    if rules::sees_visit(cx.scope(), &row, &visit) { Ok((row, visit)) } else { Err(Error::not_found()) }
}

/// A visit as its reader sees it.
///
/// # Errors
/// 404.
pub(super) fn visit<A: Deed>(cx: &mut Cx<'_, Inspections, A>, inspection: &Id, id: &Id) -> Result<InspectionVisit> {
    let (_, visit) = find_visit(cx, inspection, id)?;
    dress_visits(cx, vec![visit])?.pop().ok_or_else(Error::not_found)
}

/// Whether the reader may look into a visit: its files are reached only so.
///
/// # Errors
/// 404 when not.
pub fn check_visit_visible(cx: &mut Cx<'_, Inspections, Read>, id: &Id) -> Result<()> {
    let inspection: Id = inspection_visits::table.find(id).select(inspection_visits::inspection_id).first(cx.conn())?;
    find_visit(cx, &inspection, id).map(drop)
}

pub(super) fn dress_visits<A: Deed>(
    cx: &mut Cx<'_, Inspections, A>,
    visits: Vec<VisitRow>,
) -> Result<Vec<InspectionVisit>> {
    let units = units::references(cx, visits.iter().map(|visit| &visit.unit_id))?;
    let ids: Vec<Id> = visits.iter().map(|visit| visit.id.clone()).collect();
    let mut files = attachments::of(cx, OwnerKind::InspectionVisit, &ids)?;
    let shape = |row: VisitRow| {
        Some(InspectionVisit {
            unit: units.get(&row.unit_id)?.clone(),
            attachments: files.remove(&row.id).unwrap_or_default(),
            id: row.id,
            inspection_id: row.inspection_id,
            unit_id: row.unit_id,
            visited_on: row.visited_on,
            begun: row.begun,
            ended: row.ended,
            place: row.place,
            present: row.present.into_inner(),
            answers: row.answers.into_inner(),
            findings: row.findings,
            positives: row.positives,
            unit_opinion: row.unit_opinion,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    let mut visits: Vec<InspectionVisit> = visits.into_iter().filter_map(shape).collect();
    // "Khu phố 2" before "Khu phố 10".
    visits.sort_by_cached_key(|visit| (visit.unit.kind, units::natural_key(&visit.unit.name)));
    Ok(visits)
}

/// Adds to rows what other tables know of them, with a fixed number of statements for any number of rows.
fn dress<A: Deed>(cx: &mut Cx<'_, Inspections, A>, rows: Vec<InspectionRow>) -> Result<Vec<Inspection>> {
    let scope = cx.scope().clone();
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let all_visits = visits_of(cx, &ids)?;
    let units = units::references(
        cx,
        all_visits.iter().map(|visit| &visit.unit_id).chain(rows.iter().map(|row| &row.lead_unit_id)),
    )?;
    let people = users::references(cx, rows.iter().flat_map(|row| row.created_by_id.iter().chain(&row.done_by_id)))?;
    let sections: HashMap<Id, String> = plan_sections::table
        .filter(plan_sections::id.eq_any(rows.iter().filter_map(|row| row.section_id.as_ref())))
        .select((plan_sections::id, plan_sections::path))
        .load(cx.conn())?
        .into_iter()
        .collect();
    let mut counts = recommendations::counts(&mut cx.also::<Recommendations, Read>()?, &ids)?;
    let mut inspected: HashMap<Id, Vec<UnitRef>> = HashMap::new();
    let mut visited: HashMap<Id, i32> = HashMap::new();
    for visit in &all_visits {
        if let Some(unit) = units.get(&visit.unit_id) {
            inspected.entry(visit.inspection_id.clone()).or_default().push(unit.clone());
        }
        *visited.entry(visit.inspection_id.clone()).or_default() += i32::from(visit.visited_on.is_some());
    }
    let mut seen = Vec::new();
    for visit in all_visits {
        let row = rows.iter().find(|row| row.id == visit.inspection_id);
        if row.is_some_and(|row| rules::sees_visit(&scope, row, &visit)) {
            seen.push(visit);
        }
    }
    let mut visits: HashMap<Id, Vec<InspectionVisit>> = HashMap::new();
    for visit in dress_visits(cx, seen)? {
        visits.entry(visit.inspection_id.clone()).or_default().push(visit);
    }
    let actor = cx.actor();
    let shape = |row: InspectionRow| {
        let mut inspected = inspected.remove(&row.id).unwrap_or_default();
        inspected.sort_by_cached_key(|unit| (unit.kind, units::natural_key(&unit.name)));
        Some(Inspection {
            section_path: row.section_id.as_ref().and_then(|id| sections.get(id)).cloned(),
            lead_unit: units.get(&row.lead_unit_id)?.clone(),
            allowed_actions: rules::allowed_actions(actor, &row),
            units_visited: visited.get(&row.id).copied().unwrap_or(0),
            units_total: i32::try_from(inspected.len()).unwrap_or(i32::MAX),
            units: inspected,
            visits: visits.remove(&row.id).unwrap_or_default(),
            recommendations: counts.remove(&row.id).unwrap_or_default(),
            done_by: row.done_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            created_by: row.created_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            id: row.id,
            ward_id: row.ward_id,
            kind: row.kind,
            title: row.title,
            purpose: row.purpose,
            plan_id: row.plan_id,
            section_id: row.section_id,
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            lead_unit_id: row.lead_unit_id,
            members: row.members.into_inner(),
            topics: row.topics.into_inner(),
            status: row.status,
            status_reason: row.status_reason,
            conclusion: row.conclusion,
            done_on: row.done_on,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// The titles of inspections that rows within somebody's scope mention.
///
/// # Errors
/// When the database refuses.
pub(super) fn titles<A: Deed>(cx: &mut Cx<'_, Recommendations, A>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let titles = inspections::table.filter(inspections::id.eq_any(ids)).select((inspections::id, inspections::title));
    Ok(titles.load(cx.conn())?.into_iter().collect())
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Inspections, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let is_later = inspections::updated_at
        .gt(since.at)
        .or(inspections::updated_at.eq(since.at).and(inspections::id.gt(since.after.clone())));
    let rows = inspections::table.filter(visible(cx.scope())).filter(is_later);
    let rows = rows.order((inspections::updated_at, inspections::id)).limit(limit);
    Ok(rows.select((inspections::id, inspections::version, inspections::updated_at)).load(cx.conn())?)
}

/// Whether an inspection is within the scope.
///
/// # Errors
/// When the database refuses.
pub fn is_visible(cx: &mut Cx<'_, Inspections, Read>, id: &Id) -> Result<bool> {
    let rows = inspections::table.filter(visible(cx.scope())).filter(inspections::id.eq(id));
    Ok(rows.count().get_result::<i64>(cx.conn())? > 0)
}
