//! What is written is read again: by the crate's own reader, which refuses anything that is not well-formed.

use proptest::prelude::*;

use super::text::clean;
use crate::block::Block;
use crate::docx;
use crate::words::{squeeze, tidy};

/// Every line of a document, tables row by row.
pub(crate) fn lines(bytes: &[u8]) -> Vec<String> {
    let document = docx::read(bytes).unwrap();
    let mut lines = Vec::new();
    for block in document.blocks {
        match block {
            Block::Paragraph(paragraph) => lines.extend(expected(&paragraph.text)),
            Block::Table(table) => table.rows.iter().flatten().for_each(|cell| lines.extend(cell.lines())),
        }
    }
    lines
}

/// How a text reads after it was written and read.
pub(crate) fn expected(text: &str) -> Vec<String> {
    tidy(&clean(text)).split('\n').map(squeeze).filter(|line| !line.is_empty()).collect()
}

pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let char = prop_oneof![
        3 => any::<char>(),
        1 => prop::sample::select(vec!['<', '>', '&', '"', '\'', ']', '\0', '\u{b}', '\r', '\n', '\t', '\u{ffff}', '\u{202e}', 'ệ', '\u{303}']),
    ];
    prop::collection::vec(char, 0..40).prop_map(String::from_iter)
}
