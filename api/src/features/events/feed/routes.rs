//! `/events.ics`, `/me/calendar-feed`.

use actix_web::http::header;
use actix_web::{HttpResponse, delete, get, post, web};
use serde::Deserialize;
use utoipa::IntoParams;

use super::ics;
use super::store::{self, CalendarFeed, CalendarFeedMade, NewCalendarFeed};
use crate::access::subject::Own;
use crate::access::{Access, Public, Read, Update};
use crate::error::Result;
use crate::http::parameters::Nothing;
use crate::http::{Body, Parameters};

/// Whether my calendar program has an address
#[utoipa::path(tag = "events", security(("bearer" = ["own:read"])), responses((status = 200, body = CalendarFeed)))]
#[get("/me/calendar-feed")]
pub async fn read_feed(access: Access<Own, Read>, _: Nothing) -> Result<web::Json<CalendarFeed>> {
    Ok(web::Json(access.read(store::find).await?))
}

/// A new address for my calendar program; an earlier one stops working
#[utoipa::path(tag = "events", security(("bearer" = ["own:update"])), request_body = NewCalendarFeed,
    responses((status = 200, body = CalendarFeedMade)))]
#[post("/me/calendar-feed")]
pub async fn make_feed(
    access: Access<Own, Update>,
    body: Body<NewCalendarFeed>,
) -> Result<web::Json<CalendarFeedMade>> {
    Ok(web::Json(access.write(move |cx| store::make(cx, &body.0)).await?))
}

/// Take the address back
#[utoipa::path(tag = "events", security(("bearer" = ["own:update"])), responses((status = 204)))]
#[delete("/me/calendar-feed")]
pub async fn end_feed(access: Access<Own, Update>, _: Nothing) -> Result<HttpResponse> {
    access.write(store::end).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FeedQuery {
    #[param(required = true)]
    pub token: Option<String>,
}

/// The ward's events for a calendar program, by the token of its address
#[utoipa::path(tag = "events", security(()), params(FeedQuery),
    responses((status = 200, content_type = "text/calendar", body = String)))]
#[get("/events.ics")]
pub async fn private_feed(public: Public, query: Parameters<FeedQuery>) -> Result<HttpResponse> {
    let token = query.0.token.unwrap_or_default();
    let text = public
        .write(move |cx| {
            let (ward, rows) = store::behind(cx, &token)?;
            ics::written(cx, &ward, &rows)
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "private, max-age=300"))
        .body(text))
}
