//! What reads the files of strangers, one function a reader, each taking any bytes: for `fuzz/` (libFuzzer) and for the
//! tests that change the files of `fuzz/corpus` by dice. They may refuse; they must not panic, hang or eat the memory.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::{children, plan, sheets};

/// A reader by the name of its corpus.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: &[Target] =
    &[("plan", plan), ("plan_xml", plan_xml), ("sheet", sheet), ("sheet_xml", sheet_xml), ("sheet_ods", sheet_ods)];

/// A plan as it is uploaded: `.docx` or `.txt`.
fn plan(bytes: &[u8]) {
    let _ = plan::read(bytes, "ke-hoach.docx", 2026);
}

/// What lies inside a `.docx`: changed by itself, since a changed zip seldom unpacks.
fn plan_xml(bytes: &[u8]) {
    let _ = plan::read(&zip(&[("word/document.xml", bytes)]), "ke-hoach.docx", 2026);
}

/// A list of children as it is uploaded: `.xlsx`, `.xls`, `.ods`, CSV.
fn sheet(bytes: &[u8]) {
    let Ok(workbook) = sheets::read(bytes, "danh-sach.xlsx") else { return };
    let Some(today) = chrono::NaiveDate::from_ymd_opt(2026, 6, 1) else { return };
    for convert_legacy in [false, true] {
        let mut options = children::Options::new(today);
        options.convert_legacy = convert_legacy;
        let _ = children::read(&workbook, &options);
    }
}

/// The sheet inside an `.xlsx`.
fn sheet_xml(bytes: &[u8]) {
    const WORKBOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    sheet(&zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", bytes),
    ]));
}

/// The content of an `.ods`.
fn sheet_ods(bytes: &[u8]) {
    sheet(&zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", bytes)]));
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        // In memory nothing of it fails.
        let _ = zip.start_file(*name, stored);
        let _ = zip.write_all(bytes);
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
