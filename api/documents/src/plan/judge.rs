//! Headings, or paragraphs that happen to be numbered? Each list of the outline is judged as a whole: by boldness,
//! shortness, what stands below, and where it is.

use super::heading::{is_assignment, lead_in};
use super::lines::Item;
use super::marker::{self, Style};
use super::outline::Outline;
use super::units;
use crate::words::char_count;

/// From the innermost lists outwards: headings stay, numbered paragraphs go into the body of their parent.
pub(super) fn judge(outline: &mut Outline) {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); outline.nodes.len()];
    let mut top = Vec::new();
    for (index, node) in outline.nodes.iter().enumerate() {
        match node.parent.and_then(|parent| children.get_mut(parent)) {
            Some(list) => list.push(index),
            None => top.push(index),
        }
    }
    // Children come after their parents, so backwards means from the inside out.
    for index in (0..outline.nodes.len()).rev() {
        let list = children.get(index).cloned().unwrap_or_default();
        judge_children(outline, &list, &children, Some(index));
    }
    judge_children(outline, &top, &children, None);
}

fn judge_children(outline: &mut Outline, list: &[usize], children: &[Vec<usize>], parent: Option<usize>) {
    let mut by_style: Vec<(Style, Vec<usize>)> = Vec::new();
    for index in list {
        let Some(style) = outline.nodes.get(*index).map(|node| node.style) else { continue };
        match by_style.iter_mut().find(|(known, _)| *known == style) {
            Some((_, group)) => group.push(*index),
            None => by_style.push((style, vec![*index])),
        }
    }
    let assigning = assigning(outline, parent);
    let under_unit = assigning && under_unit(outline, parent);
    for (style, group) in by_style {
        let titles = group.iter().filter(|index| is_title(outline, **index, children, assigning, under_unit)).count();
        // A plan whose widest numbers are 1, 2, 3 has its sections there.
        let only = parent.is_none() && style == Style::Decimal(1) && titles > 0;
        if style.is_wide() || only || titles * 2 >= group.len() && titles > 0 {
            continue;
        }
        for index in group {
            demote(outline, index, children, parent);
        }
    }
}

/// Whether the list stands in the part that gives work to units.
fn assigning(outline: &Outline, parent: Option<usize>) -> bool {
    let mut next = parent;
    while let Some(node) = next.and_then(|index| outline.nodes.get(index)) {
        if is_assignment(&node.text) {
            return true;
        }
        next = node.parent;
    }
    false
}

/// Whether the list stands below a unit's heading.
fn under_unit(outline: &Outline, parent: Option<usize>) -> bool {
    let mut next = parent;
    while let Some(node) = next.and_then(|index| outline.nodes.get(index)) {
        if units::heading(&node.text)
            .is_some_and(|heading| !is_assignment(&node.text) || heading.lead.is_some_and(|lead| lead.kind.is_some()))
        {
            return true;
        }
        next = node.parent;
    }
    false
}

fn is_title(outline: &Outline, index: usize, children: &[Vec<usize>], assigning: bool, under_unit: bool) -> bool {
    let Some(node) = outline.nodes.get(index) else { return false };
    let text = node.text.trim();
    let length = char_count(text);
    let below = children
        .get(index)
        .is_some_and(|list| list.iter().any(|child| outline.nodes.get(*child).is_some_and(|child| !child.demoted)));
    let has_content = below || !node.items.is_empty();
    let bold = (node.line.bold && length <= 250) || (node.line.bold_start > 6 && node.line.bold_start <= 200);
    let leads_in = lead_in(text).is_some();
    let unit = assigning && units::heading(text).is_some_and(|heading| heading.lead.is_some());
    if under_unit {
        // Numbered orders of one unit, with or without details below them, are no headings.
        let paragraphs = node.items.iter().filter_map(Item::line).any(|line| marker::parse(&line.text).is_none());
        return bold
            || node.capitals
            || unit
            || (length <= 120 && (below || paragraphs) && !text.ends_with([';', ',', '.']));
    }
    let short = has_content && length <= 200;
    bold || node.capitals || leads_in || unit || (short && (below || !text.ends_with([';', ','])))
}

/// Puts a node and all below it, in order, into its parent's body.
fn demote(outline: &mut Outline, index: usize, children: &[Vec<usize>], parent: Option<usize>) {
    let mut moved = Vec::new();
    collect(outline, index, children, &mut moved, 0);
    match parent.and_then(|parent| outline.nodes.get_mut(parent)) {
        Some(node) => node.items.extend(moved),
        None => outline.opening.extend(moved),
    }
}

// As deep as MAX_DEPTH.
fn collect(outline: &mut Outline, index: usize, children: &[Vec<usize>], moved: &mut Vec<Item>, depth: usize) {
    let Some(node) = outline.nodes.get_mut(index) else { return };
    if node.demoted && depth > 0 {
        return; // already in its parent's items
    }
    node.demoted = true;
    moved.push(Item::Line(node.line.clone()));
    moved.append(&mut node.items);
    for child in children.get(index).into_iter().flatten() {
        collect(outline, *child, children, moved, depth + 1);
    }
}
