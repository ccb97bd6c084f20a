//! Handing in: words, numbers and the rows they came from are kept as they are at this moment.

use diesel::prelude::*;

use super::catalogue::Indicator;
use super::content::Content;
use super::figures::weight;
use super::model::{ReportRow, RevisionRow, SourceRow, ValueRow};
use super::sources::Rows;
use crate::access::subject::Reports;
use crate::access::{Cx, Deed, Writes};
use crate::counted::Counted;
use crate::db::schema::{report_revisions, report_values};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::keys::sealed::{self, Place};

fn place(report: &Id, revision: i32, code: &str) -> Place {
    sealed::REPORT_SOURCES.of(format!("{report}/{revision}/{code}"))
}

/// The rows that make up a number: their amounts are its sum.
pub fn source_rows<'a>(indicator: &Indicator, rows: impl Iterator<Item = &'a Counted>) -> Vec<SourceRow> {
    let shape = |row: &Counted| SourceRow {
        id: row.id.clone(),
        open_id: row.of.as_ref().unwrap_or(&row.id).clone(),
        amount: weight(indicator, row),
        marks: indicator
            .by
            .iter()
            .flat_map(|dimension| {
                let open = row.words(dimension).filter(|word| !super::figures::is_closed(word));
                open.map(move |word| format!("{dimension}:{word}"))
            })
            .collect(),
    };
    rows.map(shape).collect()
}

/// Keeps what a report says as its next revision.
///
/// # Errors
/// When the database refuses.
pub fn freeze<A: Writes>(
    cx: &mut Cx<'_, Reports, A>,
    row: &ReportRow,
    content: &Content,
    rows: &Rows,
    reason: &str,
) -> Result<i32> {
    let revision = row.revision + 1;
    let mut sections = content.sections.clone();
    for section in &mut sections {
        section.suggested = None;
    }
    let kept = RevisionRow {
        report_id: row.id.clone(),
        revision,
        head: Json::new(content.head.clone()),
        sections: Json::new(sections),
        reason: reason.to_owned(),
        by_user_id: cx.caller().person().cloned(),
        at: cx.now(),
    };
    diesel::insert_into(report_revisions::table).values(&kept).execute(cx.conn())?;
    for (position, figure) in content.values.iter().enumerate() {
        let indicator = super::catalogue::indicator(&figure.code);
        let list = indicator.map(|one| source_rows(one, rows.of(one))).unwrap_or_default();
        let sources =
            cx.services().vault.seal_json(&place(&row.id, revision, &figure.code), &list).map_err(Error::internal)?;
        let kept = ValueRow {
            report_id: row.id.clone(),
            revision,
            code: figure.code.clone(),
            position: i32::try_from(position).unwrap_or(i32::MAX),
            figure: Json::new(figure.clone()),
            value: figure.value,
            sources,
        };
        diesel::insert_into(report_values::table).values(&kept).execute(cx.conn())?;
    }
    Ok(revision)
}

/// The rows that a frozen number came from.
///
/// # Errors
/// 404 for an indicator that the revision does not have.
pub fn frozen_rows<A: Deed>(
    cx: &mut Cx<'_, Reports, A>,
    report: &Id,
    revision: i32,
    code: &str,
) -> Result<Vec<SourceRow>> {
    let sealed: String =
        report_values::table.find((report, revision, code)).select(report_values::sources).first(cx.conn())?;
    cx.services().vault.open_json(&place(report, revision, code), &sealed).map_err(Error::internal)
}
