//! `POST /auth/token`: OAuth 2 client credentials for service accounts (RFC 6749, 4.4).

use std::collections::BTreeMap;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, post, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::limits::Limit;
use super::tokens::LIFETIME;
use crate::access::{MachineScope, Public, PublicCx};
use crate::audit;
use crate::db::schema::service_accounts as accounts;
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Result};
use crate::features::service_accounts;
use crate::http::client;
use crate::http::network::Network;
use crate::http::parameters::Nothing;
use crate::observe;

/// What a machine sends; id and secret may stand in `Authorization: Basic …` instead.
#[derive(Deserialize, ToSchema)]
#[expect(dead_code, reason = "the form is read by hand, since its mistakes are answered as OAuth wants them")]
pub struct TokenRequest {
    #[schema(example = "client_credentials")]
    grant_type: String,
    client_id: Option<String>,
    #[schema(format = Password)]
    client_secret: Option<String>,
    /// Some of the account's scopes, with spaces between; all of them when left out.
    #[schema(example = "reports:read")]
    scope: Option<String>,
}

#[derive(Serialize, ToSchema)]
pub struct MachineToken {
    pub access_token: String,
    #[schema(example = "Bearer")]
    pub token_type: &'static str,
    /// Seconds.
    #[schema(example = 900)]
    pub expires_in: i64,
    #[schema(example = "reports:read")]
    pub scope: String,
}

/// An error as OAuth words it (RFC 6749, 5.2).
#[derive(Serialize, ToSchema)]
pub struct TokenError {
    /// `invalid_request`, `invalid_client`, `invalid_scope` or `unsupported_grant_type`.
    #[schema(example = "invalid_client")]
    pub error: &'static str,
    pub error_description: &'static str,
}

const BAD_REQUEST: TokenError =
    TokenError { error: "invalid_request", error_description: "A parameter is missing, malformed or there twice." };
const NO_FORM: TokenError = TokenError {
    error: "invalid_request",
    error_description: "Send the parameters as application/x-www-form-urlencoded.",
};
const BAD_GRANT: TokenError =
    TokenError { error: "unsupported_grant_type", error_description: "Only client_credentials is supported." };
/// One answer for all: who guesses learns neither which accounts there are nor how they are guarded.
const BAD_CLIENT: TokenError = TokenError {
    error: "invalid_client",
    error_description: "Unknown client, wrong secret, or an account that may not be used now or from this address.",
};
const BAD_SCOPE: TokenError = TokenError {
    error: "invalid_scope",
    error_description: "The account does not have every scope that was asked for.",
};

/// A form with two ids and a secret is small.
const FORM_MAX: usize = 8 * 1024;

/// Sign in as a machine
///
/// OAuth 2 client credentials; errors look as RFC 6749, 5.2 wants them. Limited like sign-in: 10 failures a minute for
/// one account, 120 attempts for one address.
#[utoipa::path(tag = "auth", security(()),
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"), responses(
    (status = 200, body = MachineToken), (status = 400, body = TokenError), (status = 401, body = TokenError),
    (status = 429, description = "Too many attempts; see `Retry-After`")))]
#[post("/auth/token")]
pub async fn token(public: Public, request: HttpRequest, _: Nothing, body: web::Bytes) -> Result<HttpResponse> {
    let gate = public.gate().clone();
    let address = client::address(&request);
    let attempt = (Limit::LoginAttempts, client::visitor(address));
    if let Some(seconds) = gate.must_wait(vec![attempt.clone()]).await? {
        return Err(Error::rate_limited(seconds));
    }
    gate.count(vec![attempt]).await?;

    let by_header = request.headers().contains_key(header::AUTHORIZATION);
    let asked = match read(&request, &body) {
        Ok(asked) => asked,
        Err(error) => return Ok(refuse(error, by_header)),
    };
    let account_key = format!("machine/{}", asked.client_id);
    if let Some(seconds) = gate.must_wait(vec![(Limit::LoginFailures, account_key.clone())]).await? {
        return Err(Error::rate_limited(seconds));
    }
    let outcome = public.write(move |cx| grant(cx, &asked, address)).await?;
    observe::sign_in("machine", outcome.is_ok());
    Ok(match outcome {
        Ok(token) => {
            gate.forgive(Limit::LoginFailures, account_key).await?;
            HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(token)
        }
        Err(error) => {
            gate.count(vec![(Limit::LoginFailures, account_key)]).await?;
            refuse(error, by_header)
        }
    })
}

fn refuse(error: TokenError, by_header: bool) -> HttpResponse {
    let is_client = error.error == BAD_CLIENT.error;
    let mut response = HttpResponse::build(if is_client { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST });
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if is_client && by_header {
        response.insert_header((header::WWW_AUTHENTICATE, "Basic realm=\"bup\""));
    }
    response.json(json!(error))
}

/// What a machine asked for, well formed.
struct Asked {
    client_id: String,
    client_secret: String,
    scope: Option<String>,
}

fn read(request: &HttpRequest, body: &[u8]) -> Result<Asked, TokenError> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    if !kind.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(NO_FORM);
    }
    if body.len() > FORM_MAX {
        return Err(BAD_REQUEST);
    }
    let mut form: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(body) {
        // What is sent without a value counts as left out (RFC 6749, 3.2).
        if !value.is_empty() && form.insert(name.into_owned(), value.into_owned()).is_some() {
            return Err(BAD_REQUEST);
        }
    }
    match form.remove("grant_type").as_deref() {
        Some("client_credentials") => {}
        Some(_) => return Err(BAD_GRANT),
        None => return Err(BAD_REQUEST),
    }
    let in_header = match request.headers().get(header::AUTHORIZATION) {
        Some(value) => Some(value.to_str().ok().and_then(basic).ok_or(BAD_CLIENT)?),
        None => None,
    };
    let (client_id, client_secret) = match (in_header, form.remove("client_id"), form.remove("client_secret")) {
        // More than one way at a time is refused (RFC 6749, 2.3).
        (Some(_), _, Some(_)) => return Err(BAD_REQUEST),
        (Some((id, _)), Some(other), None) if id != other => return Err(BAD_REQUEST),
        (Some(pair), _, None) => pair,
        (None, Some(id), Some(secret)) => (id, secret),
        (None, ..) => return Err(BAD_CLIENT),
    };
    Ok(Asked { client_id, client_secret, scope: form.remove("scope") })
}

/// Id and secret of `Basic …`, each encoded as in a form (RFC 6749, 2.3.1).
fn basic(value: &str) -> Option<(String, String)> {
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(BASE64.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    // `parse` splits pairs: neither id nor secret holds `&` or `=` unencoded.
    let decode = |part: &str| form_urlencoded::parse(part.as_bytes()).next().map(|(name, _)| name.into_owned());
    Some((decode(id)?, decode(secret)?))
}

/// An account as its sign-in needs it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
struct Account {
    id: Id,
    ward_id: Option<Id>,
    scopes: Json<Vec<MachineScope>>,
    addresses: Json<Vec<String>>,
    secret_hash: String,
    old_secret_hash: Option<String>,
    old_secret_until: Option<Instant>,
    expires_on: NaiveDate,
    revoked_at: Option<Instant>,
}

impl Account {
    fn opens_with(&self, secret: &str, address: std::net::IpAddr, cx: &PublicCx<'_>) -> bool {
        let old = self.old_secret_hash.as_deref().zip(self.old_secret_until);
        service_accounts::is_right(secret, &self.secret_hash, old, cx.now)
            && self.revoked_at.is_none()
            && self.expires_on >= cx.today()
            && Network::any_holds(&self.addresses, address)
    }
}

/// A token or the refusal; either is recorded.
fn grant(cx: &mut PublicCx<'_>, asked: &Asked, address: std::net::IpAddr) -> Result<Result<MachineToken, TokenError>> {
    let account: Option<Account> = match Id::parse(&asked.client_id) {
        Some(id) => accounts::table.find(id).select(Account::as_select()).first(cx.conn).optional()?,
        None => None,
    };
    let (id, ward) = account.as_ref().map_or((None, None), |known| (Some(&known.id), known.ward_id.as_ref()));
    let Some(known) = account.as_ref().filter(|known| known.opens_with(&asked.client_secret, address, cx)) else {
        audit::record_public(cx, ACTION, ward, id, "denied")?;
        return Ok(Err(BAD_CLIENT));
    };
    let scopes = match asked.scope.as_deref() {
        None => Some(known.scopes.to_vec()),
        Some(text) => MachineScope::parse_list(text)
            .filter(|scopes| !scopes.is_empty() && scopes.iter().all(|scope| known.scopes.contains(scope))),
    };
    let Some(scopes) = scopes else {
        audit::record_public(cx, ACTION, ward, id, "denied")?;
        return Ok(Err(BAD_SCOPE));
    };
    diesel::update(accounts::table.find(&known.id))
        .set((accounts::last_used_at.eq(cx.now), accounts::last_used_address.eq(address.to_string())))
        .execute(cx.conn)?;
    audit::record_public(cx, ACTION, ward, id, "done")?;
    Ok(Ok(MachineToken {
        access_token: cx.services.tokens.issue_to_machine(&known.id, &scopes, cx.now)?,
        token_type: "Bearer",
        expires_in: LIFETIME,
        scope: MachineScope::write_list(&scopes),
    }))
}

const ACTION: &str = "own.machine_token";
