//! Reminding (đôn đốc) and its log.

use actix_web::{get, post, web};

use super::model::Task;
use super::reminders::{self, NewReminder, Reminder, ReminderKind, ReminderQuery};
use super::store;
use super::updates::UpdateQuery;
use crate::access::subject::Tasks;
use crate::access::{Access, Approve, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
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
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(ReminderQuery),
    responses((status = 200, body = List<Reminder>)))]
#[get("/reminders")]
pub async fn list_reminders(
    access: Access<Tasks, Read>,
    shape: Shape,
    query: Parameters<ReminderQuery>,
) -> Result<Listing<Reminder>> {
    listing(access, shape, query.0).await
}

async fn listing(access: Access<Tasks, Read>, shape: Shape, query: ReminderQuery) -> Result<Listing<Reminder>> {
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), "-sent_at")?);
    access.read(move |cx| shape.give(reminders::list(cx, None, &query, &page)?, cx.today())).await
}

/// The log of all reminders as an Excel file
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(ReminderQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/reminders/export.xlsx")]
pub async fn export_reminders(
    access: Access<Tasks, Read>,
    query: Parameters<ReminderQuery>,
) -> Result<Listing<Reminder>> {
    listing(access, Shape::Xlsx, query.0).await
}

impl Line for Reminder {
    const TITLE: &'static str = "Nhật ký đôn đốc";
    const FILE: &'static str = "don-doc";
    const COLUMNS: &'static [&'static str] =
        &["Lúc", "Nhiệm vụ", "Hạn", "Đơn vị", "Loại", "Người đôn đốc", "Nội dung", "Lúc trả lời", "Trả lời"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::moment(Some(self.sent_at)),
            Cell::text(&self.task.title),
            Cell::day(Some(self.task.due_on)),
            Cell::text(&self.unit.name),
            Cell::text(kind_word(self.kind)),
            Cell::text(self.by.as_ref().map_or("Hệ thống", |who| who.full_name.as_str())),
            Cell::text(&self.message),
            Cell::moment(self.answered_at),
            Cell::text(self.answer.as_deref().unwrap_or("")),
        ]
    }
}

fn kind_word(kind: ReminderKind) -> &'static str {
    match kind {
        ReminderKind::Manual => "Đôn đốc trực tiếp",
        ReminderKind::BeforeDue => "Trước hạn",
        ReminderKind::Due => "Đến hạn",
        ReminderKind::Overdue => "Quá hạn",
    }
}
