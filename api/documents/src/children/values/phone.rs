//! Phone numbers of Vietnam (Circular 22/2014 and its change of 2018: ten digits, landlines eleven).

use super::{Read, clean, is_blank, whole};
use crate::children::ProblemCode as Code;
use crate::children::problem::Finding;
use crate::sheets::Cell;
use crate::words::{Pattern, regex};

static PART: Pattern = regex!(r"\s*(?:[/;,|\n]|\s-\s|\s(?:và|hoặc|hay)\s)\s*");

pub(in crate::children) fn read(cell: &Cell) -> Read<Vec<String>> {
    let text = match cell {
        Cell::Number(number) => match whole(*number) {
            Some(number) => number.to_string(),
            None => number.to_string(),
        },
        Cell::Text(text) => crate::words::tidy(text),
        _ => clean(cell),
    };
    if is_blank(&text) {
        return Read::none();
    }
    let mut phones = Vec::new();
    let (mut restored, mut lost) = (false, false);
    for part in PART.split(&text).filter(|part| !part.trim().is_empty()) {
        lost |= part.chars().any(char::is_alphabetic);
        let found = of_digits(&digits(part), &mut restored);
        lost |= found.is_empty();
        for phone in found {
            if !phones.contains(&phone) {
                phones.push(phone);
            }
        }
    }
    let shown = clean(&Cell::Text(text.as_str().into()));
    if phones.is_empty() {
        return Read::bad(Finding::warning(
            Code::PhoneUnreadable,
            format!("“{shown}” không phải số điện thoại Việt Nam (10 chữ số, bắt đầu bằng 0)."),
            format!("“{shown}” is no Vietnamese phone number (ten digits that begin with 0)."),
        ));
    }
    let mut read = Read::good(phones);
    if restored {
        read = read.with(Finding::warning(
            Code::PhoneZeroRestored,
            format!("Số điện thoại “{shown}” bị Excel bỏ số 0 ở đầu; hệ thống đã thêm lại."),
            format!("Excel dropped the leading zero of “{shown}”; it was put back."),
        ));
    }
    if lost { read.keeping() } else { read }
}

fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let country = ["0084", "84"].into_iter().find_map(|code| digits.strip_prefix(code));
    match country.filter(|rest| {
        matches!(rest.len(), 9 | 10) && !(digits.len() == 10 && digits.starts_with("84") && !text.contains('+'))
    }) {
        // +84 (0)912…
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

fn of_digits(digits: &str, restored: &mut bool) -> Vec<String> {
    if is_phone(digits) {
        return vec![digits.to_owned()];
    }
    let with_zero = format!("0{digits}");
    if !digits.starts_with('0') && is_phone(&with_zero) {
        *restored = true;
        return vec![with_zero];
    }
    // Two numbers with only a blank between them.
    let halves =
        digits.split_at_checked(digits.len() / 2).filter(|_| digits.len() >= 18 && digits.len().is_multiple_of(2));
    match halves {
        Some((first, second)) => {
            let both: Vec<String> = [first, second].into_iter().flat_map(|half| of_digits(half, restored)).collect();
            if both.len() == 2 { both } else { Vec::new() }
        }
        None => Vec::new(),
    }
}

/// Mobiles 03, 05, 07, 08, 09 and ten digits; landlines 02 and eleven.
fn is_phone(digits: &str) -> bool {
    let start = digits.get(..2).unwrap_or_default();
    match digits.len() {
        10 => matches!(start, "03" | "05" | "07" | "08" | "09" | "02"),
        11 => start == "02",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Vec<String>, Vec<Code>, bool) {
        let read = read(&Cell::Text(text.into()));
        let codes = read.findings.into_iter().map(|finding| finding.code).collect();
        (read.value.unwrap_or_default(), codes, read.keep)
    }

    #[test]
    fn numbers() {
        let one = || vec!["0912345678".to_owned()];
        for same in [
            "0912345678",
            "0912 345 678",
            "0912.345.678",
            "+84 912 345 678",
            "84912345678",
            "0912-345-678",
            "(+84) 0912345678",
        ] {
            assert_eq!(told(same), (one(), vec![], false), "{same}");
        }
        assert_eq!(told("912345678"), (one(), vec![Code::PhoneZeroRestored], false));
        let number = read(&Cell::Number(912_345_678.0));
        assert_eq!(number.value, Some(one()));
        assert_eq!(told("0912345678 (mẹ)"), (one(), vec![], true));
        assert_eq!(told("02373123456").0, ["02373123456"]);
    }

    #[test]
    fn two_in_one_cell() {
        let two = ["0912345678", "0387654321"];
        for same in [
            "0912345678/0387654321",
            "0912345678; 0387654321",
            "0912345678\n0387654321",
            "0912.345.678 - 0387.654.321",
            "0912345678 0387654321",
        ] {
            assert_eq!(told(same).0, two, "{same}");
        }
    }

    #[test]
    fn no_numbers() {
        assert_eq!(told("12345").1, [Code::PhoneUnreadable]);
        assert_eq!(told("không có"), (vec![], vec![], false));
        assert_eq!(told("0912345678; 123").0, ["0912345678"]);
        assert!(told("0912345678; 123").2);
    }
}
