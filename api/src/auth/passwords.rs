//! Passwords: argon2id at OWASP's parameters; never truncated, never logged.

use std::collections::BTreeSet;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use rand::seq::IndexedRandom;

use crate::config::Config;
use crate::error::{Error, Message, Result};
use crate::text;

pub const TOO_WEAK: Message = Message::new(
    "password_too_weak",
    "Mật khẩu dễ đoán. Hãy dùng ít nhất 12 ký tự, hoặc thêm từ, số và dấu cho khó đoán hơn.",
    "This password is easy to guess. Use at least 12 characters, or add words, digits and signs.",
);
pub const TOO_SHORT: Message =
    Message::new("password_too_short", "Mật khẩu cần ít nhất 8 ký tự.", "A password has 8 characters or more.");
pub const OF_NAMES: Message = Message::new(
    "password_of_names",
    "Mật khẩu này chủ yếu là tên người, tên đơn vị, tên phường hoặc tên phần mềm: người quen đoán được. Hãy thêm vài từ không liên quan.",
    "This password is mostly the name of a person, a unit, the ward or the program. Add words that have nothing to do with them.",
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

/// The least number of signs, whatever they are.
const LEAST: usize = 8;
/// What everybody here thinks of first; names of people, units and the ward come from the database.
const EVERYBODYS: [&str; 4] = ["Búp Trên Cành", "Tháng hành động vì trẻ em", "phường xã", "mật khẩu"];

/// Accepts a new password: 12 characters or more, or 8 that zxcvbn finds hard (3). Names that stand around the person
/// (their own, the unit's, the ward's, the product's) count for nothing: what is left without them must do by itself.
///
/// # Errors
/// 422 for `field`.
pub fn check_strength(password: &str, field: &str, names: &[String]) -> Result<()> {
    let length = password.chars().count();
    if length > 256 {
        return Err(Error::field(field, TOO_LONG));
    }
    if length < LEAST {
        return Err(Error::field(field, TOO_SHORT));
    }
    let guesses = guesses(names);
    let words: Vec<&str> = guesses.iter().map(String::as_str).collect();
    let score = |text: &str| u8::from(zxcvbn::zxcvbn(text, &words).score());
    let found = score(password);
    // Twelve equal characters are long but no password.
    if found < 3 && (length < 12 || found < 1) {
        return Err(Error::field(field, TOO_WEAK));
    }
    match without(password, &guesses) {
        Some(rest) if rest.chars().count() < LEAST || score(&rest) < 2 => Err(Error::field(field, OF_NAMES)),
        _ => Ok(()),
    }
}

/// What names give to somebody who guesses: their words and neighbouring words together, folded; the longest first.
fn guesses(names: &[String]) -> Vec<String> {
    let mut found = BTreeSet::new();
    for name in EVERYBODYS.into_iter().chain(names.iter().map(String::as_str)) {
        let folded = text::search_key(name);
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for from in 0..words.len() {
            // Nobody types more of a long name.
            for part in words.iter().skip(from).take(6).scan(String::new(), |part, word| {
                part.push_str(word);
                Some(part.clone())
            }) {
                // Three letters stand in too many words by chance.
                if part.chars().count() > 3 {
                    found.insert(part);
                }
            }
        }
    }
    let mut found: Vec<String> = found.into_iter().collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.chars().count()));
    found
}

/// The letters and digits that are left without any of them; `None` when there was none.
fn without(password: &str, guesses: &[String]) -> Option<String> {
    let folded: String = text::search_key(password).chars().filter(|c| c.is_alphanumeric()).collect();
    // A space keeps what stood apart from becoming a word.
    let rest = guesses.iter().fold(folded.clone(), |rest, guess| rest.replace(guess.as_str(), " "));
    (rest != folded).then(|| rest.replace(' ', ""))
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
            assert!(check_strength(weak, "new_password", &["badinh".to_owned()]).is_err(), "{weak}");
        }
        for strong in ["ba con vịt đi bộ về", "Khu-phố-7-vui-vẻ!", "xK9#vQ2!mP"] {
            assert!(check_strength(strong, "new_password", &[]).is_ok(), "{strong}");
        }
        assert!(check_strength(&generate(), "new_password", &[]).is_ok());
    }

    #[test]
    fn names_around_the_person_are_no_passwords_and_do_not_spoil_one() {
        let names =
            ["Phường Ba Đình", "Đoàn Thanh niên phường", "Khu phố 7", "Lê Đình Cường", "khupho7"].map(str::to_owned);
        let code = |password: &str| {
            let error = check_strength(password, "new_password", &names).err()?;
            let problem = error.problem(crate::http::context::Lang::Vi);
            problem["errors"][0]["code"].as_str().map(str::to_owned)
        };
        for weak in [
            "PhuongBaDinh2024!",
            "Phường Ba Đình 2024",
            "buptrencanh12345678",
            "Búp Trên Cành 2024",
            "khupho7@123456",
            "ledinhcuong1985",
            "doanthanhnienphuong",
            "ThangHanhDong2024",
        ] {
            assert!(
                ["password_of_names", "password_too_weak"].contains(&code(weak).unwrap_or_default().as_str()),
                "{weak}"
            );
        }
        assert_eq!(code("Phường Ba Đình 2024").as_deref(), Some("password_of_names"));
        for strong in ["ba con vịt đi bộ về", "hoa phượng nở đỏ sân trường", "phường em có tám con mèo vàng"]
        {
            assert_eq!(code(strong), None, "{strong}");
        }
        assert_eq!(code("xK9#vQ2").as_deref(), Some("password_too_short"));
    }
}
