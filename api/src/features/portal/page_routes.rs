//! `/cong-khai`, the poster, the calendar; what search engines ask. Outside of `/api`: these are pages for people.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

use super::page;
use super::pages::{Pages, WardPages};
use super::poster::{self, Paper};
use super::ready::Ready;
use crate::access::Public;
use crate::error::{Error, Result};

/// What may hold the address of this very request: a proxy must not give it to others.
const OWN: &str = "private, max-age=60";

/// Mounts the pages; before the files of the frontend, whose fallback would answer for them.
pub fn serve(config: &mut web::ServiceConfig) {
    config
        .service(web::redirect("/cong-khai/", "/cong-khai"))
        .route("/cong-khai", web::get().to(front))
        .route("/cong-khai/ap-phich", web::get().to(show_poster))
        .route("/cong-khai/lich.ics", web::get().to(show_calendar))
        .route("/cong-khai/{ward}", web::get().to(ward_page))
        .route("/cong-khai/{ward}/ap-phich", web::get().to(show_poster))
        .route("/cong-khai/{ward}/lich.ics", web::get().to(show_calendar))
        .route("/robots.txt", web::get().to(robots))
        .route("/sitemap.xml", web::get().to(sitemap));
}

async fn front(public: Public, pages: web::Data<Pages>, request: HttpRequest) -> HttpResponse {
    match pages.wards(&public).await {
        // Nothing is there to be shown yet.
        Ok(wards) if wards.all.is_empty() => HttpResponse::Found()
            .insert_header((header::LOCATION, "/cai-dat"))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .finish(),
        Ok(wards) if wards.all.len() != 1 => wards.list.answer(&request),
        Ok(_) => ward_page(public, pages, request).await,
        Err(error) => absence(&error),
    }
}

async fn ward_page(public: Public, pages: web::Data<Pages>, request: HttpRequest) -> HttpResponse {
    match of_address(&public, &pages, &request).await {
        Ok(ward) => ward.html.answer(&request),
        Err(error) => absence(&error),
    }
}

async fn show_calendar(public: Public, pages: web::Data<Pages>, request: HttpRequest) -> HttpResponse {
    match of_address(&public, &pages, &request).await {
        Ok(ward) => ward.calendar.answer(&request),
        Err(error) => absence(&error),
    }
}

/// `?kho=a3` for the larger paper.
async fn show_poster(public: Public, pages: web::Data<Pages>, request: HttpRequest) -> HttpResponse {
    let paper = if request.query_string() == "kho=a3" { Paper::A3 } else { Paper::A4 };
    match of_address(&public, &pages, &request).await {
        Ok(ward) => {
            let text = poster::render(&ward.content, &ward.place, &address(&request, &ward.place.origin), paper);
            let mut response = Ready::html(text).answer(&request);
            response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(OWN));
            response
        }
        Err(error) => absence(&error),
    }
}

async fn of_address(public: &Public, pages: &Pages, request: &HttpRequest) -> Result<std::sync::Arc<WardPages>> {
    pages.of(public, request.match_info().get("ward")).await
}

/// No page: told in words, with the numbers to call.
fn absence(error: &Error) -> HttpResponse {
    let is_unknown = error.status().is_client_error();
    let status = if is_unknown { StatusCode::NOT_FOUND } else { StatusCode::SERVICE_UNAVAILABLE };
    if let Some(cause) = error.cause() {
        tracing::error!(cause, "no public page");
    }
    HttpResponse::build(status)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(page::render_absence(is_unknown))
}

/// The address that people open: of the settings, or else of this request when it looks like one.
fn address(request: &HttpRequest, of_settings: &Option<String>) -> String {
    if let Some(address) = of_settings {
        return address.clone();
    }
    let connection = request.connection_info();
    let host = connection.host();
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    let scheme = if connection.scheme() == "https" { "https" } else { "http" };
    let is_right = !host.is_empty() && host.len() <= 253 && host.chars().all(is_host);
    if is_right { format!("{scheme}://{host}") } else { String::new() }
}

/// What anybody may look for; the rest is behind the sign-in.
async fn robots(public: Public, request: HttpRequest) -> HttpResponse {
    let origin = address(&request, &public.gate().services().config.public_url);
    let text = format!(
        "User-agent: *\nAllow: /cong-khai\nAllow: /bao-tin\nAllow: /icon.svg\nAllow: /assets/\nDisallow: /\n\n\
         Sitemap: {}/sitemap.xml\n",
        origin.trim_end_matches('/')
    );
    plain("text/plain; charset=utf-8", text)
}

async fn sitemap(public: Public, pages: web::Data<Pages>, request: HttpRequest) -> HttpResponse {
    let origin = address(&request, &public.gate().services().config.public_url);
    let wards = match pages.wards(&public).await {
        Ok(wards) => wards,
        Err(error) => return absence(&error),
    };
    let mut paths = vec!["/cong-khai".to_owned(), "/bao-tin".to_owned()];
    if wards.all.len() > 1 {
        paths.extend(wards.all.iter().map(|(_, ward)| page::Place::of(ward, 2, None).path));
    }
    plain("application/xml; charset=utf-8", page::render_sitemap(origin.trim_end_matches('/'), &paths))
}

fn plain(media_type: &str, text: String) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, OWN)).content_type(media_type).body(text)
}
