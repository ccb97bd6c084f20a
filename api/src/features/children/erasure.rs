//! Erasing what is known of a child down to a tombstone (Law 91/2025/QH15, art. 14): the row stays as a number that
//! others may name, and says nothing about anybody any more.

use diesel::prelude::*;

use chrono::TimeDelta;

use super::model::{ChildRow, ChildStatus};
use super::{roster, write};
use crate::access::subject::Children;
use crate::access::{Cx, Gate, PublicCx, Update, Writes};
use crate::attachments::{self, OwnerKind};
use crate::audit::{self, Changes};
use crate::db::schema::{
    child_circumstances, child_consents, child_data_requests, child_distinctions, child_guardians, child_history,
    child_import_drafts, child_import_rows, child_imports, child_merges, child_supports, children,
};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::changes::{Whose, depart};
use crate::features::{events, injuries, summer};

/// `bup erase CHILD`: erases the child with this id or code, or the one that this row was merged into; the code, to be told.
///
/// # Errors
/// 404 when there is no such child, 409 when several wards have a child with that code.
pub fn erase(gate: &Gate, child: &str) -> Result<String> {
    let found: Vec<(Id, Id)> = gate.public_read(|cx| {
        let rows = children::table.filter(children::id.eq(child).or(children::code.eq(child)));
        Ok(rows
            .filter(children::status.ne(ChildStatus::Erased))
            .select((children::id, children::ward_id))
            .load(cx.conn)?)
    })?;
    let [(id, ward)] = found.as_slice() else {
        return Err(if found.is_empty() { Error::not_found() } else { Error::wrong_state(&["id"]) });
    };
    let code = gate.system(ward, |cx: &mut Cx<'_, Children, Update>| {
        let load = |cx: &mut Cx<'_, Children, Update>, id: &Id| -> Result<ChildRow> {
            Ok(children::table.find(id).select(ChildRow::as_select()).first(cx.conn())?)
        };
        let mut row = load(cx, id)?;
        while let Some(kept) = row.merged_into_id.clone() {
            row = load(cx, &kept)?;
        }
        erase_row(cx, &row)?;
        audit::record(cx, "erase", &row.id, Changes::none())?;
        Ok(row.code)
    })?;
    // What was let go lies on the disk until a sweep: this one does not wait for the job's.
    attachments::sweep(gate)?;
    Ok(code)
}

/// How long what was read from a file is kept when nobody makes children of it.
const PREVIEW_DAYS: i64 = 7;

/// Forgets what imports keep: previews that nobody took, and what takes an import back once it cannot be taken back.
///
/// # Errors
/// When the database refuses.
pub fn forget_imports(cx: &mut PublicCx<'_>) -> Result<usize> {
    use super::imports::{ImportStatus, UNDO_DAYS};
    let stale = cx.now.plus(-TimeDelta::days(PREVIEW_DAYS));
    let previews = || {
        child_imports::table
            .filter(child_imports::status.eq(ImportStatus::Previewed))
            .filter(child_imports::created_at.lt(stale))
    };
    let of_previews = child_import_drafts::import_id.eq_any(previews().select(child_imports::id));
    diesel::delete(child_import_drafts::table.filter(of_previews)).execute(cx.conn)?;
    let forgotten = diesel::delete(previews()).execute(cx.conn)?;
    let final_since = cx.now.plus(-TimeDelta::days(UNDO_DAYS));
    let settled = || child_imports::table.filter(child_imports::committed_at.lt(final_since)).select(child_imports::id);
    diesel::update(child_import_rows::table.filter(child_import_rows::import_id.eq_any(settled())))
        .set(child_import_rows::before.eq(None::<String>))
        .execute(cx.conn)?;
    diesel::update(child_imports::table.filter(child_imports::committed_at.lt(final_since)))
        .set(child_imports::rejected.eq(None::<String>))
        .execute(cx.conn)?;
    Ok(forgotten)
}

/// Erases a row and everything that hangs on it, and the rows that were merged into it: they are the same child. The
/// audit log keeps that it happened, which names nobody.
///
/// # Errors
/// When the database refuses.
pub fn erase_row<A: Writes>(cx: &mut Cx<'_, Children, A>, row: &ChildRow) -> Result<()> {
    let known_as = roster::also_known_as(cx, &row.id)?;
    for other in known_as.iter().filter(|other| **other != row.id) {
        let other: ChildRow = children::table.find(other).select(ChildRow::as_select()).first(cx.conn())?;
        erase_one(cx, &other)?;
    }
    erase_one(cx, row)
}

fn erase_one<A: Writes>(cx: &mut Cx<'_, Children, A>, row: &ChildRow) -> Result<()> {
    let id: &Id = &row.id;
    diesel::delete(child_guardians::table.filter(child_guardians::child_id.eq(id))).execute(cx.conn())?;
    let circumstances = child_circumstances::table.filter(child_circumstances::child_id.eq(id));
    let owners: Vec<Id> = circumstances.select(child_circumstances::id).load(cx.conn())?;
    attachments::let_go(cx, OwnerKind::ChildCircumstance, &owners)?;
    diesel::delete(circumstances).execute(cx.conn())?;
    diesel::delete(child_supports::table.filter(child_supports::child_id.eq(id))).execute(cx.conn())?;
    diesel::delete(child_history::table.filter(child_history::child_id.eq(id))).execute(cx.conn())?;
    let distinctions = child_distinctions::first_id.eq(id).or(child_distinctions::second_id.eq(id));
    diesel::delete(child_distinctions::table.filter(distinctions)).execute(cx.conn())?;
    let merges = child_merges::kept_id.eq(id).or(child_merges::gone_id.eq(id));
    diesel::delete(child_merges::table.filter(merges)).execute(cx.conn())?;
    diesel::delete(child_consents::table.filter(child_consents::child_id.eq(id))).execute(cx.conn())?;
    diesel::delete(child_data_requests::table.filter(child_data_requests::child_id.eq(id))).execute(cx.conn())?;
    let traces = child_import_rows::table.filter(child_import_rows::child_id.eq(id));
    diesel::update(traces).set(child_import_rows::before.eq(None::<String>)).execute(cx.conn())?;
    events::forget_child(cx, id)?;
    summer::forget_child(cx, id)?;
    injuries::forget_child(cx, id)?;
    let today = cx.today();
    let tombstone = ChildRow {
        id: id.clone(),
        code: row.code.clone(),
        // A day is needed by the table; it is nobody's.
        date_of_birth: chrono::NaiveDate::default(),
        birth_year_only: true,
        status: ChildStatus::Erased,
        status_on: Some(today),
        created_at: row.created_at,
        ..write::blank(cx, &row.ward_id, 0)
    };
    depart(cx, &row.ward_id, Whose::Ward, id)?;
    write::save_row(cx, row, tombstone)
}
