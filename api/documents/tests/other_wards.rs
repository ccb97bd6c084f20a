//! Ways of writing that other wards, communes and years have. Invented wards and people only.

mod support;

use bup_documents::plan::{self, PlanPreview, WarningCode};
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
