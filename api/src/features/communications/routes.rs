//! `/communications`: write, read, change; campaigns; what a writer chooses from.

use actix_web::{get, patch, post, web};

use super::campaign_model::{Campaign, CampaignChanges, CampaignQuery, NewCampaign};
use super::model::{Communication, CommunicationChanges, CommunicationQuery, NewCommunication};
use super::report_model::CommunicationChoices;
use super::{campaigns, choices, store, write};
use crate::access::subject::Communications;
use crate::access::{Access, Create, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List communications
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])), params(CommunicationQuery),
    responses((status = 200, body = List<Communication>)))]
#[get("/communications")]
pub async fn list_communications(
    access: Access<Communications, Read>,
    shape: Shape,
    query: Parameters<CommunicationQuery>,
) -> Result<Listing<Communication>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(
    access: Access<Communications, Read>,
    shape: Shape,
    query: CommunicationQuery,
) -> Result<Listing<Communication>> {
    let sort = query.sort.as_deref().unwrap_or("-starts_on");
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), sort)?);
    access.read_list(shape, move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// Write a communication, as a draft
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:create"])),
    request_body = NewCommunication, responses((status = 201, body = Communication)))]
#[post("/communications")]
pub async fn create_communication(
    access: Access<Communications, Create>,
    body: Body<NewCommunication>,
) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read a communication
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])),
    params(("id" = String, Path)), responses((status = 200, body = Communication)))]
#[get("/communications/{id}")]
pub async fn read_communication(
    access: Access<Communications, Read>,
    id: PathId,
    _: Nothing,
) -> Result<Found<Communication>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change a communication
///
/// Officers change all; a unit what it wrote or leads, whoever may only write its own until it is approved. An approved
/// one is a draft again when title, text, places, days or schedule change.
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:create"])),
    request_body = CommunicationChanges, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = Communication)))]
#[patch("/communications/{id}")]
pub async fn update_communication(
    access: Access<Communications, Create>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CommunicationChanges>,
) -> Result<Found<Communication>> {
    let item = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(item))
}

/// What a writer or a filter chooses from: the ward's units, the plan's theme, slogans and hotlines
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])),
    responses((status = 200, body = CommunicationChoices)))]
#[get("/communications/choices")]
pub async fn read_choices(access: Access<Communications, Read>, _: Nothing) -> Result<web::Json<CommunicationChoices>> {
    Ok(web::Json(access.read(choices::choices).await?))
}

/// List campaigns, the newest first
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])), params(CampaignQuery),
    responses((status = 200, body = List<Campaign>)))]
#[get("/communications/campaigns")]
pub async fn list_campaigns(
    access: Access<Communications, Read>,
    query: Parameters<CampaignQuery>,
) -> Result<web::Json<List<Campaign>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-starts_on")?;
    Ok(web::Json(access.read(move |cx| campaigns::list(cx, &page)).await?))
}

/// Make a campaign
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:create"])), request_body = NewCampaign,
    responses((status = 201, body = Campaign)))]
#[post("/communications/campaigns")]
pub async fn create_campaign(access: Access<Communications, Create>, body: Body<NewCampaign>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = campaigns::create(cx, &body.0)?;
            campaigns::find(cx, &id)
        })
        .await
}

/// Change a campaign
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:create"])),
    request_body = CampaignChanges, params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = Campaign)))]
#[patch("/communications/campaigns/{id}")]
pub async fn update_campaign(
    access: Access<Communications, Create>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CampaignChanges>,
) -> Result<Found<Campaign>> {
    let campaign = access
        .write(move |cx| {
            campaigns::update(cx, &id.0, if_match, &body.0)?;
            campaigns::find(cx, &id.0)
        })
        .await?;
    Ok(Found(campaign))
}
