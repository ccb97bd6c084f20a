use chrono::{NaiveDate, NaiveDateTime};

use super::*;
use crate::decree30::read_back::lines;

fn at(day: u32, hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2024, 6, day).and_then(|day| day.and_hms_opt(hour, 15, 0)).expect("a moment")
}

fn breach() -> Breach {
    Breach {
        header: Header {
            issuer: "ỦY BAN NHÂN DÂN\nPhường Ba Đình".to_owned(),
            symbol: "TB-UBND".to_owned(),
            place: "Bỉm Sơn".to_owned(),
            date: Some(at(4, 9).date()),
            ..Header::default()
        },
        code: "VP-2024-0001".to_owned(),
        authority: "Cục A05, Bộ Công an".to_owned(),
        controller: "Ủy ban nhân dân phường Ba Đình".to_owned(),
        discovered: at(3, 8),
        due: Some(at(6, 8)),
        now: at(4, 9),
        kind: "Gửi nhầm".to_owned(),
        what_happened: "Gửi danh sách vào nhóm Zalo của khu phố.".to_owned(),
        data_kinds: vec!["họ tên".to_owned(), "hình ảnh".to_owned()],
        people: Some(40),
        children: Some(true),
        may_harm: Some(true),
        consequences: "Lộ hoàn cảnh của trẻ.".to_owned(),
        measures: vec![Measure { at: at(3, 9), text: "Đã thu hồi tin".to_owned() }],
        reporter: Some(Person { name: "Lê Thị Hoa".to_owned(), position: "Trưởng khu phố".to_owned() }),
        ..Breach::default()
    }
}

#[test]
fn a_notice_tells_what_the_law_asks() {
    let text = lines(&notice_docx(&breach())).join("\n");
    for told in [
        "THÔNG BÁO",
        "Kính gửi: Cục A05, Bộ Công an",
        "Mẫu số 08",
        "91/2025/QH15",
        "Thời điểm phát hiện: 08 giờ 15 phút, ngày 03/06/2024",
        "Gửi danh sách vào nhóm Zalo của khu phố.",
        "Loại dữ liệu: họ tên; hình ảnh",
        "Số người: ít nhất 40 người",
        "Có trẻ em trong số đó: có",
        "Lộ hoàn cảnh của trẻ.",
        "- 09 giờ 15 phút, ngày 03/06/2024: Đã thu hồi tin.",
        "TM. ỦY BAN NHÂN DÂN",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(!text.contains("Lý do thông báo sau 72 giờ"), "{text}");
}

#[test]
fn a_late_notice_has_room_for_its_reason() {
    let late = Breach { now: at(6, 9), ..breach() };
    assert!(lines(&notice_docx(&late)).join("\n").contains("Lý do thông báo sau 72 giờ"));
    let told = Breach { late_reason: "Mất điện.".to_owned(), ..breach() };
    assert!(lines(&notice_docx(&told)).join("\n").contains("Mất điện."));
}

#[test]
fn a_record_has_who_found_it() {
    let text = lines(&record_docx(&breach())).join("\n");
    for told in ["BIÊN BẢN", "Lê Thị Hoa – Chức vụ: Trưởng khu phố.", "NGƯỜI PHÁT HIỆN", "ít nhất 40 người"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn an_empty_one_has_room_to_write() {
    let text = lines(&notice_docx(&Breach::default())).join("\n");
    assert!(text.contains("……"), "{text}");
    assert!(!record_pdf(&Breach::default()).is_empty());
    assert!(notice_pdf(&breach()).starts_with(b"%PDF"));
}
