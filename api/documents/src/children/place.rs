//! Names of neighborhoods, schools and classes in headings, titles and names of sheets.

use crate::words::{Folded, Pattern, capitalise, regex, squeeze, tidy};

static NEIGHBORHOOD: Pattern = regex!(
    r"\b(?:(khu pho|khu dan cu|to dan pho|khoi pho|to nhan dan|thon|xom|ap|buon|lang|ban)\b|(kp|tdp|kdc)|(khu|to|khoi)\b)\s*(?:so\s*)?[.:]?\s*(\d{1,3}[a-z]?\b|[ivx]{1,5}\b|[a-z]\b|(?:[^\s\d.,;:()-]+(?:\s[^\s\d.,;:()-]+){0,3}(?:\s\d{1,2})?))"
);
static CLASS: Pattern = regex!(
    r"\blop\s*[.:]?\s*((?:1[0-2]|[1-9])\s?[a-z]{0,2}\s?\d{0,2}\b(?:[./]\d{1,2})?|(?:mau giao|nha tre|la|choi|mam|\d-\d tuoi)[^,;:()-]*)"
);
static BARE_CLASS: Pattern = regex!(r"^(?:1[0-2]|[1-9])\s?(?:[a-z]\d{0,2}|[./]\d{1,2})$");
static SCHOOL: Pattern = regex!(
    r"\b(?:truong\s+(?:tieu hoc|thcs|thpt|th|mam non|mau giao|trung hoc|mn|pho thong|lien cap)|truong\s*:|(?:th|thcs|thpt|mn)\s)[^,;:()]*"
);

/// `KP3`, `Khu phố 3: 45 trẻ`, `DANH SÁCH TRẺ EM KHU PHỐ 3` → `Khu phố 3`.
pub(super) fn neighborhood(text: &str, alone: bool) -> Option<String> {
    let text = squeeze(&tidy(text));
    let folded = Folded::new(&text);
    let captures = NEIGHBORHOOD.captures(&folded.text)?;
    let (kind, short, weak) = (captures.get(1), captures.get(2), captures.get(3));
    let name = captures.get(4)?;
    let numbered =
        name.as_str().starts_with(|char: char| char.is_ascii_digit()) || name.len() <= 2 || is_roman(name.as_str());
    // "Tổ 3" is one; "tổ chức" and "khu vực" are none. In running text only numbers are sure.
    if weak.is_some() && !numbered || !alone && !numbered && short.is_some() {
        return None;
    }
    if !alone && !numbered && !starts_upper(folded.raw(name.range())) {
        return None;
    }
    // "Ủy ban", "áp dụng" fold to the same letters as "bản", "ấp".
    let marked = |kind: &str| matches!(kind.to_lowercase().as_str(), "bản" | "ấp" | "làng" | "buôn");
    if kind.is_some_and(|kind| {
        matches!(kind.as_str(), "ban" | "ap" | "lang" | "buon") && !marked(folded.raw(kind.range()))
    }) {
        return None;
    }
    let whole = captures.get(0)?;
    if alone && whole.start() > 12 {
        return None;
    }
    let kind = match (kind.or(weak), short.map(|short| short.as_str())) {
        (Some(kind), _) => capitalise(&folded.raw(kind.range()).to_lowercase()),
        (None, Some("tdp")) => "Tổ dân phố".to_owned(),
        (None, Some("kdc")) => "Khu dân cư".to_owned(),
        _ => "Khu phố".to_owned(),
    };
    let name = folded.raw(name.range()).trim();
    let name =
        if crate::words::is_capitals(name) && !is_roman(&name.to_lowercase()) { titled(name) } else { name.to_owned() };
    Some(format!("{kind} {}", if numbered { name.to_uppercase() } else { name }))
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| matches!(char, 'i' | 'v' | 'x'))
}

fn starts_upper(text: &str) -> bool {
    text.trim().chars().next().is_some_and(char::is_uppercase)
}

fn titled(text: &str) -> String {
    let words = text.split(' ').map(|word| capitalise(&word.to_lowercase()));
    words.collect::<Vec<_>>().join(" ")
}

/// `Lớp 5A - GVCN: …` → `5A`.
pub(super) fn class(text: &str) -> Option<String> {
    let text = squeeze(&tidy(text));
    let folded = Folded::new(&text);
    if BARE_CLASS.is_match(folded.text.trim()) {
        return Some(text.trim().to_uppercase());
    }
    let found = CLASS.captures(&folded.text)?.get(1)?;
    let class = folded.raw(found.range()).trim();
    Some(if class.starts_with(|char: char| char.is_ascii_digit()) {
        class.to_uppercase().replace(' ', "")
    } else {
        class.to_owned()
    })
}

/// `TRƯỜNG TIỂU HỌC BA ĐÌNH` → as written.
pub(super) fn school(text: &str) -> Option<String> {
    let text = squeeze(&tidy(text));
    let folded = Folded::new(&text);
    let found = SCHOOL.find(&folded.text)?;
    let name = folded.raw(found.range()).trim().trim_end_matches(['-', '–', '.', ' ']);
    let name = match Folded::new(name).text.find(" lop ") {
        Some(place) => name.get(..Folded::new(name).place(place)).unwrap_or(name),
        None => name,
    };
    let name = name.trim_end_matches([' ', '-', '–', ',']);
    (crate::words::char_count(name) >= 4).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighborhoods() {
        for (text, expected) in [
            ("KP3", "Khu phố 3"),
            ("KP 3", "Khu phố 3"),
            ("Khu phố 3", "Khu phố 3"),
            ("KHU PHỐ 3", "Khu phố 3"),
            ("I. Khu phố 3", "Khu phố 3"),
            ("Khu phố 3: 45 trẻ", "Khu phố 3"),
            ("TDP số 5", "Tổ dân phố 5"),
            ("Thôn Nghĩa Môn", "Thôn Nghĩa Môn"),
            ("THÔN NGHĨA MÔN", "Thôn Nghĩa Môn"),
            ("Tổ 7", "Tổ 7"),
        ] {
            assert_eq!(neighborhood(text, true).as_deref(), Some(expected), "{text}");
        }
        for nothing in ["Sheet1", "Danh sách", "Tổ chức", "Bảng 1", "Lớp 5A"] {
            assert_eq!(neighborhood(nothing, true), None, "{nothing}");
        }
        assert_eq!(neighborhood("DANH SÁCH TRẺ EM KHU PHỐ 3 NĂM 2025", false).as_deref(), Some("Khu phố 3"));
        assert_eq!(neighborhood("Tổng hợp trẻ em trên địa bàn phường", false), None);
    }

    #[test]
    fn classes_and_schools() {
        assert_eq!(class("Lớp 5A").as_deref(), Some("5A"));
        assert_eq!(class("LỚP: 5 A - GVCN: Nguyễn Thị Hoa").as_deref(), Some("5A"));
        assert_eq!(class("5A1").as_deref(), Some("5A1"));
        assert_eq!(class("Khu phố 3"), None);
        assert_eq!(school("TRƯỜNG TIỂU HỌC BA ĐÌNH").as_deref(), Some("TRƯỜNG TIỂU HỌC BA ĐÌNH"));
        assert_eq!(school("Danh sách lớp 5A"), None);
    }
}
