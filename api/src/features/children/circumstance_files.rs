//! Files as evidence of a circumstance: as secret as the circumstance itself, every look at one written down.

use serde::Deserialize;
use utoipa::ToSchema;

use super::circumstances::{find, open};
use super::store;
use crate::access::subject::Children;
use crate::access::{Cx, Read, Update};
use crate::attachments::{self, OwnerKind, Stored};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::input::REQUIRED;

const OWNER: OwnerKind = OwnerKind::ChildCircumstance;

/// Files that were uploaded to `/attachments`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CircumstanceFiles {
    pub attachment_ids: Vec<Id>,
}

/// # Errors
/// 403, 404, 409, 422.
pub fn add(cx: &mut Cx<'_, Children, Update>, child: &Id, id: &Id, input: &CircumstanceFiles) -> Result<()> {
    open(cx, child)?;
    find(cx, child, id)?;
    if input.attachment_ids.is_empty() {
        return Err(Error::field("attachment_ids", REQUIRED));
    }
    attachments::give(cx, &input.attachment_ids, OWNER, id, "attachment_ids")?;
    audit::record(cx, "add_circumstance_files", child, Changes::none())
}

/// A file for whoever may know of its circumstance, with the row of this look.
///
/// # Errors
/// 404.
pub fn look(cx: &mut Cx<'_, Children, Read>, child: &Id, id: &Id, file: &Id) -> Result<Stored> {
    store::find_row(cx, child)?;
    find(cx, child, id)?;
    let stored = attachments::one_of(cx, OWNER, id, file)?;
    audit::record(cx, "read_circumstance_file", child, Changes::none())?;
    Ok(stored)
}

/// # Errors
/// 403, 404, 409.
pub fn remove(cx: &mut Cx<'_, Children, Update>, child: &Id, id: &Id, file: &Id) -> Result<()> {
    open(cx, child)?;
    find(cx, child, id)?;
    attachments::let_one_go(cx, OWNER, id, file)?;
    audit::record(cx, "remove_circumstance_file", child, Changes::none())
}
