//! `/communications/{id}/…`: its states, and what units report.

use actix_web::{HttpRequest, get, post, web};

use super::model::{Communication, CommunicationMove, CommunicationReason};
use super::report_model::{CommunicationReport, CommunicationReportQuery, NewCommunicationReport};
use super::{moves, reports, store};
use crate::access::subject::Communications;
use crate::access::{Access, Approve, Create, Publish, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{PathId, path_id};
use crate::http::{Body, Created, IfMatch, Parameters};

/// Approve a draft: the units that do it see it from now on
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:approve"])),
    request_body = CommunicationMove, params(("id" = String, Path)),
    responses((status = 200, body = Communication)))]
#[post("/communications/{id}/approve")]
pub async fn approve_communication(
    access: Access<Communications, Approve>,
    id: PathId,
    if_match: IfMatch,
    _: Body<CommunicationMove>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::approve(cx, &id.0, if_match)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Send a draft back with the reason
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:approve"])),
    request_body = CommunicationReason, params(("id" = String, Path)),
    responses((status = 200, body = Communication)))]
#[post("/communications/{id}/return")]
pub async fn return_communication(
    access: Access<Communications, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CommunicationReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::give_back(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// End what was carried out
#[utoipa::path(tag = "communications",
    security(("bearer" = ["communications:approve"]), ("bearer" = ["communications:update"])),
    request_body = CommunicationMove, params(("id" = String, Path)),
    responses((status = 200, body = Communication)))]
#[post("/communications/{id}/finish")]
pub async fn finish_communication(
    access: Access<Communications, Publish>,
    id: PathId,
    if_match: IfMatch,
    _: Body<CommunicationMove>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::finish(cx, &id.0, if_match)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Call it off with the reason
#[utoipa::path(tag = "communications",
    security(("bearer" = ["communications:approve"]), ("bearer" = ["communications:update"])),
    request_body = CommunicationReason, params(("id" = String, Path)),
    responses((status = 200, body = Communication)))]
#[post("/communications/{id}/cancel")]
pub async fn cancel_communication(
    access: Access<Communications, Publish>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CommunicationReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::cancel(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// What units reported, newest first
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])),
    params(("id" = String, Path), CommunicationReportQuery),
    responses((status = 200, body = List<CommunicationReport>)))]
#[get("/communications/{id}/reports")]
pub async fn list_reports(
    access: Access<Communications, Read>,
    id: PathId,
    query: Parameters<CommunicationReportQuery>,
) -> Result<web::Json<List<CommunicationReport>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-at")?;
    Ok(web::Json(access.read(move |cx| reports::list(cx, &id.0, &page)).await?))
}

/// Report what my unit did
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:create"])),
    request_body = NewCommunicationReport, params(("id" = String, Path)),
    responses((status = 201, body = CommunicationReport)))]
#[post("/communications/{id}/reports")]
pub async fn report_communication(
    access: Access<Communications, Create>,
    id: PathId,
    body: Body<NewCommunicationReport>,
) -> Result<Created> {
    access.create(move |cx| reports::report(cx, &id.0, &body.0)).await
}

/// Withdraw a mistaken report: it counts no more
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:create"])),
    request_body = CommunicationMove, params(("id" = String, Path), ("report_id" = String, Path)),
    responses((status = 200, body = CommunicationReport)))]
#[post("/communications/{id}/reports/{report_id}/withdraw")]
pub async fn withdraw_report(
    access: Access<Communications, Create>,
    id: PathId,
    request: HttpRequest,
    _: Body<CommunicationMove>,
) -> Result<Created> {
    let report = path_id(&request, "report_id")?;
    access.act(move |cx| reports::withdraw(cx, &id.0, &report)).await
}
