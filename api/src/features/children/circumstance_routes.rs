//! `/children/{id}/circumstances` and `/children/{id}/supports`: rows of a child, reached through it alone.

use actix_web::{HttpRequest, get, post, web};

use super::circumstances::{self, Cancellation, CircumstanceEnd, NewCircumstance};
use super::model::Circumstance;
use super::store::{self, Shown};
use super::supports::{self, NewSupport, Support};
use crate::access::subject::Children;
use crate::access::{Access, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::List;
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created};

/// Every circumstance and risk of a child that the reader may know of, past and coming ones too
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<Circumstance>)))]
#[get("/children/{id}/circumstances")]
pub async fn list_circumstances(
    access: Access<Children, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<Circumstance>>> {
    let items = access
        .look(move |cx| {
            let items = store::all_circumstances(cx, &id.0)?;
            audit::record(cx, "read_circumstances", &id.0, Changes::none())?;
            Ok(items)
        })
        .await?;
    Ok(web::Json(List::whole(items)))
}

/// Put a child into a group of special circumstances, or note a risk
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = NewCircumstance,
    params(("id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/circumstances")]
pub async fn add_circumstance(
    access: Access<Children, Update>,
    id: PathId,
    body: Body<NewCircumstance>,
) -> Result<Created> {
    access
        .act(move |cx| {
            circumstances::add(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// End a circumstance or risk
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = CircumstanceEnd,
    params(("id" = String, Path), ("circumstance_id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/circumstances/{circumstance_id}/end")]
pub async fn end_circumstance(
    access: Access<Children, Update>,
    request: HttpRequest,
    id: PathId,
    body: Body<CircumstanceEnd>,
) -> Result<Created> {
    let circumstance = path_id(&request, "circumstance_id")?;
    access
        .act(move |cx| {
            circumstances::end(cx, &id.0, &circumstance, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Take back a circumstance or risk that was written down by mistake
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = Cancellation,
    params(("id" = String, Path), ("circumstance_id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/circumstances/{circumstance_id}/cancel")]
pub async fn cancel_circumstance(
    access: Access<Children, Update>,
    request: HttpRequest,
    id: PathId,
    body: Body<Cancellation>,
) -> Result<Created> {
    let circumstance = path_id(&request, "circumstance_id")?;
    access
        .act(move |cx| {
            circumstances::cancel(cx, &id.0, &circumstance, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// What a child was given
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<Support>)))]
#[get("/children/{id}/supports")]
pub async fn list_supports(access: Access<Children, Read>, id: PathId, _: Nothing) -> Result<web::Json<List<Support>>> {
    let items = access
        .look(move |cx| {
            let items = supports::list(cx, &id.0)?;
            audit::record(cx, "read_supports", &id.0, Changes::none())?;
            Ok(items)
        })
        .await?;
    Ok(web::Json(List::whole(items)))
}

/// Write down a visit, a gift or other support
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = NewSupport,
    params(("id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/supports")]
pub async fn add_support(access: Access<Children, Update>, id: PathId, body: Body<NewSupport>) -> Result<Created> {
    access
        .act(move |cx| {
            supports::add(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Take back a support that was written down by mistake
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = Cancellation,
    params(("id" = String, Path), ("support_id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/supports/{support_id}/cancel")]
pub async fn cancel_support(
    access: Access<Children, Update>,
    request: HttpRequest,
    id: PathId,
    body: Body<Cancellation>,
) -> Result<Created> {
    let support = path_id(&request, "support_id")?;
    access
        .act(move |cx| {
            supports::cancel(cx, &id.0, &support, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
