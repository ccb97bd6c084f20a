//! Files that are not plans, or mean harm: each is refused with advice, none panics, none runs away.

mod support;

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use bup_documents::{ReadError, plan};
use proptest::prelude::*;
use support::*;
use zip::write::SimpleFileOptions;

fn refusal(bytes: &[u8]) -> ReadError {
    plan::read(bytes, "ke-hoach.docx", 2026).expect_err("a refusal")
}

fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

#[test]
fn other_files_are_named() {
    let xlsx = package(&[("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")]);
    let odt = package(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")]);
    for (bytes, expected) in [
        (Vec::new(), ReadError::Empty),
        (compound("EncryptedPackage"), ReadError::Encrypted),
        (compound("WordDocument"), ReadError::OldWord),
        (compound("Workbook"), ReadError::OldOffice),
        (b"%PDF-1.7\n%\xE2\xE3".to_vec(), ReadError::Pdf),
        (b"{\\rtf1 K\\u7871?}".to_vec(), ReadError::Rtf),
        (b"<html><body>K</body></html>".to_vec(), ReadError::Html),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), ReadError::Image),
        (xlsx, ReadError::Spreadsheet),
        (odt, ReadError::OpenDocument),
        (package(&[("readme.md", "x")]), ReadError::OtherArchive),
        (vec![0, 159, 146, 150, 0, 1, 2, 3], ReadError::NotText),
        (b"K\xD5 ho\xB9ch tri\xD3n khai th\xB8ng h\xB5nh \xAE\xE9ng".to_vec(), ReadError::OldEncoding),
        ("KÕ ho¹ch triÓn khai Th¸ng hµnh ®éng v× trÎ em".as_bytes().to_vec(), ReadError::OldEncoding),
        (docx(&p("KÕ ho¹ch triÓn khai Th¸ng hµnh ®éng v× trÎ em")), ReadError::OldEncoding),
        (docx(&p("  ")), ReadError::Empty),
        (vec![b'a'; plan::MAX_BYTES + 1], ReadError::TooLarge),
    ] {
        let found = refusal(&bytes);
        assert_eq!(found, expected);
        assert!(found.code().starts_with("plan_file_"));
        assert!(!found.vietnamese().is_empty() && !found.english().is_empty());
    }
}

#[test]
fn a_scan_in_a_word_file() {
    let picture = r#"<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r></w:p>"#;
    assert_eq!(refusal(&docx(picture)), ReadError::OnlyImages);
}

#[test]
fn entities_of_the_file_are_refused() {
    let dtd = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"#;
    assert_eq!(refusal(&package(&[("word/document.xml", dtd)])), ReadError::Dtd);
    let entity = document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
    assert_eq!(refusal(&package(&[("word/document.xml", &entity)])), ReadError::Dtd);
}

#[test]
fn broken_files_are_broken() {
    let whole = docx(&p("KẾ HOẠCH"));
    for cut in [5, 40, whole.len() / 2, whole.len() - 10] {
        assert_eq!(refusal(&whole[..cut]), ReadError::Broken);
    }
    assert_eq!(refusal(&package(&[("word/document.xml", "<w:document><w:body>")])), ReadError::Broken);
    assert_eq!(refusal(&package(&[("word/document.xml", "<a></b>")])), ReadError::Broken);
    assert_eq!(refusal(&package(&[("word/styles.xml", "<a/>")])), ReadError::Broken);
    let deep = document(&("<w:sdt>".repeat(5_000) + &"</w:sdt>".repeat(5_000)));
    assert_eq!(refusal(&package(&[("word/document.xml", &deep)])), ReadError::Broken);
}

#[test]
fn a_zip_with_a_password() {
    // The flag alone: what a reader sees first.
    let mut bytes = docx(&p("KẾ HOẠCH"));
    let mut place = 0;
    while let Some(found) =
        bytes[place..].windows(4).position(|window| window == b"PK\x03\x04" || window == b"PK\x01\x02")
    {
        let start = place + found;
        let flags = if bytes[start + 2] == 3 { 6 } else { 8 };
        bytes[start + flags] |= 1;
        place = start + 4;
    }
    assert_eq!(refusal(&bytes), ReadError::Encrypted);
}

fn quick(bytes: &[u8]) -> Result<plan::PlanPreview, ReadError> {
    let start = Instant::now();
    let read = plan::read(bytes, "x.docx", 2026);
    assert!(start.elapsed() < Duration::from_secs(60), "took {:?}", start.elapsed());
    read
}

#[test]
fn bombs_are_not_unpacked() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let block = vec![b' '; 1 << 20];
    for _ in 0..64 {
        zip.write_all(&block).unwrap();
    }
    assert_eq!(quick(&zip.finish().unwrap().into_inner()), Err(ReadError::Bomb));

    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..5_000 {
        zip.start_file(format!("f{number}"), SimpleFileOptions::default()).unwrap();
    }
    assert_eq!(quick(&zip.finish().unwrap().into_inner()), Err(ReadError::Bomb));
}

#[test]
fn endless_text_is_refused() {
    assert_eq!(quick("Trẻ em ".repeat(400_000).as_bytes()), Err(ReadError::TooLong));
    assert_eq!(quick("a\n".repeat(100_000).as_bytes()), Err(ReadError::TooLong));
    assert_eq!(quick(&docx(&p("a").repeat(25_000))), Err(ReadError::TooLong));
}

/// Texts that would cost the square of their length if anything looked at all pairs.
#[test]
fn strange_texts_stay_cheap() {
    let around = |middle: String| format!("KẾ HOẠCH\nNăm 2025\nI. TỔ CHỨC THỰC HIỆN\n{middle}\nNơi nhận:\n- Lưu.");
    for middle in [
        "1. Công an phường:\n".repeat(4_000),
        "chữ thường nối tiếp\n".repeat(8_000),
        "CHỮ HOA NỐI TIẾP\n".repeat(8_000),
        "phối hợp với công an phường ".repeat(20_000),
        "Chủ đề “A b c d” Tháng hành động ".repeat(15_000),
        "Kế hoạch số 1/KH-UBND ngày 01/6/2025 ".repeat(12_000),
        "tổng đài 111 ".repeat(40_000),
        (0..6_000).map(|n| format!("- Khẩu hiệu thứ {n};\n")).collect(),
        (1..90).map(|n| format!("{n}. Việc {n}\n")).collect::<String>().repeat(100),
        "| Nội dung | Đơn vị chủ trì |\n".to_owned() + &"| Việc | Công an |\n".repeat(8_000),
        "(((((([[[[".repeat(40_000),
    ] {
        let read = quick(around(middle).as_bytes()).unwrap();
        assert!(read.warnings.len() <= 4_000);
    }
}

#[test]
fn years_at_the_ends_of_time() {
    for year in [i32::MIN, -1, 0, i32::MAX] {
        let text = "KẾ HOẠCH\nTháng hành động\nI. TỔ CHỨC THỰC HIỆN\n1. Công an\nTừ 01/7 đến 01/6, trước 15/6, trong tháng 12.";
        assert!(plan::read(text.as_bytes(), "", year).is_ok());
    }
}

/// Words and signs that the rules look for, in any order.
fn plan_like() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "KẾ HOẠCH",
        "\n",
        "\n\n",
        "I. ",
        "II. ",
        "1. ",
        "1.1 ",
        "a) ",
        "đ) ",
        "- ",
        "+ ",
        "• ",
        "Điều 1. ",
        "Chương I",
        "TỔ CHỨC THỰC HIỆN",
        "Công an phường",
        "Giao ",
        " chủ trì, phối hợp với ",
        "Đoàn TNCS Hồ Chí Minh phường",
        ":",
        ";",
        ".",
        "./.",
        " ",
        "\t",
        "|",
        "“",
        "”",
        "\"",
        "chủ đề ",
        "khẩu hiệu",
        "Tháng hành động vì trẻ em năm 2025",
        "ngày 28-6",
        "01-30/6/2026",
        "từ 01/6 đến ",
        "30/6/2025",
        "năm học 2023-2024",
        "Căn cứ Luật Trẻ em",
        "số 1712/KH-UBND",
        "Nơi nhận:",
        "Lưu: VT.",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trần Thị Nga",
        "PHỤ LỤC",
        "STT|Nội dung|Chủ trì",
        "(",
        ")",
        "tổng đài 111",
        "0237.3824.555",
        "*",
        "**",
        "ế",
        "e\u{302}\u{301}",
        "\u{a0}",
        "𝔘",
        "İ",
        "ß",
        "\u{0}",
        "chữ",
        "UBND phường Ba Đình ban hành",
    ]);
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = plan::read(&bytes, "x", 2026);
    }

    #[test]
    fn any_text(text in "\\PC{0,400}") {
        let _ = plan::read(text.as_bytes(), "x", 2026);
    }

    #[test]
    fn any_plan_like_text(text in plan_like()) {
        if let Ok(read) = plan::read(text.as_bytes(), "x.txt", 2026) {
            let mut keys: Vec<&str> = read.sections.iter().map(|section| section.key.as_str()).collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            prop_assert_eq!(keys.len(), count, "keys are unique");
            for task in &read.tasks {
                prop_assert!(read.sections.iter().any(|section| section.key == task.section_key));
                prop_assert!(task.title.chars().count() <= 125);
            }
        }
    }

    #[test]
    fn any_plan_like_word_file(lines in prop::collection::vec(plan_like(), 0..6), level in 0_u32..12) {
        let body: String = lines.iter().map(|line| n(1, level, line) + &b(line)).collect();
        let _ = plan::read(&docx(&body.replace('\u{0}', "")), "x.docx", 2026);
    }

    #[test]
    fn a_flipped_byte(place in 0_usize..100_000, value in any::<u8>()) {
        let mut bytes = docx(&(center("KẾ HOẠCH") + &words_table(&[&["Nội dung", "Chủ trì"], &["a", "Công an"]])));
        let length = bytes.len();
        bytes[place % length] = value;
        let _ = plan::read(&bytes, "x.docx", 2026);
    }
}
