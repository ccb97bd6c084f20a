//! The lists as files: the same filters, the same scope.

use actix_web::get;

use super::model::{Inspection, InspectionKind, InspectionQuery, InspectionStatus};
use super::recommendation_model::{Recommendation, RecommendationQuery, RecommendationStatus};
use super::{recommendation_routes, routes};
use crate::access::subject::{Inspections, Recommendations};
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of inspections as an Excel file
#[utoipa::path(tag = "inspections", security(("bearer" = ["inspections:read"])), params(InspectionQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/inspections/export.xlsx")]
pub async fn export_inspections(
    access: Access<Inspections, Read>,
    query: Parameters<InspectionQuery>,
) -> Result<Listing<Inspection>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

/// The list of recommendations as an Excel file
#[utoipa::path(tag = "inspections", security(("bearer" = ["recommendations:read"])), params(RecommendationQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/recommendations/export.xlsx")]
pub async fn export_recommendations(
    access: Access<Recommendations, Read>,
    query: Parameters<RecommendationQuery>,
) -> Result<Listing<Recommendation>> {
    recommendation_routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Inspection {
    const TITLE: &'static str = "Danh sách các cuộc kiểm tra, giám sát";
    const FILE: &'static str = "kiem-tra-giam-sat";
    const COLUMNS: &'static [&'static str] = &[
        "Hình thức",
        "Nội dung",
        "Đơn vị chủ trì",
        "Đơn vị được kiểm tra, giám sát",
        "Từ ngày",
        "Đến ngày",
        "Trạng thái",
        "Đã làm việc với",
        "Số đơn vị",
        "Kiến nghị đang mở",
        "Trong đó quá hạn",
        "Đã báo khắc phục",
        "Đã xác nhận",
        "Kết luận",
    ];

    fn cells(&self) -> Vec<Cell> {
        let units: Vec<&str> = self.units.iter().map(|unit| unit.name.as_str()).collect();
        vec![
            Cell::text(kind_word(self.kind)),
            Cell::text(&self.title),
            Cell::text(&self.lead_unit.name),
            Cell::text(&units.join("; ")),
            Cell::day(Some(self.starts_on)),
            Cell::day(Some(self.ends_on)),
            Cell::text(status_word(self.status)),
            Cell::Number(i64::from(self.units_visited)),
            Cell::Number(i64::from(self.units_total)),
            Cell::Number(self.recommendations.open),
            Cell::Number(self.recommendations.late),
            Cell::Number(self.recommendations.fixed),
            Cell::Number(self.recommendations.verified),
            Cell::text(&self.conclusion),
        ]
    }
}

impl Line for Recommendation {
    const TITLE: &'static str = "Theo dõi kiến nghị sau kiểm tra, giám sát";
    const FILE: &'static str = "kien-nghi";
    const COLUMNS: &'static [&'static str] = &[
        "Đơn vị",
        "Kiến nghị",
        "Cuộc kiểm tra, giám sát",
        "Ngày kiến nghị",
        "Hạn khắc phục",
        "Trạng thái",
        "Quá hạn",
        "Đơn vị báo",
        "Lúc báo",
        "Kết quả xác nhận",
        "Lúc xác nhận",
        "Lý do trả lại, rút",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.unit.name),
            Cell::text(&self.text),
            Cell::text(&self.inspection_title),
            Cell::day(Some(self.made_on)),
            Cell::day(Some(self.due_on)),
            Cell::text(state_word(self.status)),
            Cell::text(if self.late { "x" } else { "" }),
            Cell::text(&self.fix_note),
            Cell::moment(self.fixed_at),
            Cell::text(&self.check_note),
            Cell::moment(self.verified_at),
            Cell::text(&self.status_reason),
        ]
    }
}

pub(super) fn kind_word(kind: InspectionKind) -> &'static str {
    match kind {
        InspectionKind::Inspection => "Kiểm tra",
        InspectionKind::Supervision => "Giám sát",
    }
}

fn status_word(status: InspectionStatus) -> &'static str {
    match status {
        InspectionStatus::Planned => "Theo kế hoạch",
        InspectionStatus::Done => "Đã xong",
        InspectionStatus::Cancelled => "Đã hủy",
    }
}

fn state_word(status: RecommendationStatus) -> &'static str {
    match status {
        RecommendationStatus::Open => "Chờ khắc phục",
        RecommendationStatus::Fixed => "Đã báo khắc phục, chờ xác nhận",
        RecommendationStatus::Verified => "Đã xác nhận",
        RecommendationStatus::Withdrawn => "Đã rút",
    }
}
