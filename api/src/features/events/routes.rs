//! `/events`: plan, propose, approve, hold, report, cancel.

use actix_web::{get, patch, post, web};

use super::bodies::{
    EventChanges, EventCheck, EventDraft, EventHeld, EventQuery, EventReason, EventReport, EventStep, NewEvent,
};
use super::model::Event;
use super::{actions, conflicts, store, write};
use crate::access::subject::Events;
use crate::access::{Access, Approve, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::export::{Listing, Shape};
use crate::features::units;
use crate::features::units::model::UnitRef;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List events
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(EventQuery),
    responses((status = 200, body = List<Event>)))]
#[get("/events")]
pub async fn list_events(
    access: Access<Events, Read>,
    shape: Shape,
    query: Parameters<EventQuery>,
) -> Result<Listing<Event>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(access: Access<Events, Read>, shape: Shape, query: EventQuery) -> Result<Listing<Event>> {
    let sort = query.sort.as_deref().unwrap_or("starts_at");
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), sort)?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// Plan an event, or a series of sessions
///
/// The answer is the first session; the others are listed by `series_id`.
#[utoipa::path(tag = "events", security(("bearer" = ["events:create"])), request_body = NewEvent,
    responses((status = 201, body = Event)))]
#[post("/events")]
pub async fn create_event(access: Access<Events, Create>, body: Body<NewEvent>) -> Result<Created> {
    access
        .create(move |cx| {
            let made = write::create(cx, &body.0)?;
            let first = made.first().ok_or_else(Error::not_found)?;
            store::find(cx, first)
        })
        .await
}

/// The units of the ward that can lead, join or host an event, for choosing
///
/// The list of units with all that is kept about them is the desk's; those who plan need the names alone.
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), responses((status = 200, body = List<UnitRef>)))]
#[get("/events/units")]
pub async fn list_event_units(access: Access<Events, Read>, _: Nothing) -> Result<web::Json<List<UnitRef>>> {
    let units = access
        .read(|cx| {
            let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
            let ids: Vec<Id> = units::active(cx, &ward)?.into_iter().map(|unit| unit.id).collect();
            let mut found: Vec<UnitRef> = units::references(cx, &ids)?.into_values().collect();
            found.sort_by(|one, other| one.name.cmp(&other.name));
            Ok(found)
        })
        .await?;
    Ok(web::Json(List::whole(units)))
}

/// What stands in the way of an event that is being planned
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), request_body = EventDraft,
    responses((status = 200, body = EventCheck)))]
#[post("/events/check")]
pub async fn check_event(access: Access<Events, Read>, body: Body<EventDraft>) -> Result<web::Json<EventCheck>> {
    Ok(web::Json(access.read(move |cx| conflicts::check(cx, &body.0)).await?))
}

/// Read an event
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Event)))]
#[get("/events/{id}")]
pub async fn read_event(access: Access<Events, Read>, id: PathId, _: Nothing) -> Result<Found<Event>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change an event; what makes an approved one bigger, moves it or makes it more dangerous takes the approval back
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = EventChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Event)))]
#[patch("/events/{id}")]
pub async fn update_event(
    access: Access<Events, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventChanges>,
) -> Result<Found<Event>> {
    let event = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(event))
}

/// Propose an event
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = EventStep,
    params(("id" = String, Path)), responses((status = 200, body = Event)))]
#[post("/events/{id}/propose")]
pub async fn propose_event(
    access: Access<Events, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventStep>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::propose(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Approve an event; 409 while a safety plan that is required is not approved
#[utoipa::path(tag = "events", security(("bearer" = ["events:approve"])), request_body = EventStep,
    params(("id" = String, Path)), responses((status = 200, body = Event)))]
#[post("/events/{id}/approve")]
pub async fn approve_event(
    access: Access<Events, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventStep>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::approve(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Give a proposed event back
#[utoipa::path(tag = "events", security(("bearer" = ["events:approve"])), request_body = EventReason,
    params(("id" = String, Path)), responses((status = 200, body = Event)))]
#[post("/events/{id}/return")]
pub async fn return_event(
    access: Access<Events, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::give_back(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Record that an event was held
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = EventHeld,
    params(("id" = String, Path)), responses((status = 200, body = Event)))]
#[post("/events/{id}/hold")]
pub async fn hold_event(
    access: Access<Events, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventHeld>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::hold(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Report on an event that was held
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = EventReport,
    params(("id" = String, Path)), responses((status = 200, body = Event)))]
#[post("/events/{id}/report")]
pub async fn report_event(
    access: Access<Events, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventReport>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::report(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Cancel an event; everybody concerned is told why
#[utoipa::path(tag = "events", security(("bearer" = ["events:update"])), request_body = EventReason,
    params(("id" = String, Path)), responses((status = 200, body = Event)))]
#[post("/events/{id}/cancel")]
pub async fn cancel_event(
    access: Access<Events, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<EventReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::cancel(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
