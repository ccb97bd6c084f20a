//! `/data-breaches`: report, list, read, mend, and what is done about one.

use actix_web::{get, patch, post, web};

use super::model::{
    BreachAssessment, BreachClosing, BreachLine, BreachNotice, BreachReopening, BreachTelling, DataBreach,
    DataBreachChanges, DataBreachQuery, NewBreachMeasure, NewDataBreach,
};
use super::{actions, store, write};
use crate::access::subject::Breaches;
use crate::access::{Access, Approve, Create, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List violations of personal data: the desk sees the ward's, everybody else what they reported
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:read"])), params(DataBreachQuery),
    responses((status = 200, body = List<BreachLine>)))]
#[get("/data-breaches")]
pub async fn list_data_breaches(
    access: Access<Breaches, Read>,
    query: Parameters<DataBreachQuery>,
) -> Result<web::Json<List<BreachLine>>> {
    let sort = query.0.sort.as_deref().unwrap_or("-discovered_at");
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), sort)?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0, &page)).await?))
}

/// Report a violation of personal data; its clock runs from the discovery
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:create"])), request_body = NewDataBreach,
    responses((status = 201, body = DataBreach)))]
#[post("/data-breaches")]
pub async fn create_data_breach(access: Access<Breaches, Create>, body: Body<NewDataBreach>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read a violation; the look is recorded
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:read"])), params(("id" = String, Path)),
    responses((status = 200, body = DataBreach)))]
#[get("/data-breaches/{id}")]
pub async fn read_data_breach(access: Access<Breaches, Read>, id: PathId, _: Nothing) -> Result<Found<DataBreach>> {
    let breach = access
        .look(move |cx| {
            let breach = store::find(cx, &id.0)?;
            audit::record(cx, "read", &id.0, Changes::none())?;
            Ok(breach)
        })
        .await?;
    Ok(Found(breach))
}

/// Mend what was reported
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:update"])), request_body = DataBreachChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = DataBreach)))]
#[patch("/data-breaches/{id}")]
pub async fn update_data_breach(
    access: Access<Breaches, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<DataBreachChanges>,
) -> Result<Found<DataBreach>> {
    let breach = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(breach))
}

/// Decide whether people may come to harm; that none is likely is the leader's to say
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:update"])), request_body = BreachAssessment,
    params(("id" = String, Path)), responses((status = 200, body = DataBreach)))]
#[post("/data-breaches/{id}/assess")]
pub async fn assess_data_breach(
    access: Access<Breaches, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<BreachAssessment>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::assess(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Write down that the authority was told; late only with the reason
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:update"])), request_body = BreachNotice,
    params(("id" = String, Path)), responses((status = 200, body = DataBreach)))]
#[post("/data-breaches/{id}/notify")]
pub async fn notify_data_breach(
    access: Access<Breaches, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<BreachNotice>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::notify(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Add what was done about it
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:update"])), request_body = NewBreachMeasure,
    params(("id" = String, Path)), responses((status = 200, body = DataBreach)))]
#[post("/data-breaches/{id}/measures")]
pub async fn add_breach_measure(
    access: Access<Breaches, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<NewBreachMeasure>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::add_measure(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Write down that the people concerned were told
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:update"])), request_body = BreachTelling,
    params(("id" = String, Path)), responses((status = 200, body = DataBreach)))]
#[post("/data-breaches/{id}/tell-people")]
pub async fn tell_people_of_breach(
    access: Access<Breaches, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<BreachTelling>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::tell_people(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Close what was found harmless or was told
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:approve"])), request_body = BreachClosing,
    params(("id" = String, Path)), responses((status = 200, body = DataBreach)))]
#[post("/data-breaches/{id}/close")]
pub async fn close_data_breach(
    access: Access<Breaches, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<BreachClosing>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::close(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Open a closed one again
#[utoipa::path(tag = "data breaches", security(("bearer" = ["breaches:approve"])), request_body = BreachReopening,
    params(("id" = String, Path)), responses((status = 200, body = DataBreach)))]
#[post("/data-breaches/{id}/reopen")]
pub async fn reopen_data_breach(
    access: Access<Breaches, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<BreachReopening>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::reopen(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
