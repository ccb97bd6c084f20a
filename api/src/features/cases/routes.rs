//! `/cases`: list, search, open, read, assign.

use actix_web::{get, patch, post, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::catalogue::{self, AssessmentCatalogue};
use super::entries::{self, NewCaseEntry};
use super::folder::{self, CaseFolder};
use super::lookers::{self, CaseLook};
use super::model::{
    Case, CaseAssignment, CaseChanges, CaseLine, CaseQuery, CaseSearch, CaseStatus, ClockState, NewCase,
};
use super::numbers::{self, CaseNumbersQuery, WardCaseNumbers};
use super::{store, write};
use crate::access::subject::{CaseNumbers, Cases, Concerns};
use crate::access::{Access, Create, Read, Update};
use crate::audit::{self, Changes};
use crate::db::page::{List, PageRequest};
use crate::db::types::Id;
use crate::error::Result;
use crate::export::{Cell, Line, Listing, Shape};
use crate::features::concerns::{self, model::ScreeningDecision};
use crate::features::wards;
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters};

/// List cases: the ward's for leader and officer, for police and health those that name them
///
/// The child is a sign here; the name stands in the case, whose reading is recorded. Send `Accept: text/csv` for the
/// whole list as a file.
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), params(CaseQuery),
    responses((status = 200, body = List<CaseLine>)))]
#[get("/cases")]
pub async fn list_cases(
    access: Access<Cases, Read>,
    shape: Shape,
    query: Parameters<CaseQuery>,
) -> Result<Listing<CaseLine>> {
    listing(access, shape, query.0).await
}

/// The list of cases as an Excel file, without names; the export is recorded
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), params(CaseQuery), responses((status = 200,
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body = Vec<u8>)))]
#[get("/cases/export.xlsx")]
pub async fn export_cases(access: Access<Cases, Read>, query: Parameters<CaseQuery>) -> Result<Listing<CaseLine>> {
    listing(access, Shape::Xlsx, query.0).await
}

async fn listing(access: Access<Cases, Read>, shape: Shape, query: CaseQuery) -> Result<Listing<CaseLine>> {
    let sort = query.sort.as_deref().unwrap_or("-opened_at");
    let page = shape.page(PageRequest::new(query.limit, query.cursor.as_deref(), sort)?);
    if shape == Shape::Json {
        return access.read(move |cx| shape.give(store::list(cx, &query, &page)?, cx.today())).await;
    }
    access
        .look(move |cx| {
            let list = store::list(cx, &query, &page)?;
            let reader = cx.actor().user_id.clone();
            audit::record(cx, "export", &reader, Changes::none())?;
            shape.give(list, cx.today())
        })
        .await
}

impl Line for CaseLine {
    const TITLE: &'static str = "Danh sách hồ sơ";
    const FILE: &'static str = "ho-so";
    const COLUMNS: &'static [&'static str] =
        &["Mã số", "Ký hiệu", "Nhận lúc", "Mở lúc", "Trạng thái", "Vòng", "Thời hạn gần nhất", "Quá hạn"];

    fn cells(&self) -> Vec<Cell> {
        let running = |state: ClockState| matches!(state, ClockState::Running | ClockState::DueSoon | ClockState::Late);
        let next = self.deadlines.iter().find(|one| running(one.state));
        let is_late = self.deadlines.iter().any(|one| one.state == ClockState::Late);
        vec![
            Cell::text(&self.code),
            Cell::text(&self.child_sign),
            Cell::moment(Some(self.received_at)),
            Cell::moment(Some(self.opened_at)),
            Cell::text(status_word(self.status)),
            Cell::number(Some(i64::from(self.round))),
            Cell::moment(next.map(|one| one.due_at)),
            Cell::text(if is_late { "x" } else { "" }),
        ]
    }
}

fn status_word(status: CaseStatus) -> &'static str {
    match status {
        CaseStatus::Open => "Mới mở",
        CaseStatus::InitialAssessment => "Đã đánh giá ban đầu",
        CaseStatus::Assessment => "Đang lập kế hoạch",
        CaseStatus::Planned => "Chờ phê duyệt",
        CaseStatus::Decided => "Đã phê duyệt",
        CaseStatus::Implementing => "Đang thực hiện",
        CaseStatus::Reviewed => "Đã rà soát",
        CaseStatus::Closed => "Đã kết thúc",
        CaseStatus::Transferred => "Đã chuyển địa phương khác",
    }
}

/// Search cases by name or code; words never stand in an address
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), request_body = CaseSearch,
    responses((status = 200, body = List<CaseLine>)))]
#[post("/cases/search")]
pub async fn search_cases(access: Access<Cases, Read>, body: Body<CaseSearch>) -> Result<web::Json<List<CaseLine>>> {
    let found = access
        .look(move |cx| {
            let found = store::search(cx, &body.0)?;
            let reader = cx.actor().user_id.clone();
            audit::record(cx, "search", &reader, Changes::none())?;
            Ok(found)
        })
        .await?;
    Ok(web::Json(found))
}

/// Open a case, from a concern or at once; its clocks start
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:create"])), request_body = NewCase,
    responses((status = 201, body = Case)))]
#[post("/cases")]
pub async fn create_case(access: Access<Cases, Create>, body: Body<NewCase>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::open(cx, &body.0)?;
            if let Some(concern) = &body.0.concern_id {
                let mut concerns = cx.also::<Concerns, Update>()?;
                concerns::join_case(&mut concerns, concern, ScreeningDecision::OpenCase, &id)?;
            }
            store::find(cx, &id)
        })
        .await
}

/// Read a case; the look is recorded
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Case)))]
#[get("/cases/{id}")]
pub async fn read_case(access: Access<Cases, Read>, id: PathId, _: Nothing) -> Result<Found<Case>> {
    let case = access
        .look(move |cx| {
            let case = store::find(cx, &id.0)?;
            audit::record(cx, "read", &id.0, Changes::none())?;
            Ok(case)
        })
        .await?;
    Ok(Found(case))
}

/// Read a case with its timeline, forms, measures, referrals and files; the look is recorded
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), params(("id" = String, Path)),
    responses((status = 200, body = CaseFolder)))]
#[get("/cases/{id}/folder")]
pub async fn read_folder(access: Access<Cases, Read>, id: PathId, _: Nothing) -> Result<web::Json<CaseFolder>> {
    let folder = access
        .look(move |cx| {
            let folder = folder::of(cx, &id.0)?;
            audit::record(cx, "read", &id.0, Changes::none())?;
            Ok(folder)
        })
        .await?;
    Ok(web::Json(folder))
}

/// Say who the child is, or how great the danger
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])), request_body = CaseChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Case)))]
#[patch("/cases/{id}")]
pub async fn update_case(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseChanges>,
) -> Result<Found<Case>> {
    let case = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await?;
    Ok(Found(case))
}

/// Set who works on a case
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])), request_body = CaseAssignment,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/assign")]
pub async fn assign_case(
    access: Access<Cases, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<CaseAssignment>,
) -> Result<Created> {
    access
        .act(move |cx| {
            write::assign(cx, &id.0, if_match, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Write down what was done
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])), request_body = NewCaseEntry,
    params(("id" = String, Path)), responses((status = 200, body = Case)))]
#[post("/cases/{id}/entries")]
pub async fn add_case_entry(access: Access<Cases, Update>, id: PathId, body: Body<NewCaseEntry>) -> Result<Created> {
    access
        .act(move |cx| {
            entries::add(cx, &id.0, &body.0)?;
            store::find(cx, &id.0)
        })
        .await
}

/// Who has looked at a case
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<CaseLook>)))]
#[get("/cases/{id}/looks")]
pub async fn read_case_looks(access: Access<Cases, Read>, id: PathId, _: Nothing) -> Result<web::Json<List<CaseLook>>> {
    Ok(web::Json(List::whole(access.read(move |cx| lookers::of(cx, &id.0)).await?)))
}

/// Numbers of concerns and cases, without names; small ones are held back above the ward
#[utoipa::path(tag = "cases", security(("bearer" = ["case_numbers:read"])), params(CaseNumbersQuery),
    responses((status = 200, body = List<WardCaseNumbers>)))]
#[get("/cases/numbers")]
pub async fn read_numbers(
    access: Access<CaseNumbers, Read>,
    query: Parameters<CaseNumbersQuery>,
) -> Result<web::Json<List<WardCaseNumbers>>> {
    Ok(web::Json(List::whole(access.read(move |cx| numbers::of(cx, &query.0)).await?)))
}

/// The items of the assessments
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:read"])), responses((status = 200, body = AssessmentCatalogue)))]
#[get("/cases/catalogue")]
pub async fn read_assessment_catalogue(
    access: Access<Cases, Read>,
    _: Nothing,
) -> Result<web::Json<AssessmentCatalogue>> {
    access.read(|_| Ok(())).await?;
    Ok(web::Json(catalogue::newest().clone()))
}

/// A ward of this installation that a case may be handed over to.
#[derive(Serialize, ToSchema)]
pub struct Destination {
    pub id: Id,
    pub name: String,
}

/// The other wards of this installation
#[utoipa::path(tag = "cases", security(("bearer" = ["cases:update"])), responses((status = 200, body = List<Destination>)))]
#[get("/cases/destinations")]
pub async fn list_destinations(access: Access<Cases, Update>, _: Nothing) -> Result<web::Json<List<Destination>>> {
    let wards = access.read(wards::others).await?;
    let shape = |(id, name)| Destination { id, name };
    Ok(web::Json(List::whole(wards.into_iter().map(shape).collect())))
}
