//! Limits on attempts.
//!
//! One process on SQLite counts in memory: a restart forgives, which costs an attacker more than it gives. Where several
//! processes may share a PostgreSQL they count there together (`access::counting`): whoever is locked out at one is
//! locked out at all.
//!
//! Own few lines because failures must be counted only *after* an attempt failed (a success never counts against
//! anybody), and by the clock that tests set; token-bucket crates count before and read the wall clock.

use std::collections::HashMap;
use std::sync::Mutex;

use crate::config::Config;
use crate::db::types::Instant;

/// Counts events of the last minute by key.
pub struct Window {
    pub(crate) limit: usize,
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
        Some(left(times.first().copied().unwrap_or(now), now))
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

/// Seconds until something that was counted is a minute old.
pub(crate) fn left(at: Instant, now: Instant) -> u64 {
    let left = (at.plus(chrono::TimeDelta::minutes(1)).utc() - now.utc()).num_seconds();
    u64::try_from(left).unwrap_or(0).max(1)
}

/// What was counted while the clock ran ahead is forgotten when it is set right: it would bar people for as long as the
/// clock was wrong.
fn is_recent(at: Instant, now: Instant) -> bool {
    at.plus(chrono::TimeDelta::minutes(1)) > now && at.plus(-chrono::TimeDelta::minutes(1)) < now
}

/// What is limited, for everybody together however many processes there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    LoginFailures,
    LoginAttempts,
    /// Public forms of one address before its machine must prove some work, and before it must wait; then of all.
    PublicForms,
    PublicFormsAtMost,
    PublicFormsInAll,
    PublicFormsAtMostInAll,
    /// A proof counts once.
    Proofs,
    /// Questions after a public form of one address.
    FollowUps,
    /// Openings of one-time links of one address, and wrong tokens of grants.
    Links,
    /// Uses of one grant to check children in.
    Grants,
    /// Wrong setup codes of one address.
    SetupGuesses,
}

impl Limit {
    /// As it stands in the table of attempts.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::LoginFailures => "login_failures",
            Self::LoginAttempts => "login_attempts",
            Self::PublicForms => "public_forms",
            Self::PublicFormsAtMost => "public_forms_at_most",
            Self::PublicFormsInAll => "public_forms_in_all",
            Self::PublicFormsAtMostInAll => "public_forms_at_most_in_all",
            Self::Proofs => "proofs",
            Self::FollowUps => "follow_ups",
            Self::Links => "links",
            Self::Grants => "grants",
            Self::SetupGuesses => "setup_guesses",
        }
    }
}

/// All limits of one process.
pub struct Limits {
    /// How many refusals of one session are written down: only against a full disk, so each process counts its own.
    pub denials: Window,
    /// Of an account or address that is turned away, one row a minute is written: by each process, too.
    pub turned_away: Window,
    login_failures: Window,
    login_attempts: Window,
    public_forms: Window,
    public_forms_at_most: Window,
    public_forms_in_all: Window,
    public_forms_at_most_in_all: Window,
    proofs: Window,
    follow_ups: Window,
    links: Window,
    grants: Window,
    setup_guesses: Window,
}

impl Limits {
    pub fn new(config: &Config) -> Self {
        Self {
            denials: Window::new(30),
            turned_away: Window::new(1),
            login_failures: Window::new(config.login_failures_per_minute),
            login_attempts: Window::new(config.login_attempts_per_minute),
            public_forms: Window::new(6),
            public_forms_at_most: Window::new(30),
            public_forms_in_all: Window::new(60),
            public_forms_at_most_in_all: Window::new(600),
            proofs: Window::new(1),
            follow_ups: Window::new(30),
            links: Window::new(20),
            grants: Window::new(120),
            setup_guesses: Window::new(10),
        }
    }

    pub(crate) fn window(&self, limit: Limit) -> &Window {
        match limit {
            Limit::LoginFailures => &self.login_failures,
            Limit::LoginAttempts => &self.login_attempts,
            Limit::PublicForms => &self.public_forms,
            Limit::PublicFormsAtMost => &self.public_forms_at_most,
            Limit::PublicFormsInAll => &self.public_forms_in_all,
            Limit::PublicFormsAtMostInAll => &self.public_forms_at_most_in_all,
            Limit::Proofs => &self.proofs,
            Limit::FollowUps => &self.follow_ups,
            Limit::Links => &self.links,
            Limit::Grants => &self.grants,
            Limit::SetupGuesses => &self.setup_guesses,
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
