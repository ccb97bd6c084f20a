//! Recording injuries. What happened in words is sealed, like a child's history.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{InjuryCancellation, InjuryChanges, InjuryRow, NewInjury};
use super::rules::{self, BEFORE_BIRTH, CANCELLED, CHILD_UNKNOWN, IN_FUTURE, NO_CHILD, SEX_MISSING};
use super::store;
use crate::access::subject::{Children, Injuries};
use crate::access::{Create, Cx, Read, Role, Subject, UnitKind, Update, Writes};
use crate::audit::{self, Changes};
use crate::crypto::Vault;
use crate::db::schema::injuries;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::features::children::model::Sex;
use crate::features::children::roster::{self, Pupil};
use crate::features::units;
use crate::http::IfMatch;
use crate::input::{Checks, REQUIRED, UNKNOWN_ID};
use crate::keys::sealed::{self, Place};

fn place(id: &Id) -> Place {
    sealed::INJURIES.of(id)
}

/// What happened, in words.
///
/// # Errors
/// When the key is missing or the text was moved from another row.
pub fn open(vault: &Vault, row: &InjuryRow) -> Result<String> {
    if row.description.is_empty() {
        return Ok(String::new());
    }
    vault.open(&place(&row.id), &row.description).map_err(Error::internal)
}

fn seal(vault: &Vault, id: &Id, text: &str) -> Result<String> {
    if text.is_empty() {
        return Ok(String::new());
    }
    vault.seal(&place(id), text).map_err(Error::internal)
}

/// # Errors
/// 422 with the fields.
pub fn create(cx: &mut Cx<'_, Injuries, Create>, input: &NewInjury) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let happened_on = check_day(&mut checks, input.happened_on, cx.today());
    let child = match &input.child_id {
        Some(id) => {
            let found = roster::chosen(&mut cx.also::<Children, Read>()?, std::slice::from_ref(id))?.remove(id);
            if found.is_none() {
                checks.fail("child_id", CHILD_UNKNOWN);
            }
            found
        }
        None => None,
    };
    let sex = check_sex(&mut checks, child.as_ref(), input.sex);
    let age = check_age(&mut checks, child.as_ref(), input, happened_on);
    let (neighborhood_id, school_id) = check_units(cx, &mut checks, child.as_ref(), input)?;
    let at_time = check_time(&mut checks, input.time.as_deref());
    let line =
        |checks: &mut Checks, field: &str, text: &str| checks.optional_line(field, Some(text), 300).unwrap_or_default();
    let place = line(&mut checks, "place", &input.place);
    let supervision = line(&mut checks, "supervision", &input.supervision);
    let water = line(&mut checks, "water", &input.water);
    let description = checks.lines("description", &input.description, 4000);
    checks.finish()?;
    let (id, now) = (cx.new_id(), cx.now());
    let row = InjuryRow {
        description: seal(&cx.services().vault, &id, &description)?,
        id,
        ward_id: ward,
        child_id: child.map(|one| one.id),
        unit_id: cx.actor().unit().cloned(),
        neighborhood_id,
        school_id,
        happened_on,
        at_time,
        kind: input.kind,
        place_kind: input.place_kind,
        place,
        outcome: input.outcome,
        supervision,
        water,
        sex,
        age,
        recorded_by_id: cx.actor().person().cloned(),
        cancelled_at: None,
        cancel_reason: String::new(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    diesel::insert_into(injuries::table).values(&row).execute(cx.conn())?;
    audit::record(cx, "create", &row.id, Changes::none())?;
    Ok(row.id)
}

fn check_day(checks: &mut Checks, day: NaiveDate, today: NaiveDate) -> NaiveDate {
    checks.day("happened_on", day);
    if day > today {
        checks.fail("happened_on", IN_FUTURE);
    }
    day
}

fn check_time(checks: &mut Checks, time: Option<&str>) -> String {
    crate::features::summer::rules::check_time(checks, "time", time).unwrap_or_default()
}

/// The table has a column for boys and one for girls, and none for the rest.
fn check_sex(checks: &mut Checks, child: Option<&Pupil>, said: Option<Sex>) -> Sex {
    let known = child.map(|one| one.sex).filter(|sex| *sex != Sex::Unknown);
    let sex = known.or(said).unwrap_or(Sex::Unknown);
    if sex == Sex::Unknown {
        checks.fail("sex", SEX_MISSING);
    }
    sex
}

fn check_age(checks: &mut Checks, child: Option<&Pupil>, input: &NewInjury, day: NaiveDate) -> i32 {
    match (child, input.age) {
        (Some(child), _) => age_of(checks, child, day),
        (None, Some(age)) => checks.range("age", age, 0, rules::AGE_MAX),
        (None, None) => {
            checks.fail("age", REQUIRED);
            0
        }
    }
}

fn age_of(checks: &mut Checks, child: &Pupil, day: NaiveDate) -> i32 {
    let age = rules::age_on(child.date_of_birth, child.birth_year_only, day);
    if age < 0 {
        checks.fail("happened_on", BEFORE_BIRTH);
    }
    if age > rules::AGE_MAX {
        checks.fail("happened_on", NO_CHILD);
    }
    age
}

/// Whose the record is: a neighborhood's and a school's own, else the child's.
fn check_units(
    cx: &mut Cx<'_, Injuries, Create>,
    checks: &mut Checks,
    child: Option<&Pupil>,
    input: &NewInjury,
) -> Result<(Option<Id>, Option<Id>)> {
    let own = cx.actor().unit_id.clone();
    let school = match cx.actor().role {
        Role::School => Some(own.clone()),
        _ => child.and_then(|one| one.school_id.clone()),
    };
    if cx.actor().role == Role::Neighborhood {
        if input.neighborhood_id.as_ref().is_some_and(|chosen| *chosen != own) {
            checks.fail("neighborhood_id", UNKNOWN_ID);
        }
        return Ok((Some(own), school));
    }
    let Some(chosen) = &input.neighborhood_id else {
        return Ok((child.and_then(|one| one.neighborhood_id.clone()), school));
    };
    if units::in_use(cx, [chosen])?.get(chosen).is_none_or(|unit| unit.kind != UnitKind::Neighborhood) {
        checks.fail("neighborhood_id", UNKNOWN_ID);
    }
    Ok((Some(chosen.clone()), school))
}

/// # Errors
/// 404, 409 for a cancelled record, 412, 422, 428.
pub fn update(cx: &mut Cx<'_, Injuries, Update>, id: &Id, if_match: IfMatch, changes: &InjuryChanges) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version(before.version, || store::find(cx, id))?;
    check_open(&before)?;
    let mut checks = Checks::new();
    let mut after = before.clone();
    if let Some(day) = changes.happened_on {
        after.happened_on = check_day(&mut checks, day, cx.today());
        // Whose injury it was does not change, and its age is that of the day.
        let children = roster::named(cx, before.child_id.iter())?;
        if let Some(child) = before.child_id.as_ref().and_then(|id| children.get(id)) {
            after.age = age_of(&mut checks, child, day);
        }
    }
    if let Some(time) = &changes.time {
        after.at_time = check_time(&mut checks, time.as_deref());
    }
    let lines = [
        ("place", &changes.place, &mut after.place),
        ("supervision", &changes.supervision, &mut after.supervision),
        ("water", &changes.water, &mut after.water),
    ];
    for (field, new, old) in lines {
        if let Some(new) = new {
            *old = checks.optional_line(field, Some(new), 300).unwrap_or_default();
        }
    }
    if let Some(text) = &changes.description {
        let text = checks.lines("description", text, 4000);
        after.description = seal(&cx.services().vault, id, &text)?;
    }
    checks.finish()?;
    after.kind = changes.kind.unwrap_or(before.kind);
    after.place_kind = changes.place_kind.unwrap_or(before.place_kind);
    after.outcome = changes.outcome.unwrap_or(before.outcome);
    save(cx, &before, after)?;
    audit::record(cx, "update", id, Changes::none())
}

fn check_open(row: &InjuryRow) -> Result<()> {
    if row.cancelled_at.is_none() { Ok(()) } else { Err(Error::conflict(CANCELLED)) }
}

/// A cancelled record counts nowhere, and stays.
///
/// # Errors
/// 404, 409, 412, 422 without a reason.
pub fn cancel(cx: &mut Cx<'_, Injuries, Update>, id: &Id, if_match: IfMatch, input: &InjuryCancellation) -> Result<()> {
    let before = store::find_to_write(cx, id)?;
    if_match.check_version_if_given(before.version, || store::find(cx, id))?;
    check_open(&before)?;
    let mut checks = Checks::new();
    let cancel_reason = checks.required_lines("reason", &input.reason, 1000);
    checks.finish()?;
    let after = InjuryRow { cancelled_at: Some(cx.now()), cancel_reason, ..before.clone() };
    save(cx, &before, after)?;
    audit::record(cx, "cancel", id, Changes::none())
}

fn save(cx: &mut Cx<'_, Injuries, Update>, before: &InjuryRow, mut row: InjuryRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = injuries::table.find(&before.id).filter(injuries::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    Ok(())
}

/// The accidents of a child who is erased stay in the numbers, without a word of what happened and where.
///
/// # Errors
/// When the database refuses.
pub fn forget<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, child: &Id) -> Result<()> {
    let words = (injuries::description.eq(""), injuries::place.eq(""), injuries::supervision.eq(""));
    diesel::update(injuries::table.filter(injuries::child_id.eq(child)))
        .set((words, injuries::water.eq(""), injuries::cancel_reason.eq("")))
        .execute(cx.conn())?;
    Ok(())
}
