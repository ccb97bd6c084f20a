//! Starting, renewing and ending sessions: the decisions, over `store`.

use actix_web::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::model::{Client, SignedIn, SignedInUser};
use super::store::{self, Account, NewSession};
use super::{passwords, tokens, totp};
use crate::access::PublicCx;
use crate::audit;
use crate::crypto;
use crate::db::types::Id;
use crate::error::{Error, Message, Result};

pub const INVALID_CREDENTIALS: Message = Message::new(
    "invalid_credentials",
    "Tên đăng nhập hoặc mật khẩu không đúng.",
    "The username or the password is not right.",
);
pub const OTP_REQUIRED: Message = Message::new(
    "otp_required",
    "Hãy nhập mã xác thực sáu số trên ứng dụng của bạn.",
    "Enter the six-digit code of your app.",
);
pub const SESSION_EXPIRED: Message = Message::new(
    "session_expired",
    "Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại.",
    "The session has ended. Sign in again.",
);
pub const REFRESH_REUSED: Message = Message::new(
    "refresh_reused",
    "Phiên đăng nhập đã bị khóa vì có dấu hiệu bị sao chép. Hãy đăng nhập lại.",
    "The session was ended because its token was used twice. Sign in again.",
);

/// How long a session lives, in hours: a month, or a working day on a shared machine.
const HOURS: i64 = 30 * 24;
const SHARED_HOURS: i64 = 8;

pub fn refused(message: Message) -> Error {
    Error::new(StatusCode::UNAUTHORIZED, message)
}

/// A session as it was just started or renewed, with the refresh token that only its owner may see.
pub struct Grant {
    pub answer: SignedIn,
    pub refresh_token: String,
    pub client: Client,
    /// Seconds until the session ends.
    pub lifetime: i64,
}

pub struct Device {
    pub client: Client,
    pub user_agent: String,
    pub is_shared: bool,
}

/// Accepts the second factor of somebody whose password was right.
///
/// # Errors
/// 401 when a code is needed and missing or wrong.
pub fn check_otp(cx: &mut PublicCx<'_>, account: &Account, otp: Option<&str>) -> Result<()> {
    let Some(sealed) = account.totp_secret.as_ref().filter(|_| account.totp_enabled) else {
        return Ok(());
    };
    let code = otp.filter(|code| !code.trim().is_empty()).ok_or_else(|| refused(OTP_REQUIRED))?;
    let secret = cx.services.vault.open(&totp::sealed_place(&account.id), sealed).map_err(Error::internal)?;
    let generator = totp::generator(&secret, &account.username)?;
    let accepted = match totp::matching_step(&generator, code, cx.now) {
        Some(step) => store::use_totp_step(cx, &account.id, step)?,
        None => store::use_recovery_code(cx, &account.id, &totp::recovery_hash(&account.id, code))?,
    };
    if accepted { Ok(()) } else { Err(refused(totp::OTP_INVALID)) }
}

/// Starts a session for an account that has proved itself.
///
/// # Errors
/// When the database refuses.
pub fn start(cx: &mut PublicCx<'_>, account: &Account, device: &Device) -> Result<Grant> {
    let id = Id::new(cx.now);
    let hours = if device.is_shared { SHARED_HOURS } else { HOURS };
    let session = NewSession {
        id: &id,
        user_id: &account.id,
        client: device.client,
        user_agent: &device.user_agent,
        created_at: cx.now,
        last_used_at: cx.now,
        expires_at: cx.now.plus(chrono::TimeDelta::hours(hours)),
    };
    let (token, token_hash) = new_refresh_token();
    store::start_session(cx, &session, &token_hash)?;
    audit::record_public(cx, "own.sign_in", account.ward_id.as_ref(), Some(&account.id), "done")?;
    let lifetime = hours * 3600;
    Ok(Grant {
        answer: answer(cx, account, &id, device.client, &token)?,
        refresh_token: token,
        client: device.client,
        lifetime,
    })
}

/// What came of a refresh token; a reused one ends the session, and that must be committed, not rolled back.
pub enum Renewal {
    Granted(Box<Grant>),
    Refused(Message),
}

/// Trades a refresh token for new tokens (rotation with reuse detection: RFC 9700, 4.14.2).
///
/// # Errors
/// When the database refuses.
pub fn renew(cx: &mut PublicCx<'_>, token: &str) -> Result<Renewal> {
    let token_hash = hash(token);
    let Some(known) = store::find_token(cx, &token_hash)? else { return Ok(Renewal::Refused(SESSION_EXPIRED)) };
    if known.revoked || known.expires_at <= cx.now {
        return Ok(Renewal::Refused(SESSION_EXPIRED));
    }
    let account = store::account_by_id(cx, &known.user_id)?;
    if account.status != "active" {
        return Ok(Renewal::Refused(SESSION_EXPIRED));
    }
    if known.used || !store::use_token(cx, &token_hash, &known.session_id)? {
        store::end_session(cx, &known.session_id, "refresh_reused")?;
        audit::record_public(cx, "own.refresh_reused", account.ward_id.as_ref(), Some(&account.id), "denied")?;
        return Ok(Renewal::Refused(REFRESH_REUSED));
    }
    let (next, next_hash) = new_refresh_token();
    store::add_refresh_token(cx, &known.session_id, &next_hash)?;
    let answer = answer(cx, &account, &known.session_id, known.client, &next)?;
    let lifetime = (known.expires_at.utc() - cx.now.utc()).num_seconds();
    Ok(Renewal::Granted(Box::new(Grant { answer, refresh_token: next, client: known.client, lifetime })))
}

/// Ends the session of a refresh token, whoever holds it.
///
/// # Errors
/// When the database refuses.
pub fn end(cx: &mut PublicCx<'_>, token: &str) -> Result<()> {
    if let Some(known) = store::find_token(cx, &hash(token))? {
        store::end_session(cx, &known.session_id, "signed_out")?;
    }
    Ok(())
}

fn answer(cx: &PublicCx<'_>, account: &Account, session: &Id, client: Client, token: &str) -> Result<SignedIn> {
    let user = SignedInUser {
        id: account.id.clone(),
        username: account.username.clone(),
        full_name: account.full_name.clone(),
        role: account.role,
        unit_id: account.unit_id.clone(),
        must_change_password: account.must_change_password,
    };
    Ok(SignedIn {
        access_token: cx.services.tokens.issue(&account.id, session, account.role, cx.now)?,
        token_type: "Bearer",
        expires_in: tokens::LIFETIME,
        refresh_token: (client == Client::Mobile).then(|| token.to_owned()),
        user,
        must_change_password: account.must_change_password,
    })
}

fn new_refresh_token() -> (String, String) {
    let token = URL_SAFE_NO_PAD.encode(crypto::random::<32>());
    let token_hash = hash(&token);
    (token, token_hash)
}

fn hash(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}

/// Compares a password with an account, or with nothing in the same time.
pub fn password_is_right(account: Option<&Account>, password: &str, config: &crate::config::Config) -> bool {
    match account {
        Some(account) => passwords::verify(password, &account.password_hash) && account.status == "active",
        None => {
            passwords::waste_time(password, config);
            false
        }
    }
}
