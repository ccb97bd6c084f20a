//! What came of every try to sign in, for whoever looks after the ward's accounts.
//!
//! Nothing of what was typed is kept: a name that no account has may be somebody's password in the wrong field. Tries are
//! counted by account, result, network and minute, so that a flood adds to a few rows; the audit log gets a row for the
//! first of each minute.

use std::net::IpAddr;

use chrono::{DurationRound, TimeDelta};
use diesel::prelude::*;

use super::store::{self, Account};
use crate::access::{Public, PublicCx, Role};
use crate::audit;
use crate::calendar::start_of_ward_day;
use crate::db::MultiBackend;
use crate::db::schema::{sign_ins, users, wards};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::http::client;
use crate::observe;
use crate::text_enum;

text_enum! {
    /// What came of a try to sign in.
    pub enum SignInResult {
        SignedIn = "signed_in",
        WrongPassword = "wrong_password",
        /// The password was right, the one-time code was not.
        WrongCode = "wrong_code",
        /// The account is closed, whatever the password.
        Closed = "closed",
        /// No account has that name.
        UnknownName = "unknown_name",
        /// Turned away unread, after too many failures of one account.
        Locked = "locked",
        /// Turned away unread, after too many tries from one address.
        Flood = "flood",
    }
}

/// Networks that are told apart in one minute; the rest is counted together.
const PLACES: usize = 5;

/// Writes down one try; `account` is nobody for a name that no account has.
///
/// # Errors
/// When the database refuses.
pub fn record(cx: &mut PublicCx<'_>, account: Option<&Account>, address: IpAddr, result: SignInResult) -> Result<()> {
    observe::sign_in("person", result == SignInResult::SignedIn);
    let only = only_ward(cx)?;
    let (ward, user) = match account {
        Some(account) => (account.ward_id.clone(), Some(&account.id)),
        None => (only, None),
    };
    let minute = cx.now.utc().duration_trunc(TimeDelta::minutes(1)).map_or(cx.now, Instant::new);
    let known: Vec<(Id, String)> =
        of_minute(minute, user, result).select((sign_ins::id, sign_ins::address)).load(cx.conn)?;
    let place = if known.len() < PLACES { network(address) } else { String::new() };
    let is_here = |(_, seen): &&(Id, String)| *seen == network(address) || *seen == place;
    if let Some((id, _)) = known.iter().find(is_here) {
        diesel::update(sign_ins::table.find(id))
            .set((sign_ins::times.eq(sign_ins::times + 1), sign_ins::last_at.eq(cx.now)))
            .execute(cx.conn)?;
        return Ok(());
    }
    diesel::insert_into(sign_ins::table)
        .values((
            sign_ins::id.eq(Id::new(cx.now)),
            sign_ins::ward_id.eq(&ward),
            sign_ins::user_id.eq(user),
            sign_ins::result.eq(result),
            sign_ins::address.eq(place),
            sign_ins::at.eq(minute),
            sign_ins::first_at.eq(cx.now),
            sign_ins::last_at.eq(cx.now),
            sign_ins::times.eq(1),
        ))
        .execute(cx.conn)?;
    if known.is_empty() && result != SignInResult::SignedIn {
        match (result, user) {
            // Whoever knows the password is nearly the person; what else is typed at the door may be anybody's.
            (SignInResult::WrongCode, Some(user)) => {
                audit::record_refused(cx, "own.sign_in", ward.as_ref(), user, "otp")?;
            }
            _ => audit::record_refused_sign_in(cx, ward.as_ref(), user),
        }
        if let (SignInResult::Locked, Some(account)) = (result, account) {
            tell_of_locks(cx, account)?;
        }
    }
    Ok(())
}

/// Of an account or an address that is turned away unread, the first time in a minute: whoever floods the door writes
/// nothing more. The same is done for a name that no account has.
///
/// # Errors
/// When the database refuses.
pub async fn record_turned_away(public: &Public, name: Option<String>, address: IpAddr) -> Result<()> {
    let (services, told) = (public.gate().services(), &public.gate().services().limits.turned_away);
    let key = name.clone().unwrap_or_else(|| client::visitor(address));
    let now = services.clock.now();
    if told.wait(&key, now).is_some() {
        return Ok(());
    }
    told.count(&key, now);
    let work = move |cx: &mut PublicCx<'_>| match name {
        Some(name) => {
            let account = store::account_by_name(cx, &name)?;
            record(cx, account.as_ref(), address, SignInResult::Locked)
        }
        None => record(cx, None, address, SignInResult::Flood),
    };
    public.write(work).await
}

type Rows = sign_ins::BoxedQuery<'static, MultiBackend>;

fn of_minute(minute: Instant, user: Option<&Id>, result: SignInResult) -> Rows {
    let rows = sign_ins::table.filter(sign_ins::at.eq(minute)).filter(sign_ins::result.eq(result)).into_boxed();
    match user {
        Some(user) => rows.filter(sign_ins::user_id.eq(user.clone())),
        None => rows.filter(sign_ins::user_id.is_null()),
    }
}

/// The ward of an installation that holds one: an unknown name is its administrator's to see. Of several wards it is
/// nobody's.
fn only_ward(cx: &mut PublicCx<'_>) -> Result<Option<Id>> {
    let mut found: Vec<Id> = wards::table.select(wards::id).order(wards::id).limit(2).load(cx.conn)?;
    Ok(if found.len() == 1 { found.pop() } else { None })
}

/// The ward's administrators hear of it once a day, when it happens again and again.
fn tell_of_locks(cx: &mut PublicCx<'_>, account: &Account) -> Result<()> {
    let Some(ward) = &account.ward_id else { return Ok(()) };
    let today = Instant::new(start_of_ward_day(cx.today()));
    let mut locks: Vec<Instant> = sign_ins::table
        .filter(sign_ins::user_id.eq(&account.id))
        .filter(sign_ins::at.ge(today))
        .filter(sign_ins::result.eq(SignInResult::Locked))
        .select(sign_ins::at)
        .order(sign_ins::at)
        .load(cx.conn)?;
    // Several networks in one minute are one lock.
    locks.dedup();
    if u32::try_from(locks.len()).ok() != Some(cx.services.config.account_locks_to_tell) {
        return Ok(());
    }
    let admins: Vec<Id> = users::table
        .filter(users::ward_id.eq(ward))
        .filter(users::role.eq(Role::Admin))
        .filter(users::status.eq("active"))
        .select(users::id)
        .load(cx.conn)?;
    notifications::tell(cx, &admins, Kind::AccountLocked, &account.id)
}

/// Forgets what is older than half a year; the audit log keeps that it was.
///
/// # Errors
/// When the database refuses.
pub fn forget_old(cx: &mut PublicCx<'_>) -> Result<usize> {
    let limit = cx.now.plus(-TimeDelta::days(180));
    Ok(diesel::delete(sign_ins::table.filter(sign_ins::at.lt(limit))).execute(cx.conn)?)
}

/// The network of an address of the outside (`203.0.113.0/24`, `2001:db8:7::/48`): enough to see that it is not the
/// office. An address within the building names one of the ward's own machines, and stays whole.
fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(v4) if v4.is_private() || v4.is_loopback() => v4.to_string(),
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        IpAddr::V6(v6) if v6.is_unique_local() || v6.is_loopback() => v6.to_string(),
        IpAddr::V6(v6) => {
            let [a, b, c, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}::/48")
        }
    }
}

/// Of a password that was right or not.
pub(super) fn of_password(account: Option<&Account>) -> SignInResult {
    match account {
        Some(account) if account.status != "active" => SignInResult::Closed,
        Some(_) => SignInResult::WrongPassword,
        None => SignInResult::UnknownName,
    }
}

/// Whether an error of the second factor is a wrong code, and not a missing one.
pub(super) fn is_wrong_code(error: &Error) -> bool {
    error.code() == super::totp::OTP_INVALID.code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_outside_is_a_network() {
        let of = |text: &str| network(text.parse().unwrap());
        assert_eq!(of("203.0.113.77"), "203.0.113.0/24");
        assert_eq!(of("::ffff:203.0.113.77"), "203.0.113.0/24");
        assert_eq!(of("2001:db8:7:1:2:3:4:5"), "2001:db8:7::/48");
        assert_eq!(of("192.168.1.20"), "192.168.1.20");
        assert_eq!(of("127.0.0.1"), "127.0.0.1");
    }

    /// Who does not exist, who is closed and who mistyped cost the server the same work.
    #[test]
    fn an_unknown_name_costs_as_much_as_a_wrong_password() {
        use crate::auth::passwords::{hash, work};
        use crate::auth::sessions::password_is_right;
        use crate::config::Config;
        let config = Config { password_memory_kib: 64, password_rounds: 1, ..Config::default() };
        let now = Instant::parse("2024-06-01T01:00:00Z").unwrap();
        let account = Account {
            id: Id::new(now),
            ward_id: None,
            unit_id: Id::new(now),
            username: "doan".into(),
            full_name: "Phạm Ngọc Ánh".into(),
            role: Role::YouthUnion,
            status: "active".into(),
            password_hash: hash("mật khẩu đúng", &config).unwrap(),
            must_change_password: false,
            first_password_at: None,
            totp_secret: None,
            totp_enabled: false,
            totp_last_step: 0,
        };
        let closed = Account { status: "disabled".into(), ..account.clone() };
        let cost = |account: Option<&Account>, typed: &str| {
            work::of(|| {
                password_is_right(account, typed, &config);
            })
        };
        let wrong = cost(Some(&account), "sai");
        assert!(wrong > 0);
        assert_eq!(cost(None, "sai"), wrong);
        assert_eq!(cost(Some(&closed), "mật khẩu đúng"), wrong);
        assert_eq!(cost(Some(&account), "mật khẩu đúng"), wrong);
        assert_eq!(cost(None, ""), cost(Some(&account), ""));
    }
}
