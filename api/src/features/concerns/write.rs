//! Taking a concern down and mending it.

use diesel::dsl::max;
use diesel::prelude::*;

use super::content::{self, ConcernChild, ConcernParent, Content, Reporter};
use super::model::{
    ConcernAction, ConcernChanges, ConcernRow, ConcernStatus, DangerLevel, NewConcern, ReceivedVia, ScreeningDecision,
    SubjectKind,
};
use super::rules::{self, TOLD_IN_FUTURE};
use super::store;
use crate::access::subject::Concerns;
use crate::access::{Create, Cx, Deed, Role, UnitKind, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::concerns;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::notifications::{self, Kind};
use crate::features::{units, wards};
use crate::http::IfMatch;
use crate::input::{Checks, UNKNOWN_ID};
use crate::keys::sealed::{CONCERN_REPORTERS, CONCERNS};

/// How a concern came, beside what it says.
#[derive(Default)]
pub struct Way {
    pub is_public: bool,
    pub is_suspect: bool,
    pub follow_up_index: Option<String>,
}

/// Takes a concern down; the ward's officers and leaders are told at once.
///
/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Concerns, Create>, input: &NewConcern, way: Way) -> Result<Id> {
    let ward = cx.actor().ward_id.clone().ok_or_else(Error::not_found)?;
    let now = cx.now();
    let mut checks = Checks::new();
    let content = check_content(&mut checks, input);
    let reporter = input.reporter.as_ref().map(|reporter| check_reporter(&mut checks, reporter)).unwrap_or_default();
    if input.told_at.is_some_and(|at| at > now) {
        checks.fail("told_at", TOLD_IN_FUTURE);
    }
    if let Some(unit) = &input.neighborhood_id
        && !is_neighborhood(cx, unit)?
    {
        checks.fail("neighborhood_id", UNKNOWN_ID);
    }
    checks.finish()?;
    // A neighborhood that says nothing else means its own place.
    let own = (cx.actor().role == Role::Neighborhood).then(|| cx.actor().unit_id.clone());
    let (year, number) = next_number(cx, &ward)?;
    let (id, vault) = (cx.new_id(), &cx.services().vault);
    let row = ConcernRow {
        content: content::seal(vault, &CONCERNS, &id, &content)?,
        reporter: seal_reporter(cx, &id, &reporter)?,
        code: format!("TB-{year}-{number:04}"),
        year,
        number,
        received_at: now,
        told_at: input.told_at,
        known_at: input.told_at.map_or(now, |told| told.min(now)),
        received_via: input.received_via.unwrap_or(ReceivedVia::Other),
        subject_kind: input.subject_kind.unwrap_or(SubjectKind::Unclear),
        danger_level: input.danger_level.unwrap_or(DangerLevel::Unknown),
        status: ConcernStatus::Received,
        is_public: way.is_public,
        is_suspect: way.is_suspect,
        created_by_id: cx.actor().person().cloned(),
        unit_id: cx.actor().unit().cloned(),
        neighborhood_id: input.neighborhood_id.clone().or(own),
        follow_up_index: way.follow_up_index,
        decision: None,
        screening: String::new(),
        screened_by_id: None,
        screened_at: None,
        confirmed_by_id: None,
        confirmed_at: None,
        duplicate_of_id: None,
        referred_unit_id: None,
        case_id: None,
        told_step: 0,
        updated_at: now,
        version: 1,
        ward_id: ward,
        id,
    };
    diesel::insert_into(concerns::table).values(&row).execute(cx.conn())?;
    // What looks like spam waits in the list: a flood must not drown the bell.
    if !row.is_suspect {
        let desk = [Role::SocialOfficer, Role::Leader];
        notifications::send_to_roles(cx, &row.ward_id, &desk, Kind::ConcernReceived, &row.id)?;
    }
    audit::record(cx, "create", &row.id, Changes::none())?;
    Ok(row.id)
}

fn is_neighborhood<A: Deed>(cx: &mut Cx<'_, Concerns, A>, unit: &Id) -> Result<bool> {
    Ok(units::in_use(cx, [unit])?.get(unit).is_some_and(|unit| unit.kind == UnitKind::Neighborhood))
}

/// The next number of the year; one at a time in a ward.
fn next_number<A: Writes>(cx: &mut Cx<'_, Concerns, A>, ward: &Id) -> Result<(i32, i32)> {
    use chrono::Datelike;
    wards::take_turns(cx)?;
    let year = cx.today().year();
    let last: Option<i32> = concerns::table
        .filter(concerns::ward_id.eq(ward))
        .filter(concerns::year.eq(year))
        .select(max(concerns::number))
        .first(cx.conn())?;
    Ok((year, last.unwrap_or(0) + 1))
}

fn check_content(checks: &mut Checks, input: &NewConcern) -> Content {
    Content {
        narrative: checks.required_lines("narrative", &input.narrative, 20_000),
        child: check_child(checks, &input.child),
        place: checks.lines("place", &input.place, 500),
        condition: checks.lines("condition", &input.condition, 4000),
        consequences: checks.lines("consequences", &input.consequences, 4000),
        father: check_parent(checks, "father", &input.father),
        mother: check_parent(checks, "mother", &input.mother),
        family: checks.lines("family", &input.family, 4000),
        carer: checks.lines("carer", &input.carer, 1000),
        actions_taken: checks.lines("actions_taken", &input.actions_taken, 4000),
        as_told: None,
    }
}

fn check_child(checks: &mut Checks, child: &ConcernChild) -> ConcernChild {
    if let Some(age) = child.estimated_age {
        checks.range("child.estimated_age", age, 0, 17);
    }
    if let Some(day) = child.date_of_birth {
        checks.day("child.date_of_birth", day);
    }
    let line = |checks: &mut Checks, field: &str, text: &str, max| {
        checks.optional_line(field, Some(text), max).unwrap_or_default()
    };
    ConcernChild {
        full_name: line(checks, "child.full_name", &child.full_name, 120),
        address: line(checks, "child.address", &child.address, 300),
        ..child.clone()
    }
}

fn check_parent(checks: &mut Checks, field: &str, parent: &ConcernParent) -> ConcernParent {
    if let Some(age) = parent.age {
        checks.range(&format!("{field}.age"), age, 10, 120);
    }
    let line = |checks: &mut Checks, member: &str, text: &str| {
        checks.optional_line(&format!("{field}.{member}"), Some(text), 200).unwrap_or_default()
    };
    ConcernParent {
        full_name: line(checks, "full_name", &parent.full_name),
        age: parent.age,
        occupation: line(checks, "occupation", &parent.occupation),
    }
}

fn check_reporter(checks: &mut Checks, reporter: &Reporter) -> Reporter {
    let line = |checks: &mut Checks, member: &str, text: &str, max| {
        checks.optional_line(&format!("reporter.{member}"), Some(text), max).unwrap_or_default()
    };
    Reporter {
        name: line(checks, "name", &reporter.name, 120),
        // As they said it: a wrong number must not lose a concern.
        phone: line(checks, "phone", &reporter.phone, 40),
        address: line(checks, "address", &reporter.address, 300),
        note: checks.lines("reporter.note", &reporter.note, 1000),
    }
}

fn seal_reporter<A: Deed>(cx: &Cx<'_, Concerns, A>, id: &Id, reporter: &Reporter) -> Result<String> {
    if reporter.is_empty() {
        return Ok(String::new());
    }
    content::seal(&cx.services().vault, &CONCERN_REPORTERS, id, reporter)
}

/// Adds what was heard later.
///
/// # Errors
/// 404, 409, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Concerns, Update>, id: &Id, if_match: IfMatch, changes: &ConcernChanges) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    rules::check(before.status, ConcernAction::Edit)?;
    let old: Content = content::open(&cx.services().vault, &CONCERNS, id, &before.content)?;
    let as_told = old.as_told.clone().unwrap_or_else(|| Box::new(old.clone()));
    let said = |new: &Option<String>, old: &String| new.clone().unwrap_or_else(|| old.clone());
    let merged = NewConcern {
        narrative: said(&changes.narrative, &old.narrative),
        child: changes.child.clone().unwrap_or(old.child),
        place: said(&changes.place, &old.place),
        condition: said(&changes.condition, &old.condition),
        consequences: said(&changes.consequences, &old.consequences),
        father: changes.father.clone().unwrap_or(old.father),
        mother: changes.mother.clone().unwrap_or(old.mother),
        family: said(&changes.family, &old.family),
        carer: said(&changes.carer, &old.carer),
        actions_taken: said(&changes.actions_taken, &old.actions_taken),
        ..NewConcern::default()
    };
    let mut checks = Checks::new();
    let content = Content { as_told: Some(as_told), ..check_content(&mut checks, &merged) };
    let neighborhood_id = changes.neighborhood_id.clone().unwrap_or_else(|| before.neighborhood_id.clone());
    if let Some(unit) = &neighborhood_id
        && !is_neighborhood(cx, unit)?
    {
        checks.fail("neighborhood_id", UNKNOWN_ID);
    }
    checks.finish()?;
    let after = ConcernRow {
        content: content::seal(&cx.services().vault, &CONCERNS, id, &content)?,
        received_via: changes.received_via.unwrap_or(before.received_via),
        subject_kind: changes.subject_kind.unwrap_or(before.subject_kind),
        danger_level: changes.danger_level.unwrap_or(before.danger_level),
        neighborhood_id,
        ..before.clone()
    };
    save(cx, &before, after)?;
    audit::record(cx, "update", id, Changes::none())
}

/// Writes a row that nobody changed since it was read.
///
/// # Errors
/// 412.
pub fn save<A: Writes>(cx: &mut Cx<'_, Concerns, A>, before: &ConcernRow, mut row: ConcernRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = concerns::table.find(&before.id).filter(concerns::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    Ok(())
}

/// Marks a concern as part of a case: how its screening ended.
///
/// # Errors
/// 404, 409.
pub fn join_case(cx: &mut Cx<'_, Concerns, Update>, id: &Id, decision: ScreeningDecision, case: &Id) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    rules::check(before.status, ConcernAction::Screen)?;
    let after = ConcernRow {
        status: rules::after(decision),
        decision: Some(decision),
        screened_by_id: cx.actor().person().cloned(),
        screened_at: Some(cx.now()),
        case_id: Some(case.clone()),
        ..before.clone()
    };
    save(cx, &before, after)?;
    audit::record(cx, "screen", id, Changes::none())
}

/// What another commune of this installation passed on: its words as a new concern of this ward.
///
/// # Errors
/// When the database refuses.
pub fn receive_transferred(
    cx: &mut Cx<'_, Concerns, Create>,
    content: &Content,
    danger_level: DangerLevel,
) -> Result<Id> {
    let input = NewConcern {
        narrative: content.narrative.clone(),
        received_via: Some(ReceivedVia::OtherCommune),
        subject_kind: Some(SubjectKind::AtRisk),
        danger_level: Some(danger_level),
        child: content.child.clone(),
        place: content.place.clone(),
        condition: content.condition.clone(),
        actions_taken: content.actions_taken.clone(),
        ..NewConcern::default()
    };
    create(cx, &input, Way::default())
}
