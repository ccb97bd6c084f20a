//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::bodies::EventQuery;
use super::model::{BudgetSource, Event, EventKind, EventStatus};
use super::routes;
use crate::access::subject::Events;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of events as an Excel file
#[utoipa::path(tag = "events", security(("bearer" = ["events:read"])), params(EventQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/events/export.xlsx")]
pub async fn export_events(access: Access<Events, Read>, query: Parameters<EventQuery>) -> Result<Listing<Event>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Event {
    const TITLE: &'static str = "Danh sách sự kiện, hoạt động";
    const FILE: &'static str = "su-kien";
    const COLUMNS: &'static [&'static str] = &[
        "Sự kiện",
        "Loại",
        "Bắt đầu",
        "Kết thúc",
        "Địa điểm",
        "Đơn vị chủ trì",
        "Đơn vị phối hợp",
        "Trạng thái",
        "Dự kiến trẻ em",
        "Dự kiến người lớn",
        "Thực tế trẻ em",
        "Thực tế người lớn",
        "Ngân sách (đồng)",
        "Vận động (đồng)",
        "Đã chi (đồng)",
        "Phương án an toàn",
    ];

    fn cells(&self) -> Vec<Cell> {
        let joining: Vec<&str> = self.joining_units.iter().map(|unit| unit.name.as_str()).collect();
        let planned =
            |source| self.budget.iter().filter(|line| line.source == source).map(|line| line.planned).sum::<i64>();
        vec![
            Cell::text(&self.title),
            Cell::text(kind_word(self.kind)),
            Cell::moment(Some(self.starts_at)),
            Cell::moment(Some(self.ends_at)),
            Cell::text(&self.place),
            Cell::text(self.lead_unit.as_ref().map_or("", |unit| unit.name.as_str())),
            Cell::text(&joining.join(", ")),
            Cell::text(status_word(self.status)),
            Cell::number(Some(self.expected_children.into())),
            Cell::number(Some(self.expected_adults.into())),
            Cell::number(self.actual_children.map(Into::into)),
            Cell::number(self.actual_adults.map(Into::into)),
            Cell::number(Some(planned(BudgetSource::State))),
            Cell::number(Some(planned(BudgetSource::Mobilised))),
            Cell::number(Some(self.budget.iter().map(|line| line.spent).sum())),
            Cell::text(safety_word(self)),
        ]
    }
}

fn safety_word(event: &Event) -> &'static str {
    match &event.safety_plan {
        Some(plan) if plan.holds => "Đã duyệt",
        _ if event.safety_plan_required => "Chưa có",
        _ => "Không bắt buộc",
    }
}

/// What people call a kind of event.
pub fn kind_word(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Launch => "Lễ phát động",
        EventKind::Festival => "Ngày hội, liên hoan",
        EventKind::Camp => "Trại hè",
        EventKind::SwimmingClass => "Lớp dạy bơi",
        EventKind::Forum => "Diễn đàn trẻ em",
        EventKind::SkillsClass => "Lớp kỹ năng, tập huấn",
        EventKind::GiftVisit => "Thăm hỏi, tặng quà",
        EventKind::HealthCheck => "Khám sức khỏe",
        EventKind::Sport => "Thể dục, thể thao",
        EventKind::Excursion => "Tham quan, dã ngoại",
        EventKind::FamilyDay => "Ngày Gia đình Việt Nam",
        EventKind::Communication => "Truyền thông trực tiếp",
        EventKind::Meeting => "Họp",
        EventKind::Other => "Hoạt động khác",
    }
}

/// What people call a state.
pub fn status_word(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Draft => "Đang soạn",
        EventStatus::Proposed => "Chờ duyệt",
        EventStatus::Approved => "Đã duyệt",
        EventStatus::Held => "Đã tổ chức",
        EventStatus::Reported => "Đã báo cáo",
        EventStatus::Cancelled => "Đã hủy",
    }
}
