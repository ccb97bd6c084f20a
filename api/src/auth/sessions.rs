//! Starting, renewing and ending sessions: the decisions, over `store`.

use actix_web::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use super::model::{Client, SignedIn, SignedInUser};
use super::store::{self, Account, NewSession};
use super::{passwords, proof, recovery, tokens, totp};
use crate::access::{Public, PublicCx};
use crate::audit;
use crate::config::Config;
use crate::crypto;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};

pub const INVALID_CREDENTIALS: Message = Message::new(
    "invalid_credentials",
    "Tên đăng nhập hoặc mật khẩu không đúng.",
    "The username or the password is not right.",
);
pub const OTP_REQUIRED: Message = Message::new(
    "otp_required",
    "Hãy nhập mã xác thực sáu số trên ứng dụng của anh/chị.",
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
pub const FIRST_PASSWORD_EXPIRED: Message = Message::new(
    "first_password_expired",
    "Mật khẩu được cấp đã hết hạn vì chưa dùng trong {days} ngày. Hãy nhờ quản trị của phường cấp lại.",
    "The password you were given was not used within {days} days and has expired. Ask the administrator for a new one.",
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
    /// Seconds until the session ends, unless it is used before.
    pub lifetime: i64,
}

pub struct Device {
    pub client: Client,
    pub user_agent: String,
    pub is_shared: bool,
}

/// Refuses a first password that lay about for too long.
///
/// # Errors
/// 401 with the remedy.
pub fn check_first_password(account: &Account, config: &Config, now: Instant) -> Result<()> {
    match account.first_password_at {
        Some(given) if first_password_ends(given, config) <= now => {
            Err(refused(FIRST_PASSWORD_EXPIRED).with("days", config.first_password_days))
        }
        _ => Ok(()),
    }
}

/// Until when a first password can be used.
pub fn first_password_ends(given: Instant, config: &Config) -> Instant {
    given.plus(chrono::TimeDelta::days(config.first_password_days.into()))
}

/// The stored recovery code that was typed in the place of a one-time code, if it is one. Hashing takes as long as that
/// of a password: before the transaction, off the async threads.
///
/// # Errors
/// When the database refuses.
pub async fn recovery_code(public: &Public, account: &Account, otp: Option<&str>) -> Result<Option<String>> {
    let typed = otp.filter(|code| account.totp_enabled && !code.trim().is_empty() && totp::digits(code).is_none());
    let Some(typed) = typed.map(str::to_owned) else { return Ok(None) };
    let (user, known) = (account.id.clone(), account.id.clone());
    let stored = public.read(move |cx| store::recovery_hashes(cx.conn, &known)).await?;
    proof::hashing(move || recovery::find(&user, &typed, &stored)).await
}

/// Accepts the second factor of somebody whose password was right: a code of the app, or the recovery code that
/// [`recovery_code`] found.
///
/// # Errors
/// 401 when a code is needed and missing or wrong.
pub fn check_otp(
    cx: &mut PublicCx<'_>,
    account: &Account,
    otp: Option<&str>,
    recovery_hash: Option<&str>,
) -> Result<()> {
    let Some(sealed) = account.totp_secret.as_ref().filter(|_| account.totp_enabled) else {
        return Ok(());
    };
    let code = otp.filter(|code| !code.trim().is_empty()).ok_or_else(|| refused(OTP_REQUIRED))?;
    let secret = cx.services.vault.open(&totp::sealed_place(&account.id), sealed).map_err(Error::internal)?;
    let generator = totp::generator(&secret, &account.username)?;
    let accepted = match totp::matching_step(&generator, code, cx.now) {
        Some(step) => store::use_totp_step(cx, &account.id, step)?,
        None => match recovery_hash {
            Some(hash) => store::use_recovery_code(cx, &account.id, hash)?,
            None => false,
        },
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
        is_shared: device.is_shared,
    };
    let (token, token_hash) = new_refresh_token();
    store::start_session(cx, &session, &token_hash)?;
    audit::record_public(cx, "own.sign_in", account.ward_id.as_ref(), Some(&account.id), "done")?;
    let ends = idle_end(&cx.services.config, device.is_shared, cx.now, session.expires_at);
    Ok(Grant {
        answer: answer(cx, account, &id, device.client, &token)?,
        refresh_token: token,
        client: device.client,
        lifetime: seconds_until(ends, cx.now),
    })
}

/// When a session ends if nobody uses it after `last_used`.
pub fn idle_end(config: &Config, is_shared: bool, last_used: Instant, expires_at: Instant) -> Instant {
    last_used.plus(config.session_idle(is_shared)).min(expires_at)
}

fn seconds_until(end: Instant, now: Instant) -> i64 {
    (end.utc() - now.utc()).num_seconds()
}

/// What came of a refresh token; a reused one ends the session, and that must be committed, not rolled back.
pub enum Renewal {
    Granted(Box<Grant>),
    Refused(Message),
}

/// A refresh token as it came.
pub struct Shown {
    pub token: String,
    /// In a cookie that anybody on the way could have set, though ours has a prefix.
    pub without_prefix: bool,
}

/// Trades a refresh token for new tokens (rotation with reuse detection: RFC 9700, 4.14.2).
///
/// # Errors
/// When the database refuses.
pub fn renew(cx: &mut PublicCx<'_>, shown: &Shown) -> Result<Renewal> {
    let token_hash = hash(&shown.token);
    let Some(known) = store::find_token(cx, &token_hash)? else { return Ok(Renewal::Refused(SESSION_EXPIRED)) };
    if shown.without_prefix && !known.plain_cookie {
        return Ok(Renewal::Refused(SESSION_EXPIRED));
    }
    if known.revoked || known.expires_at <= cx.now {
        return Ok(Renewal::Refused(SESSION_EXPIRED));
    }
    // Only a renewal counts as use: an access token ends long before a session counts as idle.
    if idle_end(&cx.services.config, known.is_shared, known.last_used_at, known.expires_at) <= cx.now {
        store::end_session(cx, &known.session_id, "idle")?;
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
    let ends = idle_end(&cx.services.config, known.is_shared, cx.now, known.expires_at);
    let lifetime = seconds_until(ends, cx.now);
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
        otp_setup_required: cx.services.config.wants_totp(account.role) && !account.totp_enabled,
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
pub fn password_is_right(account: Option<&Account>, password: &str, config: &Config) -> bool {
    match account {
        Some(account) => passwords::verify(password, &account.password_hash) && account.status == "active",
        None => {
            passwords::waste_time(password, config);
            false
        }
    }
}
