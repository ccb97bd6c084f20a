//! What every paper must be as a PDF, read back from its bytes.

#[path = "support/pdf.rs"]
mod reader;
mod samples;

use bup_documents::decree30::{Align, Column, Document, Header, Paper, Table};
use bup_documents::{reports, summer};
use proptest::prelude::*;
use reader::{Pdf, Word};

fn dense(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace()).collect()
}

fn all() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = samples::cases::all_pdf();
    let cards: Vec<_> = (0..5).map(samples::card).collect();
    all.push(("ban-giao-he", summer::handover_minutes_pdf(&samples::handover(40))));
    all.push(("ban-giao-ve-truong", summer::return_minutes_pdf(&samples::returning(9))));
    all.push(("phieu-sinh-hoat-he", summer::activity_cards_pdf(&cards)));
    all.push(("bao-cao", reports::report_pdf(&samples::report::report())));
    all
}

#[test]
fn text_comes_back_letter_by_letter() {
    let pdf = Pdf::read(&reports::report_pdf(&samples::report::report()));
    let text = pdf.dense();
    for told in [
        "ỦY BAN NHÂN DÂNPHƯỜNG BA ĐÌNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 05/BC-UBND",
        "Ba Đình, ngày 08 tháng 7 năm 2024",
        "Nguyễn Thị Hoà",
        "treo 64 băng-rôn, khẩu hiệu trên các trục đường chính",
        "tổ chức ngày 01 tháng 6 năm 2024 tại Nhà văn hóa phường với 420 trẻ em",
        "- Lưu: VT, VHXH.",
    ] {
        assert!(text.contains(&dense(told)), "{told}");
    }
    // Words at the ends of lines are not glued to the next.
    let words: String = pdf.words(pdf.pages()[0]).into_iter().map(|word| word.text).collect();
    assert!(words.contains("26 tháng 12 năm 2019 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội"), "{words}");
}

#[test]
fn every_paper_is_tagged_and_tells_its_language() {
    for (name, bytes) in all() {
        let raw = String::from_utf8_lossy(&bytes);
        for told in ["/Lang(vi-VN)", "/MarkInfo<</Marked true>>", "/StructTreeRoot", "/DisplayDocTitle true"] {
            assert!(raw.contains(told), "{name}: {told}");
        }
        assert!(bytes.len() < 600_000, "{name}: {}", bytes.len());
        for word in ["/CreationDate", "/ModDate", "/Producer", "/Creator", "/Author", "/Metadata"] {
            assert!(!raw.contains(word), "{name}: {word}");
        }
    }
}

#[test]
fn a_paper_about_a_child_tells_nothing_in_its_title_and_asks_for_care_on_every_page() {
    let title: Vec<u8> =
        std::iter::once([0xfe, 0xff]).chain("Tài liệu nội bộ".encode_utf16().map(u16::to_be_bytes)).flatten().collect();
    let hex: String = title.iter().map(|byte| format!("{byte:02X}")).collect();
    for (name, bytes) in samples::cases::all_pdf() {
        let pdf = Pdf::read(&bytes);
        let raw = String::from_utf8_lossy(&bytes).to_uppercase();
        assert!(raw.contains(&hex) || bytes.windows(title.len()).any(|window| window == title), "{name}");
        for page in pdf.pages() {
            let foot = pdf.words(page).into_iter().find(|word| word.artifact && word.size == 10.0).unwrap();
            assert!(foot.text.starts_with("Tài liệu có thông tin riêng tư"), "{name}: {foot:?}");
            assert!(foot.at.1 > 28.0 && foot.at.1 < 40.0, "{name}: {foot:?}");
        }
    }
}

#[test]
fn measures_of_the_decree() {
    let pdf = Pdf::read(&reports::report_pdf(&samples::report::report()));
    let pages = pdf.pages();
    assert_eq!(pdf.size(pages[0]), (595.3, 841.9));
    assert_eq!(pdf.size(*pages.last().unwrap()), (841.9, 595.3), "the annex lies");
    for (index, page) in pages.iter().enumerate() {
        let (width, height) = pdf.size(*page);
        let words = pdf.words(*page);
        // 30 mm left, 15 right, 20 above and below.
        for word in words.iter().filter(|word| !word.artifact) {
            assert!(word.at.0 > 85.0 && word.at.0 < width - 42.5, "{word:?}");
            assert!(word.at.1 > 56.7 && word.at.1 < height - 56.7, "{word:?}");
        }
        let number = words.iter().find(|word| word.artifact && word.size == 13.0);
        match number {
            None => assert_eq!(index, 0),
            Some(number) => {
                assert_eq!(number.text, (index + 1).to_string());
                assert!(number.at.1 > height - 56.7, "in the top margin");
                assert!((number.at.0 - (85.05 + width - 42.5) / 2.0).abs() < 10.0, "in the middle");
            }
        }
    }
    let first = pdf.words(pages[0]);
    let find = |text: &str| first.iter().find(|word: &&Word| word.text.starts_with(text)).unwrap();
    let look = |text: &str| (find(text).size, find(text).font.clone());
    assert_eq!(look("CỘNG HÒA"), (12.0, "B".to_owned()));
    assert_eq!(look("Độc lập"), (13.0, "B".to_owned()));
    assert_eq!(look("Số: 05"), (13.0, "R".to_owned()));
    assert_eq!(look("Ba Đình, ngày"), (13.0, "I".to_owned()));
    assert_eq!(look("BÁO CÁO"), (14.0, "B".to_owned()));
    assert_eq!(look("Thực hiện Kế hoạch"), (14.0, "R".to_owned()));
    // First line 1.27 cm in.
    assert!((find("Thực hiện Kế hoạch").at.0 - 85.05 - 36.0).abs() < 0.1);
}

#[test]
fn long_lists_repeat_their_heads_for_the_eye_alone() {
    let pdf = Pdf::read(&summer::handover_minutes_pdf(&samples::handover(60)));
    let pages = pdf.pages();
    let heads = |read: bool| {
        let all = pages.iter().flat_map(|page| pdf.words(*page));
        all.filter(|word| word.text == "Họ và tên" && word.artifact != read).count()
    };
    assert_eq!(heads(true), 1);
    assert!(heads(false) >= 3, "{}", heads(false));
    for index in 0..60 {
        assert!(pdf.dense().contains(&dense(&samples::child(index).name)), "{index}");
    }
}

#[test]
fn no_page_bears_signatures_alone() {
    for paragraphs in 8..40 {
        let mut document = Document::new(&Header::default(), "BÁO CÁO", "Thử");
        for _ in 0..paragraphs {
            document.paragraph("Một đoạn văn.");
        }
        document.closing("Trên đây là báo cáo./.");
        let signature = bup_documents::decree30::Signature {
            lines: vec!["CHỦ TỊCH".to_owned()],
            hint: None,
            name: Some("Nguyễn Thị Hoà".to_owned()),
        };
        document.signatures(&[signature], &["Như trên".to_owned(), "Lưu: VT".to_owned()]);
        let pdf = Pdf::read(&document.pdf());
        let page = *pdf.pages().last().unwrap();
        let words: String = pdf.words(page).into_iter().map(|word| word.text).collect();
        for told in ["Trên đây", "Nơi nhận:", "CHỦ TỊCH", "Nguyễn Thị Hoà"] {
            assert!(words.contains(told), "{paragraphs}: {told} in {words}");
        }
    }
}

#[test]
fn a_cell_that_is_longer_than_a_page_goes_on() {
    let mut document = Document::new(&Header::default(), "DANH SÁCH", "");
    let long = (0..3_000).map(|number| format!("từ{number} ")).collect::<String>();
    document.annex(Paper::Landscape, "Dài");
    document.table(&Table {
        columns: vec![Column::new("Cột", 1, Align::Left), Column::new("Hai", 1, Align::Left)],
        rows: vec![vec![long.clone(), "ngắn".to_owned()]],
        total: None,
        points: 13,
    });
    let pdf = Pdf::read(&document.pdf());
    // The short cell stands beside the first part.
    assert!(pdf.dense().replace("ngắn", "").contains(&dense(&long)));
    for page in pdf.pages() {
        let height = pdf.size(page).1;
        let words = pdf.words(page);
        assert!(words.iter().all(|word| word.at.1 > 50.0 && word.at.1 < height), "{words:?}");
    }
}

#[test]
fn the_same_data_are_the_same_bytes() {
    assert_eq!(all(), all());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back(text in "\\PC{0,60}", cell in "(\\PC|\\n){0,60}") {
        let mut document = Document::new(&Header::default(), "BÁO CÁO", "Thử");
        document.paragraph(&format!("@1@{text}@2@"));
        document.table(&Table {
            columns: vec![Column::new("Cột", 1, Align::Left)],
            rows: vec![vec![format!("@3@{cell}@4@")]],
            total: None,
            points: 13,
        });
        let found = Pdf::read(&document.pdf()).dense();
        // What takes no room on paper is not in the text; everything is NFC.
        let kept = |text: &str| -> String {
            use unicode_normalization::UnicodeNormalization;
            text.nfc().filter(|char| !char.is_whitespace()).collect()
        };
        let between = |from: &str, to: &str| found.split(from).nth(1).unwrap().split(to).next().unwrap().to_owned();
        let invisible = |text: &str| text.chars().any(|char| {
            matches!(u32::from(char), 0xad | 0x34f | 0x61c | 0x180b..=0x180f | 0x200b..=0x200f | 0x2028..=0x202e
                | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xfff9..=0xfffb | 0xe0000..=0xe0fff)
        });
        prop_assume!(!invisible(&text) && !invisible(&cell) && !text.contains('@') && !cell.contains('@'));
        prop_assert_eq!(between("@1@", "@2@"), kept(&text));
        prop_assert_eq!(between("@3@", "@4@"), kept(&cell));
    }
}
