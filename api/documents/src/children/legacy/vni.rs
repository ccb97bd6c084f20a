//! VNI Windows (`VNI-Times`): a plain vowel and, after it, a letter that the font draws as its marks.

/// Marks on `a`, `e`, `o`, `u`, `y`, and on `ô` (ơ), `ö` (ư).
const TONES: [(char, char); 5] =
    [('ù', '\u{301}'), ('ø', '\u{300}'), ('û', '\u{309}'), ('õ', '\u{303}'), ('ï', '\u{323}')];
/// Circumflex, alone or with a tone: on `a`, `e`, `o`.
const CIRCUMFLEX: [(char, &str); 6] = [
    ('â', "\u{302}"),
    ('á', "\u{302}\u{301}"),
    ('à', "\u{302}\u{300}"),
    ('å', "\u{302}\u{309}"),
    ('ã', "\u{302}\u{303}"),
    ('ä', "\u{302}\u{323}"),
];
/// Breve, alone or with a tone: on `a`.
const BREVE: [(char, &str); 6] = [
    ('ê', "\u{306}"),
    ('é', "\u{306}\u{301}"),
    ('è', "\u{306}\u{300}"),
    ('ú', "\u{306}\u{309}"),
    ('ü', "\u{306}\u{303}"),
    ('ë', "\u{306}\u{323}"),
];
/// Letters of their own.
const SINGLE: [(char, char); 8] =
    [('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('í', 'í'), ('ì', 'ì'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị')];

use unicode_normalization::UnicodeNormalization;

pub(super) fn convert(word: &str) -> String {
    let mut parts = String::with_capacity(word.len() + 8);
    let mut chars = word.chars().peekable();
    while let Some(char) = chars.next() {
        let letter = single(char).unwrap_or(char);
        parts.push(letter);
        if let Some(marks) = chars.peek().and_then(|mark| marks(letter, lower(*mark))) {
            parts.push_str(&marks);
            chars.next();
        }
    }
    parts.nfc().collect()
}

fn lower(char: char) -> char {
    char.to_lowercase().next().unwrap_or(char)
}

fn single(char: char) -> Option<char> {
    let small = lower(char);
    let meant = match small {
        'î' => 'ỵ',
        _ => SINGLE.iter().find(|(shown, _)| *shown == small)?.1,
    };
    if small == char { Some(meant) } else { meant.to_uppercase().next() }
}

fn marks(letter: char, mark: char) -> Option<String> {
    let base = lower(letter);
    if matches!(base, 'a' | 'e' | 'o' | 'u' | 'y' | 'ơ' | 'ư')
        && let Some((_, tone)) = TONES.iter().find(|(shown, _)| *shown == mark)
    {
        return Some(tone.to_string());
    }
    if matches!(base, 'a' | 'e' | 'o')
        && let Some((_, marks)) = CIRCUMFLEX.iter().find(|(shown, _)| *shown == mark)
    {
        return Some((*marks).to_owned());
    }
    let (_, marks) = BREVE.iter().find(|(shown, _)| base == 'a' && *shown == mark)?;
    Some((*marks).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The other way, for the test alone.
    fn encode(letter: char) -> String {
        let small = lower(letter);
        let capital = small != letter;
        let shown = if let Some((shown, _)) = SINGLE.iter().find(|(_, meant)| *meant == small) {
            shown.to_string()
        } else if small == 'ỵ' {
            "î".to_owned()
        } else {
            let parts: String = small.to_string().nfd().collect();
            let base = parts.chars().next().unwrap();
            let marks: String = parts.chars().skip(1).collect();
            let (base, marks) = match marks.strip_prefix('\u{31b}') {
                Some(rest) => (if base == 'o' { "ô" } else { "ö" }.to_owned(), rest.to_owned()),
                None => (base.to_string(), marks),
            };
            let same = |known: &str| known.nfd().collect::<String>() == marks.nfd().collect::<String>();
            let sorted = |text: &str| {
                let mut all: Vec<char> = text.chars().collect();
                all.sort_unstable();
                all
            };
            let mark = TONES.iter().find(|(_, tone)| same(&tone.to_string())).map(|(shown, _)| *shown);
            let find = |table: &[(char, &str)]| {
                table.iter().find(|(_, known)| sorted(known) == sorted(&marks)).map(|(shown, _)| *shown)
            };
            let mark = mark.or_else(|| find(&CIRCUMFLEX)).or_else(|| find(&BREVE));
            format!("{base}{}", mark.map(String::from).unwrap_or_default())
        };
        if capital { shown.to_uppercase() } else { shown }
    }

    #[test]
    fn every_letter_goes_round() {
        let letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
        for letter in letters.chars().chain(letters.to_uppercase().chars()) {
            let shown = encode(letter);
            assert_eq!(convert(&shown), letter.to_string(), "{shown}");
        }
    }
}
