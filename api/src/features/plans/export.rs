//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Plan, PlanQuery, PlanStatus};
use super::routes;
use crate::access::subject::Plans;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of plans as an Excel file
#[utoipa::path(tag = "plans", security(("bearer" = ["plans:read"])), params(PlanQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/plans/export.xlsx")]
pub async fn export_plans(access: Access<Plans, Read>, query: Parameters<PlanQuery>) -> Result<Listing<Plan>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Plan {
    const TITLE: &'static str = "Danh sách kế hoạch";
    const FILE: &'static str = "ke-hoach";
    const COLUMNS: &'static [&'static str] = &[
        "Năm",
        "Trích yếu",
        "Số, ký hiệu",
        "Ngày ban hành",
        "Cơ quan ban hành",
        "Chủ đề",
        "Từ ngày",
        "Đến ngày",
        "Trạng thái",
        "Số nhiệm vụ",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Number(i64::from(self.year)),
            Cell::text(&self.title),
            Cell::text(self.number.as_deref().unwrap_or("")),
            Cell::day(self.issued_on),
            Cell::text(&self.issuer),
            Cell::text(&self.theme),
            Cell::day(Some(self.starts_on)),
            Cell::day(Some(self.ends_on)),
            Cell::text(status_word(self.status)),
            Cell::Number(self.task_count),
        ]
    }
}

fn status_word(status: PlanStatus) -> &'static str {
    match status {
        PlanStatus::Draft => "Dự thảo",
        PlanStatus::Published => "Đã công bố",
        PlanStatus::Closed => "Đã kết thúc",
    }
}
