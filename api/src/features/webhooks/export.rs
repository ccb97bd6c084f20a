//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Webhook, WebhookQuery};
use super::routes;
use crate::access::subject::Webhooks;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// Webhooks as an Excel file
#[utoipa::path(tag = "webhooks", security(("bearer" = ["webhooks:read"])), params(WebhookQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/webhooks/export.xlsx")]
pub async fn export_webhooks(
    access: Access<Webhooks, Read>,
    query: Parameters<WebhookQuery>,
) -> Result<Listing<Webhook>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Webhook {
    const TITLE: &'static str = "Danh sách webhook";
    const FILE: &'static str = "webhook";
    const COLUMNS: &'static [&'static str] =
        &["Địa chỉ nhận", "Ghi chú", "Sự kiện", "Tài khoản máy", "Trạng thái", "Gửi lỗi từ"];

    fn cells(&self) -> Vec<Cell> {
        let events: Vec<&str> = self.events.iter().map(|event| event.as_str()).collect();
        vec![
            Cell::text(&self.url),
            Cell::text(&self.description),
            Cell::text(&events.join("; ")),
            Cell::text(self.service_account_name.as_deref().unwrap_or("")),
            Cell::text(if self.active { "Đang bật" } else { "Đã tắt" }),
            Cell::moment(self.failing_since),
        ]
    }
}
