//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Unit, UnitQuery, UnitStatus};
use super::routes;
use crate::access::subject::Accounts;
use crate::access::{Access, Read, UnitKind};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of units as an Excel file
#[utoipa::path(tag = "units", security(("bearer" = ["accounts:read"])), params(UnitQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/units/export.xlsx")]
pub async fn export_units(access: Access<Accounts, Read>, query: Parameters<UnitQuery>) -> Result<Listing<Unit>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Unit {
    const TITLE: &'static str = "Danh sách đơn vị";
    const FILE: &'static str = "don-vi";
    const COLUMNS: &'static [&'static str] = &["Tên đơn vị", "Mã", "Loại", "Trạng thái", "Nhập vào"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.name),
            Cell::text(&self.code),
            Cell::text(kind_word(self.kind)),
            Cell::text(status_word(self.status)),
            Cell::text(self.merged_into.as_ref().map_or("", |unit| unit.name.as_str())),
        ]
    }
}

fn kind_word(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Leadership => "Lãnh đạo UBND",
        UnitKind::SocialPolicy => "Chính sách xã hội",
        UnitKind::Culture => "Văn hóa – xã hội",
        UnitKind::YouthUnion => "Đoàn Thanh niên",
        UnitKind::Police => "Công an",
        UnitKind::FatherlandFront => "Mặt trận và đoàn thể",
        UnitKind::Neighborhood => "Khu phố",
        UnitKind::School => "Trường học",
        UnitKind::HealthStation => "Trạm y tế",
        UnitKind::Superior => "Cấp trên",
    }
}

fn status_word(status: UnitStatus) -> &'static str {
    match status {
        UnitStatus::Active => "Đang hoạt động",
        UnitStatus::Merged => "Đã sáp nhập",
        UnitStatus::Closed => "Đã đóng",
    }
}
