//! What may happen to a communication, who may do it, and what each unit is to do. Pure.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::model::{
    BroadcastSchedule, CommunicationAction, CommunicationChannel, CommunicationPlace, CommunicationRow,
    CommunicationStatus, ShareRow,
};
use crate::access::{Action, Actor, Resource, ScopeKind, matrix};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::input::{Checks, TOO_MANY};

/// The longest a title may be, in characters.
pub const TITLE_MAX: usize = 300;
pub const BODY_MAX: usize = 20_000;
pub const PLACES_MAX: usize = 200;
/// A campaign of the year is the longest.
pub const DAYS_MAX: i64 = 366;

pub const NOT_YOURS: Message = Message::new(
    "communication_not_yours",
    "Đơn vị chỉ sửa nội dung do mình viết hoặc chủ trì. Hãy đề nghị công chức văn hóa hoặc chính sách xã hội sửa.",
    "A unit changes what it wrote or leads. Ask the culture or the social officer to change this one.",
);
pub const CAMPAIGN_IS_WARDS: Message = Message::new(
    "campaign_is_wards",
    "Đợt truyền thông do công chức chính sách xã hội hoặc văn hóa – xã hội lập.",
    "Campaigns are made by the social or the culture officer.",
);
pub const LEADS_ITSELF: Message =
    Message::new("leads_itself", "Đơn vị chủ trì nội dung do mình viết.", "A unit leads what it writes itself.");
pub const TEXT_MISSING: Message = Message::new(
    "text_missing",
    "Chưa có nội dung nên chưa duyệt được. Hãy viết nội dung trước.",
    "There is no text yet, so it cannot be approved. Write it first.",
);
pub const TIMES_MISSING: Message = Message::new(
    "times_missing",
    "Bài phát thanh chưa có giờ phát nên chưa duyệt được. Hãy chọn ít nhất một giờ.",
    "The script has no time of broadcast, so it cannot be approved. Choose at least one.",
);
pub const NOT_TAKING_PART: Message = Message::new(
    "not_taking_part",
    "Đơn vị này không được giao thực hiện nội dung này.",
    "This unit is not among those that do it.",
);
pub const REPORTS_ITSELF: Message =
    Message::new("reports_itself", "Mỗi đơn vị báo cáo việc của mình.", "Each unit reports what it did itself.");
pub const HAS_REPORTED: Message = Message::new(
    "has_reported",
    "Đơn vị này đã báo cáo nên không bỏ ra được. Nếu báo nhầm, hãy thu hồi báo cáo trước.",
    "This unit has reported and cannot be left out. If it was a mistake, withdraw its reports first.",
);
pub const IN_FUTURE: Message = Message::new(
    "in_future",
    "Ngày này chưa đến. Hãy nhập ngày đã thực hiện.",
    "This day has not come yet. Enter the day on which it was done.",
);
pub const BAD_LINK: Message =
    Message::new("bad_link", "Liên kết bắt đầu bằng https:// hoặc http://.", "A link begins with https:// or http://.");
pub const BAD_WEEKDAY: Message = Message::new(
    "bad_weekday",
    "Thứ trong tuần là số từ 1 (thứ Hai) đến 7 (Chủ nhật).",
    "A day of the week is 1 (Monday) to 7 (Sunday).",
);
pub const HALF_A_POINT: Message = Message::new(
    "half_a_point",
    "Hãy nhập cả vĩ độ và kinh độ, hoặc để trống cả hai.",
    "Enter both latitude and longitude, or neither.",
);
pub const PERIOD_TOO_LONG: Message =
    Message::new("period_too_long", "Thời gian thực hiện dài nhất là một năm.", "The period may be a year at most.");

/// Where an action takes an item; 409 with what is possible now when it does not.
///
/// # Errors
/// 409.
pub fn next(status: CommunicationStatus, action: CommunicationAction) -> Result<CommunicationStatus> {
    use CommunicationAction::{Approve, Cancel, Edit, Finish, Report, Return};
    use CommunicationStatus::{Approved, Cancelled, Done, Draft, Returned};
    match (status, action) {
        (Draft | Returned, Edit) => Ok(Draft),
        // Whether it stays approved depends on what is changed: see `takes_back`.
        (Approved, Edit) => Ok(Approved),
        (Draft, Approve) => Ok(Approved),
        (Draft, Return) => Ok(Returned),
        (Approved, Finish) => Ok(Done),
        (Draft | Returned | Approved, Cancel) => Ok(Cancelled),
        // A report that comes late is better than none.
        (Approved | Done, Report) => Ok(status),
        _ => Err(Error::wrong_state(&possible(status))),
    }
}

fn possible(status: CommunicationStatus) -> Vec<CommunicationAction> {
    use CommunicationAction::{Approve, Cancel, Edit, Finish, Report, Return};
    match status {
        CommunicationStatus::Draft => vec![Edit, Approve, Return, Cancel],
        CommunicationStatus::Returned => vec![Edit, Cancel],
        CommunicationStatus::Approved => vec![Edit, Report, Finish, Cancel],
        CommunicationStatus::Done => vec![Report],
        CommunicationStatus::Cancelled => Vec::new(),
    }
}

/// Whether a change asks for another approval: of what is read, hung or posted, where and when.
pub fn takes_back(before: &CommunicationRow, after: &CommunicationRow) -> bool {
    before.title != after.title
        || before.body != after.body
        || before.starts_on != after.starts_on
        || before.ends_on != after.ends_on
        || *before.schedule != *after.schedule
        || *before.places != *after.places
}

/// Whoever changes items of the whole ward.
pub fn is_officer(actor: &Actor) -> bool {
    matrix::grant(actor.role, Resource::Communications, Action::Update) == Some(ScopeKind::Ward)
}

fn is_own(actor: &Actor, row: &CommunicationRow) -> bool {
    row.lead_unit_id == actor.unit_id || row.created_unit_id == actor.unit_id
}

/// Officers change everything, a unit with the right what it wrote or leads. Whoever may only write finishes writing:
/// their own text until it is approved.
pub fn may_edit(actor: &Actor, row: &CommunicationRow) -> bool {
    let may = |action| matrix::grant(actor.role, Resource::Communications, action).is_some();
    let is_open = matches!(row.status, CommunicationStatus::Draft | CommunicationStatus::Returned);
    is_officer(actor)
        || may(Action::Update) && is_own(actor, row)
        || may(Action::Create) && row.created_unit_id == actor.unit_id && is_open
}

/// Who ends or cancels an item: approvers, officers, and a unit what it wrote or leads.
pub fn may_end(actor: &Actor, row: &CommunicationRow) -> bool {
    let may = |action| matrix::grant(actor.role, Resource::Communications, action).is_some();
    may(Action::Approve) || is_officer(actor) || may(Action::Update) && is_own(actor, row)
}

/// The unit that a report is about: the one named, or the actor's own.
///
/// # Errors
/// 403 when a unit names another, 422 for one that takes no part.
pub fn reporting_unit(actor: &Actor, shares: &[ShareRow], named: Option<&Id>) -> Result<Id> {
    let unit = named.unwrap_or(&actor.unit_id);
    if *unit != actor.unit_id && !is_officer(actor) {
        return Err(Error::forbidden(REPORTS_ITSELF));
    }
    if shares.iter().any(|share| share.unit_id == *unit) {
        Ok(unit.clone())
    } else {
        Err(Error::field("unit_id", NOT_TAKING_PART))
    }
}

/// What this person may do with it now: the buttons that the browser shows.
pub fn allowed_actions(actor: &Actor, row: &CommunicationRow, shares: &[ShareRow]) -> Vec<CommunicationAction> {
    let may = |action| matrix::grant(actor.role, Resource::Communications, action).is_some();
    let is_allowed = |action: &CommunicationAction| match action {
        CommunicationAction::Edit => may_edit(actor, row),
        CommunicationAction::Approve | CommunicationAction::Return => may(Action::Approve),
        CommunicationAction::Finish | CommunicationAction::Cancel => may_end(actor, row),
        CommunicationAction::Report => {
            may(Action::Create) && (is_officer(actor) || shares.iter().any(|share| share.unit_id == actor.unit_id))
        }
    };
    possible(row.status).into_iter().filter(is_allowed).collect()
}

/// What must be there before it is approved.
///
/// # Errors
/// 409 with the remedy.
pub fn check_ready(row: &CommunicationRow) -> Result<()> {
    if row.body.is_empty() {
        return Err(Error::conflict(TEXT_MISSING));
    }
    if row.channel == CommunicationChannel::Loudspeaker && row.schedule.times.is_empty() {
        return Err(Error::conflict(TIMES_MISSING));
    }
    Ok(())
}

/// How many times a unit is to broadcast, banners to hang, posts to write or copies to hand out; once at least.
pub fn planned(row: &CommunicationRow, unit: &Id) -> i32 {
    let number = match row.channel {
        CommunicationChannel::Loudspeaker => broadcasts(&row.schedule, row.starts_on, row.ends_on),
        CommunicationChannel::Banner | CommunicationChannel::Poster => {
            let is_its = |place: &&CommunicationPlace| place.unit_id.as_ref().unwrap_or(&row.lead_unit_id) == unit;
            row.places.iter().filter(is_its).map(|place| place.count).sum()
        }
        CommunicationChannel::Leaflet => row.copies.unwrap_or(1),
        CommunicationChannel::Website | CommunicationChannel::SocialNetwork | CommunicationChannel::School => 1,
    };
    number.max(1)
}

/// Days of the period that are broadcast on, times the times of a day.
fn broadcasts(schedule: &BroadcastSchedule, starts_on: NaiveDate, ends_on: NaiveDate) -> i32 {
    let is_on = |day: &NaiveDate| {
        let weekday = i32::try_from(day.weekday().number_from_monday()).unwrap_or(0);
        schedule.weekdays.is_empty() || schedule.weekdays.contains(&weekday)
    };
    let days = starts_on.iter_days().take_while(|day| *day <= ends_on).filter(is_on).count();
    i32::try_from(days * schedule.times.len()).unwrap_or(i32::MAX)
}

/// Two days in order, a year apart at most.
pub fn check_period(checks: &mut Checks, starts_on: NaiveDate, ends_on: NaiveDate) {
    checks.day("starts_on", starts_on);
    checks.day("ends_on", ends_on);
    checks.period("ends_on", starts_on, ends_on);
    if ends_on - starts_on > TimeDelta::days(DAYS_MAX) {
        checks.fail("ends_on", PERIOD_TOO_LONG);
    }
}

/// A schedule in order, each day and time once.
pub fn check_schedule(checks: &mut Checks, schedule: &BroadcastSchedule) -> BroadcastSchedule {
    let mut weekdays = schedule.weekdays.clone();
    weekdays.sort_unstable();
    weekdays.dedup();
    if weekdays.iter().any(|day| !(1..=7).contains(day)) {
        checks.fail("schedule.weekdays", BAD_WEEKDAY);
    }
    if schedule.times.len() > 12 {
        checks.fail_with("schedule.times", TOO_MANY, vec![("max", "12".to_owned())]);
    }
    let mut times = Vec::new();
    for (at, time) in schedule.times.iter().take(12).enumerate() {
        let field = format!("schedule.times[{at}]");
        times.extend(crate::features::summer::rules::check_time(checks, &field, Some(time)));
    }
    times.sort_unstable();
    times.dedup();
    BroadcastSchedule { weekdays, times }
}

/// Places with their counts; whether the units are the ward's is checked where they are known.
pub fn check_places(checks: &mut Checks, places: &[CommunicationPlace]) -> Vec<CommunicationPlace> {
    if places.len() > PLACES_MAX {
        checks.fail_with("places", TOO_MANY, vec![("max", PLACES_MAX.to_string())]);
    }
    let check = |(at, one): (usize, &CommunicationPlace)| {
        let field = |name: &str| format!("places[{at}].{name}");
        if one.latitude.is_some() != one.longitude.is_some() {
            checks.fail(field("latitude"), HALF_A_POINT);
        }
        CommunicationPlace {
            place: checks.line(&field("place"), &one.place, 300),
            count: checks.range(&field("count"), one.count, 1, 1000),
            unit_id: one.unit_id.clone(),
            latitude: one.latitude.map(|value| checks.range(&field("latitude"), value, -90.0, 90.0)),
            longitude: one.longitude.map(|value| checks.range(&field("longitude"), value, -180.0, 180.0)),
            note: checks.optional_line(&field("note"), Some(&one.note), 300).unwrap_or_default(),
        }
    };
    places.iter().take(PLACES_MAX).enumerate().map(check).collect()
}

/// The address of a post, or nothing.
pub fn check_link(checks: &mut Checks, link: &str) -> String {
    let link = checks.optional_line("link", Some(link), 1000).unwrap_or_default();
    if !link.is_empty() && !link.starts_with("https://") && !link.starts_with("http://") {
        checks.fail("link", BAD_LINK);
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broadcasts_are_days_of_the_week_times_times_of_the_day() {
        let day = |day| NaiveDate::from_ymd_opt(2024, 6, day).expect("a day");
        let schedule = |weekdays: &[i32], times: &[&str]| BroadcastSchedule {
            weekdays: weekdays.to_vec(),
            times: times.iter().map(|time| (*time).to_owned()).collect(),
        };
        // 1 June 2024 is a Saturday.
        assert_eq!(broadcasts(&schedule(&[], &["05:30", "17:00"]), day(1), day(30)), 60);
        assert_eq!(broadcasts(&schedule(&[6], &["05:30"]), day(1), day(30)), 5);
        assert_eq!(broadcasts(&schedule(&[1], &["05:30"]), day(1), day(2)), 0);
        assert_eq!(broadcasts(&schedule(&[], &[]), day(1), day(30)), 0);
    }

    #[test]
    fn every_state_says_what_is_possible() {
        for status in CommunicationStatus::ALL {
            for action in CommunicationAction::ALL {
                assert_eq!(next(*status, *action).is_ok(), possible(*status).contains(action), "{status} {action}");
            }
        }
    }
}
