//! What a file is, judged by its content: an `.xls` is often a web page, a `.csv` a workbook.

use super::SheetFault;
use crate::format::find;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `.xlsx` or `.ods`.
    Zip,
    /// `.xls`, told apart from other files of its container.
    Compound,
    /// CSV or TSV, in whatever encoding.
    Text,
}

/// Compound File Binary: Office 97–2003, and every password-protected `.xlsx`.
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const IMAGES: [&[u8]; 8] =
    [b"\xFF\xD8\xFF", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"\0\0\0\x18ftyp"];
const ARCHIVES: [&[u8]; 5] = [b"Rar!\x1a\x07", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B", b"BZh", b"PK\x05\x06"];
/// Excel 2 to 4: a stream of records without a container.
const BARE_EXCEL: [&[u8]; 4] = [b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0", b"\x09\x08\x08\0"];

pub(super) fn detect(bytes: &[u8]) -> Result<Kind, SheetFault> {
    if bytes.is_empty() {
        return Err(SheetFault::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return compound(bytes);
    }
    let start = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    // PDF readers accept the mark anywhere in the first kilobyte, so writers put things before it.
    if find(start, b"%PDF-").is_some() {
        return Err(SheetFault::Pdf);
    }
    if ARCHIVES.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(SheetFault::OtherArchive);
    }
    if BARE_EXCEL.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(SheetFault::OldExcel);
    }
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let binary = !utf16 && start.iter().any(|byte| *byte < 0x09 || *byte == 0x7F);
    if binary && IMAGES.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(SheetFault::Image);
    }
    markup(start).map_or(Ok(Kind::Text), Err)
}

/// Stream names stand in the directory as UTF-16LE; looking for them is enough to give the right advice.
fn compound(bytes: &[u8]) -> Result<Kind, SheetFault> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &wide).is_some()
    };
    if has("EncryptedPackage") {
        Err(SheetFault::Encrypted)
    } else if has("WordDocument") {
        Err(SheetFault::Word)
    } else if has("Workbook") {
        Ok(Kind::Compound)
    } else if has("Book") {
        Err(SheetFault::OldExcel)
    } else {
        Err(SheetFault::OtherOffice)
    }
}

fn markup(start: &[u8]) -> Option<SheetFault> {
    let text: String = String::from_utf8_lossy(start).chars().filter(|char| *char != '\0').collect();
    let text = text.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start().to_lowercase();
    if text.starts_with("{\\rtf") {
        return Some(SheetFault::Rtf);
    }
    let marks = ["<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style", "<?xml", "mime-version:"];
    marks.iter().any(|mark| text.starts_with(mark)).then_some(SheetFault::Html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        assert_eq!(detect(b""), Err(SheetFault::Empty));
        assert_eq!(detect(b"%PDF-1.7"), Err(SheetFault::Pdf));
        assert_eq!(detect(b"{\\rtf1"), Err(SheetFault::Rtf));
        assert_eq!(detect(b"\xEF\xBB\xBF<table><tr>"), Err(SheetFault::Html));
        assert_eq!(detect(b"<?xml version=\"1.0\"?><Workbook>"), Err(SheetFault::Html));
        assert_eq!(detect(b"\x89PNG\r\n\x1a\n\0\0"), Err(SheetFault::Image));
        assert_eq!(detect(b"Rar!\x1a\x07\x01"), Err(SheetFault::OtherArchive));
        assert_eq!(detect(b"\x09\x08\x08\0\0\x05"), Err(SheetFault::OldExcel));
        assert_eq!(detect(b"PK\x03\x04rest"), Ok(Kind::Zip));
        assert_eq!(detect("STT;Họ tên".as_bytes()), Ok(Kind::Text));
        assert_eq!(detect("BMTE;Họ tên".as_bytes()), Ok(Kind::Text));
    }

    #[test]
    fn compound_files_are_told_apart() {
        let with = |name: &str| {
            let mut bytes = COMPOUND_FILE.to_vec();
            bytes.resize(512, 0);
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            detect(&bytes)
        };
        assert_eq!(with("EncryptedPackage"), Err(SheetFault::Encrypted));
        assert_eq!(with("WordDocument"), Err(SheetFault::Word));
        assert_eq!(with("Workbook"), Ok(Kind::Compound));
        assert_eq!(with("Book"), Err(SheetFault::OldExcel));
        assert_eq!(with("PowerPoint Document"), Err(SheetFault::OtherOffice));
    }
}
