//! What a heading says: title and first words of the body, and whether it opens the part that gives work to units.

use super::lines::Line;
use super::outline::Node;
use super::{address, task_text};
use crate::words::{Folded, Pattern, char_count, fold, regex};

static ASSIGNMENT: Pattern = regex!(
    r"to chuc thuc hien|to chuc trien khai|phan cong|giao nhiem vu|nhiem vu (?:cua )?cac (?:co quan|don vi|ban|nganh)|(?:^|[.:] ?)trach nhiem|nhiem vu cu the cua|^trach nhiem|trach nhiem (?:thuc hien|thi hanh|cua (?:cac|co quan|don vi))"
);

/// A heading of the part that gives work to units.
pub(crate) fn is_assignment(title: &str) -> bool {
    let folded = fold(title);
    char_count(&folded) <= 160 && ASSIGNMENT.is_match(&folded) && !folded.contains("nang cao")
}

/// A heading over more than the assignments.
pub(crate) fn is_mixed(title: &str) -> bool {
    let folded = fold(title);
    is_assignment(title) && ["noi dung", "hoat dong", "giai phap", "muc dich"].iter().any(|word| folded.contains(word))
}

/// `Thời gian: từ ngày …` → where the title ends (bytes) and where the text begins.
pub(crate) fn lead_in(text: &str) -> Option<(usize, usize)> {
    let colon = text.find(':')?;
    let after = colon + 1;
    let title = text.get(..colon)?;
    let rest = text.get(after..)?;
    // 7:30 is a time; a colon deep in a sentence introduces a list, not a title.
    let time =
        title.ends_with(|char: char| char.is_ascii_digit()) && rest.starts_with(|char: char| char.is_ascii_digit());
    (char_count(title) <= 100 && !rest.trim().is_empty() && !time && !title.contains(['.', ';', '"', '“']))
        .then_some((colon, after))
}

/// A heading line as title and first paragraph of the body.
pub(crate) fn split_heading(node: &Node, assigning: bool) -> (String, Option<Line>) {
    let text = node.text.trim();
    let rest = |rest: &str| Some(Line { text: rest.trim().to_owned(), joined: node.line.joined, ..Line::default() });
    let clean = |title: &str| crate::words::without_end(title).to_owned();
    if let Some((end, start)) = lead_in(text) {
        return (clean(text.get(..end).unwrap_or(text)), rest(text.get(start..).unwrap_or_default()));
    }
    if !node.line.bold && node.line.bold_start > 6 {
        let number = char_count(&node.line.text).saturating_sub(char_count(text));
        let bold = node.line.bold_start.saturating_sub(number);
        let cut = text.char_indices().nth(bold).map(|(place, _)| place);
        if let Some(cut) = cut.filter(|_| bold >= 4) {
            let (title, body) = text.split_at_checked(cut).unwrap_or((text, ""));
            if !body.trim_matches([' ', '.', ':', ';', '-', '–']).is_empty()
                && body.starts_with([' ', '.', ':', ';', ','])
            {
                return (clean(title), rest(body.trim_start_matches([' ', '.', ':', ';', '-', '–'])));
            }
        }
    }
    if assigning
        && let Some(found) = address::heading(text)
            .filter(|found| found.lead.as_ref().is_some_and(|lead| lead.kind.is_some() || !is_assignment(text)))
    {
        // "Công an phường chủ trì, phối hợp …": the unit is the title, the whole sentence the order.
        let folded = Folded::new(text);
        if found.has_order {
            return (clean(folded.raw_to(found.end)), rest(text));
        }
    }
    // "Mục đích. Tổ chức đợt cao điểm …" in a file without bold type.
    if char_count(text) > 200 && !node.line.bold {
        if let Some((title, body)) = text.split_once(". ").filter(|(title, _)| char_count(title) <= 80) {
            return (clean(title), rest(body));
        }
        return (task_text::title(text), rest(text));
    }
    (clean(text), None)
}
