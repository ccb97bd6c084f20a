//! Plans as Word writes them: its own numbers, tables, styles, changes, text boxes.

mod support;

use bup_documents::plan::{self, PlanPreview, Reason, UnitKind, WarningCode};
use support::*;

fn read(body: &str) -> PlanPreview {
    plan::read(&docx(body), "ke-hoach.docx", 2030).unwrap()
}

fn keys(plan: &PlanPreview) -> Vec<&str> {
    plan.sections.iter().map(|section| section.key.as_str()).collect()
}

fn codes(plan: &PlanPreview) -> Vec<WarningCode> {
    plan.warnings.iter().map(|warning| warning.code).collect()
}

fn due(plan: &PlanPreview, task: usize) -> String {
    plan.tasks[task].due_on.unwrap().to_string()
}

/// A ward after the reform, with everything done by Word: letterhead, numbers, bullets, signature table.
fn automatic() -> String {
    [
        letterhead(&["ỦY BAN NHÂN DÂN", "PHƯỜNG HẠC THÀNH"], "Số: 112/KH-UBND", "Hạc Thành, ngày 15 tháng 5 năm 2026"),
        center("KẾ HOẠCH"),
        center("Triển khai Tháng hành động vì trẻ em năm 2026"),
        center("trên địa bàn phường Hạc Thành"),
        p("Căn cứ Luật Trẻ em năm 2016;"),
        p("Căn cứ Kế hoạch số 85/KH-UBND ngày 04/5/2026 của UBND tỉnh Thanh Hóa về Tháng hành động vì trẻ em năm 2026;"),
        p("Ủy ban nhân dân phường Hạc Thành ban hành Kế hoạch triển khai như sau:"),
        n(1, 0, "MỤC ĐÍCH, YÊU CẦU"),
        n(1, 1, "Mục đích"),
        p("Bảo vệ trẻ em."),
        n(1, 1, "Yêu cầu"),
        p("Thiết thực, hiệu quả."),
        n(1, 0, "CHỦ ĐỀ, THỜI GIAN, KHẨU HIỆU"),
        n(1, 1, "Chủ đề: “Vì tuổi thơ an toàn”"),
        n(1, 1, "Thời gian: từ ngày 01 đến ngày 30 tháng 6 năm 2026"),
        n(1, 1, "Khẩu hiệu truyền thông"),
        n(2, 0, "Vì tuổi thơ an toàn;"),
        n(2, 0, "Gọi 111 khi trẻ em gặp nguy hiểm."),
        n(1, 0, "TỔ CHỨC THỰC HIỆN"),
        n(1, 1, "Phòng Văn hóa - Xã hội"),
        n(2, 0, "Tham mưu, đôn đốc, tổng hợp báo cáo trước ngày 05/7/2026;"),
        n(2, 0, "Tổ chức Lễ phát động:"),
        n(2, 1, "Chuẩn bị sân khấu;"),
        n(2, 1, "Mời đại biểu."),
        n(1, 1, "Đoàn TNCS Hồ Chí Minh phường"),
        n(1, 2, "Tổ chức trại hè;"),
        n(1, 2, "Tổ chức dạy bơi."),
        n(1, 1, "Các tổ dân phố"),
        p("Rà soát trẻ em có nguy cơ."),
        p("Trên đây là Kế hoạch của UBND phường Hạc Thành./."),
        footer(&["- UBND tỉnh (b/c);", "- Lưu: VT."], &["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Lê Văn Minh"),
    ]
    .concat()
}

#[test]
fn numbers_of_word_are_read_as_text() {
    let plan = read(&automatic());
    assert_eq!(keys(&plan), ["I", "I.1", "I.2", "II", "II.1", "II.2", "II.3", "III", "III.1", "III.2", "III.3"]);
    assert_eq!(plan.title, "Triển khai Tháng hành động vì trẻ em năm 2026 trên địa bàn phường Hạc Thành");
    assert_eq!(plan.issuer, "UBND phường Hạc Thành");
    assert_eq!(plan.number.as_deref(), Some("112/KH-UBND"));
    assert_eq!(plan.issued_on.unwrap().to_string(), "2026-05-15");
    assert_eq!(plan.theme, "Vì tuổi thơ an toàn");
    assert_eq!(plan.slogans, ["Vì tuổi thơ an toàn", "Gọi 111 khi trẻ em gặp nguy hiểm"]);
    assert_eq!(
        (plan.starts_on.unwrap().to_string(), plan.ends_on.unwrap().to_string()),
        ("2026-06-01".into(), "2026-06-30".into())
    );
    assert_eq!(plan.legal_bases.len(), 2);
    let signer = plan.signed_by.as_ref().unwrap();
    assert_eq!((signer.name.as_str(), signer.position.as_str()), ("Lê Văn Minh", "PHÓ CHỦ TỊCH"));
    assert_eq!(plan.recipients, ["UBND tỉnh (b/c)", "Lưu: VT"]);
    let tasks: Vec<(&str, Option<UnitKind>)> =
        plan.tasks.iter().map(|task| (task.section_key.as_str(), task.lead_unit_kind)).collect();
    let (social, youth, quarter) =
        (Some(UnitKind::SocialPolicy), Some(UnitKind::YouthUnion), Some(UnitKind::Neighborhood));
    assert_eq!(tasks, [("III.1", social), ("III.1", social), ("III.2", youth), ("III.2", youth), ("III.3", quarter)]);
    assert_eq!(due(&plan, 0), "2026-07-05");
    assert!(plan.tasks[1].description.contains("Mời đại biểu"));
    assert!(plan.tasks[0].reasons.contains(&Reason::UnitKindUnsure));
    assert!(plan.tasks[4].all_units_of_kind);
    assert!(plan.closing.starts_with("Trên đây là Kế hoạch"));
}

#[test]
fn decomposed_letters_read_the_same() {
    use unicode_normalization::UnicodeNormalization;
    let decomposed: String = automatic().nfd().collect();
    assert_ne!(decomposed, automatic());
    assert_eq!(read(&decomposed), read(&automatic()));
}

#[test]
fn a_table_assigns_the_work() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            center("Tháng hành động vì trẻ em năm 2025"),
            b("I. THỜI GIAN"),
            p("Từ ngày 01/6/2025 đến ngày 30/6/2025."),
            b("II. PHÂN CÔNG NHIỆM VỤ"),
            words_table(&[
                &["STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Mã số"],
                &["I", "CÔNG TÁC TRUYỀN THÔNG", "", "", "", ""],
                &[
                    "1",
                    "Treo băng rôn, khẩu hiệu",
                    "Công chức Văn hóa - Xã hội",
                    "Đoàn phường, các khu phố",
                    "Trước 28/5",
                    "A1",
                ],
                &["2", "Phát thanh hằng ngày", "Đài truyền thanh", "", "Tháng 6", "A2"],
                &["3", "Dạy bơi:\n+ lớp 1\n+ lớp 2", "Trường THCS Ba Đình", "Trạm Y tế", "01-15/6/2025", ""],
                &["4", "Cấp phát sữa", "Trung tâm Bảo trợ Ánh Dương", "", "", ""],
            ]),
            p("Nơi nhận:"),
            p("- Lưu: VT."),
            p("CHỦ TỊCH"),
            p("Lê Văn Minh"),
        ]
        .concat(),
    );
    let kinds: Vec<Option<UnitKind>> = plan.tasks.iter().map(|task| task.lead_unit_kind).collect();
    assert_eq!(kinds, [Some(UnitKind::Culture), Some(UnitKind::Culture), Some(UnitKind::School), None]);
    assert_eq!(plan.tasks[0].joining_unit_kinds, [UnitKind::YouthUnion, UnitKind::Neighborhood]);
    assert_eq!(plan.tasks[0].title, "Treo băng rôn, khẩu hiệu");
    assert!(plan.tasks[0].description.contains("Mã số: A1"));
    assert_eq!(
        [due(&plan, 0), due(&plan, 1), due(&plan, 2), due(&plan, 3)],
        ["2025-05-28", "2025-06-30", "2025-06-15", "2025-06-30"]
    );
    assert_eq!(plan.tasks[3].lead_unit_name.as_deref(), Some("Trung tâm Bảo trợ Ánh Dương"));
    assert!(codes(&plan).contains(&WarningCode::TableColumnUnknown));
    assert!(codes(&plan).contains(&WarningCode::UnitUnknown));
    assert!(plan.sections[1].body.contains("CÔNG TÁC TRUYỀN THÔNG"));
}

#[test]
fn merged_cells_and_a_heading_of_two_rows() {
    let merged = |text: &str, mark: &str| format!("<w:tc><w:tcPr>{mark}</w:tcPr>{}</w:tc>", p(text));
    let plain = |text: &str| merged(text, "");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let (restart, go_on) = (r#"<w:vMerge w:val="restart"/>"#, "<w:vMerge/>");
    let table = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row(&[
            merged("TT", restart),
            merged("Nhiệm vụ", restart),
            merged("Phân công thực hiện", r#"<w:gridSpan w:val="2"/>"#)
        ]),
        row(&[merged("", go_on), merged("", go_on), plain("Chủ trì"), plain("Phối hợp")]),
        row(&[plain("1"), plain("Tuần tra ao hồ"), merged("Công an phường", restart), plain("Khu phố 3")]),
        row(&[plain("2"), plain("Cắm biển cảnh báo"), merged("", go_on), plain("")]),
    );
    let plan =
        read(&(center("KẾ HOẠCH") + &p("Tháng hành động vì trẻ em năm 2025") + &b("I. TỔ CHỨC THỰC HIỆN") + &table));
    let found: Vec<(&str, Option<UnitKind>)> =
        plan.tasks.iter().map(|task| (task.title.as_str(), task.lead_unit_kind)).collect();
    assert_eq!(found, [("Tuần tra ao hồ", Some(UnitKind::Police)), ("Cắm biển cảnh báo", Some(UnitKind::Police))]);
    assert_eq!(plan.tasks[0].joining_units[0].name, "Khu phố 3");
    assert!(!plan.tasks[0].joining_units[0].all_units_of_kind);
}

#[test]
fn a_table_with_the_unit_first_gives_each_paragraph() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            p("Tháng hành động vì trẻ em năm 2025"),
            b("I. TRÁCH NHIỆM CỦA CÁC ĐƠN VỊ"),
            words_table(&[
                &["STT", "Đơn vị", "Nhiệm vụ"],
                &["1", "Công an phường", "- Bảo đảm an ninh;\n- Tuần tra sông hồ."],
                &["2", "Các trường học", "Bàn giao học sinh trước ngày 30/5/2025."],
            ]),
        ]
        .concat(),
    );
    assert_eq!(plan.tasks.len(), 3);
    assert_eq!(plan.tasks[2].lead_unit_kind, Some(UnitKind::School));
    assert!(plan.tasks[2].all_units_of_kind);
    assert_eq!(due(&plan, 2), "2025-05-30");
}

#[test]
fn numbers_through_styles() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            p("Tháng hành động vì trẻ em năm 2027"),
            styled("TOC1", "1. Mục tiêu ........ 2"),
            styled("Heading1", "Mục tiêu"),
            styled("Heading2", "Mục tiêu chung"),
            p("Bảo vệ trẻ em."),
            styled("Heading2", "Mục tiêu cụ thể"),
            p("100% trẻ em được thăm."),
            styled("Heading1", "Tổ chức thực hiện"),
            styled("Heading2", "Công an phường"),
            p("Bảo đảm trật tự."),
        ]
        .concat(),
    );
    assert_eq!(keys(&plan), ["1", "1.1", "1.2", "2", "2.1"]);
    assert_eq!(plan.tasks[0].lead_unit_kind, Some(UnitKind::Police));
    assert_eq!(plan.year, 2027);
}

#[test]
fn changes_links_boxes_and_hidden_words() {
    let tracked = raw(
        "",
        &format!(
            "{}<w:del><w:r><w:delText>phường cũ</w:delText></w:r></w:del><w:ins>{}</w:ins><w:hyperlink>{}</w:hyperlink>",
            run("Tổng đài "),
            run("quốc gia "),
            run("111")
        ),
    );
    let r#box = |text: &str| {
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            p(text)
        )
    };
    let plan = read(&[
        center("KẾ HOẠCH"),
        p("Tháng hành động vì trẻ em năm 2025"),
        b("I. NỘI DUNG"),
        tracked,
        raw("", &format!("{}{}", run("Có khung"), r#box("Chữ trong khung."))),
        raw("", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>chữ ẩn</w:t></w:r>"),
        format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", p("Trong ô điều khiển.")),
        raw("", r#"<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>Ngày hội</w:t></w:r>"#),
        raw("", "<w:r><w:t>Một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>Ba</w:t><w:noBreakHyphen/><w:t>bốn &amp; năm</w:t></w:r>"),
    ]
    .concat());
    let body = &plan.sections[0].body;
    assert_eq!(
        body.split('\n').collect::<Vec<_>>(),
        [
            "Tổng đài quốc gia 111",
            "Có khung",
            "Chữ trong khung.",
            "Trong ô điều khiển.",
            "Ngày hội",
            "Một hai",
            "Ba-bốn & năm"
        ]
    );
    assert!(codes(&plan).contains(&WarningCode::TrackedChanges));
    assert!(codes(&plan).contains(&WarningCode::HiddenText));
    assert_eq!(plan.hotlines, ["111"]);
}

#[test]
fn a_deleted_paragraph_end_joins_two() {
    let first = raw("<w:rPr><w:del/></w:rPr>", &run("Công an phường tuần tra "));
    let plan = read(&[center("KẾ HOẠCH"), p("Năm 2025"), b("I. NỘI DUNG"), first, p("Ao hồ.")].concat());
    assert_eq!(plan.sections[0].body, "Công an phường tuần tra Ao hồ.");
}

#[test]
fn a_frame_around_everything_is_looked_through() {
    let inside =
        center("KẾ HOẠCH") + &p("Năm 2025") + &b("I. TỔ CHỨC THỰC HIỆN") + &b("1. Trạm Y tế") + &p("Khám sức khỏe.");
    let plan = read(&table(&[vec![inside]]));
    assert_eq!(keys(&plan), ["I", "I.1"]);
    assert_eq!(plan.tasks[0].lead_unit_kind, Some(UnitKind::HealthStation));
}

#[test]
fn an_annex_after_the_signature() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            p("Tháng hành động vì trẻ em năm 2025"),
            b("I. MỤC ĐÍCH"),
            p("Bảo vệ trẻ em."),
            footer(&["- Lưu: VT."], &["CHỦ TỊCH"], "Lê Văn Minh"),
            center("PHỤ LỤC"),
            center("PHÂN CÔNG NHIỆM VỤ"),
            p("(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/5/2025)"),
            words_table(&[
                &["STT", "Nội dung", "Đơn vị thực hiện", "Thời gian hoàn thành"],
                &["1", "Tặng quà", "Hội Liên hiệp Phụ nữ", "01/6/2025"],
            ]),
        ]
        .concat(),
    );
    assert_eq!(keys(&plan), ["I", "PL"]);
    assert_eq!(plan.tasks[0].section_key, "PL");
    assert_eq!(due(&plan, 0), "2025-06-01");
    assert_eq!(plan.signed_by.as_ref().unwrap().name, "Lê Văn Minh");
}

#[test]
fn what_is_missing_is_told() {
    let plan = read(&[p("Chào các em."), p("Chúc vui.")].concat());
    let found = codes(&plan);
    for code in [
        WarningCode::TitleMissing,
        WarningCode::YearGuessed,
        WarningCode::IssuerMissing,
        WarningCode::ThemeMissing,
        WarningCode::PeriodMissing,
        WarningCode::SignerMissing,
        WarningCode::RecipientsMissing,
        WarningCode::NoSections,
        WarningCode::NoAssignments,
    ] {
        assert!(found.contains(&code), "{code:?}");
    }
    assert_eq!((plan.title.as_str(), plan.year), ("ke hoach", 2030));
    assert_eq!(plan.opening, "Chào các em.\nChúc vui.");
}

#[test]
fn contradictions_are_told() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            center("Tháng hành động vì trẻ em năm 2025"),
            b("I. CHỦ ĐỀ"),
            p("Chủ đề: “Một mái nhà cho em”."),
            b("II. THỜI GIAN"),
            p("Từ ngày 01/6/2026 đến ngày 30/6/2026."),
            b("III. TỔ CHỨC THỰC HIỆN"),
            b("1. Công an phường"),
            p("Tuyên truyền Tháng hành động vì trẻ em với chủ đề “Hai bàn tay ấm”."),
            p("Báo cáo trước ngày 15/6/2015."),
            b("3. Ban Quản lý chợ"),
            p("Giữ chợ sạch."),
        ]
        .concat(),
    );
    let found = codes(&plan);
    for code in [
        WarningCode::ThemeConflict,
        WarningCode::YearConflict,
        WarningCode::DateOutOfWindow,
        WarningCode::NumberingGap,
        WarningCode::UnitUnknown,
    ] {
        assert!(found.contains(&code), "{code:?} in {found:?}");
    }
    assert_eq!(plan.theme, "Một mái nhà cho em");
    assert_eq!(plan.tasks[2].lead_unit_name.as_deref(), Some("Ban Quản lý chợ"));
    assert_eq!(plan.tasks[2].lead_unit_kind, None);
}
