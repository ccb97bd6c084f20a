//! What a report says: live while it is being written, frozen once it was handed in. Each reader is given the version
//! that is theirs: writers the one they write, everybody else the last that was handed in, the upper level the one that
//! was sent, with small numbers held back.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::catalogue::{self, Author};
use super::figures::{self, IndicatorValue};
use super::model::{
    Report, ReportAction, ReportCheck, ReportHead, ReportRow, ReportSection, ReportStatus, RevisionRow, ValueRow,
};
use super::prefill::{self, Material};
use super::rules::{self, Side};
use super::sources::{self, IndicatorSource, Rows, Wanted};
use super::suppress::suppress;
use super::words::Numbers;
use super::{checks, due, store};
use crate::access::subject::Reports;
use crate::access::{Cx, Deed};
use crate::counted::Period;
use crate::db::schema::{report_revisions, report_values, reports};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::plans::PlanPaper;
use crate::features::{plans, units, users, wards};
use crate::text;

/// The words and numbers of a report.
pub struct Content {
    pub head: ReportHead,
    pub sections: Vec<ReportSection>,
    pub values: Vec<IndicatorValue>,
    /// Which revision it is; none: as it is being written now.
    pub revision: Option<i32>,
    pub checks: Vec<ReportCheck>,
    pub suppressed: bool,
}

/// Which version of a report its reader is given; none: the one that is being written.
pub fn version_for(side: &Side, row: &ReportRow) -> Result<Option<i32>> {
    match side {
        Side::Above => row.sent_revision.map(Some).ok_or_else(Error::not_found),
        _ => {
            let is_written = matches!(row.status, ReportStatus::Draft | ReportStatus::Returned);
            let is_writer = rules::may(side, row, ReportAction::Edit);
            Ok(if is_written && is_writer { None } else { Some(row.revision) })
        }
    }
}

/// # Errors
/// 404.
pub fn of<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow) -> Result<Content> {
    let side = store::side(cx);
    let mut content = match version_for(&side, row)? {
        None => live(cx, row)?.0,
        Some(revision) => frozen(cx, row, revision)?,
    };
    if side == Side::Above {
        let below = wards::settings(cx, &row.ward_id)?.reports.suppress_below;
        suppress(&mut content.values, below);
        content.suppressed = true;
    }
    Ok(content)
}

/// A report as its reader sees it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Reports, A>, id: &Id) -> Result<Report> {
    let row = store::find_row(cx, id)?;
    show(cx, &row)
}

/// # Errors
/// As [`find`].
pub fn show<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow) -> Result<Report> {
    let content = of(cx, row)?;
    let steps = store::steps(cx, row)?;
    let line = store::lines(cx, std::slice::from_ref(row))?.pop().ok_or_else(Error::not_found)?;
    let mut people = users::references(cx, row.submitted_by_id.iter().chain(&row.approved_by_id))?;
    let mut person = |id: &Option<Id>| id.as_ref().and_then(|id| people.remove(id));
    let approved_by = person(&row.approved_by_id);
    let is_above = content.suppressed;
    Ok(Report {
        submitted_by: person(&row.submitted_by_id).filter(|_| !is_above),
        approved_by,
        line,
        head: content.head,
        sections: content.sections,
        indicators: content.values,
        is_frozen: content.revision.is_some(),
        is_suppressed: content.suppressed,
        checks: content.checks,
        steps,
    })
}

/// What a revision says.
///
/// # Errors
/// 404.
pub fn frozen<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow, revision: i32) -> Result<Content> {
    let kept: RevisionRow =
        report_revisions::table.find((&row.id, revision)).select(RevisionRow::as_select()).first(cx.conn())?;
    let values: Vec<ValueRow> = report_values::table
        .filter(report_values::report_id.eq(&row.id))
        .filter(report_values::revision.eq(revision))
        .order(report_values::position)
        .select(ValueRow::as_select())
        .load(cx.conn())?;
    Ok(Content {
        head: kept.head.into_inner(),
        sections: kept.sections.into_inner(),
        values: values.into_iter().map(|value| value.figure.into_inner()).collect(),
        revision: Some(revision),
        checks: Vec::new(),
        suppressed: false,
    })
}

/// Whose indicators a report has.
pub(super) fn author<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow) -> Result<Author> {
    let Some(unit) = &row.unit_id else { return Ok(Author::Ward) };
    let found = units::references(cx, [unit])?.remove(unit).ok_or_else(Error::not_found)?;
    Ok(Author::Unit(found.kind))
}

/// What a report says now, and the rows its numbers come from.
///
/// # Errors
/// 403 where the reader may not read a source.
pub fn live<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow) -> Result<(Content, Rows)> {
    let author = author(cx, row)?;
    let indicators: Vec<_> = catalogue::indicators(author, row.period_to).collect();
    let period = Period { from: row.period_from, to: row.period_to };
    let wanted = Wanted {
        plan: &row.plan_id,
        period,
        // The words name obstacles and events, whatever is counted.
        sources: indicators.iter().filter_map(|one| one.source).collect::<HashSet<IndicatorSource>>(),
        unit: row.unit_id.as_ref(),
    };
    let rows = sources::read(cx, &wanted)?;
    let previous = last_year(cx, row)?;
    // Those that were merged since as well: their rows keep their id.
    let names: HashMap<Id, String> = units::names_in(cx, &row.ward_id)?;
    let figure = |one: &&'static catalogue::Indicator| {
        let own = row.numbers.get(&one.code);
        figures::figure(one, &rows, &names, own, previous.get(&one.code).copied())
    };
    let values: Vec<IndicatorValue> = indicators.iter().map(figure).collect();
    let sections = sections(cx, row, &values, &rows)?;
    let checks = checks::check(&values, &sections);
    let head = row.head.clone().into_inner();
    Ok((Content { head, sections, values, revision: None, checks, suppressed: false }, rows))
}

/// The sections: what somebody wrote, else what the numbers say.
fn sections<A: Deed>(
    cx: &mut Cx<'_, Reports, A>,
    row: &ReportRow,
    values: &[IndicatorValue],
    rows: &Rows,
) -> Result<Vec<ReportSection>> {
    let terms = wards::settings(cx, &row.ward_id)?.reports;
    // The text leaves the ward, so it names no number that is held back there.
    let mut told = values.to_vec();
    suppress(&mut told, terms.suppress_below);
    let plan = plans::paper(cx, &row.plan_id)?;
    let ward = wards::letterhead(cx, &row.ward_id)?.name;
    let (from_units, missing) = if row.kind.is_wards() { due::gathered(cx, row)? } else { (Vec::new(), 0) };
    let from_units: Vec<(String, String)> = from_units
        .into_iter()
        .map(|one| (one.section, format!("{}: {}", one.unit.name, one.text.replace('\n', " "))))
        .collect();
    let material = Material {
        ward: &text::within_sentence(&ward),
        year: row.year,
        theme: &plan.theme,
        plan: &plan_words(&plan),
        period: Period { from: row.period_from, to: row.period_to },
        today: cx.today(),
        numbers: Numbers(&told),
        rows,
        from_units: &from_units,
        missing,
    };
    let shape = |one: prefill::Proposed| {
        let written = row.sections.get(one.key);
        ReportSection {
            key: one.key.to_owned(),
            number: one.number.to_owned(),
            title: one.title.to_owned(),
            edited: written.is_some(),
            body: written.unwrap_or(&one.body).clone(),
            suggested: Some(one.body),
        }
    };
    Ok(prefill::propose(row.kind, &material).into_iter().map(shape).collect())
}

/// "Kế hoạch số 45/KH-UBND ngày 20/5/2024".
pub fn plan_words(plan: &PlanPaper) -> String {
    let mut words = "Kế hoạch".to_owned();
    if let Some(number) = &plan.number {
        words.push_str(&format!(" số {number}"));
    }
    if let Some(day) = plan.issued_on {
        words.push_str(&format!(" ngày {}", day.format("%d/%m/%Y")));
    }
    words
}

/// The numbers of the same report a year before: the last that was handed in.
fn last_year<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow) -> Result<HashMap<String, i64>> {
    let before: Option<(Id, i32)> = reports::table
        .filter(reports::subject_id.eq(&row.subject_id))
        .filter(reports::kind.eq(row.kind))
        .filter(reports::year.eq(row.year - 1))
        .filter(reports::revision.gt(0))
        .order((reports::period_to.desc(), reports::id.desc()))
        .select((reports::id, reports::revision))
        .first(cx.conn())
        .optional()?;
    let Some((id, revision)) = before else { return Ok(HashMap::new()) };
    let values: Vec<(String, Option<i64>)> = report_values::table
        .filter(report_values::report_id.eq(id))
        .filter(report_values::revision.eq(revision))
        .select((report_values::code, report_values::value))
        .load(cx.conn())?;
    Ok(values.into_iter().filter_map(|(code, value)| Some((code, value?))).collect())
}
