use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::cases::{Power, Signer};
use crate::decree30::read_back::lines;
use crate::decree30::{Header, Meeting, Party, Person, Signature};

fn header(symbol: &str) -> Header {
    Header {
        issuer: "ỦY BAN NHÂN DÂN\nPhường Ba Đình".to_owned(),
        symbol: symbol.to_owned(),
        place: "Bỉm Sơn".to_owned(),
        date: day(3),
        ..Header::default()
    }
}

fn day(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2024, 6, day)
}

fn person(name: &str, position: &str) -> Person {
    Person { name: name.to_owned(), position: position.to_owned() }
}

/// Every paper with everything in it, for tests and for eyes.
pub(crate) fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let minutes = VisitMinutes {
        header: header("BB-ĐKT"),
        title: "Kiểm tra việc thực hiện Tháng hành động vì trẻ em năm 2024".to_owned(),
        meeting: Meeting {
            date: day(3),
            begun: NaiveTime::from_hms_opt(8, 0, 0),
            ended: NaiveTime::from_hms_opt(10, 30, 0),
            venue: Some("Nhà văn hóa khu phố 3".to_owned()),
        },
        team: Party {
            body: "Ủy ban nhân dân phường Ba Đình".to_owned(),
            representatives: vec![
                person("Bà Trần Thị Nga", "Phó Chủ tịch, Trưởng đoàn"),
                person("Ông Lê Minh", "Công an phường"),
            ],
            ..Party::default()
        },
        unit: Party {
            body: "Khu phố 3".to_owned(),
            representatives: vec![person("Ông Nguyễn Văn Ân", "Trưởng khu phố")],
            ..Party::default()
        },
        checklist: vec![
            ChecklistLine {
                topic: "Phòng, chống đuối nước trẻ em".to_owned(),
                result: Some(Finding::NotMet),
                note: "Ao cạnh nhà văn hóa chưa rào".to_owned(),
            },
            ChecklistLine {
                topic: "Hồ sơ, sổ sách, chế độ báo cáo".to_owned(),
                result: Some(Finding::Met),
                note: String::new(),
            },
            ChecklistLine { topic: "Phòng, chống xâm hại".to_owned(), result: None, note: String::new() },
        ],
        positives: "Sổ sách đầy đủ.\nLoa truyền thanh phát đủ buổi.".to_owned(),
        findings: "Ao chưa rào.".to_owned(),
        recommendations: vec![Asked {
            text: "Rào, cắm biển cảnh báo ao".to_owned(),
            due_on: day(20).unwrap_or_default(),
        }],
        ..VisitMinutes::default()
    };
    let schedule = Schedule {
        header: header("KH"),
        kind: "giám sát".to_owned(),
        title: "Giám sát việc thực hiện chính sách, pháp luật về trẻ em".to_owned(),
        purpose: "Nắm tình hình, kịp thời nhắc nhở.".to_owned(),
        from: day(10).unwrap_or_default(),
        to: day(14).unwrap_or_default(),
        lead: "Ủy ban Mặt trận Tổ quốc phường".to_owned(),
        members: vec![person("Ông Phạm Hữu Lộc", "Chủ tịch, Trưởng đoàn")],
        topics: vec!["Phòng, chống đuối nước trẻ em".to_owned()],
        units: vec!["Khu phố 1".to_owned(), "Trường Tiểu học Ba Đình".to_owned()],
    };
    let one = |name: &str, position: &str, form: &str| Commended {
        name: name.to_owned(),
        position: position.to_owned(),
        form: form.to_owned(),
        achievement: "Hoàn thành đúng hạn 5 nhiệm vụ của Tháng hành động, có minh chứng đầy đủ.".to_owned(),
        proposer: "Đoàn Thanh niên".to_owned(),
    };
    let proposal = Proposal {
        header: Header {
            parent: Some("ỦY BAN NHÂN DÂN PHƯỜNG BA ĐÌNH".to_owned()),
            issuer: "Công chức chính sách xã hội".to_owned(),
            ..header("TTr")
        },
        authority: "Chủ tịch Ủy ban nhân dân phường Ba Đình".to_owned(),
        occasion: "có thành tích trong Tháng hành động vì trẻ em năm 2024".to_owned(),
        legal_bases: vec!["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022".to_owned()],
        units: vec![one("Khu phố 3", "", "Giấy khen")],
        people: vec![one("Bà Lê Thị Mai", "Bí thư Chi đoàn khu phố 2", "Thư cảm ơn")],
        signer: Signature { lines: vec!["CÔNG CHỨC CHÍNH SÁCH XÃ HỘI".to_owned()], hint: None, name: None },
        recipients: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
    };
    let decision = CommendationDecision {
        header: Header { number: Some(125), ..header("QĐ-UBND") },
        authority: proposal.authority.clone(),
        occasion: proposal.occasion.clone(),
        legal_bases: proposal.legal_bases.clone(),
        units: proposal.units.clone(),
        people: proposal.people.clone(),
        recipients: vec!["Như Điều 3".to_owned(), "Lưu: VT".to_owned()],
        signer: Signer { power: Power::Deputy, name: Some("Trần Thị Nga".to_owned()) },
    };
    vec![
        ("bien-ban", visit_minutes_docx(&minutes)),
        ("ke-hoach", schedule_docx(&schedule)),
        ("to-trinh", proposal_docx(&proposal)),
        ("quyet-dinh", commendation_decision_docx(&decision)),
    ]
}

#[test]
fn every_paper_says_what_it_must() {
    let told: [&[&str]; 4] = [
        &[
            "BIÊN BẢN",
            "Đoàn kiểm tra: Ủy ban nhân dân phường Ba Đình",
            "Ông Nguyễn Văn Ân – Chức vụ: Trưởng khu phố.",
            "Ao cạnh nhà văn hóa chưa rào",
            "Rào, cắm biển cảnh báo ao.",
            "20/06/2024",
            "10 giờ 30",
            "TRƯỞNG ĐOÀN KIỂM TRA",
        ],
        &[
            "KẾ HOẠCH",
            "NỘI DUNG GIÁM SÁT",
            "Khu phố 1, Trường Tiểu học Ba Đình.",
            "từ ngày 10/06/2024 đến ngày 14/06/2024",
        ],
        &[
            "TỜ TRÌNH",
            "Kính gửi: Chủ tịch Ủy ban nhân dân phường Ba Đình",
            "01 tập thể và 01 cá nhân",
            "Đoàn Thanh niên",
        ],
        &[
            "QUYẾT ĐỊNH",
            "Điều 1",
            "KT. CHỦ TỊCH",
            "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG",
            "Bà Lê Thị Mai, Bí thư Chi đoàn khu phố 2",
        ],
    ];
    for ((name, bytes), words) in samples().iter().zip(told) {
        let text = lines(bytes).join("\n");
        for word in words {
            assert!(text.contains(word), "{name}: {word}\n{text}");
        }
    }
}

#[test]
fn an_empty_paper_has_room_for_a_hand() {
    assert!(lines(&visit_minutes_docx(&VisitMinutes::default())).join("\n").contains("Không có kiến nghị."));
    for bytes in [
        schedule_docx(&Schedule::default()),
        proposal_docx(&Proposal::default()),
        commendation_decision_docx(&CommendationDecision::default()),
    ] {
        assert!(!bytes.is_empty());
    }
}

/// `PAPERS=folder cargo test -p bup-documents write_inspection_papers` writes them for LibreOffice and eyes.
#[test]
fn write_inspection_papers() {
    if let Ok(folder) = std::env::var("PAPERS") {
        for (name, bytes) in samples() {
            std::fs::write(format!("{folder}/{name}.docx"), bytes).expect("a folder");
        }
    }
}

#[test]
fn nobody_is_commended_by_the_nought() {
    let one = Commended { name: "Khu phố 3".to_owned(), ..Commended::default() };
    let decision = CommendationDecision { units: vec![one.clone(), one], ..CommendationDecision::default() };
    let text = lines(&commendation_decision_docx(&decision)).join("\n");
    assert!(text.contains("Khen thưởng 02 tập thể "), "{text}");
    assert!(!text.contains("00 ") && !text.contains("CÁ NHÂN"), "{text}");
}
