//! Limits on attempts, counted in memory: a restart forgives, which costs an attacker more than it gives.
//!
//! Own few lines because failures must be counted only *after* an attempt failed (a success never counts against
//! anybody), and by the clock that tests set; token-bucket crates count before and read the wall clock.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::config::Config;
use crate::db::types::Instant;

/// Counts events of the last minute by key.
pub struct Window {
    limit: usize,
    seen: Mutex<HashMap<String, Vec<Instant>>>,
}

/// Keys kept before old ones are swept out; far above what a ward produces in a minute.
const SWEEP_ABOVE: usize = 10_000;

impl Window {
    pub fn new(per_minute: u32) -> Self {
        Self { limit: usize::try_from(per_minute).unwrap_or(usize::MAX), seen: Mutex::default() }
    }

    /// Seconds to wait when the limit of the last minute is reached, else `None`.
    pub fn wait(&self, key: &str, now: Instant) -> Option<u64> {
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let times = seen.get_mut(key)?;
        times.retain(|at| is_recent(*at, now));
        if times.len() < self.limit {
            return None;
        }
        let oldest = times.first().copied().unwrap_or(now);
        let left = (oldest.plus(chrono::TimeDelta::minutes(1)).utc() - now.utc()).num_seconds();
        Some(u64::try_from(left).unwrap_or(0).max(1))
    }

    /// Counts one event.
    pub fn count(&self, key: &str, now: Instant) {
        let mut seen = self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if seen.len() > SWEEP_ABOVE {
            seen.retain(|_, times| times.iter().any(|at| is_recent(*at, now)));
        }
        let times = seen.entry(key.to_owned()).or_default();
        if times.len() <= self.limit {
            times.push(now);
        }
    }

    /// Forgets a key (after a successful sign-in).
    pub fn clear(&self, key: &str) {
        self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner).remove(key);
    }
}

/// What was counted while the clock ran ahead is forgotten when it is set right: it would bar people for as long as the
/// clock was wrong.
fn is_recent(at: Instant, now: Instant) -> bool {
    at.plus(chrono::TimeDelta::minutes(1)) > now && at.plus(-chrono::TimeDelta::minutes(1)) < now
}

/// All limits of one process.
pub struct Limits {
    pub login_failures: Window,
    pub login_attempts: Window,
    pub denials: Window,
    /// Public forms of one address before its machine must prove some work, and before it must wait; then of all.
    pub public_forms: Window,
    pub public_forms_at_most: Window,
    pub public_forms_in_all: Window,
    pub public_forms_at_most_in_all: Window,
    /// A proof counts once.
    pub proofs: Window,
    /// Questions after a public form of one address.
    pub follow_ups: Window,
    /// Openings of one-time links of one address, and wrong tokens of grants.
    pub links: Window,
    /// Uses of one grant to check children in.
    pub grants: Window,
}

impl Limits {
    pub fn new(config: &Config) -> Self {
        Self {
            login_failures: Window::new(config.login_failures_per_minute),
            login_attempts: Window::new(config.login_attempts_per_minute),
            denials: Window::new(30),
            public_forms: Window::new(6),
            public_forms_at_most: Window::new(30),
            public_forms_in_all: Window::new(60),
            public_forms_at_most_in_all: Window::new(600),
            proofs: Window::new(1),
            follow_ups: Window::new(30),
            links: Window::new(20),
            grants: Window::new(120),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_until_the_oldest_is_a_minute_old() {
        let window = Window::new(2);
        let start = Instant::parse("2024-06-01T01:00:00Z").unwrap();
        let after = |seconds| start.plus(chrono::TimeDelta::seconds(seconds));
        assert_eq!(window.wait("a", start), None);
        window.count("a", start);
        window.count("a", after(10));
        assert_eq!(window.wait("a", after(20)), Some(40));
        assert_eq!(window.wait("b", after(20)), None);
        assert_eq!(window.wait("a", after(60)), None);
        window.count("a", after(60));
        window.clear("a");
        assert_eq!(window.wait("a", after(60)), None);
    }
}
