//! Dates that are numbers: days since 1900 or 1904, shown as dates by a number format (ECMA-376 part 1, 18.17.4).

use chrono::{Days, NaiveDate};

/// `None` for what is no date of those systems.
pub(crate) fn date_of_serial(serial: f64, from_1904: bool) -> Option<NaiveDate> {
    if !(0.0..=2_958_465.99).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let days = serial.floor() as u64;
    if from_1904 {
        return NaiveDate::from_ymd_opt(1904, 1, 1)?.checked_add_days(Days::new(days));
    }
    // Excel counts 29 February 1900, which never was: before it the days are one further.
    let days = match days {
        0 => return None,
        1..=59 => days + 1,
        _ => days,
    };
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days))
}

/// Does a built-in format show a date? (18.8.30; 27–36 and 50–58 are East Asian ones.)
pub(super) fn is_date_format_id(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 34..=36 | 50..=54 | 57 | 58)
}

/// Does a format of the file's own show a date? It has a day or a year outside quotes, escapes and brackets.
pub(super) fn is_date_format(code: &str) -> bool {
    let mut chars = code.chars();
    let mut found = false;
    while let Some(char) = chars.next() {
        match char {
            '"' => while chars.next().is_some_and(|char| char != '"') {},
            '[' => while chars.next().is_some_and(|char| char != ']') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            'd' | 'D' | 'y' | 'Y' => found = true,
            '#' | '0' | '?' => return false,
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_of_both_systems() {
        let date = |serial, mac| date_of_serial(serial, mac).map(|date| date.to_string());
        assert_eq!(date(42_156.0, false).as_deref(), Some("2015-06-01"));
        assert_eq!(date(42_156.75, false).as_deref(), Some("2015-06-01"));
        assert_eq!(date(40_694.0, true).as_deref(), Some("2015-06-01"));
        assert_eq!(date(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(date(61.0, false).as_deref(), Some("1900-03-01"));
        for nothing in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(date(nothing, false), None);
        }
    }

    #[test]
    fn formats_of_dates() {
        for code in ["dd/mm/yyyy", "[$-1010000]d/m/yyyy;@", "yyyy\\-mm\\-dd", "mm/yyyy", "D/M/YY"] {
            assert!(is_date_format(code), "{code}");
        }
        for code in ["General", "@", "0", "#,##0 \"đồng\"", "[Red]0.00", "#,##0\\ \"d\"", "hh:mm", "0\"day\""] {
            assert!(!is_date_format(code), "{code}");
        }
    }
}
