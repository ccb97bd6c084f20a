//! The code that lets somebody set the installation up: short-lived, with few guesses, and on the disk only as
//! something that it can be compared with.
//!
//! It lies in the data folder and not in the database: an installation without a ward has an empty database, and
//! stays one that a backup can be restored into.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::crypto::random;
use crate::db::types::Instant;
use crate::text;

/// How long a code counts.
pub const MINUTES: i64 = 120;
/// Wrong guesses, after which only a new code helps.
const GUESSES: u32 = 10;

/// What came of a guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    Right,
    Wrong,
    /// There is none, its time is over, or it was guessed at too often.
    Over,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    salt: String,
    mac: String,
    guesses_left: u32,
    expires_at: String,
    /// The request that set the ward up, so that its repetition is told so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done_by: Option<String>,
}

/// Guesses of one process take turns: two at once must count as two.
static TURN: Mutex<()> = Mutex::new(());

/// Makes a code, 58 bits in letters that can be read aloud, and keeps what it is compared with.
///
/// # Errors
/// When the data folder cannot be written.
pub fn issue(dir: &Path, now: Instant) -> std::io::Result<String> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    // The remainder of a byte by thirty is not quite even; twelve letters leave far more than ten guesses find.
    let code = text::spoken_code(random::<12>().iter());
    let salt: [u8; 32] = random();
    let kept = Kept {
        salt: hex::encode(salt),
        mac: hex::encode(mac_of(&salt, &code).finalize().into_bytes()),
        guesses_left: GUESSES,
        expires_at: now.plus(TimeDelta::minutes(MINUTES)).rfc3339(),
        done_by: None,
    };
    keep(dir, &kept)?;
    Ok(code)
}

/// Compares a guess, in a time that does not depend on where it differs; a wrong one is counted.
///
/// # Errors
/// When the data folder cannot be written.
pub fn check(dir: &Path, typed: &str, now: Instant) -> std::io::Result<Guess> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(mut kept) = read(dir).filter(|kept| is_alive(kept, now)) else { return Ok(Guess::Over) };
    if is_right(&kept, typed) {
        return Ok(Guess::Right);
    }
    kept.guesses_left = kept.guesses_left.saturating_sub(1);
    keep(dir, &kept)?;
    Ok(Guess::Wrong)
}

/// Remembers which request set the ward up.
///
/// # Errors
/// When the data folder cannot be written.
pub fn mark_done(dir: &Path, request: &str) -> std::io::Result<()> {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(kept) = read(dir) else { return Ok(()) };
    keep(dir, &Kept { done_by: Some(request.to_owned()), ..kept })
}

/// Whether this very request, under the right code, set the ward up before.
pub fn was_done_by(dir: &Path, typed: &str, request: &str, now: Instant) -> bool {
    read(dir)
        .is_some_and(|kept| kept.done_by.as_deref() == Some(request) && is_alive(&kept, now) && is_right(&kept, typed))
}

fn is_alive(kept: &Kept, now: Instant) -> bool {
    kept.guesses_left > 0 && Instant::parse(&kept.expires_at).is_some_and(|end| now < end)
}

fn is_right(kept: &Kept, typed: &str) -> bool {
    let (Ok(salt), Ok(mac)) = (hex::decode(&kept.salt), hex::decode(&kept.mac)) else { return false };
    mac_of(&salt, typed).verify_slice(&mac).is_ok()
}

/// Small letters, blanks and hyphens are how people type it.
fn mac_of(salt: &[u8], typed: &str) -> Hmac<Sha256> {
    // A key of any length will do: the error that the signature allows for cannot come.
    let mut block = [0; 64];
    for (place, byte) in block.iter_mut().zip(salt) {
        *place = *byte;
    }
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    let letters: String =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(64).collect();
    mac.update(letters.as_bytes());
    mac
}

fn path(dir: &Path) -> PathBuf {
    dir.join("setup-code.json")
}

fn read(dir: &Path) -> Option<Kept> {
    serde_json::from_slice(&std::fs::read(path(dir)).ok()?).ok()
}

fn keep(dir: &Path, kept: &Kept) -> std::io::Result<()> {
    // Two processes may start at the same moment.
    let (path, draft) = (path(dir), dir.join(format!("setup-code.{}.part", std::process::id())));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&draft)?.write_all(&serde_json::to_vec(kept)?)?;
    std::fs::rename(draft, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_typed_as_people_type_and_dies_of_guesses_and_of_age() {
        let dir = tempfile::tempdir().unwrap();
        let start = Instant::parse("2026-06-01T01:00:00Z").unwrap();
        let after = |minutes| start.plus(TimeDelta::minutes(minutes));
        assert_eq!(check(dir.path(), "x", start).unwrap(), Guess::Over, "there is none");
        let code = issue(dir.path(), start).unwrap();
        assert_eq!(code.len(), 14, "{code}");
        let on_disk = std::fs::read_to_string(path(dir.path())).unwrap();
        assert!(!on_disk.contains(&code) && !on_disk.contains(&code.replace('-', "")));
        let typed = format!(" {} ", code.to_lowercase().replace('-', " "));
        assert_eq!(check(dir.path(), &typed, after(119)).unwrap(), Guess::Right);
        assert_eq!(check(dir.path(), &code, after(120)).unwrap(), Guess::Over);

        for _ in 0..GUESSES {
            assert_eq!(check(dir.path(), "ABCD-EFGH-JKMN", start).unwrap(), Guess::Wrong);
        }
        assert_eq!(check(dir.path(), &code, start).unwrap(), Guess::Over, "guessed at too often");
        let next = issue(dir.path(), start).unwrap();
        assert_eq!(check(dir.path(), &code, start).unwrap(), Guess::Wrong, "the old one counts no more");
        assert_eq!(check(dir.path(), &next, start).unwrap(), Guess::Right);
    }

    #[test]
    fn only_the_request_that_did_it_is_known_again() {
        let dir = tempfile::tempdir().unwrap();
        let now = Instant::parse("2026-06-01T01:00:00Z").unwrap();
        let code = issue(dir.path(), now).unwrap();
        assert!(!was_done_by(dir.path(), &code, "a", now));
        mark_done(dir.path(), "a").unwrap();
        assert!(was_done_by(dir.path(), &code, "a", now));
        assert!(!was_done_by(dir.path(), &code, "b", now));
        assert!(!was_done_by(dir.path(), "ABCD-EFGH-JKMN", "a", now));
    }
}
