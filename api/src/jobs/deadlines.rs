//! Clocks that run out: each ward's people are told before and after, at any hour; a child in danger has no night.

use crate::access::subject::{Breaches, Cases, Concerns};
use crate::access::{Gate, Update};
use crate::error::Result;
use crate::features::{breaches, cases, concerns, wards};

/// Each ward in its own transaction, so that one ward's trouble is not all wards'.
///
/// # Errors
/// The first one, after every ward had its turn.
pub fn run(gate: &Gate) -> Result<()> {
    let mut result = Ok(());
    for (ward, _) in gate.public_read(wards::all)? {
        let of_concerns = gate.system::<Concerns, Update, _>(&ward, concerns::remind);
        let of_cases = gate.system::<Cases, Update, _>(&ward, cases::remind);
        let of_breaches = gate.system::<Breaches, Update, _>(&ward, breaches::remind);
        for told in [of_concerns, of_cases, of_breaches] {
            if let Ok(count) = told
                && count > 0
            {
                tracing::info!(%ward, count, "people were told of deadlines");
            }
            result = result.and(told.map(drop));
        }
    }
    result
}
