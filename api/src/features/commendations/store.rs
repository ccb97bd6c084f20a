//! Reading commendations. Writing stands in `write`, decisions in `decisions`.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{Commendation, CommendationQuery, CommendationRow, CommendationStatus};
use super::{decisions, rules};
use crate::access::subject::Commendations;
use crate::access::{Action, Cx, Deed, Read, Resource, Scope, Writes, matrix};
use crate::db::page::{self, List, PageRequest, contains};
use crate::db::schema::{commendation_tasks, commendations, units as unit_names};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::tasks::model::TaskRef;
use crate::features::units::model::UnitRef;
use crate::features::{tasks, units, users};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<commendations::table, MultiBackend, SqlType = Bool>>;
type Filtered = commendations::BoxedQuery<'static, MultiBackend>;

/// What became of a proposal that everybody may know.
const KNOWN: [CommendationStatus; 2] = [CommendationStatus::Decided, CommendationStatus::Awarded];

/// The commendations within a scope: a unit's are those that it proposed, and its own once they are decided.
pub(super) fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(commendations::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } => {
            let own = commendations::unit_id.assume_not_null().eq(unit.clone());
            let known = commendations::status.eq_any(KNOWN).and(own);
            Box::new(
                commendations::ward_id.eq(ward.clone()).and(commendations::proposed_unit_id.eq(unit.clone()).or(known)),
            )
        }
        Scope::Below(wards) => {
            Box::new(commendations::ward_id.eq_any(wards.clone()).and(commendations::status.eq_any(KNOWN)))
        }
        // Nobody has commendations by name; deny.
        Scope::User { .. } => Box::new(commendations::id.eq(String::new())),
    }
}

/// One place for the list, its files and every number.
fn filtered(scope: &Scope, query: &CommendationQuery) -> Result<Filtered> {
    let mut rows = commendations::table.filter(visible(scope)).into_boxed();
    if let Some(kind) = query.kind {
        rows = rows.filter(commendations::kind.eq(kind));
    }
    if let Some(words) = &query.status {
        let parse = |word: &str| CommendationStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
        rows = rows.filter(commendations::status.eq_any(words.split(',').map(parse).collect::<Result<Vec<_>>>()?));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(commendations::unit_id.eq(unit.clone()));
    }
    if let Some(unit) = &query.proposed_unit_id {
        rows = rows.filter(commendations::proposed_unit_id.eq(unit.clone()));
    }
    if let Some(decision) = &query.decision_id {
        rows = rows.filter(commendations::decision_id.eq(decision.clone()));
    }
    if let Some(plan) = &query.plan_id {
        rows = rows.filter(commendations::plan_id.eq(plan.clone()));
    }
    if let Some(day) = query.from {
        rows = rows.filter(commendations::proposed_on.ge(day));
    }
    if let Some(day) = query.to {
        rows = rows.filter(commendations::proposed_on.le(day));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(commendations::search_key.like(contains(words)).escape('\\'));
    }
    Ok(rows)
}

/// A page of commendations.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Commendations, A>,
    query: &CommendationQuery,
    page: &PageRequest,
) -> Result<List<Commendation>> {
    let scope = cx.scope().clone();
    let rows = filtered(&scope, query)?;
    let columns = CommendationRow::as_select();
    let (day, id) = (commendations::proposed_on, commendations::id);
    let rows: Vec<CommendationRow> = match page.sort.as_str() {
        "-proposed_on" => keyset!(rows, page, desc day, id, page::day).select(columns).load(cx.conn())?,
        "proposed_on" => keyset!(rows, page, asc day, id, page::day).select(columns).load(cx.conn())?,
        "-updated_at" => {
            keyset!(rows, page, desc commendations::updated_at, id, Instant::parse).select(columns).load(cx.conn())?
        }
        "name" => {
            let key = |text: &str| Some(text.to_owned());
            keyset!(rows, page, asc commendations::search_key, id, key).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(&scope, query)?.select(count_star()).first(cx.conn())?;
    let value = |row: &CommendationRow| match page.sort.as_str() {
        "-updated_at" => row.updated_at.rfc3339(),
        "name" => row.search_key.clone(),
        _ => row.proposed_on.to_string(),
    };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub(super) fn find_row<A: Deed>(cx: &mut Cx<'_, Commendations, A>, id: &Id) -> Result<CommendationRow> {
    let row = commendations::table.filter(visible(cx.scope())).filter(commendations::id.eq(id));
    Ok(row.select(CommendationRow::as_select()).first(cx.conn())?)
}

/// A commendation to be changed; whoever may not see it waits for nobody.
///
/// # Errors
/// 404.
pub(super) fn find_to_write<A: Writes>(cx: &mut Cx<'_, Commendations, A>, id: &Id) -> Result<CommendationRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    commendations::table.find(id).select(commendations::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Commendations, A>, id: &Id) -> Result<Commendation> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// The tasks that commendations rest on, which were found within the scope.
pub(super) fn tasks_of<A: Deed>(cx: &mut Cx<'_, Commendations, A>, ids: &[Id]) -> Result<Vec<(Id, Id)>> {
    let links = commendation_tasks::table.filter(commendation_tasks::commendation_id.eq_any(ids));
    let links = links.order((commendation_tasks::commendation_id, commendation_tasks::task_id));
    Ok(links.select((commendation_tasks::commendation_id, commendation_tasks::task_id)).load(cx.conn())?)
}

/// Adds to rows what other tables know of them, with a fixed number of statements for any number of rows.
fn dress<A: Deed>(cx: &mut Cx<'_, Commendations, A>, rows: Vec<CommendationRow>) -> Result<Vec<Commendation>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let links = tasks_of(cx, &ids)?;
    let titles = tasks::references(cx, links.iter().map(|(_, task)| task))?;
    let mut tasks: HashMap<Id, Vec<TaskRef>> = HashMap::new();
    for (commendation, task) in links {
        if let Some(task) = titles.get(&task) {
            tasks.entry(commendation).or_default().push(task.clone());
        }
    }
    let units = units::references(cx, rows.iter().flat_map(|row| row.unit_id.iter().chain([&row.proposed_unit_id])))?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.proposed_by_id.as_ref()))?;
    let decided: Vec<Id> = rows.iter().filter_map(|row| row.decision_id.clone()).collect();
    let decisions = decisions::of(cx, &decided)?;
    let actor = cx.actor();
    let shape = |row: CommendationRow| Commendation {
        unit: row.unit_id.as_ref().and_then(|id| units.get(id)).cloned(),
        tasks: tasks.remove(&row.id).unwrap_or_default(),
        decision: row.decision_id.as_ref().and_then(|id| decisions.get(id)).cloned(),
        proposed_unit: units.get(&row.proposed_unit_id).cloned(),
        proposed_by: row.proposed_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
        allowed_actions: rules::allowed_actions(actor, &row),
        id: row.id,
        ward_id: row.ward_id,
        plan_id: row.plan_id,
        kind: row.kind,
        unit_id: row.unit_id,
        name: row.name,
        position: row.position,
        form: row.form,
        achievement: row.achievement,
        status: row.status,
        status_reason: row.status_reason,
        decision_id: row.decision_id,
        awarded_on: row.awarded_on,
        awarded_at: row.awarded_at,
        proposed_on: row.proposed_on,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// The forms that the ward has used.
///
/// # Errors
/// When the database refuses.
pub(super) fn used_forms<A: Deed>(cx: &mut Cx<'_, Commendations, A>) -> Result<Vec<String>> {
    let forms = commendations::table.filter(visible(cx.scope())).select(commendations::form).distinct();
    Ok(forms.order(commendations::form).load(cx.conn())?)
}

/// The units for which a proposal waits or was decided.
///
/// # Errors
/// When the database refuses.
pub(super) fn proposed_units<A: Deed>(cx: &mut Cx<'_, Commendations, A>) -> Result<Vec<Id>> {
    let standing = [CommendationStatus::Proposed, CommendationStatus::Decided, CommendationStatus::Awarded];
    let rows = commendations::table
        .filter(visible(cx.scope()))
        .filter(commendations::kind.eq(super::model::CommendedKind::Unit))
        .filter(commendations::status.eq_any(standing));
    let units: Vec<Option<Id>> = rows.select(commendations::unit_id).distinct().load(cx.conn())?;
    Ok(units.into_iter().flatten().collect())
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Commendations, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let is_later = commendations::updated_at
        .gt(since.at)
        .or(commendations::updated_at.eq(since.at).and(commendations::id.gt(since.after.clone())));
    let rows = commendations::table.filter(visible(cx.scope())).filter(is_later);
    let rows = rows.order((commendations::updated_at, commendations::id)).limit(limit);
    Ok(rows.select((commendations::id, commendations::version, commendations::updated_at)).load(cx.conn())?)
}

/// A proposal that waits for a decision, as the home screen names it.
#[derive(Queryable)]
pub struct WaitingCommendation {
    pub id: Id,
    pub name: String,
    pub created_at: Instant,
    /// Who proposed it.
    pub unit: UnitRef,
}

/// Proposals that wait for the decision of this person, the longest first: at most twenty, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn waiting(cx: &mut Cx<'_, Commendations, Read>) -> Result<Vec<WaitingCommendation>> {
    if matrix::grant(cx.actor().role, Resource::Commendations, Action::Approve).is_none() {
        return Ok(Vec::new());
    }
    let rows = commendations::table
        .filter(visible(cx.scope()))
        .filter(commendations::status.eq(CommendationStatus::Proposed))
        .into_boxed()
        .inner_join(unit_names::table.on(unit_names::id.eq(commendations::proposed_unit_id)))
        .order((commendations::proposed_on, commendations::id))
        .limit(20)
        .select((commendations::id, commendations::name, commendations::created_at, UnitRef::as_select()));
    Ok(rows.load(cx.conn())?)
}
