//! `/concerns`: take down, list, read, mend, screen.

use actix_web::{get, patch, post, web};

use super::model::{
    Concern, ConcernChanges, ConcernLine, ConcernQuery, ConcernReason, ConcernSearch, NewConcern, Reporter,
};
use super::write::{self, Way};
use super::{documents, reporter, screening, store};
use crate::access::subject::Concerns;
use crate::access::{Access, Create, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Download, Found, IfMatch, Parameters};

/// List concerns: the desk sees the ward's, everybody else what they told
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:read"])), params(ConcernQuery),
    responses((status = 200, body = List<ConcernLine>)))]
#[get("/concerns")]
pub async fn list_concerns(
    access: Access<Concerns, Read>,
    shape: Shape,
    query: Parameters<ConcernQuery>,
) -> Result<Listing<ConcernLine>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Concerns, Read>,
    shape: Shape,
    query: ConcernQuery,
) -> Result<Listing<ConcernLine>> {
    let page = shape.page(PageRequest::new(
        query.limit,
        query.cursor.as_deref(),
        query.sort.as_deref().unwrap_or("-received_at"),
    )?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// Search concerns by what they say; words never stand in an address
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:read"])), request_body = ConcernSearch,
    responses((status = 200, body = List<ConcernLine>)))]
#[post("/concerns/search")]
pub async fn search_concerns(
    access: Access<Concerns, Read>,
    body: Body<ConcernSearch>,
) -> Result<web::Json<List<ConcernLine>>> {
    let found = access
        .look(move |cx| {
            let found = store::search(cx, &body.0)?;
            let reader = cx.actor().user_id.clone();
            audit::record(cx, "search", &reader, Changes::none())?;
            Ok(found)
        })
        .await?;
    Ok(web::Json(found))
}

/// Take a concern down; the clock of twelve hours starts
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:create"])), request_body = NewConcern,
    responses((status = 201, body = Concern)))]
#[post("/concerns")]
pub async fn create_concern(access: Access<Concerns, Create>, body: Body<NewConcern>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0, Way::default())?;
            store::find(cx, &id)
        })
        .await
}

/// Read a concern; the look is recorded
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Concern)))]
#[get("/concerns/{id}")]
pub async fn read_concern(access: Access<Concerns, Read>, id: PathId, _: Nothing) -> Result<Found<Concern>> {
    let concern = access
        .look(move |cx| {
            let concern = store::find(cx, &id.0)?;
            audit::record(cx, "read", &id.0, Changes::none())?;
            Ok(concern)
        })
        .await?;
    Ok(Found(concern))
}

/// Add what was heard later
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:update"])), request_body = ConcernChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Concern)))]
#[patch("/concerns/{id}")]
pub async fn update_concern(
    access: Access<Concerns, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ConcernChanges>,
) -> Result<Found<Concern>> {
    let concern = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(concern))
}

/// Agree, as a second person, that nothing is to be done
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:update"])), params(("id" = String, Path)),
    responses((status = 200, body = Concern)))]
#[post("/concerns/{id}/confirm")]
pub async fn confirm_concern(
    access: Access<Concerns, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            screening::confirm(cx, &id.0, if_match)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Send a proposal of no action back, as a second person
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:update"])), request_body = ConcernReason,
    params(("id" = String, Path)), responses((status = 200, body = Concern)))]
#[post("/concerns/{id}/reject")]
pub async fn reject_concern(
    access: Access<Concerns, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ConcernReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            screening::reject(cx, &id.0, if_match, &body.0.reason)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Show who told it; the look is recorded
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:update"])), params(("id" = String, Path)),
    responses((status = 200, body = Reporter)))]
#[post("/concerns/{id}/reporter")]
pub async fn reveal_reporter(access: Access<Concerns, Update>, id: PathId, _: Nothing) -> Result<web::Json<Reporter>> {
    Ok(web::Json(access.look(move |cx| reporter::reveal(cx, &id.0)).await?))
}

/// Mẫu 01 as a Word file; whoever told it is on the officer's only. The print is recorded
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/concerns/{id}/document.docx")]
pub async fn print_concern(access: Access<Concerns, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.look(move |cx| documents::intake(cx, &id.0)).await
}
