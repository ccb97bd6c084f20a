//! A document as this crate sees it: paragraphs and tables in order, whatever file they came from.

/// What a reader of files hands over.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) blocks: Vec<Block>,
    /// What the file held and the text does not show; becomes warnings.
    pub(crate) notes: Vec<Note>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Note {
    /// Tracked deletions that nobody has accepted yet.
    TrackedChanges,
    /// Text formatted as hidden; Word does not print it.
    HiddenText,
    /// Pictures beside the text: a stamp, or a scanned annex.
    Pictures,
    /// Lines were wrapped at a fixed width and have been put together again.
    WrappedLines,
    /// Bytes that are no letters stood in the text.
    StrangeCharacters,
    /// Another document embedded as a whole (altChunk); not read.
    EmbeddedDocument,
}

#[derive(Debug, Clone)]
pub(crate) enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Paragraph {
    /// Tidy text, the number that Word shows before it included; `\t` and `\n` as typed.
    pub(crate) text: String,
    /// All of its letters are bold (or it is a heading by style).
    pub(crate) bold: bool,
    /// How many characters at its beginning are bold, when not all are.
    pub(crate) bold_start: usize,
    pub(crate) centered: bool,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    pub(crate) blocks: Vec<Block>,
    /// Columns that it spans; at least 1.
    pub(crate) span: usize,
    /// Continues the cell above it.
    pub(crate) continues: bool,
}

impl Cell {
    /// Its paragraphs, nested tables included, one line each.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.paragraphs().into_iter().flat_map(|paragraph| split_lines(&paragraph.text)).collect()
    }

    pub(crate) fn text(&self) -> String {
        self.lines().join(" ")
    }

    pub(crate) fn paragraphs(&self) -> Vec<&Paragraph> {
        let mut paragraphs = Vec::new();
        collect(&self.blocks, &mut paragraphs);
        paragraphs
    }
}

// Nesting is bounded by the readers, so this cannot run deep.
fn collect<'a>(blocks: &'a [Block], into: &mut Vec<&'a Paragraph>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => into.push(paragraph),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| collect(&cell.blocks, into)),
        }
    }
}

fn split_lines(text: &str) -> Vec<String> {
    text.split('\n').map(crate::words::squeeze).filter(|line| !line.is_empty()).collect()
}
