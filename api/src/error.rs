//! One error type for everything that a client can be told, answered as RFC 9457 `application/problem+json`.
//!
//! A [`Message`] carries a stable code for programs and a sentence in Vietnamese and English for people; features
//! keep theirs beside the rule that they explain. What a client cannot be told ([`Error::internal`]) is logged once,
//! where the answer is made, and answered as a bare 500.

mod database;
mod messages;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::http::context::{self, Lang};

pub use messages::*;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A sentence for people under a stable code for programs. `{…}` is filled with [`Error::with`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message {
    pub code: &'static str,
    pub vi: &'static str,
    pub en: &'static str,
}

impl Message {
    pub const fn new(code: &'static str, vi: &'static str, en: &'static str) -> Self {
        Self { code, vi, en }
    }

    pub fn text(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// A field that cannot be taken as it is, and what to do about it.
#[derive(Debug, Clone)]
pub struct FieldError {
    pub field: String,
    pub message: Message,
    pub values: Vec<(&'static str, String)>,
}

/// An error as it travels from any layer to the answer.
#[derive(Debug)]
pub struct Error(Box<Inner>);

#[derive(Debug)]
struct Inner {
    status: StatusCode,
    message: Message,
    values: Vec<(&'static str, String)>,
    fields: Vec<FieldError>,
    /// More members of the problem: `allowed`, `current`, `permission`.
    extra: Map<String, Value>,
    retry_after: Option<u64>,
    /// With 405: the methods that the address takes.
    allow: Option<String>,
    /// For the log only.
    cause: Option<String>,
}

impl Error {
    pub fn new(status: StatusCode, message: Message) -> Self {
        Self(Box::new(Inner {
            status,
            message,
            values: Vec::new(),
            fields: Vec::new(),
            extra: Map::new(),
            retry_after: None,
            allow: None,
            cause: None,
        }))
    }

    /// Fills `{name}` in the sentence.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.0.values.push((name, value.to_string()));
        self
    }

    /// Adds a member to the problem.
    pub fn extra(mut self, name: &str, value: impl Serialize) -> Self {
        self.0.extra.insert(name.to_owned(), json!(value));
        self
    }

    pub fn internal(cause: impl ToString) -> Self {
        let mut error = Self::new(StatusCode::INTERNAL_SERVER_ERROR, INTERNAL);
        error.0.cause = Some(cause.to_string());
        error
    }

    pub fn unavailable() -> Self {
        let mut error = Self::new(StatusCode::SERVICE_UNAVAILABLE, UNAVAILABLE);
        error.0.retry_after = Some(5);
        error
    }

    /// More at once than this machine can do.
    pub fn busy() -> Self {
        let mut error = Self::new(StatusCode::SERVICE_UNAVAILABLE, BUSY);
        error.0.retry_after = Some(2);
        error
    }

    /// A disk, or a database, that takes nothing: 503 under the message that says what to do.
    pub fn storage(message: Message, cause: impl ToString) -> Self {
        let mut error = Self::new(StatusCode::SERVICE_UNAVAILABLE, message);
        error.0.retry_after = Some(60);
        error.0.cause = Some(cause.to_string());
        error
    }

    /// What the disk said of `what`; never a path.
    pub fn disk(what: &str, error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        let cause = format!("{what}: {}", error.kind());
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::storage(STORAGE_FULL, cause),
            ErrorKind::ReadOnlyFilesystem => Self::storage(STORAGE_READ_ONLY, cause),
            _ => Self::internal(cause),
        }
    }

    pub fn not_signed_in() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, NOT_SIGNED_IN)
    }

    /// Not there or not yours: the two must look alike.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, NOT_FOUND)
    }

    pub fn malformed(detail: impl ToString) -> Self {
        Self::new(StatusCode::BAD_REQUEST, MALFORMED).with("detail", detail)
    }

    pub fn bad_parameter(name: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, BAD_PARAMETER).with("name", name).extra("parameter", name)
    }

    /// 405 with the methods that the address does take (RFC 9110, 15.5.6).
    pub fn method_not_allowed(allowed: &[&str]) -> Self {
        let mut error = Self::new(StatusCode::METHOD_NOT_ALLOWED, METHOD).extra("allowed", allowed);
        error.0.allow = Some(allowed.join(", "));
        error
    }

    pub fn rate_limited(seconds: u64) -> Self {
        let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, RATE_LIMITED).with("seconds", seconds);
        error.0.retry_after = Some(seconds);
        error
    }

    /// 429 under a message of its own, which says what there was too much of; `{seconds}` is filled.
    pub fn limited(message: Message, seconds: u64) -> Self {
        let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, message).with("seconds", seconds);
        error.0.retry_after = Some(seconds);
        error
    }

    /// 409 with what is allowed now.
    pub fn wrong_state<A: ToString>(allowed: &[A]) -> Self {
        let allowed: Vec<String> = allowed.iter().map(ToString::to_string).collect();
        let words = if allowed.is_empty() { "–".to_owned() } else { allowed.join(", ") };
        Self::new(StatusCode::CONFLICT, WRONG_STATE).with("allowed", words).extra("allowed", allowed)
    }

    /// 409 under a message of the feature's own.
    pub fn conflict(message: Message) -> Self {
        Self::new(StatusCode::CONFLICT, message)
    }

    /// 412 with the row as it is now, so that nothing typed is lost.
    pub fn stale(current: impl Serialize) -> Self {
        Self::new(StatusCode::PRECONDITION_FAILED, STALE).extra("current", current)
    }

    /// 403 under a message of the feature's own.
    pub fn forbidden(message: Message) -> Self {
        Self::new(StatusCode::FORBIDDEN, message)
    }

    /// 422 for a single field.
    pub fn field(field: &str, message: Message) -> Self {
        Self::fields(vec![FieldError { field: field.to_owned(), message, values: Vec::new() }])
    }

    pub fn fields(fields: Vec<FieldError>) -> Self {
        let mut error = Self::new(StatusCode::UNPROCESSABLE_ENTITY, INVALID);
        error.0.fields = fields;
        error
    }

    /// Names the field that is wrong.
    pub fn with_field(mut self, field: FieldError) -> Self {
        self.0.fields.push(field);
        self
    }

    /// Whether it is about this field of the body.
    pub fn names_field(&self, field: &str) -> bool {
        self.0.fields.iter().any(|one| one.field == field)
    }

    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    pub fn code(&self) -> &'static str {
        self.0.message.code
    }

    /// What went wrong inside, for the log only.
    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// The sentence for people, filled.
    pub fn sentence(&self, lang: Lang) -> String {
        fill(self.0.message.text(lang), &self.0.values)
    }

    /// What it says, with what each field lacks: a terminal shows nothing beside fields.
    pub fn sentences(&self, lang: Lang) -> String {
        let fields =
            self.0.fields.iter().map(|one| format!("{}: {}", one.field, fill(one.message.text(lang), &one.values)));
        std::iter::once(self.sentence(lang)).chain(fields).collect::<Vec<_>>().join("\n  ")
    }

    pub(crate) fn problem(&self, lang: Lang) -> Value {
        let inner = &self.0;
        let errors: Vec<Value> = inner
            .fields
            .iter()
            .map(
                |e| json!({"field": e.field, "code": e.message.code, "message": fill(e.message.text(lang), &e.values)}),
            )
            .collect();
        let mut problem = json!({
            "type": format!("urn:bup:problem:{}", inner.message.code),
            "title": title(inner.status, lang),
            "status": inner.status.as_u16(),
            "detail": self.sentence(lang),
            "code": inner.message.code,
            "errors": errors,
            "request_id": context::request_id(),
        });
        if let Some(members) = problem.as_object_mut() {
            members.extend(inner.extra.clone());
        }
        problem
    }
}

/// Puts values into the `{…}` places of a sentence.
pub fn fill(sentence: &str, values: &[(&'static str, String)]) -> String {
    values.iter().fold(sentence.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

fn title(status: StatusCode, lang: Lang) -> &'static str {
    let (vi, en) = match status.as_u16() {
        400 => ("Yêu cầu không đọc được", "Malformed request"),
        401 => ("Cần đăng nhập", "Sign-in needed"),
        403 => ("Không được phép", "Not allowed"),
        404 => ("Không tìm thấy", "Not found"),
        405 => ("Phương thức không được nhận", "Method not allowed"),
        408 => ("Gửi quá chậm", "Too slow"),
        409 => ("Trạng thái không cho phép", "State conflict"),
        412 => ("Đã có bản mới hơn", "Stale version"),
        413 => ("Quá lớn", "Too large"),
        415 => ("Kiểu nội dung không được nhận", "Unsupported content"),
        422 => ("Thông tin chưa đúng", "Invalid fields"),
        428 => ("Thiếu phiên bản", "Version required"),
        429 => ("Thử quá nhiều lần", "Too many attempts"),
        503 => ("Tạm thời không phục vụ", "Temporarily unavailable"),
        507 => ("Hết chỗ chứa", "No room"),
        _ => ("Lỗi máy chủ", "Server error"),
    };
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.0.status.as_u16(), self.0.message.code)
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.0.status
    }

    fn error_response(&self) -> HttpResponse {
        metrics::counter!("bup_problems_total", "code" => self.0.message.code).increment(1);
        if let Some(cause) = &self.0.cause {
            let (request_id, trace_id) = (context::request_id(), context::trace_id());
            tracing::error!(%request_id, trace_id, cause, "request failed");
        }
        let mut response = HttpResponse::build(self.0.status);
        if let Some(seconds) = self.0.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        if let Some(methods) = &self.0.allow {
            response.insert_header((header::ALLOW, methods.as_str()));
        }
        if self.0.status == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        response
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .content_type("application/problem+json")
            .body(self.problem(context::lang()).to_string())
    }
}

/// Turns "there is such a row already" into an error of one field.
pub trait TakenExt<T> {
    /// # Errors
    /// 422 for `field` when the statement hit a uniqueness rule; any other error unchanged.
    fn taken(self, field: &str, message: Message) -> Result<T>;
}

impl<T> TakenExt<T> for diesel::QueryResult<T> {
    fn taken(self, field: &str, message: Message) -> Result<T> {
        match self {
            Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Err(Error::field(field, message)),
            other => Ok(other?),
        }
    }
}
