//! Pages that are made once and given to many: a reader costs no database, no rendering and no compression.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use chrono::TimeDelta;

use crate::db::types::Instant;
use crate::error::Result;

/// How long a copy is given out before it is made anew. With `max-age=60` this is the minute that the editor promises.
const SECONDS: i64 = 30;

/// One thing that is kept for a while.
pub struct Slot<T> {
    kept: RwLock<Option<Kept<T>>>,
    /// Whoever holds it makes the next copy; the others are given the old one meanwhile.
    turn: tokio::sync::Mutex<()>,
}

struct Kept<T> {
    value: Arc<T>,
    until: Instant,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self { kept: RwLock::new(None), turn: tokio::sync::Mutex::new(()) }
    }
}

impl<T> Slot<T> {
    /// The copy that is kept, or a new one when that is too old. Only the very first readers wait. When a new one cannot
    /// be made (the database is away), the old one is better than none.
    ///
    /// # Errors
    /// Whatever `make` answers while there is no copy at all.
    pub async fn get<F: Future<Output = Result<T>>>(&self, now: Instant, make: impl FnOnce() -> F) -> Result<Arc<T>> {
        let (old, _turn) = match self.look(now) {
            Some((value, true)) => return Ok(value),
            Some((value, false)) => match self.turn.try_lock() {
                Ok(turn) => (Some(value), turn),
                Err(_) => return Ok(value),
            },
            None => (None, self.turn.lock().await),
        };
        // Somebody else may have made it between the look and the turn.
        if let Some((value, true)) = self.look(now) {
            return Ok(value);
        }
        match (make().await, old) {
            (Ok(value), _) => Ok(self.keep(value, now)),
            (Err(error), Some(old)) => {
                tracing::warn!(%error, cause = error.cause().unwrap_or(""), "an old public page is given out");
                Ok(old)
            }
            (Err(error), None) => Err(error),
        }
    }

    /// What is kept, and whether it is fresh.
    fn look(&self, now: Instant) -> Option<(Arc<T>, bool)> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().map(|kept| (Arc::clone(&kept.value), now < kept.until))
    }

    fn keep(&self, value: T, now: Instant) -> Arc<T> {
        let value = Arc::new(value);
        let until = now.plus(TimeDelta::seconds(SECONDS));
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some(Kept { value: Arc::clone(&value), until });
        value
    }
}

/// A slot for each ward. Bounded by the wards that there are: whoever asks has looked the ward up.
pub struct Shelf<T> {
    slots: Mutex<HashMap<String, Arc<Slot<T>>>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { slots: Mutex::default() }
    }
}

impl<T> Shelf<T> {
    pub fn slot(&self, ward: &str) -> Arc<Slot<T>> {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(ward.to_owned()).or_default())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;
    use crate::error::Error;

    fn at(second: i64) -> Instant {
        Instant::parse("2024-06-03T01:00:00Z").unwrap().plus(TimeDelta::seconds(second))
    }

    #[tokio::test]
    async fn a_copy_is_made_once_and_again_when_it_is_old() {
        let (slot, made) = (Slot::default(), AtomicU32::new(0));
        let make = || async { Ok(made.fetch_add(1, Ordering::SeqCst)) };
        assert_eq!(*slot.get(at(0), make).await.unwrap(), 0);
        assert_eq!(*slot.get(at(29), make).await.unwrap(), 0);
        assert_eq!(*slot.get(at(30), make).await.unwrap(), 1);
    }

    #[tokio::test]
    async fn while_one_makes_it_the_others_get_the_old_one() {
        let slot = Slot::default();
        slot.get(at(0), || async { Ok(1) }).await.unwrap();
        let during = || async {
            let other = slot.get(at(40), || async { Err(Error::internal("made twice")) }).await?;
            Ok(*other + 1)
        };
        assert_eq!(*slot.get(at(40), during).await.unwrap(), 2);
    }

    #[tokio::test]
    async fn the_first_readers_wait_for_one() {
        let (slot, made) = (Slot::default(), AtomicU32::new(0));
        let make = || async {
            tokio::task::yield_now().await;
            Ok(made.fetch_add(1, Ordering::SeqCst))
        };
        let (a, b) = tokio::join!(slot.get(at(0), make), slot.get(at(0), make));
        assert_eq!((*a.unwrap(), *b.unwrap()), (0, 0));
    }

    #[tokio::test]
    async fn an_old_copy_is_better_than_none() {
        let slot = Slot::default();
        let away = || async { Err(Error::unavailable()) };
        assert!(slot.get(at(0), away).await.is_err());
        slot.get(at(0), || async { Ok(1) }).await.unwrap();
        assert_eq!(*slot.get(at(100), away).await.unwrap(), 1);
    }
}
