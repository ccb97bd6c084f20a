//! Forms 02 and 03: what was found out about a child's risk, at first and in detail.

use chrono::{NaiveDate, NaiveTime};

use super::model::known;
use super::parts::{WORKER, begin, blocks, child, needs, of_kind, signed_by, written};
use super::{Assessment, Child, Head, Need, Officer, Result};
use crate::decree30::{Document, Level, clock, long_date};

/// Báo cáo đánh giá nguy cơ ban đầu (form 02).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InitialAssessment {
    pub head: Head,
    /// As in [`super::Intake`].
    pub kind: String,
    pub child: Child,
    pub assessed: Option<NaiveDate>,
    /// Ward time; `None`: only the day is known.
    pub assessed_at: Option<NaiveTime>,
    pub assessment: Assessment,
    pub conclusion: Option<String>,
    /// Whether an emergency measure or a temporary separation is needed; `None`: not said.
    pub emergency: Option<bool>,
    /// Shelter, food and clothes, health, bodily safety.
    pub needs: Vec<Need>,
    pub officer: Officer,
}

/// Báo cáo thu thập thông tin, đánh giá nguy cơ cụ thể (form 03).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DetailedAssessment {
    pub head: Head,
    pub kind: String,
    pub child: Child,
    /// The child's state, the family, whoever cares and will care, the wishes of child and parents.
    pub sections: Vec<Section>,
    pub assessment: Assessment,
    pub conclusion: Option<String>,
    pub needs: Vec<Need>,
    pub officer: Officer,
}

/// A heading and what is written below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    pub heading: String,
    pub text: Option<String>,
}

/// # Errors
/// When the file cannot be packed.
pub fn initial_assessment_docx(report: &InitialAssessment) -> Result<Vec<u8>> {
    written(initial_assessment_document(report))
}

/// The same as a PDF.
pub fn initial_assessment_pdf(report: &InitialAssessment) -> Vec<u8> {
    initial_assessment_document(report).pdf()
}

fn initial_assessment_document(report: &InitialAssessment) -> Document {
    let subject = format!("Đánh giá nguy cơ ban đầu về tình trạng {}", of_kind(&report.kind));
    let mut document = begin(&report.head, "BÁO CÁO", &subject);
    child(&mut document, &report.child);
    let time = report.assessed.map(|day| match report.assessed_at {
        Some(time) => format!("{}, {}", clock(Some(time)), long_date(Some(day))),
        None => long_date(Some(day)),
    });
    document.field("Thời gian đánh giá", time.as_deref());
    document.heading(Level::Number, "Đánh giá nguy cơ ban đầu");
    blocks(&mut document, &report.assessment, |document, title| document.heading(Level::Letter, title));
    document.heading(Level::Number, "Kết luận về tình trạng của trẻ em");
    document.answer(known(&report.conclusion));
    let emergency = report.emergency.map(|needed| if needed { "Có" } else { "Không" });
    document.field("Cần can thiệp khẩn cấp hoặc tạm thời cách ly trẻ em", emergency);
    document.heading(Level::Number, "Nhu cầu an toàn của trẻ em và dịch vụ cung cấp");
    needs(&mut document, "Nhu cầu an toàn", &report.needs);
    signed_by(&mut document, &report.officer, WORKER, &[]);
    document
}

/// # Errors
/// When the file cannot be packed.
pub fn detailed_assessment_docx(report: &DetailedAssessment) -> Result<Vec<u8>> {
    written(detailed_assessment_document(report))
}

/// The same as a PDF.
pub fn detailed_assessment_pdf(report: &DetailedAssessment) -> Vec<u8> {
    detailed_assessment_document(report).pdf()
}

fn detailed_assessment_document(report: &DetailedAssessment) -> Document {
    let subject = format!("Thu thập thông tin, đánh giá nguy cơ cụ thể tình hình {}", of_kind(&report.kind));
    let mut document = begin(&report.head, "BÁO CÁO", &subject);
    child(&mut document, &report.child);
    document.heading(Level::Roman, "THU THẬP THÔNG TIN");
    sections(&mut document, &report.sections);
    document.heading(Level::Roman, "ĐÁNH GIÁ NGUY CƠ CỤ THỂ");
    blocks(&mut document, &report.assessment, |document, title| document.heading(Level::Number, title));
    document.heading(Level::Roman, "KẾT LUẬN");
    document.answer(known(&report.conclusion));
    document.heading(Level::Roman, "NHU CẦU CẦN HỖ TRỢ, CAN THIỆP");
    needs(&mut document, "Nhu cầu của trẻ em", &report.needs);
    signed_by(&mut document, &report.officer, WORKER, &[]);
    document
}

fn sections(document: &mut Document, sections: &[Section]) {
    for section in sections {
        document.heading(Level::Number, &section.heading);
        document.answer(known(&section.text));
    }
    if sections.is_empty() {
        document.answer(None);
    }
}
