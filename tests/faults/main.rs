//! What happens when things break: the real program as a process, on both databases, with everything that it stands on
//! taken away in turn. `make faults` runs it (`ROUNDS=4` for the short form); docs/faults.md tells what came out of it.
//!
//! Times here are limits that a slow and busy machine keeps, never speeds.

mod support;

mod clock;
mod database;
mod disk;
mod idle;
mod kill;
mod restart;
mod slow;
mod stop;
mod two;
