//! Styles: what a paragraph inherits that reading needs — boldness, centring, outline level, numbering.

use std::collections::HashMap;

use super::xml::{Node, Space, Xml, attribute, is_on, number_attribute};
use crate::ReadError;

/// Chains of `basedOn` are short; a circle must end too.
const MAX_CHAIN: usize = 16;

#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<String>,
    bold: Option<bool>,
    capitals: Option<bool>,
    centered: Option<bool>,
    /// `w:outlineLvl`: 0 is the highest heading, 9 is body text.
    outline: Option<i64>,
    /// Number list and level, as far as the style gives them.
    list: Option<String>,
    level: Option<i64>,
}

/// A paragraph's look after all inheritance.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) capitals: bool,
    pub(super) centered: bool,
    pub(super) heading: bool,
    /// A line of a generated table of contents: it repeats a heading.
    pub(super) contents: bool,
    pub(super) list: Option<String>,
    pub(super) level: Option<i64>,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
    looks: HashMap<String, Look>,
}

impl Styles {
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let mut current: Option<(String, Style)> = None;
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            match node {
                Node::Open(Space::Word, element) if element.local_name().into_inner() == "style" => {
                    let id = attribute(&element, "styleId").unwrap_or_default();
                    let default = attribute(&element, "default").is_some_and(|value| value == "1" || value == "true");
                    if default && attribute(&element, "type").as_deref() == Some("paragraph") {
                        styles.default_paragraph = Some(id.clone());
                    }
                    current = Some((id, Style::default()));
                }
                Node::Open(Space::Word, element) => {
                    let Some((_, style)) = &mut current else { continue };
                    match element.local_name().into_inner() {
                        "name" => style.name = attribute(&element, "val").unwrap_or_default().to_lowercase(),
                        "basedOn" => style.based_on = attribute(&element, "val"),
                        "b" => style.bold = Some(is_on(&element)),
                        "caps" => style.capitals = Some(is_on(&element)),
                        "jc" => style.centered = attribute(&element, "val").map(|value| value == "center"),
                        "outlineLvl" => style.outline = number_attribute(&element, "val"),
                        "numId" => style.list = attribute(&element, "val"),
                        "ilvl" => style.level = number_attribute(&element, "val"),
                        _ => {}
                    }
                }
                Node::Close(Space::Word, name) if name == "style" => {
                    styles.by_id.extend(current.take());
                }
                _ => {}
            }
        }
        let ids: Vec<String> = styles.by_id.keys().cloned().collect();
        styles.looks = ids.into_iter().map(|id| (id.clone(), styles.resolve(&id))).collect();
        Ok(styles)
    }

    pub(super) fn look(&self, id: Option<&str>) -> Look {
        let id = id.or(self.default_paragraph.as_deref());
        id.and_then(|id| self.looks.get(id)).cloned().unwrap_or_default()
    }

    /// Whether a character style makes its run bold; `None` when it does not say.
    pub(super) fn run_bold(&self, id: &str) -> Option<bool> {
        let mut next = Some(id);
        for _ in 0..MAX_CHAIN {
            let style = self.by_id.get(next?)?;
            if style.bold.is_some() {
                return style.bold;
            }
            next = style.based_on.as_deref();
        }
        None
    }

    fn resolve(&self, id: &str) -> Look {
        let mut found = Style::default();
        let mut look = Look::default();
        let mut next = Some(id);
        for _ in 0..MAX_CHAIN {
            let Some(style) = next.and_then(|id| self.by_id.get(id)) else { break };
            found.bold = found.bold.or(style.bold);
            found.capitals = found.capitals.or(style.capitals);
            found.centered = found.centered.or(style.centered);
            found.outline = found.outline.or(style.outline);
            found.list = found.list.or_else(|| style.list.clone());
            found.level = found.level.or(style.level);
            look.heading |= style.name.starts_with("heading ");
            look.contents |= style.name.starts_with("toc ") && style.name != "toc heading";
            next = style.based_on.as_deref();
        }
        look.bold = found.bold.unwrap_or(false);
        look.capitals = found.capitals.unwrap_or(false);
        look.centered = found.centered.unwrap_or(false);
        look.heading |= found.outline.is_some_and(|level| level < 9);
        look.list = found.list;
        look.level = found.level;
        look
    }
}
