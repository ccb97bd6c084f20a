use chrono::{NaiveDate, NaiveTime};

use crate::decree30::{Document, Header, Level, Signature, or_blank, sentence, short_date};

/// Bài tuyên truyền.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Script {
    pub header: Header,
    /// Read on the loudspeakers; otherwise the words of a banner, a post or a leaflet.
    pub is_broadcast: bool,
    pub title: String,
    /// A line for each paragraph.
    pub text: String,
    /// Read between, one sentence each.
    pub slogans: Vec<String>,
    pub hotlines: Vec<String>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// 1 (Monday) to 7; none: every day.
    pub weekdays: Vec<u8>,
    pub times: Vec<NaiveTime>,
    pub reader: Option<String>,
    /// Who broadcasts it.
    pub units: Vec<String>,
    /// `None` while it is a draft.
    pub approver: Option<Approver>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approver {
    pub name: String,
    pub position: String,
}

/// The bytes of the `.docx`.
pub fn script_docx(script: &Script) -> Vec<u8> {
    written(script).finish()
}

/// The same as a PDF.
pub fn script_pdf(script: &Script) -> Vec<u8> {
    written(script).pdf()
}

fn written(script: &Script) -> Document {
    let subject = if script.is_broadcast {
        format!("trên hệ thống truyền thanh\n{}", script.title)
    } else {
        script.title.clone()
    };
    let mut document = Document::new(&script.header, "BÀI TUYÊN TRUYỀN", &subject);
    document.heading(Level::Roman, if script.is_broadcast { "LỊCH PHÁT" } else { "THỜI GIAN, ĐƠN VỊ THỰC HIỆN" });
    document.item(&format!("Thời gian: {}", period(script)));
    if script.is_broadcast {
        document.item(&format!("Giờ phát: {}.", or_blank(Some(&times(&script.times)))));
        document.item(&format!("Người đọc: {}.", or_blank(script.reader.as_deref())));
    }
    document.item(&format!("Đơn vị thực hiện: {}.", or_blank(Some(&script.units.join(", ")))));
    document.heading(Level::Roman, "NỘI DUNG");
    document.paragraph(&or_blank(Some(&script.text)));
    if !script.slogans.is_empty() {
        document.heading(Level::Roman, "KHẨU HIỆU ĐỌC XEN KẼ");
        for slogan in &script.slogans {
            document.item(&sentence(slogan));
        }
    }
    if !script.hotlines.is_empty() {
        document.heading(Level::Roman, "ĐƯỜNG DÂY NÓNG");
        for hotline in &script.hotlines {
            document.item(&sentence(&format!("Điện thoại: {hotline}")));
        }
    }
    let writer = Signature { lines: vec!["NGƯỜI BIÊN SOẠN".to_owned()], hint: None, name: None };
    let approver = Signature {
        lines: std::iter::once("NGƯỜI DUYỆT".to_owned())
            .chain(script.approver.as_ref().map(|who| who.position.clone()).filter(|position| !position.is_empty()))
            .collect(),
        hint: None,
        name: script.approver.as_ref().map(|who| who.name.clone()),
    };
    document.signatures(&[writer, approver], &[]);
    document
}

fn period(script: &Script) -> String {
    let days = format!("từ ngày {} đến ngày {}", short_date(Some(script.from)), short_date(Some(script.to)));
    if !script.is_broadcast {
        return format!("{days}.");
    }
    let names: Vec<&str> = script.weekdays.iter().filter_map(|day| weekday(*day)).collect();
    if names.is_empty() { format!("{days}, hằng ngày.") } else { format!("{days}, vào {}.", names.join(", ")) }
}

fn weekday(day: u8) -> Option<&'static str> {
    const NAMES: [&str; 7] = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    NAMES.get(usize::from(day).checked_sub(1)?).copied()
}

fn times(times: &[NaiveTime]) -> String {
    let words: Vec<String> = times.iter().map(|time| time.format("%H giờ %M").to_string()).collect();
    words.join(", ")
}
