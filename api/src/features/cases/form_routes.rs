//! The forms of a case: read, save as they are written. A step completes them (`/cases/{id}/assess` …).

use actix_web::{HttpRequest, get, patch};

use super::forms;
use super::forms_model::{CaseForm, FormContent, FormKind};
use crate::access::subject::Cases;
use crate::access::{Access, Read, Update};
use crate::audit::{self, Changes};
use crate::error::{Error, Result};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Found, IfMatch};

fn kind_of(request: &HttpRequest) -> Result<FormKind> {
    request.match_info().get("kind").and_then(FormKind::parse).ok_or_else(Error::not_found)
}

/// The form that is being written, or the last that was completed; the look is recorded
///
/// Before anything was written its version is 0.
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])),
    params(("id" = String, Path), ("kind" = String, Path, description = "`initial_assessment` …")),
    responses((status = 200, body = CaseForm)))]
#[get("/cases/{id}/forms/{kind}")]
pub async fn read_form(
    access: Access<Cases, Read>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<Found<CaseForm>> {
    let kind = kind_of(&request)?;
    let form = access
        .look(move |cx| {
            let form = forms::find(cx, &id.0, kind)?;
            audit::record(cx, "read_form", &id.0, Changes::none().field("form", (), kind))?;
            Ok(form)
        })
        .await?;
    Ok(Found(form))
}

/// Save a form as it is being written: the whole of it, by the version it was made from
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])), request_body = FormContent,
    params(("id" = String, Path), ("kind" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = CaseForm)))]
#[patch("/cases/{id}/forms/{kind}")]
pub async fn save_form(
    access: Access<Cases, Update>,
    request: HttpRequest,
    id: PathId,
    if_match: IfMatch,
    body: Body<FormContent>,
) -> Result<Found<CaseForm>> {
    let kind = kind_of(&request)?;
    let form = access
        .write(move |cx| {
            forms::save(cx, &id.0, kind, if_match, &body.0)?;
            forms::find(cx, &id.0, kind)
        })
        .await?;
    Ok(Found(form))
}
