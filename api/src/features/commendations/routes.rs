//! `/commendations`: propose, read, change, decide, decline, withdraw, hand over.

use actix_web::{get, patch, post, web};

use super::model::{
    CandidateQuery, Commendation, CommendationAward, CommendationCandidate, CommendationChanges, CommendationChoices,
    CommendationDecision, CommendationQuery, CommendationReason, DecisionQuery, NewCommendation,
    NewCommendationDecision,
};
use super::{candidates, decisions, store, write};
use crate::access::subject::Commendations;
use crate::access::{Access, Approve, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List commendations
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(CommendationQuery),
    responses((status = 200, body = List<Commendation>)))]
#[get("/commendations")]
pub async fn list_commendations(
    access: Access<Commendations, Read>,
    shape: Shape,
    query: Parameters<CommendationQuery>,
) -> Result<Listing<Commendation>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Commendations, Read>,
    shape: Shape,
    query: CommendationQuery,
) -> Result<Listing<Commendation>> {
    let sort = query.sort.as_deref().unwrap_or("-proposed_on");
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), sort)?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// What the writer of a proposal chooses from
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])),
    responses((status = 200, body = CommendationChoices)))]
#[get("/commendations/choices")]
pub async fn read_commendation_choices(
    access: Access<Commendations, Read>,
    _: Nothing,
) -> Result<web::Json<CommendationChoices>> {
    Ok(web::Json(access.read(candidates::choices).await?))
}

/// Units whose tasks were accepted, in time and with evidence: facts, no ranking
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(CandidateQuery),
    responses((status = 200, body = List<CommendationCandidate>)))]
#[get("/commendations/candidates")]
pub async fn list_commendation_candidates(
    access: Access<Commendations, Read>,
    query: Parameters<CandidateQuery>,
) -> Result<web::Json<List<CommendationCandidate>>> {
    Ok(web::Json(access.read(move |cx| candidates::list(cx, &query.0)).await?))
}

/// Propose a unit, a group or an adult: the leader is told
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:create"])), request_body = NewCommendation,
    responses((status = 201, body = Commendation)))]
#[post("/commendations")]
pub async fn create_commendation(
    access: Access<Commendations, Create>,
    body: Body<NewCommendation>,
) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read a commendation
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Commendation)))]
#[get("/commendations/{id}")]
pub async fn read_commendation(
    access: Access<Commendations, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Found<Commendation>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change a proposal that waits
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:create"])),
    request_body = CommendationChanges, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = Commendation)))]
#[patch("/commendations/{id}")]
pub async fn update_commendation(
    access: Access<Commendations, Create>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CommendationChanges>,
) -> Result<Found<Commendation>> {
    let commendation = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(commendation))
}

/// List decisions, the newest first
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(DecisionQuery),
    responses((status = 200, body = List<CommendationDecision>)))]
#[get("/commendations/decisions")]
pub async fn list_commendation_decisions(
    access: Access<Commendations, Read>,
    query: Parameters<DecisionQuery>,
) -> Result<web::Json<List<CommendationDecision>>> {
    Ok(web::Json(access.read(move |cx| decisions::list(cx, &query.0)).await?))
}

/// Decide one or more proposals: all of them or none
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:approve"])),
    request_body = NewCommendationDecision, responses((status = 201, body = CommendationDecision)))]
#[post("/commendations/decisions")]
pub async fn decide_commendations(
    access: Access<Commendations, Approve>,
    body: Body<NewCommendationDecision>,
) -> Result<Created> {
    access
        .create(move |cx| {
            let id = decisions::decide(cx, &body.0)?;
            decisions::find(cx, &id)
        })
        .await
}

/// Read a decision
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(("id" = String, Path)),
    responses((status = 200, body = CommendationDecision)))]
#[get("/commendations/decisions/{id}")]
pub async fn read_commendation_decision(
    access: Access<Commendations, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Found<CommendationDecision>> {
    Ok(Found(access.read(move |cx| decisions::find(cx, &id.0)).await?))
}

/// Do not follow a proposal, with the reason
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:approve"])), request_body = CommendationReason,
    params(("id" = String, Path)), responses((status = 200, body = Commendation)))]
#[post("/commendations/{id}/decline")]
pub async fn decline_commendation(
    access: Access<Commendations, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CommendationReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::decline(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Take a proposal back with the reason
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:create"])), request_body = CommendationReason,
    params(("id" = String, Path)), responses((status = 200, body = Commendation)))]
#[post("/commendations/{id}/withdraw")]
pub async fn withdraw_commendation(
    access: Access<Commendations, Create>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CommendationReason>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::withdraw(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Write down that it was handed over
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:update"])), request_body = CommendationAward,
    params(("id" = String, Path)), responses((status = 200, body = Commendation)))]
#[post("/commendations/{id}/award")]
pub async fn award_commendation(
    access: Access<Commendations, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CommendationAward>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::award(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
