//! The assigning part where units have no headings of their own: every paragraph or bullet begins with its unit, or
//! a line names the unit and its orders follow.

use super::address;
use super::lines::Line;
use super::marker::{self, Style};
use super::orders::{self, Order};
use super::preview::WarningCode;
use super::sections::Section;
use super::tasks::{Builder, Lead, plain};
use crate::words::{Pattern, bare, char_count, fold, regex};

/// A line that names a unit, and what belongs to it.
struct Group<'a> {
    lead: Lead,
    head: &'a Line,
    style: Option<Style>,
    /// The line orders something itself; else it is only the unit's name.
    has_order: bool,
    details: Vec<&'a Line>,
}

pub(crate) fn read(builder: &mut Builder<'_>, section: &Section, has_children: bool) {
    let heading = Line::plain(&section.title);
    let mut lines: Vec<&Line> = section.worded().collect();
    // A numbered sentence with nothing below it: the heading is all that it says.
    if section.items.is_empty() && !has_children && section.parent.is_some() && !is_common(&section.title) {
        lines.push(&heading);
    }
    let mut open: Option<Group<'_>> = None;
    let mut others: Vec<&Line> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let style = marker::parse(&line.text).and_then(|marker| marker.style());
        let closing = orders::is_closing(&line.text, place + 1 == lines.len());
        if let Some(found) = address::addressed(&plain(&line.text)).map(|(_, found)| found).filter(|_| !closing) {
            flush(builder, section, open.take());
            let has_order = found.has_order;
            open = Some(Group { lead: Lead::of(found), head: line, style, has_order, details: Vec::new() });
            continue;
        }
        // "Đồn Biên phòng:" among headings of other units is one too, though nobody knows it.
        let next = lines.get(place + 1).map(|line| marker::parse(&line.text).and_then(|marker| marker.style()));
        let alike = open.as_ref().is_some_and(|group| group.style == style && !group.has_order && is_name(group.head));
        if alike && !closing && is_name(line) && next.is_some_and(|next| next != style) {
            flush(builder, section, open.take());
            let words = bare(&plain(&line.text)).to_owned();
            let lead = Lead { words, ..Lead::default() };
            open = Some(Group { lead, head: line, style, has_order: false, details: Vec::new() });
            continue;
        }
        match &mut open {
            Some(group) if !closing && (!group.has_order || (style.is_some() && style != group.style)) => {
                group.details.push(line);
            }
            _ => {
                flush(builder, section, open.take());
                others.push(line);
            }
        }
    }
    flush(builder, section, open);
    without_unit(builder, section, &others, has_children);
}

/// A short line that ends in a colon.
fn is_name(line: &Line) -> bool {
    line.text.trim_end().ends_with(':') && char_count(&line.text) <= 100
}

fn flush(builder: &mut Builder<'_>, section: &Section, group: Option<Group<'_>>) {
    let Some(group) = group else { return };
    builder.warn_about(&group.lead, &group.head.text);
    let introduces = !group.has_order || group.head.text.trim_end().ends_with(':');
    if introduces && !group.details.is_empty() {
        for order in orders::group(&group.details) {
            builder.push(section, &group.lead, order, &[]);
        }
        return;
    }
    let below = group.details.iter().map(|line| line.text.clone()).collect();
    builder.push(section, &group.lead, Order { below, ..Order::of(group.head) }, &[]);
}

/// What names no unit is told; in a section of its own ("Chế độ báo cáo") it is a task without a lead as well.
fn without_unit(builder: &mut Builder<'_>, section: &Section, lines: &[&Line], has_children: bool) {
    let own = section.parent.is_some() && !has_children && !is_common(&section.title);
    for (place, line) in lines.iter().enumerate() {
        let last = place + 1 == lines.len();
        let leads_on = line.text.trim_end().ends_with(':') && (has_children || !last || char_count(&line.text) < 100);
        if orders::is_closing(&line.text, last) || leads_on {
            continue;
        }
        if own && !is_common(&plain(&line.text)) {
            builder.push(section, &Lead::default(), Order::of(line), &[]);
        }
        builder.warnings.add(WarningCode::ParagraphWithoutUnit, &line.text);
    }
}

/// A heading on time or money, or the assigning part's own: common rules, nobody's work.
fn is_common(title: &str) -> bool {
    static COMMON: Pattern =
        regex!(r"^(?:thoi gian|kinh phi|nguon kinh phi|to chuc thuc hien|phan cong|giao nhiem vu|trach nhiem)\b");
    COMMON.is_match(&fold(title))
}
