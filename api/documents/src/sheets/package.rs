//! The zip around `.xlsx` and `.ods`, opened with hostile ones in mind.

use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::SheetFault;

const MAX_ENTRIES: usize = 4_000;
/// All parts together, as they declare themselves and as they come out.
const MAX_UNPACKED: u64 = 400 << 20;
/// Rows of equal cells pack well, up to about 60:1; small parts may do better by chance.
const MAX_RATIO: u64 = 250;
const RATIO_FREE: u64 = 4 << 20;
/// What the reader says when a part is larger than it may be.
const BURST: &str = "part is too large";

pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, SheetFault> {
        // Before the zip crate builds its list: a directory of half a million names is memory spent for nothing.
        if bytes.windows(4).filter(|window| *window == b"PK\x01\x02").take(MAX_ENTRIES + 1).count() > MAX_ENTRIES {
            return Err(SheetFault::Bomb);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(refusal)?;
        let mut declared = 0_u64;
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(refusal)?;
            if entry.encrypted() {
                return Err(SheetFault::Encrypted);
            }
            declared = declared.saturating_add(entry.size());
            let fair = entry.compressed_size().saturating_mul(MAX_RATIO).max(RATIO_FREE);
            if entry.size() > fair {
                return Err(SheetFault::Bomb);
            }
        }
        if declared > MAX_UNPACKED {
            return Err(SheetFault::Bomb);
        }
        Ok(Self { zip, left: MAX_UNPACKED })
    }

    /// Some programs write other capitals, or `\` for `/`, than the relations that point to a part.
    pub(super) fn find(&self, name: &str) -> Option<String> {
        if self.zip.index_for_name(name).is_some() {
            return Some(name.to_owned());
        }
        let plain = |name: &str| name.replace('\\', "/").trim_start_matches('/').to_lowercase();
        let wanted = plain(name);
        self.names().find(|found| plain(found) == wanted)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.zip.file_names().flatten().map(std::borrow::Cow::into_owned)
    }

    /// A part as a stream; `None` when it is not there.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<impl io::BufRead + '_>, SheetFault> {
        let Some(name) = self.find(name) else { return Ok(None) };
        let entry = match self.zip.by_name(&name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(refusal(error)),
        };
        let fair = entry.compressed_size().saturating_mul(MAX_RATIO).max(RATIO_FREE);
        let meter = Meter { inner: entry, part: fair, all: &mut self.left };
        Ok(Some(BufReader::with_capacity(64 << 10, meter)))
    }
}

/// Declared sizes are claims; only what comes out counts.
struct Meter<'a, R> {
    inner: R,
    part: u64,
    all: &'a mut u64,
}

impl<R: Read> Read for Meter<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        let burst = || io::Error::other(BURST);
        self.part = self.part.checked_sub(read as u64).ok_or_else(burst)?;
        *self.all = self.all.checked_sub(read as u64).ok_or_else(burst)?;
        Ok(read)
    }
}

/// Tells the limit from damage, in the error of a stream.
pub(super) fn stream_fault(error: &io::Error) -> SheetFault {
    if error.to_string() == BURST { SheetFault::Bomb } else { SheetFault::Broken }
}

fn refusal(error: ZipError) -> SheetFault {
    match error {
        ZipError::InvalidPassword => SheetFault::Encrypted,
        ZipError::UnsupportedArchive(text) if text == ZipError::PASSWORD_REQUIRED => SheetFault::Encrypted,
        _ => SheetFault::Broken,
    }
}
