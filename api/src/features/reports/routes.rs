//! `/reports`: list, begin, read, write; who has not handed in; the catalogue of indicators.

use actix_web::{HttpRequest, get, patch, post, web};

use super::bodies::{
    DueQuery, NewReport, RemindedUnits, ReportChanges, ReportQuery, ReportReminder, ReportRevision, ReportsDue,
    RevisionContent, RevisionDifference, RowsQuery,
};
use super::catalogue::{self, IndicatorCatalogue};
use super::feed::{self, FeedQuery, ReportFeed};
use super::model::{IndicatorRows, Report, ReportLine};
use super::overview::{self, IndicatorLine, IndicatorQuery, OverviewQuery, ReportsOverview};
use super::{content, due, revisions, rows, store, write};
use crate::access::subject::Reports;
use crate::access::{Access, Create, Read, Update};
use crate::db::page::{List, PageRequest};
use crate::error::{Error, Result};
use crate::export::{Listing, Shape};
use crate::http::parameters::{Nothing, PathId};
use crate::http::{Body, Created, Found, IfMatch, Parameters, Tagged};

/// List reports: the ward's and what units handed in; a unit's own; for the upper level what was sent
///
/// Whoever follows changes asks with `sort=updated_at` and goes on from the last `next_cursor`.
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(ReportQuery),
    responses((status = 200, body = List<ReportLine>)))]
#[get("/reports")]
pub async fn list_period_reports(
    access: Access<Reports, Read>,
    query: Parameters<ReportQuery>,
) -> Result<web::Json<List<ReportLine>>> {
    let sort = query.0.sort.as_deref().unwrap_or("-period_to");
    let page = PageRequest::new(query.0.limit, query.0.cursor.as_deref(), sort)?;
    Ok(web::Json(access.read(move |cx| store::list(cx, &query.0, &page)).await?))
}

/// Begin a report; its numbers and words are there at once
///
/// 409 with `report_id` when the period has one already.
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:create"])), request_body = NewReport,
    responses((status = 201, body = Report)))]
#[post("/reports")]
pub async fn create_report(access: Access<Reports, Create>, body: Body<NewReport>) -> Result<Created> {
    access
        .create(move |cx| {
            let id = write::create(cx, &body.0)?;
            content::find(cx, &id)
        })
        .await
}

/// Read a report: as it is being written, or as it was handed in
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(("id" = String, Path)),
    responses((status = 200, body = Report)))]
#[get("/reports/{id}")]
pub async fn read_report(access: Access<Reports, Read>, id: PathId, _: Nothing) -> Result<Found<Report>> {
    Ok(Found(access.read(move |cx| content::find(cx, &id.0)).await?))
}

/// Change words and numbers of a report that is being written
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:update"])), request_body = ReportChanges,
    params(("id" = String, Path), ("If-Match" = String, Header)), responses((status = 200, body = Report)))]
#[patch("/reports/{id}")]
pub async fn update_report(
    access: Access<Reports, Update>,
    id: PathId,
    if_match: IfMatch,
    body: Body<ReportChanges>,
) -> Result<Found<Report>> {
    let report = access
        .write(move |cx| {
            write::update(cx, &id.0, if_match, &body.0)?;
            content::find(cx, &id.0)
        })
        .await?;
    Ok(Found(report))
}

/// The rows behind a number: their amounts add up to it; the look is recorded
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])),
    params(("id" = String, Path), ("code" = String, Path), RowsQuery), responses((status = 200, body = IndicatorRows)))]
#[get("/reports/{id}/indicators/{code}/rows")]
pub async fn list_indicator_rows(
    access: Access<Reports, Read>,
    request: HttpRequest,
    id: PathId,
    query: Parameters<RowsQuery>,
) -> Result<web::Json<IndicatorRows>> {
    let code = request.match_info().get("code").ok_or_else(Error::not_found)?.to_owned();
    Ok(web::Json(access.look(move |cx| rows::list(cx, &id.0, &code, &query.0)).await?))
}

/// The revisions that were handed in, the newest first
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(("id" = String, Path)),
    responses((status = 200, body = List<ReportRevision>)))]
#[get("/reports/{id}/revisions")]
pub async fn list_revisions(
    access: Access<Reports, Read>,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<List<ReportRevision>>> {
    Ok(web::Json(access.read(move |cx| revisions::list(cx, &id.0)).await?))
}

fn number(request: &HttpRequest) -> Result<i32> {
    let number = request.match_info().get("revision").and_then(|text| text.parse().ok());
    number.filter(|number| *number > 0).ok_or_else(Error::not_found)
}

/// What a revision says
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])),
    params(("id" = String, Path), ("revision" = i32, Path)), responses((status = 200, body = RevisionContent)))]
#[get("/reports/{id}/revisions/{revision}")]
pub async fn read_revision(
    access: Access<Reports, Read>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<RevisionContent>> {
    let revision = number(&request)?;
    Ok(web::Json(access.read(move |cx| revisions::find(cx, &id.0, revision)).await?))
}

/// What a revision says otherwise than the one before
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])),
    params(("id" = String, Path), ("revision" = i32, Path)), responses((status = 200, body = RevisionDifference)))]
#[get("/reports/{id}/revisions/{revision}/difference")]
pub async fn read_difference(
    access: Access<Reports, Read>,
    request: HttpRequest,
    id: PathId,
    _: Nothing,
) -> Result<web::Json<RevisionDifference>> {
    let revision = number(&request)?;
    Ok(web::Json(access.read(move |cx| revisions::difference(cx, &id.0, revision)).await?))
}

/// Who has handed in the report of a period and who has not
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(DueQuery),
    responses((status = 200, body = ReportsDue)))]
#[get("/reports/due")]
pub async fn list_due(access: Access<Reports, Read>, query: Parameters<DueQuery>) -> Result<web::Json<ReportsDue>> {
    Ok(web::Json(access.read(move |cx| due::of(cx, &query.0)).await?))
}

/// Remind units of a report that is missing
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:update"])), request_body = ReportReminder,
    responses((status = 200, body = RemindedUnits)))]
#[post("/reports/remind")]
pub async fn remind_units(access: Access<Reports, Update>, body: Body<ReportReminder>) -> Result<Created> {
    access.act(move |cx| due::remind(cx, &body.0)).await
}

/// Everything that reports count: code, label, measure, condition, days of validity, legal basis
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])),
    responses((status = 200, body = IndicatorCatalogue)))]
#[get("/indicators")]
pub async fn read_indicators(access: Access<Reports, Read>, _: Nothing) -> Result<web::Json<IndicatorCatalogue>> {
    Ok(web::Json(access.read(|_| Ok(catalogue::catalogue().clone())).await?))
}

/// The wards below at once: who has sent, what, side by side and added up
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(OverviewQuery),
    responses((status = 200, body = ReportsOverview)))]
#[get("/reports/overview")]
pub async fn compare_wards(
    access: Access<Reports, Read>,
    query: Parameters<OverviewQuery>,
) -> Result<web::Json<ReportsOverview>> {
    Ok(web::Json(access.read_lagging(move |cx| overview::of(cx, &query.0)).await?))
}

/// Reports in the order in which they changed: for programs, which keep the cursor
///
/// A report may come twice, never not at all. Answers bear an `ETag`.
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(FeedQuery),
    responses((status = 200, body = ReportFeed), (status = 304, description = "Nothing changed")))]
#[get("/reports/feed")]
pub async fn follow_reports(
    access: Access<Reports, Read>,
    query: Parameters<FeedQuery>,
) -> Result<Tagged<web::Json<ReportFeed>>> {
    Ok(Tagged(web::Json(access.read_lagging(move |cx| feed::since(cx, &query.0)).await?)))
}

/// Every number of what was sent, one a line: JSON, or CSV with `Accept: text/csv`
///
/// Small numbers are held back (`hidden`). Answers bear an `ETag`.
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(IndicatorQuery),
    responses((status = 200, body = List<IndicatorLine>), (status = 304, description = "Nothing changed")))]
#[get("/indicators/values")]
pub async fn list_indicator_values(
    access: Access<Reports, Read>,
    shape: Shape,
    query: Parameters<IndicatorQuery>,
) -> Result<Tagged<Listing<IndicatorLine>>> {
    let list =
        access.read_lagging(move |cx| shape.give(List::whole(overview::lines(cx, &query.0)?), cx.today())).await?;
    Ok(Tagged(list))
}
