//! A whole case at once, as its reader sees it: one request, one look.

use serde::Serialize;
use utoipa::ToSchema;

use super::entries::{self, CaseEntry};
use super::files::{self, CaseFile};
use super::forms;
use super::forms_model::CaseFormLine;
use super::measures::{self, CaseMeasure};
use super::model::{Case, CasePart};
use super::referrals::{self, Referral};
use super::{store, views};
use crate::access::subject::Cases;
use crate::access::{Cx, Read};
use crate::db::types::Id;
use crate::error::Result;

#[derive(Serialize, ToSchema)]
pub struct CaseFolder {
    pub case: Case,
    /// The timeline, newest first.
    pub entries: Vec<CaseEntry>,
    pub forms: Vec<CaseFormLine>,
    pub measures: Vec<CaseMeasure>,
    pub referrals: Vec<Referral>,
    pub files: Vec<CaseFile>,
}

/// # Errors
/// 404.
pub fn of(cx: &mut Cx<'_, Cases, Read>, id: &Id) -> Result<CaseFolder> {
    let case = store::find(cx, id)?;
    let role = cx.actor().role;
    Ok(CaseFolder {
        case,
        entries: entries::list(cx, id)?,
        forms: forms::list(cx, id)?,
        measures: if views::sees(role, CasePart::Measures) { measures::list(cx, id)? } else { Vec::new() },
        referrals: if views::sees(role, CasePart::Referrals) { referrals::list(cx, id)? } else { Vec::new() },
        files: files::list(cx, id)?,
    })
}
