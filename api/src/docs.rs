//! The OpenAPI document beside the API: `/api/v1/openapi.json` and a page to try it, `/api/docs`.

use std::sync::OnceLock;

use actix_web::http::header::ContentType;
use actix_web::{HttpResponse, web};
use serde_json::json;
use utoipa::openapi::{Content, OpenApi, RefOr, ResponseBuilder, schema::Schema};
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
    text: OnceLock<web::Bytes>,
}

impl Written {
    pub fn by(make: fn() -> OpenApi) -> Self {
        Self { make, text: OnceLock::new() }
    }

    /// Writes it down on a thread of its own, whose memory goes back when it ends.
    fn text(&self) -> Result<web::Bytes> {
        if let Some(text) = self.text.get() {
            return Ok(text.clone());
        }
        let make = self.make;
        let written = std::thread::spawn(move || serde_json::to_vec(&make())).join();
        let written = written.map_err(|_| Error::internal("the OpenAPI document could not be made"))?;
        let written: web::Bytes = written.map_err(Error::internal)?.into();
        Ok(self.text.get_or_init(|| written).clone())
    }
}

/// The document itself.
pub async fn document(document: web::Data<Written>) -> Result<HttpResponse> {
    let text = web::block(move || document.text()).await.map_err(Error::internal)??;
    Ok(HttpResponse::Ok().content_type(ContentType::json()).body(text))
}

/// Every operation may answer a problem (RFC 9457): described once, added to all.
pub fn add_problems(document: &mut OpenApi) {
    let schema: Schema = serde_json::from_value(problem_schema()).unwrap_or_default();
    let components = document.components.get_or_insert_default();
    components.schemas.insert("Problem".into(), RefOr::T(schema));
    let reference = RefOr::Ref(utoipa::openapi::Ref::from_schema_name("Problem"));
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.post, &mut item.patch, &mut item.delete, &mut item.put];
        for operation in operations.into_iter().flatten() {
            let problem = ResponseBuilder::new()
                .description("What went wrong (RFC 9457), in Vietnamese or, by `Accept-Language`, English")
                .content("application/problem+json", Content::new(Some(reference.clone())))
                .build();
            operation.responses.responses.entry("default".into()).or_insert(RefOr::T(problem));
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
            "allowed": {"type": "array", "items": {"type": "string"}, "description": "With 409: what is possible now"},
            "permission": {"type": "string", "description": "With 403: the right that is missing"},
            "current": {"type": "object", "description": "With 412: the row as it is now"}
        }
    })
}
