//! How many statements a thread has sent, and which of them were slow: what a request costs is logged with it, and
//! tests hold screens to it.

use std::cell::{Cell, RefCell};
use std::fmt::Write;
use std::sync::Once;
use std::time::{Duration, Instant as Stopwatch};

use diesel::connection::{
    Instrumentation, InstrumentationEvent, get_default_instrumentation, set_default_instrumentation,
};

/// So much of a slow statement is logged: the rest of a long one is a list of places.
const TOLD: usize = 2000;

thread_local! {
    static SENT: Cell<usize> = const { Cell::new(0) };
    static STARTED: Cell<Option<Stopwatch>> = const { Cell::new(None) };
    static ASKER: RefCell<Option<Asker>> = const { RefCell::new(None) };
}

/// For whom a thread asks the database, and from which time on a statement of theirs is logged as slow.
#[derive(Clone, Debug)]
pub struct Asker {
    pub request_id: String,
    /// The pattern of a route, or the name of a job.
    pub route: String,
    pub slow_ms: u64,
}

/// Gives the thread back to whom it worked for before, also after a panic.
struct Before(Option<Asker>);

impl Drop for Before {
    fn drop(&mut self) {
        ASKER.set(self.0.take());
    }
}

/// Runs `work` for somebody: slow statements are logged with their request.
pub fn asked_by<T>(asker: Asker, work: impl FnOnce() -> T) -> T {
    let _before = Before(ASKER.replace(Some(asker)));
    work()
}

/// All statements of this thread so far; the difference of two looks is what lay between.
pub fn sent() -> usize {
    SENT.get()
}

/// Counts and times a statement. A test that listens to connections itself passes on what it hears.
pub fn note(event: &InstrumentationEvent<'_>) {
    match event {
        InstrumentationEvent::StartQuery { .. } => {
            SENT.set(SENT.get().wrapping_add(1));
            STARTED.set(Some(Stopwatch::now()));
        }
        InstrumentationEvent::FinishQuery { query, .. } => {
            if let Some(started) = STARTED.take() {
                tell_if_slow(started.elapsed(), query);
            }
        }
        _ => {}
    }
}

fn tell_if_slow(took: Duration, query: &dyn std::fmt::Display) {
    ASKER.with_borrow(|asker| {
        let Some(asker) = asker else { return };
        if took < Duration::from_millis(asker.slow_ms) {
            return;
        }
        let mut text = String::new();
        // What cannot be written to its end is told as far as it goes.
        let _ = write!(text, "{query}");
        let sql = without_values(&text);
        let millis = took.as_secs_f64() * 1000.0;
        let Asker { request_id, route, .. } = asker;
        metrics::counter!("bup_slow_statements_total", "route" => route.clone()).increment(1);
        tracing::warn!(%request_id, route, millis, sql, "slow statement");
    });
}

/// A statement with its places and nothing of what stands in them: diesel writes the values behind the text, and what
/// stands in quotes within it could be one too.
fn without_values(text: &str) -> String {
    let text = text.split(" -- binds").next().unwrap_or_default();
    let (mut shown, mut is_value) = (String::new(), false);
    for sign in text.chars() {
        match sign {
            '\'' => {
                if !is_value {
                    shown.push('?');
                }
                is_value = !is_value;
            }
            _ if is_value => {}
            sign if sign.is_whitespace() => {
                if !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            sign => shown.push(sign),
        }
    }
    match shown.char_indices().nth(TOLD) {
        Some((at, _)) => format!("{}…", shown.get(..at).unwrap_or_default()),
        None => shown,
    }
}

struct Counter;

impl Instrumentation for Counter {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        note(&event);
    }
}

fn counter() -> Option<Box<dyn Instrumentation>> {
    Some(Box::new(Counter))
}

/// Lets every connection made from now on count, where nobody listens already.
pub(super) fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if get_default_instrumentation().is_none() {
            // Refused only where another thread died in the middle of it: then nothing is counted.
            let _ = set_default_instrumentation(counter);
        }
    });
}

/// Runs what belongs to the pool and not to a request.
pub(super) fn uncounted<T>(work: impl FnOnce() -> T) -> T {
    let before = SENT.get();
    let value = work();
    SENT.set(before);
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_shown_with_places_and_without_what_stands_in_them() {
        let text = "SELECT `id`\n  FROM `children` WHERE `full_name` = ? -- binds: [\"Hoà -- binds: Bình\"]";
        assert_eq!(without_values(text), "SELECT `id` FROM `children` WHERE `full_name` = ?");
        let batch = "BEGIN;\nINSERT INTO `x` VALUES (?) -- binds: [\"Hoà\"]\nINSERT INTO `x` VALUES (?) -- binds: [\"An\"]\nCOMMIT;";
        assert_eq!(without_values(batch), "BEGIN; INSERT INTO `x` VALUES (?)");
        assert_eq!(without_values("SELECT 'Hoà' || 'An''s' FROM t"), "SELECT ? || ?? FROM t");
        // A quote that nobody closed hides the rest.
        assert_eq!(without_values("SELECT 'Hoà Bình"), "SELECT ?");
        assert_eq!(without_values(&"đ".repeat(TOLD + 1)).chars().count(), TOLD + 1);
    }

    #[test]
    fn a_thread_goes_back_to_whom_it_worked_for() {
        let asker = |route: &str| Asker { request_id: "1".to_owned(), route: route.to_owned(), slow_ms: 1 };
        let now = || ASKER.with_borrow(|asker| asker.as_ref().map(|one| one.route.clone()));
        asked_by(asker("a"), || {
            asked_by(asker("b"), || assert_eq!(now().as_deref(), Some("b")));
            assert_eq!(now().as_deref(), Some("a"));
        });
        assert_eq!(now(), None);
    }
}
