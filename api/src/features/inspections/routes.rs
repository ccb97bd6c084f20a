//! `/inspections`: plan, read, change, write down visits, end, call off.

use actix_web::{HttpRequest, get, patch, post, web};

use super::model::{
    Inspection, InspectionChanges, InspectionChoices, InspectionFinish, InspectionQuery, InspectionReason,
    InspectionVisit, NewInspection, VisitChanges,
};
use super::{choices, store, visits, write};
use crate::access::subject::Inspections;
use crate::access::{Access, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List inspections
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:read"])), params(InspectionQuery),
    responses((status = 200, body = List<Inspection>)))]
#[get("/inspections")]
pub async fn list_inspections(
    access: Access<Inspections, Read>,
    shape: Shape,
    query: Parameters<InspectionQuery>,
) -> Result<Listing<Inspection>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Inspections, Read>,
    shape: Shape,
    query: InspectionQuery,
) -> Result<Listing<Inspection>> {
    let sort = query.sort.as_deref().unwrap_or("-starts_on");
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), sort)?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// What the writer of an inspection chooses from
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:read"])),
    responses((status = 200, body = InspectionChoices)))]
#[get("/inspections/choices")]
pub async fn read_inspection_choices(
    access: Access<Inspections, Read>,
    _: Nothing,
) -> Result<web::Json<InspectionChoices>> {
    Ok(web::Json(access.read(choices::choices).await?))
}

/// Plan an inspection: the units are told
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:create"])), request_body = NewInspection,
    responses((status = 201, body = Inspection)))]
#[post("/inspections")]
pub async fn create_inspection(access: Access<Inspections, Create>, body: Body<NewInspection>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read an inspection: an inspected unit sees its own visit
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Inspection)))]
#[get("/inspections/{id}")]
pub async fn read_inspection(access: Access<Inspections, Read>, id: PathId, _: Nothing) -> Result<Found<Inspection>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change a planned inspection
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:update"])), request_body = InspectionChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Inspection)))]
#[patch("/inspections/{id}")]
pub async fn update_inspection(
    access: Access<Inspections, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<InspectionChanges>,
) -> Result<Found<Inspection>> {
    let inspection = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(inspection))
}

/// Write down what was found in one unit
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:update"])), request_body = VisitChanges,
    params(("id" = String, Path), ("visit_id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = InspectionVisit)))]
#[patch("/inspections/{id}/visits/{visit_id}")]
pub async fn update_visit(
    access: Access<Inspections, Update>,
    id: PathId,
    request: HttpRequest,
    if_match: IfMatch,
    body: Body<VisitChanges>,
) -> Result<Found<InspectionVisit>> {
    let visit = path_id(&request, "visit_id")?;
    let visit = access
        .write(move |cx| {
            visits::update(cx, &id.0, &visit, if_match, &body.0)?;
            store::visit(cx, &id.0, &visit)
        })
        .await?;
    Ok(Found(visit))
}

/// End an inspection that was carried out
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:update"])), request_body = InspectionFinish,
    params(("id" = String, Path)), responses((status = 200, body = Inspection)))]
#[post("/inspections/{id}/finish")]
pub async fn finish_inspection(
    access: Access<Inspections, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<InspectionFinish>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::finish(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Call a planned inspection off with the reason
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:update"])), request_body = InspectionReason,
    params(("id" = String, Path)), responses((status = 200, body = Inspection)))]
#[post("/inspections/{id}/cancel")]
pub async fn cancel_inspection(
    access: Access<Inspections, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<InspectionReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::cancel(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
