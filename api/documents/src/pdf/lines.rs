//! Words → lines.

use crate::font::{Style, is_invisible};

/// A letter and how it looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Letter {
    pub(super) char: char,
    pub(super) style: Style,
}

/// Letters from `start` to before `end`, without the blanks at the break.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) width: f32,
    /// Places where it may be spread.
    pub(super) blanks: u16,
    /// Ends a paragraph, or where the writer ended the line: it is not spread.
    pub(super) last: bool,
}

/// `\n` is no letter here: it ends a line.
pub(super) fn letters(text: &str, style: Style) -> impl Iterator<Item = Letter> + '_ {
    text.chars().filter(|char| !is_invisible(*char)).map(move |char| Letter { char, style })
}

/// At least one line, also of nothing. The first one has less room by `indent`.
pub(super) fn broken(letters: &[Letter], size: f32, indent: f32, room: f32) -> Vec<Line> {
    let mut breaker = Breaker { letters, size, indent, room, lines: Vec::new() };
    let mut start = 0;
    for (index, letter) in letters.iter().enumerate() {
        if letter.char == '\n' {
            breaker.typed(start, index);
            start = index + 1;
        }
    }
    breaker.typed(start, letters.len());
    breaker.lines
}

struct Breaker<'a> {
    letters: &'a [Letter],
    size: f32,
    indent: f32,
    room: f32,
    lines: Vec<Line>,
}

impl Breaker<'_> {
    fn width(&self, start: usize, end: usize) -> f32 {
        let letters = self.letters.get(start..end).unwrap_or_default();
        letters.iter().map(|letter| letter.style.advance(letter.char)).sum::<f32>() * self.size
    }

    /// A line as it was typed, in as many as it takes.
    fn typed(&mut self, mut start: usize, end: usize) {
        loop {
            let room = if self.lines.is_empty() { self.room - self.indent } else { self.room };
            let Some((cut, next)) = self.cut(start, end, room) else {
                self.push(start, end, true);
                return;
            };
            self.push(start, cut, false);
            start = next;
        }
    }

    /// Where the line that begins at `start` must end, and where the next one begins; `None`: it is the last.
    fn cut(&self, start: usize, end: usize, room: f32) -> Option<(usize, usize)> {
        let letters = self.letters.get(start..end).unwrap_or_default();
        let mut width = 0.0;
        let mut best: Option<usize> = None;
        for (offset, letter) in letters.iter().enumerate() {
            if letter.char == ' ' {
                width += letter.style.advance(' ') * self.size;
                continue;
            }
            if offset > 0 && self.may_break(start + offset) {
                best = Some(start + offset);
            }
            width += letter.style.advance(letter.char) * self.size;
            // Rounding must not break what fits exactly.
            if width > room + 0.01 {
                // A word longer than the line is broken where the line ends; a line has at least one letter.
                let next = best.unwrap_or(start + offset.max(1));
                return (next < end).then_some((next, next));
            }
        }
        None
    }

    /// Before this letter: behind a blank, or behind a hyphen within a word.
    fn may_break(&self, index: usize) -> bool {
        let at = |back: usize| index.checked_sub(back).and_then(|index| self.letters.get(index)).map(|one| one.char);
        match at(1) {
            Some(' ') => true,
            // Not between a hyphen and a number: "-5".
            Some('-') => at(2).is_some_and(char::is_alphanumeric) && at(0).is_some_and(char::is_alphabetic),
            Some('–' | '—') => at(2).is_some_and(|char| char != ' '),
            _ => false,
        }
    }

    fn push(&mut self, start: usize, mut end: usize, last: bool) {
        let blank = |index: usize| self.letters.get(index).is_some_and(|letter| letter.char == ' ');
        while end > start && blank(end - 1) {
            end -= 1;
        }
        let blanks = (start..end).filter(|index| blank(*index)).count();
        let line =
            Line { start, end, width: self.width(start, end), blanks: u16::try_from(blanks).unwrap_or(u16::MAX), last };
        self.lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, room: f32) -> Vec<String> {
        let letters: Vec<Letter> = letters(text, Style::Regular).collect();
        let text = |line: &Line| letters[line.start..line.end].iter().map(|letter| letter.char).collect();
        broken(&letters, 10.0, 0.0, room).iter().map(text).collect()
    }

    #[test]
    fn broken_at_blanks_and_hyphens() {
        // Ten points: an "a" is 4.44 wide, a blank 2.5.
        assert_eq!(lines("aa aa aa", 24.0), ["aa aa", "aa"]);
        assert_eq!(lines("aa aa  ", 20.3), ["aa aa"]);
        assert_eq!(lines("aa-aa", 14.0), ["aa-", "aa"]);
        assert_eq!(lines("- aa 1-2", 15.0), ["- aa", "1-2"]);
        assert_eq!(lines("17/6–17/9", 25.0), ["17/6–", "17/9"]);
        assert_eq!(lines("aa – aa", 17.0), ["aa –", "aa"]);
        assert_eq!(lines("a\n\na", 50.0), ["a", "", "a"]);
        assert_eq!(lines("", 50.0), [""]);
        assert_eq!(lines("aaaa", 9.0), ["aa", "aa"]);
        assert_eq!(lines("aaa", 1.0), ["a", "a", "a"]);
        assert_eq!(lines("a\u{a0}a a", 12.0), ["a\u{a0}a", "a"]);
    }
}
