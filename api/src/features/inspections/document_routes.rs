//! Papers: the minutes of a visit, the schedule that the units get.

use actix_web::{HttpRequest, get};

use super::documents;
use crate::access::subject::Inspections;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::http::Download;
use crate::http::parameters::{Nothing, PathId, path_id};

/// The minutes of the visit to one unit
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:read"])),
    params(("id" = String, Path), ("visit_id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/inspections/{id}/visits/{visit_id}/minutes.docx")]
pub async fn print_inspection_minutes(
    access: Access<Inspections, Read>,
    id: PathId,
    request: HttpRequest,
    _: Nothing,
) -> Result<Download> {
    let visit = path_id(&request, "visit_id")?;
    access.read(move |cx| documents::minutes(cx, &id.0, &visit)).await
}

/// The plan of an inspection with its schedule
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/inspections/{id}/schedule.docx")]
pub async fn print_inspection_schedule(access: Access<Inspections, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.read(move |cx| documents::schedule(cx, &id.0)).await
}
