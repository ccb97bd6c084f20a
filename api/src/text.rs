//! Text as people write it in Vietnamese: one spelling in the database, search without marks, the order of names.
//!
//! Pure functions. What is stored goes through [`clean`] or [`clean_lines`]; keys are computed here and stored beside
//! the text, because neither database folds or sorts Vietnamese by itself in the same way as the other (SQLite's
//! `lower` leaves `Đ` alone, PostgreSQL's order depends on the machine's locale).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in Unicode's composed form (NFC). Phones and Macs type `ệ` as one, two or three code points: stored as one.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// One line as it is stored: NFC, no invisible characters, single spaces, none at the ends.
///
/// A tab or a line break is a space here. Invisible are control characters (PostgreSQL refuses NUL), zero-width ones
/// (two names that look equal would differ) and those that turn the direction of writing (a text could lie about
/// what it says).
pub fn clean(text: &str) -> String {
    squeeze(&nfc(&visible(text)))
}

/// Text of several lines as it is stored: every line like [`clean`], at most one empty line in a row, none at the ends.
pub fn clean_lines(text: &str) -> String {
    let unified = text.replace("\r\n", "\n").replace(['\r', '\u{0085}', '\u{2028}', '\u{2029}'], "\n");
    let mut lines: Vec<String> = unified.split('\n').map(clean).collect();
    lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
    lines.join("\n").trim_matches('\n').to_owned()
}

/// What a search compares: lower case, no marks, `đ` as `d`, single spaces. Stored beside a name, and made of what is
/// typed, so `nguyen thi hoa` finds `Nguyễn Thị Hoà` and `Nguyễn Thị Hòa` (the two ways to place a tone fold equal).
///
/// A key folds to itself.
pub fn search_key(text: &str) -> String {
    let lower = nfc(&visible(text)).to_lowercase().replace('đ', "d");
    let bare: String = lower.nfd().filter(|c| !is_combining_mark(*c)).nfc().collect();
    squeeze(&bare)
}

/// The order of people in a Vietnamese list, as a string whose *byte* order is that order: the databases sort by it
/// with `BINARY` (SQLite) and `COLLATE "C"` (PostgreSQL).
///
/// Given name first (the last word), then the middle names, then the family name (the first word); within each, word by
/// word: the letters by the alphabet `a ă â b c d đ e ê … o ô ơ … u ư … y z`, then the tone in the order of the
/// dictionaries: level, huyền, hỏi, ngã, sắc, nặng. Case, punctuation and the place of the tone mark count for nothing.
/// The last word is taken as the given name for everybody; some peoples (Ê Đê, Chăm) write the family name there.
///
/// Form: `Nguyễn Thị Hoà` → `hoa.2 thi.6 nguye{n.4`. A letter after `a`, `e`, … is written as that letter and `{` or
/// `|` (above `z` in ASCII, so `ăn` follows `ay`); `.` and the space are below every letter, so a word comes before a
/// longer one. Letters that are not Vietnamese lose their marks; those of other scripts come after `z`.
pub fn name_sort_key(name: &str) -> String {
    let name = visible(name).to_lowercase();
    let mut words: Vec<String> = name.split_whitespace().filter_map(word_key).collect();
    let Some(given) = words.pop() else { return String::new() };
    let middle = words.split_off(words.len().min(1)).concat();
    let family = words.concat();
    // An empty middle keeps its place: `Lê An` comes before `Lê Bá An`.
    format!("{given} {middle} {family}").trim_end().to_owned()
}

/// The letters of a word, then its tone; nothing when it has no letter or digit.
fn word_key(word: &str) -> Option<String> {
    let mut key = String::new();
    let mut tone = LEVEL;
    for c in word.nfd() {
        match (c, key.chars().last()) {
            ('\u{0300}', _) => tone = '2', // huyền
            ('\u{0309}', _) => tone = '3', // hỏi
            ('\u{0303}', _) => tone = '4', // ngã
            ('\u{0301}', _) => tone = '5', // sắc
            ('\u{0323}', _) => tone = '6', // nặng
            ('đ', _) => key.push_str("d{"),
            ('\u{0306}', Some('a')) | ('\u{0302}', Some('e')) | ('\u{031B}', Some('u')) => key.push('{'), // ă ê ư
            ('\u{0302}', Some('o')) => key.push('{'),                                                     // ô
            ('\u{0302}', Some('a')) | ('\u{031B}', Some('o')) => key.push('|'),                           // â ơ
            (c, _) if is_combining_mark(c) || !c.is_alphanumeric() => {}
            (c, _) => key.push(c),
        }
    }
    (!key.is_empty()).then(|| format!("{key}.{tone}"))
}

/// The tone without a mark (`ngang`).
const LEVEL: char = '1';

/// Without the characters that can't be seen; blanks of every kind stay. The Icelandic `Ð`, which old converters wrote
/// for the Vietnamese `Đ` and which looks the same, becomes it.
fn visible(text: &str) -> String {
    let seen = text.chars().filter(|c| c.is_whitespace() || !(c.is_control() || is_invisible(*c)));
    seen.map(|c| match c {
        'Ð' => 'Đ',
        'ð' => 'đ',
        c => c,
    })
    .collect()
}

/// Characters that show nothing or turn the direction of what follows.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' // soft hyphen
        | '\u{034F}' // joins marks
        | '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' // direction
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' // fillers
        | '\u{180E}' | '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' // zero width
        | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}') // annotations, tags
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without 0, 1, I, L, O and U, which are misread over the telephone (Crockford's alphabet).
const SPOKEN: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code to be read aloud or typed, one letter for each byte, in groups of four: `K7MQ-2XPA`.
pub fn spoken_code<'a>(bytes: impl Iterator<Item = &'a u8>) -> String {
    let letter = |byte: &u8| char::from(SPOKEN.get(usize::from(*byte) % SPOKEN.len()).copied().unwrap_or(b'2'));
    let letters: Vec<char> = bytes.map(letter).collect();
    letters.chunks(4).map(|some| some.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A unit's name in the middle of a sentence: "phường Ba Đình", "khu phố 3".
pub fn within_sentence(name: &str) -> String {
    const KINDS: [&str; 7] = ["Phường ", "Xã ", "Đặc khu ", "Khu phố ", "Tổ dân phố ", "Thôn ", "Bản "];
    let is_kind = KINDS.iter().any(|kind| name.starts_with(kind));
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if is_kind => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::is_nfc;

    use super::*;

    #[test]
    fn search_finds_with_and_without_marks() {
        assert_eq!(search_key("  Nguyễn  Thị ĐƯỜNG "), "nguyen thi duong");
        assert_eq!(search_key("khu phố 3"), "khu pho 3");
        assert_eq!(search_key("H'Hen Niê"), "h'hen nie");
        assert_eq!(search_key("\u{00D0}\u{1ED7}"), "do", "the look-alike of Đ");
        assert_eq!(search_key(""), "");
    }

    #[test]
    fn both_ways_to_place_a_tone_are_equal() {
        for (old, new) in [("hoà", "hòa"), ("Thuý", "Thúy"), ("khoẻ", "khỏe"), ("uỷ", "ủy")] {
            assert_eq!(search_key(old), search_key(new));
            assert_eq!(name_sort_key(old), name_sort_key(new));
        }
    }

    #[test]
    fn composed_and_decomposed_text_is_one() {
        let decomposed = "Nguye\u{0302}\u{0303}n Vie\u{0323}\u{0302}t";
        assert_eq!(clean(decomposed), "Nguyễn Việt");
        assert_eq!(name_sort_key(decomposed), name_sort_key("Nguyễn Việt"));
    }

    #[test]
    fn clean_leaves_one_visible_line() {
        assert_eq!(clean("\u{FEFF} Lê\u{00A0}\t Văn\u{200B}\r\nAn\u{0000}\u{202E} "), "Lê Văn An");
        assert_eq!(clean("a\u{200D}\u{0301}"), "á", "a mark behind what was dropped composes");
    }

    #[test]
    fn clean_lines_keeps_paragraphs() {
        assert_eq!(clean_lines("\n Một \r\n\r\n\n \nHai\u{2028}ba\r\n"), "Một\n\nHai\nba");
        assert_eq!(clean_lines(" \n\t\n"), "");
    }

    #[test]
    fn names_sort_by_given_then_middle_then_family() {
        in_order(&[
            "An",
            "Lê An",
            "Trần An",
            "Lê Bá An",
            "Đỗ Bình An",
            "Lê Bình An",
            "Lê Văn Anh",
            "Lê Văn Ánh",
            "Lê Văn Ân",
            "Lê Văn Bình",
            "Trần Minh Khai",
            "Nguyễn Thị Minh Khai",
            "Nguyễn Thị Minh Ngọc Khai",
        ]);
    }

    #[test]
    fn letters_sort_by_the_alphabet_before_tones() {
        let alphabet = "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y z";
        in_order(&alphabet.split(' ').collect::<Vec<_>>());
        in_order(&["ma", "mà", "mả", "mã", "má", "mạ", "mai", "mày", "măng", "mân"]);
        in_order(&["hoa", "hoà", "hoan", "hoàn", "hoang"]);
        in_order(&["dương", "dượng", "đan"]);
        in_order(&["lăm", "lằm", "lặm", "lâm", "lầm", "lậm", "lân"]);
        in_order(&["tơ", "tờ", "tợ", "tới", "tu", "tư", "từ"]);
    }

    #[test]
    fn the_form_of_a_sort_key_is_stored_and_stays() {
        assert_eq!(name_sort_key("Nguyễn Thị Hoà"), "hoa.2 thi.6 nguye{n.4");
        assert_eq!(name_sort_key("Lê An"), "an.1  le{.1");
        assert_eq!(name_sort_key("H'Hen Niê"), "nie{.1  hhen.1");
        assert_eq!(name_sort_key(" - "), "");
    }

    #[test]
    fn names_stand_in_sentences() {
        assert_eq!(within_sentence("Đặc khu Lý Sơn"), "đặc khu Lý Sơn");
        assert_eq!(within_sentence("Khu phố 3"), "khu phố 3");
        assert_eq!(within_sentence("Tân Sơn"), "Tân Sơn");
    }

    fn in_order(names: &[&str]) {
        for pair in names.windows(2) {
            assert!(name_sort_key(pair[0]) < name_sort_key(pair[1]), "{} before {}", pair[0], pair[1]);
        }
    }

    /// Words as they occur, with every trap near them.
    const TRICKY: &str =
        "[a-zăâđêôơưàảãáạĐƯỜ \u{0300}\u{0301}\u{0302}\u{0323}\u{031B}\u{200B}\u{202E}\u{00A0}\n\r\t'.-]{0,30}";

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in prop_oneof![any::<String>(), TRICKY.prop_map(String::from)]) {
            prop_assert_eq!(clean(&clean(&text)), clean(&text));
            prop_assert_eq!(clean_lines(&clean_lines(&text)), clean_lines(&text));
            prop_assert_eq!(search_key(&search_key(&text)), search_key(&text));
        }

        #[test]
        fn what_is_stored_is_composed_and_visible(text in prop_oneof![any::<String>(), TRICKY.prop_map(String::from)]) {
            for stored in [clean(&text), clean_lines(&text), search_key(&text)] {
                prop_assert!(is_nfc(&stored));
                prop_assert!(!stored.chars().any(|c| (c.is_control() && c != '\n') || is_invisible(c)));
                prop_assert_eq!(stored.trim(), stored.as_str());
            }
            prop_assert!(!clean(&text).contains('\n'));
        }

        #[test]
        fn keys_do_not_depend_on_how_it_was_typed(text in prop_oneof![any::<String>(), TRICKY.prop_map(String::from)]) {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(search_key(&decomposed), search_key(&text));
            prop_assert_eq!(search_key(&clean(&text)), search_key(&text));
            prop_assert_eq!(name_sort_key(&decomposed), name_sort_key(&text));
        }

        #[test]
        fn a_given_name_decides_before_all_else(
            first in "[a-zăâđêôơư]{1,6}", second in "[a-zăâđêôơư]{1,6}", others in "[A-Z][a-zé]{1,5} [a-zé]{1,5}"
        ) {
            let alone = name_sort_key(&first).cmp(&name_sort_key(&second));
            let in_full = name_sort_key(&format!("{others} {first}")).cmp(&name_sort_key(&format!("{others} {second}")));
            prop_assert_eq!(alone, in_full);
        }

        #[test]
        fn letters_compare_as_in_the_alphabet(first in "[a-zăâđêôơư]{1,6}", second in "[a-zăâđêôơư]{1,6}") {
            let place = |word: &str| -> Vec<Option<usize>> {
                word.chars().map(|c| "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".chars().position(|l| l == c)).collect()
            };
            prop_assert_eq!(name_sort_key(&first).cmp(&name_sort_key(&second)), place(&first).cmp(&place(&second)));
        }
    }
}
