//! `/portal/notes`: what a ward tells on its public page in its own words.

use actix_web::{get, patch, post, web};

use super::model::{NewPublicNote, PublicNote, PublicNoteAction, PublicNoteChanges, PublicNoteQuery, StarterNotes};
use super::store;
use crate::access::subject::Communications;
use crate::access::{Access, Approve, Create, Read, Update};
use crate::db::page::List;
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List the notes of the public page
#[utoipa::path(tag = "portal", security(("bearer" = ["communications:read"])), params(PublicNoteQuery),
    responses((status = 200, body = List<PublicNote>)))]
#[get("/portal/notes")]
pub async fn list_public_notes(
    access: Access<Communications, Read>,
    query: Parameters<PublicNoteQuery>,
) -> Result<web::Json<List<PublicNote>>> {
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0)).await?))
}

/// Write a note for the public page; it is shown when it is approved
#[utoipa::path(tag = "portal", security(("bearer" = ["communications:create"])), request_body = NewPublicNote,
    responses((status = 201, body = PublicNote)))]
#[post("/portal/notes")]
pub async fn create_public_note(access: Access<Communications, Create>, body: Body<NewPublicNote>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = store::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Add the safety advice that every ward may begin with
///
/// What is there already, by its title, is left alone. Added by somebody who may approve, it is shown at once.
#[utoipa::path(tag = "portal", security(("bearer" = ["communications:create"])),
    responses((status = 200, body = StarterNotes)))]
#[post("/portal/notes/starters")]
pub async fn add_starter_notes(access: Access<Communications, Create>, _: Nothing) -> Result<Created> {
    access.act(|cx| Ok(StarterNotes { added: store::add_starters(cx)? })).await
}

/// Read a note of the public page
#[utoipa::path(tag = "portal", security(("bearer" = ["communications:read"])), params(("id" = String, Path)),
    responses((status = 200, body = PublicNote)))]
#[get("/portal/notes/{id}")]
pub async fn read_public_note(
    access: Access<Communications, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Found<PublicNote>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change a note of the public page; other words are hidden until they are approved
#[utoipa::path(tag = "portal", security(("bearer" = ["communications:update"])), request_body = PublicNoteChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = PublicNote)))]
#[patch("/portal/notes/{id}")]
pub async fn update_public_note(
    access: Access<Communications, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<PublicNoteChanges>,
) -> Result<Found<PublicNote>> {
    let note = access
        .write(move |cx| {
            store::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(note))
}

/// Show a note to everybody; a giver only with their consent
#[utoipa::path(tag = "portal", security(("bearer" = ["communications:approve"])), params(("id" = String, Path)),
    responses((status = 200, body = PublicNote)))]
#[post("/portal/notes/{id}/show")]
pub async fn show_public_note(
    access: Access<Communications, Approve>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    turn(access, id, if_match, PublicNoteAction::Show).await
}

/// Hide a note; within a minute nobody is given it any more
#[utoipa::path(tag = "portal", security(("bearer" = ["communications:approve"])), params(("id" = String, Path)),
    responses((status = 200, body = PublicNote)))]
#[post("/portal/notes/{id}/hide")]
pub async fn hide_public_note(
    access: Access<Communications, Approve>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    turn(access, id, if_match, PublicNoteAction::Hide).await
}

async fn turn(
    access: Access<Communications, Approve>,
    id: PathId,
    if_match: IfMatch,
    action: PublicNoteAction,
) -> Result<Created> {
    access
        .act(move |cx| {
            store::turn(cx, &id.0, if_match, action)?;
            store::find(cx, &id.0)
        })
        .await
}
