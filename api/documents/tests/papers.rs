//! The measures of Decree 30/2020, read from the XML that is written.

mod samples;

use std::io::{Cursor, Read};

use bup_documents::{injuries, summer};

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// What stands between two marks, the first time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("no {start}"));
    let rest = &text[from..];
    &rest[..rest.find(end).unwrap() + end.len()]
}

#[test]
fn paper_margins_and_letters() {
    let file = summer::handover_minutes(&samples::handover(3));
    let document = part(&file, "word/document.xml");
    let sections: Vec<&str> = document.split("<w:sectPr>").skip(1).collect();
    assert_eq!(sections.len(), 2);
    // 20, 15, 20 and 30 mm in twentieths of a point.
    let margins = r#"<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701""#;
    assert!(sections.iter().all(|section| section.contains(margins)), "{sections:?}");
    assert!(sections[0].contains(r#"<w:pgSz w:w="11906" w:h="16838"/>"#));
    assert!(sections[1].contains(r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#));
    let styles = part(&file, "word/styles.xml");
    assert!(styles.contains(r#"w:ascii="Times New Roman" w:hAnsi="Times New Roman""#));
    assert!(!document.contains("w:rFonts"), "one font everywhere");
    let body = between(&document, "Hôm nay, hồi", "</w:p>");
    let start = document.find(body).unwrap();
    let paragraph = &document[document[..start].rfind("<w:p>").unwrap()..start];
    for rule in [r#"w:firstLine="720""#, r#"<w:jc w:val="both"/>"#, r#"w:after="120""#, r#"<w:sz w:val="28"/>"#] {
        assert!(paragraph.contains(rule), "{rule} in {paragraph}");
    }
}

#[test]
fn page_numbers_but_none_on_the_first_page() {
    let file = summer::handover_minutes(&samples::handover(3));
    let document = part(&file, "word/document.xml");
    let relations = part(&file, "word/_rels/document.xml.rels");
    assert!(relations.contains(r#"Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml""#));
    let sections: Vec<&str> = document.split("<w:sectPr>").skip(1).collect();
    assert!(sections[0].contains("<w:titlePg/>") && sections[0].contains(r#"w:type="first" r:id="rId4""#));
    assert!(!sections[1].contains("<w:titlePg/>"), "the annex shows its number");
    assert!(sections.iter().all(|section| section.contains(r#"w:type="default" r:id="rId3""#)));
    let number = part(&file, "word/header1.xml");
    assert!(number.contains(" PAGE ") && number.contains(r#"<w:jc w:val="center"/>"#));
    assert!(number.contains(r#"<w:sz w:val="26"/>"#), "13 pt");
    assert!(!part(&file, "word/header2.xml").contains("PAGE"));
}

#[test]
fn the_letterhead_is_a_table_with_measured_lines() {
    let file = summer::handover_minutes(&samples::handover(3));
    let document = part(&file, "word/document.xml");
    let head = between(&document, "<w:tbl>", "</w:tbl>");
    assert!(!head.contains("tblBorders"));
    assert_eq!(head.matches("<w:tr>").count(), 2);
    assert_eq!(head.matches(r#"<w:top w:val="single""#).count(), 2, "two lines");
    let indents: Vec<i64> =
        head.split(r#"<w:ind w:left=""#).skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    // Right column 95 mm, the motto 56.1 mm: what is left, halved, is 19.4 mm.
    assert!((indents[1] - 1_102).abs() < 12, "{indents:?}");
    // Left column 66 mm, "BAN CHỈ ĐẠO HOẠT ĐỘNG HÈ" 60.5 mm in bold 12; two fifths of it.
    let line = 3_741 - 2 * indents[0];
    assert!((3_430 / 3..=3_430 / 2).contains(&line), "{line}");
    assert!(between(head, "Ngọc Trạo, ngày", "</w:r>").contains("29 tháng 5"));
    let italic = &head[..head.find("Ngọc Trạo, ngày").unwrap()];
    assert!(italic[italic.rfind("<w:r>").unwrap()..].contains("<w:i/>"));
}

#[test]
fn long_lists_repeat_their_head_and_split_no_row() {
    let file = summer::handover_minutes(&samples::handover(120));
    let document = part(&file, "word/document.xml");
    let rows = document.matches("<w:tr>").count();
    assert_eq!(document.matches("<w:cantSplit/>").count(), rows);
    assert_eq!(document.matches("<w:tblHeader/>").count(), 3);
    let list = document.rsplit("<w:tbl>").next().unwrap();
    assert_eq!(list.matches("<w:tr>").count(), 121);
    assert!(between(list, "<w:tr>", "</w:tr>").contains("<w:tblHeader/>"));
    assert_eq!(list.matches("<w:gridCol ").count(), 12);
}

#[test]
fn a_signature_block_stays_whole() {
    let document = part(&summer::handover_minutes(&samples::handover(3)), "word/document.xml");
    let start = document.find("ĐẠI DIỆN BÊN GIAO").unwrap();
    let block = &document[document[..start].rfind("<w:tbl>").unwrap()..];
    let block = &block[..block.find("</w:tbl>").unwrap()];
    assert_eq!((block.matches("<w:tr>").count(), block.matches("<w:tc>").count()), (1, 3));
    assert!(block.contains("<w:cantSplit/>"));
    let closing = &document[..document.find("Việc bàn giao kết thúc").unwrap()];
    assert!(closing[closing.rfind("<w:p>").unwrap()..].contains("<w:keepNext/>"));
    // Two parties where no parents came.
    let document = part(&summer::return_minutes(&samples::returning(3)), "word/document.xml");
    assert!(!document.contains("ĐẠI DIỆN CHA MẸ HỌC SINH"));
}

#[test]
fn cards_are_half_a_page_front_and_back() {
    let cards: Vec<_> = (0..5).map(samples::card).collect();
    let file = summer::activity_cards(&cards);
    let document = part(&file, "word/document.xml");
    assert_eq!(document.matches("<w:pageBreakBefore/>").count(), 5, "three sheets, two sides");
    assert_eq!(document.matches(r#"w:val="dashed""#).count(), 6);
    assert_eq!(document.matches("PHIẾU SINH HOẠT HÈ").count(), 5);
    assert_eq!(document.matches("NHẬN XÉT KẾT QUẢ HOẠT ĐỘNG HÈ").count(), 5);
    assert!(!document.contains("headerReference"), "no page number on a card");
    assert!(part(&summer::activity_cards(&[]), "word/document.xml").contains("<w:sectPr>"));
}

#[test]
fn a_long_card_has_a_sheet_of_its_own() {
    let mut cards: Vec<_> = (0..4).map(samples::card).collect();
    cards[1].remarks = Some("Em tham gia đầy đủ, ngoan, tích cực. ".repeat(60));
    let document = part(&summer::activity_cards(&cards), "word/document.xml");
    // The first alone, the long one alone, the others together: three sheets.
    assert_eq!(document.matches("<w:pageBreakBefore/>").count(), 5);
    assert_eq!(document.matches("<w:trHeight ").count(), 8);
}

#[test]
fn the_same_data_are_the_same_bytes() {
    assert_eq!(summer::handover_minutes(&samples::handover(9)), summer::handover_minutes(&samples::handover(9)));
    assert_eq!(injuries::quarter_table(&samples::quarter()), injuries::quarter_table(&samples::quarter()));
}

#[test]
fn the_injury_table_of_the_form() {
    let file = injuries::quarter_table(&samples::quarter());
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    let words = part(&file, "xl/sharedStrings.xml");
    for kind in injuries::KINDS {
        assert!(words.contains(&format!("<t>{kind}</t>")), "{kind}");
    }
    for title in ["Giới tính", "Nhóm tuổi", "Địa điểm xảy ra", "14–16 tuổi", "Số mắc", "Số tử vong", "Tổng số"]
    {
        assert!(words.contains(&format!("<t>{title}</t>")), "{title}");
    }
    // Header rows 14 to 16, kinds 17 to 27, sums in 28.
    for merged in ["A14:A16", "C14:F14", "G14:N14", "O14:T14", "C15:D15", "S15:T15", "A28:B28"] {
        assert!(sheet.contains(&format!(r#"<mergeCell ref="{merged}"/>"#)), "{merged} in {sheet}");
    }
    assert!(sheet.contains("<f>SUM(C17:C27)</f><v>1205</v>"));
    assert!(sheet.contains("<f>SUM(T17:T27)</f><v>2</v>"));
    assert!(sheet.contains("<f>C28+E28</f><v>1213</v>") && sheet.contains("<f>D28+F28</f><v>2</v>"));
    assert!(sheet.contains(r#"paperSize="9""#) && sheet.contains(r#"orientation="landscape""#));
    assert!(part(&file, "xl/styles.xml").contains(r#"<name val="Times New Roman"/>"#));
    assert!(!part(&file, "xl/styles.xml").contains("Calibri"));
}

#[test]
fn a_provinces_table_also_counts_its_wards() {
    let mut table = samples::quarter();
    (table.wards_reporting, table.parent) = (Some(166), Some("Ủy ban nhân dân tỉnh".to_owned()));
    table.rows[10].boys.cases = u32::MAX;
    table.rows[9].boys.cases = u32::MAX;
    let file = injuries::quarter_table(&table);
    assert!(part(&file, "xl/sharedStrings.xml").contains("Tổng số xã, phường báo cáo:"));
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<f>SUM(C18:C28)</f><v>8589935795</v>"), "{sheet}");
}
