//! The little of XML that spreadsheets need: local names, text, and no entities of the file's own.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::SheetFault;
use super::package::stream_fault;

/// Deeper than any spreadsheet.
const MAX_DEPTH: usize = 256;
/// Longer than any cell (Excel stops at 32,767 characters).
const MAX_TEXT: usize = 256 << 10;

pub(super) enum Node {
    Open(BytesStart<'static>),
    Close,
    Text,
    End,
}

/// A stream of elements. The name of the last opened or closed element and the last text stand in `name` and `text`.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
    depth: usize,
    pub(super) name: String,
    pub(super) text: String,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(stream: R) -> Self {
        let mut reader = Reader::from_reader(stream);
        // One form for `<c/>` and `<c></c>`.
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0, name: String::new(), text: String::new() }
    }

    /// # Errors
    /// [`SheetFault::Dtd`] for a DTD or an entity of its own, [`SheetFault::Broken`] for anything not well-formed.
    pub(super) fn next(&mut self) -> Result<Node, SheetFault> {
        self.text.clear();
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| fault(&error))?;
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(SheetFault::Broken);
                    }
                    self.name.clear();
                    self.name.push_str(start.local_name().as_ref());
                    return Ok(Node::Open(start.into_owned()));
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    self.name.clear();
                    self.name.push_str(end.local_name().as_ref());
                    return Ok(Node::Close);
                }
                Event::Text(text) => self.text.push_str(&text.xml10_content()),
                Event::CData(text) => self.text.push_str(&text.into_inner()),
                Event::GeneralRef(name) => {
                    let char = reference(&name)?;
                    self.text.push(char);
                }
                Event::DocType(_) => return Err(SheetFault::Dtd),
                Event::Eof if self.depth > 0 => return Err(SheetFault::Broken),
                Event::Eof => return Ok(Node::End),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            }
            if self.text.len() > MAX_TEXT {
                return Err(SheetFault::Bomb);
            }
            return Ok(Node::Text);
        }
    }
}

fn fault(error: &quick_xml::Error) -> SheetFault {
    match error {
        quick_xml::Error::Io(error) => stream_fault(error),
        _ => SheetFault::Broken,
    }
}

fn reference(name: &BytesRef<'_>) -> Result<char, SheetFault> {
    if let Some(char) = name.resolve_char_ref().map_err(|_| SheetFault::Broken)? {
        return Ok(char);
    }
    match name.as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(SheetFault::Dtd),
    }
}

/// An attribute by its local name; `r:id` and `id` are one.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().into_inner() == name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    Some(value.map_or_else(|_| found.value.clone().into_owned(), std::borrow::Cow::into_owned))
}

pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// `1`, `true`: on.
pub(super) fn is_on(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
}
