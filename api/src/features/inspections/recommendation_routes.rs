//! `/recommendations`: what inspected units are asked to put right, and whether they have.

use actix_web::{get, patch, post};

use super::recommendation_model::{
    NewRecommendation, Recommendation, RecommendationChanges, RecommendationCheck, RecommendationFix,
    RecommendationMove, RecommendationQuery, RecommendationReason,
};
use super::{follow_up, recommendations};
use crate::access::subject::Recommendations;
use crate::access::{Access, Approve, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List recommendations
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:read"])), params(RecommendationQuery),
    responses((status = 200, body = List<Recommendation>)))]
#[get("/recommendations")]
pub async fn list_recommendations(
    access: Access<Recommendations, Read>,
    shape: Shape,
    query: Parameters<RecommendationQuery>,
) -> Result<Listing<Recommendation>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Recommendations, Read>,
    shape: Shape,
    query: RecommendationQuery,
) -> Result<Listing<Recommendation>> {
    let sort = query.sort.as_deref().unwrap_or("due_on");
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), sort)?);
    access.read(move |cx| shape.give(recommendations::list(cx, &query, &page)?, cx.today())).await
}

/// Ask an inspected unit to put something right: it is told
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:create"])),
    request_body = NewRecommendation, params(("id" = String, Path)),
    responses((status = 201, body = Recommendation)))]
#[post("/inspections/{id}/recommendations")]
pub async fn create_recommendation(
    access: Access<Recommendations, Create>,
    id: PathId,
    body: Body<NewRecommendation>,
) -> Result<Created> {
    access
        .create(move |cx| {
            let id = follow_up::create(cx, &id.0, &body.0)?;
            recommendations::find(cx, &id)
        })
        .await
}

/// Read a recommendation
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Recommendation)))]
#[get("/recommendations/{id}")]
pub async fn read_recommendation(
    access: Access<Recommendations, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Found<Recommendation>> {
    Ok(Found(access.read(move |cx| recommendations::find(cx, &id.0)).await?))
}

/// Mend an open recommendation
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:approve"])),
    request_body = RecommendationChanges, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = Recommendation)))]
#[patch("/recommendations/{id}")]
pub async fn update_recommendation(
    access: Access<Recommendations, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<RecommendationChanges>,
) -> Result<Found<Recommendation>> {
    let recommendation = access
        .write(move |cx| {
            follow_up::update(cx, &id.0, if_match, &body.0)?;
            recommendations::find(cx, &id.0)
        })
        .await?;
    Ok(Found(recommendation))
}

/// Report that my unit has put it right
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:update"])),
    request_body = RecommendationFix, params(("id" = String, Path)), responses((status = 200, body = Recommendation)))]
#[post("/recommendations/{id}/fix")]
pub async fn fix_recommendation(
    access: Access<Recommendations, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<RecommendationFix>,
) -> Result<Created> {
    access
        .act(move |cx| {
            follow_up::fix(cx, &id.0, if_match, &body.0)?;
            recommendations::find(cx, &id.0)
        })
        .await
}

/// Confirm that it is put right
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:approve"])),
    request_body = RecommendationCheck, params(("id" = String, Path)), responses((status = 200, body = Recommendation)))]
#[post("/recommendations/{id}/verify")]
pub async fn verify_recommendation(
    access: Access<Recommendations, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<RecommendationCheck>,
) -> Result<Created> {
    access
        .act(move |cx| {
            follow_up::verify(cx, &id.0, if_match, &body.0)?;
            recommendations::find(cx, &id.0)
        })
        .await
}

/// Open it again with the reason
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:approve"])),
    request_body = RecommendationReason, params(("id" = String, Path)), responses((status = 200, body = Recommendation)))]
#[post("/recommendations/{id}/return")]
pub async fn return_recommendation(
    access: Access<Recommendations, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<RecommendationReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            follow_up::give_back(cx, &id.0, if_match, &body.0)?;
            recommendations::find(cx, &id.0)
        })
        .await
}

/// Take it back with the reason
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:approve"])),
    request_body = RecommendationReason, params(("id" = String, Path)), responses((status = 200, body = Recommendation)))]
#[post("/recommendations/{id}/withdraw")]
pub async fn withdraw_recommendation(
    access: Access<Recommendations, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<RecommendationReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            follow_up::withdraw(cx, &id.0, if_match, &body.0)?;
            recommendations::find(cx, &id.0)
        })
        .await
}

/// Remind the unit, once a day
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:approve"])),
    request_body = RecommendationMove, params(("id" = String, Path)), responses((status = 200, body = Recommendation)))]
#[post("/recommendations/{id}/remind")]
pub async fn remind_recommendation(
    access: Access<Recommendations, Approve>,
    id: PathId,
    if_match: IfMatch,
    _: Body<RecommendationMove>,
) -> Result<Created> {
    access
        .act(move |cx| {
            follow_up::remind(cx, &id.0, if_match)?;
            recommendations::find(cx, &id.0)
        })
        .await
}
