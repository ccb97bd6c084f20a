//! Decisions about events, pure: states, what needs a safety plan, what takes an approval back.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike};

use super::bodies::{EventRepeat, RepeatEvery};
use super::model::{EventAction, EventConditions, EventKind, EventRow, EventStatus, SafetyReason};
use super::safety::model::Covered;
use crate::access::{Action, Caller, Resource, ScopeKind};
use crate::calendar;
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::setup::EventTerms;

pub const ENDS_BEFORE: Message =
    Message::new("ends_before", "Giờ kết thúc phải sau giờ bắt đầu.", "The end must lie after the beginning.");
pub const TOO_LONG: Message = Message::new(
    "too_long_event",
    "Một sự kiện kéo dài tối đa 14 ngày. Hãy lập nhiều buổi lặp lại.",
    "An event lasts 14 days at most. Make repeated sessions instead.",
);
pub const NO_SESSIONS: Message = Message::new(
    "no_sessions",
    "Không có buổi nào trong khoảng này. Hãy chọn ngày cuối muộn hơn hoặc thứ khác.",
    "There is no session in this time. Choose a later last day or other weekdays.",
);
pub const TOO_MANY_SESSIONS: Message = Message::new(
    "too_many_sessions",
    "Quá {max} buổi. Hãy chọn ngày cuối sớm hơn.",
    "More than {max} sessions. Choose an earlier last day.",
);
pub const SAFETY_PLAN_MISSING: Message = Message::new(
    "safety_plan_missing",
    "Sự kiện này bắt buộc có phương án bảo đảm an toàn được Công an phường duyệt, đúng với quy mô, địa điểm và thời gian \
     hiện tại. Hãy lập phương án và chờ duyệt.",
    "This event must have a safety plan that the police approved for its present size, place and time. Draft one and \
     wait for the approval.",
);
pub const NOT_YET: Message = Message::new(
    "not_yet",
    "Sự kiện chưa diễn ra nên chưa ghi nhận kết quả được.",
    "The event has not begun yet: there is no result to record.",
);
pub const ALREADY_BEGUN: Message = Message::new(
    "already_begun",
    "Sự kiện đã bắt đầu nên không đổi thời gian, địa điểm được nữa.",
    "The event has begun: its time and place cannot change any more.",
);

/// Sessions of one series.
pub const SESSIONS_MAX: usize = 60;
/// The longest event.
const LONGEST: TimeDelta = TimeDelta::days(14);

/// Where an action takes an event; 409 with what is possible now when it does not.
///
/// # Errors
/// 409.
pub fn next(status: EventStatus, action: EventAction) -> Result<EventStatus> {
    use EventStatus::{Approved, Cancelled, Draft, Held, Proposed, Reported};
    match (status, action) {
        (Draft | Proposed | Approved, EventAction::Edit) => Ok(status),
        (Draft, EventAction::Propose) => Ok(Proposed),
        (Proposed, EventAction::Approve) => Ok(Approved),
        (Proposed, EventAction::Return) => Ok(Draft),
        (Approved, EventAction::Hold) => Ok(Held),
        (Held, EventAction::Report) => Ok(Reported),
        (Draft | Proposed | Approved, EventAction::Cancel) => Ok(Cancelled),
        _ => Err(Error::wrong_state(&possible(status))),
    }
}

/// What can happen to an event in this state, whoever does it.
pub fn possible(status: EventStatus) -> Vec<EventAction> {
    use EventAction::{Approve, Cancel, Edit, Hold, Propose, Report, Return};
    match status {
        EventStatus::Draft => vec![Edit, Propose, Cancel],
        EventStatus::Proposed => vec![Edit, Approve, Return, Cancel],
        EventStatus::Approved => vec![Edit, Hold, Cancel],
        EventStatus::Held => vec![Report],
        EventStatus::Reported | EventStatus::Cancelled => Vec::new(),
    }
}

/// What the caller may do with the event now: the buttons that the browser shows.
pub fn allowed_actions(caller: &Caller, event: &EventRow, joining: &[Id]) -> Vec<EventAction> {
    let may_approve = caller.grant(Resource::Events, Action::Approve).is_some();
    let may_update = may_update(caller, event, joining);
    let may = |action: &EventAction| match action {
        EventAction::Approve | EventAction::Return => may_approve,
        _ => may_update,
    };
    possible(event.status).into_iter().filter(may).collect()
}

/// Whether the caller organises the event: may change it.
pub fn may_update(caller: &Caller, event: &EventRow, joining: &[Id]) -> bool {
    match caller.grant(Resource::Events, Action::Update) {
        Some(ScopeKind::Ward) => true,
        Some(_) => caller.unit().is_some_and(|unit| is_of_unit(event, joining, unit)),
        None => false,
    }
}

/// Whether a unit leads the event, takes part in it or made it.
pub fn is_of_unit(event: &EventRow, joining: &[Id], unit: &Id) -> bool {
    event.lead_unit_id == *unit || event.created_unit_id.as_ref() == Some(unit) || joining.contains(unit)
}

/// Why this many people at this place and hour need a safety plan; none where it is not needed.
pub fn safety_reasons(
    terms: &EventTerms,
    kind: EventKind,
    conditions: EventConditions,
    people: i32,
    starts_at: Instant,
    ends_at: Instant,
) -> Vec<SafetyReason> {
    let reasons = [
        (SafetyReason::Crowd, people >= terms.safety_threshold),
        (SafetyReason::Water, terms.safety_by_water && (conditions.near_water || kind == EventKind::SwimmingClass)),
        (SafetyReason::Night, terms.safety_at_night && is_at_night(terms, starts_at, ends_at)),
        (SafetyReason::Road, terms.safety_on_road && conditions.on_road),
        (SafetyReason::Fire, terms.safety_with_fire && conditions.with_fire),
    ];
    reasons.into_iter().filter(|(_, holds)| *holds).map(|(reason, _)| reason).collect()
}

/// Whether an event must have a safety plan.
pub fn needs_safety_plan(terms: &EventTerms, event: &EventRow) -> bool {
    !reasons_of(terms, event).is_empty()
}

/// Why an event must have a safety plan.
pub fn reasons_of(terms: &EventTerms, event: &EventRow) -> Vec<SafetyReason> {
    // More may have come than were expected.
    let came = event.actual_children.unwrap_or(0).saturating_add(event.actual_adults.unwrap_or(0));
    let most = people(event).max(came);
    safety_reasons(terms, event.kind, *event.conditions, most, event.starts_at, event.ends_at)
}

/// Whether any minute of it lies between the ward's evening hour and five in the morning.
pub fn is_at_night(terms: &EventTerms, starts_at: Instant, ends_at: Instant) -> bool {
    let dark = |at: Instant| !(5..terms.night_from_hour).contains(&calendar::ward_hour(at.utc()));
    let last_moment = Instant::new(ends_at.utc() - TimeDelta::milliseconds(1));
    dark(starts_at) || dark(last_moment) || ends_at.utc() - starts_at.utc() >= TimeDelta::hours(19)
}

/// Checks the hours; the field is the end's, since people mend that.
pub fn check_times(checks: &mut crate::input::Checks, starts_at: Instant, ends_at: Instant) {
    checks.day("starts_at", calendar::ward_today(starts_at.utc()));
    if ends_at <= starts_at {
        checks.fail("ends_at", ENDS_BEFORE);
    } else if ends_at.utc() - starts_at.utc() > LONGEST {
        checks.fail("ends_at", TOO_LONG);
    }
}

/// What of an event a safety plan is approved for.
pub fn covered(event: &EventRow, terms: &EventTerms) -> Covered {
    let is_single = event.series_id.is_none();
    Covered {
        place: event.place.clone(),
        people: people(event),
        conditions: conditions_of(event),
        at_night: is_at_night(terms, event.starts_at, event.ends_at),
        starts_at: is_single.then_some(event.starts_at),
        ends_at: is_single.then_some(event.ends_at),
    }
}

/// A swimming class is in the water whatever was ticked.
fn conditions_of(event: &EventRow) -> EventConditions {
    let near_water = event.conditions.near_water || event.kind == EventKind::SwimmingClass;
    EventConditions { near_water, ..*event.conditions }
}

/// Everybody who is expected.
pub fn people(event: &EventRow) -> i32 {
    event.expected_children.saturating_add(event.expected_adults)
}

/// Whether what was approved still fits: not bigger, not elsewhere, not more dangerous, not at another time.
pub fn covers(covered: &Covered, event: &EventRow, terms: &EventTerms) -> bool {
    let now = self::covered(event, terms);
    let same_time = |then: Option<Instant>, at: Instant| then.is_none_or(|then| then == at);
    covered.place == now.place
        && now.people <= covered.people
        && !grows(covered.at_night, now.at_night)
        && no_new_danger(covered.conditions, now.conditions)
        && same_time(covered.starts_at, event.starts_at)
        && same_time(covered.ends_at, event.ends_at)
}

fn no_new_danger(before: EventConditions, now: EventConditions) -> bool {
    let dangers =
        [(before.near_water, now.near_water), (before.on_road, now.on_road), (before.with_fire, now.with_fire)];
    !dangers.into_iter().any(|(before, now)| grows(before, now))
}

fn grows(before: bool, now: bool) -> bool {
    now && !before
}

/// Whether a change of an approved event must be approved anew.
pub fn asks_again(before: &EventRow, after: &EventRow, terms: &EventTerms) -> bool {
    is_moved(before, after)
        || people(after) > people(before)
        || !no_new_danger(conditions_of(before), conditions_of(after))
        || grows(
            is_at_night(terms, before.starts_at, before.ends_at),
            is_at_night(terms, after.starts_at, after.ends_at),
        )
}

/// Another place or another time: everybody concerned must hear of it.
pub fn is_moved(before: &EventRow, after: &EventRow) -> bool {
    before.place != after.place || before.starts_at != after.starts_at || before.ends_at != after.ends_at
}

/// The days of a series after its first.
///
/// # Errors
/// 422 for no session at all or too many of them.
pub fn days_of(repeat: &EventRepeat, first: NaiveDate) -> Result<Vec<NaiveDate>> {
    use chrono::Datelike;
    let own = first.weekday().number_from_monday();
    let is_chosen = |day: &NaiveDate| match repeat.every {
        RepeatEvery::Day => true,
        RepeatEvery::Week if repeat.weekdays.is_empty() => day.weekday().number_from_monday() == own,
        RepeatEvery::Week => repeat.weekdays.contains(&day.weekday().number_from_monday()),
    };
    let after = first.iter_days().skip(1).take_while(|day| *day <= repeat.until);
    let days: Vec<NaiveDate> = after.filter(is_chosen).take(SESSIONS_MAX).collect();
    if days.is_empty() {
        return Err(Error::field("repeat.until", NO_SESSIONS));
    }
    if days.len() >= SESSIONS_MAX {
        let field = crate::error::FieldError {
            field: "repeat.until".to_owned(),
            message: TOO_MANY_SESSIONS,
            values: vec![("max", SESSIONS_MAX.to_string())],
        };
        return Err(Error::fields(vec![field]));
    }
    Ok(days)
}

/// The same hour of the ward on another day.
pub fn on_day(at: Instant, first: NaiveDate, day: NaiveDate) -> Instant {
    // Vietnam has no summer time: days are all as long.
    Instant::new(at.utc() + (day - first))
}

/// The time of day in the ward, for papers.
pub fn time_of_day(at: Instant) -> NaiveTime {
    let hour = calendar::ward_hour(at.utc());
    NaiveTime::from_hms_opt(hour, at.utc().minute(), 0).unwrap_or(NaiveTime::MIN)
}
