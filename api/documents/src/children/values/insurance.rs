//! Health-insurance numbers: fifteen characters on older cards (`TE1 38 …`), ten digits since 2021 (Decision
//! 1351/QĐ-BHXH of 2015 and Decision 1666/QĐ-BHXH of 2020).

use chrono::NaiveDate;

use super::{Read, clean, whole};
use crate::children::ProblemCode as Code;
use crate::children::problem::Finding;
use crate::children::values::{birth, flag};
use crate::sheets::Cell;
use crate::words::{Pattern, regex};

static OLD: Pattern = regex!(r"^[A-Z]{2}\d{13}$");

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::children) enum Insurance {
    Number(String),
    /// Only that there is a card, or none.
    Has(bool),
}

pub(in crate::children) fn read(cell: &Cell) -> Read<Insurance> {
    let (text, from_number) = match cell {
        Cell::Number(number) if *number > 1.0 => match whole(*number) {
            Some(number) => (number.to_string(), true),
            None => (number.to_string(), false),
        },
        _ => (clean(cell), false),
    };
    match flag::read(cell) {
        flag::Flag::Empty => return Read::none(),
        flag::Flag::Yes => return Read::good(Insurance::Has(true)),
        flag::Flag::No => return Read::good(Insurance::Has(false)),
        flag::Flag::Other => {}
    }
    let solid: String = text.chars().filter(|char| char.is_alphanumeric()).collect::<String>().to_uppercase();
    let digits = solid.bytes().all(|byte| byte.is_ascii_digit());
    match solid.len() {
        15 if OLD.is_match(&solid) => Read::good(Insurance::Number(solid)),
        10 if digits => Read::good(Insurance::Number(solid)),
        9 if digits && from_number => {
            let full = format!("0{solid}");
            Read::good(Insurance::Number(full.clone())).with(Finding::warning(
                Code::InsuranceZeroRestored,
                format!("Mã BHYT “{text}” bị Excel bỏ số 0 ở đầu; hệ thống ghi là {full}."),
                format!("Excel dropped the leading zero of “{text}”; it was read as {full}."),
            ))
        }
        _ => Read::bad(Finding::warning(
            Code::InsuranceUnreadable,
            format!("“{text}” không phải mã thẻ BHYT (15 ký tự như TE138…, hoặc 10 chữ số)."),
            format!("“{text}” is no health-insurance number (15 characters such as TE138…, or ten digits)."),
        )),
    }
}

/// Until when a card is valid: any day, past or future.
pub(in crate::children) fn valid_to(cell: &Cell, today: NaiveDate, from_1904: bool) -> Read<NaiveDate> {
    let read = birth::read(cell, today, from_1904);
    match read.value {
        None if read.findings.is_empty() => Read::none(),
        // The end of a card's year, not its beginning, cannot be known: kept as it stands.
        Some(date) if !date.year_only => Read::good(date.date),
        _ => {
            let text = clean(cell);
            Read::bad(Finding::warning(
                Code::InsuranceDateUnreadable,
                format!("Không đọc được hạn thẻ BHYT “{text}”. Hãy ghi ngày/tháng/năm."),
                format!("The card's end “{text}” can't be read. Write day/month/year."),
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let value = |text: &str| read(&Cell::Text(text.into())).value;
        let number = |text: &str| Some(Insurance::Number(text.into()));
        assert_eq!(value("TE1382912345678"), number("TE1382912345678"));
        assert_eq!(value("te1 38 29 123 45678"), number("TE1382912345678"));
        assert_eq!(value("3823456789"), number("3823456789"));
        assert_eq!(value("x"), Some(Insurance::Has(true)));
        assert_eq!(value("không"), Some(Insurance::Has(false)));
        assert_eq!(read(&Cell::Number(123_456_789.0)).value, number("0123456789"));
        assert_eq!(read(&Cell::Text("TE12".into())).findings[0].code, Code::InsuranceUnreadable);
    }
}
