//! The way from a request to the threads that wait for the database: bounded, and never without end.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use actix_web::web;

use super::Gate;
use crate::db::pulse::PATIENCE;
use crate::db::statements::{asked_by, sent};
use crate::error::{Error, Result};
use crate::http::context;

/// Requests with work in the database at the same time. Far below the threads for it (`server.rs`), which also read the
/// files of the frontend: these are there however long the database takes.
const PLACES: usize = 200;

/// How many places are taken.
#[derive(Clone, Default)]
pub(super) struct Places(Arc<AtomicUsize>);

/// Given back when the request is answered, even where its thread is still stuck.
struct Place(Places);

impl Places {
    fn take(&self) -> Result<Place> {
        if self.0.fetch_add(1, Ordering::AcqRel) < PLACES {
            return Ok(Place(self.clone()));
        }
        self.0.fetch_sub(1, Ordering::AcqRel);
        Err(Error::busy())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Gate {
    /// Runs what waits for the database off the async threads; its statements are counted for the request, and the slow
    /// ones logged with it. Where the database stopped answering the request does
    /// not wait for its thread: a transaction that was begun may then still be committed, as with any lost answer
    /// (`Idempotency-Key`).
    ///
    /// # Errors
    /// Whatever `work` answers; 503 when too many wait already, or the database does not answer.
    pub(crate) async fn off_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let _place = self.places.take()?;
        let (statements, gate) = (context::statements(), self.clone());
        let asker = context::asker(self.services().config.slow_statement_ms);
        let counted = move || {
            let before = sent();
            let result = asked_by(asker, work);
            statements.add(sent().wrapping_sub(before));
            result.map_err(|error| gate.explained(error))
        };
        let mut done = pin!(web::block(counted));
        loop {
            if let Ok(done) = actix_web::rt::time::timeout(PATIENCE, &mut done).await {
                return done.map_err(|_| Error::internal("a worker thread was lost"))?;
            }
            tokio::select! {
                biased;
                done = &mut done => return done.map_err(|_| Error::internal("a worker thread was lost"))?,
                answers = self.answers() => if !answers { return Err(Error::unavailable()) },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_bounded_and_given_back() {
        let places = Places::default();
        let taken: Vec<Place> = (0..PLACES).map(|_| places.take().expect("a place")).collect();
        assert_eq!(places.take().map(drop).expect_err("full").code(), "busy");
        drop(taken);
        assert!(places.take().is_ok());
    }
}
