//! Ages, quarters and the table that is counted from rows. Pure.

use bup_documents::injuries::{Count, InjuryRow as PaperRow, KINDS};
use chrono::{Datelike, Months, NaiveDate};

use super::model::{AgeBand, InjuryCount, InjuryKind, InjuryLine, InjuryOutcome, InjuryPlaceKind};
use crate::error::Message;
use crate::features::children::model::Sex;

pub const IN_FUTURE: Message =
    Message::new("in_future", "Ngày này chưa đến. Hãy nhập ngày đã qua.", "This day has not come yet.");
pub const BEFORE_BIRTH: Message = Message::new(
    "before_birth",
    "Ngày xảy ra trước ngày sinh của trẻ.",
    "This day lies before the child's day of birth.",
);
pub const NO_CHILD: Message =
    Message::new("no_child", "Ngày xảy ra, người này đã quá 16 tuổi.", "On that day this person was older than 16.");
pub const SEX_MISSING: Message = Message::new(
    "sex_missing",
    "Hãy chọn nam hoặc nữ: biểu báo cáo chia theo giới tính.",
    "Choose male or female: the report counts by sex.",
);
pub const CHILD_UNKNOWN: Message = Message::new(
    "child_unknown",
    "Trẻ không có trong danh sách hoặc không thuộc phạm vi của anh/chị.",
    "The child is not on the list, or not within your scope.",
);
pub const CANCELLED: Message = Message::new(
    "cancelled",
    "Bản ghi này đã hủy nên không sửa được nữa.",
    "This record was cancelled and cannot be changed any more.",
);

/// The last band of the form ends with sixteen.
pub const AGE_MAX: i32 = 16;

impl AgeBand {
    pub fn of(age: i32) -> Self {
        match age {
            ..=5 => Self::UpTo5,
            6..=9 => Self::From6To9,
            10..=13 => Self::From10To13,
            _ => Self::From14To16,
        }
    }

    /// First and last age.
    pub fn ages(self) -> (i32, i32) {
        match self {
            Self::UpTo5 => (0, 5),
            Self::From6To9 => (6, 9),
            Self::From10To13 => (10, 13),
            Self::From14To16 => (14, AGE_MAX),
        }
    }

    fn place(self) -> usize {
        Self::ALL.iter().position(|band| *band == self).unwrap_or(0)
    }
}

impl InjuryKind {
    fn place(self) -> usize {
        Self::ALL.iter().position(|kind| *kind == self).unwrap_or(0)
    }

    pub fn label(self) -> &'static str {
        KINDS.get(self.place()).copied().unwrap_or_default()
    }
}

/// First and last day of a quarter.
pub fn quarter(year: i32, quarter: i32) -> Option<(NaiveDate, NaiveDate)> {
    if !(2000..=2100).contains(&year) || !(1..=4).contains(&quarter) {
        return None;
    }
    let month = u32::try_from(quarter * 3 - 2).ok()?;
    let from = NaiveDate::from_ymd_opt(year, month, 1)?;
    let to = from.checked_add_months(Months::new(3))?.pred_opt()?;
    Some((from, to))
}

pub fn quarter_name(year: i32, quarter: i32) -> String {
    let number = ["I", "II", "III", "IV"].get(usize::try_from(quarter - 1).unwrap_or(0)).copied().unwrap_or_default();
    format!("Quý {number} năm {year}")
}

/// Full years on the day it happened; of whom only the year is known, the years between.
pub fn age_on(born: NaiveDate, birth_year_only: bool, day: NaiveDate) -> i32 {
    let had_birthday = birth_year_only || (day.month(), day.day()) >= (born.month(), born.day());
    day.year() - born.year() - i32::from(!had_birthday)
}

/// What a row counts by.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    pub kind: InjuryKind,
    pub sex: Sex,
    pub age: i32,
    pub place_kind: InjuryPlaceKind,
    pub outcome: InjuryOutcome,
}

fn blank(kind: Option<InjuryKind>) -> InjuryLine {
    InjuryLine {
        kind,
        label: kind.map_or("Tổng số", InjuryKind::label).to_owned(),
        boys: InjuryCount::default(),
        girls: InjuryCount::default(),
        ages: vec![InjuryCount::default(); AgeBand::ALL.len()],
        places: vec![InjuryCount::default(); InjuryPlaceKind::ALL.len()],
        total: InjuryCount::default(),
    }
}

impl InjuryLine {
    fn add(&mut self, row: Counted) {
        let place = InjuryPlaceKind::ALL.iter().position(|one| *one == row.place_kind).unwrap_or(0);
        let by_sex = if row.sex == Sex::Female { &mut self.girls } else { &mut self.boys };
        let counts = [
            Some(by_sex),
            Some(&mut self.total),
            self.ages.get_mut(AgeBand::of(row.age).place()),
            self.places.get_mut(place),
        ];
        for count in counts.into_iter().flatten() {
            count.cases += 1;
            count.deaths += i64::from(row.outcome == InjuryOutcome::Dead);
        }
    }

    /// As the form takes it.
    pub fn paper(&self) -> PaperRow {
        let number = |value: i64| u32::try_from(value).unwrap_or(u32::MAX);
        let count = |count: &InjuryCount| Count { cases: number(count.cases), deaths: number(count.deaths) };
        let at = |counts: &[InjuryCount], place: usize| counts.get(place).map(count).unwrap_or_default();
        PaperRow {
            boys: count(&self.boys),
            girls: count(&self.girls),
            ages: std::array::from_fn(|place| at(&self.ages, place)),
            places: std::array::from_fn(|place| at(&self.places, place)),
        }
    }
}

/// The lines of the table, one a kind in the order of the form, and their sum.
pub fn lines(rows: &[Counted]) -> (Vec<InjuryLine>, InjuryLine) {
    let mut lines: Vec<InjuryLine> = InjuryKind::ALL.iter().map(|kind| blank(Some(*kind))).collect();
    let mut total = blank(None);
    for row in rows {
        if let Some(line) = lines.get_mut(row.kind.place()) {
            line.add(*row);
        }
        total.add(*row);
    }
    (lines, total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_else(|_| panic!("{text}"))
    }

    #[test]
    fn quarters_end_on_their_last_day() {
        assert_eq!(quarter(2024, 1), Some((day("2024-01-01"), day("2024-03-31"))));
        assert_eq!(quarter(2024, 4), Some((day("2024-10-01"), day("2024-12-31"))));
        assert_eq!((quarter(2024, 0), quarter(2024, 5), quarter(1, 1)), (None, None, None));
        assert_eq!(quarter_name(2026, 3), "Quý III năm 2026");
    }

    #[test]
    fn the_age_is_that_of_the_day() {
        assert_eq!(age_on(day("2018-06-10"), false, day("2024-06-09")), 5);
        assert_eq!(age_on(day("2018-06-10"), false, day("2024-06-10")), 6);
        assert_eq!(AgeBand::of(5), AgeBand::UpTo5);
        assert_eq!((AgeBand::of(13), AgeBand::of(16)), (AgeBand::From10To13, AgeBand::From14To16));
    }

    #[test]
    fn every_sum_is_the_sum_of_its_parts() {
        let row = |kind, sex, age, outcome| Counted { kind, sex, age, place_kind: InjuryPlaceKind::Community, outcome };
        let rows = [
            row(InjuryKind::Drowning, Sex::Male, 8, InjuryOutcome::Dead),
            row(InjuryKind::Drowning, Sex::Female, 15, InjuryOutcome::Recovered),
            row(InjuryKind::Fall, Sex::Female, 3, InjuryOutcome::Treating),
        ];
        let (lines, total) = lines(&rows);
        assert_eq!(total.total, InjuryCount { cases: 3, deaths: 1 });
        assert_eq!(lines.iter().map(|line| line.total.cases).sum::<i64>(), 3);
        for line in lines.iter().chain([&total]) {
            assert_eq!(line.boys.cases + line.girls.cases, line.total.cases);
            assert_eq!(line.ages.iter().map(|count| count.cases).sum::<i64>(), line.total.cases);
            assert_eq!(line.places.iter().map(|count| count.deaths).sum::<i64>(), line.total.deaths);
        }
    }
}
