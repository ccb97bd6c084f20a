//! `/setup`: HTTP in, HTTP out.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::code::{self, Guess};
use super::model::{SetupCode, SetupDone, SetupRequest, SetupSlip, SetupState};
use super::rules::{self, AdminPassword, CODE_OVER, CODE_WRONG, Plan};
use super::store;
use crate::access::Public;
use crate::audit::{self, once};
use crate::auth::limits::Limit;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::http::parameters::Nothing;
use crate::http::{Body, Created, client};

/// Whether the installation still has to be set up
#[utoipa::path(tag = "setup", security(()), responses((status = 200, body = SetupState)))]
#[get("/setup")]
pub async fn read_state(public: Public, _: Nothing) -> Result<web::Json<SetupState>> {
    Ok(web::Json(SetupState { needed: public.read(store::is_needed).await? }))
}

/// Try the setup code
///
/// Ten wrong guesses, or two hours, end a code; `bup setup-code` on the server prints another.
#[utoipa::path(tag = "setup", security(()), request_body = SetupCode, responses((status = 204),
    (status = 409, description = "`already_set_up`"),
    (status = 422, description = "`setup_code_wrong` or `setup_code_over`"),
    (status = 429, description = "Too many attempts; see `Retry-After`")))]
#[post("/setup/check")]
pub async fn check_code(public: Public, request: HttpRequest, body: Body<SetupCode>) -> Result<HttpResponse> {
    rules::check_needed(public.read(store::is_needed).await?)?;
    guess(&public, &request, body.0.code).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Set the installation up: the ward, its units and first accounts, at once
///
/// Possible once only, with the code that the server printed. First passwords are in the answer, this once.
#[utoipa::path(tag = "setup", security(()), request_body = SetupRequest,
    params(("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = SetupDone), (status = 409, description = "`already_set_up`"),
    (status = 429, description = "Too many attempts; see `Retry-After`")))]
#[post("/setup")]
pub async fn set_up(public: Public, request: HttpRequest, body: Body<SetupRequest>) -> Result<Created> {
    let SetupRequest { code, setup } = body.0;
    // Without the password, which is never serialized: this fingerprint is kept.
    let digest = Sha256::digest(serde_json::to_vec(&setup).map_err(Error::internal)?);
    let key = once::Key::from_request(&request, digest.into())?.name();
    let services = public.gate().services();
    let (dir, now) = (services.config.data_dir.clone(), services.clock.now());
    let address = services.config.public_url.clone();
    if !public.read(store::is_needed).await? {
        let is_repeated = key.as_ref().is_some_and(|key| code::was_done_by(&dir, &code, key, now));
        rules::check_needed(is_repeated)?;
        return Ok(answer(None, address, &rules::check(&setup, AdminPassword::IsAsked)?, Vec::new()));
    }
    guess(&public, &request, code).await?;
    let plan = rules::check(&setup, AdminPassword::IsAsked)?;
    let config = services.config.clone();
    let (plan, hashes, shown) = web::block(move || {
        let (hashes, shown) = store::hash_passwords(&plan, &config)?;
        Ok::<_, Error>((plan, hashes, shown))
    })
    .await
    .map_err(|_| Error::internal("a worker thread was lost"))??;
    let (ward, plan) = public.write(move |cx| Ok((store::set_up(cx, &plan, &hashes)?, plan))).await?;
    // Lost, it only makes a repetition say "already set up".
    if let Some(key) = key
        && let Err(error) = code::mark_done(&dir, &key)
    {
        tracing::warn!(%error, "the setup cannot be marked as done");
    }
    Ok(answer(Some(ward), address, &plan, shown))
}

/// Counts a guess; only the right code comes back from here.
async fn guess(public: &Public, request: &HttpRequest, typed: String) -> Result<()> {
    let gate = public.gate().clone();
    let now = gate.services().clock.now();
    let guess = (Limit::SetupGuesses, client::visitor(client::address(request)));
    if let Some(seconds) = gate.must_wait(vec![guess.clone()]).await? {
        return Err(Error::rate_limited(seconds));
    }
    let dir = gate.services().config.data_dir.clone();
    let result = web::block(move || code::check(&dir, &typed, now))
        .await
        .map_err(|_| Error::internal("a worker thread was lost"))?
        .map_err(Error::internal)?;
    let message = match result {
        Guess::Right => return Ok(()),
        Guess::Wrong => CODE_WRONG,
        Guess::Over => CODE_OVER,
    };
    gate.count(vec![guess]).await?;
    public.write(|cx| audit::record_public(cx, "wards.set_up", None, None, "denied")).await?;
    Err(Error::field("code", message))
}

fn answer(ward_id: Option<Id>, address: Option<String>, plan: &Plan, shown: Vec<Option<String>>) -> Created {
    let passwords = shown.into_iter().chain(std::iter::repeat(None));
    let slip = |(person, initial_password): (&rules::Person, Option<String>)| SetupSlip {
        username: person.username.clone(),
        full_name: person.full_name.clone(),
        position: person.position.clone(),
        role: person.role,
        unit: plan.units.get(person.unit).map_or_else(String::new, |(.., name)| name.clone()),
        initial_password,
    };
    let accounts = plan.people.iter().zip(passwords).skip(1).map(slip).collect();
    let done = SetupDone { ward_id, ward_name: plan.ward.name.clone(), address, accounts };
    Created { status: StatusCode::CREATED, location: None, body: json!(done) }
}
