//! `/me/password`, `/me/totp`: how I sign in. Each step asks for the present password: an open screen is not enough.

use actix_web::{HttpResponse, post, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::model::*;
use super::store;
use crate::access::subject::OwnAccount;
use crate::access::{Access, Public, Read, Update};
use crate::auth::proof::{self, Asked};
use crate::auth::store::{self as accounts, Account};
use crate::auth::{passwords, recovery, totp};
use crate::error::{Error, Message, Result};
use crate::http::Body;

pub const TOTP_NOT_PREPARED: Message = Message::new(
    "totp_not_prepared",
    "Chưa tạo mã cho ứng dụng xác thực. Hãy bắt đầu lại từ bước quét mã.",
    "There is no secret yet. Begin again by scanning the code.",
);
pub const TOTP_ALREADY_ON: Message = Message::new(
    "totp_already_on",
    "Mã xác thực đang bật. Muốn đổi điện thoại, hãy tắt bằng mật khẩu rồi bật lại.",
    "One-time codes are on. To change the telephone, switch them off with the password, then on again.",
);
pub const TOTP_OFF: Message = Message::new(
    "totp_off",
    "Chưa bật xác thực hai bước, nên không có mã dự phòng.",
    "One-time codes are off, so there are no recovery codes.",
);
pub const SAME_PASSWORD: Message = Message::new(
    "same_password",
    "Mật khẩu mới trùng mật khẩu hiện tại. Hãy chọn mật khẩu khác.",
    "The new password is the present one. Choose another.",
);

/// Change my password
///
/// Every other session of mine ends.
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = PasswordChange,
    responses((status = 204), (status = 429, description = "Too many wrong passwords; see `Retry-After`")))]
#[post("/me/password")]
pub async fn change_password(
    read: Access<OwnAccount, Read>,
    write: Access<OwnAccount, Update>,
    public: Public,
    body: Body<PasswordChange>,
) -> Result<HttpResponse> {
    let PasswordChange { current_password, new_password } = body.0;
    let (account, names) = read.read(|cx| Ok((accounts::own_account(cx)?, store::names_around(cx)?))).await?;
    // A first password is known to whoever gave it: keeping it would not be changing it.
    let is_same = new_password == current_password;
    let asked = Asked { field: "current_password", action: "own.change_password" };
    proof::password(&public, &account, current_password, asked).await?;
    if is_same {
        return Err(Error::field("new_password", SAME_PASSWORD));
    }
    let gate = public.gate().clone();
    let hash = web::block(move || -> Result<String> {
        passwords::check_strength(&new_password, "new_password", &names)?;
        passwords::hash(&new_password, &gate.services().config)
    })
    .await
    .map_err(|_| Error::internal("a worker thread was lost"))??;
    write.write(move |cx| accounts::set_own_password(cx, &hash)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Begin with one-time codes: a secret for the app
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = PasswordProof,
    responses((status = 200, body = TotpPreparation),
    (status = 429, description = "Too many wrong passwords; see `Retry-After`")))]
#[post("/me/totp")]
pub async fn prepare_totp(
    read: Access<OwnAccount, Read>,
    write: Access<OwnAccount, Update>,
    public: Public,
    body: Body<PasswordProof>,
) -> Result<web::Json<TotpPreparation>> {
    let account = read.read(accounts::own_account).await?;
    refuse_when_on(account.totp_enabled)?;
    proof::password(&public, &account, body.0.password, asked("own.prepare_totp")).await?;
    let preparation = write
        .write(|cx| {
            let account = accounts::own_account(cx)?;
            refuse_when_on(account.totp_enabled)?;
            let secret = totp::new_secret();
            let generator = totp::generator(&secret, &account.username)?;
            let sealed =
                cx.services().vault.seal(&totp::sealed_place(&account.id), &secret).map_err(Error::internal)?;
            accounts::set_totp_secret(cx, Some(&sealed))?;
            let png = generator.to_qr_png().map_err(|_| Error::internal("QR code"))?;
            let otpauth_url = generator.to_url().map_err(|_| Error::internal("otpauth URL"))?;
            Ok(TotpPreparation { secret, otpauth_url, qr_png_base64: STANDARD.encode(png) })
        })
        .await?;
    Ok(web::Json(preparation))
}

fn asked(action: &'static str) -> Asked {
    Asked { field: "password", action }
}

/// A new secret takes the place of the old one, so only the password may clear the way for it: otherwise whoever
/// finds an open screen could switch the codes off.
fn refuse_when_on(is_on: bool) -> Result<()> {
    if is_on { Err(Error::conflict(TOTP_ALREADY_ON)) } else { Ok(()) }
}

/// Switch one-time codes on with the first code
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = TotpConfirmation,
    responses((status = 200, body = RecoveryCodes),
    (status = 429, description = "Too many wrong codes; see `Retry-After`")))]
#[post("/me/totp/confirm")]
pub async fn confirm_totp(
    read: Access<OwnAccount, Read>,
    write: Access<OwnAccount, Update>,
    public: Public,
    body: Body<TotpConfirmation>,
) -> Result<web::Json<RecoveryCodes>> {
    let account = read.read(accounts::own_account).await?;
    refuse_when_on(account.totp_enabled)?;
    proof::take_turn(&public, &account).await?;
    let fresh = fresh_codes(&public).await?;
    let confirmed = write
        .write(move |cx| {
            let account = accounts::own_account(cx)?;
            refuse_when_on(account.totp_enabled)?;
            let sealed = account.totp_secret.ok_or_else(|| Error::conflict(TOTP_NOT_PREPARED))?;
            let place = totp::sealed_place(&account.id);
            let secret = cx.services().vault.open(&place, &sealed).map_err(Error::internal)?;
            let generator = totp::generator(&secret, &account.username)?;
            let step = totp::matching_step(&generator, &body.0.otp, cx.now())
                .ok_or_else(|| Error::field("otp", totp::OTP_INVALID))?;
            accounts::enable_totp(cx, step, &fresh.hashes)?;
            Ok(fresh.codes)
        })
        .await;
    match &confirmed {
        Ok(_) => proof::forget_turns(&public, &account).await?,
        Err(error) if error.names_field("otp") => proof::failed(&public, &account, "own.enable_totp", "otp").await?,
        Err(_) => {}
    }
    Ok(web::Json(RecoveryCodes { recovery_codes: confirmed? }))
}

struct Fresh {
    codes: Vec<String>,
    hashes: Vec<String>,
}

/// Hashing ten codes takes a third of a second: before the transaction, off the async threads.
async fn fresh_codes(public: &Public) -> Result<Fresh> {
    let gate = public.gate().clone();
    web::block(move || {
        let codes = recovery::generate();
        recovery::hash_all(&codes, &gate.services().config).map(|hashes| Fresh { codes, hashes })
    })
    .await
    .map_err(|_| Error::internal("a worker thread was lost"))?
}

/// Recovery codes anew
///
/// The old ones, used or not, are gone.
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = PasswordProof,
    responses((status = 200, body = RecoveryCodes), (status = 409, description = "`totp_off`"),
    (status = 429, description = "Too many wrong passwords; see `Retry-After`")))]
#[post("/me/totp/recovery-codes")]
pub async fn renew_recovery_codes(
    read: Access<OwnAccount, Read>,
    write: Access<OwnAccount, Update>,
    public: Public,
    body: Body<PasswordProof>,
) -> Result<web::Json<RecoveryCodes>> {
    let account = read.read(accounts::own_account).await?;
    let is_on = |account: &Account| if account.totp_enabled { Ok(()) } else { Err(Error::conflict(TOTP_OFF)) };
    is_on(&account)?;
    proof::password(&public, &account, body.0.password, asked("own.renew_recovery_codes")).await?;
    let fresh = fresh_codes(&public).await?;
    let recovery_codes = write
        .write(move |cx| {
            is_on(&accounts::own_account(cx)?)?;
            accounts::renew_recovery_codes(cx, &fresh.hashes)?;
            Ok(fresh.codes)
        })
        .await?;
    Ok(web::Json(RecoveryCodes { recovery_codes }))
}

/// Switch one-time codes off
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = PasswordProof,
    responses((status = 204), (status = 429, description = "Too many wrong passwords; see `Retry-After`")))]
#[post("/me/totp/disable")]
pub async fn disable_totp(
    read: Access<OwnAccount, Read>,
    write: Access<OwnAccount, Update>,
    public: Public,
    body: Body<PasswordProof>,
) -> Result<HttpResponse> {
    let account = read.read(accounts::own_account).await?;
    proof::password(&public, &account, body.0.password, asked("own.disable_totp")).await?;
    write.write(|cx| accounts::set_totp_secret(cx, None)).await?;
    Ok(HttpResponse::NoContent().finish())
}
