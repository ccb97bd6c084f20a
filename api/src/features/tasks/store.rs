//! Reading tasks. Writing stands in `write`, the timeline in `updates`, reminders in `reminders`.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::{count_star, exists, sql};
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Timestamp};

use super::model::{Part, PartRow, Priority, Task, TaskQuery, TaskRef, TaskRow, TaskStatus, UpperDocument};
use super::{overview, rules};
use crate::access::subject::Tasks;
use crate::access::{Cx, Deed, Read, Scope, Subject, Writes};
use crate::db::page::{self, List, PageRequest, contains};
use crate::db::schema::{plan_sections, task_parts, tasks, units as unit_names};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::units::model::UnitRef;
use crate::features::units::natural_key;
use crate::keyset;

pub(super) type Condition = Box<dyn BoxableExpression<tasks::table, MultiBackend, SqlType = Bool>>;

/// The tasks within a scope: the one place where scopes become SQL for this table.
///
/// Drafts are the officer's and the leader's alone: a plan's tasks are seen by others once it is published.
pub(super) fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(tasks::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } => Box::new(
            tasks::ward_id.eq(ward.clone()).and(tasks::is_published.eq(true)).and(exists(takes_part(unit.clone()))),
        ),
        Scope::Below(wards) => Box::new(tasks::ward_id.eq_any(wards.clone()).and(tasks::is_published.eq(true))),
        // Nobody has tasks by name; deny.
        Scope::User { .. } => Box::new(tasks::id.eq(String::new())),
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn takes_part(unit: Id) -> _ {
    task_parts::table.filter(task_parts::task_id.eq(tasks::id)).filter(task_parts::unit_id.eq(unit))
}

pub(super) type Filtered = tasks::BoxedQuery<'static, MultiBackend>;

pub(super) fn filtered(scope: &Scope, own_unit: &Id, query: &TaskQuery, today: NaiveDate) -> Result<Filtered> {
    let mut rows = tasks::table.filter(visible(scope)).into_boxed();
    // What is still a draft is no work yet: it is seen through its plan alone.
    rows = match &query.plan_id {
        Some(plan) => rows.filter(tasks::plan_id.eq(plan.clone())),
        None => rows.filter(tasks::is_published.eq(true)),
    };
    if let Some(section) = &query.section_id {
        rows = rows.filter(tasks::section_id.eq(section.clone()));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(exists(takes_part(unit.clone())));
    }
    if query.mine == Some(true) {
        rows = rows.filter(exists(takes_part(own_unit.clone())));
    }
    if let Some(state) = query.part {
        let unit = query.unit_id.as_ref().unwrap_or(own_unit);
        rows = rows.filter(overview::part_is(state, unit, today));
    }
    if let Some(words) = &query.status {
        rows = rows.filter(tasks::status.eq_any(read_statuses(words)?));
    }
    if let Some(priority) = query.priority {
        rows = rows.filter(tasks::priority.eq(priority.rank()));
    }
    if let Some(day) = query.due_from {
        rows = rows.filter(tasks::due_on.ge(day));
    }
    if let Some(day) = query.due_to {
        rows = rows.filter(tasks::due_on.le(day));
    }
    if query.needs_review == Some(true) {
        let submitted = task_parts::table
            .filter(task_parts::task_id.eq(tasks::id))
            .filter(task_parts::status.eq(TaskStatus::Submitted))
            .filter(tasks::each_unit.eq(true));
        rows = rows.filter(tasks::status.eq(TaskStatus::Submitted).or(exists(submitted)));
    }
    if let Some(late) = query.overdue {
        let is_late = late_for(scope, own_unit, today);
        rows = if late { rows.filter(is_late) } else { rows.filter(diesel::dsl::not(is_late)) };
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(tasks::search_key.like(contains(words)).escape('\\'));
    }
    Ok(rows)
}

/// Late as its reader sees it: for a unit, its own part is still open.
fn late_for(scope: &Scope, own_unit: &Id, today: NaiveDate) -> Condition {
    let open = [TaskStatus::Assigned, TaskStatus::InProgress, TaskStatus::Returned];
    let late = tasks::due_on.lt(today).and(tasks::status.eq_any(open));
    match scope {
        Scope::Unit { .. } => {
            let own_open = takes_part(own_unit.clone()).filter(task_parts::status.eq_any(open));
            Box::new(late.and(exists(own_open)))
        }
        _ => Box::new(late),
    }
}

fn read_statuses(words: &str) -> Result<Vec<TaskStatus>> {
    words.split(',').map(|word| TaskStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"))).collect()
}

/// The orders of the list; the first is the default.
pub const ORDERS: [&str; 5] = ["due_on", "-due_on", "-priority", "-updated_at", "title"];

/// A page of tasks.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(cx: &mut Cx<'_, Tasks, A>, query: &TaskQuery, page: &PageRequest) -> Result<List<Task>> {
    let (scope, today) = (cx.scope().clone(), cx.today());
    let own_unit = cx.actor().unit_id.clone();
    let rows = filtered(&scope, &own_unit, query, today)?;
    let columns = TaskRow::as_select();
    let rows: Vec<TaskRow> = match page.sort.as_str() {
        "due_on" => keyset!(rows, page, asc tasks::due_on, tasks::id, page::day).select(columns).load(cx.conn())?,
        "-due_on" => keyset!(rows, page, desc tasks::due_on, tasks::id, page::day).select(columns).load(cx.conn())?,
        "-priority" => {
            let rank = |text: &str| text.parse::<i32>().ok();
            keyset!(rows, page, desc tasks::priority, tasks::id, rank).select(columns).load(cx.conn())?
        }
        "-updated_at" => {
            let moment = Instant::parse;
            keyset!(rows, page, desc tasks::updated_at, tasks::id, moment).select(columns).load(cx.conn())?
        }
        "title" => {
            let key = |text: &str| Some(text.to_owned());
            keyset!(rows, page, asc tasks::search_key, tasks::id, key).select(columns).load(cx.conn())?
        }
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(&scope, &own_unit, query, today)?.select(count_star()).first(cx.conn())?;
    let page = List::from_rows(rows, page, total, |row| (sort_value(row, &page.sort), row.id.clone()));
    let (next_cursor, total) = (page.next_cursor.clone(), page.total);
    Ok(List { items: dress(cx, page.items)?, next_cursor, total, total_is_at_least: false })
}

fn sort_value(row: &TaskRow, sort: &str) -> String {
    match sort {
        "-priority" => row.priority.to_string(),
        "-updated_at" => row.updated_at.rfc3339(),
        "title" => row.search_key.clone(),
        _ => row.due_on.to_string(),
    }
}

/// A task within the scope; 404 outside of it.
///
/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Tasks, A>, id: &Id) -> Result<TaskRow> {
    let row = tasks::table.filter(visible(cx.scope())).filter(tasks::id.eq(id)).select(TaskRow::as_select());
    Ok(row.first(cx.conn())?)
}

/// A task within the scope, to be changed: on PostgreSQL whoever comes second waits here, so that two units that
/// report at the same moment both succeed; nobody waits for what they may not see. On SQLite writers take turns anyway.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Tasks, A>, id: &Id) -> Result<TaskRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    tasks::table.find(id).select(tasks::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// A task within the scope, as its reader sees it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Tasks, A>, id: &Id) -> Result<Task> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// The titles of tasks that a row within somebody's scope mentions; ids come from such rows, never from a request.
///
/// # Errors
/// When the database refuses.
pub fn references<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, TaskRef>> {
    let ids: Vec<&Id> = ids.into_iter().collect();
    let found: Vec<TaskRef> =
        tasks::table.filter(tasks::id.eq_any(ids)).select(TaskRef::as_select()).load(cx.conn())?;
    Ok(found.into_iter().map(|task| (task.id.clone(), task)).collect())
}

/// The parts of a task that was found within the scope, the lead first.
///
/// # Errors
/// When the database refuses.
pub fn parts_of<A: Deed>(cx: &mut Cx<'_, Tasks, A>, task: &Id) -> Result<Vec<PartRow>> {
    let parts = task_parts::table.filter(task_parts::task_id.eq(task));
    let order = (task_parts::is_lead.desc(), task_parts::unit_id.asc());
    Ok(parts.order(order).select(PartRow::as_select()).load(cx.conn())?)
}

/// The parts of tasks that were found within the scope, the lead first, with the names of their units.
pub(super) fn named_parts<A: Deed>(
    cx: &mut Cx<'_, Tasks, A>,
    tasks: &[Id],
) -> Result<HashMap<Id, Vec<(PartRow, UnitRef)>>> {
    let rows: Vec<(PartRow, UnitRef)> = task_parts::table
        .inner_join(unit_names::table.on(unit_names::id.eq(task_parts::unit_id)))
        .filter(task_parts::task_id.eq_any(tasks))
        .order((task_parts::is_lead.desc(), task_parts::unit_id.asc()))
        .select((PartRow::as_select(), UnitRef::as_select()))
        .load(cx.conn())?;
    let mut parts: HashMap<Id, Vec<(PartRow, UnitRef)>> = HashMap::new();
    for (part, unit) in rows {
        parts.entry(part.task_id.clone()).or_default().push((part, unit));
    }
    Ok(parts)
}

/// What else other tables know of a task.
#[derive(Default, Queryable)]
struct Extras {
    section_path: Option<String>,
    evidence_count: i64,
    last_reminded_at: Option<Instant>,
}

fn extras<A: Deed>(cx: &mut Cx<'_, Tasks, A>, ids: &[Id]) -> Result<HashMap<Id, Extras>> {
    let files = "(SELECT COUNT(*) FROM task_updates u JOIN attachments a ON a.owner_id = u.id \
                 WHERE u.task_id = tasks.id AND a.owner_kind = 'task_update')";
    let reminded = "(SELECT MAX(r.sent_at) FROM reminders r WHERE r.task_id = tasks.id)";
    let rows: Vec<(Id, Extras)> = tasks::table
        .left_join(plan_sections::table.on(tasks::section_id.eq(plan_sections::id.nullable())))
        .filter(tasks::id.eq_any(ids))
        .select((
            tasks::id,
            (plan_sections::path.nullable(), sql::<BigInt>(files), sql::<Nullable<Timestamp>>(reminded)),
        ))
        .load(cx.conn())?;
    Ok(rows.into_iter().collect())
}

/// Adds to rows what other tables know of them, with two statements for any number of rows.
pub(super) fn dress<A: Deed>(cx: &mut Cx<'_, Tasks, A>, rows: Vec<TaskRow>) -> Result<Vec<Task>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut parts_of = named_parts(cx, &ids)?;
    let mut extras = extras(cx, &ids)?;
    let shape = |row: TaskRow| {
        let (parts, units): (Vec<PartRow>, Vec<UnitRef>) =
            parts_of.remove(&row.id).unwrap_or_default().into_iter().unzip();
        let extras = extras.remove(&row.id).unwrap_or_default();
        shape_task(cx.actor(), cx.scope(), cx.today(), row, (&parts, &units), extras)
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

fn shape_task(
    actor: &crate::access::Actor,
    scope: &Scope,
    today: NaiveDate,
    row: TaskRow,
    (rows, units): (&[PartRow], &[UnitRef]),
    extras: Extras,
) -> Option<Task> {
    let name = |id: &Id| units.iter().find(|unit| unit.id == *id).cloned();
    let shape_part = |part: &PartRow| {
        Some(Part {
            unit: name(&part.unit_id)?,
            is_lead: part.is_lead,
            status: part.status,
            progress: part.progress,
            actual: part.actual,
            reported_at: part.reported_at,
            overdue: row.status != TaskStatus::Cancelled && rules::is_overdue(part.status, row.due_on, today),
        })
    };
    let doing: Vec<&PartRow> = rules::doing(&row, rows).collect();
    let mut parts: Vec<Part> = doing.iter().filter_map(|part| shape_part(part)).collect();
    parts.sort_by_cached_key(|part| (!part.is_lead, natural_key(&part.unit.name)));
    let done = doing.iter().filter(|part| matches!(part.status, TaskStatus::Submitted | TaskStatus::Accepted)).count();
    let own = doing.iter().find(|part| part.unit_id == actor.unit_id);
    let my_part = own.and_then(|part| shape_part(part));
    let joining = parts.iter().filter(|part| !part.is_lead);
    let is_late = rules::is_overdue(row.status, row.due_on, today);
    let overdue = match (scope, &my_part) {
        (Scope::Unit { .. }, Some(part)) => is_late && part.overdue,
        _ => is_late,
    };
    Some(Task {
        lead_unit: name(&row.lead_unit_id)?,
        joining_unit_ids: joining.map(|part| part.unit.id.clone()).collect(),
        overdue,
        days_left: (row.due_on - today).num_days(),
        parts_done: i32::try_from(done).unwrap_or(0),
        parts_total: i32::try_from(doing.len()).unwrap_or(0),
        allowed_actions: rules::allowed_actions(actor, &row, rows),
        my_part,
        parts,
        section_path: extras.section_path,
        evidence_count: extras.evidence_count,
        last_reminded_at: extras.last_reminded_at,
        upper_document: row.upper_number.map(|number| UpperDocument { number, date: row.upper_date }),
        priority: Priority::from_rank(row.priority),
        id: row.id,
        ward_id: row.ward_id,
        plan_id: row.plan_id,
        section_id: row.section_id,
        title: row.title,
        description: row.description,
        source: row.source,
        lead_unit_id: row.lead_unit_id,
        each_unit: row.each_unit,
        starts_on: row.starts_on,
        due_on: row.due_on,
        status: row.status,
        status_reason: row.status_reason,
        progress: row.progress,
        target: row.target,
        actual: row.actual,
        measure: row.measure,
        evidence_required: row.evidence_required,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    })
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Tasks, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let rows = tasks::table.filter(visible(cx.scope())).filter(
        tasks::updated_at.gt(since.at).or(tasks::updated_at.eq(since.at).and(tasks::id.gt(since.after.clone()))),
    );
    let rows = rows.order((tasks::updated_at, tasks::id)).limit(limit);
    Ok(rows.select((tasks::id, tasks::version, tasks::updated_at)).load(cx.conn())?)
}

/// Whether a task is within the scope.
///
/// # Errors
/// When the database refuses.
pub fn is_visible(cx: &mut Cx<'_, Tasks, Read>, id: &Id) -> Result<bool> {
    let rows: i64 = tasks::table.filter(visible(cx.scope())).filter(tasks::id.eq(id)).count().get_result(cx.conn())?;
    Ok(rows > 0)
}
