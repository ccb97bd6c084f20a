//! `/injuries`: record, read, change, cancel; the quarter's table.

use actix_web::{get, patch, post, web};

use super::model::{Injury, InjuryCancellation, InjuryChanges, InjuryQuarter, InjuryQuery, NewInjury, QuarterQuery};
use super::{store, table, write};
use crate::access::subject::Injuries;
use crate::access::{Access, Create, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Download, Found, IfMatch, Parameters};

/// List accidents and injuries
#[utoipa::path(tag = "injuries", security(("bearer" = ["injuries:read"])), params(InjuryQuery),
    responses((status = 200, body = List<Injury>)))]
#[get("/injuries")]
pub async fn list_injuries(
    access: Access<Injuries, Read>,
    query: Parameters<InjuryQuery>,
) -> Result<web::Json<List<Injury>>> {
    let sort = query.0.sort.as_deref().unwrap_or("-happened_on");
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), sort)?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0, &page)).await?))
}

/// Record an accident
#[utoipa::path(tag = "injuries", security(("bearer" = ["injuries:create"])), request_body = NewInjury,
    responses((status = 201, body = Injury)))]
#[post("/injuries")]
pub async fn create_injury(access: Access<Injuries, Create>, body: Body<NewInjury>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::summary(cx, &id)
        })
        .await
}

/// Read an accident; the look is recorded
#[utoipa::path(tag = "injuries", security(("bearer" = ["injuries:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Injury)))]
#[get("/injuries/{id}")]
pub async fn read_injury(access: Access<Injuries, Read>, id: PathId, _: Nothing) -> Result<Found<Injury>> {
    let injury = access
        .look(move |cx| {
            let injury = store::find(cx, &id.0)?;
            audit::record(cx, "read", &id.0, Changes::none())?;
            Ok(injury)
        })
        .await?;
    Ok(Found(injury))
}

/// Change an accident's record
#[utoipa::path(tag = "injuries", security(("bearer" = ["injuries:update"])), request_body = InjuryChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Injury)))]
#[patch("/injuries/{id}")]
pub async fn update_injury(
    access: Access<Injuries, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<InjuryChanges>,
) -> Result<Found<Injury>> {
    let injury = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(injury))
}

/// Cancel an accident's record: it counts nowhere any more
#[utoipa::path(tag = "injuries", security(("bearer" = ["injuries:update"])), request_body = InjuryCancellation,
    params(("id" = String, Path)), responses((status = 200, body = Injury)))]
#[post("/injuries/{id}/cancel")]
pub async fn cancel_injury(
    access: Access<Injuries, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<InjuryCancellation>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::cancel(cx, &id.0, if_match, &body.0)?;
            store::summary(cx, &id.0)
        })
        .await
}

/// The quarter's table of child injuries
#[utoipa::path(tag = "injuries", security(("bearer" = ["injuries:read"])), params(QuarterQuery),
    responses((status = 200, body = InjuryQuarter)))]
#[get("/injuries/quarter")]
pub async fn read_quarter(
    access: Access<Injuries, Read>,
    query: Parameters<QuarterQuery>,
) -> Result<web::Json<InjuryQuarter>> {
    Ok(web::Json(access.read(move |cx| table::quarter(cx, &query.0)).await?))
}

/// The quarter's table as the form that goes up; the export is recorded
#[utoipa::path(tag = "injuries", security(("bearer" = ["injuries:read"])), params(QuarterQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/injuries/quarter.xlsx")]
pub async fn export_quarter(access: Access<Injuries, Read>, query: Parameters<QuarterQuery>) -> Result<Download> {
    access.look(move |cx| table::export(cx, &query.0)).await
}
