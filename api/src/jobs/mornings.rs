//! The ward's morning: its units are reminded of their tasks, then everybody gets the digest that counts them.

use crate::access::subject::{Children, Recommendations, Tasks};
use crate::access::{Approve, Gate, Update};
use crate::calendar::ward_hour;
use crate::db::types::Id;
use crate::error::Result;
use crate::features::{children, inspections, tasks, wards};
use crate::setup::WardSettings;

use super::digest;

/// Nobody is reminded after this hour of the ward's day; who was missed in the morning still is until then.
const EVENING: u32 = 20;

/// Runs every ward's morning, each in its own transactions, so that one ward's trouble is not all wards'.
///
/// # Errors
/// The first one, after every ward had its turn.
pub fn run(gate: &Gate) -> Result<()> {
    let hour = ward_hour(gate.services().clock.now().utc());
    let mut result = Ok(());
    for (ward, settings) in gate.public_read(wards::all)? {
        if is_day(hour, &settings) {
            result = result.and(of_ward(gate, &ward, &settings));
        }
    }
    let above = WardSettings::default();
    if is_day(hour, &above) {
        result = result.and(digest::run(gate, None, &above));
    }
    result
}

fn is_day(hour: u32, settings: &WardSettings) -> bool {
    // A ward that wants its digest at night has one hour for it.
    let evening = EVENING.max(settings.digest_hour + 1);
    (settings.digest_hour..evening).contains(&hour)
}

fn of_ward(gate: &Gate, ward: &Id, settings: &WardSettings) -> Result<()> {
    let reminded =
        gate.system::<Tasks, Approve, _>(ward, |cx| tasks::reminders::run(cx, settings)).map(|count| log(ward, count));
    let grown = gate.system::<Children, Update, _>(ward, children::grow_up).map(drop);
    let asked = gate
        .system::<Recommendations, Approve, _>(ward, |cx| inspections::run_reminders(cx, settings))
        .map(|count| tracing::debug!(%ward, count, "units were reminded of recommendations"));
    reminded.and(grown).and(asked).and(digest::run(gate, Some(ward), settings))
}

fn log(ward: &Id, count: usize) {
    if count > 0 {
        tracing::info!(%ward, count, "units were reminded of tasks");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_lasts_from_the_hour_of_the_digest_to_the_evening() {
        let at = |digest_hour| WardSettings { digest_hour, ..WardSettings::default() };
        assert!(!is_day(6, &at(7)) && is_day(7, &at(7)) && is_day(19, &at(7)) && !is_day(20, &at(7)));
        assert!(is_day(22, &at(22)) && !is_day(23, &at(22)));
        assert!(is_day(0, &at(0)));
    }
}
