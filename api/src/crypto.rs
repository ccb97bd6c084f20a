//! Keys that are not in the database, and what is sealed with them.
//!
//! A [`KeyRing`] is a small file in `DATA_DIR/keys`, made at first start, readable by its owner alone. New things
//! use the current key; older keys stay to open what they sealed, so that keys can rotate.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::keys::KeyFile;
use crate::keys::sealed::Place;

/// Keys of 32 random bytes by id; `current` seals.
#[derive(Clone, Serialize, Deserialize)]
pub struct KeyRing {
    current: String,
    keys: BTreeMap<String, String>,
}

impl KeyRing {
    /// # Errors
    /// When the file cannot be read or is not a key ring: starting with other keys would lose data.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let ring: Self =
            serde_json::from_str(&text).with_context(|| format!("{} is not a key file", path.display()))?;
        if ring.key(&ring.current).is_none() {
            bail!("{} does not hold its current key", path.display());
        }
        Ok(ring)
    }

    /// Writes a file that is not there yet: whole, or not at all.
    ///
    /// # Errors
    /// When it is there, or cannot be written.
    pub fn create(&self, path: &Path) -> Result<()> {
        let draft = path.with_extension(format!("{}.part", hex::encode(random::<4>())));
        let write = || -> Result<()> {
            write_private(&draft, serde_json::to_string_pretty(self)?.as_bytes())?;
            // Unlike a renaming, a link takes no file's place: of two processes that start together one makes the key.
            match fs::hard_link(&draft, path) {
                Ok(()) => Ok(()),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists || path.exists() => Err(error.into()),
                // A disk without links.
                Err(_) => Ok(fs::rename(&draft, path)?),
            }
        };
        let written = write();
        let _ = fs::remove_file(&draft);
        written.with_context(|| format!("cannot write {}", path.display()))
    }

    /// Writes the file anew: whole, or not at all.
    ///
    /// # Errors
    /// When it cannot be written; it is then as it was.
    pub fn replace(&self, path: &Path) -> Result<()> {
        let draft = path.with_extension("part");
        // A draft that a power cut left behind is nobody's.
        if draft.exists() {
            fs::remove_file(&draft).with_context(|| format!("cannot remove {}", draft.display()))?;
        }
        self.create(&draft)?;
        fs::rename(&draft, path).with_context(|| format!("cannot write {}", path.display()))?;
        let folder = path.parent().unwrap_or(path);
        fs::File::open(folder).and_then(|folder| folder.sync_all()).with_context(|| format!("{}", folder.display()))
    }

    /// The same ring with a fresh key that is the current one.
    #[must_use]
    pub fn rotated(&self) -> Self {
        let mut fresh = Self::generate();
        fresh.keys.extend(self.keys.clone());
        fresh
    }

    /// The same ring with the keys of another beside its own.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut ring = self.clone();
        for (id, key) in &other.keys {
            ring.keys.entry(id.clone()).or_insert_with(|| key.clone());
        }
        ring
    }

    /// The same ring with these of its keys alone.
    #[must_use]
    pub fn only(&self, ids: &[&str]) -> Self {
        let mut ring = self.clone();
        ring.keys.retain(|id, _| ids.contains(&id.as_str()));
        ring
    }

    /// The keys that only open.
    pub fn older(&self) -> Vec<String> {
        self.keys.keys().filter(|id| **id != self.current).cloned().collect()
    }

    /// A ring that lives in memory only.
    pub fn generate() -> Self {
        let id = format!("k{}", hex::encode(random::<4>()));
        Self { keys: BTreeMap::from([(id.clone(), BASE64.encode(random::<32>()))]), current: id }
    }

    pub fn current(&self) -> (&str, [u8; 32]) {
        (&self.current, self.key(&self.current).unwrap_or_default())
    }

    pub fn key(&self, id: &str) -> Option<[u8; 32]> {
        BASE64.decode(self.keys.get(id)?).ok()?.try_into().ok()
    }
}

fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        crate::server::make_private_folder(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::fill(&mut bytes);
    bytes
}

/// Seals small secrets (XChaCha20-Poly1305) as `key id . nonce . ciphertext`, bound to the row they belong to.
#[derive(Clone)]
pub struct Vault {
    ring: Arc<KeyFile>,
    index: Hmac<Sha256>,
}

impl Vault {
    /// `index` holds the key of [`Vault::index`], which stays when the ring rotates: what was indexed must be found.
    pub fn new(ring: KeyFile, index: &KeyRing) -> Self {
        // A key as long as the block of SHA-256 is used as it is.
        let mut block = [0; 64];
        block[..32].copy_from_slice(&index.current().1);
        Self { ring: Arc::new(ring), index: <Hmac<Sha256> as hmac::KeyInit>::new(&block.into()) }
    }

    /// A fingerprint by which a sealed text is found again when it is known in full (HMAC-SHA-256). Twelve digits can
    /// be guessed by whoever holds the key, and by nobody else.
    pub fn index(&self, place: &str, text: &str) -> String {
        let mut mac = self.index.clone();
        mac.update(place.as_bytes());
        mac.update(b"/");
        mac.update(text.as_bytes());
        hex::encode(mac.finalize().into_bytes())
    }

    /// Seals `text` for `place` (a column and a row id); it opens nowhere else.
    pub fn seal(&self, place: &Place, text: &str) -> Result<String> {
        let (id, key) = self.ring.current();
        let nonce: [u8; 24] = random();
        let payload = Payload { msg: text.as_bytes(), aad: place.as_str().as_bytes() };
        let sealed = XChaCha20Poly1305::new(&key.into())
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| anyhow::anyhow!("sealing failed"))?;
        Ok(format!("{id}.{}.{}", BASE64.encode(nonce), BASE64.encode(sealed)))
    }

    /// Opens what [`Vault::seal`] made for the same place.
    ///
    /// # Errors
    /// When the key is missing, or the text was changed or moved.
    pub fn open(&self, place: &Place, sealed: &str) -> Result<String> {
        let mut parts = sealed.split('.');
        let (Some(id), Some(nonce), Some(text)) = (parts.next(), parts.next(), parts.next()) else {
            bail!("not a sealed text");
        };
        let key = self.ring.key(id).with_context(|| format!("the key {id} is missing"))?;
        let nonce: [u8; 24] = BASE64.decode(nonce)?.try_into().map_err(|_| anyhow::anyhow!("not a nonce"))?;
        let payload = Payload { msg: &BASE64.decode(text)?, aad: place.as_str().as_bytes() };
        let opened = XChaCha20Poly1305::new(&key.into())
            .decrypt(&XNonce::from(nonce), payload)
            .map_err(|_| anyhow::anyhow!("the sealed text does not open"))?;
        Ok(String::from_utf8(opened)?)
    }

    /// Whether a text was sealed with a key of this ring.
    pub fn is_sealed(&self, text: &str) -> bool {
        let mut parts = text.split('.');
        parts.next().is_some_and(|id| self.ring.key(id).is_some()) && parts.count() == 2
    }

    /// Seals a value as JSON.
    ///
    /// # Errors
    /// As [`Vault::seal`].
    pub fn seal_json(&self, place: &Place, value: &impl Serialize) -> Result<String> {
        self.seal(place, &serde_json::to_string(value)?)
    }

    /// Opens what [`Vault::seal_json`] made for the same place.
    ///
    /// # Errors
    /// As [`Vault::open`], or when the value has another shape.
    pub fn open_json<T: serde::de::DeserializeOwned>(&self, place: &Place, sealed: &str) -> Result<T> {
        Ok(serde_json::from_str(&self.open(place, sealed)?)?)
    }

    /// Seals the bytes of a file for `place`: [`SEALED_FILE`], key id, a dot, nonce, ciphertext.
    ///
    /// # Errors
    /// When there is more than the cipher takes.
    pub fn seal_file(&self, place: &str, bytes: &[u8]) -> Result<Vec<u8>> {
        let (id, key) = self.ring.current();
        let nonce: [u8; 24] = random();
        let payload = Payload { msg: bytes, aad: place.as_bytes() };
        let sealed = XChaCha20Poly1305::new(&key.into())
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| anyhow::anyhow!("sealing failed"))?;
        Ok([SEALED_FILE, id.as_bytes(), b".", &nonce, &sealed].concat())
    }

    /// Whether a file says at its beginning that this key sealed it.
    pub fn seals_file_with(&self, file: &[u8], id: &str) -> bool {
        let rest = file.strip_prefix(SEALED_FILE).and_then(|rest| rest.strip_prefix(id.as_bytes()));
        rest.is_some_and(|rest| rest.first() == Some(&b'.'))
    }

    /// Opens what [`Vault::seal_file`] made for the same place; `None` for a file that was never sealed.
    ///
    /// # Errors
    /// When the key is missing, or the file was changed or moved.
    pub fn open_file(&self, place: &str, file: &[u8]) -> Result<Option<Vec<u8>>> {
        let Some(rest) = file.strip_prefix(SEALED_FILE) else { return Ok(None) };
        let mut parts = rest.splitn(2, |byte| *byte == b'.');
        let (Some(id), Some(rest)) = (parts.next(), parts.next()) else {
            bail!("a sealed file without its key's name");
        };
        let id = std::str::from_utf8(id)?;
        let key = self.ring.key(id).with_context(|| format!("the key {id} is missing"))?;
        let (nonce, sealed) = rest.split_first_chunk::<24>().context("a sealed file that is cut off")?;
        let payload = Payload { msg: sealed, aad: place.as_bytes() };
        let opened = XChaCha20Poly1305::new(&key.into())
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| anyhow::anyhow!("the sealed file does not open"))?;
        Ok(Some(opened))
    }
}

/// How a sealed file begins; nothing that is taken as an attachment begins so.
const SEALED_FILE: &[u8] = b"bup-sealed-1.";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::sealed::TOTP_SECRET;

    fn vault() -> Vault {
        Vault::new(KeyFile::in_memory(KeyRing::generate()), &KeyRing::generate())
    }

    #[test]
    fn a_rotated_ring_opens_what_it_sealed_before() {
        let old = KeyRing::generate();
        let (new, place) = (old.rotated(), TOTP_SECRET.of(1));
        let of = |ring: &KeyRing| Vault::new(KeyFile::in_memory(ring.clone()), &KeyRing::generate());
        let sealed = of(&old).seal(&place, "bí mật").unwrap();
        assert_eq!(of(&new).open(&place, &sealed).unwrap(), "bí mật");
        assert!(of(&new).seal(&place, "x").unwrap().starts_with(new.current().0));
        assert_eq!(new.older(), [old.current().0]);
        assert!(of(&new.only(&[new.current().0])).open(&place, &sealed).is_err());
    }

    #[test]
    fn opens_only_in_its_own_place() {
        let (vault, place) = (vault(), TOTP_SECRET.of(1));
        let sealed = vault.seal(&place, "bí mật").unwrap();
        assert_eq!(vault.open(&place, &sealed).unwrap(), "bí mật");
        assert!(vault.open(&TOTP_SECRET.of(2), &sealed).is_err());
        assert!(super::tests::vault().open(&place, &sealed).is_err());
    }

    #[test]
    fn a_file_opens_only_in_its_own_place_and_whole() {
        let vault = vault();
        let sealed = vault.seal_file("attachments/1", b"\x89PNG.\0").unwrap();
        assert!(!sealed.windows(4).any(|window| window == b"\x89PNG"));
        assert_eq!(vault.open_file("attachments/1", &sealed).unwrap().unwrap(), b"\x89PNG.\0");
        assert!(vault.open_file("attachments/2", &sealed).is_err());
        assert!(vault.open_file("attachments/1", &sealed[..sealed.len() - 1]).is_err());
        assert!(vault.open_file("attachments/1", SEALED_FILE).is_err());
        assert!(vault.open_file("attachments/1", b"\x89PNG").unwrap().is_none());
    }

    #[test]
    fn an_index_finds_the_same_text_in_the_same_place() {
        let vault = vault();
        assert_eq!(vault.index("a", "038216001234"), vault.index("a", "038216001234"));
        assert_ne!(vault.index("a", "038216001234"), vault.index("b", "038216001234"));
        let other = super::tests::vault();
        assert_ne!(vault.index("a", "038216001234"), other.index("a", "038216001234"));
    }
}
