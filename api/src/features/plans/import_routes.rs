//! `/plans/import` and `/plans/{id}/import`: documents.

use actix_web::http::StatusCode;
use actix_web::{post, web};
use bup_documents::{ReadError, plan as reader};
use chrono::Datelike;

use super::model::{Plan, PlanPreview, Reimport, ReimportAcceptance};
use super::{import, reimport, store};
use crate::access::subject::Plans;
use crate::access::{Access, Create, Cx, Deed, Public, Update};
use crate::attachments::FileForm;
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::units;
use crate::http::parameters::PathId;
use crate::http::{Body, Created, IfMatch, Upload};

/// Read a signed plan into a preview; nothing is stored
///
/// `.docx` or `.txt`, at most 20 MB, told by content. Corrected, the answer is the body of `POST /plans`.
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:create"])),
    request_body(content = FileForm, content_type = "multipart/form-data"),
    responses((status = 200, body = PlanPreview)))]
#[post("/plans/import")]
pub async fn import_plan(
    access: Access<Plans, Create>,
    public: Public,
    upload: Upload,
) -> Result<web::Json<PlanPreview>> {
    let read = read(&public, upload).await?;
    Ok(web::Json(access.read(move |cx| find_units(cx, read)).await?))
}

/// Compare a corrected document with a plan; nothing is stored
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:update"])), params(("id" = String, Path)),
    request_body(content = FileForm, content_type = "multipart/form-data"),
    responses((status = 200, body = Reimport)))]
#[post("/plans/{id}/import")]
pub async fn compare_document(
    access: Access<Plans, Update>,
    id: PathId,
    public: Public,
    upload: Upload,
) -> Result<web::Json<Reimport>> {
    let read = read(&public, upload).await?;
    let answer = access
        .read(move |cx| {
            let preview = find_units(cx, read)?;
            let changes = reimport::compare(cx, &id.0, &preview)?;
            Ok(Reimport { preview, changes })
        })
        .await?;
    Ok(web::Json(answer))
}

/// Accept differences of a corrected document
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:update"])), request_body = ReimportAcceptance,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Plan)))]
#[post("/plans/{id}/import/apply")]
pub async fn accept_differences(
    access: Access<Plans, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReimportAcceptance>,
) -> Result<Created> {
    access
        .act(move |cx| {
            reimport::apply(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Reads off the async threads: a large document takes a while.
async fn read(public: &Public, upload: Upload) -> Result<reader::PlanPreview> {
    let year = public.gate().services().clock.today().year();
    let read = web::block(move || reader::read(&upload.bytes, &upload.file_name, year));
    read.await.map_err(|_| Error::internal("a worker thread was lost"))?.map_err(refusal)
}

/// A file that cannot be read, with what to do.
fn refusal(error: ReadError) -> Error {
    let status = match error {
        ReadError::TooLarge | ReadError::Bomb | ReadError::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
        ReadError::Empty | ReadError::Broken | ReadError::Dtd | ReadError::OldEncoding | ReadError::OnlyImages => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        _ => StatusCode::UNSUPPORTED_MEDIA_TYPE,
    };
    Error::new(status, Message::new(error.code(), error.vietnamese(), error.english()))
}

/// Puts the ward's units into what the reader of documents found.
///
/// # Errors
/// When the database refuses.
pub fn find_units<A: Deed>(cx: &mut Cx<'_, Plans, A>, read: reader::PlanPreview) -> Result<PlanPreview> {
    let ward: Id = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let units = units::active(cx, &ward)?;
    Ok(import::with_units(read, &units))
}
