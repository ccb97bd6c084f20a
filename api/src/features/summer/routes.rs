//! `/summer/handovers`: prepare, hand over, receive, return.

use actix_web::{HttpRequest, delete, get, patch, post, web};

use super::bodies::{
    HandoverAddition, HandoverChanges, HandoverChildChanges, HandoverQuery, HandoverReopening, HandoverReturn,
    HandoverSigning, HandoversMade, NewHandovers,
};
use super::model::{Handover, HandoverChild, HandoverDetail};
use super::{actions, lists, store, write};
use crate::access::subject::Summer;
use crate::access::{Access, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List handovers of the summer
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(HandoverQuery),
    responses((status = 200, body = List<Handover>)))]
#[get("/summer/handovers")]
pub async fn list_handovers(
    access: Access<Summer, Read>,
    query: Parameters<HandoverQuery>,
) -> Result<web::Json<List<Handover>>> {
    let sort = query.0.sort.as_deref().unwrap_or("-created_at");
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), sort)?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0, &page)).await?))
}

/// Prepare the handovers of a school for a summer
///
/// One for each neighborhood where the school's pupils live. Called again, it adds pupils who are new.
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:create"])), request_body = NewHandovers,
    responses((status = 201, body = HandoversMade)))]
#[post("/summer/handovers")]
pub async fn prepare_handovers(access: Access<Summer, Create>, body: Body<NewHandovers>) -> Result<Created> {
    access.create(move |cx| write::prepare(cx, &body.0)).await
}

/// Read a handover with its children and what does not fit
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(("id" = String, Path)),
    responses((status = 200, body = HandoverDetail)))]
#[get("/summer/handovers/{id}")]
pub async fn read_handover(access: Access<Summer, Read>, id: PathId, _: Nothing) -> Result<Found<HandoverDetail>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change the head of a handover
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = HandoverChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = HandoverDetail)))]
#[patch("/summer/handovers/{id}")]
pub async fn update_handover(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<HandoverChanges>,
) -> Result<Found<HandoverDetail>> {
    let handover = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(handover))
}

/// Add pupils to a list that is prepared
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = HandoverAddition,
    params(("id" = String, Path)), responses((status = 200, body = HandoverDetail)))]
#[post("/summer/handovers/{id}/children")]
pub async fn add_handover_children(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<HandoverAddition>,
) -> Result<Created> {
    access
        .act(move |cx| {
            lists::add(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Write what is said of a child: by the school before, by the locality after the summer
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = HandoverChildChanges,
    params(("id" = String, Path), ("child_id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = HandoverChild)))]
#[patch("/summer/handovers/{id}/children/{child_id}")]
pub async fn update_handover_child(
    access: Access<Summer, Update>,
    id: PathId,
    request: HttpRequest,
    if_match: IfMatch,
    body: Body<HandoverChildChanges>,
) -> Result<Found<HandoverChild>> {
    let child = path_id(&request, "child_id")?;
    let child = access
        .write(move |cx| {
            lists::update_child(cx, (&id.0, &child), if_match, &body.0)?;
            store::find_child(cx, &id.0, &child)
        })
        .await?;
    Ok(Found(child))
}

/// Take a child off a list that is prepared
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])),
    params(("id" = String, Path), ("child_id" = String, Path)), responses((status = 200, body = HandoverDetail)))]
#[delete("/summer/handovers/{id}/children/{child_id}")]
pub async fn remove_handover_child(
    access: Access<Summer, Update>,
    id: PathId,
    request: HttpRequest,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Found<HandoverDetail>> {
    let child = path_id(&request, "child_id")?;
    let handover = access
        .write(move |cx| {
            lists::remove(cx, &id.0, &child, if_match)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(handover))
}

/// The school signs: the children are handed over
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = HandoverSigning,
    params(("id" = String, Path)), responses((status = 200, body = HandoverDetail)))]
#[post("/summer/handovers/{id}/hand-over")]
pub async fn hand_over_children(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<HandoverSigning>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::hand_over(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// The locality signs: the children are received
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = HandoverSigning,
    params(("id" = String, Path)), responses((status = 200, body = HandoverDetail)))]
#[post("/summer/handovers/{id}/receive")]
pub async fn receive_children(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<HandoverSigning>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::receive(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Open a handover again that nobody received yet
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = HandoverReopening,
    params(("id" = String, Path)), responses((status = 200, body = HandoverDetail)))]
#[post("/summer/handovers/{id}/reopen")]
pub async fn reopen_handover(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<HandoverReopening>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::reopen(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Hand the children back to the school in August, each with a rating
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = HandoverReturn,
    params(("id" = String, Path)), responses((status = 200, body = HandoverDetail)))]
#[post("/summer/handovers/{id}/return")]
pub async fn return_children(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<HandoverReturn>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::give_back(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
