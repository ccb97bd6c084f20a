//! `/me` and what stands around it.

use actix_web::{HttpResponse, delete, get, patch, post, web};

use super::model::*;
use super::store::{self, MyFields};
use crate::access::subject::{Own, OwnAccount};
use crate::access::{Access, Create, Public, Read, Role, Update, matrix};
use crate::auth::proof::{self, Asked, PASSWORD_NEEDED};
use crate::auth::store as accounts;
use crate::db::page::List;
use crate::error::{Error, Result};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};
use crate::input::Checks;

/// Who am I
#[utoipa::path(tag = "account", security(("bearer" = ["own:read"])), responses((status = 200, body = Me)))]
#[get("/me")]
pub async fn read_me(access: Access<OwnAccount, Read>, _: Nothing) -> Result<Found<Me>> {
    Ok(Found(access.read(store::me).await?))
}

/// Change my name, mail address or telephone
///
/// Another mail address or telephone needs the present password, in `current_password`.
#[utoipa::path(tag = "account", security(("bearer" = ["own:update"])), request_body = MyChanges,
    params(("If-Match" = String, Header)), responses((status = 200, body = Me),
    (status = 429, description = "Too many wrong passwords; see `Retry-After`")))]
#[patch("/me")]
pub async fn update_me(
    read: Access<OwnAccount, Read>,
    access: Access<OwnAccount, Update>,
    public: Public,
    if_match: IfMatch,
    body: Body<MyChanges>,
) -> Result<Found<Me>> {
    let mut changes = body.0;
    let typed = changes.current_password.take().filter(|typed| !typed.is_empty());
    let is_proved = typed.is_some();
    if let Some(typed) = typed {
        let account = read.read(accounts::own_account).await?;
        proof::password(&public, &account, typed, UPDATE).await?;
    }
    let changed = access
        .write(move |cx| {
            let before = store::me(cx)?;
            if_match.check(&before)?;
            let fields = read_changes(&changes, &before.user)?;
            if !is_proved && fields.moves(&before.user) {
                return Err(Error::field(UPDATE.field, PASSWORD_NEEDED));
            }
            store::update_me(cx, &fields, &before.user)?;
            store::me(cx)
        })
        .await?;
    Ok(Found(changed))
}

const UPDATE: Asked = Asked { field: "current_password", action: "own.update_account" };

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
