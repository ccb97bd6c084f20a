//! The demo is made from the moment it starts at: `make run` in the night, on New Year's Day or within the month.

use bup::clock::Clock;
use chrono::{DateTime, Utc};

/// In the ward's own time: within the month and at the edges of day and year, when what is "today" is over or has not
/// begun.
const MOMENTS: [&str; 4] = [
    "2025-06-30T23:59:59+07:00",
    "2027-01-01T00:00:00+07:00",
    "2028-02-29T12:00:00+07:00",
    "2026-11-27T17:10:00+07:00",
];

#[test]
fn it_is_made_at_any_hour_of_any_day() {
    for (at, moment) in MOMENTS.iter().enumerate() {
        // Days do not depend on the database: they take turns, because the demo takes its time.
        let mut databases = bup_tests::empty();
        let turn = at % databases.len();
        let (config, _data) = databases.swap_remove(turn);
        let now: DateTime<Utc> = moment.parse().expect("a moment");
        let gate = bup::server::open(config, Clock::fixed(now)).expect("it opens");
        bup::demo::fill(&gate, bup::demo::COUNT).unwrap_or_else(|error| panic!("at {moment}: {error}"));
    }
}
