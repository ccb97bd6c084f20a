//! The library that breaks disks and clocks (`shim.c`), compiled by the C compiler that the product asks for anyway.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use bup_tests::Data;
use tempfile::TempDir;

use super::Options;

fn library() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = BUILT.get_or_init(|| {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("shim.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults/support/shim.c");
        let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
        let mut build = Command::new(compiler);
        build.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&path).arg(source).arg("-ldl");
        assert!(build.status().expect("a C compiler").success());
        (dir, path)
    });
    path
}

/// A disk that can be broken.
pub struct Disk {
    flags: TempDir,
}

impl Disk {
    pub fn new() -> Self {
        Self { flags: tempfile::tempdir().expect("a folder") }
    }

    pub fn options(&self, data: &Data) -> Options {
        Options::default()
            .with("LD_PRELOAD", library().display())
            .with("FAULT_DISK", self.flag().display())
            .with("FAULT_DIR", data.dir().display())
    }

    fn flag(&self) -> PathBuf {
        self.flags.path().join("disk")
    }

    /// From now on writing fails so: `ENOSPC` or `EROFS`.
    pub fn fails_with(&self, error: &str) {
        std::fs::write(self.flag(), error).expect("a flag");
    }

    pub fn works(&self) {
        let _ = std::fs::remove_file(self.flag());
    }
}

/// A clock that can be set.
pub struct WrongClock {
    dir: TempDir,
}

impl WrongClock {
    pub fn new(seconds: i64) -> Self {
        let clock = Self { dir: tempfile::tempdir().expect("a folder") };
        clock.is_wrong_by(seconds);
        clock
    }

    pub fn options(&self) -> Options {
        Options::default()
            .with("LD_PRELOAD", library().display())
            .with("FAULT_CLOCK", self.dir.path().join("clock").display())
            // A look at the clock twice a second: jobs must be due for another reason than the wait.
            .with("BUP_TEST_WAKE_MS", 400)
    }

    pub fn is_wrong_by(&self, seconds: i64) {
        let (path, new) = (self.dir.path().join("clock"), self.dir.path().join("new"));
        std::fs::write(&new, seconds.to_string()).expect("a file");
        std::fs::rename(new, path).expect("a file");
    }
}
