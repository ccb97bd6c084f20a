//! The papers of a report.

use actix_web::get;

use super::documents::{self, PaperShape};
use crate::access::subject::Reports;
use crate::access::{Access, Read};
use crate::error::Result;
use crate::http::Download;
use crate::http::parameters::{Nothing, PathId};

/// The report in the layout of Decree 30/2020, with its figures as an annex
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    body = Vec<u8>)))]
#[get("/reports/{id}/document.docx")]
pub async fn print_report(access: Access<Reports, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.read(move |cx| documents::print(cx, &id.0, PaperShape::Docx)).await
}

/// The same paper as a PDF
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>)))]
#[get("/reports/{id}/document.pdf")]
pub async fn print_report_pdf(access: Access<Reports, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.read(move |cx| documents::print(cx, &id.0, PaperShape::Pdf)).await
}

/// The figures as a workbook with formulas
#[utoipa::path(tag = "reports", security(("bearer" = ["reports:read"])), params(("id" = String, Path)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    body = Vec<u8>)))]
#[get("/reports/{id}/appendix.xlsx")]
pub async fn print_appendix(access: Access<Reports, Read>, id: PathId, _: Nothing) -> Result<Download> {
    access.read(move |cx| documents::print(cx, &id.0, PaperShape::Xlsx)).await
}
