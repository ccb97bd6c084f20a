//! `/tasks/{id}/updates`: the timeline.

use actix_web::{HttpRequest, get, post, web};

use super::updates::{self, NewTaskUpdate, TaskUpdate, UpdateQuery};
use crate::access::subject::Tasks;
use crate::access::{Access, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::{Nothing, PathId, path_id};
use crate::http::{Body, Created, Parameters};

/// The timeline of a task, newest first
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(("id" = String, Path), UpdateQuery),
    responses((status = 200, body = List<TaskUpdate>)))]
#[get("/tasks/{id}/updates")]
pub async fn list_updates(
    access: Access<Tasks, Read>,
    id: PathId,
    query: Parameters<UpdateQuery>,
) -> Result<web::Json<List<TaskUpdate>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-at")?;
    Ok(web::Json(access.read(move |cx| updates::list(cx, &id.0, &page)).await?))
}

/// An entry of the timeline
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])),
    params(("id" = String, Path), ("update_id" = String, Path)), responses((status = 200, body = TaskUpdate)))]
#[get("/tasks/{id}/updates/{update_id}")]
pub async fn read_update(
    access: Access<Tasks, Read>,
    id: PathId,
    request: HttpRequest,
    _: Nothing,
) -> Result<web::Json<TaskUpdate>> {
    let update = path_id(&request, "update_id")?;
    Ok(web::Json(access.read(move |cx| updates::find(cx, &id.0, &update)).await?))
}

/// Report progress, or comment
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:update"])), request_body = NewTaskUpdate,
    params(("id" = String, Path)), responses((status = 201, body = TaskUpdate)))]
#[post("/tasks/{id}/updates")]
pub async fn add_update(access: Access<Tasks, Update>, id: PathId, body: Body<NewTaskUpdate>) -> Result<Created> {
    access.create(move |cx| updates::report(cx, &id.0, &body.0)).await
}
