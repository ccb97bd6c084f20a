//! The moves of a report.

use actix_web::post;

use super::bodies::{ReportMove, ReportReason, ReportSending};
use super::model::Report;
use super::{actions, content};
use crate::access::subject::Reports;
use crate::access::{Access, Approve, Publish, Update};
use crate::error::Result;
use crate::http::parameters::PathId;
use crate::http::{Body, Created, IfMatch};

/// Hand a report in: its numbers are frozen with the rows they came from
///
/// 409 with `checks` while something in it is wrong.
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:update"])), request_body = ReportMove,
    params(("id" = String, Path)), responses((status = 200, body = Report)))]
#[post("/reports/{id}/submit")]
pub async fn submit_report(
    access: Access<Reports, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReportMove>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::submit(cx, &id.0, if_match, &body.0)?;
            content::find(cx, &id.0)
        })
        .await
}

/// Approve the ward's report
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:approve"])), request_body = ReportMove,
    params(("id" = String, Path)), responses((status = 200, body = Report)))]
#[post("/reports/{id}/approve")]
pub async fn approve_report(
    access: Access<Reports, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReportMove>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::approve(cx, &id.0, if_match, &body.0)?;
            content::find(cx, &id.0)
        })
        .await
}

/// Send a report back with a reason
///
/// The officer a unit's, the leader the ward's, the upper level what it was sent.
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:approve"]), ("bearer" = ["reports:update"])),
    request_body = ReportReason, params(("id" = String, Path)), responses((status = 200, body = Report)))]
#[post("/reports/{id}/return")]
pub async fn return_report(
    access: Access<Reports, Publish>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReportReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::give_back(cx, &id.0, if_match, &body.0)?;
            content::find(cx, &id.0)
        })
        .await
}

/// Send an approved report up
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:update"])), request_body = ReportSending,
    params(("id" = String, Path)), responses((status = 200, body = Report)))]
#[post("/reports/{id}/send")]
pub async fn send_report(
    access: Access<Reports, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReportSending>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::send(cx, &id.0, if_match, &body.0)?;
            content::find(cx, &id.0)
        })
        .await
}

/// Take note of a report that was sent
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:approve"])), request_body = ReportMove,
    params(("id" = String, Path)), responses((status = 200, body = Report)))]
#[post("/reports/{id}/acknowledge")]
pub async fn acknowledge_report(
    access: Access<Reports, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReportMove>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::acknowledge(cx, &id.0, if_match, &body.0)?;
            content::find(cx, &id.0)
        })
        .await
}

/// Begin the next revision, or take back what waits; what was sent stays with the upper level
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:update"])), request_body = ReportReason,
    params(("id" = String, Path)), responses((status = 200, body = Report)))]
#[post("/reports/{id}/revise")]
pub async fn revise_report(
    access: Access<Reports, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReportReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::revise(cx, &id.0, if_match, &body.0)?;
            content::find(cx, &id.0)
        })
        .await
}
