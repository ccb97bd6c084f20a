//! What forms and decisions have beyond other documents: fields that a hand fills in where nothing is known, articles,
//! who is addressed.

use super::block::{Align, Look, dotted, paragraph};
use super::document::Document;
use super::text::{BLANK, clean, or_blank};

impl Document {
    /// "Label: text"; where nothing is known, dots to the end of the line.
    pub fn field(&mut self, label: &str, text: Option<&str>) {
        self.filled(label, text, 1);
    }

    /// A field that takes some sentences.
    pub fn story(&mut self, label: &str, text: Option<&str>) {
        self.filled(label, text, 2);
    }

    /// Text below a heading, or lines of dots for it.
    pub fn answer(&mut self, text: Option<&str>) {
        match text.map(str::trim) {
            None | Some("") => self.dots("", 3),
            Some(text) => self.paragraph(text),
        }
    }

    /// Short fields on one line; the dots of the last one run to its end.
    pub fn fields(&mut self, fields: &[(&str, Option<&str>)]) {
        let mut line = String::new();
        let mut open = false;
        for (index, (label, text)) in fields.iter().enumerate() {
            let text = text.map(|text| clean(text).trim().replace('\n', " ")).filter(|text| !text.is_empty());
            let last = index + 1 == fields.len();
            open = last && text.is_none();
            line.push_str(&format!("{label}: "));
            line.push_str(&match text {
                Some(text) if last => text,
                Some(text) => format!("{text}; "),
                None if last => String::new(),
                // The first one is usually a name.
                None if index == 0 => format!("{} ", BLANK.repeat(4)),
                None => format!("{BLANK} "),
            });
        }
        if open { self.dots(&line, 1) } else { self.paragraph(&line) }
    }

    /// Bold in the middle, on the page of what follows: who decides, "QUYẾT ĐỊNH:".
    pub fn centered(&mut self, text: &str) {
        let look = Look { first: 0, align: Align::Center, ..self.part().look().bold().kept() };
        paragraph(self.out(), &look, text);
    }

    /// "Điều 1. …", numbered from one; the lines of each are its paragraphs.
    pub fn articles(&mut self, articles: &[String]) {
        for (index, article) in articles.iter().enumerate() {
            let text = clean(article);
            let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
            self.labelled(&format!("Điều {}. ", index + 1), first);
            if !rest.is_empty() {
                self.paragraph(rest);
            }
        }
    }

    /// "Kính gửi: …" to one; to several a line for each.
    pub fn addressed(&mut self, receivers: &[String]) {
        match receivers {
            [] | [_] => {
                let receiver = or_blank(receivers.first().map(String::as_str));
                let look = Look { first: 0, align: Align::Center, ..self.part().look().spaced(120, 240) };
                paragraph(self.out(), &look, &format!("Kính gửi: {receiver}"));
            }
            _ => {
                self.labelled("Kính gửi:", "");
                receivers.iter().for_each(|receiver| self.item(receiver));
            }
        }
    }

    fn filled(&mut self, label: &str, text: Option<&str>, lines: usize) {
        match text.map(str::trim) {
            None | Some("") => self.dots(&format!("{label}: "), lines),
            Some(text) => self.paragraph(&format!("{label}: {text}")),
        }
    }

    /// Lines of dots on one page, the first one behind a label.
    fn dots(&mut self, label: &str, lines: usize) {
        let room = self.room();
        for line in 0..lines {
            let look = Look { keep: line + 1 < lines, ..self.part().look() };
            match line {
                0 if !label.is_empty() => dotted(self.out(), &look, label, room),
                _ => dotted(self.out(), &Look { first: 0, ..look }, "", room),
            }
        }
    }
}
