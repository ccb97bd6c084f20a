//! An import becomes children: all of it or nothing, in one transaction, with what takes it back.

use std::collections::HashMap;

use diesel::prelude::*;
use serde_json::json;

use super::super::catalogue::{self, ChildGroup};
use super::super::history::{self, Source};
use super::super::model::{ChildRow, GuardianRow};
use super::super::write::{self, Content};
use super::judge;
use super::model::{CommitMode, ImportCommit, ImportDbRow, ImportStatus, Judged, RowDecision, RowState};
use super::{rules, store};
use crate::access::subject::Children;
use crate::access::{Create, Cx};
use crate::audit::{self, Changes};
use crate::db::schema::{
    child_circumstances, child_guardians, child_history, child_import_rows, child_imports, children,
};
use crate::db::types::{Id, Json};
use crate::each_backend;
use crate::error::{Error, Message, Result};
use crate::http::IfMatch;

pub const HAS_WRONG_ROWS: Message = Message::new(
    "has_wrong_rows",
    "Tệp còn {wrong} dòng chưa đúng nên chưa nhập gì. Hãy sửa các dòng đó, hoặc chọn chỉ nhập các dòng đúng.",
    "The file has {wrong} wrong rows, so nothing was taken. Mend them, or choose to take the good rows only.",
);
pub const NOT_PREVIEWED: Message = Message::new(
    "import_done",
    "Lần nhập này đã xong. Hãy tải tệp lên lại nếu cần nhập tiếp.",
    "This import is done. Upload the file again to import more.",
);

/// Rows of one statement.
const BATCH: usize = 500;

/// Writes the rows down.
///
/// # Errors
/// 404, 409 when it is done or a row is wrong, 412.
pub fn commit(cx: &mut Cx<'_, Children, Create>, id: &Id, if_match: IfMatch, input: &ImportCommit) -> Result<()> {
    let import = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(import.version, || store::find(cx, id))?;
    if import.status != ImportStatus::Previewed {
        return Err(Error::conflict(NOT_PREVIEWED));
    }
    let kept = store::open_rows(&cx.services().vault, &import)?;
    let judged = judge::judge(cx, kept)?;
    let counts = judge::count(&judged);
    if input.mode == CommitMode::All && counts.wrong > 0 {
        return Err(Error::conflict(HAS_WRONG_ROWS).with("wrong", counts.wrong).extra("counts", counts));
    }
    let decisions: HashMap<(&str, u32), RowDecision> =
        input.decisions.iter().map(|one| ((one.sheet.as_str(), one.row), one.take)).collect();
    let (mut new, mut changed) = (Vec::new(), Vec::new());
    for one in &judged {
        let decided = decisions.get(&(one.row.sheet.as_str(), one.row.row)).copied();
        match (one.state, decided) {
            (RowState::New, None | Some(RowDecision::New)) | (RowState::Duplicate, Some(RowDecision::New)) => {
                new.push(one);
            }
            (RowState::Changed, None | Some(RowDecision::Update))
            | (RowState::Duplicate, Some(RowDecision::Update))
                if one.matched.is_some() =>
            {
                changed.push(one);
            }
            (RowState::Changed, Some(RowDecision::New)) => new.push(one),
            _ => {}
        }
    }
    let made = insert(cx, &import, &new)?;
    update(cx, &import, &changed, made)?;
    store::remember(cx, &import.ward_id, &import.sheets)?;
    finish(cx, &import, &judged)?;
    let told = Changes::none().field("new", (), new.len()).field("changed", (), changed.len());
    audit::record(cx, "import", id, told)
}

/// Makes the new children with their guardians, groups and history; how many there are.
fn insert(cx: &mut Cx<'_, Children, Create>, import: &ImportDbRow, new: &[&Judged]) -> Result<i32> {
    let mut number = write::next_number(cx, &import.ward_id)?;
    let mut position = 0;
    for batch in new.chunks(BATCH) {
        let (mut rows, mut guardians, mut marks, mut said) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for one in batch {
            let mut row: ChildRow = write::blank(cx, &import.ward_id, number);
            one.row.content.fill(&cx.services().vault, &mut row)?;
            for (place, guardian) in (0..).zip(&one.row.content.guardians) {
                guardians.push(write::guardian_row(cx, &row.id, place, guardian));
            }
            let mut changes = history::between(&json!({}), &one.row.content);
            let groups = one.row.groups.iter().filter_map(|code| catalogue::group(code));
            changes.extend(groups.map(|group| (group.code.clone(), json!([null, {"from_date": cx.today()}]))));
            said.push((row.id.clone(), changes));
            marks.push(mark(import, position, &row.id, "new", row.version, None));
            rows.push(row);
            number += 1;
            position += 1;
        }
        insert_rows(cx, &rows, &guardians)?;
        put_groups(cx, batch.iter().zip(&rows).map(|(one, row)| (&row.id, one.row.groups.as_slice())))?;
        put_history(cx, said)?;
        put_marks(cx, marks)?;
    }
    Ok(position)
}

/// Adds what rows say to the children that they are about.
fn update(
    cx: &mut Cx<'_, Children, Create>,
    import: &ImportDbRow,
    changed: &[&Judged],
    mut position: i32,
) -> Result<()> {
    for batch in changed.chunks(BATCH) {
        let ids: Vec<Id> = batch.iter().filter_map(|one| one.matched.as_ref()).map(|(id, _)| id.clone()).collect();
        let mut known = judge::contents(cx, &ids)?;
        let (mut marks, mut said) = (Vec::new(), Vec::new());
        for one in batch {
            let Some((before, content)) = one.matched.as_ref().and_then(|(id, _)| known.remove(id)) else { continue };
            let after = rules::over(&content, &one.row.content)?;
            let mut row = before.clone();
            after.fill(&cx.services().vault, &mut row)?;
            if content.guardians != after.guardians {
                write::put_guardians(cx, &row.id, &after.guardians)?;
            }
            said.push((row.id.clone(), history::between(&content, &after)));
            let sealed = seal(cx, import, &row.id, &content)?;
            marks.push(mark(import, position, &row.id, "changed", before.version + 1, Some(sealed)));
            write::save_row(cx, &before, row)?;
            position += 1;
        }
        let groups = batch.iter().filter_map(|one| Some((&one.matched.as_ref()?.0, one.row.groups.as_slice())));
        let groups: Vec<(&Id, &[String])> = groups.collect();
        let missing = missing_groups(cx, &groups)?;
        put_groups(cx, missing.iter().map(|(id, codes)| (id, codes.as_slice())))?;
        put_history(cx, said)?;
        put_marks(cx, marks)?;
    }
    Ok(())
}

pub(super) fn before_place(import: &Id, child: &Id) -> String {
    format!("child_import_rows.before/{import}/{child}")
}

fn seal(cx: &Cx<'_, Children, Create>, import: &ImportDbRow, child: &Id, before: &Content) -> Result<String> {
    let text = serde_json::to_string(before).map_err(Error::internal)?;
    cx.services().vault.seal(&before_place(&import.id, child), &text).map_err(Error::internal)
}

#[derive(Insertable)]
#[diesel(table_name = child_import_rows)]
struct Mark {
    import_id: Id,
    position: i32,
    child_id: Id,
    kind: &'static str,
    version_after: i32,
    before: Option<String>,
}

fn mark(
    import: &ImportDbRow,
    position: i32,
    child: &Id,
    kind: &'static str,
    version_after: i32,
    before: Option<String>,
) -> Mark {
    Mark { import_id: import.id.clone(), position, child_id: child.clone(), kind, version_after, before }
}

fn insert_rows(cx: &mut Cx<'_, Children, Create>, rows: &[ChildRow], guardians: &[GuardianRow]) -> Result<()> {
    each_backend!(cx.conn(), plain => diesel::insert_into(children::table).values(rows).execute(plain))?;
    for guardians in guardians.chunks(BATCH) {
        each_backend!(cx.conn(), plain => {
            diesel::insert_into(child_guardians::table).values(guardians).execute(plain)
        })?;
    }
    Ok(())
}

fn put_marks(cx: &mut Cx<'_, Children, Create>, marks: Vec<Mark>) -> Result<()> {
    each_backend!(cx.conn(), plain => diesel::insert_into(child_import_rows::table).values(&marks).execute(plain))?;
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = child_circumstances)]
struct GroupRow {
    id: Id,
    child_id: Id,
    kind: catalogue::GroupKind,
    code: String,
    from_date: chrono::NaiveDate,
    evidence: String,
    note: String,
    recorded_by_id: Option<Id>,
    created_at: crate::db::types::Instant,
    cancel_reason: String,
}

/// A list names a group without its day: it counts from the day of the import.
fn put_groups<'a>(
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

/// The groups that a child is not in yet.
fn missing_groups(cx: &mut Cx<'_, Children, Create>, groups: &[(&Id, &[String])]) -> Result<Vec<(Id, Vec<String>)>> {
    let ids: Vec<&Id> = groups.iter().map(|(id, _)| *id).collect();
    let standing: Vec<(Id, String)> = child_circumstances::table
        .filter(child_circumstances::child_id.eq_any(ids))
        .filter(child_circumstances::cancelled_at.is_null())
        .filter(child_circumstances::to_date.is_null())
        .select((child_circumstances::child_id, child_circumstances::code))
        .load(cx.conn())?;
    let is_missing = |id: &Id, code: &String| !standing.iter().any(|(child, known)| child == id && known == code);
    let missing = |(id, codes): &(&Id, &[String])| {
        let codes = codes.iter().filter(|code| is_missing(id, code)).cloned().collect();
        ((*id).clone(), codes)
    };
    Ok(groups.iter().map(missing).collect())
}

fn put_history(
    cx: &mut Cx<'_, Children, Create>,
    said: Vec<(Id, serde_json::Map<String, serde_json::Value>)>,
) -> Result<()> {
    let mut rows = Vec::with_capacity(said.len());
    for (child, changes) in said.into_iter().filter(|(_, changes)| !changes.is_empty()) {
        rows.push(history::row(cx, &child, Source::Import, changes)?);
    }
    each_backend!(cx.conn(), plain => diesel::insert_into(child_history::table).values(&rows).execute(plain))?;
    Ok(())
}

fn finish(cx: &mut Cx<'_, Children, Create>, import: &ImportDbRow, judged: &[Judged]) -> Result<()> {
    let now = cx.now();
    let unchanged = child_imports::table.find(&import.id).filter(child_imports::version.eq(import.version));
    let saved = diesel::update(unchanged)
        .set((
            child_imports::status.eq(ImportStatus::Committed),
            child_imports::counts.eq(Json::new(judge::count(judged))),
            child_imports::committed_at.eq(now),
            child_imports::updated_at.eq(now),
            child_imports::version.eq(import.version + 1),
        ))
        .execute(cx.conn())?;
    if saved == 0 { Err(Error::stale(store::find(cx, &import.id)?)) } else { Ok(()) }
}
