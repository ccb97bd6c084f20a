use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::decree30::read_back::{any_text, lines};
use crate::samples::{cases as sample, cases_any};

fn has(lines: &[String], wanted: &[&str]) {
    for line in wanted {
        assert!(lines.iter().any(|found| found == line), "{line} in {lines:#?}");
    }
}

#[test]
fn the_intake_says_what_is_known_and_dots_the_rest() {
    let found = lines(&intake_docx(&sample::intake()).unwrap());
    has(
        &found,
        &[
            "Mẫu số 01",
            "ỦY BAN NHÂN DÂN",
            "Số: 07/BC-UBND",
            "BÁO CÁO",
            "Tiếp nhận thông tin trẻ em bị xâm hại",
            "1. Nguồn nhận thông tin",
            "Thời gian: 20 giờ 15 phút, ngày 11 tháng 6 năm 2026",
            "Ngày, tháng, năm sinh hoặc ước lượng tuổi: 05/02/2017",
            "Giới tính: Nữ",
            "Họ và tên cha: Lê Văn Dũng; Tuổi: 36; Nghề nghiệp: Lao động tự do",
            "Những hành động hỗ trợ, can thiệp đã thực hiện đối với trẻ em trước khi nhận được thông tin:",
            "CÁN BỘ TIẾP NHẬN THÔNG TIN",
            "Lê Thị Bình",
        ],
    );
    let mut intake = sample::intake();
    intake.child = Child { estimated_age: Some(9), sex: Some(Sex::Unknown), ..Child::default() };
    intake.received = None;
    let found = lines(&intake_docx(&intake).unwrap());
    has(
        &found,
        &[
            "Họ và tên trẻ em:",
            "Ngày, tháng, năm sinh hoặc ước lượng tuổi: khoảng 9 tuổi (ước lượng)",
            "Giới tính: Không biết",
            "Thời gian: …… giờ …… phút, ngày …… tháng …… năm ……",
        ],
    );
}

#[test]
fn an_informant_is_named_only_when_given() {
    let of = |informant| lines(&intake_docx(&Intake { informant, ..sample::intake() }).unwrap()).join("\n");
    let some = |text: &str| Some(text.to_owned());
    let given = Informant::Given { name: some("Bùi Văn Đức"), phone: some("0912"), address: None, note: None };
    assert!(of(given).contains("Họ và tên: Bùi Văn Đức; Số điện thoại: 0912\nĐịa chỉ:\n"));
    assert!(of(Informant::Withheld).contains("được giữ kín theo quy định"));
    assert!(of(Informant::Anonymous).contains("không đồng ý cung cấp thông tin cá nhân."));
}

#[test]
fn totals_are_counted_from_the_items() {
    let assessment = sample::assessment();
    assert_eq!(Levels::of(&assessment.harm), Levels { high: 2, medium: 1, low: 0, open: 0 });
    assert_eq!(Levels::of(&assessment.resilience), Levels { high: 0, medium: 3, low: 1, open: 1 });
    for file in [
        initial_assessment_docx(&sample::initial_assessment()),
        detailed_assessment_docx(&sample::detailed_assessment()),
        review_docx(&sample::review()),
    ] {
        let found = lines(&file.unwrap());
        let totals: Vec<_> = found
            .iter()
            .enumerate()
            .filter(|(_, line)| *line == "Tổng số")
            .map(|(index, _)| found[index + 1..index + 4].join(" "))
            .collect();
        assert_eq!(totals, ["2 1 0", "0 3 1"]);
        has(&found, &["Còn 01 nội dung chưa đánh giá mức độ."]);
    }
}

#[test]
fn what_was_not_concluded_is_left_open() {
    let mut report = sample::initial_assessment();
    has(
        &lines(&initial_assessment_docx(&report).unwrap()),
        &["Cần can thiệp khẩn cấp hoặc tạm thời cách ly trẻ em: Có", "Nhu cầu an toàn", "Trạm Y tế phường"],
    );
    report.emergency = None;
    let found = lines(&initial_assessment_docx(&report).unwrap());
    has(&found, &["Cần can thiệp khẩn cấp hoặc tạm thời cách ly trẻ em:"]);
    let found = lines(&review_docx(&sample::review()).unwrap());
    has(&found, &[Outcome::Close.vietnamese()]);
    assert!(!found.iter().any(|line| line == Outcome::Continue.vietnamese()));
}

#[test]
fn minutes_tell_who_was_there_and_what_the_child_wishes() {
    let mut minutes = sample::needs_meeting();
    let found = lines(&needs_meeting_docx(&minutes).unwrap());
    has(
        &found,
        &[
            "Hôm nay, hồi 14 giờ 00 phút, ngày 15 tháng 6 năm 2026, tại Trụ sở Ủy ban nhân dân phường Ngọc Trạo, chúng tôi gồm:",
            "Chủ trì: Ông Nguyễn Hữu Thắng – Chức vụ: Phó Chủ tịch Ủy ban nhân dân phường.",
            "1. Ý kiến, nguyện vọng của trẻ em",
            "- Ông Bùi Văn Đức: Khu phố cử người thăm gia đình hằng tuần.",
            "4. Nhu cầu được thống nhất",
            "ĐẠI DIỆN GIA ĐÌNH",
            "Hoàng Thị Ánh",
        ],
    );
    minutes.family = None;
    assert!(!lines(&needs_meeting_docx(&minutes).unwrap()).contains(&"ĐẠI DIỆN GIA ĐÌNH".to_owned()));
}

#[test]
fn a_plan_adds_up_its_costs() {
    let mut plan = sample::plan();
    assert_eq!(plan.total(), 8_305_000);
    has(
        &lines(&plan_docx(&plan).unwrap()),
        &[
            "Tổng kinh phí: 8.305.000 đồng (bằng chữ: Tám triệu ba trăm linh năm nghìn đồng).",
            "Ngày rà soát, đánh giá: ngày 10 tháng 9 năm 2026.",
            "HOẠT ĐỘNG HỖ TRỢ, CAN THIỆP",
            "(Quỹ Bảo trợ trẻ em phường)",
            "Không phát sinh",
            "8.305.000 đồng",
        ],
    );
    plan.activities = vec![Activity { cost: Some(i64::MAX), ..Activity::default() }; 3];
    assert_eq!(plan.total(), 3 * i128::from(i64::MAX));
    assert!(plan_docx(&plan).unwrap().starts_with(b"PK"));
}

#[test]
fn decisions_are_the_chairpersons() {
    let mut decision = sample::plan_decision();
    let found = lines(&plan_decision_docx(&decision).unwrap());
    has(
        &found,
        &[
            "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG NGỌC TRẠO",
            "Theo đề nghị của người làm công tác bảo vệ trẻ em phường.",
            "QUYẾT ĐỊNH:",
            "Điều 1. Phê duyệt Kế hoạch hỗ trợ, can thiệp đối với em Lê Ngọc Khuê (nữ, sinh ngày 05 tháng 02 năm 2017, cư trú tại Khu phố 3, phường Ngọc Trạo).",
            "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.",
            "- Lưu: VT, VHXH.",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
        ],
    );
    assert!(found.iter().any(|line| line.ends_with("chịu trách nhiệm thi hành Quyết định này./.")));
    decision.decision.signer.power = Power::Chairperson;
    decision.decision.effective = NaiveDate::from_ymd_opt(2026, 6, 20);
    let found = lines(&plan_decision_docx(&decision).unwrap());
    has(&found, &["CHỦ TỊCH", "Điều 3. Quyết định này có hiệu lực kể từ ngày 20 tháng 6 năm 2026."]);
    assert!(!found.contains(&"KT. CHỦ TỊCH".to_owned()));
    let found = lines(&closing_docx(&sample::closing()).unwrap());
    assert!(
        found
            .iter()
            .any(|line| line.ends_with("được phê duyệt tại Quyết định số 07/QĐ-UBND ngày 17 tháng 6 năm 2026."))
    );
}

#[test]
fn a_separation_lasts_fifteen_days_at_most() {
    let mut separation = sample::separation();
    let found = lines(&separation_docx(&separation).unwrap()).join("\n");
    assert!(found.contains(
        "Thời hạn: 15 ngày, từ 23 giờ 00 phút ngày 11 tháng 6 năm 2026 đến 23 giờ 00 phút ngày 26 tháng 6 năm 2026."
    ));
    assert!(found.contains("địa điểm được giữ kín"));
    separation.since = separation.from.checked_sub_days(Days::new(1));
    assert!(separation_docx(&separation).is_err(), "sixteen days in all");
    separation.to = separation.from + Days::new(4);
    let found = lines(&separation_docx(&separation).unwrap());
    has(
        &found,
        &[
            "Về việc gia hạn thời gian tạm thời cách ly trẻ em",
            "Tổng thời gian tạm thời cách ly là 05 ngày, tính từ ngày 10 tháng 6 năm 2026.",
        ],
    );
    separation.since = separation.from.checked_add_days(Days::new(1));
    assert!(separation_docx(&separation).is_err(), "prolonged before it began");
    separation.since = None;
    separation.to = separation.from;
    assert!(matches!(separation_docx(&separation), Err(WriteError::Separation)));
    separation.to = separation.from + Days::new(16);
    let error = separation_docx(&separation).unwrap_err();
    assert_eq!(error.code(), "separation_period");
    separation.longer_by = Some("Công văn số 12/TAND ngày 20 tháng 6 năm 2026".to_owned());
    let found = lines(&separation_docx(&separation).unwrap()).join("\n");
    assert!(found.contains("Thời hạn: 16 ngày") && found.contains("theo yêu cầu tại Công văn số 12/TAND"));
}

#[test]
fn a_referral_says_what_it_was_given_and_no_more() {
    let found = lines(&referral_docx(&sample::referral()).unwrap());
    has(
        &found,
        &[
            "Kính gửi: Bệnh viện Đa khoa khu vực Bỉm Sơn",
            "Mã hồ sơ",
            "BV-2026-0012",
            "Đề nghị trả lời việc tiếp nhận trước ngày 19 tháng 6 năm 2026.",
            "TM. ỦY BAN NHÂN DÂN",
        ],
    );
    assert!(!found.join("\n").contains("Khuê"));
    let mut referral = sample::referral();
    referral.receivers.push("Trường Tiểu học Ngọc Trạo".to_owned());
    has(&lines(&referral_docx(&referral).unwrap()), &["Kính gửi:", "- Trường Tiểu học Ngọc Trạo"]);
}

#[test]
fn a_transfer_lists_what_goes_along() {
    has(
        &lines(&transfer_docx(&sample::transfer()).unwrap()),
        &[
            "1. Bên giao: Ủy ban nhân dân phường Ngọc Trạo",
            "3. Việc phải làm ngay",
            "(2) Kế hoạch hỗ trợ, can thiệp, 03 trang.",
            "ĐẠI DIỆN BÊN NHẬN",
            "Trần Thị Mai",
        ],
    );
}

#[test]
fn nothing_known_makes_forms_to_be_filled() {
    for (name, file) in sample::all_empty() {
        let found = lines(&file);
        assert!(found.iter().any(|line| line == "Độc lập - Tự do - Hạnh phúc"), "{name}");
        assert!(!found.iter().any(|line| line.contains("None") || line.contains("()")), "{name}: {found:#?}");
    }
}

proptest! {
    // Each case writes eleven whole files.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn no_text_breaks_a_document(text in any_text(), repeated in 1_usize..60) {
        let text = text.repeat(repeated);
        for (name, file) in cases_any::all_of(&text) {
            prop_assert!(lines(&file).iter().any(|line| line == "Độc lập - Tự do - Hạnh phúc"), "{name}");
        }
    }
}
