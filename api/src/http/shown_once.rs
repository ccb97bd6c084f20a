//! A secret on its way to the one answer that shows it.
//!
//! Answers of a `POST` are kept for repetitions of its `Idempotency-Key`, so a secret must never be part of what
//! `access.create` and `access.act` are given: the work takes it, and the route adds it to the answer afterwards. A
//! repetition does not run the work, so it answers `null`; the remedy is to rotate.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;

use super::Created;

pub struct ShownOnce {
    secret: String,
    is_used: Arc<AtomicBool>,
}

impl ShownOnce {
    pub fn new(secret: String) -> Self {
        Self { secret, is_used: Arc::default() }
    }

    /// For the work of the transaction.
    pub fn to_be_used(&self) -> Unused {
        Unused { secret: self.secret.clone(), is_used: self.is_used.clone() }
    }

    /// Adds the secret to the answer, if this very request set it.
    pub fn show(self, mut created: Created, member: &str) -> Created {
        let shown = self.is_used.load(Ordering::SeqCst).then_some(self.secret);
        if let Some(members) = created.body.as_object_mut() {
            members.insert(member.to_owned(), json!(shown));
        }
        created
    }
}

/// A secret that is nobody's yet.
pub struct Unused {
    secret: String,
    is_used: Arc<AtomicBool>,
}

impl Unused {
    /// The secret; from now on it is in use.
    pub fn take(self) -> String {
        self.is_used.store(true, Ordering::SeqCst);
        self.secret
    }
}
