//! `/public/event-grants`: a helper without an account. The token stands in the body, never in an address.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, post};
use serde::Serialize;

use super::attendance_model::{EventMarks, EventMarksTaken, Headcount};
use super::grants;
use super::helper_model::{GrantHeadcount, GrantMarks, GrantToken, GrantedEvent};
use crate::access::subject::Events;
use crate::access::{Cx, Public, Update};
use crate::auth::limits::Limit;
use crate::error::{Error, Result};
use crate::http::{Body, client};

/// Runs `work` for the holder of a grant. Wrong tokens of one address are counted, so that nobody tries them without
/// end; a gate where many phones share an address is not slowed down. One token has its own limit.
async fn by_grant<T: Serialize + Send + 'static>(
    public: Public,
    request: HttpRequest,
    token: String,
    work: impl FnOnce(&mut Cx<'_, Events, Update>, &str) -> Result<T> + Send + 'static,
) -> Result<HttpResponse> {
    let gate = public.gate().clone();
    let wrong = (Limit::Links, client::visitor(client::address(&request)));
    if let Some(seconds) = gate.must_wait(vec![wrong.clone()]).await? {
        return Err(Error::rate_limited(seconds));
    }
    let asked = token.clone();
    let found = public.read(move |cx| grants::behind(cx.conn, &cx.services.vault, &asked, cx.now)).await;
    let grant = match found {
        Ok(grant) => grant,
        Err(error) => {
            gate.count(vec![wrong]).await?;
            return Err(error);
        }
    };
    let usage = (Limit::Grants, grant.id.to_string());
    if let Some(seconds) = gate.must_wait(vec![usage.clone()]).await? {
        return Err(Error::rate_limited(seconds));
    }
    gate.count(vec![usage]).await?;
    let inner = gate.clone();
    let run = move || inner.system::<Events, Update, _>(&grant.ward_id, |cx| work(cx, &token));
    let answer = gate.off_thread(run).await?;
    Ok(HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(answer))
}

/// The check-in that a grant opens: this event, its registered children, nothing else
///
/// Every use is recorded.
#[utoipa::path(tag = "public", security(()), request_body = GrantToken, responses((status = 200, body = GrantedEvent)))]
#[post("/public/event-grants/open")]
pub async fn open_event_grant(public: Public, request: HttpRequest, body: Body<GrantToken>) -> Result<HttpResponse> {
    by_grant(public, request, body.0.token, grants::show).await
}

/// Check children in and out by a grant
#[utoipa::path(tag = "public", security(()), request_body = GrantMarks,
    responses((status = 200, body = EventMarksTaken)))]
#[post("/public/event-grants/attendance")]
pub async fn take_attendance_by_grant(
    public: Public,
    request: HttpRequest,
    body: Body<GrantMarks>,
) -> Result<HttpResponse> {
    let GrantMarks { token, marks } = body.0;
    by_grant(public, request, token, move |cx, token| grants::take(cx, token, &EventMarks { marks })).await
}

/// Write down a headcount by a grant
#[utoipa::path(tag = "public", security(()), request_body = GrantHeadcount, responses((status = 200, body = Headcount)))]
#[post("/public/event-grants/headcounts")]
pub async fn count_heads_by_grant(
    public: Public,
    request: HttpRequest,
    body: Body<GrantHeadcount>,
) -> Result<HttpResponse> {
    let GrantHeadcount { token, count } = body.0;
    by_grant(public, request, token, move |cx, token| grants::count(cx, token, &count)).await
}
