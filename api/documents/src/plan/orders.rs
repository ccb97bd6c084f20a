//! Paragraphs → orders: which lines of a section are one task together, and which are none.

use super::lines::Line;
use super::marker::{self, Style};
use crate::words::{Pattern, char_count, fold, regex};

/// One order: its own paragraph and what hangs below it.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) text: String,
    pub(crate) below: Vec<String>,
    pub(crate) joined: bool,
}

impl Order {
    pub(crate) fn of(line: &Line) -> Self {
        Self { text: line.text.clone(), below: Vec::new(), joined: line.joined }
    }

    /// The whole order, a line each.
    pub(crate) fn whole(&self) -> String {
        std::iter::once(&self.text).chain(&self.below).cloned().collect::<Vec<_>>().join("\n")
    }
}

/// Words that only lead to the list after them.
static INTRODUCTION: Pattern = regex!(
    r"(?:nhu sau|sau day|sau|nhiem vu|noi dung|cong viec|trach nhiem|cu the|gom|thuc hien|phan cong|giao nhiem vu)\s*:$"
);

/// Groups the lines of one unit's section: each paragraph is an order, each bullet of the outermost kind too;
/// deeper bullets belong to the one above them.
pub(crate) fn group(lines: &[&Line]) -> Vec<Order> {
    let styles: Vec<Option<Style>> =
        lines.iter().map(|line| marker::parse(&line.text).and_then(|marker| marker.style())).collect();
    let mut orders: Vec<Order> = Vec::new();
    // The kinds of bullets that are open, outermost first.
    let mut open: Vec<Style> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let style = styles.get(place).copied().flatten();
        let next = styles.get(place + 1).copied().flatten();
        let introduces = next.is_some() && next != style && line.text.trim_end().ends_with(':');
        match style {
            None => {
                open.clear();
                if introduces && is_introduction(&line.text) {
                    continue;
                }
                orders.push(Order::of(line));
                // "Tổ chức Lễ phát động gồm:" keeps its bullets.
                open.extend(introduces.then_some(Style::Unnumbered));
            }
            Some(style) => {
                match open.iter().position(|known| *known == style) {
                    Some(depth) => open.truncate(depth + 1),
                    None => open.push(style),
                }
                match orders.last_mut() {
                    Some(last) if open.len() > 1 => {
                        last.below.push(line.text.clone());
                        last.joined |= line.joined;
                    }
                    _ => orders.push(Order::of(line)),
                }
            }
        }
    }
    orders
}

fn is_introduction(text: &str) -> bool {
    char_count(text) <= 100 || INTRODUCTION.is_match(&fold(text))
}

/// A sentence that ends the plan, addressed to everybody and ordering nothing of its own.
static CLOSING: Pattern = regex!(
    r"^(?:tren day la ke hoach|tren day la noi dung|trong qua trinh (?:trien khai|thuc hien|to chuc)|qua trinh (?:trien khai|thuc hien|to chuc)|neu co (?:kho khan|vuong mac)|can cu (?:noi dung )?ke hoach nay|nhan duoc ke hoach nay|ke hoach nay (?:thay the|co hieu luc|duoc)|ubnd (?:phuong|xa|thi tran)[^:]{0,40} (?:yeu cau|de nghi) (?:cac|thu truong))"
);
static URGES: Pattern = regex!(
    r"^(?:yeu cau|de nghi) (?:thu truong )?(?:cac|can bo|toan the)\b.*(?:nghiem tuc|trien khai|thuc hien|phoi hop)[^.]*\bke hoach|^(?:thu truong )?(?:cac|toan the)\b[^.;:]*\bnghiem tuc[^.;:]*\bke hoach(?: nay)?\W*$"
);

/// Whether a paragraph is such an ending; `last`: nothing but the foot comes after it.
pub(crate) fn is_closing(text: &str, last: bool) -> bool {
    let folded = fold(text);
    CLOSING.is_match(&folded) || (last && URGES.is_match(&folded))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders(texts: &[&str]) -> Vec<(String, usize)> {
        let lines: Vec<Line> = texts.iter().map(|text| Line::plain(text)).collect();
        group(&lines.iter().collect::<Vec<_>>()).into_iter().map(|order| (order.text, order.below.len())).collect()
    }

    #[test]
    fn paragraphs_bullets_and_what_hangs_below() {
        assert_eq!(orders(&["Một.", "Hai.", "Ba."]).len(), 3);
        assert_eq!(
            orders(&["- Một;", "+ nhỏ;", "+ nhỏ;", "- Hai."]),
            [("- Một;".to_owned(), 2), ("- Hai.".to_owned(), 0)]
        );
        assert_eq!(orders(&["Thực hiện các nhiệm vụ sau:", "- Một;", "- Hai."]).len(), 2);
        assert_eq!(orders(&["a) Một:", "- nhỏ;", "b) Hai."]), [("a) Một:".to_owned(), 1), ("b) Hai.".to_owned(), 0)]);
        assert_eq!(orders(&["Một.", "- Hai;", "- Ba."]).len(), 3);
    }

    #[test]
    fn endings_are_no_orders() {
        assert!(is_closing("Trên đây là Kế hoạch triển khai Tháng hành động vì trẻ em năm 2025./.", true));
        assert!(is_closing("Trong quá trình triển khai, nếu có vướng mắc đề nghị phản ánh.", false));
        assert!(is_closing(
            "Yêu cầu các ban, ngành, đoàn thể, các tổ dân phố nghiêm túc triển khai thực hiện Kế hoạch này./.",
            true
        ));
        assert!(!is_closing("Căn cứ kế hoạch của UBND phường, các khu phố triển khai thực hiện", true));
        assert!(!is_closing("Đề nghị Ủy ban MTTQ phường giám sát", false));
    }
}
