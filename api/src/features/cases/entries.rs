//! The timeline of a case: what happened, when, by whom. Each entry belongs to a part, and its reader sees those parts
//! that are theirs.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::content;
use super::model::{CaseAction, CasePart, CaseRow};
use super::{store, views};
use crate::access::subject::Cases;
use crate::access::{Cx, Deed, Subject, Update, Writes};
use crate::audit::{self, Changes};
use crate::db::schema::case_entries;
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::users::{self, model::UserRef};
use crate::input::Checks;
use crate::keys::sealed::CASE_ENTRIES;
use crate::text_enum;

text_enum! {
    /// What an entry tells.
    pub enum EntryKind {
        Opened = "opened",
        Joined = "joined",
        Step = "step",
        Note = "note",
        Measure = "measure",
        Separation = "separation",
        Referral = "referral",
        Police = "police",
        File = "file",
        People = "people",
        Glass = "glass",
    }
}

/// The sealed part of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryContent {
    pub step: Option<CaseAction>,
    pub text: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = case_entries)]
struct EntryRow {
    id: Id,
    case_id: Id,
    at: Instant,
    by_user_id: Option<Id>,
    unit_id: Option<Id>,
    kind: EntryKind,
    part: CasePart,
    content: String,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseEntry {
    pub id: Id,
    pub at: Instant,
    /// Nobody, where a service without an account answered.
    pub by: Option<UserRef>,
    pub kind: EntryKind,
    pub part: CasePart,
    pub step: Option<CaseAction>,
    pub text: String,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCaseEntry {
    pub text: String,
}

/// Writes an entry.
///
/// # Errors
/// When it cannot be sealed or written.
pub fn record<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    case: &Id,
    kind: EntryKind,
    part: CasePart,
    said: &EntryContent,
) -> Result<()> {
    let id = cx.new_id();
    let row = EntryRow {
        content: content::seal(&cx.services().vault, &CASE_ENTRIES, &id, said)?,
        id,
        case_id: case.clone(),
        at: cx.now(),
        by_user_id: cx.caller().person().cloned(),
        unit_id: cx.caller().unit().cloned(),
        kind,
        part,
    };
    diesel::insert_into(case_entries::table).values(&row).execute(cx.conn())?;
    Ok(())
}

/// A step that was taken, with what was said.
///
/// # Errors
/// As [`record`].
pub fn step<R: Subject, A: Writes>(
    cx: &mut Cx<'_, R, A>,
    case: &Id,
    part: CasePart,
    step: CaseAction,
    text: &str,
) -> Result<()> {
    record(cx, case, EntryKind::Step, part, &EntryContent { step: Some(step), text: text.to_owned() })
}

/// The timeline as its reader sees it, newest first.
///
/// # Errors
/// 404.
pub fn list<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<Vec<CaseEntry>> {
    store::find_row(cx, case)?;
    let rows: Vec<EntryRow> = case_entries::table
        .filter(case_entries::case_id.eq(case))
        .order((case_entries::at.desc(), case_entries::id.desc()))
        .select(EntryRow::as_select())
        .load(cx.conn())?;
    let (role, unit) = (cx.actor().role, cx.actor().unit_id.clone());
    let is_theirs = |row: &EntryRow| views::sees(role, row.part) || row.unit_id.as_ref() == Some(&unit);
    let rows: Vec<EntryRow> = rows.into_iter().filter(is_theirs).collect();
    let people = users::references(cx, rows.iter().filter_map(|row| row.by_user_id.as_ref()))?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        let said: EntryContent = content::open(&cx.services().vault, &CASE_ENTRIES, &row.id, &row.content)?;
        entries.push(CaseEntry {
            by: row.by_user_id.as_ref().and_then(|id| people.get(id)).cloned(),
            id: row.id,
            at: row.at,
            kind: row.kind,
            part: row.part,
            step: said.step,
            text: said.text,
        });
    }
    Ok(entries)
}

/// Somebody who works on the case writes down what they did.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn add(cx: &mut Cx<'_, Cases, Update>, case: &Id, input: &NewCaseEntry) -> Result<()> {
    let row: CaseRow = store::open_for(cx, case, CaseAction::Note)?;
    let mut checks = Checks::new();
    let text = checks.required_lines("text", &input.text, 8_000);
    checks.finish()?;
    let part = views::own_part(cx.actor().role);
    record(cx, case, EntryKind::Note, part, &EntryContent { step: None, text })?;
    store::save(cx, &row, row.clone())?;
    audit::record(cx, "note", case, Changes::none())
}
