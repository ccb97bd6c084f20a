//! Writing children: one way for forms, imports and handovers. A row is made of a [`Content`], and the history is the
//! difference of two.

use chrono::NaiveDate;
use diesel::dsl::{max, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::content::Content;
use super::duplicates;
use super::history::{self, Source};
use super::model::{Addresses, ChildChanges, ChildRow, ChildStatus, Guardian, GuardianRow, NewChild, Poverty, Sex};
use super::rules::{self, NEIGHBORHOOD_MISSING, NOT_YOUR_FIELD, TEXT_MAX, Turn};
use super::store;
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Create, Cx, Deed, Role, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::Conn;
use crate::db::schema::{child_guardians, children, wards};
use crate::db::types::{Id, Json};
use crate::error::{Error, Result};
use crate::features::changes::{Whose, depart};
use crate::features::units;
use crate::input::{Checks, UNKNOWN_ID};

/// Makes a child that nobody has entered yet.
///
/// # Errors
/// 409 `possible_duplicates` with the rows that may be the same child; 422 with the fields.
pub fn create(cx: &mut Cx<'_, Children, Create>, input: &NewChild) -> Result<Id> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let mut checks = Checks::new();
    let mut content = check_new(&mut checks, input, cx.today());
    place_new(cx, &mut checks, &mut content)?;
    check_units(cx, &mut checks, &content)?;
    checks.finish()?;
    duplicates::check_new(cx, &ward, &content.probe(&cx.services().vault), &input.not_duplicate_of)?;
    let id = insert(cx, &ward, &content, Source::Form)?;
    duplicates::keep_apart_from(cx, &id, &input.not_duplicate_of)?;
    audit::record(cx, "create", &id, Changes::none())?;
    Ok(id)
}

fn check_new(checks: &mut Checks, input: &NewChild, today: NaiveDate) -> Content {
    let addresses = rules::check_addresses(checks, &input.address, &input.permanent_address, &input.temporary_address);
    let mut line = |field: &str, value: &str, max| checks.optional_line(field, Some(value), max).unwrap_or_default();
    let (grade, disability) = (line("grade", &input.grade, 20), line("disability", &input.disability, 300));
    Content {
        full_name: rules::check_name(checks, "full_name", &input.full_name),
        date_of_birth: rules::check_birth(checks, input.date_of_birth, input.birth_year_only, today),
        birth_year_only: input.birth_year_only,
        sex: input.sex.unwrap_or(Sex::Unknown),
        ethnicity: rules::check_ethnicity(checks, "ethnicity", input.ethnicity.as_deref()),
        personal_id: rules::check_personal_id(checks, "personal_id", input.personal_id.as_deref()),
        neighborhood_id: input.neighborhood_id.clone(),
        school_id: input.school_id.clone(),
        grade,
        address: addresses.actual,
        permanent_address: addresses.permanent,
        temporary_address: addresses.temporary,
        guardians: rules::check_guardians(checks, &input.guardians),
        health_insurance_no: rules::check_insurance(
            checks,
            "health_insurance_no",
            input.health_insurance_no.as_deref(),
        ),
        health_insurance_valid_to: input
            .health_insurance_valid_to
            .map(|day| checks.day("health_insurance_valid_to", day)),
        disability,
        disability_degree: input.disability_degree,
        illness: checks.lines("illness", &input.illness, TEXT_MAX),
        poverty: input.poverty.unwrap_or(Poverty::None),
        can_swim: input.can_swim,
        medical_warning: checks.lines("medical_warning", &input.medical_warning, TEXT_MAX),
        notes: checks.lines("notes", &input.notes, TEXT_MAX),
    }
}

/// A neighborhood enters its own children, a school its own pupils.
fn place_new<A: Deed>(cx: &Cx<'_, Children, A>, checks: &mut Checks, content: &mut Content) -> Result<()> {
    let own = Some(cx.actor().unit_id.clone());
    match cx.actor().role {
        Role::Neighborhood if content.neighborhood_id.is_none() => content.neighborhood_id = own,
        Role::Neighborhood if content.neighborhood_id != own => checks.fail("neighborhood_id", UNKNOWN_ID),
        Role::School if content.school_id.is_none() => content.school_id = own,
        Role::School if content.school_id != own => checks.fail("school_id", UNKNOWN_ID),
        _ if content.neighborhood_id.is_none() && content.school_id.is_none() => {
            checks.fail("neighborhood_id", NEIGHBORHOOD_MISSING);
        }
        _ => {}
    }
    Ok(())
}

/// The neighborhood and the school must be units of that kind, in use.
pub fn check_units<A: Deed>(cx: &mut Cx<'_, Children, A>, checks: &mut Checks, content: &Content) -> Result<()> {
    use crate::access::UnitKind;
    let chosen = [
        ("neighborhood_id", &content.neighborhood_id, UnitKind::Neighborhood),
        ("school_id", &content.school_id, UnitKind::School),
    ];
    let known = units::in_use(cx, chosen.iter().filter_map(|(_, id, _)| id.as_ref()))?;
    for (field, id, kind) in chosen {
        if id.as_ref().is_some_and(|id| known.get(id).is_none_or(|unit| unit.kind != kind)) {
            checks.fail(field, UNKNOWN_ID);
        }
    }
    Ok(())
}

/// Writes a new row with its guardians and its history.
///
/// # Errors
/// When the database refuses.
pub fn insert<A: Writes>(cx: &mut Cx<'_, Children, A>, ward: &Id, content: &Content, source: Source) -> Result<Id> {
    let number = next_number(cx, ward)?;
    let mut row = blank(cx, ward, number);
    content.fill(&cx.services().vault, &mut row)?;
    diesel::insert_into(children::table).values(&row).execute(cx.conn())?;
    put_guardians(cx, &row.id, &content.guardians)?;
    history::record(cx, &row.id, source, history::between(&serde_json::json!({}), content))?;
    Ok(row.id)
}

/// A row with nothing said in it yet.
pub fn blank<A: Deed>(cx: &Cx<'_, Children, A>, ward: &Id, number: i64) -> ChildRow {
    let now = cx.now();
    ChildRow {
        id: cx.new_id(),
        ward_id: ward.clone(),
        code: format!("TE-{number:06}"),
        full_name: String::new(),
        search_key: String::new(),
        sort_key: String::new(),
        match_key: String::new(),
        date_of_birth: cx.today(),
        birth_year_only: false,
        sex: Sex::Unknown,
        ethnicity: None,
        personal_id: None,
        personal_id_index: None,
        neighborhood_id: None,
        school_id: None,
        grade: String::new(),
        addresses: Json::new(Addresses::default()),
        health_insurance_no: None,
        health_insurance_valid_to: None,
        disability: String::new(),
        disability_degree: None,
        illness: String::new(),
        poverty: Poverty::None,
        can_swim: None,
        medical_warning: String::new(),
        notes: String::new(),
        status: ChildStatus::Active,
        status_on: None,
        merged_into_id: None,
        created_at: now,
        updated_at: now,
        version: 1,
    }
}

/// The next free number of a ward. On PostgreSQL whoever comes second waits at the ward's row.
///
/// # Errors
/// When the database refuses.
pub fn next_number<A: Writes>(cx: &mut Cx<'_, Children, A>, ward: &Id) -> Result<i64> {
    if let Conn::Pg(plain) = cx.conn() {
        wards::table.find(ward).select(wards::id).for_update().first::<Id>(plain)?;
    }
    let codes = || children::table.filter(children::ward_id.eq(ward)).select(max(children::code));
    let number = number_of(codes().first(cx.conn())?);
    if number < SIX_DIGITS {
        return Ok(number + 1);
    }
    // "TE-1000000" sorts before "TE-999999": the longer ones are asked for by themselves, in such a ward alone.
    let longer = codes().filter(sql::<Bool>("LENGTH(children.code) > 9"));
    Ok(number_of(longer.first(cx.conn())?).max(number) + 1)
}

/// The last number whose code has six digits.
const SIX_DIGITS: i64 = 999_999;

fn number_of(code: Option<String>) -> i64 {
    code.and_then(|code| code.strip_prefix("TE-").and_then(|digits| digits.parse().ok())).unwrap_or(0)
}

/// Puts guardians in the place of those that are there.
pub fn put_guardians<A: Writes>(cx: &mut Cx<'_, Children, A>, child: &Id, guardians: &[Guardian]) -> Result<()> {
    diesel::delete(child_guardians::table.filter(child_guardians::child_id.eq(child))).execute(cx.conn())?;
    for (position, guardian) in (0..).zip(guardians) {
        let row = guardian_row(cx, child, position, guardian);
        diesel::insert_into(child_guardians::table).values(&row).execute(cx.conn())?;
    }
    Ok(())
}

pub fn guardian_row<A: Deed>(cx: &Cx<'_, Children, A>, child: &Id, position: i32, one: &Guardian) -> GuardianRow {
    GuardianRow {
        id: cx.new_id(),
        child_id: child.clone(),
        position,
        relation: one.relation,
        match_key: rules::match_key(&one.full_name),
        full_name: one.full_name.clone(),
        phone: one.phone.clone(),
        occupation: one.occupation.clone(),
    }
}

/// Changes a child that was found and whose version was compared.
///
/// # Errors
/// 403 for a member that is not this role's to write, 409, 412, 422.
pub fn update(cx: &mut Cx<'_, Children, Update>, before: &ChildRow, changes: &ChildChanges) -> Result<()> {
    rules::check_turn(before, Turn::Edit)?;
    check_own_fields(View::of(cx.actor()), changes)?;
    let guardians = store::guardians_of(cx, &before.id)?;
    let known = Content::of(&cx.services().vault, before, &guardians)?;
    let mut checks = Checks::new();
    let content = apply(&mut checks, &known, changes, cx.today());
    check_units(cx, &mut checks, &content)?;
    checks.finish()?;
    let fields = save(cx, before, &known, &content, Source::Form)?;
    audit::record(cx, "update", &before.id, Changes::none().field("members", (), fields))
}

fn check_own_fields(view: View, changes: &ChildChanges) -> Result<()> {
    let set = [
        ("full_name", changes.full_name.is_some()),
        ("date_of_birth", changes.date_of_birth.is_some()),
        ("birth_year_only", changes.birth_year_only.is_some()),
        ("sex", changes.sex.is_some()),
        ("ethnicity", changes.ethnicity.is_some()),
        ("personal_id", changes.personal_id.is_some()),
        ("school_id", changes.school_id.is_some()),
        ("grade", changes.grade.is_some()),
        ("address", changes.address.is_some()),
        ("permanent_address", changes.permanent_address.is_some()),
        ("temporary_address", changes.temporary_address.is_some()),
        ("guardians", changes.guardians.is_some()),
        ("health_insurance_no", changes.health_insurance_no.is_some()),
        ("health_insurance_valid_to", changes.health_insurance_valid_to.is_some()),
        ("disability", changes.disability.is_some()),
        ("disability_degree", changes.disability_degree.is_some()),
        ("illness", changes.illness.is_some()),
        ("poverty", changes.poverty.is_some()),
        ("can_swim", changes.can_swim.is_some()),
        ("medical_warning", changes.medical_warning.is_some()),
        ("notes", changes.notes.is_some()),
    ];
    match set.into_iter().find(|(member, is_set)| *is_set && !view.writes(member)) {
        Some((member, _)) => Err(Error::forbidden(NOT_YOUR_FIELD).extra(
            "errors",
            [serde_json::json!({"field": member, "code": NOT_YOUR_FIELD.code, "message": NOT_YOUR_FIELD.vi})],
        )),
        None => Ok(()),
    }
}

fn apply(checks: &mut Checks, known: &Content, changes: &ChildChanges, today: NaiveDate) -> Content {
    let mut content = known.clone();
    if let Some(name) = &changes.full_name {
        content.full_name = rules::check_name(checks, "full_name", name);
    }
    if let Some(born) = changes.date_of_birth {
        content.date_of_birth = rules::check_day_of_birth(checks, born, today);
    }
    content.birth_year_only = changes.birth_year_only.unwrap_or(content.birth_year_only);
    content.sex = changes.sex.unwrap_or(content.sex);
    if let Some(code) = &changes.ethnicity {
        content.ethnicity = rules::check_ethnicity(checks, "ethnicity", code.as_deref());
    }
    if let Some(number) = &changes.personal_id {
        content.personal_id = rules::check_personal_id(checks, "personal_id", number.as_deref());
    }
    if let Some(school) = &changes.school_id {
        content.school_id.clone_from(school);
    }
    let lines = [
        ("grade", &changes.grade, &mut content.grade, 20),
        ("address", &changes.address, &mut content.address, 300),
        ("permanent_address", &changes.permanent_address, &mut content.permanent_address, 300),
        ("temporary_address", &changes.temporary_address, &mut content.temporary_address, 300),
        ("disability", &changes.disability, &mut content.disability, 300),
    ];
    for (field, value, place, max) in lines {
        if let Some(value) = value {
            *place = checks.optional_line(field, Some(value), max).unwrap_or_default();
        }
    }
    let texts = [
        ("illness", &changes.illness, &mut content.illness),
        ("medical_warning", &changes.medical_warning, &mut content.medical_warning),
        ("notes", &changes.notes, &mut content.notes),
    ];
    for (field, value, place) in texts {
        if let Some(value) = value {
            *place = checks.lines(field, value, TEXT_MAX);
        }
    }
    if let Some(guardians) = &changes.guardians {
        content.guardians = rules::check_guardians(checks, guardians);
    }
    if let Some(number) = &changes.health_insurance_no {
        content.health_insurance_no = rules::check_insurance(checks, "health_insurance_no", number.as_deref());
    }
    if let Some(day) = changes.health_insurance_valid_to {
        content.health_insurance_valid_to = day.map(|day| checks.day("health_insurance_valid_to", day));
    }
    content.disability_degree = changes.disability_degree.unwrap_or(content.disability_degree);
    content.poverty = changes.poverty.unwrap_or(content.poverty);
    content.can_swim = changes.can_swim.unwrap_or(content.can_swim);
    content
}

/// Saves what is said as the next version, with its history; the names of the members that changed.
///
/// # Errors
/// 412 when somebody else was quicker.
pub fn save<A: Writes>(
    cx: &mut Cx<'_, Children, A>,
    before: &ChildRow,
    known: &Content,
    content: &Content,
    source: Source,
) -> Result<Vec<String>> {
    let mut row = before.clone();
    content.fill(&cx.services().vault, &mut row)?;
    if known.guardians != content.guardians {
        put_guardians(cx, &before.id, &content.guardians)?;
    }
    // Whoever sees the child only as a neighborhood or school of it may have lost it.
    for (old, new) in [(&known.neighborhood_id, &content.neighborhood_id), (&known.school_id, &content.school_id)] {
        if let Some(old) = old.as_ref().filter(|old| Some(*old) != new.as_ref()) {
            depart(cx, &before.ward_id, Whose::Unit(old), &before.id)?;
        }
    }
    let changes = history::between(known, content);
    let fields = changes.keys().cloned().collect();
    history::record(cx, &before.id, source, changes)?;
    save_row(cx, before, row)?;
    Ok(fields)
}

/// Saves a row as its next version.
///
/// # Errors
/// 412 when somebody else was quicker.
pub fn save_row<A: Writes>(cx: &mut Cx<'_, Children, A>, before: &ChildRow, mut row: ChildRow) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = children::table.find(&before.id).filter(children::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find(cx, &before.id)?));
    }
    Ok(())
}
