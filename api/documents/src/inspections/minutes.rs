use chrono::NaiveDate;

use crate::decree30::{
    Align, Column, Document, Header, Level, Meeting, Party, Signature, Table, clock, opening, or_blank, people,
    sentence, short_date, without_address,
};

/// Biên bản kiểm tra, giám sát of one unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VisitMinutes {
    pub header: Header,
    /// Giám sát; otherwise kiểm tra.
    pub is_supervision: bool,
    pub title: String,
    pub meeting: Meeting,
    /// Who inspects; the first one heads the team and signs.
    pub team: Party,
    pub unit: Party,
    pub checklist: Vec<ChecklistLine>,
    /// Ưu điểm.
    pub positives: String,
    /// Tồn tại, hạn chế.
    pub findings: String,
    pub unit_opinion: String,
    pub recommendations: Vec<Asked>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChecklistLine {
    pub topic: String,
    /// `None`: not looked at yet.
    pub result: Option<Finding>,
    pub note: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    Met,
    NotMet,
    NotApplicable,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub text: String,
    pub due_on: NaiveDate,
}

/// The bytes of the `.docx`.
pub fn visit_minutes_docx(minutes: &VisitMinutes) -> Vec<u8> {
    let mut document = Document::new(&minutes.header, "BIÊN BẢN", &minutes.title);
    opening(&mut document, &minutes.meeting);
    let (team, unit) = if minutes.is_supervision {
        ("Đoàn giám sát", "Đơn vị được giám sát")
    } else {
        ("Đoàn kiểm tra", "Đơn vị được kiểm tra")
    };
    document.heading(Level::Roman, "THÀNH PHẦN");
    for (side, party) in [(team, &minutes.team), (unit, &minutes.unit)] {
        document.labelled(&format!("{side}: "), &or_blank(Some(&party.body)));
        people(&mut document, &party.representatives);
    }
    document.heading(Level::Roman, "NỘI DUNG VÀ KẾT QUẢ");
    document.heading(Level::Number, "Kết quả theo từng nội dung");
    document.table(&checklist(&minutes.checklist));
    let blank = or_blank(None);
    for (heading, text) in [
        ("Ưu điểm", &minutes.positives),
        ("Tồn tại, hạn chế", &minutes.findings),
        ("Ý kiến của đơn vị", &minutes.unit_opinion),
    ] {
        document.heading(Level::Number, heading);
        // Every line is a paragraph of its own.
        document.paragraph(if text.trim().is_empty() { &blank } else { text });
    }
    document.heading(Level::Roman, "KIẾN NGHỊ");
    if minutes.recommendations.is_empty() {
        document.paragraph("Không có kiến nghị.");
    } else {
        document.paragraph("Đề nghị đơn vị khắc phục và báo kết quả, kèm minh chứng, đúng hạn sau:");
        document.table(&asked(&minutes.recommendations));
    }
    document.closing(&format!(
        "Buổi làm việc kết thúc hồi {} cùng ngày. Biên bản được lập thành 02 bản, đã đọc cho các bên cùng nghe, thống \
         nhất và ký tên; mỗi bên giữ 01 bản.",
        clock(minutes.meeting.ended)
    ));
    let signature = |line: &str, party: &Party| Signature {
        lines: vec![line.to_owned()],
        hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
        name: party.representatives.first().map(|person| without_address(&person.name).to_owned()),
    };
    let heads = if minutes.is_supervision { "TRƯỞNG ĐOÀN GIÁM SÁT" } else { "TRƯỞNG ĐOÀN KIỂM TRA" };
    document.signatures(&[signature("ĐẠI DIỆN ĐƠN VỊ", &minutes.unit), signature(heads, &minutes.team)], &[]);
    document.finish()
}

fn checklist(lines: &[ChecklistLine]) -> Table {
    let mark =
        |line: &ChecklistLine, finding| if line.result == Some(finding) { "x".to_owned() } else { String::new() };
    let row = |(number, line): (usize, &ChecklistLine)| {
        vec![
            number.to_string(),
            line.topic.clone(),
            mark(line, Finding::Met),
            mark(line, Finding::NotMet),
            mark(line, Finding::NotApplicable),
            line.note.clone(),
        ]
    };
    Table {
        columns: vec![
            Column::new("TT", 10, Align::Center),
            Column::new("Nội dung", 62, Align::Left),
            Column::new("Đạt", 13, Align::Center),
            Column::new("Chưa đạt", 15, Align::Center),
            Column::new("Không áp dụng", 18, Align::Center),
            Column::new("Ghi chú", 47, Align::Left),
        ],
        rows: (1..).zip(lines).map(row).collect(),
        total: None,
        points: 12,
    }
}

fn asked(recommendations: &[Asked]) -> Table {
    let row =
        |(number, one): (usize, &Asked)| vec![number.to_string(), sentence(&one.text), short_date(Some(one.due_on))];
    Table {
        columns: vec![
            Column::new("TT", 10, Align::Center),
            Column::new("Nội dung kiến nghị", 120, Align::Left),
            Column::new("Hạn khắc phục", 35, Align::Center),
        ],
        rows: (1..).zip(recommendations).map(row).collect(),
        total: None,
        points: 13,
    }
}
