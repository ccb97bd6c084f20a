//! Secrets of service accounts: 256 random bits, shown once, kept as their SHA-256.
//!
//! Not argon2: a slow hash protects what people choose and others could guess. 2²⁵⁶ secrets are not searched through,
//! however fast the hash; and a machine that asks for a token every few minutes costs nothing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::crypto::random;
use crate::db::types::Instant;

/// So that programs which look for secrets in sources and logs know one.
const PREFIX: &str = "bup_machine_";

pub fn generate() -> String {
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random::<32>()))
}

pub fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// Whether a secret is the account's, or the one before while that still counts. Hashes of random secrets are
/// compared: how long that takes tells nothing about a secret.
pub fn is_right(secret: &str, current: &str, old: Option<(&str, Instant)>, now: Instant) -> bool {
    let hash = hash(secret);
    hash == current || old.is_some_and(|(old, until)| now < until && hash == old)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_secret_counts_until_its_end() {
        let at = |text| Instant::parse(text).unwrap();
        let (new, old) = (generate(), generate());
        assert_ne!(new, old);
        assert_eq!(new.len(), PREFIX.len() + 43);
        let until = at("2024-06-04T01:00:00Z");
        let is_right = |secret: &str, now| is_right(secret, &hash(&new), Some((&hash(&old), until)), now);
        assert!(is_right(&new, at("2025-06-04T01:00:00Z")));
        assert!(is_right(&old, at("2024-06-04T00:59:59Z")));
        assert!(!is_right(&old, at("2024-06-04T01:00:00Z")));
        assert!(!is_right("", at("2024-06-04T00:00:00Z")));
    }
}
