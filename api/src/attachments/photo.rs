//! What a file is, by its content; and photos and videos without the place and device they carry.

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

/// The kinds that are taken. Nothing that a browser would run, nothing whose location cannot be removed (HEIC).
pub const KINDS: [&str; 8] = [
    "image/jpeg",
    "image/png",
    "image/webp",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "audio/mpeg",
    "video/mp4",
];

/// Which of them a file is, by its content.
pub fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let kind = infer::get(bytes)?.mime_type();
    KINDS.into_iter().find(|known| *known == kind)
}

/// The photo without EXIF, XMP, IPTC and text chunks; its orientation stays, or it would lie on its side. The video
/// without the boxes that phones write the place into. `None` when the picture is broken.
pub fn without_location(bytes: &[u8], media_type: &str) -> Option<Vec<u8>> {
    let bytes = Bytes::copy_from_slice(bytes);
    let clean = match media_type {
        "image/jpeg" => {
            let mut photo = Jpeg::from_bytes(bytes).ok()?;
            let orientation = orientation_of(photo.exif());
            photo.segments_mut().retain(is_picture);
            photo.set_exif(orientation.map(orientation_only));
            let mut clean = photo.encoder().bytes();
            // Phones append a film or more pictures, each with a place of its own (Motion Photo, CIPA DC-007).
            clean.truncate(end_of_jpeg(&clean));
            clean
        }
        "image/png" => {
            let mut picture = Png::from_bytes(bytes).ok()?;
            let kept = |kind: [u8; 4]| ![*b"eXIf", *b"iTXt", *b"tEXt", *b"zTXt"].contains(&kind);
            picture.chunks_mut().retain(|chunk| kept(chunk.kind()));
            picture.encoder().bytes()
        }
        "image/webp" => {
            let mut picture = WebP::from_bytes(bytes).ok()?;
            picture.chunks_mut().retain(|chunk| ![*b"EXIF", *b"XMP "].contains(&chunk.id()));
            picture.encoder().bytes()
        }
        "video/mp4" => {
            let mut film = bytes.to_vec();
            blank_boxes(&mut film);
            return Some(film);
        }
        _ => return Some(bytes.to_vec()),
    };
    Some(clean.to_vec())
}

/// Whether a segment is needed to show the picture: colours (APP0, APP2 with an ICC profile, APP14), and whatever is no
/// note. APP1 holds EXIF and XMP, APP13 IPTC, the others what makers like.
fn is_picture(segment: &JpegSegment) -> bool {
    match segment.marker() {
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP14 => true,
        marker => !(markers::APP1..=markers::APP15).contains(&marker) && marker != markers::COM,
    }
}

/// Where the first picture of a file ends: behind its EOI marker; segments are stepped over, as any byte may stand in them
/// (ITU-T T.81, B.1.1).
fn end_of_jpeg(bytes: &[u8]) -> usize {
    let mut at = 2;
    loop {
        let Some(rest) = bytes.get(at..) else { return bytes.len() };
        let Some(found) = rest.windows(2).position(|pair| matches!(pair, [0xFF, marker] if *marker != 0xFF)) else {
            return bytes.len();
        };
        let (marker, behind) = (rest.get(found + 1).copied().unwrap_or(0), at + found + 2);
        at = match marker {
            0xD9 => return behind,
            // A byte of the picture, a restart, a beginning: nothing follows that has a length.
            0x00..=0xBF | 0xD0..=0xD8 => behind,
            _ => match bytes.get(behind..behind + 2) {
                Some([high, low]) => behind + usize::from(u16::from_be_bytes([*high, *low])).max(2),
                _ => return bytes.len(),
            },
        };
    }
}

/// Boxes of an MP4 that say something about it, and where they stand (ISO/IEC 14496-12). Their place stays, since the
/// sound and the pictures are found by their distance from the beginning.
const NOTES: [&[u8; 4]; 3] = [b"udta", b"meta", b"uuid"];
const WITHIN: [&[u8; 4]; 4] = [b"moov", b"trak", b"moof", b"traf"];

fn blank_boxes(mut bytes: &mut [u8]) {
    while let Some(head) = bytes.first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let (header, size) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (8, bytes.len()),
            1 => match bytes.get(8..16).and_then(|long| long.try_into().ok()) {
                Some(long) => (16, usize::try_from(u64::from_be_bytes(long)).unwrap_or(usize::MAX)),
                None => return,
            },
            size => (8, usize::try_from(size).unwrap_or(usize::MAX)),
        };
        if size < header {
            return;
        }
        let end = size.min(bytes.len());
        let (this, rest) = std::mem::take(&mut bytes).split_at_mut(end);
        let (_, content) = this.split_at_mut(header.min(this.len()));
        if NOTES.contains(&&kind) {
            content.fill(0);
            if let Some(name) = this.get_mut(4..8) {
                name.copy_from_slice(b"free");
            }
        } else if WITHIN.contains(&&kind) {
            blank_boxes(content);
        }
        bytes = rest;
    }
}

fn orientation_of(exif: Option<Bytes>) -> Option<u16> {
    let parsed = exif::Reader::new().read_raw(exif?.to_vec()).ok()?;
    let field = parsed.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?;
    u16::try_from(field.value.get_uint(0)?).ok().filter(|turn| (2..=8).contains(turn))
}

/// The smallest EXIF block that says how the picture is turned (TIFF 6.0, tag 0x0112).
fn orientation_only(turn: u16) -> Bytes {
    let mut block = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    block.extend_from_slice(&turn.to_be_bytes());
    block.extend_from_slice(&[0; 6]);
    Bytes::from(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &[u8] = b"+20.0510+105.8610/";

    fn holds(bytes: &[u8]) -> bool {
        bytes.windows(PLACE.len()).any(|some| some == PLACE)
    }

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker][..], &length, content].concat()
    }

    /// Two scans with a table between them that holds the bytes of an end.
    fn picture() -> Vec<u8> {
        let scans = [segment(0xDA, &[1, 1, 0, 0, 63, 0]), vec![7, 0xFF, 0x00, 0xFF, 0xD0, 9]].concat();
        [segment(0xDB, &[0xFF, 0xD9, 3]), scans.clone(), segment(0xC4, &[0xFF, 0xD9]), scans].concat()
    }

    #[test]
    fn what_a_phone_appends_to_a_photo_is_cut_off() {
        let plain = [&[0xFF, 0xD8][..], &segment(0xE0, b"JFIF\0"), &picture(), &[0xFF, 0xD9]].concat();
        assert_eq!(without_location(&plain, "image/jpeg").as_deref(), Some(plain.as_slice()));
        let mut told = vec![0xFF, 0xD8];
        told.extend(segment(0xE0, b"JFIF\0"));
        for marker in [0xE1, 0xE2, 0xE3, 0xEB, 0xED, 0xFE] {
            told.extend(segment(marker, PLACE));
        }
        told.extend([&picture()[..], &[0xFF, 0xD9], b"\0\0\0\x18ftypmp42", PLACE, &[0xFF, 0xD9]].concat());
        assert!(holds(&told));
        assert_eq!(without_location(&told, "image/jpeg").as_deref(), Some(plain.as_slice()));
    }

    #[test]
    fn a_film_says_no_place_and_nothing_in_it_moves() {
        let named = |name: &[u8], content: &[u8]| {
            let size = u32::try_from(content.len() + 8).unwrap().to_be_bytes();
            [&size[..], name, content].concat()
        };
        let place = named(b"udta", &named(b"\xa9xyz", PLACE));
        let track = named(b"trak", &[named(b"tkhd", &[1; 4]), named(b"meta", PLACE)].concat());
        let moov = named(b"moov", &[named(b"mvhd", &[2; 4]), place, track].concat());
        let long = [&1_u32.to_be_bytes()[..], b"uuid", &(16 + PLACE.len() as u64).to_be_bytes(), PLACE].concat();
        let film = [named(b"ftyp", b"mp42"), moov, long, named(b"mdat", b"udta")].concat();
        let clean = without_location(&film, "video/mp4").unwrap();
        assert!(holds(&film) && !holds(&clean));
        assert_eq!(clean.len(), film.len());
        assert!(clean.ends_with(b"mdatudta") && clean.windows(4).any(|some| some == b"mvhd"));
        // What is cut off or lies about its size is left as it is.
        for broken in
            [&film[..11], &[0, 0, 0, 3, b'm', b'o', b'o', b'v'], &[255, 255, 255, 255, b'm', b'o', b'o', b'v', 1]]
        {
            assert_eq!(without_location(broken, "video/mp4").as_deref(), Some(broken));
        }
    }
}
