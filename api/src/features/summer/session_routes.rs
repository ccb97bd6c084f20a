//! `/summer/groups` and `/summer/sessions`.
//!
//! The matrix gives a neighborhood *update* of the summer and not *create*: what it creates are handovers. Its groups
//! and sessions are its part of the work, so they open with *update*.

use actix_web::{HttpRequest, delete, get, patch, post, web};

use super::session_model::{
    NewSummerGroup, NewSummerSession, SummerCancellation, SummerGroup, SummerGroupChanges, SummerGroupDetail,
    SummerGroupQuery, SummerMembersAddition, SummerReach, SummerReachQuery, SummerSession, SummerSessionChanges,
    SummerSessionQuery,
};
use super::{groups, members, sessions};
use crate::access::subject::Summer;
use crate::access::{Access, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::{Error, Result};
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List groups of the summer
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(SummerGroupQuery),
    responses((status = 200, body = List<SummerGroup>)))]
#[get("/summer/groups")]
pub async fn list_summer_groups(
    access: Access<Summer, Read>,
    query: Parameters<SummerGroupQuery>,
) -> Result<web::Json<List<SummerGroup>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-created_at")?;
    Ok(web::Json(access.read(move |cx| groups::list(cx, &query.0, &page)).await?))
}

/// Make a group
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = NewSummerGroup,
    responses((status = 201, body = SummerGroupDetail)))]
#[post("/summer/groups")]
pub async fn create_summer_group(access: Access<Summer, Update>, body: Body<NewSummerGroup>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = groups::create(cx, &body.0)?;
            groups::find(cx, &id)
        })
        .await
}

/// Read a group with its members
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(("id" = String, Path)),
    responses((status = 200, body = SummerGroupDetail)))]
#[get("/summer/groups/{id}")]
pub async fn read_summer_group(
    access: Access<Summer, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Found<SummerGroupDetail>> {
    Ok(Found(access.read(move |cx| groups::find(cx, &id.0)).await?))
}

/// Change a group
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = SummerGroupChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = SummerGroupDetail)))]
#[patch("/summer/groups/{id}")]
pub async fn update_summer_group(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SummerGroupChanges>,
) -> Result<Found<SummerGroupDetail>> {
    let row = access
        .write(move |cx| {
            groups::update(cx, &id.0, if_match, &body.0)?;
            groups::find(cx, &id.0)
        })
        .await?;
    Ok(Found(row))
}

/// Cancel a group
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = SummerCancellation,
    params(("id" = String, Path)), responses((status = 200, body = SummerGroupDetail)))]
#[post("/summer/groups/{id}/cancel")]
pub async fn cancel_summer_group(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SummerCancellation>,
) -> Result<Created> {
    access
        .act(move |cx| {
            groups::cancel(cx, &id.0, if_match, &body.0)?;
            groups::find(cx, &id.0)
        })
        .await
}

/// Take children into a group
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = SummerMembersAddition,
    params(("id" = String, Path)), responses((status = 200, body = SummerGroupDetail)))]
#[post("/summer/groups/{id}/members")]
pub async fn add_summer_members(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SummerMembersAddition>,
) -> Result<Created> {
    access
        .act(move |cx| {
            members::add(cx, &id.0, if_match, &body.0)?;
            groups::find(cx, &id.0)
        })
        .await
}

/// Take a child out of a group
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])),
    params(("id" = String, Path), ("child_id" = String, Path)), responses((status = 200, body = SummerGroupDetail)))]
#[delete("/summer/groups/{id}/members/{child_id}")]
pub async fn remove_summer_member(
    access: Access<Summer, Update>,
    id: PathId,
    request: HttpRequest,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Found<SummerGroupDetail>> {
    let child = path_id(&request, "child_id")?;
    let group = access
        .write(move |cx| {
            members::remove(cx, &id.0, &child, if_match)?;
            groups::find(cx, &id.0)
        })
        .await?;
    Ok(Found(group))
}

/// List sessions of the summer
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(SummerSessionQuery),
    responses((status = 200, body = List<SummerSession>)))]
#[get("/summer/sessions")]
pub async fn list_summer_sessions(
    access: Access<Summer, Read>,
    query: Parameters<SummerSessionQuery>,
) -> Result<web::Json<List<SummerSession>>> {
    let page =
        PageRequest::new(query.0.limit, query.0.cursor.as_deref(), query.0.sort.as_deref().unwrap_or("-on_date"))?;
    Ok(web::Json(access.read(move |cx| sessions::list(cx, &query.0, &page)).await?))
}

/// Whom a session of a whole neighborhood would expect: its groups and children
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(SummerReachQuery),
    responses((status = 200, body = SummerReach)))]
#[get("/summer/reach")]
pub async fn read_summer_reach(
    access: Access<Summer, Read>,
    query: Parameters<SummerReachQuery>,
) -> Result<web::Json<SummerReach>> {
    let year = query.0.year.ok_or_else(|| Error::bad_parameter("year"))?;
    Ok(web::Json(access.read(move |cx| members::reach(cx, year, query.0.neighborhood_id.as_ref())).await?))
}

/// Announce a session of a group or a neighborhood
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = NewSummerSession,
    responses((status = 201, body = SummerSession)))]
#[post("/summer/sessions")]
pub async fn create_summer_session(access: Access<Summer, Update>, body: Body<NewSummerSession>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = sessions::create(cx, &body.0)?;
            sessions::find(cx, &id)
        })
        .await
}

/// Read a session
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:read"])), params(("id" = String, Path)),
    responses((status = 200, body = SummerSession)))]
#[get("/summer/sessions/{id}")]
pub async fn read_summer_session(access: Access<Summer, Read>, id: PathId, _: Nothing) -> Result<Found<SummerSession>> {
    Ok(Found(access.read(move |cx| sessions::find(cx, &id.0)).await?))
}

/// Change a session
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = SummerSessionChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = SummerSession)))]
#[patch("/summer/sessions/{id}")]
pub async fn update_summer_session(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SummerSessionChanges>,
) -> Result<Found<SummerSession>> {
    let row = access
        .write(move |cx| {
            sessions::update(cx, &id.0, if_match, &body.0)?;
            sessions::find(cx, &id.0)
        })
        .await?;
    Ok(Found(row))
}

/// Cancel a session
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:update"])), request_body = SummerCancellation,
    params(("id" = String, Path)), responses((status = 200, body = SummerSession)))]
#[post("/summer/sessions/{id}/cancel")]
pub async fn cancel_summer_session(
    access: Access<Summer, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<SummerCancellation>,
) -> Result<Created> {
    access
        .act(move |cx| {
            sessions::cancel(cx, &id.0, if_match, &body.0)?;
            sessions::find(cx, &id.0)
        })
        .await
}
