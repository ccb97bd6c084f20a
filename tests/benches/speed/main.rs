//! `make bench`: the table of speed and size of the requirements, measured of the program itself (`target/release/bup`)
//! on both databases, each rate beside that of the same statements in a bare loop.
//!
//! Machines are noisy: bare loop and HTTP take turns, and the median of the turns' *ratios* is the figure. A slow answer
//! is written down and never fails; a wrong one does. HTTP load comes from `oha`, which `make bench` installs.

mod bare;
mod costs;
mod load;
mod registry;
mod server;
mod table;
mod tasks;
mod ward;

use table::Table;

fn main() {
    let mut table = Table::begin();
    for (config, _data) in bup_tests::empty() {
        ward::measure(&mut table.of(&config), &config);
    }
    for (config, _data) in bup_tests::empty() {
        registry::measure(&mut table.of(&config), &config);
    }
    table.write();
}
