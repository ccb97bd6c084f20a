//! `/attachments`: upload, download.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, get, post, web};
use sha2::{Digest, Sha256};

use super::store::{self, NewAttachment, OwnerKind};
use super::{disk, photo, quota};
use crate::access::subject::Own;
use crate::access::{Access, Create, Cx, Gate, Public, Read};
use crate::db::types::Id;
use crate::error::{Error, MEDIA_TYPE, Result};
use crate::features::{communications, events, inspections, obstacles, tasks};
use crate::http::parameters::{Nothing, PathId};
use crate::http::reply::attachment_header;
use crate::http::{Created, Upload};

/// A file as a form sends it.
#[derive(utoipa::ToSchema)]
#[expect(dead_code, reason = "describes the form in the OpenAPI document")]
pub struct FileForm {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Upload a file, to be given to a row afterwards
///
/// JPEG, PNG, WebP, PDF, Word, Excel, MP3 or MP4, told by content, at most 20 MB. Photos lose their location. What one
/// person may upload in a day is limited (429), and what a ward's files may take in all (507).
#[utoipa::path(tag = "attachments", security(("bearer" = ["own:create"])),
    request_body(content = FileForm, content_type = "multipart/form-data"),
    responses((status = 201, body = store::Attachment)))]
#[post("/attachments")]
pub async fn upload(access: Access<Own, Create>, public: Public, upload: Upload) -> Result<Created> {
    let gate = public.gate().clone();
    let size = i64::try_from(upload.bytes.len()).unwrap_or(i64::MAX);
    access.clone().read(move |cx| quota::check(cx, size)).await?;
    let new = web::block(move || -> Result<NewAttachment> {
        let services = gate.services();
        let kind = photo::media_type(&upload.bytes).ok_or_else(unknown_kind)?;
        let bytes = photo::without_location(&upload.bytes, kind).ok_or_else(unknown_kind)?;
        let id = Id::new(services.clock.now());
        disk::write(services, &id, &bytes)?;
        Ok(NewAttachment {
            id,
            file_name: upload.file_name,
            media_type: kind,
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            sha256: hex::encode(Sha256::digest(&bytes)),
        })
    })
    .await
    .map_err(|_| Error::internal("a worker thread was lost"))??;
    let (gate, id) = (public.gate().clone(), new.id.clone());
    let made = access.create(move |cx| store::insert(cx, new)).await;
    // A repeated request was answered with the first one's file, a refused one made none: this one is nobody's then. After
    // a 503 nobody knows whether there is a row for it.
    let is_nobodys = match &made {
        Ok(made) => made.body.get("id").and_then(|known| known.as_str()) != Some(id.as_str()),
        Err(error) => error.status().is_client_error(),
    };
    if is_nobodys {
        let _ = web::block(move || disk::remove(&gate.services().config.data_dir, &id)).await;
    }
    made
}

fn unknown_kind() -> Error {
    let expected = "ảnh JPEG, PNG, WebP, tệp PDF, Word (.docx), Excel (.xlsx), MP3, MP4";
    Error::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, MEDIA_TYPE).with("expected", expected)
}

/// Download a file that belongs to a row I may read
///
/// The papers of a child are not here but at `/children/{id}/circumstances/{circumstance_id}/files/{file_id}`.
#[utoipa::path(tag = "attachments", security(("bearer" = ["own:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = 304, description = "Nothing changed")))]
#[get("/attachments/{id}")]
pub async fn download(
    access: Access<Own, Read>,
    public: Public,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<HttpResponse> {
    let stored = access.read(move |cx| find_readable(cx, &id.0)).await?;
    let tag = format!("\"{}\"", stored.sha256);
    let known = request.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
    let mut response = HttpResponse::Ok();
    response.insert_header((header::ETAG, tag.clone())).insert_header((header::CACHE_CONTROL, "no-store"));
    if known == Some(tag.as_str()) {
        return Ok(response.status(StatusCode::NOT_MODIFIED).finish());
    }
    fill(response, public.gate(), stored).await
}

/// A file that its reader was found to see, to be kept by no cache on the way.
///
/// # Errors
/// 404 when the bytes are gone.
pub async fn serve(gate: &Gate, stored: store::Stored) -> Result<HttpResponse> {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    fill(response, gate, stored).await
}

async fn fill(mut response: HttpResponseBuilder, gate: &Gate, stored: store::Stored) -> Result<HttpResponse> {
    let store::Stored { attachment, sha256, .. } = stored;
    let (gate, id) = (gate.clone(), attachment.id);
    let bytes = web::block(move || disk::read(gate.services(), &id, &sha256))
        .await
        .map_err(|_| Error::internal("a worker thread was lost"))??;
    Ok(response
        .content_type(attachment.media_type)
        .insert_header((header::CONTENT_DISPOSITION, attachment_header(&attachment.file_name)))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body(bytes))
}

/// The file, when its reader may read the row that owns it; its uploader while nobody does.
fn find_readable(cx: &mut Cx<'_, Own, Read>, id: &Id) -> Result<store::Stored> {
    let stored = store::find(cx, id)?;
    match &stored.owner {
        Some((OwnerKind::TaskUpdate, update)) => tasks::is_update_visible(&mut cx.also::<_, Read>()?, update)?,
        Some((OwnerKind::Obstacle, obstacle)) => obstacles::is_visible(&mut cx.also::<_, Read>()?, obstacle)?,
        Some((OwnerKind::Event, event)) => events::is_visible(&mut cx.also::<_, Read>()?, event)?,
        Some((OwnerKind::CommunicationReport, report)) => {
            communications::is_report_visible(&mut cx.also::<_, Read>()?, report)?;
        }
        Some((OwnerKind::InspectionVisit, visit)) => {
            inspections::check_visit_visible(&mut cx.also::<_, Read>()?, visit)?;
        }
        Some((OwnerKind::Recommendation, recommendation)) => {
            inspections::check_recommendation_visible(&mut cx.also::<_, Read>()?, recommendation)?;
        }
        // Papers of children and cases are reached through these, where the look is written down.
        Some((OwnerKind::ChildCircumstance | OwnerKind::CaseFile | OwnerKind::Nobody, _)) => {
            return Err(Error::not_found());
        }
        None if stored.uploaded_by == cx.actor().user_id => {}
        None => return Err(Error::not_found()),
    }
    Ok(stored)
}
