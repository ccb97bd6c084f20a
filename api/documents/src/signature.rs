//! The first bytes by which files of other programs are known, whatever their name says.

pub(crate) const ZIP: &[u8] = b"PK\x03\x04";

/// Compound File Binary: Office 97–2003, and every password-protected `.docx` or `.xlsx`.
pub(crate) const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const IMAGES: [&[u8]; 8] =
    [b"\xFF\xD8\xFF", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"\0\0\0\x18ftyp"];

const ARCHIVES: [&[u8]; 5] = [b"Rar!\x1a\x07", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B", b"BZh", b"PK\x05\x06"];

/// The part that is looked at.
pub(crate) fn start(bytes: &[u8]) -> &[u8] {
    bytes.get(..1024.min(bytes.len())).unwrap_or_default()
}

/// PDF readers accept the mark anywhere in the first kilobyte, so writers put things before it.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    contains(start(bytes), b"%PDF-")
}

/// Of any kind but a zip with something in it.
pub(crate) fn is_other_archive(bytes: &[u8]) -> bool {
    ARCHIVES.iter().any(|magic| bytes.starts_with(magic))
}

/// "BM" begins a bitmap, and also a sentence: only bytes that no text has make it an image.
pub(crate) fn is_image(bytes: &[u8]) -> bool {
    let binary = start(bytes).iter().any(|byte| *byte < 0x09 || *byte == 0x7F);
    binary && IMAGES.iter().any(|magic| bytes.starts_with(magic))
}

/// Stream names stand in a compound file's directory as UTF-16LE; looking for them is enough to give the right advice.
pub(crate) fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    contains(bytes, &wide)
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len().max(1)).any(|window| window == needle)
}
