//! The list as a file: the same filters, the same scope.

use actix_web::get;

use super::model::{User, UserQuery, UserStatus};
use super::routes;
use crate::access::subject::Accounts;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// The list of accounts as an Excel file
#[utoipa::path(tag = "users", security(("bearer" = ["accounts:read"])), params(UserQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/users/export.xlsx")]
pub async fn export_users(access: Access<Accounts, Read>, query: Parameters<UserQuery>) -> Result<Listing<User>> {
    routes::listing(access, Shape::Xlsx, query.0).await
}

impl Line for User {
    const TITLE: &'static str = "Danh sách tài khoản";
    const FILE: &'static str = "tai-khoan";
    const COLUMNS: &'static [&'static str] = &[
        "Họ và tên",
        "Tên đăng nhập",
        "Chức vụ",
        "Vai trò",
        "Đơn vị",
        "Thư điện tử",
        "Điện thoại",
        "Trạng thái",
        "Đăng nhập lần cuối",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.full_name),
            Cell::text(&self.username),
            Cell::text(&self.position),
            Cell::text(self.role.label()),
            Cell::text(&self.unit.name),
            Cell::text(self.email.as_deref().unwrap_or("")),
            Cell::text(self.phone.as_deref().unwrap_or("")),
            Cell::text(if self.status == UserStatus::Active { "Đang dùng" } else { "Đã khóa" }),
            Cell::moment(self.last_login_at),
        ]
    }
}
