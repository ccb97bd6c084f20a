use chrono::NaiveDate;

use super::model::known;
use super::parts::{END, begin, committee, written};
use super::{Head, Result, Signer};
use crate::decree30::{Align, Column, Document, Level, Table, long_date, or_blank, sentence};

/// Phiếu chuyển gửi dịch vụ: a service is asked for with the fewest data that it needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Referral {
    pub head: Head,
    /// To whom.
    pub receivers: Vec<String>,
    pub purpose: Option<String>,
    /// One sentence each.
    pub services: Vec<String>,
    /// Label and value; exactly what the receiver may know, chosen by the caller.
    pub data: Vec<(String, String)>,
    pub answer_by: Option<NaiveDate>,
    pub contact: Contact,
    pub recipients: Vec<String>,
    pub signer: Signer,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: Option<String>,
    pub position: Option<String>,
    pub phone: Option<String>,
}

/// # Errors
/// When the file cannot be packed.
pub fn referral_docx(referral: &Referral) -> Result<Vec<u8>> {
    written(referral_document(referral))
}

/// The same as a PDF.
pub fn referral_pdf(referral: &Referral) -> Vec<u8> {
    referral_document(referral).pdf()
}

fn referral_document(referral: &Referral) -> Document {
    let mut document = begin(&referral.head, "PHIẾU CHUYỂN GỬI", "Dịch vụ hỗ trợ, can thiệp cho trẻ em");
    document.addressed(&referral.receivers);
    document.heading(Level::Number, "Mục đích chuyển gửi");
    document.answer(known(&referral.purpose));
    document.heading(Level::Number, "Dịch vụ đề nghị cung cấp");
    for service in &referral.services {
        document.item(&sentence(service));
    }
    if referral.services.is_empty() {
        document.answer(None);
    }
    document.heading(Level::Number, "Thông tin cần thiết để cung cấp dịch vụ");
    document.table(&data(&referral.data));
    answer(&mut document, referral);
    document.signatures(&[committee(&referral.signer)], &referral.recipients);
    document
}

fn answer(document: &mut Document, referral: &Referral) {
    let contact = &referral.contact;
    document.heading(Level::Number, "Trả lời và liên hệ");
    document.paragraph(&format!("Đề nghị trả lời việc tiếp nhận trước {}.", long_date(referral.answer_by)));
    document.field("Người liên hệ", known(&contact.name));
    document.fields(&[("Chức vụ", known(&contact.position)), ("Điện thoại", known(&contact.phone))]);
    document.closing(&format!(
        "Thông tin trong phiếu này chỉ được dùng cho mục đích nêu trên, chỉ người trực tiếp cung cấp dịch vụ được biết; \
         không cung cấp cho người khác, không đăng tải; trả lại hoặc hủy khi kết thúc dịch vụ{END}"
    ));
}

fn data(data: &[(String, String)]) -> Table {
    let mut rows: Vec<_> = data.iter().map(|(label, value)| vec![label.clone(), value.clone()]).collect();
    if rows.is_empty() {
        rows.push(vec![or_blank(None), or_blank(None)]);
    }
    Table {
        columns: vec![Column::new("Nội dung", 55, Align::Left), Column::new("Thông tin", 110, Align::Left)],
        rows,
        total: None,
        points: 13,
    }
}
