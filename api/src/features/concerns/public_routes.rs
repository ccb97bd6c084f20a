//! `/public/concerns`: the form without an account, and its follow-up.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, get, post};

use super::model::{Challenge, ConcernFollowUp, ConcernReceipt, PublicConcern};
use super::public::{self, PROOF_REQUIRED};
use crate::access::{Gate, Public};
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
    admit(&gate, &client::address(&request).to_string(), &form)?;
    let (code, key) = (form.ward.clone(), public::key_of(&request)?);
    let ward = public.read(move |cx| public::ward_of(cx, code.as_deref())).await?;
    let door = public.gate();
    let code = door.off_thread(move || public::report(&gate, &ward, form, key.as_deref())).await?;
    Ok(HttpResponse::Created().insert_header((header::CACHE_CONTROL, "no-store")).json(ConcernReceipt { code }))
}

/// Nobody is turned away for good: above the first limit a proof is asked for, above the second a minute's wait.
fn admit(gate: &Gate, address: &str, form: &PublicConcern) -> Result<()> {
    let (services, now) = (gate.services(), gate.services().clock.now());
    let limits = &services.limits;
    let at_most = limits.public_forms_at_most.wait(address, now);
    if let Some(seconds) = at_most.or_else(|| limits.public_forms_at_most_in_all.wait(TOTAL, now)) {
        return Err(Error::rate_limited(seconds));
    }
    let is_busy =
        limits.public_forms.wait(address, now).is_some() || limits.public_forms_in_all.wait(TOTAL, now).is_some();
    let proof = form.proof.as_ref().filter(|proof| public::proves(&services.vault, proof, now));
    if is_busy && proof.is_none_or(|proof| limits.proofs.wait(&proof.challenge, now).is_some()) {
        let challenge = public::challenge(&services.vault, now);
        let busy = Error::new(StatusCode::TOO_MANY_REQUESTS, PROOF_REQUIRED);
        return Err(busy.extra("challenge", challenge.challenge).extra("bits", challenge.bits));
    }
    if let Some(proof) = proof {
        limits.proofs.count(&proof.challenge, now);
    }
    for (window, key) in [
        (&limits.public_forms, address),
        (&limits.public_forms_at_most, address),
        (&limits.public_forms_in_all, TOTAL),
        (&limits.public_forms_at_most_in_all, TOTAL),
    ] {
        window.count(key, now);
    }
    Ok(())
}

/// How far a concern is; nothing about the child
#[utoipa::path(tag = "public", security(()), params(("code" = String, Path)),
    responses((status = 200, body = ConcernFollowUp)))]
#[get("/public/concerns/{code}")]
pub async fn follow_concern(public: Public, request: HttpRequest, _: Nothing) -> Result<HttpResponse> {
    let services = public.gate().services();
    let (limits, now, address) = (&services.limits, services.clock.now(), client::address(&request).to_string());
    if let Some(seconds) = limits.follow_ups.wait(&address, now) {
        return Err(Error::rate_limited(seconds));
    }
    limits.follow_ups.count(&address, now);
    let code = request.match_info().get("code").unwrap_or("").to_owned();
    let lang = context::lang();
    let found: ConcernFollowUp = public.read(move |cx| public::follow(cx, &code, lang)).await?;
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(found))
}
