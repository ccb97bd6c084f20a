//! `/notifications`: the bell.

use actix_web::{HttpResponse, get, post, web};

use super::model::{Notification, NotificationQuery, ReadResult};
use super::store;
use crate::access::subject::Own;
use crate::access::{Access, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Created, Parameters, context};

/// My notifications, newest first
#[utoipa::path(tag = "notifications", security(("bearer" = ["own:read"])), params(NotificationQuery),
    responses((status = 200, body = List<Notification>)))]
#[get("/notifications")]
pub async fn list_notifications(
    access: Access<Own, Read>,
    query: Parameters<NotificationQuery>,
) -> Result<web::Json<List<Notification>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-created_at")?;
    let lang = context::lang();
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0, &page, lang)).await?))
}

/// Mark one as read
#[utoipa::path(tag = "notifications", security(("bearer" = ["own:update"])), params(("id" = String, Path)),
    responses((status = 204)))]
#[post("/notifications/{id}/read")]
pub async fn read_notification(access: Access<Own, Update>, id: PathId, _: Nothing) -> Result<HttpResponse> {
    access.write(move |cx| store::mark_read(cx, &id.0)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Mark all as read
#[utoipa::path(tag = "notifications", security(("bearer" = ["own:update"])), responses((status = 200, body = ReadResult)))]
#[post("/notifications/read-all")]
pub async fn read_all(access: Access<Own, Update>, _: Nothing) -> Result<Created> {
    access.act(|cx| Ok(ReadResult { read: store::mark_all_read(cx)? })).await
}
