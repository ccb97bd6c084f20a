//! What other features may know of a child: enough to call, to list and to look after somebody, nothing of why.
//!
//! Two kinds of functions. Those that take the caller's own [`Cx`] answer for children whom rows within the caller's
//! scope name already (a handover, a group). Those that take a `Cx<'_, Children, Read>` answer for children whom a
//! request named: only those within that person's scope.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::catalogue::{self, Secrecy};
use super::model::{Addresses, ChildStatus, Relation, Sex};
use super::query::{of_ward, within};
use crate::access::subject::Children;
use crate::access::{Cx, Deed, Read, Subject};
use crate::db::schema::{child_circumstances, child_guardians, children};
use crate::db::types::{Id, Json};
use crate::error::Result;

/// Whoever cares for a child, and how to reach them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub relation: Relation,
    pub full_name: String,
    pub phone: Option<String>,
}

/// A child as an activity needs to know them.
#[derive(Clone, Debug)]
pub struct Pupil {
    pub id: Id,
    pub full_name: String,
    pub sort_key: String,
    pub date_of_birth: NaiveDate,
    pub birth_year_only: bool,
    pub sex: Sex,
    pub neighborhood_id: Option<Id>,
    pub school_id: Option<Id>,
    pub grade: String,
    pub address: String,
    pub can_swim: Option<bool>,
    pub medical_warning: String,
    pub status: ChildStatus,
    pub guardians: Vec<Contact>,
}

impl Pupil {
    pub fn birth_year(&self) -> i32 {
        self.date_of_birth.year()
    }

    /// Whom to call first: somebody with a telephone, else the first one.
    pub fn guardian(&self) -> Option<&Contact> {
        self.guardians.iter().find(|one| one.phone.is_some()).or(self.guardians.first())
    }

    pub fn parent(&self, relation: Relation) -> Option<&str> {
        let found = self.guardians.iter().find(|one| one.relation == relation);
        found.map(|one| one.full_name.as_str()).filter(|name| !name.is_empty())
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = children)]
struct PupilRow {
    id: Id,
    full_name: String,
    sort_key: String,
    date_of_birth: NaiveDate,
    birth_year_only: bool,
    sex: Sex,
    neighborhood_id: Option<Id>,
    school_id: Option<Id>,
    grade: String,
    addresses: Json<Addresses>,
    can_swim: Option<bool>,
    medical_warning: String,
    status: ChildStatus,
    merged_into_id: Option<Id>,
}

/// How many ids one statement names.
const CHUNK: usize = 500;

/// Children whom rows within the caller's scope name, by the id that those rows hold; one that was merged since is
/// shown as the row that stayed.
///
/// # Errors
/// When the database refuses.
pub fn named<'a, R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: impl IntoIterator<Item = &'a Id>,
) -> Result<HashMap<Id, Pupil>> {
    let mut asked: Vec<Id> = ids.into_iter().cloned().collect();
    asked.sort();
    asked.dedup();
    let mut rows = load(cx, &asked)?;
    let gone: Vec<(Id, Id)> =
        rows.iter().filter_map(|row| Some((row.id.clone(), row.merged_into_id.clone()?))).collect();
    let mut into: HashMap<Id, Id> = gone.into_iter().collect();
    // A row may be merged again; a chain is never long.
    let mut next: Vec<Id> = into.values().cloned().collect();
    for _ in 0..8 {
        next.retain(|id| rows.iter().all(|row| row.id != *id));
        if next.is_empty() {
            break;
        }
        let found = load(cx, &next)?;
        next = found.iter().filter_map(|row| row.merged_into_id.clone()).collect();
        into.extend(found.iter().filter_map(|row| Some((row.id.clone(), row.merged_into_id.clone()?))));
        rows.extend(found);
    }
    let pupils: HashMap<Id, Pupil> = dress(cx, rows)?.into_iter().map(|one| (one.id.clone(), one)).collect();
    let last = |id: &Id| {
        let mut id = id;
        for _ in 0..9 {
            match into.get(id) {
                Some(kept) => id = kept,
                None => break,
            }
        }
        pupils.get(id).cloned()
    };
    Ok(asked.iter().filter_map(|id| Some((id.clone(), last(id)?))).collect())
}

/// A child's id with those of the rows that were merged into it, however often: what was written down about any of them
/// is about this child.
///
/// # Errors
/// When the database refuses.
pub fn also_known_as<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, child: &Id) -> Result<Vec<Id>> {
    let (mut all, mut last) = (vec![child.clone()], vec![child.clone()]);
    // A chain is never long.
    for _ in 0..8 {
        let merged = children::table.filter(children::merged_into_id.eq_any(&last)).select(children::id);
        last = merged.load(cx.conn())?;
        if last.is_empty() {
            break;
        }
        all.extend(last.iter().cloned());
    }
    Ok(all)
}

fn load<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ids: &[Id]) -> Result<Vec<PupilRow>> {
    let mut rows = Vec::with_capacity(ids.len());
    for some in ids.chunks(CHUNK) {
        let found = children::table.filter(children::id.eq_any(some.to_vec())).select(PupilRow::as_select());
        rows.extend(found.load::<PupilRow>(cx.conn())?);
    }
    Ok(rows)
}

/// Children whom a request named, as far as they are within the person's scope and still there.
///
/// # Errors
/// When the database refuses.
pub fn chosen(cx: &mut Cx<'_, Children, Read>, ids: &[Id]) -> Result<HashMap<Id, Pupil>> {
    let mut rows: Vec<PupilRow> = Vec::new();
    for some in ids.chunks(CHUNK) {
        let found = within(cx).filter(children::id.eq_any(some.to_vec())).select(PupilRow::as_select());
        rows.extend(found.load::<PupilRow>(cx.conn())?);
    }
    Ok(dress(cx, rows)?.into_iter().map(|one| (one.id.clone(), one)).collect())
}

/// The pupils of a school that the caller may speak for, by name.
///
/// # Errors
/// When the database refuses.
pub fn of_school<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ward: &Id, school: &Id) -> Result<Vec<Pupil>> {
    let rows: Vec<PupilRow> = of_ward(ward)
        .filter(children::school_id.eq(school.clone()))
        .filter(children::status.eq(ChildStatus::Active))
        .order((children::sort_key, children::id))
        .select(PupilRow::as_select())
        .load(cx.conn())?;
    dress(cx, rows)
}

/// The children of a neighborhood that the caller may speak for who were born up to `latest`, by name.
///
/// # Errors
/// When the database refuses.
pub fn of_neighborhood<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ward: &Id,
    neighborhood: &Id,
    latest: NaiveDate,
) -> Result<Vec<Pupil>> {
    let rows: Vec<PupilRow> = of_ward(ward)
        .filter(children::neighborhood_id.eq(neighborhood.clone()))
        .filter(children::status.eq(ChildStatus::Active))
        .filter(children::date_of_birth.le(latest))
        .order((children::sort_key, children::id))
        .select(PupilRow::as_select())
        .load(cx.conn())?;
    dress(cx, rows)
}

/// The children of a neighborhood within the person's scope, born between two years, by name.
///
/// # Errors
/// When the database refuses.
pub fn of_place(
    cx: &mut Cx<'_, Children, Read>,
    neighborhood: &Id,
    (from, to): (Option<i32>, Option<i32>),
) -> Result<Vec<Id>> {
    let mut rows = within(cx)
        .filter(children::neighborhood_id.eq(neighborhood.clone()))
        .filter(children::status.eq(ChildStatus::Active));
    if let Some(day) = from.and_then(|year| NaiveDate::from_ymd_opt(year.clamp(0, 9999), 1, 1)) {
        rows = rows.filter(children::date_of_birth.ge(day));
    }
    if let Some(day) = to.and_then(|year| NaiveDate::from_ymd_opt(year.clamp(0, 9999), 12, 31)) {
        rows = rows.filter(children::date_of_birth.le(day));
    }
    Ok(rows.order((children::sort_key, children::id)).select(children::id).load(cx.conn())?)
}

/// How many children there are within the person's scope.
///
/// # Errors
/// When the database refuses.
pub fn count(cx: &mut Cx<'_, Children, Read>) -> Result<i64> {
    let active = within(cx).filter(children::status.eq(ChildStatus::Active));
    Ok(active.select(count_star()).first(cx.conn())?)
}

/// How many of some children are in a special circumstance or at a risk today, of those groups that are no secret.
///
/// # Errors
/// When the database refuses.
pub fn count_in_need<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, ids: &[Id]) -> Result<usize> {
    let open = catalogue::groups().iter().filter(|group| group.secrecy == Secrecy::Normal);
    let (codes, today): (Vec<&str>, _) = (open.map(|group| group.code.as_str()).collect(), cx.today());
    let mut found = Vec::new();
    for some in ids.chunks(CHUNK) {
        let rows: Vec<Id> = child_circumstances::table
            .filter(child_circumstances::child_id.eq_any(some.to_vec()))
            .filter(child_circumstances::code.eq_any(&codes))
            .filter(child_circumstances::cancelled_at.is_null())
            .filter(child_circumstances::from_date.le(today))
            .filter(child_circumstances::to_date.is_null().or(child_circumstances::to_date.ge(today)))
            .select(child_circumstances::child_id)
            .load(cx.conn())?;
        found.extend(rows);
    }
    found.sort();
    found.dedup();
    Ok(found.len())
}

fn dress<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, rows: Vec<PupilRow>) -> Result<Vec<Pupil>> {
    type Row = (Id, Relation, String, Option<String>);
    let ids: Vec<&Id> = rows.iter().map(|row| &row.id).collect();
    let mut guardians: HashMap<Id, Vec<Contact>> = HashMap::new();
    for some in ids.chunks(CHUNK) {
        let found: Vec<Row> = child_guardians::table
            .filter(child_guardians::child_id.eq_any(some))
            .order(child_guardians::position)
            .select((
                child_guardians::child_id,
                child_guardians::relation,
                child_guardians::full_name,
                child_guardians::phone,
            ))
            .load(cx.conn())?;
        for (child, relation, full_name, phone) in found {
            guardians.entry(child).or_default().push(Contact { relation, full_name, phone });
        }
    }
    let shape = |row: PupilRow| Pupil {
        guardians: guardians.remove(&row.id).unwrap_or_default(),
        id: row.id,
        full_name: row.full_name,
        sort_key: row.sort_key,
        date_of_birth: row.date_of_birth,
        birth_year_only: row.birth_year_only,
        sex: row.sex,
        neighborhood_id: row.neighborhood_id,
        school_id: row.school_id,
        grade: row.grade,
        address: row.addresses.into_inner().actual,
        can_swim: row.can_swim,
        medical_warning: row.medical_warning,
        status: row.status,
    };
    Ok(rows.into_iter().map(shape).collect())
}
