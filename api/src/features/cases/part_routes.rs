//! The parts of a case beside its steps: measures, referrals, files, the closed note, the broken glass.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use serde::Deserialize;
use utoipa::ToSchema;

use super::files::{self, NewCaseFile};
use super::glass::{self, GlassBreak, GlassBreaking, GlassOpening};
use super::links::{self, ReferralLink};
use super::measures::{self, MeasureEnd, NewMeasure, NewSeparation, SeparationExtension};
use super::model::{Case, CaseReason};
use super::referrals::{self, NewReferral};
use super::secrets::{self, ClosedNote, ClosedNoteText};
use super::store;
use crate::access::subject::Cases;
use crate::access::{Access, Approve, Public, Publish, Read, Update};
use crate::attachments;
use crate::db::page::List;
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created};

#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseNote {
    #[serde(default)]
    pub note: String,
}

/// Open a case that is not mine for an hour, with a reason; the leader is told at once
///
/// `{id}` is its id or its code.
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), request_body = GlassBreaking,
    params(("id" = String, Path)), responses((status = 200, body = GlassOpening)))]
#[post("/cases/{id}/break-glass")]
pub async fn break_glass(
    access: Access<Cases, Read>,
    request: HttpRequest,
    body: Body<GlassBreaking>,
) -> Result<web::Json<GlassOpening>> {
    let key = request.match_info().get("id").unwrap_or("").to_owned();
    Ok(web::Json(access.look(move |cx| glass::open(cx, &key, &body.0)).await?))
}

/// Every time the glass was broken, the unreviewed ones first
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"])), responses((status = 200, body = List<GlassBreak>)))]
#[get("/cases/break-glass")]
pub async fn list_glass(access: Access<Cases, Approve>, _: Nothing) -> Result<web::Json<List<GlassBreak>>> {
    Ok(web::Json(List::whole(access.read(glass::list).await?)))
}

/// Say what I think of one
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"])), request_body = CaseReason,
    params(("id" = String, Path)), responses((status = 200, body = List<GlassBreak>)))]
#[post("/cases/break-glass/{id}/review")]
pub async fn review_glass(access: Access<Cases, Approve>, id: PathId, body: Body<CaseReason>) -> Result<Created> {
    access
        .act(move |cx| {
            glass::review(cx, &id.0, &body.0.reason)?;
            Ok(List::whole(glass::list(cx)?))
        })
        .await
}

/// Write down an emergency measure: the twelve hours are kept
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = NewMeasure,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/measures")]
pub async fn add_measure(access: Access<Cases, Update>, id: PathId, body: Body<NewMeasure>) -> Result<Created> {
    access
        .act(move |cx| {
            measures::add(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// End a measure
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"]), ("bearer" = ["cases:update"])),
    request_body = MeasureEnd,
    params(("id" = String, Path), ("measure_id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/measures/{measure_id}/end")]
pub async fn end_measure(
    access: Access<Cases, Publish>,
    request: HttpRequest,
    id: PathId,
    body: Body<MeasureEnd>,
) -> Result<Created> {
    let part = path_id(&request, "measure_id")?;
    access
        .act(move |cx| {
            measures::end(cx, &id.0, &part, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Separate a child from its parents or carers for a time (the chairperson)
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"])),
    request_body = NewSeparation,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/separations")]
pub async fn separate_child(access: Access<Cases, Approve>, id: PathId, body: Body<NewSeparation>) -> Result<Created> {
    access
        .act(move |cx| {
            measures::separate(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Extend a separation, within the days of the law
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:approve"])),
    request_body = SeparationExtension,
    params(("id" = String, Path), ("measure_id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/separations/{measure_id}/extend")]
pub async fn extend_separation(
    access: Access<Cases, Approve>,
    request: HttpRequest,
    id: PathId,
    body: Body<SeparationExtension>,
) -> Result<Created> {
    let part = path_id(&request, "measure_id")?;
    access
        .act(move |cx| {
            measures::extend(cx, &id.0, &part, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Ask a service for help, with the smallest set of data that serves
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = NewReferral,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/refer")]
pub async fn refer_case(access: Access<Cases, Update>, id: PathId, body: Body<NewReferral>) -> Result<Created> {
    access
        .act(move |cx| {
            referrals::send(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Take a referral back
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    params(("id" = String, Path), ("referral_id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/referrals/{referral_id}/revoke")]
pub async fn revoke_referral(
    access: Access<Cases, Update>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<Created> {
    let part = path_id(&request, "referral_id")?;
    access
        .act(move |cx| {
            referrals::revoke(cx, &id.0, &part)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Add papers or photos
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = NewCaseFile,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/files")]
pub async fn add_case_file(access: Access<Cases, Update>, id: PathId, body: Body<NewCaseFile>) -> Result<Created> {
    access
        .act(move |cx| {
            files::add(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Download a file of a case; the look is recorded
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])),
    params(("id" = String, Path), ("file_id" = String, Path), ("attachment_id" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>)))]
#[get("/cases/{id}/files/{file_id}/{attachment_id}")]
pub async fn read_case_file(
    access: Access<Cases, Read>,
    public: Public,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<HttpResponse> {
    let (part, attachment) = (path_id(&request, "file_id")?, path_id(&request, "attachment_id")?);
    let stored = access.look(move |cx| files::look(cx, &id.0, &part, &attachment)).await?;
    attachments::serve(public.gate(), stored).await
}

/// Take out a file that was put there by mistake
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    request_body = CaseReason,
    params(("id" = String, Path), ("file_id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/files/{file_id}/remove")]
pub async fn remove_case_file(
    access: Access<Cases, Update>,
    request: HttpRequest,
    id: PathId,
    body: Body<CaseReason>,
) -> Result<Created> {
    let part = path_id(&request, "file_id")?;
    access
        .act(move |cx| {
            files::remove(cx, &id.0, &part, &body.0.reason)?;
            store::find(cx, &id.0)
        })
        .await
}

/// A link that works once, for a receiver without an account; an earlier one stops working
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])),
    params(("id" = String, Path), ("referral_id" = String, Path)), responses((status = 200, body = ReferralLink)))]
#[post("/cases/{id}/referrals/{referral_id}/link")]
pub async fn make_referral_link(
    access: Access<Cases, Update>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<ReferralLink>> {
    let part = path_id(&request, "referral_id")?;
    Ok(web::Json(access.write(move |cx| links::make_link(cx, &id.0, &part)).await?))
}

/// The closed note, for those it names; for everybody else there is none
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), params(("id" = String, Path)),
    responses((status = 200, body = ClosedNote)))]
#[get("/cases/{id}/closed-note")]
pub async fn read_closed_note(access: Access<Cases, Read>, id: PathId, _: Nothing) -> Result<web::Json<ClosedNote>> {
    Ok(web::Json(access.look(move |cx| secrets::find(cx, &id.0)).await?))
}

/// Write what only named people may know (Law on HIV, art. 30)
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])), request_body = ClosedNoteText,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/closed-note")]
pub async fn write_closed_note(
    access: Access<Cases, Update>,
    id: PathId,
    body: Body<ClosedNoteText>,
) -> Result<Created> {
    access
        .act(move |cx| {
            secrets::write(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
