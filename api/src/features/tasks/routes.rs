//! `/tasks`: list, read, make, change, and the named moves.

use actix_web::{get, patch, post};

use super::model::{
    NewTask, Task, TaskAcceptance, TaskCancellation, TaskChanges, TaskQuery, TaskReturn, TaskStart, TaskSubmission,
};
use super::{actions, store, write};
use crate::access::subject::Tasks;
use crate::access::{Access, Approve, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

pub(super) fn page_of(query: &TaskQuery) -> Result<PageRequest> {
    PageRequest::new(query.limit, query.cursor.as_deref(), query.sort.as_deref().unwrap_or(store::ORDERS[0]))
}

/// List tasks
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(TaskQuery),
    responses((status = 200, body = List<Task>)))]
#[get("/tasks")]
pub async fn list_tasks(
    access: Access<Tasks, Read>,
    shape: Shape,
    query: Parameters<TaskQuery>,
) -> Result<Listing<Task>> {
    listing(access, shape, query.0).await
}

pub(super) async fn listing(access: Access<Tasks, Read>, shape: Shape, query: TaskQuery) -> Result<Listing<Task>> {
    let page = shape.page(page_of(&query)?);
    access.read_list(shape, move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

/// List the tasks of a plan
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(("id" = String, Path), TaskQuery),
    responses((status = 200, body = List<Task>)))]
#[get("/plans/{id}/tasks")]
pub async fn list_plan_tasks(
    access: Access<Tasks, Read>,
    id: PathId,
    shape: Shape,
    query: Parameters<TaskQuery>,
) -> Result<Listing<Task>> {
    let query = TaskQuery { plan_id: Some(id.0), ..query.0 };
    let page = shape.page(page_of(&query)?);
    access
        .read(move |cx| {
            if let Some(plan) = &query.plan_id {
                crate::features::plans::check_visible(&mut cx.also()?, plan)?;
            }
            shape.give(store::list(cx, &query, &page)?, cx.today())
        })
        .await
}

/// Make a task
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:create"])), request_body = NewTask,
    responses((status = 201, body = Task)))]
#[post("/tasks")]
pub async fn create_task(access: Access<Tasks, Create>, body: Body<NewTask>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            store::find(cx, &id)
        })
        .await
}

/// Read a task
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Task)))]
#[get("/tasks/{id}")]
pub async fn read_task(access: Access<Tasks, Read>, id: PathId, _: Nothing) -> Result<Found<Task>> {
    Ok(Found(access.read(move |cx| store::find(cx, &id.0)).await?))
}

/// Change a task
///
/// A unit may change `progress` and `actual` of its own part; the rest is the officer's.
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:update"])), request_body = TaskChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Task)))]
#[patch("/tasks/{id}")]
pub async fn update_task(
    access: Access<Tasks, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<TaskChanges>,
) -> Result<Found<Task>> {
    let task = access
        .write(move |cx| {
            let before = store::find_to_write(cx, &id.0)?;
            if_match.check_version(before.version, || store::find(cx, &id.0))?;
            write::update(cx, &before, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(task))
}

/// Begin my unit's part
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:update"])), request_body = TaskStart,
    params(("id" = String, Path)), responses((status = 200, body = Task)))]
#[post("/tasks/{id}/start")]
pub async fn start_task(
    access: Access<Tasks, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<TaskStart>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::start(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Hand in my unit's part
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:update"])), request_body = TaskSubmission,
    params(("id" = String, Path)), responses((status = 200, body = Task)))]
#[post("/tasks/{id}/submit")]
pub async fn submit_task(
    access: Access<Tasks, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<TaskSubmission>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::submit(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Accept what was handed in
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:approve"])), request_body = TaskAcceptance,
    params(("id" = String, Path)), responses((status = 200, body = Task)))]
#[post("/tasks/{id}/accept")]
pub async fn accept_task(
    access: Access<Tasks, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<TaskAcceptance>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::accept(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Give back what was handed in, with a reason
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:approve"])), request_body = TaskReturn,
    params(("id" = String, Path)), responses((status = 200, body = Task)))]
#[post("/tasks/{id}/return")]
pub async fn return_task(
    access: Access<Tasks, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<TaskReturn>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::give_back(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Call a task off, with a reason
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:approve"])), request_body = TaskCancellation,
    params(("id" = String, Path)), responses((status = 200, body = Task)))]
#[post("/tasks/{id}/cancel")]
pub async fn cancel_task(
    access: Access<Tasks, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<TaskCancellation>,
) -> Result<Created> {
    access
        .act(move |cx| {
            actions::cancel(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}
