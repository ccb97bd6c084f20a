//! The outline as the preview has it: sections with whole paths as keys, and annexes after them.

use std::collections::HashSet;

use super::address;
use super::heading;
use super::lines::{Item, Line};
use super::outline::{self, Outline};
use super::parts;
use super::preview::SectionPreview;
use crate::words::without_end;

#[derive(Debug, Default)]
pub(crate) struct Section {
    pub(crate) key: String,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) parent: Option<usize>,
    pub(crate) items: Vec<Item>,
    /// Stands in the part that gives work to units (itself or one above it).
    pub(crate) assigning: bool,
}

impl Section {
    pub(crate) fn lines(&self) -> impl Iterator<Item = &Line> {
        self.items.iter().filter_map(Item::line)
    }

    /// The lines that may order something; a page number that stayed in the text is none.
    pub(crate) fn worded(&self) -> impl Iterator<Item = &Line> {
        self.lines().filter(|line| line.text.chars().any(char::is_alphabetic))
    }

    pub(crate) fn preview(&self, all: &[Self]) -> SectionPreview {
        SectionPreview {
            key: self.key.clone(),
            number: self.number.clone(),
            title: self.title.clone(),
            body: self.items.iter().map(Item::text).collect::<Vec<_>>().join("\n"),
            parent_key: self.parent.and_then(|parent| all.get(parent)).map(|parent| parent.key.clone()),
        }
    }
}

/// Sections in the order of the text, a parent before its children.
pub(crate) fn from_outline(outline: Outline) -> (Vec<Item>, Vec<Section>) {
    let mut sections: Vec<Section> = Vec::new();
    let mut place_of: Vec<Option<usize>> = vec![None; outline.nodes.len()];
    let mut keys = HashSet::new();
    let kept: Vec<usize> = outline.kept().map(|(index, _)| index).collect();
    let assigns_below: HashSet<usize> = outline
        .kept()
        .filter(|(_, node)| heading::is_assignment(&node.text))
        .filter_map(|(_, node)| node.parent)
        .collect();
    let mut nodes: Vec<Option<outline::Node>> = outline.nodes.into_iter().map(Some).collect();
    let mut unnumbered = 0;
    for index in kept {
        let Some(node) = nodes.get_mut(index).and_then(Option::take) else { continue };
        let parent = node.parent.and_then(|parent| place_of.get(parent).copied().flatten());
        let above = parent.and_then(|parent| sections.get(parent));
        let own = heading::is_assignment(&node.text);
        // "NỘI DUNG VÀ TỔ CHỨC THỰC HIỆN" holds both; where one below it assigns, the others do not.
        let told_below = above.is_some_and(|above| heading::is_mixed(&above.title))
            && node.parent.is_some_and(|parent| assigns_below.contains(&parent));
        let inherits = above.is_some_and(|above| above.assigning);
        let assigning = own || (inherits && (!told_below || address::heading(&node.text).is_some()));
        let (title, first) = heading::split_heading(&node, assigning);
        let label = if node.label.is_empty() {
            unnumbered += 1;
            unnumbered.to_string()
        } else {
            node.label.clone()
        };
        let key = unique(key(above.map(|above| above.key.as_str()), &label), &mut keys);
        let mut items: Vec<Item> = first.into_iter().map(Item::Line).collect();
        items.extend(node.items);
        if let Some(place) = place_of.get_mut(index) {
            *place = Some(sections.len());
        }
        sections.push(Section { key, number: node.label, title, parent, items, assigning });
    }
    (outline.opening, sections)
}

/// `III` + `2` → `III.2`; `1` + `1.2` → `1.2`, for a number that repeats its parent's.
fn key(parent: Option<&str>, label: &str) -> String {
    let Some(parent) = parent else { return label.to_owned() };
    let own = parent.rsplit('.').next().unwrap_or(parent);
    // A parent key such as `II.1.2` ends in the parts that a label of the kind `1.2.3` repeats.
    let parts: Vec<&str> = label.split('.').collect();
    for kept in (1..parts.len()).rev() {
        let prefix = parts.get(..kept).unwrap_or_default().join(".");
        if parent == prefix || parent.ends_with(&format!(".{prefix}")) {
            let rest = parts.get(kept..).unwrap_or_default().join(".");
            return format!("{parent}.{rest}");
        }
    }
    // `a` + `a.1`
    match label.strip_prefix(own).and_then(|rest| rest.strip_prefix('.')) {
        Some(rest) if !own.is_empty() => format!("{parent}.{rest}"),
        _ => format!("{parent}.{label}"),
    }
}

fn unique(key: String, keys: &mut HashSet<String>) -> String {
    if keys.insert(key.clone()) {
        return key;
    }
    // The plan repeats a number; keys must not. A counter is bounded by the number of sections.
    let mut count = 2_usize;
    loop {
        let other = format!("{key}_{count}");
        if keys.insert(other.clone()) {
            return other;
        }
        count += 1;
    }
}

/// Each `PHỤ LỤC` as a section of its own: `PL`, or `PL1` when it is numbered.
pub(crate) fn annexes(items: Vec<Item>, sections: &mut Vec<Section>) {
    let mut keys: HashSet<String> = sections.iter().map(|section| section.key.clone()).collect();
    let mut open: Option<Section> = None;
    for item in items {
        if let Item::Line(line) = &item
            && parts::is_annex(line)
        {
            sections.extend(open.take());
            let (number, title) = parts::annex_heading(&line.text);
            let key = unique(format!("PL{number}"), &mut keys);
            let title = if title.is_empty() { line.text.clone() } else { title };
            let assigning = heading::is_assignment(&title);
            open = Some(Section { number: key.clone(), key, title, assigning, ..Section::default() });
            continue;
        }
        let section = open.get_or_insert_with(|| {
            let key = unique("PL".to_owned(), &mut keys);
            Section { number: key.clone(), key, title: "Phụ lục".to_owned(), ..Section::default() }
        });
        // The words below "PHỤ LỤC" are its title, before anything else comes.
        if let Item::Line(line) = &item
            && section.items.is_empty()
            && crate::words::is_mostly_capitals(&line.text)
            && crate::words::fold(&section.title).starts_with("phu luc")
        {
            section.title = without_end(&line.text).to_owned();
            section.assigning |= heading::is_assignment(&section.title);
            continue;
        }
        section.items.push(item);
    }
    sections.extend(open);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_whole_paths() {
        assert_eq!(key(None, "III"), "III");
        assert_eq!(key(Some("III.2"), "a"), "III.2.a");
        assert_eq!(key(Some("1"), "1.2"), "1.2");
        assert_eq!(key(Some("1.2"), "1.2.3"), "1.2.3");
        assert_eq!(key(Some("III.1"), "1.2"), "III.1.2");
        assert_eq!(key(Some("III"), "3.1"), "III.3.1");
        assert_eq!(key(Some("V.a"), "a.1"), "V.a.1");
    }
}
