//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Commendation, CommendationQuery, CommendationStatus, CommendedKind};
use super::routes;
use crate::access::subject::Commendations;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of commendations as an Excel file
#[utoipa::path(tag = "commendations", security(("bearer" = ["commendations:read"])), params(CommendationQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/commendations/export.xlsx")]
pub async fn export_commendations(
    access: Access<Commendations, Read>,
    query: Parameters<CommendationQuery>,
) -> Result<Listing<Commendation>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Commendation {
    const TITLE: &'static str = "Danh sách đề nghị biểu dương, khen thưởng";
    const FILE: &'static str = "khen-thuong";
    const COLUMNS: &'static [&'static str] = &[
        "Đối tượng",
        "Tên",
        "Chức vụ",
        "Đơn vị",
        "Hình thức",
        "Thành tích",
        "Nhiệm vụ làm căn cứ",
        "Đơn vị đề nghị",
        "Ngày đề nghị",
        "Trạng thái",
        "Số quyết định",
        "Ngày quyết định",
        "Ngày trao",
        "Dịp trao",
        "Lý do",
    ];

    fn cells(&self) -> Vec<Cell> {
        let tasks: Vec<&str> = self.tasks.iter().map(|task| task.title.as_str()).collect();
        let name = |unit: &Option<crate::features::units::model::UnitRef>| {
            Cell::text(unit.as_ref().map_or("", |unit| unit.name.as_str()))
        };
        vec![
            Cell::text(kind_word(self.kind)),
            Cell::text(&self.name),
            Cell::text(&self.position),
            name(&self.unit),
            Cell::text(&self.form),
            Cell::text(&self.achievement),
            Cell::text(&tasks.join("; ")),
            name(&self.proposed_unit),
            Cell::day(Some(self.proposed_on)),
            Cell::text(status_word(self.status)),
            Cell::text(self.decision.as_ref().map_or("", |one| one.number_text.as_str())),
            Cell::day(self.decision.as_ref().map(|one| one.decided_on)),
            Cell::day(self.awarded_on),
            Cell::text(&self.awarded_at),
            Cell::text(&self.status_reason),
        ]
    }
}

fn kind_word(kind: CommendedKind) -> &'static str {
    match kind {
        CommendedKind::Unit => "Đơn vị",
        CommendedKind::Group => "Tập thể",
        CommendedKind::Person => "Cá nhân",
    }
}

fn status_word(status: CommendationStatus) -> &'static str {
    match status {
        CommendationStatus::Proposed => "Đề nghị",
        CommendationStatus::Decided => "Đã quyết định",
        CommendationStatus::Awarded => "Đã trao",
        CommendationStatus::Declined => "Không khen thưởng",
        CommendationStatus::Withdrawn => "Đã rút",
    }
}
