//! What the upper level sees of its wards at once: who has sent, what they sent, side by side and added up.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::catalogue;
use super::figures::IndicatorValue;
use super::model::{ReportKind, ReportRow, ReportStatus, ValueRow};
use super::rules;
use super::store;
use super::suppress::suppress;
use crate::access::subject::Reports;
use crate::access::{Cx, Read};
use crate::db::schema::{report_values, reports, wards};
use crate::db::types::{Id, Instant, Json};
use crate::error::{Error, Result};
use crate::export::{Cell, Line};
use crate::setup::WardSettings;

/// What stands side by side until somebody asks for something else.
const SHOWN: [&str; 8] = [
    "children_total",
    "children_special",
    "tasks_total",
    "tasks_done",
    "events_held",
    "events_children",
    "gifts_children",
    "concerns_received",
];
/// How many indicators one answer may ask for.
const CODES_MAX: usize = 100;

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OverviewQuery {
    /// This year when left out.
    pub year: Option<i32>,
    /// `ward_final` (default) or `ward_flash`.
    pub kind: Option<ReportKind>,
    /// Indicators with commas between; eight when left out, `all` for all.
    #[param(example = "children_total,events_held")]
    pub codes: Option<String>,
}

/// A number of one ward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct WardFigure {
    pub code: String,
    /// Nothing where the ward has not counted, or where it is held back.
    pub value: Option<i64>,
    pub previous: Option<i64>,
    pub hidden: bool,
}

/// One ward: what it sent, or that it has not.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct WardReports {
    pub ward_id: Id,
    pub ward_name: String,
    pub report_id: Option<Id>,
    /// `sent`, `acknowledged` or `returned`; nothing where nothing was sent.
    pub status: Option<ReportStatus>,
    pub revision: Option<i32>,
    pub sent_at: Option<Instant>,
    pub acknowledged_at: Option<Instant>,
    pub due_on: Option<NaiveDate>,
    /// Nothing was sent, and the day is over.
    pub late: bool,
    pub figures: Vec<WardFigure>,
}

/// What the wards that have sent make together.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IndicatorSum {
    pub code: String,
    pub label: String,
    pub measure: String,
    /// The sum of what is shown: at least so many.
    pub value: i64,
    /// Wards whose number is in it.
    pub wards: i64,
    /// Wards whose number is held back.
    pub hidden: i64,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReportsOverview {
    pub year: i32,
    pub kind: ReportKind,
    pub wards_total: i64,
    pub sent: i64,
    pub acknowledged: i64,
    pub returned: i64,
    pub missing: i64,
    pub late: i64,
    pub wards: Vec<WardReports>,
    pub sums: Vec<IndicatorSum>,
}

/// The wards within the reader's scope.
///
/// # Errors
/// 400 for a code that is none, a unit's kind of report, or a year beyond 2000–2100.
pub fn of(cx: &mut Cx<'_, Reports, Read>, query: &OverviewQuery) -> Result<ReportsOverview> {
    let today = cx.today();
    let year = year_of(query.year, today)?;
    let kind = kind_of(query.kind)?;
    let codes = codes(query.codes.as_deref())?;
    let scope = cx.scope().wards();
    type Ward = (Id, String, Json<WardSettings>);
    let named: Vec<Ward> = wards::table
        .filter(wards::id.eq_any(scope))
        .order((wards::name, wards::id))
        .select((wards::id, wards::name, wards::settings))
        .load(cx.conn())?;
    let sent = sent(cx, year, kind)?;
    let values = values_of(cx, &sent)?;
    let mut rows = Vec::with_capacity(named.len());
    for (ward_id, ward_name, settings) in named {
        let report = sent.iter().find(|report| report.ward_id == ward_id);
        let mut figures = Vec::new();
        if let Some(report) = report {
            let mut all = values.get(&report.id).cloned().unwrap_or_default();
            suppress(&mut all, settings.reports.suppress_below);
            figures = all.into_iter().filter(|one| codes.contains(&one.code.as_str())).map(shape).collect();
        }
        let end = report.map(|report| report.period_to).unwrap_or(today);
        let due_on = rules::due_on(kind, year, end, &settings.reports);
        rows.push(WardReports {
            ward_id,
            ward_name,
            report_id: report.map(|report| report.id.clone()),
            status: report.and_then(|report| report.sent_status),
            revision: report.and_then(|report| report.sent_revision),
            sent_at: report.and_then(|report| report.sent_at),
            acknowledged_at: report.and_then(|report| report.acknowledged_at),
            late: report.is_none() && due_on.is_some_and(|day| today > day),
            due_on,
            figures,
        });
    }
    Ok(together(year, kind, rows, &codes))
}

fn codes(asked: Option<&str>) -> Result<Vec<&'static str>> {
    let known = |code: &str| catalogue::indicator(code).map(|one| one.code.as_str());
    match asked {
        None => Ok(SHOWN.iter().filter_map(|code| known(code)).collect()),
        Some("all") => Ok(catalogue::catalogue().indicators.iter().map(|one| one.code.as_str()).collect()),
        Some(text) => {
            let codes: Vec<&'static str> = text
                .split(',')
                .map(|code| known(code.trim()).ok_or_else(|| Error::bad_parameter("codes")))
                .collect::<Result<_>>()?;
            if codes.len() > CODES_MAX { Err(Error::bad_parameter("codes")) } else { Ok(codes) }
        }
    }
}

/// Days are computed from it: beyond the years that plans know they would be written as no client reads them.
fn year_of(asked: Option<i32>, today: NaiveDate) -> Result<i32> {
    let year = asked.unwrap_or(today.year());
    if (2000..=2100).contains(&year) { Ok(year) } else { Err(Error::bad_parameter("year")) }
}

/// Units' reports never leave the ward: asking for theirs would look as if none had been sent.
fn kind_of(kind: Option<ReportKind>) -> Result<ReportKind> {
    let kind = kind.unwrap_or(ReportKind::WardFinal);
    if kind.is_wards() { Ok(kind) } else { Err(Error::bad_parameter("kind")) }
}

/// The last report of the kind that each ward sent for the year.
fn sent(cx: &mut Cx<'_, Reports, Read>, year: i32, kind: ReportKind) -> Result<Vec<ReportRow>> {
    let rows: Vec<ReportRow> = store::within(cx)
        .filter(reports::unit_id.is_null())
        .filter(reports::year.eq(year))
        .filter(reports::kind.eq(kind))
        .filter(reports::sent_revision.is_not_null())
        .order((reports::ward_id, reports::period_to.desc(), reports::id.desc()))
        .select(ReportRow::as_select())
        .load(cx.conn())?;
    let mut newest: Vec<ReportRow> = Vec::new();
    for row in rows {
        if newest.last().is_none_or(|known| known.ward_id != row.ward_id) {
            newest.push(row);
        }
    }
    Ok(newest)
}

/// The numbers of what was sent, with a fixed number of statements for any number of wards.
pub(super) fn values_of(
    cx: &mut Cx<'_, Reports, Read>,
    sent: &[ReportRow],
) -> Result<HashMap<Id, Vec<IndicatorValue>>> {
    let mut values: HashMap<Id, Vec<IndicatorValue>> = HashMap::new();
    for some in sent.chunks(200) {
        let ids: Vec<&Id> = some.iter().map(|report| &report.id).collect();
        let rows: Vec<ValueRow> = report_values::table
            .filter(report_values::report_id.eq_any(ids))
            .order((report_values::report_id, report_values::revision, report_values::position))
            .select(ValueRow::as_select())
            .load(cx.conn())?;
        for row in rows {
            let is_sent =
                |report: &&ReportRow| report.id == row.report_id && report.sent_revision == Some(row.revision);
            if some.iter().any(|report| is_sent(&report)) {
                values.entry(row.report_id).or_default().push(row.figure.into_inner());
            }
        }
    }
    Ok(values)
}

fn shape(one: IndicatorValue) -> WardFigure {
    WardFigure { code: one.code, value: one.value, previous: one.previous, hidden: one.hidden }
}

fn together(year: i32, kind: ReportKind, rows: Vec<WardReports>, codes: &[&'static str]) -> ReportsOverview {
    let count = |is: &dyn Fn(&WardReports) -> bool| {
        i64::try_from(rows.iter().filter(|row| is(row)).count()).unwrap_or(i64::MAX)
    };
    let sum = |code: &&'static str| {
        let indicator = catalogue::indicator(code)?;
        let figures: Vec<&WardFigure> =
            rows.iter().flat_map(|row| &row.figures).filter(|figure| figure.code == *code).collect();
        Some(IndicatorSum {
            code: indicator.code.clone(),
            label: indicator.label.clone(),
            measure: indicator.measure.clone(),
            value: figures.iter().filter_map(|figure| figure.value).sum(),
            wards: i64::try_from(figures.iter().filter(|figure| figure.value.is_some()).count()).unwrap_or(i64::MAX),
            hidden: i64::try_from(figures.iter().filter(|figure| figure.hidden).count()).unwrap_or(i64::MAX),
        })
    };
    ReportsOverview {
        year,
        kind,
        wards_total: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        sent: count(&|row| row.status == Some(ReportStatus::Sent)),
        acknowledged: count(&|row| row.status == Some(ReportStatus::Acknowledged)),
        returned: count(&|row| row.status == Some(ReportStatus::Returned)),
        missing: count(&|row| row.status.is_none()),
        late: count(&|row| row.late),
        sums: codes.iter().filter_map(sum).collect(),
        wards: rows,
    }
}

/// One number in one line, for programs that read tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct IndicatorLine {
    pub ward_id: Id,
    pub ward_name: String,
    pub report_id: Id,
    pub revision: i32,
    pub year: i32,
    pub kind: ReportKind,
    pub period_from: NaiveDate,
    pub period_to: NaiveDate,
    #[schema(example = "children_total")]
    pub code: String,
    pub label: String,
    pub measure: String,
    /// The breakdown and its word; empty for the whole.
    #[schema(example = "sex")]
    pub dimension: String,
    pub key: String,
    pub value: Option<i64>,
    pub hidden: bool,
}

#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct IndicatorQuery {
    /// This year when left out.
    #[param(example = 2024)]
    pub year: Option<i32>,
    /// `ward_final` (default) or `ward_flash`.
    #[param(example = "ward_final")]
    pub kind: Option<ReportKind>,
    /// Of one ward.
    pub ward_id: Option<Id>,
    /// Indicators with commas between; all when left out.
    #[param(example = "children_total,events_held")]
    pub codes: Option<String>,
    /// The breakdowns too.
    pub parts: Option<bool>,
}

/// Every number of what was sent, one a line.
///
/// # Errors
/// 400 for a code that is none, a unit's kind of report, or a year beyond 2000–2100.
pub fn lines(cx: &mut Cx<'_, Reports, Read>, query: &IndicatorQuery) -> Result<Vec<IndicatorLine>> {
    let year = year_of(query.year, cx.today())?;
    let kind = kind_of(query.kind)?;
    let codes = codes(query.codes.as_deref().or(Some("all")))?;
    let mut sent = sent(cx, year, kind)?;
    if let Some(ward) = &query.ward_id {
        sent.retain(|report| report.ward_id == *ward);
    }
    let values = values_of(cx, &sent)?;
    let ids: Vec<&Id> = sent.iter().map(|report| &report.ward_id).collect();
    let named: Vec<(Id, String, Json<WardSettings>)> =
        wards::table.filter(wards::id.eq_any(ids)).select((wards::id, wards::name, wards::settings)).load(cx.conn())?;
    let mut lines = Vec::new();
    for report in &sent {
        let Some((_, name, settings)) = named.iter().find(|(id, ..)| *id == report.ward_id) else { continue };
        let mut all = values.get(&report.id).cloned().unwrap_or_default();
        suppress(&mut all, settings.reports.suppress_below);
        for one in all.into_iter().filter(|one| codes.contains(&one.code.as_str())) {
            let line = |dimension: &str, key: &str, label: &str, value: Option<i64>, hidden: bool| IndicatorLine {
                ward_id: report.ward_id.clone(),
                ward_name: name.clone(),
                report_id: report.id.clone(),
                revision: report.sent_revision.unwrap_or(report.revision),
                year,
                kind,
                period_from: report.period_from,
                period_to: report.period_to,
                code: one.code.clone(),
                label: label.to_owned(),
                measure: one.measure.clone(),
                dimension: dimension.to_owned(),
                key: key.to_owned(),
                value,
                hidden,
            };
            lines.push(line("", "", &one.label, one.value, one.hidden));
            if query.parts == Some(true) {
                // Units are the ward's own affair: their ids mean nothing above.
                let parts = one.parts.iter().filter(|part| !matches!(part.dimension.as_str(), "unit" | "neighborhood"));
                lines.extend(
                    parts.map(|part| line(&part.dimension, &part.key, &part.label, part.value, part.value.is_none())),
                );
            }
        }
    }
    Ok(lines)
}

impl Line for IndicatorLine {
    const TITLE: &'static str = "Số liệu báo cáo";
    const FILE: &'static str = "so-lieu-bao-cao";
    /// The members of the JSON, so that one program reads both.
    const COLUMNS: &'static [&'static str] = &[
        "ward_id",
        "ward_name",
        "report_id",
        "revision",
        "year",
        "kind",
        "period_from",
        "period_to",
        "code",
        "label",
        "measure",
        "dimension",
        "key",
        "value",
        "hidden",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.ward_id.as_str()),
            Cell::text(&self.ward_name),
            Cell::text(self.report_id.as_str()),
            Cell::Number(i64::from(self.revision)),
            Cell::Number(i64::from(self.year)),
            Cell::text(self.kind.as_str()),
            Cell::Text(self.period_from.to_string()),
            Cell::Text(self.period_to.to_string()),
            Cell::text(&self.code),
            Cell::text(&self.label),
            Cell::text(&self.measure),
            Cell::text(&self.dimension),
            Cell::text(&self.key),
            Cell::number(self.value),
            Cell::text(if self.hidden { "true" } else { "false" }),
        ]
    }
}
