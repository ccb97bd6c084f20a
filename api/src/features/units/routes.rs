//! `/units`: HTTP in, HTTP out.

use actix_web::{get, patch, post, web};

use super::handover;
use super::model::{Closing, HistoryEntry, Merge, NewUnit, Unit, UnitChanges, UnitQuery};
use super::rules::{self, MERGE_ITSELF, MERGE_KIND, NAME_MAX, NOTE_MAX};
use super::store::{self, Ending, Renaming};
use crate::access::subject::Accounts;
use crate::access::{Access, Create, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::error::{Error, Result};
use crate::export::{Listing, Shape};
use crate::features::wards;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};
use crate::input::{Checks, UNKNOWN_ID};

/// Units of my ward, by kind and name
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:read"])), params(UnitQuery),
    responses((status = 200, body = List<Unit>)))]
#[get("/units")]
pub async fn list_units(
    access: Access<Accounts, Read>,
    shape: Shape,
    query: Parameters<UnitQuery>,
) -> Result<Listing<Unit>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(access: Access<Accounts, Read>, shape: Shape, query: UnitQuery) -> Result<Listing<Unit>> {
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), "name")?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// A unit
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Unit)))]
#[get("/units/{id}")]
pub async fn read_unit(access: Access<Accounts, Read>, id: PathId, _: Nothing) -> Result<Found<Unit>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Add a unit
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:create"])), request_body = NewUnit,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = Unit)))]
#[post("/units")]
pub async fn create_unit(access: Access<Accounts, Create>, _: Nothing, body: Body<NewUnit>) -> Result<Created> {
    access
        .create(move |cx| {
            let mut checks = Checks::new();
            rules::check_kind(&mut checks, body.0.kind);
            let new = NewUnit {
                kind: body.0.kind,
                code: rules::check_code(&mut checks, &body.0.code),
                name: checks.line("name", &body.0.name, NAME_MAX),
            };
            checks.finish()?;
            store::create(cx, &new)
        })
        .await
}

/// Rename a unit, or give it another code
///
/// The old name stays in the history, and on what was finished under it.
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:update"])), request_body = UnitChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Unit)))]
#[patch("/units/{id}")]
pub async fn update_unit(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<UnitChanges>,
) -> Result<Found<Unit>> {
    let changed = access
        .write(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(&mut cx.also()?, &id.0)?;
            if_match.check(&before)?;
            rules::check_active(&before)?;
            let mut checks = Checks::new();
            let new = Renaming {
                name: checks.line("name", body.0.name.as_deref().unwrap_or(&before.name), NAME_MAX),
                code: rules::check_code(&mut checks, body.0.code.as_deref().unwrap_or(&before.code)),
                effective_on: checks.day("effective_on", body.0.effective_on.unwrap_or(cx.today())),
                note: checks.lines("note", body.0.note.as_deref().unwrap_or(""), NOTE_MAX),
            };
            checks.finish()?;
            store::rename(cx, &before, &new)
        })
        .await?;
    Ok(Found(changed))
}

/// Merge a unit into another of the ward
///
/// Its accounts, open tasks and open obstacles go over to the other one; what is finished keeps the old name.
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:update"])), request_body = Merge,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Unit)))]
#[post("/units/{id}/merge")]
pub async fn merge_unit(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<Merge>,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(&mut cx.also()?, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_active(&before)?;
            let into_id = &body.0.into_unit_id;
            let into = store::in_use(cx, [into_id])?.remove(into_id);
            let mut checks = Checks::new();
            match &into {
                None => checks.fail("into_unit_id", UNKNOWN_ID),
                Some(into) if into.id == before.id => checks.fail("into_unit_id", MERGE_ITSELF),
                Some(into) if !rules::takes_people_of(into.kind, before.kind) => {
                    checks.fail("into_unit_id", MERGE_KIND)
                }
                Some(_) => {}
            }
            let effective_on = checks.day("effective_on", body.0.effective_on);
            let note = checks.required_lines("note", &body.0.note, NOTE_MAX);
            checks.finish()?;
            let into = into.ok_or_else(Error::not_found)?;
            let moved = handover::hand_over_open_work(cx, &before.id, &into.id)?;
            let unit = store::end(cx, &before, &Ending { into: Some(&into), effective_on, note: &note })?;
            let changes = Changes::between(&before, &unit)
                .field("users", moved.users, 0)
                .field("open_tasks", moved.tasks, 0)
                .field("open_obstacles", moved.obstacles, 0)
                .field("open_summer", moved.summer, 0)
                .field("children", moved.children, 0);
            audit::record(cx, "merge", &before.id, changes)?;
            Ok(unit)
        })
        .await
}

/// Close a unit that nobody works in any more
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:update"])), request_body = Closing,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Unit), (status = 409, description = "`unit_still_busy`: people or open work remain")))]
#[post("/units/{id}/close")]
pub async fn close_unit(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<Closing>,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(&mut cx.also()?, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_active(&before)?;
            let mut checks = Checks::new();
            let note = checks.required_lines("note", &body.0.note, NOTE_MAX);
            checks.finish()?;
            rules::check_idle(handover::open_work(cx, &before.id)?)?;
            let ending = Ending { into: None, effective_on: cx.today(), note: &note };
            let unit = store::end(cx, &before, &ending)?;
            audit::record(cx, "close", &before.id, Changes::between(&before, &unit))?;
            Ok(unit)
        })
        .await
}

/// What happened to a unit, newest first
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<HistoryEntry>)))]
#[get("/units/{id}/history")]
pub async fn read_history(
    access: Access<Accounts, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<HistoryEntry>>> {
    let entries = access
        .read(move |cx| {
            let unit = store::find(&mut cx.also()?, &id.0)?;
            store::history(cx, &unit.id)
        })
        .await?;
    Ok(web::Json(List::whole(entries)))
}
