//! Reminding (đôn đốc) and its log.

use actix_web::{get, post, web};

use super::model::Task;
use super::reminders::{self, NewReminder, Reminder, ReminderQuery};
use super::store;
use super::updates::UpdateQuery;
use crate::access::subject::Tasks;
use crate::access::{Access, Approve, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::http::parameters::PathId;
use crate::http::{Body, Created, IfMatch, Parameters};

/// Remind the units of a task that have not finished
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:approve"])), request_body = NewReminder,
    params(("id" = String, Path)), responses((status = 200, body = Task)))]
#[post("/tasks/{id}/remind")]
pub async fn remind(
    access: Access<Tasks, Approve>,
    id: PathId,
    if_match: IfMatch,
    body: Body<NewReminder>,
) -> Result<Created> {
    access
        .act(move |cx| {
            reminders::remind(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// The reminders of a task and their answers
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(("id" = String, Path), UpdateQuery),
    responses((status = 200, body = List<Reminder>)))]
#[get("/tasks/{id}/reminders")]
pub async fn list_task_reminders(
    access: Access<Tasks, Read>,
    id: PathId,
    query: Parameters<UpdateQuery>,
) -> Result<web::Json<List<Reminder>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-sent_at")?;
    let list = access.read(move |cx| reminders::list(cx, Some(&id.0), &ReminderQuery::default(), &page)).await?;
    Ok(web::Json(list))
}

/// The log of all reminders
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(ReminderQuery),
    responses((status = 200, body = List<Reminder>)))]
#[get("/reminders")]
pub async fn list_reminders(
    access: Access<Tasks, Read>,
    query: Parameters<ReminderQuery>,
) -> Result<web::Json<List<Reminder>>> {
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), "-sent_at")?;
    Ok(web::Json(access.read(move |cx| reminders::list(cx, None, &query.0, &page)).await?))
}
