//! The list and the counts as files: the same filters, the same scope.

use actix_web::get;

use super::counts;
use super::model::{Communication, CommunicationChannel, CommunicationQuery, CommunicationStatus};
use super::report_model::{CommunicationCount, CommunicationCountQuery};
use super::routes;
use crate::access::subject::Communications;
use crate::access::{Access, Read};
use crate::db::page::List;
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of communications as an Excel file
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])), params(CommunicationQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/communications/export.xlsx")]
pub async fn export_communications(
    access: Access<Communications, Read>,
    query: Parameters<CommunicationQuery>,
) -> Result<Listing<Communication>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

/// Who has done what: each unit on each channel
///
/// Send `Accept: text/csv` for a file.
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])),
    params(CommunicationCountQuery), responses((status = 200, body = List<CommunicationCount>)))]
#[get("/communications/counts")]
pub async fn count_communications(
    access: Access<Communications, Read>,
    shape: Shape,
    query: Parameters<CommunicationCountQuery>,
) -> Result<Listing<CommunicationCount>> {
    counting(access, shape, query.0).await
}

/// Who has done what, as an Excel file
#[utoipa::path(tag = "communications", security(("bearer" = ["communications:read"])),
    params(CommunicationCountQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/communications/counts.xlsx")]
pub async fn export_counts(
    access: Access<Communications, Read>,
    query: Parameters<CommunicationCountQuery>,
) -> Result<Listing<CommunicationCount>> {
    counting(access, Shape::Xlsx, query.0).await
}

async fn counting(
    access: Access<Communications, Read>,
    shape: Shape,
    query: CommunicationCountQuery,
) -> Result<Listing<CommunicationCount>> {
    access.read_lagging(move |cx| shape.give(counts::count(cx, &query)?, cx.today())).await
}

impl Line for Communication {
    const TITLE: &'static str = "Danh sách nội dung truyền thông";
    const FILE: &'static str = "truyen-thong";
    const COLUMNS: &'static [&'static str] = &[
        "Đợt",
        "Kênh",
        "Tiêu đề",
        "Nội dung",
        "Từ ngày",
        "Đến ngày",
        "Trạng thái",
        "Đơn vị chủ trì",
        "Đơn vị thực hiện",
        "Số đơn vị đã báo cáo",
        "Số đơn vị",
        "Người duyệt",
        "Lúc duyệt",
        "Liên kết",
    ];

    fn cells(&self) -> Vec<Cell> {
        let doing: Vec<&str> = self.units.iter().map(|share| share.unit.name.as_str()).collect();
        vec![
            Cell::text(self.campaign_name.as_deref().unwrap_or("")),
            Cell::text(channel_word(self.channel)),
            Cell::text(&self.title),
            Cell::text(&self.body),
            Cell::day(Some(self.starts_on)),
            Cell::day(Some(self.ends_on)),
            Cell::text(status_word(self.status)),
            Cell::text(&self.lead_unit.name),
            Cell::text(&doing.join("; ")),
            Cell::Number(i64::from(self.units_reported)),
            Cell::Number(i64::from(self.units_total)),
            Cell::text(self.approved_by.as_ref().map_or("", |who| who.full_name.as_str())),
            Cell::moment(self.approved_at),
            Cell::text(&self.link),
        ]
    }
}

impl Line for CommunicationCount {
    const TITLE: &'static str = "Kết quả truyền thông theo đơn vị";
    const FILE: &'static str = "ket-qua-truyen-thong";
    const COLUMNS: &'static [&'static str] =
        &["Đơn vị", "Kênh", "Nội dung được giao", "Đã báo cáo", "Số lượt dự kiến", "Số lượt đã làm", "Lần gần nhất"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.unit.name),
            Cell::text(channel_word(self.channel)),
            Cell::Number(self.items),
            Cell::Number(self.reported),
            Cell::Number(self.planned),
            Cell::Number(self.times),
            Cell::day(self.last_on),
        ]
    }
}

pub(super) fn channel_word(channel: CommunicationChannel) -> &'static str {
    match channel {
        CommunicationChannel::Loudspeaker => "Loa truyền thanh",
        CommunicationChannel::Banner => "Băng-rôn",
        CommunicationChannel::Poster => "Áp-phích",
        CommunicationChannel::Website => "Trang thông tin điện tử",
        CommunicationChannel::SocialNetwork => "Mạng xã hội",
        CommunicationChannel::School => "Tuyên truyền tại trường",
        CommunicationChannel::Leaflet => "Tờ rơi",
    }
}

fn status_word(status: CommunicationStatus) -> &'static str {
    match status {
        CommunicationStatus::Draft => "Dự thảo",
        CommunicationStatus::Returned => "Trả lại",
        CommunicationStatus::Approved => "Đã duyệt",
        CommunicationStatus::Done => "Đã xong",
        CommunicationStatus::Cancelled => "Đã hủy",
    }
}
