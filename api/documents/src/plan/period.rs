//! From when to when: the plan's period.

use chrono::{Months, NaiveDate};
use regex::Captures;

use super::dates::last_day;
use crate::words::{Folded, Pattern, regex};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    /// Days or the year were not written.
    pub(crate) guessed: bool,
}

impl Period {
    /// Both, from the earlier start to the later end.
    pub(crate) fn with(self, other: Self) -> Self {
        Self {
            starts_on: self.starts_on.min(other.starts_on),
            ends_on: self.ends_on.max(other.ends_on),
            guessed: self.guessed || other.guessed,
        }
    }
}

/// "từ ngày 01/6 đến ngày 30/6/2024", "01-30/6/2026", "01 tháng 6 đến 30 tháng 6 năm 2025".
static DAYS: Pattern = regex!(concat!(
    r"(?:^|[^\d/.-])(?:ngay\s*)?(\d{1,2})(?:\s?(?:[/.-]|thang)\s?(\d{1,2}))?(?:\s?(?:[/.-]|,?\s?nam)\s?(\d{4}))?",
    r"\s*,?\s*(?:den het|den|toi|-|(?:va )?ket thuc(?: vao| la)?:?)\s*(?:het\s*)?(?:ngay\s*)?",
    r"(\d{1,2})\s?(?:[/.-]|thang)\s?(\d{1,2})(?:\s?(?:[/.-]|,?\s?nam)\s?(\d{4}))?(?:$|[^\d/])"
));
static LASTING: Pattern = regex!(
    r"\b(\d{1,2}) thang,? \(?(?:bat dau |ke )?tu (?:ngay )?(\d{1,2})\s?(?:[/.-]|thang)\s?(\d{1,2})(?:\s?(?:[/.-]|,?\s?nam)\s?(\d{4}))?"
);
static PEAK: Pattern = regex!(r"\bcao diem\b[^;.\d]{0,30}$");
static MONTHS: Pattern = regex!(
    r"\b(?:tu\s+)?(?:dau\s+)?thang\s+(\d{1,2})(?:(?:\s?/\s?|\s+nam\s+)(\d{4}))?\s*(?:den het|den|-|toi|va|,)\s*(?:het\s+)?(?:cuoi\s+)?thang\s+(\d{1,2})(?:(?:\s?/\s?|\s+nam\s+)(\d{4}))?"
);
static MONTH: Pattern = regex!(r"thang\s+(\d{1,2})(?:\s?/\s?|\s+nam\s+|\s?-\s?)(\d{4})");
static BARE_MONTH: Pattern = regex!(r"\btrong\s+thang\s+(\d{1,2})\b");

/// The period that a text gives. `year` fills in where none is written.
pub(crate) fn find(text: &str, year: i32) -> Option<Period> {
    let text = Folded::new(text);
    // "Tháng 6 (cao điểm từ ngày 25/5 đến 05/6)": the peak is a part of it.
    let peak = |captures: &Captures<'_>| {
        let start = captures.get(0).map_or(0, |found| found.start());
        text.text.get(..start).is_some_and(|before| PEAK.is_match(before))
    };
    DAYS.captures_iter(&text.text)
        .filter(|captures| !peak(captures))
        .find_map(|captures| days(&captures, year))
        .or_else(|| LASTING.captures_iter(&text.text).find_map(|captures| lasting(&captures, year)))
        .or_else(|| MONTHS.captures_iter(&text.text).find_map(|captures| months(&captures, year)))
        .or_else(|| MONTH.captures_iter(&text.text).find_map(|captures| month(&captures, year)))
        .or_else(|| BARE_MONTH.captures_iter(&text.text).find_map(|captures| month(&captures, year)))
        .or_else(|| DAYS.captures_iter(&text.text).find_map(|captures| days(&captures, year)))
}

fn number<T: std::str::FromStr>(captures: &Captures<'_>, group: usize) -> Option<T> {
    captures.get(group)?.as_str().parse().ok()
}

fn days(captures: &Captures<'_>, year: i32) -> Option<Period> {
    let (first_day, last_day): (u32, u32) = (number(captures, 1)?, number(captures, 4)?);
    let last_month: u32 = number(captures, 5)?;
    let first_month: u32 = number(captures, 2).unwrap_or(last_month);
    let written: Option<i32> = number(captures, 6).or_else(|| number(captures, 3));
    let last_year = written.unwrap_or(year);
    let first_year = number(captures, 3).unwrap_or(last_year.saturating_sub(i32::from(first_month > last_month)));
    let starts_on = NaiveDate::from_ymd_opt(first_year, first_month, first_day)?;
    let ends_on = NaiveDate::from_ymd_opt(last_year, last_month, last_day)?;
    // The year of the month is plain when only the year is missing; no warning for "01/6 đến 30/6" of a dated plan.
    let ordered = starts_on <= ends_on && (ends_on - starts_on).num_days() <= 400;
    ordered.then_some(Period { starts_on, ends_on, guessed: false })
}

/// "01 tháng, từ 01/6/2021".
fn lasting(captures: &Captures<'_>, year: i32) -> Option<Period> {
    let year = number(captures, 4).unwrap_or(year);
    let starts_on = NaiveDate::from_ymd_opt(year, number(captures, 3)?, number(captures, 2)?)?;
    let months: u32 = number(captures, 1).filter(|months| (1..=12).contains(months))?;
    let ends_on = starts_on.checked_add_months(Months::new(months))?.pred_opt()?;
    Some(Period { starts_on, ends_on, guessed: true })
}

fn months(captures: &Captures<'_>, year: i32) -> Option<Period> {
    let last_year = number(captures, 4).or_else(|| number(captures, 2)).unwrap_or(year);
    let first_year = number(captures, 2).unwrap_or(last_year);
    let starts_on = NaiveDate::from_ymd_opt(first_year, number(captures, 1)?, 1)?;
    let ends_on = last_day(last_year, number(captures, 3)?)?;
    (starts_on <= ends_on).then_some(Period { starts_on, ends_on, guessed: true })
}

fn month(captures: &Captures<'_>, year: i32) -> Option<Period> {
    let year = number(captures, 2).unwrap_or(year);
    let month = number(captures, 1)?;
    Some(Period { starts_on: NaiveDate::from_ymd_opt(year, month, 1)?, ends_on: last_day(year, month)?, guessed: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Option<(String, String)> {
        find(text, 2025).map(|found| (found.starts_on.to_string(), found.ends_on.to_string()))
    }

    #[test]
    fn the_ways_to_write_a_period() {
        let june = Some(("2025-06-01".to_owned(), "2025-06-30".to_owned()));
        for text in [
            "Từ ngày 01/6 đến ngày 30/6/2025.",
            "từ 01/6/2025 đến 30/6/2025",
            "Từ ngày 01 đến ngày 30 tháng 6 năm 2025",
            "từ ngày 01 tháng 6 năm 2025 đến hết ngày 30 tháng 6 năm 2025",
            "01-30/6/2025",
            "01/6-30/6/2025",
            "01/6/2025 – 30/6/2025",
            "01-6-2025 đến 30-6-2025",
            "trong tháng 6 năm 2025",
            "Tháng 6/2025",
            "trong tháng 6",
            "Bắt đầu từ ngày 01/6/2025, kết thúc ngày 30/6/2025",
            "01 tháng (từ ngày 01/6 đến 30/6)",
        ] {
            assert_eq!(period(text), june, "{text}");
        }
        assert_eq!(period("Trong tháng 6/2025 (cao điểm từ ngày 25/5 đến ngày 05/6/2025)"), june);
        assert_eq!(period("Thời gian: 01 tháng, từ 01/6/2025."), june);
        assert!(period("Cao điểm từ ngày 25/5 đến ngày 05/6/2025").is_some());
        assert_eq!(period("Từ 15/5/2025 đến 31/8/2025"), Some(("2025-05-15".to_owned(), "2025-08-31".to_owned())));
        assert_eq!(period("từ tháng 5 đến hết tháng 8/2025"), Some(("2025-05-01".to_owned(), "2025-08-31".to_owned())));
        let summer = Some(("2025-06-01".to_owned(), "2025-07-31".to_owned()));
        assert_eq!(period("tháng 6 và tháng 7 năm 2025"), summer);
        assert_eq!(period("trẻ em từ 6-11 tuổi, năm học 2024-2025"), None);
        assert_eq!(period("Kế hoạch số 12/KH-UBND ngày 01/6/2025"), None);
    }
}
