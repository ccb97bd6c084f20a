//! The password or a code, asked for again within a session: whoever finds an open screen may guess no faster than at
//! the door, and every guess is written down.

use std::sync::{Arc, LazyLock};
use std::thread::available_parallelism;

use actix_web::web;
use tokio::sync::Semaphore;

use super::limits::Limit;
use super::passwords;
use super::store::Account;
use crate::access::Public;
use crate::audit;
use crate::error::{Error, Message, Result};

pub const WRONG_PASSWORD: Message =
    Message::new("wrong_password", "Mật khẩu hiện tại không đúng.", "The present password is not right.");
pub const PASSWORD_NEEDED: Message = Message::new(
    "password_needed",
    "Hãy nhập mật khẩu hiện tại: thư điện tử và số điện thoại là chỗ nhận tin của tài khoản.",
    "Enter the present password: the mail address and the telephone are where the account hears from us.",
);

/// Each hash takes a processor and 19 MiB for tens of milliseconds.
static PLACES: LazyLock<Arc<Semaphore>> =
    LazyLock::new(|| Arc::new(Semaphore::new(2 * available_parallelism().map_or(2, |n| n.get()))));

/// Hashes what was typed, off the async threads. A hundred who knock at once take turns, or they would fill the memory:
/// nobody has to have signed in for it. The place is kept by the work itself, whoever has hung up meanwhile.
///
/// # Errors
/// When the thread is lost.
pub(super) async fn hashing<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let place = Arc::clone(&PLACES).acquire_owned().await.map_err(Error::internal)?;
    let work = move || {
        let _place = place;
        work()
    };
    web::block(work).await.map_err(|_| Error::internal("a worker thread was lost"))
}

/// What is proved, for the field of a form and the audit log.
#[derive(Clone, Copy)]
pub struct Asked {
    pub field: &'static str,
    /// `own.change_password`.
    pub action: &'static str,
}

/// Counts one attempt. It counts before it is looked at, so that many at once are no way round; a right password
/// forgets them.
///
/// # Errors
/// 429 after as many as sign-in takes in a minute.
pub async fn take_turn(public: &Public, account: &Account) -> Result<()> {
    let turn = vec![(Limit::LoginFailures, key(account))];
    if let Some(seconds) = public.gate().must_wait(turn.clone()).await? {
        return Err(Error::rate_limited(seconds));
    }
    public.gate().count(turn).await
}

/// Accepts the present password of the person who asks.
///
/// # Errors
/// 422 at the field when it is wrong, 429 after too many.
pub async fn password(public: &Public, account: &Account, typed: String, asked: Asked) -> Result<()> {
    take_turn(public, account).await?;
    let stored = account.password_hash.clone();
    let is_right = hashing(move || passwords::verify(&typed, &stored)).await?;
    if !is_right {
        failed(public, account, asked.action, "password").await?;
        return Err(Error::field(asked.field, WRONG_PASSWORD));
    }
    forget_turns(public, account).await
}

/// After a right proof nothing counts against the person.
///
/// # Errors
/// When the database refuses.
pub async fn forget_turns(public: &Public, account: &Account) -> Result<()> {
    public.gate().forgive(Limit::LoginFailures, key(account)).await
}

/// Writes down that a proof failed, and of what: never what was typed.
///
/// # Errors
/// When the database refuses.
pub async fn failed(public: &Public, account: &Account, action: &'static str, reason: &'static str) -> Result<()> {
    let (user, ward) = (account.id.clone(), account.ward_id.clone());
    public.write(move |cx| audit::record_refused(cx, action, ward.as_ref(), &user, reason)).await
}

/// A name has no colon: nobody's sign-in shares it.
fn key(account: &Account) -> String {
    format!("own:{}", account.id)
}
