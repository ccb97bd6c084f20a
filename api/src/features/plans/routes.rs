//! `/plans`: list, read, make, change, publish, close, copy, summary.

use actix_web::{HttpRequest, delete, get, patch, post, web};

use super::model::{
    NewSection, Plan, PlanChanges, PlanCopy, PlanNote, PlanPreview, PlanQuery, PlanSummary, SectionChanges,
};
use super::{copy, sections, store, summary, write};
use crate::access::subject::Plans;
use crate::access::{Access, Create, Publish, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List plans, the newest year first
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:read"])), params(PlanQuery),
    responses((status = 200, body = List<Plan>)))]
#[get("/plans")]
pub async fn list_plans(
    access: Access<Plans, Read>,
    shape: Shape,
    query: Parameters<PlanQuery>,
) -> Result<Listing<Plan>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(access: Access<Plans, Read>, shape: Shape, query: PlanQuery) -> Result<Listing<Plan>> {
    let page =
        shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), query.sort.as_deref().unwrap_or("-year"))?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// Make a draft, from a corrected preview or by hand
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:create"])), request_body = PlanPreview,
    responses((status = 201, body = Plan)))]
#[post("/plans")]
pub async fn create_plan(access: Access<Plans, Create>, body: Body<PlanPreview>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read a plan with its sections
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Plan)))]
#[get("/plans/{id}")]
pub async fn read_plan(access: Access<Plans, Read>, id: PathId, _: Nothing) -> Result<Found<Plan>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change the head of a plan
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:update"])), request_body = PlanChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Plan)))]
#[patch("/plans/{id}")]
pub async fn update_plan(
    access: Access<Plans, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<PlanChanges>,
) -> Result<Found<Plan>> {
    let plan = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(plan))
}

/// Make a draft known to everybody
///
/// The plan was signed on paper: the officer who keeps it publishes it, or the leader.
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:approve"]), ("bearer" = ["plans:update"])),
    request_body = PlanNote, params(("id" = String, Path)), responses((status = 200, body = Plan)))]
#[post("/plans/{id}/publish")]
pub async fn publish_plan(
    access: Access<Plans, Publish>,
    id: PathId,
    if_match: IfMatch,
    _: Body<PlanNote>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::publish(cx, &id.0, if_match)?;
            store::find(cx, &id.0)
        })
        .await
}

/// End a plan
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:approve"]), ("bearer" = ["plans:update"])),
    request_body = PlanNote, params(("id" = String, Path)), responses((status = 200, body = Plan)))]
#[post("/plans/{id}/close")]
pub async fn close_plan(
    access: Access<Plans, Publish>,
    id: PathId,
    if_match: IfMatch,
    _: Body<PlanNote>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::close(cx, &id.0, if_match)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Copy a plan to another year, as a draft
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:create"])), request_body = PlanCopy,
    params(("id" = String, Path)), responses((status = 201, body = Plan)))]
#[post("/plans/{id}/copy")]
pub async fn copy_plan(access: Access<Plans, Create>, id: PathId, body: Body<PlanCopy>) -> Result<Created> {
    let made = access
        .create(move |cx| {
            let id = copy::copy(cx, &id.0, &body.0)?;
            store::find(cx, &id)
        })
        .await?;
    // The new row stands beside the copied one, not below it.
    let location = made.body.get("id").and_then(|id| id.as_str()).map(|id| format!("/api/v1/plans/{id}"));
    Ok(Created { location, ..made })
}

/// How far a plan has come, by unit and by section
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:read"])), params(("id" = String, Path)),
    responses((status = 200, body = PlanSummary)))]
#[get("/plans/{id}/summary")]
pub async fn read_summary(access: Access<Plans, Read>, id: PathId, _: Nothing) -> Result<web::Json<PlanSummary>> {
    Ok(web::Json(access.read(move |cx| summary::summary(cx, &id.0)).await?))
}

/// Add a section
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:update"])), request_body = NewSection,
    params(("id" = String, Path)), responses((status = 200, body = Plan)))]
#[post("/plans/{id}/sections")]
pub async fn add_section(
    access: Access<Plans, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<NewSection>,
) -> Result<Created> {
    access
        .act(move |cx| {
            sections::add(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Change a section
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:update"])), request_body = SectionChanges,
    params(("id" = String, Path), ("section_id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = Plan)))]
#[patch("/plans/{id}/sections/{section_id}")]
pub async fn change_section(
    access: Access<Plans, Update>,
    id: PathId,
    request: HttpRequest,
    if_match: IfMatch,
    body: Body<SectionChanges>,
) -> Result<Found<Plan>> {
    let section = path_id(&request, "section_id")?;
    let plan = access
        .write(move |cx| {
            sections::change(cx, &id.0, &section, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(plan))
}

/// Delete an empty section of a draft
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:update"])),
    params(("id" = String, Path), ("section_id" = String, Path)), responses((status = 200, body = Plan)))]
#[delete("/plans/{id}/sections/{section_id}")]
pub async fn delete_section(
    access: Access<Plans, Update>,
    id: PathId,
    request: HttpRequest,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Found<Plan>> {
    let section = path_id(&request, "section_id")?;
    let plan = access
        .write(move |cx| {
            sections::delete(cx, &id.0, &section, if_match)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(plan))
}
