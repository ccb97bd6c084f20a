//! What a process knows of its own jobs: the database holds when each last ran, but not that it keeps failing.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::db::types::Instant;
use crate::error::Result;

/// A job that failed at its last run, since when, and under which code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    pub since: Instant,
    pub code: &'static str,
}

/// The jobs of this process that fail.
#[derive(Default)]
pub struct Book(Mutex<BTreeMap<&'static str, Failure>>);

impl Book {
    /// Writes down how a run ended.
    pub(super) fn note(&self, job: &'static str, result: &Result<()>, now: Instant) {
        let mut failing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match result {
            Ok(()) => {
                failing.remove(job);
            }
            Err(error) => {
                let since = failing.get(job).map_or(now, |before| before.since);
                failing.insert(job, Failure { since, code: error.code() });
            }
        }
    }

    /// How a job fails, when it does.
    pub fn failure(&self, job: &str) -> Option<Failure> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(job).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn a_failure_is_known_from_its_first_run_to_its_last() {
        let (book, at) = (Book::default(), |text| Instant::parse(text).unwrap());
        let fails = || Err(Error::unavailable());
        book.note("post", &fails(), at("2024-06-01T00:00:00Z"));
        book.note("post", &fails(), at("2024-06-02T00:00:00Z"));
        let failure = Failure { since: at("2024-06-01T00:00:00Z"), code: "unavailable" };
        assert_eq!((book.failure("post"), book.failure("backup")), (Some(failure), None));
        book.note("post", &Ok(()), at("2024-06-03T00:00:00Z"));
        assert_eq!(book.failure("post"), None);
    }
}
