//! Is a word a Vietnamese syllable? Rough on purpose: it must take every real one and few others.

use unicode_normalization::UnicodeNormalization;

use crate::words::{Pattern, fold, regex};

static SKELETON: Pattern = regex!(
    r"^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|q|r|s|t|th|tr|v|x)?(?:a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oao|oay|oe|oeo|oi|oo|u|ua|uau|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|y|ye|yeu|ya)(?:c|ch|m|n|ng|nh|p|t)?$"
);

/// Letters that only Vietnamese has; a text that holds them is Unicode.
pub(super) fn is_vietnamese_only(char: char) -> bool {
    matches!(char, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | '\u{1ea0}'..='\u{1ef9}')
}

pub(super) fn is_syllable(word: &str) -> bool {
    let lower = word.to_lowercase();
    if lower.chars().count() > 8 || !lower.chars().all(is_letter) {
        return false;
    }
    let tones = lower.nfd().filter(|char| matches!(char, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
    tones.count() <= 1 && SKELETON.is_match(&fold(&lower))
}

fn is_letter(char: char) -> bool {
    char.is_ascii_lowercase() || is_vietnamese_only(char) || "àáâãèéêìíòóôõùúý".contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for good in ["Nguyễn", "ĐƯỢC", "khuya", "giếng", "yêu", "quỳnh", "nghiêng", "oan", "út", "xoèn", "boong"]
        {
            assert!(is_syllable(good), "{good}");
        }
        for bad in ["NguyÔn", "V¨n", "ThÞ", "Traàn", "Vaên", "teân", "xyz", "Họvà"] {
            assert!(!is_syllable(bad), "{bad}");
        }
    }
}
