//! Dates in running text, and which of them is the day by which something must be done.

use std::ops::Range;

use chrono::{Days, NaiveDate};
use regex::Captures;

use crate::words::{Folded, Pattern, regex};

/// What dates without a year mean, and which are plausible.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) year: i32,
    pub(crate) starts_on: Option<NaiveDate>,
    pub(crate) ends_on: Option<NaiveDate>,
}

impl Frame {
    /// Preparations in spring, reports until the next January: what lies outside is a slip or another matter.
    fn holds(&self, date: NaiveDate) -> bool {
        let start = self.starts_on.or_else(|| NaiveDate::from_ymd_opt(self.year, 6, 1));
        let earliest = start.and_then(|start| start.checked_sub_days(Days::new(150)));
        let end = self.ends_on.or_else(|| NaiveDate::from_ymd_opt(self.year, 6, 30));
        let year_end = NaiveDate::from_ymd_opt(self.year.saturating_add(1), 1, 31);
        let latest = end.and_then(|end| end.checked_add_days(Days::new(92))).max(year_end);
        earliest.is_none_or(|earliest| date >= earliest) && latest.is_none_or(|latest| date <= latest)
    }
}

/// A date as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) date: NaiveDate,
    /// In the folded text.
    range: Range<usize>,
    /// Told to be done by then ("trước ngày", "chậm nhất").
    due: bool,
    /// Only a month or a part of it was given.
    guessed: bool,
}

/// The due date of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) date: Option<NaiveDate>,
    pub(crate) guessed: bool,
    /// Several dates could be meant.
    pub(crate) several: bool,
    /// Words of a date that was left out as implausible.
    pub(crate) outside: Option<String>,
}

static NUMERIC: Pattern = regex!(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}))?");
static WORDED: Pattern = regex!(r"\bngay\s+(\d{1,2})\s+thang\s+(\d{1,2})(?:(?:\s+nam|\s?[/,-])\s*(\d{4}))?");
static MONTH: Pattern = regex!(
    r"\b(trong|het|cuoi|dau|giua|den het|thang cao diem|xong|truoc|hang tuan|nua dau|nua cuoi|tuan (?:dau|cuoi|\d)(?: cua)?)\s+(?:cua\s+)?thang\s+(\d{1,2})(?:(?:\s+nam\s+|\s?[/-]\s?)(\d{4}))?"
);
/// A law or letter is dated, not due: "Kế hoạch số 1712/KH-UBND ngày 28/5/2024", "Luật Trẻ em ngày 05/4/2016".
static REFERENCE: Pattern = regex!(
    r"(?:\d+[a-z]?/[^\s;]*[a-z]{2,}[^\s;]*|\b(?:bo luat|luat|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi|ke hoach|cong van|huong dan|thong bao|chuong trinh|van ban|cong dien|to trinh|ket luan)\b(?: (?:so|lien tich))?[^;,.()]{0,40})\s*,?\s*(?:ban hanh\s*)?(?:\(?\s*ngay\s*)?$"
);
static DUE: Pattern = regex!(
    r"(?:truoc|cham nhat|muon nhat|den het|den|han(?: cuoi)?(?: la)?|han chot|hoan thanh|xong|thoi han|thoi gian|ket thuc|tu)\s*:?\s*(?:(?:la|vao|trong|het|cuoi|truoc|den|gio|toi|ngay|\d{1,2}\s?(?:h|gio)\s?\d{0,2})\s*)*$"
);
/// Without a year a pair of numbers is a date only where words expect one.
static EXPECTED: Pattern = regex!(
    r"(?:\bngay\b|\btruoc\b|\bden\b|\btu\b|\bhan\b|\bdip\b|thieu nhi|gia dinh|\bxong\b|hoan thanh|\bsang\b|\bchieu\b|\btoi\b|\bvao\b|khai mac|be mac|cham nhat|thoi gian|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)[^;.\d]{0,30}(?:\d{1,2}(?:\s?[/.]\s?\d{1,2})?\s?-\s?)?$"
);
static NO_DATE_AFTER: Pattern = regex!(
    r"^\s*\(?(?:am lich|al\b|tuoi|%|phan tram|so\b|tre em|em\b|lop|truong hop|khu pho|thon|nguoi|suat|diem|lan|gio|h\b|phut|kg|trieu|dong)"
);

/// All dates of a text that are not those of laws and letters.
fn find(text: &Folded<'_>, year: i32, cell: bool) -> Vec<Found> {
    let mut found = Vec::new();
    for captures in WORDED.captures_iter(&text.text) {
        found.extend(day_of(text, &captures, (1, 2, 3), year));
    }
    let mut from = 0;
    while let Some(captures) = NUMERIC.captures_at(&text.text, from) {
        let (Some(whole), Some(first)) = (captures.get(0), captures.get(1)) else { break };
        let dated = captures.get(4).is_some();
        let overlaps =
            |other: &Found| other.range.contains(&whole.start()) || whole.range().contains(&other.range.start);
        let sign = captures.get(2).map_or("", |sign| sign.as_str());
        let fits = !found.iter().any(overlaps)
            && stands_alone(text, &whole.range())
            && (dated || cell || is_expected(text, &whole.range(), sign));
        let date = if fits { day_of(text, &captures, (1, 3, 4), year) } else { None };
        // "01 - 02/6": what is no date as a whole may end in one.
        from = if date.is_some() { whole.end() } else { first.end() };
        found.extend(date);
    }
    for captures in MONTH.captures_iter(&text.text) {
        let Some(whole) = captures.get(0) else { continue };
        if found.iter().any(|other| whole.range().contains(&other.range.start)) {
            continue;
        }
        found.extend(month_of(text, &captures, year));
    }
    if cell {
        found.extend(cell_month(text, year).filter(|_| found.is_empty()));
    }
    found.retain(|date| !is_reference(text, date.range.start));
    found.sort_by_key(|date| date.range.start);
    found
}

fn day_of(text: &Folded<'_>, captures: &Captures<'_>, groups: (usize, usize, usize), year: i32) -> Option<Found> {
    let number = |group: usize| captures.get(group).and_then(|found| found.as_str().parse::<u32>().ok());
    let given = number(groups.2).and_then(|year| i32::try_from(year).ok());
    let date = NaiveDate::from_ymd_opt(given.unwrap_or(year), number(groups.1)?, number(groups.0)?)?;
    let range = captures.get(0)?.range();
    let due = DUE.is_match(before(text, range.start, 40));
    Some(Found { date, range, due, guessed: false })
}

/// A part of a month ends on its last day, its middle on the 20th, its beginning on the 10th.
fn month_of(text: &Folded<'_>, captures: &Captures<'_>, year: i32) -> Option<Found> {
    let month = captures.get(2)?.as_str().parse().ok()?;
    let year = captures.get(3).and_then(|found| found.as_str().parse().ok()).unwrap_or(year);
    let word = captures.get(1)?.as_str();
    let week = word.strip_prefix("tuan ").and_then(|rest| rest.get(..1)?.parse::<u32>().ok());
    let date = match word {
        "dau" | "nua dau" | "tuan dau" => NaiveDate::from_ymd_opt(year, month, 10)?,
        "giua" => NaiveDate::from_ymd_opt(year, month, 20)?,
        "truoc" => NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()?,
        _ if week.is_some() => NaiveDate::from_ymd_opt(year, month, week?.clamp(1, 4) * 7)?,
        _ => last_day(year, month)?,
    };
    let range = captures.get(0)?.range();
    let due = matches!(word, "het" | "den het" | "xong" | "truoc") || DUE.is_match(before(text, range.start, 40));
    Some(Found { date, range, due, guessed: true })
}

/// A cell for time that says just `Tháng 6` or `6/2025`.
fn cell_month(text: &Folded<'_>, year: i32) -> Option<Found> {
    static CELL: Pattern = regex!(r"^\W*(?:trong |ca )?(?:thang\s*)?(\d{1,2})(?:\s*/\s*|\s+nam\s+)?(\d{4})?\W*$");
    static QUARTER: Pattern = regex!(r"^\W*(?:trong )?quy (iv|i{1,3}|[1-4])\s*(?:/|nam )?\s*(\d{4})?\W*$");
    if let Some(found) = QUARTER.captures(&text.text) {
        let quarter = match found.get(1)?.as_str() {
            "i" | "1" => 1,
            "ii" | "2" => 2,
            "iii" | "3" => 3,
            _ => 4,
        };
        let year = found.get(2).and_then(|found| found.as_str().parse().ok()).unwrap_or(year);
        let date = last_day(year, quarter * 3)?;
        return Some(Found { date, range: 0..text.text.len(), due: true, guessed: true });
    }
    let captures = CELL.captures(&text.text)?;
    let worded = text.text.contains("thang") || captures.get(2).is_some();
    let year = captures.get(2).and_then(|found| found.as_str().parse().ok()).unwrap_or(year);
    let date = last_day(year, captures.get(1)?.as_str().parse().ok()?)?;
    worded.then_some(Found { date, range: 0..text.text.len(), due: true, guessed: true })
}

pub(crate) fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year.saturating_add(1), 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// `2023-2024`, `1712/KH`, `0912.345.678` and `1.234.567` are no dates.
fn stands_alone(text: &Folded<'_>, range: &Range<usize>) -> bool {
    let joined = |char: char| char.is_ascii_digit() || "/.-".contains(char);
    let before = text.text.get(..range.start).unwrap_or_default();
    let after = text.text.get(range.end..).unwrap_or_default();
    let mut next = after.chars();
    let number_goes_on = match next.next() {
        Some(sign) if sign.is_ascii_digit() => true,
        Some('/' | '-') => next.next().is_some_and(|char| char.is_ascii_alphanumeric()),
        Some('.') => next.next().is_some_and(|char| char.is_ascii_digit()),
        _ => false,
    };
    // "01-30/6": the day before the dash belongs to a period.
    let range_before =
        before.ends_with('-') && before.trim_end_matches('-').ends_with(|char: char| char.is_ascii_digit());
    (!before.ends_with(joined) || range_before) && !number_goes_on && !NO_DATE_AFTER.is_match(after)
}

fn is_expected(text: &Folded<'_>, range: &Range<usize>, sign: &str) -> bool {
    let near = before(text, range.start, 45);
    // 24/7: round the clock.
    let clock = text.text.get(range.clone()).is_some_and(|date| date == "24/7") && !near.ends_with("ngay ");
    sign != "." && !clock && EXPECTED.is_match(near)
}

fn is_reference(text: &Folded<'_>, start: usize) -> bool {
    static ORDERED: Pattern = regex!(r"\b(?:truoc|xong|den|han|hoan thanh|cham nhat|bao cao|gui|vao|tu|trong)\b");
    let Some(found) = REFERENCE.find(before(text, start, 110)) else { return false };
    // "xây dựng kế hoạch trước ngày 25/5": the plan is to be done by then.
    found.as_str().contains('/') || !ORDERED.is_match(found.as_str())
}

/// Up to so many bytes before a place; the folded text is ASCII but for rare signs.
fn before<'t>(text: &'t Folded<'_>, place: usize, length: usize) -> &'t str {
    let mut start = place.saturating_sub(length);
    while start < place && !text.text.is_char_boundary(start) {
        start += 1;
    }
    text.text.get(start..place).unwrap_or_default()
}

/// The day by which an order is to be done, as far as its words say. `cell`: the text is a table's cell for time.
pub(crate) fn due(text: &str, frame: Frame, cell: bool) -> Due {
    let text = text.char_indices().nth(6_000).and_then(|(place, _)| text.get(..place)).unwrap_or(text);
    let folded = Folded::new(text);
    let (inside, outside): (Vec<Found>, Vec<Found>) =
        find(&folded, frame.year, cell).into_iter().partition(|found| frame.holds(found.date));
    let outside = outside.first().map(|found| folded.raw(found.range.clone()).to_owned());
    let told: Vec<&Found> = inside.iter().filter(|found| found.due).collect();
    let mut candidates = if told.is_empty() { inside.iter().collect() } else { told };
    // An exact day beats a month named beside it.
    if candidates.iter().any(|found| !found.guessed) {
        candidates.retain(|found| !found.guessed);
    }
    let Some(last) = candidates.iter().max_by_key(|found| found.date) else { return Due { outside, ..Due::default() } };
    let several = candidates.iter().any(|found| found.date != last.date && !is_range(&folded, found, last));
    Due { date: Some(last.date), guessed: last.guessed, several, outside }
}

/// "từ 01/6 đến 15/6" is one time, not two dates.
fn is_range(text: &Folded<'_>, first: &Found, last: &Found) -> bool {
    static BETWEEN: Pattern = regex!(r"^\s*(?:den(?: het)?|toi|-)\s*(?:ngay\s*)?$");
    text.text.get(first.range.end..last.range.start).is_some_and(|between| BETWEEN.is_match(between))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn due_of(text: &str) -> Option<NaiveDate> {
        let frame = Frame { year: 2025, starts_on: Some(day(2025, 6, 1)), ends_on: Some(day(2025, 6, 30)) };
        due(text, frame, false).date
    }

    #[test]
    fn the_ways_to_write_a_date() {
        for (text, month, date) in [
            ("báo cáo trước ngày 15/6/2025", 6, 15),
            ("gửi báo cáo chậm nhất ngày 10/7", 7, 10),
            ("nhân “Ngày gia đình Việt Nam” 28-6 gắn với", 6, 28),
            ("nhân ngày Quốc tế thiếu nhi 01/6", 6, 1),
            ("tổ chức vào ngày 01 tháng 6", 6, 1),
            ("trước ngày 05 tháng 7 năm 2025", 7, 5),
            ("hoàn thành trong tháng 5", 5, 31),
            ("xong trước 20/05/2025", 5, 20),
            ("tuần 2 tháng 6", 6, 14),
            ("tuần cuối tháng 5", 5, 31),
            ("từ ngày 01/6 đến ngày 15/6", 6, 15),
            ("trước 17h00 ngày 25/6/2025", 6, 25),
            ("chậm nhất ngày 25.6.2025", 6, 25),
            ("Tham mưu kế hoạch, chuẩn bị quà xong trước ngày 25/5/2025", 5, 25),
            ("Xây dựng kế hoạch trước ngày 20/5", 5, 20),
            ("uống vitamin A trong ngày 01 - 02/6", 6, 2),
            ("trại hè từ ngày 10/6-12/6", 6, 12),
        ] {
            assert_eq!(due_of(text), Some(day(2025, month, date)), "{text}");
        }
    }

    #[test]
    fn what_is_no_due_date() {
        for text in [
            "trong năm học 2023-2024 trên địa bàn",
            "theo Kế hoạch số 1712/KH-UBND ngày 28/5/2025 của UBND thị xã",
            "Luật Trẻ em ngày 05/4/2025",
            "theo Kế hoạch của UBND phường ngày 20/5/2025",
            "Nghị định 56/2017/NĐ-CP ngày 09/5/2025",
            "theo Quyết định số 12/QĐ-UBND ngày 05 tháng 5 năm 2025",
            "đường dây nóng hoạt động 24/7",
            "trẻ em từ 6-11 tuổi",
            "đạt 2/3 số trẻ em",
            "đêm hội trăng rằm ngày 15/8 âm lịch",
            "cho trẻ em dưới 6 tuổi",
            "điện thoại 0912.345.678",
            "chi 1.500.000 đồng",
            "trong Tháng hành động vì trẻ em năm 2025",
        ] {
            assert_eq!(due_of(text), None, "{text}");
        }
    }

    #[test]
    fn far_dates_are_left_out_and_told() {
        let frame = Frame { year: 2025, starts_on: None, ends_on: None };
        let found = due("báo cáo trước ngày 15/6/2015", frame, false);
        assert_eq!((found.date, found.outside.as_deref()), (None, Some("15/6/2015")));
        assert!(due("hoàn thành trong tháng 5", frame, false).guessed);
        assert_eq!(due("Tháng 6", frame, true).date, Some(day(2025, 6, 30)));
        assert_eq!(due("Quý II/2025", frame, true).date, Some(day(2025, 6, 30)));
        assert_eq!(due("15/6", frame, true).date, Some(day(2025, 6, 15)));
    }
}
