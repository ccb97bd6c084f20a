use super::model::known;
use super::parts::{begin, written};
use super::{Child, Head, Meeting, Party, Result};
use crate::decree30::{BLANK, Document, Level, clock, opening, or_blank, people, sentence, signature};

/// Biên bản chuyển giao vụ việc sang địa phương khác: the child lives or has moved elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transfer {
    pub head: Head,
    pub legal_bases: Vec<String>,
    pub meeting: Meeting,
    pub giver: Party,
    pub receiver: Party,
    pub child: Child,
    pub reason: Option<String>,
    /// How far the case is, and how the child is.
    pub state: Option<String>,
    /// What must not wait, with its days.
    pub urgent: Vec<String>,
    /// "Báo cáo tiếp nhận thông tin, 02 trang".
    pub documents: Vec<String>,
    /// How many copies are made.
    pub copies: u32,
}

/// # Errors
/// When the file cannot be packed.
pub fn transfer_docx(transfer: &Transfer) -> Result<Vec<u8>> {
    written(transfer_document(transfer))
}

/// The same as a PDF.
pub fn transfer_pdf(transfer: &Transfer) -> Vec<u8> {
    transfer_document(transfer).pdf()
}

fn transfer_document(transfer: &Transfer) -> Document {
    let mut document = begin(&transfer.head, "BIÊN BẢN", "Chuyển giao việc bảo vệ trẻ em sang địa phương khác");
    document.legal_bases(&transfer.legal_bases);
    opening(&mut document, &transfer.meeting);
    document.heading(Level::Roman, "THÀNH PHẦN");
    for (title, party) in [("Bên giao", &transfer.giver), ("Bên nhận", &transfer.receiver)] {
        document.heading(Level::Number, &format!("{title}: {}", or_blank(Some(&party.body))));
        people(&mut document, &party.representatives);
    }
    handed_over(&mut document, transfer);
    duties(&mut document);
    ending(&mut document, transfer);
    document
}

fn handed_over(document: &mut Document, transfer: &Transfer) {
    document.heading(Level::Roman, "NỘI DUNG CHUYỂN GIAO");
    document.paragraph(&format!("Bên giao chuyển giao việc bảo vệ {} cho bên nhận.", transfer.child.described()));
    document.heading(Level::Number, "Lý do chuyển giao");
    document.answer(known(&transfer.reason));
    document.heading(Level::Number, "Tình trạng của trẻ em và kết quả đã thực hiện");
    document.answer(known(&transfer.state));
    if !transfer.urgent.is_empty() {
        document.heading(Level::Number, "Việc phải làm ngay");
        transfer.urgent.iter().for_each(|task| document.item(&sentence(task)));
    }
    document.heading(Level::Number, "Tài liệu bàn giao");
    for (index, paper) in transfer.documents.iter().enumerate() {
        document.paragraph(&format!("({}) {}", index + 1, sentence(paper)));
    }
    if transfer.documents.is_empty() {
        document.answer(None);
    }
}

fn duties(document: &mut Document) {
    document.heading(Level::Roman, "TRÁCH NHIỆM CỦA CÁC BÊN");
    document.item(
        "Bên giao bảo đảm an toàn cho trẻ em cho đến khi hai bên ký biên bản này; cung cấp bổ sung thông tin khi bên \
         nhận yêu cầu.",
    );
    document.item("Bên nhận tiếp tục hỗ trợ, can thiệp; thông báo kết quả cho bên giao.");
    document.item("Hai bên giữ bí mật thông tin của trẻ em, gia đình và người cung cấp thông tin.");
}

fn ending(document: &mut Document, transfer: &Transfer) {
    let share = if transfer.copies == 2 { ", mỗi bên giữ 01 bản" } else { "" };
    let copies = if transfer.copies == 0 { BLANK.to_owned() } else { format!("{:02}", transfer.copies) };
    document.closing(&format!(
        "Việc chuyển giao kết thúc hồi {} cùng ngày. Biên bản đã đọc cho các bên cùng nghe, thống nhất và ký tên; được \
         lập thành {copies} bản có giá trị như nhau{share}.",
        clock(transfer.meeting.ended)
    ));
    let sides = [("ĐẠI DIỆN BÊN GIAO", &transfer.giver), ("ĐẠI DIỆN BÊN NHẬN", &transfer.receiver)];
    document.signatures(&sides.map(|(side, party)| signature(side, party)), &[]);
}
