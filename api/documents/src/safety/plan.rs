use chrono::NaiveDateTime;

use super::{Item, Officer, Risk, SafetyPlan};
use crate::decree30::{Align, Column, Document, Level, Signature, Table, long_date, short_date};

/// PHƯƠNG ÁN bảo đảm an ninh, trật tự, an toàn cho trẻ em of one event; a `.docx`.
pub fn safety_plan(plan: &SafetyPlan) -> Vec<u8> {
    written(plan).finish()
}

/// The same as a PDF.
pub fn safety_plan_pdf(plan: &SafetyPlan) -> Vec<u8> {
    written(plan).pdf()
}

fn written(plan: &SafetyPlan) -> Document {
    let subject = format!("Bảo đảm an ninh, trật tự, an toàn cho trẻ em\n{}", plan.title);
    let mut document = Document::new(&plan.header, "PHƯƠNG ÁN", &subject);
    document.heading(Level::Roman, "Thông tin về sự kiện");
    facts(&mut document, plan);
    document.heading(Level::Roman, "Lực lượng phụ trách");
    officers(&mut document, &plan.officers);
    document.heading(Level::Roman, "Nội dung bảo đảm an toàn");
    checklist(&mut document, &plan.items);
    document.heading(Level::Roman, "Nguy cơ và biện pháp");
    risks(&mut document, &plan.risks);
    document.heading(Level::Roman, "Chỉ huy, sơ tán, liên lạc khẩn cấp");
    if !plan.note.trim().is_empty() {
        document.paragraph(&plan.note);
    }
    document.paragraph(
        "Gọi 113 (Công an), 114 (chữa cháy, cứu nạn, cứu hộ), 115 (cấp cứu y tế), 111 (Tổng đài quốc gia bảo vệ trẻ em).",
    );
    document.closing(&match &plan.approval {
        Some((number, date)) => {
            format!("Phương án được duyệt theo văn bản số {number} {}.", long_date(Some(*date)))
        }
        None => "Phương án chưa được duyệt.".to_owned(),
    });
    let signature = |line: &str, name: &Option<String>| Signature {
        lines: vec![line.to_owned()],
        hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
        name: name.clone(),
    };
    let approver = plan.approver_position.as_deref().unwrap_or("TRƯỞNG CÔNG AN PHƯỜNG");
    let signatures = [signature("NGƯỜI LẬP PHƯƠNG ÁN", &plan.drafter), signature(approver, &plan.approver)];
    document.signatures(&signatures, &[]);
    document
}

fn facts(document: &mut Document, plan: &SafetyPlan) {
    document.labelled("Thời gian: ", &time(plan));
    document.labelled("Địa điểm: ", &plan.place);
    document.labelled("Đơn vị chủ trì: ", &plan.lead);
    let numbers = format!(
        "{} trẻ em, {} người lớn (theo quy định của phường cần ít nhất {} người lớn phụ trách).",
        plan.children, plan.adults, plan.adults_needed
    );
    document.labelled("Dự kiến: ", &numbers);
    if !plan.reasons.is_empty() {
        document.labelled("Lý do phải có phương án: ", &format!("{}.", plan.reasons.join("; ")));
    }
}

fn time(plan: &SafetyPlan) -> String {
    let hour = |at: NaiveDateTime| at.format("%H:%M").to_string();
    let day = |at: NaiveDateTime| short_date(Some(at.date()));
    let hours = if plan.starts.date() == plan.ends.date() {
        format!("{} – {} ngày {}", hour(plan.starts), hour(plan.ends), day(plan.starts))
    } else {
        format!("{} ngày {} – {} ngày {}", hour(plan.starts), day(plan.starts), hour(plan.ends), day(plan.ends))
    };
    if plan.sessions > 1 { format!("{hours}; phương án chung cho {} buổi", plan.sessions) } else { hours }
}

fn numbered(at: usize) -> String {
    (at + 1).to_string()
}

fn officers(document: &mut Document, officers: &[Officer]) {
    let row = |(at, one): (usize, &Officer)| {
        vec![numbered(at), one.name.clone(), one.unit.clone(), one.duty.clone(), one.phone.clone()]
    };
    document.table(&Table {
        columns: vec![
            Column::new("TT", 6, Align::Center),
            Column::new("Họ và tên", 26, Align::Left),
            Column::new("Đơn vị", 24, Align::Left),
            Column::new("Nhiệm vụ, vị trí", 28, Align::Left),
            Column::new("Điện thoại", 18, Align::Center),
        ],
        rows: officers.iter().enumerate().map(row).collect(),
        total: None,
        points: 12,
    });
}

/// A topic is named where it begins.
fn checklist(document: &mut Document, items: &[Item]) {
    let mut last = "";
    let mut rows = Vec::new();
    for item in items {
        let topic = if item.topic == last { String::new() } else { item.topic.clone() };
        last = &item.topic;
        let notes: Vec<&str> =
            [item.who.as_str(), item.note.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
        rows.push(vec![topic, item.label.clone(), item.answer.clone(), notes.join(": ")]);
    }
    document.table(&Table {
        columns: vec![
            Column::new("Nội dung", 19, Align::Left),
            Column::new("Yêu cầu", 44, Align::Left),
            Column::new("Tình trạng", 14, Align::Center),
            Column::new("Người phụ trách, ghi chú", 25, Align::Left),
        ],
        rows,
        total: None,
        points: 11,
    });
}

fn risks(document: &mut Document, risks: &[Risk]) {
    let row = |(at, one): (usize, &Risk)| {
        vec![numbered(at), one.what.clone(), one.weight.clone(), one.level.clone(), one.measure.clone()]
    };
    document.table(&Table {
        columns: vec![
            Column::new("TT", 6, Align::Center),
            Column::new("Nguy cơ", 28, Align::Left),
            Column::new("Khả năng × hậu quả", 16, Align::Center),
            Column::new("Mức", 12, Align::Center),
            Column::new("Biện pháp", 40, Align::Left),
        ],
        rows: risks.iter().enumerate().map(row).collect(),
        total: None,
        points: 11,
    });
}
