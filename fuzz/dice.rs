//! The files of `fuzz/corpus` and `fuzz/found`, changed by dice of a known seed: what libFuzzer does, without nightly, in
//! a few seconds and the same each time. `FUZZ_SEED` and `FUZZ_ROUNDS` (times the usual number) choose others.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How many changed files each target gets.
const CHANGED: u64 = 600;
/// Debug builds on a busy machine; a reader that hangs takes minutes.
const SLOWEST: Duration = Duration::from_secs(20);

/// A reader by its name.
type Target = (&'static str, fn(&[u8]));

/// Runs every target on its corpus, on what was found before, and on changes of them.
pub fn shake(targets: &[Target]) {
    let seed = setting("FUZZ_SEED", 20_240_603);
    let rounds = setting("FUZZ_ROUNDS", 1);
    for (name, target) in targets {
        let seeds = corpus(name);
        assert!(!seeds.is_empty(), "fuzz/corpus/{name} is empty");
        for (path, bytes) in &seeds {
            run(name, *target, bytes, &path.display().to_string());
        }
        for number in 0..CHANGED * rounds {
            let mut dice = Dice::new(seed, name, number);
            let bytes = dice.changed(&seeds);
            run(name, *target, &bytes, &format!("FUZZ_SEED={seed}, change {number}"));
        }
    }
}

fn run(name: &str, target: fn(&[u8]), bytes: &[u8], whence: &str) {
    let started = Instant::now();
    if std::panic::catch_unwind(|| target(bytes)).is_err() {
        let kept = std::env::temp_dir().join(format!("bup-fuzz-{name}"));
        let _ = std::fs::write(&kept, bytes);
        panic!(
            "{name} panics ({whence}); the bytes are in {}: mend it and put them into fuzz/found/{name}",
            kept.display()
        );
    }
    assert!(started.elapsed() < SLOWEST, "{name} took {:?} ({whence})", started.elapsed());
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// In the order of their names: the same dice meet the same files.
fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().find(|dir| dir.join("fuzz/corpus").is_dir());
    let root = root.expect("the repository").join("fuzz");
    let mut files = Vec::new();
    for folder in ["corpus", "found"] {
        let Ok(entries) = std::fs::read_dir(root.join(folder).join(name)) else { continue };
        files.extend(entries.filter_map(|entry| Some(entry.ok()?.path())));
    }
    files.sort();
    files.into_iter().map(|path| (path.clone(), std::fs::read(path).expect("a file of the corpus"))).collect()
}

/// xorshift64*: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn new(seed: u64, name: &str, number: u64) -> Self {
        let name = name.bytes().fold(7_u64, |hash, byte| hash.wrapping_mul(31).wrapping_add(u64::from(byte)));
        let mixed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ^ name.rotate_left(17)
            ^ number.wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mut dice = Self(mixed | 1);
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() >> 11).unwrap_or(0) % bound.max(1)
    }

    fn changed(&mut self, seeds: &[(PathBuf, Vec<u8>)]) -> Vec<u8> {
        let mut bytes = seeds[self.below(seeds.len())].1.clone();
        for _ in 0..=self.below(6) {
            self.change(&mut bytes, seeds);
        }
        bytes.truncate(1 << 20);
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>, seeds: &[(PathBuf, Vec<u8>)]) {
        const WORDS: [&[u8]; 24] = [
            b"\0",
            b"\xff\xff\xff\xff",
            b"\x7f\xff\xff\xff",
            b"9999999999999999999",
            b"-1",
            b"1e308",
            b"NaN",
            b"&#0;",
            b"&lt;",
            b"<!DOCTYPE x [<!ENTITY a \"b\">]>",
            b"<!--",
            b"]]>",
            b"</w:p>",
            b"<w:tbl><w:tr>",
            b"\"",
            b",",
            b"\r\n",
            b"=1+1",
            "ệ".as_bytes(),
            "e\u{302}\u{323}".as_bytes(),
            b"\xef\xbb\xbf",
            b"{\"a\":",
            b"null",
            b"%00",
        ];
        let at = self.below(bytes.len() + 1);
        let length = self.below(64).min(bytes.len() - at.min(bytes.len()));
        match self.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 if at < bytes.len() => bytes[at] = u8::try_from(self.below(256)).unwrap_or(0),
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let copy = bytes[at..at + length].to_vec();
                for _ in 0..=self.below(8) {
                    bytes.splice(at..at, copy.iter().copied());
                }
            }
            4 => drop(bytes.splice(at..at, WORDS[self.below(WORDS.len())].iter().copied())),
            5 => bytes.truncate(at),
            6 => {
                let other = &seeds[self.below(seeds.len())].1;
                let from = self.below(other.len() + 1);
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            _ => {
                let to = self.below(bytes.len() + 1);
                let moved: Vec<u8> = bytes.drain(at..at + length).collect();
                let to = to.min(bytes.len());
                bytes.splice(to..to, moved);
            }
        }
    }
}
