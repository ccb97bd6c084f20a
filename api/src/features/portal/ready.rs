//! A document that is ready to be sent: plain and compressed, with the tag that says whether the reader has it.

use std::io::Write;

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web::Bytes};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// A minute in every browser and proxy; after that the old one while the new one is fetched.
pub const CACHE: &str = "public, max-age=60, stale-while-revalidate=600";

/// One document.
pub struct Ready {
    plain: Bytes,
    gzip: Bytes,
    tag: String,
    media_type: &'static str,
    /// Stricter than the application's, where the document needs no script at all.
    policy: Option<&'static str>,
}

/// The pages have one style of their own, the ward's icon, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; \
                      form-action 'none'; frame-ancestors 'none'";

impl Ready {
    pub fn html(text: String) -> Self {
        Self { policy: Some(POLICY), ..Self::new(text.into_bytes(), "text/html; charset=utf-8") }
    }

    pub fn json(value: &impl serde::Serialize) -> Self {
        // Our own types with string keys: serialising them cannot fail.
        Self::new(serde_json::to_vec(value).unwrap_or_default(), "application/json")
    }

    pub fn new(plain: Vec<u8>, media_type: &'static str) -> Self {
        let digest = hex::encode(Sha256::digest(&plain));
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        // Into memory: writing cannot fail.
        let _ = packer.write_all(&plain);
        let gzip = packer.finish().unwrap_or_default();
        Self {
            plain: plain.into(),
            gzip: gzip.into(),
            tag: digest.chars().take(20).collect(),
            media_type,
            policy: None,
        }
    }

    /// 200 with the document as the reader takes it, or 304 when the reader has it.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let is_packed = takes_gzip(request);
        // A strong tag names bytes: those that are packed have their own (RFC 9110, 8.8.3.3).
        let tag = if is_packed { format!("\"{}-gz\"", self.tag) } else { format!("\"{}\"", self.tag) };
        let mut response = HttpResponse::Ok();
        response
            .insert_header((header::ETAG, tag.as_str()))
            .insert_header((header::CACHE_CONTROL, CACHE))
            .insert_header((header::VARY, HeaderValue::from_static("accept-encoding")));
        if let Some(policy) = self.policy {
            response.insert_header((header::CONTENT_SECURITY_POLICY, policy));
        }
        let known = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or("");
        if known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag || one.trim() == "*") {
            return response.status(actix_web::http::StatusCode::NOT_MODIFIED).finish();
        }
        response.content_type(self.media_type);
        if is_packed {
            response.insert_header((header::CONTENT_ENCODING, "gzip"));
            return response.body(self.gzip.clone());
        }
        response.body(self.plain.clone())
    }

    #[cfg(test)]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.plain).into_owned()
    }
}

fn takes_gzip(request: &HttpRequest) -> bool {
    let value = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or("");
    let mut codings = value.split(',').map(|one| one.split(';').map(str::trim));
    codings
        .any(|mut one| one.next() == Some("gzip") && !one.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.000")))
}
