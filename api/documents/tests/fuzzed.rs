//! The readers on changed files: none panics, hangs, or takes memory out of proportion.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

#[path = "../../../fuzz/dice.rs"]
mod dice;

/// Counts what is held, to know the most.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: everything is left to the system's allocator; only its sizes are counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        MOST.fetch_max(held, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

#[test]
fn readers_take_whatever_comes() {
    dice::shake(bup_documents::fuzzed::TARGETS);
    // The files are under 1 MB; what they may unpack to is bounded by the readers themselves (60 MB).
    let most = MOST.load(Ordering::Relaxed) >> 20;
    assert!(most < 400, "{most} MB were held at once");
}
