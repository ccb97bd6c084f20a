//! The list as an Excel file, with the columns that wards use; only those of the reader's view.

use actix_web::{get, post};
use serde_json::Value;

use super::model::ChildQuery;
use super::routes::check_address;
use super::store::{self, Shown};
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Access, Cx, Deed, Read};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::Result;
use crate::export::{Cell, Table};
use crate::http::{Body, Download, Parameters};

/// The list of children as an Excel file; the export is recorded
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), params(ChildQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/children/export.xlsx")]
pub async fn export_children(access: Access<Children, Read>, query: Parameters<ChildQuery>) -> Result<Download> {
    check_address(&query.0)?;
    store::page_of(&query.0)?;
    access.look(move |cx| file(cx, &query.0)).await
}

/// What a search found as an Excel file; the export is recorded
#[utoipa::path(tag = "children", security(("bearer" = ["children:read"])), request_body = ChildQuery,
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[post("/children/export.xlsx")]
pub async fn export_found(access: Access<Children, Read>, body: Body<ChildQuery>) -> Result<Download> {
    store::page_of(&body.0)?;
    access.look(move |cx| file(cx, &body.0)).await
}

fn file<A: Deed>(cx: &mut Cx<'_, Children, A>, query: &ChildQuery) -> Result<Download> {
    let children = store::all(cx, query)?;
    let view = View::of(cx.actor());
    // The list is nobody's row: the exporter's own id stands for it.
    let reader: Id = cx.actor().user_id.clone();
    audit::record(cx, "export", &reader, Changes::none().field("rows", (), children.len()))?;
    let columns: Vec<&Column> = COLUMNS.iter().filter(|column| view.shows(column.member)).collect();
    let rows = (1..).zip(&children).map(|(number, child)| {
        let cells = columns.iter().map(|column| (column.cell)(child));
        std::iter::once(Cell::Number(number)).chain(cells).collect()
    });
    let table = Table {
        title: format!("Danh sách trẻ em ngày {}", cx.today().format("%d/%m/%Y")),
        columns: std::iter::once("STT").chain(columns.iter().map(|column| column.title)).collect(),
        rows: rows.collect(),
    };
    table.xlsx(format!("tre-em-{}.xlsx", cx.today()))
}

struct Column {
    title: &'static str,
    /// The member of a child without which it is not shown.
    member: &'static str,
    cell: fn(&Shown) -> Cell,
}

const fn column(title: &'static str, member: &'static str, cell: fn(&Shown) -> Cell) -> Column {
    Column { title, member, cell }
}

const COLUMNS: &[Column] = &[
    column("Mã", "code", |child| text(child, "code")),
    column("Họ và tên", "full_name", |child| text(child, "full_name")),
    column("Ngày sinh", "date_of_birth", birth),
    column("Năm sinh", "birth_year", |child| number(child, "birth_year")),
    column("Giới tính", "sex", sex),
    column("Dân tộc (mã)", "ethnicity", |child| text(child, "ethnicity")),
    column("Số định danh cá nhân", "personal_id", |child| text(child, "personal_id")),
    column("Khu phố", "neighborhood", |child| unit(child, "neighborhood")),
    column("Chỗ ở hiện nay", "address", |child| text(child, "address")),
    column("Thường trú", "permanent_address", |child| text(child, "permanent_address")),
    column("Tạm trú", "temporary_address", |child| text(child, "temporary_address")),
    column("Trường", "school", |child| unit(child, "school")),
    column("Lớp", "grade", |child| text(child, "grade")),
    column("Cha, mẹ, người chăm sóc", "guardians", guardians),
    column("Điện thoại", "guardians", phones),
    column("Số thẻ BHYT", "health_insurance_no", |child| text(child, "health_insurance_no")),
    column("BHYT đến ngày", "health_insurance_valid_to", |child| day(child, "health_insurance_valid_to")),
    column("Khuyết tật", "disability", |child| text(child, "disability")),
    column("Bệnh tật", "illness", |child| text(child, "illness")),
    column("Hộ nghèo, cận nghèo", "poverty", poverty),
    column("Hoàn cảnh đặc biệt", "circumstances", |child| groups(child, "circumstances")),
    column("Nguy cơ", "risks", |child| groups(child, "risks")),
    column("Biết bơi", "can_swim", swims),
    column("Lưu ý khi tham gia hoạt động", "medical_warning", |child| text(child, "medical_warning")),
    column("Lần hỗ trợ gần nhất", "last_supported_on", |child| day(child, "last_supported_on")),
    column("Ghi chú", "notes", |child| text(child, "notes")),
];

fn word<'a>(child: &'a Shown, member: &str) -> &'a str {
    child.member(member).and_then(Value::as_str).unwrap_or("")
}

fn text(child: &Shown, member: &str) -> Cell {
    Cell::text(word(child, member))
}

fn number(child: &Shown, member: &str) -> Cell {
    Cell::number(child.member(member).and_then(Value::as_i64))
}

fn day(child: &Shown, member: &str) -> Cell {
    Cell::day(word(child, member).parse().ok())
}

fn birth(child: &Shown) -> Cell {
    if child.member("birth_year_only").and_then(Value::as_bool) == Some(true) {
        return number(child, "birth_year");
    }
    day(child, "date_of_birth")
}

fn sex(child: &Shown) -> Cell {
    Cell::text(match word(child, "sex") {
        "male" => "Nam",
        "female" => "Nữ",
        _ => "",
    })
}

fn poverty(child: &Shown) -> Cell {
    Cell::text(match word(child, "poverty") {
        "poor" => "Hộ nghèo",
        "near_poor" => "Hộ cận nghèo",
        _ => "",
    })
}

fn swims(child: &Shown) -> Cell {
    Cell::text(match child.member("can_swim").and_then(Value::as_bool) {
        Some(true) => "Có",
        Some(false) => "Không",
        None => "",
    })
}

fn unit(child: &Shown, member: &str) -> Cell {
    Cell::text(child.member(member).and_then(|unit| unit["name"].as_str()).unwrap_or(""))
}

fn joined(child: &Shown, member: &str, name: &str) -> Cell {
    let items = child.member(member).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let words: Vec<&str> = items.iter().filter_map(|item| item[name].as_str()).filter(|w| !w.is_empty()).collect();
    Cell::text(&words.join("; "))
}

fn guardians(child: &Shown) -> Cell {
    joined(child, "guardians", "full_name")
}

fn phones(child: &Shown) -> Cell {
    joined(child, "guardians", "phone")
}

fn groups(child: &Shown, member: &str) -> Cell {
    joined(child, member, "label")
}
