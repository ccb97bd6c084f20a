//! The table of obstacles.

use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{
    EscalationLevel, NewObstacle, Obstacle, ObstacleAction, ObstacleAnswer, ObstacleChanges, ObstacleClosing,
    ObstacleEscalation, ObstacleQuery, ObstacleRow, ObstacleStatus,
};
use super::rules;
use crate::access::subject::{Obstacles, Tasks};
use crate::access::{Create, Cx, Deed, Read, Role, Scope, Subject, Update, Writes};
use crate::attachments::{self, OwnerKind};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::{self, List, PageRequest, contains};
use crate::db::schema::{obstacles, units as unit_names, users, wards};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::changes::{Changed, Since};
use crate::features::notifications::{self, Kind};
use crate::features::units::model::UnitRef;
use crate::features::{units, users as people};
use crate::http::IfMatch;
use crate::input::{Checks, UNKNOWN_ID};
use crate::{keyset, text};

type Condition = Box<dyn BoxableExpression<obstacles::table, MultiBackend, SqlType = Bool>>;

/// The obstacles within a scope. The upper level sees what was passed up to it, and nothing else.
pub(super) fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(obstacles::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } => {
            Box::new(obstacles::ward_id.eq(ward.clone()).and(obstacles::unit_id.eq(unit.clone())))
        }
        Scope::Below(wards) => Box::new(
            // A column that may be null cannot stand in this box: the state says the same, since passing up to the
            // upper level is the only way to write this mark into the row.
            obstacles::ward_id.eq_any(wards.clone()).and(diesel::dsl::sql::<Bool>(
                "obstacles.escalated_to IS NOT NULL AND obstacles.escalated_to = 'superior'",
            )),
        ),
        Scope::User { .. } => Box::new(obstacles::id.eq(String::new())),
    }
}

fn filtered(
    scope: &Scope,
    query: &ObstacleQuery,
    today: NaiveDate,
) -> Result<obstacles::BoxedQuery<'static, MultiBackend>> {
    let mut rows = obstacles::table.filter(visible(scope)).into_boxed();
    if let Some(words) = &query.status {
        let parse = |word: &str| ObstacleStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
        rows = rows.filter(obstacles::status.eq_any(words.split(',').map(parse).collect::<Result<Vec<_>>>()?));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(obstacles::unit_id.eq(unit.clone()));
    }
    if let Some(task) = &query.task_id {
        rows = rows.filter(obstacles::task_id.eq(task.clone()));
    }
    if query.late == Some(true) {
        rows = rows
            .filter(obstacles::answer_due_on.lt(today))
            .filter(obstacles::status.eq_any([ObstacleStatus::Open, ObstacleStatus::Escalated]));
    }
    if let Some(words) = query.q.as_deref().filter(|words| !words.trim().is_empty()) {
        rows = rows.filter(obstacles::search_key.like(contains(words)).escape('\\'));
    }
    Ok(rows)
}

/// A page of obstacles.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Obstacles, A>,
    query: &ObstacleQuery,
    page: &PageRequest,
) -> Result<List<Obstacle>> {
    let (scope, today) = (cx.scope().clone(), cx.today());
    let rows = filtered(&scope, query, today)?;
    let columns = ObstacleRow::as_select();
    let rows: Vec<ObstacleRow> = match page.sort.as_str() {
        "-created_at" => keyset!(rows, page, desc obstacles::created_at, obstacles::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        "answer_due_on" => keyset!(rows, page, asc obstacles::answer_due_on, obstacles::id, page::day)
            .select(columns)
            .load(cx.conn())?,
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(&scope, query, today)?.select(count_star()).first(cx.conn())?;
    let value = |row: &ObstacleRow| match page.sort.as_str() {
        "answer_due_on" => row.answer_due_on.to_string(),
        _ => row.created_at.rfc3339(),
    };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

fn find_row<A: Deed>(cx: &mut Cx<'_, Obstacles, A>, id: &Id) -> Result<ObstacleRow> {
    let row = obstacles::table.filter(visible(cx.scope())).filter(obstacles::id.eq(id));
    Ok(row.select(ObstacleRow::as_select()).first(cx.conn())?)
}

/// An obstacle within the scope.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Obstacles, A>, id: &Id) -> Result<Obstacle> {
    let row = find_row(cx, id)?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// Whether the reader may see it: its files are reached only so.
///
/// # Errors
/// 404 when not.
pub fn is_visible(cx: &mut Cx<'_, Obstacles, Read>, id: &Id) -> Result<()> {
    find_row(cx, id).map(drop)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Obstacles, A>, rows: Vec<ObstacleRow>) -> Result<Vec<Obstacle>> {
    let units = units::references(cx, rows.iter().map(|row| &row.unit_id))?;
    let ids = rows.iter().flat_map(|row| [&row.raised_by_id].into_iter().chain(&row.answered_by_id));
    let people = people::references(cx, ids)?;
    let tasks = crate::features::tasks::references(cx, rows.iter().filter_map(|row| row.task_id.as_ref()))?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut files = attachments::of(cx, OwnerKind::Obstacle, &ids)?;
    let (caller, today) = (cx.caller(), cx.today());
    let shape = |row: ObstacleRow| {
        Some(Obstacle {
            unit: units.get(&row.unit_id)?.clone(),
            task: row.task_id.as_ref().and_then(|id| tasks.get(id)).cloned(),
            raised_by: people.get(&row.raised_by_id).cloned(),
            answered_by: row.answered_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            answer_late: rules::is_late(&row, today),
            allowed_actions: rules::allowed_actions(caller, &row),
            attachments: files.remove(&row.id).unwrap_or_default(),
            id: row.id,
            ward_id: row.ward_id,
            task_id: row.task_id,
            unit_id: row.unit_id,
            title: row.title,
            description: row.description,
            status: row.status,
            escalated_to: row.escalated_to,
            escalated_at: row.escalated_at,
            escalation_note: row.escalation_note,
            answer: row.answer,
            answered_at: row.answered_at,
            answer_due_on: row.answer_due_on,
            closed_at: row.closed_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}

/// Raises an obstacle for the actor's unit; the social officer is told.
///
/// # Errors
/// 422 with the fields.
pub fn raise(cx: &mut Cx<'_, Obstacles, Create>, input: &NewObstacle) -> Result<Id> {
    let mut checks = Checks::new();
    let title = checks.line("title", &input.title, 300);
    let description = checks.lines("description", &input.description, 8000);
    if let Some(task) = &input.task_id
        && crate::features::tasks::find(&mut cx.also::<Tasks, Read>()?, task).is_err()
    {
        checks.fail("task_id", UNKNOWN_ID);
    }
    checks.finish()?;
    let person = cx.person()?;
    let ward = person.ward_id.clone().ok_or_else(Error::not_found)?;
    let days = crate::features::wards::settings(cx, &ward)?.answer_working_days;
    let calendar = crate::features::wards::calendar(cx, &ward)?;
    let now = cx.now();
    let row = ObstacleRow {
        id: cx.new_id(),
        task_id: input.task_id.clone(),
        unit_id: person.unit_id.clone(),
        raised_by_id: person.user_id.clone(),
        search_key: text::search_key(&format!("{title} {description}")),
        title,
        description,
        status: ObstacleStatus::Open,
        escalated_to: None,
        escalated_at: None,
        escalation_note: String::new(),
        answer: String::new(),
        answered_by_id: None,
        answered_at: None,
        answer_due_on: calendar.add_working_days(cx.today(), days),
        closed_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
        ward_id: ward,
    };
    diesel::insert_into(obstacles::table).values(&row).execute(cx.conn())?;
    attachments::give(cx, &input.attachment_ids, OwnerKind::Obstacle, &row.id, "attachment_ids")?;
    notifications::send_to_roles(cx, &row.ward_id, &[Role::SocialOfficer], Kind::ObstacleRaised, &row.id)?;
    audit::record(cx, "create", &row.id, Changes::none())?;
    Ok(row.id)
}

/// Mends the text while it is open.
///
/// # Errors
/// 403 for another unit's, 404, 409, 412, 422, 428.
pub fn update<A: Writes>(
    cx: &mut Cx<'_, Obstacles, A>,
    id: &Id,
    if_match: IfMatch,
    changes: &ObstacleChanges,
) -> Result<()> {
    let before = find_row(cx, id)?;
    if_match.check_version(before.version, || find(cx, id))?;
    rules::next(&before, ObstacleAction::Edit)?;
    let mut checks = Checks::new();
    let title = checks.line("title", changes.title.as_deref().unwrap_or(&before.title), 300);
    let description = checks.lines("description", changes.description.as_deref().unwrap_or(&before.description), 8000);
    checks.finish()?;
    let search_key = text::search_key(&format!("{title} {description}"));
    save(cx, &before, ObstacleRow { title, description, search_key, ..before.clone() }, "update")
}

/// Answers; the unit that asked is told.
///
/// # Errors
/// 404, 409, 412, 422.
pub fn answer(cx: &mut Cx<'_, Obstacles, Update>, id: &Id, if_match: IfMatch, input: &ObstacleAnswer) -> Result<()> {
    let mut checks = Checks::new();
    let answer = checks.required_lines("answer", &input.answer, 8000);
    checks.finish()?;
    let before = open(cx, id, if_match)?;
    let status = rules::next(&before, ObstacleAction::Answer)?;
    let (answered_at, answered_by_id) = (Some(cx.now()), Some(cx.person()?.user_id.clone()));
    let after = ObstacleRow { status, answer, answered_at, answered_by_id, ..before.clone() };
    save(cx, &before, after, "answer")?;
    notifications::send_to_units(cx, &[before.unit_id], Kind::ObstacleAnswered, id)
}

/// Passes an obstacle up; those above are told.
///
/// # Errors
/// 403 for the upper level itself, 404, 409, 412, 422.
pub fn escalate(
    cx: &mut Cx<'_, Obstacles, Update>,
    id: &Id,
    if_match: IfMatch,
    input: &ObstacleEscalation,
) -> Result<()> {
    let mut checks = Checks::new();
    let note = checks.required_lines("note", &input.note, 4000);
    checks.finish()?;
    let before = open(cx, id, if_match)?;
    rules::check_escalation(&before, input.to)?;
    if !rules::allowed_actions(cx.caller(), &before).contains(&ObstacleAction::Escalate) {
        return Err(Error::wrong_state(&[ObstacleAction::Answer]));
    }
    let after = ObstacleRow {
        status: ObstacleStatus::Escalated,
        escalated_to: Some(input.to),
        escalated_at: Some(cx.now()),
        escalation_note: note,
        ..before.clone()
    };
    save(cx, &before, after, "escalate")?;
    match input.to {
        EscalationLevel::Leader => {
            notifications::send_to_roles(cx, &before.ward_id, &[Role::Leader], Kind::ObstacleEscalated, id)
        }
        EscalationLevel::Superior => {
            let people = superiors_of(cx, &before.ward_id)?;
            notifications::send_to_users(cx, &people, Kind::ObstacleEscalated, id)
        }
    }
}

fn superiors_of<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id) -> Result<Vec<Id>> {
    let unit: Option<Id> = wards::table.find(ward).select(wards::superior_unit_id).first(cx.conn())?;
    let Some(unit) = unit else { return Ok(Vec::new()) };
    let people = users::table.filter(users::unit_id.eq(unit)).filter(users::status.eq("active"));
    Ok(people.select(users::id).load(cx.conn())?)
}

/// Closes what was answered.
///
/// # Errors
/// 404, 409, 412, 422.
pub fn close(cx: &mut Cx<'_, Obstacles, Update>, id: &Id, if_match: IfMatch, input: &ObstacleClosing) -> Result<()> {
    let mut checks = Checks::new();
    let note = checks.lines("note", input.note.as_deref().unwrap_or(""), 4000);
    checks.finish()?;
    let before = open(cx, id, if_match)?;
    let status = rules::next(&before, ObstacleAction::Close)?;
    let answer = if note.is_empty() { before.answer.clone() } else { format!("{}\n\n{note}", before.answer) };
    let after = ObstacleRow { status, answer, closed_at: Some(cx.now()), ..before.clone() };
    save(cx, &before, after, "close")?;
    notifications::send_to_units(cx, &[before.unit_id], Kind::ObstacleClosed, id)
}

fn open<A: Writes>(cx: &mut Cx<'_, Obstacles, A>, id: &Id, if_match: IfMatch) -> Result<ObstacleRow> {
    let before = find_row(cx, id)?;
    if_match.check_version_if_given(before.version, || find(cx, id))?;
    Ok(before)
}

fn save<A: Writes>(
    cx: &mut Cx<'_, Obstacles, A>,
    before: &ObstacleRow,
    mut row: ObstacleRow,
    verb: &str,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = obstacles::table.find(&before.id).filter(obstacles::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, &before.id)?));
    }
    audit::record(cx, verb, &row.id, Changes::between(before, &row))
}

/// An obstacle that waits for somebody's answer, as the home screen names it.
pub struct WaitingObstacle {
    pub id: Id,
    pub title: String,
    pub unit: UnitRef,
    pub created_at: Instant,
    pub answer_due_on: NaiveDate,
}

/// The most that a home screen shows.
const MOST_WAITING: usize = 20;

/// How many wait for an answer within the scope; and what waits for this person's, the longest first: the officer's open
/// ones, the leader's and the upper level's escalated. In one statement.
///
/// # Errors
/// When the database refuses.
pub fn waiting(cx: &mut Cx<'_, Obstacles, Read>) -> Result<(i64, Vec<WaitingObstacle>)> {
    type Row = (Id, String, Instant, NaiveDate, ObstacleStatus, Option<EscalationLevel>, UnitRef);
    let rows: Vec<Row> = obstacles::table
        .filter(visible(cx.scope()))
        .filter(obstacles::status.eq_any([ObstacleStatus::Open, ObstacleStatus::Escalated]))
        .into_boxed()
        .inner_join(unit_names::table.on(unit_names::id.eq(obstacles::unit_id)))
        .order((obstacles::answer_due_on.asc(), obstacles::id.asc()))
        .select((
            obstacles::id,
            obstacles::title,
            obstacles::created_at,
            obstacles::answer_due_on,
            obstacles::status,
            obstacles::escalated_to,
            UnitRef::as_select(),
        ))
        .load(cx.conn())?;
    let open = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let role = cx.person()?.role;
    let is_mine = |row: &Row| match role {
        Role::SocialOfficer => row.4 == ObstacleStatus::Open,
        Role::Leader => row.4 == ObstacleStatus::Escalated && row.5 == Some(EscalationLevel::Leader),
        Role::Superior => row.4 == ObstacleStatus::Escalated && row.5 == Some(EscalationLevel::Superior),
        _ => false,
    };
    let shape = |(id, title, created_at, answer_due_on, _, _, unit): Row| WaitingObstacle {
        id,
        title,
        unit,
        created_at,
        answer_due_on,
    };
    Ok((open, rows.into_iter().filter(is_mine).take(MOST_WAITING).map(shape).collect()))
}

/// The rows within the scope that changed since a moment, the earliest first.
///
/// # Errors
/// When the database refuses.
pub fn changed_since(cx: &mut Cx<'_, Obstacles, Read>, since: &Since, limit: i64) -> Result<Vec<Changed>> {
    let rows = obstacles::table.filter(visible(cx.scope())).filter(
        obstacles::updated_at
            .gt(since.at)
            .or(obstacles::updated_at.eq(since.at).and(obstacles::id.gt(since.after.clone()))),
    );
    let rows = rows.order((obstacles::updated_at, obstacles::id)).limit(limit);
    Ok(rows.select((obstacles::id, obstacles::version, obstacles::updated_at)).load(cx.conn())?)
}
