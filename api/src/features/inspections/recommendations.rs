//! Reading recommendations. What is done with them stands in `follow_up`.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::{count_star, max};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::RecommendationCounts;
use super::recommendation_model::{Recommendation, RecommendationQuery, RecommendationRow, RecommendationStatus};
use super::{rules, store};
use crate::access::subject::{Inspections, Recommendations};
use crate::access::{Cx, Deed, Read, Scope, Writes};
use crate::attachments::{self, OwnerKind};
use crate::db::page::{self, List, PageRequest, contains};
use crate::db::schema::{inspection_recommendations as recommendations, units as unit_names};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::units::model::UnitRef;
use crate::features::{units, users};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<recommendations::table, MultiBackend, SqlType = Bool>>;
type Filtered = recommendations::BoxedQuery<'static, MultiBackend>;

/// The recommendations within a scope: a unit's are those made to it, and those of the inspections that it leads.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(recommendations::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } => Box::new(
            recommendations::ward_id
                .eq(ward.clone())
                .and(recommendations::unit_id.eq(unit.clone()).or(recommendations::lead_unit_id.eq(unit.clone()))),
        ),
        Scope::Below(wards) => Box::new(recommendations::ward_id.eq_any(wards.clone())),
        // Nobody has recommendations by name; deny.
        Scope::User { .. } => Box::new(recommendations::id.eq(String::new())),
    }
}

/// One place for the list, its files and every number.
fn filtered<A: Deed>(cx: &Cx<'_, Recommendations, A>, query: &RecommendationQuery) -> Result<Filtered> {
    let mut rows = recommendations::table.filter(visible(cx.scope())).into_boxed();
    if let Some(inspection) = &query.inspection_id {
        rows = rows.filter(recommendations::inspection_id.eq(inspection.clone()));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(recommendations::unit_id.eq(unit.clone()));
    }
    if query.mine == Some(true) {
        rows = rows.filter(recommendations::unit_id.eq(cx.actor().unit_id.clone()));
    }
    if let Some(words) = &query.status {
        let parse = |word: &str| RecommendationStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
        rows = rows.filter(recommendations::status.eq_any(words.split(',').map(parse).collect::<Result<Vec<_>>>()?));
    }
    if let Some(late) = query.late {
        let is_late =
            recommendations::status.eq(RecommendationStatus::Open).and(recommendations::due_on.lt(cx.today()));
        rows = if late { rows.filter(is_late) } else { rows.filter(diesel::dsl::not(is_late)) };
    }
    if let Some(day) = query.made_from {
        rows = rows.filter(recommendations::made_on.ge(day));
    }
    if let Some(day) = query.made_to {
        rows = rows.filter(recommendations::made_on.le(day));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(recommendations::search_key.like(contains(words)).escape('\\'));
    }
    Ok(rows)
}

/// A page of recommendations.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Recommendations, A>,
    query: &RecommendationQuery,
    page: &PageRequest,
) -> Result<List<Recommendation>> {
    let rows = filtered(cx, query)?;
    let columns = RecommendationRow::as_select();
    let (due, id) = (recommendations::due_on, recommendations::id);
    let rows: Vec<RecommendationRow> = match page.sort.as_str() {
        "due_on" => keyset!(rows, page, asc due, id, page::day).select(columns).load(cx.conn())?,
        "-due_on" => keyset!(rows, page, desc due, id, page::day).select(columns).load(cx.conn())?,
        "-updated_at" => {
            keyset!(rows, page, desc recommendations::updated_at, id, Instant::parse).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query)?.select(count_star()).first(cx.conn())?;
    let value = |row: &RecommendationRow| match page.sort.as_str() {
        "-updated_at" => row.updated_at.rfc3339(),
        _ => row.due_on.to_string(),
    };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub(super) fn find_row<A: Deed>(cx: &mut Cx<'_, Recommendations, A>, id: &Id) -> Result<RecommendationRow> {
    let row = recommendations::table.filter(visible(cx.scope())).filter(recommendations::id.eq(id));
    Ok(row.select(RecommendationRow::as_select()).first(cx.conn())?)
}

/// A recommendation to be changed; whoever may not see it waits for nobody.
///
/// # Errors
/// 404.
pub(super) fn find_to_write<A: Writes>(cx: &mut Cx<'_, Recommendations, A>, id: &Id) -> Result<RecommendationRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    recommendations::table.find(id).select(recommendations::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Recommendations, A>, id: &Id) -> Result<Recommendation> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// Whether the reader may see it: its files are reached only so.
///
/// # Errors
/// 404 when not.
pub fn check_visible(cx: &mut Cx<'_, Recommendations, Read>, id: &Id) -> Result<()> {
    find_row(cx, id).map(drop)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Recommendations, A>, rows: Vec<RecommendationRow>) -> Result<Vec<Recommendation>> {
    let units = units::references(cx, rows.iter().flat_map(|row| [&row.unit_id, &row.lead_unit_id]))?;
    let people = users::references(cx, rows.iter().flat_map(|row| row.fixed_by_id.iter().chain(&row.verified_by_id)))?;
    let inspections: Vec<Id> = rows.iter().map(|row| row.inspection_id.clone()).collect();
    let titles = store::titles(cx, &inspections)?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut files = attachments::of(cx, OwnerKind::Recommendation, &ids)?;
    let (actor, today) = (cx.actor(), cx.today());
    let shape = |row: RecommendationRow| {
        Some(Recommendation {
            inspection_title: titles.get(&row.inspection_id)?.clone(),
            unit: units.get(&row.unit_id)?.clone(),
            lead_unit: units.get(&row.lead_unit_id).cloned(),
            late: rules::is_late(&row, today),
            days_left: (row.due_on - today).num_days(),
            fixed_by: row.fixed_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            verified_by: row.verified_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            attachments: files.remove(&row.id).unwrap_or_default(),
            allowed_actions: rules::allowed_actions_of(actor, &row),
            id: row.id,
            ward_id: row.ward_id,
            inspection_id: row.inspection_id,
            unit_id: row.unit_id,
            number: row.number,
            text: row.text,
            made_on: row.made_on,
            due_on: row.due_on,
            status: row.status,
            status_reason: row.status_reason,
            fix_note: row.fix_note,
            fixed_at: row.fixed_at,
            check_note: row.check_note,
            verified_at: row.verified_at,
            reminded_on: row.reminded_on,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// How many stand where, of each inspection.
///
/// # Errors
/// When the database refuses.
pub(super) fn counts(
    cx: &mut Cx<'_, Recommendations, Read>,
    inspections: &[Id],
) -> Result<HashMap<Id, RecommendationCounts>> {
    let rows: Vec<(Id, RecommendationStatus, NaiveDate)> = recommendations::table
        .filter(visible(cx.scope()))
        .filter(recommendations::inspection_id.eq_any(inspections))
        .select((recommendations::inspection_id, recommendations::status, recommendations::due_on))
        .load(cx.conn())?;
    let today = cx.today();
    let mut counts: HashMap<Id, RecommendationCounts> = HashMap::new();
    for (inspection, status, due_on) in rows {
        let count = counts.entry(inspection).or_default();
        match status {
            RecommendationStatus::Open => {
                count.open += 1;
                count.late += i64::from(due_on < today);
            }
            RecommendationStatus::Fixed => count.fixed += 1,
            RecommendationStatus::Verified => count.verified += 1,
            RecommendationStatus::Withdrawn => {}
        }
    }
    Ok(counts)
}

/// Whether anything of an inspection was asked of a unit, withdrawn or not.
///
/// # Errors
/// When the database refuses.
pub(super) fn concern(cx: &mut Cx<'_, Recommendations, Read>, inspection: &Id, unit: &Id) -> Result<bool> {
    let its = recommendations::table.filter(recommendations::inspection_id.eq(inspection));
    Ok(its.filter(recommendations::unit_id.eq(unit)).count().get_result::<i64>(cx.conn())? > 0)
}

/// Whether any recommendation of an inspection stands.
///
/// # Errors
/// When the database refuses.
pub(super) fn stand(cx: &mut Cx<'_, Recommendations, Read>, inspection: &Id) -> Result<bool> {
    let its = recommendations::table.filter(recommendations::inspection_id.eq(inspection));
    let standing = its.filter(recommendations::status.ne(RecommendationStatus::Withdrawn));
    Ok(standing.count().get_result::<i64>(cx.conn())? > 0)
}

/// The number of the next recommendation of an inspection, whose row is locked.
///
/// # Errors
/// When the database refuses.
pub(super) fn next_number<A: Writes>(cx: &mut Cx<'_, Recommendations, A>, inspection: &Id) -> Result<i32> {
    let its = recommendations::table.filter(recommendations::inspection_id.eq(inspection));
    let last: Option<i32> = its.select(max(recommendations::number)).first(cx.conn())?;
    Ok(last.unwrap_or(0) + 1)
}

/// Writes the new lead of an inspection into its recommendations.
///
/// # Errors
/// When the database refuses.
pub(super) fn follow_lead<A: Writes>(cx: &mut Cx<'_, Inspections, A>, inspection: &Id, lead: &Id) -> Result<()> {
    let now = cx.now();
    diesel::update(recommendations::table.filter(recommendations::inspection_id.eq(inspection)))
        .set((
            recommendations::lead_unit_id.eq(lead),
            recommendations::updated_at.eq(now),
            recommendations::version.eq(recommendations::version + 1),
        ))
        .execute(cx.conn())?;
    Ok(())
}

/// The open ones of a ward, for the reminders.
///
/// # Errors
/// When the database refuses.
pub(super) fn open_until<A: Writes>(
    cx: &mut Cx<'_, Recommendations, A>,
    last: NaiveDate,
) -> Result<Vec<RecommendationRow>> {
    let open = recommendations::table
        .filter(visible(cx.scope()))
        .filter(recommendations::status.eq(RecommendationStatus::Open))
        .filter(recommendations::due_on.le(last))
        .filter(recommendations::told_step.lt(2));
    Ok(open.order(recommendations::id).select(RecommendationRow::as_select()).load(cx.conn())?)
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Recommendations, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let is_later = recommendations::updated_at
        .gt(since.at)
        .or(recommendations::updated_at.eq(since.at).and(recommendations::id.gt(since.after.clone())));
    let rows = recommendations::table.filter(visible(cx.scope())).filter(is_later);
    let rows = rows.order((recommendations::updated_at, recommendations::id)).limit(limit);
    Ok(rows.select((recommendations::id, recommendations::version, recommendations::updated_at)).load(cx.conn())?)
}

/// A recommendation that waits for my unit, as the home screen names it.
pub struct WaitingRecommendation {
    pub id: Id,
    pub text: String,
    /// Who is to put it right.
    pub unit: UnitRef,
    /// My unit is asked to put it right; otherwise it is to look at what was.
    pub is_asked: bool,
    pub late: bool,
    pub since: Instant,
}

/// The most of each kind that a home screen shows.
const MOST_WAITING: usize = 20;

/// What my unit is asked to put right and has not, and what units have reported fixed and mine is to look at: each the
/// most urgent first, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn waiting(cx: &mut Cx<'_, Recommendations, Read>) -> Result<Vec<WaitingRecommendation>> {
    let (actor, today) = (cx.actor(), cx.today());
    let own = &actor.unit_id;
    let asked = recommendations::status.eq(RecommendationStatus::Open).and(recommendations::unit_id.eq(own));
    let fixed = recommendations::status.eq(RecommendationStatus::Fixed).and(recommendations::lead_unit_id.eq(own));
    let rows: Vec<(RecommendationRow, UnitRef)> = recommendations::table
        .filter(visible(cx.scope()))
        .filter(asked.or(fixed))
        .into_boxed()
        .inner_join(unit_names::table.on(unit_names::id.eq(recommendations::unit_id)))
        .order((recommendations::due_on, recommendations::id))
        .select((RecommendationRow::as_select(), UnitRef::as_select()))
        .load(cx.conn())?;
    let shape = |(row, unit): (RecommendationRow, UnitRef)| WaitingRecommendation {
        is_asked: row.status == RecommendationStatus::Open,
        late: rules::is_late(&row, today),
        since: row.fixed_at.unwrap_or(row.created_at),
        id: row.id,
        text: row.text,
        unit,
    };
    let is_mine = |row: &RecommendationRow| row.status == RecommendationStatus::Open || rules::may_verify(actor, row);
    let waiting = rows.into_iter().filter(|(row, _)| is_mine(row)).map(shape);
    let (asked, fixed): (Vec<_>, Vec<_>) = waiting.partition(|one| one.is_asked);
    Ok(asked.into_iter().take(MOST_WAITING).chain(fixed.into_iter().take(5 * MOST_WAITING)).collect())
}
