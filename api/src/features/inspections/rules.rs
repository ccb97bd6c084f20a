//! What may happen to an inspection and its recommendations, and who may do it. Pure.

use chrono::{NaiveDate, NaiveTime};

use super::model::{
    InspectionAction, InspectionMember, InspectionRow, InspectionStatus, InspectionTopic, TopicAnswer, VisitRow,
};
use super::recommendation_model::{RecommendationAction, RecommendationRow, RecommendationStatus};
use crate::access::{Action, Actor, Resource, Scope, ScopeKind, matrix};
use crate::error::{Error, Message, Result};
use crate::input::{Checks, DUPLICATE, TOO_MANY, UNKNOWN_ID};

pub const TITLE_MAX: usize = 300;
pub const TEXT_MAX: usize = 8000;
pub const RECOMMENDATION_MAX: usize = 2000;
pub const UNITS_MAX: usize = 100;
const MEMBERS_MAX: usize = 30;
const TOPICS_MAX: usize = 40;
/// An inspection of the year is the longest.
const DAYS_MAX: i64 = 366;

pub const NOTHING_VISITED: Message = Message::new(
    "nothing_visited",
    "Chưa có buổi làm việc nào được ghi ngày nên chưa kết thúc được. Hãy ghi kết quả ít nhất một đơn vị, hoặc hủy cuộc này.",
    "No visit has a day yet, so it cannot be ended. Write down at least one visit, or call it off.",
);
pub const HAS_RECOMMENDATIONS: Message = Message::new(
    "has_recommendations",
    "Cuộc này đã có kiến nghị nên không hủy được. Hãy rút các kiến nghị trước, hoặc kết thúc cuộc kiểm tra.",
    "Recommendations were made already, so it cannot be called off. Withdraw them first, or end it.",
);
pub const WAS_VISITED: Message = Message::new(
    "was_visited",
    "Đơn vị này đã có kết quả hoặc kiến nghị nên không bỏ ra được.",
    "This unit was visited, or was asked to put something right, and cannot be left out.",
);
pub const INSPECTS_ITSELF: Message = Message::new(
    "inspects_itself",
    "Đơn vị chủ trì không kiểm tra chính mình. Hãy bỏ đơn vị này ra, hoặc chọn đơn vị chủ trì khác.",
    "The unit that inspects does not inspect itself. Leave it out, or choose another one to lead.",
);
pub const NOT_INSPECTED: Message = Message::new(
    "not_inspected",
    "Đơn vị này không nằm trong các đơn vị được kiểm tra, giám sát.",
    "This unit is not among those that are inspected.",
);
pub const VERIFIES_ITSELF: Message = Message::new(
    "verifies_itself",
    "Đơn vị không tự xác nhận kiến nghị gửi cho mình. Hãy để đơn vị kiểm tra, giám sát xác nhận.",
    "A unit does not verify what was asked of itself. Leave it to those who inspected.",
);
pub const NOT_YOURS: Message = Message::new(
    "recommendation_not_yours",
    "Kiến nghị này gửi cho đơn vị khác. Chỉ đơn vị đó báo đã khắc phục.",
    "This was asked of another unit, and only that unit reports that it is put right.",
);
pub const REMINDED_TODAY: Message = Message::new(
    "reminded_today",
    "Hôm nay đã đôn đốc đơn vị này về kiến nghị này rồi.",
    "The unit was reminded of this today already.",
);
pub const IN_FUTURE: Message = Message::new(
    "visit_in_future",
    "Ngày làm việc không được sau hôm nay. Buổi chưa diễn ra thì để trống ngày.",
    "The day may not be after today. Leave it empty while the visit is still to come.",
);
pub const DUE_IN_PAST: Message = Message::new(
    "due_in_past",
    "Hạn khắc phục không được trước hôm nay.",
    "The day by which to put it right may not be before today.",
);
pub const BAD_TIME: Message = Message::new("bad_time", "Giờ viết như 08:30.", "A time is written like 08:30.");
pub const PERIOD_TOO_LONG: Message =
    Message::new("inspection_too_long", "Thời gian dài nhất là một năm.", "The period may be a year at most.");

/// The topics of the plan's III.4 and of what it refers to: the default of every checklist.
const TOPICS: [(&str, &str); 6] = [
    ("protection", "Công tác bảo vệ trẻ em; phát hiện, tiếp nhận, xử lý thông tin trẻ em có nguy cơ"),
    ("abuse", "Phòng, chống xâm hại, bạo lực trẻ em"),
    ("injury", "Phòng, chống tai nạn, thương tích trẻ em"),
    ("drowning", "Phòng, chống đuối nước trẻ em"),
    ("action_month", "Việc thực hiện Tháng hành động vì trẻ em theo kế hoạch của phường"),
    ("records", "Hồ sơ, sổ sách, chế độ báo cáo"),
];

pub fn default_topics() -> Vec<InspectionTopic> {
    TOPICS.iter().map(|(code, text)| InspectionTopic { code: (*code).to_owned(), text: (*text).to_owned() }).collect()
}

/// Where an action takes an inspection; 409 with what is possible now when it does not.
///
/// # Errors
/// 409.
pub fn next(status: InspectionStatus, action: InspectionAction) -> Result<InspectionStatus> {
    use InspectionAction::{Cancel, Edit, Finish, Recommend, Visit};
    use InspectionStatus::{Cancelled, Done, Planned};
    match (status, action) {
        (Planned, Edit | Visit) => Ok(Planned),
        (Planned | Done, Recommend) => Ok(status),
        (Planned, Finish) => Ok(Done),
        (Planned, Cancel) => Ok(Cancelled),
        _ => Err(Error::wrong_state(&possible(status))),
    }
}

fn possible(status: InspectionStatus) -> Vec<InspectionAction> {
    use InspectionAction::{Cancel, Edit, Finish, Recommend, Visit};
    match status {
        InspectionStatus::Planned => vec![Edit, Visit, Recommend, Finish, Cancel],
        InspectionStatus::Done => vec![Recommend],
        InspectionStatus::Cancelled => Vec::new(),
    }
}

/// What this person may do with it now.
pub fn allowed_actions(actor: &Actor, row: &InspectionRow) -> Vec<InspectionAction> {
    let may = |resource, action| matrix::grant(actor.role, resource, action).is_some();
    let mut actions = possible(row.status);
    actions.retain(|action| match action {
        InspectionAction::Recommend => may(Resource::Recommendations, Action::Create),
        _ => may(Resource::Inspections, Action::Update),
    });
    actions
}

/// Whoever inspects sees every visit, an inspected unit its own.
pub fn sees_visit(scope: &Scope, row: &InspectionRow, visit: &VisitRow) -> bool {
    match scope {
        Scope::Unit { unit, .. } => row.lead_unit_id == *unit || visit.unit_id == *unit,
        _ => true,
    }
}

/// Where an action takes a recommendation.
///
/// # Errors
/// 409.
pub fn next_of(status: RecommendationStatus, action: RecommendationAction) -> Result<RecommendationStatus> {
    use RecommendationAction::{Edit, Fix, Remind, Return, Verify, Withdraw};
    use RecommendationStatus::{Fixed, Open, Verified, Withdrawn};
    match (status, action) {
        (Open, Edit | Remind) => Ok(Open),
        (Open, Fix) => Ok(Fixed),
        (Open, Withdraw) => Ok(Withdrawn),
        (Fixed, Verify) => Ok(Verified),
        (Fixed, Return) => Ok(Open),
        _ => Err(Error::wrong_state(&possible_of(status))),
    }
}

fn possible_of(status: RecommendationStatus) -> Vec<RecommendationAction> {
    use RecommendationAction::{Edit, Fix, Remind, Return, Verify, Withdraw};
    match status {
        RecommendationStatus::Open => vec![Fix, Edit, Remind, Withdraw],
        RecommendationStatus::Fixed => vec![Verify, Return],
        RecommendationStatus::Verified | RecommendationStatus::Withdrawn => Vec::new(),
    }
}

/// The unit answers; an officer of the ward may write down what it told.
pub fn may_fix(actor: &Actor, row: &RecommendationRow) -> bool {
    match matrix::grant(actor.role, Resource::Recommendations, Action::Update) {
        Some(ScopeKind::Ward) => true,
        Some(_) => row.unit_id == actor.unit_id,
        None => false,
    }
}

/// Whoever inspects verifies, but not what was asked of their own unit.
pub fn may_verify(actor: &Actor, row: &RecommendationRow) -> bool {
    matrix::grant(actor.role, Resource::Recommendations, Action::Approve).is_some() && row.unit_id != actor.unit_id
}

pub fn allowed_actions_of(actor: &Actor, row: &RecommendationRow) -> Vec<RecommendationAction> {
    let may_approve = matrix::grant(actor.role, Resource::Recommendations, Action::Approve).is_some();
    let mut actions = possible_of(row.status);
    actions.retain(|action| match action {
        RecommendationAction::Fix => may_fix(actor, row),
        RecommendationAction::Verify | RecommendationAction::Return => may_verify(actor, row),
        _ => may_approve,
    });
    actions
}

/// Open after its day.
pub fn is_late(row: &RecommendationRow, today: NaiveDate) -> bool {
    row.status == RecommendationStatus::Open && row.due_on < today
}

/// How far the reminders of an open recommendation should have come: 0 nothing, 1 due soon, 2 late.
pub fn step(due_on: NaiveDate, today: NaiveDate, due_soon_days: i64) -> i32 {
    match (due_on - today).num_days() {
        days if days < 0 => 2,
        days if days <= due_soon_days => 1,
        _ => 0,
    }
}

pub fn check_period(checks: &mut Checks, from: NaiveDate, to: NaiveDate) {
    checks.day("starts_on", from);
    checks.day("ends_on", to);
    checks.period("ends_on", from, to);
    if (to - from).num_days() > DAYS_MAX {
        checks.fail("ends_on", PERIOD_TOO_LONG);
    }
}

pub fn check_members(checks: &mut Checks, field: &str, members: &[InspectionMember]) -> Vec<InspectionMember> {
    if members.len() > MEMBERS_MAX {
        checks.fail_with(field, TOO_MANY, vec![("max", MEMBERS_MAX.to_string())]);
    }
    let check = |(at, one): (usize, &InspectionMember)| InspectionMember {
        name: checks.line(&format!("{field}[{at}].name"), &one.name, 150),
        position: checks
            .optional_line(&format!("{field}[{at}].position"), Some(&one.position), 200)
            .unwrap_or_default(),
    };
    members.iter().take(MEMBERS_MAX).enumerate().map(check).collect()
}

/// The checklist: a new line gets a code that no line of it has had.
pub fn check_topics(checks: &mut Checks, topics: &[InspectionTopic]) -> Vec<InspectionTopic> {
    if topics.len() > TOPICS_MAX {
        checks.fail_with("topics", TOO_MANY, vec![("max", TOPICS_MAX.to_string())]);
    }
    let mut checked: Vec<InspectionTopic> = Vec::new();
    let is_taken =
        |code: &str, checked: &[InspectionTopic]| checked.iter().chain(topics).any(|other| other.code == code);
    for (at, one) in topics.iter().take(TOPICS_MAX).enumerate() {
        let text = checks.line(&format!("topics[{at}].text"), &one.text, 500);
        let mut code = checks.optional_line(&format!("topics[{at}].code"), Some(&one.code), 40).unwrap_or_default();
        if code.is_empty() {
            let free = (1..=TOPICS_MAX * 2).map(|number| format!("x{number}")).find(|code| !is_taken(code, &checked));
            code = free.unwrap_or_default();
        } else if checked.iter().any(|earlier| earlier.code == code) {
            checks.fail(format!("topics[{at}].code"), DUPLICATE);
        }
        checked.push(InspectionTopic { code, text });
    }
    checked
}

/// Answers to lines of the checklist, in its order.
pub fn check_answers(checks: &mut Checks, topics: &[InspectionTopic], answers: &[TopicAnswer]) -> Vec<TopicAnswer> {
    let mut checked: Vec<(usize, TopicAnswer)> = Vec::new();
    for (at, one) in answers.iter().take(TOPICS_MAX).enumerate() {
        let note = checks.lines(&format!("answers[{at}].note"), &one.note, 1000);
        let Some(place) = topics.iter().position(|topic| topic.code == one.code) else {
            checks.fail(format!("answers[{at}].code"), UNKNOWN_ID);
            continue;
        };
        if checked.iter().any(|(known, _)| *known == place) {
            checks.fail(format!("answers[{at}].code"), DUPLICATE);
        }
        checked.push((place, TopicAnswer { note, ..one.clone() }));
    }
    checked.sort_by_key(|(place, _)| *place);
    checked.into_iter().map(|(_, answer)| answer).collect()
}

/// "8:5" is no time, "08:05" is.
pub fn check_time(checks: &mut Checks, field: &str, time: Option<&str>) -> Option<String> {
    let time = checks.optional_line(field, time, 20)?;
    if time.len() != 5 || NaiveTime::parse_from_str(&time, "%H:%M").is_err() {
        checks.fail(field, BAD_TIME);
    }
    Some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_says_what_is_possible() {
        for status in InspectionStatus::ALL {
            for action in InspectionAction::ALL {
                assert_eq!(next(*status, *action).is_ok(), possible(*status).contains(action), "{status} {action}");
            }
        }
        for status in RecommendationStatus::ALL {
            for action in RecommendationAction::ALL {
                assert_eq!(
                    next_of(*status, *action).is_ok(),
                    possible_of(*status).contains(action),
                    "{status} {action}"
                );
            }
        }
    }

    #[test]
    fn people_are_told_before_and_after_the_day() {
        let day = |day| NaiveDate::from_ymd_opt(2024, 6, day).expect("a day");
        for (today, expected) in [(6, 0), (7, 1), (10, 1), (11, 2)] {
            assert_eq!(step(day(10), day(today), 3), expected, "{today}");
        }
    }

    #[test]
    fn a_new_line_of_the_checklist_gets_a_code_of_its_own() {
        let topic = |code: &str| InspectionTopic { code: code.to_owned(), text: "Hồ sơ".to_owned() };
        let mut checks = Checks::new();
        let checked = check_topics(&mut checks, &[topic(""), topic("x1"), topic("")]);
        let codes: Vec<&str> = checked.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes, ["x2", "x1", "x3"]);
        assert!(checks.finish().is_ok());
        let mut checks = Checks::new();
        check_topics(&mut checks, &[topic("a"), topic("a")]);
        assert!(checks.finish().is_err());
    }

    #[test]
    fn answers_stand_in_the_order_of_the_checklist() {
        use super::super::model::TopicResult;
        let answer = |code: &str| TopicAnswer { code: code.to_owned(), result: TopicResult::Met, note: String::new() };
        let topics = default_topics();
        let mut checks = Checks::new();
        let sorted = check_answers(&mut checks, &topics, &[answer("records"), answer("abuse")]);
        assert_eq!(sorted.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["abuse", "records"]);
        assert!(checks.finish().is_ok());
        for wrong in [vec![answer("x")], vec![answer("abuse"), answer("abuse")]] {
            let mut checks = Checks::new();
            check_answers(&mut checks, &topics, &wrong);
            assert!(checks.finish().is_err());
        }
    }
}
