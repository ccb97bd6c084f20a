//! A document from its head to its annexes, part by part.

use zip::result::ZipResult;

use super::block::{Align, Block, Blocks, Look, mixed, paragraph, tie_last};
use super::model::{Header, Signature};
use super::package::{self, Margins, Pages, Paper};
use super::table::{self, Lines, Table};
use super::text::{capitalized, capitals, clean, letter, long_date, roman, sentence_case, unpunctuated};
use super::{foot, letterhead};
use crate::drawing::Drawing;

/// Instead of the title of a private document, which shows in lists of files.
const PRIVATE_TITLE: &str = "Tài liệu nội bộ";
/// At the foot of its every page. No stamp of secrecy: those are for secrets of the State.
const PRIVATE_FOOT: &str = "Tài liệu có thông tin riêng tư của trẻ em – không sao chụp, không chuyển tiếp";
/// At the foot of every page of what is not issued yet.
const DRAFT_FOOT: &str = "Bản dự thảo, chưa ban hành";
const BODY: i64 = 14;
/// First-line indent: 1.27 cm.
const INDENT: i64 = 720;
/// Between paragraphs: 6 pt.
const SPACING: i64 = 120;

/// Levels of numbered headings: I., 1., a).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Roman,
    Number,
    Letter,
}

/// Builds one document. Parts stand in the order in which they are added.
pub struct Document {
    header: Header,
    kind: String,
    subject: String,
    body: Part,
    annexes: Vec<Annex>,
    private: bool,
    draft: bool,
}

struct Annex {
    paper: Paper,
    title: String,
    part: Part,
}

/// All that a file of any kind is made from.
struct Bound {
    title: String,
    foot: &'static str,
    sections: Vec<Pages>,
}

#[derive(Default)]
pub(super) struct Part {
    pub(super) blocks: Blocks,
    counters: [usize; 3],
    pub(super) after_table: bool,
}

impl Document {
    /// `kind` is "BIÊN BẢN", "BÁO CÁO"; `subject` what it is about, one or more lines.
    pub fn new(header: &Header, kind: &str, subject: &str) -> Self {
        Self::begun(Part::default(), header, kind, subject, false)
    }

    /// The same before it is signed: it says so below its number and at the foot of every page.
    pub fn draft(header: &Header, kind: &str, subject: &str) -> Self {
        Self::begun(Part::default(), header, kind, subject, true)
    }

    /// A document about one child: a line at the foot of every page asks for care, and its properties tell nothing.
    /// `form` is the form that it follows, as it stands in the corner of one: "Mẫu số 01"; empty for none.
    pub fn private(form: &str, header: &Header, kind: &str, subject: &str) -> Self {
        let mut body = Part::default();
        if !form.trim().is_empty() {
            let look = Look { align: Align::Right, ..Look::new(12).bold().spaced(0, SPACING).kept() };
            paragraph(&mut body.blocks, &look, &clean(form).replace('\n', " "));
        }
        Self { private: true, ..Self::begun(body, header, kind, subject, false) }
    }

    fn begun(mut body: Part, header: &Header, kind: &str, subject: &str, draft: bool) -> Self {
        letterhead::write(&mut body.blocks, header, draft);
        paragraph(&mut body.blocks, &Look::centered(BODY).bold().spaced(240, 0).kept(), &capitals(kind));
        let room = Paper::Portrait.room();
        // A single line of words runs over the whole width only when it must.
        if !subject.trim().is_empty() {
            paragraph(&mut body.blocks, &Look::centered(BODY).bold().kept(), subject);
        }
        letterhead::underline(&mut body.blocks, &clean(subject), BODY, room);
        body.after_table = true;
        Self {
            header: header.clone(),
            kind: clean(kind),
            subject: clean(subject),
            body,
            annexes: Vec::new(),
            private: false,
            draft,
        }
    }

    /// "Căn cứ …" in italics; each ends in a semicolon, the last in a full stop.
    pub fn legal_bases(&mut self, bases: &[String]) {
        for (index, basis) in bases.iter().enumerate() {
            let end = if index + 1 == bases.len() { '.' } else { ';' };
            let look = self.part().look().italic();
            paragraph(self.out(), &look, &format!("{}{end}", unpunctuated(basis)));
        }
    }

    /// Text of the body; every line of it is a paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.lines(text, false);
    }

    /// The last words before the signatures: they go with them to a new page.
    pub fn closing(&mut self, text: &str) {
        self.lines(text, true);
    }

    /// A bold beginning, then text: "Bên giao: Trường …".
    pub fn labelled(&mut self, label: &str, text: &str) {
        let look = self.part().look();
        mixed(self.out(), &look, &[(label, true), (text, false)]);
    }

    /// "- text".
    pub fn item(&mut self, text: &str) {
        self.paragraph(&format!("- {}", clean(text).replace('\n', " ")));
    }

    /// Numbers itself within the document or the annex.
    pub fn heading(&mut self, level: Level, text: &str) {
        let part = self.part();
        let [romans, numbers, letters] = &mut part.counters;
        let (number, depth) = match level {
            Level::Roman => {
                *romans += 1;
                (*numbers, *letters) = (0, 0);
                (format!("{}.", roman(*romans)), 1)
            }
            Level::Number => {
                *numbers += 1;
                *letters = 0;
                (format!("{numbers}."), 2)
            }
            Level::Letter => {
                *letters += 1;
                (format!("{})", letter(*letters)), 3)
            }
        };
        let look = Look { align: Align::Justified, heading: Some(depth), ..part.look().kept() };
        let look = if level == Level::Letter { look } else { look.bold() };
        paragraph(&mut part.blocks, &look, &format!("{number} {text}"));
    }

    pub fn table(&mut self, table: &Table) {
        let room = self.room();
        let part = self.part();
        if part.after_table {
            // Two tables without a paragraph between them are one to Word.
            paragraph(&mut part.blocks, &Look::new(4), "");
        }
        table::write(&mut part.blocks, table, room);
        part.after_table = true;
    }

    pub(crate) fn lines_table(&mut self, lines: &Lines) {
        let room = self.room();
        let part = self.part();
        if part.after_table {
            // As in `table`.
            paragraph(&mut part.blocks, &Look::new(4), "");
        }
        table::write_lines(&mut part.blocks, lines, room);
        part.after_table = true;
    }

    /// In the middle, with what it shows below it.
    pub(crate) fn picture(&mut self, drawing: Drawing, title: &str) {
        let part = self.part();
        part.blocks.push(Block::Picture(drawing));
        paragraph(&mut part.blocks, &Look::centered(12).italic().spaced(60, SPACING), title);
        part.after_table = false;
    }

    /// Small, in italics: what has to be known about a table above it.
    pub(crate) fn remark(&mut self, text: &str) {
        let look = Look { align: Align::Justified, ..Look::new(11).italic().spaced(60, SPACING) };
        let part = self.part();
        part.after_table = false;
        paragraph(&mut part.blocks, &look, text);
    }

    /// One, two or three parties beside each other; recipients as "Nơi nhận", empty where there are none.
    pub fn signatures(&mut self, signatures: &[Signature], recipients: &[String]) {
        let room = self.room();
        let part = self.part();
        // No page bears signatures alone.
        tie_last(&mut part.blocks);
        paragraph(&mut part.blocks, &Look::new(6).kept(), "");
        foot::write(&mut part.blocks, signatures, recipients, room);
        part.after_table = true;
    }

    /// A new page; what is added from here on stands in the annex. Several are numbered I, II, III.
    pub fn annex(&mut self, paper: Paper, title: &str) {
        self.annexes.push(Annex { paper, title: capitals(title), part: Part::default() });
    }

    /// The bytes of the `.docx`.
    pub fn finish(self) -> Vec<u8> {
        // As in `package::docx`.
        self.packed().unwrap_or_default()
    }

    /// The same, telling when the parts could not be packed.
    pub(crate) fn packed(self) -> ZipResult<Vec<u8>> {
        let bound = self.bound();
        package::packed(&bound.title, bound.foot, &bound.sections, true)
    }

    /// The bytes of a PDF that looks the same.
    pub fn pdf(self) -> Vec<u8> {
        let bound = self.bound();
        package::pdf(&bound.title, bound.foot, &bound.sections, true)
    }

    fn bound(self) -> Bound {
        let title = if self.private { PRIVATE_TITLE.to_owned() } else { format!("{} {}", self.kind, self.subject) };
        let foot = match (self.private, self.draft) {
            (true, _) => PRIVATE_FOOT,
            (false, true) => DRAFT_FOOT,
            (false, false) => "",
        };
        let reference = reference(&self.header, &self.kind);
        let several = self.annexes.len() > 1;
        let page = |paper, blocks| Pages { paper, margins: Margins::DECREE, blocks };
        let mut sections = vec![page(Paper::Portrait, self.body.blocks)];
        for (index, annex) in self.annexes.into_iter().enumerate() {
            let name = if several { format!("Phụ lục {}", roman(index + 1)) } else { "Phụ lục".to_owned() };
            let mut blocks = Blocks::new();
            paragraph(&mut blocks, &Look::centered(14).bold().kept(), &name);
            paragraph(&mut blocks, &Look::centered(14).bold().kept(), &annex.title);
            paragraph(&mut blocks, &Look::centered(13).italic().spaced(0, SPACING).kept(), &reference);
            blocks.extend(annex.part.blocks);
            sections.push(page(annex.paper, blocks));
        }
        Bound { title, foot, sections }
    }

    fn lines(&mut self, text: &str, keep: bool) {
        for line in clean(text).split('\n') {
            let look = Look { keep, ..self.part().look() };
            paragraph(self.out(), &look, line);
        }
    }

    pub(super) fn room(&self) -> i64 {
        self.annexes.last().map_or(Paper::Portrait, |annex| annex.paper).room()
    }

    pub(super) fn part(&mut self) -> &mut Part {
        match self.annexes.last_mut() {
            Some(annex) => &mut annex.part,
            None => &mut self.body,
        }
    }

    pub(super) fn out(&mut self) -> &mut Blocks {
        &mut self.part().blocks
    }
}

impl Part {
    /// Of a paragraph of the body. A table has no space below it, so the first paragraph brings its own.
    pub(super) fn look(&mut self) -> Look {
        let before = if std::mem::take(&mut self.after_table) { SPACING } else { 0 };
        Look { align: Align::Justified, first: INDENT, ..Look::new(BODY).spaced(before, SPACING) }
    }
}

/// The lines of a letterhead in a sentence: "ỦY BAN NHÂN DÂN⏎Phường Ba Đình" → "Ủy ban nhân dân phường Ba Đình".
fn within_sentence(issuer: &str) -> String {
    let mut lines = issuer.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else { return String::new() };
    let is_capitals = first.chars().any(char::is_alphabetic) && !first.chars().any(char::is_lowercase);
    let mut sentence = match lines.clone().next() {
        Some(_) if is_capitals => sentence_case(first),
        _ => capitalized(first),
    };
    for line in lines {
        let kind = ["Phường ", "Xã ", "Đặc khu "].into_iter().find(|kind| line.starts_with(kind));
        sentence.push(' ');
        match kind {
            Some(kind) => sentence.push_str(&line.replacen(kind, &kind.to_lowercase(), 1)),
            None => sentence.push_str(line),
        }
    }
    sentence
}

/// "(Kèm theo Biên bản số 05/BB-BCĐ ngày 29 tháng 5 năm 2026 của …)".
pub(crate) fn reference(header: &Header, kind: &str) -> String {
    let kind = sentence_case(kind);
    let number = letterhead::number(header).map(|number| format!(" số {number}")).unwrap_or_default();
    let issuer = within_sentence(&clean(&header.issuer));
    let issuer = if issuer.is_empty() { String::new() } else { format!(" của {issuer}") };
    format!("(Kèm theo {kind}{number} {}{issuer})", long_date(header.date))
}
