use chrono::NaiveDateTime;

use super::model::known;
use super::parts::{begin, of_kind, signed_by, written};
use super::{Child, Head, Officer, Result, Sex};
use crate::decree30::{Document, Level, clock, long_date};

/// Báo cáo tiếp nhận thông tin trẻ em (form 01).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Intake {
    pub head: Head,
    /// "bị xâm hại"; "có nguy cơ bị bạo lực, bóc lột, bỏ rơi"; "có hoàn cảnh đặc biệt".
    pub kind: String,
    /// "Điện thoại", "Gặp trực tiếp", "Người khác báo".
    pub channel: Option<String>,
    /// Ward time; the twelve hours run from here.
    pub received: Option<NaiveDateTime>,
    pub child: Child,
    /// Where it happened.
    pub place: Option<String>,
    pub condition: Option<String>,
    /// What may happen without support.
    pub outlook: Option<String>,
    pub father: Parent,
    pub mother: Parent,
    pub family: Option<String>,
    pub carer: Option<String>,
    /// What was done before the notice.
    pub done_before: Option<String>,
    pub informant: Informant,
    pub officer: Officer,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parent {
    pub name: Option<String>,
    pub age: Option<u8>,
    pub occupation: Option<String>,
}

/// Who gave the notice; they are protected by law.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Informant {
    /// Did not agree to be written down.
    #[default]
    Anonymous,
    /// Known to the ward, kept apart from this document.
    Withheld,
    Given {
        name: Option<String>,
        phone: Option<String>,
        address: Option<String>,
        note: Option<String>,
    },
}

/// # Errors
/// When the file cannot be packed.
pub fn intake_docx(intake: &Intake) -> Result<Vec<u8>> {
    written(intake_document(intake))
}

/// The same as a PDF.
pub fn intake_pdf(intake: &Intake) -> Vec<u8> {
    intake_document(intake).pdf()
}

fn intake_document(intake: &Intake) -> Document {
    let subject = format!("Tiếp nhận thông tin {}", of_kind(&intake.kind));
    let mut document = begin(&intake.head, "BÁO CÁO", &subject);
    document.labelled("A. Thông tin chung", "");
    source(&mut document, intake);
    about_child(&mut document, intake);
    informant(&mut document, &intake.informant);
    signed_by(&mut document, &intake.officer, "Cán bộ tiếp nhận thông tin", &[]);
    document
}

fn source(document: &mut Document, intake: &Intake) {
    document.heading(Level::Number, "Nguồn nhận thông tin");
    document.field("Thông qua (điện thoại, gặp trực tiếp, người khác báo…)", known(&intake.channel));
    let (time, date) = (intake.received.map(|at| at.time()), intake.received.map(|at| at.date()));
    document.field("Thời gian", Some(&format!("{}, {}", clock(time), long_date(date))));
}

fn about_child(document: &mut Document, intake: &Intake) {
    let child = &intake.child;
    document.heading(Level::Number, "Thông tin về trẻ em");
    document.field("Họ và tên trẻ em", known(&child.name));
    document.field("Ngày, tháng, năm sinh hoặc ước lượng tuổi", child.birth().as_deref());
    let sex = child.sex.map_or("Nam …… Nữ …… Không biết ……", Sex::vietnamese);
    document.field("Giới tính", Some(sex));
    // Not in the form, but whoever goes to the child needs it.
    if let Some(residence) = known(&child.residence) {
        document.field("Nơi cư trú", Some(residence));
    }
    document.story("Địa điểm xảy ra vụ việc", known(&intake.place));
    document.story("Tình trạng hiện tại của trẻ em", known(&intake.condition));
    document
        .story("Phỏng đoán hậu quả có thể xảy ra cho trẻ em nếu không được hỗ trợ, can thiệp", known(&intake.outlook));
    parent(document, "Họ và tên cha", &intake.father);
    parent(document, "Họ và tên mẹ", &intake.mother);
    document.story("Hoàn cảnh gia đình", known(&intake.family));
    document.field("Hiện ai là người chăm sóc trẻ em (nếu biết)", known(&intake.carer));
    document.story(
        "Những hành động hỗ trợ, can thiệp đã thực hiện đối với trẻ em trước khi nhận được thông tin",
        known(&intake.done_before),
    );
}

fn parent(document: &mut Document, label: &str, parent: &Parent) {
    let age = parent.age.map(|age| age.to_string());
    document.fields(&[
        (label, known(&parent.name)),
        ("Tuổi", age.as_deref()),
        ("Nghề nghiệp", known(&parent.occupation)),
    ]);
}

fn informant(document: &mut Document, informant: &Informant) {
    document.heading(Level::Number, "Thông tin về người cung cấp thông tin (nếu đồng ý cung cấp)");
    match informant {
        Informant::Anonymous => document.paragraph("Người cung cấp thông tin không đồng ý cung cấp thông tin cá nhân."),
        Informant::Withheld => document.paragraph(
            "Thông tin về người cung cấp thông tin được giữ kín theo quy định, lưu riêng và không ghi trong báo cáo \
             này.",
        ),
        Informant::Given { name, phone, address, note } => {
            document.fields(&[("Họ và tên", known(name)), ("Số điện thoại", known(phone))]);
            document.field("Địa chỉ", known(address));
            document.field("Ghi chú thêm", known(note));
        }
    }
}
