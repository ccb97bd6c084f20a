//! The papers of a case as Word files. Each print is recorded.

use actix_web::{HttpRequest, get};

use super::documents::{self, Paper};
use crate::access::subject::Cases;
use crate::access::{Access, Read};
use crate::error::{Error, Result};
use crate::http::Download;
use crate::http::parameters::{Nothing, PathId, path_id};

/// A paper of a case: Mẫu 02–06, minutes, decisions; the print is recorded
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])),
    params(("id" = String, Path), ("paper" = String, Path, description = "`initial_assessment` … `transfer`")),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/cases/{id}/papers/{paper}")]
pub async fn print_case(access: Access<Cases, Read>, request: HttpRequest, id: PathId, _: Nothing) -> Result<Download> {
    let paper = request.match_info().get("paper").and_then(Paper::parse).ok_or_else(Error::not_found)?;
    access.look(move |cx| documents::print(cx, &id.0, paper)).await
}

/// The letter of a referral; the print is recorded
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])),
    params(("id" = String, Path), ("referral_id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/cases/{id}/referrals/{referral_id}/document.docx")]
pub async fn print_referral(
    access: Access<Cases, Read>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<Download> {
    let referral = path_id(&request, "referral_id")?;
    access.look(move |cx| documents::print_referral(cx, &id.0, &referral)).await
}
