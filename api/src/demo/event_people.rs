//! Around the events to come: safety plans as the police would write them, and children who are registered.

use crate::access::subject::{Events, SafetyPlans};
use crate::access::{Approve, Create, Cx, Gate, Read, UnitKind};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Result};
use crate::features::children::roster::{self, Pupil};
use crate::features::events::participation::model::{NewEventOpinion, NewEventOpinions, NewEventRegistrations};
use crate::features::events::participation::{record_opinions, register};
use crate::features::events::safety;
use crate::features::events::safety::bodies::{SafetyDecision, SafetyPlanDraft};
use crate::features::events::safety::model::{SafetyAnswer, SafetyItem, SafetyOfficer};
use crate::features::summer::session_model::SummerConsent;
use crate::features::units;
use crate::http::IfMatch;

/// How many of an event's children are registered, and of how many the parents have not answered yet.
const CHILDREN: usize = 18;
const UNASKED: usize = 3;

/// A safety plan that the police have drafted, and where said approved.
///
/// # Errors
/// When the database refuses.
pub fn safe(gate: &Gate, event: &Id, approved: bool) -> Result<()> {
    gate.demo("congan", |cx: &mut Cx<'_, SafetyPlans, Create>| draft(cx, event))?;
    if !approved {
        return Ok(());
    }
    gate.demo("congan", |cx: &mut Cx<'_, SafetyPlans, Approve>| {
        let decision = SafetyDecision { decision_number: "07/PA-CAP".to_owned(), decision_date: cx.today() };
        safety::approve(cx, event, IfMatch::none(), &decision)
    })
}

fn draft(cx: &mut Cx<'_, SafetyPlans, Create>, event: &Id) -> Result<()> {
    let template = safety::template_for(&mut cx.also::<SafetyPlans, Read>()?, event)?;
    let points = template.topics.into_iter().flat_map(|topic| {
        let key = topic.topic;
        topic.points.into_iter().map(move |label| (key.clone(), label))
    });
    let item = |(topic, label)| SafetyItem {
        topic,
        label,
        answer: SafetyAnswer::Ready,
        note: String::new(),
        who: String::new(),
    };
    let officer = |name: &str, duty: &str, phone: &str| SafetyOfficer {
        name: name.to_owned(),
        unit: "Công an phường".to_owned(),
        duty: duty.to_owned(),
        phone: phone.to_owned(),
    };
    let plan = SafetyPlanDraft {
        items: points.map(item).collect(),
        risks: template.risks,
        officers: vec![
            officer("Phạm Quốc Việt", "Chỉ huy chung", "0912000333"),
            officer("Đỗ Mạnh Hùng", "Chốt giao thông cổng chính", "0912000444"),
        ],
        note: "Tập kết sơ tán tại sân trước; điểm danh lại trước khi trả trẻ.".to_owned(),
    };
    safety::draft(cx, event, IfMatch::none(), &plan)
}

/// Children of the organiser's reach, with what their parents said.
///
/// # Errors
/// When the database refuses.
pub fn take_part(gate: &Gate, event: &Id, organiser: &str, at: Instant) -> Result<()> {
    gate.demo_at(organiser, at, |cx: &mut Cx<'_, Events, Create>| {
        let children = children(cx)?;
        let ids = children.iter().map(|child| child.id.clone()).collect();
        register(cx, event, &NewEventRegistrations { child_ids: ids, ..NewEventRegistrations::default() })?;
        let said = |child: &Pupil| NewEventOpinion {
            child_id: child.id.clone(),
            parents: SummerConsent::Agrees,
            child: Some(SummerConsent::Agrees),
            asked_on: None,
            method: "Phiếu hỏi".to_owned(),
            note: String::new(),
        };
        let opinions = children.iter().skip(UNASKED).map(said).collect();
        record_opinions(cx, event, &NewEventOpinions { opinions })?;
        Ok(())
    })
}

fn children(cx: &mut Cx<'_, Events, Create>) -> Result<Vec<Pupil>> {
    let ward = cx.scope().ward().cloned().ok_or_else(Error::not_found)?;
    let own = cx.person()?.unit_id.clone();
    let neighborhoods: Vec<_> =
        units::active(cx, &ward)?.into_iter().filter(|unit| unit.kind == UnitKind::Neighborhood).collect();
    let of_own = neighborhoods.iter().find(|unit| unit.id == own);
    let place = of_own.or_else(|| neighborhoods.first()).ok_or_else(Error::not_found)?.id.clone();
    // Old enough to be asked themselves.
    let latest = cx.today() - chrono::Months::new(12 * 7);
    let mut pupils = roster::of_neighborhood(cx, &ward, &place, latest)?;
    pupils.truncate(CHILDREN);
    Ok(pupils)
}
