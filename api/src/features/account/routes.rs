//! `/me` and what stands around it.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::model::*;
use super::store::{self, MyFields};
use crate::access::subject::Own;
use crate::access::{Access, Create, Public, Read, Role, Update, matrix};
use crate::auth::{passwords, store as accounts, totp};
use crate::db::page::List;
use crate::error::{Error, Message, Result};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};
use crate::input::Checks;

pub const WRONG_PASSWORD: Message =
    Message::new("wrong_password", "Mật khẩu hiện tại không đúng.", "The present password is not right.");
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
pub const SAME_PASSWORD: Message = Message::new(
    "same_password",
    "Mật khẩu mới trùng mật khẩu hiện tại. Hãy chọn mật khẩu khác.",
    "The new password is the present one. Choose another.",
);

/// Who am I
#[utoipa::path(tag = "account", security(("bearer" = ["own:read"])), responses((status = 200, body = Me)))]
#[get("/me")]
pub async fn read_me(access: Access<Own, Read>, _: Nothing) -> Result<Found<Me>> {
    Ok(Found(access.read(store::me).await?))
}

/// Change my name, mail address or telephone
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = MyChanges,
    params(("If-Match" = String, Header)), responses((status = 200, body = Me)))]
#[patch("/me")]
pub async fn update_me(access: Access<Own, Update>, if_match: IfMatch, body: Body<MyChanges>) -> Result<Found<Me>> {
    let changed = access
        .write(move |cx| {
            let before = store::me(cx)?;
            if_match.check(&before)?;
            let fields = read_changes(&body.0, &before.user)?;
            store::update_me(cx, &fields, &before.user)?;
            store::me(cx)
        })
        .await?;
    Ok(Found(changed))
}

fn read_changes(changes: &MyChanges, before: &MyUser) -> Result<MyFields> {
    let mut checks = Checks::new();
    let full_name = changes.full_name.as_deref().unwrap_or(&before.full_name);
    let fields = MyFields {
        full_name: checks.line("full_name", full_name, 100),
        email: match &changes.email {
            Some(email) => checks.email("email", email.as_deref()),
            None => before.email.clone(),
        },
        phone: match &changes.phone {
            Some(phone) => checks.phone("phone", phone.as_deref()),
            None => before.phone.clone(),
        },
    };
    checks.finish()?;
    Ok(fields)
}

/// Change my password
///
/// Every other session of mine ends.
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = PasswordChange,
    responses((status = 204)))]
#[post("/me/password")]
pub async fn change_password(
    read: Access<Own, Read>,
    write: Access<Own, Update>,
    public: Public,
    body: Body<PasswordChange>,
) -> Result<HttpResponse> {
    let (account, person) = read.read(|cx| Ok((accounts::own_account(cx)?, store::me(cx)?))).await?;
    let services_gate = public.gate().clone();
    let hash = web::block(move || -> Result<String> {
        if !passwords::verify(&body.0.current_password, &account.password_hash) {
            return Err(Error::field("current_password", WRONG_PASSWORD));
        }
        // A first password is known to whoever gave it: keeping it would not be changing it.
        if body.0.new_password == body.0.current_password {
            return Err(Error::field("new_password", SAME_PASSWORD));
        }
        let about = [person.user.username.as_str(), person.user.full_name.as_str(), "badinh", "treem"];
        passwords::check_strength(&body.0.new_password, "new_password", &about)?;
        passwords::hash(&body.0.new_password, &services_gate.services().config)
    })
    .await
    .map_err(|_| Error::internal("a worker thread was lost"))??;
    write.write(move |cx| accounts::set_own_password(cx, &hash)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Begin with one-time codes: a secret for the app
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), responses((status = 200, body = TotpPreparation)))]
#[post("/me/totp")]
pub async fn prepare_totp(access: Access<Own, Update>, _: Nothing) -> Result<web::Json<TotpPreparation>> {
    let preparation = access
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

/// A new secret takes the place of the old one, so only the password may clear the way for it: otherwise whoever
/// finds an open screen could switch the codes off.
fn refuse_when_on(is_on: bool) -> Result<()> {
    if is_on { Err(Error::conflict(TOTP_ALREADY_ON)) } else { Ok(()) }
}

/// Switch one-time codes on with the first code
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = TotpConfirmation,
    responses((status = 200, body = RecoveryCodes)))]
#[post("/me/totp/confirm")]
pub async fn confirm_totp(
    access: Access<Own, Update>,
    body: Body<TotpConfirmation>,
) -> Result<web::Json<RecoveryCodes>> {
    let codes = access
        .write(move |cx| {
            let account = accounts::own_account(cx)?;
            refuse_when_on(account.totp_enabled)?;
            let sealed = account.totp_secret.ok_or_else(|| Error::conflict(TOTP_NOT_PREPARED))?;
            let place = totp::sealed_place(&account.id);
            let secret = cx.services().vault.open(&place, &sealed).map_err(Error::internal)?;
            let generator = totp::generator(&secret, &account.username)?;
            let step = totp::matching_step(&generator, &body.0.otp, cx.now())
                .ok_or_else(|| Error::field("otp", totp::OTP_INVALID))?;
            let codes = totp::recovery_codes();
            let hashes: Vec<String> = codes.iter().map(|code| totp::recovery_hash(&account.id, code)).collect();
            accounts::enable_totp(cx, step, &hashes)?;
            Ok(codes)
        })
        .await?;
    Ok(web::Json(RecoveryCodes { recovery_codes: codes }))
}

/// Switch one-time codes off
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = PasswordProof,
    responses((status = 204)))]
#[post("/me/totp/disable")]
pub async fn disable_totp(
    read: Access<Own, Read>,
    write: Access<Own, Update>,
    body: Body<PasswordProof>,
) -> Result<HttpResponse> {
    let account = read.read(accounts::own_account).await?;
    let is_right = web::block(move || passwords::verify(&body.0.password, &account.password_hash))
        .await
        .map_err(|_| Error::internal("a worker thread was lost"))?;
    if !is_right {
        return Err(Error::field("password", WRONG_PASSWORD));
    }
    write.write(|cx| accounts::set_totp_secret(cx, None)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// My saved filters
#[utoipa::path(tag = "account", security(("bearer" = ["own:read"])), params(SavedFilterQuery),
    responses((status = 200, body = List<SavedFilter>)))]
#[get("/me/saved-filters")]
pub async fn list_saved_filters(
    access: Access<Own, Read>,
    query: Parameters<SavedFilterQuery>,
) -> Result<web::Json<List<SavedFilter>>> {
    let filters = access.read(move |cx| store::saved_filters(cx, query.0.list.as_deref())).await?;
    Ok(web::Json(List::whole(filters)))
}

/// Save a filter under a name
#[utoipa::path(tag = "account", security(("bearer" = ["own:create"])), request_body = NewSavedFilter,
    responses((status = 201, body = SavedFilter)))]
#[post("/me/saved-filters")]
pub async fn save_filter(access: Access<Own, Create>, body: Body<NewSavedFilter>) -> Result<Created> {
    access
        .create(move |cx| {
            let mut checks = Checks::new();
            let list = checks.line("list", &body.0.list, 40);
            let name = checks.line("name", &body.0.name, 80);
            let query = checks.optional_line("query", Some(&body.0.query), 1000).unwrap_or_default();
            checks.finish()?;
            store::save_filter(cx, list, name, query)
        })
        .await
}

/// Delete one of my saved filters
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), params(("id" = String, Path)),
    responses((status = 204)))]
#[delete("/me/saved-filters/{id}")]
pub async fn delete_filter(access: Access<Own, Update>, id: PathId, _: Nothing) -> Result<HttpResponse> {
    access.write(move |cx| store::delete_filter(cx, &id.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The whole permission matrix: who may do what
#[utoipa::path(tag = "account", security(("bearer" = ["own:read"])), responses((status = 200, body = List<MatrixCell>)))]
#[get("/permissions")]
pub async fn list_permissions(access: Access<Own, Read>, _: Nothing) -> Result<web::Json<List<MatrixCell>>> {
    access.read(|_| Ok(())).await?;
    let cell = |role: Role| {
        let shape =
            move |p: matrix::Permission| MatrixCell { role, resource: p.resource, actions: p.actions, scope: p.scope };
        matrix::of(role).into_iter().map(shape)
    };
    Ok(web::Json(List::whole(Role::ALL.iter().copied().flat_map(cell).collect())))
}

/// What anybody may know before signing in
#[utoipa::path(tag = "public", security(()), params(InfoQuery), responses((status = 200, body = PublicInfo)))]
#[get("/public/info")]
pub async fn public_info(public: Public, query: Parameters<InfoQuery>) -> Result<web::Json<PublicInfo>> {
    let demo = public.gate().services().config.demo;
    let (ward, demo_accounts) = public
        .read(move |cx| {
            let accounts = if demo { store::demo_accounts(cx)? } else { Vec::new() };
            Ok((store::public_ward(cx, query.0.ward.as_deref())?, accounts))
        })
        .await?;
    let (ward_name, ward_hotlines) = ward.unzip();
    Ok(web::Json(PublicInfo {
        product: "Búp Trên Cành",
        version: env!("CARGO_PKG_VERSION"),
        demo,
        demo_accounts,
        ward_name,
        ward_hotlines: ward_hotlines.unwrap_or_default(),
    }))
}
