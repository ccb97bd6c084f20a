//! Papers and photos of a case: reached through the case, by those who see the part they belong to.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::content;
use super::entries::{self, EntryContent, EntryKind};
use super::model::{CaseAction, CasePart};
use super::{store, views};
use crate::access::subject::Cases;
use crate::access::{Cx, Deed, Read, Update};
use crate::attachments::{self, Attachment, OwnerKind, Stored};
use crate::audit::{self, Changes};
use crate::db::schema::case_files as table;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::users::{self, model::UserRef};
use crate::input::{Checks, REQUIRED};
use crate::keys::sealed::CASE_FILES;

pub const NOT_YOUR_PART: Message = Message::new(
    "not_your_part",
    "Anh/chị chỉ thêm tệp vào phần việc của mình.",
    "You add files to your own part of the case only.",
);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Said {
    title: String,
    removal: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = table)]
struct FileRow {
    id: Id,
    case_id: Id,
    part: CasePart,
    content: String,
    added_by_id: Option<Id>,
    added_at: Instant,
    removed_at: Option<Instant>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseFile {
    pub id: Id,
    pub part: CasePart,
    pub title: String,
    pub added_by: Option<UserRef>,
    pub added_at: Instant,
    pub attachments: Vec<Attachment>,
}

#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCaseFile {
    pub title: String,
    /// Whose it is to see; the writer's own part when left out.
    pub part: Option<CasePart>,
    pub attachment_ids: Vec<Id>,
}

/// # Errors
/// 404.
pub fn list<A: Deed>(cx: &mut Cx<'_, Cases, A>, case: &Id) -> Result<Vec<CaseFile>> {
    store::find_row(cx, case)?;
    let rows = table::table.filter(table::case_id.eq(case)).filter(table::removed_at.is_null());
    let rows = rows.order((table::added_at.desc(), table::id.desc()));
    let rows: Vec<FileRow> = rows.select(FileRow::as_select()).load(cx.conn())?;
    let role = cx.actor().role;
    let rows: Vec<FileRow> = rows.into_iter().filter(|row| views::sees(role, row.part)).collect();
    let ids: Vec<Id> = rows.iter().map(|row| row.id.clone()).collect();
    let mut held = attachments::of(cx, OwnerKind::CaseFile, &ids)?;
    let people = users::references(cx, rows.iter().filter_map(|row| row.added_by_id.as_ref()))?;
    let mut files = Vec::with_capacity(rows.len());
    for row in rows {
        let said: Said = content::open(&cx.services().vault, &CASE_FILES, &row.id, &row.content)?;
        files.push(CaseFile {
            added_by: row.added_by_id.as_ref().and_then(|id| people.get(id)).cloned(),
            attachments: held.remove(&row.id).unwrap_or_default(),
            title: said.title,
            id: row.id,
            part: row.part,
            added_at: row.added_at,
        });
    }
    Ok(files)
}

/// # Errors
/// 403, 404, 409, 422.
pub fn add(cx: &mut Cx<'_, Cases, Update>, case: &Id, input: &NewCaseFile) -> Result<()> {
    let row = store::open_for(cx, case, CaseAction::AddFile)?;
    let role = cx.actor().role;
    let own = views::own_part(role);
    let part = input.part.unwrap_or(own);
    let mut checks = Checks::new();
    let title = checks.line("title", &input.title, 200);
    if part != own && own != CasePart::Log {
        checks.fail("part", NOT_YOUR_PART);
    }
    if input.attachment_ids.is_empty() {
        checks.fail("attachment_ids", REQUIRED);
    }
    checks.finish()?;
    let id = cx.new_id();
    let file = FileRow {
        content: content::seal(
            &cx.services().vault,
            &CASE_FILES,
            &id,
            &Said { title: title.clone(), ..Said::default() },
        )?,
        id,
        case_id: case.clone(),
        part,
        added_by_id: cx.actor().person().cloned(),
        added_at: cx.now(),
        removed_at: None,
    };
    diesel::insert_into(table::table).values(&file).execute(cx.conn())?;
    attachments::give(cx, &input.attachment_ids, OwnerKind::CaseFile, &file.id, "attachment_ids")?;
    store::save(cx, &row, row.clone())?;
    entries::record(cx, case, EntryKind::File, part, &EntryContent { step: None, text: title })?;
    audit::record(cx, "add_file", case, Changes::none())
}

/// Takes out a file that was put there by mistake; its bytes are deleted.
///
/// # Errors
/// 403, 404, 409, 422.
pub fn remove(cx: &mut Cx<'_, Cases, Update>, case: &Id, id: &Id, reason: &str) -> Result<()> {
    let row = store::open_for(cx, case, CaseAction::AddFile)?;
    let found = table::table.find(id).filter(table::case_id.eq(case)).filter(table::removed_at.is_null());
    let file: FileRow = found.select(FileRow::as_select()).first(cx.conn())?;
    if !views::sees(cx.actor().role, file.part) {
        return Err(Error::not_found());
    }
    let mut checks = Checks::new();
    let removal = checks.required_lines("reason", reason, 1_000);
    checks.finish()?;
    let vault = &cx.services().vault;
    let said: Said = content::open(vault, &CASE_FILES, id, &file.content)?;
    let content = content::seal(vault, &CASE_FILES, id, &Said { removal: removal.clone(), ..said })?;
    let now = cx.now();
    let changed = (table::content.eq(content), table::removed_at.eq(now));
    diesel::update(table::table.find(id)).set(changed).execute(cx.conn())?;
    attachments::let_go(cx, OwnerKind::CaseFile, std::slice::from_ref(id))?;
    store::save(cx, &row, row.clone())?;
    entries::record(cx, case, EntryKind::File, file.part, &EntryContent { step: None, text: removal })?;
    audit::record(cx, "remove_file", case, Changes::none())
}

/// A file for whoever sees the part it belongs to, with the row of this look.
///
/// # Errors
/// 404.
pub fn look(cx: &mut Cx<'_, Cases, Read>, case: &Id, id: &Id, attachment: &Id) -> Result<Stored> {
    let found = table::table.find(id).filter(table::case_id.eq(case)).filter(table::removed_at.is_null());
    let part: CasePart = found.select(table::part).first(cx.conn())?;
    store::find_part(cx, case, part)?;
    let stored = attachments::one_of(cx, OwnerKind::CaseFile, id, attachment)?;
    audit::record(cx, "read_file", case, Changes::none())?;
    Ok(stored)
}
