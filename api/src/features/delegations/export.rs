//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{Delegation, DelegationQuery};
use super::routes;
use crate::access::subject::Accounts;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// Who signs for whom as an Excel file
#[utoipa::path(tag = "delegations", security(("bearer" = ["accounts:read"])), params(DelegationQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/delegations/export.xlsx")]
pub async fn export_delegations(
    access: Access<Accounts, Read>,
    query: Parameters<DelegationQuery>,
) -> Result<Listing<Delegation>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for Delegation {
    const TITLE: &'static str = "Danh sách ủy quyền ký thay";
    const FILE: &'static str = "uy-quyen";
    const COLUMNS: &'static [&'static str] =
        &["Người ủy quyền", "Người ký thay", "Từ ngày", "Đến ngày", "Lý do", "Thu hồi lúc", "Người ghi"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.from_user.full_name),
            Cell::text(&self.to_user.full_name),
            Cell::day(Some(self.starts_on)),
            Cell::day(Some(self.ends_on)),
            Cell::text(&self.reason),
            Cell::moment(self.revoked_at),
            Cell::text(&self.created_by.full_name),
        ]
    }
}
