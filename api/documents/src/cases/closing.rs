use chrono::NaiveDate;

use super::model::known;
use super::parts::written;
use super::plan_decision::{decided, in_force};
use super::{Child, Decision, Result};
use crate::decree30::{BLANK, Document, long_date, or_blank, sentence};

/// Quyết định kết thúc thực hiện kế hoạch hỗ trợ, can thiệp.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClosingDecision {
    pub decision: Decision,
    pub child: Child,
    /// The decision that approved the plan: "25/QĐ-UBND".
    pub plan_number: Option<String>,
    pub plan_date: Option<NaiveDate>,
    pub reasons: Option<String>,
    /// Who keeps the file and still looks after the child.
    pub lead: String,
    /// What is still done for the child, one sentence each.
    pub follow_up: Vec<String>,
}

/// # Errors
/// When the file cannot be packed.
pub fn closing_docx(closing: &ClosingDecision) -> Result<Vec<u8>> {
    written(closing_document(closing))
}

/// The same as a PDF.
pub fn closing_pdf(closing: &ClosingDecision) -> Vec<u8> {
    closing_document(closing).pdf()
}

fn closing_document(closing: &ClosingDecision) -> Document {
    let number = known(&closing.plan_number).map_or_else(|| format!("{BLANK}/{BLANK}"), str::to_owned);
    let reasons = known(&closing.reasons).map(|reasons| format!("\nLý do: {}", sentence(reasons))).unwrap_or_default();
    let follow_up: String = closing.follow_up.iter().map(|text| format!("\n- {}", sentence(text))).collect();
    let articles = [
        format!(
            "Kết thúc thực hiện Kế hoạch hỗ trợ, can thiệp đối với {}, được phê duyệt tại Quyết định số {number} {}.\
             {reasons}",
            closing.child.described(),
            long_date(closing.plan_date)
        ),
        format!(
            "Giao {} lưu giữ, bảo mật hồ sơ theo quy định và tiếp tục theo dõi tình hình của trẻ em; kịp thời báo cáo \
             Chủ tịch Ủy ban nhân dân khi trẻ em có nguy cơ trở lại.{follow_up}",
            or_blank(Some(&closing.lead))
        ),
        in_force(&closing.decision),
    ];
    decided(&closing.decision, "Về việc kết thúc thực hiện kế hoạch hỗ trợ, can thiệp đối với trẻ em", &articles)
}
