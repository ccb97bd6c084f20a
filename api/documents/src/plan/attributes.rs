//! Activities that carry their units below them: "- Đơn vị chủ trì: Đoàn phường. - Thời gian: trước ngày 20/6."

use super::lines::Line;
use super::orders::Order;
use super::sections::Section;
use super::tasks::{Builder, Lead};
use super::units;
use crate::words::{Folded, Pattern, fold, regex};

static LEADS: Pattern = regex!(
    r"^\W*(?:don vi |co quan |bo phan )?(?:chu tri|phu trach|thuc hien|chiu trach nhiem|duoc giao)(?: thuc hien| chinh)?\s*:\s*"
);
static JOINS: Pattern = regex!(r"^\W*(?:don vi |co quan )?phoi hop(?: thuc hien)?\s*:");
static TIME: Pattern = regex!(r"^\W*(?:thoi gian|thoi han|tien do|hoan thanh)(?: thuc hien| hoan thanh)?\s*:");

pub(crate) fn read(builder: &mut Builder<'_>, section: &Section) {
    let lines: Vec<&Line> = section.lines().collect();
    let mut described: Vec<&Line> = Vec::new();
    let mut count = 0_usize;
    let mut rest = lines.iter().copied().peekable();
    while let Some(line) = rest.next() {
        let folded = Folded::new(&line.text);
        let named = LEADS.find(&folded.text).map(|found| folded.raw_from(found.end()));
        let Some((named, heading)) = named.and_then(|named| Some((named, units::heading(named)?))) else {
            described.push(line);
            continue;
        };
        let mut details = vec![line.text.clone()];
        while let Some(next) = rest.next_if(|next| is_attribute(&next.text)) {
            details.push(next.text.clone());
        }
        // The section is the activity; a second block in it is described by the line above it.
        let before: Vec<String> = std::mem::take(&mut described).iter().map(|line| line.text.clone()).collect();
        let (title, mut below) = match before.split_last() {
            Some((last, earlier)) if count > 0 => (last.clone(), earlier.to_vec()),
            _ => (section.title.clone(), before),
        };
        below.extend(details);
        count += 1;
        let lead = Lead::of(heading);
        builder.warn_about(&lead, named);
        builder.push(section, &lead, Order { text: title, below, joined: false }, &[]);
    }
}

fn is_attribute(text: &str) -> bool {
    let folded = fold(text);
    JOINS.is_match(&folded) || TIME.is_match(&folded)
}
