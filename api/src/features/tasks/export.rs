//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Priority, Task, TaskQuery, TaskStatus};
use super::routes;
use crate::access::subject::Tasks;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of tasks as an Excel file
#[utoipa::path(tag = "tasks", security(("bearer" = ["tasks:read"])), params(TaskQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/tasks/export.xlsx")]
pub async fn export_tasks(access: Access<Tasks, Read>, query: Parameters<TaskQuery>) -> Result<Listing<Task>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Task {
    const TITLE: &'static str = "Danh sách nhiệm vụ";
    const FILE: &'static str = "nhiem-vu";
    const COLUMNS: &'static [&'static str] = &[
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
        "Số đơn vị đã xong",
        "Số đơn vị",
        "Quá hạn",
        "Văn bản cấp trên",
    ];

    fn cells(&self) -> Vec<Cell> {
        let joining = self.parts.iter().filter(|part| !part.is_lead).map(|part| part.unit.name.as_str());
        let joining: Vec<&str> = joining.collect();
        vec![
            Cell::text(self.section_path.as_deref().unwrap_or("")),
            Cell::text(&self.title),
            Cell::text(&self.lead_unit.name),
            Cell::text(&joining.join("; ")),
            Cell::day(self.starts_on),
            Cell::day(Some(self.due_on)),
            Cell::text(priority_word(self.priority)),
            Cell::text(status_word(self.status)),
            Cell::Number(i64::from(self.progress)),
            Cell::number(self.target),
            Cell::number(self.actual),
            Cell::text(self.measure.as_deref().unwrap_or("")),
            // Two columns: "8/11" would be read as the 8th of November.
            Cell::Number(i64::from(self.parts_done)),
            Cell::Number(i64::from(self.parts_total)),
            Cell::text(if self.overdue { "x" } else { "" }),
            Cell::text(self.upper_document.as_ref().map_or("", |upper| &upper.number)),
        ]
    }
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
