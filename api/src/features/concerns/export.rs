//! The list as a file: the same filters, the same scope, no word about a child.

use actix_web::get;

use super::model::{ConcernLine, ConcernQuery, ConcernStatus, DangerLevel, ReceivedVia};
use super::routes;
use crate::access::subject::Concerns;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of concerns as an Excel file
#[utoipa::path(tag = "concerns", security(("bearer" = ["concerns:read"])), params(ConcernQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/concerns/export.xlsx")]
pub async fn export_concerns(
    access: Access<Concerns, Read>,
    query: Parameters<ConcernQuery>,
) -> Result<Listing<ConcernLine>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for ConcernLine {
    const TITLE: &'static str = "Sổ tiếp nhận thông tin";
    const FILE: &'static str = "so-tiep-nhan";
    const COLUMNS: &'static [&'static str] =
        &["Mã số", "Nhận lúc", "Nguồn tin", "Khu phố", "Mức độ", "Trạng thái", "Hạn 12 giờ"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.code),
            Cell::moment(Some(self.received_at)),
            Cell::text(via_word(self.received_via)),
            Cell::text(self.neighborhood.as_ref().map_or("", |unit| unit.name.as_str())),
            Cell::text(danger_word(self.danger_level)),
            Cell::text(status_word(self.status)),
            Cell::moment(self.emergency_due_at),
        ]
    }
}

/// As Mẫu 01 names the ways.
pub fn via_word(via: ReceivedVia) -> &'static str {
    match via {
        ReceivedVia::Phone => "Điện thoại",
        ReceivedVia::InPerson => "Gặp trực tiếp",
        ReceivedVia::ThirdPerson => "Người khác báo",
        ReceivedVia::Letter => "Văn bản",
        ReceivedVia::SocialNetwork => "Mạng xã hội",
        ReceivedVia::Hotline111 => "Tổng đài 111",
        ReceivedVia::Police => "Công an",
        ReceivedVia::School => "Nhà trường",
        ReceivedVia::Health => "Cơ sở y tế",
        ReceivedVia::PublicForm => "Biểu mẫu trên mạng",
        ReceivedVia::OtherCommune => "Địa phương khác chuyển đến",
        ReceivedVia::Other => "Nguồn khác",
    }
}

fn danger_word(level: DangerLevel) -> &'static str {
    match level {
        DangerLevel::Emergency => "Khẩn cấp",
        DangerLevel::High => "Cao",
        DangerLevel::Medium => "Trung bình",
        DangerLevel::Low => "Thấp",
        DangerLevel::Unknown => "Chưa rõ",
    }
}

fn status_word(status: ConcernStatus) -> &'static str {
    match status {
        ConcernStatus::Received => "Mới tiếp nhận",
        ConcernStatus::Screened => "Đang xử lý",
        ConcernStatus::OpenedCase => "Đã mở hồ sơ",
        ConcernStatus::Referred => "Đã chuyển",
        ConcernStatus::NoAction => "Không xử lý",
        ConcernStatus::Duplicate => "Trùng",
    }
}
