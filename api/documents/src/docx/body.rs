//! `word/document.xml` → blocks. One pass with explicit stacks; nothing here recurses on input.

use quick_xml::events::BytesStart;

use super::numbering::Numbering;
use super::styles::Styles;
use super::xml::{Node, Space, Xml, attribute, is_on, number_attribute};
use crate::ReadError;
use crate::block::{Block, Cell, Document, Note, Paragraph, Table};
use crate::words::tidy;

/// A long plan with its annexes has a few hundred paragraphs and 100,000 characters.
pub(crate) const MAX_PARAGRAPHS: usize = 20_000;
pub(crate) const MAX_CHARS: usize = 2_000_000;

/// What a reader of the accepted text does not see: deletions, old formats, the codes behind fields.
const UNSEEN: [&str; 13] = [
    "del",
    "moveFrom",
    "delText",
    "delInstrText",
    "instrText",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
    "tblGridChange",
    "numberingChange",
];

/// # Errors
/// [`ReadError::Broken`], [`ReadError::Dtd`], [`ReadError::TooLong`]; [`ReadError::Empty`] or
/// [`ReadError::OnlyImages`] when there is no word in it.
pub(super) fn read(xml: &str, styles: &Styles, numbering: Numbering) -> Result<Document, ReadError> {
    let mut reader = Reader::new(styles, numbering);
    let mut xml = Xml::new(xml);
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(space, element) => reader.open(space, &element),
            Node::Close(space, name) => reader.close(space, &name)?,
            Node::Text(text) => reader.text(&text),
        }
    }
    reader.finish()
}

/// What holds blocks: the body, a cell, a text box.
#[derive(Default)]
struct Container {
    blocks: Vec<Block>,
    span: usize,
    continues: bool,
}

#[derive(Default)]
struct OpenTable {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    row_deleted: bool,
}

#[derive(Default)]
struct OpenParagraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<i64>,
    centered: Option<bool>,
    heading: bool,
    /// Its end mark is deleted: it runs on into the next paragraph.
    runs_on: bool,
    boxes: Vec<Block>,
    in_properties: bool,
    run: Option<Run>,
    in_text: bool,
    letters: usize,
    bold_letters: usize,
    /// Bold letters before the first one that is not.
    bold_first: usize,
}

#[derive(Default)]
struct Run {
    bold: Option<bool>,
    capitals: Option<bool>,
    hidden: bool,
}

struct Reader<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    containers: Vec<Container>,
    tables: Vec<OpenTable>,
    paragraphs: Vec<OpenParagraph>,
    /// Inside something unseen: how many elements deep.
    unseen: usize,
    /// For each open AlternateContent: a form of it has been read.
    alternates: Vec<bool>,
    carried: String,
    notes: Vec<Note>,
    count: usize,
    chars: usize,
}

impl<'a> Reader<'a> {
    fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self {
            styles,
            numbering,
            containers: vec![Container::default()],
            tables: Vec::new(),
            paragraphs: Vec::new(),
            unseen: 0,
            alternates: Vec::new(),
            carried: String::new(),
            notes: Vec::new(),
            count: 0,
            chars: 0,
        }
    }

    fn note(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn open(&mut self, space: Space, element: &BytesStart<'_>) {
        let name = element.local_name().into_inner();
        if self.unseen > 0 {
            self.unseen += 1;
            return;
        }
        match space {
            Space::Word if UNSEEN.contains(&name) => self.open_unseen(name),
            Space::Word => self.open_word(name, element),
            Space::Compatibility => self.open_alternate(name),
            Space::Other if matches!(name, "blip" | "imagedata") => self.note(Note::Pictures),
            Space::Other => {}
        }
    }

    fn open_unseen(&mut self, name: &str) {
        self.unseen = 1;
        if !matches!(name, "del" | "moveFrom") {
            return;
        }
        self.note(Note::TrackedChanges);
        match self.paragraphs.last_mut() {
            Some(paragraph) if paragraph.in_properties => paragraph.runs_on = true,
            Some(_) => {}
            // Directly in a row's properties: the whole row is deleted.
            None => {
                if let Some(table) = self.tables.last_mut() {
                    table.row_deleted = true;
                }
            }
        }
    }

    /// A text box is written twice, for new and old programs: the first form is enough.
    fn open_alternate(&mut self, name: &str) {
        match name {
            "AlternateContent" => self.alternates.push(false),
            "Choice" | "Fallback" => match self.alternates.last_mut() {
                Some(true) => self.unseen = 1,
                Some(read) => *read = true,
                None => {}
            },
            _ => {}
        }
    }

    fn open_word(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "p" => self.paragraphs.push(OpenParagraph::default()),
            "tbl" => self.tables.push(OpenTable::default()),
            "tc" => self.containers.push(Container { span: 1, ..Container::default() }),
            "txbxContent" => self.containers.push(Container::default()),
            "gridBefore" => {
                let span = number_attribute(element, "val").and_then(|value| usize::try_from(value).ok()).unwrap_or(0);
                if let Some(table) = self.tables.last_mut().filter(|_| span > 0) {
                    table.row.push(Cell { span: span.min(63), ..Cell::default() });
                }
            }
            "gridSpan" => {
                let span = number_attribute(element, "val").and_then(|value| usize::try_from(value).ok()).unwrap_or(1);
                if let Some(cell) = self.containers.last_mut() {
                    cell.span = span.clamp(1, 63);
                }
            }
            "vMerge" => {
                let continues = attribute(element, "val").is_none_or(|value| value != "restart");
                if let Some(cell) = self.containers.last_mut() {
                    cell.continues = continues;
                }
            }
            "altChunk" => self.note(Note::EmbeddedDocument),
            _ => self.open_in_paragraph(name, element),
        }
    }

    fn open_in_paragraph(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let value = || attribute(element, "val");
        if paragraph.in_properties {
            match name {
                "pStyle" => paragraph.style = value(),
                "numId" => paragraph.list = value(),
                "ilvl" => paragraph.level = number_attribute(element, "val"),
                "jc" => paragraph.centered = Some(value().as_deref() == Some("center")),
                "outlineLvl" => paragraph.heading = number_attribute(element, "val").is_some_and(|level| level < 9),
                _ => {}
            }
            return;
        }
        match name {
            "pPr" => paragraph.in_properties = true,
            "r" => paragraph.run = Some(Run::default()),
            "t" => paragraph.in_text = true,
            "tab" | "ptab" => paragraph.push("\t", false),
            "br" | "cr" => paragraph.push("\n", false),
            "noBreakHyphen" => paragraph.push("-", false),
            // A sign of a symbol font: at the beginning a bullet, elsewhere an ornament.
            "sym" => paragraph.push(if paragraph.text.trim().is_empty() { "•" } else { " " }, false),
            _ => {
                let bold_of_style =
                    (name == "rStyle").then(|| value().and_then(|id| self.styles.run_bold(&id))).flatten();
                let Some(run) = &mut paragraph.run else { return };
                match name {
                    "b" => run.bold = Some(is_on(element)),
                    "rStyle" => run.bold = run.bold.or(bold_of_style),
                    "caps" => run.capitals = Some(is_on(element)),
                    "vanish" => run.hidden = is_on(element),
                    _ => {}
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.unseen > 0 {
            return;
        }
        let styles = self.styles;
        let Some(paragraph) = self.paragraphs.last_mut().filter(|paragraph| paragraph.in_text) else { return };
        let look = styles.look(paragraph.style.as_deref());
        let (bold, capitals, hidden) = match &paragraph.run {
            Some(run) => (run.bold.unwrap_or(look.bold), run.capitals.unwrap_or(look.capitals), run.hidden),
            None => (look.bold, look.capitals, false),
        };
        if hidden {
            self.note(Note::HiddenText);
        } else if capitals {
            paragraph.push(&text.to_uppercase(), bold);
        } else {
            paragraph.push(text, bold);
        }
    }

    fn close(&mut self, space: Space, name: &str) -> Result<(), ReadError> {
        if self.unseen > 0 {
            self.unseen -= 1;
            return Ok(());
        }
        match (space, name) {
            (Space::Compatibility, "AlternateContent") => {
                self.alternates.pop();
            }
            (Space::Word, "p") => self.close_paragraph()?,
            (Space::Word, "pPr") => self.with_paragraph(|paragraph| paragraph.in_properties = false),
            (Space::Word, "r") => self.with_paragraph(|paragraph| paragraph.run = None),
            (Space::Word, "t") => self.with_paragraph(|paragraph| paragraph.in_text = false),
            (Space::Word, "tc") => self.close_cell(),
            (Space::Word, "tr") => self.close_row(),
            (Space::Word, "tbl") => self.close_table(),
            (Space::Word, "txbxContent") => {
                let content = self.pop_container();
                match self.paragraphs.last_mut() {
                    Some(paragraph) => paragraph.boxes.extend(content.blocks),
                    None => self.emit(content.blocks),
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn with_paragraph(&mut self, change: impl FnOnce(&mut OpenParagraph)) {
        self.paragraphs.last_mut().map(change).unwrap_or_default();
    }

    /// The body itself stays, whatever the nesting of a strange file.
    fn pop_container(&mut self) -> Container {
        if self.containers.len() > 1 { self.containers.pop().unwrap_or_default() } else { Container::default() }
    }

    fn emit(&mut self, blocks: Vec<Block>) {
        if let Some(container) = self.containers.last_mut() {
            container.blocks.extend(blocks);
        }
    }

    fn close_cell(&mut self) {
        let content = self.pop_container();
        let cell = Cell { blocks: content.blocks, span: content.span.max(1), continues: content.continues };
        match self.tables.last_mut() {
            Some(table) => table.row.push(cell),
            None => self.emit(cell.blocks),
        }
    }

    fn close_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let row = std::mem::take(&mut table.row);
            if !std::mem::take(&mut table.row_deleted) && !row.is_empty() {
                table.rows.push(row);
            }
        }
    }

    fn close_table(&mut self) {
        if let Some(table) = self.tables.pop().filter(|table| !table.rows.is_empty()) {
            self.emit(vec![Block::Table(Table { rows: table.rows })]);
        }
    }

    fn close_paragraph(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.paragraphs.pop() else { return Ok(()) };
        self.count += 1;
        self.chars = self.chars.saturating_add(open.text.len());
        if self.count > MAX_PARAGRAPHS || self.chars > MAX_CHARS {
            return Err(ReadError::TooLong);
        }
        let look = self.styles.look(open.style.as_deref());
        if open.runs_on {
            self.carried.push_str(&open.text);
            self.emit(open.boxes);
            return Ok(());
        }
        let number = self.number(&open, &look);
        let carried = std::mem::take(&mut self.carried);
        let text = tidy(&(carried + &open.text));
        let text = text.trim_matches([' ', '\n']);
        if !text.trim().is_empty() && !look.contents {
            let bold =
                look.heading || open.heading || (open.letters > 0 && open.bold_letters * 20 >= open.letters * 19);
            let prefix = number.map(|number| number + " ").unwrap_or_default();
            let bold_start = if bold { 0 } else { prefix.chars().count() + chars_of_letters(text, open.bold_first) };
            self.emit(vec![Block::Paragraph(Paragraph {
                bold,
                bold_start: if open.bold_first == 0 { 0 } else { bold_start },
                centered: open.centered.unwrap_or(look.centered),
                text: prefix + text,
            })]);
        }
        self.emit(open.boxes);
        Ok(())
    }

    /// An empty numbered paragraph shows its number in Word, so it is counted too.
    fn number(&mut self, open: &OpenParagraph, look: &super::styles::Look) -> Option<String> {
        let list = open.list.clone().or_else(|| look.list.clone()).filter(|list| list != "0")?;
        let tied = open.style.as_deref().and_then(|style| self.numbering.level_of_style(style, &list));
        let level = open.level.or(look.level).or(tied).unwrap_or(0);
        self.numbering.count(&list, level)
    }

    fn finish(mut self) -> Result<Document, ReadError> {
        let blocks = self.pop_all();
        if blocks.is_empty() {
            let scan = self.notes.contains(&Note::Pictures);
            return Err(if scan { ReadError::OnlyImages } else { ReadError::Empty });
        }
        Ok(Document { blocks, notes: self.notes })
    }

    fn pop_all(&mut self) -> Vec<Block> {
        self.containers.drain(..).flat_map(|container| container.blocks).collect()
    }
}

impl OpenParagraph {
    fn push(&mut self, text: &str, bold: bool) {
        self.text.push_str(text);
        // Letters only: a colon or a space in another weight means nothing. Combining marks are no letters here,
        // so that decomposed text counts the same.
        let letters = text.chars().filter(|char| char.is_alphabetic()).count();
        if bold {
            if self.letters == self.bold_letters {
                self.bold_first += letters;
            }
            self.bold_letters += letters;
        }
        self.letters += letters;
    }
}

/// How many characters hold the first so many letters.
fn chars_of_letters(text: &str, letters: usize) -> usize {
    let mut seen = 0;
    for (place, char) in text.chars().enumerate() {
        if seen == letters {
            return place;
        }
        seen += usize::from(char.is_alphabetic());
    }
    text.chars().count()
}
