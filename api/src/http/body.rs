//! JSON bodies: bounded, typed, refused with the place of the mistake.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::{mistakes, parameters, patience};
use crate::error::{Error, MEDIA_TYPE, TOO_LARGE};

/// The largest JSON body: a whole plan preview with its text fits many times.
const LIMIT: usize = 2 * 1024 * 1024;

/// A JSON object read into `T`. An empty body reads as `{}`, so that `POST …/start` needs none. Addresses that take a
/// body take no query.
pub struct Body<T>(pub T);

/// The SHA-256 of the body, kept for the check that a repeated `Idempotency-Key` repeats the same request.
#[derive(Clone, Copy)]
pub struct BodyDigest(pub [u8; 32]);

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let bytes = web::Bytes::from_request(&request, payload);
        Box::pin(async move {
            parameters::refuse_all(&request)?;
            let bytes = bytes.await.map_err(|error| match error.as_response_error().status_code() {
                StatusCode::PAYLOAD_TOO_LARGE => too_large(),
                _ => patience::told(&request, Error::malformed("body")),
            })?;
            if bytes.len() > LIMIT {
                return Err(too_large());
            }
            request.extensions_mut().insert(BodyDigest(Sha256::digest(&bytes).into()));
            if bytes.is_empty() {
                return parse(b"{}").map(Body);
            }
            if !is_json(&request) {
                let expected = "application/json";
                return Err(Error::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, MEDIA_TYPE).with("expected", expected));
            }
            parse(&bytes).map(Body)
        })
    }
}

fn too_large() -> Error {
    Error::new(StatusCode::PAYLOAD_TOO_LARGE, TOO_LARGE).with("limit", "2 MB")
}

/// JSON Patch (RFC 6902) is JSON too, but says something else.
fn is_json(request: &HttpRequest) -> bool {
    let value = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let kind = value.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    matches!(kind.as_str(), "application/json" | "application/merge-patch+json")
}

/// # Errors
/// 400 or 422 with the place of the mistake.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    // serde would read an array into a struct too, member by member.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(Error::malformed("JSON {…}"));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let body = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| mistakes::refuse(bytes, &error.path().to_string(), error.inner()))?;
    // What follows the object is refused, not ignored.
    reader.end().map_err(|error| mistakes::refuse(bytes, "", &error))?;
    Ok(body)
}
