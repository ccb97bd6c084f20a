use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use anyhow::Result;

use crate::crypto::KeyRing;

/// A key ring as it lies on the disk now: a running server takes up what `bup keys rotate` wrote, so that nothing is
/// sealed with a key that was just dropped. Looking costs one `stat`.
pub struct KeyFile {
    path: Option<PathBuf>,
    known: RwLock<(Option<Stamp>, Arc<KeyRing>)>,
}

/// When it was written, and how long it is.
type Stamp = (SystemTime, u64);

impl KeyFile {
    /// # Errors
    /// When it is not there or is no key ring.
    pub fn open(path: &Path) -> Result<Self> {
        let stamp = stamp(path);
        Ok(Self { path: Some(path.to_owned()), known: RwLock::new((stamp, Arc::new(KeyRing::read(path)?))) })
    }

    /// A ring that lives in memory only.
    pub fn in_memory(ring: KeyRing) -> Self {
        Self { path: None, known: RwLock::new((None, Arc::new(ring))) }
    }

    /// The id and the bytes of the key that seals and signs.
    pub fn current(&self) -> (String, [u8; 32]) {
        let ring = self.ring();
        let (id, key) = ring.current();
        (id.to_owned(), key)
    }

    pub fn key(&self, id: &str) -> Option<[u8; 32]> {
        self.ring().key(id)
    }

    fn ring(&self) -> Arc<KeyRing> {
        let (known, ring) = self.known.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(path) = &self.path else { return ring };
        let now = stamp(path);
        if now == known {
            return ring;
        }
        match KeyRing::read(path) {
            Ok(fresh) => {
                let fresh = Arc::new(fresh);
                *self.known.write().unwrap_or_else(PoisonError::into_inner) = (now, Arc::clone(&fresh));
                fresh
            }
            // Who took the file away while the server runs does not stop it; the next start refuses.
            Err(error) => {
                tracing::error!(error = %format!("{error:#}"), "a key file cannot be read any more");
                ring
            }
        }
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}
