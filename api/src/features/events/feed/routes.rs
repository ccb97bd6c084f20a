//! `/events.ics`, `/public/events.ics`, `/me/calendar-feed`.

use actix_web::http::header;
use actix_web::{HttpResponse, delete, get, post, web};
use serde::Deserialize;
use utoipa::IntoParams;

use super::ics;
use super::store::{self, CalendarFeed, CalendarFeedMade, NewCalendarFeed};
use crate::access::subject::Own;
use crate::access::{Access, Public, PublicCx, Read, Update};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::concerns::ward_of;
use crate::features::events::model::EventRow;
use crate::features::{units, wards};
use crate::http::parameters::Nothing;
use crate::http::{Body, Parameters};

/// Whether my calendar program has an address
#[utoipa::path(tag = "events", security(("bearer" = ["own:read"])), responses((status = 200, body = CalendarFeed)))]
#[get("/me/calendar-feed")]
pub async fn read_feed(access: Access<Own, Read>, _: Nothing) -> Result<web::Json<CalendarFeed>> {
    Ok(web::Json(access.read(|cx| store::find(cx)).await?))
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
    access.write(|cx| store::end(cx)).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FeedQuery {
    #[param(required = true)]
    pub token: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PublicFeedQuery {
    /// The ward's code; not needed where the installation has one ward.
    pub ward: Option<String>,
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
            written(cx, &ward, &rows)
        })
        .await?;
    Ok(answer(text, "private, max-age=300"))
}

/// The public programme for a calendar program
#[utoipa::path(tag = "public", security(()), params(PublicFeedQuery),
    responses((status = 200, content_type = "text/calendar", body = String)))]
#[get("/public/events.ics")]
pub async fn public_feed(public: Public, query: Parameters<PublicFeedQuery>) -> Result<HttpResponse> {
    let text = public
        .read(move |cx| {
            let ward = ward_of(cx, query.0.ward.as_deref())?;
            let rows = store::public_rows(cx, &ward)?;
            written(cx, &ward, &rows)
        })
        .await?;
    Ok(answer(text, "public, max-age=300"))
}

fn written(cx: &mut PublicCx<'_>, ward: &Id, rows: &[EventRow]) -> Result<String> {
    let name = wards::name_of(cx, ward)?;
    let leads = units::names(cx, rows.iter().map(|row| &row.lead_unit_id))?;
    let title = format!("Hoạt động vì trẻ em – {name}");
    Ok(ics::calendar(&title, rows, |unit| leads.get(unit).cloned().unwrap_or_default()))
}

fn answer(text: String, cache: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, cache))
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"lich-hoat-dong.ics\""))
        .body(text)
}
