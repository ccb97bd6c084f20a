//! `/summer/handovers/list`: handovers from a school's own list of its pupils.

use actix_web::{post, web};

use super::list_model::{HandoverListForm, HandoverListPreview, HandoverListTaken};
use super::school_lists::{self, Asked};
use crate::access::subject::{Children, Summer};
use crate::access::{Access, Create, Public};
use crate::error::Result;
use crate::features::children::imports::lists;
use crate::http::context;
use crate::http::{Created, Upload};

/// Compare a school's own list with the ward's children
///
/// At most 20 MB. Nothing is kept: `POST /summer/handovers/list` takes the same file with what was decided.
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:create", "children:create"])),
    request_body(content = HandoverListForm, content_type = "multipart/form-data"),
    responses((status = 200, body = HandoverListPreview)))]
#[post("/summer/handovers/list/preview")]
pub async fn preview_handover_list(
    access: Access<Summer, Create>,
    children: Access<Children, Create>,
    public: Public,
    upload: Upload,
) -> Result<web::Json<HandoverListPreview>> {
    let (asked, lang) = (Asked::from(&upload)?, context::lang());
    let read = lists::read(children, &public, upload).await?;
    Ok(web::Json(access.look(move |cx| school_lists::preview(cx, &asked, read, lang)).await?))
}

/// Prepare handovers from a school's own list
///
/// Pupils who are in the registry go on the list of the neighborhood where they live. Rows that are about nobody, or
/// about somebody not surely, need a decision; without one they are left out.
#[utoipa::path(tag = "summer", security(("bearer" = ["summer:create", "children:create"])),
    request_body(content = HandoverListForm, content_type = "multipart/form-data"),
    responses((status = 200, body = HandoverListTaken)))]
#[post("/summer/handovers/list")]
pub async fn take_handover_list(
    access: Access<Summer, Create>,
    children: Access<Children, Create>,
    public: Public,
    upload: Upload,
) -> Result<Created> {
    let (asked, lang) = (Asked::from(&upload)?, context::lang());
    let read = lists::read(children, &public, upload).await?;
    access.act(move |cx| school_lists::take(cx, &asked, read, lang)).await
}
