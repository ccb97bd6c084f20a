//! `/auth/*`: sign in, renew, sign out, my sessions.

use crate::http::ServiceConfig;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};

use super::failures::{self, SignInResult};
use super::limits::Limit;
use super::machines;
use super::model::{Client, EndedSessions, Refresh, Session, SignIn, SignedIn};
use super::proof;
use super::sessions::{self, Device, Grant, INVALID_CREDENTIALS, Renewal, SESSION_EXPIRED, Shown, refused};
use super::store;
use super::tokens::Bearer;
use crate::access::subject::Own;
use crate::access::{Access, Public, Read, Update};
use crate::config::Config;
use crate::db::page::List;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::http::{Body, Created, client, parameters};
use crate::text;

pub fn configure(config: &mut ServiceConfig) {
    config
        .service(machines::token)
        .service(sign_in)
        .service(renew)
        .service(sign_out)
        .service(list_sessions)
        .service(end_other_sessions)
        .service(end_session);
}

/// The refresh token of a browser; sent to `/api/v1/auth` only. Over TLS its name makes the browser refuse one that was
/// set in clear (`__Host-` would send it everywhere); on a desk without TLS, and until November 2026, the plain name.
const COOKIE: &str = "__Secure-bup_refresh";
const PLAIN_COOKIE: &str = "bup_refresh";
const COOKIE_PATH: &str = "/api/v1/auth";

/// Sign in
///
/// Ten failures a minute for one account and 120 attempts a minute for one address are the limits; a success never
/// counts against others.
#[utoipa::path(tag = "auth", security(()), request_body = SignIn, responses(
    (status = 200, body = SignedIn),
    (status = 401, description = "`invalid_credentials`, `first_password_expired`, `otp_required` or `otp_invalid`"),
    (status = 429, description = "Too many attempts; see `Retry-After`")))]
#[post("/auth/login")]
pub async fn sign_in(public: Public, request: HttpRequest, body: Body<SignIn>) -> Result<HttpResponse> {
    let input = body.0;
    let gate = public.gate().clone();
    let account_key = text::clean(&input.username).to_lowercase();
    let address = client::address(&request);
    let failure = (Limit::LoginFailures, account_key.clone());
    let attempt = (Limit::LoginAttempts, client::visitor(address));
    if let Some(seconds) = gate.must_wait(vec![failure.clone()]).await? {
        failures::record_turned_away(&public, Some(account_key), address).await?;
        return Err(Error::rate_limited(seconds));
    }
    if let Some(seconds) = gate.must_wait(vec![attempt.clone()]).await? {
        failures::record_turned_away(&public, None, address).await?;
        return Err(Error::rate_limited(seconds));
    }
    gate.count(vec![attempt]).await?;

    let device = Device {
        client: input.client.unwrap_or(Client::Browser),
        user_agent: user_agent(&request),
        is_shared: input.shared_device,
    };
    let name = account_key.clone();
    let account = public.read(move |cx| store::account_by_name(cx, &name)).await?;
    // Hashing takes tens of milliseconds: outside of any transaction, off the async threads.
    let (checked, config, password) = (account.clone(), gate.services().config.clone(), input.password);
    let is_right = proof::hashing(move || sessions::password_is_right(checked.as_ref(), &password, &config)).await?;
    // Others may have failed under this name meanwhile: many at once are no way round, and a right one among them is as
    // much a guess as the rest.
    if let Some(seconds) = gate.must_wait(vec![failure.clone()]).await? {
        failures::record_turned_away(&public, Some(account_key), address).await?;
        return Err(Error::rate_limited(seconds));
    }
    let Some(account) = account.clone().filter(|_| is_right) else {
        gate.count(vec![failure]).await?;
        let result = failures::of_password(account.as_ref());
        public.write(move |cx| failures::record(cx, account.as_ref(), address, result)).await?;
        return Err(refused(INVALID_CREDENTIALS));
    };
    if let Err(error) = sessions::check_first_password(&account, &gate.services().config, gate.services().clock.now()) {
        proof::failed(&public, &account, "own.sign_in", "first_password_expired").await?;
        return Err(error);
    }
    let recovery = sessions::recovery_code(&public, &account, input.otp.as_deref()).await?;
    let who = account.clone();
    let (door, guesses) = (gate.clone(), failure.clone());
    let started = public
        .write(move |cx| {
            // Where the turn of each has come: codes are six digits.
            if let Some(seconds) = door.waits(cx.conn, &guesses)? {
                return Err(Error::rate_limited(seconds));
            }
            sessions::check_otp(cx, &account, input.otp.as_deref(), recovery.as_deref())?;
            failures::record(cx, Some(&account), address, SignInResult::SignedIn)?;
            sessions::start(cx, &account, &device)
        })
        .await;
    match started {
        Ok(grant) => {
            gate.forgive(Limit::LoginFailures, account_key).await?;
            Ok(answer(grant, &request, &gate.services().config))
        }
        Err(error) => {
            if failures::is_wrong_code(&error) {
                gate.count(vec![failure]).await?;
                public.write(move |cx| failures::record(cx, Some(&who), address, SignInResult::WrongCode)).await?;
            }
            Err(error)
        }
    }
}

/// Renew the access token
///
/// The refresh token is traded for a new one at every use; one that comes twice ends its whole session. A session that
/// was not renewed for seven days (an hour on a shared machine) has ended.
#[utoipa::path(tag = "auth", security(()), request_body = Refresh, responses(
    (status = 200, body = SignedIn), (status = 401, description = "`session_expired` or `refresh_reused`")))]
#[post("/auth/refresh")]
pub async fn renew(public: Public, request: HttpRequest, body: Body<Refresh>) -> Result<HttpResponse> {
    let config = public.gate().services().config.clone();
    let shown = token_of(&request, body.0, &config).ok_or_else(|| refused(SESSION_EXPIRED))?;
    match public.write(move |cx| sessions::renew(cx, &shown)).await? {
        Renewal::Granted(grant) => Ok(answer(*grant, &request, &config)),
        Renewal::Refused(message) => Err(refused(message)),
    }
}

/// Sign out
#[utoipa::path(tag = "auth", security(()), request_body = Refresh, responses((status = 204)))]
#[post("/auth/logout")]
pub async fn sign_out(public: Public, request: HttpRequest, body: Body<Refresh>) -> Result<HttpResponse> {
    if let Some(shown) = token_of(&request, body.0, &public.gate().services().config) {
        public.write(move |cx| sessions::end(cx, &shown.token)).await?;
    }
    if let Some(session) = session_of(&public, &request) {
        public.write(move |cx| store::end_session(cx, &session, "signed_out")).await?;
    }
    let mut response = HttpResponse::NoContent();
    response.cookie(removal(PLAIN_COOKIE));
    if public.gate().services().config.cookie_is_secure() {
        response.cookie(removal(COOKIE));
    }
    Ok(response.finish())
}

fn removal(name: &'static str) -> Cookie<'static> {
    // Nothing with this prefix is taken from us without `Secure`, not even an end.
    let cookie = Cookie::build(name, "").path(COOKIE_PATH).http_only(true).same_site(SameSite::Strict);
    let mut gone = cookie.secure(name == COOKIE).finish();
    gone.make_removal();
    gone
}

/// My sessions
#[utoipa::path(tag = "auth", security(("bearer" = ["own:read"])), responses((status = 200, body = List<Session>)))]
#[get("/auth/sessions")]
pub async fn list_sessions(access: Access<Own, Read>, _: parameters::Nothing) -> Result<web::Json<List<Session>>> {
    Ok(web::Json(List::whole(access.read(store::own_sessions).await?)))
}

/// End all my sessions but this one
#[utoipa::path(tag = "auth", security(("bearer" = ["own:update"])),
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 200, body = EndedSessions)))]
#[post("/auth/sessions/end-others")]
pub async fn end_other_sessions(access: Access<Own, Update>, _: parameters::Nothing) -> Result<Created> {
    access.act(|cx| Ok(EndedSessions { ended: store::end_other_sessions(cx)? })).await
}

/// End one of my sessions
#[utoipa::path(tag = "auth", security(("bearer" = ["own:update"])), params(("id" = Id, Path)), responses((status = 204)))]
#[delete("/auth/sessions/{id}")]
pub async fn end_session(
    access: Access<Own, Update>,
    id: parameters::PathId,
    _: parameters::Nothing,
) -> Result<HttpResponse> {
    access.write(move |cx| store::end_own_session(cx, &id.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn answer(grant: Grant, request: &HttpRequest, config: &Config) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if grant.client == Client::Browser {
        let is_secure = config.cookie_is_secure();
        if is_secure && request.cookie(PLAIN_COOKIE).is_some() {
            // The last one under its old name: what it held is used up.
            response.cookie(removal(PLAIN_COOKIE));
        }
        let cookie = Cookie::build(if is_secure { COOKIE } else { PLAIN_COOKIE }, grant.refresh_token)
            .path(COOKIE_PATH)
            .http_only(true)
            .same_site(SameSite::Strict)
            .secure(is_secure)
            .max_age(Duration::seconds(grant.lifetime));
        response.cookie(cookie.finish());
    }
    response.json(grant.answer)
}

fn token_of(request: &HttpRequest, body: Refresh, config: &Config) -> Option<Shown> {
    let cookie = |name: &str| request.cookie(name).map(|cookie| cookie.value().to_owned());
    let own = body.refresh_token.or_else(|| cookie(COOKIE)).map(|token| Shown { token, without_prefix: false });
    own.or_else(|| cookie(PLAIN_COOKIE).map(|token| Shown { token, without_prefix: config.cookie_is_secure() }))
}

/// The session of the access token, if one was sent: signing out works from a client that lost its cookie.
fn session_of(public: &Public, request: &HttpRequest) -> Option<Id> {
    let header = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let services = public.gate().services();
    match services.tokens.verify(header.split_once(' ')?.1, services.clock.now()).ok()? {
        Bearer::Person { session_id, .. } => Some(session_id),
        Bearer::Machine { .. } => None,
    }
}

fn user_agent(request: &HttpRequest) -> String {
    let text = request.headers().get(header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or("");
    text.chars().filter(|c| !c.is_control()).take(200).collect()
}
