//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Priority, Task, TaskQuery, TaskStatus};
use super::{routes, store};
use crate::access::subject::Tasks;
use crate::access::{Access, Cx, Deed, Read};
use crate::db::page::PageRequest;
use crate::error::Result;
use crate::export::{Cell, Table};
use crate::http::{Download, Parameters};

/// The list of tasks as an Excel file
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(TaskQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/tasks/export.xlsx")]
pub async fn export_tasks(access: Access<Tasks, Read>, query: Parameters<TaskQuery>) -> Result<Download> {
    routes::page_of(&query.0)?;
    access
        .read(move |cx| {
            let file_name = format!("nhiem-vu-{}.xlsx", cx.today());
            table(cx, &query.0)?.xlsx(file_name)
        })
        .await
}

pub(super) fn csv<A: Deed>(cx: &mut Cx<'_, Tasks, A>, query: &TaskQuery) -> Result<Download> {
    let file_name = format!("nhiem-vu-{}.csv", cx.today());
    Ok(table(cx, query)?.csv(file_name))
}

fn table<A: Deed>(cx: &mut Cx<'_, Tasks, A>, query: &TaskQuery) -> Result<Table> {
    let sort = query.sort.as_deref().unwrap_or(store::ORDERS[0]);
    let tasks = store::list(cx, query, &PageRequest::all(sort))?.items;
    let columns = [
        "STT",
        "Mục",
        "Nhiệm vụ",
        "Đơn vị chủ trì",
        "Đơn vị phối hợp",
        "Bắt đầu",
        "Hạn",
        "Mức ưu tiên",
        "Trạng thái",
        "Tiến độ (%)",
        "Chỉ tiêu",
        "Kết quả",
        "Đơn vị tính",
        "Đơn vị đã xong",
        "Quá hạn",
        "Văn bản cấp trên",
    ];
    let rows = (1..).zip(&tasks).map(|(number, task)| row(number, task)).collect();
    Ok(Table {
        title: format!("Danh sách nhiệm vụ ngày {}", cx.today().format("%d/%m/%Y")),
        columns: columns.to_vec(),
        rows,
    })
}

fn row(number: i64, task: &Task) -> Vec<Cell> {
    let joining = task.parts.iter().filter(|part| !part.is_lead).map(|part| part.unit.name.as_str());
    let joining: Vec<&str> = joining.collect();
    vec![
        Cell::Number(number),
        Cell::text(task.section_path.as_deref().unwrap_or("")),
        Cell::text(&task.title),
        Cell::text(&task.lead_unit.name),
        Cell::text(&joining.join("; ")),
        Cell::day(task.starts_on),
        Cell::day(Some(task.due_on)),
        Cell::text(priority_word(task.priority)),
        Cell::text(status_word(task.status)),
        Cell::Number(i64::from(task.progress)),
        Cell::number(task.target),
        Cell::number(task.actual),
        Cell::text(task.measure.as_deref().unwrap_or("")),
        Cell::text(&format!("{}/{}", task.parts_done, task.parts_total)),
        Cell::text(if task.overdue { "x" } else { "" }),
        Cell::text(task.upper_document.as_ref().map_or("", |upper| &upper.number)),
    ]
}

fn priority_word(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "Thấp",
        Priority::Normal => "Bình thường",
        Priority::High => "Cao",
        Priority::Urgent => "Khẩn",
    }
}

fn status_word(status: TaskStatus) -> &'static str {
    match status {
        TaskStatus::Assigned => "Chưa làm",
        TaskStatus::InProgress => "Đang làm",
        TaskStatus::Submitted => "Chờ duyệt",
        TaskStatus::Accepted => "Xong",
        TaskStatus::Returned => "Trả lại",
        TaskStatus::Cancelled => "Đã hủy",
    }
}
