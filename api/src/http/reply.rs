//! Answers: rows with their `ETag`, created rows with their `Location`, files to download.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Responder, ResponseError};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::db::types::Id;
use crate::error::{Error, Result, VERSION_REQUIRED};

/// A row that is changed under a version.
pub trait Versioned: Serialize {
    fn id(&self) -> &Id;
    fn version(&self) -> i32;
}

/// 200 with a row and its strong `ETag`; 304 when the reader has it already.
///
/// The tag is the version, for `If-Match`, and a hash of what is answered: that depends on the reader and the day
/// too, and two people at one machine must never be told that nothing changed. Nothing is left on a disk.
pub struct Found<T>(pub T);

impl<T: Versioned> Responder for Found<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let body = match serde_json::to_vec(&self.0) {
            Ok(body) => body,
            Err(error) => return Error::internal(error).error_response(),
        };
        let digest = hex::encode(Sha256::digest(&body));
        let tag = format!("\"{}-{digest:.16}\"", self.0.version());
        let known = request.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
        let mut response = HttpResponse::Ok();
        response.insert_header((header::ETAG, tag.clone())).insert_header((header::CACHE_CONTROL, "no-store"));
        if request.method() == actix_web::http::Method::GET && known.is_some_and(|known| lists(known, &tag)) {
            return response.status(StatusCode::NOT_MODIFIED).finish();
        }
        response.content_type("application/json").body(body)
    }
}

/// An answer that programs ask for again and again: 304 while nothing in it has changed (RFC 9110, 13.1.2).
pub struct Tagged<T>(pub T);

impl<T: Responder> Responder for Tagged<T> {
    type Body = BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let (head, body) = self.0.respond_to(request).into_parts();
        let bytes = match body.try_into_bytes() {
            Ok(bytes) => bytes,
            Err(_) => return Error::internal("an answer in pieces cannot be tagged").error_response(),
        };
        let digest = hex::encode(Sha256::digest(&bytes));
        let tag = format!("\"{digest:.32}\"");
        let known = request.headers().get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
        let mut response = head.set_body(BoxBody::new(bytes));
        let headers = response.headers_mut();
        if let Ok(value) = header::HeaderValue::from_str(&tag) {
            headers.insert(header::ETAG, value);
        }
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-cache, private"));
        if request.method() == actix_web::http::Method::GET && known.is_some_and(|known| lists(known, &tag)) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response.set_body(BoxBody::new(()));
        }
        response
    }
}

fn lists(header: &str, tag: &str) -> bool {
    header.split(',').any(|one| one.trim() == tag || one.trim() == "*")
}

/// The answer of a `POST`, also when it is given a second time for the same `Idempotency-Key`.
pub struct Created {
    pub status: StatusCode,
    pub location: Option<String>,
    pub body: Value,
}

impl Responder for Created {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        if let Some(location) = self.location {
            response.insert_header((header::LOCATION, location));
        }
        if let Some(version) = self.body.get("version").and_then(Value::as_i64) {
            response.insert_header((header::ETAG, format!("\"{version}\"")));
        }
        if self.body.is_null() { response.finish() } else { response.json(self.body) }
    }
}

/// The version that the writer saw, from `If-Match`.
#[derive(Clone, Copy, Debug)]
pub struct IfMatch(Option<i32>);

impl IfMatch {
    /// For a caller in the same transaction, who has just read that version.
    pub fn of(version: i32) -> Self {
        Self(Some(version))
    }

    /// Compares with the row that was just read and will be saved under its version.
    ///
    /// # Errors
    /// As [`IfMatch::check_version`].
    pub fn check<T: Versioned>(self, current: &T) -> Result<()> {
        self.check_version(current.version(), || Ok(current))
    }

    /// As [`IfMatch::check`], where the version is welcome but not required.
    ///
    /// # Errors
    /// 412 when a version was given and is older.
    pub fn check_if_given<T: Versioned>(self, current: &T) -> Result<()> {
        self.check_version_if_given(current.version(), || Ok(current))
    }

    /// Compares with the version of the row that was just read, which a later `UPDATE … WHERE version =` must name
    /// too: a second reading might already be somebody else's. `current` is shown when they differ.
    ///
    /// # Errors
    /// 428 without a version, 412 with an older one (the current row is in the problem, so nothing is lost).
    pub fn check_version<T: Serialize>(self, version: i32, current: impl FnOnce() -> Result<T>) -> Result<()> {
        match self.0 {
            None => Err(Error::new(StatusCode::PRECONDITION_REQUIRED, VERSION_REQUIRED)),
            Some(_) => self.check_version_if_given(version, current),
        }
    }

    /// For callers within the program, who hold the row already.
    pub fn none() -> Self {
        Self(None)
    }

    /// For actions, where the version is welcome but not required.
    ///
    /// # Errors
    /// 412 when a version was given and is older.
    pub fn check_version_if_given<T: Serialize>(self, version: i32, current: impl FnOnce() -> Result<T>) -> Result<()> {
        match self.0 {
            Some(given) if given != version => Err(Error::stale(current()?)),
            _ => Ok(()),
        }
    }
}

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let text = request.headers().get(header::IF_MATCH).map(|value| value.to_str().unwrap_or("").trim());
        // Something that is not one of our tags matches no row: version −1 never exists.
        let read = |tag: &str| tag.trim_matches('"').split('-').next()?.parse().ok();
        let version = text.map(|tag| read(tag).unwrap_or(-1));
        std::future::ready(Ok(Self(version)))
    }
}

/// A file made on the spot (an export), to be saved under a name.
pub struct Download {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
    pub file_name: String,
}

impl Responder for Download {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok()
            .content_type(self.media_type)
            .insert_header((header::CONTENT_DISPOSITION, attachment_header(&self.file_name)))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .body(self.bytes)
    }
}

/// `attachment` with the name in UTF-8 (RFC 6266), for names with Vietnamese marks.
pub fn attachment_header(file_name: &str) -> header::ContentDisposition {
    use actix_web::http::header::{Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::FilenameExt(ExtendedValue {
            charset: Charset::Ext("UTF-8".into()),
            language_tag: None,
            value: file_name.as_bytes().to_vec(),
        })],
    }
}
