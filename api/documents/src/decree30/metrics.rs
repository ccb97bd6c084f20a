//! How wide words are in bold Times New Roman: the decree's lines are measured by the text above them.

use unicode_normalization::char::decompose_canonical;

/// Advance widths of U+0020 to U+007E in thousandths of the size.
const WIDTHS: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];

/// Of one line, in twips.
pub(crate) fn width(text: &str, points: i64) -> i64 {
    // A point is 20 twips, a width a thousandth of the size.
    text.chars().map(width_of).sum::<i64>().saturating_mul(points) / 50
}

/// The width of each line when a text is broken at spaces, in twips; at least one.
pub(crate) fn lines(text: &str, points: i64, room: i64) -> Vec<i64> {
    let space = width(" ", points);
    let mut lines = Vec::new();
    for typed in text.split('\n') {
        let mut line = 0;
        for word in typed.split_whitespace().map(|word| width(word, points)) {
            if line > 0 && line + space + word > room {
                lines.push(line);
                line = word;
            } else {
                line += word + if line > 0 { space } else { 0 };
            }
        }
        lines.push(line);
    }
    lines
}

fn width_of(char: char) -> i64 {
    match char {
        'Đ' => 722,
        'đ' => 556,
        'Ư' | 'Ừ' | 'Ứ' | 'Ử' | 'Ữ' | 'Ự' => 796,
        '…' => 1000,
        _ => {
            let mut base = None;
            decompose_canonical(char, |part| base = base.or(Some(part)));
            let index = u32::from(base.unwrap_or(char)).checked_sub(32).and_then(|index| usize::try_from(index).ok());
            index.and_then(|index| WIDTHS.get(index)).copied().map_or(600, i64::from)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_widths() {
        // Measured in the font: 56.1 mm and 88.3 mm.
        assert!((3170..3200).contains(&width("Độc lập - Tự do - Hạnh phúc", 13)));
        assert!((4980..5030).contains(&width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12)));
    }

    #[test]
    fn broken_at_spaces() {
        assert_eq!(lines("AA AA", 10, 10_000).len(), 1);
        assert_eq!(lines("AA AA", 10, 300), [width("AA", 10); 2]);
        assert_eq!(lines("AA\nA", 10, 300).len(), 2);
        assert_eq!(lines("", 10, 300), [0]);
    }
}
