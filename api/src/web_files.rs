//! The built frontend, where it is served by this process: hashed files for a year, pages never stale.

use std::path::Path;

use actix_files::{Files, NamedFile};
use actix_web::dev::{ServiceRequest, ServiceResponse, fn_service};
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::middleware::from_fn;
use actix_web::{HttpResponse, web};

/// Mounts `dir` at `/`; addresses of the app itself (`/viec/…`) get its page. A file that is not there is 404: a page
/// of last week asks for last week's script, and must not be given HTML for it.
pub fn serve(config: &mut web::ServiceConfig, dir: Option<&Path>) {
    let Some(dir) = dir.filter(|dir| dir.join("index.html").is_file()) else { return };
    let page = dir.join("index.html");
    let fallback = fn_service(move |request: ServiceRequest| {
        let page = page.clone();
        async move {
            let (request, _) = request.into_parts();
            if names_a_file(request.path()) {
                return Ok(ServiceResponse::new(request, HttpResponse::NotFound().finish()));
            }
            let response = NamedFile::open(page)?.into_response(&request);
            Ok(ServiceResponse::new(request, response))
        }
    });
    let files = Files::new("/", dir).index_file("index.html").default_handler(fallback);
    config.service(web::scope("").wrap(from_fn(cache)).service(files));
}

fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

async fn cache(
    request: ServiceRequest,
    next: actix_web::middleware::Next<impl actix_web::body::MessageBody>,
) -> Result<ServiceResponse<impl actix_web::body::MessageBody>, actix_web::Error> {
    // Vite puts a hash of the content into the names under assets/.
    let is_hashed = request.path().starts_with("/assets/");
    let mut response = next.call(request).await?;
    let value =
        if is_hashed && response.status().is_success() { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(value));
    Ok(response)
}
