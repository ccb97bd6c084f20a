//! Papers of a handover: minutes, cards, the list. Each print is recorded.

use actix_web::get;

use super::documents;
use crate::access::subject::Summer;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::http::Download;
use crate::http::parameters::{Nothing, PathId};

/// Minutes of the handover, or of the return once the children were returned; the print is recorded
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/summer/handovers/{id}/minutes.docx")]
pub async fn print_minutes(access: Access<Summer, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.look(move |cx| documents::minutes(cx, &id.0)).await
}

/// Activity cards (phiếu sinh hoạt hè), two on a sheet; the print is recorded
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/summer/handovers/{id}/cards.docx")]
pub async fn print_cards(access: Access<Summer, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.look(move |cx| documents::cards(cx, &id.0)).await
}

/// The list of a handover as an Excel file; the export is recorded
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/summer/handovers/{id}/list.xlsx")]
pub async fn export_handover(access: Access<Summer, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.look(move |cx| documents::list(cx, &id.0)).await
}
