//! Messages to those who subscribed.

use crate::access::Gate;
use crate::error::Result;
use crate::features::webhooks;

/// # Errors
/// When the database refuses; a receiver that does is no failure of the job.
pub fn run(gate: &Gate) -> Result<()> {
    webhooks::deliver(gate)
}
