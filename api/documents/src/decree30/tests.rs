use proptest::prelude::*;

use super::read_back::{any_text, expected, lines};
use super::*;
use crate::{injuries, samples, summer};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_comes_back(text in any_text(), cell in any_text()) {
        let mut document = Document::new(&Header::default(), "BÁO CÁO", "Thử");
        document.paragraph("mark one");
        document.paragraph(&text);
        document.paragraph("mark two");
        document.table(&Table {
            columns: vec![Column::new("Cột", 1, Align::Left)],
            rows: vec![vec![cell.clone(), "beyond the columns".to_owned()], Vec::new()],
            total: None,
            points: 13,
        });
        let lines = lines(&document.finish());
        let place = |mark: &str| lines.iter().position(|line| line == mark).unwrap();
        prop_assert_eq!(&lines[place("mark one") + 1..place("mark two")], &expected(&text)[..]);
        prop_assert_eq!(&lines[place("Cột") + 1..], &expected(&cell)[..]);
    }

}

proptest! {
    // Each case writes four whole files.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_breaks_a_paper(text in any_text()) {
        let some = || Some(text.clone());
        let header = Header {
            parent: some(),
            issuer: text.clone(),
            number: Some(u32::MAX),
            symbol: text.clone(),
            place: text.clone(),
            date: chrono::NaiveDate::MAX.into(),
        };
        let mut minutes = samples::handover(2);
        minutes.header = header.clone();
        minutes.legal_bases = vec![text.clone()];
        minutes.meeting.venue = some();
        minutes.giver = summer::Party {
            body: text.clone(),
            representatives: vec![summer::Person { name: text.clone(), position: text.clone() }],
            signing: vec![text.clone()],
            signer: some(),
        };
        minutes.documents = vec![text.clone()];
        minutes.duties.family = vec![text.clone()];
        minutes.children[0].name = text.clone();
        minutes.children[0].neighborhood = some();
        prop_assert!(lines(&summer::handover_minutes(&minutes)).contains(&"ĐẠI DIỆN BÊN NHẬN".to_owned()));

        let mut back = samples::returning(1);
        back.header = header;
        back.assessment = vec![text.clone()];
        back.children[0].remarks = some();
        prop_assert!(lines(&summer::return_minutes(&back)).contains(&"ĐẠI DIỆN BÊN NHẬN".to_owned()));

        let mut card = samples::card(0);
        (card.school, card.unit, card.remarks, card.class) = (text.clone(), text.clone(), some(), some());
        prop_assert!(!lines(&summer::activity_cards(&[card])).is_empty());

        let mut table = samples::quarter();
        (table.unit, table.place, table.period) = (text.clone(), text.repeat(2_000), text.clone());
        table.parent = some();
        table.signers[0] = injuries::Signer { lines: vec![text.clone()], name: some() };
        prop_assert!(injuries::quarter_table(&table).starts_with(b"PK"));
    }
}

#[test]
fn the_handover_reads_as_it_was_meant() {
    let lines = lines(&summer::handover_minutes(&samples::handover(120)));
    for line in [
        "ỦY BAN NHÂN DÂN PHƯỜNG NGỌC TRẠO",
        "BAN CHỈ ĐẠO HOẠT ĐỘNG HÈ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BB-BCĐ",
        "Ngọc Trạo, ngày 29 tháng 5 năm 2026",
        "BIÊN BẢN",
        "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;",
        "I. THÀNH PHẦN",
        "1. Bên giao: Trường Tiểu học Ngọc Trạo",
        "- Bà Lê Thị Thu Hường – Chức vụ: Phó Hiệu trưởng.",
        "3. Đại diện cha mẹ học sinh",
        "Tổng số trẻ em bàn giao: 120 em; trong đó nữ: 60 em.",
        "Khối lớp 5",
        "Khu phố 11",
        "- 120 phiếu sinh hoạt hè.",
        "III. TRÁCH NHIỆM CỦA CÁC BÊN",
        "Trẻ em sinh hoạt hè tại địa phương từ ngày 01 tháng 6 năm 2026 đến ngày 20 tháng 8 năm 2026.",
        "PHÓ HIỆU TRƯỞNG",
        "Vũ Hữu Đại",
        "Phụ lục",
        "(Kèm theo Biên bản số 05/BB-BCĐ ngày 29 tháng 5 năm 2026 của Ban Chỉ đạo hoạt động hè)",
        "Hen phế quản, mang theo thuốc xịt",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line} in {lines:#?}");
    }
    let needing = lines.iter().filter(|line| line.contains("hoặc cần lưu ý")).collect::<Vec<_>>();
    assert_eq!(needing.len(), 1);
    assert!(needing[0].contains(": 7 em"));
}

#[test]
fn nothing_known_is_dots_to_be_filled() {
    let mut minutes = samples::handover(0);
    minutes.header = Header { symbol: "BB-BCĐ".to_owned(), ..Header::default() };
    (minutes.meeting, minutes.parents) = (summer::Meeting::default(), Vec::new());
    (minutes.giver, minutes.copies) = (summer::Party::default(), 0);
    let lines = lines(&summer::handover_minutes(&minutes));
    for line in [
        "Số: ……/BB-BCĐ",
        "Ngày …… tháng …… năm ……",
        "Hôm nay, hồi …… giờ …… phút, ngày …… tháng …… năm ……, tại ………………………, chúng tôi gồm:",
        "- ……………………… – Chức vụ: ……………………….",
        "Danh sách có: 0 em; trong đó nữ: 0 em.",
    ] {
        assert!(lines.iter().any(|found| found.replace('…', "") == line.replace('…', "")), "{line} in {lines:#?}");
    }
}

#[test]
fn headings_count_themselves() {
    let mut document = Document::new(&Header::default(), "KẾ HOẠCH", "");
    for level in [Level::Roman, Level::Number, Level::Letter, Level::Letter, Level::Number, Level::Letter, Level::Roman]
    {
        document.heading(level, "x");
    }
    document.annex(Paper::Portrait, "một");
    document.heading(Level::Number, "y");
    document.annex(Paper::Landscape, "hai");
    let found = lines(&document.finish());
    let headings: Vec<_> = found.iter().filter(|line| line.ends_with(" x") || line.ends_with(" y")).collect();
    assert_eq!(headings, ["I. x", "1. x", "a) x", "b) x", "2. x", "a) x", "II. x", "1. y"]);
    assert!(found.contains(&"Phụ lục I".to_owned()) && found.contains(&"Phụ lục II".to_owned()));
}

#[test]
fn recipients_end_as_the_decree_says() {
    let mut document = Document::new(&Header::default(), "BÁO CÁO", "");
    let signature =
        Signature { lines: vec!["KT. Chủ tịch".into(), "Phó Chủ tịch".into()], ..Signature::default() };
    document.signatures(&[signature], &["Như trên".into(), "- Đảng ủy phường;".into(), "Lưu: VT, VHXH.".into()]);
    let found = lines(&document.finish());
    let end = found.iter().position(|line| line == "Nơi nhận:").unwrap();
    let rest = ["Nơi nhận:", "- Như trên;", "- Đảng ủy phường;", "- Lưu: VT, VHXH.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
    assert_eq!(found[end..], rest);
}

#[test]
fn an_annex_names_its_body_as_a_sentence_does() {
    let header = |issuer: &str| Header {
        issuer: issuer.to_owned(),
        number: Some(46),
        symbol: "BC-UBND".to_owned(),
        date: chrono::NaiveDate::from_ymd_opt(2024, 7, 10),
        ..Header::default()
    };
    for (issuer, told) in [
        ("ỦY BAN NHÂN DÂN\nPhường Ba Đình", "Ủy ban nhân dân phường Ba Đình"),
        ("Khu phố 4", "Khu phố 4"),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "ĐOÀN TNCS HỒ CHÍ MINH"),
    ] {
        assert_eq!(
            super::document::reference(&header(issuer), "BÁO CÁO"),
            format!("(Kèm theo Báo cáo số 46/BC-UBND ngày 10 tháng 7 năm 2024 của {told})")
        );
    }
}
