//! What the databases say, in terms of answers.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

use super::{Error, STORAGE_FAILED, STORAGE_FULL, STORAGE_READ_ONLY, TAKEN};

/// What SQLite and libpq say; neither gives a code through diesel. PostgreSQL's words may be in another language than
/// English: then these are a 500, which changes nothing either.
const GONE: [&str; 6] = [
    "no connection to the server",
    "terminating connection",
    "server closed the connection",
    "could not receive data from server",
    "could not send data to server",
    "the database system is",
];
const WAITED: [&str; 3] = ["database is locked", "lock timeout", "deadlock detected"];
const FULL: [&str; 3] = ["database or disk is full", "No space left on device", "Disk quota exceeded"];
const READ_ONLY: [&str; 2] = ["readonly database", "Read-only file system"];
const BROKEN_DISK: [&str; 3] = ["disk I/O error", "unable to open database file", "Input/output error"];

fn is_any_of(said: &str, words: &[&str]) -> bool {
    words.iter().any(|word| said.contains(word))
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match error {
            DieselError::NotFound => Self::not_found(),
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::conflict(TAKEN),
            DieselError::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            )
            | DieselError::BrokenTransactionManager => Self::unavailable(),
            DieselError::RollbackErrorOnCommit { commit_error, .. } => Self::from(*commit_error),
            DieselError::DatabaseError(DatabaseErrorKind::ReadOnlyTransaction, _) => {
                Self::storage(STORAGE_READ_ONLY, "database: read-only")
            }
            DieselError::DatabaseError(_, ref info) if is_any_of(info.message(), &GONE) => Self::unavailable(),
            DieselError::DatabaseError(_, ref info) if is_any_of(info.message(), &WAITED) => Self::busy(),
            DieselError::DatabaseError(_, ref info) if is_any_of(info.message(), &FULL) => {
                Self::storage(STORAGE_FULL, "database: the disk is full")
            }
            DieselError::DatabaseError(_, ref info) if is_any_of(info.message(), &READ_ONLY) => {
                Self::storage(STORAGE_READ_ONLY, "database: the disk is read-only")
            }
            DieselError::DatabaseError(_, ref info) if is_any_of(info.message(), &BROKEN_DISK) => {
                Self::storage(STORAGE_FAILED, "database: the disk fails")
            }
            // The text of a database error may repeat stored values: only its kind is kept.
            DieselError::DatabaseError(kind, info) => Self::internal(format!(
                "database: {kind:?} table={:?} constraint={:?}",
                info.table_name(),
                info.constraint_name()
            )),
            other => Self::internal(format!("database: {other}")),
        }
    }
}
