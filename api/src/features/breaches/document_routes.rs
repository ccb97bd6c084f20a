//! Papers: the notice to the authority, the record of the violation.

use actix_web::get;

use super::documents;
use crate::access::subject::Breaches;
use crate::access::{Access, Update};
use crate::error::Result;
use crate::http::Download;
use crate::http::parameters::{Nothing, PathId};

/// The notice to the authority (form 08) as a Word file; the print is recorded
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:update"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/data-breaches/{id}/notice.docx")]
pub async fn print_breach_notice(access: Access<Breaches, Update>, id: PathId, _: Nothing) -> Result<Download> {
    access.look(move |cx| documents::notice(cx, &id.0)).await
}

/// The record of the violation (biên bản) as a Word file; the print is recorded
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:update"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/data-breaches/{id}/record.docx")]
pub async fn print_breach_record(access: Access<Breaches, Update>, id: PathId, _: Nothing) -> Result<Download> {
    access.look(move |cx| documents::record(cx, &id.0)).await
}
