//! The table of notes.

use diesel::dsl::max;
use diesel::expression::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::model::{
    NewPublicNote, PublicNote, PublicNoteAction, PublicNoteChanges, PublicNoteKind, PublicNoteQuery, PublicNoteRow,
};
use super::rules::{self, FULL, NOTES_MAX, WARD_ONLY};
use super::starters::ADVICE;
use crate::access::subject::Communications;
use crate::access::{Action, Approve, Create, Cx, Deed, Read, Resource, Scope, Update, Writes, matrix};
use crate::audit::{self, Changes};
use crate::db::MultiBackend;
use crate::db::page::List;
use crate::db::schema::public_notes;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::http::IfMatch;
use crate::input::Checks;

type Condition = Box<dyn BoxableExpression<public_notes::table, MultiBackend, SqlType = Bool>>;

/// The notes within a scope: a unit's own communications are not the ward's page.
fn visible(scope: &Scope) -> Condition {
    match scope {
        Scope::Ward(ward) => Box::new(public_notes::ward_id.eq(ward.clone())),
        Scope::Below(wards) => Box::new(public_notes::ward_id.eq_any(wards.clone())),
        Scope::Unit { .. } | Scope::User { .. } => Box::new(public_notes::id.eq(String::new())),
    }
}

/// All notes, as they stand on the page; a ward has [`NOTES_MAX`] at most.
///
/// # Errors
/// When the database refuses.
pub fn list(cx: &mut Cx<'_, Communications, Read>, query: &PublicNoteQuery) -> Result<List<PublicNote>> {
    let mut rows = public_notes::table.filter(visible(cx.scope())).into_boxed();
    if let Some(kind) = query.kind {
        rows = rows.filter(public_notes::kind.eq(kind));
    }
    let order = (public_notes::kind, public_notes::position, public_notes::id);
    let rows: Vec<PublicNoteRow> = rows.order(order).select(PublicNoteRow::as_select()).load(cx.conn())?;
    Ok(List::whole(rows.into_iter().map(|row| dress(cx, row)).collect()))
}

fn dress<A: Deed>(cx: &Cx<'_, Communications, A>, row: PublicNoteRow) -> PublicNote {
    PublicNote {
        allowed_actions: rules::allowed_actions(cx.actor().role, &row),
        id: row.id,
        kind: row.kind,
        title: row.title,
        body: row.body,
        reply: row.reply,
        consent_given: row.consent_given,
        consent_how: row.consent_how,
        position: row.position,
        is_shown: row.is_shown,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        created_at: row.created_at,
        updated_at: row.updated_at,
        version: row.version,
    }
}

fn find_row<A: Deed>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<PublicNoteRow> {
    let row = public_notes::table.filter(visible(cx.scope())).filter(public_notes::id.eq(id));
    Ok(row.select(PublicNoteRow::as_select()).first(cx.conn())?)
}

/// A note within the scope.
///
/// # Errors
/// 404.
pub fn find<A: Deed>(cx: &mut Cx<'_, Communications, A>, id: &Id) -> Result<PublicNote> {
    let row = find_row(cx, id)?;
    Ok(dress(cx, row))
}

/// Writes a note; it is shown when somebody approves it.
///
/// # Errors
/// 403 for a unit of the ward, 409 when the page is full, 422 with the fields.
pub fn create(cx: &mut Cx<'_, Communications, Create>, input: &NewPublicNote) -> Result<Id> {
    let ward = ward_of(cx)?;
    check_room(cx, &ward, 1)?;
    let position = match input.position {
        Some(position) => position,
        None => last_position(cx, &ward, input.kind)? + 1,
    };
    let row = PublicNoteRow {
        title: input.title.clone(),
        body: input.body.clone(),
        reply: input.reply.clone(),
        consent_given: input.consent_given,
        consent_how: input.consent_how.clone(),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        ..blank(cx, ward, input.kind, position)
    };
    let mut checks = Checks::new();
    let row = rules::check(&mut checks, row);
    checks.finish()?;
    diesel::insert_into(public_notes::table).values(&row).execute(cx.conn())?;
    audit::record(cx, "create_note", &row.id, Changes::none().field("kind", (), row.kind))?;
    Ok(row.id)
}

fn ward_of<A: Deed>(cx: &Cx<'_, Communications, A>) -> Result<Id> {
    match cx.scope() {
        Scope::Ward(ward) => Ok(ward.clone()),
        _ => Err(Error::forbidden(WARD_ONLY)),
    }
}

fn blank<A: Deed>(cx: &Cx<'_, Communications, A>, ward: Id, kind: PublicNoteKind, position: i32) -> PublicNoteRow {
    PublicNoteRow {
        id: cx.new_id(),
        ward_id: ward,
        kind,
        title: String::new(),
        body: String::new(),
        reply: String::new(),
        consent_given: false,
        consent_how: String::new(),
        position,
        is_shown: false,
        starts_on: None,
        ends_on: None,
        created_by_id: cx.actor().person().cloned(),
        created_at: cx.now(),
        updated_at: cx.now(),
        version: 1,
    }
}

fn check_room<A: Deed>(cx: &mut Cx<'_, Communications, A>, ward: &Id, more: i64) -> Result<()> {
    let count: i64 = public_notes::table.filter(public_notes::ward_id.eq(ward)).count().get_result(cx.conn())?;
    if count + more > NOTES_MAX { Err(Error::conflict(FULL).with("max", NOTES_MAX)) } else { Ok(()) }
}

fn last_position<A: Deed>(cx: &mut Cx<'_, Communications, A>, ward: &Id, kind: PublicNoteKind) -> Result<i32> {
    let of_kind = public_notes::table.filter(public_notes::ward_id.eq(ward)).filter(public_notes::kind.eq(kind));
    let last: Option<i32> = of_kind.select(max(public_notes::position)).first(cx.conn())?;
    Ok(last.unwrap_or(0).min(998))
}

/// Adds the advice that is not there yet, told by its title. Whoever may approve has approved it by that.
///
/// # Errors
/// 403 for a unit of the ward, 409 when the page is full.
pub fn add_starters(cx: &mut Cx<'_, Communications, Create>) -> Result<i64> {
    let ward = ward_of(cx)?;
    let kind = PublicNoteKind::Advice;
    let of_kind = public_notes::table.filter(public_notes::ward_id.eq(&ward)).filter(public_notes::kind.eq(kind));
    let known: Vec<String> = of_kind.select(public_notes::title).load(cx.conn())?;
    let missing: Vec<_> = ADVICE.iter().filter(|(title, _)| !known.iter().any(|one| one == title)).collect();
    let added = i64::try_from(missing.len()).unwrap_or(0);
    check_room(cx, &ward, added)?;
    let is_shown = matrix::grant(cx.actor().role, Resource::Communications, Action::Approve).is_some();
    let last = last_position(cx, &ward, kind)?;
    for ((title, body), position) in missing.into_iter().zip(last + 1..) {
        let row = PublicNoteRow {
            title: (*title).to_owned(),
            body: (*body).to_owned(),
            is_shown,
            ..blank(cx, ward.clone(), kind, position.min(999))
        };
        diesel::insert_into(public_notes::table).values(&row).execute(cx.conn())?;
    }
    audit::record(cx, "add_starters", &ward, Changes::none().field("added", (), added))?;
    Ok(added)
}

/// Changes a note. Other words are hidden until they are approved; a giver who takes consent back is hidden at once.
///
/// # Errors
/// 404, 412, 422, 428.
pub fn update(
    cx: &mut Cx<'_, Communications, Update>,
    id: &Id,
    if_match: IfMatch,
    changes: &PublicNoteChanges,
) -> Result<()> {
    let before = find_row(cx, id)?;
    if_match.check_version(before.version, || find(cx, id))?;
    let text = |new: &Option<String>, old: &String| new.as_ref().unwrap_or(old).clone();
    let after = PublicNoteRow {
        title: text(&changes.title, &before.title),
        body: text(&changes.body, &before.body),
        reply: text(&changes.reply, &before.reply),
        consent_given: changes.consent_given.unwrap_or(before.consent_given),
        consent_how: text(&changes.consent_how, &before.consent_how),
        position: changes.position.unwrap_or(before.position),
        starts_on: changes.starts_on.unwrap_or(before.starts_on),
        ends_on: changes.ends_on.unwrap_or(before.ends_on),
        ..before.clone()
    };
    let mut checks = Checks::new();
    let mut after = rules::check(&mut checks, after);
    checks.finish()?;
    after.is_shown = before.is_shown && !rules::says_something_else(&before, &after);
    save(cx, &before, after, "update_note")
}

/// Shows a note to everybody, or hides it.
///
/// # Errors
/// 404, 409, 412; 422 `consent_missing` for a giver who has not agreed.
pub fn turn(
    cx: &mut Cx<'_, Communications, Approve>,
    id: &Id,
    if_match: IfMatch,
    action: PublicNoteAction,
) -> Result<()> {
    let before = find_row(cx, id)?;
    if_match.check_version_if_given(before.version, || find(cx, id))?;
    let is_shown = rules::next(&before, action)?;
    let verb = if is_shown { "show_note" } else { "hide_note" };
    save(cx, &before, PublicNoteRow { is_shown, ..before.clone() }, verb)
}

fn save<A: Writes>(
    cx: &mut Cx<'_, Communications, A>,
    before: &PublicNoteRow,
    mut row: PublicNoteRow,
    verb: &str,
) -> Result<()> {
    row.version = before.version + 1;
    row.updated_at = cx.now();
    let unchanged = public_notes::table.find(&before.id).filter(public_notes::version.eq(before.version));
    if diesel::update(unchanged).set(&row).execute(cx.conn())? == 0 {
        return Err(Error::stale(find(cx, &before.id)?));
    }
    audit::record(cx, verb, &row.id, changed(before, &row))
}

/// Which fields differ, not their words: a child's name that was typed by mistake and taken out must not stay in a log
/// that nobody can change.
fn changed(before: &PublicNoteRow, row: &PublicNoteRow) -> Changes {
    let texts = [
        ("title", before.title != row.title),
        ("body", before.body != row.body),
        ("reply", before.reply != row.reply),
        ("consent_how", before.consent_how != row.consent_how),
        ("position", before.position != row.position),
        ("days", (before.starts_on, before.ends_on) != (row.starts_on, row.ends_on)),
    ];
    let names: Vec<&str> = texts.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect();
    let mut changes = Changes::none();
    if !names.is_empty() {
        changes = changes.field("fields", (), names.join(", "));
    }
    for (name, old, new) in
        [("is_shown", before.is_shown, row.is_shown), ("consent_given", before.consent_given, row.consent_given)]
    {
        if old != new {
            changes = changes.field(name, old, new);
        }
    }
    changes
}
