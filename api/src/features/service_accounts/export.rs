//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{ServiceAccount, ServiceAccountQuery, ServiceAccountStatus};
use super::routes;
use crate::access::subject::Accounts;
use crate::access::{Access, MachineScope, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// Service accounts as an Excel file
#[utoipa::path(tag = "service accounts", security(("bearer" = ["accounts:read"])), params(ServiceAccountQuery),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/service-accounts/export.xlsx")]
pub async fn export_service_accounts(
    access: Access<Accounts, Read>,
    query: Parameters<ServiceAccountQuery>,
) -> Result<Listing<ServiceAccount>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for ServiceAccount {
    const TITLE: &'static str = "Danh sách tài khoản máy";
    const FILE: &'static str = "tai-khoan-may";
    const COLUMNS: &'static [&'static str] =
        &["Tên", "Đơn vị", "Quyền", "Địa chỉ được dùng", "Hết hạn", "Trạng thái", "Dùng lần cuối", "Từ địa chỉ"];

    fn cells(&self) -> Vec<Cell> {
        let status = match self.status {
            ServiceAccountStatus::Active => "Đang dùng",
            ServiceAccountStatus::Expired => "Đã hết hạn",
            ServiceAccountStatus::Revoked => "Đã thu hồi",
        };
        vec![
            Cell::text(&self.name),
            Cell::text(&self.unit.name),
            Cell::text(&MachineScope::write_list(&self.scopes)),
            Cell::text(&self.addresses.join("; ")),
            Cell::day(Some(self.expires_on)),
            Cell::text(status),
            Cell::moment(self.last_used_at),
            Cell::text(self.last_used_address.as_deref().unwrap_or("")),
        ]
    }
}
