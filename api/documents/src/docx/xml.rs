//! The little of XML that Word files need: elements by namespace, text, and no entities of the file's own.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use crate::ReadError;

/// Deeper than any document (Word itself stops at 255): protects every reader that keeps a stack.
const MAX_DEPTH: usize = 512;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// WordprocessingML, transitional or strict.
    Word,
    /// Markup compatibility: two forms of one thing, of which one is to be read.
    Compatibility,
    Other,
}

pub(super) enum Node<'a> {
    Open(Space, BytesStart<'a>),
    Close(Space, String),
    Text(String),
}

pub(super) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = NsReader::from_str(text);
        // One form for `<w:b/>` and `<w:b></w:b>`.
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next element or text; `None` at the end.
    ///
    /// # Errors
    /// [`ReadError::Dtd`] for a DTD or an entity of its own, [`ReadError::Broken`] for anything not well-formed.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            let (space, event) = self.reader.read_resolved_event().map_err(|_| ReadError::Broken)?;
            let space = space_of(&space);
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(ReadError::Broken);
                    }
                    return Ok(Some(Node::Open(space, start)));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Node::Close(space, end.local_name().into_inner().to_owned())));
                }
                Event::Text(text) => return Ok(Some(Node::Text(text.xml10_content().into_owned()))),
                Event::CData(text) => return Ok(Some(Node::Text(text.into_inner().into_owned()))),
                Event::GeneralRef(name) => return Ok(Some(Node::Text(reference(&name)?))),
                Event::DocType(_) => return Err(ReadError::Dtd),
                Event::Eof if self.depth > 0 => return Err(ReadError::Broken),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }
}

fn reference(name: &quick_xml::events::BytesRef<'_>) -> Result<String, ReadError> {
    if let Some(char) = name.resolve_char_ref().map_err(|_| ReadError::Broken)? {
        return Ok(char.to_string());
    }
    let known = match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return Err(ReadError::Dtd),
    };
    Ok(known.to_owned())
}

fn space_of(space: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(Namespace(name)) = space else { return Space::Other };
    match *name {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
        _ => Space::Other,
    }
}

/// An attribute by its local name; `w:val` and `val` are one.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().into_inner() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    Some(value.map_or_else(|_| found.value.clone().into_owned(), std::borrow::Cow::into_owned))
}

pub(super) fn number_attribute(element: &BytesStart<'_>, name: &str) -> Option<i64> {
    attribute(element, name)?.trim().parse().ok()
}

/// A switch such as `<w:b/>`, `<w:b w:val="0"/>`: on unless it says off.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    attribute(element, "val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
}
