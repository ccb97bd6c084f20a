//! The program as a process, and people who talk with it.

mod person;
pub mod proxy;
pub mod raw;
mod server;
pub mod shim;

use std::time::{Duration, Instant};

pub use bup_tests::{Data, Value, fresh, json};

/// A folder without anything and an empty database, of every kind that this run tests.
pub fn empty() -> Vec<Data> {
    bup_tests::empty().into_iter().map(|(_, data)| data).collect()
}

pub use person::{Answer, Failed, Person, png};
pub use server::{Bup, Options, check_whole, count, doctor, query};

/// Waits until something is so, for at most `within`.
///
/// # Panics
/// When it is not so then.
#[track_caller]
pub fn until(what: &str, within: Duration, mut is_so: impl FnMut() -> bool) -> Duration {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < within, "not within {within:?}: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
    began.elapsed()
}

/// The kind of a database, for messages.
pub fn kind(data: &Data) -> &'static str {
    if data.url().is_some() { "PostgreSQL" } else { "SQLite" }
}

/// The id of a row.
#[track_caller]
pub fn id(row: &Value) -> String {
    row["id"].as_str().unwrap_or_else(|| panic!("no id in {row}")).to_owned()
}

/// Scenarios that measure take turns; those that only wait for a clock run beside them.
pub fn alone() -> std::sync::MutexGuard<'static, ()> {
    static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
