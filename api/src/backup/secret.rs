//! What a backup is sealed with: a passphrase or a key file, never on the command line.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretSlice};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::config::Config;
use crate::crypto::random;

/// The least length of a passphrase: whoever has the file may try as often as they like.
const LEAST: usize = 12;
/// The least length of a key file, in bytes.
const LEAST_KEY: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretKind {
    Passphrase,
    KeyFile,
}

impl SecretKind {
    pub fn words(self) -> &'static str {
        match self {
            Self::Passphrase => "a passphrase",
            Self::KeyFile => "a key file",
        }
    }
}

/// Argon2id, and how costly it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Kdf {
    memory_kib: u32,
    rounds: u32,
    salt: String,
}

/// The bytes of a passphrase or of a key file.
pub struct Secret {
    kind: SecretKind,
    bytes: SecretSlice<u8>,
    memory_kib: u32,
    rounds: u32,
}

impl Secret {
    /// # Errors
    /// For one that is too short.
    pub fn passphrase(text: &str) -> Result<Self> {
        // The same words typed on two systems may come as other bytes: ế as one sign, or as three.
        let text: Zeroizing<String> = Zeroizing::new(text.trim().nfc().collect());
        if text.chars().count() < LEAST {
            bail!("the passphrase of a backup has {LEAST} characters or more: a sentence that is easy to keep");
        }
        Ok(Self::new(SecretKind::Passphrase, text.as_bytes()))
    }

    /// # Errors
    /// When the file cannot be read or is too short.
    pub fn key_file(path: &Path) -> Result<Self> {
        let bytes = Zeroizing::new(std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?);
        ensure!(
            bytes.len() >= LEAST_KEY,
            "{} is too short for a key: {LEAST_KEY} random bytes or more",
            path.display()
        );
        Ok(Self::new(SecretKind::KeyFile, &bytes))
    }

    /// A passphrase that stands in a file, alone.
    ///
    /// # Errors
    /// When the file cannot be read, or as [`Secret::passphrase`].
    pub fn passphrase_file(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::passphrase(&Zeroizing::new(text))
    }

    /// The one that the settings name.
    ///
    /// # Errors
    /// When there is none or it cannot be read.
    pub fn of(config: &Config) -> Result<Self> {
        if let Some(path) = &config.backup_key_file {
            return Self::key_file(path);
        }
        if let Some(path) = &config.backup_passphrase_file {
            return Self::passphrase_file(path);
        }
        match &config.backup_passphrase {
            Some(text) => Self::passphrase(text.expose_secret()),
            None => bail!(
                "a backup is sealed: give its passphrase in BUP_BACKUP_PASSPHRASE or --passphrase-file, or a key with --key-file"
            ),
        }
    }

    fn new(kind: SecretKind, bytes: &[u8]) -> Self {
        // 64 MiB and three rounds: a fifth of a second for us, for whoever guesses as long each time.
        Self { kind, bytes: bytes.to_vec().into(), memory_kib: 65_536, rounds: 3 }
    }

    /// For tests: a passphrase that costs nothing to derive a key from.
    pub fn cheap(text: &str) -> Self {
        Self { memory_kib: 64, rounds: 1, ..Self::new(SecretKind::Passphrase, text.as_bytes()) }
    }

    pub fn kind(&self) -> SecretKind {
        self.kind
    }

    pub(super) fn kdf(&self) -> Kdf {
        Kdf { memory_kib: self.memory_kib, rounds: self.rounds, salt: BASE64.encode(random::<16>()) }
    }

    /// The key for one file.
    ///
    /// # Errors
    /// For settings that no backup has: a file must not make this machine work for hours.
    pub(super) fn key(&self, kdf: &Kdf) -> Result<Zeroizing<[u8; 32]>> {
        let damaged = "the beginning of the backup is damaged";
        ensure!(kdf.memory_kib <= 1024 * 1024 && kdf.rounds <= 16, damaged);
        let salt = BASE64.decode(&kdf.salt).context(damaged)?;
        let params = Params::new(kdf.memory_kib, kdf.rounds, 1, Some(32)).map_err(|_| anyhow::anyhow!(damaged))?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(self.bytes.expose_secret(), &salt, &mut *key)
            .map_err(|_| anyhow::anyhow!(damaged))?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_however_it_was_typed() {
        let one = "Trẻ em như búp trên cành";
        let other = "Tre\u{309} em nhu\u{31b} bu\u{301}p tre\u{302}n ca\u{300}nh";
        let key = |text: &str| {
            let secret = Secret { memory_kib: 64, rounds: 1, ..Secret::passphrase(text).unwrap() };
            *secret.key(&Kdf { memory_kib: 64, rounds: 1, salt: "c2FsdHNhbHRzYWx0".to_owned() }).unwrap()
        };
        assert_eq!(key(one), key(&format!("{other}\n")));
        assert!(Secret::passphrase("ngắn quá").is_err());
    }

    #[test]
    fn a_file_cannot_ask_for_endless_work() {
        let secret = Secret::cheap("một câu dài chỉ mình tôi biết");
        let kdf = |memory_kib, rounds| Kdf { memory_kib, rounds, salt: "c2FsdHNhbHRzYWx0".to_owned() };
        assert!(secret.key(&kdf(64, 1)).is_ok());
        assert!(secret.key(&kdf(u32::MAX, 1)).is_err() && secret.key(&kdf(64, 1_000_000)).is_err());
    }
}
