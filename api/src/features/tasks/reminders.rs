//! Reminders (đôn đốc): by hand, and by a job before the due day and after; every one is kept with its answer.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::dsl::{count_star, exists};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::{PartRow, TaskRef, TaskRow, TaskStatus};
use super::{rules, store};
use crate::access::subject::Tasks;
use crate::access::{Approve, Cx, Deed, Scope};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{reminders, task_updates, tasks};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::notifications::{self, Kind};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::features::{units, users};
use crate::http::IfMatch;
use crate::input::Checks;
use crate::setup::WardSettings;
use crate::{keyset, text_enum};

pub const NOBODY_TO_REMIND: Message = Message::new(
    "nobody_to_remind",
    "Không còn đơn vị nào phải đôn đốc: việc chưa công bố, đã trình hoặc đã xong.",
    "There is no unit to remind: the task is not published, submitted or done.",
);

text_enum! {
    pub enum ReminderKind {
        Manual = "manual",
        BeforeDue = "before_due",
        Due = "due",
        Overdue = "overdue",
    }
}

/// A reminder to one unit, and what it answered.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Reminder {
    pub id: Id,
    pub task: TaskRef,
    pub unit: UnitRef,
    pub kind: ReminderKind,
    pub sent_at: Instant,
    /// Nobody for one that the system sent.
    pub by: Option<UserRef>,
    pub message: String,
    pub answered_at: Option<Instant>,
    /// The note of the report that answered it.
    pub answer: Option<String>,
}

/// Whom to remind, and with what words.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReminder {
    pub message: Option<String>,
    /// Only these units; otherwise everybody whose part is open.
    pub unit_ids: Option<Vec<Id>>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReminderQuery {
    pub plan_id: Option<Id>,
    pub unit_id: Option<Id>,
    /// Only those without an answer.
    pub unanswered: Option<bool>,
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = reminders)]
struct ReminderRow {
    id: Id,
    ward_id: Id,
    task_id: Id,
    unit_id: Id,
    kind: ReminderKind,
    due_on: NaiveDate,
    sent_at: Instant,
    sent_by_id: Option<Id>,
    message: String,
    answered_at: Option<Instant>,
    answer_update_id: Option<Id>,
}

/// Reminds the units of a task whose parts are open.
///
/// # Errors
/// 404, 412; 409 when there is nobody to remind.
pub fn remind(cx: &mut Cx<'_, Tasks, Approve>, id: &Id, if_match: IfMatch, input: &NewReminder) -> Result<()> {
    let mut checks = Checks::new();
    let message = checks.lines("message", input.message.as_deref().unwrap_or(""), 1000);
    checks.finish()?;
    let task = store::find_row(cx, id)?;
    if_match.check_version_if_given(task.version, || store::find(cx, id))?;
    let parts = store::parts_of(cx, id)?;
    let wanted = |unit: &Id| input.unit_ids.as_ref().is_none_or(|units| units.contains(unit));
    let units: Vec<Id> = to_remind(&task, &parts).into_iter().filter(wanted).collect();
    if units.is_empty() {
        return Err(Error::conflict(NOBODY_TO_REMIND));
    }
    send(cx, &task, &units, ReminderKind::Manual, &message)?;
    audit::record(cx, "remind", id, Changes::none().field("units", (), &units))
}

fn to_remind(task: &TaskRow, parts: &[PartRow]) -> Vec<Id> {
    if !task.is_published || task.status.is_final() {
        return Vec::new();
    }
    rules::doing(task, parts).filter(|part| part.status.is_open()).map(|part| part.unit_id.clone()).collect()
}

fn send<A: Deed>(
    cx: &mut Cx<'_, Tasks, A>,
    task: &TaskRow,
    units: &[Id],
    kind: ReminderKind,
    message: &str,
) -> Result<()> {
    for unit in units {
        let row = ReminderRow {
            id: cx.new_id(),
            ward_id: task.ward_id.clone(),
            task_id: task.id.clone(),
            unit_id: unit.clone(),
            kind,
            due_on: task.due_on,
            sent_at: cx.now(),
            sent_by_id: cx.actor().person().cloned(),
            message: message.to_owned(),
            answered_at: None,
            answer_update_id: None,
        };
        diesel::insert_into(reminders::table).values(&row).execute(cx.conn())?;
    }
    notifications::send_to_units(cx, units, Kind::TaskReminder, &task.id)
}

/// The next report of a unit answers its open reminders.
pub(super) fn answer<A: Deed>(cx: &mut Cx<'_, Tasks, A>, task: &Id, unit: &Id, update: &Id) -> Result<()> {
    let open = reminders::table
        .filter(reminders::task_id.eq(task))
        .filter(reminders::unit_id.eq(unit))
        .filter(reminders::answered_at.is_null());
    let now = cx.now();
    diesel::update(open)
        .set((reminders::answered_at.eq(now), reminders::answer_update_id.eq(update)))
        .execute(cx.conn())?;
    Ok(())
}

/// The job: reminds of what is due in so many days, today, or late, once for each such day. Returns how many.
///
/// # Errors
/// When the database refuses.
pub fn run(cx: &mut Cx<'_, Tasks, Approve>, settings: &WardSettings) -> Result<usize> {
    let (today, scope) = (cx.today(), cx.scope().clone());
    let day = |offset: i64| today.checked_add_signed(chrono::TimeDelta::days(offset));
    let mut stages = vec![(ReminderKind::Due, today)];
    stages.extend(settings.reminder_days_before.iter().filter_map(|n| Some((ReminderKind::BeforeDue, day(*n)?))));
    stages.extend(settings.reminder_days_after.iter().filter_map(|n| Some((ReminderKind::Overdue, day(-*n)?))));
    let mut sent = 0;
    for (kind, due_on) in stages {
        let due: Vec<TaskRow> = tasks::table
            .filter(store::visible(&scope))
            .filter(tasks::is_published.eq(true))
            .filter(tasks::due_on.eq(due_on))
            .filter(tasks::status.ne_all([TaskStatus::Accepted, TaskStatus::Cancelled, TaskStatus::Submitted]))
            .select(TaskRow::as_select())
            .load(cx.conn())?;
        for task in due {
            sent += remind_once(cx, &task, kind)?;
        }
    }
    Ok(sent)
}

fn remind_once(cx: &mut Cx<'_, Tasks, Approve>, task: &TaskRow, kind: ReminderKind) -> Result<usize> {
    let since = crate::calendar::start_of_ward_day(cx.today());
    let told: HashSet<Id> = reminders::table
        .filter(reminders::task_id.eq(&task.id))
        .filter(reminders::kind.eq(kind))
        .filter(reminders::sent_at.ge(Instant::new(since)))
        .select(reminders::unit_id)
        .load(cx.conn())?
        .into_iter()
        .collect();
    let parts = store::parts_of(cx, &task.id)?;
    let units: Vec<Id> = to_remind(task, &parts).into_iter().filter(|unit| !told.contains(unit)).collect();
    if !units.is_empty() {
        send(cx, task, &units, kind, "")?;
        audit::record(cx, "remind", &task.id, Changes::none().field("units", (), &units))?;
    }
    Ok(units.len())
}

/// The log of reminders: of one task, or of all within the scope; a unit sees its own.
///
/// # Errors
/// 404 for a task outside the scope.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Tasks, A>,
    task: Option<&Id>,
    query: &ReminderQuery,
    page: &PageRequest,
) -> Result<List<Reminder>> {
    if let Some(task) = task {
        store::find_row(cx, task)?;
    }
    let scope = cx.scope().clone();
    let rows = keyset!(filtered(&scope, task, query), page, desc reminders::sent_at, reminders::id, Instant::parse);
    let rows: Vec<ReminderRow> = rows.select(ReminderRow::as_select()).load(cx.conn())?;
    let total = filtered(&scope, task, query).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.sent_at.rfc3339(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

fn filtered(
    scope: &Scope,
    task: Option<&Id>,
    query: &ReminderQuery,
) -> reminders::BoxedQuery<'static, crate::db::MultiBackend> {
    let mut rows = reminders::table.filter(reminders::ward_id.eq_any(scope.wards())).into_boxed();
    if let Scope::Unit { unit, .. } = scope {
        rows = rows.filter(reminders::unit_id.eq(unit.clone()));
    }
    if let Some(task) = task {
        rows = rows.filter(reminders::task_id.eq(task.clone()));
    }
    if let Some(unit) = &query.unit_id {
        rows = rows.filter(reminders::unit_id.eq(unit.clone()));
    }
    if let Some(plan) = &query.plan_id {
        let of_plan = tasks::table.filter(tasks::id.eq(reminders::task_id)).filter(tasks::plan_id.eq(plan.clone()));
        rows = rows.filter(exists(of_plan));
    }
    match query.unanswered {
        Some(true) => rows.filter(reminders::answered_at.is_null()),
        Some(false) => rows.filter(reminders::answered_at.is_not_null()),
        None => rows,
    }
}

fn dress<A: Deed>(cx: &mut Cx<'_, Tasks, A>, rows: Vec<ReminderRow>) -> Result<Vec<Reminder>> {
    let tasks = store::references(cx, rows.iter().map(|row| &row.task_id))?;
    let answers: Vec<(Id, String)> = task_updates::table
        .filter(task_updates::id.eq_any(rows.iter().filter_map(|row| row.answer_update_id.as_ref())))
        .select((task_updates::id, task_updates::note))
        .load(cx.conn())?;
    let units = units::references(cx, rows.iter().map(|row| &row.unit_id))?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.sent_by_id.as_ref()))?;
    let text =
        |list: &[(Id, String)], id: &Id| list.iter().find(|(known, _)| known == id).map(|(_, text)| text.clone());
    let shape = |row: ReminderRow| {
        Some(Reminder {
            unit: units.get(&row.unit_id)?.clone(),
            by: row.sent_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            answer: row.answer_update_id.as_ref().and_then(|id| text(&answers, id)),
            task: tasks.get(&row.task_id)?.clone(),
            id: row.id,
            kind: row.kind,
            sent_at: row.sent_at,
            message: row.message,
            answered_at: row.answered_at,
        })
    };
    Ok(rows.into_iter().filter_map(shape).collect())
}
