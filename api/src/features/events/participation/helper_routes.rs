//! `/events/helpers`, `/events/{id}/helpers`, `/events/{id}/grants`.

use actix_web::{HttpRequest, delete, get, patch, post, web};

use super::helper_model::{
    EventDuty, EventGrant, EventHelper, EventHelperChanges, EventHelperQuery, HelperOfEvent, NewEventGrant,
    NewEventHelper,
};
use super::{grants, helpers};
use crate::access::subject::Events;
use crate::access::{Access, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List the ward's helpers, by name
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(EventHelperQuery),
    responses((status = 200, body = List<EventHelper>)))]
#[get("/events/helpers")]
pub async fn list_event_helpers(
    access: Access<Events, Read>,
    query: Parameters<EventHelperQuery>,
) -> Result<web::Json<List<EventHelper>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "full_name")?;
    Ok(web::Json(access.read(move |cx| helpers::list(cx, &query.0, &page)).await?))
}

/// Add a helper
#[utoipa::path(tag = "events", security(("bearer" = ["events:create"])), request_body = NewEventHelper,
    responses((status = 201, body = EventHelper)))]
#[post("/events/helpers")]
pub async fn create_event_helper(access: Access<Events, Create>, body: Body<NewEventHelper>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = helpers::create(cx, &body.0)?;
            helpers::find(cx, &id)
        })
        .await
}

/// Read a helper
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(("id" = String, Path)),
    responses((status = 200, body = EventHelper)))]
#[get("/events/helpers/{id}")]
pub async fn read_event_helper(access: Access<Events, Read>, id: PathId, _: Nothing) -> Result<Found<EventHelper>> {
    Ok(Found(access.read(move |cx| helpers::find(cx, &id.0)).await?))
}

/// Change a helper of one's unit
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = EventHelperChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = EventHelper)))]
#[patch("/events/helpers/{id}")]
pub async fn update_event_helper(
    access: Access<Events, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventHelperChanges>,
) -> Result<Found<EventHelper>> {
    let helper = access
        .write(move |cx| {
            helpers::update(cx, &id.0, if_match, &body.0)?;
            helpers::find(cx, &id.0)
        })
        .await?;
    Ok(Found(helper))
}

/// Who helps at an event, and how
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<HelperOfEvent>)))]
#[get("/events/{id}/helpers")]
pub async fn list_helpers_of_event(
    access: Access<Events, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<HelperOfEvent>>> {
    Ok(web::Json(List::whole(access.read(move |cx| helpers::of_event(cx, &id.0)).await?)))
}

/// Give a helper a duty at an event
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = EventDuty,
    params(("id" = String, Path)), responses((status = 200, body = List<HelperOfEvent>)))]
#[post("/events/{id}/helpers")]
pub async fn assign_event_helper(access: Access<Events, Update>, id: PathId, body: Body<EventDuty>) -> Result<Created> {
    access
        .act(move |cx| {
            helpers::assign(cx, &id.0, &body.0)?;
            Ok(List::whole(helpers::of_event(cx, &id.0)?))
        })
        .await
}

/// Take a helper off an event; their grant ends with it
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])),
    params(("id" = String, Path), ("helper_id" = String, Path)), responses((status = 200, body = List<HelperOfEvent>)))]
#[delete("/events/{id}/helpers/{helper_id}")]
pub async fn remove_event_helper(
    access: Access<Events, Update>,
    id: PathId,
    request: HttpRequest,
    _: Nothing,
) -> Result<web::Json<List<HelperOfEvent>>> {
    let helper = path_id(&request, "helper_id")?;
    let left = access.write(move |cx| {
        helpers::remove(cx, &id.0, &helper)?;
        Ok(List::whole(helpers::of_event(cx, &id.0)?))
    });
    Ok(web::Json(left.await?))
}

/// Let a vetted helper without an account check children in at this event; an earlier link stops working
///
/// The token is shown once and kept nowhere.
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = NewEventGrant,
    params(("id" = String, Path)), responses((status = 200, body = EventGrant)))]
#[post("/events/{id}/grants")]
pub async fn create_event_grant(
    access: Access<Events, Update>,
    id: PathId,
    body: Body<NewEventGrant>,
) -> Result<web::Json<EventGrant>> {
    Ok(web::Json(access.write(move |cx| grants::create(cx, &id.0, &body.0)).await?))
}

/// End a grant
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])),
    params(("id" = String, Path), ("grant_id" = String, Path)), responses((status = 200, body = List<HelperOfEvent>)))]
#[post("/events/{id}/grants/{grant_id}/revoke")]
pub async fn revoke_event_grant(
    access: Access<Events, Update>,
    id: PathId,
    request: HttpRequest,
    _: Nothing,
) -> Result<Created> {
    let grant = path_id(&request, "grant_id")?;
    access
        .act(move |cx| {
            grants::revoke(cx, &id.0, &grant)?;
            Ok(List::whole(helpers::of_event(cx, &id.0)?))
        })
        .await
}
