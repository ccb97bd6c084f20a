//! What may be said of a child, and what may happen to its row. Pure.
//!
//! A child is a person under 16 (Law on Children 2016, art. 1).

use chrono::{Datelike, Months, NaiveDate};

use super::model::{Addresses, ChildRow, ChildStatus, Guardian, Sex};
use crate::error::{Error, Message, Result};
use crate::input::Checks;
use crate::text;

/// The age at which somebody is no child any more (Law on Children 2016, art. 1).
pub const GROWN_UP: u32 = 16;

pub const NAME_MAX: usize = 100;
pub const TEXT_MAX: usize = 4000;

pub const NAME_BAD: Message = Message::new(
    "name_bad",
    "Họ và tên chỉ gồm chữ, có ít nhất hai chữ cái, không chứa chữ số.",
    "A name has letters only, at least two, and no digits.",
);
pub const BORN_LATER: Message =
    Message::new("born_later", "Ngày sinh không được sau hôm nay.", "The day of birth may not lie after today.");
pub const NO_CHILD: Message = Message::new(
    "no_child",
    "Người sinh ngày này đã đủ 16 tuổi, không còn là trẻ em (Điều 1 Luật Trẻ em).",
    "Whoever was born on this day is 16 or older and no child any more (Law on Children, art. 1).",
);
pub const PERSONAL_ID_BAD: Message = Message::new(
    "personal_id_bad",
    "Số định danh cá nhân gồm đúng 12 chữ số.",
    "A personal identification number has exactly 12 digits.",
);
pub const PERSONAL_ID_TAKEN: Message = Message::new(
    "personal_id_taken",
    "Số định danh này đã có ở một trẻ khác. Hãy kiểm tra lại; nếu đúng là một trẻ, hãy gộp hai hồ sơ.",
    "Another child has this number. Check it; if they are one child, merge the two rows.",
);
pub const ETHNICITY_BAD: Message = Message::new(
    "ethnicity_bad",
    "Mã dân tộc gồm hai chữ số, từ 01 đến 55 (01 là Kinh).",
    "The code of an ethnic group has two digits, 01 to 55 (01 is Kinh).",
);
pub const INSURANCE_BAD: Message = Message::new(
    "insurance_bad",
    "Số thẻ bảo hiểm y tế gồm 10 chữ số, hoặc 15 ký tự của thẻ cũ.",
    "A health-insurance number has 10 digits, or the 15 characters of an old card.",
);
pub const TOO_MANY_GUARDIANS: Message =
    Message::new("too_many_guardians", "Tối đa sáu người chăm sóc.", "At most six guardians.");
pub const NEIGHBORHOOD_MISSING: Message = Message::new(
    "neighborhood_missing",
    "Hãy chọn khu phố nơi trẻ đang sống, hoặc trường trẻ đang học.",
    "Choose the neighborhood where the child lives, or the school.",
);
pub const NOT_YOUR_FIELD: Message = Message::new(
    "field_not_yours",
    "Vai trò của anh/chị chỉ sửa mục về sức khỏe và bảo hiểm y tế của trẻ.",
    "Your role changes only what is about the child's health and insurance.",
);

/// A number's parts say something else than the row; shown, never refused: the law guarantees only twelve digits
/// (Law on Identity 26/2023, art. 12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdDoubt {
    Sex,
    Year,
}

/// The first day on which somebody is 16.
pub fn grows_up_on(date_of_birth: NaiveDate) -> NaiveDate {
    date_of_birth.checked_add_months(Months::new(GROWN_UP * 12)).unwrap_or(NaiveDate::MAX)
}

/// The first day on which somebody is 16 for sure: of whom only the year is known, the last day of that year counts.
pub fn surely_grown_on(date_of_birth: NaiveDate, birth_year_only: bool) -> NaiveDate {
    let latest = NaiveDate::from_ymd_opt(date_of_birth.year(), 12, 31).filter(|_| birth_year_only);
    grows_up_on(latest.unwrap_or(date_of_birth))
}

/// The first day on which somebody is so old by [`age`]: without a 29 February it is 1 March.
pub fn birthday(date_of_birth: NaiveDate, years: i32) -> NaiveDate {
    let year = date_of_birth.year().saturating_add(years);
    let day = NaiveDate::from_ymd_opt(year, date_of_birth.month(), date_of_birth.day());
    day.or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(NaiveDate::MAX)
}

/// Full years on a day.
pub fn age(date_of_birth: NaiveDate, today: NaiveDate) -> i32 {
    let years = today.year() - date_of_birth.year();
    let had_birthday = (today.month(), today.day()) >= (date_of_birth.month(), date_of_birth.day());
    (years - i32::from(!had_birthday)).max(0)
}

/// The days of birth of everybody who has between `from` and `to` full years today.
pub fn born_between(from: Option<i32>, to: Option<i32>, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let back = |years: i32| {
        let months = u32::try_from(years.clamp(0, 200)).unwrap_or(0) * 12;
        today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN)
    };
    let earliest = to.and_then(|to| back(to.saturating_add(1)).succ_opt());
    (earliest, from.map(back))
}

pub fn check_name(checks: &mut Checks, field: &str, name: &str) -> String {
    let name = checks.line(field, name, NAME_MAX);
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if !name.is_empty() && (letters < 2 || name.chars().any(|c| c.is_ascii_digit() || "<>{}[]|=+*/\\@#$%^".contains(c)))
    {
        checks.fail(field, NAME_BAD);
    }
    name
}

/// A day on which somebody may have been born who is entered today: a child, as far as anybody can tell.
pub fn check_birth(checks: &mut Checks, born: NaiveDate, birth_year_only: bool, today: NaiveDate) -> NaiveDate {
    if surely_grown_on(born, birth_year_only) <= today {
        checks.fail("date_of_birth", NO_CHILD);
    }
    check_day_of_birth(checks, born, today)
}

/// A day on which somebody may have been born who is on the list already.
pub fn check_day_of_birth(checks: &mut Checks, born: NaiveDate, today: NaiveDate) -> NaiveDate {
    if born > today {
        checks.fail("date_of_birth", BORN_LATER);
    } else if born.year() < 1990 {
        checks.fail("date_of_birth", NO_CHILD);
    }
    born
}

/// Twelve digits, blanks and dots dropped.
pub fn check_personal_id(checks: &mut Checks, field: &str, typed: Option<&str>) -> Option<String> {
    let typed = checks.optional_line(field, typed, 40)?;
    let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    if digits.len() != 12 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        checks.fail(field, PERSONAL_ID_BAD);
        return None;
    }
    Some(digits)
}

/// What the parts of a number contradict (Decree 137/2015; only a hint since 2024).
pub fn doubts(personal_id: &str, sex: Sex, born: NaiveDate) -> Vec<IdDoubt> {
    let mut doubts = Vec::new();
    let Some(century) = personal_id.chars().nth(3).and_then(|c| c.to_digit(10)) else { return doubts };
    let said = if century % 2 == 0 { Sex::Male } else { Sex::Female };
    if sex != Sex::Unknown && sex != said {
        doubts.push(IdDoubt::Sex);
    }
    let year = personal_id.get(4..6).and_then(|two| two.parse::<i32>().ok());
    let since = 1900 + 100 * i32::try_from(century / 2).unwrap_or(0);
    if year.is_some_and(|two| since + two != born.year()) {
        doubts.push(IdDoubt::Year);
    }
    doubts
}

pub fn check_ethnicity(checks: &mut Checks, field: &str, typed: Option<&str>) -> Option<String> {
    let code = checks.optional_line(field, typed, 10)?;
    let is_known = code.len() == 2 && code.parse::<u8>().is_ok_and(|number| (1..=55).contains(&number));
    if !is_known {
        checks.fail(field, ETHNICITY_BAD);
    }
    Some(code)
}

/// Ten digits, or the fifteen characters of a card before 2021 (two letters first).
pub fn check_insurance(checks: &mut Checks, field: &str, typed: Option<&str>) -> Option<String> {
    let typed = checks.optional_line(field, typed, 40)?;
    let number: String = typed.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect::<String>().to_uppercase();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let is_new = number.len() == 10 && digits(&number);
    let (letters, rest) = (number.get(..2).unwrap_or(""), number.get(2..).unwrap_or(""));
    let is_old = number.len() == 15 && letters.bytes().all(|b| b.is_ascii_uppercase()) && digits(rest);
    if !is_new && !is_old {
        checks.fail(field, INSURANCE_BAD);
    }
    Some(number)
}

pub fn check_guardians(checks: &mut Checks, guardians: &[Guardian]) -> Vec<Guardian> {
    if guardians.len() > 6 {
        checks.fail("guardians", TOO_MANY_GUARDIANS);
    }
    let check = |(at, one): (usize, &Guardian)| Guardian {
        relation: one.relation,
        full_name: check_name(checks, &format!("guardians[{at}].full_name"), &one.full_name),
        phone: checks.phone(&format!("guardians[{at}].phone"), one.phone.as_deref()),
        occupation: checks
            .optional_line(&format!("guardians[{at}].occupation"), Some(&one.occupation), 100)
            .unwrap_or_default(),
    };
    guardians.iter().take(6).enumerate().map(check).collect()
}

pub fn check_addresses(checks: &mut Checks, actual: &str, permanent: &str, temporary: &str) -> Addresses {
    let mut line = |field: &str, value: &str| checks.optional_line(field, Some(value), 300).unwrap_or_default();
    Addresses {
        actual: line("address", actual),
        permanent: line("permanent_address", permanent),
        temporary: line("temporary_address", temporary),
    }
}

/// What two spellings of one name have in common: the words without marks, in the order of the alphabet.
pub fn match_key(name: &str) -> String {
    let key = text::search_key(name);
    let mut words: Vec<&str> = key.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// What can happen to a row in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Edit,
    Move,
    MoveOut,
    Return,
    Die,
}

impl std::fmt::Display for Turn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Edit => "edit",
            Self::Move => "move",
            Self::MoveOut => "move_out",
            Self::Return => "return",
            Self::Die => "died",
        })
    }
}

pub fn possible(status: ChildStatus) -> &'static [Turn] {
    match status {
        ChildStatus::Active => &[Turn::Edit, Turn::Move, Turn::MoveOut, Turn::Die],
        ChildStatus::MovedOut => &[Turn::Edit, Turn::Return, Turn::Die],
        ChildStatus::AgedOut => &[Turn::Edit],
        ChildStatus::Deceased | ChildStatus::Erased => &[],
    }
}

/// # Errors
/// 409 with what is possible now.
pub fn check_turn(row: &ChildRow, turn: Turn) -> Result<()> {
    let allowed = possible(row.status);
    if allowed.contains(&turn) { Ok(()) } else { Err(Error::wrong_state(allowed)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn age_counts_full_years() {
        assert_eq!(age(day("2010-06-04"), day("2024-06-03")), 13);
        assert_eq!(age(day("2010-06-03"), day("2024-06-03")), 14);
        assert_eq!(age(day("2020-02-29"), day("2024-02-28")), 3);
        assert_eq!(age(day("2025-01-01"), day("2024-06-03")), 0);
    }

    #[test]
    fn a_birthday_is_the_day_on_which_the_age_changes() {
        for born in ["2017-06-03", "2016-02-29", "2017-01-01"] {
            let on = birthday(day(born), 7);
            assert_eq!((age(day(born), on), age(day(born), on.pred_opt().unwrap())), (7, 6), "{born}");
        }
        assert_eq!(birthday(NaiveDate::MAX, 7), NaiveDate::MAX);
    }

    #[test]
    fn a_child_is_under_sixteen() {
        assert_eq!(grows_up_on(day("2008-06-03")), day("2024-06-03"));
        assert_eq!(grows_up_on(day("2008-02-29")), day("2024-02-29"));
        assert_eq!(surely_grown_on(day("2008-01-01"), true), day("2024-12-31"));
        for (born, year_only, is_child) in [
            ("2008-06-03", false, false),
            ("2008-06-04", false, true),
            ("2008-01-01", true, true),
            ("2007-01-01", true, false),
        ] {
            let mut checks = Checks::new();
            check_birth(&mut checks, day(born), year_only, day("2024-06-03"));
            assert_eq!(checks.finish().is_ok(), is_child, "{born}");
        }
    }

    #[test]
    fn ages_become_days_of_birth() {
        let today = day("2024-06-03");
        let (earliest, latest) = born_between(Some(6), Some(10), today);
        assert_eq!((earliest, latest), (Some(day("2013-06-04")), Some(day("2018-06-03"))));
        for born in ["2013-06-04", "2018-06-03"] {
            assert!((6..=10).contains(&age(day(born), today)));
        }
        assert_eq!(age(day("2013-06-03"), today), 11);
    }

    #[test]
    fn numbers_are_doubted_but_taken() {
        assert!(doubts("038216001234", Sex::Male, day("2016-05-01")).is_empty());
        assert_eq!(doubts("038316001234", Sex::Male, day("2016-05-01")), [IdDoubt::Sex]);
        assert_eq!(doubts("038215001234", Sex::Male, day("2016-05-01")), [IdDoubt::Year]);
        assert_eq!(doubts("038015001234", Sex::Unknown, day("2015-05-01")), [IdDoubt::Year]);
    }

    #[test]
    fn names_match_without_marks_and_order() {
        assert_eq!(match_key("Nguyễn Thị Hoà"), match_key("hòa  nguyen THI"));
        assert_ne!(match_key("Nguyễn Thị Hoà"), match_key("Nguyễn Thị Hoa Mai"));
    }

    #[test]
    fn insurance_numbers_are_new_or_old() {
        for (typed, good) in [("0123456789", true), ("TE1 38 29 123 45678", true), ("TE138", false), ("abc", false)] {
            let mut checks = Checks::new();
            check_insurance(&mut checks, "f", Some(typed));
            assert_eq!(checks.finish().is_ok(), good, "{typed}");
        }
    }
}
