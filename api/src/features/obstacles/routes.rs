//! `/obstacles`: raise, read, answer, pass up, close.

use actix_web::{get, patch, post};

use super::model::{
    NewObstacle, Obstacle, ObstacleAnswer, ObstacleChanges, ObstacleClosing, ObstacleEscalation, ObstacleQuery,
};
use super::store;
use crate::access::subject::Obstacles;
use crate::access::{Access, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List obstacles
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:read"])), params(ObstacleQuery),
    responses((status = 200, body = List<Obstacle>)))]
#[get("/obstacles")]
pub async fn list_obstacles(
    access: Access<Obstacles, Read>,
    shape: Shape,
    query: Parameters<ObstacleQuery>,
) -> Result<Listing<Obstacle>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Obstacles, Read>,
    shape: Shape,
    query: ObstacleQuery,
) -> Result<Listing<Obstacle>> {
    let page = shape.page(PageRequest::new(
        query.limit,
        query.cursor.as_deref(),
        query.sort.as_deref().unwrap_or("-created_at"),
    )?);
    access.read_list(shape, move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// Raise an obstacle
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:create"])), request_body = NewObstacle,
    responses((status = 201, body = Obstacle)))]
#[post("/obstacles")]
pub async fn raise_obstacle(access: Access<Obstacles, Create>, body: Body<NewObstacle>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = store::raise(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read an obstacle
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Obstacle)))]
#[get("/obstacles/{id}")]
pub async fn read_obstacle(access: Access<Obstacles, Read>, id: PathId, _: Nothing) -> Result<Found<Obstacle>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Mend the text of an open obstacle
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:create"])), request_body = ObstacleChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Obstacle)))]
#[patch("/obstacles/{id}")]
pub async fn update_obstacle(
    access: Access<Obstacles, Create>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ObstacleChanges>,
) -> Result<Found<Obstacle>> {
    let obstacle = access
        .write(move |cx| {
            store::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(obstacle))
}

/// ObstacleAnswer an obstacle
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:update"])), request_body = ObstacleAnswer,
    params(("id" = String, Path)), responses((status = 200, body = Obstacle)))]
#[post("/obstacles/{id}/answer")]
pub async fn answer_obstacle(
    access: Access<Obstacles, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ObstacleAnswer>,
) -> Result<Created> {
    access
        .act(move |cx| {
            store::answer(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Pass an obstacle up to the leader or the upper level
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:update"])), request_body = ObstacleEscalation,
    params(("id" = String, Path)), responses((status = 200, body = Obstacle)))]
#[post("/obstacles/{id}/escalate")]
pub async fn escalate_obstacle(
    access: Access<Obstacles, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ObstacleEscalation>,
) -> Result<Created> {
    access
        .act(move |cx| {
            store::escalate(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Close an answered obstacle
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:update"])), request_body = ObstacleClosing,
    params(("id" = String, Path)), responses((status = 200, body = Obstacle)))]
#[post("/obstacles/{id}/close")]
pub async fn close_obstacle(
    access: Access<Obstacles, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ObstacleClosing>,
) -> Result<Created> {
    access
        .act(move |cx| {
            store::close(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
