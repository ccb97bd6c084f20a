//! `make bench`: the table of speed and size of the requirements, measured of the program itself (`target/release/bup`)
//! on both databases, each rate beside that of the same statements in a bare loop.
//!
//! Machines are noisy: bare loop and HTTP take turns, and the median of the turns' *ratios* is the figure. A slow answer
//! is written down and never fails; a wrong one does.

mod bare;
mod client;
mod costs;
mod load;
mod place;
mod registry;
mod server;
mod table;
mod tasks;
mod ward;

use table::Table;

/// The time where the wards are.
#[expect(clippy::disallowed_methods, reason = "a bench measures this machine at this moment")]
fn now() -> chrono::DateTime<chrono::FixedOffset> {
    let hours = chrono::FixedOffset::east_opt(7 * 3600).expect("an offset");
    chrono::Utc::now().with_timezone(&hours)
}

fn main() {
    let mut table = Table::begin();
    for place in place::empty() {
        ward::measure(&mut table.of(place.database()), &place);
    }
    for database in 0..place::empty().len() {
        registry::measure(&mut table, database);
    }
    table.write();
}
