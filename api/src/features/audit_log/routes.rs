//! `/audit`: HTTP in, HTTP out.

use actix_web::{get, web};

use super::model::{Entry, EntryQuery};
use super::store;
use crate::access::subject::Audit;
use crate::access::{Access, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::Parameters;

/// Who did what, newest first
///
/// Leaders and the administrator see the ward's rows, the social officer their own.
#[utoipa::path(tag = "audit", security(("bearer" = ["audit:read"])), params(EntryQuery),
    responses((status = 200, body = List<Entry>)))]
#[get("/audit")]
pub async fn list_entries(
    access: Access<Audit, Read>,
    query: Parameters<EntryQuery>,
) -> Result<web::Json<List<Entry>>> {
    let query = query.0;
    let page = PageRequest::new(query.limit, query.cursor.as_deref(), "-seq")?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query, &page)).await?))
}
