//! `/referrals`: what services of the ward are asked; and the link for those without an account.

use actix_web::{HttpRequest, HttpResponse, get, post, web};

use super::links::{self, LinkAnswer, LinkToken, LinkedReferral};
use super::referrals::{self, Referral, ReferralAction, ReferralNote};
use crate::access::subject::{Cases, Own};
use crate::access::{Access, Gate, Public, Read, Update};
use crate::audit::{self, Changes};
use crate::auth::limits::Limit;
use crate::db::page::List;
use crate::error::{Error, Result};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, client};

/// What my unit is asked to do for a child
#[utoipa::path(tag = "referrals", security(("bearer" = ["own:read"])), responses((status = 200, body = List<Referral>)))]
#[get("/referrals")]
pub async fn list_referrals(access: Access<Own, Read>, _: Nothing) -> Result<web::Json<List<Referral>>> {
    let referrals = access
        .look(|cx| {
            let referrals = referrals::inbox(cx)?;
            let reader = cx.actor().user_id.clone();
            audit::record(cx, "list_referrals", &reader, Changes::none())?;
            Ok(referrals)
        })
        .await?;
    Ok(web::Json(List::whole(referrals)))
}

/// Read a referral to my unit; the look is recorded in the case
#[utoipa::path(tag = "referrals", security(("bearer" = ["own:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Referral)))]
#[get("/referrals/{id}")]
pub async fn read_referral(access: Access<Own, Read>, id: PathId, _: Nothing) -> Result<web::Json<Referral>> {
    let referral = access
        .look(move |cx| {
            let referral = referrals::find(cx, &id.0)?;
            let case = referrals::case_of(cx, &id.0)?;
            audit::record(cx, "read_referral", &case, Changes::none())?;
            Ok(referral)
        })
        .await?;
    Ok(web::Json(referral))
}

/// Accept a referral
#[utoipa::path(tag = "referrals", security(("bearer" = ["own:update"])), request_body = ReferralNote,
    params(("id" = String, Path)), responses((status = 200, body = Referral)))]
#[post("/referrals/{id}/accept")]
pub async fn accept_referral(access: Access<Own, Update>, id: PathId, body: Body<ReferralNote>) -> Result<Created> {
    answer(access, id, ReferralAction::Accept, body.0).await
}

/// Refuse a referral, with a reason
#[utoipa::path(tag = "referrals", security(("bearer" = ["own:update"])), request_body = ReferralNote,
    params(("id" = String, Path)), responses((status = 200, body = Referral)))]
#[post("/referrals/{id}/refuse")]
pub async fn refuse_referral(access: Access<Own, Update>, id: PathId, body: Body<ReferralNote>) -> Result<Created> {
    answer(access, id, ReferralAction::Refuse, body.0).await
}

/// Say that it is done, and how
#[utoipa::path(tag = "referrals", security(("bearer" = ["own:update"])), request_body = ReferralNote,
    params(("id" = String, Path)), responses((status = 200, body = Referral)))]
#[post("/referrals/{id}/complete")]
pub async fn complete_referral(access: Access<Own, Update>, id: PathId, body: Body<ReferralNote>) -> Result<Created> {
    answer(access, id, ReferralAction::Complete, body.0).await
}

async fn answer(
    access: Access<Own, Update>,
    id: PathId,
    action: ReferralAction,
    body: ReferralNote,
) -> Result<Created> {
    access
        .act(move |cx| {
            referrals::answer(cx, &id.0, action, &body.note)?;
            referrals::find(cx, &id.0)
        })
        .await
}

/// Links are long and random; still nobody may try them without end.
async fn admit(gate: &Gate, request: &HttpRequest) -> Result<()> {
    let opening = (Limit::Links, client::visitor(client::address(request)));
    if let Some(seconds) = gate.must_wait(vec![opening.clone()]).await? {
        return Err(Error::rate_limited(seconds));
    }
    gate.count(vec![opening]).await
}

/// What a one-time link asks of a service without an account
///
/// The token stands in the body, never in an address.
#[utoipa::path(tag = "public", security(()), request_body = LinkToken, responses((status = 200, body = LinkedReferral)))]
#[post("/public/referrals/open")]
pub async fn open_link(public: Public, request: HttpRequest, body: Body<LinkToken>) -> Result<HttpResponse> {
    let gate = public.gate().clone();
    admit(&gate, &request).await?;
    let token = body.0.token;
    let ward = ward_of(&public, token.clone()).await?;
    let inner = gate.clone();
    let show = move || inner.system::<Cases, Update, _>(&ward, |cx| links::show_linked(cx, &token));
    let shown: LinkedReferral = gate.off_thread(show).await?;
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(shown))
}

/// The answer of a service without an account; the link is used up
#[utoipa::path(tag = "public", security(()), request_body = LinkAnswer, responses((status = 204)))]
#[post("/public/referrals/answer")]
pub async fn answer_link(public: Public, request: HttpRequest, body: Body<LinkAnswer>) -> Result<HttpResponse> {
    let gate = public.gate().clone();
    admit(&gate, &request).await?;
    let ward = ward_of(&public, body.0.token.clone()).await?;
    let inner = gate.clone();
    let answer = move || inner.system::<Cases, Update, _>(&ward, |cx| links::answer_linked(cx, &body.0));
    gate.off_thread(answer).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn ward_of(public: &Public, token: String) -> Result<crate::db::types::Id> {
    public.read(move |cx| links::behind(cx.conn, &cx.services.vault, &token, cx.now).map(|(ward, _)| ward)).await
}
