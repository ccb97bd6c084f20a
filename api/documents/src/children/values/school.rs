//! School and class, in one column or two.

use chrono::Datelike;

use super::{clean, is_blank};
use crate::sheets::Cell;
use crate::words::{Pattern, regex, squeeze};

static CLASS: Pattern = regex!(
    r"(?i)(?:\blớp\s*:?\s*)((?:1[0-2]|[1-9])\s?(?:[A-ZĐ]{1,2}\s?\d{0,2}|[./]\s?\d{1,2})?|[^\s,;:-]+(?:\s\d{1,2}[A-Z]?)?|lá|chồi|mầm)|\b((?:1[0-2]|[1-9])\s?[A-ZĐ]{1,2}\d{0,2}|(?:1[0-2]|[1-9])[./]\d{1,2})(?:$|[^\p{L}\d])"
);
static PARTED: Pattern = regex!(r"(?i)^(?:1[0-2]|[1-9])\s[a-zđ]\d{0,2}$");
static LEAD: Pattern = regex!(r"(?i)^\s*(?:học\s+)?lớp\s*[:.]?\s*");

/// A class. `3/2` that Excel made a date of becomes `3/2` again.
pub(in crate::children) fn grade(cell: &Cell) -> Option<String> {
    if let Cell::Date(date) = cell {
        return Some(format!("{}/{}", date.day(), date.month()));
    }
    let text = clean(cell);
    let bare = LEAD.replace(&text, "");
    // `5 A` is `5A`.
    let bare = if PARTED.is_match(&bare) { bare.replace(' ', "") } else { bare.into_owned() };
    (!is_blank(&text) && !bare.is_empty()).then_some(bare)
}

/// `TH Ba Đình - 5A`, `Lớp 5A trường TH Ba Đình` → school, class.
pub(in crate::children) fn both(cell: &Cell) -> (Option<String>, Option<String>) {
    if matches!(cell, Cell::Date(_) | Cell::Number(_)) {
        return (None, grade(cell));
    }
    let text = clean(cell);
    if is_blank(&text) {
        return (None, None);
    }
    let Some(captures) = CLASS.captures(&text) else { return (Some(text), None) };
    let Some(class) = captures.get(1).or_else(|| captures.get(2)) else { return (Some(text), None) };
    let from = captures.get(0).map_or(class.start(), |whole| whole.start());
    let before = text.get(..from).unwrap_or_default();
    let after = text.get(class.end()..).unwrap_or_default();
    let ends =
        |part: &str| part.trim_matches(|char: char| char.is_whitespace() || "-–,;/:().".contains(char)).to_owned();
    let (before, after) = (ends(before), ends(after));
    let school = squeeze(&format!("{before} {after}"));
    ((!school.is_empty()).then_some(school), Some(class.as_str().trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn classes() {
        let class = |text: &str| grade(&Cell::Text(text.into()));
        assert_eq!(class("Lớp 5A").as_deref(), Some("5A"));
        assert_eq!(class("5 A").as_deref(), Some("5A"));
        assert_eq!(class("-"), None);
        assert_eq!(grade(&Cell::Number(5.0)).as_deref(), Some("5"));
        assert_eq!(grade(&Cell::Date(NaiveDate::from_ymd_opt(2026, 2, 3).unwrap())).as_deref(), Some("3/2"));
    }

    #[test]
    fn school_and_class() {
        let split = |text: &str| both(&Cell::Text(text.into()));
        let pair = |school: &str, class: &str| (Some(school.to_owned()), Some(class.to_owned()));
        assert_eq!(split("TH Ba Đình - 5A"), pair("TH Ba Đình", "5A"));
        assert_eq!(split("5A - TH Ba Đình"), pair("TH Ba Đình", "5A"));
        assert_eq!(split("5A/TH Ba Đình"), pair("TH Ba Đình", "5A"));
        assert_eq!(split("Lớp 5A, trường TH Ba Đình"), pair("trường TH Ba Đình", "5A"));
        assert_eq!(split("Lớp 3/2 TH Ba Đình"), pair("TH Ba Đình", "3/2"));
        assert_eq!(split("THCS Lê Lợi"), (Some("THCS Lê Lợi".into()), None));
        assert_eq!(split("Lớp 9"), (None, Some("9".into())));
    }
}
