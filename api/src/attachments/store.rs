//! The table of attachments.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::access::subject::Own;
use crate::access::{Create, Cx, Deed, Subject, Writes};
use crate::audit::{self, Changes};
use crate::crypto::Vault;
use crate::db::schema::attachments;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::input::{Checks, TOO_MANY};
use crate::keys::sealed::FILE_NAMES;
use crate::text_enum;

pub const NOT_YOURS: Message = Message::new(
    "attachment_unknown",
    "Tệp này không có, đã dùng ở chỗ khác hoặc do người khác tải lên. Hãy tải lại tệp.",
    "This file is not there, belongs to something else, or was uploaded by somebody else. Upload it again.",
);

text_enum! {
    /// What kind of row owns a file.
    pub enum OwnerKind {
        TaskUpdate = "task_update",
        Obstacle = "obstacle",
        ChildCircumstance = "child_circumstance",
        CaseFile = "case_file",
        Event = "event",
        CommunicationReport = "communication_report",
        InspectionVisit = "inspection_visit",
        Recommendation = "recommendation",
        /// Let go: nobody reaches it, and the next sweep removes it.
        Nobody = "nobody",
    }
}

/// A file as rows show it.
#[derive(Clone, Debug, Serialize, ToSchema, Queryable)]
pub struct Attachment {
    pub id: Id,
    pub file_name: String,
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    pub created_at: Instant,
}

/// A file that is to be kept, not yet any row's.
pub(super) struct NewAttachment {
    pub id: Id,
    pub file_name: String,
    pub media_type: &'static str,
    pub size: i64,
    pub sha256: String,
}

pub(super) fn insert(cx: &mut Cx<'_, Own, Create>, new: NewAttachment) -> Result<Attachment> {
    let now = cx.now();
    // A photo is often named after whom it shows.
    let sealed = cx.services().vault.seal(&FILE_NAMES.of(&new.id), &new.file_name).map_err(Error::internal)?;
    diesel::insert_into(attachments::table)
        .values((
            attachments::id.eq(&new.id),
            attachments::ward_id.eq(&cx.actor().ward_id),
            attachments::file_name.eq(sealed),
            attachments::media_type.eq(new.media_type),
            attachments::size.eq(new.size),
            attachments::sha256.eq(&new.sha256),
            attachments::uploaded_by_id.eq(&cx.person()?.user_id),
            attachments::created_at.eq(now),
        ))
        .execute(cx.conn())?;
    audit::record(cx, "upload", &new.id, Changes::none())?;
    let NewAttachment { id, file_name, media_type, size, .. } = new;
    Ok(Attachment { id, file_name, media_type: media_type.to_owned(), size, created_at: now })
}

/// A file with its name in the clear; one from before names were sealed has it so already.
fn named(vault: &Vault, file: Attachment) -> Result<Attachment> {
    if !vault.is_sealed(&file.file_name) {
        return Ok(file);
    }
    let file_name = vault.open(&FILE_NAMES.of(&file.id), &file.file_name).map_err(Error::internal)?;
    Ok(Attachment { file_name, ..file })
}

/// A file with the row that owns it, or its uploader while nobody does.
pub struct Stored {
    pub(super) attachment: Attachment,
    pub(super) sha256: String,
    pub(super) owner: Option<(OwnerKind, Id)>,
    pub(super) uploaded_by: Id,
}

/// Looked up by id alone: the caller must check the owner before anything is shown.
pub(super) fn find<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, id: &Id) -> Result<Stored> {
    type Row = (Attachment, String, Option<OwnerKind>, Option<Id>, Id);
    let columns = (
        (attachments::id, attachments::file_name, attachments::media_type, attachments::size, attachments::created_at),
        attachments::sha256,
        attachments::owner_kind,
        attachments::owner_id,
        attachments::uploaded_by_id,
    );
    let (attachment, sha256, kind, owner, uploaded_by): Row =
        attachments::table.find(id).select(columns).first(cx.conn())?;
    let attachment = named(&cx.services().vault, attachment)?;
    Ok(Stored { attachment, sha256, owner: kind.zip(owner), uploaded_by })
}

/// Gives files that the actor uploaded to a row; `field` is where the ids stood.
///
/// # Errors
/// 422 for a file that is not theirs, or another row's already.
pub fn give<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    ids: &[Id],
    kind: OwnerKind,
    owner: &Id,
    field: &str,
) -> Result<()> {
    let mut checks = Checks::new();
    if ids.len() > 20 {
        checks.fail_with(field, TOO_MANY, vec![("max", "20".to_owned())]);
        return checks.finish();
    }
    for (at, id) in ids.iter().enumerate() {
        let own = attachments::table
            .find(id)
            .filter(attachments::uploaded_by_id.eq(&cx.person()?.user_id))
            .filter(attachments::owner_kind.is_null());
        let given = diesel::update(own)
            .set((attachments::owner_kind.eq(kind), attachments::owner_id.eq(owner)))
            .execute(cx.conn())?;
        if given == 0 {
            checks.fail(format!("{field}[{at}]"), NOT_YOURS);
        }
    }
    checks.finish()
}

/// The files of rows that the reader was found to see.
///
/// # Errors
/// When the database refuses.
pub fn of<R: Subject, A: Deed>(
    cx: &mut Cx<'_, R, A>,
    kind: OwnerKind,
    owners: &[Id],
) -> Result<HashMap<Id, Vec<Attachment>>> {
    let rows: Vec<(Option<Id>, Attachment)> = attachments::table
        .filter(attachments::owner_kind.eq(kind))
        .filter(attachments::owner_id.eq_any(owners))
        .order(attachments::id)
        .select((
            attachments::owner_id,
            (
                attachments::id,
                attachments::file_name,
                attachments::media_type,
                attachments::size,
                attachments::created_at,
            ),
        ))
        .load(cx.conn())?;
    let mut files: HashMap<Id, Vec<Attachment>> = HashMap::new();
    for (owner, file) in rows {
        let owner = owner.ok_or_else(|| Error::internal("an attachment without its owner"))?;
        files.entry(owner).or_default().push(named(&cx.services().vault, file)?);
    }
    Ok(files)
}

/// A file of a row that the reader was found to see.
///
/// # Errors
/// 404 for a file of anything else.
pub fn one_of<R: Subject, A: Deed>(cx: &mut Cx<'_, R, A>, kind: OwnerKind, owner: &Id, file: &Id) -> Result<Stored> {
    let stored = find(cx, file)?;
    let is_its = stored.owner.as_ref().is_some_and(|(its, id)| *its == kind && id == owner);
    if is_its { Ok(stored) } else { Err(Error::not_found()) }
}

/// Lets go of one file of a row.
///
/// # Errors
/// 404 for a file of anything else.
pub fn let_one_go<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, kind: OwnerKind, owner: &Id, file: &Id) -> Result<()> {
    one_of(cx, kind, owner, file)?;
    diesel::update(attachments::table.find(file))
        .set((attachments::owner_kind.eq(OwnerKind::Nobody), attachments::file_name.eq("")))
        .execute(cx.conn())?;
    Ok(())
}

/// Lets go of all files of some rows: nobody reaches them from now on, and the next sweep removes their bytes.
///
/// # Errors
/// When the database refuses.
pub fn let_go<R: Subject, A: Writes>(cx: &mut Cx<'_, R, A>, kind: OwnerKind, owners: &[Id]) -> Result<()> {
    let theirs =
        attachments::table.filter(attachments::owner_kind.eq(kind)).filter(attachments::owner_id.eq_any(owners));
    diesel::update(theirs)
        .set((attachments::owner_kind.eq(OwnerKind::Nobody), attachments::file_name.eq("")))
        .execute(cx.conn())?;
    Ok(())
}
