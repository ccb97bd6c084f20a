//! What belongs to the request being answered: its id and the language of its reader.

use std::future::Future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::db::types::Instant;

/// The languages of messages; Vietnamese unless English is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Vi,
    En,
}

#[derive(Clone)]
struct Context {
    request_id: String,
    lang: Lang,
    statements: Statements,
    as_of: AsOf,
}

/// What a request has asked of the database, counted where it is asked.
#[derive(Clone, Default)]
pub struct Statements(Arc<AtomicUsize>);

impl Statements {
    pub fn add(&self, more: usize) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// The moment of the rows of an answer, where they came from a replica and may be behind.
#[derive(Clone, Default)]
pub struct AsOf(Arc<Mutex<Option<Instant>>>);

impl AsOf {
    pub fn set(&self, moment: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = moment;
    }

    fn header(&self) -> Option<HeaderValue> {
        let moment = (*self.0.lock().unwrap_or_else(PoisonError::into_inner))?;
        HeaderValue::from_str(&moment.rfc3339()).ok()
    }
}

tokio::task_local! {
    static CURRENT: Context;
}

/// The id of the request being answered; empty outside of one.
pub fn request_id() -> String {
    CURRENT.try_with(|c| c.request_id.clone()).unwrap_or_default()
}

/// The language of the request being answered.
pub fn lang() -> Lang {
    CURRENT.try_with(|c| c.lang).unwrap_or_default()
}

/// The statements of the request being answered; outside of one they are nobody's.
pub fn statements() -> Statements {
    CURRENT.try_with(|c| c.statements.clone()).unwrap_or_default()
}

/// The moment of the answer's rows; outside of a request it is nobody's.
pub fn as_of() -> AsOf {
    CURRENT.try_with(|c| c.as_of.clone()).unwrap_or_default()
}

/// Middleware: gives every request an id (a proxy's own is kept when it is plain) and a language.
pub async fn provide(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let given = request.headers().get("x-request-id").and_then(|v| v.to_str().ok());
    let request_id = given.filter(|id| is_plain(id)).map_or_else(|| Uuid::now_v7().simple().to_string(), str::to_owned);
    let lang = preferred(request.headers().get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or(""));
    let (statements, as_of) = (Statements::default(), AsOf::default());
    let context =
        Context { request_id: request_id.clone(), lang, statements: statements.clone(), as_of: as_of.clone() };
    let mut response = within(context, next.call(request)).await?;
    if let Ok(value) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    if let Some(value) = as_of.header() {
        response.headers_mut().insert(HeaderName::from_static("x-data-as-of"), value);
    }
    // For tests, which hold screens to a number of statements; a release build tells it to its log alone.
    if cfg!(debug_assertions) {
        let count = HeaderValue::from(statements.count());
        response.headers_mut().insert(HeaderName::from_static("x-statements"), count);
    }
    Ok(response)
}

async fn within<T>(context: Context, work: impl Future<Output = T>) -> T {
    CURRENT.scope(context, work).await
}

fn is_plain(id: &str) -> bool {
    (8..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// English only when it stands before Vietnamese (RFC 9110, 12.5.4, without weights: browsers list by preference).
fn preferred(header: &str) -> Lang {
    let first = header.split(',').map(str::trim).find(|tag| tag.starts_with("en") || tag.starts_with("vi"));
    if first.is_some_and(|tag| tag.starts_with("en")) { Lang::En } else { Lang::Vi }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_only_when_asked_first() {
        assert_eq!(preferred(""), Lang::Vi);
        assert_eq!(preferred("fr-FR, de"), Lang::Vi);
        assert_eq!(preferred("en-US,en;q=0.9,vi;q=0.8"), Lang::En);
        assert_eq!(preferred("vi-VN,vi;q=0.9,en;q=0.8"), Lang::Vi);
    }
}
