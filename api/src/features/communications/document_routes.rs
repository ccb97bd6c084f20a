//! Papers: the script for the loudspeakers, the list of banners and posters.

use actix_web::get;

use super::documents;
use super::model::CommunicationQuery;
use crate::access::subject::Communications;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Download, Parameters};

/// The script for the loudspeakers, as it is read
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/communications/{id}/script.docx")]
pub async fn print_script(access: Access<Communications, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.read(move |cx| documents::script(cx, &id.0)).await
}

/// Where banners and posters hang: those of the list with the same filters
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])), params(CommunicationQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/communications/banners.docx")]
pub async fn print_banners(
    access: Access<Communications, Read>,
    query: Parameters<CommunicationQuery>,
) -> Result<Download> {
    access.read(move |cx| documents::banners(cx, &query.0)).await
}
