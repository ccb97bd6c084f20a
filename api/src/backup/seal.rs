//! The sealed file: a header that anybody may read, then XChaCha20-Poly1305 in the STREAM construction.
//!
//! ```text
//! "bup-backup\n"  length of the header, 4 bytes  header, JSON  [64 KiB sealed + 16 bytes]… the last one marked as such
//! ```
//!
//! Every piece is bound to its place, to whether it is the last, and to the header: nothing can be changed, moved, cut
//! off or added without being seen. One piece is in memory at a time.

use std::io::{self, Read, Write};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::Payload;
use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::secret::{Kdf, Secret, SecretKind};
use crate::crypto::random;

const MAGIC: &[u8] = b"bup-backup\n";
/// The format that is written; older ones are read for ever, newer ones are refused.
pub(super) const FORMAT: u32 = 1;
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;
const HEADER_LIMIT: usize = 64 * 1024;

/// What stands in clear at the beginning of a backup.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Header {
    pub format: u32,
    pub product: String,
    /// Of the program that wrote it.
    pub version: String,
    /// `sqlite` or `postgres`: whence it came; it goes into either.
    pub database: String,
    /// The steps of the tables, the oldest first; the last is the level.
    pub steps: Vec<String>,
    /// RFC 3339, UTC.
    pub created_at: String,
    pub secret: SecretKind,
    kdf: Kdf,
    nonce: String,
}

impl Header {
    pub fn level(&self) -> &str {
        self.steps.last().map_or("-", String::as_str)
    }
}

/// What the header says that the writer decides.
pub(super) struct About {
    pub database: &'static str,
    pub steps: Vec<String>,
    pub created_at: String,
}

pub(super) struct Sealing<W> {
    out: W,
    /// `None` once the last piece is written.
    stream: Option<EncryptorBE32<XChaCha20Poly1305>>,
    bound: [u8; 32],
    piece: Vec<u8>,
}

impl<W: Write> Sealing<W> {
    /// # Errors
    /// When the file cannot be written.
    pub fn begin(mut out: W, secret: &Secret, about: About) -> Result<Self> {
        let (nonce, kdf): ([u8; 19], _) = (random(), secret.kdf());
        let header = Header {
            format: FORMAT,
            product: "bup-tren-canh".to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            database: about.database.to_owned(),
            steps: about.steps,
            created_at: about.created_at,
            secret: secret.kind(),
            nonce: BASE64.encode(nonce),
            kdf,
        };
        let key = secret.key(&header.kdf)?;
        let header = serde_json::to_vec(&header)?;
        let head = [MAGIC, &u32::try_from(header.len())?.to_be_bytes(), &header].concat();
        out.write_all(&head)?;
        let stream = EncryptorBE32::new(&(*key).into(), &nonce.into());
        Ok(Self { out, stream: Some(stream), bound: Sha256::digest(&head).into(), piece: Vec::with_capacity(PIECE) })
    }

    /// Writes the last piece.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn end(mut self) -> Result<W> {
        let stream = self.stream.take().context("ended twice")?;
        let sealed = stream
            .encrypt_last(Payload { msg: &self.piece, aad: &self.bound })
            .map_err(|_| anyhow::anyhow!("sealing failed"))?;
        self.out.write_all(&sealed)?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece waits until more comes: the last one is sealed otherwise.
        if self.piece.len() == PIECE {
            let stream = self.stream.as_mut().ok_or_else(|| io::Error::other("written after its end"))?;
            let sealed = stream
                .encrypt_next(Payload { msg: &self.piece, aad: &self.bound })
                .map_err(|_| io::Error::other("sealing failed"))?;
            self.out.write_all(&sealed)?;
            self.piece.clear();
        }
        let some = bytes.get(..bytes.len().min(PIECE - self.piece.len())).unwrap_or_default();
        self.piece.extend_from_slice(some);
        Ok(some.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The header of a file, with the bytes that it took.
///
/// # Errors
/// With a sentence, for a file that is no backup or one of a later format.
pub(super) fn read_header(file: &mut impl Read) -> Result<(Header, Vec<u8>)> {
    let foreign = || anyhow::anyhow!("this is not a backup of Búp Trên Cành");
    let mut head = vec![0; MAGIC.len() + 4];
    file.read_exact(&mut head).map_err(|_| foreign())?;
    let length = match head.strip_prefix(MAGIC).and_then(|rest| rest.first_chunk::<4>()) {
        Some(length) => usize::try_from(u32::from_be_bytes(*length))?,
        None => return Err(foreign()),
    };
    ensure!(length <= HEADER_LIMIT, DAMAGED);
    let mut json = vec![0; length];
    file.read_exact(&mut json).context("the backup is cut off")?;
    head.extend_from_slice(&json);
    #[derive(Deserialize)]
    struct Format {
        format: u32,
    }
    let Format { format } = serde_json::from_slice(&json).map_err(|_| anyhow::anyhow!(DAMAGED))?;
    if format > FORMAT {
        bail!(
            "this backup has the format {format}; this program reads up to {FORMAT}. Use the version that wrote it, or a newer one"
        );
    }
    let header = serde_json::from_slice(&json).map_err(|_| anyhow::anyhow!(DAMAGED))?;
    Ok((header, head))
}

const DAMAGED: &str = "the beginning of the backup is damaged";

/// Opens a sealed file piece by piece.
pub(super) struct Opening<R> {
    file: R,
    stream: Option<DecryptorBE32<XChaCha20Poly1305>>,
    bound: [u8; 32],
    /// The next piece, still sealed: only when nothing follows it is it the last.
    ahead: Vec<u8>,
    piece: Vec<u8>,
    at: usize,
    is_first: bool,
}

impl<R: Read> Opening<R> {
    /// # Errors
    /// As [`read_header`]; a wrong secret shows when the first piece is read.
    pub fn begin(mut file: R, secret: &Secret) -> Result<(Header, Self)> {
        let (header, head) = read_header(&mut file)?;
        if header.secret != secret.kind() {
            bail!("this backup was sealed with {}, not with {}", header.secret.words(), secret.kind().words());
        }
        let nonce = BASE64.decode(&header.nonce).ok().and_then(|nonce| <[u8; 19]>::try_from(nonce).ok());
        let nonce = nonce.context(DAMAGED)?;
        let key = secret.key(&header.kdf)?;
        let stream = Some(DecryptorBE32::new(&(*key).into(), &nonce.into()));
        let bound = Sha256::digest(&head).into();
        let mut opening = Self { file, stream, bound, ahead: Vec::new(), piece: Vec::new(), at: 0, is_first: true };
        opening.ahead = opening.sealed()?;
        Ok((header, opening))
    }

    fn sealed(&mut self) -> io::Result<Vec<u8>> {
        let mut piece = Vec::new();
        (&mut self.file).take(u64::try_from(PIECE + TAG).unwrap_or(0)).read_to_end(&mut piece)?;
        Ok(piece)
    }

    fn open_next(&mut self) -> io::Result<()> {
        let sealed = std::mem::take(&mut self.ahead);
        if sealed.len() == PIECE + TAG {
            self.ahead = self.sealed()?;
        }
        let payload = Payload { msg: &sealed, aad: &self.bound };
        let opened = if self.ahead.is_empty() {
            self.stream.take().and_then(|stream| stream.decrypt_last(payload).ok())
        } else {
            self.stream.as_mut().and_then(|stream| stream.decrypt_next(payload).ok())
        };
        let told = if self.is_first {
            "the passphrase or key file is not the one of this backup, or the backup is damaged"
        } else {
            "the backup is damaged or cut off"
        };
        self.piece = opened.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, told))?;
        (self.at, self.is_first) = (0, false);
        Ok(())
    }
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.piece.len() {
            if self.stream.is_none() {
                return Ok(0);
            }
            self.open_next()?;
        }
        let rest = self.piece.get(self.at..).unwrap_or_default();
        let count = rest.len().min(into.len());
        if let (Some(into), Some(from)) = (into.get_mut(..count), rest.get(..count)) {
            into.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        About { database: "sqlite", steps: vec!["0001".to_owned()], created_at: "2024-06-03T01:00:00Z".to_owned() }
    }

    fn sealed(secret: &Secret, bytes: &[u8]) -> Vec<u8> {
        let mut sealing = Sealing::begin(Vec::new(), secret, about()).unwrap();
        sealing.write_all(bytes).unwrap();
        sealing.end().unwrap()
    }

    fn opened(secret: &Secret, file: &[u8]) -> Result<Vec<u8>> {
        let (_, mut opening) = Opening::begin(file, secret)?;
        let mut bytes = Vec::new();
        opening.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    #[test]
    fn what_was_sealed_opens_whatever_its_length() {
        let secret = Secret::cheap("một câu dài chỉ mình tôi biết");
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7] {
            let bytes: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            assert_eq!(opened(&secret, &sealed(&secret, &bytes)).unwrap(), bytes, "{length}");
        }
    }

    #[test]
    fn nothing_changes_unseen() {
        let secret = Secret::cheap("một câu dài chỉ mình tôi biết");
        let file = sealed(&secret, &vec![7; 2 * PIECE + 100]);
        let whole = 2 * (PIECE + TAG);
        let head = file.len() - whole - 100 - TAG;
        for at in (0..head).step_by(7).chain((head..file.len()).step_by(9973)).chain([file.len() - 1]) {
            let mut other = file.clone();
            other[at] ^= 1;
            assert!(opened(&secret, &other).is_err(), "byte {at}");
        }
        for length in (0..file.len()).step_by(10_007).chain([head, head + PIECE + TAG, head + whole, file.len() - 1]) {
            assert!(opened(&secret, &file[..length]).is_err(), "{length} bytes");
        }
        // Pieces that change places, and something that is added.
        let mut other = file.clone();
        other[head..head + whole].rotate_left(PIECE + TAG);
        assert!(opened(&secret, &other).is_err());
        assert!(opened(&secret, &[file.as_slice(), b"x"].concat()).is_err());
        assert!(opened(&Secret::cheap("một câu khác mà ai cũng biết"), &file).is_err());
    }

    #[test]
    fn a_later_format_is_refused_by_its_number() {
        let json = br#"{"format": 2, "anything": []}"#;
        let file = [MAGIC, &u32::try_from(json.len()).unwrap().to_be_bytes(), json].concat();
        let told = read_header(&mut file.as_slice()).unwrap_err().to_string();
        assert!(told.contains("format 2"), "{told}");
        assert!(
            read_header(&mut b"PK\x03\x04 something else".as_slice()).unwrap_err().to_string().contains("not a backup")
        );
    }
}
