//! Ways of writing that other wards, communes and years have. Invented wards and people only.

mod support;

use bup_documents::plan::{self, PlanPreview, UnitKind, WarningCode};
use support::*;

fn read(body: &str) -> PlanPreview {
    plan::read(&docx(body), "ke-hoach.docx", 2030).unwrap()
}

fn read_text(text: &str) -> PlanPreview {
    plan::read(text.as_bytes(), "ke-hoach.txt", 2030).unwrap()
}

fn has(plan: &PlanPreview, code: WarningCode) -> bool {
    plan.warnings.iter().any(|warning| warning.code == code)
}

fn leads(plan: &PlanPreview) -> Vec<(&str, Option<UnitKind>)> {
    plan.tasks.iter().map(|task| (task.section_key.as_str(), task.lead_unit_kind)).collect()
}

const OPENING: &str = "KẾ HOẠCH\nTháng hành động vì trẻ em năm 2025\n\nUBND xã Đông Bắc ban hành Kế hoạch như sau:\n";

#[test]
fn slogans_in_a_table_of_an_annex() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            center("Tháng hành động vì trẻ em năm 2025"),
            b("I. MỤC ĐÍCH"),
            p("Bảo vệ trẻ em."),
            footer(&["- Lưu: VT."], &["CHỦ TỊCH"], "Lê Văn Minh"),
            center("PHỤ LỤC"),
            center("KHẨU HIỆU TUYÊN TRUYỀN NĂM 2025"),
            p("(Kèm theo Kế hoạch của UBND xã Đông Bắc)"),
            words_table(&[
                &["TT", "Khẩu hiệu"],
                &["1", "Trẻ em là tương lai của đất nước."],
                &["2", "Nói không với bạo lực học đường"],
            ]),
        ]
        .concat(),
    );
    assert_eq!(plan.slogans, ["Trẻ em là tương lai của đất nước", "Nói không với bạo lực học đường"]);
    assert!(!has(&plan, WarningCode::TableNotUnderstood), "{:#?}", plan.warnings);
    let annex = plan.sections.last().unwrap();
    assert_eq!((annex.key.as_str(), annex.title.as_str()), ("PL", "KHẨU HIỆU TUYÊN TRUYỀN NĂM 2025"));
    assert!(!annex.body.contains("KHẨU HIỆU TUYÊN TRUYỀN NĂM 2025"));
}

#[test]
fn slogans_announced_by_what_is_done_with_them() {
    let plan = read_text(&format!(
        "{OPENING}I. NỘI DUNG\n1. Truyền thông trên loa của xã về các khẩu hiệu sau:\n+ Vì tương lai của trẻ em;\n+ Trẻ em có quyền được sống an toàn.\n2. Treo khẩu hiệu tại:\n- Trụ sở UBND xã;\n- Các trường học.\n"
    ));
    assert_eq!(plan.slogans, ["Vì tương lai của trẻ em", "Trẻ em có quyền được sống an toàn"]);
}

#[test]
fn numbers_to_call_below_a_heading() {
    let plan = read_text(&format!(
        "{OPENING}I. NỘI DUNG\nTuyên truyền.\nII. Đường dây nóng: 111; 0912.345.678\nIII. Kinh phí\n111 triệu đồng.\n"
    ));
    assert_eq!(plan.hotlines, ["111", "0912345678"]);
}

#[test]
fn a_part_of_contents_and_assignments_assigns_only_in_the_latter() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            center("Tháng hành động vì trẻ em năm 2025"),
            center("Phần thứ nhất"),
            center("MỤC ĐÍCH"),
            p("Bảo vệ trẻ em."),
            center("Phần thứ hai"),
            center("NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN"),
            b("I. Nội dung"),
            p("Tổ chức lễ phát động tại Nhà văn hóa xã."),
            b("II. Tổ chức thực hiện"),
            b("1. Công an xã"),
            p("Giữ gìn trật tự."),
        ]
        .concat(),
    );
    assert_eq!(leads(&plan), [("2.II.1", Some(UnitKind::Police))]);
    assert!(!has(&plan, WarningCode::ParagraphWithoutUnit), "{:#?}", plan.warnings);
}

#[test]
fn a_page_number_between_orders_is_none() {
    let plan = read_text(&format!(
        "{OPENING}I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Giữ gìn trật tự.\n\n3\n\n- Tuần tra khu vực ao hồ.\n"
    ));
    assert_eq!(leads(&plan), [("I.1", Some(UnitKind::Police)), ("I.1", Some(UnitKind::Police))]);
}

#[test]
fn a_joint_plan_dated_above_its_signature() {
    let plan = read_text(
        "UBND XÃ ĐÔNG BẮC\n\nKẾ HOẠCH LIÊN TỊCH\nHoạt động hè năm 2025\n\nUBND xã Đông Bắc lập kế hoạch như sau:\n1. Thời gian: từ 01.6.2025 đến 15.8.2025.\n2. Phân công:\n- Đoàn xã: phụ trách chung, khai mạc hè.\n\nĐông Bắc, ngày 25 tháng 5 năm 2025\nCHỦ TỊCH\nLê Văn Minh\n",
    );
    assert_eq!(plan.title, "Hoạt động hè năm 2025");
    assert_eq!(plan.issued_on.unwrap().to_string(), "2025-05-25");
    assert_eq!(plan.signed_by.as_ref().unwrap().name, "Lê Văn Minh");
    assert_eq!(leads(&plan), [("2", Some(UnitKind::YouthUnion))]);
    assert!(!has(&plan, WarningCode::ParagraphWithoutUnit), "{:#?}", plan.warnings);
    assert!(!has(&plan, WarningCode::TextNotRecognised), "{:#?}", plan.warnings);
}

#[test]
fn numbered_sentences_of_units_each_become_a_task_or_a_warning() {
    let plan = read_text(&format!(
        "{OPENING}I. MỤC ĐÍCH\nBảo vệ trẻ em.\nII. TỔ CHỨC THỰC HIỆN\nUBND xã giao:\n1. Công chức LĐ-TB&XH chủ trì, phối hợp với các trường, các thôn tổ chức thực hiện; tổng hợp báo cáo.\n2. Công chức Văn hóa - Thông tin tăng thời lượng phát trên Đài truyền thanh xã.\n3. Hiệu trưởng 03 nhà trường tổ chức bàn giao học sinh.\n4. Kế toán ngân sách xã đảm bảo kinh phí.\n5. Thanh tra nhân dân theo dõi việc thực hiện.\n6. 12 thôn chủ động tổ chức vui Tết thiếu nhi.\n"
    ));
    assert_eq!(
        leads(&plan),
        [
            ("II.1", Some(UnitKind::SocialPolicy)),
            ("II.2", Some(UnitKind::Culture)),
            ("II.3", Some(UnitKind::School)),
            ("II.4", None),
            ("II.5", None),
            ("II.6", Some(UnitKind::Neighborhood)),
        ]
    );
    let untold = plan.warnings.iter().find(|warning| warning.code == WarningCode::ParagraphWithoutUnit).unwrap();
    assert!(untold.source.contains("Thanh tra nhân dân"), "{untold:#?}");
}

#[test]
fn members_of_a_board_are_assigned_by_name() {
    let plan = read_text(&format!(
        "{OPENING}I. MỤC ĐÍCH\nBảo vệ trẻ em.\nII. PHÂN CÔNG NHIỆM VỤ CÁC THÀNH VIÊN BAN CHỈ ĐẠO\n1. Đ/c Lê Thị Hoa - Phó Chủ tịch UBND xã, Trưởng ban: Phụ trách chung.\n2. Đ/c Phạm Văn Đức - Trưởng Công an xã: Giữ gìn trật tự.\n"
    ));
    assert_eq!(leads(&plan), [("II.1", Some(UnitKind::Leadership)), ("II.2", Some(UnitKind::Police))]);
}

#[test]
fn slogans_in_quotes_on_one_line_below_a_heading_of_another_name() {
    let plan = read_text(&format!(
        "{OPENING}I. CHỦ ĐỀ VÀ THÔNG ĐIỆP\n1. Tháng hành động vì trẻ em\n- Chủ đề: “Hành động vì trẻ em”.\n- Thông điệp: “Cha mẹ là điểm tựa”; “Trẻ em an toàn”.\n2. Ngày Gia đình Việt Nam\n- Chủ đề: “Gia đình hạnh phúc”.\nII. KINH PHÍ\nNgân sách xã.\n"
    ));
    assert_eq!((plan.theme.as_str(), plan.slogans.len()), ("Hành động vì trẻ em", 2));
    assert_eq!(plan.slogans, ["Cha mẹ là điểm tựa", "Trẻ em an toàn"]);
}

#[test]
fn a_paper_that_begins_with_its_title_in_plain_letters() {
    let plan = read_text(
        "Kế hoạch tháng hành động vì trẻ em năm 2025 của xã Đông Bắc\n\nI. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n- Tuần tra.\n",
    );
    assert_eq!(plan.title, "Tháng hành động vì trẻ em năm 2025 của xã Đông Bắc");
}

#[test]
fn numbers_with_a_comma_and_a_theme_in_the_title() {
    let plan = read_text(
        "KẾ HOẠCH\nTháng hành động vì trẻ em năm 2020 với chủ đề “Chung tay chăm lo cho trẻ em”\n\nUBND xã Đông Bắc xây dựng kế hoạch như sau:\nI. NỘI DUNG\n1, Thời gian: Từ 1-6 đến 30-6-2020\n2, Khẩu hiệu tuyên truyền:\n“Chung tay vì trẻ em”\n“Trẻ em được an toàn”\nII. TỔ CHỨC THỰC HIỆN\n1, Cán bộ Chính sách: Tham mưu cho UBND xã.\n2, Ban công an: Bảo vệ an toàn.\n",
    );
    assert_eq!(plan.title, "Tháng hành động vì trẻ em năm 2020 với chủ đề “Chung tay chăm lo cho trẻ em”");
    assert_eq!(plan.theme, "Chung tay chăm lo cho trẻ em");
    assert_eq!(plan.slogans, ["Chung tay vì trẻ em", "Trẻ em được an toàn"]);
    assert_eq!(plan.ends_on.unwrap().to_string(), "2020-06-30");
    assert_eq!(leads(&plan), [("II.1", Some(UnitKind::SocialPolicy)), ("II.2", Some(UnitKind::Police))]);
}

#[test]
fn an_unknown_unit_among_headings_of_known_ones_takes_its_own_orders() {
    let plan = read_text(&format!(
        "{OPENING}I. TỔ CHỨC THỰC HIỆN\nCông an xã:\n- Giữ gìn trật tự.\nĐồn Biên phòng Đông Bắc:\n- Tuần tra bờ sông.\nTrường PTDTBT THCS Đông Bắc:\n- Quản lý học sinh.\n"
    ));
    assert_eq!(
        leads(&plan),
        [("I", Some(UnitKind::Police)), ("I", None), ("I", Some(UnitKind::School))],
        "{:#?}",
        plan.tasks
    );
    assert!(has(&plan, WarningCode::UnitUnknown));
}

#[test]
fn two_units_in_one_cell_each_on_its_line() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            center("Tháng hành động vì trẻ em năm 2025"),
            b("I. PHÂN CÔNG"),
            words_table(&[
                &["TT", "Công việc", "Đơn vị thực hiện"],
                &["1", "Tổng duyệt", "Đoàn phường\nPhòng Văn hóa -\nXã hội"],
            ]),
            b("II. TỔ CHỨC THỰC HIỆN"),
            p("Các đơn vị có tên tại Mục I nghiêm túc thực hiện Kế hoạch này."),
        ]
        .concat(),
    );
    assert_eq!(leads(&plan), [("I", Some(UnitKind::YouthUnion))]);
    assert_eq!(plan.tasks[0].joining_unit_kinds, [UnitKind::SocialPolicy]);
}

#[test]
fn headings_that_are_only_bold() {
    let plan = read(
        &[
            center("KẾ HOẠCH"),
            center("Tháng hành động vì trẻ em năm 2025"),
            p("UBND xã Đông Bắc ban hành Kế hoạch cụ thể như sau:"),
            b("Mục đích, yêu cầu"),
            p("Bảo vệ trẻ em."),
            b("Tổ chức thực hiện"),
            b("Công an xã"),
            p("Giữ gìn trật tự."),
            p("Văn phòng HĐND và UBND xã bố trí hội trường."),
        ]
        .concat(),
    );
    let titles: Vec<&str> = plan.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, ["Mục đích, yêu cầu", "Tổ chức thực hiện"]);
    assert_eq!(leads(&plan), [("2", Some(UnitKind::Police)), ("2", Some(UnitKind::Leadership))]);
    assert!(has(&plan, WarningCode::SectionsUnnumbered));
}

#[test]
fn a_leader_in_brackets_behind_an_activity() {
    let plan = read_text(&format!(
        "{OPENING}I. HOẠT ĐỘNG\n1. Giao lưu các gia đình vào ngày 27/6/2025 (Hội LHPN xã chủ trì).\n2. Phát tờ rơi (Đoàn xã, 200 tờ).\nII. TỔ CHỨC THỰC HIỆN\n1. Công an, BCH Quân sự xã\nTrực bảo vệ.\nThời gian triển khai Kế hoạch: từ 20/5/2025 đến 31/8/2025.\n"
    ));
    assert_eq!(plan.tasks[0].lead_unit_kind, Some(UnitKind::Police));
    let outside = plan.tasks.iter().find(|task| task.section_key == "I").unwrap();
    assert_eq!(outside.lead_unit_kind, Some(UnitKind::FatherlandFront));
    assert_eq!(outside.due_on.unwrap().to_string(), "2025-06-27");
}

#[test]
fn a_theme_on_the_line_below_its_word() {
    let plan = read_text(&format!(
        "{OPENING}I. CHỦ ĐỀ, KHẨU HIỆU\nChủ đề:\n“VÌ TRẺ EM – VÌ TƯƠNG LAI”\nKhẩu hiệu:\n- Trẻ em được an toàn.\nII. KINH PHÍ\nNgân sách xã.\n"
    ));
    assert_eq!(plan.theme, "VÌ TRẺ EM – VÌ TƯƠNG LAI");
    assert_eq!(plan.slogans, ["Trẻ em được an toàn"]);
}
