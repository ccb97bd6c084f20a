//! The stream of records (2.1.4): kind, length, data.

pub(super) const BOF: u16 = 0x0809;
pub(super) const EOF: u16 = 0x000A;
pub(super) const FILEPASS: u16 = 0x002F;
pub(super) const DATEMODE: u16 = 0x0022;
pub(super) const CONTINUE: u16 = 0x003C;
pub(super) const BOUNDSHEET: u16 = 0x0085;
pub(super) const MULRK: u16 = 0x00BD;
pub(super) const RSTRING: u16 = 0x00D6;
pub(super) const XF: u16 = 0x00E0;
pub(super) const MERGECELLS: u16 = 0x00E5;
pub(super) const SST: u16 = 0x00FC;
pub(super) const LABELSST: u16 = 0x00FD;
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOLERR: u16 = 0x0205;
pub(super) const STRING: u16 = 0x0207;
pub(super) const ROW: u16 = 0x0208;
pub(super) const RK: u16 = 0x027E;
pub(super) const FORMAT: u16 = 0x041E;

#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

pub(super) struct Records<'a> {
    stream: &'a [u8],
    position: usize,
}

impl<'a> Records<'a> {
    pub(super) fn at(stream: &'a [u8], position: usize) -> Self {
        Self { stream, position }
    }

    /// The next whole record; a stream that is cut ends before its last one.
    pub(super) fn next(&mut self) -> Option<Record<'a>> {
        let head = self.stream.get(self.position..)?;
        let (kind, length) = (u16_at(head, 0)?, usize::from(u16_at(head, 2)?));
        let data = head.get(4..4 + length)?;
        self.position += 4 + length;
        Some(Record { kind, data })
    }

    /// The data of a record and of those that continue it.
    pub(super) fn with_continues(&mut self, record: Record<'a>) -> Vec<&'a [u8]> {
        let mut parts = vec![record.data];
        loop {
            let before = self.position;
            match self.next() {
                Some(next) if next.kind == CONTINUE => parts.push(next.data),
                _ => {
                    self.position = before;
                    return parts;
                }
            }
        }
    }
}

fn bytes_at<const N: usize>(data: &[u8], place: usize) -> Option<[u8; N]> {
    data.get(place..)?.first_chunk().copied()
}

pub(super) fn u16_at(data: &[u8], place: usize) -> Option<u16> {
    bytes_at(data, place).map(u16::from_le_bytes)
}

pub(super) fn u32_at(data: &[u8], place: usize) -> Option<u32> {
    bytes_at(data, place).map(u32::from_le_bytes)
}

pub(super) fn f64_at(data: &[u8], place: usize) -> Option<f64> {
    bytes_at(data, place).map(f64::from_le_bytes)
}
