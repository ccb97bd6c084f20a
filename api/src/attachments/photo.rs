//! What a file is, by its content; and photos without the place and device they carry.

use img_parts::jpeg::{Jpeg, markers};
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

/// The photo without EXIF, XMP, IPTC and text chunks; its orientation stays, or it would lie on its side.
/// `None` when the picture is broken.
pub fn without_location(bytes: &[u8], media_type: &str) -> Option<Vec<u8>> {
    let bytes = Bytes::copy_from_slice(bytes);
    let clean = match media_type {
        "image/jpeg" => {
            let mut photo = Jpeg::from_bytes(bytes).ok()?;
            let orientation = orientation_of(photo.exif());
            // APP1 holds EXIF and XMP, APP2 may hold further pictures with their own EXIF, APP13 IPTC.
            for marker in [markers::APP1, markers::APP13, markers::COM] {
                photo.remove_segments_by_marker(marker);
            }
            photo.set_exif(orientation.map(orientation_only));
            photo.encoder().bytes()
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
        _ => return Some(bytes.to_vec()),
    };
    Some(clean.to_vec())
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
