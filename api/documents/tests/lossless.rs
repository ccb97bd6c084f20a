//! No words of a plan are lost: each is in the opening, a section, the closing, or a warning's source.

mod support;

use std::collections::HashMap;
use std::path::PathBuf;

use bup_documents::plan::{self, PlanPreview};
use proptest::prelude::*;
use support::*;

fn words(text: &str) -> Vec<String> {
    text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Every word of the preview with how often it stands there.
fn kept(plan: &PlanPreview) -> HashMap<String, usize> {
    let mut all = vec![plan.opening.clone(), plan.closing.clone()];
    for section in &plan.sections {
        all.extend([section.number.clone(), section.title.clone(), section.body.clone()]);
    }
    let mut counts = HashMap::new();
    for word in all.iter().flat_map(|text| words(text)) {
        *counts.entry(word).or_insert(0) += 1;
    }
    counts
}

fn assert_kept(source: &str, plan: &PlanPreview) {
    let mut counts = kept(plan);
    // "Điều 3" keeps its number as the section's; the word before it is the way of counting.
    let counting = ["Điều", "Chương", "Phần", "thứ", "nhất", "hai", "Mục"];
    for word in words(source).into_iter().filter(|word| !counting.contains(&word.as_str())) {
        let upper = word.to_uppercase();
        let word = if counts.contains_key(&word) { word } else { upper };
        let left = counts.get_mut(&word).unwrap_or_else(|| panic!("lost: {word}\n{plan:#?}"));
        assert!(*left > 0, "lost: {word}\n{plan:#?}");
        *left -= 1;
    }
}

#[test]
fn the_fixtures_keep_their_words() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/plans");
    let wards = std::fs::read_dir(folder.join("wards")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = wards.collect();
    files.push(folder.join("2024/ke-hoach.txt"));
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let read = plan::read(&bytes, "x.txt", 2026).unwrap();
        assert_kept(&String::from_utf8(bytes).unwrap(), &read);
    }
}

fn line() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec![
        "", "", "I. ", "II. ", "III. ", "A. ", "1. ", "2. ", "3. ", "1.1. ", "1.2. ", "a) ", "b) ", "đ) ", "- ", "+ ",
        "1) ", "i) ",
    ]);
    let middle = prop::sample::select(vec![
        "MỤC ĐÍCH",
        "TỔ CHỨC THỰC HIỆN",
        "Công an phường",
        "Công an phường: tuần tra",
        "Các khu phố:",
        "Chủ đề: “Vì trẻ em”",
        "Thời gian: từ 01/6/2025 đến 30/6/2025",
        "Tổ chức thăm hỏi.",
        "chữ thường nối",
        "Khẩu hiệu:",
        "Trên đây là Kế hoạch.",
        "Trong quá trình thực hiện, nếu vướng mắc",
        "Giao Đoàn phường chủ trì",
        "Mục đích. Tổ chức các hoạt động thiết thực",
        "Tổ chức các hoạt động thiết thực, hiệu quả, phù hợp với điều kiện thực tế; lồng ghép với các chương trình khác để tạo sự lan tỏa sâu rộng và nâng cao chất lượng các hoạt động của tháng hành động tại cơ sở.",
    ]);
    (start, middle).prop_map(|(start, middle)| format!("{start}{middle}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_lines_keeps_its_words(lines in prop::collection::vec(line(), 1..25)) {
        let text = format!("KẾ HOẠCH\nTháng hành động năm 2025\n\n{}\n", lines.join("\n"));
        let read = plan::read(text.as_bytes(), "x.txt", 2026).unwrap();
        assert_kept(&text, &read);
    }

    #[test]
    fn tables_keep_their_words(cells in prop::collection::vec(prop::collection::vec("[a-zđê]{1,6}", 1..5), 1..6)) {
        let rows: Vec<Vec<String>> = cells.iter().map(|row| row.iter().map(|text| p(text)).collect()).collect();
        let body = center("KẾ HOẠCH") + &p("Năm 2025") + &b("I. TỔ CHỨC THỰC HIỆN") + &table(&rows) + &p("Hết.");
        let read = plan::read(&docx(&body), "x.docx", 2026).unwrap();
        assert_kept(&cells.concat().join(" "), &read);
    }
}
