use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::decree30::Header;
use crate::decree30::read_back::lines;

fn header() -> Header {
    Header {
        issuer: "ỦY BAN NHÂN DÂN\nPhường Ba Đình".to_owned(),
        place: "Bỉm Sơn".to_owned(),
        date: NaiveDate::from_ymd_opt(2024, 6, 3),
        ..Header::default()
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 6, day).expect("a day")
}

#[test]
fn a_script_says_when_it_is_read_and_by_whom() {
    let script = Script {
        header: header(),
        is_broadcast: true,
        title: "Phòng, chống đuối nước trẻ em".to_owned(),
        text: "Kính thưa bà con!\nMùa hè đã đến.".to_owned(),
        slogans: vec!["Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em".to_owned()],
        hotlines: vec!["111".to_owned()],
        from: day(1),
        to: day(30),
        weekdays: vec![1, 7],
        times: [(5, 30), (17, 0)]
            .iter()
            .filter_map(|(hour, minute)| NaiveTime::from_hms_opt(*hour, *minute, 0))
            .collect(),
        reader: None,
        units: vec!["Khu phố 1".to_owned(), "Khu phố 2".to_owned()],
        approver: Some(Approver {
            name: "Nguyễn Minh Quân".to_owned(), position: "Công chức văn hóa".to_owned()
        }),
    };
    let text = lines(&script_docx(&script)).join("\n");
    for told in [
        "BÀI TUYÊN TRUYỀN",
        "trên hệ thống truyền thanh",
        "- Thời gian: từ ngày 01/06/2024 đến ngày 30/06/2024, vào thứ Hai, Chủ nhật.",
        "- Giờ phát: 05 giờ 30, 17 giờ 00.",
        "- Người đọc: ……",
        "- Đơn vị thực hiện: Khu phố 1, Khu phố 2.",
        "Mùa hè đã đến.",
        "- Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em.",
        "- Điện thoại: 111.",
        "Nguyễn Minh Quân",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn a_list_of_banners_is_grouped_by_unit_with_sums() {
    let place = |unit: &str, count| Place {
        unit: unit.to_owned(),
        place: "Cổng chào".to_owned(),
        kind: "Băng-rôn".to_owned(),
        text: "Hành động thiết thực".to_owned(),
        count,
        note: String::new(),
    };
    let list = BannerList {
        header: header(),
        period: Some((day(1), day(30))),
        places: vec![place("Khu phố 1", 2), place("Khu phố 1", 3), place("Khu phố 2", 1)],
    };
    let text = lines(&banner_list_docx(&list)).join("\n");
    for told in ["Tổng số: 6 băng-rôn, áp-phích tại 3 vị trí.", "I. Khu phố 1", "II. Khu phố 2", "Cộng"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(!banner_list_docx(&BannerList::default()).is_empty());
}
