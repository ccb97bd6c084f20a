//! The tables of imports.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use bup_documents::children::{ColumnMapping, Field};
use chrono::TimeDelta;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::model::{
    Import, ImportCounts, ImportDbRow, ImportQuery, ImportRow, ImportRowQuery, ImportSheet, ImportStatus,
    ImportSummary, Judged, KeptRow,
};
use super::{drafts, verdicts};
use crate::access::subject::Children;
use crate::access::{Create, Cx, Deed, Writes};
use crate::crypto::Vault;
use crate::db::page::{List, PageRequest};
use crate::db::schema::{child_import_mappings, child_imports};
use crate::db::types::{Id, Instant, Json};
use crate::db::{Conn, MultiBackend};
use crate::each_backend;
use crate::error::{Error, Result};
use crate::features::users;
use crate::keys::sealed::{self, Place};

/// How long an import can be taken back.
pub const UNDO_DAYS: i64 = 30;
/// How many rows the first answer shows.
const FIRST_ROWS: i64 = 200;

/// The imports within a scope: the ward's for the officer, one's own unit's for the others.
fn visible<A: Deed>(cx: &Cx<'_, Children, A>) -> Result<child_imports::BoxedQuery<'static, MultiBackend>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let rows = child_imports::table.filter(child_imports::ward_id.eq(ward)).into_boxed();
    match cx.scope() {
        crate::access::Scope::Unit { unit, .. } => Ok(rows.filter(child_imports::unit_id.eq(unit.clone()))),
        _ => Ok(rows),
    }
}

fn sheets_place(id: &Id) -> Place {
    sealed::IMPORT_SHEETS.of(id)
}

fn rejected_place(id: &Id) -> Place {
    sealed::IMPORT_REJECTED.of(id)
}

/// The sheets of the file and how their columns were understood.
///
/// # Errors
/// When a key is missing.
pub fn open_sheets(vault: &Vault, import: &ImportDbRow) -> Result<Vec<ImportSheet>> {
    let text = vault.open(&sheets_place(&import.id), &import.sheets).map_err(Error::internal)?;
    serde_json::from_str(&text).map_err(Error::internal)
}

/// The file of rejected rows.
///
/// # Errors
/// 404 when there is none.
pub fn open_rejected(vault: &Vault, import: &ImportDbRow) -> Result<Vec<u8>> {
    let sealed = import.rejected.as_ref().ok_or_else(Error::not_found)?;
    let text = vault.open(&rejected_place(&import.id), sealed).map_err(Error::internal)?;
    BASE64.decode(text).map_err(Error::internal)
}

/// An import within the scope.
///
/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Children, A>, id: &Id) -> Result<ImportDbRow> {
    let row = visible(cx)?.filter(child_imports::id.eq(id.clone())).select(ImportDbRow::as_select());
    Ok(row.first(cx.conn())?)
}

/// [`find_row`] for a change: on PostgreSQL whoever comes second waits here, and nobody for what they may not see.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Children, A>, id: &Id) -> Result<ImportDbRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    child_imports::table.find(id).select(child_imports::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// What was read from a file, before it is stored.
pub struct NewImport {
    pub file_name: String,
    pub sheets: Vec<ImportSheet>,
    pub rows: Vec<KeptRow>,
    pub rejected: Option<Vec<u8>>,
    pub legacy: Option<String>,
}

/// Keeps a preview.
///
/// # Errors
/// When the database refuses.
pub fn insert(cx: &mut Cx<'_, Children, Create>, new: NewImport) -> Result<Id> {
    let ward_id = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (id, now) = (cx.new_id(), cx.now());
    let vault = &cx.services().vault;
    let sheets = serde_json::to_string(&new.sheets).map_err(Error::internal)?;
    let rejected = new.rejected.map(|bytes| vault.seal(&rejected_place(&id), &BASE64.encode(bytes)));
    let row = ImportDbRow {
        ward_id,
        unit_id: cx.actor().unit_id.clone(),
        created_by_id: cx.actor().user_id.clone(),
        file_name: new.file_name,
        status: ImportStatus::Previewed,
        sheets: vault.seal(&sheets_place(&id), &sheets).map_err(Error::internal)?,
        counts: Json::new(ImportCounts::default()),
        rejected: rejected.transpose().map_err(Error::internal)?,
        legacy: new.legacy,
        kept: Json::new(Vec::new()),
        committed_at: None,
        undone_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
        judged: String::new(),
        id,
    };
    diesel::insert_into(child_imports::table).values(&row).execute(cx.conn())?;
    verdicts::first(cx, &row.id, &new.sheets, new.rows)?;
    Ok(row.id)
}

/// An import as its reader sees it. Whether its verdicts still hold is its caller's to ask (`verdicts`).
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Children, A>, id: &Id) -> Result<Import> {
    let row = find_row(cx, id)?;
    let people = users::references(cx, [&row.created_by_id])?;
    let sheets = open_sheets(&cx.services().vault, &row)?;
    let rows = drafts::list(cx, &row, &sheets, &ImportRowQuery::default(), &drafts::first_page(FIRST_ROWS))?;
    Ok(Import {
        created_by: people.get(&row.created_by_id).cloned(),
        mapping: mapping_of(&sheets),
        counts: *row.counts,
        rows: rows.items.into_iter().map(shape_row).collect(),
        rejected_url: row.rejected.as_ref().map(|_| format!("/api/v1/children/import/{}/rejected.xlsx", row.id)),
        undo_until: undo_until(&row),
        id: row.id,
        file_name: row.file_name,
        status: row.status,
        created_at: row.created_at,
        sheets,
        legacy: row.legacy,
        committed_at: row.committed_at,
        undone_at: row.undone_at,
        kept: row.kept.into_inner(),
        version: row.version,
    })
}

/// What stands in which column, as an upload takes it.
pub fn mapping_of(sheets: &[ImportSheet]) -> BTreeMap<String, BTreeMap<u32, Field>> {
    let of = |sheet: &ImportSheet| -> BTreeMap<u32, Field> {
        sheet.columns.iter().filter_map(|column| Some((column.index, column.field?))).collect()
    };
    sheets.iter().filter(|sheet| sheet.skipped.is_none()).map(|sheet| (sheet.name.clone(), of(sheet))).collect()
}

pub fn undo_until(row: &ImportDbRow) -> Option<Instant> {
    (row.status == ImportStatus::Committed).then_some(row.committed_at?.plus(TimeDelta::days(UNDO_DAYS)))
}

pub fn shape_row(judged: Judged) -> ImportRow {
    let Judged { position, row, verdict, .. } = judged;
    let (matched_child_id, likeness) = verdict.matched.unzip();
    ImportRow {
        position,
        sheet: row.sheet,
        row: row.row,
        state: verdict.state,
        child: row.content,
        groups: row.groups,
        matched_child_id,
        likeness,
        same_as_row: verdict.same_as,
        changes: verdict.changes,
        cells: if row.errors.is_empty() { BTreeMap::new() } else { row.source.cells },
        errors: row.errors,
    }
}

/// A page of the rows of a preview; the cursor is a place in the file.
///
/// # Errors
/// 404; 400 for a cursor that is none.
pub fn list_rows<A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    id: &Id,
    query: &ImportRowQuery,
    page: &PageRequest,
) -> Result<List<ImportRow>> {
    let row = find_row(cx, id)?;
    let sheets = open_sheets(&cx.services().vault, &row)?;
    Ok(drafts::list(cx, &row, &sheets, query, page)?.map(shape_row))
}

/// The imports within the scope, newest first.
///
/// # Errors
/// When the database refuses.
pub fn list<A: Deed>(cx: &mut Cx<'_, Children, A>, _: &ImportQuery, page: &PageRequest) -> Result<List<ImportSummary>> {
    let mut rows = visible(cx)?;
    if let Some(cursor) = &page.cursor {
        rows = rows.filter(child_imports::id.lt(cursor.id.clone()));
    }
    let rows: Vec<ImportDbRow> =
        rows.order(child_imports::id.desc()).limit(page.limit + 1).select(ImportDbRow::as_select()).load(cx.conn())?;
    let total = visible(cx)?.select(count_star()).first(cx.conn())?;
    let people = users::references(cx, rows.iter().map(|row| &row.created_by_id))?;
    let list = List::from_rows(rows, page, total, |row| (String::new(), row.id.clone()));
    Ok(list.map(|row| ImportSummary {
        undo_until: undo_until(&row),
        created_by: people.get(&row.created_by_id).cloned(),
        counts: *row.counts,
        id: row.id,
        file_name: row.file_name,
        status: row.status,
        created_at: row.created_at,
        committed_at: row.committed_at,
        undone_at: row.undone_at,
    }))
}

/// How the ward read files with these headings before.
///
/// # Errors
/// When the database refuses.
pub fn remembered<A: Deed>(cx: &mut Cx<'_, Children, A>) -> Result<BTreeMap<String, ColumnMapping>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let rows: Vec<(String, Json<ColumnMapping>)> = child_import_mappings::table
        .filter(child_import_mappings::ward_id.eq(ward))
        .order(child_import_mappings::updated_at.desc())
        .limit(500)
        .select((child_import_mappings::signature, child_import_mappings::mapping))
        .load(cx.conn())?;
    Ok(rows.into_iter().map(|(signature, mapping)| (signature, mapping.into_inner())).collect())
}

/// Remembers how the sheets of a committed import were read.
///
/// # Errors
/// When the database refuses.
pub fn remember<A: Writes>(cx: &mut Cx<'_, Children, A>, ward: &Id, sheets: &[ImportSheet]) -> Result<()> {
    for sheet in sheets.iter().filter(|sheet| !sheet.signature.is_empty()) {
        let mapping: ColumnMapping =
            sheet.columns.iter().filter_map(|column| Some((column.index, column.field?))).collect();
        let (now, mapping) = (cx.now(), Json::new(mapping));
        let known = child_import_mappings::table.find((ward, &sheet.signature));
        let updated = diesel::update(known)
            .set((child_import_mappings::mapping.eq(&mapping), child_import_mappings::updated_at.eq(now)))
            .execute(cx.conn())?;
        if updated == 0 {
            let row = (
                child_import_mappings::ward_id.eq(ward),
                child_import_mappings::signature.eq(&sheet.signature),
                child_import_mappings::mapping.eq(&mapping),
                child_import_mappings::updated_at.eq(now),
            );
            each_backend!(cx.conn(), plain => {
                diesel::insert_into(child_import_mappings::table).values(row).on_conflict_do_nothing().execute(plain)
            })?;
        }
    }
    Ok(())
}
