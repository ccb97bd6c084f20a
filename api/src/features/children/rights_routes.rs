//! Consents and requests about a child's data.

use actix_web::{HttpRequest, get, post, web};

use super::circumstances::Cancellation;
use super::consents::{self, Consent, NewConsent};
use super::data_requests::{self, DataRequest, NewDataRequest, RequestAnswer};
use crate::access::subject::Children;
use crate::access::{Access, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::List;
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created};

/// What a child and its representative have agreed to
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<Consent>)))]
#[get("/children/{id}/consents")]
pub async fn list_consents(access: Access<Children, Read>, id: PathId, _: Nothing) -> Result<web::Json<List<Consent>>> {
    let items = access
        .look(move |cx| {
            let items = consents::list(cx, &id.0)?;
            audit::record(cx, "read_consents", &id.0, Changes::none())?;
            Ok(items)
        })
        .await?;
    Ok(web::Json(List::whole(items)))
}

/// Write down a consent, or that it was refused
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = NewConsent,
    params(("id" = String, Path)), responses((status = 200, body = List<Consent>)))]
#[post("/children/{id}/consents")]
pub async fn add_consent(access: Access<Children, Update>, id: PathId, body: Body<NewConsent>) -> Result<Created> {
    access
        .act(move |cx| {
            consents::add(cx, &id.0, &body.0)?;
            Ok(List::whole(consents::list(cx, &id.0)?))
        })
        .await
}

/// Take a consent back
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = Cancellation,
    params(("id" = String, Path), ("consent_id" = String, Path)), responses((status = 200, body = List<Consent>)))]
#[post("/children/{id}/consents/{consent_id}/withdraw")]
pub async fn withdraw_consent(
    access: Access<Children, Update>,
    request: HttpRequest,
    id: PathId,
    body: Body<Cancellation>,
) -> Result<Created> {
    let consent = path_id(&request, "consent_id")?;
    access
        .act(move |cx| {
            consents::withdraw(cx, &id.0, &consent, &body.0)?;
            Ok(List::whole(consents::list(cx, &id.0)?))
        })
        .await
}

/// What families have asked about their children's data
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])),
    responses((status = 200, body = List<DataRequest>)))]
#[get("/children/data-requests")]
pub async fn list_data_requests(access: Access<Children, Read>, _: Nothing) -> Result<web::Json<List<DataRequest>>> {
    Ok(web::Json(List::whole(access.read(|cx| data_requests::list(cx, None)).await?)))
}

/// What a family has asked about this child's data
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<DataRequest>)))]
#[get("/children/{id}/data-requests")]
pub async fn list_child_data_requests(
    access: Access<Children, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<DataRequest>>> {
    let items = access
        .look(move |cx| {
            let items = data_requests::list(cx, Some(&id.0))?;
            audit::record(cx, "read_data_requests", &id.0, Changes::none())?;
            Ok(items)
        })
        .await?;
    Ok(web::Json(List::whole(items)))
}

/// Write down what a family asks; its clocks begin
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = NewDataRequest,
    params(("id" = String, Path)), responses((status = 200, body = List<DataRequest>)))]
#[post("/children/{id}/data-requests")]
pub async fn add_data_request(
    access: Access<Children, Update>,
    id: PathId,
    body: Body<NewDataRequest>,
) -> Result<Created> {
    access
        .act(move |cx| {
            data_requests::add(cx, &id.0, &body.0)?;
            Ok(List::whole(data_requests::list(cx, Some(&id.0))?))
        })
        .await
}

/// Answer a request, carry it out, or refuse it with the reason
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = RequestAnswer,
    params(("id" = String, Path), ("request_id" = String, Path)), responses((status = 200, body = List<DataRequest>)))]
#[post("/children/{id}/data-requests/{request_id}/answer")]
pub async fn answer_data_request(
    access: Access<Children, Update>,
    request: HttpRequest,
    id: PathId,
    body: Body<RequestAnswer>,
) -> Result<Created> {
    let asked = path_id(&request, "request_id")?;
    access
        .act(move |cx| {
            data_requests::answer(cx, &id.0, &asked, &body.0)?;
            Ok(List::whole(data_requests::list(cx, Some(&id.0))?))
        })
        .await
}
