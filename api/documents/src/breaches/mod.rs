//! The papers of a violation of personal data: the notice to the authority (Decree 356/2025/NĐ-CP, form 08) and the record
//! (biên bản). The text of the form was not to be had: its fields are those that the law names, in the layout of Decree
//! 30/2020; what has to be compared with the form stands in square brackets, for a hand to strike.

#[cfg(test)]
mod tests;

use chrono::NaiveDateTime;

use crate::decree30::{
    BLANK, Document, Header, Level, Meeting, Person, Signature, clock, opening, or_blank, people, sentence, short_date,
};

const CHECK_FORM: &str = "[Đối chiếu với Mẫu số 08 của Nghị định số 356/2025/NĐ-CP đang có hiệu lực, sửa bố cục nếu khác, rồi \
                          xóa dòng này trước khi ký.]";

/// A violation, for both papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Breach {
    pub header: Header,
    /// "VP-2024-0001".
    pub code: String,
    /// To whom the notice goes.
    pub authority: String,
    /// Bên kiểm soát dữ liệu cá nhân: "Ủy ban nhân dân phường Ba Đình".
    pub controller: String,
    pub address: Option<String>,
    pub discovered: NaiveDateTime,
    /// When the notice is due.
    pub due: Option<NaiveDateTime>,
    /// When the paper is made.
    pub now: NaiveDateTime,
    pub kind: String,
    pub what_happened: String,
    pub data_kinds: Vec<String>,
    /// At least so many.
    pub people: Option<i64>,
    pub children: Option<bool>,
    /// `None` while nobody has decided.
    pub may_harm: Option<bool>,
    pub consequences: String,
    pub measures: Vec<Measure>,
    pub people_told: Option<Measure>,
    pub late_reason: String,
    pub reporter: Option<Person>,
}

/// What was done, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    pub at: NaiveDateTime,
    pub text: String,
}

/// The bytes of the notice as a `.docx`.
pub fn notice_docx(breach: &Breach) -> Vec<u8> {
    notice(breach).finish()
}

/// The same as a PDF.
pub fn notice_pdf(breach: &Breach) -> Vec<u8> {
    notice(breach).pdf()
}

/// The bytes of the record as a `.docx`.
pub fn record_docx(breach: &Breach) -> Vec<u8> {
    record(breach).finish()
}

/// The same as a PDF.
pub fn record_pdf(breach: &Breach) -> Vec<u8> {
    record(breach).pdf()
}

fn notice(breach: &Breach) -> Document {
    let mut document = Document::new(&breach.header, "THÔNG BÁO", "Vi phạm quy định về bảo vệ dữ liệu cá nhân");
    document.addressed(std::slice::from_ref(&breach.authority));
    document.remark(CHECK_FORM);
    document.legal_bases(&bases());
    document.paragraph(&format!("{} thông báo vi phạm như sau:", or_blank(Some(&breach.controller))));
    document.heading(Level::Number, "Bên kiểm soát dữ liệu cá nhân");
    document.field("Tên cơ quan", Some(&breach.controller));
    document.field("Địa chỉ", breach.address.as_deref());
    document.field("Người liên hệ, chức vụ", None);
    document.field("Điện thoại, thư điện tử", None);
    facts(&mut document, breach);
    if is_late(breach) {
        document.heading(Level::Number, "Lý do thông báo sau 72 giờ");
        document.answer(Some(&breach.late_reason));
    }
    document.heading(Level::Number, "Tài liệu gửi kèm");
    document.answer(Some("[Biên bản xác nhận vi phạm; tài liệu khác nếu có.]"));
    document.closing(&format!(
        "{} cam kết thông tin trên là đúng và sẽ thông báo bổ sung khi có thông tin mới.",
        or_blank(Some(&breach.controller))
    ));
    let signer =
        Signature {
            lines: vec!["TM. ỦY BAN NHÂN DÂN".to_owned(), "CHỦ TỊCH".to_owned()], hint: None, name: None
        };
    document.signatures(&[signer], &["Như trên".to_owned(), format!("Lưu: VT, hồ sơ {}", breach.code)]);
    document
}

fn record(breach: &Breach) -> Document {
    let mut document = Document::new(&breach.header, "BIÊN BẢN", "Xác nhận vi phạm quy định về bảo vệ dữ liệu cá nhân");
    let meeting = Meeting {
        date: Some(breach.now.date()),
        begun: Some(breach.now.time()),
        ended: None,
        venue: Some(format!("trụ sở {}", breach.controller)),
    };
    opening(&mut document, &meeting);
    let mut present: Vec<Person> = breach.reporter.iter().cloned().collect();
    present.push(Person::default());
    people(&mut document, &present);
    document.paragraph("Cùng xác nhận vi phạm như sau:");
    facts(&mut document, breach);
    document.closing(&format!(
        "Biên bản kết thúc hồi {} cùng ngày, được lập thành 02 bản, đã đọc cho những người có mặt cùng nghe, thống nhất \
         và ký tên.",
        clock(None)
    ));
    let signature = |line: &str, name: Option<String>| Signature {
        lines: vec![line.to_owned()],
        hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
        name,
    };
    let reporter = breach.reporter.as_ref().map(|person| person.name.clone()).filter(|name| !name.is_empty());
    let signatures = [signature("NGƯỜI PHÁT HIỆN", reporter), signature("ĐẠI DIỆN ỦY BAN NHÂN DÂN", None)];
    document.signatures(&signatures, &[]);
    document
}

fn bases() -> [String; 2] {
    [
        "Căn cứ Điều 23 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15".to_owned(),
        "Căn cứ Điều 28 Nghị định số 356/2025/NĐ-CP".to_owned(),
    ]
}

/// The part that both papers have.
fn facts(document: &mut Document, breach: &Breach) {
    document.heading(Level::Number, "Mô tả vi phạm");
    document.field("Số trong sổ theo dõi", Some(&breach.code));
    document.field("Thời điểm phát hiện", Some(&moment(breach.discovered)));
    document.field("Loại vi phạm", Some(&breach.kind));
    document.story("Diễn biến", Some(&breach.what_happened));
    document.heading(Level::Number, "Dữ liệu và người bị ảnh hưởng");
    document.field("Loại dữ liệu", Some(&breach.data_kinds.join("; ")));
    let count = breach.people.map(|count| format!("ít nhất {count} người"));
    document.field("Số người", count.as_deref());
    document.field(
        "Có trẻ em trong số đó",
        Some(match breach.children {
            Some(true) => "có",
            Some(false) => "không",
            None => "chưa xác định",
        }),
    );
    document.heading(Level::Number, "Hậu quả, thiệt hại có thể xảy ra");
    document.field("Đánh giá", breach.may_harm.map(|harm| if harm { "có thể gây hại" } else { "ít khả năng gây hại" }));
    document.answer(Some(&breach.consequences));
    document.heading(Level::Number, "Biện pháp đã thực hiện");
    if breach.measures.is_empty() {
        document.answer(None);
    }
    for one in &breach.measures {
        document.item(&sentence(&format!("{}: {}", moment(one.at), one.text)));
    }
    let told = breach.people_told.as_ref().map(|told| format!("{}, {}", moment(told.at), told.text));
    document.story("Thông báo cho người bị ảnh hưởng", told.as_deref());
}

fn is_late(breach: &Breach) -> bool {
    !breach.late_reason.is_empty() || breach.due.is_some_and(|due| breach.now > due)
}

fn moment(at: NaiveDateTime) -> String {
    if at == NaiveDateTime::default() {
        return BLANK.to_owned();
    }
    format!("{}, ngày {}", clock(Some(at.time())), short_date(Some(at.date())))
}
