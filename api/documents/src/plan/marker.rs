//! What stands at the beginning of a numbered or bulleted paragraph, and which number may follow which.

use crate::words::{Folded, Pattern, is_mostly_capitals, regex, squeeze};

/// The ways in which Vietnamese offices number, from the widest to the narrowest (Decree 30/2020, annex I, II.6.e:
/// phần, chương, mục, điều, khoản, điểm; plans use I. / 1. / a) instead).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Style {
    /// `Phần I`, `Phần thứ nhất`.
    Part,
    /// `Chương I`.
    Chapter,
    /// `Mục 1`.
    Group,
    /// `Điều 1.`.
    Article,
    /// `I.`.
    Roman,
    /// `A.`.
    Upper,
    /// `1.`, `1.1`, `1.1.1`: how many numbers.
    Decimal(u8),
    /// `1)`.
    DecimalParen,
    /// `a)`, `a.`.
    Lower,
    /// `a.1)`, `a1)`.
    LowerNumber,
    /// `i)`, `ii)`.
    LowerRoman,
    /// `(1)`, `(a)`.
    Wrapped,
    /// A heading in capitals without a number.
    Unnumbered,
    /// `-`, `+`, `•`.
    Bullet(char),
}

impl Style {
    /// Smaller is wider. Equal ranks nest in the order in which a plan first uses them.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Self::Part => 0,
            Self::Chapter => 1,
            Self::Group => 2,
            Self::Article | Self::Unnumbered => 3,
            Self::Roman | Self::Upper => 4,
            Self::Decimal(parts) => 4 + parts.min(5),
            Self::DecimalParen | Self::Lower => 10,
            Self::LowerNumber | Self::LowerRoman => 11,
            Self::Wrapped => 12,
            Self::Bullet(_) => 13,
        }
    }

    /// Always a heading, however long it is.
    pub(crate) fn is_wide(self) -> bool {
        self.rank() <= 4
    }
}

/// Letters count by their place here; Vietnamese lists leave some out (no f, j, w, z; đ by taste).
const LETTERS: &str = "abcdđefghijklmnopqrstuvwxyz";
const OPTIONAL_LETTERS: &str = "đfjwz";

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marker {
    /// All ways to read it, the likeliest first: `I.` is a Roman one, or the letter after H.
    pub(crate) readings: Vec<(Style, u32)>,
    /// As shown in a section's key: `III`, `1.2`, `a`.
    pub(crate) label: String,
    /// The text after it.
    pub(crate) rest: String,
}

impl Marker {
    pub(crate) fn is_bullet(&self) -> bool {
        matches!(self.readings.first(), Some((Style::Bullet(_), _)))
    }

    pub(crate) fn style(&self) -> Option<Style> {
        self.readings.first().map(|(style, _)| *style)
    }
}

static KEYWORD: Pattern = regex!(
    r"^(phan|chuong|muc|dieu)\s+(?:thu\s+)?([ivx]{1,6}|\d{1,3}|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)(\s*[.:)/-]\s*|\s+|$)"
);
static DECIMAL: Pattern = regex!(r"^(\d{1,2}(?:\.\d{1,2}){0,4})(\s?[.)/]\s*|\s?[-:]\s+|,\s+|\s+)");
static ROMAN: Pattern = regex!(r"^([ivxl]{1,6})(\s?[.)/:]\s*|\s*-\s*|,\s+|\s+|$)");
static LETTER: Pattern = regex!(r"^([a-z])(\s?[.)/]\s*|\s*-\s+|,\s+)");
static LETTER_NUMBER: Pattern = regex!(r"^([a-z]\.?\d{1,2})[.)]\s*");
/// `II.1.`, `B.2`, `1.a)`: the number of the heading above stands before the own one.
static COMPOUND: Pattern = regex!(r"^([ivx]{1,5}|[a-z]|\d{1,2})\.(\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])([.)/:]\s*|\s+)");
static WRAPPED: Pattern = regex!(r"^\(([ivx]{1,4}|\d{1,2}|[a-z])\)\s*");

/// The number or bullet at the beginning of a line.
pub(crate) fn parse(line: &str) -> Option<Marker> {
    let line = line.trim_start();
    if let Some(bullet) = bullet(line) {
        return Some(bullet);
    }
    let folded = Folded::new(line);
    keyword(&folded)
        .or_else(|| compound(&folded))
        .or_else(|| decimal(&folded))
        .or_else(|| letter_number(&folded))
        .or_else(|| letters(&folded))
        .or_else(|| wrapped(&folded))
}

fn bullet(line: &str) -> Option<Marker> {
    let mut chars = line.chars();
    let sign = chars.next()?;
    let kind = match sign {
        '-' | '–' | '—' | '−' | '‐' => '-',
        '+' => '+',
        '*' => '*',
        '•'
        | '·'
        | '●'
        | '○'
        | '▪'
        | '■'
        | '□'
        | '♦'
        | '◆'
        | '➢'
        | '➤'
        | '✓'
        | '✔'
        | '►'
        | '⁃'
        | '\u{f000}'..='\u{f0ff}' => '•',
        _ => return None,
    };
    let rest = chars.as_str();
    // `-----` is a ruled line, `-5` and `+84` are numbers.
    let ruled = rest.starts_with(sign) || rest.trim().is_empty();
    let number = kind != '•' && rest.starts_with(|next: char| next.is_ascii_digit());
    if ruled || number {
        return None;
    }
    Some(Marker { readings: vec![(Style::Bullet(kind), 0)], label: String::new(), rest: squeeze(rest) })
}

fn marker(folded: &Folded<'_>, readings: Vec<(Style, u32)>, label: &str, end: usize) -> Option<Marker> {
    let rest = squeeze(folded.raw_from(end));
    (!readings.is_empty()).then(|| Marker { readings, label: label.to_owned(), rest })
}

fn keyword(folded: &Folded<'_>) -> Option<Marker> {
    let found = KEYWORD.captures(&folded.text)?;
    let (word, number, delimiter) = (found.get(1)?, found.get(2)?, found.get(3)?);
    let raw_word = folded.raw(word.range());
    let rest = folded.raw_from(found.get(0)?.end());
    // "Điều 5 của Luật", "phần 2 của…" in a sentence: a heading goes on with a sign, with capitals, or ends.
    let ends = delimiter.as_str().trim().is_empty() && !rest.is_empty() && !rest.starts_with(char::is_uppercase);
    if ends || !raw_word.starts_with(char::is_uppercase) {
        return None;
    }
    let style = match word.as_str() {
        "phan" => Style::Part,
        "chuong" => Style::Chapter,
        "muc" => Style::Group,
        _ if raw_word.to_lowercase() == "điều" => Style::Article,
        _ => return None,
    };
    let value = ordinal(number.as_str()).or_else(|| roman(number.as_str())).or_else(|| number.as_str().parse().ok())?;
    let label = match roman(number.as_str()) {
        Some(_) => number.as_str().to_uppercase(),
        None => value.to_string(),
    };
    marker(folded, vec![(style, value)], &label, found.get(0)?.end())
}

fn ordinal(word: &str) -> Option<u32> {
    let words = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];
    let place = words.iter().position(|known| *known == word).or_else(|| (word == "bon").then_some(3))?;
    u32::try_from(place + 1).ok()
}

fn decimal(folded: &Folded<'_>) -> Option<Marker> {
    let found = DECIMAL.captures(&folded.text)?;
    let (number, delimiter) = (found.get(1)?, found.get(2)?);
    let end = found.get(0)?.end();
    let rest = folded.raw_from(end);
    // 1.000, 30.6.2024, 01/6, 6 - 11 tuổi; but "7. 12 thôn", "2. 100% trẻ em"
    static COUNT: Pattern = regex!(r"^\d{1,4}%? [a-z]");
    let counts = delimiter.as_str() == ". " && COUNT.is_match(folded.text.get(end..).unwrap_or_default());
    if rest.starts_with(|next: char| next.is_ascii_digit()) && !delimiter.as_str().starts_with([')']) && !counts {
        return None;
    }
    let parts = number.as_str().split('.').count();
    let sign = delimiter.as_str().trim();
    let upper = rest.starts_with(|next: char| next.is_uppercase() || "\"“'".contains(next));
    let fits = match (parts, sign) {
        (1, "") => false,
        (1, "/" | "-" | ":" | ",") => upper,
        (_, "" | "/" | "-" | ":" | ",") => upper,
        _ => true,
    };
    if !fits {
        return None;
    }
    let value = number.as_str().rsplit('.').next()?.parse().ok()?;
    let style = match (parts, sign) {
        (1, ")") => Style::DecimalParen,
        _ => Style::Decimal(u8::try_from(parts).unwrap_or(5)),
    };
    let numbers: Vec<String> = number
        .as_str()
        .split('.')
        .map(|part| part.parse::<u32>().map_or_else(|_| part.to_owned(), |n| n.to_string()))
        .collect();
    marker(folded, vec![(style, value)], &numbers.join("."), end)
}

fn compound(folded: &Folded<'_>) -> Option<Marker> {
    let found = COMPOUND.captures(&folded.text)?;
    let (above, own, delimiter) = (found.get(1)?, found.get(2)?, found.get(3)?);
    let (above_raw, own_raw) = (folded.raw(above.range()), folded.raw(own.range()));
    let rest = folded.raw_from(delimiter.end());
    let wide =
        above_raw.chars().all(char::is_uppercase) && (roman(above.as_str()).is_some() || above.as_str().len() == 1);
    let digits = own.as_str().starts_with(|char: char| char.is_ascii_digit());
    let apart = is_apart(delimiter.as_str(), rest) && !rest.starts_with(|char: char| char.is_ascii_digit());
    let (style, value) = match digits {
        true if wide => {
            let parts = own.as_str().split('.').count();
            (Style::Decimal(u8::try_from(parts).unwrap_or(5)), own.as_str().rsplit('.').next()?.parse().ok()?)
        }
        // "1.a)"; not "v.v" nor "1.a" in a sentence.
        false if above.as_str().parse::<u32>().is_ok() && !delimiter.as_str().trim().is_empty() => {
            (Style::Lower, own_raw.chars().next().and_then(letter_place)?)
        }
        _ => return None,
    };
    if !apart {
        return None;
    }
    marker(folded, vec![(style, value)], &format!("{above_raw}.{own_raw}"), delimiter.end())
}

fn letter_number(folded: &Folded<'_>) -> Option<Marker> {
    let found = LETTER_NUMBER.captures(&folded.text)?;
    let label = folded.raw(found.get(1)?.range());
    if !label.starts_with(char::is_lowercase) {
        return None;
    }
    let value = label.trim_start_matches(|char: char| !char.is_ascii_digit()).parse().ok()?;
    marker(folded, vec![(Style::LowerNumber, value)], label, found.get(0)?.end())
}

fn letters(folded: &Folded<'_>) -> Option<Marker> {
    let mut readings = Vec::new();
    let mut label = String::new();
    let mut end = 0;
    if let Some(found) = ROMAN.captures(&folded.text)
        && let (Some(number), Some(delimiter), Some(value)) =
            (found.get(1), found.get(2), found.get(1).and_then(|n| roman(n.as_str())))
    {
        let raw = folded.raw(number.range());
        let rest = folded.raw_from(delimiter.end());
        let sign = delimiter.as_str().trim();
        let upper = raw.chars().all(|char| matches!(char, 'I' | 'V' | 'X' | 'L'));
        let lower = raw.chars().all(|char| matches!(char, 'i' | 'v' | 'x'));
        let fits = match sign {
            "" => is_mostly_capitals(rest) && !rest.is_empty(),
            "-" | ":" | "," => rest.starts_with(char::is_uppercase),
            // "V/v triển khai"
            _ => is_apart(delimiter.as_str(), rest),
        };
        if upper && fits {
            readings.push((Style::Roman, value));
        } else if lower && matches!(sign, ")" | ".") && is_apart(delimiter.as_str(), rest) {
            readings.push((Style::LowerRoman, value));
            // "ii. Nội dung" between "I." and "III."; the outline decides.
            readings.extend((sign == ".").then_some((Style::Roman, value)));
        }
        if !readings.is_empty() {
            raw.clone_into(&mut label);
            end = delimiter.end();
        }
    }
    if let Some(found) = LETTER.captures(&folded.text)
        && let (Some(letter), Some(delimiter)) = (found.get(1), found.get(2))
    {
        let raw = folded.raw(letter.range());
        let rest = folded.raw_from(delimiter.end());
        let place = raw.to_lowercase().chars().next().and_then(letter_place);
        // "T/M BAN CHỈ ĐẠO", "Đ/c Bình": a slash divides only with a space behind it.
        let comma = delimiter.as_str().starts_with(',') && !rest.starts_with(char::is_uppercase);
        let apart =
            !comma && is_apart(delimiter.as_str(), rest) && (!delimiter.as_str().ends_with('/') || rest.is_empty());
        if let Some(place) = place.filter(|_| apart) {
            let style = if raw.starts_with(char::is_uppercase) { Style::Upper } else { Style::Lower };
            readings.push((style, place));
            raw.clone_into(&mut label);
            end = delimiter.end();
        }
    }
    marker(folded, readings, &label, end)
}

/// `v.v...` is no list item: after a full stop comes a space, a capital, or nothing.
fn is_apart(delimiter: &str, rest: &str) -> bool {
    delimiter.contains(')')
        || delimiter.ends_with(char::is_whitespace)
        || rest.is_empty()
        || rest.starts_with(char::is_uppercase)
}

fn wrapped(folded: &Folded<'_>) -> Option<Marker> {
    let found = WRAPPED.captures(&folded.text)?;
    let label = folded.raw(found.get(1)?.range());
    let value = match label.parse() {
        Ok(number) => number,
        Err(_) => {
            roman(found.get(1)?.as_str()).or_else(|| label.to_lowercase().chars().next().and_then(letter_place))?
        }
    };
    marker(folded, vec![(Style::Wrapped, value)], label, found.get(0)?.end())
}

/// From 1.
fn letter_place(letter: char) -> Option<u32> {
    LETTERS.chars().position(|known| known == letter).and_then(|place| u32::try_from(place + 1).ok())
}

/// 1 to 39; longer plans there are not.
fn roman(text: &str) -> Option<u32> {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    (1..40_u32).find(|number| {
        let tens = "x".repeat(usize::try_from(number / 10).unwrap_or(0));
        let ones = usize::try_from(number % 10).ok().and_then(|ones| ONES.get(ones)).copied().unwrap_or_default();
        text == format!("{tens}{ones}")
    })
}

/// The first number of a list.
pub(crate) fn is_first(value: u32) -> bool {
    value == 1
}

/// Whether `next` may come right after `last`: the next number, or the next letter but for those that lists leave out.
pub(crate) fn follows(style: Style, last: u32, next: u32) -> bool {
    if next <= last {
        return false;
    }
    if !matches!(style, Style::Upper | Style::Lower) {
        return next == last + 1;
    }
    let skipped = LETTERS.chars().skip(usize::try_from(last).unwrap_or(0));
    let skipped: Vec<char> = skipped.take(usize::try_from(next - last - 1).unwrap_or(0)).collect();
    skipped.iter().all(|letter| OPTIONAL_LETTERS.contains(*letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(line: &str) -> Option<(Style, u32)> {
        parse(line).and_then(|marker| marker.readings.first().copied())
    }

    #[test]
    fn the_ways_to_number() {
        assert_eq!(reading("I. MỤC ĐÍCH"), Some((Style::Roman, 1)));
        assert_eq!(reading("IV/ KINH PHÍ"), Some((Style::Roman, 4)));
        assert_eq!(reading("II- NỘI DUNG"), Some((Style::Roman, 2)));
        assert_eq!(reading("III NỘI DUNG HOẠT ĐỘNG"), Some((Style::Roman, 3)));
        assert_eq!(reading("B. NHIỆM VỤ"), Some((Style::Upper, 2)));
        assert_eq!(reading("1.Mục đích"), Some((Style::Decimal(1), 1)));
        assert_eq!(reading("2.1 Tuyên truyền"), Some((Style::Decimal(2), 1)));
        assert_eq!(reading("2.1.3. Tuyên truyền"), Some((Style::Decimal(3), 3)));
        assert_eq!(reading("1, Mục đích"), Some((Style::Decimal(1), 1)));
        assert_eq!(reading("a, Tuyên truyền"), Some((Style::Lower, 1)));
        assert_eq!(reading("II, NỘI DUNG"), Some((Style::Roman, 2)));
        assert!(reading("1, 2 và 3").is_none() && reading("a, b và c").is_none());
        assert_eq!(reading("7. 12 thôn chủ động tổ chức"), Some((Style::Decimal(1), 7)));
        assert_eq!(reading("1) Tuyên truyền"), Some((Style::DecimalParen, 1)));
        assert_eq!(reading("đ) Khác"), Some((Style::Lower, 5)));
        assert_eq!(reading("Điều 3. Kinh phí"), Some((Style::Article, 3)));
        assert_eq!(reading("Phần thứ hai"), Some((Style::Part, 2)));
        assert_eq!(reading("PHẦN II. NỘI DUNG"), Some((Style::Part, 2)));
        assert_eq!(reading("(2) Tuyên truyền"), Some((Style::Wrapped, 2)));
        assert_eq!(reading("a.1) Tuyên truyền"), Some((Style::LowerNumber, 1)));
        assert_eq!(reading("– Tuyên truyền"), Some((Style::Bullet('-'), 0)));
        assert_eq!(reading("II.1. Mục đích"), Some((Style::Decimal(1), 1)));
        assert_eq!(reading("B.2.1 Mục đích"), Some((Style::Decimal(2), 1)));
        assert_eq!(reading("2.b) Mục đích"), Some((Style::Lower, 2)));
        assert_eq!(parse("1.\tMục đích").unwrap().rest, "Mục đích");
        assert_eq!(parse("I.").unwrap().rest, "");
    }

    #[test]
    fn what_only_looks_like_a_number() {
        for line in [
            "01/6 là ngày Quốc tế thiếu nhi",
            "1.000 trẻ em",
            "30.6.2024 kết thúc",
            "6 - 11 tuổi",
            "v.v...",
            "v.v",
            "Mục đích của kế hoạch",
            "-----",
            "Điều 5 của Luật",
            "Phần lớn trẻ em",
            "1.5 triệu đồng",
            "11 khu phố",
            "Trẻ em",
            "Nơi nhận:",
            "2024",
            "-5 độ",
            "V/v triển khai",
            "T/M BAN CHỈ ĐẠO",
        ] {
            assert_eq!(reading(line), None, "{line}");
        }
    }

    #[test]
    fn one_letter_two_readings() {
        assert_eq!(parse("I. X").unwrap().readings, [(Style::Roman, 1), (Style::Upper, 10)]);
        assert_eq!(parse("i) x").unwrap().readings, [(Style::LowerRoman, 1), (Style::Lower, 10)]);
        assert_eq!(parse("C. X").unwrap().readings, [(Style::Upper, 3)]);
    }

    #[test]
    fn vietnamese_letters_in_both_orders() {
        let place = |letter| letter_place(letter).unwrap();
        let next = |last, next| follows(Style::Lower, place(last), place(next));
        assert!(
            next('d', 'đ') && next('đ', 'e') && next('d', 'e') && next('e', 'g') && next('e', 'f') && next('i', 'k')
        );
        assert!(!next('a', 'c') && !next('e', 'h') && !next('b', 'a'));
        assert!(follows(Style::Roman, 1, 2) && !follows(Style::Roman, 1, 3));
    }
}
