//! The safety plan on paper: what the plan says, put into the words of `bup_documents`.

use bup_documents::decree30::Header;
use bup_documents::safety as paper;
use chrono::NaiveDateTime;

use super::model::{RiskLevel, SafetyAnswer, SafetyPlan, SafetyStatus};
use super::{reading, rules, template};
use crate::access::subject::SafetyPlans;
use crate::access::{Cx, Read};
use crate::audit::{self, Changes};
use crate::db::types::{Id, Instant};
use crate::error::Result;
use crate::features::events::model::SafetyReason;
use crate::features::wards;
use crate::http::Download;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// What the papers of a ward's police are marked with.
const SYMBOL: &str = "PA-CAP";

/// # Errors
/// 404.
pub fn print(cx: &mut Cx<'_, SafetyPlans, Read>, id: &Id) -> Result<Download> {
    let plan = reading::find(cx, id)?;
    let ward = reading::planned(cx, id)?.event.ward_id;
    let ward = wards::letterhead(cx, &ward)?;
    audit::record(cx, "print", id, Changes::none())?;
    let (number, symbol) = reference(&plan.decision_number);
    let header = Header {
        parent: None,
        issuer: format!("CÔNG AN\n{}", ward.name),
        number,
        symbol,
        place: ward.place,
        date: plan.decision_date,
    };
    let bytes = paper::safety_plan(&written(header, plan));
    Ok(Download { bytes, media_type: DOCX, file_name: "phuong-an-bao-dam-an-toan.docx".to_owned() })
}

/// "12/PA-CAP" in its parts; a number in other words stands in the text alone.
fn reference(number: &str) -> (Option<u32>, String) {
    let parts = number.split_once('/').and_then(|(number, symbol)| Some((number.trim().parse().ok()?, symbol.trim())));
    parts.map_or_else(|| (None, SYMBOL.to_owned()), |(number, symbol)| (Some(number), symbol.to_owned()))
}

fn local(at: Instant) -> NaiveDateTime {
    at.utc().with_timezone(&chrono_tz::Asia::Ho_Chi_Minh).naive_local()
}

fn written(header: Header, plan: SafetyPlan) -> paper::SafetyPlan {
    let event = &plan.event;
    let approver = plan.decided_by.as_ref().filter(|_| plan.status == SafetyStatus::Approved);
    let mut items: Vec<&super::model::SafetyItem> = plan.items.iter().collect();
    items.sort_by_key(|item| template::rank(&item.topic));
    let item = |item: &&super::model::SafetyItem| paper::Item {
        topic: template::topic_name(&item.topic).unwrap_or_default().to_owned(),
        label: item.label.clone(),
        answer: answer_word(item.answer).to_owned(),
        note: item.note.clone(),
        who: item.who.clone(),
    };
    paper::SafetyPlan {
        header,
        title: event.title.clone(),
        starts: local(event.starts_at),
        ends: local(event.ends_at),
        sessions: u32::try_from(event.sessions).unwrap_or(1),
        place: event.place.clone(),
        lead: event.lead_unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default(),
        children: event.expected_children,
        adults: event.expected_adults,
        adults_needed: plan.care.adults_needed,
        reasons: event.reasons.iter().map(|&reason| reason_word(reason).to_owned()).collect(),
        items: items.iter().map(item).collect(),
        risks: plan
            .risks
            .iter()
            .map(|risk| paper::Risk {
                what: risk.what.clone(),
                weight: format!("{} × {} = {}", risk.likelihood, risk.harm, rules::weight(risk)),
                level: level_word(rules::level(rules::weight(risk))).to_owned(),
                measure: risk.measure.clone(),
            })
            .collect(),
        officers: plan
            .officers
            .iter()
            .map(|one| paper::Officer {
                name: one.name.clone(),
                unit: one.unit.clone(),
                duty: one.duty.clone(),
                phone: one.phone.clone(),
            })
            .collect(),
        note: plan.note.clone(),
        approval: match (plan.status, plan.decision_date) {
            (SafetyStatus::Approved, Some(date)) => Some((plan.decision_number.clone(), date)),
            _ => None,
        },
        drafter: plan.drafted_by.as_ref().map(|one| one.full_name.clone()),
        approver: approver.map(|one| one.full_name.clone()),
        approver_position: approver.map(|one| one.position.clone()).filter(|position| !position.is_empty()),
    }
}

fn answer_word(answer: SafetyAnswer) -> &'static str {
    match answer {
        SafetyAnswer::Open => "Chưa kiểm tra",
        SafetyAnswer::Ready => "Sẵn sàng",
        SafetyAnswer::Missing => "Chưa có",
        SafetyAnswer::NotNeeded => "Không cần",
    }
}

fn level_word(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::Low => "Thấp",
        RiskLevel::Medium => "Trung bình",
        RiskLevel::High => "Cao",
    }
}

fn reason_word(reason: SafetyReason) -> &'static str {
    match reason {
        SafetyReason::Crowd => "tập trung đông người",
        SafetyReason::Water => "ở gần nước hoặc dưới nước",
        SafetyReason::Night => "tổ chức vào buổi tối",
        SafetyReason::Road => "sử dụng lòng đường, vỉa hè",
        SafetyReason::Fire => "có lửa, hiệu ứng cháy nổ",
    }
}
