//! A short title out of a long order.

use super::marker;
use super::units;
use crate::words::{Folded, Pattern, capitalise, char_count, regex, squeeze, without_end};

const LIMIT: usize = 120;
/// Shorter than this says too little ("Tổ chức:").
const ENOUGH: usize = 24;

/// What a cut must not leave dangling at the end. With marks: "về" dangles, "vệ" does not.
static DANGLING: Pattern = regex!(
    r"(?i)(?:^|[\s,;:.(-]+)(?:như sau|như|gồm|bao gồm|trong đó|cụ thể|cụ thể là|và|hoặc|với|của|cho|về|tại|trong|các|những|theo|để|nhằm|là|đến|từ|do|bằng|cùng|phối hợp|đặc biệt|đặc biệt là|nhất là|với chủ đề|chủ đề|trên|có|ở|khi|nhân|gắn với)\s*$"
);
/// Who does it and with whom is told beside the title: what remains is the order.
static ORDERED: Pattern = regex!(
    r"^[\s,:.-]*(?:la (?:co quan|don vi) )?(?:(?:chu tri|chu dong|co trach nhiem|chiu trach nhiem|tiep tuc)[\s,:]*(?:va |trong viec )?)+"
);
static WITH: Pattern = regex!(
    r"^[\s,]*(?:phoi hop|phoi ket hop)(?: chat che)?,?(?: cung)? (?:voi|cung) .{3,160}?\b(to chuc (?:cac|hoat|thuc|trien|le|hoi|kiem|dien|tot|giao|gap|tham|trao|day|tuyen|phat|kham|tang)|trien khai|thuc hien|huong dan|tham muu|xay dung|kiem tra|ra soat|tuyen truyen|tiep nhan|quan ly|van dong|day manh|tang cuong|xu ly|lap danh sach|bao dam|dam bao|chuan bi|bo tri|tuan tra|cap|kham)\b"
);

/// At most about 120 characters, cut where a thought ends.
pub(crate) fn title(order: &str) -> String {
    let text = strip(order);
    let text = without_end(first_sentence(&text));
    if char_count(text) <= LIMIT {
        return capitalise(text);
    }
    capitalise(&shortened(text))
}

/// Without the list mark, the unit it is addressed to, and "chủ trì, phối hợp với …".
fn strip(order: &str) -> String {
    let text = match marker::parse(order) {
        Some(marker) => marker.rest,
        None => squeeze(order),
    };
    let heading = units::heading(&text).filter(|heading| heading.has_order);
    let folded = Folded::new(&text);
    let rest = folded.raw_from(heading.map_or(0, |heading| heading.end));
    let trimmed = rest.trim_start_matches([' ', ',', ':', '-', '–', '.', ';']);
    let trimmed = Folded::new(trimmed);
    let mut start = ORDERED.find(&trimmed.text).map_or(0, |found| found.end());
    let after = trimmed.text.get(start..).unwrap_or_default();
    // "Phối hợp với …" without "chủ trì" is the order itself.
    if let Some(verb) = WITH.captures(after).and_then(|captures| captures.get(1)).filter(|_| start > 0) {
        start += verb.start();
    }
    let order = trimmed.raw_from(start).trim();
    if char_count(order) >= 10 { order.to_owned() } else { text }
}

fn first_sentence(text: &str) -> &str {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(". ")) {
        let end = from + found;
        let sentence = text.get(..end).unwrap_or(text);
        // "TP. Hồ Chí Minh", "v.v. ": no end.
        let last_word = sentence.rsplit([' ', '.']).next().unwrap_or_default();
        if char_count(sentence) >= ENOUGH && char_count(last_word) > 2 {
            return sentence;
        }
        from = end + 2;
    }
    text
}

fn shortened(text: &str) -> String {
    let end = text.char_indices().nth(LIMIT).map_or(text.len(), |(place, _)| place);
    let head = text.get(..end).unwrap_or(text);
    let cut = strong(head).or_else(|| weak(head)).map(|cut| clean(head.get(..cut).unwrap_or(head)));
    match cut.filter(|cut| char_count(cut) >= ENOUGH) {
        Some(cut) => cut,
        None => {
            let space = head.rfind(' ').unwrap_or(head.len());
            format!("{}…", clean(head.get(..space).unwrap_or(head)))
        }
    }
}

/// A thought is over: semicolon, colon, bracket, purpose.
fn strong(head: &str) -> Option<usize> {
    static PURPOSE: Pattern =
        regex!(r"(?i)[;:(]|,? (?:nhằm|để|trong đó|đặc biệt là|nhất là|góp phần|hướng đến|hướng tới)\b");
    PURPOSE
        .find_iter(head)
        .map(|found| found.start())
        .find(|place| head.get(..*place).is_some_and(|cut| char_count(cut) >= ENOUGH * 3 / 2))
}

/// The last comma, else the last word that begins a new part.
fn weak(head: &str) -> Option<usize> {
    static PART: Pattern =
        regex!(r"(?i) (?:trong việc|trong dịp|trong thời gian|tại|theo|về|cho|và|nhân dịp|gắn với|trên|với chủ đề)\b");
    let long_enough = |place: &usize| head.get(..*place).is_some_and(|cut| char_count(cut) >= LIMIT / 2);
    head.rfind(',')
        .filter(long_enough)
        .or_else(|| PART.find_iter(head).map(|found| found.start()).filter(long_enough).last())
}

fn clean(text: &str) -> String {
    let mut text = without_end(text).trim().to_owned();
    for _ in 0..3 {
        let Some(dangling) = DANGLING.find(&text).map(|found| found.start()) else { break };
        text.truncate(dangling);
    }
    // An open bracket or quote without its end.
    if text.matches('(').count() > text.matches(')').count() {
        text.truncate(text.rfind('(').unwrap_or(text.len()));
    }
    without_end(&text).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_end_where_a_thought_ends() {
        for (order, expected) in [
            (
                "Tổ chức tốt các hoạt động nhân “Ngày gia đình Việt Nam” 28-6.",
                "Tổ chức tốt các hoạt động nhân “Ngày gia đình Việt Nam” 28-6",
            ),
            ("- Công an phường: Tăng cường tuần tra các sông hồ.", "Tăng cường tuần tra các sông hồ"),
            (
                "Giao Công an phường chủ trì, phối hợp với Trạm Y tế, Đoàn Thanh niên tuần tra các ao hồ.",
                "Tuần tra các ao hồ",
            ),
            (
                "Tổ chức các hoạt động thông tin, truyền thông như: Treo băng-rôn, khẩu hiệu tuyên truyền trên các trục đường chính trên địa bàn phường; phối hợp với công chức văn hóa",
                "Tổ chức các hoạt động thông tin, truyền thông",
            ),
        ] {
            assert_eq!(title(order), expected);
        }
    }

    #[test]
    fn never_longer_never_in_mid_word() {
        let word = "chăm sóc giáo dục ".repeat(40);
        let short = title(&word);
        assert!(char_count(&short) <= 121 && short.ends_with('…'));
        assert_eq!(title(""), "");
        assert!(char_count(&title(&"a".repeat(500))) <= 121);
    }
}
