//! `/users`: HTTP in, HTTP out.

use actix_web::{get, patch, post};

use super::first_password::FirstPassword;
use super::model::{CreatedUser, NewUser, ResetPassword, User, UserChanges, UserFields, UserQuery, UserStatus};
use super::rules::{self, NAME_MAX, UNIT_GONE};
use super::store;
use crate::access::subject::Accounts;
use crate::access::{Access, Create, Cx, Public, Read, Role, Update, Writes};
use crate::auth::model::EndedSessions;
use crate::db::page::{List, PageRequest};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::export::{Listing, Shape};
use crate::features::{units, wards};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};
use crate::input::{Checks, UNKNOWN_ID};

/// Accounts of my ward
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:read"])), params(UserQuery),
    responses((status = 200, body = List<User>)))]
#[get("/users")]
pub async fn list_users(
    access: Access<Accounts, Read>,
    shape: Shape,
    query: Parameters<UserQuery>,
) -> Result<Listing<User>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(access: Access<Accounts, Read>, shape: Shape, query: UserQuery) -> Result<Listing<User>> {
    let page =
        shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), query.sort.as_deref().unwrap_or("name"))?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// An account
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:read"])), params(("id" = String, Path)),
    responses((status = 200, body = User)))]
#[get("/users/{id}")]
pub async fn read_user(access: Access<Accounts, Read>, id: PathId, _: Nothing) -> Result<Found<User>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Add an account
///
/// The answer holds its first password, this once; the person changes it at the first sign-in.
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:create"])), request_body = NewUser,
    params(("Idempotency-Key" = Option<String>, Header)), responses((status = 201, body = CreatedUser)))]
#[post("/users")]
pub async fn create_user(
    access: Access<Accounts, Create>,
    public: Public,
    _: Nothing,
    body: Body<NewUser>,
) -> Result<Created> {
    let first = FirstPassword::generate(&public).await?;
    let sealed = first.seal();
    let created = access
        .create(move |cx| {
            wards::take_turns(cx)?;
            let mut checks = Checks::new();
            let username = rules::check_username(&mut checks, "username", &body.0.username);
            let fields = read_new(&mut checks, &body.0);
            check_place(cx, &mut checks, fields.role, &fields.unit_id)?;
            checks.finish()?;
            store::create(cx, &username, &fields, &sealed.open())
        })
        .await?;
    Ok(first.show(created))
}

fn read_new(checks: &mut Checks, new: &NewUser) -> UserFields {
    UserFields {
        full_name: checks.line("full_name", &new.full_name, NAME_MAX),
        position: checks.optional_line("position", new.position.as_deref(), NAME_MAX).unwrap_or_default(),
        role: new.role,
        unit_id: new.unit_id.clone(),
        email: checks.email("email", new.email.as_deref()),
        phone: checks.phone("phone", new.phone.as_deref()),
    }
}

/// The unit must be the ward's and in use, and take the role.
fn check_place<A: Writes>(cx: &mut Cx<'_, Accounts, A>, checks: &mut Checks, role: Role, unit: &Id) -> Result<()> {
    match units::in_use(cx, [unit])?.get(unit) {
        Some(unit) => rules::check_role_and_unit(checks, "role", role, unit.kind),
        None => checks.fail("unit_id", UNKNOWN_ID),
    }
    Ok(())
}

/// Change an account
///
/// After a change of role or unit the person signs in anew.
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:update"])), request_body = UserChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = User)))]
#[patch("/users/{id}")]
pub async fn update_user(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
    body: Body<UserChanges>,
) -> Result<Found<User>> {
    let changed = access
        .write(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check(&before)?;
            let mut checks = Checks::new();
            let fields = read_changes(&mut checks, &body.0, &before);
            rules::check_own_role(&mut checks, &cx.actor().user_id, &before, fields.role);
            if rules::ends_sessions(&before.fields(), &fields) {
                check_place(cx, &mut checks, fields.role, &fields.unit_id)?;
            }
            checks.finish()?;
            if fields.role != before.role {
                rules::check_admin_remains(&before, store::other_admins(cx, &before.id)?)?;
            }
            store::update(cx, &before, &fields)
        })
        .await?;
    Ok(Found(changed))
}

fn read_changes(checks: &mut Checks, changes: &UserChanges, before: &User) -> UserFields {
    let position = changes.position.as_deref().unwrap_or(&before.position);
    UserFields {
        full_name: checks.line("full_name", changes.full_name.as_deref().unwrap_or(&before.full_name), NAME_MAX),
        position: checks.optional_line("position", Some(position), NAME_MAX).unwrap_or_default(),
        role: changes.role.unwrap_or(before.role),
        unit_id: changes.unit_id.clone().unwrap_or_else(|| before.unit_id.clone()),
        email: match &changes.email {
            Some(email) => checks.email("email", email.as_deref()),
            None => before.email.clone(),
        },
        phone: match &changes.phone {
            Some(phone) => checks.phone("phone", phone.as_deref()),
            None => before.phone.clone(),
        },
    }
}

/// Disable an account
///
/// The person is signed out everywhere at once; what they did keeps their name.
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:update"])),
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = User), (status = 409, description = "`own_account`, `last_admin` or `wrong_state`")))]
#[post("/users/{id}/disable")]
pub async fn disable_user(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_not_own(&cx.actor().user_id, &before)?;
            rules::check_status(&before, UserStatus::Active)?;
            rules::check_admin_remains(&before, store::other_admins(cx, &before.id)?)?;
            store::set_status(cx, &before, UserStatus::Disabled)
        })
        .await
}

/// Enable an account again
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:update"])),
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = User), (status = 409, description = "`unit_not_active` or `wrong_state`")))]
#[post("/users/{id}/enable")]
pub async fn enable_user(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_status(&before, UserStatus::Disabled)?;
            if units::in_use(cx, [&before.unit_id])?.is_empty() {
                return Err(Error::conflict(UNIT_GONE));
            }
            store::set_status(cx, &before, UserStatus::Active)
        })
        .await
}

/// Give an account a new first password
///
/// Shown in this answer only; the person is signed out everywhere and changes it at the next sign-in.
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:update"])),
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = ResetPassword), (status = 409, description = "`own_account`")))]
#[post("/users/{id}/reset-password")]
pub async fn reset_password(
    access: Access<Accounts, Update>,
    public: Public,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    let first = FirstPassword::generate(&public).await?;
    let sealed = first.seal();
    let done = access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_not_own(&cx.actor().user_id, &before)?;
            store::set_first_password(cx, &before, &sealed.open())?;
            Ok(ResetPassword { initial_password: None })
        })
        .await?;
    Ok(first.show(done))
}

/// End every session of an account
///
/// For a telephone that was lost or a machine that somebody else sits at; the person may sign in again at once.
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:update"])),
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = EndedSessions), (status = 409, description = "`own_account`")))]
#[post("/users/{id}/end-sessions")]
pub async fn end_user_sessions(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let user = store::find(cx, &id.0)?;
            if_match.check_if_given(&user)?;
            rules::check_not_own(&cx.actor().user_id, &user)?;
            Ok(EndedSessions { ended: store::end_sessions(cx, &user)? })
        })
        .await
}

/// Switch off the one-time codes of an account whose owner lost them
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:update"])),
    params(("id" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = User), (status = 409, description = "`own_account`")))]
#[post("/users/{id}/reset-totp")]
pub async fn reset_totp(
    access: Access<Accounts, Update>,
    id: PathId,
    if_match: IfMatch,
    _: Nothing,
) -> Result<Created> {
    access
        .act(move |cx| {
            wards::take_turns(cx)?;
            let before = store::find(cx, &id.0)?;
            if_match.check_if_given(&before)?;
            rules::check_not_own(&cx.actor().user_id, &before)?;
            store::remove_totp(cx, &before)
        })
        .await
}
