//! What may happen to a report, who may do it, and which days it is about. Pure.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::model::{ReportAction, ReportKind, ReportRow, ReportStatus};
use crate::db::types::Id;
use crate::error::{Error, Message, Result};
use crate::setup::ReportTerms;

pub const NOT_YOURS: Message = Message::new(
    "report_not_yours",
    "Báo cáo của đơn vị do đơn vị đó viết; báo cáo của phường do công chức chính sách xã hội hoặc lãnh đạo viết.",
    "A unit's report is written by that unit, the ward's by the social officer or the leader.",
);
pub const OWN_SUBMISSION: Message = Message::new(
    "own_submission",
    "Người trình không tự duyệt báo cáo của mình. Hãy để lãnh đạo khác duyệt.",
    "Whoever submitted a report does not approve it. Let another leader do it.",
);
pub const ALREADY_THERE: Message = Message::new(
    "report_already_there",
    "Báo cáo của kỳ này đã có. Hãy mở báo cáo đó để viết tiếp.",
    "There is a report of this period already. Open it and go on writing.",
);
pub const NOT_READY: Message = Message::new(
    "report_not_ready",
    "Báo cáo còn chỗ sai nên chưa trình được. Hãy sửa các mục được nêu.",
    "The report has mistakes and cannot be submitted. Mend what is named.",
);
pub const NOTE_MISSING: Message = Message::new(
    "note_missing",
    "Số nhập tay cần ghi rõ lấy từ đâu.",
    "A number written by hand needs a note of where it comes from.",
);
pub const UNKNOWN_SECTION: Message =
    Message::new("unknown_section", "Báo cáo không có mục này.", "The report has no such section.");
pub const UNKNOWN_INDICATOR: Message =
    Message::new("unknown_indicator", "Báo cáo không có chỉ tiêu này.", "The report has no such indicator.");
pub const OUTSIDE_PLAN: Message =
    Message::new("outside_plan", "Ngày này ngoài thời gian của kế hoạch.", "This day lies outside of the plan's days.");
pub const IN_FUTURE: Message = Message::new(
    "report_in_future",
    "Kỳ này chưa bắt đầu nên chưa có gì để báo cáo.",
    "This period has not begun, so there is nothing to report.",
);

pub const SIGNED_LATER: Message = Message::new(
    "in_future",
    "Ngày ký chưa đến. Hãy nhập ngày ghi trên văn bản đã ký.",
    "The day of signing has not come yet. Enter the day on the signed paper.",
);
pub const SIGNED_EARLIER: Message = Message::new(
    "before_period",
    "Ngày ký trước kỳ báo cáo. Hãy nhập ngày ghi trên văn bản đã ký.",
    "The day of signing lies before the period. Enter the day on the signed paper.",
);

/// How far this reader may go, in the words of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// A unit: its own reports.
    Unit(Id),
    /// The ward; `approves`: its leader.
    Ward { approves: bool, unit: Option<Id> },
    /// The upper level.
    Above,
    /// A program of the ward: what was handed in, as it stands.
    Reader,
}

/// Where an action takes a report.
///
/// # Errors
/// 409 with what is possible now.
pub fn next(row: &ReportRow, action: ReportAction) -> Result<ReportStatus> {
    use ReportAction::{Acknowledge, Approve, Edit, Return, Revise, Send, Submit};
    use ReportStatus::{Acknowledged, Approved, Draft, Returned, Sent, Submitted};
    match (row.status, action) {
        (Draft | Returned, Edit) => Ok(row.status),
        (Draft | Returned, Submit) => Ok(Submitted),
        (Submitted, Approve) if row.kind.is_wards() => Ok(Approved),
        (Submitted, Return) => Ok(Returned),
        (Approved, Return) if row.kind.is_wards() => Ok(Returned),
        (Approved, Send) => Ok(Sent),
        (Submitted, Revise) => Ok(Draft),
        (Approved | Sent | Acknowledged, Revise) => Ok(Draft),
        (_, Acknowledge) if row.sent_status == Some(Sent) => Ok(Acknowledged),
        _ => Err(Error::wrong_state(&possible(row, None))),
    }
}

fn possible(row: &ReportRow, side: Option<&Side>) -> Vec<ReportAction> {
    use ReportAction::{Acknowledge, Approve, Edit, Return, Revise, Send, Submit};
    use ReportStatus::{Acknowledged, Approved, Draft, Returned, Sent, Submitted};
    if side == Some(&Side::Above) {
        return if row.sent_status == Some(Sent) { vec![Acknowledge, Return] } else { Vec::new() };
    }
    if side == Some(&Side::Reader) {
        return Vec::new();
    }
    match row.status {
        Draft | Returned => vec![Edit, Submit],
        Submitted if row.kind.is_wards() => vec![Approve, Return, Revise],
        Submitted => vec![Return, Revise],
        Approved => vec![Send, Return, Revise],
        Sent | Acknowledged => vec![Revise],
    }
}

/// Whether somebody on that side may do it at all, whatever the state.
pub fn may(side: &Side, row: &ReportRow, action: ReportAction) -> bool {
    use ReportAction::{Acknowledge, Approve, Edit, Return, Revise, Send, Submit};
    let is_writer = match side {
        Side::Unit(unit) => row.unit_id.as_ref() == Some(unit),
        Side::Ward { unit, .. } => row.kind.is_wards() || row.unit_id.is_some() && row.unit_id == *unit,
        Side::Above | Side::Reader => false,
    };
    match (action, side) {
        (Edit | Submit | Revise, _) => is_writer,
        (Send, Side::Ward { .. }) => row.kind.is_wards(),
        (Approve, Side::Ward { approves, .. }) => *approves && row.kind.is_wards(),
        // The officer returns what a unit handed in; the ward's own report is the leader's to return.
        (Return, Side::Ward { approves, .. }) => *approves || !row.kind.is_wards(),
        (Return | Acknowledge, Side::Above) => true,
        _ => false,
    }
}

/// # Errors
/// 403 for somebody on the wrong side.
pub fn check_may(side: &Side, row: &ReportRow, action: ReportAction) -> Result<()> {
    if may(side, row, action) { Ok(()) } else { Err(Error::forbidden(NOT_YOURS)) }
}

/// What the reader may do with a report now.
pub fn allowed_actions(side: &Side, row: &ReportRow, me: Option<&Id>) -> Vec<ReportAction> {
    let is_own = |action: &ReportAction| {
        *action == ReportAction::Approve && row.submitted_by_id.is_some() && row.submitted_by_id.as_ref() == me
    };
    let possible = possible(row, Some(side)).into_iter();
    possible.filter(|action| may(side, row, *action) && !is_own(action)).collect()
}

/// The first and the last day of a report.
///
/// # Errors
/// 422 for a period that lies outside of the plan or has not begun.
pub fn period(
    kind: ReportKind,
    (starts_on, ends_on): (NaiveDate, NaiveDate),
    day: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(NaiveDate, NaiveDate)> {
    // Only days near the plan's: beyond them lie years that no calendar counts with.
    if day.is_some_and(|day| !(starts_on.year() - 1..=ends_on.year() + 1).contains(&day.year())) {
        return Err(Error::field("day", OUTSIDE_PLAN));
    }
    let wanted = day.unwrap_or_else(|| today.clamp(starts_on, ends_on));
    let (from, to) = match kind {
        ReportKind::WardFinal | ReportKind::UnitFinal => (starts_on, ends_on),
        ReportKind::WardFlash => (starts_on, wanted.min(ends_on)),
        ReportKind::UnitWeek => week_of(wanted),
    };
    if to < starts_on || from > ends_on {
        return Err(Error::field("day", OUTSIDE_PLAN));
    }
    if from > today {
        return Err(Error::field("day", IN_FUTURE));
    }
    Ok((from, to))
}

/// Monday to Sunday.
pub fn week_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let monday = day - TimeDelta::days(i64::from(day.weekday().num_days_from_monday()));
    (monday, monday + TimeDelta::days(6))
}

/// The last day on which a report should be handed in: a week's on the Monday after it, a unit's some days after the
/// plan's end, the ward's before 20 July (Circular 28/2019, art. 5.1 as adapted by Circular 16/2025).
pub fn due_on(kind: ReportKind, year: i32, to: NaiveDate, terms: &ReportTerms) -> Option<NaiveDate> {
    match kind {
        ReportKind::UnitWeek => Some(to + TimeDelta::days(1)),
        ReportKind::UnitFinal => Some(to + TimeDelta::days(i64::from(terms.unit_days))),
        ReportKind::WardFinal => NaiveDate::from_ymd_opt(year, terms.due_month, terms.due_day),
        ReportKind::WardFlash => None,
    }
}

/// Whether it should have been handed in.
pub fn is_late(row: &ReportRow, today: NaiveDate) -> bool {
    let is_open = match row.kind {
        // What was sent once is in time, whatever is mended afterwards.
        ReportKind::WardFinal => row.sent_revision.is_none(),
        _ => matches!(row.status, ReportStatus::Draft | ReportStatus::Returned),
    };
    is_open && row.due_on.is_some_and(|day| today > day)
}

/// What it is called until somebody calls it otherwise.
pub fn title(kind: ReportKind, year: i32, from: NaiveDate, to: NaiveDate) -> String {
    let day = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
    match kind {
        ReportKind::WardFinal => format!("Kết quả thực hiện Tháng hành động vì trẻ em năm {year}"),
        ReportKind::WardFlash => {
            format!("Kết quả nhanh thực hiện Tháng hành động vì trẻ em năm {year} đến ngày {}", day(to))
        }
        ReportKind::UnitWeek => {
            format!("Kết quả tuần từ ngày {} đến ngày {}, Tháng hành động vì trẻ em năm {year}", day(from), day(to))
        }
        ReportKind::UnitFinal => format!("Kết quả thực hiện Tháng hành động vì trẻ em năm {year} của đơn vị"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, month, day).unwrap()
    }

    const TODAY: (u32, u32) = (6, 20);

    fn days(kind: ReportKind, wanted: Option<NaiveDate>) -> Result<(NaiveDate, NaiveDate)> {
        period(kind, (day(6, 1), day(6, 30)), wanted, day(TODAY.0, TODAY.1))
    }

    #[test]
    fn periods_keep_to_the_plan() {
        assert_eq!(days(ReportKind::WardFinal, None).ok(), Some((day(6, 1), day(6, 30))));
        assert_eq!(days(ReportKind::WardFlash, None).ok(), Some((day(6, 1), day(6, 20))));
        // 20 June 2024 was a Thursday.
        assert_eq!(days(ReportKind::UnitWeek, None).ok(), Some((day(6, 17), day(6, 23))));
        // The first week begins before the plan.
        assert_eq!(days(ReportKind::UnitWeek, Some(day(6, 1))).ok(), Some((day(5, 27), day(6, 2))));
        assert!(days(ReportKind::UnitWeek, Some(day(7, 15))).is_err());
        assert!(days(ReportKind::UnitWeek, Some(day(6, 27))).is_err());
    }

    #[test]
    fn the_ward_reports_before_20_july() {
        let terms = ReportTerms::default();
        assert_eq!(due_on(ReportKind::WardFinal, 2024, day(6, 30), &terms), Some(day(7, 19)));
        assert_eq!(due_on(ReportKind::UnitFinal, 2024, day(6, 30), &terms), Some(day(7, 5)));
        assert_eq!(due_on(ReportKind::UnitWeek, 2024, day(6, 23), &terms), Some(day(6, 24)));
    }
}
