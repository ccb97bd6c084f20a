use chrono::NaiveDate;

use crate::decree30::{Document, Header, Level, Person, Signature, or_blank, people, sentence, short_date};

/// Kế hoạch kiểm tra, giám sát.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schedule {
    pub header: Header,
    /// "kiểm tra" or "giám sát".
    pub kind: String,
    pub title: String,
    pub purpose: String,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub lead: String,
    pub members: Vec<Person>,
    pub topics: Vec<String>,
    pub units: Vec<String>,
}

/// The bytes of the `.docx`.
pub fn schedule_docx(schedule: &Schedule) -> Vec<u8> {
    let kind = &schedule.kind;
    let mut document = Document::new(&schedule.header, "KẾ HOẠCH", &schedule.title);
    document.heading(Level::Roman, "MỤC ĐÍCH, YÊU CẦU");
    document.paragraph(&or_blank(Some(&schedule.purpose)));
    document.heading(Level::Roman, &format!("NỘI DUNG {}", kind.to_uppercase()));
    for topic in &schedule.topics {
        document.item(&sentence(topic));
    }
    document.heading(Level::Roman, "ĐƠN VỊ, THỜI GIAN");
    document.item(&format!("Đơn vị được {kind}: {}.", or_blank(Some(&schedule.units.join(", ")))));
    let (from, to) = (short_date(Some(schedule.from)), short_date(Some(schedule.to)));
    document.item(&if from == to {
        format!("Thời gian: ngày {from}.")
    } else {
        format!("Thời gian: từ ngày {from} đến ngày {to}.")
    });
    document.heading(Level::Roman, "THÀNH PHẦN");
    document.labelled("Đơn vị chủ trì: ", &format!("{}.", or_blank(Some(&schedule.lead))));
    people(&mut document, &schedule.members);
    document.closing(&format!(
        "Đề nghị các đơn vị được {kind} chuẩn bị hồ sơ, sổ sách và cử người làm việc với đoàn đúng thời gian."
    ));
    let signer = Signature { lines: vec!["ĐẠI DIỆN ĐƠN VỊ CHỦ TRÌ".to_owned()], hint: None, name: None };
    document.signatures(&[signer], &["Các đơn vị nêu trên".to_owned(), "Lưu: VT".to_owned()]);
    document.finish()
}
