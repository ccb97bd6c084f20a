//! `/webhooks`: HTTP in, HTTP out.

use actix_web::{HttpRequest, get, patch, post, web};

use super::address::{self, URL_MAX};
use super::model::{
    NewWebhook, Webhook, WebhookChanges, WebhookDelivery, WebhookFields, WebhookQuery, WebhookRotation,
    WebhookWithSecret,
};
use super::rules::{self, SWITCHED_OFF};
use super::{log, signing, store};
use crate::access::subject::Webhooks;
use crate::access::{Access, Create, Cx, Deed, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::{Error, Result};
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Found, IfMatch, Parameters, ShownOnce};
use crate::input::{Checks, OUT_OF_RANGE};

const GRACE_HOURS_MAX: i64 = 72;

/// Webhooks of my ward, the oldest first; a machine sees its own
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:read"])), params(WebhookQuery),
    responses((status = 200, body = List<Webhook>)))]
#[get("/webhooks")]
pub async fn list_webhooks(
    access: Access<Webhooks, Read>,
    shape: Shape,
    query: Parameters<WebhookQuery>,
) -> Result<Listing<Webhook>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Webhooks, Read>,
    shape: Shape,
    query: WebhookQuery,
) -> Result<Listing<Webhook>> {
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), "created_at")?);
    access.read(move |cx| shape.give(store::list(cx, &page)?, cx.today())).await
}

/// A webhook
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Webhook)))]
#[get("/webhooks/{id}")]
pub async fn read_webhook(access: Access<Webhooks, Read>, id: PathId, _: Nothing) -> Result<Found<Webhook>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Be told of what happens
///
/// The answer holds the secret that signs the messages (Standard Webhooks), this once. Messages hold ids only: fetch
/// the row with your own rights. A superior's webhook hears of the wards below it what is handed up to it.
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:create"])), request_body = NewWebhook,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = WebhookWithSecret), (status = 409, description = "`too_many_webhooks`")))]
#[post("/webhooks")]
pub async fn create_webhook(access: Access<Webhooks, Create>, _: Nothing, body: Body<NewWebhook>) -> Result<Created> {
    let once = ShownOnce::new(signing::generate());
    let unused = once.to_be_used();
    let created = access
        .create(move |cx| {
            let NewWebhook { url, events, description } = body.0;
            let fields = check(cx, WebhookFields { url, events, description, active: true })?;
            let webhook = store::create(cx, &fields, &unused.take())?;
            Ok(WebhookWithSecret { webhook, secret: None })
        })
        .await?;
    Ok(once.show(created, "secret"))
}

fn check<A: Deed>(cx: &Cx<'_, Webhooks, A>, mut fields: WebhookFields) -> Result<WebhookFields> {
    let mut checks = Checks::new();
    fields.url = checks.line("url", &fields.url, URL_MAX);
    match address::check_url(&fields.url, cx.services().config.webhooks_allow_private) {
        Ok(url) => fields.url = url,
        Err(_) if fields.url.is_empty() => {}
        Err(message) => checks.fail("url", message),
    }
    rules::check(&mut checks, &mut fields);
    checks.finish()?;
    Ok(fields)
}

/// Change a webhook, or switch it off and on
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:update"])), request_body = WebhookChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Webhook)))]
#[patch("/webhooks/{id}")]
pub async fn update_webhook(
    access: Access<Webhooks, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<WebhookChanges>,
) -> Result<Found<Webhook>> {
    let changed = access
        .write(move |cx| {
            let before = store::find(cx, &id.0)?;
            if_match.check(&before)?;
            let (changes, was) = (body.0, before.fields());
            let fields = check(
                cx,
                WebhookFields {
                    url: changes.url.unwrap_or(was.url),
                    events: changes.events.unwrap_or(was.events),
                    description: changes.description.unwrap_or(was.description),
                    active: changes.active.unwrap_or(was.active),
                },
            )?;
            store::update(cx, &before, &fields)
        })
        .await?;
    Ok(Found(changed))
}

/// Give a webhook another secret
///
/// Shown in this answer only. Messages carry a signature of the old one too, for the hours that are chosen.
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:update"])), request_body = WebhookRotation,
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = WebhookWithSecret)))]
#[post("/webhooks/{id}/rotate")]
pub async fn rotate_webhook(
    access: Access<Webhooks, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<WebhookRotation>,
) -> Result<Created> {
    let once = ShownOnce::new(signing::generate());
    let unused = once.to_be_used();
    let done = access
        .act(move |cx| {
            let before = store::find(cx, &id.0)?;
            if_match.check_if_given(&before)?;
            let mut checks = Checks::new();
            let hours = body.0.grace_hours;
            if !(0..=GRACE_HOURS_MAX).contains(&hours) {
                let values = vec![("min", "0".to_owned()), ("max", GRACE_HOURS_MAX.to_string())];
                checks.fail_with("grace_hours", OUT_OF_RANGE, values);
            }
            checks.finish()?;
            let webhook = store::rotate(cx, &before, &unused.take(), hours)?;
            Ok(WebhookWithSecret { webhook, secret: None })
        })
        .await?;
    Ok(once.show(done, "secret"))
}

/// Send a test message
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:update"])),
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = WebhookDelivery), (status = 409, description = "`webhook_off`")))]
#[post("/webhooks/{id}/ping")]
pub async fn ping_webhook(access: Access<Webhooks, Update>, id: PathId, _: Nothing) -> Result<Created> {
    access
        .act(move |cx| {
            let webhook = store::find(cx, &id.0)?;
            check_on(&webhook)?;
            log::ping(cx, &webhook)
        })
        .await
}

fn check_on(webhook: &Webhook) -> Result<()> {
    if webhook.active { Ok(()) } else { Err(Error::conflict(SWITCHED_OFF)) }
}

/// What was sent to a webhook, the newest first, with each try
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:read"])), params(("id" = String, Path), WebhookQuery),
    responses((status = 200, body = List<WebhookDelivery>)))]
#[get("/webhooks/{id}/deliveries")]
pub async fn list_webhook_deliveries(
    access: Access<Webhooks, Read>,
    id: PathId,
    query: Parameters<WebhookQuery>,
) -> Result<web::Json<List<WebhookDelivery>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-created_at")?;
    Ok(web::Json(access.read(move |cx| log::list(cx, &id.0, &page)).await?))
}

/// Send a message once more
///
/// Under the same `webhook-id`, with tries of its own.
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:update"])),
    params(("id" = String, Path), ("delivery_id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = WebhookDelivery), (status = 409, description = "`webhook_off`")))]
#[post("/webhooks/{id}/deliveries/{delivery_id}/replay")]
pub async fn replay_webhook_delivery(
    access: Access<Webhooks, Update>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<Created> {
    let delivery = path_id(&request, "delivery_id")?;
    access
        .act(move |cx| {
            let webhook = store::find(cx, &id.0)?;
            check_on(&webhook)?;
            log::replay(cx, &webhook, &delivery)
        })
        .await
}
