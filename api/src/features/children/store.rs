//! Reading children.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::dsl::max;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::catalogue::{self, GroupKind};
use super::content;
use super::model::{
    Child, ChildAction, ChildQuery, ChildRow, ChildWarning, Circumstance, Guardian, GuardianRow, ViewName,
};
use super::query::{filtered, within};
use super::rules::{self, IdDoubt, Turn};
use super::views::{self, View};
use crate::access::subject::Children;
use crate::access::{Action, Cx, Deed, Resource, Writes, matrix};
use crate::attachments::{self, OwnerKind};
use crate::db::Conn;
use crate::db::page::{self, Bounded, List, PageRequest};
use crate::db::schema::{child_circumstances, child_guardians, child_supports, children};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::units::{self, model::UnitRef};
use crate::http::reply::Versioned;
use crate::keyset;

/// A child cut down to its reader's view. It is documented as [`Child`], and nothing else leaves the feature.
#[derive(Clone, Debug)]
pub struct Shown {
    id: Id,
    version: i32,
    members: Map<String, Value>,
}

impl Shown {
    pub fn id(&self) -> &Id {
        &self.id
    }

    pub fn member(&self, name: &str) -> Option<&Value> {
        self.members.get(name)
    }

    /// As a list shows it, which nobody writes down: enough to find somebody by. The rest is read one child at a time.
    pub fn in_list(self) -> Self {
        Self { members: views::in_list(self.members), ..self }
    }
}

impl Serialize for Shown {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.members.serialize(serializer)
    }
}

impl PartialSchema for Shown {
    fn schema() -> RefOr<Schema> {
        Child::schema()
    }
}

impl ToSchema for Shown {
    fn name() -> std::borrow::Cow<'static, str> {
        Child::name()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Child::schemas(schemas);
    }
}

impl Versioned for Shown {
    fn id(&self) -> &Id {
        &self.id
    }
    fn version(&self) -> i32 {
        self.version
    }
}

/// The orders of the list; the first is the default.
pub const ORDERS: [&str; 4] = ["name", "date_of_birth", "-date_of_birth", "-updated_at"];

pub fn page_of(query: &ChildQuery) -> Result<PageRequest> {
    PageRequest::new(query.limit, query.cursor.as_deref(), query.sort.as_deref().unwrap_or(ORDERS[0]))
}

/// A page of children.
///
/// # Errors
/// 400 for an unknown order or state, 403 for a filter by what the reader may not see.
pub fn list<A: Deed>(cx: &mut Cx<'_, Children, A>, query: &ChildQuery, page: &PageRequest) -> Result<List<Shown>> {
    let view = View::of(cx.actor());
    let rows = filtered(cx, view, query, &page.sort)?;
    let page = &with_key(cx, page)?;
    let columns = ChildRow::as_select();
    let rows: Vec<ChildRow> = match page.sort.as_str() {
        "name" => {
            let key = |text: &str| Some(text.to_owned());
            keyset!(rows, page, asc children::sort_key, children::id, key).select(columns).load(cx.conn())?
        }
        "date_of_birth" => {
            keyset!(rows, page, asc children::date_of_birth, children::id, page::day).select(columns).load(cx.conn())?
        }
        "-date_of_birth" => keyset!(rows, page, desc children::date_of_birth, children::id, page::day)
            .select(columns)
            .load(cx.conn())?,
        "-updated_at" => keyset!(rows, page, desc children::updated_at, children::id, Instant::parse)
            .select(columns)
            .load(cx.conn())?,
        _ => return Err(Error::bad_parameter("sort")),
    };
    let value = |row: &ChildRow| match page.sort.as_str() {
        // Half of a name is a name: the cursor, which may stand in an address, holds the id alone.
        "name" => String::new(),
        "-updated_at" => row.updated_at.rfc3339(),
        _ => row.date_of_birth.to_string(),
    };
    let count = || count(cx, view, query, &page.sort);
    let List { items, next_cursor, total, total_is_at_least } =
        List::counted_once(rows, page, count, |row| (value(row), row.id.clone()))?;
    Ok(List { items: dress(cx, view, items)?, next_cursor, total, total_is_at_least })
}

/// How many rows the filters match, as far as they are counted.
fn count<A: Deed>(cx: &mut Cx<'_, Children, A>, view: View, query: &ChildQuery, sort: &str) -> Result<i64> {
    let rows = filtered(cx, view, query, sort)?.select(children::id).limit(page::COUNTED + 1);
    Ok(Bounded(rows).get_result(cx.conn())?)
}

/// The name of the row that a cursor names, without which the page cannot go on.
fn with_key<A: Deed>(cx: &mut Cx<'_, Children, A>, page: &PageRequest) -> Result<PageRequest> {
    let mut page = page.clone();
    if let Some(cursor) = page.cursor.as_mut().filter(|cursor| cursor.sort == "name") {
        let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
        let key = children::table.find(&cursor.id).filter(children::ward_id.eq(ward)).select(children::sort_key);
        let key: Option<String> = key.first(cx.conn()).optional()?;
        cursor.value = key.ok_or_else(|| Error::bad_parameter("cursor"))?;
    }
    Ok(page)
}

/// Everything that the filters match, for exports.
///
/// # Errors
/// As [`list`].
pub fn all<A: Deed>(cx: &mut Cx<'_, Children, A>, query: &ChildQuery) -> Result<Vec<Shown>> {
    let sort = query.sort.as_deref().unwrap_or(ORDERS[0]);
    let page = PageRequest::all(sort);
    Ok(list(cx, query, &page)?.items)
}

/// A row within the scope; 404 outside of it.
///
/// # Errors
/// 404.
pub fn find_row<A: Deed>(cx: &mut Cx<'_, Children, A>, id: &Id) -> Result<ChildRow> {
    let row = within(cx).filter(children::id.eq(id.clone())).select(ChildRow::as_select());
    Ok(row.first(cx.conn())?)
}

/// A row within the scope that is to be changed: on PostgreSQL whoever comes second waits here, and who may not know of
/// it does not, since the wait would tell that it is there.
///
/// # Errors
/// 404.
pub fn find_to_write<A: Writes>(cx: &mut Cx<'_, Children, A>, id: &Id) -> Result<ChildRow> {
    let seen = find_row(cx, id)?;
    let Conn::Pg(plain) = cx.conn() else { return Ok(seen) };
    children::table.find(id).select(children::id).for_update().first::<Id>(plain).optional()?;
    find_row(cx, id)
}

/// A child as its reader sees it.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Children, A>, id: &Id) -> Result<Shown> {
    let row = find_row(cx, id)?;
    let view = View::of(cx.actor());
    dress(cx, view, vec![row])?.pop().ok_or_else(Error::not_found)
}

/// Rows that a wider search found, as this reader sees them: those outside the scope are left out.
///
/// # Errors
/// When the database refuses.
pub fn those_within<A: Deed>(cx: &mut Cx<'_, Children, A>, ids: &[Id]) -> Result<Vec<Shown>> {
    let rows = within(cx).filter(children::id.eq_any(ids.to_vec())).order(children::id);
    let rows: Vec<ChildRow> = rows.select(ChildRow::as_select()).load(cx.conn())?;
    let view = View::of(cx.actor());
    dress(cx, view, rows)
}

/// Code and name of rows within the scope.
///
/// # Errors
/// When the database refuses.
pub fn names<A: Deed>(cx: &mut Cx<'_, Children, A>, ids: &[Id]) -> Result<HashMap<Id, (String, String)>> {
    let columns = (children::id, (children::code, children::full_name));
    let rows = within(cx).filter(children::id.eq_any(ids.to_vec())).select(columns);
    Ok(rows.load::<(Id, (String, String))>(cx.conn())?.into_iter().collect())
}

/// The guardians of a child that was found within the scope.
///
/// # Errors
/// When the database refuses.
pub fn guardians_of<A: Deed>(cx: &mut Cx<'_, Children, A>, child: &Id) -> Result<Vec<GuardianRow>> {
    let rows = child_guardians::table.filter(child_guardians::child_id.eq(child)).order(child_guardians::position);
    Ok(rows.select(GuardianRow::as_select()).load(cx.conn())?)
}

/// What other tables know of some children, with a fixed number of statements for any number of rows.
struct Extras {
    guardians: HashMap<Id, Vec<Guardian>>,
    groups: HashMap<Id, Vec<Circumstance>>,
    supported: HashMap<Id, NaiveDate>,
    units: HashMap<Id, UnitRef>,
}

fn extras<A: Deed>(cx: &mut Cx<'_, Children, A>, view: View, rows: &[ChildRow]) -> Result<Extras> {
    let ids: Vec<&Id> = rows.iter().map(|row| &row.id).collect();
    let mut guardians: HashMap<Id, Vec<Guardian>> = HashMap::new();
    let found: Vec<GuardianRow> = child_guardians::table
        .filter(child_guardians::child_id.eq_any(&ids))
        .order(child_guardians::position)
        .select(GuardianRow::as_select())
        .load(cx.conn())?;
    for row in found {
        let GuardianRow { child_id, relation, full_name, phone, occupation, .. } = row;
        guardians.entry(child_id).or_default().push(Guardian { relation, full_name, phone, occupation });
    }
    let mut groups: HashMap<Id, Vec<Circumstance>> = HashMap::new();
    let codes = view.codes();
    if !codes.is_empty() {
        for (child, circumstance) in circumstances(cx, &ids, &codes, true)? {
            groups.entry(child).or_default().push(circumstance);
        }
    }
    let supported: Vec<(Id, Option<NaiveDate>)> = child_supports::table
        .filter(child_supports::child_id.eq_any(&ids))
        .filter(child_supports::cancelled_at.is_null())
        .group_by(child_supports::child_id)
        .select((child_supports::child_id, max(child_supports::on_date)))
        .load(cx.conn())?;
    let supported = supported.into_iter().filter_map(|(child, day)| Some((child, day?))).collect();
    let units = rows.iter().flat_map(|row| [&row.neighborhood_id, &row.school_id]).flatten();
    let units = units::references(cx, units)?;
    Ok(Extras { guardians, groups, supported, units })
}

/// Every entry of a child that the reader may know of.
///
/// # Errors
/// 404.
pub fn all_circumstances<A: Deed>(cx: &mut Cx<'_, Children, A>, child: &Id) -> Result<Vec<Circumstance>> {
    let row = find_row(cx, child)?;
    let codes = View::of(cx.actor()).codes();
    let entries = circumstances(cx, &[&row.id], &codes, false)?;
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// The entries of some children in some groups, the newest last; `in_force`: those of today alone.
pub fn circumstances<A: Deed>(
    cx: &mut Cx<'_, Children, A>,
    children: &[&Id],
    codes: &[&str],
    in_force: bool,
) -> Result<Vec<(Id, Circumstance)>> {
    type Row = (Id, Id, String, Option<String>, NaiveDate, Option<NaiveDate>, String, String);
    let today = cx.today();
    let mut rows = child_circumstances::table
        .filter(child_circumstances::child_id.eq_any(children))
        .filter(child_circumstances::code.eq_any(codes))
        .filter(child_circumstances::cancelled_at.is_null())
        .into_boxed();
    if in_force {
        rows = rows
            .filter(child_circumstances::from_date.le(today))
            .filter(child_circumstances::to_date.is_null().or(child_circumstances::to_date.ge(today)));
    }
    let rows: Vec<Row> = rows
        .order((child_circumstances::code, child_circumstances::id))
        .select((
            child_circumstances::child_id,
            child_circumstances::id,
            child_circumstances::code,
            child_circumstances::sub_code,
            child_circumstances::from_date,
            child_circumstances::to_date,
            child_circumstances::evidence,
            child_circumstances::note,
        ))
        .load(cx.conn())?;
    let ids: Vec<Id> = rows.iter().map(|row| row.1.clone()).collect();
    let mut files =
        if ids.is_empty() { HashMap::new() } else { attachments::of(cx, OwnerKind::ChildCircumstance, &ids)? };
    let shape = |(child, id, code, sub_code, from_date, to_date, evidence, note): Row| {
        let label = catalogue::group(&code).map_or_else(|| code.clone(), |group| group.label.clone());
        let attachments = files.remove(&id).unwrap_or_default();
        (child, Circumstance { id, code, sub_code, label, from_date, to_date, evidence, note, attachments })
    };
    Ok(rows.into_iter().map(shape).collect())
}

fn dress<A: Deed>(cx: &mut Cx<'_, Children, A>, view: View, rows: Vec<ChildRow>) -> Result<Vec<Shown>> {
    let mut extras = extras(cx, view, &rows)?;
    let (today, vault) = (cx.today(), &cx.services().vault);
    let role = cx.actor().role;
    let may_update = matrix::grant(role, Resource::Children, Action::Update).is_some();
    let mut shown = Vec::with_capacity(rows.len());
    for row in rows {
        let whole = match &row.personal_id {
            Some(sealed) if view.shows("personal_id") => Some(content::open_personal_id(vault, &row.id, sealed)?),
            _ => None,
        };
        let doubts = whole.as_deref().map(|id| rules::doubts(id, row.sex, row.date_of_birth)).unwrap_or_default();
        let personal_id = whole.map(|whole| if view.masks_ids { views::mask(&whole) } else { whole });
        let groups = extras.groups.remove(&row.id).unwrap_or_default();
        let is_risk = |one: &Circumstance| catalogue::group(&one.code).is_some_and(|g| g.kind == GroupKind::Risk);
        let (risks, circumstances) = groups.into_iter().partition(is_risk);
        let addresses = row.addresses.clone().into_inner();
        let child = Child {
            code: row.code.clone(),
            view: view.name,
            full_name: row.full_name.clone(),
            date_of_birth: row.date_of_birth,
            birth_year_only: row.birth_year_only,
            birth_year: super::query::birth_year(row.date_of_birth),
            age: rules::age(row.date_of_birth, today),
            sex: row.sex,
            ethnicity: row.ethnicity.clone(),
            personal_id,
            neighborhood: row.neighborhood_id.as_ref().and_then(|id| extras.units.get(id)).cloned(),
            neighborhood_id: row.neighborhood_id.clone(),
            school: row.school_id.as_ref().and_then(|id| extras.units.get(id)).cloned(),
            school_id: row.school_id.clone(),
            grade: row.grade.clone(),
            address: addresses.actual,
            permanent_address: addresses.permanent,
            temporary_address: addresses.temporary,
            guardians: extras.guardians.remove(&row.id).unwrap_or_default(),
            health_insurance_no: row.health_insurance_no.clone(),
            health_insurance_valid_to: row.health_insurance_valid_to,
            disability: row.disability.clone(),
            disability_degree: row.disability_degree,
            illness: row.illness.clone(),
            poverty: row.poverty,
            can_swim: row.can_swim,
            medical_warning: row.medical_warning.clone(),
            notes: row.notes.clone(),
            circumstances,
            risks,
            last_supported_on: extras.supported.get(&row.id).copied(),
            status: row.status,
            status_on: row.status_on,
            created_at: row.created_at,
            updated_at: row.updated_at,
            warnings: doubts.into_iter().map(warning).collect(),
            allowed_actions: allowed_actions(view, may_update, &row),
            version: row.version,
            id: row.id,
        };
        let (id, version) = (child.id.clone(), child.version);
        shown.push(Shown { id, version, members: view.cut(json!(child)) });
    }
    Ok(shown)
}

fn warning(doubt: IdDoubt) -> ChildWarning {
    match doubt {
        IdDoubt::Sex => ChildWarning::PersonalIdSex,
        IdDoubt::Year => ChildWarning::PersonalIdYear,
    }
}

fn allowed_actions(view: View, may_update: bool, row: &ChildRow) -> Vec<ChildAction> {
    if !may_update {
        return Vec::new();
    }
    let turn = |turn: &Turn| match turn {
        Turn::Edit => ChildAction::Edit,
        Turn::Move => ChildAction::Move,
        Turn::MoveOut => ChildAction::MoveOut,
        Turn::Return => ChildAction::Return,
        Turn::Die => ChildAction::Died,
    };
    let mut actions: Vec<ChildAction> = rules::possible(row.status).iter().map(turn).collect();
    if actions.contains(&ChildAction::Edit) {
        actions.extend([ChildAction::AddCircumstance, ChildAction::AddSupport]);
    }
    if view.name == ViewName::Health {
        actions.retain(|action| *action == ChildAction::Edit);
    }
    if view.is_ward && actions.contains(&ChildAction::Edit) {
        actions.push(ChildAction::Merge);
    }
    actions
}
