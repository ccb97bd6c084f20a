//! What a file is, judged by its content: names lie (a `.docx` that is a `.doc`, a `.doc` that is a web page).

use crate::{ReadError, signature};

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A zip; `docx` finds out whether a Word document is in it.
    Zip,
    /// Anything else that may be text; `txt` decodes it.
    Text,
}

/// # Errors
/// A refusal that names the kind, for the kinds that people really send by mistake.
pub(crate) fn detect(bytes: &[u8]) -> Result<Format, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(signature::ZIP) {
        return Ok(Format::Zip);
    }
    if bytes.starts_with(signature::COMPOUND_FILE) {
        return Err(compound_kind(bytes));
    }
    if signature::is_pdf(bytes) {
        return Err(ReadError::Pdf);
    }
    if signature::is_other_archive(bytes) {
        return Err(ReadError::OtherArchive);
    }
    if signature::is_image(bytes) {
        return Err(ReadError::Image);
    }
    markup_kind(signature::start(bytes)).map_or(Ok(Format::Text), Err)
}

fn compound_kind(bytes: &[u8]) -> ReadError {
    if signature::has_stream(bytes, "EncryptedPackage") {
        ReadError::Encrypted
    } else if signature::has_stream(bytes, "WordDocument") {
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
            let mut bytes = signature::COMPOUND_FILE.to_vec();
            bytes.resize(512, 0);
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            detect(&bytes)
        };
        assert_eq!(with("EncryptedPackage"), Err(ReadError::Encrypted));
        assert_eq!(with("WordDocument"), Err(ReadError::OldWord));
        assert_eq!(with("Workbook"), Err(ReadError::OldOffice));
    }
}
