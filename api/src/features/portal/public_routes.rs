//! `/public/page` and `/public/programme`: the page as data, for sites and screens of others.

use actix_web::{HttpRequest, HttpResponse, get, web};

use super::content::{PublicPage, PublicPageQuery, PublicProgramme};
use super::pages::Pages;
use crate::access::Public;
use crate::error::Result;
use crate::http::Parameters;

/// Everything on a ward's public page
///
/// The same for everybody, and kept for a minute: send `If-None-Match` with the `ETag` and get 304 when nothing changed.
#[utoipa::path(tag = "public", security(()), params(PublicPageQuery),
    responses((status = 200, body = PublicPage), (status = 304, description = "Nothing changed")))]
#[get("/public/page")]
pub async fn read_public_page(
    public: Public,
    pages: web::Data<Pages>,
    request: HttpRequest,
    query: Parameters<PublicPageQuery>,
) -> Result<HttpResponse> {
    Ok(pages.of(&public, query.0.ward.as_deref()).await?.json.answer(&request))
}

/// The month's programme: theme, slogans, numbers to call, public events
#[utoipa::path(tag = "public", security(()), params(PublicPageQuery),
    responses((status = 200, body = inline(PublicProgramme)), (status = 304, description = "Nothing changed")))]
#[get("/public/programme")]
pub async fn read_public_programme(
    public: Public,
    pages: web::Data<Pages>,
    request: HttpRequest,
    query: Parameters<PublicPageQuery>,
) -> Result<HttpResponse> {
    Ok(pages.of(&public, query.0.ward.as_deref()).await?.programme.answer(&request))
}
