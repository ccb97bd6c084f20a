//! The container around `.xls` ([MS-CFB]): a small file system of sectors, of which one stream is wanted.

use std::borrow::Cow;

use super::records::{u16_at, u32_at};

/// Sector numbers from here on are marks, not sectors (2.1).
const LAST_SECTOR: u32 = 0xFFFF_FFFA;
const ENTRY: usize = 128;

struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector the one that follows it in its chain.
    next: Vec<u32>,
}

/// The stream of that name in the root; `None` when it is not there or the container is damaged.
pub(super) fn stream<'a>(bytes: &'a [u8], name: &str) -> Option<Cow<'a, [u8]>> {
    let shift = u16_at(bytes, 30)?;
    if !(7..=16).contains(&shift) {
        return None;
    }
    let mut container = Container { bytes, sector: 1 << shift, next: Vec::new() };
    container.next = container.table()?;
    let directory = container.chain(u32_at(bytes, 48)?, usize::MAX);
    let root = directory.get(..ENTRY)?;
    let entry = directory.chunks_exact(ENTRY).find(|entry| entry_name(entry).eq_ignore_ascii_case(name))?;
    let size = usize::try_from(u32_at(entry, 120)?).ok()?;
    let start = u32_at(entry, 116)?;
    let cutoff = usize::try_from(u32_at(bytes, 56)?).ok()?;
    if size >= cutoff {
        return Some(Cow::Owned(container.chain(start, size)));
    }
    // Small streams lie in pieces of 64 bytes inside the root's own stream.
    let pieces = container.chain(u32_at(root, 116)?, usize::MAX);
    let table = numbers(&container.chain(u32_at(bytes, 60)?, usize::MAX));
    let small = u16_at(bytes, 32).filter(|shift| (4..=12).contains(shift))?;
    let piece = 1_usize << small;
    let mut found = Vec::new();
    let mut number = start;
    while found.len() < size {
        let place = usize::try_from(number).ok()?.checked_mul(piece)?;
        let body = pieces.get(place..)?;
        found.extend_from_slice(body.get(..piece.min(body.len()))?);
        number = *table.get(usize::try_from(number).ok()?)?;
        if number >= LAST_SECTOR {
            break;
        }
    }
    found.truncate(size);
    Some(Cow::Owned(found))
}

impl<'a> Container<'a> {
    fn at(&self, number: u32) -> Option<&'a [u8]> {
        let place = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        let body = self.bytes.get(place..)?;
        // The last sector of a file may be short.
        body.get(..self.sector.min(body.len()))
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    /// The table of chains: its sectors are named by the header and by a chain that the header names (2.3, 2.5).
    fn table(&self) -> Option<Vec<u32>> {
        let mut places = numbers(self.bytes.get(76..512)?);
        let mut number = u32_at(self.bytes, 68)?;
        let mut turns = 0;
        while number < LAST_SECTOR && turns <= self.sectors() {
            let mut more = numbers(self.at(number)?);
            number = more.pop()?;
            places.extend(more);
            turns += 1;
        }
        let mut table = Vec::new();
        for place in places.into_iter().filter(|place| *place < LAST_SECTOR).take(self.sectors()) {
            table.extend(numbers(self.at(place).unwrap_or_default()));
        }
        table.truncate(self.sectors());
        Some(table)
    }

    /// A chain's bytes, at most `size`. A chain that runs in a circle or out of the file ends there.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut found = Vec::new();
        let mut number = start;
        for _ in 0..self.sectors() {
            let Some(body) = self.at(number).filter(|_| number < LAST_SECTOR) else { break };
            found.extend_from_slice(body);
            if found.len() >= size {
                break;
            }
            let next = usize::try_from(number).ok().and_then(|number| self.next.get(number));
            let Some(next) = next else { break };
            number = *next;
        }
        found.truncate(size);
        found
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|word| u32_at(word, 0)).collect()
}

fn entry_name(entry: &[u8]) -> String {
    let length = usize::from(u16_at(entry, 64).unwrap_or(0)).min(64).saturating_sub(2);
    let units: Vec<u16> =
        entry.get(..length).unwrap_or_default().chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).collect();
    String::from_utf16_lossy(&units)
}
