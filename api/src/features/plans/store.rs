//! Reading plans. Making and changing stands in `write`, `sections`, `copy`; reading documents in `import`.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{Plan, PlanQuery, PlanRow, PlanStatus, Section};
use super::rules;
use crate::access::subject::Plans;
use crate::access::{Caller, Create, Cx, Deed, Publish, Read, Scope};
use crate::db::MultiBackend;
use crate::db::page::{List, PageRequest, contains};
use crate::db::schema::{plan_sections, plans, tasks};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<plans::table, MultiBackend, SqlType = Bool>>;

/// The plans within a scope. Drafts are for those who make or approve plans.
pub(super) fn visible(scope: &Scope, caller: &Caller) -> Condition {
    let sees_drafts = caller.granted::<Plans, Create>().or(caller.granted::<Plans, Publish>()).is_some();
    let in_wards = plans::ward_id.eq_any(scope.wards());
    if sees_drafts { Box::new(in_wards) } else { Box::new(in_wards.and(plans::status.ne(PlanStatus::Draft))) }
}

fn filtered(scope: &Scope, caller: &Caller, query: &PlanQuery) -> plans::BoxedQuery<'static, MultiBackend> {
    let mut rows = plans::table.filter(visible(scope, caller)).into_boxed();
    if let Some(year) = query.year {
        rows = rows.filter(plans::year.eq(year));
    }
    if let Some(status) = query.status {
        rows = rows.filter(plans::status.eq(status));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(plans::search_key.like(contains(words)).escape('\\'));
    }
    rows
}

/// A page of plans, the newest year first.
///
/// # Errors
/// 400 for an unknown order.
pub fn list<A: Deed>(cx: &mut Cx<'_, Plans, A>, query: &PlanQuery, page: &PageRequest) -> Result<List<Plan>> {
    if page.sort != "-year" {
        return Err(Error::bad_parameter("sort"));
    }
    let (scope, caller) = (cx.scope().clone(), cx.caller());
    let year = |text: &str| text.parse::<i32>().ok();
    let rows: Vec<PlanRow> = keyset!(filtered(&scope, caller, query), page, desc plans::year, plans::id, year)
        .select(PlanRow::as_select())
        .load(cx.conn())?;
    let total = filtered(&scope, caller, query).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.year.to_string(), row.id.clone()));
    let counts = task_counts(cx, &list.items.iter().map(|row| row.id.clone()).collect::<Vec<_>>())?;
    Ok(list.map(|row| {
        let count = counts.get(&Some(row.id.clone())).copied().unwrap_or(0);
        shape(caller, row, Vec::new(), count)
    }))
}

fn task_counts<A: Deed>(cx: &mut Cx<'_, Plans, A>, plans: &[Id]) -> Result<HashMap<Option<Id>, i64>> {
    let counted = tasks::table.filter(tasks::plan_id.eq_any(plans)).filter(tasks::status.ne("cancelled"));
    let rows: Vec<(Option<Id>, i64)> =
        counted.group_by(tasks::plan_id).select((tasks::plan_id, count_star())).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}

/// A plan within the scope; 404 outside of it.
///
/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Plans, A>, id: &Id) -> Result<PlanRow> {
    let row = plans::table.filter(visible(cx.scope(), cx.caller())).filter(plans::id.eq(id));
    Ok(row.select(PlanRow::as_select()).first(cx.conn())?)
}

/// A plan within the scope with its sections.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Plans, A>, id: &Id) -> Result<Plan> {
    let row = find_row(cx, id)?;
    let sections = sections_of(cx, id)?;
    let count = task_counts(cx, std::slice::from_ref(id))?.get(&Some(id.clone())).copied().unwrap_or(0);
    Ok(shape(cx.caller(), row, sections, count))
}

/// The sections of a plan that was found within the scope, in reading order.
///
/// # Errors
/// When the database refuses.
pub fn sections_of<A: Deed>(cx: &mut Cx<'_, Plans, A>, plan: &Id) -> Result<Vec<Section>> {
    let sections = plan_sections::table.filter(plan_sections::plan_id.eq(plan));
    let order = (plan_sections::position.asc(), plan_sections::id.asc());
    Ok(sections.order(order).select(Section::as_select()).load(cx.conn())?)
}

fn shape(caller: &Caller, row: PlanRow, sections: Vec<Section>, task_count: i64) -> Plan {
    Plan {
        allowed_actions: rules::allowed_actions(caller, &row),
        id: row.id,
        ward_id: row.ward_id,
        year: row.year,
        title: row.title,
        number: row.number,
        issued_on: row.issued_on,
        issuer: row.issuer,
        theme: row.theme,
        slogans: row.slogans.into_inner(),
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        legal_bases: row.legal_bases.into_inner(),
        hotlines: row.hotlines.into_inner(),
        recipients: row.recipients.into_inner(),
        signed_by: row.signed_by.map(crate::db::types::Json::into_inner),
        status: row.status,
        sections,
        task_count,
        copied_from_id: row.copied_from_id,
        published_at: row.published_at,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    }
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Plans, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let rows = plans::table.filter(visible(cx.scope(), cx.caller())).filter(
        plans::updated_at.gt(since.at).or(plans::updated_at.eq(since.at).and(plans::id.gt(since.after.clone()))),
    );
    let rows = rows.order((plans::updated_at, plans::id)).limit(limit);
    Ok(rows.select((plans::id, plans::version, plans::updated_at)).load(cx.conn())?)
}
