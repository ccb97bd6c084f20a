//! The reader that BUP_FUZZ names, of those in `bup_documents::fuzzed`: one program for all, linked once.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("BUP_FUZZ").unwrap_or_default();
    let found = bup_documents::fuzzed::TARGETS.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("BUP_FUZZ={name} is no target")).1
});

fuzz_target!(|bytes: &[u8]| TARGET(bytes));
