//! Lines → a tree of sections, from numbers that go on and from how headings look.
//!
//! Every numbered line takes its place by sequence: a number goes on in a list that is open, or begins a new one below.
//! Then `judge` looks at each list as a whole: headings, or paragraphs that happen to be numbered.

use std::collections::HashMap;

use super::address;
use super::heading;
use super::judge;
use super::lines::{Item, Line};
use super::marker::{self, Marker, Style};
use super::preview::WarningCode;
use super::warnings::Warnings;
use crate::words::{char_count, is_mostly_capitals};

/// Plans nest four or five deep; a file of ten thousand "1." must not build a tower.
const MAX_DEPTH: usize = 9;

/// A numbered line and what stands below it.
#[derive(Debug)]
pub(crate) struct Node {
    pub(super) style: Style,
    pub(crate) label: String,
    /// The heading line, its number included.
    pub(crate) line: Line,
    /// The heading without its number.
    pub(crate) text: String,
    pub(crate) parent: Option<usize>,
    pub(crate) items: Vec<Item>,
    /// Judged to be a paragraph of its parent.
    pub(super) demoted: bool,
    pub(super) capitals: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Before the first section.
    pub(crate) opening: Vec<Item>,
    /// In the order of the text; a parent before its children.
    pub(crate) nodes: Vec<Node>,
}

impl Outline {
    pub(crate) fn kept(&self) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate().filter(|(_, node)| !node.demoted)
    }
}

struct Open {
    style: Style,
    value: u32,
    node: usize,
}

pub(crate) fn read(items: Vec<Item>, warnings: &mut Warnings) -> Outline {
    let capitals_numbered = items.iter().filter_map(Item::line).any(|line| {
        marker::parse(&line.text).is_some_and(|marker| !marker.is_bullet() && is_mostly_capitals(&marker.rest))
    });
    let mut builder = Builder {
        outline: Outline::default(),
        open: Vec::new(),
        last_of_style: HashMap::new(),
        unnumbered: 0,
        capitals_numbered,
        bold_headings: has_only_bold_headings(&items),
    };
    for item in items {
        builder.take(item, warnings);
    }
    let mut outline = builder.outline;
    judge::judge(&mut outline);
    outline
}

struct Builder {
    outline: Outline,
    /// The chain of sections that the current line stands in.
    open: Vec<Open>,
    /// Numbers that run on through the whole plan (`Điều`) are remembered after their parent has closed.
    last_of_style: HashMap<Style, u32>,
    unnumbered: u32,
    capitals_numbered: bool,
    /// Neither numbers nor capitals: bold type alone makes the headings.
    bold_headings: bool,
}

/// How a number fits where it stands, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The next number of an open list.
    Next,
    /// The first of a new list.
    First,
    /// Goes on where a closed list of this style stopped.
    Resumed,
    /// Skips or repeats; believed only of what looks like a heading.
    Gap,
}

impl Builder {
    fn take(&mut self, item: Item, warnings: &mut Warnings) {
        let Item::Line(line) = item else { return self.append(item) };
        let Some(marker) = marker::parse(&line.text).filter(|marker| !marker.is_bullet()) else {
            return self.take_unnumbered(line, warnings);
        };
        let Some((fit, style, value, depth)) = self.place(&marker, &line) else {
            return self.append(Item::Line(line));
        };
        if fit == Fit::Gap {
            warnings.add(WarningCode::NumberingGap, &line.text);
        }
        self.open.truncate(depth);
        let label = if style == Style::Roman { marker.label.to_uppercase() } else { marker.label };
        self.push(style, value, label, marker.rest, line);
    }

    fn push(&mut self, style: Style, value: u32, label: String, text: String, line: Line) {
        let node = self.outline.nodes.len();
        let parent = self.open.last().map(|open| open.node);
        let capitals = is_mostly_capitals(&text);
        self.outline.nodes.push(Node { style, label, line, text, parent, items: Vec::new(), demoted: false, capitals });
        self.open.push(Open { style, value, node });
        self.last_of_style.insert(style, value);
    }

    fn append(&mut self, item: Item) {
        match self.open.last().and_then(|open| self.outline.nodes.get_mut(open.node)) {
            Some(node) => node.items.push(item),
            None => self.outline.opening.push(item),
        }
    }

    fn take_unnumbered(&mut self, line: Line, warnings: &mut Warnings) {
        if let Some(node) = self.open.last().and_then(|open| self.outline.nodes.get_mut(open.node))
            && continues_heading(node, &line)
        {
            if !node.text.is_empty() {
                node.text.push(' ');
            }
            node.text.push_str(&line.text);
            node.capitals = is_mostly_capitals(&node.text);
            node.line.text = format!("{} {}", node.line.text, line.text);
            node.line.bold &= line.bold || node.line.text.len() < 8;
            return;
        }
        let bold = self.bold_headings && is_bold_heading(&line) && !self.names_unit(&line);
        let heading =
            bold || is_unnumbered_heading(&line) && (!self.capitals_numbered || heading::is_assignment(&line.text));
        if !heading {
            return self.append(Item::Line(line));
        }
        if !self.capitals_numbered {
            warnings.missing(WarningCode::SectionsUnnumbered);
        }
        self.unnumbered += 1;
        self.open.clear();
        let text = line.text.clone();
        self.push(Style::Unnumbered, self.unnumbered, String::new(), text, line);
    }

    /// "Phòng Văn hóa - Xã hội:" below the heading of the assigning part is a unit of it.
    fn names_unit(&self, line: &Line) -> bool {
        let above = self.open.last().and_then(|open| self.outline.nodes.get(open.node));
        above.is_some_and(|node| heading::is_assignment(&node.text)) && address::heading(&line.text).is_some()
    }

    /// Where a marker goes: its reading, and how many open levels stay.
    fn place(&self, marker: &Marker, line: &Line) -> Option<(Fit, Style, u32, usize)> {
        let heading = looks_like_heading(marker, line);
        // Small Roman numbers are the wide ones only among such, or at the very beginning.
        let small = marker.label.starts_with(char::is_lowercase);
        let wide = self.open.is_empty() || self.last_of_style.contains_key(&Style::Roman);
        let readings = marker.readings.iter().filter(|(style, _)| *style != Style::Roman || !small || wide);
        let fits = readings.flat_map(|(style, value)| self.fits(*style, *value, marker, heading));
        let fits = fits.filter(|(_, _, _, depth)| *depth < MAX_DEPTH);
        // The innermost list, unless an outer one has headings that look more like this one.
        fits.min_by_key(|(fit, style, value, depth)| {
            let other = u8::from(small && self.open.is_empty() && *style != Style::Roman);
            (*fit, self.strangeness(*style, *depth, marker, line), other, usize::MAX - depth, *value)
        })
    }

    fn fits(&self, style: Style, value: u32, marker: &Marker, heading: bool) -> Vec<(Fit, Style, u32, usize)> {
        let mut fits = Vec::new();
        let mut gap = None;
        for (depth, open) in self.open.iter().enumerate().filter(|(_, open)| open.style == style) {
            let same_list = !matches!(style, Style::Decimal(2..)) || self.same_prefix(open.node, &marker.label);
            if same_list && marker::follows(style, open.value, value) {
                fits.push((Fit::Next, style, value, depth));
            } else if same_list && heading && value >= open.value && value <= open.value + 3 {
                gap = Some((Fit::Gap, style, value, depth));
            }
        }
        let below = self.open.iter().take_while(|open| open.style.rank() <= style.rank()).count();
        // 2.1 below 1.3: its own list, beside the old one.
        let below = match style {
            Style::Decimal(2..) => self.open.iter().take_while(|open| open.style.rank() < style.rank()).count(),
            _ => below,
        };
        let nested_wide = style.is_wide() && self.open.iter().any(|open| open.style == style);
        if marker::is_first(value) && !nested_wide {
            fits.push((Fit::First, style, value, below));
        }
        let open_here = self.open.iter().any(|open| open.style == style);
        let last = self.last_of_style.get(&style).copied();
        if !open_here && heading && last.is_some_and(|last| marker::follows(style, last, value)) {
            fits.push((Fit::Resumed, style, value, below));
        }
        if fits.is_empty() && heading {
            // A wide heading whose first ones were not numbered, or are numbered again from the start.
            let depth = gap.map_or(below, |(_, _, _, depth)| depth);
            let plausible =
                gap.is_some() || (style.is_wide() && !open_here) || (nested_wide && marker::is_first(value));
            let depth = if nested_wide {
                self.open.iter().position(|open| open.style == style).unwrap_or(depth)
            } else {
                depth
            };
            fits.extend(plausible.then_some((Fit::Gap, style, value, depth)));
        }
        fits
    }

    fn same_prefix(&self, node: usize, label: &str) -> bool {
        let prefix = |label: &str| label.rsplit_once('.').map(|(prefix, _)| prefix.to_owned());
        self.outline.nodes.get(node).is_some_and(|node| prefix(&node.label) == prefix(label))
    }

    /// How unlike the last one of its list it looks.
    fn strangeness(&self, style: Style, depth: usize, marker: &Marker, line: &Line) -> u8 {
        let Some(open) = self.open.get(depth).filter(|open| open.style == style) else { return 0 };
        let Some(node) = self.outline.nodes.get(open.node) else { return 0 };
        let bold = line.bold || line.bold_start > 4;
        u8::from((node.line.bold || node.line.bold_start > 4) != bold)
            + u8::from(node.capitals != is_mostly_capitals(&marker.rest))
            + u8::from(is_long(&node.text) != is_long(&marker.rest))
    }
}

fn is_long(text: &str) -> bool {
    char_count(text) > 120
}

fn looks_like_heading(marker: &Marker, line: &Line) -> bool {
    let short = char_count(&marker.rest) <= 150 && !marker.rest.ends_with([';', ',']);
    line.bold
        || line.bold_start > 4
        || is_mostly_capitals(&marker.rest)
        || (short && marker.rest.starts_with(char::is_uppercase))
}

/// The rest of a heading that runs over two lines, or its words when the number stands alone.
fn continues_heading(node: &Node, line: &Line) -> bool {
    if !node.items.is_empty() || node.text.len() > 1_000 || line.text.len() > 500 || marker::parse(&line.text).is_some()
    {
        return false;
    }
    let alone = node.text.is_empty();
    let capitals = node.capitals && is_mostly_capitals(&line.text) && !node.text.ends_with(['.', ':', ';']);
    alone || (capitals && node.style.is_wide() && !line.text.starts_with(['"', '“']))
}

fn has_only_bold_headings(items: &[Item]) -> bool {
    let lines: Vec<&Line> = items.iter().filter_map(Item::line).collect();
    let other = |line: &&Line| {
        marker::parse(&line.text).is_some_and(|marker| !marker.is_bullet()) || is_unnumbered_heading(line)
    };
    !lines.iter().any(other)
        && lines.iter().filter(|line| is_bold_heading(line)).count() >= 2
        && lines.iter().any(|line| heading::is_assignment(&line.text) && is_bold_heading(line))
}

fn is_bold_heading(line: &Line) -> bool {
    let text = line.text.trim();
    line.bold
        && (4..=100).contains(&char_count(text))
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['!', '.', ';', ','])
}

fn is_unnumbered_heading(line: &Line) -> bool {
    let text = line.text.trim();
    (4..=140).contains(&char_count(text))
        && text.contains(' ')
        && crate::words::is_capitals(text)
        && !text.starts_with(['"', '“', '(', '«'])
        && !text.ends_with(['!', '.', ';', ','])
        && !text.contains(['"', '“', '!'])
}
