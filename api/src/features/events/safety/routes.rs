//! `/events/{id}/safety-plan`: draft, change, approve, return, print; `/safety-plans`: what waits.

use actix_web::{get, patch, post, web};

use super::bodies::{SafetyDecision, SafetyPlanChanges, SafetyPlanDraft, SafetyPlanQuery, SafetyReturn};
use super::model::{SafetyPlan, SafetyPlanLine, SafetyTemplate};
use super::{actions, documents, reading, write};
use crate::access::subject::SafetyPlans;
use crate::access::{Access, Approve, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Download, Found, IfMatch, Parameters};

/// List the safety plans of events that lie ahead, the soonest first
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:read"])), params(SafetyPlanQuery),
    responses((status = 200, body = List<SafetyPlanLine>)))]
#[get("/safety-plans")]
pub async fn list_safety_plans(
    access: Access<SafetyPlans, Read>,
    query: Parameters<SafetyPlanQuery>,
) -> Result<web::Json<List<SafetyPlanLine>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "starts_at")?;
    Ok(web::Json(access.read(move |cx| reading::list(cx, &query.0, &page)).await?))
}

/// What the safety plan of an event begins with: its checklist, dangers to think of, adults needed
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:read"])), params(("id" = String, Path)),
    responses((status = 200, body = SafetyTemplate)))]
#[get("/events/{id}/safety-plan/template")]
pub async fn read_safety_template(
    access: Access<SafetyPlans, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<SafetyTemplate>> {
    Ok(web::Json(access.read(move |cx| reading::template(cx, &id.0)).await?))
}

/// The safety plan of an event; of a series the one that its sessions share
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:read"])), params(("id" = String, Path)),
    responses((status = 200, body = SafetyPlan)))]
#[get("/events/{id}/safety-plan")]
pub async fn read_safety_plan(access: Access<SafetyPlans, Read>, id: PathId, _: Nothing) -> Result<Found<SafetyPlan>> {
    Ok(Found(access.read(move |cx| reading::find(cx, &id.0)).await?))
}

/// Make the safety plan of an event, or fill in the one that was asked for or returned
///
/// Over a draft that is there already `If-Match` is required.
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:create"])), request_body = SafetyPlanDraft,
    params(("id" = String, Path)), responses((status = 200, body = SafetyPlan)))]
#[post("/events/{id}/safety-plan")]
pub async fn draft_safety_plan(
    access: Access<SafetyPlans, Create>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SafetyPlanDraft>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::draft(cx, &id.0, if_match, &body.0)?;
            reading::find(cx, &id.0)
        })
        .await
}

/// Change a safety plan; an approved one must be approved anew, and so must its events
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:update"])), request_body = SafetyPlanChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = SafetyPlan)))]
#[patch("/events/{id}/safety-plan")]
pub async fn update_safety_plan(
    access: Access<SafetyPlans, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SafetyPlanChanges>,
) -> Result<Found<SafetyPlan>> {
    let plan = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            reading::find(cx, &id.0)
        })
        .await?;
    Ok(Found(plan))
}

/// Approve a safety plan for its event as it stands; 422 names what is not ready
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:approve"])), request_body = SafetyDecision,
    params(("id" = String, Path)), responses((status = 200, body = SafetyPlan)))]
#[post("/events/{id}/safety-plan/approve")]
pub async fn approve_safety_plan(
    access: Access<SafetyPlans, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SafetyDecision>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::approve(cx, &id.0, if_match, &body.0)?;
            reading::find(cx, &id.0)
        })
        .await
}

/// Give a safety plan back with a reason
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:approve"])), request_body = SafetyReturn,
    params(("id" = String, Path)), responses((status = 200, body = SafetyPlan)))]
#[post("/events/{id}/safety-plan/return")]
pub async fn return_safety_plan(
    access: Access<SafetyPlans, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SafetyReturn>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::give_back(cx, &id.0, if_match, &body.0)?;
            reading::find(cx, &id.0)
        })
        .await
}

/// The safety plan on paper, in the layout of Decree 30/2020; the print is recorded
#[utoipa::path(tag = "events", security(("bearer" = ["safety_plans:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/events/{id}/safety-plan/document.docx")]
pub async fn print_safety_plan(access: Access<SafetyPlans, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.look(move |cx| documents::print(cx, &id.0)).await
}
