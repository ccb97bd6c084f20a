use chrono::NaiveDate;

use super::model::known;
use super::money::{dong, in_words};
use super::parts::{END, begin, chairperson, written};
use super::{Child, Head, Result, Signer};
use crate::decree30::{Document, long_date, or_blank};

/// What every decision of the chairperson has around its articles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    pub head: Head,
    /// "Chủ tịch Ủy ban nhân dân phường Ngọc Trạo"; written in capitals.
    pub authority: String,
    /// The last one "Theo đề nghị của …".
    pub legal_bases: Vec<String>,
    /// `None`: from the day of its signature.
    pub effective: Option<NaiveDate>,
    /// Who carries it out: "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường".
    pub responsible: Vec<String>,
    pub recipients: Vec<String>,
    pub signer: Signer,
}

/// Quyết định phê duyệt kế hoạch hỗ trợ, can thiệp (form 05).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanDecision {
    pub decision: Decision,
    pub child: Child,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// "Người làm công tác bảo vệ trẻ em phường", who leads.
    pub lead: String,
    /// Who works with them.
    pub partners: Vec<String>,
    /// Đồng.
    pub cost: i64,
    pub funding: Option<String>,
}

/// # Errors
/// When the file cannot be packed.
pub fn plan_decision_docx(decision: &PlanDecision) -> Result<Vec<u8>> {
    written(plan_decision_document(decision))
}

/// The same as a PDF.
pub fn plan_decision_pdf(decision: &PlanDecision) -> Vec<u8> {
    plan_decision_document(decision).pdf()
}

fn plan_decision_document(decision: &PlanDecision) -> Document {
    let partners = match decision.partners.join(", ") {
        partners if partners.trim().is_empty() => String::new(),
        partners => format!(", phối hợp với {partners}"),
    };
    let articles = [
        format!(
            "Phê duyệt Kế hoạch hỗ trợ, can thiệp đối với {}.\nThời gian thực hiện: từ {} đến {}. Kế hoạch được ban \
             hành kèm theo Quyết định này.",
            decision.child.described(),
            long_date(decision.from),
            long_date(decision.to)
        ),
        format!(
            "Giao {} chủ trì{partners} tổ chức thực hiện Kế hoạch, theo dõi tình trạng của trẻ em và báo cáo kết quả \
             với Chủ tịch Ủy ban nhân dân.\nKinh phí thực hiện: {}",
            or_blank(Some(&decision.lead)),
            cost(decision)
        ),
        in_force(&decision.decision),
    ];
    decided(&decision.decision, "Về việc phê duyệt kế hoạch hỗ trợ, can thiệp đối với trẻ em", &articles)
}

fn cost(decision: &PlanDecision) -> String {
    let amount = i128::from(decision.cost);
    if amount == 0 {
        return "không phát sinh.".to_owned();
    }
    let funding = known(&decision.funding).map(|source| format!(", từ nguồn {source}")).unwrap_or_default();
    format!("{} ({}){funding}.", dong(amount), in_words(amount))
}

/// A whole decision around its articles.
pub(super) fn decided(decision: &Decision, subject: &str, articles: &[String]) -> Document {
    let mut document: Document = begin(&decision.head, "QUYẾT ĐỊNH", subject);
    document.centered(&or_blank(Some(&decision.authority)).to_uppercase());
    document.legal_bases(&decision.legal_bases);
    document.centered("QUYẾT ĐỊNH:");
    document.articles(articles);
    document.signatures(&[chairperson(&decision.signer)], &decision.recipients);
    document
}

/// The last article.
pub(super) fn in_force(decision: &Decision) -> String {
    let from = match decision.effective {
        Some(date) => long_date(Some(date)),
        None => "ngày ký".to_owned(),
    };
    let mut responsible = decision.responsible.clone();
    if responsible.is_empty() {
        responsible.push(or_blank(None));
    }
    format!(
        "Quyết định này có hiệu lực kể từ {from}.\n{} và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm \
         thi hành Quyết định này{END}",
        responsible.join(", ")
    )
}
