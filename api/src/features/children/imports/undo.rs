//! An import is taken back: what nobody has touched since goes back to what it was, the rest is named and kept.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::super::content::Content;
use super::super::erasure;
use super::super::history::Source;
use super::super::model::{ChildRow, GuardianRow};
use super::super::write;
use super::commit::before_place;
use super::model::{ImportDbRow, ImportStatus, KeptBack};
use super::store;
use crate::access::subject::Children;
use crate::access::{Create, Cx, Update};
use crate::attachments::OwnerKind;
use crate::audit::{self, Changes};
use crate::db::schema::{
    attachments, child_circumstances, child_consents, child_data_requests, child_guardians, child_import_rows,
    child_imports, child_supports, children,
};
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Message, Result};
use crate::http::IfMatch;

pub const NOT_COMMITTED: Message = Message::new(
    "import_not_committed",
    "Lần nhập này chưa được ghi, hoặc đã hoàn tác rồi.",
    "This import was not committed, or was undone already.",
);
pub const TOO_LATE: Message = Message::new(
    "undo_too_late",
    "Đã quá 30 ngày kể từ khi nhập nên không hoàn tác được nữa.",
    "More than 30 days have gone since the import; it cannot be undone any more.",
);

/// Takes an import back.
///
/// # Errors
/// 404, 409 when it is not committed or too old, 412.
pub fn undo(cx: &mut Cx<'_, Children, Create>, id: &Id, if_match: IfMatch) -> Result<()> {
    let import = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(import.version, || store::find(cx, id))?;
    if import.status != ImportStatus::Committed {
        return Err(Error::conflict(NOT_COMMITTED));
    }
    if store::undo_until(&import).is_none_or(|until| until <= cx.now()) {
        return Err(Error::conflict(TOO_LATE));
    }
    type Row = (Id, String, i32, Option<String>);
    let rows: Vec<Row> = child_import_rows::table
        .filter(child_import_rows::import_id.eq(id))
        .order(child_import_rows::position)
        .select((
            child_import_rows::child_id,
            child_import_rows::kind,
            child_import_rows::version_after,
            child_import_rows::before,
        ))
        .load(cx.conn())?;
    let (mut kept, mut reversed) = (Vec::new(), 0);
    for (child, kind, version_after, before) in rows {
        let mut cx = cx.also::<Children, Update>()?;
        let row: ChildRow = children::table.find(&child).select(ChildRow::as_select()).first(cx.conn())?;
        if row.version != version_after || is_used(&mut cx, &child, import.committed_at)? {
            kept.push(KeptBack { child_id: child, code: row.code, reason: "changed_since".to_owned() });
            continue;
        }
        reversed += 1;
        match (kind.as_str(), before) {
            ("changed", Some(sealed)) => put_back(&mut cx, &import, &row, &sealed)?,
            _ => erasure::erase_row(&mut cx, &row)?,
        }
    }
    finish(cx, &import, &kept)?;
    let told = Changes::none().field("reversed", (), reversed).field("kept", (), kept.len());
    audit::record(cx, "undo_import", id, told)
}

/// Whether something was built on a child since: a gift that was given, what a family has said or asked, a paper or a
/// circumstance that somebody wrote down, a row that was merged into it is not undone with a list.
fn is_used(cx: &mut Cx<'_, Children, Update>, child: &Id, committed_at: Option<Instant>) -> Result<bool> {
    let supported =
        child_supports::table.filter(child_supports::child_id.eq(child)).filter(child_supports::cancelled_at.is_null());
    let consented = child_consents::table
        .filter(child_consents::child_id.eq(child))
        .filter(child_consents::created_at.nullable().gt(committed_at));
    let requested = child_data_requests::table
        .filter(child_data_requests::child_id.eq(child))
        .filter(child_data_requests::created_at.nullable().gt(committed_at));
    let circumstances = || {
        child_circumstances::table
            .filter(child_circumstances::child_id.eq(child))
            .filter(child_circumstances::cancelled_at.is_null())
    };
    let written = circumstances().filter(child_circumstances::created_at.nullable().gt(committed_at));
    let shown = attachments::table
        .filter(attachments::owner_kind.eq(OwnerKind::ChildCircumstance))
        .filter(attachments::owner_id.eq_any(circumstances().select(child_circumstances::id.nullable())));
    let merged = children::table.filter(children::merged_into_id.eq(child));
    let conn = cx.conn();
    Ok(diesel::select(exists(supported)).get_result(conn)?
        || diesel::select(exists(consented)).get_result(conn)?
        || diesel::select(exists(requested)).get_result(conn)?
        || diesel::select(exists(written)).get_result(conn)?
        || diesel::select(exists(shown)).get_result(conn)?
        || diesel::select(exists(merged)).get_result(conn)?)
}

fn put_back(cx: &mut Cx<'_, Children, Update>, import: &ImportDbRow, row: &ChildRow, sealed: &str) -> Result<()> {
    let vault = &cx.services().vault;
    let text = vault.open(&before_place(&import.id, &row.id), sealed).map_err(Error::internal)?;
    let before: Content = serde_json::from_str(&text).map_err(Error::internal)?;
    let guardians: Vec<GuardianRow> = child_guardians::table
        .filter(child_guardians::child_id.eq(&row.id))
        .order(child_guardians::position)
        .select(GuardianRow::as_select())
        .load(cx.conn())?;
    let now_said = Content::of(&cx.services().vault, row, &guardians)?;
    write::save(cx, row, &now_said, &before, Source::ImportUndo)?;
    Ok(())
}

fn finish(cx: &mut Cx<'_, Children, Create>, import: &ImportDbRow, kept: &[KeptBack]) -> Result<()> {
    let now = cx.now();
    let unchanged = child_imports::table.find(&import.id).filter(child_imports::version.eq(import.version));
    let saved = diesel::update(unchanged)
        .set((
            child_imports::status.eq(ImportStatus::Undone),
            child_imports::kept.eq(Json::new(kept.to_vec())),
            child_imports::undone_at.eq(now),
            child_imports::updated_at.eq(now),
            child_imports::version.eq(import.version + 1),
        ))
        .execute(cx.conn())?;
    if saved == 0 { Err(Error::stale(store::find(cx, &import.id)?)) } else { Ok(()) }
}
