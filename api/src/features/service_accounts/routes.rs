//! `/service-accounts`: HTTP in, HTTP out.

use actix_web::{get, patch, post};

use super::model::{
    NewServiceAccount, SecretRotation, ServiceAccount, ServiceAccountChanges, ServiceAccountFields,
    ServiceAccountQuery, ServiceAccountRevocation, ServiceAccountWithSecret,
};
use super::rules::{self, NAME_MAX, NOT_LEADERSHIP, REASON_MAX};
use super::{secret, store};
use crate::access::subject::Accounts;
use crate::access::{Access, Create, Cx, Read, Update, Writes};
use crate::db::page::{List, PageRequest};
use crate::db::types::Id;
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::features::wards;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters, ShownOnce};
use crate::input::{Checks, UNKNOWN_ID};

/// Service accounts of my ward, by name
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "service accounts", security(("bearer" = ["accounts:read"])), params(ServiceAccountQuery),
    responses((status = 200, body = List<ServiceAccount>)))]
#[get("/service-accounts")]
pub async fn list_service_accounts(
    access: Access<Accounts, Read>,
    shape: Shape,
    query: Parameters<ServiceAccountQuery>,
) -> Result<Listing<ServiceAccount>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Accounts, Read>,
    shape: Shape,
    query: ServiceAccountQuery,
) -> Result<Listing<ServiceAccount>> {
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), "name")?);
    access.read(move |cx| shape.give(store::list(cx, &page)?, cx.today())).await
}

/// A service account
#[utoipa::path(tag = "service accounts", security(("bearer" = ["accounts:read"])), params(("id" = String, Path)),
    responses((status = 200, body = ServiceAccount)))]
#[get("/service-accounts/{id}")]
pub async fn read_service_account(
    access: Access<Accounts, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Found<ServiceAccount>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Give a machine an account
///
/// The answer holds its secret, this once. Accounts of a superior unit are made on the command line (`bup machine`).
#[utoipa::path(tag = "service accounts", security(("bearer" = ["accounts:create"])), request_body = NewServiceAccount,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = ServiceAccountWithSecret)))]
#[post("/service-accounts")]
pub async fn create_service_account(
    access: Access<Accounts, Create>,
    _: Nothing,
    body: Body<NewServiceAccount>,
) -> Result<Created> {
    let once = ShownOnce::new(secret::generate());
    let unused = once.to_be_used();
    let created = access
        .create(move |cx| {
            let new = body.0;
            let mut checks = Checks::new();
            let fields = ServiceAccountFields {
                name: checks.line("name", &new.name, NAME_MAX),
                unit_id: new.unit_id,
                scopes: rules::check_scopes(&mut checks, &new.scopes, false),
                addresses: rules::check_addresses(&mut checks, &new.addresses),
                expires_on: new.expires_on,
            };
            rules::check_expiry(&mut checks, fields.expires_on, cx.today());
            check_unit(cx, &mut checks, &fields.unit_id)?;
            checks.finish()?;
            let account = store::create(cx, &fields, &secret::hash(&unused.take()))?;
            Ok(ServiceAccountWithSecret { account, client_secret: None })
        })
        .await?;
    Ok(once.show(created, "client_secret"))
}

fn check_unit<A: Writes>(cx: &mut Cx<'_, Accounts, A>, checks: &mut Checks, unit: &Id) -> Result<()> {
    match store::is_leadership(cx, unit)? {
        Some(true) => {}
        Some(false) => checks.fail("unit_id", NOT_LEADERSHIP),
        None => checks.fail("unit_id", UNKNOWN_ID),
    }
    Ok(())
}

/// Change a service account
///
/// What is taken away is gone at once, also for tokens that were made before.
#[utoipa::path(tag = "service accounts", security(("bearer" = ["accounts:update"])),
    request_body = ServiceAccountChanges, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = ServiceAccount), (status = 409, description = "`wrong_state`: it was revoked")))]
#[patch("/service-accounts/{id}")]
pub async fn update_service_account(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<ServiceAccountChanges>,
) -> Result<Found<ServiceAccount>> {
    let changed = access
        .write(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check(&before)?;
            rules::check_not_revoked(before.status)?;
            let mut checks = Checks::new();
            let (changes, was) = (body.0, before.fields());
            let fields = ServiceAccountFields {
                name: checks.line("name", changes.name.as_deref().unwrap_or(&was.name), NAME_MAX),
                unit_id: changes.unit_id.unwrap_or_else(|| was.unit_id.clone()),
                scopes: rules::check_scopes(&mut checks, changes.scopes.as_deref().unwrap_or(&was.scopes), false),
                addresses: rules::check_addresses(&mut checks, changes.addresses.as_deref().unwrap_or(&was.addresses)),
                expires_on: changes.expires_on.unwrap_or(was.expires_on),
            };
            // An account that ended stays as it is while something else of it is changed.
            if fields.expires_on != was.expires_on {
                rules::check_expiry(&mut checks, fields.expires_on, cx.today());
            }
            if fields.unit_id != was.unit_id {
                check_unit(cx, &mut checks, &fields.unit_id)?;
            }
            checks.finish()?;
            store::update(cx, &before, &fields)
        })
        .await?;
    Ok(Found(changed))
}

/// Give a service account another secret
///
/// Shown in this answer only. The old one counts on for the hours that are chosen.
#[utoipa::path(tag = "service accounts", security(("bearer" = ["accounts:update"])), request_body = SecretRotation,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = ServiceAccountWithSecret), (status = 409, description = "`wrong_state`")))]
#[post("/service-accounts/{id}/rotate")]
pub async fn rotate_service_account(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<SecretRotation>,
) -> Result<Created> {
    let once = ShownOnce::new(secret::generate());
    let unused = once.to_be_used();
    let done = access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_not_revoked(before.status)?;
            let mut checks = Checks::new();
            rules::check_grace(&mut checks, body.0.grace_hours);
            checks.finish()?;
            let hash = secret::hash(&unused.take());
            let account = store::rotate(cx, &before, &hash, body.0.grace_hours)?;
            Ok(ServiceAccountWithSecret { account, client_secret: None })
        })
        .await?;
    Ok(once.show(done, "client_secret"))
}

/// Revoke a service account, at once and for good
#[utoipa::path(tag = "service accounts", security(("bearer" = ["accounts:update"])),
    request_body = ServiceAccountRevocation,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = ServiceAccount), (status = 409, description = "`wrong_state`")))]
#[post("/service-accounts/{id}/revoke")]
pub async fn revoke_service_account(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<ServiceAccountRevocation>,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_not_revoked(before.status)?;
            let mut checks = Checks::new();
            let reason = checks.required_lines("reason", &body.0.reason, REASON_MAX);
            checks.finish()?;
            store::revoke(cx, &before, &reason)
        })
        .await
}
