//! Who told it: kept apart, shown on request, and the request is written down.

use super::content::{self, Reporter};
use super::store;
use crate::access::subject::Concerns;
use crate::access::{Cx, Update};
use crate::audit::{self, Changes};
use crate::db::types::Id;
use crate::error::Result;
use crate::keys::sealed::CONCERN_REPORTERS;

/// # Errors
/// 404.
pub fn reveal(cx: &mut Cx<'_, Concerns, Update>, id: &Id) -> Result<Reporter> {
    let row = store::find_row(cx, id)?;
    let reporter = content::open(&cx.services().vault, &CONCERN_REPORTERS, id, &row.reporter)?;
    audit::record(cx, "reveal_reporter", id, Changes::none())?;
    Ok(reporter)
}
