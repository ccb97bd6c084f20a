//! A first password on its way to the one answer that shows it.
//!
//! Answers of a `POST` are kept for repetitions of its `Idempotency-Key`, so the password must never be part of what
//! `access.create` and `access.act` are given: the work marks it used, and the route adds it to the answer
//! afterwards. A repetition does not run the work, so it answers `null`; the remedy is to reset the password.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::web;
use serde_json::json;

use crate::access::Public;
use crate::auth::passwords;
use crate::error::{Error, Result};
use crate::http::Created;

pub struct FirstPassword {
    password: String,
    hash: String,
    is_used: Arc<AtomicBool>,
}

impl FirstPassword {
    /// Generates and hashes a password: off the async threads, before any transaction.
    pub async fn generate(public: &Public) -> Result<Self> {
        let gate = public.gate().clone();
        let (password, hash) = web::block(move || {
            let password = passwords::generate();
            passwords::hash(&password, &gate.services().config).map(|hash| (password, hash))
        })
        .await
        .map_err(|_| Error::internal("a worker thread was lost"))??;
        Ok(Self { password, hash, is_used: Arc::default() })
    }

    /// What the work of the transaction needs: the hash, and no more.
    pub fn seal(&self) -> SealedPassword {
        SealedPassword { hash: self.hash.clone(), is_used: self.is_used.clone() }
    }

    /// Adds the password to the answer, if this very request set it.
    pub fn show(self, mut created: Created) -> Created {
        let shown = self.is_used.load(Ordering::SeqCst).then_some(self.password);
        if let Some(members) = created.body.as_object_mut() {
            members.insert("initial_password".to_owned(), json!(shown));
        }
        created
    }
}

/// The hash of a first password.
pub struct SealedPassword {
    hash: String,
    is_used: Arc<AtomicBool>,
}

impl SealedPassword {
    /// The hash to be stored; from now on the password is the account's.
    pub fn open(self) -> String {
        self.is_used.store(true, Ordering::SeqCst);
        self.hash
    }
}
