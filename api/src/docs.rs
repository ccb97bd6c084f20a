//! The OpenAPI document beside the API: `/api/v1/openapi.json` and a page to try it, `/api/docs`.

mod answers;

pub use answers::TAKES_NO_KEY;

use std::sync::OnceLock;

use actix_web::http::header::ContentType;
use actix_web::{HttpResponse, web};
use serde_json::json;
use utoipa::openapi::{OpenApi, Ref, RefOr, schema::Schema};
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::error::{Error, Result};

/// The interactive page with its scripts in the binary (no other server is asked).
pub fn page(path: &str) -> SwaggerUi {
    let config = Config::from("/api/v1/openapi.json").persist_authorization(false).try_it_out_enabled(true);
    SwaggerUi::new(format!("{path}/{{_:.*}}")).config(config)
}

/// The document as it is sent, made when somebody asks for the first time: as a structure it would take twenty times the
/// memory for as long as the server runs.
pub struct Written {
    make: fn() -> OpenApi,
    sent: OnceLock<Sent>,
}

/// Of the structure only the methods of each address are kept, for `Allow` (RFC 9110, 15.5.6).
struct Sent {
    text: web::Bytes,
    methods: Vec<(String, Vec<&'static str>)>,
}

impl Written {
    pub fn by(make: fn() -> OpenApi) -> Self {
        Self { make, sent: OnceLock::new() }
    }

    /// Writes it down on a thread of its own, whose memory goes back when it ends.
    fn sent(&self) -> Result<&Sent> {
        if let Some(sent) = self.sent.get() {
            return Ok(sent);
        }
        let make = self.make;
        let write = move || {
            let document = make();
            serde_json::to_vec(&document).map(|text| Sent { text: text.into(), methods: methods_of(&document) })
        };
        let written = std::thread::spawn(write).join();
        let written = written.map_err(|_| Error::internal("the OpenAPI document could not be made"))?;
        let written = written.map_err(Error::internal)?;
        Ok(self.sent.get_or_init(|| written))
    }

    /// The methods that an address takes; `/tasks/bulk` is read as `/tasks/{id}` too.
    ///
    /// # Errors
    /// When the document cannot be made.
    pub fn methods(&self, path: &str) -> Result<Vec<&'static str>> {
        let fits = |template: &str| {
            let same = |(own, other): (&str, &str)| own.starts_with('{') || own == other;
            template.split('/').count() == path.split('/').count() && template.split('/').zip(path.split('/')).all(same)
        };
        let own = self.sent()?.methods.iter().filter(|(template, _)| fits(template));
        let mut found: Vec<&str> = own.flat_map(|(_, methods)| methods.clone()).collect();
        found.sort_unstable();
        found.dedup();
        // What the document does not speak of (itself) is only read.
        Ok(if found.is_empty() { vec!["GET", "HEAD"] } else { found })
    }
}

fn methods_of(document: &OpenApi) -> Vec<(String, Vec<&'static str>)> {
    let of = |(path, item): (&String, &utoipa::openapi::PathItem)| {
        let all = [
            ("GET", item.get.is_some()),
            ("HEAD", item.get.is_some()),
            ("POST", item.post.is_some()),
            ("PATCH", item.patch.is_some()),
            ("PUT", item.put.is_some()),
            ("DELETE", item.delete.is_some()),
        ];
        (path.clone(), all.into_iter().filter(|(_, is_taken)| *is_taken).map(|(name, _)| name).collect())
    };
    document.paths.paths.iter().map(of).collect()
}

/// The document itself.
pub async fn document(document: web::Data<Written>) -> Result<HttpResponse> {
    let text = move || Ok::<_, Error>(document.sent()?.text.clone());
    let text = web::block(text).await.map_err(Error::internal)??;
    Ok(HttpResponse::Ok().content_type(ContentType::json()).body(text))
}

/// Every operation may answer a problem (RFC 9457): described once, added to all.
pub fn add_problems(document: &mut OpenApi) {
    let schema: Schema = serde_json::from_value(problem_schema()).unwrap_or_default();
    let components = document.components.get_or_insert_default();
    components.schemas.insert("Problem".into(), RefOr::T(schema));
    answers::tell(document);
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.post, &mut item.patch, &mut item.delete, &mut item.put];
        for operation in operations.into_iter().flatten() {
            let shared = RefOr::Ref(Ref::from_response_name("Problem"));
            operation.responses.responses.entry("default".into()).or_insert(shared);
            // OpenAPI requires a description of each answer, and generators refuse a document without.
            for (status, response) in &mut operation.responses.responses {
                if let RefOr::T(response) = response
                    && response.description.is_empty()
                {
                    response.description = reason(status).to_owned();
                }
            }
        }
    }
}

/// What a status says by itself.
fn reason(status: &str) -> &'static str {
    match status {
        "200" => "OK",
        "201" => "Created",
        "202" => "Accepted",
        "204" => "Done; nothing to answer",
        "304" => "Nothing changed",
        _ => "See `code` and `detail`",
    }
}

fn problem_schema() -> serde_json::Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail", "code", "errors", "request_id"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer", "format": "int32"},
            "detail": {"type": "string", "description": "A sentence for people: what is wrong and what to do"},
            "code": {"type": "string", "description": "Stable, for programs"},
            "errors": {"type": "array", "items": {
                "type": "object",
                "required": ["field", "code", "message"],
                "properties": {"field": {"type": "string"}, "code": {"type": "string"}, "message": {"type": "string"}}
            }},
            "request_id": {"type": "string"},
            "allowed": {"type": "array", "items": {"type": "string"}, "description": "With 409 what is possible now, with 405 the methods"},
            "permission": {"type": "string", "description": "With 403: the right that is missing"},
            "current": {"type": "object", "description": "With 412: the row as it is now"}
        }
    })
}
