use chrono::NaiveDate;

use super::model::known;
use super::parts::{WORKER, begin, blocks, child, signed_by, written};
use super::{Assessment, Child, Head, Officer, Result};
use crate::decree30::{Document, Level, long_date};

/// Rà soát, đánh giá tình trạng của trẻ em sau khi thực hiện kế hoạch (form 06).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    pub head: Head,
    pub child: Child,
    pub officer: Officer,
    pub done_on: Option<NaiveDate>,
    pub assessment: Assessment,
    /// What of the plan was carried out, and with what result.
    pub results: Option<String>,
    /// Body, mind, cognition, feelings; how safe the child lives.
    pub state: Option<String>,
    pub outcome: Option<Outcome>,
    pub reasons: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Close,
    /// A new plan follows.
    Continue,
}

impl Outcome {
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Close => {
                "Đề nghị kết thúc thực hiện kế hoạch hỗ trợ, can thiệp: trẻ em không còn nguy cơ bị xâm hại, đã ổn \
                 định về thể chất, tâm lý, nhận thức và tình cảm."
            }
            Self::Continue => {
                "Đề nghị tiếp tục hỗ trợ, can thiệp: xây dựng kế hoạch hỗ trợ, can thiệp mới trình Chủ tịch Ủy ban \
                 nhân dân phê duyệt."
            }
        }
    }
}

/// # Errors
/// When the file cannot be packed.
pub fn review_docx(review: &Review) -> Result<Vec<u8>> {
    written(review_document(review))
}

/// The same as a PDF.
pub fn review_pdf(review: &Review) -> Vec<u8> {
    review_document(review).pdf()
}

fn review_document(review: &Review) -> Document {
    let title = "RÀ SOÁT, ĐÁNH GIÁ TÌNH TRẠNG CỦA TRẺ EM\nSAU KHI THỰC HIỆN KẾ HOẠCH HỖ TRỢ, CAN THIỆP";
    let mut document = begin(&review.head, title, "");
    child(&mut document, &review.child);
    document.field("Họ và tên cán bộ thực hiện", known(&review.officer.name));
    document.field("Ngày, tháng, năm thực hiện", Some(&long_date(review.done_on)));
    document.heading(Level::Number, "Đánh giá nguy cơ tại giai đoạn kết thúc");
    blocks(&mut document, &review.assessment, |document, title| document.heading(Level::Letter, title));
    document.heading(Level::Number, "Kết quả thực hiện kế hoạch hỗ trợ, can thiệp");
    document.answer(known(&review.results));
    document.heading(Level::Number, "Tình trạng của trẻ em, mức độ an toàn của môi trường sống");
    document.answer(known(&review.state));
    document.heading(Level::Number, "Kết luận");
    document.answer(review.outcome.map(Outcome::vietnamese));
    document.story("Lý do", known(&review.reasons));
    signed_by(&mut document, &review.officer, WORKER, &[]);
    document
}
