use chrono::NaiveDate;

use super::model::known;
use super::money::{dong, in_words};
use super::parts::{WORKER, begin, chairperson, child, of_kind, officer_signature, or_empty, written};
use super::{Child, Head, Officer, Result, Signer};
use crate::decree30::{Align, Column, Document, Level, Paper, Table, long_date, sentence};

/// Kế hoạch hỗ trợ, can thiệp (form 04).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SupportPlan {
    pub head: Head,
    /// As in [`super::Intake`].
    pub kind: String,
    pub legal_bases: Vec<String>,
    pub child: Child,
    /// The state of the child and its needs, as far as the plan must say it.
    pub situation: Option<String>,
    pub goals: Vec<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub activities: Vec<Activity>,
    /// When the child's state is looked at again.
    pub review_on: Option<NaiveDate>,
    pub officer: Officer,
    /// The chairperson, who confirms the plan beside its author. `None`: the decision alone does.
    pub approver: Option<Signer>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Activity {
    pub what: String,
    pub by: String,
    pub with: Option<String>,
    /// "Từ 15/6 đến 30/6/2026".
    pub when: Option<String>,
    /// Đồng; `None`: costs nothing.
    pub cost: Option<i64>,
    pub funding: Option<String>,
    pub expected: Option<String>,
    pub watched_by: Option<String>,
}

impl SupportPlan {
    /// Đồng. Wide enough for any sum of costs.
    pub fn total(&self) -> i128 {
        self.activities.iter().filter_map(|activity| activity.cost).map(i128::from).sum()
    }
}

/// # Errors
/// When the file cannot be packed.
pub fn plan_docx(plan: &SupportPlan) -> Result<Vec<u8>> {
    written(plan_document(plan))
}

/// The same as a PDF.
pub fn plan_pdf(plan: &SupportPlan) -> Vec<u8> {
    plan_document(plan).pdf()
}

fn plan_document(plan: &SupportPlan) -> Document {
    let subject = format!("Hỗ trợ, can thiệp {}", of_kind(&plan.kind));
    let mut document = begin(&plan.head, "KẾ HOẠCH", &subject);
    document.legal_bases(&plan.legal_bases);
    document.heading(Level::Roman, "THÔNG TIN VỀ TRẺ EM");
    child(&mut document, &plan.child);
    document.story("Tình trạng, nhu cầu của trẻ em", known(&plan.situation));
    goals(&mut document, &plan.goals);
    carrying_out(&mut document, plan);
    let mut signatures = vec![officer_signature(&plan.officer, WORKER)];
    signatures.extend(plan.approver.as_ref().map(chairperson));
    document.signatures(&signatures, &[]);
    document.annex(Paper::Landscape, "Hoạt động hỗ trợ, can thiệp");
    document.table(&activities(plan));
    document
}

fn goals(document: &mut Document, goals: &[String]) {
    document.heading(Level::Roman, "MỤC TIÊU");
    for goal in goals {
        document.item(&sentence(goal));
    }
    if goals.is_empty() {
        document.answer(None);
    }
}

fn carrying_out(document: &mut Document, plan: &SupportPlan) {
    let planned = !plan.activities.is_empty();
    let total = plan.total();
    document.heading(Level::Roman, "TỔ CHỨC THỰC HIỆN");
    document.field("Thời gian thực hiện", Some(&format!("từ {} đến {}.", long_date(plan.from), long_date(plan.to))));
    let activities = format!("{:02} hoạt động, theo Phụ lục kèm theo Kế hoạch này.", plan.activities.len());
    document.field("Hoạt động hỗ trợ, can thiệp", Some(activities.as_str()).filter(|_| planned));
    let money = format!("{} ({}).", dong(total), in_words(total));
    document.field("Tổng kinh phí", Some(money.as_str()).filter(|_| planned));
    document.field("Ngày rà soát, đánh giá", Some(&format!("{}.", long_date(plan.review_on))));
}

fn activities(plan: &SupportPlan) -> Table {
    let columns = [
        ("TT", 9, Align::Center),
        ("Hoạt động, biện pháp", 50, Align::Left),
        ("Người, đơn vị thực hiện", 34, Align::Left),
        ("Phối hợp", 30, Align::Left),
        ("Thời gian", 27, Align::Center),
        ("Kinh phí (đồng), nguồn", 32, Align::Left),
        ("Kết quả mong đợi", 40, Align::Left),
        ("Người theo dõi", 30, Align::Left),
    ];
    let rows = plan.activities.iter().enumerate().map(|(index, activity)| row(index, activity)).collect();
    let total = if plan.activities.is_empty() { String::new() } else { dong(plan.total()) };
    let total = ["", "Tổng kinh phí", "", "", "", &total].map(str::to_owned);
    Table {
        columns: columns.map(|(title, weight, align)| Column::new(title, weight, align)).into(),
        rows: or_empty(rows),
        total: Some(total.into()),
        points: 12,
    }
}

fn row(index: usize, activity: &Activity) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let cost = activity.cost.map_or_else(|| "Không phát sinh".to_owned(), |cost| dong(i128::from(cost)));
    let funding = known(&activity.funding).map(|source| format!("\n({source})")).unwrap_or_default();
    vec![
        (index + 1).to_string(),
        activity.what.clone(),
        activity.by.clone(),
        text(&activity.with),
        text(&activity.when),
        format!("{cost}{funding}"),
        text(&activity.expected),
        text(&activity.watched_by),
    ]
}
