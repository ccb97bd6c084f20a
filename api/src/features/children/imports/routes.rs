//! `/children/import`: a file in, a preview out, then the rows become children.

use actix_web::{HttpRequest, get, patch, post, web};
use bup_documents::children::{self as lists, Options, RejectedRow};

use super::super::views::View;
use super::model::{
    Import, ImportCommit, ImportQuery, ImportRow, ImportRowChanged, ImportRowChanges, ImportRowQuery, ImportSummary,
};
use super::reading::{self, ListRead};
use super::rules::Importer;
use super::store::{self, NewImport};
use super::{commit, correct, undo, verdicts};
use crate::access::subject::Children;
use crate::access::{Access, Create, Cx, Public};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::units::{self, ActiveUnit};
use crate::http::context::{self, Lang};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Download, Found, IfMatch, Parameters, Upload};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file with how to read it.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "for the OpenAPI document alone")]
pub struct ChildrenForm {
    /// `.xlsx`, `.xls`, `.ods`, `.csv`; told by content.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// JSON: sheet → column (from 0) → field; what the first answer proposed, corrected.
    mapping: Option<String>,
    /// `true`: turn TCVN3 or VNI text into Unicode.
    convert_legacy: Option<String>,
}

/// Read a list of children into a preview
///
/// At most 20 MB. Nothing of it is a child yet: `POST /children/import/{id}/commit` makes it so.
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])),
    request_body(content = ChildrenForm, content_type = "multipart/form-data"),
    responses((status = 201, body = Import)))]
#[post("/children/import")]
pub async fn import_children(access: Access<Children, Create>, public: Public, upload: Upload) -> Result<Created> {
    let options = reading::options(&public, &upload)?;
    let remembered_for = access.clone();
    let remembered = remembered_for.read(store::remembered).await?;
    let options = Options { remembered, ..options };
    let file_name = upload.file_name.clone();
    let read = reading::read(upload, options).await?;
    let lang = context::lang();
    access
        .create(move |cx| {
            let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
            let units = units::active(cx, &ward)?;
            let new = new_import(cx, read, file_name, &units, lang)?;
            let rows = new.rows.len();
            let id = store::insert(cx, new)?;
            audit::record(cx, "preview_import", &id, Changes::none().field("rows", (), rows))?;
            store::find(cx, &id)
        })
        .await
}

fn new_import(
    cx: &Cx<'_, Children, Create>,
    read: ListRead,
    file_name: String,
    units: &[ActiveUnit],
    lang: Lang,
) -> Result<NewImport> {
    let actor = cx.actor();
    let importer = Importer { role: actor.role, unit_id: &actor.unit_id, view: View::of(actor), units, lang };
    let ListRead { mut reading, workbook } = read;
    let (mut rows, mut wrong) = (Vec::new(), Vec::new());
    for (sheet, kept) in reading::keep(&importer, &mut reading) {
        if kept.is_wrong() {
            let errors = kept.errors.iter().filter(|error| !error.is_warning);
            let reasons = errors.map(|error| error.message.clone()).collect();
            wrong.push(RejectedRow { sheet, number: kept.row, reasons });
        }
        rows.push(kept);
    }
    let rejected = if wrong.is_empty() {
        None
    } else {
        Some(lists::rejected(&workbook, &reading, &wrong).map_err(Error::internal)?)
    };
    let legacy = reading::legacy_of(&reading);
    Ok(NewImport { file_name, sheets: reading::sheets_of(reading), rows, rejected, legacy })
}

/// The imports of my ward or unit, newest first
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), params(ImportQuery),
    responses((status = 200, body = List<ImportSummary>)))]
#[get("/children/import")]
pub async fn list_imports(
    access: Access<Children, Create>,
    query: Parameters<ImportQuery>,
) -> Result<web::Json<List<ImportSummary>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-created_at")?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0, &page)).await?))
}

/// A blank list to fill in
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/children/import/template.xlsx")]
pub async fn read_template(access: Access<Children, Create>, _: Nothing) -> Result<Download> {
    access.read(|_| Ok(())).await?;
    let bytes = lists::template().map_err(Error::internal)?;
    Ok(Download { bytes, media_type: XLSX, file_name: "mau-danh-sach-tre-em.xlsx".to_owned() })
}

/// Read an import
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), params(("id" = String, Path)),
    responses((status = 200, body = Import)))]
#[get("/children/import/{id}")]
pub async fn read_import(access: Access<Children, Create>, id: PathId, _: Nothing) -> Result<Found<Import>> {
    judge_if_old(&access, &id).await?;
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// The rows of a preview
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), params(("id" = String, Path), ImportRowQuery),
    responses((status = 200, body = List<ImportRow>)))]
#[get("/children/import/{id}/rows")]
pub async fn list_import_rows(
    access: Access<Children, Create>,
    id: PathId,
    query: Parameters<ImportRowQuery>,
) -> Result<web::Json<List<ImportRow>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "row")?;
    judge_if_old(&access, &id).await?;
    Ok(web::Json(access.read(move |cx| store::list_rows(cx, &id.0, &query.0, &page)).await?))
}

/// Nobody is shown a verdict that others than the children of today stand behind.
async fn judge_if_old(access: &Access<Children, Create>, id: &PathId) -> Result<()> {
    let asked = id.0.clone();
    if !access.clone().read(move |cx| verdicts::are_old(cx, &asked)).await? {
        return Ok(());
    }
    let id = id.0.clone();
    access
        .clone()
        .write(move |cx| {
            let import = store::find_to_write(cx, &id)?;
            audit::record(cx, "judge_import", &id, Changes::none())?;
            if verdicts::are_old(cx, &id)? { verdicts::again(cx, &import) } else { Ok(()) }
        })
        .await
}

/// Correct a row of a preview, leave it out, or take it back
///
/// It is read and judged again; nothing of it is a child yet.
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), request_body = ImportRowChanges,
    params(("id" = String, Path), ("position" = i32, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = ImportRowChanged)))]
#[patch("/children/import/{id}/rows/{position}")]
pub async fn correct_import_row(
    access: Access<Children, Create>,
    request: HttpRequest,
    id: PathId,
    if_match: IfMatch,
    body: Body<ImportRowChanges>,
) -> Result<Found<ImportRowChanged>> {
    let position = request.match_info().get("position").and_then(|text| text.parse().ok());
    let position: i32 = position.ok_or_else(Error::not_found)?;
    Ok(Found(access.write(move |cx| correct::correct(cx, &id.0, position, if_match, &body.0)).await?))
}

/// The wrong rows as an Excel file to mend and read again
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/children/import/{id}/rejected.xlsx")]
pub async fn read_rejected(access: Access<Children, Create>, id: PathId, _: Nothing) -> Result<Download> {
    let bytes = access
        .look(move |cx| {
            let row = store::find_row(cx, &id.0)?;
            let bytes = store::open_rejected(&cx.services().vault, &row)?;
            let id: Id = row.id;
            audit::record(cx, "export_rejected", &id, Changes::none())?;
            Ok(bytes)
        })
        .await?;
    Ok(Download { bytes, media_type: XLSX, file_name: "dong-can-sua.xlsx".to_owned() })
}

/// Make children of the rows
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), request_body = ImportCommit,
    params(("id" = String, Path)), responses((status = 200, body = Import)))]
#[post("/children/import/{id}/commit")]
pub async fn commit_import(
    access: Access<Children, Create>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ImportCommit>,
) -> Result<Created> {
    access
        .act(move |cx| {
            commit::commit(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Take an import back, within thirty days
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), params(("id" = String, Path)),
    responses((status = 200, body = Import)))]
#[post("/children/import/{id}/undo")]
pub async fn undo_import(
    access: Access<Children, Create>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            undo::undo(cx, &id.0, if_match)?;
            store::find(cx, &id.0)
        })
        .await
}
