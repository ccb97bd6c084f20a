//! What a file is, judged by its content: names lie (a `.docx` that is a `.doc`, a `.doc` that is a web page).

use crate::ReadError;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A zip; `docx` finds out whether a Word document is in it.
    Zip,
    /// Anything else that may be text; `txt` decodes it.
    Text,
}

/// Compound File Binary: the container of Office 97–2003, and of every password-protected `.docx`.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const IMAGES: [&[u8]; 7] = [b"\xFF\xD8\xFF", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF"];

const ARCHIVES: [&[u8]; 4] = [b"Rar!\x1a\x07", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B", b"BZh"];

/// # Errors
/// A refusal that names the kind, for the kinds that people really send by mistake.
pub(crate) fn detect(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Format::Zip);
    }
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(ReadError::OtherArchive);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(compound_kind(bytes));
    }
    let start = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    // PDF readers accept the mark anywhere in the first kilobyte, so writers put things before it.
    if find(start, b"%PDF-").is_some() {
        return Err(ReadError::Pdf);
    }
    if ARCHIVES.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(ReadError::OtherArchive);
    }
    let binary = start.iter().any(|byte| *byte < 0x09 || *byte == 0x7F);
    if binary && IMAGES.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(ReadError::Image);
    }
    markup_kind(start).map_or(Ok(Format::Text), Err)
}

/// Stream names stand in the directory as UTF-16LE; looking for them is enough to give the right advice.
fn compound_kind(bytes: &[u8]) -> ReadError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        ReadError::Encrypted
    } else if has("WordDocument") {
        ReadError::OldWord
    } else {
        ReadError::OldOffice
    }
}

fn markup_kind(start: &[u8]) -> Option<ReadError> {
    let text = String::from_utf8_lossy(start).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with("{\\rtf") {
        return Some(ReadError::Rtf);
    }
    if text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("mime-version:") {
        return Some(ReadError::Html);
    }
    // JSON: data of some program, with no line of a plan in it.
    let dense: String = text.chars().filter(|char| !char.is_whitespace()).take(2).collect();
    if matches!(dense.as_str(), "{\"" | "[{" | "{}") {
        return Some(ReadError::NotText);
    }
    // Flat XML of Word 2003 or 2007: readable by Word alone.
    if text.starts_with("<?xml") {
        return Some(if text.contains("<html") { ReadError::Html } else { ReadError::NotText });
    }
    None
}

pub(crate) fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len().max(1)).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_never_the_name() {
        assert_eq!(detect(b""), Err(ReadError::Empty));
        assert_eq!(detect(b"%PDF-1.7 ..."), Err(ReadError::Pdf));
        assert_eq!(detect(b"{\\rtf1\\ansi"), Err(ReadError::Rtf));
        assert_eq!(detect(b"\xEF\xBB\xBF <!DOCTYPE HTML><html>"), Err(ReadError::Html));
        assert_eq!(detect(b"\x89PNG\r\n\x1a\n\0\0"), Err(ReadError::Image));
        assert_eq!(detect(b"[\n {\"title\": \"x\"}]"), Err(ReadError::NotText));
        assert_eq!(detect("[Dự thảo] KẾ HOẠCH".as_bytes()), Ok(Format::Text));
        assert_eq!(detect(b"PK\x03\x04rest"), Ok(Format::Zip));
        assert_eq!(detect("KẾ HOẠCH".as_bytes()), Ok(Format::Text));
        // "BM" begins a bitmap, and also a sentence.
        assert_eq!(detect("BMTE tổ chức".as_bytes()), Ok(Format::Text));
    }

    #[test]
    fn compound_files_are_told_apart() {
        let with = |name: &str| {
            let mut bytes = COMPOUND_FILE.to_vec();
            bytes.resize(512, 0);
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            detect(&bytes)
        };
        assert_eq!(with("EncryptedPackage"), Err(ReadError::Encrypted));
        assert_eq!(with("WordDocument"), Err(ReadError::OldWord));
        assert_eq!(with("Workbook"), Err(ReadError::OldOffice));
    }
}
