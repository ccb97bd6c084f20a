//! `.docx` (ECMA-376, transitional and strict): bytes → paragraphs and tables, as they read on paper.

mod body;
mod numbering;
mod package;
mod styles;
mod xml;

pub(crate) use body::{MAX_CHARS, MAX_PARAGRAPHS};

use crate::ReadError;
use crate::block::Document;

/// # Errors
/// A refusal for anything that is no whole, open Word document.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let mut package = package::Package::open(bytes)?;
    let styles = match package.of_main("/styles")? {
        Some(text) => styles::Styles::read(&text)?,
        None => styles::Styles::default(),
    };
    let numbering = match package.of_main("/numbering")? {
        Some(text) => numbering::Numbering::read(&text)?,
        None => numbering::Numbering::default(),
    };
    body::read(&package.main()?, &styles, numbering)
}
