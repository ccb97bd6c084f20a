//! `/public/concerns`: the form without an account, and its follow-up.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, get, post};

use super::model::{Challenge, ConcernFollowUp, ConcernReceipt, PublicConcern};
use super::public::{self, PROOF_REQUIRED};
use crate::access::{Gate, Public};
use crate::auth::limits::Limit;
use crate::error::{Error, Result};
use crate::http::parameters::Nothing;
use crate::http::{Body, client, context};

/// The key of the limits for all senders together.
const TOTAL: &str = "all";

/// A number to look for, before many forms are sent
#[utoipa::path(tag = "public", security(()), responses((status = 200, body = Challenge)))]
#[get("/public/concerns/challenge")]
pub async fn ask_challenge(public: Public, _: Nothing) -> Result<HttpResponse> {
    let services = public.gate().services();
    let challenge = public::challenge(&services.vault, services.clock.now());
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(challenge))
}

/// Tell the ward that a child may be in danger; no name is needed
///
/// Repeated with its `Idempotency-Key`, it is one concern with the same code. A server that gets many at once answers
/// 429 `proof_required` with a challenge: find a `nonce` for which SHA-256 of `{challenge}.{nonce}` begins with `bits`
/// zero bits, and send again.
#[utoipa::path(tag = "public", security(()), request_body = PublicConcern, responses(
    (status = 201, body = ConcernReceipt), (status = 429, description = "`proof_required` or `rate_limited`")))]
#[post("/public/concerns")]
pub async fn report_concern(public: Public, request: HttpRequest, body: Body<PublicConcern>) -> Result<HttpResponse> {
    let gate = public.gate().clone();
    let form = body.0;
    admit(&gate, client::visitor(client::address(&request)), &form).await?;
    let (code, key) = (form.ward.clone(), public::key_of(&request)?);
    let ward = public.read(move |cx| public::ward_of(cx, code.as_deref())).await?;
    let inner = gate.clone();
    let code = gate.off_thread(move || public::report(&inner, &ward, form, key.as_deref())).await?;
    Ok(HttpResponse::Created().insert_header((header::CACHE_CONTROL, "no-store")).json(ConcernReceipt { code }))
}

/// Nobody is turned away for good: above the first limit a proof is asked for, above the second a minute's wait.
async fn admit(gate: &Gate, address: String, form: &PublicConcern) -> Result<()> {
    let (services, now) = (gate.services(), gate.services().clock.now());
    let total = || TOTAL.to_owned();
    let at_most = vec![(Limit::PublicFormsAtMost, address.clone()), (Limit::PublicFormsAtMostInAll, total())];
    if let Some(seconds) = gate.must_wait(at_most.clone()).await? {
        return Err(Error::rate_limited(seconds));
    }
    let before_work = vec![(Limit::PublicForms, address), (Limit::PublicFormsInAll, total())];
    let is_busy = gate.must_wait(before_work.clone()).await?.is_some();
    let proof = form.proof.as_ref().filter(|proof| public::proves(&services.vault, proof, now));
    let proof = proof.map(|proof| (Limit::Proofs, proof.challenge.clone()));
    let is_used = match &proof {
        Some(proof) if is_busy => gate.must_wait(vec![proof.clone()]).await?.is_some(),
        _ => false,
    };
    if is_busy && (proof.is_none() || is_used) {
        let challenge = public::challenge(&services.vault, now);
        let busy = Error::new(StatusCode::TOO_MANY_REQUESTS, PROOF_REQUIRED);
        return Err(busy.extra("challenge", challenge.challenge).extra("bits", challenge.bits));
    }
    gate.count([proof.into_iter().collect(), before_work, at_most].concat()).await
}

/// How far a concern is; nothing about the child
#[utoipa::path(tag = "public", security(()), params(("code" = String, Path)),
    responses((status = 200, body = ConcernFollowUp)))]
#[get("/public/concerns/{code}")]
pub async fn follow_concern(public: Public, request: HttpRequest, _: Nothing) -> Result<HttpResponse> {
    let question = (Limit::FollowUps, client::visitor(client::address(&request)));
    if let Some(seconds) = public.gate().must_wait(vec![question.clone()]).await? {
        return Err(Error::rate_limited(seconds));
    }
    public.gate().count(vec![question]).await?;
    let code = request.match_info().get("code").unwrap_or("").to_owned();
    let lang = context::lang();
    let found: ConcernFollowUp = public.read(move |cx| public::follow(cx, &code, lang)).await?;
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(found))
}
