//! What parents and children said before the first session (Circular 27/2022/TT-BLĐTBXH, art. 3 and 4.2).

use std::collections::HashMap;

use diesel::prelude::*;

use super::attendance_model::{OpinionRow, SummerOpinion, SummerOpinionCount, SummerOpinions};
use super::groups;
use super::rules::{self, CHILD_SEVEN, NOT_IN_SCOPE};
use super::session_model::SummerConsent;
use crate::access::subject::Summer;
use crate::access::{Cx, Deed, Update};
use crate::audit::{self, Changes};
use crate::db::schema::{summer_group_members as members, summer_opinions as opinions};
use crate::db::types::Id;
use crate::error::Result;
use crate::features::children::roster;
use crate::input::{Checks, TOO_MANY};

/// More than any group has members.
const OPINIONS_MAX: usize = 1000;

/// What was said for some children this year.
///
/// # Errors
/// When the database refuses.
pub fn of<A: Deed>(cx: &mut Cx<'_, Summer, A>, year: i32, children: &[Id]) -> Result<HashMap<Id, SummerOpinion>> {
    let mut said = HashMap::new();
    for some in children.chunks(500) {
        let rows = opinions::table.filter(opinions::year.eq(year)).filter(opinions::child_id.eq_any(some));
        let rows: Vec<OpinionRow> = rows.select(OpinionRow::as_select()).load(cx.conn())?;
        said.extend(rows.into_iter().map(|row| (row.child_id.clone(), shape(row))));
    }
    Ok(said)
}

impl SummerOpinionCount {
    pub fn add(&mut self, said: Option<&SummerOpinion>) {
        let declines = |one: SummerConsent| one == SummerConsent::Declines;
        match said {
            None => self.unasked += 1,
            Some(one) if declines(one.parents) || one.child.is_some_and(declines) => self.decline += 1,
            Some(_) => self.agree += 1,
        }
    }
}

fn shape(row: OpinionRow) -> SummerOpinion {
    SummerOpinion {
        child_id: row.child_id,
        parents: row.parents,
        child: row.child_says,
        asked_on: row.asked_on,
        method: row.method,
        note: row.note,
    }
}

/// The opinions of a group's members, as far as they were asked.
///
/// # Errors
/// 404.
pub fn of_group<A: Deed>(cx: &mut Cx<'_, Summer, A>, group: &Id) -> Result<Vec<SummerOpinion>> {
    let row = groups::find_row(cx, group)?;
    let ids: Vec<Id> = members::table.filter(members::group_id.eq(group)).select(members::child_id).load(cx.conn())?;
    let mut said: Vec<SummerOpinion> = of(cx, row.year, &ids)?.into_values().collect();
    said.sort_by(|a, b| a.child_id.cmp(&b.child_id));
    Ok(said)
}

/// Writes down what was said; a later word takes the place of an earlier one.
///
/// # Errors
/// 404, 422 for a child that is no member, or that is seven and was not asked.
pub fn record(cx: &mut Cx<'_, Summer, Update>, input: &SummerOpinions) -> Result<Vec<SummerOpinion>> {
    let group = groups::find_to_write(cx, &input.group_id)?;
    let listed: Vec<Id> =
        members::table.filter(members::group_id.eq(&group.id)).select(members::child_id).load(cx.conn())?;
    let pupils = roster::named(cx, input.opinions.iter().map(|one| &one.child_id).filter(|id| listed.contains(id)))?;
    let (now, today) = (cx.now(), cx.today());
    let mut checks = Checks::new();
    if input.opinions.len() > OPINIONS_MAX {
        checks.fail_with("opinions", TOO_MANY, vec![("max", OPINIONS_MAX.to_string())]);
    }
    let mut rows = Vec::new();
    for (at, one) in input.opinions.iter().take(OPINIONS_MAX).enumerate() {
        let asked_on = checks.day(&format!("opinions[{at}].asked_on"), one.asked_on.unwrap_or(today));
        let method =
            checks.optional_line(&format!("opinions[{at}].method"), Some(&one.method), 150).unwrap_or_default();
        let note = checks.lines(&format!("opinions[{at}].note"), &one.note, 500);
        let Some(pupil) = pupils.get(&one.child_id) else {
            checks.fail(format!("opinions[{at}].child_id"), NOT_IN_SCOPE);
            continue;
        };
        if one.child.is_none() && rules::must_be_asked(pupil, asked_on) {
            checks.fail(format!("opinions[{at}].child"), CHILD_SEVEN);
        }
        rows.push(OpinionRow {
            id: cx.new_id(),
            ward_id: group.ward_id.clone(),
            year: group.year,
            neighborhood_id: group.neighborhood_id.clone(),
            child_id: one.child_id.clone(),
            parents: one.parents,
            child_says: one.child,
            asked_on,
            method,
            note,
            recorded_by_id: cx.actor().person().cloned(),
            updated_at: now,
        });
    }
    checks.finish()?;
    for row in &rows {
        let known = opinions::table.filter(opinions::year.eq(row.year)).filter(opinions::child_id.eq(&row.child_id));
        let known: Option<Id> = known.select(opinions::id).first(cx.conn()).optional()?;
        match known {
            Some(id) => {
                let row = OpinionRow { id: id.clone(), ..row.clone() };
                diesel::update(opinions::table.find(id)).set(&row).execute(cx.conn())?;
            }
            None => {
                diesel::insert_into(opinions::table).values(row).execute(cx.conn())?;
            }
        }
    }
    audit::record(cx, "record_opinions", &group.id, Changes::none().field("children", (), rows.len()))?;
    of_group(cx, &group.id)
}
