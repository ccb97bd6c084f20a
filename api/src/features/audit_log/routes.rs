//! `/audit`: HTTP in, HTTP out.

use actix_web::get;

use super::model::{Entry, EntryQuery};
use super::store;
use crate::access::subject::Audit;
use crate::access::{Access, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::Parameters;

/// Who did what, newest first
///
/// Leaders and the administrator see the ward's rows, the social officer their own.
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "audit", security(("bearer" = ["audit:read"])), params(EntryQuery),
    responses((status = 200, body = List<Entry>)))]
#[get("/audit")]
pub async fn list_entries(
    access: Access<Audit, Read>,
    shape: Shape,
    query: Parameters<EntryQuery>,
) -> Result<Listing<Entry>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(access: Access<Audit, Read>, shape: Shape, query: EntryQuery) -> Result<Listing<Entry>> {
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), "-seq")?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}
