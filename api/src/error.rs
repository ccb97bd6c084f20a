//! One error type for everything that a client can be told, answered as RFC 9457 `application/problem+json`.
//!
//! A [`Message`] carries a stable code for programs and a sentence in Vietnamese and English for people; features
//! keep theirs beside the rule that they explain. What a client cannot be told ([`Error::internal`]) is logged once,
//! where the answer is made, and answered as a bare 500.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::http::context::{self, Lang};

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
    /// For the log only.
    cause: Option<String>,
}

macro_rules! message {
    ($name:ident, $code:literal, $vi:literal, $en:literal) => {
        pub const $name: Message = Message::new($code, $vi, $en);
    };
}

message!(
    INTERNAL,
    "internal",
    "Máy chủ gặp lỗi ngoài dự kiến. Dữ liệu của bạn chưa bị thay đổi; hãy thử lại, nếu vẫn lỗi hãy đọc mã yêu cầu cho quản trị.",
    "The server met an unexpected error. Nothing was changed; try again, and if it stays, give the request id to the administrator."
);
message!(
    UNAVAILABLE,
    "unavailable",
    "Cơ sở dữ liệu tạm thời không trả lời. Hãy thử lại sau vài giây.",
    "The database does not answer at the moment. Try again in a few seconds."
);
message!(
    NOT_SIGNED_IN,
    "not_signed_in",
    "Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập lại.",
    "You are not signed in, or the session has ended. Sign in again."
);
message!(
    FORBIDDEN,
    "forbidden",
    "Vai trò của bạn không được làm việc này. Người được làm: {who}.",
    "Your role may not do this. Who may: {who}."
);
message!(
    NOT_FOUND,
    "not_found",
    "Không tìm thấy, hoặc không thuộc phạm vi của bạn.",
    "Not there, or not within your scope."
);
message!(NO_ROUTE, "no_route", "Địa chỉ này không có trong API.", "There is no such address in the API.");
message!(
    METHOD,
    "method_not_allowed",
    "Địa chỉ này không nhận phương thức đó.",
    "This address does not take that method."
);
message!(MALFORMED, "malformed", "Không đọc được nội dung gửi lên: {detail}", "The body cannot be read: {detail}");
message!(
    BAD_PARAMETER,
    "bad_parameter",
    "Tham số “{name}” không hợp lệ hoặc không được hỗ trợ.",
    "The parameter “{name}” is not valid or not known."
);
message!(
    INVALID,
    "invalid",
    "Có thông tin chưa đúng. Hãy sửa các mục được nêu.",
    "Some fields are not right. Mend those named."
);
message!(
    VERSION_REQUIRED,
    "version_required",
    "Thiếu If-Match: hãy gửi phiên bản mà bạn đang sửa.",
    "If-Match is missing: send the version that you are changing."
);
message!(
    STALE,
    "stale",
    "Có người đã sửa trước bạn. Hãy xem bản mới và sửa lại; nội dung bạn nhập chưa mất.",
    "Somebody changed this before you. Look at the new version and apply your change again; nothing is lost."
);
message!(
    TOO_LARGE,
    "too_large",
    "Nội dung gửi lên quá lớn (tối đa {limit}).",
    "The body is too large (at most {limit})."
);
message!(
    MEDIA_TYPE,
    "media_type",
    "Kiểu nội dung không được nhận. Hãy gửi {expected}.",
    "This kind of content is not taken. Send {expected}."
);
message!(
    RATE_LIMITED,
    "rate_limited",
    "Thử quá nhiều lần. Hãy chờ {seconds} giây rồi thử lại.",
    "Too many attempts. Wait {seconds} seconds and try again."
);
message!(
    KEY_REUSED,
    "idempotency_key_reused",
    "Khóa Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy tạo khóa mới.",
    "This Idempotency-Key was used for another request. Make a new one."
);
message!(
    KEY_BAD,
    "idempotency_key_bad",
    "Idempotency-Key phải dài từ 1 đến 128 ký tự ASCII.",
    "Idempotency-Key must be 1 to 128 ASCII characters."
);
message!(
    WRONG_STATE,
    "wrong_state",
    "Không làm được ở trạng thái hiện tại. Hiện có thể: {allowed}.",
    "Not possible in the present state. Possible now: {allowed}."
);
message!(TAKEN, "taken", "Đã có bản ghi trùng.", "There is such a row already.");

impl Error {
    pub fn new(status: StatusCode, message: Message) -> Self {
        Self(Box::new(Inner {
            status,
            message,
            values: Vec::new(),
            fields: Vec::new(),
            extra: Map::new(),
            retry_after: None,
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

    pub fn rate_limited(seconds: u64) -> Self {
        let mut error = Self::new(StatusCode::TOO_MANY_REQUESTS, RATE_LIMITED).with("seconds", seconds);
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
        409 => ("Trạng thái không cho phép", "State conflict"),
        412 => ("Đã có bản mới hơn", "Stale version"),
        413 => ("Quá lớn", "Too large"),
        415 => ("Kiểu nội dung không được nhận", "Unsupported content"),
        422 => ("Thông tin chưa đúng", "Invalid fields"),
        428 => ("Thiếu phiên bản", "Version required"),
        429 => ("Thử quá nhiều lần", "Too many attempts"),
        503 => ("Tạm thời không phục vụ", "Temporarily unavailable"),
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
        if let Some(cause) = &self.0.cause {
            tracing::error!(request_id = %context::request_id(), cause, "request failed");
        }
        let mut response = HttpResponse::build(self.0.status);
        if let Some(seconds) = self.0.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
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

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::not_found(),
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::conflict(TAKEN),
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, _)
            | DieselError::BrokenTransactionManager => Self::unavailable(),
            DieselError::DatabaseError(_, ref info)
                if info.message().contains("terminating connection")
                    || info.message().contains("database is locked") =>
            {
                Self::unavailable()
            }
            // The text of a database error may repeat stored values: only its kind is kept.
            DieselError::DatabaseError(kind, info) => Self::internal(format!(
                "database: {kind:?} table={:?} constraint={:?}",
                info.table_name(),
                info.constraint_name()
            )),
            other => Self::internal(format!("database: {other}")),
        }
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
