//! Decisions about safety plans, pure: states, what must be answered, how heavy the dangers are.

use super::model::{
    Covered, RiskLevel, SafetyAction, SafetyAnswer, SafetyCare, SafetyGap, SafetyItem, SafetyOfficer, SafetyRisk,
    SafetyStatus,
};
use super::template;
use crate::access::{Action, Resource, Role, matrix};
use crate::error::{Error, Message, Result};
use crate::features::events::model::{EventConditions, EventRow, EventStatus, SafetyReason};
use crate::features::events::rules as event_rules;
use crate::input::Checks;
use crate::setup::EventTerms;

pub const EVENT_OVER: Message = Message::new(
    "event_over",
    "Sự kiện đã diễn ra hoặc đã hủy nên phương án an toàn không thay đổi được nữa.",
    "The event is over or cancelled: its safety plan does not change any more.",
);
pub const NOT_ANSWERED: Message = Message::new(
    "safety_not_answered",
    "Nội dung bắt buộc “{point}” chưa sẵn sàng. Hãy hoàn thành trước khi duyệt.",
    "The required point “{point}” is not ready. Settle it before approving.",
);
pub const NOT_ALL_NEEDLESS: Message = Message::new(
    "safety_topic_needed",
    "“{point}” là nội dung bắt buộc của sự kiện này, không thể đánh dấu không cần toàn bộ.",
    "“{point}” is required for this event: not all of it can be without need.",
);
pub const NO_OFFICER: Message = Message::new(
    "safety_no_officer",
    "Chưa có người phụ trách nào có số điện thoại. Hãy ghi ít nhất một người.",
    "Nobody in charge has a telephone number. Name at least one.",
);
pub const NO_MEASURE: Message = Message::new(
    "safety_no_measure",
    "Nguy cơ ở mức cao (từ 15 điểm) phải có biện pháp.",
    "A high risk (15 points or more) must have a measure.",
);
pub const UNKNOWN_TOPIC: Message = Message::new(
    "unknown_topic",
    "Nhóm nội dung này không có trong mẫu. Nội dung khác ghi nhóm “other”.",
    "The template has no such topic. Use “other” for points of your own.",
);
pub const IN_FUTURE: Message = Message::new(
    "in_future",
    "Ngày của quyết định không được ở tương lai.",
    "The day of the decision may not lie in the future.",
);

/// From this weight on a danger must have a measure.
pub const HIGH: i32 = 15;
const MEDIUM: i32 = 6;

/// What of an event, or of all sessions of a series together, a plan must think of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    pub crowd: bool,
    pub water: bool,
    pub night: bool,
    pub road: bool,
    pub fire: bool,
    pub outdoors: bool,
}

/// Water and the rest count here even where the ward asks no plan for them: whoever makes one thinks of them.
pub fn situation(sessions: &[EventRow], terms: &EventTerms) -> Situation {
    let is_reason = |reason| sessions.iter().any(|one| event_rules::reasons_of(terms, one).contains(&reason));
    let union = covered(sessions, terms);
    Situation {
        crowd: is_reason(SafetyReason::Crowd),
        water: union.conditions.near_water,
        night: union.at_night,
        road: union.conditions.on_road,
        fire: union.conditions.with_fire,
        outdoors: union.conditions.outdoors,
    }
}

/// What a plan is approved for: of a series the largest crowd and all dangers of its sessions.
pub fn covered(sessions: &[EventRow], terms: &EventTerms) -> Covered {
    let mut each = sessions.iter().map(|one| event_rules::covered(one, terms));
    let Some(first) = each.next() else { return Covered::default() };
    each.fold(first, |all, one| Covered {
        people: all.people.max(one.people),
        conditions: union(all.conditions, one.conditions),
        at_night: all.at_night || one.at_night,
        ..all
    })
}

fn union(one: EventConditions, other: EventConditions) -> EventConditions {
    EventConditions {
        near_water: one.near_water || other.near_water,
        on_road: one.on_road || other.on_road,
        with_fire: one.with_fire || other.with_fire,
        outdoors: one.outdoors || other.outdoors,
    }
}

/// How many adults the ward's rule asks for. Without ages the middle figure counts; beside water its own.
pub fn care(sessions: &[EventRow], terms: &EventTerms) -> SafetyCare {
    let by_water = situation(sessions, terms).water;
    let per_adult = &terms.children_per_adult;
    let children_per_adult = if by_water { per_adult.by_water } else { per_adult.from_6_to_10 }.max(1);
    let needed = |one: &EventRow| {
        let (children, per_adult) = (i64::from(one.expected_children), i64::from(children_per_adult));
        i32::try_from((children + per_adult - 1) / per_adult).unwrap_or(i32::MAX)
    };
    // The session that lacks most.
    let worst = sessions.iter().max_by_key(|one| i64::from(needed(one)) - i64::from(one.expected_adults));
    let (children, adults) = worst.map_or((0, 0), |one| (one.expected_children, one.expected_adults));
    let adults_needed = worst.map_or(0, needed);
    SafetyCare { children, adults, by_water, children_per_adult, adults_needed, is_enough: adults >= adults_needed }
}

/// The heaviest danger: likelihood × harm; 0 without any.
pub fn score(risks: &[SafetyRisk]) -> i32 {
    risks.iter().map(weight).max().unwrap_or(0)
}

pub fn weight(risk: &SafetyRisk) -> i32 {
    risk.likelihood.saturating_mul(risk.harm)
}

pub fn level(score: i32) -> RiskLevel {
    match score {
        HIGH.. => RiskLevel::High,
        MEDIUM.. => RiskLevel::Medium,
        _ => RiskLevel::Low,
    }
}

/// What keeps the checklist from being approved. A point that is not needed is answered; a required topic of which
/// nothing at all is ready is not.
pub fn gaps(of: &Situation, items: &[SafetyItem]) -> Vec<SafetyGap> {
    let mut gaps = Vec::new();
    for topic in template::topics(of).into_iter().filter(|topic| topic.required) {
        let own: Vec<&SafetyItem> = items.iter().filter(|item| item.topic == topic.topic).collect();
        let answer = |point: &String| own.iter().find(|item| item.label == *point).map(|item| item.answer);
        let is_open =
            |answer: Option<SafetyAnswer>| !matches!(answer, Some(SafetyAnswer::Ready | SafetyAnswer::NotNeeded));
        let mut open: Vec<SafetyGap> = topic
            .points
            .iter()
            .map(|point| (point, answer(point)))
            .filter(|(_, answer)| is_open(*answer))
            .map(|(point, answer)| gap(&topic.topic, point, answer.unwrap_or(SafetyAnswer::Open)))
            .collect();
        let extra = own.iter().filter(|item| is_open(Some(item.answer)) && !topic.points.contains(&item.label));
        open.extend(extra.map(|item| gap(&topic.topic, &item.label, item.answer)));
        if open.is_empty() && !own.iter().any(|item| item.answer == SafetyAnswer::Ready) {
            open.push(gap(&topic.topic, &topic.name, SafetyAnswer::NotNeeded));
        }
        gaps.extend(open);
    }
    gaps
}

fn gap(topic: &str, label: &str, answer: SafetyAnswer) -> SafetyGap {
    SafetyGap { topic: topic.to_owned(), label: label.to_owned(), answer }
}

/// Everything that must be settled before a plan is approved, each by its name.
pub fn check_ready(
    checks: &mut Checks,
    of: &Situation,
    items: &[SafetyItem],
    risks: &[SafetyRisk],
    officers: &[SafetyOfficer],
) {
    for gap in gaps(of, items) {
        let message = if gap.answer == SafetyAnswer::NotNeeded { NOT_ALL_NEEDLESS } else { NOT_ANSWERED };
        checks.fail_with(format!("items.{}", gap.topic), message, vec![("point", gap.label)]);
    }
    if officers.iter().all(|one| one.phone.is_empty()) {
        checks.fail("officers", NO_OFFICER);
    }
    for (at, risk) in risks.iter().enumerate() {
        if weight(risk) >= HIGH && risk.measure.is_empty() {
            checks.fail(format!("risks[{at}].measure"), NO_MEASURE);
        }
    }
}

/// Whether anything of the event, or of one session, still lies ahead.
pub fn is_ahead(sessions: &[EventRow]) -> bool {
    let ahead = [EventStatus::Draft, EventStatus::Proposed, EventStatus::Approved];
    sessions.iter().any(|one| ahead.contains(&one.status))
}

/// What can happen to a plan in this state, whoever does it; none is there yet with `None`.
pub fn possible(status: Option<SafetyStatus>) -> Vec<SafetyAction> {
    use SafetyAction::{Approve, Draft, Edit, Return};
    match status {
        None => vec![Draft],
        Some(SafetyStatus::Requested | SafetyStatus::Returned) => vec![Draft, Edit],
        Some(SafetyStatus::Drafted) => vec![Draft, Edit, Approve, Return],
        Some(SafetyStatus::Approved) => vec![Edit],
    }
}

/// # Errors
/// 409 with what is possible now.
pub fn check_possible(status: Option<SafetyStatus>, action: SafetyAction) -> Result<()> {
    let possible = possible(status);
    if possible.contains(&action) { Ok(()) } else { Err(Error::wrong_state(&possible)) }
}

/// What this role may do with the plan of an event that it sees.
pub fn allowed_actions(role: Role, status: Option<SafetyStatus>, sessions: &[EventRow]) -> Vec<SafetyAction> {
    let may = |action: &SafetyAction| {
        let right = match action {
            SafetyAction::Draft => Action::Create,
            SafetyAction::Edit => Action::Update,
            SafetyAction::Approve | SafetyAction::Return => Action::Approve,
        };
        matrix::grant(role, Resource::SafetyPlans, right).is_some()
    };
    if is_ahead(sessions) { possible(status).into_iter().filter(may).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(of: &Situation) -> Vec<SafetyItem> {
        let item = |topic: &str, label: &String| SafetyItem {
            topic: topic.to_owned(),
            label: label.clone(),
            answer: SafetyAnswer::Ready,
            note: String::new(),
            who: String::new(),
        };
        let topics = template::topics(of);
        topics.iter().flat_map(|topic| topic.points.iter().map(|point| item(&topic.topic, point))).collect()
    }

    #[test]
    fn water_is_asked_for_only_where_there_is_some() {
        let dry = Situation::default();
        assert!(template::topics(&dry).iter().all(|topic| topic.topic != "water_rescue"));
        assert!(gaps(&dry, &answered(&dry)).is_empty());
        let wet = Situation { water: true, ..dry };
        let open = gaps(&wet, &answered(&dry));
        assert_eq!(open.len(), 4);
        assert!(open.iter().all(|gap| gap.topic == "water_rescue"));
    }

    #[test]
    fn a_required_topic_is_not_wholly_without_need() {
        let of = Situation { water: true, ..Situation::default() };
        let mut items = answered(&of);
        for item in items.iter_mut().filter(|item| item.topic == "water_rescue").skip(1) {
            item.answer = SafetyAnswer::NotNeeded;
        }
        assert!(gaps(&of, &items).is_empty());
        for item in items.iter_mut().filter(|item| item.topic == "water_rescue") {
            item.answer = SafetyAnswer::NotNeeded;
        }
        assert_eq!(gaps(&of, &items).len(), 1);
        for item in items.iter_mut().filter(|item| item.topic == "water_rescue").take(1) {
            item.answer = SafetyAnswer::Missing;
        }
        assert_eq!(gaps(&of, &items).len(), 1);
    }

    #[test]
    fn weights_have_three_levels() {
        let levels: Vec<RiskLevel> = [0, 5, 6, 14, 15, 25].into_iter().map(level).collect();
        use RiskLevel::{High, Low, Medium};
        assert_eq!(levels, [Low, Low, Medium, Medium, High, High]);
    }
}
