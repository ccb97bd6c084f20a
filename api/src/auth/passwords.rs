//! Passwords: argon2id at OWASP's parameters; never truncated, never logged.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::seq::IndexedRandom;

use crate::config::Config;
use crate::error::{Error, Message, Result};

pub const TOO_WEAK: Message = Message::new(
    "password_too_weak",
    "Mật khẩu dễ đoán. Hãy dùng ít nhất 12 ký tự, hoặc thêm từ, số và dấu cho khó đoán hơn.",
    "This password is easy to guess. Use at least 12 characters, or add words, digits and signs.",
);
pub const TOO_LONG: Message =
    Message::new("password_too_long", "Mật khẩu dài quá 256 ký tự.", "The password is longer than 256 characters.");

fn hasher(config: &Config) -> Result<Argon2<'static>> {
    let params = Params::new(config.password_memory_kib, config.password_rounds, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password for storage; takes tens of milliseconds: never on an async thread, never in a transaction.
///
/// # Errors
/// When the settings of argon2 are impossible.
pub fn hash(password: &str, config: &Config) -> Result<String> {
    #[cfg(test)]
    work::add(config.password_memory_kib, config.password_rounds);
    Ok(hasher(config)?.hash_password(password.as_bytes()).map_err(Error::internal)?.to_string())
}

/// What this thread's argon2 has cost so far, in KiB times rounds: tests compare the work of answers that must not differ.
#[cfg(test)]
pub(super) mod work {
    use std::cell::Cell;

    thread_local!(static DONE: Cell<u64> = const { Cell::new(0) });

    pub fn add(kib: u32, rounds: u32) {
        DONE.set(DONE.get() + u64::from(kib) * u64::from(rounds));
    }

    pub fn of(work: impl FnOnce()) -> u64 {
        let before = DONE.get();
        work();
        DONE.get() - before
    }
}

/// Compares with a stored hash, in a time that does not depend on where they differ.
pub fn verify(password: &str, stored: &str) -> bool {
    let Ok(parsed) = PasswordHash::new(stored) else { return false };
    #[cfg(test)]
    if let Ok(params) = Params::try_from(&parsed) {
        work::add(params.m_cost(), params.t_cost());
    }
    Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
}

/// Does the work of [`verify`] for a name that does not exist, so that the time does not tell.
pub fn waste_time(password: &str, config: &Config) {
    let _ = hash(password, config);
}

/// Accepts a new password: 12 characters or more, or zxcvbn ≥ 3; names of the person and the ward do not help.
///
/// # Errors
/// 422 for `field`.
pub fn check_strength(password: &str, field: &str, about_user: &[&str]) -> Result<()> {
    let length = password.chars().count();
    if length > 256 {
        return Err(Error::field(field, TOO_LONG));
    }
    let score = u8::from(zxcvbn::zxcvbn(password, about_user).score());
    // Twelve equal characters are long but no password.
    let strong = score >= 3 || (length >= 12 && score >= 1);
    if strong { Ok(()) } else { Err(Error::field(field, TOO_WEAK)) }
}

/// A first password: easy to read over the telephone, 80 bits, changed at first sign-in.
pub fn generate() -> String {
    const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut rng = rand::rng();
    let letter = |_| LETTERS.choose(&mut rng).map_or('a', |byte| char::from(*byte));
    let letters: Vec<char> = (0..16).map(letter).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_verifies_its_password_only() {
        let config = Config { password_memory_kib: 64, password_rounds: 1, ..Config::default() };
        let stored = hash("Trẻ em như búp trên cành", &config).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
        assert!(verify("Trẻ em như búp trên cành", &stored));
        assert!(!verify("Trẻ em như búp trên cành ", &stored));
        assert!(!verify("x", "not a hash"));
    }

    #[test]
    fn weak_ones_are_refused() {
        for weak in ["", "123456", "badinh2024", "aaaaaaaaaaaaaaa"] {
            assert!(check_strength(weak, "new_password", &["badinh"]).is_err(), "{weak}");
        }
        for strong in ["ba con vịt đi bộ về", "Khu-phố-7-vui-vẻ!", "xK9#vQ2!mP"] {
            assert!(check_strength(strong, "new_password", &[]).is_ok(), "{strong}");
        }
        assert!(check_strength(&generate(), "new_password", &[]).is_ok());
    }
}
