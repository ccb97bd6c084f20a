use super::model::known;
use super::parts::{begin, needs, written};
use super::{Child, Head, Meeting, Need, Person, Result};
use crate::decree30::{Document, Level, Signature, clock, opening, or_blank, people, sentence, without_address};

/// Biên bản cuộc họp xác định nhu cầu cần hỗ trợ, can thiệp.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NeedsMeeting {
    pub head: Head,
    pub meeting: Meeting,
    pub chair: Person,
    pub secretary: Person,
    pub present: Vec<Person>,
    /// Signs beside chair and secretary: father, mother or whoever cares for the child. `None`: nobody came.
    pub family: Option<Person>,
    pub child: Child,
    /// What the child wishes, and how it was asked.
    pub child_opinion: Option<String>,
    pub parents_opinion: Option<String>,
    /// Of the others, in the order in which they spoke.
    pub opinions: Vec<Opinion>,
    pub needs: Vec<Need>,
    pub conclusion: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opinion {
    /// "Bà Trần Thị Bình, Trạm Y tế phường".
    pub who: String,
    pub text: String,
}

/// # Errors
/// When the file cannot be packed.
pub fn needs_meeting_docx(minutes: &NeedsMeeting) -> Result<Vec<u8>> {
    written(needs_meeting_document(minutes))
}

/// The same as a PDF.
pub fn needs_meeting_pdf(minutes: &NeedsMeeting) -> Vec<u8> {
    needs_meeting_document(minutes).pdf()
}

fn needs_meeting_document(minutes: &NeedsMeeting) -> Document {
    let mut document = begin(&minutes.head, "BIÊN BẢN", "Cuộc họp xác định nhu cầu cần hỗ trợ, can thiệp cho trẻ em");
    opening(&mut document, &minutes.meeting);
    participants(&mut document, minutes);
    document.heading(Level::Roman, "NỘI DUNG CUỘC HỌP");
    document.paragraph(&format!("Cuộc họp xác định nhu cầu cần hỗ trợ, can thiệp cho {}.", minutes.child.described()));
    opinions(&mut document, minutes);
    document.heading(Level::Number, "Nhu cầu được thống nhất");
    needs(&mut document, "Nhu cầu của trẻ em", &minutes.needs);
    document.heading(Level::Roman, "KẾT LUẬN");
    document.answer(known(&minutes.conclusion));
    document.closing(&format!(
        "Cuộc họp kết thúc hồi {} cùng ngày. Biên bản đã đọc cho những người tham dự cùng nghe, thống nhất và ký tên.",
        clock(minutes.meeting.ended)
    ));
    document.signatures(&signatures(minutes), &[]);
    document
}

fn participants(document: &mut Document, minutes: &NeedsMeeting) {
    document.heading(Level::Roman, "THÀNH PHẦN");
    for (role, person) in [("Chủ trì", &minutes.chair), ("Thư ký", &minutes.secretary)] {
        let (name, position) = (or_blank(Some(&person.name)), or_blank(Some(&person.position)));
        document.labelled(&format!("{role}: "), &format!("{name} – Chức vụ: {position}."));
    }
    document.labelled("Người tham dự:", "");
    people(document, &minutes.present);
    if let Some(person) = &minutes.family {
        let (name, relation) = (or_blank(Some(&person.name)), or_blank(Some(&person.position)));
        document.labelled("Đại diện gia đình: ", &format!("{name} – {relation}."));
    }
}

fn opinions(document: &mut Document, minutes: &NeedsMeeting) {
    document.heading(Level::Number, "Ý kiến, nguyện vọng của trẻ em");
    document.answer(known(&minutes.child_opinion));
    document.heading(Level::Number, "Ý kiến của cha, mẹ, người chăm sóc trẻ em");
    document.answer(known(&minutes.parents_opinion));
    if minutes.opinions.is_empty() {
        return;
    }
    document.heading(Level::Number, "Ý kiến của những người tham dự");
    for opinion in &minutes.opinions {
        document.field(&format!("- {}", or_blank(Some(&opinion.who))), Some(&sentence(&opinion.text)));
    }
}

fn signatures(minutes: &NeedsMeeting) -> Vec<Signature> {
    let signature = |role: &str, person: &Person| Signature {
        lines: vec![role.to_owned()],
        hint: Some("(Ký, ghi rõ họ tên)".to_owned()),
        name: Some(without_address(&person.name).to_owned()),
    };
    let mut signatures = vec![signature("THƯ KÝ", &minutes.secretary)];
    signatures.extend(minutes.family.as_ref().map(|person| signature("ĐẠI DIỆN GIA ĐÌNH", person)));
    signatures.push(signature("CHỦ TRÌ", &minutes.chair));
    signatures
}
