//! Names of people: one way of writing them, and what is no name.

use super::{Read, clean, is_blank};
use crate::children::ProblemCode as Code;
use crate::children::problem::Finding;
use crate::sheets::Cell;
use crate::words::{char_count, squeeze};

/// Longer than any name.
const MAX_CHARS: usize = 100;

/// A child's name: what is wrong with it is an error.
pub(in crate::children) fn of_child(text: &str) -> Read<String> {
    let (name, aside) = without_aside(text);
    if name.is_empty() {
        return Read::none();
    }
    let letters = name.chars().filter(|char| char.is_alphabetic()).count();
    let strange = name.chars().any(|char| !(char.is_alphabetic() || " '’-.".contains(char)));
    if strange || letters < 2 || char_count(&name) > MAX_CHARS {
        return Read::bad(Finding::error(
            Code::NameUnreadable,
            format!("“{}” không phải họ tên. Hãy ghi đầy đủ họ, tên đệm và tên.", crate::words::shorten(text, 80)),
            format!("“{}” is no name. Write the full name.", crate::words::shorten(text, 80)),
        ));
    }
    let proper = proper_case(&name);
    let mut read = Read::good(proper.clone());
    if proper != name {
        read = read.with(Finding::warning(
            Code::NameCaseChanged,
            format!("“{name}” được viết lại thành “{proper}”."),
            format!("“{name}” was written as “{proper}”."),
        ));
    }
    if !proper.contains(' ') {
        read = read.with(Finding::warning(
            Code::NameOneWord,
            format!("“{proper}” chỉ có một chữ: thiếu họ hoặc tên."),
            format!("“{proper}” is one word: the family or the given name is missing."),
        ));
    }
    if aside { read.keeping() } else { read }
}

/// A parent's or guardian's name: taken as it is, in the same case. `None` when the cell is left empty.
pub(in crate::children) fn of_adult(cell: &Cell) -> Option<String> {
    let text = clean(cell);
    let text = text.trim_matches(|char: char| char.is_whitespace() || ",;:".contains(char));
    (!is_blank(text)).then(|| proper_case(text))
}

/// Without what stands in brackets behind it ("Nguyễn Văn A (Bi)") and punctuation at its ends.
fn without_aside(text: &str) -> (String, bool) {
    let (name, aside) = match text.split_once(['(', '[']) {
        Some((name, aside)) if !name.trim().is_empty() => (name, !aside.trim().is_empty()),
        _ => (text, false),
    };
    let name = name.trim_matches(|char: char| char.is_whitespace() || ".,;:*_\"“”-".contains(char));
    let name = if is_blank(name) { String::new() } else { squeeze(name) };
    (name, aside)
}

/// Names in capitals or small letters get a capital at each word; what is mixed with care (`McKay`) stays.
fn proper_case(name: &str) -> String {
    let letters = || name.chars().filter(|char| char.is_alphabetic());
    let caps = letters().all(|char| !char.is_lowercase()) && letters().count() > 1;
    let careless = |word: &str| {
        let mut letters = word.chars().filter(|char| char.is_alphabetic());
        let first = letters.next();
        let rest = || word.chars().filter(|char| char.is_alphabetic()).skip(1);
        first.is_some_and(char::is_lowercase)
            || (rest().count() > 0 && rest().all(char::is_uppercase) && !word.contains('\''))
    };
    let words = name.split(' ').map(|word| if caps || careless(word) { title(word) } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

/// `H'HEN` → `H'Hen`, `Y-BLÔ` → `Y-Blô`.
fn title(word: &str) -> String {
    let mut titled = String::with_capacity(word.len());
    let mut start = true;
    for char in word.chars() {
        if start {
            titled.extend(char.to_uppercase())
        } else {
            titled.extend(char.to_lowercase())
        }
        start = !char.is_alphabetic();
    }
    titled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> (Option<String>, Vec<Code>) {
        let read = of_child(text);
        (read.value, read.findings.into_iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn names() {
        let good = |name: &str| (Some(name.to_owned()), vec![]);
        let changed = |name: &str| (Some(name.to_owned()), vec![Code::NameCaseChanged]);
        assert_eq!(told("Nguyễn Văn An"), good("Nguyễn Văn An"));
        assert_eq!(told("NGUYỄN VĂN AN"), changed("Nguyễn Văn An"));
        assert_eq!(told("nguyễn văn an"), changed("Nguyễn Văn An"));
        assert_eq!(told("NGUYỄN văn An"), changed("Nguyễn Văn An"));
        assert_eq!(told("H'HEN NIÊ"), changed("H'Hen Niê"));
        assert_eq!(told("H'Hen Niê"), good("H'Hen Niê"));
        assert_eq!(told("Lò A Pá"), good("Lò A Pá"));
        assert_eq!(told("Y Blô"), good("Y Blô"));
        assert_eq!(told("Nguyễn Văn An (Bi)").0, good("Nguyễn Văn An").0);
        assert_eq!(told("An").1, [Code::NameOneWord]);
    }

    #[test]
    fn no_names() {
        for wrong in ["Nguyễn Văn 4", "A", "12", "Trẻ @", "???a"] {
            assert_eq!(told(wrong), (None, vec![Code::NameUnreadable]), "{wrong}");
        }
        assert_eq!(told(" - "), (None, vec![]));
    }
}
