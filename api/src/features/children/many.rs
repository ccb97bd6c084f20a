//! Many new children at once, in a fixed number of statements for every five hundred: imports and the demo.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Map, Value, json};

use super::catalogue::{self, ChildGroup, GroupKind};
use super::content::Content;
use super::history::{self, HistoryRow, Source};
use super::model::{ChildRow, GuardianRow};
use super::write;
use crate::access::subject::Children;
use crate::access::{Create, Cx};
use crate::db::schema::{child_circumstances, child_guardians, child_history, children};
use crate::db::types::{Id, Instant};
use crate::each_backend;
use crate::error::Result;

/// Rows of one statement: SQLite and PostgreSQL take so many parameters.
pub const BATCH: usize = 500;

/// Somebody new: what is said, and the groups that they are in.
pub struct Newcomer<'a> {
    pub content: &'a Content,
    pub groups: &'a [String],
}

/// Makes the rows with their guardians, groups and history; their ids, in the order given.
///
/// # Errors
/// When the database refuses.
pub fn insert(cx: &mut Cx<'_, Children, Create>, ward: &Id, new: &[Newcomer<'_>], source: Source) -> Result<Vec<Id>> {
    let mut number = write::next_number(cx, ward)?;
    let mut ids = Vec::with_capacity(new.len());
    for batch in new.chunks(BATCH) {
        let (mut rows, mut guardians, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        for one in batch {
            let mut row: ChildRow = write::blank(cx, ward, number);
            one.content.fill(&cx.services().vault, &mut row)?;
            for (place, guardian) in (0..).zip(&one.content.guardians) {
                guardians.push(write::guardian_row(cx, &row.id, place, guardian));
            }
            let mut changes = history::between(&json!({}), one.content);
            let groups = one.groups.iter().filter_map(|code| catalogue::group(code));
            changes.extend(groups.map(|group| (group.code.clone(), json!([null, {"from_date": cx.today()}]))));
            lines.push(history::row(cx, &row.id, source, changes)?);
            ids.push(row.id.clone());
            rows.push(row);
            number += 1;
        }
        each_backend!(cx.conn(), plain => diesel::insert_into(children::table).values(&rows).execute(plain))?;
        put_guardians(cx, &guardians)?;
        put_groups(cx, batch.iter().zip(&rows).map(|(one, row)| (&row.id, one.groups)))?;
        put_lines(cx, &lines)?;
    }
    Ok(ids)
}

fn put_guardians(cx: &mut Cx<'_, Children, Create>, guardians: &[GuardianRow]) -> Result<()> {
    for guardians in guardians.chunks(BATCH) {
        each_backend!(cx.conn(), plain => {
            diesel::insert_into(child_guardians::table).values(guardians).execute(plain)
        })?;
    }
    Ok(())
}

fn put_lines(cx: &mut Cx<'_, Children, Create>, lines: &[HistoryRow]) -> Result<()> {
    each_backend!(cx.conn(), plain => diesel::insert_into(child_history::table).values(lines).execute(plain))?;
    Ok(())
}

/// Writes down changes of many rows; empty ones are left out.
///
/// # Errors
/// When the database refuses.
pub fn record(cx: &mut Cx<'_, Children, Create>, said: Vec<(Id, Map<String, Value>)>, source: Source) -> Result<()> {
    let mut lines = Vec::with_capacity(said.len());
    for (child, changes) in said.into_iter().filter(|(_, changes)| !changes.is_empty()) {
        lines.push(history::row(cx, &child, source, changes)?);
    }
    put_lines(cx, &lines)
}

#[derive(Insertable)]
#[diesel(table_name = child_circumstances)]
struct GroupRow {
    id: Id,
    child_id: Id,
    kind: GroupKind,
    code: String,
    from_date: NaiveDate,
    evidence: String,
    note: String,
    recorded_by_id: Option<Id>,
    created_at: Instant,
    cancel_reason: String,
}

/// Puts children into groups from today: a list names a group without its day.
///
/// # Errors
/// When the database refuses.
pub fn put_groups<'a>(
    cx: &mut Cx<'_, Children, Create>,
    groups: impl Iterator<Item = (&'a Id, &'a [String])>,
) -> Result<()> {
    let row = |cx: &Cx<'_, Children, Create>, child: &Id, group: &ChildGroup| GroupRow {
        id: cx.new_id(),
        child_id: child.clone(),
        kind: group.kind,
        code: group.code.clone(),
        from_date: cx.today(),
        evidence: String::new(),
        note: String::new(),
        recorded_by_id: cx.actor().person().cloned(),
        created_at: cx.now(),
        cancel_reason: String::new(),
    };
    let mut rows = Vec::new();
    for (child, codes) in groups {
        rows.extend(codes.iter().filter_map(|code| catalogue::group(code)).map(|group| row(cx, child, group)));
    }
    for rows in rows.chunks(BATCH) {
        each_backend!(cx.conn(), plain => {
            diesel::insert_into(child_circumstances::table).values(rows).execute(plain)
        })?;
    }
    Ok(())
}
