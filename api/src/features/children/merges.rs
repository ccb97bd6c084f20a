//! Two rows that are one child become one row, and can become two again: nothing is lost either way.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::content::Content;
use super::duplicates::check_desk;
use super::history::{self, Source};
use super::model::ChildRow;
use super::rules::{self, Turn};
use super::store::{self, Shown};
use super::write;
use crate::access::subject::Children;
use crate::access::{Cx, Read, Update};
use crate::audit::{self, Changes};
use crate::db::schema::{
    child_circumstances, child_consents, child_data_requests, child_merges, child_supports, children,
};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::changes::{Whose, depart};
use crate::features::users::{self, model::UserRef};
use crate::http::IfMatch;
use crate::keys::sealed::{self, Place};

pub const SAME_CHILD: Message =
    Message::new("same_child", "Hãy chọn một hồ sơ khác để gộp.", "Choose another row to merge.");
pub const UNDONE: Message =
    Message::new("merge_undone", "Lần gộp này đã được hoàn tác.", "This merge has been undone already.");

/// Which row goes into the one in the address.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildMerge {
    /// The row that goes.
    pub other_id: Id,
    /// Members whose value comes from the row that goes; empty ones are filled from it anyway.
    #[serde(default)]
    #[schema(example = json!(["grade", "address"]))]
    pub take: Vec<String>,
}

/// What takes a merge back; sealed in the database.
#[derive(Serialize, Deserialize)]
struct Snapshot {
    kept: Content,
    merged: Content,
    circumstances: Vec<Id>,
    supports: Vec<Id>,
    /// Merges of before these two moved along hold none.
    #[serde(default)]
    consents: Vec<Id>,
    #[serde(default)]
    requests: Vec<Id>,
}

/// A merge that was made.
#[derive(Serialize, ToSchema)]
pub struct MergedChild {
    pub id: Id,
    pub at: Instant,
    pub by: Option<UserRef>,
    /// The row that stayed.
    pub kept: Option<Shown>,
    /// The code of the row that went.
    pub gone_code: String,
    pub undone_at: Option<Instant>,
}

fn place(id: &Id) -> Place {
    sealed::CHILD_MERGES.of(id)
}

/// Makes one row of two.
///
/// # Errors
/// 403, 404 for a row outside the scope, 409, 412, 422 for a row with itself.
pub fn merge(cx: &mut Cx<'_, Children, Update>, id: &Id, if_match: IfMatch, input: &ChildMerge) -> Result<()> {
    let kept = store::find_to_write(cx, id)?;
    check_desk(cx)?;
    if input.other_id == *id {
        return Err(Error::field("other_id", SAME_CHILD));
    }
    if_match.check_version_if_given(kept.version, || store::find(cx, id))?;
    rules::check_turn(&kept, Turn::Edit)?;
    let gone = store::find_to_write(cx, &input.other_id)?;
    let (before, other) = (content_of(cx, &kept)?, content_of(cx, &gone)?);
    let merged = join(&before, &other, &input.take)?;
    let snapshot = Snapshot {
        kept: before.clone(),
        merged: merged.clone(),
        circumstances: child_circumstances::table
            .filter(child_circumstances::child_id.eq(&gone.id))
            .select(child_circumstances::id)
            .load(cx.conn())?,
        supports: child_supports::table
            .filter(child_supports::child_id.eq(&gone.id))
            .select(child_supports::id)
            .load(cx.conn())?,
        consents: child_consents::table
            .filter(child_consents::child_id.eq(&gone.id))
            .select(child_consents::id)
            .load(cx.conn())?,
        requests: child_data_requests::table
            .filter(child_data_requests::child_id.eq(&gone.id))
            .select(child_data_requests::id)
            .load(cx.conn())?,
    };
    move_entries(cx, &snapshot, &kept.id)?;
    write::save_row(cx, &gone, ChildRow { merged_into_id: Some(kept.id.clone()), ..gone.clone() })?;
    depart(cx, &gone.ward_id, Whose::Ward, &gone.id)?;
    write::save(cx, &kept, &before, &merged, Source::Merge)?;
    history::record(cx, &gone.id, Source::Merge, mark(&kept.code))?;
    keep(cx, &kept, &gone, &snapshot)?;
    audit::record(cx, "merge", &kept.id, Changes::none().field("gone", (), &gone.id))
}

/// A line in the history of a row that went, or came back.
fn mark(code: &str) -> Map<String, Value> {
    Map::from_iter([("code".to_owned(), json!([Value::Null, code]))])
}

fn content_of(cx: &mut Cx<'_, Children, Update>, row: &ChildRow) -> Result<Content> {
    let guardians = store::guardians_of(cx, &row.id)?;
    Content::of(&cx.services().vault, row, &guardians)
}

/// What the joined row says: the kept one's words, the other's where those are empty or were chosen. Guardians of
/// both, each once.
fn join(kept: &Content, other: &Content, take: &[String]) -> Result<Content> {
    let (Value::Object(mut joined), Value::Object(other_members)) = (json!(kept), json!(other)) else {
        return Err(Error::internal("a content is an object"));
    };
    for (name, value) in other_members {
        let is_empty = |value: Option<&Value>| match value {
            None | Some(Value::Null) => true,
            Some(Value::String(text)) => text.is_empty() || text == "unknown" || text == "none",
            _ => false,
        };
        if name != "guardians" && (take.contains(&name) || is_empty(joined.get(&name))) {
            joined.insert(name, value);
        }
    }
    let mut joined: Content = serde_json::from_value(Value::Object(joined)).map_err(Error::internal)?;
    // A whole day of birth is more than a year.
    if joined.birth_year_only && !other.birth_year_only {
        (joined.date_of_birth, joined.birth_year_only) = (other.date_of_birth, false);
    }
    for guardian in &other.guardians {
        let key = rules::match_key(&guardian.full_name);
        if joined.guardians.iter().all(|known| rules::match_key(&known.full_name) != key) {
            joined.guardians.push(guardian.clone());
        }
    }
    Ok(joined)
}

fn move_entries(cx: &mut Cx<'_, Children, Update>, snapshot: &Snapshot, to: &Id) -> Result<()> {
    diesel::update(child_circumstances::table.filter(child_circumstances::id.eq_any(&snapshot.circumstances)))
        .set(child_circumstances::child_id.eq(to))
        .execute(cx.conn())?;
    diesel::update(child_supports::table.filter(child_supports::id.eq_any(&snapshot.supports)))
        .set(child_supports::child_id.eq(to))
        .execute(cx.conn())?;
    diesel::update(child_consents::table.filter(child_consents::id.eq_any(&snapshot.consents)))
        .set(child_consents::child_id.eq(to))
        .execute(cx.conn())?;
    // Their clocks run on: on a row that is gone nobody could answer them.
    diesel::update(child_data_requests::table.filter(child_data_requests::id.eq_any(&snapshot.requests)))
        .set(child_data_requests::child_id.eq(to))
        .execute(cx.conn())?;
    Ok(())
}

fn keep(cx: &mut Cx<'_, Children, Update>, kept: &ChildRow, gone: &ChildRow, snapshot: &Snapshot) -> Result<()> {
    let id = cx.new_id();
    let text = serde_json::to_string(snapshot).map_err(Error::internal)?;
    let sealed = cx.services().vault.seal(&place(&id), &text).map_err(Error::internal)?;
    let (at, by) = (cx.now(), cx.actor().person());
    diesel::insert_into(child_merges::table)
        .values((
            child_merges::id.eq(id),
            child_merges::ward_id.eq(&kept.ward_id),
            child_merges::kept_id.eq(&kept.id),
            child_merges::gone_id.eq(&gone.id),
            child_merges::snapshot.eq(sealed),
            child_merges::by_user_id.eq(by),
            child_merges::at.eq(at),
        ))
        .execute(cx.conn())?;
    Ok(())
}

/// Makes two rows of one again. What somebody changed since stays in the row that was kept.
///
/// # Errors
/// 404 also for whoever does not see the whole ward, 409 for a merge that was undone.
pub fn undo(cx: &mut Cx<'_, Children, Update>, id: &Id) -> Result<Id> {
    check_desk(cx).map_err(|_| Error::not_found())?;
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (kept, gone, sealed, undone): (Id, Id, String, Option<Instant>) = child_merges::table
        .find(id)
        .filter(child_merges::ward_id.eq(ward))
        .select((child_merges::kept_id, child_merges::gone_id, child_merges::snapshot, child_merges::undone_at))
        .first(cx.conn())?;
    if undone.is_some() {
        return Err(Error::conflict(UNDONE));
    }
    let text = cx.services().vault.open(&place(id), &sealed).map_err(Error::internal)?;
    let snapshot: Snapshot = serde_json::from_str(&text).map_err(Error::internal)?;
    let row = store::find_to_write(cx, &kept)?;
    let now_said = content_of(cx, &row)?;
    let restored = take_back(&snapshot, &now_said)?;
    move_entries(cx, &snapshot, &gone)?;
    write::save(cx, &row, &now_said, &restored, Source::MergeUndo)?;
    let back: ChildRow = children::table.find(&gone).select(ChildRow::as_select()).first(cx.conn())?;
    write::save_row(cx, &back, ChildRow { merged_into_id: None, ..back.clone() })?;
    history::record(cx, &gone, Source::MergeUndo, mark(&back.code))?;
    let (at, by) = (cx.now(), cx.actor().person());
    diesel::update(child_merges::table.find(id))
        .set((child_merges::undone_at.eq(at), child_merges::undone_by_id.eq(by)))
        .execute(cx.conn())?;
    audit::record(cx, "undo_merge", &kept, Changes::none().field("back", (), &gone))?;
    Ok(kept)
}

/// Each member as it was before the merge, where nobody has touched it since.
fn take_back(snapshot: &Snapshot, now_said: &Content) -> Result<Content> {
    let (Value::Object(before), Value::Object(merged), Value::Object(mut members)) =
        (json!(snapshot.kept), json!(snapshot.merged), json!(now_said))
    else {
        return Err(Error::internal("a content is an object"));
    };
    for (name, value) in &mut members {
        if merged.get(name) == Some(value)
            && let Some(old) = before.get(name)
        {
            *value = old.clone();
        }
    }
    serde_json::from_value(Value::Object(members)).map_err(Error::internal)
}

/// The merges of the ward, newest first.
///
/// # Errors
/// 403 for whoever does not see the whole ward.
pub fn list(cx: &mut Cx<'_, Children, Read>) -> Result<Vec<MergedChild>> {
    check_desk(cx)?;
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    type Row = (Id, Instant, Option<Id>, Id, String, Option<Instant>);
    let rows: Vec<Row> = child_merges::table
        .inner_join(children::table.on(children::id.eq(child_merges::gone_id)))
        .filter(child_merges::ward_id.eq(ward))
        .order(child_merges::id.desc())
        .limit(200)
        .select((
            child_merges::id,
            child_merges::at,
            child_merges::by_user_id,
            child_merges::kept_id,
            children::code,
            child_merges::undone_at,
        ))
        .load(cx.conn())?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.2.as_ref()))?;
    let ids: Vec<Id> = rows.iter().map(|row| row.3.clone()).collect();
    let shown = store::those_within(cx, &ids)?;
    let shape = |(id, at, by, kept, gone_code, undone_at): Row| MergedChild {
        id,
        at,
        by: by.and_then(|id| people.get(&id).cloned()),
        kept: shown.iter().find(|child| *child.id() == kept).cloned().map(Shown::in_list),
        gone_code,
        undone_at,
    };
    Ok(rows.into_iter().map(shape).collect())
}
