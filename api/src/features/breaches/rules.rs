//! The clock of a violation, and what may happen to it. Pure.

use chrono::TimeDelta;

use super::model::{BreachAction, BreachClock, BreachClockState, BreachHarm, BreachRow, BreachStatus};
use crate::access::{Action, Resource, Role, ScopeKind, matrix};
use crate::db::types::Instant;
use crate::error::{Error, Message, Result};

pub const IN_FUTURE: Message = Message::new(
    "in_future",
    "Thời điểm này chưa đến. Hãy nhập lúc việc đã xảy ra.",
    "That moment has not come yet. Enter when it happened.",
);
pub const BEFORE_DISCOVERY: Message = Message::new(
    "before_discovery",
    "Thời điểm này trước lúc phát hiện vi phạm.",
    "That moment lies before the violation was discovered.",
);
pub const LATE_REASON: Message = Message::new(
    "late_reason",
    "Thông báo sau thời hạn phải nêu lý do chậm (Luật Bảo vệ dữ liệu cá nhân, Điều 23).",
    "A notice after its time needs the reason why it is late (Law on Personal Data Protection, art. 23).",
);
pub const LEADER_DECIDES: Message = Message::new(
    "leader_decides",
    "Chỉ lãnh đạo UBND được kết luận là không gây hại, vì kết luận này dừng thời hạn thông báo.",
    "Only the ward's leader may find that no harm is likely: that stops the clock.",
);
pub const CLOCK_FIXED: Message = Message::new(
    "clock_fixed",
    "Đã thông báo cho cơ quan chức năng nên không sửa lúc phát hiện được nữa.",
    "The authority was told: the moment of discovery cannot be changed any more.",
);

/// The last step at which people are told: the time is over.
pub const OVERDUE: i32 = 3;

/// How far a phone's clock may run ahead of the server's: "just now" is not the future.
const AHEAD: TimeDelta = TimeDelta::minutes(10);

/// 72 hours of clock time after somebody of the ward learned of it (Law 91/2025/QH15, art. 23), by the ward's setting.
pub fn due_at(discovered_at: Instant, hours: i64) -> Instant {
    discovered_at.plus(TimeDelta::hours(hours))
}

/// A moment that has come; "just now" of a phone that is a little ahead is now. `None` for the future.
pub fn past(at: Instant, now: Instant) -> Option<Instant> {
    if at > now.plus(AHEAD) { None } else { Some(at.min(now)) }
}

/// From when the time counts as nearly over: after 60 of 72 hours.
fn soon(starts_at: Instant, due_at: Instant) -> Instant {
    starts_at.plus((due_at.utc() - starts_at.utc()) * 5 / 6)
}

/// The step at which people are told of a clock that runs: after 24 of 72 hours (1), after 60 (2), when it is over (3).
pub fn step(starts_at: Instant, due_at: Instant, now: Instant) -> i32 {
    let third = (due_at.utc() - starts_at.utc()) / 3;
    if now > due_at {
        OVERDUE
    } else if now >= soon(starts_at, due_at) {
        2
    } else {
        i32::from(now >= starts_at.plus(third))
    }
}

/// The clock as it is shown.
pub fn clock(row: &BreachRow, now: Instant) -> BreachClock {
    let state = match (row.notified_at, row.clock_stopped_at) {
        (Some(told), _) if told > row.due_at => BreachClockState::MetLate,
        (Some(_), _) => BreachClockState::Met,
        (None, Some(_)) => BreachClockState::NotNeeded,
        (None, None) if now > row.due_at => BreachClockState::Late,
        (None, None) if now >= soon(row.discovered_at, row.due_at) => BreachClockState::Soon,
        (None, None) => BreachClockState::Running,
    };
    let left = (row.due_at.utc() - now.utc()).num_seconds().div_euclid(3600);
    BreachClock {
        state,
        starts_at: row.discovered_at,
        due_at: row.due_at,
        hours_left: row.clock_stopped_at.is_none().then_some(left),
    }
}

/// What is possible in a state, whoever does it.
pub fn possible(row: &BreachRow) -> Vec<BreachAction> {
    use BreachAction::{AddMeasure, Assess, Close, Edit, Notify, Reopen, TellPeople};
    match (row.status, row.harm) {
        (BreachStatus::Open, _) => vec![Edit, Assess, AddMeasure, TellPeople],
        (BreachStatus::Assessed, Some(BreachHarm::NoneLikely)) => vec![Edit, Assess, AddMeasure, TellPeople, Close],
        (BreachStatus::Assessed, _) => vec![Edit, Assess, Notify, AddMeasure, TellPeople],
        // A number that was mistyped is told again.
        (BreachStatus::Notified, _) => vec![Edit, Notify, AddMeasure, TellPeople, Close],
        (BreachStatus::Closed, _) => vec![Reopen],
    }
}

/// # Errors
/// 409 with what is possible now.
pub fn check(row: &BreachRow, action: BreachAction) -> Result<()> {
    let possible = possible(row);
    if possible.contains(&action) { Ok(()) } else { Err(Error::wrong_state(&possible)) }
}

/// Where a closed one stands when it is opened again.
pub fn reopened(row: &BreachRow) -> BreachStatus {
    match (row.notified_at, row.harm) {
        (Some(_), _) => BreachStatus::Notified,
        (None, Some(_)) => BreachStatus::Assessed,
        (None, None) => BreachStatus::Open,
    }
}

/// Whether this role works on the ward's violations, rather than having reported one.
pub fn is_desk(role: Role) -> bool {
    matrix::grant(role, Resource::Breaches, Action::Read) == Some(ScopeKind::Ward)
}

/// Whether this role finds one harmless, and closes it.
pub fn decides(role: Role) -> bool {
    matrix::grant(role, Resource::Breaches, Action::Approve).is_some()
}

/// What this role may do with it now.
pub fn allowed_actions(role: Role, row: &BreachRow) -> Vec<BreachAction> {
    let may = |action: &BreachAction| match action {
        BreachAction::Close | BreachAction::Reopen => decides(role),
        _ => matrix::grant(role, Resource::Breaches, Action::Update).is_some(),
    };
    possible(row).into_iter().filter(may).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::types::{Id, Json};
    use crate::features::breaches::model::BreachKind;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    fn row() -> BreachRow {
        let at = at("2024-06-03T01:00:00Z");
        let id = Id::new(at);
        BreachRow {
            id: id.clone(),
            ward_id: id,
            code: "VP-2024-0001".to_owned(),
            year: 2024,
            number: 1,
            discovered_at: at,
            due_at: due_at(at, 72),
            kind: BreachKind::LostDevice,
            status: BreachStatus::Open,
            data_kinds: Json::new(Vec::new()),
            people_count: None,
            children_touched: None,
            harm: None,
            content: String::new(),
            reported_by_id: None,
            assessed_by_id: None,
            assessed_at: None,
            notified_by_id: None,
            notified_at: None,
            people_told_by_id: None,
            people_told_at: None,
            closed_by_id: None,
            closed_at: None,
            clock_stopped_at: None,
            told_step: 0,
            created_at: at,
            updated_at: at,
            version: 1,
        }
    }

    #[test]
    fn seventy_two_hours_are_clock_time() {
        let row = row();
        // From Monday morning to Thursday morning, whatever day is off between.
        assert_eq!(row.due_at, at("2024-06-06T01:00:00Z"));
        let step = |now| step(row.discovered_at, row.due_at, at(now));
        assert_eq!(step("2024-06-04T00:59:59Z"), 0);
        assert_eq!(step("2024-06-04T01:00:00Z"), 1);
        assert_eq!(step("2024-06-05T12:59:59Z"), 1);
        assert_eq!(step("2024-06-05T13:00:00Z"), 2);
        assert_eq!(step("2024-06-06T01:00:00Z"), 2);
        assert_eq!(step("2024-06-06T01:00:01Z"), OVERDUE);
        assert_eq!(step("2025-06-06T01:00:01Z"), OVERDUE);
    }

    #[test]
    fn the_clock_runs_until_somebody_was_told_or_no_harm_is_likely() {
        let mut row = row();
        let shown = |row: &BreachRow, now| {
            let clock = clock(row, at(now));
            (clock.state, clock.hours_left)
        };
        assert_eq!(shown(&row, "2024-06-04T07:00:00Z"), (BreachClockState::Running, Some(42)));
        assert_eq!(shown(&row, "2024-06-05T13:30:00Z"), (BreachClockState::Soon, Some(11)));
        assert_eq!(shown(&row, "2024-06-06T01:30:00Z"), (BreachClockState::Late, Some(-1)));
        row.harm = Some(BreachHarm::NoneLikely);
        row.clock_stopped_at = Some(at("2024-06-04T07:00:00Z"));
        assert_eq!(shown(&row, "2024-06-07T01:00:00Z"), (BreachClockState::NotNeeded, None));
        row.notified_at = row.clock_stopped_at;
        assert_eq!(shown(&row, "2024-06-07T01:00:00Z"), (BreachClockState::Met, None));
        row.notified_at = Some(at("2024-06-06T01:00:01Z"));
        assert_eq!(shown(&row, "2024-06-07T01:00:00Z"), (BreachClockState::MetLate, None));
    }

    #[test]
    fn what_may_harm_is_told_before_it_is_closed() {
        use BreachAction::{Assess, Close, Edit, Notify, Reopen};
        let mut row = row();
        let open = |row: &BreachRow, action| check(row, action).is_ok();
        assert!(open(&row, Assess) && !open(&row, Notify) && !open(&row, Close));
        row.status = BreachStatus::Assessed;
        row.harm = Some(BreachHarm::MayHarm);
        assert!(open(&row, Notify) && open(&row, Assess) && !open(&row, Close));
        row.harm = Some(BreachHarm::NoneLikely);
        assert!(open(&row, Close) && open(&row, Assess) && !open(&row, Notify));
        row.status = BreachStatus::Notified;
        assert!(open(&row, Close) && !open(&row, Assess));
        row.status = BreachStatus::Closed;
        assert_eq!(possible(&row), [Reopen]);
        assert!(!open(&row, Edit));
    }

    #[test]
    fn one_opened_again_stands_where_it_was() {
        let mut row = row();
        assert_eq!(reopened(&row), BreachStatus::Open);
        row.harm = Some(BreachHarm::NoneLikely);
        assert_eq!(reopened(&row), BreachStatus::Assessed);
        row.notified_at = Some(row.due_at);
        assert_eq!(reopened(&row), BreachStatus::Notified);
    }

    #[test]
    fn the_leader_closes_and_others_work_on_it() {
        let mut row = row();
        row.status = BreachStatus::Notified;
        assert!(allowed_actions(Role::Leader, &row).contains(&BreachAction::Close));
        for role in [Role::Admin, Role::SocialOfficer] {
            let may = allowed_actions(role, &row);
            assert!(may.contains(&BreachAction::Edit) && !may.contains(&BreachAction::Close), "{role}");
        }
        assert!(allowed_actions(Role::School, &row).is_empty());
        assert!(is_desk(Role::Admin) && !is_desk(Role::Police) && !is_desk(Role::Superior));
    }

    #[test]
    fn a_phone_that_is_a_little_ahead_means_now() {
        let now = at("2024-06-03T01:00:00Z");
        assert_eq!(past(at("2024-06-03T01:05:00Z"), now), Some(now));
        assert_eq!(past(at("2024-06-03T01:11:00Z"), now), None);
        assert_eq!(past(at("2024-06-02T01:00:00Z"), now), Some(at("2024-06-02T01:00:00Z")));
    }
}
