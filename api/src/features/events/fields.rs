//! The fields of an event: cleaned, checked, patched.

use serde::Serialize;

use super::bodies::EventChanges;
use super::model::{
    BudgetLine, EventDetails, EventOutcome, EventPerson, EventRow, EventStatus, MapPoint, ProgrammeLine,
};
use super::rules;
use crate::access::subject::{Events, Plans, Tasks};
use crate::access::{Cx, Read, UnitKind, Writes};
use crate::db::types::{Id, Instant, Json};
use crate::error::{Message, Result};
use crate::features::{plans, tasks, units};
use crate::input::{Checks, DUPLICATE, TOO_MANY, UNKNOWN_ID};

pub const LEAD_JOINS: Message = Message::new(
    "lead_joins",
    "Đơn vị chủ trì không đồng thời là đơn vị phối hợp.",
    "The lead unit cannot be a joining unit too.",
);
pub const BAD_TIME: Message =
    Message::new("bad_time", "Giờ ghi như 07:30, từ 00:00 đến 23:59.", "Write the time like 07:30.");
pub const BAD_POINT: Message = Message::new(
    "bad_point",
    "Vị trí trên bản đồ không đúng: vĩ độ −90 đến 90, kinh độ −180 đến 180.",
    "The place on the map is not right: latitude −90 to 90, longitude −180 to 180.",
);

/// The longest a title or a place may be, in characters.
pub const TITLE_MAX: usize = 300;
const TEXT_MAX: usize = 8000;
const PEOPLE_MAX: i32 = 100_000;
const MONEY_MAX: i64 = 1_000_000_000_000;
const LINES_MAX: usize = 100;

/// What a change is recorded by; no phone numbers.
#[derive(Serialize)]
pub(super) struct Shown<'a> {
    title: &'a str,
    starts_at: Instant,
    ends_at: Instant,
    place: &'a str,
    lead_unit_id: &'a Id,
    status: EventStatus,
    status_reason: &'a str,
    expected_children: i32,
    expected_adults: i32,
    actual_children: Option<i32>,
    actual_adults: Option<i32>,
    is_public: bool,
    safety_plan_required: bool,
}

pub(super) fn shown(row: &EventRow) -> Shown<'_> {
    Shown {
        title: &row.title,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        place: &row.place,
        lead_unit_id: &row.lead_unit_id,
        status: row.status,
        status_reason: &row.status_reason,
        expected_children: row.expected_children,
        expected_adults: row.expected_adults,
        actual_children: row.actual_children,
        actual_adults: row.actual_adults,
        is_public: row.is_public,
        safety_plan_required: row.safety_plan_required,
    }
}

/// The row after a merge patch.
pub(super) fn apply(checks: &mut Checks, before: &EventRow, changes: &EventChanges) -> EventRow {
    let mut row = before.clone();
    if let Some(title) = &changes.title {
        row.title = checks.line("title", title, TITLE_MAX);
    }
    if let Some(place) = &changes.place {
        row.place = checks.line("place", place, TITLE_MAX);
    }
    if let Some(details) = &changes.details {
        row.details = Json::new(self::details(checks, details));
    }
    if let Some(budget) = &changes.budget {
        row.budget = Json::new(self::budget(checks, budget));
    }
    if let Some(conditions) = changes.conditions {
        row.conditions = Json::new(conditions);
    }
    if let Some(point) = changes.point {
        row.point = Json::new(point);
    }
    row.kind = changes.kind.unwrap_or(row.kind);
    row.starts_at = changes.starts_at.unwrap_or(row.starts_at);
    row.ends_at = changes.ends_at.unwrap_or(row.ends_at);
    row.neighborhood_id = changes.neighborhood_id.clone().unwrap_or(row.neighborhood_id);
    row.lead_unit_id = changes.lead_unit_id.clone().unwrap_or(row.lead_unit_id);
    row.section_id = changes.section_id.clone().unwrap_or(row.section_id);
    row.task_id = changes.task_id.clone().unwrap_or(row.task_id);
    row.expected_children = changes.expected_children.unwrap_or(row.expected_children);
    row.expected_adults = changes.expected_adults.unwrap_or(row.expected_adults);
    row.is_public = changes.is_public.unwrap_or(row.is_public);
    row
}

/// What every event must keep, whether it is new or changed.
pub(super) fn check<A: Writes>(
    cx: &mut Cx<'_, Events, A>,
    checks: &mut Checks,
    row: &EventRow,
    joining: &[Id],
) -> Result<()> {
    rules::check_times(checks, row.starts_at, row.ends_at);
    checks.range("expected_children", row.expected_children, 0, PEOPLE_MAX);
    checks.range("expected_adults", row.expected_adults, 0, PEOPLE_MAX);
    if row.point.is_some_and(|point| !is_on_earth(point)) {
        checks.fail("point", BAD_POINT);
    }
    check_units(cx, checks, row, joining)?;
    if let Some(task) = &row.task_id
        && tasks::find(&mut cx.also::<Tasks, Read>()?, task).is_err()
    {
        checks.fail("task_id", UNKNOWN_ID);
    }
    if let Some(section) = &row.section_id
        && !plans::has_section(&mut cx.also::<Plans, Read>()?, section)?
    {
        checks.fail("section_id", UNKNOWN_ID);
    }
    Ok(())
}

fn is_on_earth(point: MapPoint) -> bool {
    (-90.0..=90.0).contains(&point.lat) && (-180.0..=180.0).contains(&point.lng)
}

fn check_units<A: Writes>(
    cx: &mut Cx<'_, Events, A>,
    checks: &mut Checks,
    row: &EventRow,
    joining: &[Id],
) -> Result<()> {
    let wanted = joining.iter().chain([&row.lead_unit_id]).chain(&row.neighborhood_id);
    let known = units::in_use(cx, wanted)?;
    if !known.contains_key(&row.lead_unit_id) {
        checks.fail("lead_unit_id", UNKNOWN_ID);
    }
    let is_neighborhood = |id: &Id| known.get(id).is_some_and(|unit| unit.kind == UnitKind::Neighborhood);
    if row.neighborhood_id.as_ref().is_some_and(|id| !is_neighborhood(id)) {
        checks.fail("neighborhood_id", UNKNOWN_ID);
    }
    for (at, unit) in joining.iter().enumerate() {
        let field = format!("joining_unit_ids[{at}]");
        if !known.contains_key(unit) {
            checks.fail(field, UNKNOWN_ID);
        } else if *unit == row.lead_unit_id {
            checks.fail(field, LEAD_JOINS);
        } else if joining.iter().take(at).any(|earlier| earlier == unit) {
            checks.fail(field, DUPLICATE);
        }
    }
    Ok(())
}

/// The details, cleaned.
pub(super) fn details(checks: &mut Checks, input: &EventDetails) -> EventDetails {
    bounded(checks, "details.programme", input.programme.len());
    bounded(checks, "details.staff", input.staff.len());
    let line = |checks: &mut Checks, field: &str, text: &str| checks.lines(field, text, TEXT_MAX);
    EventDetails {
        purpose: line(checks, "details.purpose", &input.purpose),
        audience: line(checks, "details.audience", &input.audience),
        form: line(checks, "details.form", &input.form),
        contribution: line(checks, "details.contribution", &input.contribution),
        note: line(checks, "details.note", &input.note),
        capacity: input.capacity.map(|capacity| checks.range("details.capacity", capacity, 1, PEOPLE_MAX)),
        programme: input.programme.iter().take(LINES_MAX).enumerate().map(|(at, one)| step(checks, at, one)).collect(),
        staff: input.staff.iter().take(LINES_MAX).enumerate().map(|(at, one)| person(checks, at, one)).collect(),
    }
}

fn bounded(checks: &mut Checks, field: &str, count: usize) {
    if count > LINES_MAX {
        checks.fail_with(field, TOO_MANY, vec![("max", LINES_MAX.to_string())]);
    }
}

fn step(checks: &mut Checks, at: usize, input: &ProgrammeLine) -> ProgrammeLine {
    let field = |name: &str| format!("details.programme[{at}].{name}");
    let time = checks.optional_line(&field("time"), input.time.as_deref(), 5);
    if time.as_deref().is_some_and(|time| chrono::NaiveTime::parse_from_str(time, "%H:%M").is_err()) {
        checks.fail(field("time"), BAD_TIME);
    }
    ProgrammeLine {
        time,
        what: checks.line(&field("what"), &input.what, 500),
        who: checks.optional_line(&field("who"), Some(&input.who), TITLE_MAX).unwrap_or_default(),
    }
}

fn person(checks: &mut Checks, at: usize, input: &EventPerson) -> EventPerson {
    let field = |name: &str| format!("details.staff[{at}].{name}");
    EventPerson {
        name: checks.line(&field("name"), &input.name, 120),
        phone: checks.phone(&field("phone"), input.phone.as_deref()),
        duty: checks.optional_line(&field("duty"), Some(&input.duty), TITLE_MAX).unwrap_or_default(),
    }
}

/// The money, cleaned.
pub(super) fn budget(checks: &mut Checks, input: &[BudgetLine]) -> Vec<BudgetLine> {
    bounded(checks, "budget", input.len());
    let clean = |(at, line): (usize, &BudgetLine)| {
        checks.range(&format!("budget[{at}].planned"), line.planned, 0, MONEY_MAX);
        checks.range(&format!("budget[{at}].spent"), line.spent, 0, MONEY_MAX);
        let note = checks.optional_line(&format!("budget[{at}].note"), Some(&line.note), TITLE_MAX);
        BudgetLine { note: note.unwrap_or_default(), ..line.clone() }
    };
    input.iter().take(LINES_MAX).enumerate().map(clean).collect()
}

/// How it went, cleaned.
pub(super) fn outcome(checks: &mut Checks, input: &EventOutcome) -> EventOutcome {
    EventOutcome {
        summary: checks.required_lines("outcome.summary", &input.summary, TEXT_MAX),
        shortcomings: checks.lines("outcome.shortcomings", &input.shortcomings, TEXT_MAX),
        proposals: checks.lines("outcome.proposals", &input.proposals, TEXT_MAX),
    }
}
