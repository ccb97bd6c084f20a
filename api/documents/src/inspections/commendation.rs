use crate::decree30::{Align, Column, Document, Header, Signature, Table, or_blank};

/// Who is proposed or commended. Units, groups and adults; never a child.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Commended {
    pub name: String,
    /// "Trưởng khu phố 3".
    pub position: String,
    /// "Giấy khen".
    pub form: String,
    pub achievement: String,
    /// Who proposed it.
    pub proposer: String,
}

/// Tờ trình đề nghị khen thưởng.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    pub header: Header,
    /// Of whom it is asked: "Chủ tịch Ủy ban nhân dân phường Ba Đình".
    pub authority: String,
    /// "có thành tích trong Tháng hành động vì trẻ em năm 2024".
    pub occasion: String,
    pub legal_bases: Vec<String>,
    pub units: Vec<Commended>,
    pub people: Vec<Commended>,
    /// Who signs: "TRƯỞNG PHÒNG" or the desk's own name.
    pub signer: Signature,
    pub recipients: Vec<String>,
}

/// The bytes of the `.docx`.
pub fn proposal_docx(proposal: &Proposal) -> Vec<u8> {
    let who = kinds(&proposal.units, &proposal.people);
    let subject = format!("Về việc khen thưởng {who} {}", proposal.occasion);
    let mut document = Document::new(&proposal.header, "TỜ TRÌNH", &subject);
    document.addressed(std::slice::from_ref(&proposal.authority));
    document.legal_bases(&proposal.legal_bases);
    document.paragraph(&format!(
        "Qua theo dõi kết quả thực hiện, {} đề nghị {} xem xét, khen thưởng {} {}, cụ thể như sau:",
        or_blank(Some(&proposal.header.issuer)),
        or_blank(Some(&proposal.authority)),
        counted(&proposal.units, &proposal.people),
        proposal.occasion
    ));
    document.table(&list(&proposal.units, &proposal.people, true));
    document.closing(&format!("Kính trình {} xem xét, quyết định./.", or_blank(Some(&proposal.authority))));
    document.signatures(std::slice::from_ref(&proposal.signer), &proposal.recipients);
    document.finish()
}

/// Those of both kinds that there are: nobody commends "00 cá nhân".
pub(super) fn kinds(units: &[Commended], people: &[Commended]) -> &'static str {
    match (units.is_empty(), people.is_empty()) {
        (false, true) => "tập thể",
        (true, false) => "cá nhân",
        _ => "tập thể, cá nhân",
    }
}

/// "02 tập thể và 01 cá nhân".
pub(super) fn counted(units: &[Commended], people: &[Commended]) -> String {
    let of = [(units.len(), "tập thể"), (people.len(), "cá nhân")];
    let some = of.into_iter().filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{count:02} {kind}"));
    some.collect::<Vec<_>>().join(" và ")
}

/// Units and groups first, then people, each with its own numbers. The order says nothing of merit.
pub(super) fn list(units: &[Commended], people: &[Commended], with_proposer: bool) -> Table {
    let mut rows = Vec::new();
    for (heading, some) in [("Tập thể", units), ("Cá nhân", people)] {
        if some.is_empty() {
            continue;
        }
        let width = if with_proposer { 5 } else { 4 };
        let mut head = vec![String::new(); width];
        if let Some(cell) = head.get_mut(1) {
            *cell = heading.to_uppercase();
        }
        rows.push(head);
        for (number, one) in (1..).zip(some) {
            let name = [one.name.as_str(), one.position.as_str()].into_iter().filter(|text| !text.is_empty());
            let mut row = vec![
                number.to_string(),
                name.collect::<Vec<_>>().join(", "),
                one.achievement.clone(),
                one.form.clone(),
            ];
            if with_proposer {
                row.push(one.proposer.clone());
            }
            rows.push(row);
        }
    }
    let mut columns = vec![
        Column::new("TT", 10, Align::Center),
        Column::new("Tập thể, cá nhân", 45, Align::Left),
        Column::new("Thành tích", if with_proposer { 55 } else { 85 }, Align::Left),
        Column::new("Hình thức", 25, Align::Center),
    ];
    if with_proposer {
        columns.push(Column::new("Đơn vị đề nghị", 30, Align::Left));
    }
    Table { columns, rows, total: None, points: 12 }
}
