//! An import becomes children: all of it or nothing, in one transaction, with what takes it back.

use std::collections::HashMap;

use diesel::prelude::*;

use super::super::content::Content;
use super::super::history::{self, Source};
use super::super::many::{self, BATCH, Newcomer};
use super::super::write;
use super::model::{CommitMode, ImportCommit, ImportCounts, ImportDbRow, ImportStatus, Judged, RowDecision, RowState};
use super::{drafts, judge, rules, store, verdicts};
use crate::access::subject::Children;
use crate::access::{Create, Cx};
use crate::audit::{self, Changes};
use crate::db::schema::{child_circumstances, child_import_rows, child_imports};
use crate::db::types::{Id, Json};
use crate::each_backend;
use crate::error::{Error, Message, Result};
use crate::http::IfMatch;
use crate::keys::sealed::{self, Place};

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
    verdicts::again(cx, &import)?;
    let counts = drafts::count(cx, id)?;
    if input.mode == CommitMode::All && counts.wrong > 0 {
        return Err(Error::conflict(HAS_WRONG_ROWS).with("wrong", counts.wrong).extra("counts", counts));
    }
    let decisions: HashMap<(&str, u32), RowDecision> =
        input.decisions.iter().map(|one| ((one.sheet.as_str(), one.row), one.take)).collect();
    let (mut last, mut position, mut new_rows) = (-1, 0, 0);
    loop {
        let batch = drafts::after(cx, id, last)?;
        let Some(end) = batch.last() else { break };
        last = end.position;
        let (mut new, mut changed) = (Vec::new(), Vec::new());
        for one in &batch {
            let decided = decisions.get(&(one.row.sheet.as_str(), one.row.row)).copied();
            match fate(one, decided) {
                RowDecision::New => new.push(one),
                RowDecision::Update => changed.push(one),
                RowDecision::Skip => {}
            }
        }
        insert(cx, &import, &new, position)?;
        position += len(&new);
        update(cx, &import, &changed, position)?;
        position += len(&changed);
        new_rows += len(&new);
    }
    let sheets = store::open_sheets(&cx.services().vault, &import)?;
    store::remember(cx, &import.ward_id, &sheets)?;
    drafts::forget(cx, id)?;
    finish(cx, &import, counts)?;
    let told = Changes::none().field("new", (), new_rows).field("changed", (), position - new_rows);
    audit::record(cx, "import", id, told)
}

fn len(rows: &[&Judged]) -> i32 {
    i32::try_from(rows.len()).unwrap_or(i32::MAX)
}

/// What becomes of a row, by its verdict and by what somebody decided.
fn fate(one: &Judged, decided: Option<RowDecision>) -> RowDecision {
    match (one.verdict.state, decided) {
        (RowState::New, None | Some(RowDecision::New))
        | (RowState::Changed | RowState::Duplicate, Some(RowDecision::New)) => RowDecision::New,
        (RowState::Changed, None | Some(RowDecision::Update)) | (RowState::Duplicate, Some(RowDecision::Update))
            if one.verdict.matched.is_some() =>
        {
            RowDecision::Update
        }
        _ => RowDecision::Skip,
    }
}

/// Makes the new children, and marks them from a place on.
fn insert(cx: &mut Cx<'_, Children, Create>, import: &ImportDbRow, new: &[&Judged], position: i32) -> Result<()> {
    let newcomers: Vec<Newcomer<'_>> =
        new.iter().map(|one| Newcomer { content: &one.row.content, groups: &one.row.groups }).collect();
    let ids = many::insert(cx, &import.ward_id, &newcomers, Source::Import)?;
    let marks: Vec<Mark> = (position..).zip(&ids).map(|(at, child)| mark(import, at, child, "new", 1, None)).collect();
    put_marks(cx, &marks)
}

/// Adds what rows say to the children that they are about.
fn update(
    cx: &mut Cx<'_, Children, Create>,
    import: &ImportDbRow,
    changed: &[&Judged],
    mut position: i32,
) -> Result<()> {
    for batch in changed.chunks(BATCH) {
        let ids: Vec<Id> =
            batch.iter().filter_map(|one| one.verdict.matched.as_ref()).map(|(id, _)| id.clone()).collect();
        let mut known = judge::contents(cx, &ids)?;
        let (mut marks, mut said) = (Vec::new(), Vec::new());
        for one in batch {
            let matched = one.verdict.matched.as_ref();
            let Some((before, content)) = matched.and_then(|(id, _)| known.remove(id)) else { continue };
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
        let groups = batch.iter().filter_map(|one| Some((&one.verdict.matched.as_ref()?.0, one.row.groups.as_slice())));
        let groups: Vec<(&Id, &[String])> = groups.collect();
        let missing = missing_groups(cx, &groups)?;
        many::put_groups(cx, missing.iter().map(|(id, codes)| (id, codes.as_slice())))?;
        many::record(cx, said, Source::Import)?;
        put_marks(cx, &marks)?;
    }
    Ok(())
}

pub(super) fn before_place(import: &Id, child: &Id) -> Place {
    sealed::IMPORT_BEFORE.of(format_args!("{import}/{child}"))
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

fn put_marks(cx: &mut Cx<'_, Children, Create>, marks: &[Mark]) -> Result<()> {
    each_backend!(cx.conn(), plain => diesel::insert_into(child_import_rows::table).values(marks).execute(plain))?;
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

fn finish(cx: &mut Cx<'_, Children, Create>, import: &ImportDbRow, counts: ImportCounts) -> Result<()> {
    let now = cx.now();
    let unchanged = child_imports::table.find(&import.id).filter(child_imports::version.eq(import.version));
    let saved = diesel::update(unchanged)
        .set((
            child_imports::status.eq(ImportStatus::Committed),
            child_imports::counts.eq(Json::new(counts)),
            child_imports::committed_at.eq(now),
            child_imports::updated_at.eq(now),
            child_imports::version.eq(import.version + 1),
        ))
        .execute(cx.conn())?;
    if saved == 0 { Err(Error::stale(store::find(cx, &import.id)?)) } else { Ok(()) }
}
