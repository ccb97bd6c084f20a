//! Reading handovers.

use std::collections::{HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::bodies::HandoverQuery;
use super::model::{
    EntryRow, Handover, HandoverChild, HandoverDetail, HandoverRow, HandoverSignature, HandoverStatus, SummerContact,
    SummerRating,
};
use super::{differences, rules, tallies};
use crate::access::subject::Summer;
use crate::access::{Cx, Deed, Role, Scope, Writes};
use crate::db::page::{List, PageRequest};
use crate::db::schema::{children, summer_handover_children as entries, summer_handovers as handovers};
use crate::db::types::{Id, Instant};
use crate::db::{Conn, MultiBackend};
use crate::error::{Error, Result};
use crate::features::children::model::{ChildStatus, Sex};
use crate::features::children::roster::{self, Pupil};
use crate::features::units::model::UnitRef;
use crate::features::users::model::UserRef;
use crate::features::{units, users};
use crate::keyset;

type Condition = Box<dyn BoxableExpression<handovers::table, MultiBackend, SqlType = Bool>>;
type Filtered = handovers::BoxedQuery<'static, MultiBackend>;

/// The handovers within a scope: a school its own, a neighborhood its own.
fn visible(scope: &Scope, role: Role) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(handovers::ward_id.eq(ward.clone())),
        Scope::Unit { ward, unit } if role == Role::School => {
            Box::new(handovers::ward_id.eq(ward.clone()).and(handovers::school_id.eq(unit.clone())))
        }
        Scope::Unit { ward, unit } => {
            Box::new(handovers::ward_id.eq(ward.clone()).and(handovers::neighborhood_id.eq(unit.clone())))
        }
        Scope::Below(_) | Scope::User { .. } => Box::new(handovers::id.eq(String::new())),
    }
}

pub(super) fn within<A: Deed>(cx: &Cx<'_, Summer, A>) -> Filtered {
    handovers::table.filter(visible(cx.scope(), cx.actor().role)).into_boxed()
}

fn filtered<A: Deed>(cx: &Cx<'_, Summer, A>, query: &HandoverQuery) -> Result<Filtered> {
    let mut rows = within(cx);
    if let Some(year) = query.year {
        rows = rows.filter(handovers::year.eq(year));
    }
    if let Some(unit) = &query.school_id {
        rows = rows.filter(handovers::school_id.eq(unit.clone()));
    }
    if let Some(unit) = &query.neighborhood_id {
        rows = rows.filter(handovers::neighborhood_id.eq(unit.clone()));
    }
    if let Some(words) = &query.status {
        let parse = |word: &str| HandoverStatus::parse(word.trim()).ok_or_else(|| Error::bad_parameter("status"));
        rows = rows.filter(handovers::status.eq_any(words.split(',').map(parse).collect::<Result<Vec<_>>>()?));
    }
    Ok(rows)
}

/// A page of handovers, without their children.
///
/// # Errors
/// 400 for an unknown order or state.
pub fn list<A: Deed>(cx: &mut Cx<'_, Summer, A>, query: &HandoverQuery, page: &PageRequest) -> Result<List<Handover>> {
    let rows = filtered(cx, query)?;
    let columns = HandoverRow::as_select();
    let rows: Vec<HandoverRow> = match page.sort.as_str() {
        "-created_at" => keyset!(rows, page, desc handovers::created_at, handovers::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        "-updated_at" => keyset!(rows, page, desc handovers::updated_at, handovers::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        _ => return Err(Error::bad_parameter("sort")),
    };
    let total = filtered(cx, query)?.select(count_star()).first(cx.conn())?;
    let is_by_update = page.sort == "-updated_at";
    let value = |row: &HandoverRow| if is_by_update { row.updated_at.rfc3339() } else { row.created_at.rfc3339() };
    let list = List::from_rows(rows, page, total, |row| (value(row), row.id.clone()));
    let (next_cursor, total) = (list.next_cursor.clone(), list.total);
    Ok(List { items: dress(cx, list.items)?, next_cursor, total, total_is_at_least: false })
}

/// Some handovers of the actor's scope, in the order of their ids.
pub(super) fn those<A: Deed>(cx: &mut Cx<'_, Summer, A>, ids: &[Id]) -> Result<Vec<Handover>> {
    let rows = within(cx).filter(handovers::id.eq_any(ids.to_vec())).order(handovers::id);
    let rows = rows.select(HandoverRow::as_select()).load(cx.conn())?;
    dress(cx, rows)
}

/// A row within the scope.
///
/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<HandoverRow> {
    let row = within(cx).filter(handovers::id.eq(id.clone())).select(HandoverRow::as_select());
    Ok(row.first(cx.conn())?)
}

/// A row within the scope that is to be changed: on PostgreSQL whoever comes second waits here, and nobody for what they
/// may not see.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<HandoverRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    handovers::table.find(id).select(handovers::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

pub(super) fn entries_of<A: Deed>(cx: &mut Cx<'_, Summer, A>, handover: &Id) -> Result<Vec<EntryRow>> {
    let rows = entries::table.filter(entries::handover_id.eq(handover)).order(entries::id);
    Ok(rows.select(EntryRow::as_select()).load(cx.conn())?)
}

/// What is said of a child in a handover that was found.
///
/// # Errors
/// 404.
pub(super) fn entry_of<A: Deed>(cx: &mut Cx<'_, Summer, A>, handover: &Id, child: &Id) -> Result<EntryRow> {
    let row = entries::table.filter(entries::handover_id.eq(handover)).filter(entries::child_id.eq(child));
    Ok(row.select(EntryRow::as_select()).first(cx.conn())?)
}

/// A handover with its children, by name, and what does not fit.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id) -> Result<HandoverDetail> {
    let row = find_row(cx, id)?;
    let rows = entries_of(cx, id)?;
    let pupils = roster::named(cx, rows.iter().map(|entry| &entry.child_id))?;
    let differences = differences::of(cx, &row, &rows, &pupils)?;
    let children = dress_children(cx, &row, rows, &pupils)?;
    let handover = dress(cx, vec![row])?.pop().ok_or_else(Error::not_found)?;
    Ok(HandoverDetail { handover, children, differences })
}

/// One child of a handover.
///
/// # Errors
/// 404.
pub fn find_child<A: Deed>(cx: &mut Cx<'_, Summer, A>, id: &Id, child: &Id) -> Result<HandoverChild> {
    let row = find_row(cx, id)?;
    let entry = entry_of(cx, id, child)?;
    let pupils = roster::named(cx, [child])?;
    dress_children(cx, &row, vec![entry], &pupils)?.pop().ok_or_else(Error::not_found)
}

fn dress_children<A: Deed>(
    cx: &mut Cx<'_, Summer, A>,
    handover: &HandoverRow,
    rows: Vec<EntryRow>,
    pupils: &HashMap<Id, Pupil>,
) -> Result<Vec<HandoverChild>> {
    let of_units = pupils.values().flat_map(|one| [&one.neighborhood_id, &one.school_id]).flatten();
    let units = units::references(cx, of_units)?;
    let ids: Vec<Id> = rows.iter().map(|row| row.child_id.clone()).collect();
    let sessions = tallies::of_children(cx, &handover.ward_id, handover.year, &ids)?;
    let unit = |id: &Option<Id>| id.as_ref().and_then(|id| units.get(id)).cloned();
    let shape = |row: EntryRow| {
        let pupil = pupils.get(&row.child_id)?;
        let (came, held) = sessions.get(&row.child_id).copied().unwrap_or_default();
        let child = HandoverChild {
            child_id: row.child_id,
            full_name: pupil.full_name.clone(),
            date_of_birth: pupil.date_of_birth,
            birth_year_only: pupil.birth_year_only,
            sex: pupil.sex,
            grade: pupil.grade.clone(),
            school: unit(&pupil.school_id),
            neighborhood: unit(&pupil.neighborhood_id),
            guardian: contact(pupil),
            can_swim: pupil.can_swim,
            medical_warning: pupil.medical_warning.clone(),
            membership: row.membership,
            note: row.note,
            academic: row.academic,
            conduct: row.conduct,
            talents: row.talents,
            teacher: row.teacher,
            sessions_came: came,
            sessions_held: held,
            proposed_rating: rules::propose(came, held),
            rating: row.rating,
            remarks: row.remarks,
            commended: row.commended,
            version: row.version,
        };
        Some((pupil.sort_key.clone(), child))
    };
    let mut children: Vec<_> = rows.into_iter().filter_map(shape).collect();
    children.sort_by(|(a, first), (b, second)| (a, &first.child_id).cmp(&(b, &second.child_id)));
    Ok(children.into_iter().map(|(_, child)| child).collect())
}

fn contact(pupil: &Pupil) -> Option<SummerContact> {
    let one = pupil.guardian()?;
    Some(SummerContact { relation: one.relation, full_name: one.full_name.clone(), phone: one.phone.clone() })
}

#[derive(Clone, Copy, Default)]
struct Figures {
    children: i64,
    girls: i64,
    rated: i64,
    differences: i64,
}

type Light = (Id, Id, Option<SummerRating>, Sex, ChildStatus, Option<Id>, Option<Id>);

/// The figures of a page of handovers, with two statements for any number of rows.
fn figures<A: Deed>(cx: &mut Cx<'_, Summer, A>, rows: &[HandoverRow]) -> Result<HashMap<Id, Figures>> {
    let ids: Vec<&Id> = rows.iter().map(|row| &row.id).collect();
    let light: Vec<Light> = entries::table
        .inner_join(children::table.on(children::id.eq(entries::child_id)))
        .filter(entries::handover_id.eq_any(ids))
        .select((
            entries::handover_id,
            entries::child_id,
            entries::rating,
            children::sex,
            children::status,
            children::neighborhood_id,
            children::school_id,
        ))
        .load(cx.conn())?;
    let by_id: HashMap<&Id, &HandoverRow> = rows.iter().map(|row| (&row.id, row)).collect();
    let twice = differences::listed_twice(cx, rows)?;
    let mut figures: HashMap<Id, Figures> = HashMap::new();
    for (handover, child, rating, sex, status, neighborhood, school) in light {
        let Some(row) = by_id.get(&handover) else { continue };
        let told_twice = twice.get(&(row.year, child)).copied().unwrap_or(0);
        let misfits =
            rules::misfits(status, (neighborhood.as_ref(), school.as_ref()), (&row.neighborhood_id, &row.school_id));
        let one = figures.entry(handover).or_default();
        one.children += 1;
        one.girls += i64::from(sex == Sex::Female);
        one.rated += i64::from(rating.is_some());
        one.differences += i64::try_from(misfits.len()).unwrap_or(0) + told_twice;
    }
    Ok(figures)
}

fn dress<A: Deed>(cx: &mut Cx<'_, Summer, A>, rows: Vec<HandoverRow>) -> Result<Vec<Handover>> {
    let figures = figures(cx, &rows)?;
    let units = units::references(cx, rows.iter().flat_map(|row| [&row.school_id, &row.neighborhood_id]))?;
    let signers = rows.iter().flat_map(|row| [&row.handed_over_by_id, &row.received_by_id, &row.returned_by_id]);
    let signers: HashSet<&Id> = signers.flatten().collect();
    let people = users::references(cx, signers)?;
    let side = rules::side(cx.actor());
    Ok(rows.into_iter().map(|row| shape(row, &figures, &units, &people, side)).collect())
}

fn shape(
    row: HandoverRow,
    figures: &HashMap<Id, Figures>,
    units: &HashMap<Id, UnitRef>,
    people: &HashMap<Id, UserRef>,
    side: rules::Side,
) -> Handover {
    let numbers = figures.get(&row.id).copied().unwrap_or_default();
    let signature = |by: &Option<Id>, at: Option<Instant>, position: &str| {
        let by = by.as_ref().and_then(|id| people.get(id)).cloned();
        Some(HandoverSignature { by, at: at?, position: position.to_owned() })
    };
    let handed_over = signature(&row.handed_over_by_id, row.handed_over_at, &row.handed_over_position);
    let received = signature(&row.received_by_id, row.received_at, &row.received_position);
    let returned = signature(&row.returned_by_id, row.returned_at, &row.returned_position);
    let details = row.details.into_inner();
    Handover {
        school: units.get(&row.school_id).cloned(),
        neighborhood: units.get(&row.neighborhood_id).cloned(),
        children_count: numbers.children,
        girls_count: numbers.girls,
        rated_count: numbers.rated,
        differences_count: numbers.differences,
        number: details.number,
        venue: details.venue,
        meets_on: details.meets_on,
        begins_at: details.begins_at,
        ends_at: details.ends_at,
        school_representatives: details.school_representatives,
        receiving_representatives: details.receiving_representatives,
        parents: details.parents,
        documents: details.documents,
        copies: details.copies,
        return_venue: details.return_venue,
        returns_on: details.returns_on,
        return_begins_at: details.return_begins_at,
        return_ends_at: details.return_ends_at,
        assessment: details.assessment,
        summer_from: row.summer_from,
        summer_to: row.summer_to,
        handed_over,
        received,
        returned,
        reopen_reason: row.reopen_reason,
        allowed_actions: rules::allowed_actions(side, row.status),
        id: row.id,
        ward_id: row.ward_id,
        year: row.year,
        school_id: row.school_id,
        neighborhood_id: row.neighborhood_id,
        status: row.status,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    }
}
