use super::commendation::{Commended, counted, kinds, list};
use crate::cases::{Signer, chairperson};
use crate::decree30::{Document, Header, Paper, or_blank};

/// Quyết định về việc khen thưởng, with the list as its annex.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommendationDecision {
    pub header: Header,
    /// "Chủ tịch Ủy ban nhân dân phường Ba Đình".
    pub authority: String,
    pub occasion: String,
    /// The last one "Theo đề nghị của …".
    pub legal_bases: Vec<String>,
    pub units: Vec<Commended>,
    pub people: Vec<Commended>,
    pub recipients: Vec<String>,
    pub signer: Signer,
}

/// The bytes of the `.docx`.
pub fn commendation_decision_docx(decision: &CommendationDecision) -> Vec<u8> {
    let who = kinds(&decision.units, &decision.people);
    let subject = format!("Về việc khen thưởng {who} {}", decision.occasion);
    let mut document = Document::new(&decision.header, "QUYẾT ĐỊNH", &subject);
    document.centered(&or_blank(Some(&decision.authority)).to_uppercase());
    document.legal_bases(&decision.legal_bases);
    document.centered("QUYẾT ĐỊNH:");
    document.articles(&[
        format!(
            "Khen thưởng {} {} (có danh sách kèm theo).",
            counted(&decision.units, &decision.people),
            decision.occasion
        ),
        "Kinh phí khen thưởng (nếu có) thực hiện theo quy định hiện hành.".to_owned(),
        format!(
            "Quyết định này có hiệu lực kể từ ngày ký.\nVăn phòng Hội đồng nhân dân và Ủy ban nhân dân phường, các đơn vị có \
             liên quan và {who} có tên trong danh sách chịu trách nhiệm thi hành Quyết định này./."
        ),
    ]);
    document.signatures(&[chairperson(&decision.signer)], &decision.recipients);
    document.annex(Paper::Portrait, &format!("Danh sách {who} được khen thưởng"));
    document.table(&list(&decision.units, &decision.people, false));
    document.finish()
}
