//! Who has handed in a report and who has not; what units wrote, for the ward's report.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::bodies::{DueQuery, RemindedUnits, ReportReminder, ReportsDue, UnitReportState, UnitText};
use super::model::{ReportKind, ReportLine, ReportRow, ReportStatus, RevisionRow};
use super::rules::{self, Side};
use super::store;
use crate::access::subject::{Plans, Reports};
use crate::access::{Cx, Deed, Read, UnitKind, Update};
use crate::audit::{self, Changes};
use crate::db::schema::{report_reminders, report_revisions, reports};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::notifications::{self, Kind};
use crate::features::plans::PlanRef;
use crate::features::units::model::UnitRef;
use crate::features::{plans, units, wards};
use crate::input::UNKNOWN_ID;

pub const UNITS_ONLY: Message = Message::new(
    "units_only",
    "Chỉ theo dõi báo cáo của đơn vị: unit_week hoặc unit_final.",
    "Only reports of units are followed so: unit_week or unit_final.",
);

/// Sections of a unit's report that have a place in the ward's.
const GATHERED: [&str; 2] = ["weaknesses", "proposals"];

/// What counts as handed in.
const HANDED_IN: [ReportStatus; 4] =
    [ReportStatus::Submitted, ReportStatus::Approved, ReportStatus::Sent, ReportStatus::Acknowledged];

/// The units that report to the ward: all but the desks that write the ward's own report.
fn reporting<A: Deed>(cx: &mut Cx<'_, Reports, A>, ward: &Id) -> Result<Vec<UnitRef>> {
    let mut active = units::active(cx, ward)?;
    active.retain(|unit| !matches!(unit.kind, UnitKind::Leadership | UnitKind::SocialPolicy | UnitKind::Superior));
    let ids: Vec<Id> = active.into_iter().map(|unit| unit.id).collect();
    let mut found: Vec<UnitRef> = units::references(cx, &ids)?.into_values().collect();
    found.sort_by_cached_key(|unit| (unit.kind, units::natural_key(&unit.name)));
    Ok(found)
}

/// What units wrote in their own reports of the same plan, and how many have not handed in theirs.
///
/// # Errors
/// When the database refuses.
pub fn gathered<A: Deed>(cx: &mut Cx<'_, Reports, A>, row: &ReportRow) -> Result<(Vec<UnitText>, usize)> {
    let units = reporting(cx, &row.ward_id)?;
    let handed_in: Vec<ReportRow> = reports::table
        .filter(reports::plan_id.eq(&row.plan_id))
        .filter(reports::kind.eq(ReportKind::UnitFinal))
        .filter(reports::status.eq_any(HANDED_IN))
        .select(ReportRow::as_select())
        .load(cx.conn())?;
    let ids: Vec<&Id> = handed_in.iter().map(|report| &report.id).collect();
    let revisions: Vec<RevisionRow> = report_revisions::table
        .filter(report_revisions::report_id.eq_any(ids))
        .select(RevisionRow::as_select())
        .load(cx.conn())?;
    let latest: HashMap<(&Id, i32), &RevisionRow> =
        revisions.iter().map(|one| ((&one.report_id, one.revision), one)).collect();
    let mut texts = Vec::new();
    let mut missing = 0;
    for unit in units {
        let Some(report) = handed_in.iter().find(|report| report.unit_id.as_ref() == Some(&unit.id)) else {
            missing += 1;
            continue;
        };
        let Some(revision) = latest.get(&(&report.id, report.revision)) else { continue };
        let told = revision.sections.iter().filter(|section| GATHERED.contains(&section.key.as_str()));
        // "Không có." is what a unit says that met with none.
        let told = told.filter(|section| !section.body.trim().is_empty() && section.body.trim() != "Không có.");
        texts.extend(told.map(|section| UnitText {
            unit: unit.clone(),
            report_id: report.id.clone(),
            section: section.key.clone(),
            text: section.body.trim().to_owned(),
        }));
    }
    Ok((texts, missing))
}

fn plan<A: Deed>(cx: &mut Cx<'_, Reports, A>, id: Option<&Id>) -> Result<PlanRef> {
    let mut cx = cx.also::<Plans, Read>()?;
    match id {
        Some(id) => plans::reference(&mut cx, id),
        None => plans::current(&mut cx)?.ok_or_else(Error::not_found),
    }
}

/// Who of the ward's units has handed in its report of a period; for a unit only itself.
///
/// # Errors
/// 404 for a plan that is not there, 422 for days outside of it.
pub fn of<A: Deed>(cx: &mut Cx<'_, Reports, A>, query: &DueQuery) -> Result<ReportsDue> {
    let kind = query.kind.unwrap_or(ReportKind::UnitFinal);
    if kind.is_wards() {
        return Err(Error::field("kind", UNITS_ONLY));
    }
    let plan = plan(cx, query.plan_id.as_ref())?;
    let (from, to) = rules::period(kind, (plan.starts_on, plan.ends_on), query.day, cx.today())?;
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let terms = wards::settings(cx, &ward)?.reports;
    let due_on = rules::due_on(kind, plan.year, to, &terms).unwrap_or(to);
    let mut units = reporting(cx, &ward)?;
    if let Side::Unit(own) = store::side(cx) {
        units.retain(|unit| unit.id == own);
    }
    let rows: Vec<ReportRow> = store::within(cx)
        .filter(reports::plan_id.eq(plan.id.clone()))
        .filter(reports::kind.eq(kind))
        .filter(reports::period_to.eq(to))
        .select(ReportRow::as_select())
        .load(cx.conn())?;
    let mut by_unit: HashMap<Id, ReportLine> = HashMap::new();
    for line in store::lines(cx, &rows)? {
        if let Some(unit) = &line.unit {
            by_unit.insert(unit.id.clone(), line);
        }
    }
    let reminders = reminders(cx, &plan.id, kind, to)?;
    let state = |unit: UnitRef| {
        let report = by_unit.remove(&unit.id);
        let is_missing = report.as_ref().is_none_or(|line| !HANDED_IN.contains(&line.status));
        let sent = reminders.get(&unit.id);
        UnitReportState {
            report,
            is_missing,
            reminded: sent.map_or(0, |(times, _)| *times),
            last_reminded_at: sent.map(|(_, at)| *at),
            unit,
        }
    };
    let mut units: Vec<UnitReportState> = units.into_iter().map(state).collect();
    // Whoever is missing first: that is what the page is for.
    units.sort_by_key(|state| !state.is_missing);
    let missing = i64::try_from(units.iter().filter(|state| state.is_missing).count()).unwrap_or(i64::MAX);
    Ok(ReportsDue {
        plan_id: plan.id,
        kind,
        period_from: from,
        period_to: to,
        due_on,
        late: cx.today() > due_on,
        handed_in: i64::try_from(units.len()).unwrap_or(i64::MAX) - missing,
        missing,
        units,
    })
}

fn reminders<A: Deed>(
    cx: &mut Cx<'_, Reports, A>,
    plan: &Id,
    kind: ReportKind,
    to: NaiveDate,
) -> Result<HashMap<Id, (i64, Instant)>> {
    let rows: Vec<(Id, Instant)> = report_reminders::table
        .filter(report_reminders::plan_id.eq(plan))
        .filter(report_reminders::kind.eq(kind))
        .filter(report_reminders::period_to.eq(to))
        .order(report_reminders::id)
        .select((report_reminders::unit_id, report_reminders::sent_at))
        .load(cx.conn())?;
    let mut sent: HashMap<Id, (i64, Instant)> = HashMap::new();
    for (unit, at) in rows {
        let entry = sent.entry(unit).or_insert((0, at));
        *entry = (entry.0 + 1, at);
    }
    Ok(sent)
}

/// Reminds units whose report is missing; those that have handed it in are left in peace.
///
/// # Errors
/// 403 for a unit, 404, 422.
pub fn remind(cx: &mut Cx<'_, Reports, Update>, input: &ReportReminder) -> Result<RemindedUnits> {
    if !matches!(store::side(cx), Side::Ward { .. }) {
        return Err(Error::forbidden(rules::NOT_YOURS));
    }
    let query = DueQuery { plan_id: Some(input.plan_id.clone()), kind: Some(input.kind), day: input.day };
    let due = of(cx, &query)?;
    if let Some(unknown) = input.unit_ids.iter().position(|id| due.units.iter().all(|state| state.unit.id != *id)) {
        return Err(Error::field(&format!("unit_ids[{unknown}]"), UNKNOWN_ID));
    }
    let chosen = |state: &&UnitReportState| {
        state.is_missing && (input.unit_ids.is_empty() || input.unit_ids.contains(&state.unit.id))
    };
    let ids: Vec<Id> = due.units.iter().filter(chosen).map(|state| state.unit.id.clone()).collect();
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let (now, by) = (cx.now(), cx.caller().person().cloned());
    for unit in &ids {
        diesel::insert_into(report_reminders::table)
            .values((
                report_reminders::id.eq(cx.new_id()),
                report_reminders::ward_id.eq(&ward),
                report_reminders::plan_id.eq(&due.plan_id),
                report_reminders::kind.eq(due.kind),
                report_reminders::period_to.eq(due.period_to),
                report_reminders::unit_id.eq(unit),
                report_reminders::sent_by_id.eq(&by),
                report_reminders::sent_at.eq(now),
            ))
            .execute(cx.conn())?;
    }
    notifications::send_to_units(cx, &ids, Kind::ReportReminder, &due.plan_id)?;
    audit::record(cx, "remind", &due.plan_id, Changes::none().field("units", (), &ids))?;
    Ok(RemindedUnits { reminded: ids.len() })
}
