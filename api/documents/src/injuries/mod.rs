//! The quarter's report of child injuries, as wards send it up: one table, .xlsx.

mod model;
mod quarter;

pub use model::{Count, InjuryRow, KINDS, QuarterTable, Signer};
pub use quarter::quarter_table;
