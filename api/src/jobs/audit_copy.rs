//! The head of the audit log, added to a file on another disk once a day.

use super::lease;
use crate::access::Gate;
use crate::audit::copies;
use crate::calendar::start_of_ward_day;
use crate::db::types::Instant;
use crate::error::{Error, Result};

/// # Errors
/// When the disk refuses; it is tried again then.
pub fn run(gate: &Gate) -> Result<()> {
    let Some(file) = &gate.services().config.audit_copy_file else { return Ok(()) };
    gate.public("job", |cx| {
        let today = Instant::new(start_of_ward_day(cx.today()));
        if !lease::first_since(cx, "audit copied", today)? {
            return Ok(());
        }
        let copied = copies::now(cx)?;
        copies::append(file, &copied).map_err(|error| Error::internal(format!("audit_copy_file: {error}")))
    })
}
