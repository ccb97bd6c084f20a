//! What a file is, judged by its content: an `.xls` is often a web page, a `.csv` a workbook.

use super::SheetFault;
use crate::signature;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `.xlsx` or `.ods`.
    Zip,
    /// `.xls`, told apart from other files of its container.
    Compound,
    /// CSV or TSV, in whatever encoding.
    Text,
}

/// Excel 2 to 4: a stream of records without a container.
const BARE_EXCEL: [&[u8]; 4] = [b"\x09\0\x04\0", b"\x09\x02\x06\0", b"\x09\x04\x06\0", b"\x09\x08\x08\0"];

pub(super) fn detect(bytes: &[u8]) -> Result<Kind, SheetFault> {
    if bytes.is_empty() {
        return Err(SheetFault::Empty);
    }
    if bytes.starts_with(signature::ZIP) {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(signature::COMPOUND_FILE) {
        return compound(bytes);
    }
    if signature::is_pdf(bytes) {
        return Err(SheetFault::Pdf);
    }
    if signature::is_other_archive(bytes) {
        return Err(SheetFault::OtherArchive);
    }
    if BARE_EXCEL.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(SheetFault::OldExcel);
    }
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !utf16 && signature::is_image(bytes) {
        return Err(SheetFault::Image);
    }
    markup(signature::start(bytes)).map_or(Ok(Kind::Text), Err)
}

fn compound(bytes: &[u8]) -> Result<Kind, SheetFault> {
    let has = |name| signature::has_stream(bytes, name);
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
            let mut bytes = signature::COMPOUND_FILE.to_vec();
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
