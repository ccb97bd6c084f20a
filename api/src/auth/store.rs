//! The tables of sign-in.

use diesel::prelude::*;

use super::model::{Client, Session};
use super::sessions::idle_end;
use crate::access::subject::{Own, OwnAccount};
use crate::access::{Cx, Deed, PublicCx, Role, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{recovery_codes, refresh_tokens, sessions, users};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};

/// What sign-in needs to know of a user.
#[derive(Queryable, Selectable, Clone)]
#[diesel(table_name = users)]
pub struct Account {
    pub id: Id,
    pub ward_id: Option<Id>,
    pub unit_id: Id,
    pub username: String,
    pub full_name: String,
    pub role: Role,
    pub status: String,
    pub password_hash: String,
    pub must_change_password: bool,
    pub totp_secret: Option<String>,
    pub totp_enabled: bool,
    pub totp_last_step: i64,
    /// When the password was set by somebody else.
    pub first_password_at: Option<Instant>,
}

pub fn account_by_name(cx: &mut PublicCx<'_>, username: &str) -> Result<Option<Account>> {
    let name = username.trim().to_lowercase();
    Ok(users::table.filter(users::username.eq(name)).select(Account::as_select()).first(cx.conn).optional()?)
}

pub fn account_by_id(cx: &mut PublicCx<'_>, id: &Id) -> Result<Account> {
    Ok(users::table.find(id).select(Account::as_select()).first(cx.conn)?)
}

/// The account of the person who asks.
pub fn own_account<A: Deed>(cx: &mut Cx<'_, OwnAccount, A>) -> Result<Account> {
    let id = &cx.actor().user_id;
    Ok(users::table.find(id).select(Account::as_select()).first(cx.conn())?)
}

#[derive(Insertable)]
#[diesel(table_name = sessions)]
pub struct NewSession<'a> {
    pub id: &'a Id,
    pub user_id: &'a Id,
    pub client: Client,
    pub user_agent: &'a str,
    pub created_at: Instant,
    pub last_used_at: Instant,
    pub expires_at: Instant,
    pub is_shared: bool,
}

pub fn start_session(cx: &mut PublicCx<'_>, session: &NewSession<'_>, token_hash: &str) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(cx.conn)?;
    add_refresh_token(cx, session.id, token_hash)?;
    diesel::update(users::table.find(session.user_id)).set(users::last_login_at.eq(cx.now)).execute(cx.conn)?;
    Ok(())
}

pub fn add_refresh_token(cx: &mut PublicCx<'_>, session: &Id, token_hash: &str) -> Result<()> {
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::token_hash.eq(token_hash),
            refresh_tokens::session_id.eq(session),
            refresh_tokens::issued_at.eq(cx.now),
        ))
        .execute(cx.conn)?;
    Ok(())
}

/// A refresh token as it is known: its session, and whether it was used before.
pub struct KnownToken {
    pub session_id: Id,
    pub user_id: Id,
    pub client: Client,
    pub last_used_at: Instant,
    pub expires_at: Instant,
    pub is_shared: bool,
    /// Began before the cookie had its prefix, and was not renewed since.
    pub plain_cookie: bool,
    pub revoked: bool,
    pub used: bool,
}

/// Session, user, client, last use, end of the session, whether on a shared machine, whether its cookie may have no
/// prefix, its revocation, the token's use.
type TokenRow = (Id, Id, Client, Instant, Instant, bool, bool, Option<Instant>, Option<Instant>);

pub fn find_token(cx: &mut PublicCx<'_>, token_hash: &str) -> Result<Option<KnownToken>> {
    let row: Option<TokenRow> = refresh_tokens::table
        .inner_join(sessions::table.on(sessions::id.eq(refresh_tokens::session_id)))
        .filter(refresh_tokens::token_hash.eq(token_hash))
        .select((
            sessions::id,
            sessions::user_id,
            sessions::client,
            sessions::last_used_at,
            sessions::expires_at,
            sessions::is_shared,
            sessions::plain_cookie,
            sessions::revoked_at,
            refresh_tokens::used_at,
        ))
        .first(cx.conn)
        .optional()?;
    let shape = |row: TokenRow| {
        let (session_id, user_id, client, last_used_at, expires_at, is_shared, plain_cookie, revoked_at, used_at) = row;
        let (revoked, used) = (revoked_at.is_some(), used_at.is_some());
        KnownToken { session_id, user_id, client, last_used_at, expires_at, is_shared, plain_cookie, revoked, used }
    };
    Ok(row.map(shape))
}

/// Marks a token used; false when somebody else was quicker.
pub fn use_token(cx: &mut PublicCx<'_>, token_hash: &str, session: &Id) -> Result<bool> {
    let unused = refresh_tokens::table.find(token_hash).filter(refresh_tokens::used_at.is_null());
    let marked = diesel::update(unused).set(refresh_tokens::used_at.eq(cx.now)).execute(cx.conn)?;
    diesel::update(sessions::table.find(session))
        .set((sessions::last_used_at.eq(cx.now), sessions::plain_cookie.eq(false)))
        .execute(cx.conn)?;
    Ok(marked == 1)
}

pub fn end_session(cx: &mut PublicCx<'_>, session: &Id, why: &str) -> Result<()> {
    let alive = sessions::table.find(session).filter(sessions::revoked_at.is_null());
    diesel::update(alive).set((sessions::revoked_at.eq(cx.now), sessions::revoked_why.eq(why))).execute(cx.conn)?;
    Ok(())
}

/// Ends every session of a user but one (after a change of password, or when the account is closed); how many.
pub fn end_sessions_of(
    conn: &mut crate::db::Conn,
    user: &Id,
    except: Option<&Id>,
    why: &str,
    now: Instant,
) -> Result<i64> {
    let nobody = String::new();
    let kept = except.map_or(nobody.as_str(), Id::as_str);
    let alive = sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::id.ne(kept));
    let ended =
        diesel::update(alive).set((sessions::revoked_at.eq(now), sessions::revoked_why.eq(why))).execute(conn)?;
    Ok(i64::try_from(ended).unwrap_or(i64::MAX))
}

/// Session, client, user agent, beginning, last use, end, whether on a shared machine.
type SessionRow = (Id, Client, String, Instant, Instant, Instant, bool);

pub fn own_sessions<A: Deed>(cx: &mut Cx<'_, Own, A>) -> Result<Vec<Session>> {
    let (user, current, now) = (&cx.actor().user_id, &cx.actor().session_id, cx.now());
    let config = &cx.services().config;
    let rows: Vec<SessionRow> = sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .order(sessions::last_used_at.desc())
        .select((
            sessions::id,
            sessions::client,
            sessions::user_agent,
            sessions::created_at,
            sessions::last_used_at,
            sessions::expires_at,
            sessions::is_shared,
        ))
        .load(cx.conn())?;
    let shape = |(id, client, user_agent, created_at, last_used_at, expires_at, shared_device)| Session {
        current: id == *current,
        id,
        client,
        user_agent,
        created_at,
        last_used_at,
        idle_ends_at: idle_end(config, shared_device, last_used_at, expires_at),
        expires_at,
        shared_device,
    };
    // One that stood unused for too long has ended, though nobody has come to be told.
    Ok(rows.into_iter().map(shape).filter(|session| session.idle_ends_at > now).collect())
}

/// Ends every session of the person but the one that asks; how many.
pub fn end_other_sessions(cx: &mut Cx<'_, Own, Update>) -> Result<i64> {
    let (user, session, now) = (&cx.actor().user_id, &cx.actor().session_id, cx.now());
    let ended = end_sessions_of(cx.conn(), user, Some(session), "by_owner", now)?;
    audit::record(cx, "end_other_sessions", user, Changes::none().field("ended", (), ended))?;
    Ok(ended)
}

pub fn end_own_session<A: Writes>(cx: &mut Cx<'_, Own, A>, session: &Id) -> Result<()> {
    let (user, now) = (&cx.actor().user_id, cx.now());
    let own = sessions::table.find(session).filter(sessions::user_id.eq(user)).filter(sessions::revoked_at.is_null());
    let ended = diesel::update(own)
        .set((sessions::revoked_at.eq(now), sessions::revoked_why.eq("by_owner")))
        .execute(cx.conn())?;
    if ended == 0 {
        return Err(Error::not_found());
    }
    audit::record(cx, "end_session", session, Changes::none())
}

/// Writes a new password hash; every other session of the user ends.
pub fn set_own_password<A: Writes>(cx: &mut Cx<'_, OwnAccount, A>, hash: &str) -> Result<()> {
    let (user, session, now) = (cx.actor().user_id.clone(), cx.actor().session_id.clone(), cx.now());
    diesel::update(users::table.find(&user))
        .set((
            users::password_hash.eq(hash),
            users::must_change_password.eq(false),
            users::first_password_at.eq(None::<Instant>),
            users::updated_at.eq(now),
            users::version.eq(users::version + 1),
        ))
        .execute(cx.conn())?;
    end_sessions_of(cx.conn(), &user, Some(&session), "password_changed", now)?;
    audit::record(cx, "change_password", &user, Changes::none())
}

/// The recovery codes that were not used yet, as they are stored.
pub fn recovery_hashes(conn: &mut crate::db::Conn, user: &Id) -> Result<Vec<String>> {
    let unused =
        recovery_codes::table.filter(recovery_codes::user_id.eq(user)).filter(recovery_codes::used_at.is_null());
    Ok(unused.order(recovery_codes::code_hash).select(recovery_codes::code_hash).load(conn)?)
}

/// Uses a recovery code once; false when it is unknown or used.
pub fn use_recovery_code(cx: &mut PublicCx<'_>, user: &Id, code_hash: &str) -> Result<bool> {
    let unused = recovery_codes::table.find((user, code_hash)).filter(recovery_codes::used_at.is_null());
    Ok(diesel::update(unused).set(recovery_codes::used_at.eq(cx.now)).execute(cx.conn)? == 1)
}

/// Remembers the time step of an accepted code: the same code is not taken twice (RFC 6238, 5.2).
pub fn use_totp_step(cx: &mut PublicCx<'_>, user: &Id, step: i64) -> Result<bool> {
    let unused = users::table.find(user).filter(users::totp_last_step.lt(step));
    Ok(diesel::update(unused).set(users::totp_last_step.eq(step)).execute(cx.conn)? == 1)
}

/// Stores (or with `None` removes) the sealed secret of one-time codes, not yet or no longer asked for.
pub fn set_totp_secret<A: Writes>(cx: &mut Cx<'_, OwnAccount, A>, sealed: Option<&str>) -> Result<()> {
    let user = cx.actor().user_id.clone();
    diesel::update(users::table.find(&user))
        .set((users::totp_secret.eq(sealed), users::totp_enabled.eq(false)))
        .execute(cx.conn())?;
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(&user))).execute(cx.conn())?;
    audit::record(cx, if sealed.is_some() { "prepare_totp" } else { "disable_totp" }, &user, Changes::none())
}

/// From now on sign-in asks for a code; `code_hashes` are the recovery codes.
pub fn enable_totp<A: Writes>(cx: &mut Cx<'_, OwnAccount, A>, step: i64, code_hashes: &[String]) -> Result<()> {
    let user = cx.actor().user_id.clone();
    diesel::update(users::table.find(&user))
        .set((users::totp_enabled.eq(true), users::totp_last_step.eq(step)))
        .execute(cx.conn())?;
    set_recovery_codes(cx, &user, code_hashes)?;
    audit::record(cx, "enable_totp", &user, Changes::none())
}

/// New recovery codes in the place of the old ones.
pub fn renew_recovery_codes<A: Writes>(cx: &mut Cx<'_, OwnAccount, A>, code_hashes: &[String]) -> Result<()> {
    let user = cx.actor().user_id.clone();
    set_recovery_codes(cx, &user, code_hashes)?;
    audit::record(cx, "renew_recovery_codes", &user, Changes::none())
}

fn set_recovery_codes<A: Writes>(cx: &mut Cx<'_, OwnAccount, A>, user: &Id, code_hashes: &[String]) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(user))).execute(cx.conn())?;
    for code_hash in code_hashes {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::user_id.eq(user), recovery_codes::code_hash.eq(code_hash)))
            .execute(cx.conn())?;
    }
    Ok(())
}
