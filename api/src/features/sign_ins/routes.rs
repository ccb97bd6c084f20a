//! `/audit/sign-ins`: HTTP in, HTTP out.

use actix_web::get;

use super::model::{SignInQuery, SignInResult, SignInTry};
use super::store;
use crate::access::subject::Audit;
use crate::access::{Access, Read};
use crate::db::page::{List, PageRequest};
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::http::Parameters;

/// Who tried to sign in, and what came of it, newest first
///
/// Counted by account, result, network and minute. Leaders and the administrator see the ward's, the social officer
/// their own. A name that no account has is counted and not kept.
///
/// Send `Accept: text/csv` for the whole list as a file.
#[utoipa::path(tag = "audit", security(("bearer" = ["audit:read"])), params(SignInQuery),
    responses((status = 200, body = List<SignInTry>)))]
#[get("/audit/sign-ins")]
pub async fn list_sign_ins(
    access: Access<Audit, Read>,
    shape: Shape,
    query: Parameters<SignInQuery>,
) -> Result<Listing<SignInTry>> {
    listing(access, shape, query.0).await
}

/// The tries to sign in as an Excel file
#[utoipa::path(tag = "audit", security(("bearer" = ["audit:read"])), params(SignInQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/audit/sign-ins/export.xlsx")]
pub async fn export_sign_ins(
    access: Access<Audit, Read>,
    query: Parameters<SignInQuery>,
) -> Result<Listing<SignInTry>> {
    listing(access, Shape::Xlsx, query.0).await
}

async fn listing(access: Access<Audit, Read>, shape: Shape, query: SignInQuery) -> Result<Listing<SignInTry>> {
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), "-at")?);
    access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await
}

impl Line for SignInTry {
    const TITLE: &'static str = "Lượt đăng nhập";
    const FILE: &'static str = "dang-nhap";
    const COLUMNS: &'static [&'static str] = &["Lúc", "Tài khoản của", "Đơn vị", "Kết quả", "Từ mạng", "Số lần"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::moment(Some(self.last_at)),
            Cell::text(self.person.as_ref().map_or("", |who| who.full_name.as_str())),
            Cell::text(self.person.as_ref().map_or("", |who| who.unit_name.as_str())),
            Cell::text(word(self.result)),
            Cell::text(if self.address.is_empty() { "nhiều nơi khác" } else { &self.address }),
            Cell::number(Some(self.times)),
        ]
    }
}

/// As the page says it.
fn word(result: SignInResult) -> &'static str {
    match result {
        SignInResult::SignedIn => "Đã đăng nhập",
        SignInResult::WrongPassword => "Sai mật khẩu",
        SignInResult::WrongCode => "Sai mã xác thực",
        SignInResult::Closed => "Tài khoản đã khóa",
        SignInResult::UnknownName => "Tên đăng nhập không có",
        SignInResult::Locked => "Tạm khóa do sai nhiều lần",
        SignInResult::Flood => "Chặn do thử quá nhiều từ một nơi",
    }
}
