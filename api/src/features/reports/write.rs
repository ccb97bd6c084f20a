//! Making and changing reports.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::Serialize;

use super::bodies::{NewReport, NumberChange, ReportChanges, SectionChange};
use super::figures::OwnNumber;
use super::model::{ReportAction, ReportHead, ReportKind, ReportRow, ReportStatus, StepRow};
use super::rules::{self, Side};
use super::{catalogue, content, prefill, store};
use crate::access::subject::{Plans, Reports};
use crate::access::{Create, Cx, Read, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::{report_steps, reports};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::plans::model::PlanStatus;
use crate::features::{plans, wards};
use crate::http::IfMatch;
use crate::input::Checks;
use crate::setup::ReportTerms;

const TITLE_MAX: usize = 300;
const SECTION_MAX: usize = 20_000;
const NUMBER_MAX: i64 = 1_000_000_000_000_000;

pub const DRAFT_PLAN: crate::error::Message = crate::error::Message::new(
    "plan_not_published",
    "Kế hoạch này chưa công bố nên chưa có gì để báo cáo.",
    "This plan is not published, so there is nothing to report.",
);

/// What a change is recorded by: no words, which are long, and no hand-written number's note.
#[derive(Serialize)]
struct Shown<'a> {
    title: &'a str,
    status: ReportStatus,
    revision: i32,
    sent_revision: Option<i32>,
    sent_status: Option<ReportStatus>,
    head: &'a ReportHead,
    sections: Vec<&'a String>,
    numbers: BTreeMap<&'a String, Option<i64>>,
    reason: &'a str,
}

fn shown(row: &ReportRow) -> Shown<'_> {
    Shown {
        title: &row.title,
        status: row.status,
        revision: row.revision,
        sent_revision: row.sent_revision,
        sent_status: row.sent_status,
        head: &row.head,
        sections: row.sections.keys().collect(),
        numbers: row.numbers.iter().map(|(code, own)| (code, own.value)).collect(),
        reason: &row.reason,
    }
}

/// Begins a report; its sections and numbers are there at once.
///
/// # Errors
/// 403 for a kind that is not the writer's, 409 with the id of the one that is there already, 422.
pub fn create(cx: &mut Cx<'_, Reports, Create>, input: &NewReport) -> Result<Id> {
    let side = store::side(cx);
    let unit = match (&side, input.kind.is_wards()) {
        (Side::Ward { .. }, true) => None,
        (Side::Unit(unit) | Side::Ward { unit: Some(unit), .. }, false) => Some(unit.clone()),
        _ => return Err(Error::forbidden(rules::NOT_YOURS)),
    };
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let plan = plans::reference(&mut cx.also::<Plans, Read>()?, &input.plan_id)
        .map_err(|_| Error::field("plan_id", crate::input::UNKNOWN_ID))?;
    if plans::paper(cx, &plan.id)?.status == PlanStatus::Draft {
        return Err(Error::field("plan_id", DRAFT_PLAN));
    }
    let terms = wards::settings(cx, &ward)?.reports;
    let (from, to) = rules::period(input.kind, (plan.starts_on, plan.ends_on), input.day, cx.today())?;
    let head = first_head(cx, input.kind, &ward, &terms)?;
    let now = cx.now();
    let row = ReportRow {
        id: cx.new_id(),
        subject_id: unit.as_ref().unwrap_or(&ward).clone(),
        ward_id: ward,
        unit_id: unit,
        plan_id: plan.id,
        kind: input.kind,
        title: rules::title(input.kind, plan.year, from, to),
        year: plan.year,
        period_from: from,
        period_to: to,
        due_on: rules::due_on(input.kind, plan.year, to, &terms),
        status: ReportStatus::Draft,
        revision: 0,
        sent_revision: None,
        sent_status: None,
        sent_title: None,
        head: Json::new(head),
        sections: Json::new(BTreeMap::new()),
        numbers: Json::new(BTreeMap::new()),
        reason: String::new(),
        submitted_by_id: None,
        submitted_at: None,
        approved_by_id: None,
        approved_for_id: None,
        approved_at: None,
        sent_at: None,
        acknowledged_at: None,
        created_by_id: cx.caller().person().cloned(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    let known: Option<Id> = reports::table
        .filter(reports::subject_id.eq(&row.subject_id))
        .filter(reports::kind.eq(row.kind))
        .filter(reports::plan_id.eq(&row.plan_id))
        .filter(reports::period_to.eq(row.period_to))
        .select(reports::id)
        .first(cx.conn())
        .optional()?;
    if let Some(known) = known {
        return Err(Error::conflict(rules::ALREADY_THERE).extra("report_id", known));
    }
    // Two who begin at the same moment: the second meets the uniqueness of the table.
    match diesel::insert_into(reports::table).values(&row).execute(cx.conn()) {
        Err(diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::UniqueViolation, _)) => {
            return Err(Error::conflict(rules::ALREADY_THERE));
        }
        other => other?,
    };
    audit::record(cx, "create", &row.id, Changes::between(&serde_json::json!({}), &shown(&row)))?;
    Ok(row.id)
}

/// The head that the ward set; where it named nobody, the unit above it and "Như trên".
fn first_head(
    cx: &mut Cx<'_, Reports, Create>,
    kind: ReportKind,
    ward: &Id,
    terms: &ReportTerms,
) -> Result<ReportHead> {
    if !kind.is_wards() {
        return Ok(ReportHead::default());
    }
    let mut head = ReportHead {
        number: None,
        issued_on: None,
        addressee: terms.addressee.clone(),
        recipients: terms.recipients.clone(),
    };
    if head.addressee.is_empty()
        && let Some(above) = wards::above(cx, ward)?
    {
        // A paper writes in full what people shorten.
        head.addressee = match above.strip_prefix("UBND ") {
            Some(place) => format!("Ủy ban nhân dân {place}"),
            None => above,
        };
    }
    if head.recipients.is_empty() && !head.addressee.is_empty() {
        head.recipients.push("Như trên".to_owned());
    }
    Ok(head)
}

/// Changes words and numbers of a report that is being written.
///
/// # Errors
/// 403, 404, 409, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Reports, Update>, id: &Id, if_match: IfMatch, changes: &ReportChanges) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    rules::check_may(&store::side(cx), &before, ReportAction::Edit)?;
    if_match.check_version(before.version, || content::find(cx, id))?;
    rules::next(&before, ReportAction::Edit)?;
    let mut checks = Checks::new();
    let mut after = before.clone();
    if let Some(title) = &changes.title {
        after.title = checks.line("title", title, TITLE_MAX);
    }
    if let Some(head) = &changes.head {
        after.head = Json::new(checked_head(&mut checks, head));
    }
    after.sections = Json::new(with_sections(&mut checks, &before, &changes.sections));
    if !changes.numbers.is_empty() {
        let author = content::author(cx, &before)?;
        let codes: Vec<&str> = catalogue::indicators(author, before.period_to).map(|one| one.code.as_str()).collect();
        after.numbers = Json::new(with_numbers(&mut checks, &before, &changes.numbers, &codes));
    }
    checks.finish()?;
    save(cx, &before, after, "update")
}

fn checked_head(checks: &mut Checks, head: &ReportHead) -> ReportHead {
    if let Some(number) = head.number {
        checks.range("head.number", number, 1, 99_999);
    }
    if let Some(day) = head.issued_on {
        checks.day("head.issued_on", day);
    }
    ReportHead {
        number: head.number,
        issued_on: head.issued_on,
        addressee: checks.optional_line("head.addressee", Some(&head.addressee), 300).unwrap_or_default(),
        recipients: checks.line_list("head.recipients", &head.recipients, 20, 200),
    }
}

fn with_sections(checks: &mut Checks, before: &ReportRow, changes: &[SectionChange]) -> BTreeMap<String, String> {
    let mut sections = before.sections.clone().into_inner();
    for (at, change) in changes.iter().enumerate() {
        let is_known = prefill::outline(before.kind).iter().any(|(known, ..)| *known == change.key);
        if !is_known || prefill::is_heading(&change.key) {
            checks.fail(format!("sections[{at}].key"), rules::UNKNOWN_SECTION);
            continue;
        }
        match &change.body {
            Some(body) => {
                let body = checks.lines(&format!("sections[{at}].body"), body, SECTION_MAX);
                sections.insert(change.key.clone(), body)
            }
            None => sections.remove(&change.key),
        };
    }
    sections
}

fn with_numbers(
    checks: &mut Checks,
    before: &ReportRow,
    changes: &[NumberChange],
    codes: &[&str],
) -> BTreeMap<String, OwnNumber> {
    let mut numbers = before.numbers.clone().into_inner();
    for (at, change) in changes.iter().enumerate() {
        let field = |name: &str| format!("numbers[{at}].{name}");
        if !codes.contains(&change.code.as_str()) {
            checks.fail(field("code"), rules::UNKNOWN_INDICATOR);
            continue;
        }
        if change.reset {
            numbers.remove(&change.code);
            continue;
        }
        for (name, value) in [("value", change.value), ("previous", change.previous)] {
            if let Some(value) = value {
                checks.range(&field(name), value, 0, NUMBER_MAX);
            }
        }
        let note = checks.optional_line(&field("note"), Some(&change.note), 500).unwrap_or_default();
        if note.is_empty() {
            checks.fail(field("note"), rules::NOTE_MISSING);
        }
        numbers.insert(change.code.clone(), OwnNumber { value: change.value, previous: change.previous, note });
    }
    numbers
}

/// Saves a report as its next version, and says in the audit log what differs.
///
/// # Errors
/// 412 when somebody else was quicker.
pub(super) fn save<A: Writes>(
    cx: &mut Cx<'_, Reports, A>,
    before: &ReportRow,
    mut row: ReportRow,
    verb: &str,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = reports::table.find(&before.id).filter(reports::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(content::find(cx, &before.id)?));
    }
    audit::record_in(cx, &before.ward_id, verb, &before.id, Changes::between(&shown(before), &shown(&row)))
}

/// Writes down that something was done with a report.
///
/// # Errors
/// When the database refuses.
pub(super) fn step<A: Writes>(
    cx: &mut Cx<'_, Reports, A>,
    report: &Id,
    revision: i32,
    action: ReportAction,
    note: &str,
) -> Result<()> {
    let row = StepRow {
        id: cx.new_id(),
        report_id: report.clone(),
        revision,
        action,
        note: note.to_owned(),
        by_user_id: cx.caller().person().cloned(),
        unit_id: cx.caller().unit().cloned(),
        at: cx.now(),
    };
    diesel::insert_into(report_steps::table).values(&row).execute(cx.conn())?;
    Ok(())
}
