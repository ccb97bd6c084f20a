//! What may happen to a handover, what does not fit in it, and what a summer's attendance amounts to. Pure.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::model::{Details, HandoverAction, HandoverDifferenceKind, HandoverStatus, SummerPerson, SummerRating};
use super::session_model::AttendanceState;
use crate::access::{Action, Actor, Resource, Role, matrix};
use crate::db::types::{Id, Instant};
use crate::error::{Error, Message, Result};
use crate::features::children::model::ChildStatus;
use crate::features::children::roster::Pupil;
use crate::input::Checks;

pub const NOT_YOUR_SIDE: Message = Message::new(
    "not_your_side",
    "Việc này do bên kia ký: nhà trường bàn giao và mở lại, địa phương tiếp nhận và trả về.",
    "The other side signs this: the school hands over, the neighborhood or the ward receives and returns.",
);
pub const NO_CHILDREN: Message = Message::new(
    "no_children",
    "Danh sách chưa có trẻ nào. Hãy thêm trẻ trước khi bàn giao.",
    "The list has no child yet. Add children before handing over.",
);
pub const BAD_TIME: Message =
    Message::new("bad_time", "Giờ viết theo dạng 07:30.", "A time of day is written like 07:30.");
pub const TIME_ORDER: Message =
    Message::new("time_order", "Giờ kết thúc không được trước giờ bắt đầu.", "It may not end before it begins.");
pub const NOT_OF_SCHOOL: Message = Message::new(
    "not_of_school",
    "Có trẻ không phải học sinh đang học của trường này, hoặc không thuộc phạm vi của anh/chị.",
    "Some child is no pupil of this school, or not within your scope.",
);
pub const NOT_IN_SCOPE: Message = Message::new(
    "child_unknown",
    "Có trẻ không có trong danh sách của phường hoặc không thuộc phạm vi của anh/chị.",
    "Some child is not on the ward's list, or not within your scope.",
);
pub const CANCELLED: Message = Message::new(
    "cancelled",
    "Mục này đã hủy nên không thay đổi được nữa.",
    "This was cancelled and cannot be changed any more.",
);
pub const CHILD_SEVEN: Message = Message::new(
    "child_opinion_missing",
    "Trẻ từ đủ 7 tuổi phải được hỏi ý kiến (Thông tư 27/2022, Điều 3).",
    "A child of seven or older must be asked too (Circular 27/2022, art. 3).",
);

/// Which side of a handover somebody stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    School,
    Neighborhood,
    /// The Youth Union and the social officer: the ward's steering committee.
    Ward,
    /// May look only.
    Nobody,
}

pub fn side(actor: &Actor) -> Side {
    if matrix::grant(actor.role, Resource::Summer, Action::Update).is_none() {
        return Side::Nobody;
    }
    match actor.role {
        Role::School => Side::School,
        Role::Neighborhood => Side::Neighborhood,
        _ => Side::Ward,
    }
}

/// Which sides an action belongs to. The ward's own side may prepare for a school, but never sign for it.
pub fn may(side: Side, status: HandoverStatus, action: HandoverAction) -> bool {
    use HandoverAction as Do;
    match (action, side) {
        (_, Side::Nobody) => false,
        (Do::Edit, Side::School) => status == HandoverStatus::Prepared,
        (Do::Edit, _) => true,
        (Do::EditChildren, Side::School | Side::Ward) | (Do::HandOver, Side::School) => true,
        (Do::Reopen, Side::School | Side::Ward | Side::Neighborhood) => true,
        (Do::Receive | Do::Rate | Do::Return, Side::Neighborhood | Side::Ward) => true,
        _ => false,
    }
}

/// What is possible in a state, whoever asks.
pub fn possible(status: HandoverStatus) -> Vec<HandoverAction> {
    use HandoverAction as Do;
    match status {
        HandoverStatus::Prepared => vec![Do::Edit, Do::EditChildren, Do::HandOver],
        HandoverStatus::HandedOver => vec![Do::Edit, Do::Receive, Do::Reopen],
        HandoverStatus::Received => vec![Do::Edit, Do::Rate, Do::Return],
        // The meeting that returned the children has ended when they are returned: its minutes are still written.
        HandoverStatus::Returned => vec![Do::Edit],
    }
}

/// What this person may do with it now.
pub fn allowed_actions(side: Side, status: HandoverStatus) -> Vec<HandoverAction> {
    possible(status).into_iter().filter(|action| may(side, status, *action)).collect()
}

/// # Errors
/// 403 for the other side's act, 409 in another state.
pub fn check(side: Side, status: HandoverStatus, action: HandoverAction) -> Result<()> {
    if !may(side, status, action) && possible(status).contains(&action) {
        return Err(Error::forbidden(NOT_YOUR_SIDE));
    }
    if !possible(status).contains(&action) {
        return Err(Error::wrong_state(&allowed_actions(side, status)));
    }
    Ok(())
}

/// Whether only what the minutes of the return say of their meeting differs.
pub fn is_of_return(before: &Details, after: &Details) -> bool {
    let of_return = Details {
        return_venue: after.return_venue.clone(),
        returns_on: after.returns_on,
        return_begins_at: after.return_begins_at.clone(),
        return_ends_at: after.return_ends_at.clone(),
        ..before.clone()
    };
    of_return == *after
}

/// Whoever enters grade 1 in the year of their sixth birthday has been a pupil by the next summer.
pub fn school_age_latest_birth(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year - 7, 12, 31).unwrap_or(NaiveDate::MIN)
}

/// What does not fit of a child who is in a list, by where it lives and learns now.
pub fn misfits(
    status: ChildStatus,
    (lives_in, learns_at): (Option<&Id>, Option<&Id>),
    (neighborhood, school): (&Id, &Id),
) -> Vec<HandoverDifferenceKind> {
    let mut kinds = Vec::new();
    let is_gone = matches!(status, ChildStatus::MovedOut | ChildStatus::Deceased | ChildStatus::Erased);
    if is_gone || lives_in != Some(neighborhood) {
        kinds.push(HandoverDifferenceKind::LivesElsewhere);
    }
    if learns_at != Some(school) {
        kinds.push(HandoverDifferenceKind::LeftSchool);
    }
    kinds
}

/// The address that goes into a file. Here will stand that a child in a protected case has none (law.md 7.4): there
/// are no cases yet.
pub fn address_for_files(child: &Pupil) -> Option<String> {
    Some(child.address.clone()).filter(|address| !address.is_empty())
}

/// A list this short would tell who is meant by a count.
const TOO_SHORT_TO_COUNT: usize = 10;

/// How many children of a list need attention, as minutes say it: a count, never who. In a short list only what
/// stands beside the names anyway is counted.
pub fn needing_attention(listed: usize, with_warning: usize, in_need: usize) -> usize {
    if listed < TOO_SHORT_TO_COUNT { with_warning } else { with_warning.max(in_need) }
}

/// The grade of a class: "4A" and "Lớp 4A" are 4.
pub fn grade_number(class: &str) -> Option<u8> {
    let digits: String = class.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|grade| (1..=12).contains(grade))
}

/// A rating that the attendance suggests: four of five sessions are good, three of five fair, two of five average.
pub fn propose(came: i64, held: i64) -> Option<SummerRating> {
    if held <= 0 {
        return None;
    }
    Some(match came * 100 / held {
        80.. => SummerRating::Good,
        60..=79 => SummerRating::Fair,
        40..=59 => SummerRating::Average,
        _ => SummerRating::Weak,
    })
}

/// A session counts for whoever was there or missing without leave.
pub fn counts_as(state: AttendanceState) -> (i64, i64) {
    match state {
        AttendanceState::Present | AttendanceState::Late => (1, 1),
        AttendanceState::Absent => (0, 1),
        AttendanceState::Excused => (0, 0),
    }
}

/// A phone whose clock runs ahead must not win over everybody else for ever.
pub fn honest_time(marked_at: Instant, now: Instant) -> Instant {
    if marked_at > now.plus(TimeDelta::minutes(2)) || marked_at.utc().year() < 2000 { now } else { marked_at }
}

/// Full years on a day, of whom only the year is known: as old as possible, so that nobody is left unasked.
pub fn must_be_asked(child: &Pupil, on: NaiveDate) -> bool {
    let born = child.date_of_birth;
    let had_birthday = child.birth_year_only || (on.month(), on.day()) >= (born.month(), born.day());
    on.year() - born.year() - i32::from(!had_birthday) >= 7
}

pub fn check_year(checks: &mut Checks, year: i32) -> i32 {
    checks.range("year", year, 2000, 2100)
}

/// A time of day as it is written: `07:30`.
pub fn check_time(checks: &mut Checks, field: &str, value: Option<&str>) -> Option<String> {
    let value = checks.optional_line(field, value, 5)?;
    if chrono::NaiveTime::parse_from_str(&value, "%H:%M").is_err() || value.len() != 5 {
        checks.fail(field, BAD_TIME);
    }
    Some(value)
}

pub const PEOPLE_MAX: usize = 20;

pub fn check_people(checks: &mut Checks, field: &str, people: &[SummerPerson]) -> Vec<SummerPerson> {
    if people.len() > PEOPLE_MAX {
        checks.fail_with(field, crate::input::TOO_MANY, vec![("max", PEOPLE_MAX.to_string())]);
    }
    let person = |(at, one): (usize, &SummerPerson)| SummerPerson {
        name: checks.line(&format!("{field}[{at}].name"), &one.name, 150),
        position: checks
            .optional_line(&format!("{field}[{at}].position"), Some(&one.position), 150)
            .unwrap_or_default(),
    };
    people.iter().take(PEOPLE_MAX).enumerate().map(person).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_signs_its_own() {
        use HandoverAction as Do;
        let check = |side, status, action| check(side, status, action).map_err(|error| error.status().as_u16()).err();
        assert_eq!(check(Side::School, HandoverStatus::Prepared, Do::HandOver), None);
        assert_eq!(check(Side::Ward, HandoverStatus::Prepared, Do::HandOver), Some(403));
        assert_eq!(check(Side::Neighborhood, HandoverStatus::Prepared, Do::EditChildren), Some(403));
        assert_eq!(check(Side::School, HandoverStatus::HandedOver, Do::Receive), Some(403));
        assert_eq!(check(Side::Neighborhood, HandoverStatus::HandedOver, Do::Receive), None);
        assert_eq!(check(Side::Ward, HandoverStatus::Received, Do::Reopen), Some(409));
        assert_eq!(check(Side::Neighborhood, HandoverStatus::Returned, Do::Rate), Some(409));
        assert!(allowed_actions(Side::Nobody, HandoverStatus::Prepared).is_empty());
    }

    #[test]
    fn attendance_suggests_a_rating() {
        assert_eq!(propose(0, 0), None);
        assert_eq!(propose(8, 10), Some(SummerRating::Good));
        assert_eq!(propose(2, 3), Some(SummerRating::Fair));
        assert_eq!(propose(1, 2), Some(SummerRating::Average));
        assert_eq!(propose(0, 4), Some(SummerRating::Weak));
    }

    #[test]
    fn grades_are_read_from_classes() {
        assert_eq!(grade_number("4A"), Some(4));
        assert_eq!(grade_number("Lớp 10A2"), Some(10));
        assert_eq!(grade_number("Chồi"), None);
    }

    #[test]
    fn a_short_list_counts_nothing_hidden() {
        assert_eq!(needing_attention(9, 1, 5), 1);
        assert_eq!(needing_attention(30, 1, 5), 5);
    }

    #[test]
    fn a_clock_ahead_does_not_win() {
        let now = Instant::parse("2024-06-03T01:00:00Z").unwrap_or_else(|| panic!("a time"));
        let later = now.plus(TimeDelta::hours(5));
        assert_eq!(honest_time(later, now), now);
        assert_eq!(honest_time(now.plus(TimeDelta::hours(-5)), now), now.plus(TimeDelta::hours(-5)));
    }
}
