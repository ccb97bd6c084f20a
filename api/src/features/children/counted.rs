//! The children of the ward and what they were given, as statistics see them.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use super::catalogue::{self, GroupKind};
use super::model::{ChildStatus, DisabilityDegree, Poverty, Sex};
use super::query::within;
use super::rules::age;
use super::supports::SupportKind;
use super::views::View;
use crate::access::subject::Children;
use crate::access::{Cx, Read};
use crate::counted::{Counted, Period};
use crate::db::schema::{child_circumstances, child_supports, children};
use crate::db::types::Id;
use crate::error::Result;

/// The code of the Kinh people (list of ethnic groups, statistics office 1979).
const KINH: &str = "01";
/// The group of disabled children (Law on Children, art. 10.1 d).
const DISABLED: &str = "HC04";

#[derive(Queryable, Selectable)]
#[diesel(table_name = children)]
struct Row {
    id: Id,
    date_of_birth: NaiveDate,
    sex: Sex,
    ethnicity: Option<String>,
    neighborhood_id: Option<Id>,
    health_insurance_no: Option<String>,
    health_insurance_valid_to: Option<NaiveDate>,
    disability_degree: Option<DisabilityDegree>,
    poverty: Poverty,
    can_swim: Option<bool>,
}

/// Every child of the list who was under the ward's care on a day. Reports are written days after their period: who
/// moved away, died or turned sixteen since then was still there.
///
/// # Errors
/// When the database refuses.
pub fn counted(cx: &mut Cx<'_, Children, Read>, on: NaiveDate) -> Result<Vec<Counted>> {
    let gone = [ChildStatus::MovedOut, ChildStatus::Deceased, ChildStatus::AgedOut];
    let left_later = children::status.eq_any(gone).and(children::status_on.gt(on).assume_not_null());
    let rows = within(cx)
        .filter(children::status.eq(ChildStatus::Active).or(left_later))
        .filter(children::date_of_birth.le(on));
    let rows: Vec<Row> = rows.order(children::id).select(Row::as_select()).load(cx.conn())?;
    let mut groups = groups_on(cx, on)?;
    let shape = |row: Row| {
        let years = age(row.date_of_birth, on);
        let has_card = row.health_insurance_no.is_some() && row.health_insurance_valid_to.is_none_or(|day| day >= on);
        let codes = groups.remove(&row.id).unwrap_or_default();
        let is_minority = row.ethnicity.as_deref().is_some_and(|code| code != KINH);
        let swims = match row.can_swim {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown",
        };
        let mut child = Counted::new(row.id)
            .mark("sex", row.sex)
            .mark("age", age_band(years))
            .mark("school_age", if years < 6 { "under_6" } else { "from_6" })
            .flag("minority", is_minority)
            .unit("neighborhood", row.neighborhood_id.as_ref())
            .mark("card", if has_card { "valid" } else { "none" })
            .mark("poverty", row.poverty)
            .mark("swims", swims)
            // Health writes the degree, the social officer the group: the paper may not show two numbers of the same.
            .flag("disability", row.disability_degree.is_some() || codes.iter().any(|code| code == DISABLED));
        for code in &codes {
            child = match catalogue::group(code).map(|group| group.kind) {
                Some(GroupKind::Circumstance) => child.mark("group", code),
                Some(GroupKind::Risk) => child.mark("risk", code),
                None => child,
            };
        }
        let has = |kind| codes.iter().any(|code| catalogue::group(code).is_some_and(|group| group.kind == kind));
        let (is_special, is_at_risk) = (has(GroupKind::Circumstance), has(GroupKind::Risk));
        child.flag("special", is_special).flag("at_risk", is_at_risk)
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// Bands that neither the injury form nor the law fixes: before school, primary school, lower secondary.
fn age_band(years: i32) -> &'static str {
    match years {
        ..6 => "0-5",
        6..=10 => "6-10",
        _ => "11-15",
    }
}

fn groups_on(cx: &mut Cx<'_, Children, Read>, on: NaiveDate) -> Result<HashMap<Id, Vec<String>>> {
    let rows: Vec<(Id, String)> = child_circumstances::table
        .inner_join(children::table.on(children::id.eq(child_circumstances::child_id)))
        .filter(children::ward_id.eq_any(cx.scope().wards()))
        .filter(child_circumstances::cancelled_at.is_null())
        .filter(child_circumstances::from_date.le(on))
        .filter(child_circumstances::to_date.is_null().or(child_circumstances::to_date.ge(on)))
        .order((child_circumstances::child_id, child_circumstances::code))
        .select((child_circumstances::child_id, child_circumstances::code))
        .distinct()
        .load(cx.conn())?;
    let mut groups: HashMap<Id, Vec<String>> = HashMap::new();
    for (child, code) in rows {
        groups.entry(child).or_default().push(code);
    }
    Ok(groups)
}

/// Every visit, gift, card and class within the days; whether the child was in special circumstances on that day.
///
/// # Errors
/// When the database refuses.
pub fn supports_counted(cx: &mut Cx<'_, Children, Read>, period: Period) -> Result<Vec<Counted>> {
    type Row = (Id, Id, SupportKind, NaiveDate, Option<i64>, Sex);
    // Of children of any state: whoever moved away since was given it all the same. Rows that were merged handed theirs
    // over; erased ones count nowhere.
    let rows: Vec<Row> = child_supports::table
        .inner_join(children::table.on(children::id.eq(child_supports::child_id)))
        .filter(children::ward_id.eq_any(cx.scope().wards()))
        .filter(children::merged_into_id.is_null())
        .filter(children::status.ne(ChildStatus::Erased))
        .filter(child_supports::cancelled_at.is_null())
        .filter(child_supports::on_date.between(period.from, period.to))
        .order(child_supports::id)
        .select((
            child_supports::id,
            child_supports::child_id,
            child_supports::kind,
            child_supports::on_date,
            child_supports::value,
            children::sex,
        ))
        .load(cx.conn())?;
    let special = special_days(cx)?;
    let shape = |(id, child, kind, on, value, sex): Row| {
        let held = |(from, to): &Days| *from <= on && to.is_none_or(|to| on <= to);
        let is_special = special.get(&child).is_some_and(|days| days.iter().any(held));
        Counted::new(id)
            .of(child)
            .mark("kind", kind)
            .mark("sex", sex)
            .flag("special", is_special)
            .amount("value", value.unwrap_or(0))
    };
    Ok(rows.into_iter().map(shape).collect())
}

/// From when until when; without an end it goes on.
type Days = (NaiveDate, Option<NaiveDate>);

/// When the ward's children were in special circumstances, whatever has become of them since.
fn special_days(cx: &mut Cx<'_, Children, Read>) -> Result<HashMap<Id, Vec<Days>>> {
    let of_kind = catalogue::groups().iter().filter(|group| group.kind == GroupKind::Circumstance);
    let codes: Vec<&str> = of_kind.map(|group| group.code.as_str()).collect();
    let rows: Vec<(Id, NaiveDate, Option<NaiveDate>)> = child_circumstances::table
        .inner_join(children::table.on(children::id.eq(child_circumstances::child_id)))
        .filter(children::ward_id.eq_any(cx.scope().wards()))
        .filter(child_circumstances::cancelled_at.is_null())
        .filter(child_circumstances::code.eq_any(codes))
        .select((child_circumstances::child_id, child_circumstances::from_date, child_circumstances::to_date))
        .load(cx.conn())?;
    let mut days: HashMap<Id, Vec<Days>> = HashMap::new();
    for (child, from, to) in rows {
        days.entry(child).or_default().push((from, to));
    }
    Ok(days)
}

/// The children behind some supports, each once, with the kinds it was given.
pub fn by_child(supports: &[Counted]) -> Vec<Counted> {
    let mut children: BTreeMap<&Id, Counted> = BTreeMap::new();
    for support in supports {
        let Some(child) = &support.of else { continue };
        let row = children.entry(child).or_insert_with(|| Counted::new(child.clone()));
        for (dimension, word) in &support.marks {
            if !row.has(dimension, word) {
                row.marks.push((dimension, word.clone()));
            }
        }
        row.amounts.extend(support.amounts.iter().copied());
    }
    children.into_values().collect()
}

/// What some of those rows are called, as far as they are within the reader's scope.
///
/// # Errors
/// When the database refuses.
pub fn labels(cx: &mut Cx<'_, Children, Read>, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let rows = within(cx).filter(children::id.eq_any(ids.to_vec()));
    let rows: Vec<(Id, String)> = rows.select((children::id, children::full_name)).load(cx.conn())?;
    Ok(rows.into_iter().collect())
}

/// Who of some children is in a group of a kind, on a day, that this reader may know of; `None` for a reader who knows
/// of all of them. A list of "those in special circumstances" says of everybody else in it that they are on the closed
/// list (Law on HIV/AIDS prevention, art. 30).
///
/// # Errors
/// When the database refuses.
pub fn known_by_group(
    cx: &mut Cx<'_, Children, Read>,
    ids: &[Id],
    kind: GroupKind,
    on: NaiveDate,
) -> Result<Option<HashSet<Id>>> {
    let view = View::of(cx.actor());
    let of_kind = || catalogue::groups().iter().filter(|group| group.kind == kind);
    let codes: Vec<&str> = of_kind().map(|group| group.code.as_str()).filter(|code| view.knows_code(code)).collect();
    if codes.len() == of_kind().count() {
        return Ok(None);
    }
    let mut known = HashSet::new();
    for some in ids.chunks(500) {
        let rows: Vec<Id> = child_circumstances::table
            .filter(child_circumstances::child_id.eq_any(some.to_vec()))
            .filter(child_circumstances::code.eq_any(&codes))
            .filter(child_circumstances::cancelled_at.is_null())
            .filter(child_circumstances::from_date.le(on))
            .filter(child_circumstances::to_date.is_null().or(child_circumstances::to_date.ge(on)))
            .select(child_circumstances::child_id)
            .load(cx.conn())?;
        known.extend(rows);
    }
    Ok(Some(known))
}
