//! Text typed for fonts of before Unicode: found by what the words are, turned into Unicode.
//!
//! `NguyÔn V¨n An` is TCVN3 (`.VnTime`), `Nguyeãn Vaên An` is VNI (`VNI-Times`): the same bytes as Western letters,
//! which only the font makes Vietnamese. Evidence is a word that is no Vietnamese syllable as it stands, and is one
//! after conversion; so good Vietnamese never counts.

mod syllable;
mod tcvn3;
mod vni;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::Legacy;
use crate::sheets::{Cell, Workbook};
use syllable::{is_syllable, is_vietnamese_only};

/// Words that must speak for it; a single `Hï` proves nothing.
const MIN_EVIDENCE: usize = 3;
/// Enough to be sure; a list has no more kinds of words.
const MAX_WORDS: usize = 40_000;

#[derive(Default)]
struct Count {
    /// With letters beyond ASCII.
    marked: usize,
    /// With letters that only Unicode Vietnamese has.
    vietnamese: usize,
    tcvn3: usize,
    vni: usize,
}

pub(super) fn detect(workbook: &Workbook) -> Option<Legacy> {
    let cells = workbook.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    judge(cells.filter_map(Cell::text))
}

fn judge<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Legacy> {
    let mut count = Count::default();
    let words = texts.filter(|text| !text.is_ascii()).flat_map(words).filter(|word| !word.is_ascii());
    for word in words.take(MAX_WORDS) {
        count.marked += 1;
        if word.chars().any(is_vietnamese_only) {
            count.vietnamese += 1;
        } else if !is_syllable(word) {
            let says = |converted: String| converted != word && is_syllable(&converted);
            count.tcvn3 += usize::from(says(tcvn3::convert(word)));
            count.vni += usize::from(says(vni::convert(word)));
        }
    }
    let (legacy, evidence) =
        if count.tcvn3 >= count.vni { (Legacy::Tcvn3, count.tcvn3) } else { (Legacy::Vni, count.vni) };
    let strong = evidence >= MIN_EVIDENCE && evidence * 2 >= count.marked && evidence >= 5 * count.vietnamese;
    strong.then_some(legacy)
}

/// Spaces and ASCII punctuation part words; every other sign may be a letter of a font.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| char.is_whitespace() || char.is_ascii_punctuation() || char.is_ascii_digit())
        .filter(|word| !word.is_empty())
}

/// Cells that are plain ASCII or already Unicode Vietnamese stay as they are.
pub(super) fn convert_text(text: &str, legacy: Legacy) -> Cow<'_, str> {
    if text.is_ascii() || text.chars().any(is_vietnamese_only) {
        return text.into();
    }
    let mut converted = String::with_capacity(text.len() + 8);
    let mut word = String::new();
    for char in text.chars() {
        if char.is_whitespace() || char.is_ascii_punctuation() || char.is_ascii_digit() {
            push_word(&mut converted, &word, legacy);
            word.clear();
            converted.push(char);
        } else {
            word.push(char);
        }
    }
    push_word(&mut converted, &word, legacy);
    converted.into()
}

/// The fonts of capitals (`.VnTimeH`) show small letters as capitals: a word whose plain letters are capitals is all
/// of capitals.
fn push_word(converted: &mut String, word: &str, legacy: Legacy) {
    let plain = match legacy {
        Legacy::Tcvn3 => tcvn3::convert(word),
        Legacy::Vni => vni::convert(word),
    };
    let ascii = || word.chars().filter(char::is_ascii_alphabetic);
    if ascii().count() >= 2 && ascii().all(|char| char.is_ascii_uppercase()) {
        converted.push_str(&plain.to_uppercase());
    } else {
        converted.push_str(&plain);
    }
}

pub(super) fn convert(workbook: &Workbook, legacy: Legacy) -> Workbook {
    let mut workbook = workbook.clone();
    let mut known: HashMap<Arc<str>, Arc<str>> = HashMap::new();
    let rows = workbook.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows);
    for cell in rows.flat_map(|row| &mut row.cells) {
        let Cell::Text(text) = cell else { continue };
        if text.is_ascii() {
            continue;
        }
        let converted = match known.get(text) {
            Some(converted) => Arc::clone(converted),
            None => {
                let converted: Arc<str> = Arc::from(&*convert_text(text, legacy));
                known.insert(Arc::clone(text), Arc::clone(&converted));
                converted
            }
        };
        *text = converted;
    }
    workbook
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const GOOD: [&str; 6] = [
        "Nguyễn Văn An",
        "Họ và tên cha, mẹ",
        "Trường Tiểu học Ba Đình",
        "H'Hen Niê, Ê-đê",
        "Phường Quang Trung - tổ 3",
        "Là bà có cô út là Hà",
    ];

    #[test]
    fn names_come_back() {
        let convert = |text: &str, legacy| convert_text(text, legacy).into_owned();
        assert_eq!(convert("NguyÔn V¨n An", Legacy::Tcvn3), "Nguyễn Văn An");
        assert_eq!(convert("NGUYÔN V¡N AN", Legacy::Tcvn3), "NGUYỄN VĂN AN");
        assert_eq!(convert("TrÇn ThÞ Hång, 12/5", Legacy::Tcvn3), "Trần Thị Hồng, 12/5");
        assert_eq!(convert("§ç Quèc B\u{ad}ëi", Legacy::Tcvn3), "Đỗ Quốc Bưởi");
        assert_eq!(convert("Nguyeãn Vaên An", Legacy::Vni), "Nguyễn Văn An");
        assert_eq!(convert("TRAÀN THÒ ÑÖÔÏC", Legacy::Vni), "TRẦN THỊ ĐƯỢC");
        assert_eq!(convert("Nguyễn Văn An", Legacy::Vni), "Nguyễn Văn An");
    }

    #[test]
    fn each_is_told_from_the_other() {
        let old = ["NguyÔn V¨n An", "TrÇn ThÞ Hång", "Hä vµ tªn"];
        assert_eq!(judge(old.into_iter()), Some(Legacy::Tcvn3));
        let old = ["Nguyeãn Vaên An", "Traàn Thò Hoàng", "Hoï vaø teân"];
        assert_eq!(judge(old.into_iter()), Some(Legacy::Vni));
        assert_eq!(judge(GOOD.into_iter()), None);
        // French and a price are neither.
        assert_eq!(judge(["café crème", "Mère François Noël", "naïve 12 ¥ déjà vu"].into_iter()), None);
    }

    proptest! {
        #[test]
        fn good_vietnamese_is_never_legacy(picks in prop::collection::vec((0..GOOD.len(), any::<bool>()), 1..60)) {
            let texts: Vec<String> =
                picks.into_iter().map(|(pick, caps)| if caps { GOOD[pick].to_uppercase() } else { GOOD[pick].to_owned() }).collect();
            prop_assert_eq!(judge(texts.iter().map(String::as_str)), None);
        }

        #[test]
        fn anything_converts_without_panic(text in "\\PC{0,40}") {
            let _ = convert_text(&text, Legacy::Tcvn3);
            let _ = convert_text(&text, Legacy::Vni);
            let _ = judge([text.as_str()].into_iter());
        }
    }
}
