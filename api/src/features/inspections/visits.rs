//! What the team found in one unit.

use diesel::prelude::*;

use super::model::{InspectionAction, InspectionRow, VisitChanges, VisitRow};
use super::rules::{self, IN_FUTURE};
use super::{store, write};
use crate::access::subject::Inspections;
use crate::access::{Cx, Update};
use crate::attachments::{self, OwnerKind};
use crate::audit::{self, Changes};
use crate::db::schema::inspection_visits;
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::http::IfMatch;
use crate::input::Checks;

/// Writes down what was found. Two of the team may each write another unit's visit: a visit has its own version.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Inspections, Update>,
    inspection: &Id,
    id: &Id,
    if_match: IfMatch,
    changes: &VisitChanges,
) -> Result<()> {
    store::find_to_write(cx, inspection)?;
    let (row, before) = store::find_visit(cx, inspection, id)?;
    if_match.check_version(before.version, || store::visit(cx, inspection, id))?;
    rules::next(row.status, InspectionAction::Visit)?;
    let mut after = checked(cx, &row, applied(&before, changes))?;
    after.version = before.version + 1;
    after.updated_at = cx.now();
    let unchanged = inspection_visits::table.find(id).filter(inspection_visits::version.eq(before.version));
    if diesel::update(unchanged).set(&after).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::visit(cx, inspection, id)?));
    }
    for file in &changes.remove_attachment_ids {
        attachments::let_one_go(cx, OwnerKind::InspectionVisit, id, file)?;
    }
    attachments::give(cx, &changes.add_attachment_ids, OwnerKind::InspectionVisit, id, "add_attachment_ids")?;
    write::touch(cx, inspection)?;
    let mut differences = Changes::between(&before, &after).field("unit", &before.unit_id, &before.unit_id);
    let files = changes.add_attachment_ids.len() + changes.remove_attachment_ids.len();
    if files > 0 {
        differences = differences.field("files", &changes.remove_attachment_ids, &changes.add_attachment_ids);
    }
    audit::record(cx, "visit", inspection, differences)
}

fn applied(before: &VisitRow, changes: &VisitChanges) -> VisitRow {
    let mut row = before.clone();
    row.visited_on = changes.visited_on.unwrap_or(row.visited_on);
    for (new, old) in [(&changes.begun, &mut row.begun), (&changes.ended, &mut row.ended)] {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    let texts = [
        (&changes.place, &mut row.place),
        (&changes.findings, &mut row.findings),
        (&changes.positives, &mut row.positives),
        (&changes.unit_opinion, &mut row.unit_opinion),
    ];
    for (new, old) in texts {
        if let Some(new) = new {
            old.clone_from(new);
        }
    }
    if let Some(present) = &changes.present {
        row.present = Json::new(present.clone());
    }
    if let Some(answers) = &changes.answers {
        row.answers = Json::new(answers.clone());
    }
    row
}

fn checked(cx: &Cx<'_, Inspections, Update>, inspection: &InspectionRow, row: VisitRow) -> Result<VisitRow> {
    let mut checks = Checks::new();
    if let Some(day) = row.visited_on {
        checks.day("visited_on", day);
        if day > cx.today() {
            checks.fail("visited_on", IN_FUTURE);
        }
    }
    let begun = rules::check_time(&mut checks, "begun", row.begun.as_deref());
    let ended = rules::check_time(&mut checks, "ended", row.ended.as_deref());
    let place = checks.optional_line("place", Some(&row.place), 300).unwrap_or_default();
    let present = rules::check_members(&mut checks, "present", &row.present);
    let answers = rules::check_answers(&mut checks, &inspection.topics, &row.answers);
    let findings = checks.lines("findings", &row.findings, rules::TEXT_MAX);
    let positives = checks.lines("positives", &row.positives, rules::TEXT_MAX);
    let unit_opinion = checks.lines("unit_opinion", &row.unit_opinion, rules::TEXT_MAX);
    checks.finish()?;
    let (present, answers) = (Json::new(present), Json::new(answers));
    Ok(VisitRow { begun, ended, place, present, answers, findings, positives, unit_opinion, ..row })
}
