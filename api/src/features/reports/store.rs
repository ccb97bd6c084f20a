//! Reading reports. Their content stands in `content`, writing in `write`, states in `actions`.

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};

use super::bodies::ReportQuery;
use super::model::{ReportAction, ReportKind, ReportLine, ReportRow, ReportStatus, ReportStep, StepRow};
use super::rules::{self, Side};
use crate::access::subject::Reports;
use crate::access::{Action, Cx, Deed, Read, Resource, Scope, Writes};
use crate::db::page::{self, List, PageRequest};
use crate::db::schema::{report_steps, reports, wards};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::{units, users};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<reports::table, MultiBackend, SqlType = Nullable<Bool>>>;
type Filtered = reports::BoxedQuery<'static, MultiBackend>;

/// The reports within a scope: the ward's own and what its units handed in; a unit's own; above, what was sent.
fn visible(scope: &Scope, unit: Option<&Id>) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(
            reports::ward_id.eq(ward.clone()).nullable().and(
                reports::unit_id
                    .is_null()
                    .nullable()
                    .or(reports::revision.gt(0).nullable())
                    .or(reports::unit_id.eq(unit.cloned())),
            ),
        ),
        Scope::Unit { ward, unit } => {
            Box::new(reports::ward_id.eq(ward.clone()).nullable().and(reports::unit_id.eq(unit.clone())))
        }
        Scope::Below(wards) => Box::new(
            reports::ward_id
                .eq_any(wards.clone())
                .nullable()
                .and(reports::unit_id.is_null().nullable())
                .and(reports::sent_revision.is_not_null().nullable()),
        ),
        Scope::User { .. } => Box::new(reports::id.eq(String::new()).nullable()),
    }
}

/// Everything within the scope of this right.
pub(super) fn within<A: Deed>(cx: &Cx<'_, Reports, A>) -> Filtered {
    let rows = reports::table.filter(visible(cx.scope(), cx.caller().unit())).into_boxed();
    // A draft is people's: a machine cannot even count its numbers.
    if cx.caller().is_machine() { rows.filter(reports::revision.gt(0)) } else { rows }
}

/// On which side of a report its reader stands.
pub(super) fn side<A: Deed>(cx: &Cx<'_, Reports, A>) -> Side {
    match cx.scope() {
        Scope::Ward(_) if cx.caller().is_machine() => Side::Reader,
        Scope::Ward(_) => {
            let approves = cx.caller().grant(Resource::Reports, Action::Approve).is_some();
            Side::Ward { approves, unit: cx.caller().unit().cloned() }
        }
        Scope::Unit { unit, .. } => Side::Unit(unit.clone()),
        Scope::Below(_) | Scope::User { .. } => Side::Above,
    }
}

fn words<T>(text: &str, name: &str, parse: fn(&str) -> Option<T>) -> Result<Vec<T>> {
    text.split(',').map(|word| parse(word.trim()).ok_or_else(|| Error::bad_parameter(name))).collect()
}

fn filtered<A: Deed>(cx: &Cx<'_, Reports, A>, query: &ReportQuery) -> Result<Filtered> {
    let mut rows = within(cx);
    if let Some(kinds) = &query.kind {
        rows = rows.filter(reports::kind.eq_any(words(kinds, "kind", ReportKind::parse)?));
    }
    if let Some(states) = &query.status {
        let states = words(states, "status", ReportStatus::parse)?;
        rows = match side(cx) {
            // What the ward does with it since is not the upper level's to see.
            Side::Above => rows.filter(reports::sent_status.eq_any(states)),
            _ => rows.filter(reports::status.eq_any(states)),
        };
    }
    if let Some(plan) = &query.plan_id {
        rows = rows.filter(reports::plan_id.eq(plan.clone()));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(reports::unit_id.eq(unit.clone()));
    }
    if let Some(ward) = &query.ward_id {
        rows = rows.filter(reports::ward_id.eq(ward.clone()));
    }
    if let Some(year) = query.year {
        rows = rows.filter(reports::year.eq(year));
    }
    Ok(rows)
}

/// A page of reports.
///
/// # Errors
/// 400 for an unknown order, kind or state.
pub fn list<A: Deed>(cx: &mut Cx<'_, Reports, A>, query: &ReportQuery, page: &PageRequest) -> Result<List<ReportLine>> {
    let rows = filtered(cx, query)?;
    let columns = ReportRow::as_select();
    let (day, id, updated) = (reports::period_to, reports::id, reports::updated_at);
    let rows: Vec<ReportRow> = match page.sort.as_str() {
        "-period_to" => keyset!(rows, page, desc day, id, page::day).select(columns).load(cx.conn())?,
        "-updated_at" => keyset!(rows, page, desc updated, id, Instant::parse).select(columns).load(cx.conn())?,
        "updated_at" => keyset!(rows, page, asc updated, id, Instant::parse).select(columns).load(cx.conn())?,
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query)?.select(count_star()).first(cx.conn())?;
    let is_by_day = page.sort == "-period_to";
    let value = |row: &ReportRow| if is_by_day { row.period_to.to_string() } else { row.updated_at.rfc3339() };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: lines(cx, &list.items)?, next_cursor, total, total_is_at_least: false })
}

/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Reports, A>, id: &Id) -> Result<ReportRow> {
    let row = within(cx).filter(reports::id.eq(id.clone()));
    Ok(row.select(ReportRow::as_select()).first(cx.conn())?)
}

/// On PostgreSQL whoever comes second waits here; who may not know of the row does not, since the wait would tell that
/// it is there.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Reports, A>, id: &Id) -> Result<ReportRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    reports::table.find(id).select(reports::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// Reports as a list shows them.
///
/// # Errors
/// When the database refuses.
pub(super) fn lines<A: Deed>(cx: &mut Cx<'_, Reports, A>, rows: &[ReportRow]) -> Result<Vec<ReportLine>> {
    let names = units::references(cx, rows.iter().filter_map(|row| row.unit_id.as_ref()))?;
    let ids: Vec<&Id> = rows.iter().map(|row| &row.ward_id).collect();
    let named: Vec<(Id, String)> =
        wards::table.filter(wards::id.eq_any(ids)).select((wards::id, wards::name)).load(cx.conn())?;
    let (side, today, me) = (side(cx), cx.today(), cx.caller().person());
    let shape = |row: &ReportRow| {
        let is_above = side == Side::Above;
        ReportLine {
            id: row.id.clone(),
            ward_id: row.ward_id.clone(),
            ward_name: named
                .iter()
                .find(|(id, _)| *id == row.ward_id)
                .map(|(_, name)| name.clone())
                .unwrap_or_default(),
            unit: row.unit_id.as_ref().and_then(|id| names.get(id)).cloned(),
            plan_id: row.plan_id.clone(),
            kind: row.kind,
            title: title(row, is_above).to_owned(),
            year: row.year,
            period_from: row.period_from,
            period_to: row.period_to,
            due_on: row.due_on,
            late: !is_above && rules::is_late(row, today),
            status: if is_above { row.sent_status.unwrap_or(row.status) } else { row.status },
            revision: if is_above { row.sent_revision.unwrap_or(row.revision) } else { row.revision },
            sent_revision: row.sent_revision,
            reason: if is_above && row.sent_status != Some(ReportStatus::Returned) {
                String::new()
            } else {
                row.reason.clone()
            },
            submitted_at: row.submitted_at.filter(|_| !is_above),
            approved_at: row.approved_at.filter(|_| !is_above),
            sent_at: row.sent_at,
            acknowledged_at: row.acknowledged_at,
            allowed_actions: rules::allowed_actions(&side, row, me),
            updated_at: row.updated_at,
            version: row.version,
        }
    };
    Ok(rows.iter().map(shape).collect())
}

/// What a report is called: above, as it was when it was sent.
pub(super) fn title(row: &ReportRow, is_above: bool) -> &str {
    row.sent_title.as_deref().filter(|_| is_above).unwrap_or(&row.title)
}

/// What the upper level sees of what was done with a report.
const SEEN_ABOVE: [ReportAction; 3] = [ReportAction::Send, ReportAction::Acknowledge, ReportAction::Return];

/// What was done with a report that was found within the scope.
///
/// # Errors
/// When the database refuses.
pub(super) fn steps<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow) -> Result<Vec<ReportStep>> {
    let rows: Vec<StepRow> = report_steps::table
        .filter(report_steps::report_id.eq(&row.id))
        .order(report_steps::id)
        .select(StepRow::as_select())
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|step| step.by_user_id.as_ref()))?;
    let is_above = side(cx) == Side::Above;
    // A return within the ward comes before anything was sent.
    let first_sent = rows.iter().find(|step| step.action == ReportAction::Send).map(|step| step.id.clone());
    let is_seen = |step: &StepRow| {
        !is_above || SEEN_ABOVE.contains(&step.action) && first_sent.as_ref().is_some_and(|first| step.id >= *first)
    };
    let shape = |step: StepRow| ReportStep {
        action: step.action,
        revision: step.revision,
        note: step.note,
        by: step.by_user_id.and_then(|id| people.get(&id).cloned()),
        at: step.at,
    };
    Ok(rows.into_iter().filter(is_seen).map(shape).collect())
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Reports, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let is_later =
        reports::updated_at.gt(since.at).or(reports::updated_at.eq(since.at).and(reports::id.gt(since.after.clone())));
    let rows = within(cx).filter(is_later).order((reports::updated_at, reports::id)).limit(limit);
    Ok(rows.select((reports::id, reports::version, reports::updated_at)).load(cx.conn())?)
}
