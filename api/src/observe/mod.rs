//! What the server tells of itself: a line in the log and numbers for each request, and the numbers of `/metrics`.
//!
//! A label is a word of ours (a method, the pattern of a route, a class of status, the name of a job), never one of a
//! client's: there are only so many, and none says anything about a child.

mod page;
mod process;
pub(crate) mod vitals;

use std::sync::OnceLock;
use std::time::{Duration, Instant as Stopwatch};

use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

pub use page::{Found, render};
pub use process::memory;

use crate::access::Gate;
use crate::http::context;
use crate::jobs;

/// Times of requests and of waiting, in seconds: the pages are to answer within 50 to 300 ms (docs/performance.md).
const SECONDS: &[f64] = &[0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0];
const WAITS: &[f64] = &[0.0001, 0.001, 0.005, 0.025, 0.1, 0.5, 1.0, 3.0];
const JOB_SECONDS: &[f64] = &[0.01, 0.1, 0.5, 1.0, 5.0, 15.0, 60.0, 300.0, 1200.0];
const STATEMENTS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 12.0, 16.0, 24.0, 32.0, 64.0, 128.0];
const BYTES: &[f64] = &[4096.0, 65_536.0, 262_144.0, 1_048_576.0, 4_194_304.0, 16_777_216.0, 67_108_864.0];

/// Every number that is counted as it happens, with its buckets where it has some and what it is. Those that are read
/// when somebody asks stand in `page`.
const COUNTED: &[(&str, &[f64], &str)] = &[
    ("bup_requests_total", &[], "Requests by method, pattern of the route and class of status"),
    ("bup_request_seconds", SECONDS, "Time until a request was answered"),
    ("bup_request_statements", STATEMENTS, "Statements that a request sent to the database"),
    ("bup_export_bytes", BYTES, "Size of files made on the spot, before they are packed"),
    ("bup_problems_total", &[], "Refusals by their code"),
    ("bup_slow_statements_total", &[], "Statements slower than slow_statement_ms"),
    ("bup_pool_wait_seconds", WAITS, "Time that was waited for a connection"),
    ("bup_pool_timeouts_total", &[], "Requests that got no connection"),
    ("bup_write_lock_seconds", WAITS, "SQLite: time that was waited for the lock to write"),
    ("bup_jobs_total", &[], "Runs of jobs by their outcome"),
    ("bup_job_seconds", JOB_SECONDS, "Time that a job took"),
    ("bup_webhooks_total", &[], "Webhooks that were sent, by what came of it"),
    ("bup_sign_ins_total", &[], "Sign-ins of people and machines by their outcome"),
];

/// The numbers of this process; several servers in one (tests) share them.
pub fn recorder() -> PrometheusHandle {
    static NUMBERS: OnceLock<PrometheusHandle> = OnceLock::new();
    NUMBERS.get_or_init(begin).clone()
}

fn begin() -> PrometheusHandle {
    let mut builder = PrometheusBuilder::new();
    for (name, buckets, _) in COUNTED.iter().filter(|(_, buckets, _)| !buckets.is_empty()) {
        // Refused only for no buckets at all.
        builder = match builder.set_buckets_for_metric(Matcher::Full((*name).to_owned()), buckets) {
            Ok(builder) => builder,
            Err(_) => PrometheusBuilder::new(),
        };
    }
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    // Another recorder cannot be there: nobody else makes one.
    let _ = metrics::set_global_recorder(recorder);
    for (name, buckets, what) in COUNTED {
        if buckets.is_empty() {
            metrics::describe_counter!(*name, *what);
        } else {
            metrics::describe_histogram!(*name, *what);
        }
    }
    metrics::describe_gauge!("bup_requests_in_flight", "Requests that are being answered");
    handle
}

/// Lets the counts that an alert watches begin at nought: the first failure is a rise then, not a new number.
pub fn begin_at_nought(gate: &Gate) {
    for pool in gate.pool().names() {
        metrics::counter!("bup_pool_timeouts_total", "pool" => *pool).increment(0);
    }
    for job in jobs::names() {
        for outcome in ["done", "failed"] {
            metrics::counter!("bup_jobs_total", "job" => job, "outcome" => outcome).increment(0);
        }
    }
    for who in ["person", "machine"] {
        for outcome in ["done", "denied"] {
            metrics::counter!("bup_sign_ins_total", "who" => who, "outcome" => outcome).increment(0);
        }
    }
    metrics::counter!("bup_slow_statements_total", "route" => context::NO_ROUTE).increment(0);
    metrics::counter!("bup_problems_total", "code" => "internal").increment(0);
    metrics::counter!("bup_problems_total", "code" => "unavailable").increment(0);
}

/// Where nobody reads `/metrics`, the times of requests would be kept forever.
pub async fn keep_tidy(numbers: PrometheusHandle) {
    loop {
        actix_web::rt::time::sleep(Duration::from_secs(10)).await;
        numbers.run_upkeep();
    }
}

/// The requests that are being answered.
struct InFlight;

impl InFlight {
    fn begin() -> Self {
        metrics::gauge!("bup_requests_in_flight").increment(1.0);
        Self
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        metrics::gauge!("bup_requests_in_flight").decrement(1.0);
    }
}

/// Counts and times every request by its route, never by its address, and logs one line for it.
///
/// # Errors
/// Whatever the handler answers.
pub async fn requests(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = Stopwatch::now();
    let _in_flight = InFlight::begin();
    let method = name_of(request.method());
    let response = next.call(request).await?;
    let route = context::route(response.request());
    let status = response.status();
    let statements = context::statements().count();
    let seconds = started.elapsed().as_secs_f64();
    let labels = [("method", method.to_owned()), ("route", route.clone())];
    metrics::counter!("bup_requests_total", "method" => method, "route" => route.clone(), "status" => class_of(status))
        .increment(1);
    metrics::histogram!("bup_request_seconds", &labels).record(seconds);
    if statements > 0 {
        #[expect(clippy::cast_precision_loss, reason = "a number of statements")]
        metrics::histogram!("bup_request_statements", &labels).record(statements as f64);
    }
    if let Some(bytes) = exported(&response) {
        #[expect(clippy::cast_precision_loss, reason = "a metric")]
        metrics::histogram!("bup_export_bytes", "route" => route.clone()).record(bytes as f64);
    }
    let (request_id, trace_id) = (context::request_id(), context::trace_id());
    let (status, millis) = (status.as_u16(), seconds * 1000.0);
    tracing::info!(%request_id, trace_id, method, route, status, millis, statements, "request");
    Ok(response)
}

/// The size of a file that was made or fetched for the reader.
fn exported<B: MessageBody>(response: &ServiceResponse<B>) -> Option<u64> {
    let how = response.headers().get(header::CONTENT_DISPOSITION)?;
    match response.response().body().size() {
        BodySize::Sized(bytes) if how.as_bytes().starts_with(b"attachment") => Some(bytes),
        _ => None,
    }
}

/// Counts a sign-in of a "person" or a "machine".
pub fn sign_in(who: &'static str, is_done: bool) {
    let outcome = if is_done { "done" } else { "denied" };
    metrics::counter!("bup_sign_ins_total", "who" => who, "outcome" => outcome).increment(1);
}

/// Words of the client's own choosing would make numbers without end.
fn name_of(method: &Method) -> &'static str {
    const KNOWN: [(&Method, &str); 7] = [
        (&Method::GET, "GET"),
        (&Method::HEAD, "HEAD"),
        (&Method::POST, "POST"),
        (&Method::PUT, "PUT"),
        (&Method::PATCH, "PATCH"),
        (&Method::DELETE, "DELETE"),
        (&Method::OPTIONS, "OPTIONS"),
    ];
    KNOWN.iter().find(|(known, _)| *known == method).map_or("other", |(_, name)| name)
}

fn class_of(status: StatusCode) -> &'static str {
    match status.as_u16() / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_of_the_clients_own_choosing_has_no_name() {
        assert_eq!(name_of(&Method::PATCH), "PATCH");
        assert_eq!(name_of(&Method::from_bytes(b"NGUYEN-VAN-A").unwrap()), "other");
    }

    #[test]
    fn buckets_rise() {
        for (name, buckets, what) in COUNTED {
            assert!(buckets.is_sorted() && buckets.len() <= 12 && !what.is_empty(), "{name}");
        }
    }
}
