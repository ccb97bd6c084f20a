//! `/changes`.

use actix_web::{get, web};

use super::model::{Changes, ChangesQuery, Since};
use super::store;
use crate::access::subject::Own;
use crate::access::{Access, Read};
use crate::db::page::PageRequest;
use crate::error::{Error, Result};
use crate::http::Parameters;

/// What changed in my scope since the last time, rows to forget included
#[utoipa::path(tag = "changes", security(("bearer" = ["own:read"])), params(ChangesQuery),
    responses((status = 200, body = Changes)))]
#[get("/changes")]
pub async fn list_changes(access: Access<Own, Read>, query: Parameters<ChangesQuery>) -> Result<web::Json<Changes>> {
    let since = match &query.0.since {
        Some(text) => Some(Since::decode(text).ok_or_else(|| Error::bad_parameter("since"))?),
        None => None,
    };
    let limit = PageRequest::new(query.0.limit, None, "at")?.limit;
    Ok(web::Json(access.read(move |cx| store::since(cx, since, limit)).await?))
}
