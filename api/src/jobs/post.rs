//! The queue of mails and the mail server.
//!
//! A mail is claimed before it is sent: its try is counted and its next one set in a transaction of their own. A
//! process that dies between sending and noting it sends once more, under the same Message-ID.

use std::time::{Duration, SystemTime};

use chrono::TimeDelta;
use diesel::prelude::*;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, SmtpTransport, Transport};
use secrecy::ExposeSecret;

use super::letters::Letter;
use crate::access::{Gate, PublicCx};
use crate::config::{Smtp, SmtpSecurity};
use crate::db::schema::{mails, users};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::text;

/// Minutes between a try that failed and the next; after the last there is none.
const PAUSES: [i64; 9] = [1, 5, 15, 30, 60, 180, 360, 720, 720];
pub(crate) const MAX_TRIES: i32 = 10;
/// Mails of one run.
const BATCH: usize = 25;
const TIMEOUT: Duration = Duration::from_secs(10);
/// Says to other machines that no person wrote it, so that nobody's absence note answers (RFC 3834).
const AUTO_SUBMITTED: HeaderName = HeaderName::new_from_ascii_str("Auto-Submitted");

/// Puts a mail into the queue.
///
/// # Errors
/// When the database refuses.
pub fn queue(cx: &mut PublicCx<'_>, user: &Id, letter: &Letter) -> Result<()> {
    diesel::insert_into(mails::table)
        .values((
            mails::id.eq(Id::new(cx.now)),
            mails::user_id.eq(user),
            mails::subject.eq(&letter.subject),
            mails::body.eq(&letter.body),
            mails::created_at.eq(cx.now),
            mails::next_try_at.eq(cx.now),
            mails::tries.eq(0),
        ))
        .execute(cx.conn)?;
    Ok(())
}

/// Sends what is due. A refused mail waits for its next try; a server that cannot be talked to ends the run.
///
/// # Errors
/// When the database refuses, or the mail server cannot be talked to.
pub fn run(gate: &Gate) -> Result<()> {
    let Some(settings) = &gate.services().config.smtp else { return Ok(()) };
    let transport = transport(settings).map_err(|error| Error::internal(format!("smtp: {error}")))?;
    for _ in 0..BATCH {
        let Some(mail) = gate.public("job", claim)? else { break };
        let failure = match message(settings, &mail) {
            Ok(message) => transport.send(&message).err().map(Failure::Sending),
            Err(reason) => Some(Failure::Unsendable(reason)),
        };
        gate.public("job", |cx| note(cx, &mail, failure.as_ref()))?;
        if let Some(Failure::Sending(error)) = failure.filter(|failure| !failure.is_about_this_mail()) {
            return Err(Error::internal(format!("smtp: {}", kind_of(&error))));
        }
    }
    Ok(())
}

struct Mail {
    id: Id,
    at: Instant,
    address: Option<String>,
    subject: String,
    body: String,
    tries: i32,
}

/// Takes the mail that waits longest, and counts its try.
fn claim(cx: &mut PublicCx<'_>) -> Result<Option<Mail>> {
    type Row = (Id, i32, String, String, Option<String>, String);
    let due = mails::table
        .inner_join(users::table.on(users::id.eq(mails::user_id)))
        .filter(mails::sent_at.is_null())
        .filter(mails::tries.lt(MAX_TRIES))
        .filter(mails::next_try_at.le(cx.now))
        .order((mails::next_try_at, mails::id))
        .select((mails::id, mails::tries, mails::subject, mails::body, users::email, users::status));
    let Some((id, tries, subject, body, email, status)) = due.first::<Row>(cx.conn).optional()? else {
        return Ok(None);
    };
    let pause = usize::try_from(tries).ok().and_then(|at| PAUSES.get(at)).copied().unwrap_or(0);
    let next_try_at = cx.now.plus(TimeDelta::minutes(pause));
    let untouched = mails::table.find(&id).filter(mails::tries.eq(tries));
    let claimed = diesel::update(untouched)
        .set((mails::tries.eq(tries + 1), mails::next_try_at.eq(next_try_at)))
        .execute(cx.conn)?;
    if claimed == 0 {
        // Another process was quicker; it sends the rest, too.
        return Ok(None);
    }
    let address = email.filter(|_| status == "active");
    Ok(Some(Mail { id, at: cx.now, address, subject, body, tries: tries + 1 }))
}

fn note(cx: &mut PublicCx<'_>, mail: &Mail, failure: Option<&Failure>) -> Result<()> {
    let row = mails::table.find(&mail.id);
    match failure {
        None => {
            let sent = (mails::sent_at.eq(Some(cx.now)), mails::last_error.eq(None::<String>));
            diesel::update(row).set(sent).execute(cx.conn)?;
        }
        Some(failure) => {
            let tries = if matches!(failure, Failure::Unsendable(_)) { MAX_TRIES } else { mail.tries };
            let why = (mails::tries.eq(tries), mails::last_error.eq(Some(failure.told())));
            diesel::update(row).set(why).execute(cx.conn)?;
            if tries >= MAX_TRIES {
                tracing::warn!(mail = %mail.id, tries, "a mail was given up");
            }
        }
    }
    Ok(())
}

enum Failure {
    /// The server refused, or was not there.
    Sending(smtp::Error),
    /// Trying again changes nothing.
    Unsendable(&'static str),
}

impl Failure {
    /// "No such mailbox" and its like (RFC 5321, 4.2.3): the next mail may go through. A wrong password is none of
    /// them: trying it fifty times would lock the account.
    fn is_about_this_mail(&self) -> bool {
        match self {
            Self::Sending(error) => error.status().is_some_and(|code| (550..=554).contains(&u16::from(code))),
            Self::Unsendable(_) => true,
        }
    }

    /// For the administrator, in the row of the mail; answers of servers are other people's text.
    fn told(&self) -> String {
        match self {
            Self::Sending(error) => text::clean(&error.to_string()).chars().take(300).collect(),
            Self::Unsendable(reason) => (*reason).to_owned(),
        }
    }
}

/// For the log: without the server's text, which repeats the address.
fn kind_of(error: &smtp::Error) -> String {
    match error.status() {
        Some(code) => format!("answered {code}"),
        None if error.is_timeout() => "does not answer in time".to_owned(),
        None if error.is_tls() => "no TLS connection".to_owned(),
        None => "no connection".to_owned(),
    }
}

fn transport(settings: &Smtp) -> Result<SmtpTransport, smtp::Error> {
    let server = match settings.security {
        SmtpSecurity::Starttls => SmtpTransport::starttls_relay(&settings.host)?,
        SmtpSecurity::Tls => SmtpTransport::relay(&settings.host)?,
        SmtpSecurity::None => SmtpTransport::builder_dangerous(&settings.host),
    };
    let server = server.port(settings.port).timeout(Some(TIMEOUT));
    let (Some(username), Some(password)) = (&settings.username, &settings.password) else { return Ok(server.build()) };
    Ok(server.credentials(Credentials::new(username.clone(), password.expose_secret().to_owned())).build())
}

fn message(settings: &Smtp, mail: &Mail) -> Result<Message, &'static str> {
    let from: Mailbox = settings.from.parse().map_err(|_| "smtp.from is no mail address")?;
    let address = mail.address.as_deref().ok_or("the account has no mail address any more, or is closed")?;
    let to: Address = address.parse().map_err(|_| "the mail address cannot be read")?;
    let message_id = format!("<{}@{}>", mail.id, from.email.domain());
    Message::builder()
        .from(from)
        .to(to.into())
        .subject(mail.subject.as_str())
        .date(SystemTime::from(mail.at.utc()))
        .message_id(Some(message_id))
        .raw_header(HeaderValue::new(AUTO_SUBMITTED, "auto-generated".to_owned()))
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body.clone())
        .map_err(|_| "the mail cannot be put together")
}
