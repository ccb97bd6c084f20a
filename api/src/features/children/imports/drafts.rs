//! The rows of an open import, each sealed by itself with its verdict, so that a page costs a page.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::judge::Keys;
use super::model::{ImportCounts, ImportDbRow, ImportRowQuery, ImportSheet, Judged, KeptRow, RowState, Verdict};
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Writes};
use crate::crypto::Vault;
use crate::db::MultiBackend;
use crate::db::page::{Cursor, List, PageRequest};
use crate::db::schema::child_import_drafts;
use crate::db::types::Id;
use crate::each_backend;
use crate::error::{Error, Result};
use crate::keys::sealed;

/// How many rows are held at a time: whole files never stand in memory once they are read.
pub const BATCH: usize = 500;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = child_import_drafts)]
struct DraftRow {
    id: Id,
    import_id: Id,
    position: i32,
    sheet: i32,
    number: i32,
    state: RowState,
    has_errors: bool,
    name_key: Option<String>,
    number_key: Option<String>,
    body: String,
    verdict: String,
}

/// Sheets are kept by their place: a name may tell what the children in it have.
fn place_of(sheets: &[ImportSheet], name: &str) -> Option<i32> {
    sheets.iter().position(|sheet| sheet.name == name).and_then(|at| i32::try_from(at).ok())
}

fn seal(vault: &Vault, import: &Id, sheets: &[ImportSheet], one: &Judged) -> Result<DraftRow> {
    let Judged { id, position, row, verdict } = one;
    let body = serde_json::to_string(row).map_err(Error::internal)?;
    let said = serde_json::to_string(verdict).map_err(Error::internal)?;
    let keys = Keys::of(vault, row);
    Ok(DraftRow {
        id: id.clone(),
        import_id: import.clone(),
        position: *position,
        sheet: place_of(sheets, &row.sheet).unwrap_or(-1),
        number: i32::try_from(row.row).unwrap_or(i32::MAX),
        state: verdict.state,
        has_errors: !row.errors.is_empty(),
        name_key: keys.name,
        number_key: keys.number,
        body: vault.seal(&sealed::IMPORT_DRAFTS.of(id), &body).map_err(Error::internal)?,
        verdict: vault.seal(&sealed::IMPORT_VERDICTS.of(id), &said).map_err(Error::internal)?,
    })
}

fn open(vault: &Vault, row: DraftRow) -> Result<Judged> {
    let body = vault.open(&sealed::IMPORT_DRAFTS.of(&row.id), &row.body).map_err(Error::internal)?;
    let said = vault.open(&sealed::IMPORT_VERDICTS.of(&row.id), &row.verdict).map_err(Error::internal)?;
    let row_said: KeptRow = serde_json::from_str(&body).map_err(Error::internal)?;
    let verdict: Verdict = serde_json::from_str(&said).map_err(Error::internal)?;
    Ok(Judged { id: row.id, position: row.position, row: row_said, verdict })
}

/// Keeps rows of a new import.
///
/// # Errors
/// When the database refuses.
pub fn insert<A: Writes>(
    cx: &mut Cx<'_, Children, A>,
    import: &Id,
    sheets: &[ImportSheet],
    judged: &[Judged],
) -> Result<()> {
    let vault = &cx.services().vault;
    let rows = judged.iter().map(|one| seal(vault, import, sheets, one));
    let rows = rows.collect::<Result<Vec<DraftRow>>>()?;
    each_backend!(cx.conn(), plain => diesel::insert_into(child_import_drafts::table).values(&rows).execute(plain))?;
    Ok(())
}

/// Writes a row down again, with its verdict.
///
/// # Errors
/// When the database refuses.
pub fn save<A: Writes>(cx: &mut Cx<'_, Children, A>, import: &Id, sheets: &[ImportSheet], one: &Judged) -> Result<()> {
    let row = seal(&cx.services().vault, import, sheets, one)?;
    diesel::update(child_import_drafts::table.find(row.id))
        .set((
            child_import_drafts::state.eq(row.state),
            child_import_drafts::has_errors.eq(row.has_errors),
            child_import_drafts::name_key.eq(row.name_key),
            child_import_drafts::number_key.eq(row.number_key),
            child_import_drafts::body.eq(row.body),
            child_import_drafts::verdict.eq(row.verdict),
        ))
        .execute(cx.conn())?;
    Ok(())
}

/// Writes another verdict down.
///
/// # Errors
/// When the database refuses.
pub fn save_verdict<A: Writes>(cx: &mut Cx<'_, Children, A>, id: &Id, verdict: &Verdict) -> Result<()> {
    let said = serde_json::to_string(verdict).map_err(Error::internal)?;
    let sealed = cx.services().vault.seal(&sealed::IMPORT_VERDICTS.of(id), &said).map_err(Error::internal)?;
    diesel::update(child_import_drafts::table.find(id))
        .set((child_import_drafts::state.eq(verdict.state), child_import_drafts::verdict.eq(sealed)))
        .execute(cx.conn())?;
    Ok(())
}

/// The rows are children now, or nobody's: a second copy of them serves nobody.
///
/// # Errors
/// When the database refuses.
pub fn forget<A: Writes>(cx: &mut Cx<'_, Children, A>, import: &Id) -> Result<()> {
    diesel::delete(child_import_drafts::table.filter(child_import_drafts::import_id.eq(import))).execute(cx.conn())?;
    Ok(())
}

fn load<A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    rows: child_import_drafts::BoxedQuery<'static, MultiBackend>,
) -> Result<Vec<Judged>> {
    let rows: Vec<DraftRow> =
        rows.order(child_import_drafts::position).select(DraftRow::as_select()).load(cx.conn())?;
    rows.into_iter().map(|row| open(&cx.services().vault, row)).collect()
}

fn of(import: &Id) -> child_import_drafts::BoxedQuery<'static, MultiBackend> {
    child_import_drafts::table.filter(child_import_drafts::import_id.eq(import.clone())).into_boxed()
}

/// One row.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Children, A>, import: &Id, position: i32) -> Result<Judged> {
    load(cx, of(import).filter(child_import_drafts::position.eq(position)))?.pop().ok_or_else(Error::not_found)
}

/// The next rows behind a place.
///
/// # Errors
/// When the database refuses.
pub fn after<A: Deed>(cx: &mut Cx<'_, Children, A>, import: &Id, position: i32) -> Result<Vec<Judged>> {
    let limit = i64::try_from(BATCH).unwrap_or(i64::MAX);
    load(cx, of(import).filter(child_import_drafts::position.gt(position)).limit(limit))
}

/// Rows in which the child of some keys stands, at most so many.
///
/// # Errors
/// When the database refuses.
pub fn alike<A: Deed>(cx: &mut Cx<'_, Children, A>, import: &Id, keys: &[Keys], most: usize) -> Result<Vec<Judged>> {
    let names: Vec<String> = keys.iter().filter_map(|keys| keys.name.clone()).collect();
    let numbers: Vec<String> = keys.iter().filter_map(|keys| keys.number.clone()).collect();
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let by_name = of(import).filter(child_import_drafts::name_key.eq_any(names)).limit(limit);
    let by_number = of(import).filter(child_import_drafts::number_key.eq_any(numbers)).limit(limit);
    let mut found = load(cx, by_name)?;
    found.extend(load(cx, by_number)?);
    found.sort_by_key(|one| one.position);
    found.dedup_by_key(|one| one.position);
    Ok(found)
}

/// The first row before a place in which the same child stands, as Excel numbers it.
///
/// # Errors
/// When the database refuses.
pub fn stands_before<A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    import: &Id,
    position: i32,
    keys: &Keys,
) -> Result<Option<u32>> {
    let earlier = || {
        let rows = of(import).filter(child_import_drafts::position.lt(position));
        rows.order(child_import_drafts::position).select(child_import_drafts::number).limit(1)
    };
    let by_number = keys.number.clone().map(|key| earlier().filter(child_import_drafts::number_key.eq(key)));
    let by_name = keys.name.clone().map(|key| earlier().filter(child_import_drafts::name_key.eq(key)));
    for query in [by_number, by_name].into_iter().flatten() {
        if let Some(number) = query.first::<i32>(cx.conn()).optional()? {
            return Ok(u32::try_from(number).ok());
        }
    }
    Ok(None)
}

/// How many rows there are of each state.
///
/// # Errors
/// When the database refuses.
pub fn count<A: Deed>(cx: &mut Cx<'_, Children, A>, import: &Id) -> Result<ImportCounts> {
    let rows: Vec<(RowState, i64)> = child_import_drafts::table
        .filter(child_import_drafts::import_id.eq(import))
        .group_by(child_import_drafts::state)
        .select((child_import_drafts::state, count_star()))
        .load(cx.conn())?;
    let mut counts = ImportCounts::default();
    for (state, rows) in rows {
        *counts.of(state) += rows;
    }
    Ok(counts)
}

/// A page of the rows; the cursor is a place in the file.
///
/// # Errors
/// 400 for a cursor that is none.
pub fn list<A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    import: &ImportDbRow,
    sheets: &[ImportSheet],
    query: &ImportRowQuery,
    page: &PageRequest,
) -> Result<List<Judged>> {
    // Nothing was read from a sheet that is not there.
    let sheet = query.sheet.as_ref().map(|name| place_of(sheets, name).unwrap_or(-1));
    let wanted = || {
        let mut rows = of(&import.id);
        if let Some(state) = query.state {
            rows = rows.filter(child_import_drafts::state.eq(state));
        }
        if let Some(with) = query.with_errors {
            rows = rows.filter(child_import_drafts::has_errors.eq(with));
        }
        if let Some(sheet) = sheet {
            rows = rows.filter(child_import_drafts::sheet.eq(sheet));
        }
        rows
    };
    let mut rows = wanted();
    if let Some(cursor) = &page.cursor {
        let position: i32 = cursor.value.parse().map_err(|_| Error::bad_parameter("cursor"))?;
        rows = rows.filter(child_import_drafts::position.gt(position));
    }
    let found = load(cx, rows.limit(page.limit + 1))?;
    let total = wanted().select(count_star()).first(cx.conn())?;
    Ok(List::from_rows(found, page, total, |one| (one.position.to_string(), import.id.clone())))
}

/// A cursor that stands before the first row.
pub fn first_page(limit: i64) -> PageRequest {
    PageRequest { limit, cursor: None::<Cursor>, sort: "row".to_owned() }
}
