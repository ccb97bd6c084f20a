//! Decisions about taking part, pure: places, consent, adults.

use chrono::{Datelike, NaiveDate};

use super::model::{EventConsent, EventOpinionRow, ToAsk};
use crate::calendar;
use crate::db::types::Instant;
use crate::error::{Error, Message, Result};
use crate::features::children::roster::Pupil;
use crate::features::events::model::{EventKind, EventRow, EventStatus};
use crate::features::events::rules::SAFETY_PLAN_MISSING;
use crate::features::summer::rules::must_be_asked;
use crate::features::summer::session_model::SummerConsent;
use crate::setup::{ChildrenPerAdult, EventTerms};

pub const REGISTRATION_CLOSED: Message = Message::new(
    "registration_closed",
    "Sự kiện đã kết thúc hoặc không còn nhận đăng ký.",
    "The event is over or takes no registrations any more.",
);
pub const OVER_EXPECTED: Message = Message::new(
    "over_expected",
    "Sự kiện dự kiến {expected} trẻ, còn {left} chỗ. Hãy tăng số trẻ dự kiến của sự kiện (sự kiện đã duyệt sẽ phải duyệt \
     lại), hoặc đăng ký ít hơn.",
    "The event expects {expected} children, {left} places are left. Raise the expected number (an approved event must \
     then be approved again), or register fewer.",
);
pub const NOT_APPROVED: Message = Message::new(
    "not_approved",
    "Sự kiện chưa được duyệt hoặc đã hủy nên chưa điểm danh được. Lượt ghi trên máy vẫn còn.",
    "The event is not approved, or cancelled: nobody can be checked in. What the phone noted is not lost.",
);
pub const NO_CHILDREN: Message = Message::new(
    "no_children",
    "Không có trẻ nào thuộc phạm vi của anh/chị trong lựa chọn này.",
    "There is no child within your scope in this choice.",
);
pub const CHILD_OUTSIDE: Message = Message::new(
    "child_outside",
    "Trẻ này không thuộc phạm vi của anh/chị hoặc không còn theo dõi. Hãy bỏ ra khỏi danh sách.",
    "This child is not within your scope, or not followed any more. Take it off the list.",
);
pub const BELOW_REGISTERED: Message = Message::new(
    "below_registered",
    "Đã có {registered} trẻ đăng ký. Hãy cho trẻ rút trước, hoặc giữ ít nhất số này.",
    "{registered} children are registered. Let some withdraw first, or keep this number at least.",
);

/// # Errors
/// 409 for an event that is over, held or cancelled.
pub fn check_open(event: &EventRow, now: Instant) -> Result<()> {
    if is_open(event, now) { Ok(()) } else { Err(Error::conflict(REGISTRATION_CLOSED)) }
}

pub fn is_open(event: &EventRow, now: Instant) -> bool {
    let is_coming = matches!(event.status, EventStatus::Draft | EventStatus::Proposed | EventStatus::Approved);
    is_coming && now < event.ends_at
}

/// Marks that a phone kept arrive late, too: after the event was held, even reported.
pub fn takes_marks(status: EventStatus) -> bool {
    matches!(status, EventStatus::Approved | EventStatus::Held | EventStatus::Reported)
}

/// How many children can be registered, and who waits beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// The event's own capacity: whoever comes later waits.
    pub capacity: Option<i32>,
    /// What no registration may pass: the number that is approved.
    pub expected: i32,
    /// Without an approved safety plan that fits: below the ward's threshold, with the adults.
    pub without_plan: Option<i32>,
}

/// The places of an event; `has_plan` says that an approved safety plan fits it as it stands.
pub fn places(event: &EventRow, terms: &EventTerms, has_plan: bool) -> Places {
    let below = terms.safety_threshold.saturating_sub(1).saturating_sub(event.expected_adults).max(0);
    Places {
        capacity: event.details.capacity,
        expected: event.expected_children,
        without_plan: (!has_plan).then_some(below),
    }
}

impl Places {
    fn limit(self) -> i32 {
        self.expected.min(self.without_plan.unwrap_or(i32::MAX))
    }

    /// How many of those who wait may move up.
    pub fn free(self, registered: i32) -> i32 {
        self.limit().min(self.capacity.unwrap_or(i32::MAX)).saturating_sub(registered).max(0)
    }

    /// How many of `more` children get a place now; the others wait.
    ///
    /// # Errors
    /// 409 when those with a place would be more than the event was approved for, or a crowd without a safety plan.
    pub fn take(self, registered: i32, more: i32) -> Result<i32> {
        let by_capacity = self.capacity.map_or(more, |capacity| capacity.saturating_sub(registered).clamp(0, more));
        let after = registered.saturating_add(by_capacity);
        if after > self.expected {
            let left = self.expected.saturating_sub(registered).max(0);
            let error = Error::conflict(OVER_EXPECTED).with("expected", self.expected).with("left", left);
            return Err(error.extra("expected", self.expected).extra("left", left));
        }
        if by_capacity > 0 && self.without_plan.is_some_and(|most| after > most) {
            return Err(Error::conflict(SAFETY_PLAN_MISSING));
        }
        Ok(by_capacity)
    }
}

/// The day on which a child's age counts.
pub fn day_of(event: &EventRow) -> NaiveDate {
    calendar::ward_today(event.starts_at.utc())
}

/// Whether a child may take part, and who must still be asked (Circular 27/2022, art. 3: from seven on the child, too).
pub fn consent(child: &Pupil, said: Option<&EventOpinionRow>, day: NaiveDate) -> (EventConsent, Vec<ToAsk>) {
    let declines = |one: SummerConsent| one == SummerConsent::Declines;
    if said.is_some_and(|said| declines(said.parents) || said.child_says.is_some_and(declines)) {
        return (EventConsent::Declined, Vec::new());
    }
    let mut ask = Vec::new();
    if said.is_none() {
        ask.push(ToAsk::Parents);
    }
    if must_be_asked(child, day) && said.and_then(|said| said.child_says).is_none() {
        ask.push(ToAsk::Child);
    }
    (if ask.is_empty() { EventConsent::Agreed } else { EventConsent::Missing }, ask)
}

/// Adults for children of these dates of birth.
pub fn adults_needed(event: &EventRow, per: &ChildrenPerAdult, born: impl Iterator<Item = NaiveDate>) -> i64 {
    let day = day_of(event);
    let (mut small, mut middle, mut big) = (0_i64, 0_i64, 0_i64);
    for date in born {
        let had_birthday = (day.month(), day.day()) >= (date.month(), date.day());
        match day.year() - date.year() - i32::from(!had_birthday) {
            ..6 => small += 1,
            6..11 => middle += 1,
            _ => big += 1,
        }
    }
    let share = |children: i64, each: i32| children.div_euclid(i64::from(each.max(1))) + rest(children, each);
    let by_age = share(small, per.under_6) + share(middle, per.from_6_to_10) + share(big, per.from_11);
    let is_by_water = event.conditions.near_water || event.kind == EventKind::SwimmingClass;
    if is_by_water { by_age.max(share(small + middle + big, per.by_water)) } else { by_age }
}

fn rest(children: i64, each: i32) -> i64 {
    i64::from(children % i64::from(each.max(1)) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: Places = Places { capacity: None, expected: 60, without_plan: Some(79) };

    #[test]
    fn nobody_waits_without_a_capacity_and_nobody_passes_the_approved_number() {
        assert_eq!(OPEN.take(50, 10).unwrap(), 10);
        assert!(OPEN.take(50, 11).is_err());
        let small = Places { capacity: Some(55), ..OPEN };
        assert_eq!(small.take(50, 100).unwrap(), 5);
        assert_eq!(small.take(55, 3).unwrap(), 0);
        assert_eq!(small.free(54), 1);
        assert_eq!(small.free(60), 0);
    }

    #[test]
    fn a_crowd_needs_its_plan() {
        let crowd = Places { expected: 300, ..OPEN };
        assert_eq!(crowd.take(0, 79).unwrap(), 79);
        assert!(crowd.take(0, 80).is_err());
        assert_eq!(Places { without_plan: None, ..crowd }.take(0, 300).unwrap(), 300);
        assert_eq!(crowd.free(79), 0);
    }
}
