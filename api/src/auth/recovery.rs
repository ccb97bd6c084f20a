//! Recovery codes: ten on paper, for when the telephone is lost. People type them, so they are short (56 bits), and
//! what is short must be hashed slowly: Argon2id, as for passwords. The codes of one set share their salt, so that one
//! hash tells which of them it was.

use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::crypto;
use crate::db::types::Id;
use crate::error::{Error, Result};

const COUNT: usize = 10;

/// Ten codes to keep on paper.
pub fn generate() -> Vec<String> {
    let code = |_| {
        let text = hex::encode(crypto::random::<7>());
        let (left, right) = text.split_at(7);
        format!("{left}-{right}")
    };
    (0..COUNT).map(code).collect()
}

/// How codes are stored; takes as long as ten passwords: never on an async thread, never in a transaction.
///
/// # Errors
/// When the settings of argon2 are impossible.
pub fn hash_all(codes: &[String], config: &Config) -> Result<Vec<String>> {
    let kdf = Kdf {
        memory_kib: config.password_memory_kib,
        rounds: config.password_rounds,
        salt: crypto::random::<16>().to_vec(),
    };
    codes.iter().map(|code| kdf.stored(code).ok_or_else(|| Error::internal("argon2 settings"))).collect()
}

/// Which of the stored codes was typed; as slow as a password.
pub fn find(user: &Id, typed: &str, stored: &[String]) -> Option<String> {
    let mut sets: Vec<Kdf> = Vec::new();
    for kdf in stored.iter().filter_map(|one| Kdf::read(one)) {
        if !sets.contains(&kdf) {
            sets.push(kdf);
        }
    }
    let slow = sets.iter().filter_map(|kdf| kdf.stored(typed));
    std::iter::once(old_hash(user, typed)).chain(slow).find(|hash| stored.contains(hash))
}

/// Made before recovery codes were hashed slowly: they open the account as long as they last.
pub fn is_old(stored: &str) -> bool {
    Kdf::read(stored).is_none()
}

fn old_hash(user: &Id, code: &str) -> String {
    hex::encode(Sha256::digest(format!("{user}:{}", plain(code))))
}

/// As it was printed, however it was typed.
fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

#[derive(PartialEq, Eq)]
struct Kdf {
    memory_kib: u32,
    rounds: u32,
    salt: Vec<u8>,
}

impl Kdf {
    /// Of `argon2id:19456:2:<salt>:<hash>`; `None` for another kind.
    fn read(stored: &str) -> Option<Self> {
        let mut parts = stored.strip_prefix("argon2id:")?.split(':');
        Some(Self {
            memory_kib: parts.next()?.parse().ok()?,
            rounds: parts.next()?.parse().ok()?,
            salt: hex::decode(parts.next()?).ok()?,
        })
    }

    fn stored(&self, code: &str) -> Option<String> {
        let Self { memory_kib, rounds, salt } = self;
        let params = Params::new(*memory_kib, *rounds, 1, Some(32)).ok()?;
        let mut hash = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(plain(code).as_bytes(), salt, &mut hash)
            .ok()?;
        Some(format!("argon2id:{memory_kib}:{rounds}:{}:{}", hex::encode(salt), hex::encode(hash)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_typed_and_an_old_one_still_is() {
        let config = Config { password_memory_kib: 64, password_rounds: 1, ..Config::default() };
        let user = Id::parse("0190a000-0000-7000-8000-000000000001").unwrap();
        let (first, second) = (generate(), generate());
        let mut stored = hash_all(&first, &config).unwrap();
        stored.extend(hash_all(&second, &config).unwrap());
        let old = old_hash(&user, "00aa11b-b22cc33");
        stored.push(old.clone());
        assert_eq!((first.len(), stored.len()), (10, 21));
        assert!(stored.iter().filter(|one| !is_old(one)).all(|one| one.starts_with("argon2id:64:1:")));
        assert_eq!(find(&user, &first[3], &stored).as_ref(), Some(&stored[3]));
        let typed = second[9].to_uppercase().replace('-', " ");
        assert_eq!(find(&user, &typed, &stored).as_ref(), Some(&stored[19]));
        assert_eq!(find(&user, "00AA11BB22CC33", &stored), Some(old.clone()));
        assert!(is_old(&old) && !is_old(&stored[0]));
        assert_eq!(find(&user, "0000000-0000000", &stored), None);
        assert_eq!(find(&user, &first[3], &[]), None);
    }
}
