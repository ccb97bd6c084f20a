//! Papers: the proposal with its list, the decision with its annex.

use actix_web::get;

use super::documents;
use super::model::CommendationQuery;
use crate::access::subject::Commendations;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Download, Parameters};

/// The proposal to the leader: what the list shows with the same filters
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(CommendationQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/commendations/proposal.docx")]
pub async fn print_commendation_proposal(
    access: Access<Commendations, Read>,
    query: Parameters<CommendationQuery>,
) -> Result<Download> {
    access.read(move |cx| documents::proposal(cx, &query.0)).await
}

/// The decision with the list of those it commends
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/commendations/decisions/{id}/decision.docx")]
pub async fn print_commendation_decision(
    access: Access<Commendations, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Download> {
    access.read(move |cx| documents::decision(cx, &id.0)).await
}
