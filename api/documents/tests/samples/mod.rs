//! A ward's papers with invented people.
#![allow(dead_code, reason = "each user takes its own part")]

pub mod cases;
pub mod cases_any;
pub mod report;

use bup_documents::decree30::Header;
use bup_documents::injuries::{Count, InjuryRow, QuarterTable, Signer};
use bup_documents::summer::*;
use chrono::{NaiveDate, NaiveTime};

pub fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

const FAMILIES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
const MIDDLES: [&str; 5] = ["Thị", "Văn", "Ngọc", "Minh", "Quỳnh"];
const NAMES: [&str; 7] = ["Hường", "Dũng", "Ánh", "Khuê", "Thảo", "Đức", "Yến"];

fn name(index: usize) -> String {
    let pick = |list: &[&'static str], step: usize| list[index / step % list.len()];
    format!("{} {} {}", pick(&FAMILIES, 1), pick(&MIDDLES, 2), pick(&NAMES, 3))
}

pub fn header(date: Option<NaiveDate>) -> Header {
    Header {
        parent: some("Ủy ban nhân dân phường Ngọc Trạo"),
        issuer: "Ban Chỉ đạo hoạt động hè".to_owned(),
        number: Some(5),
        symbol: "BB-BCĐ".to_owned(),
        place: "Ngọc Trạo".to_owned(),
        date,
    }
}

fn person(name: &str, position: &str) -> Person {
    Person { name: name.to_owned(), position: position.to_owned() }
}

pub fn school() -> Party {
    Party {
        body: "Trường Tiểu học Ngọc Trạo".to_owned(),
        representatives: vec![
            person("Bà Lê Thị Thu Hường", "Phó Hiệu trưởng"),
            person("Ông Nguyễn Đức Ưng", "Tổng phụ trách Đội"),
        ],
        signing: vec!["KT. HIỆU TRƯỞNG".to_owned(), "PHÓ HIỆU TRƯỞNG".to_owned()],
        signer: None,
    }
}

pub fn ward() -> Party {
    Party {
        body: "Ban Chỉ đạo hoạt động hè phường Ngọc Trạo".to_owned(),
        representatives: vec![
            person("Ông Trần Quốc Việt", "Trưởng ban"),
            person("Bà Phạm Thị Ngọc Ánh", "Bí thư Đoàn phường, Phó Trưởng ban"),
        ],
        signing: Vec::new(),
        signer: None,
    }
}

pub fn child(index: usize) -> ListedChild {
    let grade = u8::try_from(index % 5 + 1).unwrap();
    ListedChild {
        name: name(index),
        born: day(2020 - i32::from(grade), u32::try_from(index % 12 + 1).unwrap(), 5),
        sex: Some(if index.is_multiple_of(2) { Sex::Female } else { Sex::Male }),
        grade: Some(grade),
        class: Some(format!("{grade}A{}", index % 3 + 1)),
        school: some("TH Ngọc Trạo"),
        address: (!index.is_multiple_of(9)).then(|| format!("Số {} đường Lê Hoàn", index + 1)),
        neighborhood: Some(format!("Khu phố {}", index % 11 + 1)),
        caregiver: Some(name(index + 3)),
        phone: Some(format!("09{:08}", 12_345_678 + index)),
        membership: if grade < 4 { Membership::Star } else { Membership::Pioneer },
        swims: (index % 4 != 3).then_some(index.is_multiple_of(4)),
        health_note: index.is_multiple_of(10).then(|| "Hen phế quản, mang theo thuốc xịt".to_owned()),
    }
}

pub fn handover(children: usize) -> HandoverMinutes {
    HandoverMinutes {
        header: header(day(2026, 5, 29)),
        legal_bases: vec![
            "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;".to_owned(),
            "Căn cứ Kế hoạch số 27/KH-UBND ngày 15 tháng 5 năm 2026 của Ủy ban nhân dân phường Ngọc Trạo về tổ chức \
             hoạt động hè cho trẻ em năm 2026"
                .to_owned(),
        ],
        meeting: Meeting {
            date: day(2026, 5, 29),
            begun: NaiveTime::from_hms_opt(8, 0, 0),
            ended: NaiveTime::from_hms_opt(9, 30, 0),
            venue: some("Trường Tiểu học Ngọc Trạo, phường Ngọc Trạo"),
        },
        summer: Summer { year: 2026, from: day(2026, 6, 1), to: day(2026, 8, 20) },
        giver: school(),
        receiver: ward(),
        parents: vec![person("Ông Vũ Hữu Đại", "Trưởng Ban đại diện cha mẹ học sinh")],
        children: (0..children).map(child).collect(),
        needing_attention: 7,
        documents: vec![format!("{children} phiếu sinh hoạt hè")],
        duties: Duties::usual(),
        copies: 3,
    }
}

pub fn returning(children: usize) -> ReturnMinutes {
    let returned = |index: usize| {
        let child = child(index);
        ReturnedChild {
            name: child.name,
            born: child.born,
            sex: child.sex,
            grade: child.grade,
            class: child.class,
            neighborhood: child.neighborhood,
            sessions: Some((u32::try_from(index % 13).unwrap(), 12)),
            rating: Rating::ALL.get(index % 5).copied(),
            remarks: some("Tham gia đầy đủ, tích cực trong hoạt động tập thể, biết giúp đỡ bạn nhỏ hơn."),
            commended: index.is_multiple_of(8),
        }
    };
    ReturnMinutes {
        header: header(day(2026, 8, 20)),
        legal_bases: Vec::new(),
        meeting: Meeting { date: day(2026, 8, 20), ..handover(0).meeting },
        summer: handover(0).summer,
        giver: ward(),
        receiver: school(),
        parents: Vec::new(),
        children: (0..children).map(returned).collect(),
        assessment: vec![
            "Các khu phố tổ chức được 12 buổi sinh hoạt; không để xảy ra tai nạn thương tích, đuối nước".to_owned(),
        ],
        documents: vec![format!("{children} phiếu sinh hoạt hè đã có nhận xét, xếp loại")],
        copies: 2,
    }
}

pub fn card(index: usize) -> ActivityCard {
    let child = child(index);
    let known = index.is_multiple_of(2);
    ActivityCard {
        year: 2026,
        school_parent: some("Ủy ban nhân dân phường Ngọc Trạo"),
        school: "Trường Tiểu học Ngọc Trạo".to_owned(),
        place: "Ngọc Trạo".to_owned(),
        name: child.name,
        born: child.born,
        sex: child.sex,
        class: child.class,
        academic: known.then(|| "Hoàn thành tốt".to_owned()),
        conduct: known.then(|| "Tốt".to_owned()),
        talents: known.then(|| "Vẽ, bóng đá, đàn tranh".to_owned()),
        address: child.address,
        neighborhood: child.neighborhood,
        father: some("Nguyễn Văn Đức"),
        mother: known.then(|| "Trần Thị Bưởi".to_owned()),
        teacher: some("Lê Thị Thu Thủy"),
        unit: "Tiểu ban hoạt động hè khu phố 3".to_owned(),
        committee: "Ban Chỉ đạo hoạt động hè phường Ngọc Trạo".to_owned(),
        sessions: known.then_some((11, 12)),
        remarks: known.then(|| "Em tham gia đầy đủ, ngoan, tích cực; biết giúp đỡ bạn nhỏ hơn. ".repeat(index + 2)),
        rating: known.then_some(Rating::Good),
        unit_head: known.then(|| "Đặng Quỳnh Nga".to_owned()),
        committee_head: known.then(|| "Trần Quốc Việt".to_owned()),
    }
}

pub fn quarter() -> QuarterTable {
    let count = |cases: u32, deaths: u32| Count { cases, deaths };
    let mut rows = [InjuryRow::default(); 11];
    rows[0] = InjuryRow {
        boys: count(1_203, 0),
        girls: count(7, 0),
        ages: [count(1_200, 0), count(6, 0), count(3, 0), count(1, 0)],
        places: [count(1_205, 0), count(4, 0), count(1, 0)],
    };
    rows[7] = InjuryRow {
        boys: count(2, 1),
        girls: count(1, 1),
        ages: [count(0, 0), count(1, 0), count(2, 2), count(0, 0)],
        places: [count(0, 0), count(0, 0), count(3, 2)],
    };
    let signer = |lines: &[&str], name: &str| Signer {
        lines: lines.iter().map(|&line| line.to_owned()).collect(),
        name: some(name),
    };
    QuarterTable {
        parent: None,
        unit: "Ủy ban nhân dân phường Ngọc Trạo".to_owned(),
        place: "Ngọc Trạo".to_owned(),
        date: day(2026, 4, 2),
        period: "Quý I năm 2026".to_owned(),
        from: day(2026, 1, 1).unwrap(),
        to: day(2026, 3, 31).unwrap(),
        rows,
        disabled: 1,
        children: 4_321,
        wards_reporting: None,
        signers: vec![
            signer(&["Người lập biểu"], "Lê Thị Bình"),
            signer(&["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"], "Nguyễn Hữu Thắng"),
        ],
    }
}
