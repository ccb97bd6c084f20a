//! `/delegations`: HTTP in, HTTP out.

use actix_web::{get, post};

use super::model::{Delegation, DelegationQuery, NewDelegation};
use super::rules::{self, REASON_MAX};
use super::store;
use crate::access::subject::Accounts;
use crate::access::{Access, Approve, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::features::wards;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};
use crate::input::Checks;

/// Who signs for whom, the latest days first
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "delegations", security(("bearer" = ["accounts:read"])), params(DelegationQuery),
    responses((status = 200, body = List<Delegation>)))]
#[get("/delegations")]
pub async fn list_delegations(
    access: Access<Accounts, Read>,
    shape: Shape,
    query: Parameters<DelegationQuery>,
) -> Result<Listing<Delegation>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Accounts, Read>,
    shape: Shape,
    query: DelegationQuery,
) -> Result<Listing<Delegation>> {
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), "-starts_on")?);
    access.read(move |cx| shape.give(store::list(cx, &page)?, cx.today())).await
}

/// A delegation
#[utoipa::path(tag = "delegations", security(("bearer" = ["accounts:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Delegation)))]
#[get("/delegations/{id}")]
pub async fn read_delegation(access: Access<Accounts, Read>, id: PathId, _: Nothing) -> Result<Found<Delegation>> {
    let found = access.read(move |cx| {
        let row = store::find_row(cx, &id.0)?;
        store::shape(cx, row)
    });
    Ok(Found(found.await?))
}

/// Let another leader sign (KT. CHỦ TỊCH)
///
/// A leader delegates their own signature; the administrator records anybody's.
#[utoipa::path(tag = "delegations", security(("bearer" = ["accounts:approve"])), request_body = NewDelegation,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = Delegation), (status = 409, description = "`delegation_overlap`")))]
#[post("/delegations")]
pub async fn create_delegation(
    access: Access<Accounts, Approve>,
    _: Nothing,
    body: Body<NewDelegation>,
) -> Result<Created> {
    access
        .create(move |cx| {
            wards::take_turns(cx)?;
            let mut new = body.0;
            let actor = cx.actor();
            let from = new.from_user_id.clone().unwrap_or_else(|| actor.user_id.clone());
            let mut checks = Checks::new();
            let leaders = store::active_leaders(cx, [&from, &new.to_user_id])?;
            rules::check_people(&mut checks, actor, &from, &new.to_user_id, &leaders);
            rules::check_days(&mut checks, &new, cx.today());
            new.reason = checks.required_lines("reason", &new.reason, REASON_MAX);
            checks.finish()?;
            rules::check_overlap(store::in_the_way(cx, &from, new.starts_on, new.ends_on)?)?;
            let row = store::create(cx, &from, &new)?;
            store::shape(cx, row)
        })
        .await
}

/// Revoke a delegation, from this moment on
#[utoipa::path(tag = "delegations", security(("bearer" = ["accounts:approve"])),
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = Delegation), (status = 409, description = "`delegation_over`")))]
#[post("/delegations/{id}/revoke")]
pub async fn revoke_delegation(
    access: Access<Accounts, Approve>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find_row(cx, &id.0)?;
            let shown = store::shape(cx, before.clone())?;
            if_match.check_if_given(&shown)?;
            rules::check_revocable(cx.actor(), &before, cx.today())?;
            let row = store::revoke(cx, &before.id)?;
            store::shape(cx, row)
        })
        .await
}
