//! Words as people type them, made comparable.
//!
//! Two forms of a text are used everywhere: *tidy* (NFC, one kind of space; what is shown) and *folded* (lower case,
//! without marks; what rules look at). Folding makes `Uỷ`/`Ủy`, `hoá`/`hóa` and mixed capitals one.

use std::ops::Range;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// NFC, every odd space one plain space, invisible characters out; tabs and line ends stay.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for char in text.nfc() {
        match char {
            '\t' | '\n' => tidied.push(char),
            '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '\u{2011}' => tidied.push('-'),
            _ if char.is_whitespace() || char.is_control() => tidied.push(' '),
            _ => tidied.push(char),
        }
    }
    tidied
}

/// Runs of spaces and tabs become one space, none at the ends.
pub(crate) fn squeeze(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !squeezed.is_empty() {
            squeezed.push(' ');
        }
        squeezed.push_str(word);
    }
    squeezed
}

/// Lower case without marks, dashes and quotes of one kind: `Uỷ ban – “Đoàn”` → `uy ban - "doan"`.
pub(crate) fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// One character for one: so that a place in the folded text is a place in the text.
fn fold_char(char: char) -> char {
    match char {
        'đ' | 'Đ' => 'd',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‛' | '`' => '\'',
        _ if char.is_ascii() => char.to_ascii_lowercase(),
        _ => {
            let mut base = char;
            let mut first = true;
            decompose_canonical(char, |part| {
                if first && !is_combining_mark(part) {
                    base = part;
                }
                first = false;
            });
            base.to_lowercase().next().unwrap_or(base)
        }
    }
}

/// A text beside its folded form, with the way back from places in the one to places in the other.
pub(crate) struct Folded<'a> {
    raw: &'a str,
    pub(crate) text: String,
    /// For each byte of `text`, and its end: the byte in `raw`.
    places: Vec<usize>,
}

impl<'a> Folded<'a> {
    pub(crate) fn new(raw: &'a str) -> Self {
        let mut text = String::with_capacity(raw.len());
        let mut places = Vec::with_capacity(raw.len() + 1);
        for (place, char) in raw.char_indices() {
            text.push(fold_char(char));
            places.resize(text.len(), place);
        }
        places.push(raw.len());
        Self { raw, text, places }
    }

    pub(crate) fn place(&self, folded: usize) -> usize {
        self.places.get(folded).copied().unwrap_or(self.raw.len())
    }

    pub(crate) fn range(&self, folded: Range<usize>) -> Range<usize> {
        self.place(folded.start)..self.place(folded.end)
    }

    /// The original words behind a range of the folded text.
    pub(crate) fn raw(&self, folded: Range<usize>) -> &'a str {
        self.raw.get(self.range(folded)).unwrap_or_default()
    }

    pub(crate) fn raw_from(&self, folded: usize) -> &'a str {
        self.raw.get(self.place(folded)..).unwrap_or_default()
    }

    pub(crate) fn raw_to(&self, folded: usize) -> &'a str {
        self.raw.get(..self.place(folded)).unwrap_or_default()
    }
}

/// Compiles a pattern of this crate; each is used in a test, so a wrong one cannot reach a user.
#[expect(clippy::expect_used, reason = "the pattern is a constant of this crate, never input")]
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of this crate compiles")
}

/// A pattern compiled once: `static YEAR: Pattern = regex!(r"nam (\d{4})");`
macro_rules! regex {
    ($text:expr) => {
        std::sync::LazyLock::new(|| $crate::words::pattern($text))
    };
}
pub(crate) use regex;

pub(crate) type Pattern = std::sync::LazyLock<Regex>;

/// All letters are capitals, and there are at least two. (A unit's `1.` or a date has none.)
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut letters = 0_usize;
    for char in text.chars().filter(|char| char.is_alphabetic()) {
        if char.is_lowercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 2
}

/// Most letters are capitals: `CHỦ ĐỀ, THÔNG điệp` is a heading typed in a hurry.
pub(crate) fn is_mostly_capitals(text: &str) -> bool {
    let (mut upper, mut all) = (0_usize, 0_usize);
    for char in text.chars().filter(|char| char.is_alphabetic()) {
        all += 1;
        upper += usize::from(char.is_uppercase());
    }
    all >= 4 && upper * 10 >= all * 7
}

pub(crate) fn starts_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

/// First letter as a capital, the rest as it is.
pub(crate) fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

pub(crate) fn char_count(text: &str) -> usize {
    text.chars().count()
}

/// At most `limit` characters, for sources in warnings.
pub(crate) fn shorten(text: &str, limit: usize) -> String {
    if char_count(text) <= limit {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(limit.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// Without quotes, punctuation and `./.` at the ends.
pub(crate) fn bare(text: &str) -> &str {
    text.trim_matches(|char: char| char.is_whitespace() || "\"“”„‟«»'‘’.,;:!…*_/".contains(char))
}

/// Without spaces and closing punctuation at the end; `v.v...` keeps its dot.
pub(crate) fn without_end(text: &str) -> &str {
    let cut = text.trim_end_matches(|char: char| char.is_whitespace() || ".,;:/".contains(char));
    if cut.ends_with("v.v") { text.trim_end().trim_end_matches([',', ';', ':', '/']) } else { cut }
}

/// Letters and digits only, folded: equal for two spellings of one sentence.
pub(crate) fn identity(text: &str) -> String {
    fold(text).split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        assert_eq!(fold("Uỷ ban – “ĐOÀN”"), fold("Ủy ban - \"đoàn\""));
        assert_eq!(fold("Văn hoá"), fold("Văn hóa"));
        assert_eq!(tidy("Tre\u{302}\u{309}\u{a0}em"), "Trể em");
        assert_eq!(identity("Tổng đài 111- tiếp nhận."), "tong dai 111 tiep nhan");
    }

    #[test]
    fn folded_places_lead_back() {
        let text = "Đề nghị ỦY BAN phường";
        let folded = Folded::new(text);
        let start = folded.text.find("uy ban").unwrap();
        assert_eq!(folded.raw(start..start + 6), "ỦY BAN");
        assert_eq!(folded.raw_from(start), "ỦY BAN phường");
        assert_eq!(folded.raw_to(start), "Đề nghị ");
    }

    #[test]
    fn capitals() {
        assert!(is_capitals("PHÓ CHỦ TỊCH"));
        assert!(!is_capitals("1. Mục đích"));
        assert!(is_mostly_capitals("CHỦ ĐỀ, THÔNG điệp, KHẨU HIỆU"));
        assert_eq!(without_end("hoàn cảnh đặc biệt v.v..."), "hoàn cảnh đặc biệt v.v...");
        assert_eq!(without_end("chỉ đạo, giải quyết./."), "chỉ đạo, giải quyết");
    }
}
