//! The timeline of a task: reports with progress and photos, comments, moves.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::model::TaskStatus;
use super::{actions, reminders, rules, store, write};
use crate::access::subject::Tasks;
use crate::access::{Cx, Deed, Update};
use crate::attachments::{self, Attachment, OwnerKind};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{attachments as files, task_updates};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::features::{units, users};
use crate::input::{Checks, REQUIRED};
use crate::{keyset, text_enum};

text_enum! {
    pub enum UpdateKind {
        Progress = "progress",
        Comment = "comment",
        /// A move such as submitted or returned.
        State = "state",
    }
}

/// An entry of a task's timeline.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TaskUpdate {
    pub id: Id,
    pub kind: UpdateKind,
    pub at: Instant,
    /// Nobody for what the system did.
    pub by: Option<UserRef>,
    /// For whom a deputy signed (KT. CHỦ TỊCH).
    pub acting_for: Option<UserRef>,
    pub unit: Option<UnitRef>,
    pub status: Option<TaskStatus>,
    pub progress: Option<i32>,
    pub actual: Option<i64>,
    pub note: String,
    pub attachments: Vec<Attachment>,
}

/// A report or a comment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTaskUpdate {
    /// `progress` (default) or `comment`.
    pub kind: Option<UpdateKind>,
    pub progress: Option<i32>,
    pub actual: Option<i64>,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub attachment_ids: Vec<Id>,
    /// For the officer who writes down what a unit told; otherwise my own unit.
    pub unit_id: Option<Id>,
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct UpdateQuery {
    pub limit: Option<i64>,
    pub cursor: Option<String>,
}

/// What is written into the timeline.
pub(super) struct Entry<'a> {
    pub kind: UpdateKind,
    pub unit: &'a Id,
    pub status: Option<TaskStatus>,
    pub progress: Option<i32>,
    pub actual: Option<i64>,
    pub note: &'a str,
    pub attachments: &'a [Id],
}

impl<'a> Entry<'a> {
    pub fn of(kind: UpdateKind, unit: &'a Id) -> Self {
        Self { kind, unit, status: None, progress: None, actual: None, note: "", attachments: &[] }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = task_updates)]
struct UpdateRow {
    id: Id,
    task_id: Id,
    kind: UpdateKind,
    unit_id: Option<Id>,
    by_user_id: Option<Id>,
    acting_for_id: Option<Id>,
    at: Instant,
    status: Option<TaskStatus>,
    progress: Option<i32>,
    actual: Option<i64>,
    note: String,
}

/// Writes an entry, takes its files, and answers the unit's open reminders.
///
/// # Errors
/// 422 for a file that is not the writer's to give.
pub(super) fn add<A: Deed>(cx: &mut Cx<'_, Tasks, A>, task: &Id, entry: &Entry<'_>) -> Result<Id> {
    let row = UpdateRow {
        id: cx.new_id(),
        task_id: task.clone(),
        kind: entry.kind,
        unit_id: Some(entry.unit.clone()),
        by_user_id: cx.actor().person().cloned(),
        acting_for_id: cx.actor().acting_for.clone(),
        at: cx.now(),
        status: entry.status,
        progress: entry.progress,
        actual: entry.actual,
        note: entry.note.to_owned(),
    };
    diesel::insert_into(task_updates::table).values(&row).execute(cx.conn())?;
    attachments::give(cx, entry.attachments, OwnerKind::TaskUpdate, &row.id, "attachment_ids")?;
    let is_own = cx.actor().unit() == Some(entry.unit) || rules::is_officer(cx.actor());
    if is_own && !matches!(entry.status, Some(TaskStatus::Accepted | TaskStatus::Returned | TaskStatus::Cancelled)) {
        reminders::answer(cx, task, entry.unit, &row.id)?;
    }
    Ok(row.id)
}

/// Adds a report or a comment to a task.
///
/// # Errors
/// 404, 409 when the part is not open, 422.
pub fn report(cx: &mut Cx<'_, Tasks, Update>, id: &Id, input: &NewTaskUpdate) -> Result<TaskUpdate> {
    let mut checks = Checks::new();
    let note = checks.lines("note", &input.note, 4000);
    if let Some(progress) = input.progress {
        checks.range("progress", progress, 0, 100);
    }
    if let Some(actual) = input.actual {
        checks.range("actual", actual, 0, 1_000_000_000_000);
    }
    let kind = input.kind.unwrap_or(UpdateKind::Progress);
    let says_nothing =
        note.is_empty() && input.progress.is_none() && input.actual.is_none() && input.attachment_ids.is_empty();
    if says_nothing || (kind == UpdateKind::Comment && note.is_empty()) {
        checks.fail("note", REQUIRED);
    }
    checks.finish()?;

    let before = store::find_to_write(cx, id)?;
    let mut parts = store::parts_of(cx, id)?;
    let named = input.unit_id.as_ref();
    let unit = match rules::acting_unit(cx.actor(), &parts, named) {
        Ok(unit) => unit,
        Err(error) if named.is_some() => return Err(error),
        Err(_) => cx.actor().unit_id.clone(),
    };
    let entry = match kind {
        UpdateKind::Comment => Entry { note: &note, attachments: &input.attachment_ids, ..Entry::of(kind, &unit) },
        _ => {
            actions::refuse_when_cancelled(&before)?;
            write::report(&mut parts, &unit, input.progress, input.actual.map(Some), cx.now())?;
            let part = actions::part_of(&mut parts, &unit)?;
            Entry {
                status: Some(part.status),
                progress: Some(part.progress),
                actual: part.actual,
                note: &note,
                attachments: &input.attachment_ids,
                ..Entry::of(UpdateKind::Progress, &unit)
            }
        }
    };
    let update = add(cx, id, &entry)?;
    if kind == UpdateKind::Comment {
        let units: Vec<Id> = parts.iter().map(|part| part.unit_id.clone()).collect();
        notifications::send_to_units(cx, &units, Kind::TaskComment, id)?;
        audit::record(cx, "comment", id, Changes::none())?;
    } else {
        write::save_as(cx, &before, before.clone(), &parts, "report")?;
    }
    let row = task_updates::table.find(&update).select(UpdateRow::as_select()).first(cx.conn())?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// The timeline, newest first.
///
/// # Errors
/// 404 outside the scope.
pub fn list<A: Deed>(cx: &mut Cx<'_, Tasks, A>, task: &Id, page: &PageRequest) -> Result<List<TaskUpdate>> {
    store::find_row(cx, task)?;
    let rows = task_updates::table.filter(task_updates::task_id.eq(task.clone())).into_boxed();
    let moment = Instant::parse;
    let rows: Vec<UpdateRow> = keyset!(rows, page, desc task_updates::at, task_updates::id, moment)
        .select(UpdateRow::as_select())
        .load(cx.conn())?;
    let total = task_updates::table.filter(task_updates::task_id.eq(task)).select(count_star()).first(cx.conn())?;
    let list = List::from_rows(rows, page, total, |row| (row.at.rfc3339(), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// An entry of a task's timeline, by way of the task.
///
/// # Errors
/// 404 outside the scope, or for an entry of another task.
pub fn find<A: Deed>(cx: &mut Cx<'_, Tasks, A>, task: &Id, update: &Id) -> Result<TaskUpdate> {
    store::find_row(cx, task)?;
    let row = task_updates::table.find(update).filter(task_updates::task_id.eq(task));
    let row = row.select(UpdateRow::as_select()).first(cx.conn())?;
    dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Tasks, A>, rows: Vec<UpdateRow>) -> Result<Vec<TaskUpdate>> {
    let people = users::references(cx, rows.iter().flat_map(|row| row.by_user_id.iter().chain(&row.acting_for_id)))?;
    let units = units::references(cx, rows.iter().filter_map(|row| row.unit_id.as_ref()))?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut files: HashMap<Id, Vec<Attachment>> = attachments::of(cx, OwnerKind::TaskUpdate, &ids)?;
    let shape = |row: UpdateRow| TaskUpdate {
        by: row.by_user_id.as_ref().and_then(|id| people.get(id)).cloned(),
        acting_for: row.acting_for_id.as_ref().and_then(|id| people.get(id)).cloned(),
        unit: row.unit_id.as_ref().and_then(|id| units.get(id)).cloned(),
        attachments: files.remove(&row.id).unwrap_or_default(),
        id: row.id,
        kind: row.kind,
        at: row.at,
        status: row.status,
        progress: row.progress,
        actual: row.actual,
        note: row.note,
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// How many files a unit has sent for a task.
pub(super) fn evidence_of_unit<A: Deed>(cx: &mut Cx<'_, Tasks, A>, task: &Id, unit: &Id) -> Result<i64> {
    Ok(task_updates::table
        .inner_join(files::table.on(files::owner_id.eq(task_updates::id.nullable())))
        .filter(files::owner_kind.eq(OwnerKind::TaskUpdate.as_str()))
        .filter(task_updates::task_id.eq(task))
        .filter(task_updates::unit_id.eq(unit))
        .count()
        .get_result(cx.conn())?)
}

/// Whether the reader may see the task that an entry belongs to: its files are reached only so.
///
/// # Errors
/// 404 when not.
pub fn is_visible<A: Deed>(cx: &mut Cx<'_, Tasks, A>, update: &Id) -> Result<()> {
    let task: Id = task_updates::table.find(update).select(task_updates::task_id).first(cx.conn())?;
    store::find_row(cx, &task).map(drop)
}
