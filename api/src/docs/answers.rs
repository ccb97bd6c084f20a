//! What operations have in common and none says by itself: how they refuse, the headers of their answers, the headers
//! that they heed. Told here once, by their shape; `make test-fuzz` compares every answer with it.

use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{Components, Content, Header, OpenApi, Ref, RefOr, Required, Response, ResponseBuilder};

use crate::attachments::photo;

/// `POST`s without `Idempotency-Key`: acts of one's own account, where a repetition does no harm; searches and looks;
/// files, which are read first or stored nowhere.
pub const TAKES_NO_KEY: [&str; 22] = [
    "/api/v1/attachments",
    "/api/v1/cases/search",
    "/api/v1/cases/{id}/break-glass",
    "/api/v1/cases/{id}/referrals/{referral_id}/link",
    "/api/v1/children/export.xlsx",
    "/api/v1/children/import",
    "/api/v1/children/search",
    "/api/v1/concerns/search",
    "/api/v1/concerns/{id}/reporter",
    "/api/v1/events/check",
    "/api/v1/events/{id}/grants",
    "/api/v1/me/calendar-feed",
    "/api/v1/me/password",
    "/api/v1/me/totp",
    "/api/v1/me/totp/confirm",
    "/api/v1/me/totp/disable",
    "/api/v1/me/totp/recovery-codes",
    "/api/v1/notifications/{id}/read",
    "/api/v1/plans/import",
    "/api/v1/plans/{id}/import",
    "/api/v1/summer/handovers/list",
    "/api/v1/summer/handovers/list/preview",
];

/// Where the cookie with the refresh token is set or taken away.
const COOKIES: [&str; 3] = ["/api/v1/auth/login", "/api/v1/auth/refresh", "/api/v1/auth/logout"];

const BYTES: &str = "application/octet-stream";
const JSON: &str = "application/json";
const PROBLEM: &str = "application/problem+json";

/// Adds all of it to a document.
pub(super) fn tell(document: &mut OpenApi) {
    let components = document.components.get_or_insert_default();
    let problems = [
        ("Problem", "What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English", None),
        (
            "NotSignedIn",
            "Not signed in, or the session has ended",
            Some(("WWW-Authenticate", "`Bearer`", Type::String)),
        ),
        ("Later", "Too much at once, or out of service", Some(("Retry-After", "In so many seconds", Type::Integer))),
    ];
    for (name, words, header) in problems {
        let mut response = problem(words);
        response.headers.extend(header.map(|(name, words, of)| (name.to_owned(), RefOr::T(told(words, of)))));
        components.responses.insert(name.into(), RefOr::T(response));
    }
    let components = components.clone();
    for (path, item) in &mut document.paths.paths {
        let operations = [
            ("get", &mut item.get),
            ("post", &mut item.post),
            ("patch", &mut item.patch),
            ("put", &mut item.put),
            ("delete", &mut item.delete),
        ];
        for (method, operation) in operations {
            if let Some(operation) = operation {
                Teller { path, method, components: &components }.tell(operation);
            }
        }
    }
}

struct Teller<'d> {
    path: &'d str,
    method: &'static str,
    components: &'d Components,
}

impl Teller<'_> {
    fn tell(&self, operation: &mut Operation) {
        let is_public = !operation.security.as_ref().is_some_and(|ways| {
            ways.iter().any(|way| serde_json::to_value(way).is_ok_and(|way| way.get("bearer").is_some()))
        });
        let has_tag = self.good_answers(operation);
        self.headers_heeded(operation, is_public, has_tag);
        self.refusals(operation, is_public);
    }

    /// Headers and media types of what went well; true when it has an `ETag`.
    fn good_answers(&self, operation: &mut Operation) -> bool {
        // The words alone tell of CSV: as a second media type every typed client would get "a text or a list" from a list.
        let also_csv = operation.description.as_ref().is_some_and(|words| words.contains("text/csv"));
        let (mut tagged, mut not_modified) = (false, false);
        for (status, response) in &mut operation.responses.responses {
            let RefOr::T(response) = response else { continue };
            not_modified |= status == "304";
            if !status.starts_with('2') {
                continue;
            }
            let is_file = response.content.keys().any(|kind| kind != JSON) && self.path != "/api/v1/events/feed.ics";
            // What comes as a file is bytes: as utoipa writes them, a list of numbers, a generated client would look for JSON.
            for (kind, content) in &mut response.content {
                if let RefOr::T(content) = content
                    && !kind.ends_with("json")
                    && !kind.starts_with("text/")
                {
                    content.schema = Some(bytes().into());
                }
            }
            // An attachment comes as what it is.
            if let Some(bytes) = response.content.get(BYTES).cloned() {
                response.content.extend(photo::KINDS.map(|kind| (kind.to_owned(), bytes.clone())));
            }
            if is_file || also_csv {
                add(response, "Content-Disposition", "The name to save it under");
            }
            if COOKIES.contains(&self.path) {
                add(response, "Set-Cookie", "The refresh token of a browser");
            }
            if status == "201" && self.method == "post" {
                add(response, "Location", "Where the new row is");
            }
            if self.is_versioned(response) {
                add(response, "ETag", "The version, for `If-Match`");
                tagged = true;
            }
        }
        if not_modified && self.method == "get" {
            if let Some(RefOr::T(response)) = operation.responses.responses.get_mut("200") {
                add(response, "ETag", "Of what was answered, for `If-None-Match`");
            }
            tagged = true;
        }
        tagged
    }

    fn is_versioned(&self, response: &Response) -> bool {
        let Some(RefOr::T(content)) = response.content.get(JSON) else { return false };
        content.schema.as_ref().is_some_and(|schema| self.has_version(schema))
    }

    fn has_version(&self, schema: &RefOr<Schema>) -> bool {
        match schema {
            RefOr::Ref(reference) => {
                let name = reference.ref_location.rsplit('/').next().unwrap_or("");
                self.components.schemas.get(name).is_some_and(|schema| self.has_version(schema))
            }
            RefOr::T(Schema::Object(object)) => object.properties.contains_key("version"),
            RefOr::T(Schema::AllOf(all)) => all.items.iter().any(|one| self.has_version(one)),
            RefOr::T(_) => false,
        }
    }

    fn headers_heeded(&self, operation: &mut Operation, is_public: bool, has_tag: bool) {
        let takes_key = !is_public || self.path == "/api/v1/public/concerns";
        if self.method == "post" && takes_key && !TAKES_NO_KEY.contains(&self.path) {
            heed(operation, "Idempotency-Key", "1–128 ASCII characters: repeated with it, a request is done once");
        }
        if self.method == "get" && has_tag {
            heed(operation, "If-None-Match", "The `ETag` that the reader has: 304 when nothing changed");
            let response = ResponseBuilder::new().description("Nothing changed").build();
            let entry = operation.responses.responses.entry("304".into()).or_insert(RefOr::T(response));
            if let RefOr::T(response) = entry {
                add(response, "ETag", "As it was");
            }
        }
    }

    fn refusals(&self, operation: &mut Operation, is_public: bool) {
        let mut statuses = vec!["400", "404"];
        if !is_public {
            statuses.extend(["401", "403"]);
        }
        // Queries that must fit each other (a week of one's own year) are 422, too.
        let has_query = operation
            .parameters
            .iter()
            .flatten()
            .any(|one| matches!(one, RefOr::T(one) if one.parameter_in == ParameterIn::Query));
        match self.method {
            "get" if has_query => statuses.push("422"),
            "get" => {}
            _ => statuses.extend(["409", "422"]),
        }
        if self.method == "patch" || names(operation, "If-Match") {
            statuses.extend(["412", "428"]);
        } else if self.method == "post" {
            statuses.push("412");
        }
        if operation.request_body.is_some() {
            statuses.extend(["413", "415"]);
        }
        if is_public {
            statuses.push("429");
        }
        for status in statuses {
            let name = match status {
                "401" => "NotSignedIn",
                "429" => "Later",
                _ => "Problem",
            };
            let shared = RefOr::Ref(Ref::from_response_name(name));
            operation.responses.responses.entry(status.into()).or_insert(shared);
        }
        for (status, response) in &mut operation.responses.responses {
            if let RefOr::T(response) = response
                && status.starts_with('4')
                && response.content.is_empty()
            {
                let same = problem(&response.description);
                response.content = same.content;
                match status.as_str() {
                    "401" => add(response, "WWW-Authenticate", "`Bearer`"),
                    "429" => add(response, "Retry-After", "In so many seconds"),
                    _ => {}
                }
            }
        }
    }
}

/// An answer that says what is wrong.
pub(super) fn problem(words: &str) -> Response {
    let reference = RefOr::Ref(Ref::from_schema_name("Problem"));
    ResponseBuilder::new().description(words).content(PROBLEM, Content::new(Some(reference))).build()
}

fn bytes() -> Schema {
    let format = SchemaFormat::KnownFormat(KnownFormat::Binary);
    Schema::Object(ObjectBuilder::new().schema_type(Type::String).format(Some(format)).build())
}

fn told(words: &str, of: Type) -> Header {
    let schema = ObjectBuilder::new().schema_type(of).build();
    HeaderBuilder::new().schema(Some(schema)).description(Some(words)).build()
}

fn add(response: &mut Response, name: &str, words: &str) {
    response.headers.entry(name.into()).or_insert_with(|| RefOr::T(told(words, Type::String)));
}

fn names(operation: &Operation, header: &str) -> bool {
    let is_it = |one: &RefOr<Parameter>| matches!(one, RefOr::T(one) if one.name.eq_ignore_ascii_case(header));
    operation.parameters.as_ref().is_some_and(|all| all.iter().any(is_it))
}

fn heed(operation: &mut Operation, header: &str, words: &str) {
    if names(operation, header) {
        return;
    }
    let schema = ObjectBuilder::new().schema_type(Type::String).build();
    let parameter = ParameterBuilder::new()
        .name(header)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(words))
        .schema(Some(schema))
        .build();
    operation.parameters.get_or_insert_default().push(RefOr::T(parameter));
}
