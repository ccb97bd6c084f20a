//! Time as an argument: no code reads the wall clock but this file, so tests can set it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};

use crate::db::types::Instant;

/// The clock that every part of one process shares.
#[derive(Clone, Default)]
pub struct Clock {
    fixed_millis: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The machine's own clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that stands still until [`Clock::set`] moves it.
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self { fixed_millis: Some(Arc::new(AtomicI64::new(at.timestamp_millis()))) }
    }

    /// Moves a fixed clock; a system clock is left alone.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Some(millis) = &self.fixed_millis {
            millis.store(at.timestamp_millis(), Ordering::SeqCst);
        }
    }

    /// Now in UTC, in whole milliseconds (what both databases keep without loss).
    pub fn now(&self) -> Instant {
        let fixed = self.fixed_millis.as_ref().map(|millis| millis.load(Ordering::SeqCst));
        let at = fixed.and_then(DateTime::from_timestamp_millis).unwrap_or_else(wall_clock);
        Instant::new(at.trunc_subsecs(3))
    }

    /// The day it is in Vietnam, where every ward is.
    pub fn today(&self) -> NaiveDate {
        crate::calendar::ward_today(self.now().utc())
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that may read the wall clock")]
fn wall_clock() -> DateTime<Utc> {
    Utc::now()
}
