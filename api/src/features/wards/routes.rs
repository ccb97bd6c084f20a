//! `/wards`: HTTP in, HTTP out.

use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use chrono::NaiveDate;

use super::model::{Holiday, HolidayQuery, NewHoliday, Ward, WardChanges, WardQuery};
use super::rules::{self, NAME_MAX};
use super::store::{self, WardFields};
use crate::access::subject::Wards;
use crate::access::{Access, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::{Error, Result};
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found, IfMatch, Parameters};
use crate::input::Checks;

/// My ward; for a superior unit the wards below
#[utoipa::path(tag = "wards", security(("bearer" = ["wards:read"])), params(WardQuery),
    responses((status = 200, body = List<Ward>)))]
#[get("/wards")]
pub async fn list_wards(access: Access<Wards, Read>, query: Parameters<WardQuery>) -> Result<web::Json<List<Ward>>> {
    let query = query.0;
    let page = PageRequest::new(query.limit, query.cursor.as_deref(), "name")?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query, &page)).await?))
}

/// A ward with its settings
#[utoipa::path(tag = "wards", security(("bearer" = ["wards:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Ward)))]
#[get("/wards/{id}")]
pub async fn read_ward(access: Access<Wards, Read>, id: PathId, _: Nothing) -> Result<Found<Ward>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change the name or the settings of my ward
#[utoipa::path(tag = "wards", security(("bearer" = ["wards:update"])), request_body = WardChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Ward)))]
#[patch("/wards/{id}")]
pub async fn update_ward(
    access: Access<Wards, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<WardChanges>,
) -> Result<Found<Ward>> {
    let changed = access
        .write(move |cx| {
            store::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check(&before)?;
            let mut checks = Checks::new();
            let fields = WardFields {
                name: checks.line("name", body.0.name.as_deref().unwrap_or(&before.name), NAME_MAX),
                place: checks
                    .optional_line("place", Some(body.0.place.as_deref().unwrap_or(&before.place)), NAME_MAX)
                    .unwrap_or_default(),
                settings: match &body.0.settings {
                    Some(changes) => rules::apply(&mut checks, &before.settings, changes),
                    None => before.settings.clone(),
                },
            };
            checks.finish()?;
            store::update(cx, &before, &fields)
        })
        .await?;
    Ok(Found(changed))
}

/// Days off and days worked instead
#[utoipa::path(tag = "wards", security(("bearer" = ["wards:read"])), params(("id" = String, Path), HolidayQuery),
    responses((status = 200, body = List<Holiday>)))]
#[get("/wards/{id}/holidays")]
pub async fn list_holidays(
    access: Access<Wards, Read>,
    id: PathId,
    query: Parameters<HolidayQuery>,
) -> Result<web::Json<List<Holiday>>> {
    let year = query.0.year.map(whole_year).transpose()?;
    let days = access
        .read(move |cx| {
            let ward = store::find(cx, &id.0)?;
            store::holidays_of(cx, &ward.id, year)
        })
        .await?;
    Ok(web::Json(List::whole(days)))
}

fn whole_year(year: i32) -> Result<(NaiveDate, NaiveDate)> {
    let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31));
    first.zip(last).ok_or_else(|| Error::bad_parameter("year"))
}

/// Add a day off, or a day worked instead
///
/// Deadlines in working days follow this list from then on.
#[utoipa::path(tag = "wards", security(("bearer" = ["wards:update"])), request_body = NewHoliday,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = Holiday)))]
#[post("/wards/{id}/holidays")]
pub async fn add_holiday(
    access: Access<Wards, Update>,
    id: PathId,
    _: Nothing,
    body: Body<NewHoliday>,
) -> Result<Created> {
    access
        .create(move |cx| {
            let ward = store::find(cx, &id.0)?;
            let mut checks = Checks::new();
            let day = checks.day("day", body.0.day);
            let name = checks.line("name", &body.0.name, NAME_MAX);
            checks.finish()?;
            let is_workday = body.0.is_workday;
            let holiday = Holiday { id: cx.new_id(), ward_id: Some(ward.id), day, name, is_workday };
            store::add_holiday(cx, &holiday)?;
            Ok(holiday)
        })
        .await
}

/// Take a day off the ward's own list
#[utoipa::path(tag = "wards", security(("bearer" = ["wards:update"])),
    params(("id" = String, Path), ("holiday_id" = String, Path)), responses((status = 204)))]
#[delete("/wards/{id}/holidays/{holiday_id}")]
pub async fn remove_holiday(
    access: Access<Wards, Update>,
    id: PathId,
    request: HttpRequest,
    _: Nothing,
) -> Result<HttpResponse> {
    let holiday = path_id(&request, "holiday_id")?;
    access
        .write(move |cx| {
            let ward = store::find(cx, &id.0)?;
            store::remove_holiday(cx, &ward.id, &holiday)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
