//! `/children/{id}/circumstances/{circumstance_id}/files`: the papers of a circumstance, reached through it alone.

use actix_web::{HttpRequest, HttpResponse, delete, get, post};

use super::circumstance_files::{self, CircumstanceFiles};
use super::store::{self, Shown};
use crate::access::subject::Children;
use crate::access::{Access, Public, Read, Update};
use crate::attachments;
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found};

/// Give uploaded files to a circumstance, as its evidence
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = CircumstanceFiles,
    params(("id" = String, Path), ("circumstance_id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/circumstances/{circumstance_id}/files")]
pub async fn add_circumstance_files(
    access: Access<Children, Update>,
    request: HttpRequest,
    id: PathId,
    body: Body<CircumstanceFiles>,
) -> Result<Created> {
    let circumstance = path_id(&request, "circumstance_id")?;
    access
        .act(move |cx| {
            circumstance_files::add(cx, &id.0, &circumstance, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Download a file of a circumstance; the look is written down
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])),
    params(("id" = String, Path), ("circumstance_id" = String, Path), ("file_id" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>)))]
#[get("/children/{id}/circumstances/{circumstance_id}/files/{file_id}")]
pub async fn read_circumstance_file(
    access: Access<Children, Read>,
    public: Public,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<HttpResponse> {
    let (circumstance, file) = (path_id(&request, "circumstance_id")?, path_id(&request, "file_id")?);
    let stored = access.look(move |cx| circumstance_files::look(cx, &id.0, &circumstance, &file)).await?;
    attachments::serve(public.gate(), stored).await
}

/// Remove a file of a circumstance; its bytes are deleted
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])),
    params(("id" = String, Path), ("circumstance_id" = String, Path), ("file_id" = String, Path)),
    responses((status = 200, body = Shown)))]
#[delete("/children/{id}/circumstances/{circumstance_id}/files/{file_id}")]
pub async fn remove_circumstance_file(
    access: Access<Children, Update>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<Found<Shown>> {
    let (circumstance, file) = (path_id(&request, "circumstance_id")?, path_id(&request, "file_id")?);
    let child = access
        .write(move |cx| {
            circumstance_files::remove(cx, &id.0, &circumstance, &file)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(child))
}
