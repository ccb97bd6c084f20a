//! `/events/{id}/registrations`, `/events/{id}/attendance`, `/events/{id}/headcounts`, `/events/{id}/cards`.

use actix_web::{HttpRequest, get, post, web};

use super::attendance::{self, Marker};
use super::attendance_model::{EventAttendance, EventMarks, EventMarksTaken, Headcount, NewHeadcount};
use super::model::{
    EventCard, EventOpinionsRecorded, EventRegistered, EventRegistrations, EventWithdrawal, EventWithdrawn,
    NewEventOpinions, NewEventRegistrations,
};
use super::{cards, headcounts, opinions, registrations};
use crate::access::subject::Events;
use crate::access::{Access, Create, Read};
use crate::db::page::List;
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created};

/// Who takes part in an event
///
/// Numbers for everybody who sees the event; names as far as the reader may read children. The look is recorded.
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(("id" = String, Path)),
    responses((status = 200, body = EventRegistrations)))]
#[get("/events/{id}/registrations")]
pub async fn list_event_registrations(
    access: Access<Events, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<EventRegistrations>> {
    Ok(web::Json(access.look(move |cx| registrations::list(cx, &id.0)).await?))
}

/// Register children; those without a place wait
///
/// 409 when there would be more than the event was approved for, or a crowd without an approved safety plan.
#[utoipa::path(tag = "events", security(("bearer" = ["events:create"])), request_body = NewEventRegistrations,
    params(("id" = String, Path)), responses((status = 200, body = EventRegistered)))]
#[post("/events/{id}/registrations")]
pub async fn register_for_event(
    access: Access<Events, Create>,
    id: PathId,
    body: Body<NewEventRegistrations>,
) -> Result<Created> {
    access.act(move |cx| registrations::register(cx, &id.0, &body.0)).await
}

/// Write down what parents, and children of seven and older, said to taking part
#[utoipa::path(tag = "events", security(("bearer" = ["events:create"])), request_body = NewEventOpinions,
    params(("id" = String, Path)), responses((status = 200, body = EventOpinionsRecorded)))]
#[post("/events/{id}/registrations/opinions")]
pub async fn record_event_opinions(
    access: Access<Events, Create>,
    id: PathId,
    body: Body<NewEventOpinions>,
) -> Result<Created> {
    access.act(move |cx| opinions::record(cx, &id.0, &body.0)).await
}

/// Take a child out; whoever waits first moves up
#[utoipa::path(tag = "events", security(("bearer" = ["events:create"])), request_body = EventWithdrawal,
    params(("id" = String, Path), ("child_id" = String, Path)), responses((status = 200, body = EventWithdrawn)))]
#[post("/events/{id}/registrations/{child_id}/cancel")]
pub async fn cancel_event_registration(
    access: Access<Events, Create>,
    id: PathId,
    request: HttpRequest,
    body: Body<EventWithdrawal>,
) -> Result<Created> {
    let child = path_id(&request, "child_id")?;
    access.act(move |cx| registrations::withdraw(cx, &id.0, &child, &body.0)).await
}

/// The check-in of an event; the look is recorded
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(("id" = String, Path)),
    responses((status = 200, body = EventAttendance)))]
#[get("/events/{id}/attendance")]
pub async fn read_event_attendance(
    access: Access<Events, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<EventAttendance>> {
    Ok(web::Json(access.look(move |cx| attendance::read(cx, &id.0)).await?))
}

/// Check children in and out: a batch of marks, each with the time on the phone
///
/// The later mark of a child stands; an earlier one is answered as `kept` with the one that stands. Without the
/// opinions that the law asks for a child is refused by itself, and the answer says who must be asked.
#[utoipa::path(tag = "events", security(("bearer" = ["events:create"])), request_body = EventMarks,
    params(("id" = String, Path)), responses((status = 200, body = EventMarksTaken)))]
#[post("/events/{id}/attendance")]
pub async fn take_event_attendance(
    access: Access<Events, Create>,
    id: PathId,
    body: Body<EventMarks>,
) -> Result<Created> {
    access.act(move |cx| attendance::take(cx, &id.0, &body.0)).await
}

/// The headcounts of an event, the latest first
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<Headcount>)))]
#[get("/events/{id}/headcounts")]
pub async fn list_event_headcounts(
    access: Access<Events, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<Headcount>>> {
    Ok(web::Json(List::whole(access.read(move |cx| headcounts::list(cx, &id.0)).await?)))
}

/// Write down how many heads were counted; kept beside what the register says now
#[utoipa::path(tag = "events", security(("bearer" = ["events:create"])), request_body = NewHeadcount,
    params(("id" = String, Path)), responses((status = 200, body = Headcount)))]
#[post("/events/{id}/headcounts")]
pub async fn count_event_heads(
    access: Access<Events, Create>,
    id: PathId,
    body: Body<NewHeadcount>,
) -> Result<Created> {
    access
        .act(move |cx| {
            let marker = Marker { person: cx.caller().person().cloned(), grant: None };
            headcounts::count(cx, &id.0, &body.0, marker)
        })
        .await
}

/// Cards for the registered children to wear; the look is recorded
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<EventCard>)))]
#[get("/events/{id}/cards")]
pub async fn list_event_cards(
    access: Access<Events, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<EventCard>>> {
    Ok(web::Json(List::whole(access.look(move |cx| cards::list(cx, &id.0)).await?)))
}
