//! How many statements a thread has sent: what a request costs is logged with it, and tests hold screens to it.

use std::cell::Cell;
use std::sync::Once;

use diesel::connection::{
    Instrumentation, InstrumentationEvent, get_default_instrumentation, set_default_instrumentation,
};

thread_local! {
    static SENT: Cell<usize> = const { Cell::new(0) };
}

/// All statements of this thread so far; the difference of two looks is what lay between.
pub fn sent() -> usize {
    SENT.get()
}

/// Counts a statement. A test that listens to connections itself passes on what it hears.
pub fn note(event: &InstrumentationEvent<'_>) {
    if matches!(event, InstrumentationEvent::StartQuery { .. }) {
        SENT.set(SENT.get().wrapping_add(1));
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
