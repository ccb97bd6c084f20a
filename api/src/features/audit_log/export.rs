//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Entry, EntryQuery, Outcome};
use super::routes;
use crate::access::subject::Audit;
use crate::access::{Access, Read};
use crate::db::types::Id;
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The log as an Excel file
#[utoipa::path(tag = "audit", security(("bearer" = ["audit:read"])), params(EntryQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/audit/export.xlsx")]
pub async fn export_audit(access: Access<Audit, Read>, query: Parameters<EntryQuery>) -> Result<Listing<Entry>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Entry {
    const TITLE: &'static str = "Nhật ký thao tác";
    const FILE: &'static str = "nhat-ky";
    const COLUMNS: &'static [&'static str] = &[
        "Lúc",
        "Người làm",
        "Đơn vị",
        "Làm thay",
        "Việc",
        "Đối tượng",
        "Mã bản ghi",
        "Mục thay đổi",
        "Kết quả",
        "Mã yêu cầu",
    ];

    fn cells(&self) -> Vec<Cell> {
        let mut changed: Vec<&str> = self.changes.keys().map(String::as_str).collect();
        changed.sort_unstable();
        vec![
            Cell::moment(Some(self.at)),
            Cell::text(self.actor.as_ref().map_or("", |who| who.full_name.as_str())),
            Cell::text(self.actor.as_ref().map_or("", |who| who.unit_name.as_str())),
            Cell::text(self.acting_for.as_ref().map_or("", |who| who.full_name.as_str())),
            Cell::text(&self.action),
            Cell::text(&self.resource),
            Cell::text(self.row_id.as_ref().map_or("", Id::as_str)),
            Cell::text(&changed.join("; ")),
            Cell::text(if self.outcome == Outcome::Done { "Đã làm" } else { "Bị từ chối" }),
            Cell::text(&self.request_id),
        ]
    }
}
