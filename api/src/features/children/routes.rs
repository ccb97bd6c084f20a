//! `/children`: list, search, read, make, change; where a child moves; what happened to its row and who looked.

use actix_web::{get, patch, post, web};

use super::catalogue::{self, ChildGroup};
use super::coverage::{self, Coverage, CoverageQuery};
use super::history::{self, ChildHistoryEntry};
use super::model::{ChildChanges, ChildDeath, ChildMove, ChildMoveOut, ChildQuery, ChildReturn, NewChild};
use super::store::{self, Shown};
use super::views::View;
use super::{lookers, moves, write};
use crate::access::subject::Children;
use crate::access::{Access, Create, Read, UnitKind, Update};
use crate::audit::{self, Changes};
use crate::db::page::List;
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::features::units;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

pub const NAME_IN_ADDRESS: Message = Message::new(
    "name_in_address",
    "Tên trẻ không được nằm trong địa chỉ trang. Hãy tìm bằng POST /children/search.",
    "Names of children never travel in an address. Search with POST /children/search.",
);

/// List children
///
/// Members that the reader may not see are absent, and those that are shown of one child at a time, whose reading is
/// recorded. Words of a name go to `POST /children/search`.
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(ChildQuery),
    responses((status = 200, body = List<Shown>)))]
#[get("/children")]
pub async fn list_children(
    access: Access<Children, Read>,
    query: Parameters<ChildQuery>,
) -> Result<web::Json<List<Shown>>> {
    check_address(&query.0)?;
    let page = store::page_of(&query.0)?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0, &page)).await?.map(Shown::in_list)))
}

/// # Errors
/// 400 where a name stands in an address.
pub(super) fn check_address(query: &ChildQuery) -> Result<()> {
    if query.q.is_none() {
        return Ok(());
    }
    Err(Error::new(actix_web::http::StatusCode::BAD_REQUEST, NAME_IN_ADDRESS).extra("parameter", "q"))
}

/// Search children by name, code, telephone number or number of identity
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), request_body = ChildQuery,
    responses((status = 200, body = List<Shown>)))]
#[post("/children/search")]
pub async fn search_children(access: Access<Children, Read>, body: Body<ChildQuery>) -> Result<web::Json<List<Shown>>> {
    let page = store::page_of(&body.0)?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &body.0, &page)).await?.map(Shown::in_list)))
}

/// Make a child that nobody has entered yet
///
/// `409 possible_duplicates` names rows that may be the same child (`candidates`); send their ids as
/// `not_duplicate_of` once somebody looked at them.
#[utoipa::path(tag = "children", security(("bearer" = ["children:create"])), request_body = NewChild,
    responses((status = 201, body = Shown)))]
#[post("/children")]
pub async fn create_child(access: Access<Children, Create>, body: Body<NewChild>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read a child; the look is recorded
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Shown)))]
#[get("/children/{id}")]
pub async fn read_child(access: Access<Children, Read>, id: PathId, _: Nothing) -> Result<Found<Shown>> {
    let child = access
        .look(move |cx| {
            let child = store::find(cx, &id.0)?;
            audit::record(cx, "read", &id.0, Changes::none())?;
            Ok(child)
        })
        .await?;
    Ok(Found(child))
}

/// Change a child
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = ChildChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Shown)))]
#[patch("/children/{id}")]
pub async fn update_child(
    access: Access<Children, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ChildChanges>,
) -> Result<Found<Shown>> {
    let child = access
        .write(move |cx| {
            let before = store::find_to_write(cx, &id.0)?;
            if_match.check_version(before.version, || store::find(cx, &id.0))?;
            write::update(cx, &before, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(child))
}

/// What changed in a child's row
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<ChildHistoryEntry>)))]
#[get("/children/{id}/history")]
pub async fn read_child_history(
    access: Access<Children, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<ChildHistoryEntry>>> {
    let items = access
        .look(move |cx| {
            let items = history::of(cx, &id.0)?;
            audit::record(cx, "read_history", &id.0, Changes::none())?;
            Ok(items)
        })
        .await?;
    Ok(web::Json(List::whole(items)))
}

/// Who has looked at a child
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<lookers::ChildLook>)))]
#[get("/children/{id}/views")]
pub async fn read_child_views(
    access: Access<Children, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<lookers::ChildLook>>> {
    Ok(web::Json(List::whole(access.read(move |cx| lookers::of(cx, &id.0)).await?)))
}

/// The groups of special circumstances and risks that this reader may know
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])),
    responses((status = 200, body = List<ChildGroup>)))]
#[get("/children/catalogue")]
pub async fn read_child_catalogue(access: Access<Children, Read>, _: Nothing) -> Result<web::Json<List<ChildGroup>>> {
    let groups = access
        .read(|cx| {
            let view = View::of(cx.actor());
            let known = catalogue::groups().iter().filter(|group| view.knows_code(&group.code));
            Ok(known.cloned().collect())
        })
        .await?;
    Ok(web::Json(List::whole(groups)))
}

/// No child left out: of each programme who is entitled and whom it reached, by neighborhood
///
/// Every number opens its list: `GET /children?programme=…&reached=…&year=…` with the neighborhood's id.
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(CoverageQuery),
    responses((status = 200, body = Coverage)))]
#[get("/children/coverage")]
pub async fn read_coverage(
    access: Access<Children, Read>,
    query: Parameters<CoverageQuery>,
) -> Result<web::Json<Coverage>> {
    Ok(web::Json(access.read_lagging(move |cx| coverage::of(cx, &query.0)).await?))
}

/// The neighborhoods and schools that children can be in, for choosing
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])),
    responses((status = 200, body = ChildPlaces)))]
#[get("/children/places")]
pub async fn read_child_places(access: Access<Children, Read>, _: Nothing) -> Result<web::Json<ChildPlaces>> {
    let units = access
        .read(|cx| {
            let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
            units::active(cx, &ward)
        })
        .await?;
    let of = |kind: UnitKind| {
        let mut found: Vec<ChildPlace> = units
            .iter()
            .filter(|unit| unit.kind == kind)
            .map(|unit| ChildPlace { id: unit.id.clone(), name: unit.name.clone() })
            .collect();
        found.sort_by_cached_key(|place| units::natural_key(&place.name));
        found
    };
    Ok(web::Json(ChildPlaces { neighborhoods: of(UnitKind::Neighborhood), schools: of(UnitKind::School) }))
}

/// Where children live and learn in the ward.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct ChildPlaces {
    pub neighborhoods: Vec<ChildPlace>,
    pub schools: Vec<ChildPlace>,
}

#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct ChildPlace {
    pub id: Id,
    pub name: String,
}

/// Move a child to another neighborhood of the ward
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = ChildMove,
    params(("id" = String, Path)), responses((status = 200, body = ChildMoveResult)))]
#[post("/children/{id}/move")]
pub async fn move_child(
    access: Access<Children, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ChildMove>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::to_neighborhood(cx, &id.0, if_match, &body.0)?;
            let mut within = store::those_within(cx, std::slice::from_ref(&id.0))?;
            Ok(ChildMoveResult { child: within.pop() })
        })
        .await
}

/// The child where it is now; absent when it is no longer within the reader's scope.
#[derive(serde::Serialize, utoipa::ToSchema)]
pub struct ChildMoveResult {
    pub child: Option<Shown>,
}

/// A child leaves the ward
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = ChildMoveOut,
    params(("id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/move-out")]
pub async fn move_child_out(
    access: Access<Children, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ChildMoveOut>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::out(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// A child comes back to the ward
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = ChildReturn,
    params(("id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/return")]
pub async fn child_returns(
    access: Access<Children, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ChildReturn>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::back(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// A child has died
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = ChildDeath,
    params(("id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/died")]
pub async fn child_died(
    access: Access<Children, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ChildDeath>,
) -> Result<Created> {
    access
        .act(move |cx| {
            moves::died(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
