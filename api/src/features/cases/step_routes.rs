//! The steps of a case: one action each.

use actix_web::post;

use super::forms_model::{AssessmentCompletion, CaseDecision, FormCompletion};
use super::model::{Case, CaseClosing, CaseReason, CaseTransfer, PoliceNotice};
use super::part_routes::CaseNote;
use super::{steps, store};
use crate::access::subject::Cases;
use crate::access::{Access, Approve, Publish, Update};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, IfMatch};

/// Complete an assessment: Mẫu 02 (initial) or Mẫu 03 (detailed)
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = AssessmentCompletion,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/assess")]
pub async fn assess_case(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<AssessmentCompletion>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::assess(cx, &id.0, if_match, body.0.stage, body.0.content.as_ref())?;
            store::find(cx, &id.0)
        })
        .await
}

/// Complete the minutes of the meeting about needs
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = FormCompletion,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/meet")]
pub async fn hold_meeting(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<FormCompletion>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::meet(cx, &id.0, if_match, body.0.content.as_ref())?;
            store::find(cx, &id.0)
        })
        .await
}

/// Submit the plan (Mẫu 04) with its file to the chairperson
///
/// 409 `file_not_whole` while an assessment or the minutes are missing.
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = FormCompletion,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/plan")]
pub async fn submit_plan(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<FormCompletion>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::plan(cx, &id.0, if_match, body.0.content.as_ref())?;
            store::find(cx, &id.0)
        })
        .await
}

/// Approve the plan (Mẫu 05), or send it back
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"])),
    request_body = CaseDecision,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/decide")]
pub async fn decide_case(
    access: Access<Cases, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseDecision>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::decide(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Begin to carry the plan out
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = CaseNote,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/implement")]
pub async fn implement_case(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseNote>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::implement(cx, &id.0, if_match, &body.0.note)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Complete a review (Mẫu 06)
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = FormCompletion,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/review")]
pub async fn review_case(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<FormCompletion>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::review(cx, &id.0, if_match, body.0.content.as_ref())?;
            store::find(cx, &id.0)
        })
        .await
}

/// Go on with a new plan after a review
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/continue")]
pub async fn continue_case(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::go_on(cx, &id.0, if_match)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Propose to close a case; another person decides
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = CaseClosing,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/propose-closing")]
pub async fn propose_closing(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseClosing>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::propose_closing(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Do not agree to close a case
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"])),
    request_body = CaseReason,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/reject-closing")]
pub async fn reject_closing(
    access: Access<Cases, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::reject_closing(cx, &id.0, if_match, &body.0.reason)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Close a case that somebody else proposed to close
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"])),
    request_body = CaseNote,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/close")]
pub async fn close_case(
    access: Access<Cases, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseNote>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::close(cx, &id.0, if_match, &body.0.note)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Begin a closed or transferred case again
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"]), ("bearer" = ["cases:update"])),
    request_body = CaseReason,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/reopen")]
pub async fn reopen_case(
    access: Access<Cases, Publish>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::reopen(cx, &id.0, if_match, &body.0.reason)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Hand a case over to the commune where the child lives now
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = CaseTransfer,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/transfer")]
pub async fn transfer_case(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseTransfer>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::transfer(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Pass what looks like a crime to the police; the support goes on
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = PoliceNotice,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/police")]
pub async fn pass_case_to_police(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<PoliceNotice>,
) -> Result<Created> {
    access
        .act(move |cx| {
            steps::pass_to_police(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
