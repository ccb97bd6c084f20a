//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Obstacle, ObstacleQuery, ObstacleStatus};
use super::routes;
use crate::access::subject::Obstacles;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of obstacles as an Excel file
#[utoipa::path(tag = "obstacles", security(("bearer" = ["obstacles:read"])), params(ObstacleQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/obstacles/export.xlsx")]
pub async fn export_obstacles(
    access: Access<Obstacles, Read>,
    query: Parameters<ObstacleQuery>,
) -> Result<Listing<Obstacle>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Obstacle {
    const TITLE: &'static str = "Danh sách khó khăn, vướng mắc";
    const FILE: &'static str = "kho-khan";
    const COLUMNS: &'static [&'static str] = &[
        "Khó khăn, vướng mắc",
        "Nội dung",
        "Đơn vị nêu",
        "Nhiệm vụ",
        "Ngày nêu",
        "Trạng thái",
        "Trả lời",
        "Người trả lời",
        "Lúc trả lời",
        "Hạn trả lời",
        "Trễ",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.title),
            Cell::text(&self.description),
            Cell::text(&self.unit.name),
            Cell::text(self.task.as_ref().map_or("", |task| task.title.as_str())),
            Cell::moment(Some(self.created_at)),
            Cell::text(status_word(self.status)),
            Cell::text(&self.answer),
            Cell::text(self.answered_by.as_ref().map_or("", |who| who.full_name.as_str())),
            Cell::moment(self.answered_at),
            Cell::day(Some(self.answer_due_on)),
            Cell::text(if self.answer_late { "x" } else { "" }),
        ]
    }
}

fn status_word(status: ObstacleStatus) -> &'static str {
    match status {
        ObstacleStatus::Open => "Chờ trả lời",
        ObstacleStatus::Escalated => "Đã chuyển lên",
        ObstacleStatus::Answered => "Đã trả lời",
        ObstacleStatus::Closed => "Đã đóng",
    }
}
