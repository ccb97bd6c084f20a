//! What belongs to the request being answered: its id and the language of its reader.

use std::future::Future;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use actix_web::HttpRequest;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::db::statements::Asker;
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
    trace_id: Option<String>,
    /// The pattern of its route, once somebody has looked.
    route: OnceLock<String>,
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

/// What is counted for addresses that lead nowhere, and for files of the frontend.
pub const NO_ROUTE: &str = "other";

tokio::task_local! {
    static CURRENT: Context;
}

/// The id of the request being answered; empty outside of one.
pub fn request_id() -> String {
    CURRENT.try_with(|c| c.request_id.clone()).unwrap_or_default()
}

/// The trace that the request belongs to where its sender said so (W3C Trace Context); for the log alone.
pub fn trace_id() -> Option<String> {
    CURRENT.try_with(|c| c.trace_id.clone()).ok().flatten()
}

/// The pattern of a request's route, never its address: an address may hold ids and words of people.
pub fn route(request: &HttpRequest) -> String {
    // Files of the frontend have an empty pattern.
    let pattern = || request.match_pattern().filter(|one| !one.is_empty()).unwrap_or_else(|| NO_ROUTE.to_owned());
    CURRENT.try_with(|c| c.route.get_or_init(pattern).clone()).unwrap_or_else(|_| pattern())
}

/// What the log of slow statements is to say of the request being answered; whoever admits it has named its route.
pub fn asker(slow_ms: u64) -> Asker {
    let route = CURRENT.try_with(|c| c.route.get().cloned()).ok().flatten();
    Asker { request_id: request_id(), route: route.unwrap_or_else(|| NO_ROUTE.to_owned()), slow_ms }
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
    let trace_id = request.headers().get("traceparent").and_then(|v| v.to_str().ok()).and_then(trace_of);
    let context = Context {
        request_id: request_id.clone(),
        trace_id: trace_id.map(str::to_owned),
        route: OnceLock::new(),
        lang,
        statements: statements.clone(),
        as_of: as_of.clone(),
    };
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

/// The trace id of a `traceparent` (version, trace, parent, flags: W3C Trace Context, 3.2); `None` when it is not
/// well-formed: what is not understood must not reach the log.
fn trace_of(header: &str) -> Option<&str> {
    let parts: Vec<&str> = header.trim().split('-').collect();
    let is_hex = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
    };
    let is_not_zero = |text: &str| text.bytes().any(|b| b != b'0');
    match parts.as_slice() {
        // A later version may add parts; ours has four.
        [version, trace, parent, flags, more @ ..]
            if is_hex(version, 2)
                && *version != "ff"
                && (more.is_empty() || *version != "00")
                && is_hex(trace, 32)
                && is_not_zero(trace)
                && is_hex(parent, 16)
                && is_not_zero(parent)
                && is_hex(flags, 2) =>
        {
            Some(trace)
        }
        _ => None,
    }
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
    fn a_trace_is_taken_only_when_it_is_well_formed() {
        let trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        assert_eq!(trace_of(&format!("00-{trace}-00f067aa0ba902b7-01")), Some(trace));
        assert_eq!(trace_of(&format!("cc-{trace}-00f067aa0ba902b7-01-later")), Some(trace));
        for wrong in [
            String::new(),
            trace.to_owned(),
            format!("ff-{trace}-00f067aa0ba902b7-01"),
            format!("00-{trace}-00f067aa0ba902b7-01-more"),
            format!("00-{}-00f067aa0ba902b7-01", trace.to_uppercase()),
            format!("00-{}-00f067aa0ba902b7-01", "0".repeat(32)),
            format!("00-{trace}-{}-01", "0".repeat(16)),
            format!("00-{trace}\n-00f067aa0ba902b7-01"),
            "00-Nguyễn-Văn-A".to_owned(),
        ] {
            assert_eq!(trace_of(&wrong), None, "{wrong}");
        }
    }

    #[test]
    fn english_only_when_asked_first() {
        assert_eq!(preferred(""), Lang::Vi);
        assert_eq!(preferred("fr-FR, de"), Lang::Vi);
        assert_eq!(preferred("en-US,en;q=0.9,vi;q=0.8"), Lang::En);
        assert_eq!(preferred("vi-VN,vi;q=0.9,en;q=0.8"), Lang::Vi);
    }
}
