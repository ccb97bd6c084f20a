//! The list of a handover: who is on it, and what is said of each.

use std::collections::HashSet;

use diesel::prelude::*;

use super::bodies::{HandoverAddition, HandoverChildChanges};
use super::model::{EntryRow, HandoverAction, SummerMembership};
use super::rules::{self, NOT_OF_SCHOOL};
use super::store;
use super::write::{open, save};
use crate::access::subject::{Children, Summer};
use crate::access::{Cx, Read, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::summer_handover_children as entries;
use crate::db::types::Id;
use crate::each_backend;
use crate::error::{Error, Result};
use crate::features::children::model::ChildStatus;
use crate::features::children::roster;
use crate::http::IfMatch;
use crate::input::{Checks, REQUIRED};

/// How many rows one statement writes.
const CHUNK: usize = 500;

/// Puts children on a list on which they are not yet.
///
/// # Errors
/// When the database refuses.
pub(super) fn put<'a, A: Writes>(
    cx: &mut Cx<'_, Summer, A>,
    handover: &Id,
    children: impl Iterator<Item = &'a Id>,
) -> Result<()> {
    let now = cx.now();
    let row = |child: &Id| EntryRow {
        id: Id::new(now),
        handover_id: handover.clone(),
        child_id: child.clone(),
        membership: SummerMembership::None,
        note: String::new(),
        academic: String::new(),
        conduct: String::new(),
        talents: String::new(),
        teacher: String::new(),
        rating: None,
        remarks: String::new(),
        commended: false,
        added_at: now,
        version: 1,
    };
    let rows: Vec<EntryRow> = children.map(row).collect();
    for some in rows.chunks(CHUNK) {
        each_backend!(cx.conn(), plain => diesel::insert_into(entries::table).values(some).execute(plain))?;
    }
    Ok(())
}

/// Adds pupils of the school to a list that is prepared; those who are on it already stay.
///
/// # Errors
/// 403, 404, 409, 412, 422 for a child that is no pupil of the school or outside the scope.
pub fn add(cx: &mut Cx<'_, Summer, Update>, id: &Id, if_match: IfMatch, input: &HandoverAddition) -> Result<()> {
    let before = open(cx, id, if_match, HandoverAction::EditChildren)?;
    let mut ids = input.child_ids.clone();
    ids.sort();
    ids.dedup();
    let known = roster::chosen(&mut cx.also::<Children, Read>()?, &ids)?;
    let is_pupil = |id: &Id| {
        known
            .get(id)
            .is_some_and(|one| one.status == ChildStatus::Active && one.school_id.as_ref() == Some(&before.school_id))
    };
    let mut checks = Checks::new();
    if ids.is_empty() {
        checks.fail("child_ids", REQUIRED);
    }
    if !ids.iter().all(is_pupil) {
        checks.fail("child_ids", NOT_OF_SCHOOL);
    }
    checks.finish()?;
    let listed: HashSet<Id> = store::entries_of(cx, id)?.into_iter().map(|row| row.child_id).collect();
    let new: Vec<&Id> = ids.iter().filter(|id| !listed.contains(*id)).collect();
    put(cx, id, new.iter().copied())?;
    save(cx, &before, before.clone())?;
    audit::record(cx, "add_children", id, Changes::none().field("children", (), new.len()))
}

/// Takes a child off a list that is prepared.
///
/// # Errors
/// 403, 404, 409, 412.
pub fn remove(cx: &mut Cx<'_, Summer, Update>, id: &Id, child: &Id, if_match: IfMatch) -> Result<()> {
    let before = open(cx, id, if_match, HandoverAction::EditChildren)?;
    let entry = store::entry_of(cx, id, child)?;
    diesel::delete(entries::table.find(&entry.id)).execute(cx.conn())?;
    save(cx, &before, before.clone())?;
    audit::record(cx, "remove_child", id, Changes::none().field("child", child, ()))
}

/// What the school says of a child while the list is prepared, what the locality says once it was received.
///
/// # Errors
/// 403, 404, 409, 412, 422, 428.
pub fn update_child(
    cx: &mut Cx<'_, Summer, Update>,
    (id, child): (&Id, &Id),
    if_match: IfMatch,
    changes: &HandoverChildChanges,
) -> Result<()> {
    let handover = store::find_to_write(cx, id)?;
    let before = store::entry_of(cx, id, child)?;
    if_match.check_version(before.version, || store::find_child(cx, id, child))?;
    let side = rules::side(cx.actor());
    let result = changes.rating.is_some() || changes.remarks.is_some() || changes.commended.is_some();
    let said = [&changes.note, &changes.academic, &changes.conduct, &changes.talents, &changes.teacher];
    let of_school = changes.membership.is_some() || said.iter().any(|text| text.is_some());
    if result {
        rules::check(side, handover.status, HandoverAction::Rate)?;
    }
    if of_school || !result {
        rules::check(side, handover.status, HandoverAction::EditChildren)?;
    }
    let mut checks = Checks::new();
    let mut after = before.clone();
    after.membership = changes.membership.unwrap_or(before.membership);
    let lines = [
        ("academic", &changes.academic, &mut after.academic, 100),
        ("conduct", &changes.conduct, &mut after.conduct, 100),
        ("talents", &changes.talents, &mut after.talents, 200),
        ("teacher", &changes.teacher, &mut after.teacher, 150),
    ];
    for (field, new, old, max) in lines {
        if let Some(new) = new {
            *old = checks.optional_line(field, Some(new), max).unwrap_or_default();
        }
    }
    for (field, new, old) in
        [("note", &changes.note, &mut after.note), ("remarks", &changes.remarks, &mut after.remarks)]
    {
        if let Some(new) = new {
            *old = checks.lines(field, new, 1000);
        }
    }
    checks.finish()?;
    after.rating = changes.rating.unwrap_or(before.rating);
    after.commended = changes.commended.unwrap_or(before.commended);
    save_entry(cx, &before, after)?;
    audit::record(cx, "update_child", id, Changes::none().field("child", (), child))
}

pub(super) fn save_entry(cx: &mut Cx<'_, Summer, Update>, before: &EntryRow, mut row: EntryRow) -> Result<()> {
    row.version = before.version + 1;
    let unchanged = entries::table.find(&before.id).filter(entries::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(store::find_child(cx, &before.handover_id, &before.child_id)?));
    }
    Ok(())
}
