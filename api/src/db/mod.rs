//! The database: one query code for the embedded SQLite file and for PostgreSQL.
//!
//! Only `access` (for requests), `jobs` and the command line get a connection out of [`Pool`];
//! every writing transaction begins `IMMEDIATE` on SQLite, because a deferred read-then-write fails under load.

mod connection;
pub mod migrations;
pub mod page;
pub(crate) mod pulse;
mod replica;
pub mod schema;
pub mod statements;
pub mod types;

pub use connection::{Conn, DatabaseUrl, MultiBackend, Pool, PoolState, Reach};
pub(crate) use connection::{begin, commit, hold_wards};

/// The columns of a `Selectable` row, for `RETURNING` (which `as_returning()` cannot do on both databases).
pub fn columns<T: diesel::Selectable<MultiBackend>>() -> T::SelectExpression {
    T::construct_selection()
}

/// Runs the same expression on the plain connection of either database, for the few things that the
/// shared type cannot say (batch inserts, `ON CONFLICT`).
#[macro_export]
macro_rules! each_backend {
    ($conn:expr, $plain:ident => $body:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($plain) => $body,
            $crate::db::Conn::Pg($plain) => $body,
        }
    };
}
