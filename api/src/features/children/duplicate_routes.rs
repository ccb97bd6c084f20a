//! The desk of duplicates: pairs to decide on, merges to take back.

use actix_web::{get, post, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::duplicates::{self, DuplicatePair};
use super::merges::{self, ChildMerge, MergedChild};
use super::store::{self, Shown};
use crate::access::subject::Children;
use crate::access::{Access, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::List;
use crate::db::types::Id;
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, IfMatch};
use crate::input::Checks;

/// The pairs of rows that may be one child, the surest first; the look at them is recorded
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])),
    responses((status = 200, body = List<DuplicatePair>)))]
#[get("/children/duplicates")]
pub async fn list_duplicates(access: Access<Children, Read>, _: Nothing) -> Result<web::Json<List<DuplicatePair>>> {
    let (items, total) = access
        .look(|cx| {
            duplicates::check_desk(cx)?;
            let found = duplicates::pairs(cx)?;
            // Whole rows beside each other, of no one child: the reader's own id stands for them.
            let reader = cx.actor().user_id.clone();
            audit::record(cx, "read_duplicates", &reader, Changes::none().field("rows", (), found.0.len()))?;
            Ok(found)
        })
        .await?;
    Ok(web::Json(List { items, next_cursor: None, total, total_is_at_least: false }))
}

/// Two rows that somebody found to be two children.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Distinction {
    pub first_id: Id,
    pub second_id: Id,
    #[serde(default)]
    pub reason: String,
}

#[derive(Serialize, ToSchema)]
pub struct Distinguished {
    pub first_id: Id,
    pub second_id: Id,
}

/// Decide that two rows are two children
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = Distinction,
    responses((status = 200, body = Distinguished)))]
#[post("/children/duplicates/keep-apart")]
pub async fn keep_apart(access: Access<Children, Update>, body: Body<Distinction>) -> Result<Created> {
    access
        .act(move |cx| {
            duplicates::check_desk(cx)?;
            let Distinction { first_id, second_id, reason } = body.0;
            let mut checks = Checks::new();
            let reason = checks.lines("reason", &reason, 1000);
            if first_id == second_id {
                checks.fail("second_id", merges::SAME_CHILD);
            }
            checks.finish()?;
            duplicates::keep_apart(cx, &first_id, &second_id, &reason)?;
            Ok(Distinguished { first_id, second_id })
        })
        .await
}

/// Make one row of two
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), request_body = ChildMerge,
    params(("id" = String, Path)), responses((status = 200, body = Shown)))]
#[post("/children/{id}/merge")]
pub async fn merge_child(
    access: Access<Children, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ChildMerge>,
) -> Result<Created> {
    access
        .act(move |cx| {
            merges::merge(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// The merges of the ward, newest first
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])),
    responses((status = 200, body = List<MergedChild>)))]
#[get("/children/merges")]
pub async fn list_merges(access: Access<Children, Read>, _: Nothing) -> Result<web::Json<List<MergedChild>>> {
    Ok(web::Json(List::whole(access.read(merges::list).await?)))
}

/// Make two rows of one again
#[utoipa::path(tag = "children", security(("bearer" = ["children:update"])), params(("id" = String, Path)),
    responses((status = 200, body = Shown)))]
#[post("/children/merges/{id}/undo")]
pub async fn undo_merge(access: Access<Children, Update>, id: PathId, _: Nothing) -> Result<Created> {
    access
        .act(move |cx| {
            let kept = merges::undo(cx, &id.0)?;
            store::find(cx, &kept)
        })
        .await
}
