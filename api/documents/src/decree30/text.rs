//! Words from anywhere → words that may stand in XML and on paper.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use unicode_normalization::UnicodeNormalization;

/// What a hand fills in.
pub(crate) const BLANK: &str = "……";

/// NFC, one kind of line end, a tab is a space. Control characters are dropped: most are forbidden in XML even as
/// references, and the rest mean nothing on paper.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut after_return = false;
    for char in text.nfc() {
        match char {
            '\n' if after_return => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            '\t' => cleaned.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if char.is_control() => {}
            _ => cleaned.push(char),
        }
        after_return = char == '\r';
    }
    cleaned
}

/// Clean, on one line, ready to stand between tags or in an attribute.
pub(super) fn attribute(text: &str) -> String {
    quick_xml::escape::escape(clean(text).replace('\n', " ")).into_owned()
}

pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    quick_xml::escape::partial_escape(text)
}

/// In capitals, as written on paper: NFC before, so that every letter keeps its mark.
pub(crate) fn capitals(text: &str) -> String {
    clean(text).to_uppercase()
}

/// "BIÊN BẢN" → "Biên bản".
pub(super) fn sentence_case(text: &str) -> String {
    capitalized(&clean(text).to_lowercase())
}

/// With a capital at the beginning, the rest as it is.
pub(super) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// On one line without what already ends it.
pub(crate) fn unpunctuated(text: &str) -> String {
    clean(text).replace('\n', " ").trim().trim_end_matches([';', '.', ',', ' ']).to_owned()
}

/// On one line; dots where there is nothing.
pub(crate) fn or_blank(text: Option<&str>) -> String {
    match text.map(str::trim) {
        None | Some("") => BLANK.repeat(4),
        Some(text) => clean(text).replace('\n', " "),
    }
}

/// Ends in a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', ':', ';']) { text.to_owned() } else { format!("{text}.") }
}

/// Days below 10 and the months 1 and 2 have a leading zero: nobody can then write a digit before them.
pub(crate) fn long_date(date: Option<NaiveDate>) -> String {
    let Some(date) = date else { return format!("ngày {BLANK} tháng {BLANK} năm {BLANK}") };
    let (day, month, year) = (date.day(), date.month(), date.year());
    let month = if month <= 2 { format!("{month:02}") } else { month.to_string() };
    format!("ngày {day:02} tháng {month} năm {year}")
}

/// Eight o'clock is "08 giờ 00 phút".
pub(crate) fn clock(time: Option<NaiveTime>) -> String {
    match time {
        Some(time) => format!("{:02} giờ {:02} phút", time.hour(), time.minute()),
        None => format!("{BLANK} giờ {BLANK} phút"),
    }
}

pub(crate) fn short_date(date: Option<NaiveDate>) -> String {
    date.map(|date| date.format("%d/%m/%Y").to_string()).unwrap_or_default()
}

/// 1 → I; what no Roman ever wrote stays as it is.
pub(crate) fn roman(number: usize) -> String {
    const SIGNS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            written.push_str(sign);
            rest -= value;
        }
    }
    written
}

/// The alphabet of Vietnamese lists: đ is in it; f, j, w and z are not.
pub(super) fn letter(number: usize) -> String {
    const LETTERS: [char; 23] = [
        'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x',
        'y',
    ];
    number.checked_sub(1).and_then(|index| LETTERS.get(index)).map_or_else(|| number.to_string(), char::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_the_decree_writes_them() {
        let on = |year, month, day| long_date(NaiveDate::from_ymd_opt(year, month, day));
        assert_eq!(on(2026, 2, 5), "ngày 05 tháng 02 năm 2026");
        assert_eq!(on(2026, 5, 29), "ngày 29 tháng 5 năm 2026");
        assert_eq!(on(2026, 12, 1), "ngày 01 tháng 12 năm 2026");
        assert_eq!(long_date(None), "ngày …… tháng …… năm ……");
    }

    #[test]
    fn numbers_of_headings() {
        assert_eq!([1, 4, 9, 14, 1999].map(roman), ["I", "IV", "IX", "XIV", "MCMXCIX"]);
        assert_eq!([1, 5, 7, 23, 24].map(letter), ["a", "đ", "g", "y", "24"]);
    }

    #[test]
    fn only_what_paper_can_show() {
        assert_eq!(clean("a\0b\u{7}c\td\r\ne\rf\u{85}\u{ffff}"), "abc d\ne\nf");
        assert_eq!(clean("Nguye\u{302}\u{303}n"), "Nguyễn");
        assert_eq!(capitals("Nguyễn Thị Đào"), "NGUYỄN THỊ ĐÀO");
        assert_eq!(sentence_case("BIÊN BẢN"), "Biên bản");
        assert_eq!(attribute("<\"&'\n>"), "&lt;&quot;&amp;&apos; &gt;");
    }
}
