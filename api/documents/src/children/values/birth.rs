//! Dates of birth: as dates, as text in every way of writing, as bare numbers that Excel made of them.

use chrono::{Datelike, NaiveDate};

use super::{Read, clean, is_blank, whole};
use crate::children::ProblemCode as Code;
use crate::children::problem::Finding;
use crate::sheets::{Cell, date_of_serial};
use crate::words::{Pattern, fold, regex};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::children) struct Birth {
    pub(in crate::children) date: NaiveDate,
    /// The day was not given.
    pub(in crate::children) year_only: bool,
}

static WORDED: Pattern = regex!(r"^(?:ngay )?(\d{1,2}) ?thang (\d{1,2}),? ?nam (\d{4})$");
static NUMERIC: Pattern = regex!(r"^(\d{1,2}) ?[/.,\\ -]{1,2} ?(\d{1,2}) ?[/.,\\ -]{1,2} ?(\d{4}|\d{2})$");
static ISO: Pattern = regex!(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$");
static MONTH: Pattern = regex!(r"^(?:(?:thang )?(\d{1,2})(?: ?[/.,\\-] ?| nam )(\d{4})|(\d{4})[-/](\d{1,2}))$");
static YEAR: Pattern = regex!(r"^(?:(?:sinh )?nam |sn ?)?(\d{4})$");
/// `…/…/2015`, `00/00/2015`.
static BLANK_DAY: Pattern = regex!(r"^[\s0_?./\\…-]*[/.\\-] ?(\d{4})$");
static SOLID: Pattern = regex!(r"^(\d{1,2})(\d{2})(\d{4})$");
static TIME: Pattern = regex!(r"[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?(?: ?[ap]m)?$");

pub(in crate::children) fn read(cell: &Cell, today: NaiveDate, from_1904: bool) -> Read<Birth> {
    let read = match cell {
        Cell::Empty => return Read::none(),
        Cell::Date(date) => good(*date),
        Cell::Number(number) => of_number(*number, today, from_1904),
        Cell::Text(_) => of_text(&clean(cell), today),
        Cell::Bool(_) => Read::bad(unreadable(&clean(cell))),
    };
    plausible(read, today)
}

/// Three columns: day, month, year.
pub(in crate::children) fn of_parts(day: &str, month: &str, year: &str, today: NaiveDate) -> Read<Birth> {
    let known = |text: &str| !is_blank(text);
    let text = match (known(day), known(month)) {
        _ if !known(year) => return Read::none(),
        (true, true) => format!("{day}/{month}/{year}"),
        (false, true) => format!("{month}/{year}"),
        _ => year.to_owned(),
    };
    plausible(of_text(&text, today), today)
}

fn good(date: NaiveDate) -> Read<Birth> {
    Read::good(Birth { date, year_only: false })
}

fn unreadable(text: &str) -> Finding {
    Finding::error(
        Code::BirthUnreadable,
        format!("Không đọc được ngày sinh “{text}”. Hãy ghi ngày/tháng/năm, ví dụ 01/6/2015."),
        format!("The date of birth “{text}” can't be read. Write day/month/year, such as 01/6/2015."),
    )
}

fn of_number(number: f64, today: NaiveDate, from_1904: bool) -> Read<Birth> {
    let text = number.to_string();
    match whole(number) {
        Some(1900..=2100) => year_only(&text, &text),
        // 01062015 without its zero.
        Some(1_011_900..=31_122_100) => of_text(&format!("{number:08}"), today),
        _ => match date_of_serial(number, from_1904).filter(|date| (1900..=2100).contains(&date.year())) {
            Some(date) if number >= 10_000.0 => good(date),
            // 6.2015 is June typed with a point.
            _ => of_text(&text, today),
        },
    }
}

fn of_text(text: &str, today: NaiveDate) -> Read<Birth> {
    if is_blank(text) {
        return Read::none();
    }
    let folded = fold(text.trim_matches(|char: char| char.is_whitespace() || "'\"`.;,".contains(char)));
    let folded = TIME.replace(&folded, "");
    if let Some(year) = BLANK_DAY.captures(&folded).and_then(|captures| captures.get(1)) {
        return year_only(year.as_str(), text);
    }
    let captured = |pattern: &Pattern, order: [usize; 3]| {
        let captures = pattern.captures(&folded)?;
        let number = |group: usize| captures.get(group).and_then(|found| found.as_str().parse::<u32>().ok());
        let short = captures.get(order[2]).is_some_and(|year| year.as_str().len() == 2);
        Some((number(order[0])?, number(order[1])?, number(order[2])?, short))
    };
    let whole = captured(&WORDED, [1, 2, 3])
        .or_else(|| captured(&NUMERIC, [1, 2, 3]))
        .or_else(|| captured(&ISO, [3, 2, 1]))
        .or_else(|| captured(&SOLID, [1, 2, 3]));
    if let Some((day, month, year, short)) = whole {
        return of_numbers(text, day, month, year, short, today);
    }
    if let Some(captures) = MONTH.captures(&folded) {
        let of = |groups: [usize; 2]| {
            let found = groups.into_iter().find_map(|group| captures.get(group));
            found.and_then(|found| found.as_str().parse::<u32>().ok())
        };
        let (month, year) = (of([1, 4]), of([2, 3]).and_then(|year| i32::try_from(year).ok()));
        let date = month.zip(year).and_then(|(month, year)| NaiveDate::from_ymd_opt(year, month, 1));
        return match date {
            Some(date) => Read::good(Birth { date, year_only: true }).with(incomplete(text)).keeping(),
            None => Read::bad(impossible(text)),
        };
    }
    match YEAR.captures(&folded).and_then(|captures| captures.get(1)) {
        Some(year) => year_only(year.as_str(), text),
        None => Read::bad(unreadable(text)),
    }
}

fn year_only(year: &str, text: &str) -> Read<Birth> {
    match year.parse().ok().and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)) {
        Some(date) => Read::good(Birth { date, year_only: true }).with(incomplete(text)),
        None => Read::bad(unreadable(text)),
    }
}

fn of_numbers(text: &str, day: u32, month: u32, year: u32, short: bool, today: NaiveDate) -> Read<Birth> {
    let Ok(mut full) = i32::try_from(year) else { return Read::bad(unreadable(text)) };
    if short {
        // A child's year is not in the future.
        full += if full > today.year() % 100 { 1900 } else { 2000 };
    }
    let straight = NaiveDate::from_ymd_opt(full, month, day);
    let swapped = || NaiveDate::from_ymd_opt(full, day, month).filter(|_| month > 12);
    let mut read = match (straight, swapped) {
        (Some(date), _) => good(date),
        (None, swapped) => match swapped() {
            Some(date) => good(date).with(Finding::warning(
                Code::BirthSwapped,
                format!(
                    "Ngày sinh “{text}” được hiểu là {} (tháng đứng trước ngày). Hãy kiểm tra.",
                    date.format("%d/%m/%Y")
                ),
                format!("“{text}” was read as {} (month before day). Check it.", date.format("%d/%m/%Y")),
            )),
            None => return Read::bad(impossible(text)),
        },
    };
    if short {
        read = read.with(Finding::warning(
            Code::BirthTwoDigitYear,
            format!("Năm sinh trong “{text}” chỉ có hai chữ số, được hiểu là {full}."),
            format!("The year in “{text}” has two digits and was read as {full}."),
        ));
    }
    read
}

fn incomplete(text: &str) -> Finding {
    Finding::warning(
        Code::BirthIncomplete,
        format!("“{text}” thiếu ngày hoặc tháng sinh; hệ thống ghi là chỉ biết năm."),
        format!("“{text}” lacks the day or month; only the year is taken as known."),
    )
}

fn impossible(text: &str) -> Finding {
    Finding::error(
        Code::BirthImpossible,
        format!("Không có ngày “{text}” trong lịch. Hãy sửa lại ngày sinh."),
        format!("“{text}” is no day of the calendar. Correct the date of birth."),
    )
}

/// A child is under 16 (Law on Children art. 1).
fn plausible(read: Read<Birth>, today: NaiveDate) -> Read<Birth> {
    let Some(birth) = read.value else { return read };
    let shown = if birth.year_only { birth.date.format("%Y") } else { birth.date.format("%d/%m/%Y") };
    let years = if birth.year_only {
        today.year().saturating_sub(birth.date.year()).saturating_sub(1)
    } else {
        today.years_since(birth.date).and_then(|years| i32::try_from(years).ok()).unwrap_or(-1)
    };
    if birth.date > today {
        return read.with(Finding::warning(
            Code::BirthInFuture,
            format!("Ngày sinh {shown} ở tương lai. Hãy kiểm tra."),
            format!("The date of birth {shown} is in the future. Check it."),
        ));
    }
    if years >= 18 {
        return read.with(Finding::warning(
            Code::BirthTooOld,
            format!("Sinh {shown}: đã trên 18 tuổi, không phải trẻ em. Hãy kiểm tra năm sinh."),
            format!("Born {shown}: over 18, no child. Check the year."),
        ));
    }
    if years >= 16 {
        return read.with(Finding::warning(
            Code::BirthNotChild,
            format!("Sinh {shown}: đã đủ 16 tuổi, không còn là trẻ em theo Luật Trẻ em."),
            format!("Born {shown}: 16 or older, no longer a child by the Law on Children."),
        ));
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cell: Cell) -> (Option<(String, bool)>, Vec<Code>) {
        let today = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
        let read = read(&cell, today, false);
        let value = read.value.map(|birth| (birth.date.to_string(), birth.year_only));
        (value, read.findings.into_iter().map(|finding| finding.code).collect())
    }

    fn text(text: &str) -> (Option<(String, bool)>, Vec<Code>) {
        told(Cell::Text(text.into()))
    }

    #[test]
    fn every_way_of_writing_one_day() {
        for same in [
            "1/6/2015",
            "01.06.2015",
            " 1-6-2015 ",
            "01/06/2015 00:00:00",
            "ngày 1 tháng 6 năm 2015",
            "2015-06-01",
            "'01/06/2015",
            "01062015",
            "1 / 6 / 2015",
            "01/ 06 /2015.",
            "1,6,2015",
        ] {
            assert_eq!(text(same), (Some(("2015-06-01".into(), false)), vec![]), "{same}");
        }
        assert_eq!(told(Cell::Number(42_156.0)).0, Some(("2015-06-01".into(), false)));
        assert_eq!(told(Cell::Number(1_062_015.0)).0, Some(("2015-06-01".into(), false)));
        let from_1904 = read(&Cell::Number(40_694.0), NaiveDate::from_ymd_opt(2026, 6, 1).unwrap(), true);
        assert_eq!(from_1904.value.unwrap().date.to_string(), "2015-06-01");
    }

    #[test]
    fn what_is_less_than_a_day() {
        assert_eq!(text("2015"), (Some(("2015-01-01".into(), true)), vec![Code::BirthIncomplete]));
        assert_eq!(told(Cell::Number(2015.0)), text("2015"));
        assert_eq!(text("…/…/2015").0, Some(("2015-01-01".into(), true)));
        assert_eq!(text("00/00/2015").0, Some(("2015-01-01".into(), true)));
        assert_eq!(text("6/2015"), (Some(("2015-06-01".into(), true)), vec![Code::BirthIncomplete]));
        assert_eq!(told(Cell::Number(6.2015)).0, Some(("2015-06-01".into(), true)));
        assert_eq!(text("-"), (None, vec![]));
    }

    #[test]
    fn what_is_odd_or_wrong() {
        assert_eq!(text("1-6-15"), (Some(("2015-06-01".into(), false)), vec![Code::BirthTwoDigitYear]));
        assert_eq!(text("6/25/2015"), (Some(("2015-06-25".into(), false)), vec![Code::BirthSwapped]));
        assert_eq!(text("31/02/2015"), (None, vec![Code::BirthImpossible]));
        assert_eq!(text("13/2015"), (None, vec![Code::BirthImpossible]));
        assert_eq!(text("hôm qua"), (None, vec![Code::BirthUnreadable]));
        assert_eq!(text("1/6/2027").1, [Code::BirthInFuture]);
        assert_eq!(text("1/6/2010").1, [Code::BirthNotChild]);
        assert_eq!(text("2/6/2010").1, []);
        assert_eq!(text("1/6/1990").1, [Code::BirthTooOld]);
        assert_eq!(told(Cell::Number(1e300)).1, [Code::BirthUnreadable]);
        assert_eq!(told(Cell::Number(-3.0)).1, [Code::BirthUnreadable]);
        assert_eq!(told(Cell::Bool(true)).1, [Code::BirthUnreadable]);
    }
}
