//! Texts of BIFF8 (2.5.294 XLUnicodeString, 2.5.293 XLUnicodeRichExtendedString): one or two bytes a character.

use super::super::SheetFault;
use super::records::{u16_at, u32_at};

/// Two bytes of length, flags, characters.
pub(super) fn long(data: &[u8], place: usize) -> Option<String> {
    let count = usize::from(u16_at(data, place)?);
    plain(data, place + 2, count)
}

/// One byte of length, flags, characters.
pub(super) fn short(data: &[u8], place: usize) -> Option<String> {
    let count = usize::from(*data.get(place)?);
    plain(data, place + 1, count)
}

fn plain(data: &[u8], place: usize, count: usize) -> Option<String> {
    let wide = data.get(place)? & 1 != 0;
    let body = data.get(place + 1..)?;
    let mut units = Vec::new();
    take(body, wide, count, &mut units);
    Some(String::from_utf16_lossy(&units))
}

/// Up to `count` characters; how many bytes they took.
fn take(body: &[u8], wide: bool, count: usize, units: &mut Vec<u16>) -> usize {
    let before = units.len();
    if wide {
        units.extend(body.chunks_exact(2).take(count).filter_map(|pair| u16_at(pair, 0)));
        (units.len() - before) * 2
    } else {
        units.extend(body.iter().take(count).copied().map(u16::from));
        units.len() - before
    }
}

/// The shared texts (2.4.265 SST). A text may be cut by the end of a record anywhere between two characters; then the
/// next record begins with flags of its own.
pub(super) fn table(parts: &[&[u8]], put: &mut dyn FnMut(&str) -> Result<(), SheetFault>) -> Result<(), SheetFault> {
    let count = parts.first().and_then(|part| u32_at(part, 4)).unwrap_or(0);
    let mut reader = Parts { parts, part: 0, place: 8 };
    for _ in 0..count {
        // A table that is cut: the cells of its lost texts are empty, as in Excel's own repair.
        let Some(text) = reader.text() else { break };
        put(&text)?;
    }
    Ok(())
}

struct Parts<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    place: usize,
}

impl<'a> Parts<'a> {
    fn rest(&self) -> &'a [u8] {
        self.parts.get(self.part).and_then(|part| part.get(self.place..)).unwrap_or_default()
    }

    fn turn(&mut self) -> Option<()> {
        self.part += 1;
        self.place = 0;
        (self.part < self.parts.len()).then_some(())
    }

    fn text(&mut self) -> Option<String> {
        if self.rest().is_empty() {
            self.turn()?;
        }
        let head = self.rest();
        let count = usize::from(u16_at(head, 0)?);
        let flags = *head.get(2)?;
        let mut place = 3;
        let mut extra = 0_usize;
        if flags & 8 != 0 {
            extra += usize::from(u16_at(head, place)?) * 4;
            place += 2;
        }
        if flags & 4 != 0 {
            extra += usize::try_from(u32_at(head, place)?).ok()?;
            place += 4;
        }
        self.place += place;
        let mut units = Vec::with_capacity(count);
        let mut wide = flags & 1 != 0;
        loop {
            let left = count - units.len();
            self.place += take(self.rest(), wide, left, &mut units);
            if units.len() == count {
                break;
            }
            self.turn()?;
            wide = *self.rest().first()? & 1 != 0;
            self.place = 1;
        }
        self.skip(extra);
        Some(String::from_utf16_lossy(&units))
    }

    /// Runs of fonts and readings, which may go on in the next records too.
    fn skip(&mut self, mut bytes: usize) {
        while bytes > 0 {
            let here = self.rest().len().min(bytes);
            self.place += here;
            bytes -= here;
            if bytes > 0 && self.turn().is_none() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(parts: &[&[u8]]) -> Vec<String> {
        let mut texts = Vec::new();
        table(parts, &mut |text| {
            texts.push(text.to_owned());
            Ok(())
        })
        .unwrap();
        texts
    }

    #[test]
    fn a_text_cut_between_records() {
        let mut first = vec![2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0];
        first.extend(b"Ho");
        // Goes on with two bytes a character: "ạ1".
        let second = [1, 0xA1, 0x1E, 0x31, 0, 2, 0, 0, b'A', b'n'];
        assert_eq!(texts(&[&first, &second]), ["Hoạ1", "An"]);
    }

    #[test]
    fn a_table_that_is_cut() {
        assert_eq!(texts(&[&[9, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, b'A', 5, 0, 0, b'B']]), ["A"]);
        assert!(texts(&[]).is_empty());
        assert!(texts(&[&[1, 2, 3]]).is_empty());
    }
}
